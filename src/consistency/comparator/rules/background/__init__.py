"""Checks of the signed Yes and No answers."""
