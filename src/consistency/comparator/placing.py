"""Where the quoted words stand on their page: a finding's box is drawn around them, over all their lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from string import punctuation
from typing import NamedTuple

from msgspec.structs import replace

from consistency.extractors.pages.columns import words_of
from consistency.model import Box, Case, Citation, Document, Evidence, Finding, Word, around
from consistency.normalizer.expressions import expression
from consistency.normalizer.text import fold

REACH = 30
"""So many words may stand between two words of a quote: a column beside it, or the words of a caption."""
_WHOLE = expression(r"(?:{0}[^\W_]+{0}(?: |\Z))*".format(f"[{re.escape(punctuation)}]*"))
"""Words that each hold one run of letters or digits, with punctuation around it."""
CELLS = " | "
"""What stands between the cells of a row in its quote."""
ENOUGH = 4
"""So many words of a quote must stand on the page where it runs over to the next one."""


class Placed(NamedTuple):
    """The folded words of a page and the box of each."""

    texts: list[str]
    boxes: list[Box]


def placed(case: Case, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Give findings with the box of each side around the words that it quotes.

    A field of a form keeps its own box, and so does a quote that is not found word for word on its page.
    """
    return tuple(
        replace(
            finding,
            evidence=tuple(_cited(case, c) for c in finding.evidence),
            following=tuple(_cited(case, c) for c in finding.following),
        )
        for finding in findings
    )


def _cited(case: Case, citation: Citation) -> Citation:
    evidence = citation.evidence
    paper = case.by_path.get(evidence.document)
    if paper is None or not evidence.quote or evidence.page is None or evidence.field is not None:
        return citation
    box = _box_of(paper.document, evidence, evidence.page)
    return citation if box is None else replace(citation, evidence=replace(evidence, box=box))


def _box_of(document: Document, evidence: Evidence, page: int) -> Box | None:
    """Give the box around the words of a quote, cell by cell; None where one is not found."""
    words = document.once(_words, page)
    cells = [fold(cell).split() for cell in (evidence.quote or "").split(CELLS)]
    found = [_nearest(words, cell, evidence.box) for cell in cells if cell]
    boxes = [box for box in found if box is not None]
    return around(boxes) if boxes and len(boxes) == len(found) else None


def _words(document: Document, page: int) -> Placed:
    """Give the words of a page in reading order; one that folds into several counts as so many."""
    found = Placed([], [])
    for line in document.lines:
        if line.page == page:
            for segment in line.segments:
                _put(words_of(segment), found)
    return found


def _put(words: Sequence[Word], found: Placed) -> None:
    """Fold words, in one go where each stays one word: none of them vanishes, so as many are left only then."""
    text = " ".join([word.text for word in words])
    if _WHOLE.fullmatch(text):
        texts = fold(text).split()
        if len(texts) == len(words):
            found.texts.extend(texts)
            found.boxes.extend([word.box for word in words])
            return
    for word in words:
        parts = fold(word.text).split()
        found.texts.extend(parts)
        found.boxes.extend([word.box] * len(parts))


def _nearest(words: Placed, quote: Sequence[str], near: Box | None) -> Box | None:
    """Give the box of the run of words that is the quote: the closest to a known place, then the shortest."""
    starts = (start for start, text in enumerate(words.texts) if text == quote[0])
    runs = [run for start in starts if (run := _run(words.texts, quote, start))]
    if near is not None:
        runs = [run for run in runs if any(words.boxes[index].meets(near) for index in run)]
    best = min(runs, key=lambda run: run[-1] - run[0] - len(run), default=None)
    return around(words.boxes[index] for index in best) if best else None


def _run(words: Sequence[str], quote: Sequence[str], start: int) -> list[int] | None:
    """Follow a quote from its first word on; a quote that goes on over the page ends with it."""
    run = [start]
    for wanted in quote[1:]:
        here = range(run[-1] + 1, min(run[-1] + 1 + REACH, len(words)))
        following = next((index for index in here if words[index] == wanted), None)
        if following is None:
            over = len(words) - 1 - run[-1] <= REACH and len(run) >= ENOUGH
            return run if over else None
        run.append(following)
    return run
