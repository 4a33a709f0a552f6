"""reapplication/change-unexplained: something changed since the refusal, and the letter does not mention it."""

from collections.abc import Iterator, Sequence

from consistency.comparator.engine import Mismatch, rule
from consistency.comparator.openly import supplements
from consistency.comparator.reapplication.changes import Change, changes
from consistency.comparator.reapplication.decisions import decisions, letters, refused_papers
from consistency.comparator.telling import cite_papers
from consistency.model import Case, Paper, Person, Severity
from consistency.normalizer.expressions import expression
from consistency.normalizer.text import fold

_ELIDED = expression(r"(?i)(?<=\b[dl])['’](?=\w)")
"""What stands between a little word and a name: "l'offre d'Équipements Exemple"."""


@rule(Severity.MAJOR, references=["IRPA s.16(1)"])
def change_unexplained(case: Case) -> Iterator[Mismatch]:
    """Something is otherwise than in the refused application, and the explanation letter does not mention it.

    Why: the officer opens the refused application beside the new one; a change that nobody tells of looks like a story
    made to fit.
    Advice: say in the explanation letter what has changed, when and why; or correct the draft where it is a slip.

    Reports another employer in Canada:
        2024/imm1295.pdf as of 2024-03-01: offer employer="Acme Ltd." title=Cook number=7000563
        2024/refusal-letter.pdf as of 2024-06-01: refusal country=CA from=2024-06-01
        draft/imm1295.pdf as of 2026-03-01: offer employer="Maple Ridge Foods Inc." title=Cook number=7894563
        draft/explanation-letter.pdf as of 2026-03-01: text "My savings are now sufficient."

    Reports another kind of work with the same employer:
        2024/imm1295.pdf as of 2024-03-01: offer employer="Acme Ltd." title=Cook number=7000563
        2024/refusal-letter.pdf as of 2024-06-01: refusal country=CA from=2024-06-01
        draft/imm1295.pdf as of 2026-03-01: offer employer="Acme Ltd." title=Welder number=7894563
        draft/explanation-letter.pdf as of 2026-03-01: text "My savings are now sufficient."

    Reports another job at home, begun since:
        2024/imm1295.pdf as of 2024-03-01: job employer="Harbour Freight" title=Clerk from=2018-01 to=present
        2024/refusal-letter.pdf as of 2024-06-01: refusal country=CA from=2024-06-01
        draft/imm1295.pdf as of 2026-03-01: job employer="Blue Lantern Hotel" title=Cook from=2025-01 to=present
        draft/explanation-letter.pdf as of 2026-03-01: text "My savings are now sufficient."

    Reports another country:
        2024/imm1295.pdf as of 2024-03-01: address city=Recife country=BR
        2024/refusal-letter.pdf as of 2024-06-01: refusal country=CA from=2024-06-01
        draft/imm1295.pdf as of 2026-03-01: address city=Braga country=PT
        draft/explanation-letter.pdf as of 2026-03-01: text "My savings are now sufficient."

    Reports a spouse who comes along now:
        2024/imm5707.pdf as of 2024-03-01: family_member relation=spouse name="Rui Silva" birth_date=1988-02-03 accompanying=no
        2024/imm1295.pdf as of 2024-03-01: family_name=SILVA birth_date=1990-05-04
        2024/refusal-letter.pdf as of 2024-06-01: refusal country=CA from=2024-06-01
        draft/imm5707.pdf as of 2026-03-01: family_member relation=spouse name="Rui Silva" birth_date=1988-02-03 accompanying=yes
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2026-03-01: text "My savings are now sufficient."

    Reports another employer where the refusal lies with the draft:
        2024/imm1295.pdf as of 2024-03-01: offer employer="Acme Ltd." title=Cook number=7000563
        draft/refusal-letter.pdf as of 2024-06-01: refusal country=CA from=2024-06-01
        draft/imm1295.pdf as of 2026-03-01: offer employer="Maple Ridge Foods Inc." title=Cook number=7894563
        draft/explanation-letter.pdf as of 2026-03-01: text "My savings are now sufficient."

    Reports another spouse:
        2024/imm1295.pdf as of 2024-03-01: relationship relation=spouse name="Rui Silva" from=2016-02-14
        2024/refusal-letter.pdf as of 2024-06-01: refusal country=CA from=2024-06-01
        draft/imm1295.pdf as of 2026-03-01: relationship relation=spouse name="Pedro Lima" from=2025-02-14
        draft/explanation-letter.pdf as of 2026-03-01: text "My savings are now sufficient, and my husband earns well."

    Accepts another spouse of whom the letter tells:
        2024/imm1295.pdf as of 2024-03-01: relationship relation=spouse name="Rui Silva" from=2016-02-14
        2024/refusal-letter.pdf as of 2024-06-01: refusal country=CA from=2024-06-01
        draft/imm1295.pdf as of 2026-03-01: relationship relation=spouse name="Pedro Lima" from=2025-02-14
        draft/explanation-letter.pdf as of 2026-03-01: text "Rui and I divorced in 2024."

    Accepts the spouse under a married name:
        2024/imm1295.pdf as of 2024-03-01: relationship relation=spouse name="Ana Costa" from=2016-02-14
        2024/refusal-letter.pdf as of 2024-06-01: refusal country=CA from=2024-06-01
        draft/imm1295.pdf as of 2026-03-01: relationship relation=spouse name="Ana Silva" from=2016-02-14
        draft/explanation-letter.pdf as of 2026-03-01: text "My savings are now sufficient."

    Accepts an older application that the refusal cannot be of:
        2020/imm1295.pdf as of 2020-03-01: offer employer="Acme Ltd." title=Cook number=7000563
        draft/refusal-letter.pdf as of 2024-06-01: refusal country=CA from=2024-06-01
        draft/imm1295.pdf as of 2026-03-01: offer employer="Maple Ridge Foods Inc." title=Cook number=7894563
        draft/explanation-letter.pdf as of 2026-03-01: text "My savings are now sufficient."

    Accepts a letter that names the new employer:
        2024/imm1295.pdf as of 2024-03-01: offer employer="Acme Ltd." title=Cook number=7000563
        2024/refusal-letter.pdf as of 2024-06-01: refusal country=CA from=2024-06-01
        draft/imm1295.pdf as of 2026-03-01: offer employer="Maple Ridge Foods Inc." title=Cook number=7894563
        draft/explanation-letter.pdf as of 2026-03-01: text "I am to cook for Maple Ridge Foods."

    Accepts a letter that names the new employer behind an apostrophe:
        2024/imm1295.pdf as of 2024-03-01: offer employer="Acme Ltd." title=Cook number=7000563
        2024/refusal-letter.pdf as of 2024-06-01: refusal country=CA from=2024-06-01
        draft/imm1295.pdf as of 2026-03-01: offer employer="Équipements Modèle ltée" title=Cook number=7894563
        draft/explanation-letter.pdf as of 2026-03-01: text "Le poste d'Équipements Modèle est à Laval."

    Accepts a letter that tells of the change without a name:
        2024/imm1295.pdf as of 2024-03-01: offer employer="Acme Ltd." title=Cook number=7000563
        2024/refusal-letter.pdf as of 2024-06-01: refusal country=CA from=2024-06-01
        draft/imm1295.pdf as of 2026-03-01: offer employer="Maple Ridge Foods Inc." title=Cook number=7894563
        draft/explanation-letter.pdf as of 2026-03-01: text "J'ai une nouvelle offre d'emploi."

    Accepts a new job that the letter tells of:
        2024/imm1295.pdf as of 2024-03-01: job employer="Harbour Freight" title=Clerk from=2018-01 to=present
        2024/refusal-letter.pdf as of 2024-06-01: refusal country=CA from=2024-06-01
        draft/imm1295.pdf as of 2026-03-01: job employer="Blue Lantern Hotel" title=Cook from=2025-01 to=present
        draft/explanation-letter.pdf as of 2026-03-01: text "In January 2025 I joined Blue Lantern."

    Accepts a move and a plan that the letter tells of:
        2024/imm5707.pdf as of 2024-03-01: family_member relation=spouse name="Rui Silva" birth_date=1988-02-03 accompanying=no
        2024/imm1295.pdf as of 2024-03-01: address city=Recife country=BR
        2024/refusal-letter.pdf as of 2024-06-01: refusal country=CA from=2024-06-01
        draft/imm5707.pdf as of 2026-03-01: family_member relation=spouse name="Rui Silva" birth_date=1988-02-03 accompanying=yes
        draft/imm1295.pdf as of 2026-03-01: address city=Braga country=PT
        draft/explanation-letter.pdf as of 2026-03-01: text "We live in Portugal now. My husband comes with me."

    Accepts a spouse of whom a letter in French tells that both come:
        2024/imm5707.pdf as of 2024-03-01: family_member relation=spouse name="Rui Silva" birth_date=1988-02-03 accompanying=no
        2024/refusal-letter.pdf as of 2024-06-01: refusal country=CA from=2024-06-01
        draft/imm5707.pdf as of 2026-03-01: family_member relation=spouse name="Rui Silva" birth_date=1988-02-03 accompanying=yes
        draft/explanation-letter.pdf as of 2026-03-01: text "Mon mari et notre fils m'accompagnent."

    Accepts another country in which the letter tells of the present job:
        2024/imm1295.pdf as of 2024-03-01: address city=Recife country=BR
        2024/refusal-letter.pdf as of 2024-06-01: refusal country=CA from=2024-06-01
        draft/imm1295.pdf as of 2026-03-01: address city=Braga country=PT
        draft/imm1295.pdf as of 2026-03-01: job employer="Casa Verde Lda" title=Cook from=2025-01 to=present country=PT
        draft/explanation-letter.pdf as of 2026-03-01: text "I cook at Casa Verde since 2025."

    Accepts the same employer and work under another title:
        2024/imm1295.pdf as of 2024-03-01: offer employer="Acme Ltd." title=Cook number=7000563
        2024/refusal-letter.pdf as of 2024-06-01: refusal country=CA from=2024-06-01
        draft/imm1295.pdf as of 2026-03-01: offer employer="ACME Limited" title="Line Cook" number=7894563
        draft/explanation-letter.pdf as of 2026-03-01: text "My savings are now sufficient."

    Accepts a change since an application that was not refused:
        2024/imm1295.pdf as of 2024-03-01: offer employer="Acme Ltd." title=Cook number=7000563
        draft/imm1295.pdf as of 2026-03-01: offer employer="Maple Ridge Foods Inc." title=Cook number=7894563
        draft/explanation-letter.pdf as of 2026-03-01: text "My savings are now sufficient."

    Accepts a letter of which a page was not read:
        2024/imm1295.pdf as of 2024-03-01: offer employer="Acme Ltd." title=Cook number=7000563
        2024/refusal-letter.pdf as of 2024-06-01: refusal country=CA from=2024-06-01
        draft/imm1295.pdf as of 2026-03-01: offer employer="Maple Ridge Foods Inc." title=Cook number=7894563
        draft/explanation-letter.pdf as of 2026-03-01: text "My savings are now sufficient."
        draft/explanation-letter.pdf: problem code=no-text message="Page 2 is a picture." read=partial

    Accepts a draft without a letter, which is another finding:
        2024/imm1295.pdf as of 2024-03-01: offer employer="Acme Ltd." title=Cook number=7000563
        2024/refusal-letter.pdf as of 2024-06-01: refusal country=CA from=2024-06-01
        draft/imm1295.pdf as of 2026-03-01: offer employer="Maple Ridge Foods Inc." title=Cook number=7894563
    """
    for person in case.people:
        own = letters(case, person)
        told = [sheet for letter in own[:1] for sheet in supplements(case, letter)]
        if not told or any(paper.document.read != "full" for paper in told):
            continue
        texts = (paper.document.text for paper in told)
        text = " ".join(fold(part) for text in texts for part in (text, _ELIDED.sub(" ", text)))
        for last in decisions(case, person)[-1:]:
            before = refused_papers(case, person, last)
            now = case.drafted(person)
            for change in changes(case, person, before, now):
                if not change.is_told(text):
                    yield _mismatch(person, change, own)


def _mismatch(person: Person, change: Change, own: Sequence[Paper]) -> Mismatch:
    detail = (
        f"The {change.what} was “{change.old}” in the refused application and is “{change.new}” in the draft; "
        f"{own[0].path} does not mention it."
    )
    return Mismatch(person, change.what, detail, (*change.places, *cite_papers(own)), follows=change.follows)
