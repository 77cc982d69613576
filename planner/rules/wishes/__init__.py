"""Rules on wishes and care."""
