"""Checks of the work history."""
