"""Checks of a new application against the refusal that it follows."""
