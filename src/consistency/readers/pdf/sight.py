"""Which words of a PDF page nobody sees: written without ink, in the paper's colour, under something, on a layer
that is switched off, cut off, or too small to read.

Looking through the page's objects tells cheaply what may be out of sight (:mod:`~consistency.readers.pdf.doubts`); only
then the page is drawn, with those objects and without them. Words whose place looks the same either way are not seen
(``FPDFPageObj_SetIsActive``). What a scanner's program writes without ink behind the picture of a page is seen where
the picture has ink.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import pypdfium2.raw as raw

from consistency.model import Box
from consistency.readers.layout import SAME_LINE, Placed
from consistency.readers.pdf.doubts import Doubts
from consistency.readers.pdf.words import LEGIBLE, Frame

if TYPE_CHECKING:
    from PIL import Image

SEEN = 20
"""Difference of brightness, of 255, from which a letter is seen; letters of a light grey differ by 50 from white."""
FEW = 3
"""Letters of a line of recognised words below which it is dust."""
DOTS, MOST_DOTS = 2.0, 4_000_000
"""Dots a point, and dots of a page, in which it is drawn."""


def unseen(page: Any, frame: Frame, found: Doubts, words: Sequence[Placed]) -> list[bool]:
    """Say of each doubtful word whether nobody sees it."""
    shown = _Shown(page, frame, found)
    out = [not _is_seen(word, shown) for word in words]
    pictures = [frame.box(*edges) for edges in found.pictures]
    on_picture = [index for index, word in enumerate(words) if out[index] and _lies_on(word, pictures)]
    for row in _rows(on_picture, words):
        if _is_of_picture([words[index] for index in row], shown):
            for index in row:
                out[index] = False
    return out


def _is_seen(word: Placed, shown: _Shown) -> bool:
    if not any(map(str.isalnum, word.word.text)):
        return True  # a line of dots says nothing, seen or not
    return word.size >= LEGIBLE and shown.by_itself(word)


def _lies_on(word: Placed, pictures: Sequence[Box]) -> bool:
    x, y = (word.word.box.x0 + word.word.box.x1) / 2, (word.word.box.y0 + word.word.box.y1) / 2
    return any(box.x0 <= x <= box.x1 and box.y0 <= y <= box.y1 for box in pictures)


def _rows(indexes: Sequence[int], words: Sequence[Placed]) -> Iterator[list[int]]:
    """Put words that stand in one line together."""
    row: list[int] = []
    for index in sorted(indexes, key=lambda one: (words[one].turn, words[one].baseline)):
        last = words[row[-1]] if row else None
        word = words[index]
        if last and (
            word.turn != last.turn
            or abs(word.baseline - last.baseline) > SAME_LINE * max(word.size, last.size)
        ):
            yield row
            row = []
        row.append(index)
    if row:
        yield row


def _is_of_picture(row: Sequence[Placed], shown: _Shown) -> bool:
    """Say whether a line is what the picture shows there: most of its words stand on ink, or it is a stray letter.

    Recognised words seldom stand exactly where the picture has them, and specks of dust are read as letters.
    """
    letters = sum(map(str.isalnum, "".join(word.word.text for word in row)))
    return letters < FEW or sum(map(shown.by_picture, row)) >= len(row) / 2


class _Shown:
    """A page as it is drawn, with the doubted text and without it; drawn once it is asked for."""

    def __init__(self, page: Any, frame: Frame, found: Doubts) -> None:
        self._page, self._found = page, found
        self._scale = min(DOTS, (MOST_DOTS / max(frame.width * frame.height, 1.0)) ** 0.5)
        self._whole: Image.Image | None = None
        self._changed: Image.Image | None = None

    def by_itself(self, word: Placed) -> bool:
        """Say whether the page looks otherwise without the word."""
        if self._found.inkless:
            return False
        from PIL import ImageChops

        if self._changed is None:
            self._changed = ImageChops.difference(self._drawn(), self._without())
        return _extremes(_part(self._changed, word, self._scale))[1] >= SEEN

    def by_picture(self, word: Placed) -> bool:
        """Say whether there is ink where the word stands, whatever drew it."""
        low, high = _extremes(_part(self._drawn(), word, self._scale))
        return high - low >= SEEN

    def _drawn(self) -> Image.Image:
        if self._whole is None:
            self._whole = self._draw()
        return self._whole

    def _without(self) -> Image.Image:
        for item in self._found.objects.values():
            raw.FPDFPageObj_SetIsActive(item, False)
        try:
            return self._draw()
        finally:
            for item in self._found.objects.values():
                raw.FPDFPageObj_SetIsActive(item, True)

    def _draw(self) -> Image.Image:
        drawn: Image.Image = self._page.render(scale=self._scale, may_draw_forms=False).to_pil()
        return drawn.convert("RGB")


def _part(picture: Image.Image, word: Placed, scale: float) -> Image.Image:
    """Cut out the middle of a word: at its edges the letters of its neighbours reach in."""
    x0, y0, x1, y1 = word.word.box
    across, down = (0.05, 0.2) if word.turn in (0, 180) else (0.2, 0.05)
    dx, dy = across * (x1 - x0), down * (y1 - y0)
    left, top = int((x0 + dx) * scale), int((y0 + dy) * scale)
    right, bottom = max(int((x1 - dx) * scale), left + 1), max(int((y1 - dy) * scale), top + 1)
    return picture.crop((left, top, right, bottom))


def _extremes(part: Image.Image) -> tuple[int, int]:
    """Give the darkest and the lightest brightness of a picture, of 255."""
    found = part.convert("L").getextrema()
    low, high = found
    return (low, high) if isinstance(low, int) and isinstance(high, int) else (0, 0)
