"""Studies as schools certify them."""
