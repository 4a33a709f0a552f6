"""Whether barcodes may stand on a page at all: seen from afar they are patches of an even grey, as no text is."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL import Image

DOTS = 36.0
"""Dots an inch of a page that is looked at: half its points across."""
CELL = 2
"""Dots of a cell across and down: 1.4 mm, four of the smallest bars."""
INK = 0.2
"""Share of a cell that bars cover at the least, faded ones too; of a line of text with the space around it less is."""
PAPER = 0.9
"""Share of a page's cells that are no brighter than its paper: margins are as bright, in a photograph too."""
BLOCK = 5
"""Cells across and down of a block in which each is covered: 7 mm, more than a line or a heading."""
LEAST = 8
"""Places that such a block has in a barcode of sixty letters, the tilted page's too."""


def may_hold(page: Image.Image, dots: float) -> bool:
    """Say whether there is a patch on a page that may be a barcode: one, a photograph, or a dark table.

    The page has :data:`DOTS` an inch or more. A barcode of few letters, so less than 5 mm high, may be missed.
    """
    from PIL import Image

    step = CELL * dots / DOTS
    size = (max(1, round(page.width / step)), max(1, round(page.height / step)))
    cells = page.convert("L").resize(size, Image.Resampling.BOX)
    limit = (1 - INK) * _paper(cells.histogram())
    covered = cells.point([255 if shade <= limit else 0 for shade in range(256)])
    return _blocks(covered).histogram()[255] >= LEAST


def _blocks(covered: Image.Image) -> Image.Image:
    """Give the places of a page at which a block of covered cells begins; what lies beyond an edge is not covered.

    A tenth of what Pillow's own filter takes, which looks at each cell twenty-five times.
    """
    from PIL import ImageChops

    for across, down in ((1, 0), (0, 1)):
        line = covered
        for step in range(1, BLOCK):
            x, y = step * across, step * down
            beside = line.crop((x, y, line.width + x, line.height + y))
            covered = ImageChops.darker(covered, beside)
    return covered


def _paper(histogram: list[int]) -> int:
    """Give the shade of the paper, from 0 to 255."""
    left = PAPER * sum(histogram)
    for shade, count in enumerate(histogram):
        left -= count
        if left <= 0:
            return shade
    return len(histogram) - 1
