"""Where a paper says that two names are one employer, or that one works through the other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from consistency.comparator.passages import Passage, holds, passages, words
from consistency.model import Job, Line, Paper
from consistency.normalizer import organisations
from consistency.normalizer.dates import find_dates
from consistency.normalizer.expressions import expression
from consistency.normalizer.text import fold

LINKED = expression(
    r"\b(?:formerly|previously (?:known|called|named)|now (?:called|named|known|operat\w+|trad\w+)|re ?named"
    r"|changed (?:its|the|their|company|corporate)? ?name|name change|change of name|known as|trading as|trades as"
    r"|t a|dba|d b a|doing business as|operat(?:ing|es|ed) (?:as|under)|o a|trade name|brand(?: name)?|merge[rd]?"
    r"|acquired|acquisition|taken over|take ?over|succeeded|successor|subsidiary|parent company|holding|franchise\w*"
    r"|(?:same|one|part of the) (?:company|employer|group|owner)|agency|outsourc\w*|second(?:ed|ment)|(?:on"
    r"|under) (?:the |its |their )?payroll of|on behalf|contracted (?:to|through|by)|placed (?:at|with)|client"
    r"|deployed (?:to|at)|(?:owner|operator|proprietor|owned|operated|managed) (?:and \w+ )?(?:of|by)"
    r"|(?:unit|division) of|(?:proprietaire|exploitant)e? d[eu]|enseigne|anciennement|autrefois|rebaptis\w*"
    r"|change de nom|changement de nom|devenue?|faisant affaires?|exploitee? sous|nom commercial|fusion\w*"
    r"|rachet\w*|acquise? par|filiale|societe mere|agence"
    r"|sous traitan\w*|detach\w*)\b"
)
"""Words (folded) that say that two names are one employer, or one works through the other."""


NEAR_TEXT, BESIDE_TEXT = 200, 60
"""Signs within which two names and the word that links them stand."""


def renaming(papers: Iterable[Paper], one: str, other: str) -> Passage | None:
    """Give the sentence of any paper that says that two names are one employer, or works through the other.

    The names stand near one another, and the word that links them is with them: a history names many employers.
    """
    keys = [f" {organisations.key(name)} " for name in (one, other)]
    for paper in papers:
        if not all(key in paper.document.once(words) for key in keys):
            continue
        for passage in _lines(paper) if paper.kind == "cv" else passages(paper):
            if all(holds(passage.text, [key]) for key in keys) and _linked(fold(passage.text), *keys):
                return passage
            if _linked_by_itself(passage, keys):
                return passage
        headed = _headed(paper, keys)
        if headed is not None:
            return headed
    return None


_HEAD = 6
_BELOW_HEAD = expression(
    r"(?:to|dear|ref|re|subject|objet|date|a l attention|attn|certificat\w*|attestation|declaration|this|we|i|je"
    r"|nous)\b"
)
"""What begins below a letterhead: to whom a letter goes, its title, its text."""
_OURS = expression(
    r"\b(?:our|us|we|notre|nos|nous)\b|^(?:the )?(?:owners?|operators?|proprietors?|proprietaire|exploitante?|trading"
    r"|doing business|formerly|an? (?:unit|division|brand|subsidiary)|(?:unit|division|brand) of)\b"
)
"""What an employer says of itself, be it under its name at the head of the letter."""


def _linked_by_itself(passage: Passage, keys: Sequence[str]) -> bool:
    """True where an employer says "us" of itself and links the other: "came to our hotel by the agency Link"."""
    paper, text = passage.paper, fold(passage.text)
    if paper.kind != "employment-letter" or not (_OURS.search(text) and LINKED.search(text)):
        return False
    own = _own_names(paper)
    return any(key in own for key in keys) and any(
        key not in own and holds(passage.text, [key]) for key in keys
    )


def _headed(paper: Paper, keys: Sequence[str]) -> Passage | None:
    """Give the line of an employer's letterhead that bears its other name: the shop over the company that owns it."""
    own = _own_names(paper) if paper.kind == "employment-letter" else frozenset[str]()
    head = [Passage(paper, line.text, line) for line in takewhile(_is_head, paper.document.lines[:_HEAD])]
    others = [line for line in head if any(key not in own and holds(line.text, [key]) for key in keys)]
    return next(iter(others), None) if any(key in own for key in keys) else None


def _is_head(line: Line) -> bool:
    return not (_BELOW_HEAD.match(fold(line.text)) or find_dates(line.text))


def _own_names(paper: Paper) -> frozenset[str]:
    return frozenset(f" {organisations.key(job.employer)} " for job in paper.all(Job) if job.employer)


def _lines(paper: Paper) -> Iterator[Passage]:
    """Give the lines of a curriculum vitae: it has few sentences, and names one employer after another."""
    return (Passage(paper, line.text, line) for line in paper.document.lines)


def _linked(text: str, one: str, other: str) -> bool:
    """True where a linking word stands between two names (folded), or close beside them, and these are near."""
    padded = f" {text} "
    for first in re.finditer(re.escape(one), padded):
        for second in re.finditer(re.escape(other), padded):
            begin, end = min(first.start(), second.start()), max(first.end(), second.end())
            if end - begin <= NEAR_TEXT and LINKED.search(
                padded[max(0, begin - BESIDE_TEXT) : end + BESIDE_TEXT]
            ):
                return True
    return False
