"""Searches and proves."""
