"""A work history over all papers, and the letters and offers about work."""
