"""The search: column generation for the bound, repair for the plan."""
