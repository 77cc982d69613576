"""Shows: the command line and the app."""
