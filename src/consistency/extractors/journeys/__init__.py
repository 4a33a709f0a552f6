"""Journeys as they are listed, recorded at borders and stamped."""
