"""The words in names of organisations: what says who it is, what does not, and what is short for what."""

import re
from collections.abc import Sequence
from functools import cache

from consistency.normalizer import countries, tables
from consistency.normalizer.expressions import expression, longest_first
from consistency.normalizer.text import fold


def telling(words: Sequence[str]) -> tuple[str, ...]:
    """Give the words without articles and the like, each in the one writing that stands for all its kind."""
    known = _same()
    return tuple(known.get(word, word) for word in words if known.get(word, word) not in listed("stop"))


def is_generic(word: str) -> bool:
    """Say whether a word tells little about who an employer is (group, services), or is a country."""
    return word in _generic() or bool(countries.country(word.title()))


def is_distinctive(word: str) -> bool:
    """Say whether a word tells one organisation from another."""
    return not (is_generic(word) or word in listed("schools") or word.isdigit())


def spells(short: Sequence[str], long: Sequence[str]) -> bool:
    """Say whether a name with acronyms stands for a longer one, word by word: ``td bank``, ``toronto dominion bank``.

    A run of single letters (L&T) is one acronym. Small words may be skipped or stand in the acronym (UofT). What is
    left of the longer name must say little.
    """
    kept = gather([word for word in short if word not in {"and", "et", "y"}])
    kept = (*kept[:1], *(word for word in kept[1:] if not _is_small(word)))
    return any(len(word) > 1 for word in kept) and _spells(kept, tuple(long), False)


def gather(words: Sequence[str]) -> tuple[str, ...]:
    """Join runs of single letters: ``s a r l`` is ``sarl``, ``l t infotech`` is ``lt infotech``."""
    gathered: list[str] = []
    single = False
    for word in words:
        if len(word) == 1 and single:
            gathered[-1] += word
        else:
            gathered.append(word)
        single = len(word) == 1
    return tuple(gathered)


def parted(word: str) -> tuple[str, ...]:
    """Give the two parts of a word put together of two, each of which gives an acronym its letter.

    >>> parted("microfinance"), parted("transport"), parted("bank")
    (('micro', 'finance'), ('transport',), ('bank',))
    """
    found = _compound().fullmatch(word)
    return (found[1], found[2]) if found else (word,)


@cache
def _compound() -> re.Pattern[str]:
    return expression(rf"({'|'.join(longest_first(listed('compounds')))})([a-z]{{5,}})")


def _spells(short: Sequence[str], long: Sequence[str], used: bool) -> bool:
    if not short:
        return used and all(is_generic(word) or _is_small(word) for word in telling(long))
    if not long:
        return False
    if _is_small(long[0]) and _spells(short, long[1:], used):
        return True
    if telling(short[:1]) == telling(long[:1]) and telling(long[:1]):
        return _spells(short[1:], long[1:], used)
    ends = _runs(short[0], long)
    return any(_spells(short[1:], long[end:], True) for end in ends)


def _runs(acronym: str, words: Sequence[str]) -> list[int]:
    """Give where in the words a run ends whose initials make the acronym; at least two words are needed."""
    if not 2 <= len(acronym) <= 8 or not acronym.isalpha():
        return []
    ends, states = [], {(0, 0)}
    for place, word in enumerate(words):
        following = set()
        for letters, count in states:
            if acronym[letters : letters + 1] == word[:1]:
                following.add((letters + 1, count + 1))
            if _is_small(word):
                following |= {(letters, count)} | (
                    {(letters + len(word), count)} if acronym.startswith(word, letters) else set()
                )
        states = following
        if any(letters == len(acronym) and count > 1 for letters, count in states):
            ends.append(place + 1)
    return ends


def _is_small(word: str) -> bool:
    return word in listed("stop")


def made_of_beginnings(text: str, words: Sequence[str]) -> bool:
    """Say whether a text is the beginnings of two or more words in a row: ``pemex``, ``petroleos mexicanos``."""
    nested = [_beginning(word) for word in words]
    return any(
        re.fullmatch("".join(nested[start:end]), text)
        for start in range(len(nested))
        for end in range(start + 2, len(nested) + 1)
    )


def _beginning(word: str) -> str:
    pattern = ""
    for sign in reversed(word[1:6]):
        pattern = f"(?:{re.escape(sign)}{pattern})?"
    return re.escape(word[:1]) + pattern


def trade_names(text: str) -> list[str]:
    """Give the parts of a text around ``d/b/a``, ``o/a``, ``trading as``; the whole where there is none."""
    parts = [part.strip(" ,()-") for part in _trade().split(text)]
    return [part for part in parts if fold(part)]


@cache
def _trade() -> re.Pattern[str]:
    marks = longest_first(listed("trade_marks"))
    spelt = "|".join(
        r"[\s./]*".join(mark.split()) if len(mark.replace(" ", "")) < 5 else r"\s+".join(mark.split())
        for mark in marks
    )
    slashed = r"d\.?/?b\.?/?a\.?|o/a|f/a|t/a|a/k/a|f/k/a|c/o/b"
    return expression(rf"(?i)(?<![\w.])(?:{slashed}|{spelt})(?![\w])\.?:?")


@cache
def listed(name: str) -> frozenset[str]:
    """Give a list of folded words or phrases of the table."""
    table = tables.toml("organisations")
    return frozenset(table["words"].get(name, table.get(name, ())))


@cache
def listed_in(group: str, name: str) -> frozenset[str]:
    """Give a list of folded words in one group of the table."""
    return frozenset(tables.toml("organisations")[group][name])


@cache
def legal_forms() -> dict[str, str]:
    """Map each folded writing of a legal form to the name of the form: the table by hand first, then the generated."""
    written = tables.toml("organisations")["legal_forms"]["trailing"]
    generated = tables.json_table("legal_forms")["forms"]
    known = {text: form for form, texts in generated.items() for text in texts}
    return known | {" ".join(gather(fold(text).split())): forms[0] for forms in written for text in forms}


@cache
def _same() -> dict[str, str]:
    known: dict[str, str] = {}
    for words in tables.toml("organisations")["words"]["same"]:
        for word in words:
            known.setdefault(word, words[0])
    return known


@cache
def _generic() -> frozenset[str]:
    return listed("generic") | frozenset(telling(tuple(listed("generic"))))
