"""Other ways to solve, for tests and the benchmark."""
