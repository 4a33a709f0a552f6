"""What papers of many kinds have in common: running text, labels, tables, names, letters, and sentences about work."""
