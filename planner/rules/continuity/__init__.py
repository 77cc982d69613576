"""Rules on staying near and in the same work."""
