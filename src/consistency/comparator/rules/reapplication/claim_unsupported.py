"""reapplication/claim-unsupported: the letter encloses what the package does not hold, or claims what nothing shows."""

import re
from collections.abc import Iterator

from consistency.comparator.engine import Mismatch, rule
from consistency.comparator.passages import LETTER, Passage, passages
from consistency.comparator.reapplication.decisions import letters, told_and_listed
from consistency.comparator.reapplication.enclosures import enclosures
from consistency.comparator.reapplication.named_papers import is_a_house, named_papers, shown
from consistency.comparator.telling import cite_papers, told_by
from consistency.model import Case, Job, Paper, Person, Severity
from consistency.normalizer import occupations
from consistency.normalizer.expressions import expression
from consistency.normalizer.text import fold

CLAIMS = expression(
    r"\b(?:attach\w*|enclos\w*|herewith|annex(?:ed|ure)?s? (?:[a-z]|\d{1,2}|[ivx]{1,4})|(?:exhibit|appendix|annexe)s?"
    r" (?:[a-z]|\d{1,2}|[ivx]{1,4})|accompan(?:y|ies|ying) this letter"
    r"|(?:i|we) (?:(?:also|hereby|now|further|therefore|too) )*(?:submit(?! that)|provide|include|add|present"
    r"|(?:am|are) (?:(?:also|hereby|now|further|therefore) )*(?:attaching|enclosing|submitting|providing|including|adding))"
    r"|please find|as (?:shown|proven|proved) (?:by|in) the|see (?:the )?(?:attached|enclosed|exhibit)|copy of"
    r"|jointe?s?|ci joint\w*|(?:je|nous) (?:joins|joignons|fournis|fournissons|soumets|soumettons|produis|produisons|ajoute|presente)|veuillez trouver|en annexe|copie d\w+)\b"
)
"""Words (folded) by which a letter says that a paper comes with it."""
NOT_YET = expression(
    r"\b(?:will (?:be )?(?:submit|send|sent|provide|follow)\w*|to follow|upon request|on request|if (?:required|needed)"
    r"|not (?:yet )?(?:attached|enclosed|available)|could not|cannot|previous(?:ly)? (?:submitted|application)"
    r"|suivr\w+|sur demande|si necessaire|pas (?:encore )?(?:joint\w*|disponible)"
    r"|(?:attach\w+|enclos\w+|submitted|included|provided|jointe?s?|fournie?s?) (?:to|with|in|a|avec|dans) (?:the|my|la|ma)"
    r" (?:refused|previous|first|last|earlier|former|old|initial|prior|premiere|precedente|ancienne)"
    r"|(?:to|with|in) the (?:refused|previous|first|earlier) (?:application|file|package))\b"
)

PROMOTED = expression(
    r"\b(?:i have (?:since |now |recently |also )*been|i was (?:recently|since)|je viens d ?etre|j ?ai (?:depuis |recemment )*ete)"
    r" (?:promoted|promue?|nommee?|appointed) (?:to|as|au (?:poste|rang) de|a la fonction de|comme)"
    r" (?:the |a )?(?:(?:post|position|rank|role) of )?(?P<title>[a-z][a-z ]{2,40}?)"
    r"(?= (?:at|in|of|with|by|since|from|on|and|chez|a|au|de|depuis|par|et)\b|$)"
)
"""A promotion (folded) since the last application, as a letter tells it."""
NO_WORK = expression(
    r"\b(?:grade|level|scale|band|salary|lead (?:my|our|the|an?)|guardian|tutor legal|god\w+|trustee|executor|treasurer|church|parish|club"
    r"|association|committee|village|community|eglise|paroisse|tutrice|tuteur|marraine|parrain|tresori\w+)\b"
)
"""Words of a sentence by which it tells another honour than a post at work."""


@rule(Severity.MAJOR, references=["IRPA s.16(1)"])
def claim_unsupported(case: Case) -> Iterator[Mismatch]:
    """The letter says that a document is enclosed that is not there, or tells a promotion that no paper shows.

    Why: the officer looks for what the letter encloses; what is not there counts against the letter and is not asked
    for.
    Advice: enclose the document; or take the sentence out of the letter; or say why it cannot be had.

    Reports a deed that is not there:
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2026-03-01: text "I attach the deed of my family house."

    Accepts a statement of social insurance that is known for a record of employment:
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2026-03-01: text "I enclose the social insurance statement."
        draft/employment-record.pdf as of 2026-02-01: text "Statement of social insurance contributions"

    Reports a statement of social insurance beside a payslip alone:
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2026-03-01: text "I enclose the social insurance statement."
        draft/payslip.pdf as of 2026-02-01: text "Payslip of January 2026"

    Accepts the deed of a union, which proves no property:
        draft/explanation-letter.pdf as of 2026-03-01: text "I enclose the public deed of our marital union of 22 July 2024."
        draft/civil-certificate.pdf as of 2026-02-01: relationship relation=partner name="Sara Karimi" from=2024-07-22

    Reports an item of the list of enclosures:
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2026-03-01: text "Enclosures:"
        draft/explanation-letter.pdf as of 2026-03-01: text "Marriage certificate"

    Reports a French letter:
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2026-03-01: text "Je joins le titre de propriété de ma maison."

    Reports an item with the number of an annex:
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2026-03-01: text "Annex B – Income tax returns"

    Reports what is submitted beside:
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2026-03-01: text "I am also submitting the school letter of my son."

    Reports a birth certificate where the marriage certificate alone is there:
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/civil-certificate.pdf as of 2026-01-01: text "Certificate of marriage. Husband: Rui Silva, date of birth 4 May 1990."
        draft/explanation-letter.pdf as of 2026-03-01: text "I enclose the birth certificates of my children."

    Accepts the register of a household that lists the child whose birth certificate is enclosed:
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/civil-certificate.pdf as of 2026-01-01: family_member relation=child name="Ana Silva" birth_date=2015-02-03
        draft/civil-certificate.pdf as of 2026-01-01: text "Register of the household: Rui Silva, householder; Ana Silva, daughter."
        draft/explanation-letter.pdf as of 2026-03-01: text "I enclose the birth certificate of my daughter."

    Reports an item of a representative's index:
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2026-03-01: text "Liste des pièces jointes :"
        draft/explanation-letter.pdf as of 2026-03-01: text "F. Extrait de casier judiciaire"

    Accepts one item that is to follow in a list of others:
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/civil-certificate.pdf as of 2026-01-01: text "Certificate of birth of the child Ana Silva"
        draft/explanation-letter.pdf as of 2026-03-01: text "Index of documents"
        draft/explanation-letter.pdf as of 2026-03-01: text "• Birth certificate of my daughter"
        draft/explanation-letter.pdf as of 2026-03-01: text "• Police certificate (to follow)"

    Reports the paper of an office that is told by its short name:
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2026-03-01: text "I enclose my INSS contribution statement and the photos."

    Accepts the paper of an office that writes its name out:
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/unknown.pdf as of 2026-02-01: text "Instituto Nacional do Seguro Social: contributions of Ana Silva"
        draft/explanation-letter.pdf as of 2026-03-01: text "I enclose my INSS contribution statement."

    Accepts the letter of a house that is told by its short name:
        draft/imm1295.pdf as of 2026-03-01: job employer="BRK Ltd" title=Cook from=2019-10 to=present
        draft/explanation-letter.pdf as of 2026-03-01: text "I enclose the certificate of BRK."

    Reports a certificate of property in another language:
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2026-03-01: text "I enclose the escritura pública of my flat."

    Reports a promotion that no paper shows:
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=Cook from=2019-10 to=present
        draft/employment-letter.pdf as of 2026-02-01: job employer=Acme title=Cook from=2019-10 to=present
        draft/explanation-letter.pdf as of 2026-03-01: text "Since then I have been promoted to Kitchen Manager at Acme."

    Accepts an honour that is no work, and a grade:
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=Cook from=2019-10 to=present
        draft/explanation-letter.pdf as of 2026-03-01: text "I have been appointed as treasurer of our church."
        draft/explanation-letter.pdf as of 2026-03-01: text "I have been promoted to a higher salary grade at Acme."

    Accepts a promotion that a letter of the employer shows:
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=Cook from=2019-10 to=present
        draft/employment-letter.pdf as of 2026-02-01: job employer=Acme title="Kitchen Manager" from=2025-01 to=present
        draft/explanation-letter.pdf as of 2026-03-01: text "Since then I have been promoted to Kitchen Manager at Acme."

    Accepts what came with the refused application:
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2026-03-01: text "My police clearance was attached to the refused application."

    Accepts a document that is there:
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/civil-certificate.pdf as of 2026-01-01: marriage_date=2015-01-01
        draft/explanation-letter.pdf as of 2026-03-01: text "I enclose my marriage certificate."

    Accepts a document of no known kind that tells of it:
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/unknown.pdf as of 2020-01-01: text "Registry of property: deed no. 17 of the house in Recife"
        draft/explanation-letter.pdf as of 2026-03-01: text "I attach the deed of my family house."

    Accepts a document that could not be read:
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/scan.pdf: problem code=no-text message="The page is a picture." read=failed
        draft/explanation-letter.pdf as of 2026-03-01: text "I attach the deed of my family house."

    Accepts a document that is to follow:
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2026-03-01: text "My police certificate is not yet available and will follow."

    Accepts a thing that is mentioned and not enclosed:
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2026-03-01: text "My marriage certificate was issued in Recife."
    """
    for person in case.people:
        for letter in letters(case, person):
            beside = [p for p in case.papers if p.application == letter.application and p.path != letter.path]
            for passage in _claims(letter):
                yield from _unsupported(person, letter, passage, beside)
                yield from _unknown(case, person, passage, beside)
            yield from _promotions(case, person, letter)


def _claims(letter: Paper) -> Iterator[Passage]:
    """Give the sentences that enclose something, and the items of the list of enclosures."""
    for passage, listed in told_and_listed(letter):
        words = fold(passage.text)
        if (listed or CLAIMS.search(words)) and not NOT_YET.search(words):
            yield passage


def _unsupported(person: Person, letter: Paper, passage: Passage, beside: list[Paper]) -> Iterator[Mismatch]:
    words = fold(passage.text)
    for name, enclosure in enclosures().items():
        found = enclosure.named.search(words)
        if found and not any(enclosure.held(paper) for paper in beside):
            told = passage.cite(found[0])
            nowhere = cite_papers(p for p in beside if p.is_form)
            yield Mismatch(
                person,
                f"enclosure {name}",
                f"{letter.path} encloses {enclosure.title} (“{passage.text}”), and the package holds none.",
                (told, *nowhere[:1]),
            )


def _unknown(case: Case, person: Person, passage: Passage, beside: list[Paper]) -> Iterator[Mismatch]:
    """Report a paper of an office by its short name, where no paper beside has that name at all."""
    others = [p for p in beside if p.kind != LETTER]
    for one in named_papers(passage.text):
        if not shown(one.name, others) and not is_a_house(case, one.name):
            nowhere = cite_papers(p for p in beside if p.is_form)
            yield Mismatch(
                person,
                f"enclosure {one.name.lower()}",
                f"{passage.paper.path} encloses “{one.words}” (“{passage.text}”), and no paper of the package names it.",
                (passage.cite(one.words), *nowhere[:1]),
            )


def _promotions(case: Case, person: Person, letter: Paper) -> Iterator[Mismatch]:
    """Report a promotion of which no work that any paper tells has the title."""
    others = (paper for paper in case.of(person) if paper.path != letter.path)
    jobs = [told for told in told_by(others, Job) if told.record.title]
    present = [told for told in jobs if told.record.goes_on]
    for passage in passages(letter):
        found = PROMOTED.search(fold(passage.text))
        if found is None or not present or NO_WORK.search(f"{found['title']} {_behind(found)}"):
            continue
        title = found["title"]
        if not any(_may_be(title, told.record.title or "") for told in jobs):
            yield Mismatch(
                person,
                f"promotion {title}",
                f"{letter.path} tells a promotion (“{passage.text}”), and no paper shows work as {title}.",
                (passage.cite(title), *(told.cite("title", told.record.title) for told in present)),
            )


def _behind(found: re.Match[str]) -> str:
    """Give the few words after a title, which say where it is held."""
    return " ".join(found.string[found.end() :].split()[:4])


def _may_be(one: str, other: str) -> bool:
    """True where two titles name one job, or the other says the first and more."""
    return occupations.compare_titles(one, other).agrees or set(one.split()) <= set(fold(other).split())
