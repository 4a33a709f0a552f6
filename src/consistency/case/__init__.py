"""Who said what, when: persons, applications, as-of dates and coverage."""
