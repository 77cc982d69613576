"""Rules on how many deputies, and who."""
