"""A page's picture made ready for reading: grey, its paper evenly white, its ink dark."""

from __future__ import annotations

from itertools import accumulate

from PIL import Image, ImageChops, ImageFilter

from consistency.model import Lie
from consistency.readers.lying import Part, upright

PATCH = 0.03
"""Inches: the paper is looked at in patches of this size."""
NEAR = 9
"""Patches across within which paper shows between the letters (a quarter of an inch)."""
UNEVEN = 24
"""Levels of grey by which the paper's brightness may differ over a page and still be called even."""
DARKEST = 0.001
"""Share of a picture's dots that are no darker than its ink: specks."""
SAMPLE = 500_000
"""Dots by which the levels of a picture are measured: counting all takes longer than changing them."""
UPRIGHT_RULE, LEVEL_RULE = 0.5, 1.0
"""Inches: longer than the strokes of letters, and than the serifs of capitals in a row."""
WHOLE = 232
"""Level from which a mean of dots is taken for ink throughout: of twelve, one may be missing."""
PIECES, MOSTLY = 16, 178
"""Pieces of a cell by which a rule is followed to its ends, and the level of a mean from which one goes on there."""
FEW = 0.1
"""Square inches of upright rules up to which they are those of a table, not of a form."""
INK, FAINT = 128, 190
"""Levels of grey below which a dot of an even picture is ink, and may be the faint ink of a thin rule."""
CELL = 1 / 30
"""Inches: blank paper is looked for in cells of this size."""
BLANK = 245
"""Level of a cell's mean up to which something stands in it: one dot in 25, as of a speck of dust."""
FULL = 0.8
"""Share of a page from which cutting its margins off saves nothing."""
EDGE = 5
"""Blank cells that are left around what stands on a page."""
BESIDE = (-4, -2, 0, 2, 4)
"""Dots to either side of a rule that are its blurred edge."""


def evened(picture: Image.Image, dots: float) -> Image.Image:
    """Give a picture in grey, from black to white; a shadow over it, or a tint of its paper, is taken out."""
    grey = picture.convert("L")
    paper = _brightest(grey.reduce(max(round(PATCH * dots), 1)))
    darkest, brightest = _spread(paper)
    if brightest - darkest > UNEVEN:
        shade = ImageChops.invert(paper.filter(ImageFilter.GaussianBlur(NEAR / 2)))
        grey = ImageChops.add(grey, shade.resize(grey.size, resample=Image.Resampling.BILINEAR))
    return _stretched(grey)


def _brightest(small: Image.Image) -> Image.Image:
    """Give for each dot the brightest one near it: the picture laid over itself, by ever larger steps.

    Pillow's MaxFilter gives the same, and takes longer than all else that is done to a page.
    """
    beside, reach = NEAR // 2, 1
    width, height = (side + 2 * beside for side in small.size)
    near = small.crop((-beside, -beside, small.width + beside, small.height + beside))
    while reach < NEAR:
        step = min(reach, NEAR - reach)
        near = ImageChops.lighter(near, near.crop((step, 0, width + step, height)))
        near = ImageChops.lighter(near, near.crop((0, step, width, height + step)))
        reach += step
    return near.crop((0, 0, *small.size))


def _stretched(grey: Image.Image) -> Image.Image:
    """Make the darkest dots of a picture black and the brightest white, by a part of them that stands for all."""
    step = max(int((grey.width * grey.height / SAMPLE) ** 0.5), 1)
    size = (-(-grey.width // step), -(-grey.height // step))
    counts = grey.resize(size, resample=Image.Resampling.NEAREST).histogram()
    below = list(accumulate(counts))
    black = next(level for level, count in enumerate(below) if count > DARKEST * below[-1])
    white = max(level for level, count in enumerate(counts) if count)
    if white <= black:
        return grey
    return grey.point(
        [min(max(round(255 * (level - black) / (white - black)), 0), 255) for level in range(256)]
    )


def _spread(paper: Image.Image) -> tuple[int, int]:
    """Give the brightness of the darker parts of the paper and of the brighter ones."""
    levels = sorted(paper.tobytes())
    return levels[len(levels) // 10], levels[-len(levels) // 10]


def inked(even: Image.Image, lightest: int = INK) -> Image.Image:
    """Give an even picture in which ink is white and paper black; ink is what is darker than a level of grey."""
    return even.point([255 if level < lightest else 0 for level in range(256)])


def written(even: Image.Image, lie: Lie, dots: float) -> Part:
    """Give the part of a picture, once it is upright, in which anything stands, with a blank edge.

    The whole where nothing does, or little is blank. An engine takes as long for blank paper as for letters, but for
    reading them.
    """
    cell = max(round(CELL * dots), 1)
    small = even.point([0 if level < FAINT else 255 for level in range(256)]).reduce(cell)
    inky = upright(small, lie).point([255 * (level <= BLANK) for level in range(256)]).getbbox()
    width, height = even.size[::-1] if lie.on_side else even.size
    whole = Part(0, 0, width, height)
    if inky is None:
        return whole
    left, top = (max(edge - EDGE, 0) * cell for edge in inky[:2])
    right, bottom = (
        min((edge + EDGE) * cell, side) for edge, side in zip(inky[2:], (width, height), strict=True)
    )
    return (
        Part(left, top, right, bottom) if (right - left) * (bottom - top) < FULL * width * height else whole
    )


def unruled(even: Image.Image, dots: float) -> Image.Image:
    """Give an even, level picture without the rules of its tables and forms, which are taken for letters else.

    One without any is given as it is.
    """
    ink = inked(even, FAINT)
    high, wide = (max(round(rule * dots), 2) for rule in (UPRIGHT_RULE, LEVEL_RULE))
    found = [(cell, runs) for cell in ((1, high), (wide, 1)) if (runs := _runs(ink, cell)) is not None]
    if not found:
        return even
    bare = even.copy()
    for cell, runs in found:
        for step in BESIDE:
            aside = (step, 0) if cell[0] == 1 else (0, step)
            bare.paste(255, mask=ImageChops.offset(runs, *aside))
    return bare


def has_few_rules(even: Image.Image, dots: float) -> bool:
    """Say whether an even, level picture has upright rules, and no more than a table in a letter has."""
    long = max(round(UPRIGHT_RULE * dots), 2)
    full = _full(inked(even, FAINT), (1, long), (0, 0))
    return 0.0 < full.histogram()[255] * long / dots**2 <= FEW


def _runs(ink: Image.Image, cell: tuple[int, int]) -> Image.Image | None:
    """Give the dots that lie in cells full of ink, in either of two lattices of cells; None where there are none."""
    found: Image.Image | None = None
    for shift in (0, 1):
        across, down = (side // 2 * shift for side in cell)
        if across >= ink.width or down >= ink.height:
            continue  # a picture smaller than half a rule has none
        full = _full(ink, cell, (across, down))
        if full.getbbox() is None:
            continue
        wide = full.resize((full.width * cell[0], full.height * cell[1]), resample=Image.Resampling.NEAREST)
        found = found or Image.new("L", ink.size)
        found.paste(255, (across, down), mask=wide)
    return found and _to_their_ends(found, ink, cell)


def _to_their_ends(runs: Image.Image, ink: Image.Image, cell: tuple[int, int]) -> Image.Image:
    """Lengthen runs as far as ink goes on: the cells at the ends of a rule are not full, and what is left is read."""
    step = max(max(cell) // PIECES, 1)
    piece, ahead = ((1, step), (0, 1)) if cell[0] == 1 else ((step, 1), (1, 0))
    inky = ink.reduce(piece).point([255 * (level >= MOSTLY) for level in range(256)])
    grown = runs.reduce(piece).point([255 * (level >= MOSTLY) for level in range(256)])
    (width, height), (across, down) = grown.size, ahead
    for _ in range(PIECES):
        before = grown.crop((-across, -down, width - across, height - down))
        after = grown.crop((across, down, width + across, height + down))
        grown = ImageChops.lighter(grown, ImageChops.darker(ImageChops.lighter(before, after), inky))
    whole = grown.resize((width * piece[0], height * piece[1]), resample=Image.Resampling.NEAREST)
    return ImageChops.lighter(runs, whole.crop((0, 0, *runs.size)))


def _full(ink: Image.Image, cell: tuple[int, int], start: tuple[int, int]) -> Image.Image:
    """Give the cells of a lattice that are full of ink, in white; each is a dot."""
    means = ink.reduce(cell, box=(*start, *ink.size))
    return means.point([255 * (level >= WHOLE) for level in range(256)])
