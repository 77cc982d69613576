"""Rules on kin in one office."""
