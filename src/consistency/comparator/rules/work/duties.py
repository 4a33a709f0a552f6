"""work/duties: duties that fit another job, or that repeat the offer's words."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from consistency.comparator.aligned.alignment import Same
from consistency.comparator.engine import Cause, Mismatch, rule
from consistency.comparator.statements import listed
from consistency.comparator.work.copied import Pair, copied
from consistency.comparator.work.history import jobs, named, subject
from consistency.comparator.work.letters import Letter, letters_of
from consistency.comparator.work.one_group import related
from consistency.model import Case, Citation, Evidence, Job, Line, Offer, Paper, Person, Segment, Severity
from consistency.normalizer import occupations, organisations

OFFERS = frozenset({"lmia", "offer-of-employment", "employment-contract"})
"""Papers that give the duties of the offered job."""

SHOWN = 3
"""So many shared duties are quoted."""

LEAST = 4
"""Duties of one other trade from which they are not those of the title."""

BESIDE = {
    "kitchen": {"cleaning", "selling"},
    "accounts": {"office", "selling", "computing", "law"},
    "health": {"children", "cleaning", "teaching", "office"},
    "farm": {"driving", "making", "building", "vehicles"},
    "driving": {"vehicles", "selling", "making", "building"},
    "making": {"building", "vehicles", "cleaning", "designing"},
    "computing": {"office", "designing", "teaching"},
    "office": {"selling", "teaching", "law", "guarding"},
    "beauty": {"selling", "cleaning"},
    "guarding": {"driving", "cleaning"},
    "children": {"teaching", "cleaning", "kitchen"},
}
"""Trades that go with one another in one job."""


@rule(Severity.MINOR, references=["IRPR s.200(3)(a)"])
def duties(case: Case) -> Iterator[Mismatch]:
    """The duties in an employment letter are those of another job, or repeat the words of the job offer.

    Why: officers compare the duties done before with those of the offered occupation; duties of another trade do not
    count, and the offer's own words in a foreign employer's letter read as written for the application.
    Advice: ask the employer to tell the duties in its own words, as they were; or correct the title; or explain in the
    letter why both are true.

    Reports a letter in the words of the offer:
        draft/employment-letter.pdf as of 2026-02-01: job employer="Blue Lantern" title=electrician from=2018-01 to=present
        draft/employment-letter.pdf as of 2026-02-01: text "• Wire new houses to the Canadian Electrical Code"
        draft/employment-letter.pdf as of 2026-02-01: text "• Connect panels, meters and fixtures"
        draft/employment-letter.pdf as of 2026-02-01: text "• Report safety hazards on the building site"
        draft/offer-of-employment.pdf as of 2026-01-01: offer employer=Maple title=electrician
        draft/offer-of-employment.pdf as of 2026-01-01: text "• Connect panels, meters and fixtures"
        draft/offer-of-employment.pdf as of 2026-01-01: text "• Report safety hazards on the building site"
        draft/offer-of-employment.pdf as of 2026-01-01: text "• Wire new houses to the Canadian Electrical Code"

    Reports duties that the curriculum vitae gives to another job:
        draft/cv.pdf as of 2026-02-01: job employer=Acme title=helper from=2015-01 to=2017-12 duties="Carry tools;Sweep"
        draft/cv.pdf as of 2026-02-01: job employer=Bistro title=wireman from=2018-01 to=present duties="Wire flats and small shops from panel to outlet;Find faults in lighting circuits of houses;Fill in the job sheet for the foreman"
        draft/employment-letter.pdf as of 2018-01-10: job employer=Acme title=helper from=2015-01 to=2017-12
        draft/employment-letter.pdf as of 2018-01-10: text "• Wire flats and small shops from panel to outlet"
        draft/employment-letter.pdf as of 2018-01-10: text "• Find faults in lighting circuits of houses"
        draft/employment-letter.pdf as of 2018-01-10: text "• Fill in the job sheet for the foreman"

    Reports duties of another trade than the title:
        draft/employment-letter.pdf as of 2026-02-01: job employer=Acme title=Cook from=2018-01 to=present duties="Post invoices in the accounts;Calculate payroll and tax;Audit the cashier;Prepare financial statements for the bank"

    Accepts duties in the employer's own words:
        draft/employment-letter.pdf as of 2026-02-01: job employer="Blue Lantern" title=electrician from=2018-01 to=present
        draft/employment-letter.pdf as of 2026-02-01: text "• Fixing short circuits in flats and shops"
        draft/employment-letter.pdf as of 2026-02-01: text "• Mounting distribution boards in new buildings"
        draft/employment-letter.pdf as of 2026-02-01: text "• Laying cable trays along the corridors"
        draft/offer-of-employment.pdf as of 2026-01-01: offer employer=Maple title=electrician
        draft/offer-of-employment.pdf as of 2026-01-01: text "• Connect panels, meters and fixtures"
        draft/offer-of-employment.pdf as of 2026-01-01: text "• Report safety hazards on the building site"
        draft/offer-of-employment.pdf as of 2026-01-01: text "• Wire new houses to the Canadian Electrical Code"

    Accepts the letter of the employer who makes the offer:
        draft/employment-letter.pdf as of 2026-02-01: job employer="Maple Ltd" title=electrician from=2018-01 to=present
        draft/employment-letter.pdf as of 2026-02-01: text "• Wire new houses to the Canadian Electrical Code"
        draft/employment-letter.pdf as of 2026-02-01: text "• Connect panels, meters and fixtures"
        draft/employment-letter.pdf as of 2026-02-01: text "• Report safety hazards on the building site"
        draft/offer-of-employment.pdf as of 2026-01-01: offer employer=Maple title=electrician
        draft/offer-of-employment.pdf as of 2026-01-01: text "• Connect panels, meters and fixtures"
        draft/offer-of-employment.pdf as of 2026-01-01: text "• Report safety hazards on the building site"
        draft/offer-of-employment.pdf as of 2026-01-01: text "• Wire new houses to the Canadian Electrical Code"

    Accepts duties beside those of the title:
        draft/employment-letter.pdf as of 2026-02-01: job employer=Acme title=Cook from=2018-01 to=present duties="Post invoices in the accounts;Calculate payroll and tax;Audit the cashier;Prepare financial statements;Plan the food for banquets"

    Accepts duties of a trade that goes with the title:
        draft/employment-letter.pdf as of 2026-02-01: job employer=Acme title="Kitchen Helper" from=2018-01 to=present duties="Cleaning of floors;Cleaning of walls;Laundry of cloths;Cleaning of windows"

    Accepts a title that tells no trade:
        draft/employment-letter.pdf as of 2026-02-01: job employer=Acme title=Manager from=2018-01 to=present duties="Post invoices in the accounts;Calculate payroll and tax;Audit the cashier;Prepare financial statements for the bank"
    """
    for person in case.people:
        offers = [offer for paper in case.papers if paper.kind in OFFERS for offer in _offer(paper)]
        told = [
            _Row(job, _as_letter(row.paper, row.record))
            for job in jobs(case, person)
            for row in job.told
            if row.paper.kind == "cv" and row.record.duties
        ]
        for letter in letters_of(case, person):
            if case.in_draft(letter.paper):
                yield from _of_offer(case, person, letter, offers)
                yield from _of_another_job(case, person, letter, told)
                yield from _of_another_trade(case, person, letter)


class _Row(NamedTuple):
    """A job and the duties that a curriculum vitae gives to it."""

    job: Same[Job]
    duties: Letter

    def is_of(self, letter: Letter) -> bool:
        """True where a letter is about this job."""
        return any(told.paper.path == letter.paper.path for told in self.job.told)


def _offer(paper: Paper) -> Iterator[Letter]:
    """Give an offer as a letter, to compare what it tells in its own words."""
    offer = next(paper.all(Offer), None)
    if offer is not None:
        yield Letter(paper, Job(evidence=offer.evidence, employer=offer.employer, title=offer.title))


def _of_offer(case: Case, person: Person, letter: Letter, offers: Sequence[Letter]) -> Iterator[Mismatch]:
    """Report duties in the words of the offer of another employer."""
    for offer in offers:
        if _one_employer(letter, offer):
            continue
        found = copied(letter, offer)
        if found.is_copy:
            yield _mismatch(case, person, letter, found.pairs, offer, "the job offer")


def _one_employer(letter: Letter, offer: Letter) -> bool:
    one, other = letter.employer, offer.employer
    return not one or not other or organisations.compare(one, other).agrees or related(one, other)


def _of_another_job(case: Case, person: Person, letter: Letter, told: Sequence[_Row]) -> Iterator[Mismatch]:
    """Report duties that a curriculum vitae gives to another job, and not to this one."""
    if any(copied(letter, row.duties).pairs for row in told if row.is_of(letter)):
        return
    for row in told:
        found = copied(letter, row.duties) if not row.is_of(letter) else None
        if found is not None and found.is_copy:
            yield _mismatch(case, person, letter, found.pairs, row.duties, named(row.job))


def _as_letter(paper: Paper, job: Job) -> Letter:
    """Give the duties of one row as a letter of them alone."""
    lines = tuple(Line((Segment(f"• {duty}"),), page=job.evidence.page) for duty in job.duties)
    document = replace(paper.document, lines=lines)
    return Letter(replace(paper, document=document, sayings=None), job)  # those of the whole are more


def _of_another_trade(case: Case, person: Person, letter: Letter) -> Iterator[Mismatch]:
    """Report duties all of which that tell a trade tell one that does not go with the title."""
    title = letter.job.title or ""
    own = occupations.fields(title)
    trades = [kinds for duty in letter.job.duties if (kinds := occupations.fields(duty))]
    if not own or len(trades) < LEAST or any(kinds & _going_with(own) for kinds in trades):
        return
    common = frozenset.intersection(*trades)
    if not common:
        return
    evidence = Evidence(letter.paper.path, "; ".join(letter.job.duties), page=letter.job.evidence.page)
    yield Mismatch(
        person=person,
        subject=f"duties {_subject(case, person, letter)}",
        detail=f"{letter.paper.path} gives the title “{title}” and the duties {listed(letter.job.duties[:LEAST])}, which "
        "are those of another trade.",
        evidence=(
            Citation(letter.job.cite("title"), title, letter.paper.as_of.date),
            Citation(evidence, "; ".join(letter.job.duties), letter.paper.as_of.date),
        ),
    )


def _going_with(own: frozenset[str]) -> frozenset[str]:
    beside = {other for kind in own for other in BESIDE.get(kind, ())}
    beside |= {kind for kind, others in BESIDE.items() if others & own}
    return own | beside


def _subject(case: Case, person: Person, letter: Letter) -> str:
    own = [job for job in jobs(case, person) if any(t.paper.path == letter.paper.path for t in job.told)]
    return subject(own[0]) if own else organisations.key(letter.employer)


def _mismatch(
    case: Case, person: Person, letter: Letter, pairs: Sequence[Pair], other: Letter, whose: str
) -> Mismatch:
    shared = listed(pair.one.text for pair in pairs[:SHOWN])
    return Mismatch(
        person=person,
        subject=f"duties {_subject(case, person, letter)}",
        detail=f"{letter.paper.path} gives {len(pairs)} duties in the words in which {other.paper.path} gives those of {whose}:"
        f" {shared}.",
        evidence=tuple(c for pair in pairs[:SHOWN] for c in (letter.cite(pair.one), other.cite(pair.other))),
        follows=(Cause("work/cloned-letters"),),
    )
