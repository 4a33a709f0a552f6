"""reapplication/form-version: a form of the draft in an edition that is no longer taken."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from consistency.comparator import tables
from consistency.comparator.engine import Mismatch, rule
from consistency.model import Case, Citation, Evidence, Severity
from consistency.normalizer.expressions import expression

GRACE = 365
"""Days after the month of a new edition in which the one before may still be taken."""

PRINTED = expression(r"(?P<month>0[1-9]|1[0-2])[-/](?P<year>\d{4})")


@rule(Severity.MINOR, references=["IRPR s.10(1)", "IRPR s.12"])
def form_version(case: Case) -> Iterator[Mismatch]:
    """A form of the draft is of an edition that was replaced more than a year ago.

    Why: an application on a form that is no longer in use may be sent back unopened, and the time is lost.
    Advice: take the newest edition from IRCC's page of the form, and fill it in anew with the same answers.

    Reports a form that was replaced long ago:
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA form_version=06-2019

    Accepts the newest edition that is known:
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA form_version=09-2023

    Accepts an edition that is newer than those known:
        draft/imm1295.pdf as of 2027-03-01: family_name=SILVA form_version=02-2027

    Accepts an edition that was replaced a few months before:
        draft/imm1295.pdf as of 2024-01-15: family_name=SILVA form_version=09-2022

    Accepts a form that shows no edition:
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA

    Accepts an edition read from a picture:
        draft/imm1295.png as of 2026-03-01: family_name=SILVA form_version=06-2019

    Accepts the form of a past application:
        2020/imm1295.pdf as of 2020-03-01: family_name=SILVA form_version=06-2019
        2020/refusal-letter.pdf as of 2020-06-01: refusal country=CA from=2020-06-01
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA form_version=09-2023
    """
    people = {person.id: person for person in case.people}
    for paper in case.papers:
        own, due = _month(paper.form_version or ""), _due(paper.kind, case.as_of)
        if not case.in_draft(paper) or paper.document.method == "ocr" or own is None or due is None:
            continue
        if own < due:
            number, edition = f"IMM {paper.kind[3:].upper()}", f"{due.month:02}-{due.year}"
            detail = (
                f"{paper.path} is the edition {paper.form_version} of {number}; {edition} has replaced it."
            )
            cited = Citation(Evidence(paper.path, paper.form_version), paper.form_version, paper.as_of.date)
            yield Mismatch(people.get(paper.person or ""), f"edition {paper.kind}", detail, (cited,))


def editions() -> Mapping[str, Sequence[str]]:
    """Give the editions of each form by their month, the oldest first."""
    return tables.toml("editions")


def _month(printed: str) -> date | None:
    found = PRINTED.search(printed)
    return date(int(found["year"]), int(found["month"]), 1) if found else None


def _due(kind: str, day: date) -> date | None:
    """Give the month of the newest edition that has been out for longer than the one before may be taken."""
    months = (date.fromisoformat(f"{month}-01") for month in editions().get(kind, ()))
    return max((month for month in months if (day - month).days > GRACE), default=None)
