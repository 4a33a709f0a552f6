"""Which rows head a job or a study, and what they name.

The entries of one paper are written alike: what stands above the first dates tells how many rows head each.
"""

from collections.abc import Sequence
from itertools import zip_longest

from msgspec import Struct, field
from msgspec.structs import replace

from consistency.extractors.careers import fields
from consistency.extractors.careers.anchors import anchors_of, sets_apart
from consistency.extractors.careers.fields import Atom, Weight
from consistency.extractors.careers.places import Where, commas, may_be_town, peel_place, peel_town
from consistency.extractors.careers.rows import Row, is_sentence
from consistency.extractors.wording import career_words as words
from consistency.normalizer.expressions import expression

_MOST_ABOVE = 3
_MOST_BELOW = 3
_LARGER = 0.8
"""Points by which letters of another size differ."""
_LONGEST_NAME = 12
"""Words: more are a sentence, not a title or an employer."""
_REMOTE = expression(r"(?i)\b(?:remote(?:ly)?|home[- ]based|télétravail|à distance|remoto)\b")
"""Words of work for a client elsewhere, whose town is not where it was done."""
_SURE = -2.0
"""The weight of what is surely a school or an employer."""


class Draft(Struct):
    """The rows of an entry while they are gathered."""

    anchor: Row
    above: list[Row] = field(default_factory=list)
    below: list[Row] = field(default_factory=list)
    body: list[Row] = field(default_factory=list)
    nested: bool = False
    odd: bool = False
    """Whether its head is not like that of the first entry."""

    @property
    def head(self) -> list[Row]:
        """The rows that name what the entry is."""
        return [*self.above, self.anchor, *self.below]


def drafts_of(rows: Sequence[Row], weight: Weight) -> list[Draft]:
    """Part the rows of a section into entries, one for each row with dates."""
    rows = [row for row in _without_signs(rows) if not words.is_subheading(row.text)]
    anchors = anchors_of(rows)
    if not anchors:
        return []
    pattern = _rows_above(rows, anchors[0])
    found: list[Draft] = []
    start = 0
    for at, following in zip_longest(anchors, anchors[1:]):
        above = (
            list(pattern)
            if not found
            else _above(rows[start:at], rows[at], rows[anchors[0]], pattern, weight)
        )
        if found:
            found[-1].body = list(rows[start : at - len(above)])
        draft = Draft(
            rows[at], above, nested=bool(found) and _is_nested(rows[anchors[0]], above, pattern, weight)
        )
        end = len(rows) if following is None else max(following - len(pattern), at + 1)
        draft.below = _taken_below(rows[at + 1 : end], draft, weight, found[0].below if found else ())
        if found and not _named(draft.head, weight):
            draft.above = _larger_above(rows[start:at], rows[at])
            found[-1].body = list(rows[start : at - len(draft.above)])
            draft.nested, draft.odd = False, True
        start = at + 1 + len(draft.below)
        found.append(draft)
    found[-1].body = list(rows[start:])
    return found


def _above(rows: Sequence[Row], anchor: Row, first: Row, pattern: Sequence[Row], weight: Weight) -> list[Row]:
    """Give the rows over the dates that head the entry, as ``pattern`` heads the ``first`` one."""
    if anchor.bare and not first.bare and 0 < _named(pattern, weight) <= _named([anchor], weight):
        return []  # the dates of the first entry were pushed below its names: here they stand beside them
    if first.bare and not anchor.bare:  # the name beside the dates slipped above them
        pattern = [*pattern, first]
    return _taken_above(rows, pattern, anchor.size)


def _is_nested(first: Row, above: Sequence[Row], pattern: Sequence[Row], weight: Weight) -> bool:
    """Tell whether what is missing over the dates is the employer, which stands over the role that came ``first``."""
    names = [row for row in pattern if not _is_place(row)]
    kept = [row for row in above if not _is_place(row)]
    missing = names[: max(len(names) - len(kept), 0)]
    if not missing:
        return False
    return _heaviest(missing, weight) <= max(_heaviest([*names[len(missing) :], first], weight), 0.0)


def _heaviest(rows: Sequence[Row], weight: Weight) -> float:
    """Weigh the cell that speaks most for a title or an award."""
    return max((weight(cell) for row in rows for cell in row.bare), default=0.0)


def _larger_above(rows: Sequence[Row], anchor: Row) -> list[Row]:
    """Give up to two rows right over dates without a name, where the upper one stands out from the text."""
    taken: list[Row] = []
    for row in reversed(rows):
        if row.bullet or row.is_prose or _is_place(row) or len(taken) == 2 or row.x0 > anchor.x0 + 12:
            break
        taken.insert(0, row)
    return taken if any(row.size > anchor.size + _LARGER or row.bold for row in taken) else []


def _rows_above(rows: Sequence[Row], at: int) -> list[Row]:
    """Give the rows that stand over the first dates: the pattern of all entries."""
    above = [row for row in rows[max(0, at - _MOST_ABOVE) : at] if not row.bullet and not row.is_prose]
    names = [row for row in above if not _is_place(row)]
    return above if names else []


def _taken_above(rows: Sequence[Row], pattern: Sequence[Row], size: float) -> list[Row]:
    """Give the rows right over the dates that belong to them, at most as many as over the first dates."""
    taken: list[Row] = []
    likes = list(pattern)
    for row in reversed(rows):
        while likes and _is_place(likes[-1]) and not (_is_place(row) or _alike(row, likes[-1], size)):
            likes.pop()  # an entry need not say where it was
        if not likes or row.bullet or row.is_prose or row.anchors or not _alike(row, likes.pop(), size):
            break
        taken.insert(0, row)
    return taken


def _alike(row: Row, like: Row, size: float) -> bool:
    """Tell whether two rows look alike; letters larger than the ``size`` of the dates may stand anywhere."""
    on_paper = row.lines[0].page is not None  # where the weight of a line in columns is not sure
    if not on_paper and row.bold != like.bold:
        return False
    sure = (
        _LARGER if row.lines[0].confidence == 1.0 else 0.2 * like.size
    )  # recognised letters have no sure height
    near = abs(row.x0 - like.x0) <= 12 or row.x0 > 100 < like.x0 or like.size > size + _LARGER
    return abs(row.size - like.size) <= sure and near


def _taken_below(rows: Sequence[Row], draft: Draft, weight: Weight, first: Sequence[Row]) -> list[Row]:
    """Give the rows under the dates that still head the entry: a place, the name that is missing, or one like that
    under the ``first`` dates.
    """
    taken: list[Row] = []
    for row in rows[:_MOST_BELOW]:
        if row.bullet or row.is_prose or row.anchors:
            break
        missing = 2 - _named([*draft.above, draft.anchor, *taken], weight)
        like = first[len(taken)] if len(taken) < len(first) else None
        known = like is not None and not _is_place(like) and _alike(row, like, like.size)
        other = _is_the_other(taken, draft, row, weight) or _is_the_title(taken, draft, row, weight)
        wanted = (missing > 0 or known or other) and not draft.nested
        wanted = wanted and _may_name(row)
        if not _is_place(row) and not wanted:
            break
        taken.append(row)
    return taken


def _is_the_other(taken: Sequence[Row], draft: Draft, row: Row, weight: Weight) -> bool:
    """Tell whether a row names the school, where the head has an award and its field alone: "BEP, Carpentry"."""
    atoms, _ = atoms_of([*draft.above, draft.anchor, *taken])
    if len(atoms) != 1 or weight(row.text) > _SURE:
        return False
    first, *rest = (weight(part) for part in commas(atoms[0].text))
    return first > 1 and all(part >= 0 for part in rest)


def _is_the_title(taken: Sequence[Row], draft: Draft, row: Row, weight: Weight) -> bool:
    """Tell whether a row names the title, where the head has an employer and a town that no list knows."""
    atoms, _ = atoms_of([*draft.above, draft.anchor, *taken])
    if len(atoms) != 1 or weight(row.text) < 1:
        return False
    name, *town = commas(atoms[0].text)
    return len(town) == 1 and weight(name) <= _SURE and weight(town[0]) == 0 and may_be_town(town[0])


def _may_name(row: Row) -> bool:
    return (len(row.text.split()) <= 12 and row.text[:1] != row.text[:1].lower()) or row.text[:1].isdigit()


def _is_place(row: Row) -> bool:
    if row.found is not None or len(row.text) > 60:
        return False
    peeled = [peel_place(cell, row.lines[0]) for cell in row.cells]
    return all(where is not None and not rest for rest, where in peeled)


def _named(rows: Sequence[Row], weight: Weight) -> int:
    """Count the names that rows give; two in one cell count where a comma parts them."""
    found, _ = atoms_of(rows)
    if len(found) == 1:
        return 2 if len(commas(found[0].text)) > 1 and not is_one_name(found[0].text, weight) else 1
    return len(found)


def is_one_name(text: str, weight: Weight) -> bool:
    """Tell whether all parts of a text between commas speak for one and the same thing."""
    signs = [weight(part) for part in commas(text)]
    return all(sign < 0 for sign in signs) or all(sign > 1 for sign in signs)


def is_two(text: str, weight: Weight) -> bool:
    """Tell whether the parts of a text between commas speak for two things."""
    signs = [weight(part) for part in commas(text)]
    return any(sign > 0 for sign in signs) and any(sign < 0 for sign in signs)


def _without_signs(rows: Sequence[Row]) -> list[Row]:
    """Take list items as rows where the entries themselves are the items of a list: most of the dates stand in them."""
    items, others = (
        sum(1 for row in rows if row.anchors and row.bullet is bullet and sets_apart(row))
        for bullet in (True, False)
    )
    if any(row.anchors and not row.bullet for row in rows) and not items > max(others, 1):
        return list(rows)
    return [replace(row, bullet=False) for row in rows]


def atoms_of(rows: Sequence[Row]) -> tuple[list[Atom], Where | None]:
    """Give what the rows name, and the place."""
    atoms: list[Atom] = []
    where: Where | None = None
    pieces = (
        (rank, row, piece)
        for rank, row in enumerate(rows)
        for cell in row.bare
        for whole in fields.pieces(cell)
        for piece in _award_and_school(whole)
    )
    for rank, row, piece in pieces:
        rest, place = peel_place(piece, row.line(piece))
        if place is None and words.employer_weight(rest) >= 1:
            rest, place = peel_town(rest, row.line(piece), listed=True)
        place = None if _REMOTE.search(piece) else place
        rest = _without_tail(rest)
        if len(rest.split()) > _LONGEST_NAME or is_sentence(rest):
            continue
        if place is not None and (where is None or (where.country is None and place.country)):
            where = place
        if rest:
            atoms.append(Atom(rest, row.line(rest), rank))
    return atoms, where


def _award_and_school(text: str) -> Sequence[str]:
    """Part a long name of studies from the school behind it: "Certificate in … and …, Hill College"."""
    if len(text.split()) <= _LONGEST_NAME:
        return (text,)
    *award, school = commas(text)
    named = words.institution_weight(school) > 0 and not words.institution_weight(", ".join(award))
    return (", ".join(award), school) if named and words.award_weight(award[0]) >= 1 else (text,)


_NOTE = expression(r"\s*\([^()]{8,}\)$")
"""What is noted behind a name: "(leave of absence 2010 ~ 2012)"."""


def _without_tail(text: str) -> str:
    """Leave out what goes on behind a name in a long heading: a note in brackets, or what a comma parts from it."""
    if len(text.split()) <= _LONGEST_NAME:
        return text
    text = _NOTE.sub("", text)
    if len(text.split()) <= _LONGEST_NAME:
        return text
    name = commas(text)[0]
    return name if words.employer_weight(name) >= 1 else text
