"""Papers to work with, as DOCX: the letter of explanation as a skeleton, exhibits, corrections, questions, timeline.

They hold what the papers of the case say and empty places for the applicant's own words: no explanation, and never
which of two versions is true.
"""
