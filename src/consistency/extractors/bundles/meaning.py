"""Signs of a new paper in what single pages are: kinds and facts. They cost most, and are asked last."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from consistency.extractors.bundles.evidence import table
from consistency.extractors.bundles.layout import first_number
from consistency.extractors.bundles.sheets import Book, Sheet
from consistency.extractors.bundles.turn import Turn, alone
from consistency.extractors.extract import extract
from consistency.model import Paper

NUMBERS = ("application_number", "passport_number", "document_date")
"""Facts that are a paper's own: one paper does not tell two."""
NAMES = ("employer", "institution", "number")
"""The same of records."""


class Meanings:
    """What each page would be by itself; a page is read once."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._known: dict[int, Paper] = {}

    def of(self, sheet: Sheet) -> Paper:
        """Give a page as a paper of its own."""
        if sheet.number not in self._known:
            self._known[sheet.number] = extract(alone(self._book.document, sheet))
        return self._known[sheet.number]


@dataclass(frozen=True)
class Meant:
    """A turn of a page, with what its paper and its page are."""

    turn: Turn
    meanings: Meanings

    @cached_property
    def paper(self) -> Paper:
        """The paper that may go on, by its first page."""
        return self.meanings.of(self.turn.first)

    @cached_property
    def page(self) -> Paper:
        """The page as a paper."""
        return self.meanings.of(self.turn.page)

    @property
    def known(self) -> bool:
        """True where both are of a known kind."""
        return "unknown" not in (self.paper.kind, self.page.kind)


def form_begins(meant: Meant) -> bool:
    """An official form comes after something else."""
    return meant.page.is_form and not meant.paper.is_form


def other_form(meant: Meant) -> bool:
    """An official form comes after another one."""
    return meant.page.is_form and meant.paper.is_form and meant.page.kind != meant.paper.kind


def same_form(meant: Meant) -> bool:
    """The form goes on."""
    return meant.page.is_form and meant.page.kind == meant.paper.kind and not first_number(meant.turn)


def form_ends(meant: Meant) -> bool:
    """A page without the form's name comes after it."""
    return meant.paper.is_form and not meant.page.is_form


def other_kind(meant: Meant) -> bool:
    """Both kinds are known, and they differ; a kind that lies behind the other goes on with it."""
    if not meant.known or meant.page.is_form or meant.page.kind == meant.paper.kind:
        return False
    return not lies_behind(meant)


def lies_behind(meant: Meant) -> bool:
    """The page is of a kind that lies behind the other: an officer's notes behind the letter."""
    return meant.page.kind in table()["goes_on"].get(meant.paper.kind, ()) and not any(
        _disjoint({meant.paper.value(name)}, {meant.page.value(name)}) for name in NUMBERS
    )


def kind_at_last(meant: Meant) -> bool:
    """A known kind comes after nothing known."""
    return meant.paper.kind == "unknown" and meant.page.kind != "unknown" and not meant.page.is_form


def same_kind(meant: Meant) -> bool:
    """The same kind again."""
    return meant.known and not meant.page.is_form and meant.page.kind == meant.paper.kind


def one_sheet_again(meant: Meant) -> bool:
    """The same kind again, of which each paper is one sheet."""
    return same_kind(meant) and meant.page.kind in table()["one_sheet"]


def other_facts(meant: Meant) -> bool:
    """The same kind again, of another day, number, employer or school."""
    return same_kind(meant) and not one_sheet_again(meant) and any(_differ(meant.paper, meant.page))


def _differ(one: Paper, other: Paper) -> list[bool]:
    facts = [_disjoint({one.value(name)}, {other.value(name)}) for name in NUMBERS]
    records = [_disjoint(_named(one, name), _named(other, name)) for name in NAMES]
    return facts + records


def _named(paper: Paper, name: str) -> set[str | None]:
    return {getattr(record, name, None) for record in paper.records}


def _disjoint(one: set[str | None], other: set[str | None]) -> bool:
    told = [{value.casefold() for value in values if value} for values in (one, other)]
    return all(told) and not told[0] & told[1]


SIGNS: tuple[Callable[[Meant], bool], ...] = (
    form_begins, other_form, same_form, form_ends, other_kind, lies_behind, kind_at_last,
    same_kind, one_sheet_again, other_facts,
)  # fmt: skip
