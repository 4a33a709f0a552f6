"""Checks of the job offer, the labour market assessment and the contract of the draft."""
