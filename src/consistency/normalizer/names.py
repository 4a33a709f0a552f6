"""Names of persons: the parts that a paper gives, and whether two names may be one person's.

An order of words, a case, an accent is writing; an initial, a transliteration, a part left out is a known variant and
its reason is told. Whatever else differs is another name: nothing here goes by likeness, except ``spelling_slip``,
which only says that two different names are near.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice

from msgspec import Struct

from consistency.normalizer.agreement import Agreement, different, same, variant
from consistency.normalizer.expressions import expression
from consistency.normalizer.name_gaps import Gap
from consistency.normalizer.name_words import (
    JOINED,
    REASONS,
    Alignment,
    Word,
    align,
    canonical,
    listed,
    words,
)
from consistency.normalizer.text import beginning, fold

_TRUNCATED_FROM = 28  # letters and spaces: the shortest names field of a machine-readable zone holds 30
_MOST_NOTES = 3
"""Notes of an earlier name that are tried."""
_MAIDEN = expression(
    r"\(?\s*(?:\b(?:née|nee|né|born|formerly|maiden name|nom de jeune fille|[ée]p(?:ou)?se\.?|[ée]p\.?|veuve|vve\.?"
    r"|z domu|geb\.)[\s:]+)"
    r"([^()]+)\)?",
    re.IGNORECASE,
)
_ASIDE = expression(r"\([^()]*\)|\[[^\[\]]*\]|[\"“”«»][^\"“”«»]*[\"“”«»]")
_LETTER = expression(r"[^\W\d_]")


class PersonName(Struct, frozen=True):
    """A name as a paper gives it: family and given names apart, or all in ``full`` where it does not part them."""

    family: str = ""
    given: str = ""
    full: str = ""

    @property
    def display(self) -> str:
        """The name in one line, given names first, as written."""
        return self.full.strip() or f"{self.given.strip()} {self.family.strip()}".strip()

    @property
    def all_tokens(self) -> tuple[str, ...]:
        """All folded words of the name without honorifics and placeholders, given names first."""
        return tuple(word.text for word in _words(self))


@lru_cache(maxsize=16_384)
def parse_full(text: str) -> PersonName:
    """Read a name in one line: ``FAMILY, Given``, capitals for the family name; honorifics and née notes go.

    Where neither comma nor capitals part the names, all stands in ``full``.
    """
    text = beginning(text)
    plain = re.sub(r"\s+", " ", _ASIDE.sub(" ", _MAIDEN.sub(_after_note, text))).strip(" ,;") or text.strip()
    family, comma, given = plain.partition(",")
    if comma and given.strip() and not _is_suffix(given):
        return PersonName(family=_without_titles(family), given=_without_titles(given))
    kept = _without_titles(plain.split(",")[0])
    pieces = kept.split()
    capitals = [piece.isupper() and len(_LETTER.findall(piece)) > 1 for piece in pieces]
    if 0 < sum(capitals) < len(pieces):
        head, tail = capitals.index(False), capitals[::-1].index(False)
        if head == sum(capitals):
            return PersonName(family=" ".join(pieces[:head]), given=" ".join(pieces[head:]))
        if tail == sum(capitals):
            return PersonName(family=" ".join(pieces[-tail:]), given=" ".join(pieces[:-tail]))
    return PersonName(full=kept)


@lru_cache(maxsize=16_384)
def compare(a: PersonName, b: PersonName) -> Agreement:
    """Say whether two names are the same, known variants of one name with the reason, or different."""
    first, second = _words(a), _words(b)
    if not first or not second:
        return same("no name in either") if first == second else different("only one of them has a name")
    if _same_words(first, second):
        return same()
    result = _aligned(first, second)
    if result.agrees:
        return result
    others = [_aligned(one, other) for one in _alternatives(a, first) for other in _alternatives(b, second)]
    return variant("a name before or after a marriage") if any(other.agrees for other in others) else result


def swapped(a: PersonName, b: PersonName) -> bool:
    """Say whether the family name of one is the given name of the other and the reverse, where both have parts."""
    if not all((a.family, a.given, b.family, b.given)):
        return False
    if fold(a.family) == fold(a.given):
        return False
    crossed = (
        (PersonName(full=a.family), PersonName(full=b.given)),
        (PersonName(full=a.given), PersonName(full=b.family)),
    )
    return all(_same_words(_words(one), _words(other)) for one, other in crossed)


def spelling_slip(a: PersonName, b: PersonName) -> bool:
    """Say whether two different names are near: one word differs by a letter or two, all others agree.

    Given names of the two sexes (Gabriel, Gabriela) and words of up to three letters are never a slip; a single
    name of six letters or more may be one letter off.
    """
    return _slip(a, b, letters=2)


def likely_same_person(a: PersonName, b: PersonName) -> bool:
    """Say whether a name lets two papers be one person's: the same, a variant, or one letter off in a long word.

    Never enough alone to link two persons.
    """
    return compare(a, b).agrees or _slip(a, b, letters=1)


@lru_cache(maxsize=16_384)
def _slip(a: PersonName, b: PersonName, letters: int) -> bool:
    first, second = sorted((_words(a), _words(b)), key=_texts)
    aligned = align(first, second)
    if len(aligned.left) != 1 or len(aligned.right) != 1:
        return False
    word, its_like = first[aligned.left[0]], second[aligned.right[0]]
    one, other = word.text, its_like.text
    shortest = min(len(one), len(other))
    alone = not aligned.pairs
    if shortest < 4 or ((alone or letters == 1) and shortest < 6):
        return False
    if not (word.role == its_like.role == "family" and not alone) and _of_two_sexes(one, other):
        return False
    from rapidfuzz.distance import OSA

    return OSA.distance(one, other) <= (letters if shortest > 6 and not alone else 1)


def _of_two_sexes(one: str, other: str) -> bool:
    stems = {re.sub(r"(?:ella|elle|ette|ina|ine|eva|ova|a|o|e|us)$", "", text) for text in (one, other)}
    return len(stems) == 1


def _aligned(a: Sequence[Word], b: Sequence[Word]) -> Agreement:
    first, second = sorted(
        (a, b), key=_texts
    )  # one order of the two, so that they pair the same either way round
    aligned = align(first, second)
    extra = _without_sure_particles(first, aligned.left), _without_sure_particles(second, aligned.right)
    if all(_is_initial(first[i]) or _is_initial(second[j]) for i, j, _ in aligned.pairs):
        return different("no name in common")
    if not any(extra):
        return _whole(aligned)
    if all(extra):
        return _both_have_more(first, second, extra)
    respelt = sum(way > JOINED for _, _, way in aligned.pairs)
    if extra[0]:
        by_second = sorted(aligned.pairs, key=lambda pair: pair[1])
        gap = Gap(first, second, extra[0], [i for i, _, _ in by_second], respelt)
    else:
        gap = Gap(second, first, extra[1], [j for _, j, _ in aligned.pairs], respelt)
    return variant(gap.reason) if gap.reason else different("a name more on one side")


def _is_initial(word: Word) -> bool:
    """Say whether a word of a name is a single letter."""
    return len(word.text) == 1


def _whole(aligned: Alignment) -> Agreement:
    ways = sorted(aligned.ways - {0}, reverse=True)
    return variant(REASONS[ways[0]] if ways else "a particle is left out")


def _both_have_more(
    first: Sequence[Word], second: Sequence[Word], extra: tuple[list[int], list[int]]
) -> Agreement:
    words_left, words_right = [first[i] for i in extra[0]], [second[i] for i in extra[1]]
    if all(word.text in listed("particles") for word in (*words_left, *words_right)):
        return variant("a particle is written otherwise")
    if _cut(first, words_left, words_right) or _cut(second, words_right, words_left):
        return variant("the name is cut short, as in a machine-readable zone")
    return different("another name")


def _cut(whole: Sequence[Word], rest: Sequence[Word], other: Sequence[Word]) -> bool:
    """Say whether a word of a long name is the beginning of the word in its place in the other."""
    length = sum(len(word.text) + 1 for word in whole)
    return length >= _TRUNCATED_FROM and len(rest) == 1 and other[0].text.startswith(rest[0].text)


def _without_sure_particles(name: Sequence[Word], places: Sequence[int]) -> list[int]:
    return [place for place in places if name[place].text not in listed("sure_particles")]


def _texts(name: Sequence[Word]) -> list[str]:
    return [word.text for word in name]


def _same_words(first: Sequence[Word], second: Sequence[Word]) -> bool:
    """Say whether two names have the same letters in the same words, in any order, however they are parted."""
    one, other = _texts(first), _texts(second)
    if sorted(one) == sorted(other):
        return True
    return _turned_into(one, "".join(other)) or _turned_into(other, "".join(one))


def _turned_into(texts: list[str], joined: str) -> bool:
    return len(joined) > 3 and any(
        "".join(texts[turn:] + texts[:turn]) == joined for turn in range(len(texts))
    )


def _alternatives(name: PersonName, main: Sequence[Word]) -> Iterator[Sequence[Word]]:
    """Give the name, and with a née note the name under that family name."""
    yield main
    told = map(beginning, (name.full, name.given, name.family))
    for note in islice(_MAIDEN.finditer(" ".join(told)), _MOST_NOTES):
        maiden = words(note[1], "family")
        kept = [word for word in main if word.role == "given"] or list(main[:-1])
        yield (*kept, *maiden)
        yield (*main, *maiden)


@lru_cache(maxsize=16_384)
def _words(name: PersonName) -> tuple[Word, ...]:
    """Give all words of a name, given names first, without titles, notes and placeholders."""
    name = PersonName(*map(beginning, (name.family, name.given, name.full)))
    addressed = _without_titles(name.full) != " ".join(name.full.split())
    if not (name.family.strip() or name.given.strip()):
        name = parse_full(name.full)
    if name.full and not (name.family or name.given):
        text = _named(name.full)
        return words(text, "family" if addressed and len(text.split()) == 1 else "any")
    family, given = _named(name.family), _named(name.given)
    if not (family and given):
        return words(family or given)
    return (*words(given, "given"), *words(family, "family"))


def _after_note(note: re.Match[str]) -> str:
    """Keep the given names of TRAORÉ épouse KONATÉ Fatoumata, which follow the note of the other family name."""
    pieces = note[1].split()
    family = next((n for n, piece in enumerate(pieces) if not piece.isupper()), len(pieces))
    return f" {' '.join(pieces[family:])} " if family and not note[0].startswith("(") else " "


def _named(part: str) -> str:
    """Give a part of a name without titles, notes and the words that stand for a name that is not there."""
    plain = _ASIDE.sub(" ", _MAIDEN.sub(_after_note, part)) if fold(_ASIDE.sub(" ", part)) else part
    if fold(plain) in listed("placeholders"):
        return ""
    kept = [piece for piece in plain.split() if fold(piece) not in {"fnu", "lnu", "nln", "nfn", "nmn"}]
    return _without_titles(" ".join(kept))


def _without_titles(text: str) -> str:
    pieces = text.split()
    while len(pieces) > 1 and _is_title(pieces[0], len(pieces)):
        pieces.pop(0)
    while len(pieces) > 2 and _is_suffix(pieces[-1]):
        pieces.pop()
    return " ".join(pieces).strip(" ,;")


def _is_title(piece: str, count: int) -> bool:
    return fold(piece) in listed("honorifics_anywhere") or (count > 2 and fold(piece) in listed("honorifics"))


def _is_suffix(text: str) -> bool:
    return fold(text).replace(" ", "") in listed("suffixes")


__all__ = [
    "PersonName",
    "canonical",
    "compare",
    "likely_same_person",
    "parse_full",
    "spelling_slip",
    "swapped",
]
