"""Checks of the studies that the applicant tells."""
