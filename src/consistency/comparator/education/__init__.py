"""Studies over all papers, and reports of language tests."""
