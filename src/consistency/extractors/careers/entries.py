"""From the rows under a heading to entries: what the head of a job or a study names.

The entries of one paper are written alike: all together tell whether the title or the employer stands first.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from consistency.extractors.careers import fields
from consistency.extractors.careers.fields import Atom, Pair, Weight
from consistency.extractors.careers.heads import Draft, atoms_of, drafts_of, is_one_name, is_two
from consistency.extractors.careers.joining import united
from consistency.extractors.careers.labels import label_name
from consistency.extractors.careers.places import Where, commas, may_be_town, peel_place
from consistency.extractors.careers.rows import Found, Row
from consistency.extractors.pages.layout import merged
from consistency.extractors.wording import career_words as words
from consistency.model import Line
from consistency.normalizer.expressions import expression
from consistency.normalizer.text import fold

_NEXT = 31
"""Days between two roles of one promotion at the most."""


class Entry(Struct, frozen=True):
    """A job or a study as it stands on the paper."""

    found: Found | None
    dated: Line
    head: Line
    first: Atom | None = None
    second: Atom | None = None
    where: Where | None = None
    duties: tuple[str, ...] = ()


def entries(rows: Sequence[Row], weight: Weight) -> list[Entry]:
    """Give the entries of a section; ``weight`` tells title from employer, or award from school."""
    drafts = drafts_of(rows, weight)
    read = [_Reading(draft, weight) for draft in drafts]
    usual = _usual([len(found.atoms) for found in read])
    for found in read:
        found.join(usual)
    alike = [found for found in read if not found.draft.odd]
    leading = fields.leaning((found.pair(0.0) for found in alike), weight) or 1.0
    told = _with_parents(_from_brackets([found.entry(leading) for found in read], weight), drafts)
    return _named_above([entry for entry in told if entry.first is not None or entry.second is not None])


def _from_brackets(told: Sequence[Entry], weight: Weight) -> list[Entry]:
    """Take the employer out of the brackets behind a title where several entries have it there: "Cook (Hotel Sol)"."""
    found = [
        _BRACKETED.fullmatch(entry.first.text) if _is_alone(entry) and entry.first else None for entry in told
    ]
    houses = [one["house"] for one in found if one and not _OF_THE_POST.search(fold(one["house"]))]
    if weight is not fields.job_weight or (len(houses) < _SEVERAL and not any(map(_is_house, houses))):
        return list(told)
    return [
        _with_house(entry, one) if one is not None and one["house"] in houses else entry
        for entry, one in zip(told, found, strict=True)
    ]


def _is_alone(entry: Entry) -> bool:
    return entry.second is None and entry.where is None


def _is_house(text: str) -> bool:
    return words.employer_weight(text) >= 1


def _with_house(entry: Entry, found: re.Match[str]) -> Entry:
    if entry.first is None:
        return entry
    house, place = peel_place(found["house"], entry.first.line)
    house, town = (house, None) if place or "," not in house else house.rsplit(", ", 1)
    where = place or (Where(town, None, town, entry.first.line) if town else None)
    first, second = (replace(entry.first, text=text) for text in (found["title"], house or found["house"]))
    return replace(entry, first=first, second=second, where=where)


_SEVERAL = 2
_BRACKETED = expression(r"(?P<title>[^()]{3,70}?)\s*\((?P<house>[A-ZÀ-Ý][^()\d]{3,70})\)")
_OF_THE_POST = expression(
    r"^(?:full|part|a temps|temps|a plein|contract|temporary|permanent|remote|hybrid|acting|season\w*|saison\w*|stag\w+"
    r"|intern\w*|trainee|cdi|cdd|freelance\w*|self|promo\w*|promu\w*|volunteer\w*|benevol\w*|night|day|nuit"
    r"|jour|grade|level"
    r"|niveau|classe?|team|equipe|department|service|section)\b"
)
"""What brackets behind a title (folded) say of the post itself."""


def _named_above(told: Sequence[Entry]) -> list[Entry]:
    """Give an entry that says "same company" the employer and the place of the one above it, or of the next."""
    found: list[Entry] = []
    for entry in told:
        same = entry.second is not None and words.AS_ABOVE.fullmatch(entry.second.text) is not None
        above = (found[-1] if found else next(iter(told[1:]), None)) if same else None
        where = entry.where or (above.where if above else None)
        found.append(replace(entry, second=above.second, where=where) if above and above.second else entry)
    return found


def _usual(counts: Sequence[int]) -> int | None:
    """Give how many names most entries of one paper have; None where there is one entry only."""
    tally = Counter(count for count in counts if count)
    return min(tally, key=lambda count: (-tally[count], count)) if len(counts) > 1 and tally else None


# --- what they name ---------------------------------------------------------------------------------------


class _Reading:
    """What the head rows of one entry name."""

    def __init__(self, draft: Draft, weight: Weight) -> None:
        self.draft, self.weight = draft, weight
        self.labelled = _labelled(draft)
        self.atoms, self.where = atoms_of(draft.head)
        if not self.atoms and self.where is not None:  # a name that is also a city's
            self.atoms, self.where = [Atom(self.where.words, self.where.line)], None

    def join(self, usual: int | None) -> None:
        """Take a dash for a part of a name where it makes more names than the other entries have."""
        if usual is None or len(self.atoms) <= usual:
            return
        found = [
            (len(dash.encode()), -self.weight(one.text), index, whole)
            for index, (one, other) in enumerate(pairwise(self.atoms))
            for whole, dash in self._across_dash(one, other, usual)
        ]
        if found:  # the shortest dash parts least; a title goes on rather than an employer
            _, _, index, whole = min(found)
            self.atoms[index : index + 2] = [replace(self.atoms[index], text=whole)]

    def _across_dash(self, one: Atom, other: Atom, usual: int) -> Iterator[tuple[str, str]]:
        """Give the words of two names with the dash between them, and the dash, where they may be one name."""
        words = rf"{re.escape(one.text)}\s+([-–—―]{{1,2}})\s+{re.escape(other.text)}"
        by_comma = usual == 1 and len(commas(other.text)) > 1
        weights = self.weight(one.text), self.weight(other.text)
        for row in self.draft.head:
            found = re.search(words, row.text)
            if found and (by_comma or not max(weights) > 0 > min(weights)):
                yield found[0], found[1]

    def pair(self, leading: float) -> Pair:
        """Give the two names in the order of the paper."""
        atoms = self.atoms
        if not atoms:
            return Pair(None, None)
        if len(atoms) == 1:
            if is_one_name(atoms[0].text, self.weight) or (
                self.draft.nested and not is_two(atoms[0].text, self.weight)
            ):
                return Pair(atoms[0], None)
            return fields.split_commas(atoms[0], self.weight, leading or self._guess(atoms[0]))
        if len(atoms) == 2:
            return Pair(*atoms)
        return self._best_two(atoms)

    def _guess(self, atom: Atom) -> float:
        parts = commas(atom.text)
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
        if second is None or self.where is not None or _on_one_row(first, second):
            return second
        *name, town = commas(second.text)
        if not name or self.weight(town) != 0 or self.weight(name[0]) >= 0 or not may_be_town(town):
            return second
        self.where = Where(town, None, town, second.line)
        return replace(second, text=second.text[: second.text.rfind(town)].rstrip(" ,"))

    def _ordered(self, leading: float) -> tuple[Atom | None, Atom | None]:
        pair = self.pair(leading)
        if pair.second is None:
            return self._alone(pair.first)
        own = self.weight(pair.first.text) - self.weight(pair.second.text) if pair.first else 0.0
        sure = abs(own) >= 3.0 or self._says_at() or (self.draft.odd and own != 0)
        forward = own > 0 if sure else leading > 0
        return (pair.first, pair.second) if forward or self._says_at() else (pair.second, pair.first)

    def _says_at(self) -> bool:
        return any(fields.says_at(cell) for row in self.draft.head for cell in row.bare)

    def _alone(self, atom: Atom | None) -> tuple[Atom | None, Atom | None]:
        if atom is None:
            return None, None
        return (atom, None) if self.weight(atom.text) > 0 or self.draft.nested else (None, atom)


def _on_one_row(one: Atom | None, other: Atom) -> bool:
    return one is not None and one.line is other.line and one.rank == other.rank


def _labelled(draft: Draft) -> dict[str, Atom]:
    found: dict[str, Atom] = {}
    for row in (*draft.head, *draft.body):
        for cell in row.cells:
            label, sign, value = cell.partition(":")
            name = label_name(label) if sign and value.strip() else None
            if name in ("first", "second") and name not in found:
                found[name] = Atom(value.strip(), row.line(value.strip()))
    return found


# --- several roles at one employer ------------------------------------------------------------------------


def _with_parents(found: Sequence[Entry], drafts: Sequence[Draft]) -> list[Entry]:
    """Give nested roles the employer that stands over them; an employer over its roles is no entry itself."""
    out: list[Entry] = []
    over: Entry | None = None
    beneath = _stand_over_employers(found, drafts)
    for index, entry in enumerate(found):
        if beneath and entry.first is not None and entry.second is None:
            over = next((below for below in found[index + 1 :] if below.second is not None), over)
        follows = index + 1 < len(found)
        if follows and _is_parent(entry, drafts[index], found[index + 1]):
            over = entry
            continue
        if (
            entry.second is None
            and entry.first is not None
            and over is not None
            and not _is_idle(entry.first)
        ):
            entry = replace(entry, second=over.second, where=entry.where or over.where)
        elif entry.second is not None:
            over = entry
        out.append(entry)
    return out


def _is_idle(title: Atom) -> bool:
    """Tell whether what stands in the place of a title says that nobody employs: no house stands over that."""
    return words.IDLE.match(fold(title.text)) is not None


def _stand_over_employers(found: Sequence[Entry], drafts: Sequence[Draft]) -> bool:
    """Tell whether the first of several roles stands right over the next, and their employer below the last."""
    if len(found) < 2 or found[0].second is not None or found[0].first is None:
        return False
    alone = not drafts[0].body and not drafts[1].above
    below = next((entry for entry in found if entry.second is not None), None)
    return alone and below is not None and below.first is not None and _follows(found[0], found[1])


def _follows(later: Entry, earlier: Entry) -> bool:
    """Tell whether a role begins where another ends."""
    start = later.found.period.start if later.found else None
    end = earlier.found.period.end if earlier.found else None
    return start is not None and end is not None and end.distance(start) <= _NEXT


def _is_parent(entry: Entry, draft: Draft, following: Entry) -> bool:
    """Tell whether an entry is an employer without a title right above a role without an employer."""
    names = entry.first is None and entry.second is not None and not draft.body
    return names and following.second is None and following.first is not None


def whole(entry: Entry) -> Line:
    """Give all lines of an entry's head as one line, to be cited."""
    return merged((entry.head,))
