"""What leaves as a file: one table of exports, and how each is made."""
