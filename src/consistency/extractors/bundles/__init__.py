"""One file that holds several papers: split by what its pages show, each part read as a file of its own.

A file is split only where the evidence for a new paper outweighs that for the going on of the one before: a long
paper that is cut in two is as wrong as two papers taken for one. Evidence is a list of signs at each turn of a page
(:mod:`.layout`, :mod:`.wording`, :mod:`.meaning`) with weights as data (``evidence.toml``).
"""

from __future__ import annotations

from itertools import pairwise

from consistency.extractors.bundles.common import without_common
from consistency.extractors.bundles.cutting import part
from consistency.extractors.bundles.dividing import beginnings
from consistency.model import Document

__all__ = ["papers_in"]


def papers_in(document: Document) -> tuple[Document, ...]:
    """Give the papers that a file holds: the document itself, or a part for each paper, named by its pages."""
    if len(document.pages) < 2 or (document.read == "failed" and not document.pictures):
        return (document,)
    if document.form is not None and document.form.datasets is not None:
        return (document,)  # the data of one form, whatever its pages show
    whole, document = document, without_common(document)
    starts = beginnings(document)
    if len(starts) == 1:
        return (whole,)
    ends = (*starts, document.pages[-1].number + 1)
    return tuple(part(document, first, following - 1) for first, following in pairwise(ends))
