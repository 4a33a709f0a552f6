"""All made curricula vitae: every layout with several people, and some as scans."""

from collections.abc import Iterator
from typing import NamedTuple

from tests.resumes.layouts_docx import DOCX_LAYOUTS
from tests.resumes.layouts_drawn import DRAWN_LAYOUTS
from tests.resumes.layouts_pdf import PDF_LAYOUTS, Layout, Told
from tests.resumes.people import PEOPLE
from tests.resumes.sheet import scanned

HELD_OUT = frozenset(
    {
        "employer_first", "narrow_column", "table_from_to", "one_line_each", "two_pages", "skills_first",
        "table_without_head", "text_box",
    }
)  # fmt: skip
"""Layouts whose failures were not looked at while the reader was mended."""
SCANNED = ("dates_at_the_right", "sidebar", "numbered_table")
EACH = 5


class Paper(NamedTuple):
    """A made file: its name, its layout, its bytes and the jobs that it tells."""

    name: str
    layout: str
    data: bytes
    jobs: list[Told]


def papers(layouts: frozenset[str] | None = None) -> Iterator[Paper]:
    """Make each layout with five people, other ones for each layout; ``layouts`` names those that are wanted."""
    every: dict[str, tuple[Layout, str]] = {name: (layout, "pdf") for name, layout in PDF_LAYOUTS.items()}
    every |= {name: (layout, "docx") for name, layout in DOCX_LAYOUTS.items()}
    every |= {name: (layout, "pdf") for name, layout in DRAWN_LAYOUTS.items()}
    for order, (name, (layout, suffix)) in enumerate(every.items()):
        if layouts is not None and name not in layouts:
            continue
        for count in range(EACH):
            number = order * 3 + count
            data, jobs = layout(PEOPLE[(number + 3 * count) % len(PEOPLE)], number)
            yield Paper(f"{name}-{count}.{suffix}", name, data, jobs)


def scans() -> Iterator[Paper]:
    """Make scans of some layouts, askew one way and the other."""
    for order, name in enumerate(SCANNED):
        data, jobs = PDF_LAYOUTS[name](PEOPLE[order * 4], order)
        yield Paper(f"{name}-scan.pdf", f"{name} as a scan", scanned(data, 150, 0.9 - 0.8 * order), jobs)
