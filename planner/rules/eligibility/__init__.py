"""Rules on who may hold what."""
