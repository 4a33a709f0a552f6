"""A page's picture made ready for reading: grey, its paper evenly white, its ink dark."""

from __future__ import annotations

from PIL import Image, ImageChops, ImageFilter, ImageOps

PATCH = 0.03
"""Inches: the paper is looked at in patches of this size."""
NEAR = 9
"""Patches across within which paper shows between the letters (a quarter of an inch)."""
UNEVEN = 24
"""Levels of grey by which the paper's brightness may differ over a page and still be called even."""
RULE = 0.5
"""Inches: longer than the strokes of letters, and than the serifs of a few capitals in a row."""
WHOLE = 232
"""Level from which a mean of dots is taken for ink throughout: of twelve, one may be missing."""
INK, FAINT = 128, 190
"""Levels of grey below which a dot of an even picture is ink, and may be the faint ink of a thin rule."""
BESIDE = 2
"""Dots to either side of a rule that are its blurred edge."""


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


def inked(even: Image.Image, lightest: int = INK) -> Image.Image:
    """Give an even picture in which ink is white and paper black; ink is what is darker than a level of grey."""
    return even.point([255 if level < lightest else 0 for level in range(256)])


def unruled(even: Image.Image, dots: float) -> Image.Image:
    """Give an even, level picture without the rules of its tables and forms, which are taken for letters else."""
    ink, long = inked(even, FAINT), max(round(RULE * dots), 2)
    bare = even.copy()
    for cell in ((1, long), (long, 1)):
        runs = _runs(ink, cell)
        if runs.getbbox() is None:
            continue
        for step in (-BESIDE, 0, BESIDE):
            aside = (step, 0) if cell[0] == 1 else (0, step)
            bare.paste(255, mask=ImageChops.offset(runs, *aside))
    return bare


def _runs(ink: Image.Image, cell: tuple[int, int]) -> Image.Image:
    """Give the dots that lie in cells full of ink, in either of two lattices of cells."""
    found = Image.new("L", ink.size)
    for shift in (0, 1):
        across, down = (side // 2 * shift for side in cell)
        if across >= ink.width or down >= ink.height:
            continue  # a picture smaller than half a rule has none
        full = (
            ink.crop((across, down, *ink.size))
            .reduce(cell)
            .point([255 * (level >= WHOLE) for level in range(256)])
        )
        wide = full.resize((full.width * cell[0], full.height * cell[1]), resample=Image.Resampling.NEAREST)
        found.paste(255, (across, down), mask=wide)
    return found
