"""Why: reasons for what a plan says, what speaks against the rest, and ways out."""
