"""The words of the command line and the language of the app."""
