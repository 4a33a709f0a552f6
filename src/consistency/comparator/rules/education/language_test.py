"""education/language-test: a claimed language test against its report, or a report that has run out."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from consistency.clocks.language_test import newest, until
from consistency.comparator.education.language_reports import Report, reports
from consistency.comparator.engine import Mismatch, rule
from consistency.comparator.passages import LETTER
from consistency.comparator.searching import passages_with
from consistency.model import Case, Citation, Paper, Person, Severity
from consistency.normalizer import language_tests
from consistency.normalizer.language_tests import SKILLS, Result, same_score
from consistency.normalizer.text import fold

CLAIMING = frozenset({LETTER, "cv"})
EXPIRED = "The report of a language test has run out"


class Claim(Struct, frozen=True):
    """A test as a letter or a CV tells it."""

    paper: Paper
    result: Result
    citation: Citation


@rule(Severity.MINOR, references=["IRPA s.16(1)", "IRPR s.200(3)(a)"])
def language_test(case: Case) -> Iterator[Mismatch]:
    """The scores, the date or the number of a language test differ from its report, or the report has run out.

    Why: the officer checks a result with the testing body, and after two years it proves nothing any more.
    Advice: write the result as the report does; or enclose the report of the test that is meant; or take the test again
    where the report has run out.

    Reports a score above the report:
        draft/explanation-letter.pdf as of 2026-02-20: text "My IELTS overall band score is 7.5 (L 8.0, R 7.5, W 7.0, S 7.5)."
        draft/language-test.pdf as of 2025-03-09: language_test number=24GB012345 details="IELTS: listening 8.0, reading 7.5, writing 6.5, speaking 7.0, overall 7.0" from=2025-03-09

    Reports another day of the test:
        draft/cv.pdf as of 2026-02-20: text "IELTS overall 7.0, test date 2025-06-01"
        draft/language-test.pdf as of 2025-03-09: language_test number=24GB012345 details="IELTS: overall 7.0" from=2025-03-09

    Reports another number of the report:
        draft/explanation-letter.pdf as of 2026-02-20: text "IELTS overall 7.0, TRF number 24GB099999, 2025-03-09."
        draft/language-test.pdf as of 2025-03-09: language_test number=24GB012345 details="IELTS: overall 7.0" from=2025-03-09

    Reports a report older than two years:
        draft/language-test.pdf as of 2022-03-09: language_test number=22GB012345 details="IELTS: overall 7.0" from=2022-03-09
        draft/imm1295.pdf as of 2026-03-01: family_name=SAMPLE

    Accepts a claim that leaves scores out, and 7 for 7.0:
        draft/explanation-letter.pdf as of 2026-02-20: text "My IELTS overall band score is 7."
        draft/language-test.pdf as of 2025-03-09: language_test number=24GB012345 details="IELTS: listening 8.0, reading 7.5, overall 7.0" from=2025-03-09

    Accepts a new test beside the old claim:
        2022/explanation-letter.pdf as of 2022-02-20: text "My IELTS overall band score is 5.5."
        draft/language-test.pdf as of 2025-03-09: language_test number=24GB012345 details="IELTS: overall 7.0" from=2025-03-09

    Accepts the older of two reports, of which one is new:
        draft/language-test_1.pdf as of 2022-03-09: language_test number=22GB012345 details="IELTS: overall 6.0" from=2022-03-09
        draft/language-test_2.pdf as of 2025-03-09: language_test number=24GB012345 details="IELTS: overall 7.0" from=2025-03-09
        draft/imm1295.pdf as of 2026-03-01: family_name=SAMPLE

    Accepts an older report in the refused application:
        2022/language-test.pdf as of 2021-03-09: language_test number=22GB012345 details="IELTS: overall 7.0" from=2021-03-09
        2022/imm1295.pdf as of 2022-03-01: family_name=SAMPLE
        draft/imm1295.pdf as of 2026-03-01: family_name=SAMPLE

    Accepts another test than the report's:
        draft/explanation-letter.pdf as of 2026-02-20: text "My CELPIP results are listening 9 and reading 8."
        draft/language-test.pdf as of 2025-03-09: language_test number=24GB012345 details="IELTS: listening 7.0" from=2025-03-09
    """
    for person in case.people:
        told = [report for paper in case.of(person) for report in reports(paper)]
        for claim in (claim for paper in case.of(person) for claim in _claims(paper)):
            yield from _compared(case, person, claim, told)
        yield from _run_out(case, person)


def _claims(paper: Paper) -> Iterator[Claim]:
    for passage in passages_with(paper, language_tests.TESTS, str) if paper.kind in CLAIMING else ():
        for result in language_tests.find(passage.text):
            yield Claim(paper, result, passage.cite(result.words))


def _compared(case: Case, person: Person, claim: Claim, told: Sequence[Report]) -> Iterator[Mismatch]:
    """Compare a claim with the report that it means; where several reports may be meant, one that agrees is."""
    meant = [r for r in told if r.test == claim.result.test and _may_be_meant(case, claim, r)]
    differing = [(report, apart) for report in meant if (apart := _differences(claim.result, report))]
    if not meant or len(differing) < len(meant):
        return
    report, (words, level) = differing[-1]
    yield Mismatch(
        person=person,
        subject=f"{report.test} {report.day or ''} {claim.paper.kind}".strip(),
        detail=f"{claim.paper.path} tells {claim.result.words}{_when(claim.result)}; the report {report.paper.path} says "
        f"{report.words}: {words}.",
        evidence=(claim.citation, report.citation),
        severity=level,
    )


def _may_be_meant(case: Case, claim: Claim, report: Report) -> bool:
    """True for a report that was there when the claim was written, of the same submission or an older one."""
    written = claim.paper.as_of.date
    if claim.paper.application == report.paper.application:
        return True
    return bool(written and report.day and not report.day.after(written)) and case.in_draft(claim.paper)


def _differences(claim: Result, report: Report) -> tuple[str, Severity] | None:
    """Give what differs and how much it weighs: scores most; nothing where the claim tells no more than the report."""
    scores = [
        f"{skill} {claim.scores[skill]} against {report.scores[skill]}"
        for skill in SKILLS
        if skill in claim.scores
        and skill in report.scores
        and not same_score(claim.scores[skill], report.scores[skill])
    ]
    if scores:
        return f"the scores differ ({', '.join(scores)})", Severity.MAJOR
    if claim.number and report.record.number and fold(claim.number) != fold(report.record.number):
        return f"the number {claim.number} is not {report.record.number}", Severity.MINOR
    if claim.date and report.day and claim.date.conflicts(report.day):
        return f"the day {claim.date} is not {report.day}", Severity.MINOR
    return None


def _when(claim: Result) -> str:
    return f" of {claim.date}" if claim.date else ""


def _run_out(case: Case, person: Person) -> Iterator[Mismatch]:
    """Report the newest report of a test in the draft where it is older than two years."""
    for report, day in newest(case, person):
        if until(day.latest) < case.as_of:
            yield Mismatch(
                person=person,
                subject=f"{report.test} valid until",
                detail=f"{report.words} in {report.paper.path} is older than two years on {case.as_of}.",
                evidence=(report.citation,),
                title=EXPIRED,
            )
