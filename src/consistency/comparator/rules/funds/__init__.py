"""Checks of the money and the ties that an application tells of."""
