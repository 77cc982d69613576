"""Pieces that pages are drawn with."""
