"""reapplication/placeholder: a letter with a gap of its template left open."""

import re
from collections.abc import Iterator

from consistency.comparator.elsewhere import Passage, passages
from consistency.comparator.engine import Mismatch, rule
from consistency.model import Case, Severity
from consistency.normalizer.expressions import expression
from consistency.normalizer.text import fold

WRITTEN = frozenset(
    {"explanation-letter", "employment-letter", "offer-of-employment", "employment-contract", "cv"}
)

GAP = expression(
    r"\[(?P<square>[^\[\]\n]{2,60})\]|<<?(?P<angle>[A-Za-z][^<>\n]{2,40})>>?|\{\{?(?P<curly>[^{}\n]{2,40})\}\}?"
    r"|(?P<filler>\b(?:[Xx]{4,}|lorem ipsum|TBD|TBC|DD/MM/YYYY|JJ/MM/AAAA|MM/DD/YYYY)\b)"
    r"|(?P<ai>\b(?:as an ai(?: language)? model|en tant que (?:modele d.)?ia)\b)",
    re.IGNORECASE,
)
WANTED = expression(
    r"\b(?:name|date|address|number|employer|company|position|title|city|country|insert|your|amount|salary|signature here"
    r"|passport|phone|email|applicant|officer|client|recipient|reason|fill|enter|add|here|nom|prenom|adresse|numero|employeur"
    r"|poste|ville|pays|inserer|votre|montant|date de|a completer|completer|demandeur)\b"
)
"""Words (folded) that ask for something to be put in: a bracket with none of them may be the writer's own."""
NOT_A_GAP = expression(
    r"\b(?:signed|signe|signature|sic|seal|stamp|stamped|sceau|cachet|redacted|emphasis|translated)\b"
)
MASKED = expression(r"(?:account|passport|card|no|number|compte|numero)\W{0,12}$", re.IGNORECASE)


@rule(Severity.MAJOR, references=["IRPA s.16(1)"])
def placeholder(case: Case) -> Iterator[Mismatch]:
    """A letter of the draft still holds a gap of its template.

    Why: a gap shows that the letter was not read by whoever signed it; nothing in it is then believed.
    Advice: put in what belongs there, in the applicant's or the employer's own words, and have it signed again.

    Reports a bracket in capitals:
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2026-03-01: text "I thank [EMPLOYER NAME] for the offer."

    Reports a bracket in French:
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2026-03-01: text "Je travaille chez [nom de l'employeur] depuis 2019."

    Reports a row of signs in the place of a value:
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/employment-letter.pdf as of 2026-03-01: text "She has been with us since XXXX."

    Reports a sentence of a writing program:
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2026-03-01: text "As an AI language model I cannot know the reason."

    Accepts the mark of a signature:
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2026-03-01: text "[signed] Ana Silva"

    Accepts a bracket that is the writer's own:
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2026-03-01: text "My employer [a bakery in Recife] closed in 2021."

    Accepts a masked account number:
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2026-03-01: text "My savings are on account XXXX4351 of the bank."

    Accepts a letter of a past application:
        2024/explanation-letter.pdf as of 2024-03-01: text "I thank [EMPLOYER NAME] for the offer."
        2024/refusal-letter.pdf as of 2024-06-01: refusal country=CA from=2024-06-01
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
    """
    for person in case.people:
        for paper in case.of(person):
            if paper.kind in WRITTEN and case.in_draft(paper):
                for passage in passages(paper):
                    for gap in _gaps(passage):
                        yield Mismatch(
                            person,
                            f"gap {fold(gap)}",
                            f"{paper.path} still holds “{gap}”: “{passage.text}”",
                            (passage.cite(gap),),
                        )


def _gaps(passage: Passage) -> Iterator[str]:
    for found in GAP.finditer(passage.text):
        inside = fold(found["square"] or found["angle"] or found["curly"] or "")
        if found["filler"] and MASKED.search(passage.text[: found.start()]):
            continue
        if not inside or (WANTED.search(inside) and not NOT_A_GAP.search(inside)):
            yield found[0]
