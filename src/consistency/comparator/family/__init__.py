"""Relatives and marriages over all papers, and what sentences say of them."""
