"""What a person wants to see of a checked case: tables that reports render."""
