"""Curricula vitae of nobody, made in many layouts, and what must be read from them."""
