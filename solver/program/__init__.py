"""Linear and mixed programs over columns, and what they are made of."""
