"""Refusals as offices write them and applicants tell of them: grounds, notes, files, days to answer by."""
