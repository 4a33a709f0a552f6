"""Where the quoted words stand on their page: a finding's box is drawn around them, over all their lines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from string import punctuation
from typing import NamedTuple

from msgspec.structs import replace

from consistency.extractors.columns import words_of
from consistency.model import Box, Case, Citation, Document, Evidence, Finding, Word, around
from consistency.normalizer.text import fold

REACH = 30
"""So many words may stand between two words of a quote: a column beside it, or the words of a caption."""
CELLS = " | "
"""What stands between the cells of a row in its quote."""
ENOUGH = 4
"""So many words of a quote must stand on the page where it runs over to the next one."""


class Placed(NamedTuple):
    """A folded word of a page and its box."""

    text: str
    box: Box


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


def _words(document: Document, page: int) -> tuple[Placed, ...]:
    """Give the words of a page in reading order; one that folds into several counts as so many."""
    segments = (segment for line in document.lines if line.page == page for segment in line.segments)
    return tuple(word for segment in segments for word in _folded(words_of(segment)))


def _folded(words: Sequence[Word]) -> list[Placed]:
    """Fold words, in one go where each stays one word: none of them vanishes, so as many are left only then."""
    if all(word.text.strip(punctuation).isalnum() for word in words):
        texts = fold(" ".join([word.text for word in words])).split()
        if len(texts) == len(words):
            return [Placed(text, word.box) for text, word in zip(texts, words, strict=True)]
    return [Placed(part, word.box) for word in words for part in fold(word.text).split()]


def _nearest(words: Sequence[Placed], quote: Sequence[str], near: Box | None) -> Box | None:
    """Give the box of the run of words that is the quote: the closest to a known place, then the shortest."""
    runs = [
        run
        for start, word in enumerate(words)
        if word.text == quote[0] and (run := _run(words, quote, start))
    ]
    if near is not None:
        runs = [run for run in runs if any(words[index].box.meets(near) for index in run)]
    best = min(runs, key=lambda run: run[-1] - run[0] - len(run), default=None)
    return around(words[index].box for index in best) if best else None


def _run(words: Sequence[Placed], quote: Sequence[str], start: int) -> list[int] | None:
    """Follow a quote from its first word on; a quote that goes on over the page ends with it."""
    run = [start]
    for wanted in quote[1:]:
        here = range(run[-1] + 1, min(run[-1] + 1 + REACH, len(words)))
        following = next((index for index in here if words[index].text == wanted), None)
        if following is None:
            over = len(words) - 1 - run[-1] <= REACH and len(run) >= ENOUGH
            return run if over else None
        run.append(following)
    return run
