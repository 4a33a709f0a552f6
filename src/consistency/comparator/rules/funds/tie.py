"""funds/tie: property or a business that a letter tells of, without a paper or in one application only."""

from collections.abc import Iterator, Sequence

from consistency.comparator.engine import Cause, Mismatch, rule
from consistency.comparator.passages import LETTER, Passage
from consistency.comparator.reapplication.decisions import (
    argument,
    decisions,
    letters,
    refused_papers,
    unread,
)
from consistency.comparator.reapplication.enclosures import enclosures
from consistency.comparator.telling import cite_papers
from consistency.model import Case, Paper, Person, Severity
from consistency.normalizer.expressions import expression
from consistency.normalizer.text import fold

_OWN = (
    r"(?:(?:i|we|both|jointly|also|spouse|wife|husband|family) (?:\w+ ){0,2}owns?|owners? of|i have bought|i purchased"
    r"|je possede|nous possedons|(?:(?:suis|sommes|etant)|^(?:actuellement )?) ?(?:egalement |aussi )?proprietaires? d\w*"
    r"|j ?ai achete)"
)
TIES = {
    "property": (
        expression(
            rf"\b{_OWN} (?:\w+ ){{0,5}}(?:house|home|land|apartment|flat|propert\w+|plot|farm|villa|building|maison"
            r"|terrain|appartement|propriete|immeuble)\b"
        ),
        expression(
            r"\b(?:house|land|apartment|flat|propert\w+|plot|villa|building|maison|terrain|appartement|propriete|immeuble)\b"
        ),
        "property",
    ),
    "business": (
        expression(
            rf"\b{_OWN} (?:\w+ ){{0,5}}(?:business|company|shop|store|restaurant|workshop|firm|entreprise|societe"
            r"|boutique|commerce|magasin|atelier)\b"
        ),
        expression(r"\b(?:business|company|shop|store|firm|entreprise|societe|boutique|commerce|magasin)\b"),
        "a business",
    ),
}
"""By what words (folded) somebody owns a thing, what words speak of it at all, and what to call it."""

NOT_OWN = expression(
    r"\b(?:do not|does not|not own|no longer|sold|never|employer|would|will|want|plan\w*|hope|ne possed\w+ pas|vendu\w*)\b"
)


@rule(Severity.MINOR, references=["IRPR s.200(1)(b)"])
def tie(case: Case) -> Iterator[Mismatch]:
    """A letter tells of property or a business that no paper shows, or that only the refused application told of.

    Why: a tie that nothing proves does not count, and one that comes or goes between two applications is asked about.
    Advice: enclose the deed or the registration; or take the claim out; or say what has become of the property.

    Reports a house without a deed:
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2026-03-01: text "We own a family house in Recife."

    Reports a French letter:
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2026-03-01: text "Je suis propriétaire d'un petit terrain."

    Reports land of an application before the last one, which the owner tells in a clause:
        2023/imm1295.pdf as of 2023-03-01: family_name=SILVA birth_date=1990-05-04
        2023/explanation-letter.pdf as of 2023-03-01: text "Propriétaire d'une maison à Thiès, j'y vis avec ma mère."
        2023/refusal-letter.pdf as of 2023-06-01: refusal country=CA number=W100000001 from=2023-06-01
        2024/imm1295.pdf as of 2024-03-01: family_name=SILVA birth_date=1990-05-04
        2024/refusal-letter.pdf as of 2024-06-01: refusal country=CA number=W100000002 from=2024-06-01
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2026-03-01: text "Ma mère vit à Thiès."

    Reports land that the new letter does not know any more:
        2024/imm1295.pdf as of 2024-03-01: family_name=SILVA birth_date=1990-05-04
        2024/explanation-letter.pdf as of 2024-03-01: text "I own agricultural land in Olinda."
        2024/refusal-letter.pdf as of 2024-06-01: refusal country=CA from=2024-06-01
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2026-03-01: text "My parents live in Recife."

    Accepts a draft without a letter:
        2024/imm1295.pdf as of 2024-03-01: family_name=SILVA birth_date=1990-05-04
        2024/explanation-letter.pdf as of 2024-03-01: text "I own agricultural land in Olinda."
        2024/refusal-letter.pdf as of 2024-06-01: refusal country=CA from=2024-06-01
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04

    Accepts a house with its deed:
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/unknown.pdf as of 2020-01-01: text "Registry of property: deed no. 17 of the house in Recife"
        draft/explanation-letter.pdf as of 2026-03-01: text "We own a family house in Recife."

    Accepts property that was sold or is not had:
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2026-03-01: text "I do not own a house."

    Accepts a draft of which a document was not read:
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/scan.pdf: problem code=no-text message="The page is a picture." read=failed
        draft/explanation-letter.pdf as of 2026-03-01: text "We own a family house in Recife."

    Accepts land of which both letters tell, with its deed:
        2024/imm1295.pdf as of 2024-03-01: family_name=SILVA birth_date=1990-05-04
        2024/explanation-letter.pdf as of 2024-03-01: text "I own agricultural land in Olinda."
        2024/refusal-letter.pdf as of 2024-06-01: refusal country=CA from=2024-06-01
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/unknown.pdf as of 2020-01-01: text "Registry of property: deed of the land in Olinda"
        draft/explanation-letter.pdf as of 2026-03-01: text "The land in Olinda is still mine."
    """
    for person in case.people:
        now = letters(case, person)
        refused = [p for last in decisions(case, person) for p in refused_papers(case, person, last)]
        before = [paper for paper in refused if paper.kind == LETTER]
        for name in TIES if now and not unread(case) else ():
            claims = _claims(now, name)
            if claims and not _held(case, name):
                yield _unproven(person, name, claims)
            elif not any(TIES[name][1].search(fold(letter.document.text)) for letter in now):
                yield from _gone(person, name, _claims(before, name), now)


def _claims(told: Sequence[Paper], name: str) -> list[Passage]:
    said = [passage for letter in told for passage in argument(letter)]
    return [p for p in said if TIES[name][0].search(fold(p.text)) and not NOT_OWN.search(fold(p.text))]


def _held(case: Case, name: str) -> bool:
    return any(
        enclosures()[name].held(paper)
        for paper in case.papers
        if case.in_draft(paper) and paper.kind != LETTER
    )


def _unproven(person: Person, name: str, claims: Sequence[Passage]) -> Mismatch:
    first, what = claims[0], TIES[name][2]
    detail = f"{first.paper.path} tells of {what} (“{first.text}”), and no paper of the draft shows it."
    causes = (Cause("reapplication/claim-unsupported", f"enclosure {name}"), Cause("work/self-employment"))
    return Mismatch(person, f"tie {name}", detail, tuple(p.cite(p.text) for p in claims), follows=causes)


def _gone(person: Person, name: str, claims: Sequence[Passage], now: Sequence[Paper]) -> Iterator[Mismatch]:
    if claims:
        first, what = claims[0], TIES[name][2]
        detail = (
            f"{first.paper.path} told of {what} (“{first.text}”); {now[0].path} does not mention it any more."
        )
        yield Mismatch(person, f"tie {name}", detail, (*(p.cite(p.text) for p in claims), *cite_papers(now)))
