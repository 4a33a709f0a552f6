"""Signs of a new paper in how the pages look and are counted; a sign's name is its weight's in ``evidence.toml``."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from consistency.extractors.bundles.numbering import Number
from consistency.extractors.bundles.turn import Turn
from consistency.extractors.pages import sheet_words as words
from consistency.model import Bookmark

RESIZED, LETTERS, MARGIN = 0.03, 0.08, 14.0
"""Shares of a page's and of the letters' size, and points of the margin, by which two papers differ."""


def first_number(turn: Turn) -> bool:
    """The page bears the number 1."""
    return any(n.value == 1 and n.named for n in turn.book.own(turn.page))


def last_number_before(turn: Turn) -> bool:
    """The page before is the last of its paper by its number."""
    return any(n.value == n.total for n in turn.book.own(turn.before)) and not next_number(turn)


def next_number(turn: Turn) -> bool:
    """The page is the next by its number: "Page 3 of 5" after "Page 2 of 5"."""
    return any(one.named and other.named for one, other in _following(turn))


def next_figure(turn: Turn) -> bool:
    """The page is the next by a mere figure at its edge."""
    return any(not one.named and not other.named for one, other in _following(turn))


def _following(turn: Turn) -> Iterator[tuple[Number, Number]]:
    """Give the numbers of the two pages of which one follows the other."""
    for one in turn.book.own(turn.before):
        for other in turn.book.own(turn.page):
            if other.value == one.value + 1 and one.total == other.total:
                yield one, other


def later_number(turn: Turn) -> bool:
    """The page bears a later number, and follows none."""
    told = [n for n in turn.book.own(turn.page) if n.named]
    return bool(told) and all(n.value > 1 for n in told) and not next_number(turn)


def unfinished(turn: Turn) -> bool:
    """The page before is not the last by its number, and this one says nothing."""
    told = [n for n in turn.book.own(turn.before) if n.total]
    return bool(told) and all(n.value < (n.total or 0) for n in told) and not turn.book.own(turn.page)


def counted_through(turn: Turn) -> bool:
    """All pages of the file are counted, and nothing else is."""
    return turn.book.counted_through


def named_bookmark(turn: Turn) -> bool:
    """A bookmark leads here that is a file's name or names a paper."""
    return turn.book.names_papers and any(words.names_paper(mark.title) for mark in _marks(turn))


def bookmark(turn: Turn) -> bool:
    """Another bookmark of the highest level leads here."""
    return bool(_marks(turn)) and not named_bookmark(turn)


def no_bookmark(turn: Turn) -> bool:
    """The bookmarks name papers, and none leads here."""
    return turn.book.names_papers and not _marks(turn)


def _marks(turn: Turn) -> tuple[Bookmark, ...]:
    return turn.book.marks.get(turn.page.number, ())


def label_begins_anew(turn: Turn) -> bool:
    """The label that viewers show for the page goes back to 1."""
    labels = turn.book.document.labels
    at = turn.page.number - 1
    return at < len(labels) and labels[at] != str(at + 1) and _figure(labels[at]) == 1


def _figure(label: str) -> int | None:
    figures = "".join(c for c in label[-4:] if c.isdecimal())
    return int(figures) if figures else None


def after_separator(turn: Turn) -> bool:
    """The page before only parts two papers."""
    return turn.before.separates


def separator(turn: Turn) -> bool:
    """The page only parts two papers."""
    return turn.page.separates


def after_contents(turn: Turn) -> bool:
    """The paper before lists what is in the file."""
    return turn.first.lists and not turn.page.lists


def after_blank(turn: Turn) -> bool:
    """Blank pages lie before the page."""
    return turn.blank_between


def resized(turn: Turn) -> bool:
    """The paper has another size, whichever way it lies."""
    one, other = (sorted((s.page.width, s.page.height)) for s in (turn.before, turn.page))
    return any(abs(a - b) > RESIZED * max(a, b) for a, b in zip(one, other, strict=True))


def turned(turn: Turn) -> bool:
    """The paper lies the other way."""
    return (turn.before.page.width > turn.before.page.height) != (
        turn.page.page.width > turn.page.page.height
    )


def other_medium(turn: Turn) -> bool:
    """A picture comes after text, or text after a picture."""
    return turn.before.picture != turn.page.picture


def placeholder(turn: Turn) -> bool:
    """The page, or the one before it, shows only the notice in place of a form."""
    return bool({turn.before.number, turn.page.number} & turn.book.placeholders)


def other_letters(turn: Turn) -> bool:
    """The letters of most words have another size."""
    one, other = turn.before.size, turn.page.size
    typed = not (turn.before.picture or turn.page.picture)
    return typed and one is not None and other is not None and abs(one - other) > LETTERS * max(one, other)


def other_margin(turn: Turn) -> bool:
    """Most lines begin elsewhere."""
    one, other = turn.before.margin, turn.page.margin
    typed = not (turn.before.picture or turn.page.picture)
    return typed and one is not None and other is not None and abs(one - other) > MARGIN


SIGNS: tuple[Callable[[Turn], bool], ...] = (
    first_number, last_number_before, next_number, next_figure, later_number, unfinished, counted_through,
    named_bookmark, bookmark, no_bookmark, label_begins_anew, after_separator, separator, after_contents,
    after_blank, resized, turned, other_medium, placeholder, other_letters, other_margin,
)  # fmt: skip
