"""Rules on what units and posts must be."""
