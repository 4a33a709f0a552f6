"""work/experience-total: years of experience that the jobs do not add up to."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from consistency.case.coverage import unread, window
from consistency.comparator.aligned.alignment import Same, Told
from consistency.comparator.day_spans import length
from consistency.comparator.engine import Mismatch, rule
from consistency.comparator.openly import cited_openly, openly, said_openly
from consistency.comparator.passages import LETTER, Passage
from consistency.comparator.told_days import day_of, widest
from consistency.comparator.work.experience import Claim, claims
from consistency.comparator.work.history import employer, jobs, keys, named, subject, weighed
from consistency.model import Case, Citation, Job, Paper, Person, Severity
from consistency.normalizer import occupations
from consistency.normalizer.expressions import expression
from consistency.normalizer.text import fold

TELLING = frozenset({LETTER, "cv", "employment-letter"})
"""Papers in which the experience of the applicant is claimed."""

ROUNDING = 6.0
"""Months by which a claim may round up."""

MONTH = 365.25 / 12
_PARTIAL = expression(
    r"\b(?:selected|recent|relevant|earlier|key|principal) (?:work |professional |employment |career )?"
    r"(?:experience|employment|positions|jobs|history)|\bexperience (?:pertinente|recente)"
)
"""Headings (folded) of a curriculum vitae that leaves jobs out by its own word."""

_WITH_US = expression(
    r"\b(?:with|at|in|for|of) (?:us|our|the company|this (?:company|organi[sz]ation|firm)|the organi[sz]ation|the firm)\b"
    r"|\b(?:au sein de|chez|dans|de) (?:notre|nous|la societe|l ?entreprise)\b"
)
_AT = expression(
    r" (?:years|ans|experience|work\w*|employed|served|travaill\w+|exerce)"
    r"(?: (?!(?:last|latest|lately|currently|now|dernier|derniere)\b)\w+){0,6}?"
    r" (?:at|with|for|in|chez|pour|dans|au sein de|a|of|de)(?: the| la| le| les| l| m s)?\Z"
)
_AND_AT = expression(
    r" (?:and|et|then|puis|later|as well as)"
    r"(?: (?:then|also|later|since|now|currently|at|with|for|in|the|chez|au|a|la|le|les|l|puis|ensuite)){0,4}\Z"
)


class _Excess(Struct, frozen=True):
    """A claim, and the months that the jobs of which it speaks fill."""

    claim: Claim
    job: Same[Job] | None
    months: float
    jobs: tuple[Same[Job], ...]
    spanned: bool
    """True where the time from the first to the last day would do: what was not worked is counted too."""

    @property
    def subject(self) -> str:
        """What is counted: the work at one employer, or all work."""
        return f"experience at {subject(self.job)}" if self.job else "experience in all"


@rule(Severity.MAJOR, references=["IRPA s.16(1)", "IRPA s.40(1)(a)", "IRPR s.200(3)(a)"])
def experience_total(case: Case) -> Iterator[Mismatch]:
    """A letter or curriculum vitae claims more years of experience than the jobs add up to.

    Why: an officer adds up the rows of the history; a claim above them reads as exaggerated, and the experience
    that the job requires is doubted with it.
    Advice: correct the number in the draft; or add the jobs that are not listed, with proof; or explain in the
    letter how the years are counted, and say openly where an older paper was wrong.

    Reports:
        draft/cv.pdf as of 2026-02-20: job employer=Acme title=cook from=2018-01 to=2022-12
        draft/cv.pdf as of 2026-02-20: job employer=Bistro title=chef from=2023-01 to=present
        draft/explanation-letter.pdf as of 2026-03-01: text "I have 14 years of experience in this trade."

    Reports a claim in the curriculum vitae, in words:
        draft/cv.pdf as of 2026-02-20: job employer=Acme title=cook from=2018-01 to=present
        draft/cv.pdf as of 2026-02-20: text "Chef with more than twelve (12) years of professional experience"

    Reports a claim in French:
        draft/cv.pdf as of 2026-02-20: job employer=Acme title=cook from=2018-01 to=present
        draft/explanation-letter.pdf as of 2026-03-01: text "Je cumule plus de quinze ans d'expérience en cuisine."

    Reports more years than jobs of the kind that is claimed:
        draft/cv.pdf as of 2026-02-20: job employer=Bank title=Accountant from=2012-01 to=2022-12
        draft/cv.pdf as of 2026-02-20: job employer=Bistro title=Cook from=2023-01 to=present
        draft/explanation-letter.pdf as of 2026-03-01: text "I have 12 years of experience as a cook."

    Reports more years at one employer than the job there lasted:
        draft/cv.pdf as of 2026-02-20: job employer="Blue Lantern" title=cook from=2015-01 to=2022-12
        draft/cv.pdf as of 2026-02-20: job employer=Bistro title=chef from=2023-01 to=present
        draft/explanation-letter.pdf as of 2026-03-01: text "I have been working at Bistro for 6 years."

    Reports an employer's letter that claims more years than its own dates:
        draft/employment-letter.pdf as of 2026-02-01: job employer=Acme title=cook from=2021-01-04 to=present
        draft/employment-letter.pdf as of 2026-02-01: text "He has worked with us for nine years as a cook."

    Reports time without work that was counted:
        draft/cv.pdf as of 2026-02-20: job employer=Acme title=cook from=2010-01 to=2013-12
        draft/cv.pdf as of 2026-02-20: job employer=Bistro title=chef from=2020-01 to=present
        draft/explanation-letter.pdf as of 2026-03-01: text "I have 16 years of experience."

    Reports years that only a letter about somebody else fills:
        draft/imm1295.pdf as of 2026-03-01: family_name=PATEL given_names=ANITA birth_date=1990-05-04
        draft/cv.pdf as of 2026-02-20: full_name="Anita Patel"
        draft/cv.pdf as of 2026-02-20: job employer=Bistro title=chef from=2018-01 to=present
        draft/employment-letter.pdf as of 2017-12-20: full_name="Rajesh Kumar"
        draft/employment-letter.pdf as of 2017-12-20: job employer=Acme title=cook from=2011-01-10 to=2017-12-15
        draft/explanation-letter.pdf as of 2026-03-01: text "I have 15 years of experience."

    Accepts the number that the jobs add up to:
        draft/cv.pdf as of 2026-02-20: job employer=Acme title=cook from=2018-01 to=2022-12
        draft/cv.pdf as of 2026-02-20: job employer=Bistro title=chef from=2023-01 to=present
        draft/explanation-letter.pdf as of 2026-03-01: text "I have over 8 years of experience in this trade."

    Accepts rounding up to six months:
        draft/cv.pdf as of 2026-02-20: job employer=Acme title=cook from=2018-09 to=present
        draft/explanation-letter.pdf as of 2026-03-20: text "I have 8 years of experience."

    Accepts "about" so many years up to a year:
        draft/cv.pdf as of 2026-02-20: job employer=Acme title=cook from=2018-03 to=present
        draft/explanation-letter.pdf as of 2026-03-01: text "I have nearly nine years of experience."

    Accepts years of which the letter lists the employers, one of them twice:
        draft/cv.pdf as of 2026-02-20: job employer="Cochin Steel" title=welder from=2011-09 to=2016-08
        draft/cv.pdf as of 2026-02-20: job employer="Al Waha" title=welder from=2016-10 to=2022-06
        draft/cv.pdf as of 2026-02-20: job employer="Cochin Steel" title=welder from=2022-09 to=present
        draft/explanation-letter.pdf as of 2026-03-01: text "I have 14 years of experience: with Al Waha and with Cochin Steel."

    Accepts a number that grew with time:
        2022/cv.pdf as of 2022-02-20: job employer=Acme title=cook from=2018-01 to=present
        2022/cv.pdf as of 2022-02-20: text "Cook with 4 years of experience"
        draft/cv.pdf as of 2026-02-20: job employer=Acme title=cook from=2018-01 to=present
        draft/cv.pdf as of 2026-02-20: text "Cook with 8 years of experience"

    Accepts fewer years than all jobs:
        draft/cv.pdf as of 2026-02-20: job employer=Acme title=cook from=2008-01 to=present
        draft/explanation-letter.pdf as of 2026-03-01: text "I have 5 years of supervisory experience."

    Accepts jobs of which only another paper of the folder tells:
        draft/imm1295.pdf as of 2026-03-01: job employer=Bistro title=chef from=2018-01 to=present
        draft/cv.pdf as of 2026-02-20: job employer=Bistro title=chef from=2018-01 to=present
        draft/employment-letter.pdf as of 2017-12-20: job employer=Acme title=cook from=2011-01-10 to=2017-12-15
        draft/explanation-letter.pdf as of 2026-03-01: text "I have 15 years of experience."

    Accepts the job of a letter with a slip in the name:
        draft/imm1295.pdf as of 2026-03-01: family_name=PATEL given_names=ANITA birth_date=1990-05-04
        draft/cv.pdf as of 2026-02-20: full_name="Anita Patel"
        draft/cv.pdf as of 2026-02-20: job employer=Bistro title=chef from=2018-01 to=present
        draft/employment-letter.pdf as of 2017-12-20: full_name="Anitta Pattel"
        draft/employment-letter.pdf as of 2017-12-20: job employer=Acme title=cook from=2011-01-10 to=2017-12-15
        draft/explanation-letter.pdf as of 2026-03-01: text "I have 15 years of experience."

    Accepts a claim where no paper tells the whole working life:
        draft/imm1295.pdf as of 2026-03-01: job employer=Bistro title=chef from=2016-01 to=present
        draft/explanation-letter.pdf as of 2026-03-01: text "I have 18 years of experience."

    Accepts a curriculum vitae that says that it is a selection:
        draft/cv.pdf as of 2026-02-20: job employer=Bistro title=chef from=2018-01 to=present
        draft/cv.pdf as of 2026-02-20: text "Selected Experience"
        draft/explanation-letter.pdf as of 2026-03-01: text "I have 18 years of experience."

    Accepts other work of a kind that cannot be told apart:
        draft/cv.pdf as of 2026-02-20: job employer=Acme title="Kitchen Helper" from=2014-01 to=2022-12
        draft/cv.pdf as of 2026-02-20: job employer=Bistro title=Cook from=2023-01 to=present
        draft/explanation-letter.pdf as of 2026-03-01: text "I have 12 years of experience as a cook."

    Accepts years that the job requires, or that others have:
        draft/cv.pdf as of 2026-02-20: job employer=Acme title=cook from=2024-01 to=present
        draft/explanation-letter.pdf as of 2026-03-01: text "The job requires five years of experience."
        draft/explanation-letter.pdf as of 2026-03-01: text "My supervisor has 20 years of experience."

    Accepts years at two employers whom the sentence names one after the other:
        draft/imm1295.pdf as of 2026-03-01: job employer=Bistro title=cook from=2013-01 to=2016-12
        draft/imm1295.pdf as of 2026-03-01: job employer="Crown House" title=cook from=2017-01 to=present
        draft/explanation-letter.pdf as of 2026-03-01: text "I have 13 years of experience as a cook, with Bistro and then with Crown House."

    Accepts a job of which the dates are not told:
        draft/cv.pdf as of 2026-02-20: job employer=Acme title=cook
        draft/cv.pdf as of 2026-02-20: job employer=Bistro title=chef from=2023-01 to=present
        draft/explanation-letter.pdf as of 2026-03-01: text "I have 14 years of experience."
    """
    for person in case.people:
        found = [excess for paper in case.of(person) for excess in _excesses(case, person, paper)]
        for about in sorted({excess.subject for excess in found}):
            yield _mismatch(case, person, [excess for excess in found if excess.subject == about])


def _excesses(case: Case, person: Person, paper: Paper) -> Iterator[_Excess]:
    """Give the claims of a paper that are above what the jobs fill as of its day."""
    if paper.kind not in TELLING:
        return
    known = jobs(case, person)
    for claim in claims(paper):
        meant = _employers_meant(claim, known)
        job = meant[0] if len(meant) == 1 else None
        counted = meant or _of_kind(claim, known)
        if not counted or not (meant or _whole_life(case, person)):
            continue
        today = day_of(case, paper)
        days = [span for one in counted if (span := widest(one, paper, today)) is not None]
        months = length(*days) / MONTH
        above = claim.months > months + ROUNDING * (2 if claim.approximate else 1)
        if len(days) == len(counted) and above:
            whole = length((min(days)[0], max(last for _, last in days))) / MONTH
            spanned = claim.months <= whole + ROUNDING and claim.months - months <= 12
            yield _Excess(claim, job, months, tuple(counted), spanned)


def _employers_meant(claim: Claim, known: Sequence[Same[Job]]) -> tuple[Same[Job], ...]:
    """Give the jobs of whose employers alone the claim speaks, if it does: every stay at one, or all that it lists."""
    paper, text = claim.passage.paper, f" {fold(claim.around)} "
    own = [job for job in known if any(t.paper.path == paper.path for t in job.told)]
    if paper.kind == "employment-letter" and own:
        worked = "experience" not in fold(claim.words)
        return (own[0],) if worked or _WITH_US.search(text) or _names(text, own[0]) else ()
    behind = claim.passage.text.partition(claim.words)[2]
    if _LISTS.match(behind) and any(_names(text, job) for job in known):
        text = f" {fold(behind)} "
    first = [job for job in known if _names(text, job)]
    return tuple(job for job in known if job in first or (first and _names_too(text, job)))


_LISTS = expression(r"\s*[:,(;–—-]")
"""What parts years of experience from the employers with whom they were gathered."""


def _names(text: str, job: Same[Job]) -> bool:
    """True where a text says "at", "with" or "chez" and the employer's name, right behind the years or the work."""
    return _stands_behind(_AT, text, job)


def _names_too(text: str, job: Same[Job]) -> bool:
    """True where a text that has named one employer goes on with another: "at Bistro and then with Crown House"."""
    return _stands_behind(_AND_AT, text, job)


def _stands_behind(words: re.Pattern[str], text: str, job: Same[Job]) -> bool:
    """True where a name of the employer stands right behind some words."""
    for key in keys(job):
        at = text.find(f" {key} ")
        while at >= 0:
            if words.search(text, 0, at):
                return True
            at = text.find(f" {key} ", at + 1)
    return False


def _of_kind(claim: Claim, known: Sequence[Same[Job]]) -> tuple[Same[Job], ...]:
    """Leave out jobs that are certainly of another trade than the claimed one."""
    kind = claim.kind
    if kind is None or not occupations.fields(kind):
        return tuple(known)
    same = tuple(
        job for job in known if not all(occupations.other_trade(kind, t.record.title or "") for t in job.told)
    )
    return same if any(_is_of(kind, job) for job in same) else tuple(known)


def _is_of(kind: str, job: Same[Job]) -> bool:
    return any(occupations.fields(kind) & occupations.fields(t.record.title or "") for t in job.told)


def _whole_life(case: Case, person: Person) -> bool:
    """True where a paper tells all jobs of the working life: a curriculum vitae, or a form from the age of 18 on."""
    return any(_tells_all(paper, person) for paper in case.of(person))


def _tells_all(paper: Paper, person: Person) -> bool:
    if not any(paper.all(Job)) or unread(paper, Job):
        return False
    if paper.kind == "cv":
        return not _PARTIAL.search(fold(paper.document.text))
    asked, birth = paper.asks(Job), person.birth_date
    if asked is None:
        return False
    days = window(asked, paper, person)
    room = asked.capacity is None or sum(1 for _ in paper.all(Job)) < asked.capacity
    return room and days is not None and birth is not None and days[0].year - birth.year <= 18


def _mismatch(case: Case, person: Person, found: Sequence[_Excess]) -> Mismatch:
    worst = max(found, key=lambda e: (e.claim.months - e.months, e.claim.passage.paper.path))
    letter = _explained(case, worst)
    level = Severity.MINOR if all(e.spanned for e in found) else Severity.MAJOR
    titles = {t.record.title for t in worst.job.told} if worst.job else set()
    return Mismatch(
        person=person,
        subject=worst.subject,
        detail=" ".join(dict.fromkeys(map(_sentence, found))) + said_openly(letter),
        evidence=tuple(dict.fromkeys(citation for excess in found for citation in _evidence(excess)))
        + cited_openly(letter),
        severity=weighed(case, level, titles, letter is not None),
    )


def _explained(case: Case, excess: _Excess) -> Passage | None:
    drafted = [p for p in case.draft_papers if p.kind == LETTER]
    return openly([p for p in drafted if p.path != excess.claim.passage.paper.path], ["experience"])


def _sentence(excess: _Excess) -> str:
    claim = excess.claim
    paper = claim.passage.paper
    what = named(excess.job) if excess.job else _trade(excess)
    verb = "lasted" if excess.job else "add up to"
    day = f" as of {paper.as_of.date}" if paper.as_of.date else ""
    return f"{paper.path} claims “{claim.words}”; {what} {verb} {_length(excess.months)}{day}."


def _trade(excess: _Excess) -> str:
    names = list(dict.fromkeys(name for job in excess.jobs if (name := employer(job))))
    some = f" ({', '.join(names[:4])}{' …' if len(names) > 4 else ''})" if names else ""
    return f"the {'job' if len(excess.jobs) == 1 else f'{len(excess.jobs)} jobs'} that all papers tell{some}"


def _length(months: float) -> str:
    years, rest = divmod(int(months + 0.5), 12)
    parts = [f"{n} {word}{'s' if n != 1 else ''}" for n, word in ((years, "year"), (rest, "month")) if n]
    return " and ".join(parts) or "less than a month"


def _evidence(excess: _Excess) -> Iterator[Citation]:
    """Cite the claim, and each job where the fullest paper tells it."""
    claim = excess.claim
    where = claim.passage.citation
    yield Citation(where.evidence, claim.words, where.as_of)
    for job in excess.jobs:
        told = max(job.told, key=lambda t: (_fullness(excess, t), t.paper.path))
        yield told.cite("from", str(told.record.period))


def _fullness(excess: _Excess, told: Told[Job]) -> tuple[bool, int]:
    together = told.paper.application == excess.claim.passage.paper.application
    return together, sum(any(t.paper.path == told.paper.path for t in job.told) for job in excess.jobs)
