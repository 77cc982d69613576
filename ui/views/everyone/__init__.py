"""Pages that stand before and beside the doors."""
