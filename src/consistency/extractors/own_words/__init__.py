"""What applicants, or those who speak for them, tell in letters."""
