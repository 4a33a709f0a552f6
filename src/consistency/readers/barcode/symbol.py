"""A barcode as it was read, and how those of official forms name themselves."""

from __future__ import annotations

from typing import NamedTuple

from consistency.model import Box
from consistency.normalizer.expressions import expression

NAME = expression(r"IMM[\s-]?\d{4}[A-Z]{0,3}_\d{2}-\d{2,4}_\d{1,2}")
"""The name of a barcode of an official form, in it and printed below it: "IMM1295_06-2018_1"."""
BETWEEN = "|"
"""Stands behind each value."""


class Symbol(NamedTuple):
    """A barcode: its text, empty where it is not legible, and where it stands (page from 1, box in points)."""

    text: str
    page: int
    box: Box

    @property
    def name(self) -> str | None:
        """The name of a form's barcode; one of another paper (a licence, a boarding pass) has none."""
        name = self.text.partition(BETWEEN)[0].strip()
        return name if NAME.fullmatch(name) else None
