"""offer/requirements: what the assessment or the offer requires is shown nowhere."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from consistency.comparator.aligned.schools import level_of
from consistency.comparator.day_spans import length
from consistency.comparator.education.studies import OFFERS, awards_asked
from consistency.comparator.engine import Mismatch, rule
from consistency.comparator.passages import Passage
from consistency.comparator.reapplication.decisions import unread
from consistency.comparator.telling import cite_papers
from consistency.comparator.told_days import day_of, widest
from consistency.comparator.work.history import jobs
from consistency.comparator.work.offers import applicants, drafted
from consistency.model import (
    Case,
    Citation,
    Job,
    LanguageTest,
    Line,
    Paper,
    Person,
    Record,
    Severity,
    Study,
)
from consistency.normalizer import occupations
from consistency.normalizer.awards import CERTIFICATE
from consistency.normalizer.expressions import expression
from consistency.normalizer.text import fold

MONTH = 365.25 / 12
ROUNDED = 2.0
"""Months by which experience may fall short: months counted at both ends."""

EXPERIENCE = expression(
    r"^\W*(?:minimum |required |work |relevant )*experience(?: (?:required|requirements?|requise|exigee|minimale))?\b"
    r"(?P<rest>.*)"
)
LENGTH = expression(
    r"\b(?P<number>\d{1,2})(?: (?:to|a|or|ou) \d{1,2})? ?(?:or more |ou plus )?(?P<unit>years?|yrs?|ans?|months?|mois)\b"
)
LICENCE = expression(
    r"^\W*(?:required |professional |trade |other )*(?:licen[cs]es?|certification|licen[cs]ing|permis|licence"
    r"|certificate of qualification)(?: (?:required|requirements?|requis|exige))?\b(?P<rest>.*)"
)
NONE = expression(r"^\W*(?:(?:none|no|not (?:required|applicable)|n a|na|nil|aucune?|sans objet|non)\b.*)?$")
LICENSED = expression(
    r"\b(?:licen[cs]\w*|red seal|sceau rouge|certificate of qualification|registered (?:with|nurse)"
    r"|(?:council|board|college|nurs\w+|medical|pharmac\w+|dental|professional|trades?)(?: \w+){0,6} registration"
    r"|registration(?: \w+){0,6} (?:council|board|college|nurs\w+|medical|pharmac\w+|dental|professional|trades?)"
    r"|permis d\w+|permis de conduire|ordre des|board certified|journey(?:man|person))\b"
)
TRADE = expression(
    r"\b(?:red seal|sceau rouge|journey(?:man|person|woman)|certificate of qualification|interprovincial|compagnon"
    r"|certificat de (?:qualification|competence|compagnon))\b"
)
"""Words (folded) for the certificate of a trade, which no licence to drive stands for."""
TEST = expression(
    r"^\W*(?:required )?(?:languages?|langues?|english|french|anglais|francais)\b.*\b(?:clb|nclc|ielts|celpip|tef|tcf)\b"
)


class Wanted(Struct, frozen=True):
    """Something that a paper of the offer requires: in words, and the line in which it does."""

    subject: str
    words: str
    paper: Paper
    line: Line

    @property
    def citation(self) -> Citation:
        """Where it is required."""
        text = " ".join(self.line.text.split())
        return Passage(self.paper, text, self.line).cite(text)


class Shown(Struct, frozen=True):
    """What the papers of an applicant show: months in the trade, studies, tests, and what else is there."""

    case: Case
    person: Person
    own: tuple[Paper, ...]
    """The person's papers of the draft that are not the employer's in Canada."""

    def tells(self, record: type[Record]) -> bool:
        """True where a paper asks for such records: without one, the folder holds only a part of the application."""
        return any(paper.asks(record) is not None for paper in self.own)


@rule(Severity.MAJOR, references=["IRPR s.200(3)(a)", "IRPR s.203(1)"])
def requirements(case: Case) -> Iterator[Mismatch]:
    """The LMIA or the offer requires education, experience, a licence or a test that no paper of the draft shows.

    Why: a permit may not be issued where there are reasons to believe that the applicant cannot do the work, and the
    requirements of the assessment are what that is measured by.
    Advice: enclose the diploma, the letters, the licence or the test; or add to the history what it leaves out; or
    explain in the letter what stands in the place of the requirement.

    Reports experience that the jobs do not make up:
        draft/imm1295.pdf as of 2026-03-01: offer employer=Acme title=Cook number=7894563
        draft/lmia.pdf as of 2026-01-10: offer employer=Acme title=Cook number=7894563
        draft/lmia.pdf as of 2026-01-10: text "Experience: 3 years"
        draft/cv.pdf as of 2026-02-10: job employer="Blue Lantern" title=Cook from=2025-01 to=present

    Reports a degree that nobody tells of:
        draft/imm1295.pdf as of 2026-03-01: offer employer=Acme title=Accountant number=7894563
        draft/imm1295.pdf as of 2026-03-01: education institution="City College" field_of_study="Diploma in Commerce" from=2010-09 to=2012-06
        draft/lmia.pdf as of 2026-01-10: offer employer=Acme title=Accountant number=7894563
        draft/lmia.pdf as of 2026-01-10: text "Education: Bachelor's degree"

    Reports a licence that is nowhere:
        draft/imm1295.pdf as of 2026-03-01: offer employer=Acme title=Driver number=7894563
        draft/lmia.pdf as of 2026-01-10: offer employer=Acme title=Driver number=7894563
        draft/lmia.pdf as of 2026-01-10: text "Licence: Class 1 driver's licence"
        draft/cv.pdf as of 2026-02-10: job employer="Blue Lantern" title=Driver from=2015-01 to=present

    Reports the certificate of a trade beside a business that is registered:
        draft/imm1295.pdf as of 2026-03-01: offer employer=Acme title=Welder number=7894563
        draft/lmia.pdf as of 2026-01-10: offer employer=Acme title=Welder number=7894563
        draft/lmia.pdf as of 2026-01-10: text "Certification: Red Seal"
        draft/cv.pdf as of 2026-02-10: job employer="Blue Lantern" title=Welder from=2015-01 to=present
        draft/cv.pdf as of 2026-02-10: text "Driving licence B; registration of my workshop in 2015"

    Reports a test that is nowhere:
        draft/imm1295.pdf as of 2026-03-01: offer employer=Acme title=Cook number=7894563
        draft/lmia.pdf as of 2026-01-10: offer employer=Acme title=Cook number=7894563
        draft/lmia.pdf as of 2026-01-10: text "Language: English, CLB 5"

    Accepts what the papers show:
        draft/imm1295.pdf as of 2026-03-01: offer employer=Acme title=Accountant number=7894563
        draft/imm1295.pdf as of 2026-03-01: education institution="City University" field_of_study="Bachelor of Commerce" from=2010-09 to=2014-06
        draft/lmia.pdf as of 2026-01-10: offer employer=Acme title=Accountant number=7894563
        draft/lmia.pdf as of 2026-01-10: text "Education: Bachelor's degree"
        draft/lmia.pdf as of 2026-01-10: text "Experience: 3 years"
        draft/lmia.pdf as of 2026-01-10: text "Licence: CPA licence"
        draft/lmia.pdf as of 2026-01-10: text "Language: English, CLB 5"
        draft/cv.pdf as of 2026-02-10: job employer="Blue Lantern" title="Accounts Clerk" from=2015-01 to=present
        draft/cv.pdf as of 2026-02-10: text "Licensed accountant since 2016"
        draft/language-test.pdf as of 2025-02-10: language_test number=IELTS123

    Accepts secondary school, which no form asks for:
        draft/imm1295.pdf as of 2026-03-01: offer employer=Acme title=Cook number=7894563
        draft/lmia.pdf as of 2026-01-10: offer employer=Acme title=Cook number=7894563
        draft/lmia.pdf as of 2026-01-10: text "Education: High school diploma"

    Accepts a course whose award is not told:
        draft/imm1295.pdf as of 2026-03-01: offer employer=Acme title=Accountant number=7894563
        draft/imm1295.pdf as of 2026-03-01: education institution="City University" from=2010-09 to=2014-06
        draft/lmia.pdf as of 2026-01-10: offer employer=Acme title=Accountant number=7894563
        draft/lmia.pdf as of 2026-01-10: text "Education: Bachelor's degree"

    Accepts a month less than the years:
        draft/imm1295.pdf as of 2026-03-01: offer employer=Acme title=Cook number=7894563
        draft/lmia.pdf as of 2026-01-10: offer employer=Acme title=Cook number=7894563
        draft/lmia.pdf as of 2026-01-10: text "Experience: 3 years"
        draft/cv.pdf as of 2026-02-10: job employer="Blue Lantern" title=Cook from=2021-01 to=2023-11

    Accepts a folder without any history:
        draft/explanation-letter.pdf as of 2026-03-01: text "I wish to work as a cook."
        draft/lmia.pdf as of 2026-01-10: offer employer=Acme title=Cook number=7894563
        draft/lmia.pdf as of 2026-01-10: text "Experience: 3 years"

    Accepts an LMIA that requires nothing:
        draft/imm1295.pdf as of 2026-03-01: offer employer=Acme title=Cook number=7894563
        draft/lmia.pdf as of 2026-01-10: offer employer=Acme title=Cook number=7894563
        draft/lmia.pdf as of 2026-01-10: text "Licence: none"
        draft/lmia.pdf as of 2026-01-10: text "Experience: not required"
        draft/lmia.pdf as of 2026-01-10: text "Language: English - oral and written"

    Accepts a draft of which a document was not read:
        draft/imm1295.pdf as of 2026-03-01: offer employer=Acme title=Cook number=7894563
        draft/lmia.pdf as of 2026-01-10: offer employer=Acme title=Cook number=7894563
        draft/lmia.pdf as of 2026-01-10: text "Experience: 3 years"
        draft/scan.pdf: problem code=no-text message="The page is a picture." read=failed
    """
    if unread(case):
        return
    for person in applicants(case):
        own = tuple(p for p in case.drafted(person) if p.kind not in OFFERS)
        shown = Shown(case, person, own)
        for paper in case.of(person):
            if case.in_draft(paper) and paper.kind in OFFERS and own:
                for wanted in _lacking(paper, shown):
                    yield _mismatch(person, wanted, own)


def _shows_test(paper: Paper) -> bool:
    return paper.kind == "language-test" or any(paper.all(LanguageTest))


def _lacking(paper: Paper, shown: Shown) -> Iterator[Wanted]:
    for level, line in awards_asked(paper):
        if level.low >= CERTIFICATE and shown.tells(Study) and not _studied(shown, level.low):
            yield Wanted("education", f"{level.words}", paper, line)
    for line in paper.document.lines:
        words = fold(line.text)
        if (months := _months(words)) and shown.tells(Job) and (worked := _worked(shown)) + ROUNDED < months:
            what = f"{months:g} months of experience (the jobs in the trade make up {worked:.0f})"
            yield Wanted("experience", what, paper, line)
        found = LICENCE.match(words)
        if found and not NONE.match(found["rest"]) and not _licensed(shown, words):
            yield Wanted("licence", "a licence", paper, line)
        if TEST.match(words) and not any(map(_shows_test, shown.own)):
            yield Wanted("language test", "a language test", paper, line)


def _studied(shown: Shown, low: int) -> bool:
    """True where a course may have led to an award of a level; one that tells none may be of any."""
    own = shown.case.of(shown.person)
    levels = [level_of(study) for paper in own for study in paper.all(Study)]
    return any(level is None or level.high >= low for level in levels)


def _months(words: str) -> float | None:
    """Give the months of experience that a line requires."""
    found = EXPERIENCE.match(words)
    length = LENGTH.search(found["rest"]) if found else None
    if length is None:
        return None
    return float(length["number"]) * (1 if length["unit"].startswith("mo") else 12)


def _worked(shown: Shown) -> float:
    """Count the months of all jobs that may be of the trade of the offer, as far as any paper lets them reach."""
    case, person = shown.case, shown.person
    titles = [told.record.title for told in drafted(case, person) if told.record.title]
    own = [job for job in jobs(case, person) if not _other_trade(titles, (t.record for t in job.told))]
    latest = max(shown.own, key=lambda paper: day_of(case, paper))
    days = (widest(job, latest, day_of(case, latest)) for job in own)
    return length(*(span for span in days if span is not None)) / MONTH


def _other_trade(titles: Iterable[str], rows: Iterable[Job]) -> bool:
    """True for a job that every title shows to be of another trade than the work in Canada."""
    told = [row.title or "" for row in rows]
    known = list(titles)
    return bool(known) and all(occupations.other_trade(one, other) for one in known for other in told)


def _licensed(shown: Shown, wanted: str) -> bool:
    """True where a paper of the person tells of a licence; of the certificate of a trade, where that is wanted."""
    told = TRADE if TRADE.search(wanted) else LICENSED
    return any(told.search(fold(paper.document.text)) for paper in shown.own if not paper.is_form)


def _mismatch(person: Person, wanted: Wanted, own: Iterable[Paper]) -> Mismatch:
    places = cite_papers(p for p in own if p.kind in TELLING)
    detail = f"{wanted.paper.path} requires {wanted.words}, and no paper of the draft shows it."
    return Mismatch(person, f"required {wanted.subject}", detail, (wanted.citation, *places))


TELLING = frozenset({"cv", "imm1295", "imm5710", "imm5669", "education-certificate", "employment-letter"})
"""Papers in which it would stand."""
