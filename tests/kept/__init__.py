"""What an earlier version made stays readable, and what commands answer stays the same."""
