"""What the officer's commands answer, in words."""
