"""reapplication/incomplete: a form of the draft is not finished, or a paper of the stream's list is not there."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from msgspec import Struct

from consistency.comparator import tables
from consistency.comparator.engine import Cause, Mismatch, rule
from consistency.comparator.reapplication.decisions import decisions, letters, refused_papers, unread
from consistency.comparator.telling import cite_papers
from consistency.comparator.work.offers import in_portal, is_open
from consistency.model import Case, Paper, Person, Severity

PACKAGE = 3
"""So many papers beside the forms make a package: with fewer, the folder holds only a part of it."""


class Required(Struct, frozen=True):
    """What a stream asks for: its title, and the kinds of paper of which one has to be there."""

    title: str
    kinds: frozenset[str]
    open: bool
    """True for what an open work permit needs none of."""
    before: bool
    """True for what is asked for only where the refused application held one."""


@rule(Severity.MAJOR, references=["IRPR s.10(1)", "IRPR s.10(2)", "IRPR s.12"])
def incomplete(case: Case) -> Iterator[Mismatch]:
    """A form of the draft is not signed or not validated, or a paper that the stream asks for is not there.

    Why: an incomplete application is sent back, or refused for what is missing without a question being asked.
    Advice: validate and sign the form; enclose the paper; or say in the explanation letter why it cannot be had.

    Reports a form that was not validated:
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04 signed=yes validated=no

    Reports a form that was not signed:
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04 signed=no validated=yes

    Reports a package without a passport:
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/imm1295.pdf as of 2026-03-01: offer employer=Acme title=Cook number=7894563
        draft/lmia.pdf as of 2026-01-10: offer employer=Acme title=Cook number=7894563
        draft/cv.pdf as of 2026-02-01: full_name="Ana Silva"
        draft/bank-statement.pdf as of 2026-02-01: full_name="Ana Silva"

    Reports a package without any paper of the offer:
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/imm1295.pdf as of 2026-03-01: offer employer=Acme title=Cook number=7894563
        draft/passport.pdf as of 2024-01-10: family_name=SILVA birth_date=1990-05-04
        draft/cv.pdf as of 2026-02-01: full_name="Ana Silva"
        draft/bank-statement.pdf as of 2026-02-01: full_name="Ana Silva"

    Reports a family form that only the refused application had:
        2024/imm1295.pdf as of 2024-03-01: family_name=SILVA birth_date=1990-05-04
        2024/imm5707.pdf as of 2024-03-01: family_name=SILVA birth_date=1990-05-04
        2024/refusal-letter.pdf as of 2024-06-01: refusal country=CA from=2024-06-01 number=W123456789
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/lmia.pdf as of 2026-01-10: offer employer=Acme title=Cook number=7894563
        draft/passport.pdf as of 2024-01-10: family_name=SILVA birth_date=1990-05-04
        draft/cv.pdf as of 2026-02-01: full_name="Ana Silva"

    Accepts a form that is signed and validated, with all its papers:
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04 signed=yes validated=yes
        draft/lmia.pdf as of 2026-01-10: offer employer=Acme title=Cook number=7894563
        draft/passport.pdf as of 2024-01-10: family_name=SILVA birth_date=1990-05-04
        draft/cv.pdf as of 2026-02-01: full_name="Ana Silva"

    Accepts a print-out, on which a signature cannot be seen:
        draft/imm1295.png as of 2026-03-01: family_name=SILVA birth_date=1990-05-04 signed=no validated=no

    Accepts the form of a past application:
        2024/imm1295.pdf as of 2024-03-01: family_name=SILVA birth_date=1990-05-04 signed=no validated=no
        2024/refusal-letter.pdf as of 2024-06-01: refusal country=CA from=2024-06-01 number=W123456789
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04 signed=yes validated=yes

    Accepts forms alone, without any package:
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/imm5707.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04

    Accepts a paper that may be the one that was not read:
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/lmia.pdf as of 2026-01-10: offer employer=Acme title=Cook number=7894563
        draft/cv.pdf as of 2026-02-01: full_name="Ana Silva"
        draft/bank-statement.pdf as of 2026-02-01: full_name="Ana Silva"
        draft/scan.pdf: problem code=no-text message="The page is a picture." read=failed

    Accepts an open work permit without an offer:
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/imm1295.pdf as of 2026-03-01: permit status="open work permit"
        draft/passport.pdf as of 2024-01-10: family_name=SILVA birth_date=1990-05-04
        draft/cv.pdf as of 2026-02-01: full_name="Ana Silva"
        draft/bank-statement.pdf as of 2026-02-01: full_name="Ana Silva"

    Accepts an offer that the employer made in the portal:
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/imm1295.pdf as of 2026-03-01: offer employer=Acme title=Cook number=A1234567
        draft/passport.pdf as of 2024-01-10: family_name=SILVA birth_date=1990-05-04
        draft/cv.pdf as of 2026-02-01: full_name="Ana Silva"
        draft/bank-statement.pdf as of 2026-02-01: full_name="Ana Silva"
    """
    for person in case.people:
        for form in (p for p in case.drafted(person) if p.is_form):
            yield from _unfinished(person, form)
            lacking = [one.title for one in lists().get(form.kind, ()) if _is_lacking(case, person, one)]
            if lacking:
                yield _without(case, person, form, lacking)


@cache
def lists() -> Mapping[str, Sequence[Required]]:
    """Give what each stream asks for, by its application form."""
    return {
        form: tuple(
            Required(row["title"], frozenset(row["kinds"]), row.get("open", False), row.get("before", False))
            for row in rows
        )
        for form, rows in tables.toml("streams").items()
    }


def _unfinished(person: Person, form: Paper) -> Iterator[Mismatch]:
    if not form.document.is_filled_in:
        return
    here = cite_papers([form])
    if form.signed is False:
        follows = (Cause("document/unsigned"),)
        yield Mismatch(
            person, f"{form.kind} not signed", f"{form.path} is not signed.", here, follows=follows
        )
    if form.validated is False:
        detail = f"{form.path} is not validated: without its barcodes it is not accepted."
        yield Mismatch(person, f"{form.kind} not validated", detail, here)


def _is_lacking(case: Case, person: Person, required: Required) -> bool:
    """True for what is nowhere in a package of which every paper was read."""
    drafted = case.draft_papers
    there = {paper.kind for paper in drafted}
    supporting = [p for p in drafted if not p.is_form]
    if there & required.kinds or len(supporting) < PACKAGE or unread(case):
        return False
    needless = required.open and (in_portal(case, person) or is_open(case, person))
    return not needless and (not required.before or _had(case, person, required))


def _without(case: Case, person: Person, form: Paper, lacking: Sequence[str]) -> Mismatch:
    detail = f"The application of {form.path} asks for {' and '.join(lacking)}; the package holds none."
    places = (form, *letters(case, person))
    cited = cite_papers(places)
    return Mismatch(person, f"{form.kind} papers missing", detail, cited)


def _had(case: Case, person: Person, required: Required) -> bool:
    """True where the application that was refused last held one of the papers."""
    refused = (p for last in decisions(case, person)[-1:] for p in refused_papers(case, person, last))
    return any(paper.kind in required.kinds for paper in refused)
