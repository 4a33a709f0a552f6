"""Whom a paper names, and whether that is the applicant."""
