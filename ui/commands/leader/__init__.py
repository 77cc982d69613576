"""Commands of the leader who chooses between plans."""
