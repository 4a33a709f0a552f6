"""Sheets that are no papers: what parts two papers of a bundle, its list of contents, a portfolio's notice.

The tables that this program itself writes to work with are none either: they repeat what papers say.
"""

from consistency.extractors.pages import sheet_words as words
from consistency.extractors.pages.stamping import unstamped
from consistency.extractors.reading import Reading
from consistency.extractors.wording.prose import plain
from consistency.model import AsOf, Document

WORKING_PAPER = "consistency"
"""The author that the program's own tables and question lists name in their file."""


def recognise(document: Document) -> float:
    """Say how sure it is that a sheet tells of nobody; a whole file may be a notice, or a table of this program."""
    if document.media == "docx" and document.metadata.get("author") == WORKING_PAPER:
        return 1.0
    height = document.pages[0].height if document.pages else 0.0
    texts = [plain(line.text).strip() for line in unstamped(document.lines, height)]
    parts = document.part is not None and (words.is_separator(texts) or words.is_contents(texts))
    return 1.0 if parts or words.is_portfolio_notice(texts) else 0.0


def read(_document: Document) -> Reading:
    """Read nothing: such a sheet says nothing of the applicant."""
    return Reading(AsOf(None, "unknown"))
