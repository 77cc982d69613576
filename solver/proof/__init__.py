"""Proof: can all musts be kept, which cannot, and at what price something else."""
