"""What a sentence is about: notions and the company they keep, not exact phrases.

A table names notions by the words for them and tells each subject by signs, the notions that stand together for it; how
signs are written stands at the head of ``refusals/reasons.toml``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, lru_cache, partial
from typing import Any

from msgspec import Struct

from consistency.normalizer.expressions import expression, longest_first
from consistency.normalizer.text import fold

_WIDTH = 8
"""So many other words may stand between those of a sign."""

_LONG = 7
"""Letters from which a word is known by all but one of them, too."""

_WITHOUT = expression(r"\bw/o\b", re.IGNORECASE)

Row = tuple[str, tuple[str, ...]]
"""A notion, and words one behind the other by which it is told."""

Span = tuple[int, int]
"""The first word of an occurrence and the one after its last."""


class Sign(Struct, frozen=True):
    """Notions that stand together for a subject."""

    slug: str
    notions: tuple[str, ...]
    barred: tuple[str, ...] = ()
    width: int = _WIDTH
    damning: bool = False
    weak: bool = False
    ordered: bool = False

    @classmethod
    def of(cls, slug: str, text: str) -> Sign:
        """Read a sign as tables write it."""
        width = re.search(r"~(\d+)", text) if "~" in text else None
        parts = (re.sub(r"~\d+", "", text) if width else text).split()
        return cls(
            slug,
            tuple(part for part in parts if part[0] not in "!?>-"),
            tuple(part[1:] for part in parts if part[0] == "-"),
            int(width[1]) if width else _WIDTH,
            "!" in parts,
            "?" in parts,
            ">" in parts,
        )


class Clause(Struct, frozen=True):
    """The words of a clause and where each notion occurs in it."""

    words: tuple[str, ...]
    found: Mapping[str, tuple[Span, ...]]

    def holds(self, notion: str) -> bool:
        """True where a notion occurs."""
        return bool(self.found.get(notion))


class Hit(Struct, frozen=True):
    """A sign found in a clause: its first word, and where its notions stand."""

    place: int
    sign: Sign
    spans: tuple[Span, ...]


_NO_SLIPS = frozenset({"changed", "changes", "whether", "weather", "excepted", "adapted", "adopted"})
"""Words that are spelt as they are meant, though one letter parts them from another."""


class Vocabulary(Struct, frozen=True, eq=False, dict=True):
    """Notions by their words and subjects by their signs; later tables add to earlier ones."""

    words: Mapping[str, str]
    grounds: Mapping[str, Sequence[str]]
    short: Mapping[str, str]
    joined: Mapping[str, str]

    @classmethod
    def of(cls, *tables: Mapping[str, Any]) -> Vocabulary:
        """Join tables: a notion of a later one replaces that of an earlier one, signs are added."""
        words, short, joined = (
            {key: value for table in tables for key, value in table.get(part, {}).items()}
            for part in ("words", "short", "joined")
        )
        grounds: dict[str, list[str]] = {}
        for table in tables:
            for slug, signs in table["grounds"].items():
                grounds.setdefault(slug, []).extend(signs)
        return cls(words, grounds, short, joined)

    @cached_property
    def signs(self) -> tuple[Sign, ...]:
        """All signs, weak ones last, then by how much they ask for."""
        found = [Sign.of(slug, text) for slug, texts in self.grounds.items() for text in texts]
        return tuple(sorted(found, key=lambda sign: (sign.weak, -len(sign.notions))))

    @cached_property
    def _signs_with(self) -> Mapping[str, list[tuple[int, Sign, frozenset[str]]]]:
        """The signs by that of their notions which the fewest have, each with its place among them and all of these."""
        times = Counter(notion for sign in self.signs for notion in sign.notions)
        found: dict[str, list[tuple[int, Sign, frozenset[str]]]] = {}
        for order, sign in enumerate(self.signs):
            rarest = min(sign.notions, key=lambda notion: (times[notion], notion))
            found.setdefault(rarest, []).append((order, sign, frozenset(sign.notions)))
        return found

    @cached_property
    def notions(self) -> Mapping[str, tuple[tuple[str, ...], ...]]:
        """Each notion with its words, a row of words as a tuple; a plain word of a sign is a notion of its own."""
        known = {
            name: tuple(tuple(w.split("_")) for w in words.split()) for name, words in self.words.items()
        }
        plain = {name for sign in self.signs for name in (*sign.notions, *sign.barred) if name not in known}
        return known | {name: (tuple(name.split("_")),) for name in plain}

    @cached_property
    def _rows(self) -> Sequence[Row]:
        """Each notion with each row of words for it."""
        return [(name, row) for name, rows in self.notions.items() for row in rows]

    @cached_property
    def _openers(self) -> Mapping[str, Sequence[int]]:
        """For a whole word, and for the stem of one ("refus*"), the rows that it begins."""
        found: dict[str, list[int]] = {}
        for number, (_, row) in enumerate(self._rows):
            found.setdefault(row[0], []).append(number)
        return found

    @cached_property
    def _stems(self) -> Sequence[int]:
        """How many letters the stems have."""
        return sorted({len(word) - 1 for word in self._openers if word[-1] == "*"})

    @cached_property
    def _long(self) -> Mapping[str, Sequence[str]]:
        """For two letters, the long words that begin with them: of these a word may be a slip."""
        found: dict[str, list[str]] = {}
        for word in self._openers:
            if len(word) >= _LONG and word[-1] != "*":
                found.setdefault(word[:2], []).append(word)
        return found

    @cached_property
    def _exact(self) -> frozenset[str]:
        """Every whole word of the table: it is no slip of another."""
        return frozenset(
            word for rows in self.notions.values() for row in rows for word in row if "*" not in word
        )

    @cached_property
    def _joined(self) -> re.Pattern[str]:
        return expression(rf"\b(?:{'|'.join(longest_first(self.joined))})\b")

    def clause(self, sentence: str) -> Clause:
        """Give the words of a clause and its notions."""
        return _clause(self, self._plain(sentence))

    def _plain(self, sentence: str) -> tuple[str, ...]:
        """Give the folded words, those written out that officers shorten."""
        text = _WITHOUT.sub("without", sentence)
        words = fold(text.replace("'", " ").replace("’", " ")).split()
        written = " ".join(self.short.get(word, word) for word in words)
        return tuple(self._joined.sub(lambda match: self.joined[match[0]], written).split())

    def _find(self, words: tuple[str, ...]) -> Clause:
        found: dict[str, list[Span]] = {}
        for start, word in enumerate(words):
            for name, row in _begun(self, word):
                if len(row) == 1 or self._goes_on(words, start, row):
                    found.setdefault(name, []).append((start, start + len(row)))
        return Clause(words, {name: tuple(dict.fromkeys(spans)) for name, spans in found.items()})

    def _goes_on(self, words: Sequence[str], start: int, row: Sequence[str]) -> bool:
        """Say whether a row of words, of which the first one stands there, goes on."""
        behind = words[start + 1 : start + len(row)]
        return len(behind) == len(row) - 1 and all(map(partial(_is, self), behind, row[1:]))

    def _meant(self, word: str) -> list[str]:
        """Give the long words of which a word is a slip."""
        return [choice for choice in self._long.get(word[:2], ()) if self.is_slip(word, choice)]

    def is_slip(self, word: str, choice: str) -> bool:
        """True for a word with one letter otherwise than a long one, and no word of the table itself."""
        if word[0] != choice[0] or abs(len(word) - len(choice)) > 1:
            return False
        if word in self._exact or word in _NO_SLIPS:
            return False
        from rapidfuzz.distance import DamerauLevenshtein

        return DamerauLevenshtein.distance(word, choice, score_cutoff=1) <= 1

    def hits(self, clause: Clause, *, against: bool, denied: bool = True) -> Iterator[Hit]:
        """Give the signs of a clause; a word counts for one subject only.

        ``against`` is whether the clause holds something against somebody: else only damning signs count. Those that
        are said not to be ("has never overstayed") do not, unless ``denied`` is False.
        """
        taken: dict[int, str] = {}
        for sign, free in self._fitting(clause, against):
            if sign.weak and taken:
                return
            spans = _together(sign, clause, taken) if taken else free
            if spans and not (denied and sign.damning and _denied(clause, spans)):
                taken |= {place: sign.slug for span in spans for place in range(*span)}
                yield Hit(spans[0][0], sign, tuple(spans))

    def _fitting(self, clause: Clause, against: bool) -> list[tuple[Sign, list[Span]]]:
        """Give the signs that a clause may bear, each with its place: those that explain the most words first."""
        found: list[tuple[bool, int, int, int, Sign, list[Span]]] = []
        there = set(clause.found)
        for order, sign, needed in (one for name in there for one in self._signs_with.get(name, ())):
            if not (needed <= there and (against or sign.damning)):
                continue
            if there.isdisjoint(sign.barred) and (spans := _together(sign, clause, {})):
                covered = sum(end - start for start, end in spans)
                found.append((sign.weak, -covered, spans[-1][1] - spans[0][0] - covered, order, sign, spans))
        return [(sign, spans) for *_, sign, spans in sorted(found, key=lambda one: one[:4])]


@lru_cache(maxsize=4096)
def _clause(vocabulary: Vocabulary, words: tuple[str, ...]) -> Clause:
    return vocabulary._find(words)


@lru_cache(maxsize=16_384)
def _begun(vocabulary: Vocabulary, word: str) -> tuple[Row, ...]:
    """Give the notions that a word may begin, each with the row of words for it."""
    openers = vocabulary._openers
    numbers = [*openers.get(word, ())]
    for letters in vocabulary._stems:
        if letters > len(word):
            break
        numbers += openers.get(word[:letters] + "*", ())
    for meant in vocabulary._meant(word):
        numbers += openers.get(meant, ())
    return tuple(vocabulary._rows[number] for number in sorted(numbers))


def _is(vocabulary: Vocabulary, word: str, choice: str) -> bool:
    """Tell whether a word is a choice: of its stem, the word itself, or the word with one slip in it."""
    if choice[-1] == "*":
        return word.startswith(choice[:-1])
    return word == choice or (len(choice) >= _LONG and vocabulary.is_slip(word, choice))


def _together(sign: Sign, clause: Clause, taken: Mapping[int, str]) -> list[Span] | None:
    """Find the notions of a sign close to each other, in words that are free or count for its ground already."""
    options = [[s for s in clause.found[name] if _is_free(s, sign, taken)] for name in sign.notions]
    if not all(options):
        return None
    rarest = min(range(len(options)), key=lambda number: len(options[number]))
    for anchor in options[rarest]:
        spans = _around(anchor, options, rarest)
        if spans and _stand_together(sign, spans):
            return sorted(spans)
    return None


def _is_free(span: Span, sign: Sign, taken: Mapping[int, str]) -> bool:
    return not taken or all(taken.get(place, sign.slug) == sign.slug for place in range(*span))


def _stand_together(sign: Sign, spans: Sequence[Span]) -> bool:
    between = max(s[1] for s in spans) - min(s[0] for s in spans) - sum(s[1] - s[0] for s in spans)
    return between <= sign.width and (not sign.ordered or list(spans) == sorted(spans))


def _around(anchor: Span, options: Sequence[Sequence[Span]], own: int) -> list[Span] | None:
    """Choose for each notion the occurrence that is nearest to an anchor, each in words of its own."""
    chosen = {own: anchor}
    for number in sorted(range(len(options)), key=lambda n: len(options[n])):
        apart = [s for s in options[number] if all(s[1] <= c[0] or s[0] >= c[1] for c in chosen.values())]
        if number != own and not apart:
            return None
        if number != own:
            chosen[number] = min(apart, key=lambda s: abs(s[0] - anchor[0]))
    return [chosen[number] for number in range(len(options))]


_DENIALS = frozenset(("not", "no", "never", "without", "pas", "aucun", "aucune", "jamais", "nor", "neither"))


def _denied(clause: Clause, spans: Sequence[Span]) -> bool:
    """Tell whether what would be held against somebody is said not to be: "has never overstayed"."""
    start = spans[0][0]
    before = set(clause.words[max(0, start - 3) : start])
    inside = {clause.words[place] for span in spans for place in range(*span)}
    return bool(before & _DENIALS) and not inside & _DENIALS
