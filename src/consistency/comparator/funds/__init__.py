"""Accounts and the money that came to them."""
