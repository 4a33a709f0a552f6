"""The way in for a print-out: captions, and the values that stand with them."""
