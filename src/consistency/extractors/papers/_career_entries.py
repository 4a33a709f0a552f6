"""From the rows under a heading to entries: which rows head a job or a study, and what they name.

The entries of one paper are written alike. So what stands above the first dates tells how many rows head
every entry, and all entries together tell whether the title or the employer stands first.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from consistency.extractors.layout import merged
from consistency.extractors.papers import _career_fields as fields
from consistency.extractors.papers import _career_words as words
from consistency.extractors.papers._career_fields import Atom, Pair, Weight, Where
from consistency.extractors.papers._career_rows import Found, Row, united
from consistency.model import Line

_MOST_ABOVE = 3
_MOST_BELOW = 3
_LONGEST_NAME = 12
"""Words: more are a sentence, not a title or an employer."""


@cache
def _labels() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (name, re.compile(rf"^\s*(?:{'|'.join(patterns)})\s*[:–-]\s*(.+)$", re.IGNORECASE))
        for name, patterns in words.table()["labels"].items()
    )


@dataclass(frozen=True, slots=True)
class Entry:
    """A job or a study as it stands on the paper."""

    found: Found | None
    dated: Line
    head: Line
    first: Atom | None = None
    second: Atom | None = None
    where: Where | None = None
    duties: tuple[str, ...] = ()


@dataclass(slots=True)
class _Draft:
    """The rows of an entry while they are gathered."""

    anchor: Row
    above: list[Row] = field(default_factory=list)
    below: list[Row] = field(default_factory=list)
    body: list[Row] = field(default_factory=list)
    nested: bool = False

    @property
    def head(self) -> list[Row]:
        return [*self.above, self.anchor, *self.below]


def entries(rows: Sequence[Row], weight: Weight) -> list[Entry]:
    """Give the entries of a section; ``weight`` tells title from employer, or award from school."""
    rows = _without_signs(rows)
    drafts = _drafts(rows, weight)
    read = [_Reading(draft, weight) for draft in drafts]
    leading = fields.leaning((found.pair(0.0) for found in read), weight)
    if leading == 0.0:
        leading = 1.0
    return _with_parents([found.entry(leading) for found in read], drafts, weight)


def _without_signs(rows: Sequence[Row]) -> list[Row]:
    """Take list items as rows where the entries themselves are the items of a list."""
    if any(row.anchors and not row.bullet for row in rows):
        return list(rows)
    return [replace(row, bullet=False) for row in rows]


# --- which rows -------------------------------------------------------------------------------------------


def _drafts(rows: Sequence[Row], weight: Weight) -> list[_Draft]:
    anchors = [index for index, row in enumerate(rows) if row.anchors and not row.bullet]
    if not anchors:
        return []
    above = _rows_above(rows, anchors[0])
    drafts: list[_Draft] = []
    start = 0
    for number, at in enumerate(anchors):
        end = anchors[number + 1] if number + 1 < len(anchors) else len(rows)
        taken = _taken_above(rows, start, at, above, drafts)
        if drafts:
            drafts[-1].body = list(rows[start : at - len(taken)])
        draft = _Draft(rows[at], taken, nested=bool(above) and bool(drafts) and len(taken) < len(above))
        room = end - (min(len(above), end - at - 1) if number + 1 < len(anchors) else 0)
        draft.below = _taken_below(rows, at + 1, max(room, at + 1), draft, weight)
        start = at + 1 + len(draft.below)
        drafts.append(draft)
    drafts[-1].body = list(rows[start:])
    return drafts


def _rows_above(rows: Sequence[Row], at: int) -> list[Row]:
    """Give the rows that stand over the first dates: the pattern of all entries."""
    above = [row for row in rows[max(0, at - _MOST_ABOVE) : at] if not row.bullet and not row.is_prose]
    names = [row for row in above if not _is_place(row)]
    return above if names else []


def _taken_above(rows: Sequence[Row], start: int, at: int, pattern: Sequence[Row], drafts: Sequence[_Draft]) -> list[Row]:
    """Give the rows over the dates that belong to them, at most as many as over the first dates."""
    if not drafts:
        return list(pattern)
    taken: list[Row] = []
    for row, like in zip(reversed(rows[start:at]), reversed(pattern), strict=False):
        if row.bullet or row.is_prose or row.anchors or not _alike(row, like):
            break
        taken.insert(0, row)
    return taken


def _alike(row: Row, like: Row) -> bool:
    if row.lines[0].page is None and row.bold != like.bold:  # on a PDF the weight of a line in columns is not sure
        return False
    return abs(row.size - like.size) <= 0.8 and (abs(row.x0 - like.x0) <= 12 or row.x0 > 100 < like.x0)


def _taken_below(rows: Sequence[Row], start: int, end: int, draft: _Draft, weight: Weight) -> list[Row]:
    """Give the rows under the dates that still head the entry: a place, or the name that is missing."""
    taken: list[Row] = []
    for row in rows[start : min(end, start + _MOST_BELOW)]:
        if row.bullet or row.is_prose or row.anchors:
            break
        missing = 2 - _named([*draft.above, draft.anchor, *taken], weight)
        if not _is_place(row) and (missing <= 0 or draft.nested or not _may_name(row)):
            break
        taken.append(row)
    return taken


def _may_name(row: Row) -> bool:
    return len(row.text.split()) <= 12 and row.text[:1] != row.text[:1].lower() or row.text[:1].isdigit()


def _is_place(row: Row) -> bool:
    if row.found is not None or len(row.text) > 60:
        return False
    rest, where = fields.peel_place(row.text, row.lines[0])
    return where is not None and not rest


def _named(rows: Sequence[Row], weight: Weight) -> int:
    """Count the names that rows give; two in one cell count where a comma parts them."""
    atoms, _ = _atoms(rows)
    if len(atoms) == 1:
        return 2 if len(fields.commas(atoms[0].text)) > 1 and not _is_one_name(atoms[0].text, weight) else 1
    return len(atoms)


def _is_one_name(text: str, weight: Weight) -> bool:
    signs = [weight(part) for part in fields.commas(text)]
    return all(sign < 0 for sign in signs) or all(sign > 1 for sign in signs)


def _is_two(text: str, weight: Weight) -> bool:
    signs = [weight(part) for part in fields.commas(text)]
    return any(sign > 0 for sign in signs) and any(sign < 0 for sign in signs)


# --- what they name ---------------------------------------------------------------------------------------


def _atoms(rows: Sequence[Row]) -> tuple[list[Atom], Where | None]:
    atoms: list[Atom] = []
    where: Where | None = None
    for rank, row in enumerate(rows):
        for cell in row.bare:
            for piece in fields.pieces(cell):
                if len(piece.split()) > _LONGEST_NAME:
                    continue
                rest, place = fields.peel_place(piece, row.line(piece))
                if place is not None and (where is None or (where.country is None and place.country)):
                    where = place
                elif place is not None:
                    rest = rest or ""
                if rest:
                    atoms.append(Atom(rest, row.line(rest), rank))
    return atoms, where


class _Reading:
    """What the head rows of one entry name."""

    def __init__(self, draft: _Draft, weight: Weight) -> None:
        self.draft, self.weight = draft, weight
        self.labelled = _labelled(draft)
        self.atoms, self.where = _atoms(draft.head)
        if not self.atoms and self.where is not None:  # a name that is also a city's
            self.atoms, self.where = [Atom(self.where.words, self.where.line)], None

    def pair(self, leading: float) -> Pair:
        """Give the two names in the order of the paper."""
        atoms = self.atoms
        if not atoms:
            return Pair(None, None)
        if len(atoms) == 1:
            if _is_one_name(atoms[0].text, self.weight) or (self.draft.nested and not _is_two(atoms[0].text, self.weight)):
                return Pair(atoms[0], None)
            return fields.split_commas(atoms[0], self.weight, leading or self._guess(atoms[0]))
        if len(atoms) == 2:
            return Pair(*atoms)
        return self._best_two(atoms)

    def _guess(self, atom: Atom) -> float:
        parts = fields.commas(atom.text)
        return self.weight(parts[0]) - self.weight(parts[-1])

    def _best_two(self, atoms: Sequence[Atom]) -> Pair:
        """Take the two that speak most for one thing each; in doubt the first two."""
        indexes = range(len(atoms))
        title = max(indexes, key=lambda i: (self.weight(atoms[i].text), -i))
        name = min((i for i in indexes if i != title), key=lambda i: (self.weight(atoms[i].text), i))
        return Pair(atoms[min(title, name)], atoms[max(title, name)])

    def entry(self, leading: float) -> Entry:
        """Give the entry, once it is known which name stands first in this paper."""
        draft = self.draft
        first, second = self._ordered(leading)
        first, second = self.labelled.get("first", first), self.labelled.get("second", second)
        second = self._without_town(first, second)
        return Entry(
            draft.anchor.found,
            draft.anchor.line(draft.anchor.found.words) if draft.anchor.found else draft.anchor.lines[0],
            united(draft.head),
            first,
            second,
            self.where,
            tuple(row.text for row in draft.body if row.text and (row.bullet or not draft.nested)),
        )

    def _without_town(self, first: Atom | None, second: Atom | None) -> Atom | None:
        """Take a town off the name: "Hotel Sol, Tepic", where the title stands elsewhere and no country does."""
        if second is None or self.where is not None or (first is not None and first.line is second.line and first.rank == second.rank):
            return second
        parts = fields.commas(second.text)
        if len(parts) < 2 or self.weight(parts[-1]) != 0 or self.weight(parts[0]) >= 0 or not fields.may_be_town(parts[-1]):
            return second
        self.where = Where(parts[-1], None, parts[-1], second.line)
        return replace(second, text=second.text[: second.text.rfind(parts[-1])].rstrip(" ,"))

    def _ordered(self, leading: float) -> tuple[Atom | None, Atom | None]:
        pair = self.pair(leading)
        if pair.second is None:
            return self._alone(pair.first)
        own = self.weight(pair.first.text) - self.weight(pair.second.text) if pair.first else 0.0
        forward = own > 0 if abs(own) >= 3.0 or self._says_at() else leading > 0
        return (pair.first, pair.second) if forward or self._says_at() else (pair.second, pair.first)

    def _says_at(self) -> bool:
        return any(fields.says_at(cell) for row in self.draft.head for cell in row.bare)

    def _alone(self, atom: Atom | None) -> tuple[Atom | None, Atom | None]:
        if atom is None:
            return None, None
        return (atom, None) if self.weight(atom.text) > 0 or self.draft.nested else (None, atom)


def _labelled(draft: _Draft) -> dict[str, Atom]:
    found: dict[str, Atom] = {}
    for row in (*draft.head, *draft.body):
        for cell in row.cells:
            for name, pattern in _labels():
                if (match := pattern.match(cell)) is not None and name not in found:
                    found[name] = Atom(match[1].strip(), row.line(match[1].strip()))
    return {name: atom for name, atom in found.items() if name in ("first", "second")}


# --- several roles at one employer ------------------------------------------------------------------------


def _with_parents(found: Sequence[Entry], drafts: Sequence[_Draft], weight: Weight) -> list[Entry]:
    """Give nested roles the employer that stands over them; an employer over its roles is no entry itself."""
    out: list[Entry] = []
    over: Entry | None = None
    for index, entry in enumerate(found):
        follows = index + 1 < len(found)
        if follows and _is_parent(entry, drafts[index], found[index + 1]):
            over = entry
            continue
        if entry.second is None and entry.first is not None and over is not None:
            entry = replace(entry, second=over.second, where=entry.where or over.where)
        elif entry.second is not None:
            over = entry
        out.append(entry)
    return out


def _is_parent(entry: Entry, draft: _Draft, following: Entry) -> bool:
    """Tell whether an entry is an employer without a title right above a role without an employer."""
    names = entry.first is None and entry.second is not None and not draft.body
    return names and following.second is None and following.first is not None


def whole(entry: Entry) -> Line:
    """Give all lines of an entry's head as one line, to be cited."""
    return merged((entry.head,))
