"""Rules on what one person may hold together."""
