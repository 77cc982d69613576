"""The subject: roster, posts, norms, rules, scenario, plan, checking and explaining."""
