"""Checks of the status in Canada: stay, work, restoration, the right form, inadmissibility."""
