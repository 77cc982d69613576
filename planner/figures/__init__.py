"""Figures of a plan, for screens and papers."""
