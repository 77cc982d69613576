"""Commands of whoever runs the program."""
