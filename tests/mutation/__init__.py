"""Mutations of the rules: whether the tests notice a comparison or a constant that is changed."""
