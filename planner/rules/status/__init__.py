"""Rules on kind and status of people."""
