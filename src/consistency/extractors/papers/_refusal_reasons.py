"""Which grounds of refusal a sentence names: by notions and the company they keep, not by exact phrases."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from rapidfuzz.distance import DamerauLevenshtein

from consistency.normalizer.text import fold

_TABLE = Path(__file__).with_suffix(".toml")
_WIDTH = 8
"""So many other words may stand between those of a sign."""
_UMBRELLA = "will-leave"
_TURN = re.compile(
    r";|(?<!\d)[.!?]\s|,?\s+(?:(?<!\ble )(?<!\bce )(?<!\bvotre )(?<!\bson )but(?! d[eu]\b| vis"
    r"| declar| reel)|however|yet|whereas|nevertheless|nonetheless|mais|toutefois|cependant)\s+"
    r"|,?\s+(?:and|et) (?=(?:i|je|the officer)\b)",
    re.IGNORECASE,
)
_ALTHOUGH = re.compile(
    r"(?:although|while|though|despite|notwithstanding|even though|even if|bien que|malgre|quoique|meme si)\b[^,]*,",
    re.IGNORECASE,
)

Span = tuple[int, int]
"""The first word of an occurrence and the one after its last."""


@dataclass(frozen=True, slots=True)
class _Sign:
    """Notions that stand together for a ground."""

    slug: str
    notions: tuple[str, ...]
    barred: tuple[str, ...] = ()
    width: int = _WIDTH
    damning: bool = False
    weak: bool = False
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class _Clause:
    """The words of a clause and where each notion occurs in it."""

    words: tuple[str, ...]
    found: Mapping[str, tuple[Span, ...]]

    def adverse(self, damning: bool = False) -> bool:
        """Tell whether something is held against somebody."""
        return damning or bool(self.found.get("adverse"))


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(_TABLE.read_text(encoding="utf-8"))


@cache
def _signs() -> tuple[_Sign, ...]:
    """Give all signs: those of the letter first, then by how much they ask for."""
    found = [_sign(slug, text) for slug, texts in _table()["grounds"].items() for text in texts]
    return tuple(sorted(found, key=lambda sign: (sign.weak, -len(sign.notions))))


def _sign(slug: str, text: str) -> _Sign:
    width = re.search(r"~(\d+)", text)
    parts = re.sub(r"~\d+", "", text).split()
    return _Sign(
        slug,
        tuple(part for part in parts if part[0] not in "!?>-"),
        tuple(part[1:] for part in parts if part[0] == "-"),
        int(width[1]) if width else _WIDTH,
        "!" in parts,
        "?" in parts,
        ">" in parts,
    )


@cache
def _notions() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Give each notion with its words, a row of words as a tuple; a plain word of a sign is a notion of its own."""
    known = {
        name: tuple(tuple(w.split("_")) for w in words.split()) for name, words in _table()["words"].items()
    }
    plain = {name for sign in _signs() for name in (*sign.notions, *sign.barred) if name not in known}
    return known | {name: (tuple(name.split("_")),) for name in plain}


@cache
def _openers() -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    """Give, for the first two letters of a word, the notions that it may begin."""
    found: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for name, rows in _notions().items():
        for row in rows:
            found.setdefault(row[0][:2].rstrip("*"), []).append((name, row))
    return found


def reasons_in(sentence: str, *, adverse: bool = True) -> tuple[str, ...]:
    """Name the grounds that a sentence gives, in its order; none for a sentence that holds nothing against anyone.

    ``adverse=False`` takes the sentence as a ground whatever its words: a bullet below "for these reasons",
    a checked box. The umbrella "will not leave Canada" is named only where nothing more special is.
    """
    clause = _clause(_words(sentence))
    hits = sorted(_hits(clause, against=not adverse or clause.adverse()))
    main = [hit for hit in hits if not _is_context(clause, hit[0])]
    slugs = dict.fromkeys(slug for _, slug in (main if any(slug != _UMBRELLA for _, slug in main) else hits))
    special = [slug for slug in slugs if slug != _UMBRELLA]
    return tuple(special) or tuple(slugs)


def _is_context(clause: _Clause, place: int) -> bool:
    """Tell whether a word stands in what a ground is seen in the light of: "not reasonable given your studies"."""
    return any(start < place for start, _ in clause.found.get("in_the_light_of", ()))


def _words(sentence: str) -> tuple[str, ...]:
    """Give the folded words, those written out that officers shorten."""
    short = _table()["short"]
    text = re.sub(r"\bw/o\b", "without", sentence, flags=re.IGNORECASE)
    words = fold(text.replace("'", " ").replace("’", " ")).split()
    written = " ".join(short.get(word, word) for word in words)
    return tuple(_joined().sub(lambda match: str(_table()["joined"][match[0]]), written).split())


@cache
def _joined() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(_table()['joined'], key=len, reverse=True))})\b")


@lru_cache(maxsize=4096)
def _clause(words: tuple[str, ...]) -> _Clause:
    found: dict[str, list[Span]] = {}
    for start, word in enumerate(words):
        for name, row in _openers().get(word[:2], []) + _openers().get(word[:1], []):
            if _row_at(words, start, row):
                found.setdefault(name, []).append((start, start + len(row)))
    return _Clause(words, {name: tuple(dict.fromkeys(spans)) for name, spans in found.items()})


def _row_at(words: Sequence[str], start: int, row: Sequence[str]) -> bool:
    if start + len(row) > len(words):
        return False
    return all(_is(word, choice) for word, choice in zip(words[start:], row, strict=False))


def _hits(clause: _Clause, *, against: bool) -> Iterator[tuple[int, str]]:
    """Give the grounds of a clause with their first words; a word counts for one ground only."""
    taken: dict[int, str] = {}
    for sign in _fitting(clause, against):
        if sign.weak and taken:
            return
        spans = _together(sign, clause, taken)
        if spans and not (sign.damning and _denied(clause, spans)):
            taken |= {place: sign.slug for span in spans for place in range(*span)}
            yield spans[0][0], sign.slug


def _fitting(clause: _Clause, against: bool) -> list[_Sign]:
    """Give the signs that a clause may bear, those that explain the most words first."""
    found: list[tuple[bool, int, int, int, _Sign]] = []
    for order, sign in enumerate(_signs()):
        if not (against or sign.damning) or any(name in clause.found for name in sign.barred):
            continue
        spans = _together(sign, clause, {}) if all(name in clause.found for name in sign.notions) else None
        if spans:
            covered = sum(end - start for start, end in spans)
            found.append((sign.weak, -covered, spans[-1][1] - spans[0][0] - covered, order, sign))
    return [sign for *_, sign in sorted(found, key=lambda one: one[:4])]


def _together(sign: _Sign, clause: _Clause, taken: Mapping[int, str]) -> list[Span] | None:
    """Find the notions of a sign close to each other, in words that are free or count for its ground already."""
    options = []
    for name in sign.notions:
        free = [
            s
            for s in clause.found.get(name, ())
            if all(taken.get(p, sign.slug) == sign.slug for p in range(*s))
        ]
        if not free:
            return None
        options.append(free)
    rarest = min(range(len(options)), key=lambda number: len(options[number]))
    for anchor in options[rarest]:
        spans = _around(anchor, options, rarest)
        if spans and _stand_together(sign, spans):
            return sorted(spans)
    return None


def _stand_together(sign: _Sign, spans: Sequence[Span]) -> bool:
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


def _denied(clause: _Clause, spans: Sequence[Span]) -> bool:
    """Tell whether what would be held against somebody is said not to be: "has never overstayed"."""
    start = spans[0][0]
    before = set(clause.words[max(0, start - 3) : start])
    inside = {clause.words[place] for span in spans for place in range(*span)}
    return bool(before & _DENIALS) and not inside & _DENIALS


@cache
def _is(word: str, choice: str) -> bool:
    """Tell whether a word is a choice: of its stem, the word itself, or the word with one slip in it."""
    if choice.endswith("*"):
        return word.startswith(choice[:-1])
    if word == choice:
        return True
    long = len(choice) >= 7 and word[0] == choice[0] and word not in _exact()
    return long and DamerauLevenshtein.distance(word, choice, score_cutoff=1) <= 1


@cache
def _exact() -> frozenset[str]:
    """Give every whole word of the table: it is no slip of another."""
    return frozenset(word for rows in _notions().values() for row in rows for word in row if "*" not in word)


def split_clauses(sentence: str) -> tuple[str, ...]:
    """Cut a sentence where its sense may turn: what is held against somebody may stand in one half only."""
    parts = [part.strip() for part in _TURN.split(sentence) if part.strip()]
    return tuple(rest for part in parts for rest in _conceded(part) if rest)


def _conceded(part: str) -> tuple[str, ...]:
    """Set what is conceded ("although funds appear sufficient, …") apart from what is held against it."""
    match = _ALTHOUGH.match(part)
    return (part[match.end() :].strip(),) if match else (part,)
