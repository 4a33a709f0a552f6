"""What a value means, and when two values agree: dates, names, organisations, places, identifiers."""
