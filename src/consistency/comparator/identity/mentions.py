"""People that running text names, and what the text says of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Literal

from msgspec import Struct

from consistency.comparator.identity.naming import related
from consistency.comparator.passages import LETTER, Passage, Told, passages, sentences
from consistency.model import Case, Document, FamilyMember, Paper, Relationship
from consistency.normalizer import names
from consistency.normalizer.expressions import expression
from consistency.normalizer.names import PersonName
from consistency.normalizer.text import fold

Sex = Literal["male", "female"]

_HONORIFIC = (
    r"(?P<male>Mr|Monsieur|MR|M\.|Shri|Sri(?!\s+Lank))"
    r"|(?P<female>Mrs|Ms|Miss|Mme|Mlle|Madame|Mademoiselle|MS|MRS|Smt)"
)
_WORD = r"[A-ZÀ-ÖØ-Þ][\w'’-]+|[A-Z]\."
_MENTION = expression(
    rf"(?<![\w/.])(?:{_HONORIFIC})(?!\w)(?!\s*\.?\s*/)\.?\s+(?P<name>(?:{_WORD})(?:\s+(?:{_WORD}))*)"
)
_FIRST_PERSON = (
    r"\b[Mm]y (?:full )?name is|\bI,(?: the undersigned,?)?|\b(?:[Jj]e|[Nn]ous),? (?:le |la |les )?"
    r"soussigné(?:e?s?|\(e\))?,?|\b[Jj]e m'appelle|\b[Mm]on nom est"
)
_OPENS = expression(rf"(?:{_FIRST_PERSON}|\b[Tt]he undersigned,?|\b[Ll][ea]s? soussignée?s?,?)\s*$")
"""The words before the name of whoever signs."""
_SELF_NAMED = expression(
    rf"(?:(?P<own>{_FIRST_PERSON})|\b[Tt]he applicant,|\b(?:[Oo]ur|[Mm]y) client,?"
    rf"|\b(?:[Nn]otre|[Mm]on|[Mm]a) (?:cliente?|mandante?),?)"
    rf"\s+(?:(?:Mr|Ms|Mrs|Miss|Mme|Mlle|M)\.?\s+)?(?P<name>(?:{_WORD})(?:\s+(?:{_WORD}))+)"
)
_ACCEPTS = expression(
    r"^(?:,[^.;]{0,120}?)?,?\s*(?:(?:hereby|fully|have|the employee)\s+)*(?:accept|acknowledge|agree to work|read"
    r"|ai lu|accepte|reconnais)\b"
)
"""By what the one to whom an offer is made answers it."""
_ADDRESS = expression(r"\S+@\S+|\b(?:https?://|www\.)\S+")
SIGNATURE = 5
"""Words of a line on which somebody signs."""

LABELS = frozenset({"employee", "worker", "candidate", "applicant", "name", "employe", "salarie", "nom"})
"""Words (folded) of a line that names the one whom a letter is about."""

_HE = expression(r"\b(?:he|his|him|himself)\b", re.IGNORECASE)
_SHE = expression(r"\b(?:she|her|hers|herself)\b", re.IGNORECASE)

_ABOUT_AN_EMPLOYEE = expression(
    r"(?:certif\w+|confirm\w*|attest\w*|state|verify|that|que)\W+$", re.IGNORECASE
)
_AS_AN_EMPLOYEE = expression(
    r"^(?:,[^,]{0,60},)?\s*(?:['’]s?\s+(?:employment|work|performance|duties|salary|conduct|position|leave)"
    r"|(?:is|was|has been|had been) (?:currently |presently |also )?(?:employed|working|hired|appointed|with (?:us|our)"
    r"|a (?:permanent|full|valued|regular|dedicated|hard)|an employee)|(?:has )?(?:worked|joined|served|resigned)\b"
    r"|(?:est|a été|était) (?:employée?|à notre emploi|engagée?)|a travaillé|travaille|occupe)"
)
_AS_AN_APPLICANT = expression(
    r"^(?:['’]s?\s+(?:application|work permit|visa|family|passport|refusal|experience|study permit|request|intention)"
    r"|\s*,\s*(?:our client|the applicant(?! of\b)|notre (?:cliente?|mandante?)|(?:la|le) (?:demandeur|demanderesse"
    r"|requérante?))\b"
    r"|\s*,?\s*(?:will (?:leave|return|respect|comply|depart)|s['’](?:engage|est engagée?) à|intends|wishes|applies"
    r"|is applying|applied for|was refused"
    r"|has \d+ years|seeks|respectfully|(?:fully )?(?:meets|satisfies) (?:the|all|every|each)"
    r"|hereby (?!certif|confirm|attest|declar|stat)|remplit|satisfait|quittera|retournera|respectera|souhaite"
    r"|has (?:therefore |thus |now |clearly |amply |also )*(?:shown|demonstrated|established|satisfied|proven|proved"
    r"|addressed|overcome|fulfilled)\b[^.;]{0,80}\b(?:return|leave|ties (?:to|in)|(?:sufficient|enough) (?:\w+ )?funds"
    r"|genuine|means|concerns|requirements)"
    r"|a (?:donc |ainsi |clairement |amplement )*(?:démontré|établi|prouvé|fait la preuve)\b[^.;]{0,80}"
    r"\b(?:retour\w*|quitter\w*|(?:attaches|liens)\b[^.;]{0,40}\b(?:pays|famil\w+|origine)|fonds suffisants)"
    r"|sollicite|présente"
    r"|a \d+ ans d)\b)"
)
_POSSESSIVE = expression(r"['’]s\b|['’]$")
_NEXT_LABEL = expression(
    r"\s+(?:Position|Title|Job|Designation|Date|Department|Hours|Gross|Salary|Nationality|Passport|Employer|Poste"
    r"|Titre|Fonction|Emploi|Heures|Salaire|Employeur|Service|Period|Duration|Place|Lieu)\b"
)
"""The label of the next field, where a form or table has no full stop."""

_LABELLED = expression(
    r"\b(?:employee|worker|candidate|applicant|client|cliente|mandante?|requérante?|name|employée?|employé\(e\)|salariée?|demandeu(?:r|se)|nom)"
    r"(?: name)?\s*:?\s+$",
    re.IGNORECASE,
)
_ROLE = expression(
    r"\b(?:manager|director|supervisor|owner|president|officer|hr|human resources|chef|head|chief|ceo|cfo|partner"
    r"|founder|representative|consultant|lawyer|counsel|contact|reports? to|reported to|supervis\w+|under|signed"
    r"|directeur|directrice|gerante?|responsable|proprietaire|superviseur|avocate?|conseill\w+|notaire|doctor|dr)\b"
)


class Mention(Struct, frozen=True):
    """A person whom a sentence names, with the sex that goes with the title."""

    passage: Passage
    name: PersonName
    sex: Sex | None
    before: str
    after: str


def mentions(paper: Paper) -> Iterator[Mention]:
    """Give the people that a paper's sentences name with a title."""
    for told, name, sex, start, end in paper.document.once(_mentioned):
        passage = Passage(paper, *told)
        yield Mention(passage, PersonName(full=name), sex, passage.text[:start], passage.text[end:])


def _mentioned(document: Document) -> tuple[tuple[Told, str, Sex, int, int], ...]:
    """Give the sentences that name somebody: the name, the sex, where the title begins and where the name ends."""
    return tuple(
        (told, name, "male" if found["male"] else "female", found.start(), found.start("name") + len(name))
        for told in document.once(sentences)
        for found in _MENTION.finditer(told[0])
        for name in [_NEXT_LABEL.split(_POSSESSIVE.split(found["name"])[0])[0]]
    )


def self_named(paper: Paper) -> Iterator[Mention]:
    """Give the names by which a letter calls the applicant, who alone writes an explanation letter in the first person.

    Whoever signs another letter is the employer; in an offer and a contract, all but the words that accept it.
    """
    for passage in passages(paper):
        for found in _SELF_NAMED.finditer(passage.text):
            after = passage.text[found.end() :]
            if paper.kind == LETTER or not found["own"] or _ACCEPTS.match(after):
                yield Mention(passage, PersonName(full=found["name"]), None, "", after)


def subjects(paper: Paper) -> list[Mention]:
    """Give the people as whose letter a paper speaks: as an employee's, or as the applicant's; never a superior."""
    told = list(mentions(paper))
    superiors = {m.name.all_tokens[-1:] for m in told if _has_role(m)}
    return [m for m in told if m.name.all_tokens[-1:] not in superiors and _is_subject(m, paper.kind)]


def _has_role(mention: Mention) -> bool:
    if _LABELLED.search(mention.before):
        return False
    return bool(_ROLE.search(fold(f"{mention.before[-50:]} {mention.after[:50]}")))


def _is_subject(mention: Mention, kind: str) -> bool:
    if kind != LETTER and _OPENS.search(mention.before):
        return False
    if _AS_AN_APPLICANT.match(mention.after) or _LABELLED.search(mention.before):
        return True
    if kind == LETTER:
        return False
    return bool(_ABOUT_AN_EMPLOYEE.search(mention.before) or _AS_AN_EMPLOYEE.match(mention.after))


def pronouns(paper: Paper) -> dict[Sex, int]:
    """Count the pronouns of each sex in a paper."""
    text = paper.document.text
    return {"male": len(_HE.findall(text)), "female": len(_SHE.findall(text))}


def calls(text: str, name: PersonName) -> bool:
    """True where a text has the given name of a person, or any word of a name without parts, in any spelling."""
    spelt = {names.canonical(word) for word in fold(_ADDRESS.sub(" ", text)).split()}
    own = PersonName(full=name.given).all_tokens if name.given and name.family else name.all_tokens
    return any(names.canonical(word) in spelt for word in own if len(word) > 1)


def signs(paper: Paper, name: PersonName) -> bool:
    """True where a name stands on a short line of its own, as that of whoever signed."""
    own = set(name.all_tokens)
    lines = (fold(line.text).split() for line in paper.document.lines)
    return any(len(line) <= SIGNATURE and own <= set(line) and not LABELS & set(line) for line in lines)


def family_names(case: Case) -> tuple[PersonName, ...]:
    """Give the names of the relatives that any paper tells."""
    return case.once(family_names, lambda: relatives_in(case.papers))


def relatives_in(papers: Iterable[Paper]) -> tuple[PersonName, ...]:
    """Give the names of the relatives that some papers tell."""
    told = {
        record.name
        for paper in papers
        for record in paper.records
        if isinstance(record, FamilyMember | Relationship) and record.name
    }
    return tuple(names.parse_full(name) for name in sorted(told))


def among(name: PersonName, known: Iterable[PersonName]) -> bool:
    """True where a name is that of one of some people, or shares a word with it."""
    return any(related(name, other) for other in known)
