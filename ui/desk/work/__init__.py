"""A project at the desk: its inputs, its plans, its files."""
