"""What letters say of never having travelled: in which words, of which places and of which time.

A sentence counts only where it says so of the applicant, outright: not where it tells what an officer wrote, what
would be if, or how the applicant never travelled ("without a visa", "alone", "extensively").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from msgspec import Struct
from msgspec.structs import replace

from consistency.comparator.elsewhere import Passage, passages
from consistency.model import Paper, Trip
from consistency.normalizer import places
from consistency.normalizer.expressions import expression
from consistency.normalizer.regions import countries_of, state_of
from consistency.normalizer.speakers import speaks_of_others
from consistency.normalizer.text import fold, plain

TELLERS = frozenset({"explanation-letter", "travel-history", "unknown"})
"""Papers in which applicants write of themselves."""


def _any(*alternatives: str) -> str:
    return "|".join(alternatives)


_WENT = _any(
    r"travel+(?:ed|ing)?|journeyed|ventured|flown",
    r"(?:been|gone|moved|stayed|ventured) (?=to|abroad|outside|out of|overseas|anywhere|beyond)",
    r"visit(?:ed)? |set foot |stepped (?=out|foot|abroad)|crossed (?=any|an|the|my|international)",
    r"(?:left|exited|departed)(?= (?:from )?(?:my|the|his|her|our|this|home|[a-z]+$))",
)
_ADVERBS = r"(?:yet |ever |previously |before |personally |actually |even |so far )*"
_KIND = r"(?:(?:previous|prior|past|earlier|other|international|foreign|overseas|outside|personal) )*"
_ABROAD_NEXT = r"(?= abroad| outside| overseas| to | in | at |$)"
_ENGLISH = _any(
    rf"(?P<had>had )?(?:never|not ever|not once) {_ADVERBS}(?:{_WENT})",
    rf"(?P<hadnt>had not|hadnt) {_ADVERBS}(?:{_WENT})",
    rf"(?:(?:have|has|did|do) not|havent|hasnt|didnt|dont) {_ADVERBS}(?:{_WENT}|travel)",
    r"(?:no|nil|zero|without any|without|not have any?|dont have any|doesnt have any|not any) "
    rf"{_KIND}(?:travel(?:l?ing)? (?:history|record|experience|background)"
    rf"|(?:travels?|trips?|journeys?){_ABROAD_NEXT})",
    r"(?:have|has|am|is) yet to (?:travel|visit|leave|go abroad|step out)|no record of (?:\w+ )?travel",
    r"travel history (?:is )?(?:nil|none|blank|empty|not applicable)",
    r"(?:my|his|her|applicants?|very) first (?:ever )?(?:international|foreign|overseas) "
    r"(?:trip|travel|journey|visit|flight)",
    r"(?:my|his|her|applicants?|very) first (?:ever )?(?:trip|travel|journey|time|flight|visit)"
    r"(?: \w+){0,2} (?:abroad|outside|overseas|out of)",
    r"first time (?:that )?(?:i|he|she) (?:(?:will|am|is|would|shall|be|have|has) ){0,2}"
    r"(?:travel\w*|leav\w+|go\w* abroad|set(?:ting)? foot (?:outside|out|abroad|beyond)|step\w* (?:outside|out)"
    r"|fly\w*|(?:be|am|being) abroad|cross\w* (?:a|any|the|an international) border)",
)
_FRENCH = _any(
    r"n(?:ai|a|avons|avais|avait|avoir|ayant) (?:encore |pas encore |toujours )?(?:jamais|pas) (?:encore |deja )?"
    r"(?:voyag\w+|quitte|visite|sejourne|(?:effectue|fait|entrepris) (?:de|aucun) (?:voyage|deplacement)s?"
    r"|ete (?=au|a |en|hors)|mis (?:les|le) pieds?)",
    r"n(?:e suis|est|etais|etait) (?:encore )?(?:jamais|pas) (?:encore )?(?:sortie?|allee?|partie?|rendue?|venue?)",
    r"n(?:ai|a) (?:effectue|fait|entrepris) aucun (?:voyage|deplacement)",
    r"(?:aucun|pas d[e ]?|sans) ?(?:antecedents?|historique) (?:de |des )?voyages?",
    r"aucun (?:voyage|deplacement)(?= a l| hors| international|$)",
    r"(?:mon|son) premier voyage (?:international|a letranger|hors)",
    r"premiere fois que (?:je|il|elle) (?:voyage\w*|quitte\w*|sor[st]\w*|(?:pren\w+|prendrai) l ?avion"
    r"|met\w* les? pieds? (?:hors|en dehors|a l ?etranger))",
)
_DENIAL = expression(rf"\b(?:{_ENGLISH}|{_FRENCH})(?P<rest>.*)")
_QUALIFIED = expression(
    r"\b(?:"
    + _any(
        r"without|illegal\w*|unless|except\w*|other than|than|apart from|besides|aside|save|alone|under|using|with",
        r"by (?:air|plane|sea|train|myself)|as a|together|more than|only|just|but|on (?:business|an?y?|holiday)",
        r"for (?:work|business|stud\w+|tourism|medical|leisure|employment|more|long\w*)",
        r"much|extensively|widely|often|frequently|regularly|a lot|far|long\w*",
        r"sans|sauf|hormis|excepte\w*|a part|autre que|seule?|beaucoup|souvent|avec|plus de|seulement|que",
    )
    + r")\b"
)
_UNTIMED = expression(
    r"\b(?:"
    + _any(
        r"during|recent\w*|lately|when|while|then|as of|by the",
        r"(?:at|in) (?:the|that|this) (?:same )?(?:time|moment|point|stage|period)",
        r"last (?:year|month|week|summer|winter)|this year",
        r"pendant|recemment|lorsque|quand|alors|a (?:cette|l) epoque|au moment",
    )
    + r")\b"
)
_TIMED = expression(
    r"\b(?:(?P<since>since|after|from|depuis|apres)|(?P<before>before|prior to|until|till|avant|jusqu\w*)"
    r"|(?P<during>in|en|during))(?: \w+){0,2}? (?P<year>(?:19|20)\d\d)\b"
    r"|\b(?:last|past|previous|dernieres?) (?P<count>\d{1,2}|[^\W\d]+) (?:years|ans|annees)\b"
    r"|\b(?P<nombre>\d{1,2}|[^\W\d]+) dernieres annees\b"
)
_COUNTS = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "ten": 10, "few": 2, "couple": 2,
    "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "sept": 7, "huit": 8, "dix": 10,
}  # fmt: skip
_REPORTED = expression(
    r"\b(?:"
    + _any(
        r"(?:officers?|l?agents?|visa (?:office|section)|decisions?|notes?|ircc|embassy|consulate|refus\w*|you|they"
        r"|it) (?:\w+ ){0,5}?(?:not(?:e|es|ed|ing|ait)|stat(?:e|es|ed|ing)|conclu\w*|wrote|writ\w+|sa(?:id|ys)"
        r"|mention\w*|consider\w*|f(?:ound|inds?)|held|believ\w*|assum\w*|claim\w*|indicat\w*|rais\w*|concern\w*|point\w*"
        r"|indiqu\w*|estim\w*|constat\w*|ecri\w*|dit|reproch\w*|soulev\w*|observ\w*)",
        r"refus\w*|rejet\w*|rejected|concern\w*|finding|ground|reason|doubt\w*|motif|raison",
        r"because|due to|owing to|parce qu\w*",
        r"not (?:true|correct|accurate|the case|mean)|untrue|incorrect\w*|wrong\w*|contrary|erron\w*|faux|inexact\w*",
        r"contrairement|suggest\w*|impl(?:y|ies|ied)|mistaken\w*|error",
    )
    + r")\b"
)
"""Words (folded) before a denial that make it another's, or deny it."""
_IF = expression(r"(?<!even )\b(?:if|whether|suppos\w*|si|sil)\b")
_CLAUSE = expression(
    r"[,;:()–—]|\s-\s|\b(?:but|however|although|though|and|mais|cependant|toutefois|bien que|et)\b",
    re.IGNORECASE,
)
_PRONOUN = expression(r"\b(?:I|[Jj]e)\b|\b[Jj]['’]")


_EXCEPTED = expression(
    r"\W*(?:(?P<apart>apart from|aside from|other than|besides|hormis|mis a part|a part|en dehors d\w*|outre)"
    r"|except(?:ing)?(?: for)?|excluding|save for|with the exception of|sauf|excepte\w*|a l ?exception d\w*)\b"
)
"""Words (folded) that begin a clause before a denial and except something from it."""
_TRAILING = expression(
    r"\b(?:except(?:ing)?(?: for)?|excluding|other than|apart from|aside from|save(?: for)?|besides"
    r"|with the exception of|sauf"
    r"|hormis|excepte\w*|mis a part|a part|en dehors d\w*|a l'exception d\w*)\b"
)
"""Words that except something from the denial before them."""
_MONTHS = frozenset((
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    "fev", "avr", "mai", "jui", "aou",
))  # fmt: skip
"""How the names of months begin, which have a capital and are no names of states."""
_SUBJECT = expression(
    r"(?:^|\s)(?:(?:this|that|these|those|it|them|cela|ca|ceux ci|celui ci)(?= |$) ?)?"
    r"(?:(?:i|he|she|we|the applicant|my client|je|il|elle)(?: (?:have|has|had))?)?$"
)
_OTHERS = expression(
    r"\b(?:any|no|aucun|des?|d) ?(?:other|autres?) (?:\w+ ){0,2}?(?:countr\w+|nations?|places?|pays|travel\w*|trips?"
    r"|journeys?|visits?|voyages?|deplacements?|destinations?)|(?:another|un autre) (?:country|pays)"
    r"|any(?:where|place) else|elsewhere|ailleurs"
)
"""Words (folded) of a denial that is about all but what was told before."""
_ELSEWHERE = expression(
    r"\b(?:listed|attached|enclosed|above|below|mentioned|following|imm ?\d{4}|ci joint\w*|ci dessus|susmentionne\w*)\b"
)


class Denial(Struct, frozen=True):
    """A sentence by which the applicant never travelled: the countries and the days that it is about."""

    passage: Passage
    words: str
    """The words of the denial, folded."""
    only: frozenset[str] | None = None
    """The countries that it names; None: any abroad."""
    beyond: frozenset[str] = frozenset()
    """The countries outside of which it speaks, beside the applicant's own."""
    window: tuple[date, date] = (date.min, date.max)
    leaves_home: bool = False
    """True where it says that the applicant never left the country, so that living abroad contradicts it too."""

    def is_about(self, country: str, days: tuple[date, date]) -> bool:
        """True for a stay in a country on some days that the sentence denies."""
        there = country in self.only if self.only is not None else country not in self.beyond
        return there and self.window[0] <= days[0] and days[1] <= self.window[1]


def denials(paper: Paper) -> Iterator[Denial]:
    """Give the sentences by which the applicant never travelled."""
    if paper.kind not in TELLERS or paper.is_form:
        return
    first_person = len(_PRONOUN.findall(paper.document.text)) > 2
    earlier: list[str] = []
    for passage in passages(paper):
        yield from _in_sentence(passage, first_person, earlier)
        earlier.append(passage.text)


def _in_sentence(passage: Passage, first_person: bool, earlier: Sequence[str]) -> Iterator[Denial]:
    parts = _CLAUSE.split(passage.text)
    for index, part in enumerate(parts):
        words = fold(part)
        found = _DENIAL.search(words)
        if found is None:
            continue
        led = [*map(fold, parts[:index]), words[: found.start()]]
        before = " ".join(led)
        after = " ".join(fold(p) for p in parts[index + 1 : index + 2])
        another = speaks_of_others(before, third_person=first_person)
        if another or _REPORTED.search(before) or _IF.search(before):
            continue
        excepted = _excepted_after(" ".join(parts[index:]))
        if excepted:
            found, after = _DENIAL.search(fold(_but_for(part))), ""
        if found is None or excepted == frozenset():
            continue
        denial = _scoped(passage, found, before, after)
        spared = _spared(passage.paper, found.group(), led, (*earlier, *parts[: index + 1]))
        if denial is not None and spared is not None:
            yield _without(denial, spared | (excepted or frozenset()))


def _without(denial: Denial, spared: frozenset[str]) -> Denial:
    only = denial.only - spared if denial.only is not None else None
    return replace(denial, only=only, beyond=denial.beyond | spared)


def _but_for(text: str) -> str:
    """Give a clause without the exception that ends it."""
    found = _TRAILING.search(plain(text))
    return text[: found.start()] if found else text


def _excepted_after(text: str) -> frozenset[str] | None:
    """Give the states that stand after "except": none where one cannot be told; None where nothing is excepted."""
    found = _TRAILING.search(plain(text))
    if found is None:
        return None
    told = text[found.end() :]
    named = frozenset(_named_in(told))
    known = {word for run in _runs_named(told) for word in run.split()}
    names = {w for w in re.findall(r"[^\W\d_]{3,}", told) if w[0].isupper() and plain(w)[:3] not in _MONTHS}
    return named if names <= known else frozenset()


def _spared(paper: Paper, denial: str, led: Sequence[str], earlier: Sequence[str]) -> frozenset[str] | None:
    """Give the countries that a denial leaves out: "apart from Turkey", "to any other country".

    None where it leaves out something that cannot be told.
    """
    excepted = _exception(led)
    meant = frozenset[str]()
    if excepted:
        meant = frozenset(_named_in(excepted.title()))
        if not meant and not _OWN_COUNTRY.search(excepted):
            return None
    if excepted != "" and not _OTHERS.search(denial):
        return meant
    told = frozenset(state_of(record.country) for record in paper.all(Trip) if record.country)
    if not told and _ELSEWHERE.search(fold(" ".join(earlier[-3:]))):
        return None
    return meant | told.union(*map(_named_in, earlier))


def _exception(led: Sequence[str]) -> str | None:
    """Give what is excepted in the clauses before a denial: "" for what was told before; None for nothing."""
    for at in reversed(range(len(led))):
        found = _EXCEPTED.match(led[at])
        if found and (found["apart"] or not any(led[:at])):
            return _SUBJECT.sub("", " ".join([led[at][found.end() :], *led[at + 1 :]]).strip())
    return None


def _named_in(text: str) -> Iterator[str]:
    """Give the states (alpha-2) that a text names, also by a town or a part of the world."""
    for run in _runs(text):
        yield from _states(run)


def _runs_named(text: str) -> Iterator[str]:
    """Give the words by which a text names states."""
    return (run for run in _runs(text) if any(_states(run)))


def _states(run: str) -> Iterator[str]:
    code = places.country(run) or places.country_of_city(run)
    return map(state_of, [code] if code else countries_of(run, sure=False))


def _runs(text: str) -> Iterator[str]:
    """Give the runs of words that begin with a capital and may be a name."""
    words = re.findall(r"[^\W\d_](?:[\w'’.-]*\w)?", text)
    for start in (n for n, word in enumerate(words) if word[0].isupper()):
        for size in range(1, 5):
            run = " ".join(words[start : start + size])
            if len(run) > 3 or (run.isupper() and len(run) > 1):
                yield run


def _scoped(passage: Passage, found: re.Match[str], before: str, after: str) -> Denial | None:
    """Give what a denial is about, or None where it is qualified or of a time that cannot be told."""
    rest, day = found["rest"].strip(), passage.paper.as_of.date
    if day is None:
        return None
    past = bool(found["had"] or found["hadnt"])
    timed = _TIMED.search(rest) or (_TIMED.search(before) if past else None)
    unclear = timed is None and (past or _UNTIMED.search(f"{rest} {before[-60:]}") is not None)
    where = _TIMED.sub(" ", rest).strip()
    if unclear or _QUALIFIED.search(where) or re.match(r"(?:except|other than|apart|sauf|hormis)", after):
        return None
    window = _window(timed, day.latest, past) if timed else (date.min, day.latest)
    place = _place(where, found.group())
    return (
        None
        if window is None or place is None
        else Denial(passage, found.group().strip(), place[0], place[1], window, place[2])
    )


def _window(timed: re.Match[str], day: date, past: bool) -> tuple[date, date] | None:
    """Give the days of which a denial speaks; what "had never" been is so until the time that is named."""
    if timed["year"] is None:
        count = timed["count"] or timed["nombre"]
        years = int(count) if count.isdecimal() else _COUNTS.get(count)
        return None if years is None else (day - timedelta(years * 365), day)
    year = int(timed["year"])
    if timed["since"]:
        return date(year, 12, 31), day
    return (
        (date.min, date(year - 1, 12, 31))
        if timed["before"] or past
        else (date(year, 1, 1), date(year, 12, 31))
    )


Place = tuple[frozenset[str] | None, frozenset[str], bool]

_OUTSIDE = expression(
    r"\b(?:outside|out|hors|en dehors|dehors)(?: of| de| du| des| d)?(?: the| la| le| l)? (?P<where>[a-z ]+)"
)
_INTO = expression(
    r"^(?:foot )?(?:to|in|into|on|a|au|aux|en|dans)? ?(?:the |la |le |les |l )?(?P<where>[a-z ]+)$"
)
_OWN_COUNTRY = expression(r"\b(?:country|homeland|nation|pays|borders?|frontieres?)\b")
_ABROAD = expression(
    r"\b(?:abroad|overseas|international\w*|anywhere|any (?:other |foreign )?(?:countr\w+|nation|place|where)"
    r"|(?:other|another|foreign) countr\w+|letranger|a l ?etranger|d?autres? pays|aucun (?:autre )?pays|nulle part)\b"
)


def _place(rest: str, denial: str) -> Place | None:
    """Give the countries that a denial names, or those outside of which it speaks; None for an unknown place."""
    outside = _OUTSIDE.search(denial)
    if outside is not None:
        return _outside(outside["where"].strip())
    leaving = re.search(r"\b(?:left|exited|departed|quitte|sortie?)\b", denial) is not None
    if (
        _ABROAD.search(rest)
        or _ABROAD.search(denial)
        or not rest
        or leaving
        or rest in {"history", "before", "at all"}
    ):
        return None, frozenset(), leaving or bool(_ABROAD.search(denial))
    into = _INTO.match(rest.removesuffix(" before").removesuffix(" yet"))
    named = _countries(into["where"], sure=True) if into else frozenset()
    return (named, frozenset(), False) if named else None


def _outside(where: str) -> Place | None:
    if _OWN_COUNTRY.search(where):
        return None, frozenset(), True
    named = _countries(where, sure=False)
    return (None, named, True) if named else None


def _countries(words: str, *, sure: bool) -> frozenset[str]:
    """Give the countries of a name, with or without words behind it: "canada before", "the schengen area"."""
    parts = words.split()
    for size in range(len(parts), 0, -1):
        name = " ".join(parts[:size])
        code = places.country(name)
        found = frozenset({code}) if code else countries_of(name, sure=sure)
        if found:
            return found
    return frozenset()
