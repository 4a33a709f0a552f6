"""Signs of a new paper in what single pages are: kinds and facts. They cost most, and are asked last."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from msgspec import Struct

from consistency.extractors.bundles.evidence import table
from consistency.extractors.bundles.layout import first_number
from consistency.extractors.bundles.sheets import Book, Sheet
from consistency.extractors.bundles.turn import Turn, alone
from consistency.extractors.bundles.wording import salutation, title
from consistency.extractors.extract import extract, kind_of
from consistency.model import Document, Paper
from consistency.normalizer.text import fold

UNKNOWN = "unknown"
CONTACTS = ("email", "phone")
"""What somebody tells of himself at the head of his paper, once."""


class Meanings:
    """What each page would be by itself; a page is recognised and read once."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._pages: dict[int, Document] = {}
        self._kinds: dict[int, str] = {}
        self._papers: dict[int, Paper] = {}

    def kind(self, sheet: Sheet) -> str:
        """Name the kind of a page."""
        if sheet.number not in self._kinds:
            self._kinds[sheet.number] = kind_of(self._alone(sheet)) or UNKNOWN
        return self._kinds[sheet.number]

    def paper(self, sheet: Sheet) -> Paper:
        """Give a page as a paper of its own."""
        if sheet.number not in self._papers:
            self._papers[sheet.number] = extract(self._alone(sheet))
        return self._papers[sheet.number]

    def _alone(self, sheet: Sheet) -> Document:
        """Give a page alone, with what was worked out of it; the two of a turn are held, not all of a long file."""
        if sheet.number not in self._pages:
            while len(self._pages) > 1:
                del self._pages[next(iter(self._pages))]
            self._pages[sheet.number] = alone(self._book.document, sheet)
        return self._pages[sheet.number]


class Meant(Struct, frozen=True, dict=True):
    """A turn of a page, with what its paper and its page are."""

    turn: Turn
    meanings: Meanings

    @cached_property
    def before(self) -> str:
        """The kind of the paper that may go on, by its first page."""
        return self.meanings.kind(self.turn.first)

    @cached_property
    def here(self) -> str:
        """The kind of the page."""
        return self.meanings.kind(self.turn.page)

    @property
    def known(self) -> bool:
        """True where both are of a known kind, and the page is no form."""
        return UNKNOWN not in (self.before, self.here) and not is_form(self.here)

    def told_apart(self) -> bool:
        """True where the paper and the page tell otherwise what a paper of their kind tells once."""
        names = table()["once"].get(self.here, ())
        one, other = (self.meanings.paper(sheet) for sheet in (self.turn.first, self.turn.page))
        return any(_disjoint(_told(one, name), _told(other, name)) for name in names)


def is_form(kind: str) -> bool:
    """Tell whether a kind is an official form's."""
    return kind.startswith("imm")


def form_begins(meant: Meant) -> bool:
    """An official form comes after something else."""
    return is_form(meant.here) and not is_form(meant.before)


def other_form(meant: Meant) -> bool:
    """An official form comes after another one."""
    return is_form(meant.here) and is_form(meant.before) and meant.here != meant.before


def same_form(meant: Meant) -> bool:
    """The form goes on."""
    return is_form(meant.here) and meant.here == meant.before and not first_number(meant.turn)


def form_ends(meant: Meant) -> bool:
    """A page without the form's name comes after it."""
    return is_form(meant.before) and not is_form(meant.here)


def other_kind(meant: Meant) -> bool:
    """Both kinds are known, and they differ."""
    return meant.known and meant.here != meant.before and not lies_behind(meant)


def one_sheet(meant: Meant) -> bool:
    """Both kinds are known and differ, and papers of one of them are one sheet."""
    return other_kind(meant) and bool({meant.here, meant.before} & set(table()["one_sheet"]))


def lies_behind(meant: Meant) -> bool:
    """The page is of a kind that lies behind the other, as an officer's notes behind the letter, and tells the same."""
    return meant.here in table()["goes_on"].get(meant.before, ()) and not meant.told_apart()


def kind_at_last(meant: Meant) -> bool:
    """A known kind comes after nothing known."""
    return meant.before == UNKNOWN != meant.here and not is_form(meant.here)


def same_kind(meant: Meant) -> bool:
    """The same kind again."""
    return meant.known and meant.here == meant.before


def one_sheet_again(meant: Meant) -> bool:
    """The same kind again, of which each paper is one sheet."""
    return same_kind(meant) and meant.here in table()["one_sheet"]


def other_facts(meant: Meant) -> bool:
    """The same kind again, of another day, number, name, employer or school."""
    return same_kind(meant) and not one_sheet_again(meant) and meant.told_apart()


def letter_again(meant: Meant) -> bool:
    """A letter of the same kind again, with its own salutation: no second page has one."""
    return same_kind(meant) and meant.here in table()["letters"] and salutation(meant.turn)


def introduced_again(meant: Meant) -> bool:
    """A person tells again, below large letters, how to be reached, as at the head of the paper before."""
    if not same_kind(meant) or not title(meant.turn):
        return False
    papers = [meant.meanings.paper(sheet) for sheet in (meant.turn.first, meant.turn.page)]
    return any(all(paper.value(name) for paper in papers) for name in CONTACTS)


def _told(paper: Paper, name: str) -> set[str]:
    """Give what a paper tells under a name, as a fact or in its records, folded."""
    values = {fact.value for fact in paper.facts if fact.attribute == name}
    values |= {str(getattr(record, name)) for record in paper.records if getattr(record, name, None)}
    return {_key(value) for value in values}


def _key(value: str) -> str:
    """Give a key of a value: names go by their words in any order, numbers and days without blanks."""
    words = fold(value).split()
    return "".join(words) if any(map(str.isdigit, value)) else " ".join(sorted(words))


def _disjoint(one: set[str], other: set[str]) -> bool:
    return bool(one) and bool(other) and not one & other


SIGNS: tuple[Callable[[Meant], bool], ...] = (
    form_begins, other_form, same_form, form_ends, other_kind, one_sheet, lies_behind, kind_at_last,
    same_kind, one_sheet_again, other_facts, letter_again, introduced_again,
)  # fmt: skip
