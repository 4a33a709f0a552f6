"""Which state refused, or sent somebody away: by its name, its adjective, its embassy, its law, or a town there."""

import re

from consistency.normalizer import places
from consistency.normalizer.expressions import expression
from consistency.normalizer.refusing import refusals_in

_BY_ADJECTIVE = expression(
    r"\b(u\.?\s?s\.?a?|american|u\.?k|british|australian|canadian|french|german|italian|spanish|dutch"
    r"|swiss|irish|japanese"
    r"|belgian|austrian|danish|swedish|norwegian|polish|portuguese|greek|new zealand|chinese|emirati"
    r"|americaine?|canadienne?|britannique|francaise?|allemande?|italienne?|espagnole?|belge|suisse)"
    r"\b\.?(?= (?:[a-z0-9/-]+ ){0,4}?(?:visa|permit|embassy|consulate|esta|application|refus|ambassade"
    r"|authorit|tourist|visitor|student))"
    r"|(?<=visa )(americain|francais|britannique|allemand|italien|espagnol|belge|suisse|canadien)\b"
)
_BY_NAME = expression(
    r"\b(?:visa|entry|esta|application|demande|admission|embassy|consulate|travel)(?: [a-z0-9/-]+){0,3}?"
    r" (?:to|for|of|by|pour|a|au|aux|en|de|du|des) (?:the |les |la |l')?([a-z .]{2,30}?)"
    r"(?=,|\.|;|\)| in\b| on\b| was\b| were\b| and\b| is\b| because\b| le\b| en\b| a ete\b| dated\b| \(|$|  )"
)
_ENTRY_AT = expression(
    r"\b(?:entry|admission|turned (?:away|back|around)|sent back|deported|removed) (?:[a-z]+ ){0,2}?"
    r"(?:at|in|into|from|to|by) (?:the |the airport of )?([a-z .]{2,30}?)(?: airport| border)?"
    r"(?=,|\.|;|\)| in\b| on\b| and\b| because\b| when\b| \(|$)"
)
"""By whom somebody was not let in: "denied entry at Singapore"."""
_VISA_OF = expression(
    r"\b((?:[a-z]+ ){1,4}?)(?:(?:visitor|tourist|student|work|study|business|transit|entry) )*visa\b"
)
_BY_AGENT = expression(r"\b(?:by|par) (?!(?:letter|e-?mail|lettre|decision)\b)((?:[a-z.'-]+ ?){1,6})")
_SUBJECT = expression(
    r"(?:^|[,;:] |\b(?:and|but|et|mais) )((?:[a-z0-9.'-]+ ){1,8}?)"
    r"(?:(?:has|had|have|did|also|again|then|later|already|once|twice|even|me|m'a|m'ont|nous a|a|ont|n'a|ne m'a) )*$"
)
_PASSIVE = expression(r"\b(?:was|were|is|are|been|being|be|got|get|ete|est|sont|fut|not) $")
_OFFICE = expression(r"\b(?:ircc|cic|canada|canadian|canadien\w*)\b")
_AMERICAN = expression(r"\b(?:214 ?\(b\)|221 ?\(g\)|b-?1 ?/ ?b-?2|h-?1-?b|u\.?s\.?c\.?i\.?s)(?![a-z])")
"""The American law, a class of American visas, or their office."""
_RECORDS = expression(r"\b(?:hit|match|info(?:rmation)?[ -]sharing|m5|biometric\w* (?:check|search))\b")
_LETTERS_HIT = expression(r"\b([a-z]{3}) (?:hit|match)\b")
_SENT_FROM = expression(
    r"\b(?:from|out of|leave|du|de|d'|by|par) (?:the |la |le |les |l')?([a-z .]{2,30}?)"
    r"(?=[,.;)]|$| [ioeab]n\b| by\b| after\b| and\b)"
)
_STAYED_IN = expression(
    r"\b(?:in|at|au|aux|en) (?:the )?([a-z .]{2,30}?)"
    r"(?=[,.;)]|$| (?:airport|i|je|in|on|for|and|en|by|was|where)\b| [0-9])"
)
"""From where somebody was sent away: "deported from Kuwait", "in Kuwait I was …"."""
_WHERE = expression(r" (?:in|on|at|a|en|from|of my|because) ")
_LETTERS = frozenset({
    "us", "usa", "uk", "uae", "ksa", "aus", "nz", "nzl", "gbr", "fra", "deu", "ita", "esp", "nld", "bel", "che", "irl",
    "jpn", "kor", "chn", "sgp", "mys", "hkg", "sau", "qat", "kwt",
})  # fmt: skip
"""Letters that notes have for states; others are a word more often than a state."""


def refuser(low: str) -> str | None:
    """Give the state that a text names as the one that refused."""
    if who := _agent(low):
        return who
    if adjective := _BY_ADJECTIVE.search(low):
        return state_called(adjective[1] or adjective[2])
    return _named_behind(low) or _town_of_entry(low) or ("US" if _AMERICAN.search(low) else None)


def _named_behind(low: str) -> str | None:
    """Give the state that stands beside what was refused: "visa pour la france", "entry at singapore"."""
    found = (
        match[1].strip() for pattern in (_BY_NAME, _ENTRY_AT, _VISA_OF) for match in pattern.finditer(low)
    )
    return next((code for name in found if (code := _ends_in_country(name))), None)


def _town_of_entry(low: str) -> str | None:
    towns = (places.country_of_city(match[1].strip()) for match in _ENTRY_AT.finditer(low))
    return next((code for code in towns if code), None)


def _agent(low: str) -> str | None:
    """Give the state that is named as the one who refuses: "France refused me", "refused by the Italian consul"."""
    for found in refusals_in(low):
        before = low[: found.start()]
        subject = None if _PASSIVE.search(before) else _SUBJECT.search(before)
        agent = _BY_AGENT.search(low, found.end())
        for words in (subject, agent):
            code = state_named(words[1]) if words else None
            if code:
                return code
    return None


def by_agent(low: str) -> str | None:
    """Give the state that a part of a sentence names as the one that decided: "and a Schengen visa by Germany"."""
    return next((code for agent in _BY_AGENT.finditer(low) if (code := state_named(agent[1]))), None)


def state_named(words: str) -> str | None:
    """Give the state that some words name, by its name or as an adjective; IRCC is Canada, "us" may be a pronoun."""
    if _OFFICE.search(words):
        return "CA"
    named = _WHERE.split(re.sub(r"^(?:(?:in|on|en) \S+|le \d\S*)(?: \d{4})? ", "", words))[0].split()
    runs = (" ".join(named[i:j]) for i in range(len(named)) for j in range(min(i + 4, len(named)), i, -1))
    return next((code for run in runs if run != "us" and (code := state_called(run))), None)


def state_called(name: str) -> str | None:
    """Give the code of a state by its name, its adjective or its letters."""
    letters = re.sub(r"^the\b|[\s.]", "", name)
    return places.country(letters.upper() if letters in _LETTERS else name) if _is_telling(letters) else None


def _is_telling(letters: str) -> bool:
    return len(letters) > 3 or letters in _LETTERS


def _ends_in_country(text: str) -> str | None:
    """Give the country that the last words name: "visa pour la france" is France."""
    words = text.split()
    tails = (" ".join(words[start:]) for start in range(len(words)))
    return next((code for tail in tails if (code := state_called(tail))), None)


def sent_from(low: str) -> str | None:
    """Give the state that sent somebody away."""
    names = (match[1].strip() for pattern in (_SENT_FROM, _STAYED_IN) for match in pattern.finditer(low))
    return next(
        (code for name in names if (code := state_called(name) or places.country_of_city(name))), None
    )


def in_records(low: str) -> str | None:
    """Give the state of whose records an officer's note speaks: "M5 check: USA hit."."""
    letters = _LETTERS_HIT.search(low)
    named = state_named(low) if _RECORDS.search(low) else None
    return named or (places.country(letters[1].upper()) if letters else None)
