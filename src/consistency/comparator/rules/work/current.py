"""work/current: the draft says that a job goes on, another current paper that it has ended."""

from collections.abc import Iterator, Sequence

from consistency.comparator.aligned.alignment import Same, Told
from consistency.comparator.aligned.employment import employer_of, is_work
from consistency.comparator.aligned.stints import end_distance
from consistency.comparator.engine import Mismatch, rule
from consistency.comparator.passages import LETTER, Passage, passages
from consistency.comparator.time import MONTH
from consistency.comparator.work.boundaries import shown
from consistency.comparator.work.history import jobs, keys, named, papers_listed, subject, weighed
from consistency.model import Case, Job, Paper, Person, Severity
from consistency.normalizer.dates import find_dates
from consistency.normalizer.expressions import expression
from consistency.normalizer.text import fold

ENDED = expression(
    r"\b(?:(?:i|he|she|they|who|and) (?:have |has |had |was |were |am |is |been |also |then |recently "
    r"|voluntarily ){0,3}(?:resigned|quit|laid off|dismissed|terminated|made redundant|let go|fired|retrenched"
    r"|relieved|separated|retired)|no longer (?:employed|works?|working|with us|an employee|in our employ\w*"
    r"|in service)|(?:employment|contract|services?|job) (?:with \w+ |at \w+ |there |here )?(?:has |have |was |were "
    r"|had )?(?:ended|ceased|terminated|come to an end|been terminated|expired|finished)|ceased (?:to be|working"
    r"|employment)|(?:left|quit) (?:my|the|this|our|his|her) (?:job|position|post|employ\w*|company|organi[sz]ation"
    r"|firm)|i left \w+|lost (?:my|his|her) job|stopped working|demissionne|licenciee?|congediee?|mise? a pied"
    r"|quitte (?:mon|son|notre|l) (?:emploi|poste|entreprise|employeur)|ne travaille plus"
    r"|n ?est plus (?:a notre emploi|notre employee?|employee?)|a pris fin|a cesse de travailler)\b"
)
"""Words (folded) that say that a job has ended."""
IDLE = expression(
    r"\b(?:i am|i m|i remain|being|is|je suis) (?:currently |presently |now |still |actuellement "
    r"|presentement )?(?:unemployed|not (?:working|employed)|out of work|jobless|without (?:a job|work|employment)"
    r"|between jobs|sans emploi|au chomage|a la recherche d ?un emploi)\b|\bi (?:currently "
    r"|presently )?(?:have no job|do not work)\b"
)
"""Words (folded) that say that nobody employs the writer."""
NOT_SO = expression(
    r"\b(?:not|never|if|will|would|shall|intend\w*|plan\w*|before|until|once|when|may|might|should|previous(?:ly)?"
    r"|former|earlier|prior|first|si|sera|serait|jamais|avant|lorsque|quand|precedent\w*|ancien\w*|n ?ai pas)\b"
)
"""Words (folded) by which a sentence speaks of another time, another job, or of what has not happened."""

CLAUSE = expression(r"\s(?:and|but|then|since|now|et|mais|puis|depuis)(?=\s)")
"""Words (folded) between two clauses of a sentence."""


@rule(Severity.MAJOR, references=["IRPA s.16(1)", "IRPA s.40(1)(a)", "IRPR s.200(1)(b)"])
def current(case: Case) -> Iterator[Mismatch]:
    """The draft says that a job goes on; another current paper says that it has ended.

    Why: the present job is a tie to the country of residence, and an officer may call the employer.
    Advice: correct the draft; or have the letter corrected where it is wrong; or say in the explanation letter what
    changed and when, and enclose proof of the present situation.

    Reports a letter that says until when somebody worked:
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=cook from=2018-01 to=present
        draft/employment-letter.pdf as of 2025-10-20: job employer=Acme title=cook from=2018-01-08 to=2025-10-15

    Reports a curriculum vitae with an end:
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=cook from=2018-01 to=present
        draft/cv.pdf as of 2026-02-20: job employer=Acme title=cook from=2018-01 to=2025-06

    Reports a letter that says that nobody works there any more:
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=cook from=2018-01 to=present
        draft/employment-letter.pdf as of 2026-02-01: job employer=Acme title=cook from=2018-01-08
        draft/employment-letter.pdf as of 2026-02-01: text "Ms. Rao is no longer employed with our company."

    Reports an explanation letter that tells of the end:
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=cook from=2018-01 to=present
        draft/explanation-letter.pdf as of 2026-03-01: text "I resigned from Acme in December 2025."

    Reports a writer without work:
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=cook from=2018-01 to=present
        draft/explanation-letter.pdf as of 2026-03-01: text "I am currently unemployed and live with my parents."

    Reports a writer without work, in French:
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=cook from=2018-01 to=present
        draft/explanation-letter.pdf as of 2026-03-01: text "Je suis actuellement sans emploi."

    Accepts a job that ended after the form was signed:
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=cook from=2018-01 to=present
        draft/employment-letter.pdf as of 2026-04-20: job employer=Acme title=cook from=2018-01-08 to=2026-04-15

    Accepts an end within a month, which is another contradiction:
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=cook from=2018-01 to=present
        draft/employment-letter.pdf as of 2026-02-20: job employer=Acme title=cook from=2018-01-08 to=2026-02-20

    Accepts "present" in an older form, which got an end since:
        2024/imm1295.pdf as of 2024-03-01: job employer=Acme title=cook from=2018-01 to=present
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=cook from=2018-01 to=2025-01

    Accepts an older paper, whose date is another contradiction:
        2024/imm1295.pdf as of 2024-03-01: job employer=Acme title=cook from=2018-01 to=2023-06
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=cook from=2018-01 to=present

    Accepts a promotion: the end of one post at the same employer:
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=chef from=2018-01 to=present
        draft/cv.pdf as of 2026-02-20: job employer=Acme title=cook from=2018-01 to=2023-12
        draft/cv.pdf as of 2026-02-20: job employer=Acme title=chef from=2024-01 to=present

    Accepts a resignation that is planned, or that was from another job:
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=cook from=2018-01 to=present
        draft/explanation-letter.pdf as of 2026-03-01: text "If the permit is issued, I will resign from Acme."
        draft/explanation-letter.pdf as of 2026-03-01: text "I left Bistro in 2017."

    Accepts a job of the past without work since:
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=cook from=2018-01 to=2025-12
        draft/explanation-letter.pdf as of 2026-03-01: text "I am currently unemployed."

    Accepts the end of the job before, told in one sentence with the job that goes on:
        draft/imm1295.pdf as of 2026-03-01: job employer=Bistro title=cook from=2014-01 to=2025-11
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=cook from=2025-12 to=present
        draft/explanation-letter.pdf as of 2026-03-01: text "I left Bistro in November 2025 and now I cook at Acme."

    Accepts a letter of leave:
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=cook from=2018-01 to=present
        draft/employment-letter.pdf as of 2026-02-01: job employer=Acme title=cook from=2018-01-08 to=present
        draft/employment-letter.pdf as of 2026-02-01: text "Her employment has not ended: she is on unpaid leave."
    """
    for person in case.people:
        for job in jobs(case, person):
            still = [told for told in job.told if _goes_on(case, told)]
            if still:
                yield from _conflict(case, person, job, still)


def _goes_on(case: Case, told: Told[Job]) -> bool:
    """True for a row of the draft's forms or curriculum vitae that has not ended."""
    asked = told.paper.asks(Job) is not None
    return asked and case.in_draft(told.paper) and is_work(told.record) and told.record.goes_on


def _conflict(case: Case, person: Person, job: Same[Job], still: Sequence[Told[Job]]) -> Iterator[Mismatch]:
    ended = [told for told in job.told if case.in_draft(told.paper) and _has_ended(job, told, still)]
    said = list(_said(case, person, job, still))
    if not ended and not said:
        return
    others = [f"until {shown(told, 'to')} in {told.paper.path}" for told in ended]
    others += [f"{passage.paper.path} says “{passage.text}”" for passage in said]
    yield Mismatch(
        person=person,
        subject=subject(job),
        detail=f"{papers_listed(told.paper for told in still)} {'says' if len(still) == 1 else 'say'} that "
        f"{named(job)} goes on; {'; '.join(dict.fromkeys(others))}.",
        evidence=(
            *(told.cite("to", shown(told, "to")) for told in (*still, *ended)),
            *(passage.citation for passage in said),
        ),
        severity=weighed(case, Severity.MAJOR, {told.record.title for told in job.told}, False),
    )


def _has_ended(job: Same[Job], told: Told[Job], still: Sequence[Told[Job]]) -> bool:
    """True for a paper all of whose rows of the job ended, more than a month before the day of the ones that go on."""
    rows = job.by(told.paper)
    if any(
        row.record.period is None or row.record.period.open or row.record.period.end is None for row in rows
    ):
        return False
    return all(min(end_distance(row, one) or 0 for row in rows) > MONTH for one in still)


def _said(case: Case, person: Person, job: Same[Job], still: Sequence[Told[Job]]) -> Iterator[Passage]:
    """Give the sentences of letters of the draft that say that this job has ended, or that nobody employs the writer."""
    names = [f" {key} " for key in keys(job)]
    own = {told.paper.path for told in job.told}
    for paper in case.drafted(person):
        letter = paper.kind == "employment-letter" and paper.path in own and not _still_there(job, paper)
        for passage in passages(paper) if letter or paper.kind == LETTER else ():
            text = f" {fold(passage.text)} "
            over = ENDED.search(text) is not None if letter else _says_it_is_over(case, text, names, job)
            if over and not NOT_SO.search(text) and _before(passage, still):
                yield passage


def _says_it_is_over(case: Case, text: str, names: Sequence[str], job: Same[Job]) -> bool:
    """True for a sentence of the applicant's by which the job named in it has ended, or there is no work at all."""
    if any(name in text for name in names) and _ended_here(case, text, names, job):
        return True
    return IDLE.search(text) is not None and not _other(case, text, job)


def _ended_here(case: Case, text: str, names: Sequence[str], job: Same[Job]) -> bool:
    """True where the words for an end stand in no clause about another employer alone: "I left B and run A"."""
    for found in ENDED.finditer(text):
        start = max((cut.end() for cut in CLAUSE.finditer(text, 0, found.start())), default=0)
        following = CLAUSE.search(text, found.end())
        clause = f" {text[start : following.start() if following else len(text)].strip()} "
        if any(name in clause for name in names) or not _other(case, clause, job):
            return True
    return False


def _still_there(job: Same[Job], paper: Paper) -> bool:
    return any(row.record.goes_on for row in job.by(paper))


def _before(passage: Passage, still: Sequence[Told[Job]]) -> bool:
    """True where what a sentence tells had happened when the forms were signed."""
    days = [found.date for found in find_dates(passage.text)]
    signed = [told.paper.as_of.date for told in still if told.paper.as_of.date is not None]
    written = passage.paper.as_of.date
    late = any(day.after(one) for day in days for one in signed)
    fresh = (
        not days
        and written is not None
        and any((written.earliest - one.latest).days > MONTH for one in signed)
    )
    return not (late or fresh)


def _other(case: Case, text: str, job: Same[Job]) -> bool:
    """True where a sentence names the employer of another row."""
    names = {fold(name) for p in case.papers for r in p.all(Job) if (name := employer_of(r))} - set(keys(job))
    return any(f" {name} " in text for name in names)
