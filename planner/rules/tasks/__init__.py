"""Rules on tasks and who answers."""
