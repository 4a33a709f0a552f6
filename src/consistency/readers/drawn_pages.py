"""Pages drawn as pictures: those of a PDF at a wanted resolution, those of a picture at their own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from pypdfium2 import PdfiumError

from consistency.readers.frames import TOO_BROKEN
from consistency.readers.limits import Options

POINTS = 72.0
"""Points an inch."""
UNDRAWN = (PdfiumError, *TOO_BROKEN)
"""What drawing a page, or decoding a picture, may end in."""


def drawn(
    media: str, data: bytes, numbers: Iterable[int], options: Options, dots: float, *, grey: bool = False
) -> Iterator[tuple[int, Any, float]]:
    """Draw pages one by one: number, Pillow picture, dots an inch. ``numbers`` count from 1.

    ``grey`` where the colours of a PDF are of no use; a picture keeps its own. Raises one of ``UNDRAWN`` at a page that
    cannot be drawn.
    """
    if media == "pdf":
        from consistency.readers.pdf.pages import picture

        for number in numbers:
            page, scale = picture(data, number, dots / POINTS, options.passwords, grey)
            yield number, page, scale * POINTS
        return
    from consistency.readers import frames

    yield from frames.drawn(data, tuple(numbers))
