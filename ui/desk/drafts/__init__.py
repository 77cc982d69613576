"""A draft under way, and answers to what if."""
