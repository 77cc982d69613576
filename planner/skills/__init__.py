"""Skill gaps: what posts ask of their holders against what these hold."""
