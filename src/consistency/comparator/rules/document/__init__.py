"""Checks of the documents themselves."""
