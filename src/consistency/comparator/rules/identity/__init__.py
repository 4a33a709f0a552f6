"""Checks of who the applicant is."""
