"""Checks of where the applicant lived and lives."""
