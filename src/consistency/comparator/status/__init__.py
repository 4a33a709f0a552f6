"""A stay in Canada, day by day, beside what allowed it."""
