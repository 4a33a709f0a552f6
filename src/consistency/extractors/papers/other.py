"""Sheets of a bundle that are no papers: what parts two of them, and the list of what is in the file."""

from consistency.extractors.bundles import words
from consistency.extractors.papers._prose import plain
from consistency.extractors.reading import Reading
from consistency.model import AsOf, Document


def recognise(document: Document) -> float:
    """Say how sure it is that a part of a file only parts papers or lists them; a whole file is never taken for it."""
    if document.part is None or not document.lines:
        return 0.0
    texts = [plain(line.text).strip() for line in document.lines]
    return 1.0 if words.is_separator(texts) or words.is_contents(texts) else 0.0


def read(document: Document) -> Reading:  # noqa: ARG001  (every kind is read with its document)
    """Read nothing: such a sheet says nothing of the applicant."""
    return Reading(AsOf(None, "unknown"))
