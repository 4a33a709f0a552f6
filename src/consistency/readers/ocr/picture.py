"""A page's picture made ready for reading: grey, its paper evenly white, its ink dark."""

from __future__ import annotations

from PIL import Image, ImageChops, ImageFilter, ImageOps

PATCH = 0.03
"""Inches: the paper is looked at in patches of this size."""
NEAR = 9
"""Patches across within which paper shows between the letters (a quarter of an inch)."""
UNEVEN = 24
"""Levels of grey by which the paper's brightness may differ over a page and still be called even."""
INK = 128
"""Level of grey below which a dot of an even picture is ink."""


def evened(picture: Image.Image, dots: float) -> Image.Image:
    """Give a picture in grey, from black to white; a shadow over it, or a tint of its paper, is taken out."""
    grey = picture.convert("L")
    small = grey.reduce(max(round(PATCH * dots), 1))
    paper = small.filter(ImageFilter.MaxFilter(NEAR))
    darkest, brightest = _spread(paper)
    if brightest - darkest > UNEVEN:
        paper = paper.filter(ImageFilter.GaussianBlur(NEAR / 2)).resize(
            grey.size, resample=Image.Resampling.BILINEAR
        )
        grey = ImageChops.add(grey, ImageChops.invert(paper))
    return ImageOps.autocontrast(grey, cutoff=(0.1, 0.0))


def _spread(paper: Image.Image) -> tuple[int, int]:
    """Give the brightness of the darker parts of the paper and of the brighter ones."""
    levels = sorted(paper.tobytes())
    return levels[len(levels) // 10], levels[-len(levels) // 10]


def inked(even: Image.Image) -> Image.Image:
    """Give an even picture in which ink is white and paper black."""
    return even.point([255 if level < INK else 0 for level in range(256)])
