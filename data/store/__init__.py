"""The project file: everything a department works on, in one database that forgets nothing."""
