"""Rules on headcount against quota."""
