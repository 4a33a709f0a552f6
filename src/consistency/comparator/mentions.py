"""People that running text names, and what the text says of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from consistency.comparator.elsewhere import Passage, passages
from consistency.comparator.naming import related
from consistency.model import Case, FamilyMember, Paper, Relationship
from consistency.normalizer import names
from consistency.normalizer.names import PersonName
from consistency.normalizer.text import fold

Sex = Literal["male", "female"]

_HONORIFIC = (
    r"(?P<male>Mr|Monsieur|MR|M\.|Shri|Sri)|(?P<female>Mrs|Ms|Miss|Mme|Mlle|Madame|Mademoiselle|MS|MRS|Smt)"
)
_WORD = r"[A-ZÀ-ÖØ-Þ][\w'’-]+|[A-Z]\."
_MENTION = re.compile(
    rf"(?<![\w/.])(?:{_HONORIFIC})(?!\w)(?!\s*\.?\s*/)\.?\s+(?P<name>(?:{_WORD})(?:\s+(?:{_WORD}))*)"
)
_FIRST_PERSON = re.compile(
    rf"(?:\b[Mm]y (?:full )?name is|\bI,|\b[Jj]e,? soussignée?,?|\b[Jj]e m'appelle|\b[Mm]on nom est"
    rf"|\b[Tt]he applicant,|\b[Oo]ur client,|\b[Mm]y client,)\s+(?:(?:Mr|Ms|Mrs|Miss)\.?\s+)?"
    rf"(?P<name>(?:{_WORD})(?:\s+(?:{_WORD}))+)"
)
_HE = re.compile(r"\b(?:he|his|him|himself)\b", re.IGNORECASE)
_SHE = re.compile(r"\b(?:she|her|hers|herself)\b", re.IGNORECASE)

_ABOUT_AN_EMPLOYEE = re.compile(
    r"(?:certif\w+|confirm\w*|attest\w*|state|verify|that|que)\W+$", re.IGNORECASE
)
_AS_AN_EMPLOYEE = re.compile(
    r"^(?:,[^,]{0,60},)?\s*(?:'s?\s+(?:employment|work|performance|duties|salary|conduct|position|leave)"
    r"|(?:is|was|has been|had been) (?:currently |presently |also )?(?:employed|working|hired|appointed|with (?:us|our)"
    r"|a (?:permanent|full|valued|regular|dedicated|hard)|an employee)|(?:has )?(?:worked|joined|served|resigned)\b"
    r"|(?:est|a été|était) (?:employée?|à notre emploi|engagée?)|a travaillé|travaille|occupe)"
)
_AS_AN_APPLICANT = re.compile(
    r"^(?:'s?\s+(?:application|work permit|visa|family|passport|refusal|experience|study permit|request|intention)"
    r"|\s*,?\s*(?:will (?:leave|return|respect|comply|depart)|intends|wishes|applies|is applying|applied for"
    r"|was refused|has \d+ years|has (?:worked|strong|no criminal)|seeks|respectfully|hereby)\b)"
)
_ROLE = re.compile(
    r"\b(?:manager|director|supervisor|owner|president|officer|hr|human resources|chef|head|chief|ceo|cfo|partner"
    r"|founder|representative|consultant|lawyer|counsel|contact|reports? to|reported to|supervis\w+|under|signed"
    r"|directeur|directrice|gerante?|responsable|proprietaire|superviseur|avocate?|conseill\w+|notaire|doctor|dr)\b"
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A person whom a sentence names, with the sex that goes with the title."""

    passage: Passage
    name: PersonName
    sex: Sex | None
    before: str
    after: str


def mentions(paper: Paper) -> Iterator[Mention]:
    """Give the people that a paper's sentences name with a title."""
    for passage in passages(paper):
        for found in _MENTION.finditer(passage.text):
            sex: Sex = "male" if found["male"] else "female"
            before, after = passage.text[: found.start()], passage.text[found.end() :]
            yield Mention(passage, PersonName(full=found["name"]), sex, before, after)


def self_named(paper: Paper) -> Iterator[Mention]:
    """Give the names by which a letter calls its writer, or the applicant."""
    for passage in passages(paper):
        for found in _FIRST_PERSON.finditer(passage.text):
            yield Mention(passage, PersonName(full=found["name"]), None, "", passage.text[found.end() :])


def is_subject(mention: Mention) -> bool:
    """True where the sentence is about the person as an employee or as the applicant, not about a superior."""
    near = fold(f"{mention.before[-50:]} {mention.after[:50]}")
    if _ROLE.search(near):
        return False
    employee = _ABOUT_AN_EMPLOYEE.search(mention.before) or _AS_AN_EMPLOYEE.match(mention.after)
    return bool(employee or _AS_AN_APPLICANT.match(mention.after))


def pronouns(paper: Paper) -> dict[Sex, int]:
    """Count the pronouns of each sex in a paper."""
    text = paper.document.text
    return {"male": len(_HE.findall(text)), "female": len(_SHE.findall(text))}


def names_in(text: str, name: PersonName) -> bool:
    """True where a word of a name stands in a text, in any spelling."""
    spelt = {names.canonical(word) for word in fold(text).split()}
    return any(names.canonical(word) in spelt for word in name.all_tokens if len(word) > 2)


def family_names(case: Case) -> tuple[PersonName, ...]:
    """Give the names of the relatives that any paper tells."""
    told = {
        record.name
        for paper in case.papers
        for record in paper.records
        if isinstance(record, FamilyMember | Relationship) and record.name
    }
    return tuple(names.parse_full(name) for name in sorted(told))


def among(name: PersonName, known: Iterable[PersonName]) -> bool:
    """True where a name is that of one of some people, or shares a word with it."""
    return any(related(name, other) for other in known)
