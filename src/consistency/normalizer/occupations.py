"""Job titles: what they rank, which are one job in two languages, and NOC codes."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import TypeVar

from consistency.normalizer import tables, title_parts
from consistency.normalizer.agreement import Agreement, different, same, variant
from consistency.normalizer.expressions import expression
from consistency.normalizer.text import fold

T = TypeVar("T")
ByFirst = Mapping[str, Sequence[tuple[tuple[str, ...], T]]]
"""Phrases by their first word, each with what is told of it: they are many, and a title has few words."""

_NOC = expression(
    r"(?<!\d)(?:NOC|CNP)?\s*(?:20(?:06|11|16|21))?\s*[:#-]?\s*(\d{5}|\d{4})(?!\d)(?:[.:-]\d{2})?",
    re.IGNORECASE,
)
_LABELLED_NOC = expression(
    r"\b(?:NOC|CNP)\b(?:\s*(?:20\d\d|code|No\.?|TEER\s*\d))*\s*[:#-]?\s*(\d{5}|\d{4})(?!\d)", re.IGNORECASE
)
_OWN = expression(
    r"\b(?:(?:co )?owner|proprietor|proprietress|proprietaire|self employed|freelance\w*|sole trader|entrepreneur\w*"
    r"|own (?:business|account)|independent contractor|travailleu\w+ autonome|auto ?entrepreneu\w+|a (?:son|mon) compte"
    r"|a son propre compte|travailleu\w+ independante?|propietari[oa]|autonomo|por cuenta propia|dueno|duena)\b"
)
"""Words (folded) of a title that say that somebody works on their own account."""
_ASIDE = expression(r"\s*\([^()]{3,40}\)\s*$")
_ROMANCE = expression(
    r"(?:ien|ienne|eur|euse|ier|iere|[cg]her|ger|gere|ero|era|ico|ica|ista|iste|trice|ador|adora|on|ant|ante)$"
)
"""How titles end in French and Spanish."""
_GRADE = expression(
    r",?\s+(?:of (?:the )?)?(?:\d(?:st|nd|rd|th)|[1-9]|[IVX]{1,4})[- ](?:grade|category|class|qualification)\b"
    r"|,?\s+(?:grade|category|class|qualification) (?:\d|[IVX]{1,4})\b|,?\s+de (?:la )?\d(?:re|er|e"
    r"|ème) (?:catégorie|classe)\b"
    r"|\s+\d{2,3}(?:\s?/\s?\d{2,3})*$",
    re.IGNORECASE,
)
"""The grade of a trade, or the numbers of its processes: "welder of the 5th grade", "welder 135/136"."""
_LISTED = expression(r"\s*[,;/]\s*|\s+(?:and|et|or|ou)\s+|(?<=s)-(?=\w+s\b)", re.IGNORECASE)
"""What parts the occupations that the name of a group lists: "Boulangers-pâtissiers", "Cooks and bakers"."""
_REST_OF_GROUP = expression(
    r"^(?:other|related|autres?|personnel (?:assimile|similaire)|assimiles?)\b|\boccupations?\b"
)
_ENDINGS = {"iere": "ier", "euse": "eur", "trice": "teur", "ienne": "ien", "chere": "cher", "gere": "ger"}
_FEMININE = expression(rf"(?:{'|'.join(_ENDINGS)})$")
_ELISION = expression(r"(?i)\b([ldLD])['’](?=\w)")
_BOTH_GENDERS = expression(
    r"(?<=\w)(?:\(\w{1,4}\)|[·.]\w{1,4}\b|/-?(?:e|euse|ère|ere|ière|trice|ne|te|se)\b)", re.IGNORECASE
)


@lru_cache(maxsize=8192)
def level(title: str) -> int:
    """Give the rank of a title: -2 trainee, -1 helper, junior, 0 worker, 1 senior, 2 supervisor, 3 manager, 4 director.

    English and French words and a few of Spanish; the highest word decides, and an assistant of a higher rank stands
    one below it.
    """
    words = _words(title)
    ranks = list(_standing(_ranks(), words))
    if not ranks:
        return 0
    highest = max(ranks)
    if highest >= 2 and any(word in _listed("under") for word in words):
        return highest - 1
    return highest if highest > 0 else min(ranks)


def level_moved(a: str, b: str) -> bool:
    """Say whether the second title is of another rank than the first."""
    return level(a) != level(b)


@lru_cache(maxsize=16_384)
def compare_titles(a: str, b: str) -> Agreement:
    """Say whether two titles name one job: the same, a variant with the reason, or different."""
    codes = noc_code(a), noc_code(b)
    if codes[0] and codes[0] == codes[1]:
        return same() if fold(a) == fold(b) else variant("the same NOC code")
    whole = _compare(a, b)
    if whole.agrees:
        return whole
    if _same_hands(*(_words(title_parts.head(bare) or bare) for bare in map(title_parts.bare, (a, b)))):
        return variant(HANDS)
    if _rises_from(a, b) or _rises_from(b, a):
        return variant("the title before or after a promotion that one of them tells")
    reason = "" if level_moved(_unnoted(a), _unnoted(b)) else _otherwise_told(a, b)
    if not reason and (noted := tuple(_BEHIND_DASH.sub(r" (\1)", title) for title in (a, b))) != (a, b):
        return compare_titles(*noted)
    return variant(reason) if reason else whole


_BEHIND_DASH = expression(r"\s[-–—]\s([^-–—()]{2,30})$")
"""The ward or the department behind a title: "Staff Nurse - Medical ICU"."""


def _rises_from(rising: str, one: str) -> bool:
    """True for a title that the other tells as one of two posts in turn: "Mechanic, team leader since 04/2022"."""
    return any(_compare(post, one).agrees for post in title_parts.posts_in_turn(rising))


def _unnoted(title: str) -> str:
    """Take a note off a title, but one that tells a rank in so many words: "(trainee until the end of June)"."""
    bare = title_parts.unnoted(title)
    return bare if abs(level(title) - level(bare)) <= 1 and level(title) > -2 else title


def _otherwise_told(a: str, b: str) -> str:
    """Give the reason why two titles are one job where one says more, tells two titles, or turns its words."""
    if _in_other_trades(a, b):
        return ""
    bare = title_parts.bare(a), title_parts.bare(b)
    if bare != (a, b) and _compare(*bare).agrees:
        return "hours, a time or a note beside the title"
    one, other = (title_parts.told_together(title) for title in (a, b))
    if (one or other) and any(
        _compare(first, second).agrees for first in one or bare[:1] for second in other or bare[1:]
    ):
        return "one of two titles told together"
    turned = title_parts.turned(bare[0]) or bare[0], title_parts.turned(bare[1]) or bare[1]
    if turned != bare and _compare(*turned).agrees:
        return "the kind of work stands behind the job"
    return "a kind of work more on one side" if _kind_beside(*bare) or _kind_beside(*bare[::-1]) else ""


def _kind_beside(longer: str, shorter: str) -> bool:
    """True for a title and the same with a kind of work behind a comma, of one rank and no other trade."""
    head = title_parts.head(longer)
    if not head or not _compare(head, shorter).agrees:
        return False
    return not other_trade(longer[len(head) :], shorter)


def _compare(a: str, b: str) -> Agreement:
    first, second = _words(a), _words(b)
    if fold(a) == fold(b) or "".join(first) == "".join(second):
        return same()
    if not first or not second:
        return different("only one of them has a title")
    reason = _one_job(first, second) or _own_account(a, b)
    if reason:
        return variant(reason)
    if _is_of_group(a, b) or _is_of_group(b, a):
        return variant("one of the occupations of a group")
    if level_moved(a, b):
        return different("a title of another rank")
    if reason := _set_aside(a, b):
        return variant(reason)
    reason = _near(first, second)
    return variant(reason) if reason else different("another title")


def _is_of_group(group: str, one: str) -> bool:
    """Say whether a title is one of those that the name of a group lists: *Bakers and pastry cooks*."""
    parts = [fold(part) for part in _LISTED.split(_LABELLED_NOC.sub(" ", group))]
    members = [part.split() for part in parts if part and not _REST_OF_GROUP.search(part)]
    if not members or not all(any(word.endswith(("s", "x")) for word in member) for member in members):
        return False
    own = fold(one).split()
    return any(
        _masculine(member) == _masculine(own) or set(_jobs(member)) & set(_jobs(own)) for member in members
    )


def _masculine(words: Sequence[str]) -> str:
    """Give a title in the singular, in French of the one gender: *cuisinières* is *cuisinier*."""
    return " ".join(_FEMININE.sub(_other_ending, word) for word in _singular(words).split())


def _other_ending(found: re.Match[str]) -> str:
    return _ENDINGS[found[0]]


def _set_aside(a: str, b: str) -> str:
    """Give the reason why two titles are one job without what stands in brackets, or without the grade of one side."""
    bare = tuple(_ASIDE.sub("", title) for title in (a, b))
    if bare != (a, b) and all(bare) and not _in_other_trades(a, b) and compare_titles(*bare).agrees:
        return "a word more in brackets, of the same rank"
    graded = tuple(_GRADE.sub("", title).strip(" ,") for title in (a, b))
    one_side = (graded[0] == a) != (graded[1] == b)
    if one_side and all(graded) and compare_titles(*graded).agrees:
        return "a grade, or the number of a process, on one side"
    return ""


def _in_other_trades(a: str, b: str) -> bool:
    """True where what stands beside both titles makes them two trades: "Engineer (civil)", "Engineer (software)"."""
    return all(map(title_parts.notes, (a, b))) and other_trade(a, b)


def _one_job(first: Sequence[str], second: Sequence[str]) -> str:
    """Give the reason why two titles are one job whatever the words for a rank in them."""
    if sorted(first) == sorted(second):
        return "the words stand in another order, or are abbreviated"
    if _same_hands(first, second):
        return HANDS
    if _leads(first) and _leads(first) == _leads(second):
        return "two words for one who leads others of the trade"
    return "two names or a translation of one job" if set(_jobs(first)) & set(_jobs(second)) else ""


def _leads(words: Sequence[str]) -> tuple[str, ...]:
    """Give the trade of one who leads others of it: of a *lead carpenter*, of a *carpenter team leader*."""
    if len(words) == 2 and words[0] == "lead":
        return tuple(words[1:])
    return tuple(words[:-2]) if tuple(words[-2:]) in _LEADERS else ()


_LEADERS = frozenset({("team", "leader"), ("team", "lead"), ("crew", "leader")})


def _same_hands(first: Sequence[str], second: Sequence[str]) -> bool:
    """True for one kind of work before two words for who does it."""
    if min(len(first), len(second)) < 2:
        return False
    return [*first[:-1], _hand(first[-1])] == [*second[:-1], _hand(second[-1])]


def _hand(word: str) -> str:
    return "worker" if word.removesuffix("s") in _HANDS else word


HANDS = "two words for one who does the work"
_HANDS = frozenset({"worker", "labourer", "laborer", "hand"})
"""Words for one and the same post behind the kind of work: *greenhouse labourer* is *greenhouse worker*."""


def _own_account(one: str, other: str) -> str:
    """Give the reason why two titles of one trade are one job: both say that the person works for themselves."""
    if other_trade(one, other) or not all(_OWN.search(fold(title)) for title in (one, other)):
        return ""
    return "two names of work on one's own account"


def _near(first: Sequence[str], second: Sequence[str]) -> str:
    """Give the reason why two titles of one rank are one job."""
    if _contains(first, second) or _contains(second, first):
        return "a word more on one side, of the same rank"
    if _kind_before(first, second) or _kind_before(second, first):
        return "a kind of work before another name of the job"
    if _specified(first, second) or _specified(second, first):
        return "the kind of work stands behind one of them, of the same rank"
    if sorted(map(_one_word, first)) == sorted(map(_one_word, second)):
        return "a translation, word by word"
    return "one letter differs" if _misspelt(first, second) else ""


@lru_cache(maxsize=16_384)
def fields(title: str) -> frozenset[str]:
    """Give the kinds of work that the words of a title or trade name: ``Accounts Clerk`` is accounts and office."""
    words = _singular(_words(title)).split()
    return frozenset(kind for kinds in _standing(_fields(), words) for kind in kinds)


def other_trade(a: str, b: str) -> bool:
    """Say whether two titles or trades are certainly of two kinds of work; False where one has no known kind."""
    one, other = fields(a), fields(b)
    return bool(one and other) and not one & other


def noc_code(text: str) -> str | None:
    """Give the four digits (2016) or five digits (2021) of a National Occupational Classification code, or None."""
    labelled = _LABELLED_NOC.search(text)
    if labelled:
        return labelled[1]
    alone = _NOC.fullmatch(text.strip())
    return alone[1] if alone else None


def _contains(longer: Sequence[str], shorter: Sequence[str]) -> bool:
    """Say whether the longer title is the shorter with words before it, as in ``hotel cook`` and ``cook``."""
    return len(longer) > len(shorter) and tuple(longer[-len(shorter) :]) == tuple(shorter)


def _kind_before(longer: Sequence[str], shorter: Sequence[str]) -> bool:
    """Say whether the longer title ends with another name of the shorter, as ``hotel cook`` and ``cuisinier``."""
    return len(longer) > 1 and bool(set(_jobs(longer[-1:])) & set(_jobs(shorter)))


def _specified(longer: Sequence[str], shorter: Sequence[str]) -> bool:
    """Say whether a title in French or Spanish is another with its kind behind it: *mécanicien de véhicules lourds*.

    In English a word behind makes another job of it: a cook helper is no cook.
    """
    if len(longer) <= len(shorter) or longer[0] not in _heads() or "chef" in longer:
        return False
    if set(_jobs(longer[:1])) & set(_jobs(shorter)):  # "soldador calificado" is a welder
        return True
    if longer[0] != shorter[0]:
        return False
    return set(_singular(shorter[1:]).split()) <= set(_singular(longer[1:]).split())


def _misspelt(a: Sequence[str], b: Sequence[str]) -> bool:
    one, other = " ".join(a), " ".join(b)
    if min(len(one), len(other)) < 6:
        return False
    from rapidfuzz.distance import OSA

    return OSA.distance(one, other) == 1


@lru_cache(maxsize=16_384)
def _words(title: str) -> tuple[str, ...]:
    """Give the words of a title in full, without small words, the NOC code and second genders."""
    plain = _LABELLED_NOC.sub(" ", _BOTH_GENDERS.sub("", _ELISION.sub(r"\1 ", title_parts.led(title))))
    words = fold(plain).split()
    found: list[str] = []
    place = 0
    while place < len(words):
        size = next(n for n in (3, 2, 1) if n == 1 or " ".join(words[place : place + n]) in _abbreviations())
        phrase = " ".join(words[place : place + size])
        found += _abbreviations().get(phrase, phrase).split()
        place += size
    kept = [word for word in found if word not in _listed("stop")]
    return tuple(kept or found)


def _jobs(words: Sequence[str]) -> tuple[int, ...]:
    return _translations().get(_singular(words), ())


def _singular(words: Sequence[str]) -> str:
    return " ".join(
        word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word
        for word in words
    )


def _one_word(word: str) -> str:
    numbers = _translations().get(_singular([word]), ())
    return str(min(numbers)) if numbers else word


def _standing(phrases: ByFirst[T], words: Sequence[str]) -> Iterator[T]:
    """Give what is told of each phrase that stands in some words."""
    return (
        told
        for start, word in enumerate(words)
        for phrase, told in phrases.get(word, ())
        if tuple(words[start : start + len(phrase)]) == phrase
    )


def _by_first(told: Mapping[tuple[str, ...], T]) -> ByFirst[T]:
    found: dict[str, list[tuple[tuple[str, ...], T]]] = {}
    for phrase, what in told.items():
        found.setdefault(phrase[0], []).append((phrase, what))
    return found


@cache
def _ranks() -> ByFirst[int]:
    levels = tables.toml("occupations")["levels"]
    return _by_first({_words(phrase): int(rank) for rank, phrases in levels.items() for phrase in phrases})


@cache
def _abbreviations() -> dict[str, str]:
    groups = tables.toml("occupations")["words"]["abbreviations"]
    return {short: group[0] for group in groups for short in group[1:]}


@cache
def _translations() -> dict[str, tuple[int, ...]]:
    found: dict[str, tuple[int, ...]] = {}
    for number, titles in enumerate(tables.toml("occupations")["translations"]["titles"]):
        for title in titles:
            name = _singular(_words(title))
            found[name] = (*found.get(name, ()), number)
    return found


@cache
def _heads() -> frozenset[str]:
    """Give the titles of one word in French or Spanish that are no English ones and tell no rank."""
    groups = tables.toml("occupations")["translations"]["titles"]
    english = {word for titles in groups for word in _words(titles[0])}
    other = {name[0] for titles in groups for title in titles[1:] if len(name := _words(title)) == 1}
    ranked = {
        _words(phrase) for phrases in tables.toml("occupations")["levels"].values() for phrase in phrases
    }
    return frozenset(w for w in other - english if _ROMANCE.search(w) and (w,) not in ranked)


@cache
def _fields() -> ByFirst[tuple[str, ...]]:
    found: dict[tuple[str, ...], tuple[str, ...]] = {}
    for kind, phrases in tables.toml("occupations")["fields"].items():
        for phrase in phrases:
            words = tuple(_singular(_words(phrase)).split())
            found[words] = (*found.get(words, ()), kind)
    return _by_first(found)


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(tables.toml("occupations")["words"][name])
