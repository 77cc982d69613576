"""Pages of the leader."""
