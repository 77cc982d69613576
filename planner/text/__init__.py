"""Vietnamese letters, order and numbers."""
