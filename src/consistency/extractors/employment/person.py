"""Of whom an employment letter speaks."""

import re
from collections.abc import Iterable, Sequence
from itertools import takewhile
from typing import NamedTuple

from consistency.extractors.wording.career_words import employer_weight, title_weight
from consistency.normalizer.expressions import expression
from consistency.normalizer.text import fold

_HONORIFIC = (
    r"(?:(?:mr|mrs|ms|miss|mx|dr|prof|engr|eng|shri|sh|smt|sri|kum|thiru|tmt|ato|w/ro|w/rt|w/t|alhaji|alhaja|mallam"
    r"|sr|sra|srta|lic|ing|arq|m|mme|mlle)\b\.?|(?:gr|cit)\.|citizen(?:ess)?(?= (?!of\b))"
    r"|c\.(?=\s)|monsieur|madame|mademoiselle|l[ea] (?:susnommée?|dénommée?|nommée?|sieur|dame))"
)
_HONORIFICS = expression(
    rf"^{_HONORIFIC}\s*(?:(?:/|,|\bet\b|\band\b)?\s*(?![mc]\.?\s+[^\W\d_]){_HONORIFIC}\s*)*(?:[/,]\s*)?(?=\S)",
    re.IGNORECASE,
)
"""Mr, Dr and the like; "Shri M. G. Rao" has an initial behind the first, and no "Monsieur"."""
_WORD = r"(?:[aA]/[lLpP]\b|[^\W\d_][\w'’.\-]*)"
_NAME = rf"(?P<name>{_WORD}(?:\s+{_WORD}){{0,7}}?)"
_VERB = (
    r"(?:is|was|were|has|had|have|joined|joins|worked|works|served|serves|started|began|holds?|held|occupied"
    r"|completed|commenced|came|draws|receives|earns|drew|received|earned|perçoit|percevait|touche"
    r"|est|était|etait|(?-i:a)(?!\.)|fait|faisait|travaille|travaillait|occupe|occupait|exerce|exerçait)\b"
)
_ASIDE = (
    r"(?:\s*\([^()]{0,80}\))?(?:\s*[,(](?:[^()]{0,160}?(?:\([^()]{1,40}\)[^()]{0,100}?)?)[,)]"
    r"|\s+(?:[sdw]/o|son of|daughter of|wife of)\b.{2,60}?)?"
)
_THAT = expression(
    rf"\b(?:that|que"
    rf"|qu['’])\s*,?\s*(?:{_HONORIFIC}\s*(?:/\s*{_HONORIFIC}\s*)?)?{_NAME}{_ASIDE}\s*[,:]?\s+(?:[•▪●*–-]\s+)?(?:(?:bearing|holder|holding|son|daughter|born|né|née|titulaire)\b.{{0,120}}?\s)?{_VERB}",
    re.IGNORECASE,
)
_BEFORE_VERB = expression(
    rf"\b{_HONORIFIC}\s*(?:/\s*{_HONORIFIC}\s*)?{_NAME}{_ASIDE}\s*,?\s+(?:who\s+|qui\s+)?{_VERB}",
    re.IGNORECASE,
)
_ISSUED = expression(
    rf"\b(?:issued|given|granted|delivered|délivrée?) (?:to|à)\s+(?:{_HONORIFIC}\s*)?{_NAME}(?=\s*[,(.;]|\s*$"
    r"|\s+(?:to|in|for|on|as|who|that|at|upon|with|is|pour|afin|en|qui)\b)",
    re.IGNORECASE,
)
_AS_OBJECT = expression(
    rf"\b(?:known|recommend\w*|recommander|employ(?:ed)?|employé|regarding|concerning|concernant)\s+(?:[a-z]+ly\s+)?"
    rf"(?:{_HONORIFIC}\s*)?{_NAME}(?=\s*,?\s+(?:who|qui)\b|\s*[,.(]|\s*$"
    r"|\s+(?:for|since|as|from|in|du|depuis|de|en|comme|pour)\b)",
    re.IGNORECASE,
)
_PLAIN_BEFORE_VERB = expression(
    rf"^\W*(?:to whom it may concern\W+)?{_NAME}{_ASIDE}\s*,?\s+(?:is|was|has been|had been|has worked|worked"
    rf"|joined|came to|started|served|began"
    r"|est|a été|a travaillé|travaille|perçoit)\b",
    re.IGNORECASE,
)
_SUBJECT = expression(
    rf"^(?:subject|re|sub|objet|réf(?:érence)?)\s*[:.]?.*?(?:\b(?:of|for|de|pour|regarding)\b"
    rf"|[–—:-])\s*(?:{_HONORIFIC}\s*)?(?P<name>{_WORD}(?:\s+{_WORD}){{0,6}})\s*$",
    re.IGNORECASE,
)
_NUMBER_BEHIND = expression(r"(?:\s+[-–—(]|\s*,)\s*[^-–—(,\d]{0,30}\d[\d\s./-]*\)?\s*$")
"""The number of somebody behind the name: "RE: John Smith - TRN 114-882-901"."""
_TITLE_OF_LETTER = (
    r"^\W*(?:certificate|confirmation|(?:introductory )?letter|verification|proof|statement|employment|experience"
    r"|service|reference|attestation|certificat|lettre)\b[^.:]{0,60}?(?:\b(?:of|for|de|pour|regarding)\b|[–—:-])\s*"
)
_NAME_AT_END = rf"(?P<name>{_WORD}(?:\s+{_WORD}){{0,6}})\s*$"
_TITLED = expression(rf"{_TITLE_OF_LETTER}(?:{_HONORIFIC}\s*)+{_NAME_AT_END}", re.IGNORECASE)
_TITLED_WITH_NUMBER = expression(rf"{_TITLE_OF_LETTER}(?:{_HONORIFIC}\s*)*{_NAME_AT_END}", re.IGNORECASE)
_WITH_CARD = expression(
    r"^\W*(?P<name>[^\W\d][^()\d:]{4,60}?)\s*[-–,(]\s*(?:(?:old |new )?(?:NIC|NRIC|CNIC|NID|MyKad|IC|QID|EID"
    r"|Emirates ID|Iqama|Passport|EPF|Emp(?:loyee)?\.?(?: ID| code)?|Staff)\b)[^()]{0,30}\d[\w /-]{2,24}\)?\W*$",
    re.IGNORECASE,
)
"""Somebody's name with the number of a card behind it, on a line of its own."""
_ABOUT = expression(
    r"\b(?:experience|employment|employee|work|works|letter|certificate|certification|reference|service|services"
    r"|verification|confirmation|relieving|recommendation|resignation|promotion|appointment|salary|income|job|position"
    r"|permit|visa|application|request|status|leave|absence|duties|record|internship|training|concern|canada"
    r"|expérience|emploi|travail|lettre|attestation|certificat|référence|recommandation|stage|fonctions?|salaire"
    r"|demande|permis|poste|congé|présence|effective|embassy|consulate|immigration|authorities|officer"
    r"|ambassade|consulat)\b",
    re.IGNORECASE,
)
"""Words of what a letter is about, which no name has."""
_GIVEN = expression(
    r"[A-ZÀ-Ý][a-zà-ÿ'’-]+\.?(?: [A-ZÀ-Ý][\w'’-]*\.?){0,4}|[A-ZÀ-Ý'’-]{4,}(?: [A-ZÀ-Ý'’-]+\.?){0,4}"
)
"""Given names behind a family name and a comma, not the letters of a degree."""
_PARTICLES_WORDS = """
de da do dos das del della di du la le van von der den bin binti al el y e ul ur ibn ben bint af av
"""
_PARTICLES = frozenset(_PARTICLES_WORDS.split())
_NOT_NAMES_WORDS = """
he she they it this the our we you i your his her their employee company said above who which there letter position
il elle la le nous vous je notre cette ce an a person individual applicant bearer undersigned
"""
_NOT_NAMES = frozenset(_NOT_NAMES_WORDS.split())


_CAPITALISED = expression(r"[A-ZÀ-Ý][\w'’-]+\s+$")


_AS_BORN = expression(
    r"\s*[,(]?\s*(?:née|nee|born)\s+(?P<name>[A-ZÀ-Ý][\w'’-]*(?:\s+[A-ZÀ-Ý][\w'’-]*){1,5})"
    r"(?=\s*[,();:]|\s+[a-zà-ÿ]|\s*$)"
)
"""The name of birth behind that of the marriage."""


_OF_A_FATHER = expression(r"\b[aA]/[lLpP]\b")
"""Son or daughter of, within a name of Malaysia: "Murugan A/L Subramaniam"."""


class Said(NamedTuple):
    """Words of a text and their place."""

    text: str
    start: int
    end: int


def person_in(text: str) -> Said | None:
    """Give the name of the person of whom the sentence speaks, without Mr or Madame."""
    for pattern in (_THAT, _BEFORE_VERB, _PLAIN_BEFORE_VERB, _AS_OBJECT, _ISSUED):
        for match in pattern.finditer(text):
            said = _as_name(match["name"], match.start("name"))
            office = pattern is _ISSUED and said is not None and _is_office(said.text)
            if said is not None and not office and not _is_initial(match):
                return _as_born(text, said)
    return None


def _as_born(text: str, said: Said) -> Said:
    """Give the whole name behind a married one that stands alone: "Mme KANE née DIALLO Awa" is Awa Diallo."""
    born = _AS_BORN.match(text, said.end)
    if born is None or " " in said.text or not is_name(born["name"]):
        return said
    return Said(born["name"], born.start("name"), born.end("name"))


def _is_initial(match: re.Match[str]) -> bool:
    """Tell whether what reads as "M." for Monsieur is an initial within a name: "Maria M. Santos"."""
    within = _CAPITALISED.search(match.string[: match.start()]) is not None
    return within and match[0][:2] in ("M.", "C.", "M ", "C ")


def _is_office(text: str) -> bool:
    """Tell whether that to which a letter is given is an embassy or the like."""
    return " " not in text or _ABOUT.search(text) is not None or employer_weight(text) > 0


def fuller(name: str, texts: Iterable[str]) -> str:
    """Give the longest form of a first name alone that some texts have: "Ida" is "Ida Maria Sample" above."""
    if " " in name:
        return name
    whole = rf"(?<![^\W_]){re.escape(name)}(?: (?:{_WORD}|de|da|van|von|bin|el|al)){{1,5}}"
    found = (_run(match[0].split()) for text in texts for match in re.finditer(whole, text))
    return max((one for one in found if is_name(one) and not _ABOUT.search(one)), key=len, default=name)


def _run(parts: list[str]) -> str:
    """Give the words of a name up to the first that is none."""
    taken = takewhile(
        lambda part: (part[:1].isupper() and part.lower() not in _NOT_NAMES) or part in _PARTICLES, parts
    )
    return " ".join(taken).rstrip(".,")


def person_in_subject(text: str) -> Said | None:
    """Give the name in a subject line or a title: "Subject: Experience letter of Mr. Ali Khan"."""
    bare = _NUMBER_BEHIND.sub("", _NUMBER_BEHIND.sub("", text))  # "RE: IDA SAMPLE – ID No. 2688, P/No. 41"
    named = _TITLED if bare == text else _TITLED_WITH_NUMBER
    match = _SUBJECT.match(bare.strip()) or named.match(bare.strip())
    match = match or _WITH_CARD.match(text)
    if match is None or _ABOUT.search(match["name"]):
        return None
    return _as_name(match["name"], text.find(match["name"]))


def without_honorific(name: str) -> str:
    """Give a name without Mr, Dr, Madame and the like before it, and what follows it in brackets or behind a comma.

    A given name behind the comma is part of it: "Santos, Maria Cristina D.".
    """
    bare = re.split(r"\s*\(", _HONORIFICS.sub("", name.strip()))[0].strip(" .:,")
    first, comma, rest = (part.strip() for part in bare.partition(","))
    given = (
        comma and _GIVEN.fullmatch(rest) is not None and not title_weight(rest) and len(first.split()) <= 3
    )
    return f"{first}, {rest}" if given else first.strip(" .:")


def is_name(text: str) -> bool:
    """Tell whether a text may be a person's name: capitalised words and particles."""
    parts = text.split()
    if not 1 <= len(parts) <= 7 or re.search(r"[\d@:/]", _OF_A_FATHER.sub("", text)):
        return False
    if parts[0].lower() in _NOT_NAMES and not _is_vietnamese(parts):
        return False
    return all(part[:1].isupper() or part.lower() in _PARTICLES or not part[:1].isascii() for part in parts)


def _is_vietnamese(parts: Sequence[str]) -> bool:
    """Tell whether a name begins with the family name Le, which is an article elsewhere."""
    return len(parts) > 2 and fold(parts[0]) == "le" and fold(parts[1]) in _MIDDLE_NAMES


_MIDDLE = "thi van thanh minh quoc hong ngoc quang duc huu xuan hoang dinh anh tuan hai kim my phuong thuy"
_MIDDLE_NAMES = frozenset(_MIDDLE.split())


def _as_name(text: str, start: int) -> Said | None:
    bare = _HONORIFICS.sub("", text).strip()
    if not is_name(bare):
        return None
    at = start + text.find(bare)
    return Said(bare, at, at + len(bare))
