"""Each sheet: its rows to what the planner has of them, and back."""
