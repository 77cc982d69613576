"""Commands of the officer who lays plans and answers for them."""
