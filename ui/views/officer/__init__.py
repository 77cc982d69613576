"""Pages of the personnel officer."""
