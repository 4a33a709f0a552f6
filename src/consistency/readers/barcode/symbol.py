"""A barcode as it was read."""

from __future__ import annotations

from typing import NamedTuple

from consistency.model import Box


class Symbol(NamedTuple):
    """A barcode: its text, and where it stands (page from 1, box in points)."""

    text: str
    page: int
    box: Box
