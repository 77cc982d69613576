"""Excel files: opened safely, cells read and written, faults with their place."""
