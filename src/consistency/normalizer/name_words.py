"""The words of a person's name and how one may stand for another."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import Literal

from msgspec import Struct

from consistency.normalizer import spelling, tables
from consistency.normalizer.expressions import expression
from consistency.normalizer.text import fold

Role = Literal["given", "family", "any"]

# How one word stands for another, from the least said to the most.
EQUAL, MARKS, JOINED, ARTICLE, SPELLING, SCRIPT, NICKNAME, INITIAL = range(8)
REASONS = {
    MARKS: "letters with marks are written out",
    JOINED: "words are written together or apart",
    ARTICLE: "an article is left out",
    SPELLING: "two spellings of one name in Latin letters",
    SCRIPT: "the name in another script",
    NICKNAME: "a short form stands for a name",
    INITIAL: "an initial stands for a name",
}
_PATRONYMIC = expression(
    r"..(?:ovich|evich|yevich|ovych|evych|yovych|ovic|evic|iich|ilich|ich|ovna|evna|yevna|ivna|ichna|inichna|yivna|ovitch|evitch)$"
)
_AL = frozenset({"al", "el", "ul"})
_TOO_SHORT_FOR_A_KEY = 5  # letters of a word in the table by whose key other words join its group
_FATHER = expression(r"\b([sdwc])\s*/\s*o\b\.?|\ba\s*/\s*([lp])\b\.?", re.IGNORECASE)
_SILENT_SCRIPTS = expression("[\u0590-\u08ff]")


class Word(Struct, frozen=True):
    """One word of a name: folded, with the part of the name in which it stands and its other writings.

    ``silent`` where its script writes no vowels, ``fathers`` after s/o or bin, ``bare`` without an
    article that stood apart.
    """

    text: str
    role: Role = "any"
    forms: frozenset[str] = frozenset()
    silent: bool = False
    fathers: bool = False
    bare: str = ""

    @property
    def droppable(self) -> bool:
        """True for a patronymic, and for a father's name after s/o or bin."""
        return self.fathers or bool(_PATRONYMIC.search(self.text))


class Alignment(Struct, frozen=True):
    """Which words of two names stand for one another, how, and which are left."""

    pairs: tuple[tuple[int, int, int], ...]
    left: tuple[int, ...]
    right: tuple[int, ...]

    @property
    def ways(self) -> frozenset[int]:
        """The ways in which words stand for one another."""
        return frozenset(way for _, _, way in self.pairs)


def words(text: str, role: Role = "any") -> tuple[Word, ...]:
    """Give the words of a part of a name; servants of God and articles are one word with what they belong to."""
    marked = _FATHER.sub(" sonof ", text)
    pieces = [(piece, part) for piece in re.split(r"[\s\-‐‑–.,;/_]+", marked) for part in fold(piece).split()]
    found: list[Word] = []
    fathers = False
    for piece, part in pieces:
        if part == "sonof" or (found and part in listed("fathers")):
            fathers = bool(found)
            if part not in listed("particles"):
                continue
        fathers = fathers and part not in listed("articles")
        forms = spelling.forms(piece) if fold(piece) == part else frozenset({part})
        found.append(Word(part, role, forms, bool(_SILENT_SCRIPTS.search(piece)), fathers))
    return tuple(_compounds(found))


def _compounds(found: Sequence[Word]) -> Iterator[Word]:
    """Join abd, al and rahman to one word, and an article to its name."""
    articles = set(listed("articles"))
    waiting: list[Word] = []
    for word in found:
        waiting.append(word)
        servant = canonical(waiting[0].text) == "abdul" or word.text in articles
        if servant and len(waiting) < 3 and (word.text in articles or canonical(word.text) == "abdul"):
            continue
        yield _one(waiting)
        waiting = []
    yield from waiting


def _one(parts: Sequence[Word]) -> Word:
    if len(parts) == 1:
        return parts[0]
    text = "".join(part.text for part in parts)
    last = parts[-1]
    bare = last.text if parts[0].text in listed("articles") else ""
    return Word(text, last.role, frozenset({text}), last.silent, last.fathers, bare)


def align(a: Sequence[Word], b: Sequence[Word]) -> Alignment:
    """Pair the words of two names, the surest ways first."""
    left, right = list(range(len(a))), list(range(len(b)))
    order = [_nearest(i, right, a, b) for i in left]
    pairs: list[tuple[int, int, int]] = []
    for way in (EQUAL, MARKS, JOINED, ARTICLE, SPELLING, SCRIPT, NICKNAME, INITIAL):
        if not left or not right:
            break
        if way == JOINED:
            pairs += _join(a, b, left, right, False) + _join(b, a, right, left, True)
            continue
        for i in list(left):
            match = next((j for j in order[i] if j in right and _STANDS[way](a[i], b[j])), None)
            if match is not None:
                pairs.append((i, match, way))
                left.remove(i)
                right.remove(match)
    return Alignment(tuple(sorted(pairs)), tuple(left), tuple(right))


def _nearest(i: int, right: Sequence[int], a: Sequence[Word], b: Sequence[Word]) -> list[int]:
    """Give the words of the other name, those in the same part first."""
    return sorted(right, key=lambda j: (a[i].role != b[j].role, abs(i - j)))


def _join(
    a: Sequence[Word], b: Sequence[Word], left: list[int], right: list[int], turned: bool
) -> list[tuple[int, int, int]]:
    """Pair one word with two neighbours of the other name that make it up."""
    found = []
    for i in list(left):
        for j in list(right):
            if i in left and j in right and j + 1 in right and _made_of(a[i].text, b[j].text, b[j + 1].text):
                found += (
                    [(j, i, JOINED), (j + 1, i, JOINED)] if turned else [(i, j, JOINED), (i, j + 1, JOINED)]
                )
                left.remove(i)
                right.remove(j)
                right.remove(j + 1)
    return found


def _made_of(whole: str, first: str, second: str) -> bool:
    joined = first + second
    if min(len(first), len(second)) < 2:
        return whole == joined
    initials = first[0] + second[0]
    return whole in {joined, initials} or (len(whole) > 4 and spelling.key(whole) == spelling.key(joined))


def _is_one_without_article(a: Word, b: Word) -> bool:
    return bool(a.bare or b.bare) and canonical(a.bare or a.text) == canonical(b.bare or b.text)


def _is_one_spelling(a: Word, b: Word) -> bool:
    return canonical(a.text) == canonical(b.text) or _article(a.text, b.text)


def _is_one_in_script(a: Word, b: Word) -> bool:
    if a.silent == b.silent:
        return False
    skeleton = spelling.skeleton(a.text)
    return len(skeleton) > 1 and skeleton == spelling.skeleton(b.text)


def _is_initial(a: Word, b: Word) -> bool:
    return min(len(a.text), len(b.text)) == 1 and a.text[:1] == b.text[:1] and a.text.isalpha()


_STANDS: Mapping[int, Callable[[Word, Word], bool]] = {
    EQUAL: lambda a, b: a.text == b.text,
    MARKS: lambda a, b: bool(a.forms & b.forms),
    ARTICLE: _is_one_without_article,
    SPELLING: _is_one_spelling,
    SCRIPT: _is_one_in_script,
    NICKNAME: lambda a, b: bool(_nicknames(a.text) & _nicknames(b.text)),
    INITIAL: _is_initial,
}
"""Whether one word stands for another in a way; JOINED takes two."""


def _article(a: str, b: str) -> bool:
    """Say whether two words are one name with al or el before it: Alsayed, El Sayed."""
    both = len(a) > 5 and len(b) > 5 and a[:2] in _AL and b[:2] in _AL
    return both and canonical(a[2:]) == canonical(b[2:])


@lru_cache(maxsize=16_384)
def canonical(text: str) -> str:
    """Give what all spellings of a word share: the first of its group in the table, else its key."""
    groups, keys = _groups()
    return groups.get(text) or keys.get(spelling.key(text)) or _patronymic(text) or spelling.key(text)


_PATRONYMIC = expression(
    r"(?P<stem>[a-z]{3,}?)(?:(?P<son>(?:y?[eoi]|[iy]o|ye|ie)v[iy]ch)|(?:y?[eoi]|ye|ie|i?yi)vna)"
)
_ENDINGS = ("", "y", "i", "a", "o", "iy", "ii", "ey", "ei")
"""How the father's name may go on where the patronymic has something else."""


def _patronymic(text: str) -> str | None:
    """Give a patronymic in one spelling, whatever the language of the paper: Nikolayevich, Mykolaiovych."""
    found = _PATRONYMIC.fullmatch(text)
    groups, _ = _groups()
    fathers = (groups.get(found["stem"] + ending) for ending in _ENDINGS) if found else ()
    father = next((name for name in fathers if name), None)
    return f"{father}{'ovich' if found and found['son'] else 'ovna'}" if father else None


@cache
def listed(name: str) -> frozenset[str]:
    """Give a list of words from the table of names."""
    return frozenset(tables.toml("names")[name])


@cache
def _groups() -> tuple[dict[str, str], dict[str, str]]:
    words_: dict[str, str] = {}
    keys: dict[str, str] = {}
    for group in tables.toml("names")["spellings"]["groups"]:
        for word in group:
            words_.setdefault(word, group[0])
            if len(word) > _TOO_SHORT_FOR_A_KEY:
                keys.setdefault(spelling.key(word), group[0])
    return words_, keys


@cache
def _nickname_groups() -> dict[str, frozenset[int]]:
    found: dict[str, frozenset[int]] = {}
    for number, group in enumerate(tables.toml("names")["nicknames"]["groups"]):
        for word in group:
            found[word] = found.get(word, frozenset()) | {number}
    return found


def _nicknames(text: str) -> frozenset[int]:
    groups = _nickname_groups()
    return groups.get(text, frozenset()) | groups.get(canonical(text), frozenset())
