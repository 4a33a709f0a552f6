"""Checks of the journeys that the applicant tells."""
