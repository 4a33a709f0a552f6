"""How much was on accounts, as banks tell it."""
