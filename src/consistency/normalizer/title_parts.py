"""What one title says besides the job: hours, dates, a place, a kind of work; and titles told together in one row."""

import re
from functools import lru_cache

from consistency.normalizer.expressions import expression
from consistency.normalizer.places import country
from consistency.normalizer.text import fold

_HOURS = expression(
    r"(?i)\s*[,;(–—-]?\s*(?:for\s+|à raison de\s+)?\d{1,2}(?:[.,]\d)?\s*(?:-\s*)?(?:h|hrs?|hours?|heures?|horas?)\b"
    r"(?:\s*(?:/|per|a|an|each|par|por|weekly|week(?:ly)?|semaine|semana)\s*(?:week|semaine|semana)?)?\s*\)?\s*$"
)
_ASIDE = expression(r"\s*\([^()]{2,90}\)\s*")
_NOTE = expression(r"\s*\((?:[^()\s]+\s+){3,}[^()\s]+\)\s*")
_TOGETHER = expression(
    r"(?i)\s*(?:/|;|→|->|>)\s*|\s*,?\s+(?:then|later|and (?:then|later)|thereafter|afterwards|puis|et puis|ensuite"
    r"|luego|después|promoted (?:to|as)|now)\s+(?:as\s+)?"
)
_DUTIES = expression(r"(?<=[^\W\d]{3})\s?:\s+(?=[^:]*(?:,|\w\s+\w+\s+\w))[^\W\dA-ZÀ-Ý][^:]*$")
"""What the work was, behind a colon: "Hairdresser: cutting, colour, styling"; "Driver: bus" tells its kind."""
_SINCE = expression(
    r"(?i)(?P<first>[^,;/()]{3,60}?)\s*(?:[,;(/→]|\s[–-]\s)\s*(?:(?:then|promoted to|puis|promue?|ensuite)\s+)?"
    r"(?:(?P<then>[^,;/()]{3,50}?)\s\(?(?:since|from|as of|depuis|dès|à partir de|desde)\s[^,;()]*\d{4}\s*\)?\s*"
    r"|(?:since|from|as of|depuis|dès|à partir de|desde)\s[^,;()]{0,16}?\d{4}\s?[,:]?\s+(?:as\s+)?"
    r"(?P<second>[^,;()\d]{3,50})\)?\s*)"
)
_UNTIL = expression(
    r"(?i)[^,;()]{3,60}?\s*[(,;]\s*(?:(?P<first>[^,;()]{3,60}?)\s+(?:until|till|up to|before|jusqu['’]\S+|avant"
    r"|hasta)\b"
    r"|(?:formerly|previously|initially|earlier|at first|first|anciennement|auparavant|précédemment|d['’]abord)\s+"
    r"(?:as\s+|comme\s+)?(?P<former>[^,;()]{3,60}?)(?=[,;)]|\s+(?:until|till|from|in|jusqu|depuis|en)\b"
    r"|$))[^()]*\)?\s*"
)
"""The post before the one that stands first: "Foreman (welder until June 2019)", "Captain, formerly waiter"."""
_THEN = expression(
    r"(?i)(?P<first>[^,;()/]{3,60}?)\s*,?\s+(?:(?:and|et)\s+)?(?:then|later|thereafter|afterwards|subsequently"
    r"|puis|ensuite"
    r"|luego|después|promoted (?:to|as)|promue?)\s+(?:as\s+)?[^,;()]{3,60}(?:[,;(][^;()]*\)?)?\s*"
)
"""Two posts one after the other, without a day: "Cook, later head cook"."""
_SECOND = expression(
    r"\s*([^()]{3,60}?)\s*\(((?:[^()\s]+\s+){0,3}?[^()\s]+)(?:\s+(?:since|from|as of|depuis)\s[^()]{4,20})?\)\s*"
)
"""A title with another one in brackets: "Badante (live-in carer)"."""
_DATED = expression(
    r"(?i)\s*[,(]?\s*\b(?:from|since|until|till|as of|depuis|jusqu\w*|à partir de|desde|hasta|as from"
    r"|with effect from)"
    r"\b[^;/]*$|\s*[,(]?\s*(?:19|20)\d\d\b[^;/]*$"
)
_PAIR = expression(
    r"(?i)(?P<kind>(?:[^\W\d]\S*\s+){0,3})(?P<first>[^\W\d_]{3,}[eo]r)-(?P<second>[^\W\d_]{3,}[eo]r)"
)
"""Two posts joined into one: "CNC setter-operator"."""
_ON_OWN_LAND = expression(
    r"(?i)(?<=\w)\s+(?:on|at|of) (?:(?:the|my|his|her|our|own|family|family's|leased|rented|parents['’]?)\s+){1,3}"
    r"(?:land|farm|plot|fields?|holding)\s*$"
)
"""Whose land somebody tills, behind the title: "Rice farmer on family land"."""
_AT_A_SITE = expression(
    r"(?i)\s+(?:au|à la|à l['’]|dans (?:le|la|l['’])|at the|in the|of the)\s*(?:home|foyer|résidence|section"
    r"|service|unité"
    r"|pavillon|ward|unit|department|section|étage)\s+(?:(?:de|d['’]|du|des|of)\s?(?:la |l['’])?)?\S.*$"
)
"""In which part of a house somebody works, behind the title: "Nurse in the ward of surgery"."""
_ABROAD = expression(
    r"\s+(?:in|en|au|aux|across|throughout|within)\s+(?:the\s+)?(?P<where>[A-ZÀ-Ý][^,;()\d]{1,30})$"
)
_UNION = expression(r"(?i)(?:european union|eu|europe|schengen(?: area)?|gcc|gulf|union européenne|ue)")
"""Parts of the world that no list of countries holds."""
_LICENSED = expression(
    r"(?i)(?:(?<=driver)|(?<=uffeur)|(?<=ucteur))(?:,|\s+[–-])?\s+(?:(?:of |de )?(?:cat(?:egor(?:y|ies))?|class"
    r"|classe"
    r"|catégories?)\.?\s*)?(?:C\s?\+?\s?E|C1\+?E?|D1?\+?E?|B\+?E|C|AZ|DZ)$"
)
"""The class of licence behind a driver's title: "Truck driver C+E", "Driver cat. CE"."""
_BEHIND = expression(r"\s*,\s+")
_OF = expression(
    r"(?i)\b(?P<head>driver|operator|mechanic|technician|teacher|worker|inspector|engineer|assistant|seller|cleaner"
    r"|supervisor|manager|welder|installer|repairer|setter|adjuster|turner|machinist|assembler|packer|loader|builder"
    r"|designer|developer|programmer|specialist|analyst|seamstress|sewer|fitter|tuner|caregiver|carer|nurse|aide"
    r"|attendant|nanny|cook|helper|leader)s? (?:of|for)(?: the| an?)? (?P<kind>[a-z][a-z -]{2,40})$"
)
_HEADS_A_TEAM = expression(
    r"\b(?:head|chief|in[- ]charge) of (?:the |a |an )?((?:\w+ ){0,3}?)(team|group|crew|shift|line)\b",
    re.IGNORECASE,
)
"""Who leads a team, called its head: "head of the packing team" is "packing team leader"."""
_LONGEST_KIND = 5
"""Words behind a comma at the most that tell a kind of work: "Cook, Chinese cuisine"."""


@lru_cache(maxsize=16_384)
def bare(title: str) -> str:
    """Give a title without the hours, brackets and dates beside it.

    >>> bare("Software Developer, 40 hours per week"), bare("Picker (harvest, April to October each year)")
    ('Software Developer', 'Picker')
    """
    kept = _HOURS.sub("", title)
    kept = _DUTIES.sub("", _ASIDE.sub(" ", kept)).strip()
    kept = _ON_OWN_LAND.sub("", _DATED.sub("", kept)).strip(" ,;-–")
    kept = _LICENSED.sub("", _without_country(_AT_A_SITE.sub("", kept)))
    return kept if fold(kept) else title


def _without_country(title: str) -> str:
    """Take off where somebody works, behind the title: "Cook in Poland", "Truck driver in the European Union"."""
    found = _ABROAD.search(title)
    told = found and (_UNION.fullmatch(found["where"]) or country(found["where"]))
    return title[: found.start()] if found and told else title


def led(title: str) -> str:
    """Call the head of a team its leader.

    >>> led("Head of the packing team"), led("Head of sales")
    ('packing team leader', 'Head of sales')
    """
    return _HEADS_A_TEAM.sub(r"\1\2 leader", title)


def notes(title: str) -> str:
    """Give what stands beside a title in brackets and behind a colon."""
    duties = _DUTIES.search(title)
    return " ".join([*_ASIDE.findall(title), *([duties[0]] if duties else [])])


def unnoted(title: str) -> str:
    """Give a title without a note of several words in brackets, whose words tell no rank: "(own field, day "
    "labour)"."""
    return _NOTE.sub(" ", title).strip() or title


@lru_cache(maxsize=16_384)
def told_together(title: str) -> tuple[str, ...]:
    """Give the titles that one row tells together, as for a promotion; nothing where it tells one.

    >>> told_together("Chef; Head Chef from 2024"), told_together("Guard / Senior guard"), told_together("Cook")
    (('Chef', 'Head Chef'), ('Guard', 'Senior guard'), ())
    >>> told_together("CNC setter-operator")
    ('CNC setter', 'CNC operator')
    """
    if pair := _PAIR.fullmatch(bare(title)):
        return f"{pair['kind']}{pair['first']}", f"{pair['kind']}{pair['second']}"
    beside = _SECOND.fullmatch(title)
    split = beside.groups() if beside else _TOGETHER.split(title)
    parts = tuple(bare(part) for part in split if fold(part))
    return parts if len(parts) > 1 else ()


def posts_in_turn(title: str) -> tuple[str, ...]:
    """Give the posts of one row that were held one after the other, as far as it names them; else nothing.

    >>> posts_in_turn("Mechanic, team leader since 04/2022"), posts_in_turn("Mechanic, buses")
    (('Mechanic', 'team leader'), ())
    >>> posts_in_turn("Foreman (welder until May 2019)"), posts_in_turn("Cook puis chef")
    (('welder',), ('Cook',))
    >>> posts_in_turn("Baker, since May 2022 Head Baker")
    ('Baker', 'Head Baker')
    """
    found = _SINCE.fullmatch(title) or _UNTIL.fullmatch(title) or _THEN.fullmatch(title)
    parts = found.groupdict() if found else {}
    return tuple(part.strip() for part in parts.values() if part and part.strip())


def turned(title: str) -> str:
    """Give a title with its kind before the job, where it stands behind "of": "driver of buses" is "buses driver"."""
    found = _OF.search(title)
    return f"{title[: found.start()]}{found['kind'].strip()} {found['head']}".strip() if found else ""


def head(title: str) -> str:
    """Give a title without the kind of work behind a comma or "of".

    >>> head("Cook, Thai food"), head("Teacher of maths"), head("Cook")
    ('Cook', 'Teacher', '')
    """
    if found := _OF.search(title):
        return f"{title[: found.start()]}{found['head']}"
    parts = _BEHIND.split(title, maxsplit=1)
    few = len(parts) > 1 and len(fold(parts[1]).split()) <= _LONGEST_KIND
    return parts[0] if few else ""
