"""Checks of the family that the applicant tells."""
