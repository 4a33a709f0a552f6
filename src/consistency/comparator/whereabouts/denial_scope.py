"""Of which places and of which days a denial of journeys speaks."""

from __future__ import annotations

import re
from datetime import date, timedelta

from msgspec import Struct
from msgspec.structs import replace

from consistency.comparator.whereabouts.denial_words import any_of
from consistency.normalizer import places
from consistency.normalizer.counts import count_of
from consistency.normalizer.expressions import expression
from consistency.normalizer.regions import countries_of

_QUALIFIED = expression(
    r"\b(?:"
    + any_of(
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
    + any_of(
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
_VAGUE = {"few": 2, "couple": 2}
_OUTSIDE = expression(
    r"\b(?:outside|out|hors|en dehors|dehors)(?: of| de| du| des| d)?(?: the| la| le| l)? (?P<where>[a-z ]+)"
)
_INTO = expression(
    r"^(?:foot )?(?:to|in|into|on|a|au|aux|en|dans)? ?(?:the |la |le |les |l )?(?P<where>[a-z ]+)$"
)
OWN_COUNTRY = expression(r"\b(?:country|homeland|nation|pays|borders?|frontieres?)\b")
_ABROAD = expression(
    r"\b(?:abroad|overseas|international\w*|anywhere|any (?:other |foreign )?(?:countr\w+|nation|place|where)"
    r"|(?:other|another|foreign) countr\w+|letranger|a l ?etranger|d?autres? pays|aucun (?:autre )?pays|nulle part)\b"
)
_LEFT = expression(r"\b(?:left|exited|departed|quitte|sortie?)\b")
_ANYWHERE = frozenset({"", "history", "before", "at all"})
"""What follows on a denial that names no place."""
_EXCEPTING = expression(r"(?:except|other than|apart|sauf|hormis)")


class Scope(Struct, frozen=True):
    """The countries and the days of which a denial speaks."""

    only: frozenset[str] | None = None
    """The countries that it names; None: any abroad."""
    beyond: frozenset[str] = frozenset()
    """The countries outside of which it speaks, beside the applicant's own."""
    leaves_home: bool = False
    """True where it says that the applicant never left the country, so that living abroad contradicts it too."""
    window: tuple[date, date] = (date.min, date.max)

    def holds(self, country: str, days: tuple[date, date]) -> bool:
        """True for a stay in a country on some days."""
        there = country in self.only if self.only is not None else country not in self.beyond
        return there and self.window[0] <= days[0] and days[1] <= self.window[1]

    def without(self, spared: frozenset[str]) -> Scope:
        """Give the same without some countries."""
        only = self.only - spared if self.only is not None else None
        return replace(self, only=only, beyond=self.beyond | spared)


def scope_of(found: re.Match[str], before: str, after: str, day: date) -> Scope | None:
    """Give what a denial of some day is about, or None where it is qualified or of a time that cannot be told."""
    rest = found["rest"].strip()
    past = bool(found["had"] or found["hadnt"])
    timed = _TIMED.search(rest) or (_TIMED.search(before) if past else None)
    unclear = timed is None and (past or _UNTIMED.search(f"{rest} {before[-60:]}") is not None)
    where = _TIMED.sub(" ", rest).strip()
    if unclear or _QUALIFIED.search(where) or _EXCEPTING.match(after):
        return None
    window = _window(timed, day, past) if timed else (date.min, day)
    places = _places(where, found.group())
    return replace(places, window=window) if window is not None and places is not None else None


def _window(timed: re.Match[str], day: date, past: bool) -> tuple[date, date] | None:
    """Give the days of which a denial speaks; what "had never" been is so until the time that is named."""
    if timed["year"] is None:
        count = timed["count"] or timed["nombre"]
        years = count_of(count) or _VAGUE.get(count)
        return None if years is None else (day - timedelta(years * 365), day)
    year = int(timed["year"])
    if timed["since"]:
        return date(year, 12, 31), day
    return (
        (date.min, date(year - 1, 12, 31))
        if timed["before"] or past
        else (date(year, 1, 1), date(year, 12, 31))
    )


def _places(rest: str, denial: str) -> Scope | None:
    """Give the countries that a denial names, or those outside of which it speaks; None for an unknown place."""
    outside = _OUTSIDE.search(denial)
    if outside is not None:
        return _outside(outside["where"].strip())
    leaving = _LEFT.search(denial) is not None
    abroad = _ABROAD.search(denial) is not None
    if leaving or abroad or _ABROAD.search(rest) or rest in _ANYWHERE:
        return Scope(leaves_home=leaving or abroad)
    into = _INTO.match(rest.removesuffix(" before").removesuffix(" yet"))
    named = _countries(into["where"], sure=True) if into else frozenset()
    return Scope(only=named) if named else None


def _outside(where: str) -> Scope | None:
    if OWN_COUNTRY.search(where):
        return Scope(leaves_home=True)
    named = _countries(where, sure=False)
    return Scope(beyond=named, leaves_home=True) if named else None


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
