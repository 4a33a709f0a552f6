"""Planted contradictions: one edit of one paper of a consistent life, and the checks that must find it.

An edit gives None where a life offers no place for it. ``shadows`` are checks that may speak of the same edit too,
because what they compare is truly contradicted by it.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Any, TypeVar

from msgspec.structs import replace

from consistency.model import (
    Address,
    Balance,
    Fact,
    FamilyMember,
    Job,
    Line,
    Offer,
    Paper,
    Record,
    Relationship,
    Residence,
    Segment,
    Study,
    Trip,
)
from consistency.normalizer.dates import PartialDate, Period
from tests.lives.life import Life, life
from tests.lives.telling import papers

Papers = list[Paper]
Change = Callable[[Papers, Life, random.Random], Papers | None]
R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Edit:
    name: str
    rules: frozenset[str]
    shadows: frozenset[str]
    change: Change

    def planted(self, seed: int) -> Papers | None:
        """Tell the life of a seed with this edit, or None where it has no place for it."""
        return self.change(told(seed), life(seed), random.Random(f"{self.name} {seed}"))


@lru_cache(maxsize=4)
def told(seed: int) -> Papers:
    """Tell the life of a seed; edits put other papers in the place of some, and leave these as they are."""
    return papers(life(seed))


EDITS: list[Edit] = []


def edit(*rules: str, shadows: Sequence[str] = ()) -> Callable[[Change], Change]:
    """Register an edit under the name of its function."""

    def register(change: Change) -> Change:
        EDITS.append(Edit(change.__name__, frozenset(rules), frozenset(shadows), change))
        return change

    return register


def of(told: Papers, *kinds: str, draft: bool = True) -> Paper | None:
    """Give the draft's paper of a kind, or the newest past one."""
    fitting = [p for p in told if p.kind in kinds and ("draft" in p.path) is draft]
    return fitting[-1] if fitting else None


def put(told: Papers, paper: Paper, **changes: Any) -> Papers:
    return [replace(p, **changes) if p.path == paper.path else p for p in told]


def state(told: Papers, paper: Paper | None, attribute: str, value: str) -> Papers | None:
    if paper is None or paper.value(attribute) in {None, value}:
        return None
    return put(told, paper, facts=tuple(_stated(f, attribute, value) for f in paper.facts))


def _stated(fact: Fact, attribute: str, value: str) -> Fact:
    if fact.attribute != attribute:
        return fact
    return replace(fact, value=value, evidence=replace(fact.evidence, quote=value))


def instead(told: Papers, paper: Paper, record: Record, other: Record | None) -> Papers:
    """Put another record, or none, in the place of one."""
    kept = [other if r is record else r for r in paper.records]
    return put(told, paper, records=tuple(r for r in kept if r is not None))


def pick(r: random.Random, paper: Paper | None, kind: type[R]) -> R | None:
    found = list(paper.all(kind)) if paper is not None else []
    return r.choice(found) if found else None


def moved(day: PartialDate, days: int) -> PartialDate:
    other = date(day.year, day.month or 6, day.day or 15) + timedelta(days)
    return PartialDate(other.year, other.month, other.day if day.day else None)


# identity ---------------------------------------------------------------------------------------------


@edit("identity/birth-date")
def birth_date(told: Papers, person: Life, r: random.Random) -> Papers | None:
    other = person.born.replace(year=person.born.year + r.choice([-1, 1]))
    return state(told, of(told, "imm1295"), "birth_date", other.isoformat())


@edit("identity/name")
def family_name(told: Papers, person: Life, r: random.Random) -> Papers | None:
    letters = list(person.family.upper())
    if len(letters) < 5:
        return None
    at = r.randrange(1, len(letters) - 1)
    if not letters[at].isalpha():
        return None
    letters[at] = "X" if letters[at] != "X" else "K"
    return state(told, of(told, "imm1295"), "family_name", "".join(letters))


@edit("identity/passport")
def passport_number(told: Papers, person: Life, r: random.Random) -> Papers | None:
    number = person.passport(person.draft.signed).number
    return state(
        told,
        of(told, "imm1295"),
        "passport_number",
        number[:-2] + number[-1] + str((int(number[-2]) + 3) % 10),
    )


@edit("identity/birth-place")
def birth_country(told: Papers, person: Life, r: random.Random) -> Papers | None:
    return state(told, of(told, "imm1295"), "birth_country", r.choice(["DE", "AU", "CL"]))


@edit("identity/citizenship")
def citizenship(told: Papers, person: Life, r: random.Random) -> Papers | None:
    return state(told, of(told, "imm1295"), "citizenship", r.choice(["DE", "AU", "CL"]))


@edit("identity/uci")
def uci(told: Papers, person: Life, r: random.Random) -> Papers | None:
    return state(told, of(told, "imm1295"), "uci", f"{r.randint(1000, 9999)}-{r.randint(1000, 9999)}")


@edit("identity/sex")
def sex(told: Papers, person: Life, r: random.Random) -> Papers | None:
    return state(told, of(told, "imm1295"), "sex", "male" if person.sex == "female" else "female")


# family -----------------------------------------------------------------------------------------------


@edit("family/child")
def child_left_out(told: Papers, person: Life, r: random.Random) -> Papers | None:
    return _relative_left_out(told, person, r, "child")


@edit("family/relative")
def sibling_left_out(told: Papers, person: Life, r: random.Random) -> Papers | None:
    return _relative_left_out(told, person, r, "sibling")


def _relative_left_out(told: Papers, person: Life, r: random.Random, relation: str) -> Papers | None:
    forms = [p for p in told if any(relation in a.relations for a in p.asked)]
    last = of(told, "imm5645", "imm5406", "imm5707")
    members = [m for m in last.all(FamilyMember) if m.relation == relation] if last else []
    known = {m.name for p in forms if p is not last for m in p.all(FamilyMember)}
    members = [m for m in members if m.name in known]
    return instead(told, last, r.choice(members), None) if last and members else None


@edit("family/member-details")
def member_born_otherwise(told: Papers, person: Life, r: random.Random) -> Papers | None:
    form, older = of(told, "imm5645", "imm5406", "imm5707"), [p for p in told if "draft" not in p.path]
    known = {m.name for p in older for m in p.all(FamilyMember)}
    members = [m for m in form.all(FamilyMember) if m.name in known] if form else []
    if form is None or not members:
        return None
    one = r.choice(members)
    assert one.birth_date is not None
    return instead(
        told, form, one, replace(one, birth_date=moved(one.birth_date, r.choice([-400, 400, 760])))
    )


@edit("family/marital-status", shadows=("family/relationship-date",))
def single_again(told: Papers, person: Life, r: random.Random) -> Papers | None:
    form, older = of(told, "imm1295"), of(told, "imm1295", "imm5257", draft=False)
    if form is None or older is None or older.value("marital_status") != "married":
        return None
    changed = state(told, form, "marital_status", "single")
    form = of(changed or [], "imm1295")
    assert changed is not None and form is not None
    facts = tuple(f for f in form.facts if f.attribute != "marriage_date")
    records = tuple(x for x in form.records if not isinstance(x, Relationship))
    return put(changed, form, facts=facts, records=records)


@edit("family/relationship-date", shadows=["family/marital-status"])
def married_otherwise(told: Papers, person: Life, r: random.Random) -> Papers | None:
    form, older = of(told, "imm1295"), of(told, "imm1295", "imm5257", draft=False)
    if person.married is None or form is None or older is None or older.value("marriage_date") is None:
        return None
    other = person.married + timedelta(r.choice([-500, 200, 400]))
    if other > date.fromisoformat(str(older.as_of.date)):
        return None
    changed = state(told, form, "marriage_date", other.isoformat())
    form = of(changed or [], "imm1295")
    tie = pick(r, form, Relationship)
    assert changed is not None and form is not None and tie is not None
    period = Period(PartialDate.of(other.isoformat()), None)
    return instead(changed, form, tie, replace(tie, period=period))


# work -------------------------------------------------------------------------------------------------


def _told_before(told: Papers, job: Job) -> bool:
    return sum(other.employer == job.employer for p in told for other in p.all(Job)) > 1


@edit("work/dates")
def job_began_otherwise(told: Papers, person: Life, r: random.Random) -> Papers | None:
    form = of(told, "imm1295")
    jobs = [j for j in form.all(Job) if j.period and j.period.start and _told_before(told, j)] if form else []
    first = min((w.start.isoformat()[:7] for w in person.works), default="")
    jobs = [j for j in jobs if j.period and str(j.period.start) == first]
    if form is None or not jobs:
        return None
    job = r.choice(jobs)
    assert job.period is not None and job.period.start is not None
    start, window = moved(job.period.start, r.choice([150, 300, 420])), person.draft.signed - timedelta(3652)
    if (
        start.distance(PartialDate(window.year, window.month)) < 62
    ):  # a form may begin with the time it asks about
        return None
    return instead(told, form, job, replace(job, period=replace(job.period, start=start)))


@edit("work/missing")
def job_left_out(told: Papers, person: Life, r: random.Random) -> Papers | None:
    form, edge = of(told, "imm1295"), person.draft.signed - timedelta(9 * 365)
    jobs = list(form.all(Job)) if form else []
    inside = [j for j in jobs if j.period and j.period.end and j.period.end.earliest > edge]
    return instead(told, form, r.choice(inside), None) if form and inside else None


@edit("work/employer", "work/missing", "work/added")
def other_employer(told: Papers, person: Life, r: random.Random) -> Papers | None:
    form = of(told, "imm1295")
    job = pick(r, form, Job)
    if form is None or job is None or not _told_before(told, job):
        return None
    return instead(
        told,
        form,
        job,
        replace(job, employer=r.choice(["Quartz Fence Supply", "Bluebird Laundry", "Orion Glass"])),
    )


@edit("work/title")
def inflated_title(told: Papers, person: Life, r: random.Random) -> Papers | None:
    form = of(told, "imm1295")
    jobs = [j for j in form.all(Job) if _told_before(told, j)] if form else []
    if form is None or not jobs:
        return None
    job = r.choice(jobs)
    return instead(told, form, job, replace(job, title="General Manager"))


@edit("work/location", shadows=("residence/missing",))
def job_in_another_country(told: Papers, person: Life, r: random.Random) -> Papers | None:
    form = of(told, "imm1295")
    jobs = [j for j in form.all(Job) if _told_before(told, j) and j.country == person.country] if form else []
    ended = [j for j in jobs if j.period is not None and not j.period.open]
    if form is None or not ended:
        return None
    return instead(told, form, ended[0], replace(ended[0], country="JO", city="Irbid"))


@edit("work/employer")
def re_told_with_other_dates(told: Papers, person: Life, r: random.Random) -> Papers | None:
    form, older = of(told, "imm1295"), of(told, "imm1295", "imm5257", draft=False)
    if form is None or older is None:
        return None
    known = {j.employer for j in older.all(Job)}
    jobs = [j for j in form.all(Job) if j.employer in known and j.period and j.period.start and j.period.end]
    whole = [j for j in jobs if j.period and j.period.end and j.period.start and _days(j.period) > 900]
    edge = person.draft.signed - timedelta(9 * 365)
    inside = [j for j in whole if j.period and j.period.start and j.period.start.earliest > edge]
    if not inside:
        return None
    job = r.choice(inside)
    assert job.period is not None and job.period.start is not None
    later = replace(job.period, start=moved(job.period.start, r.choice([120, 200, 300])))
    return instead(told, form, job, replace(job, employer="Orion Glass", period=later))


def _days(period: Period) -> int:
    assert period.start is not None and period.end is not None
    return (period.end.earliest - period.start.latest).days


@edit("work/added")
def job_inserted(told: Papers, person: Life, r: random.Random) -> Papers | None:
    form, older = of(told, "imm1295"), of(told, "imm1295", "imm5257", draft=False)
    if (
        form is None
        or older is None
        or sum(1 for _ in older.all(Job)) > 2
        or any(p.kind == "imm5669" for p in told)
    ):
        return None
    day = older.as_of.date.earliest if older.as_of.date else person.draft.signed
    job = next(form.all(Job))
    period = Period(PartialDate(day.year - 3, 2), PartialDate(day.year - 2, 3))
    begun = min(w.start for w in person.works)
    if period.start is None or period.start.earliest < begun or sum(1 for _ in form.all(Job)) > 2:
        return None
    other = replace(job, employer="Quartz Fence Supply", title="Fence Fitter (part-time)", period=period)
    told = put(told, form, records=(*form.records, other))
    cv = of(told, "cv")
    return put(told, cv, records=(*cv.records, other)) if cv and r.random() < 0.7 else told


def letters_of(told: Papers, draft: bool = True) -> Papers:
    return [p for p in told if p.kind == "employment-letter" and ("draft" in p.path) is draft]


def written(paper: Paper, *texts: str) -> Paper:
    """Give a paper with other lines."""
    lines = tuple(Line((Segment(text, place=f"line {n}"),), page=1) for n, text in enumerate(texts))
    return replace(paper, document=replace(paper.document, lines=lines))


def lines_of(paper: Paper) -> list[str]:
    return [line.text for line in paper.document.lines]


@edit("work/cloned-letters")
def letters_of_one_hand(told: Papers, person: Life, r: random.Random) -> Papers | None:
    found = letters_of(told)
    if len(found) < 2:
        return None
    one, other = r.sample(found, 2)
    own, theirs = lines_of(one), lines_of(other)
    if r.random() < 0.5:  # the telephone
        changed = written(one, *own[:-1], theirs[-1])
    else:  # the duties, in another order
        duties = [text for text in theirs if text.startswith("- ")]
        if len(duties) < 4 or sum(len(text.split()) for text in duties) < 30:
            return None
        kept = [text for text in own if not text.startswith("- ")]
        changed = written(one, *kept[:4], *reversed(duties), *kept[4:])
        job = next(one.all(Job))
        changed = replace(changed, records=(replace(job, duties=tuple(d[2:] for d in reversed(duties))),))
    return [changed if p.path == one.path else p for p in told]


@edit("work/experience-total")
def more_years_than_worked(told: Papers, person: Life, r: random.Random) -> Papers | None:
    paper = of(told, "explanation-letter", "cv") if r.random() < 0.5 else of(told, "cv")
    if paper is None:
        return None
    years = (person.draft.signed - person.works[0].start).days // 365 + r.randint(3, 8)
    claim = {
        "cv": [f"{person.works[-1].title} with {years} years of experience"],
        "explanation-letter": [
            f"I have more than {years} years of experience in this trade.",
            f"With {years}+ years of professional experience I can do this work.",
            f"My work experience of {years} years is shown by the letters.",
        ],
    }[paper.kind]
    texts = lines_of(paper)
    return [written(p, *texts[:2], r.choice(claim), *texts[2:]) if p.path == paper.path else p for p in told]


@edit("work/gap", shadows=("work/missing",))
def time_unaccounted_for(told: Papers, person: Life, r: random.Random) -> Papers | None:
    form, edge = of(told, "imm5669"), person.draft.signed - timedelta(9 * 365)
    inner = [w for w in person.works[1:-1] if w.start > edge]
    if form is None or not inner:
        return None
    gone = r.choice(inner)
    kept = [
        p for p in told if not (p.kind == "employment-letter" and next(p.all(Job)).employer == gone.employer)
    ]
    return [
        replace(
            written(p, *(text for text in lines_of(p) if gone.employer not in text)),
            records=tuple(x for x in p.records if not (isinstance(x, Job) and x.employer == gone.employer)),
        )
        for p in kept
    ]


@edit("work/overlap", shadows=("work/letter-incomplete",))
def two_jobs_at_once(told: Papers, person: Life, r: random.Random) -> Papers | None:
    filed = max((s.signed for s in person.submissions[:-1]), default=None)
    works = person.works
    if len(works) < 2 or filed is None or works[-1].start < filed or works[-2].end is None:
        return None
    late = works[-2].end + timedelta(r.choice([90, 200]))
    if late > person.draft.signed - timedelta(60):
        return None
    return [replace(p, records=tuple(_ended(x, works[-2].employer, late) for x in p.records)) for p in told]


def _ended(record: Record, employer: str, day: date) -> Record:
    if not isinstance(record, Job) or record.employer != employer or record.period is None:
        return record
    if record.period.end is None:
        return record
    exact = PartialDate(day.year, day.month, day.day if record.period.end.day else None)
    return replace(record, period=replace(record.period, end=exact))


@edit("work/current", shadows=("work/letter-incomplete",))
def job_that_has_ended(told: Papers, person: Life, r: random.Random) -> Papers | None:
    last = person.works[-1]
    found = [p for p in letters_of(told) if next(p.all(Job)).employer == last.employer]
    day = person.draft.signed - timedelta(r.choice([60, 120]))
    if not found or day < last.start + timedelta(60):
        return None
    job = next(found[0].all(Job))
    assert job.period is not None
    ended = replace(job, period=Period(job.period.start, PartialDate(day.year, day.month, day.day)))
    return instead(told, found[0], job, ended)


@edit("work/pay-or-hours")
def other_pay(told: Papers, person: Life, r: random.Random) -> Papers | None:
    past = {next(p.all(Job)).employer for p in letters_of(told, draft=False)}
    both = [
        p for p in letters_of(told) if next(p.all(Job)).employer in past and not _is_open(next(p.all(Job)))
    ]
    old = {next(p.all(Job)).employer for p in letters_of(told, draft=False) if not _is_open(next(p.all(Job)))}
    both = [p for p in both if next(p.all(Job)).employer in old]
    if not both:
        return None
    job = next(both[0].all(Job))
    assert job.amount is not None
    changed = r.choice([replace(job, amount=job.amount * 1.5), replace(job, hours=24.0)])
    return instead(told, both[0], job, changed)


def _is_open(job: Job) -> bool:
    return job.period is None or job.period.open


@edit("work/letter-incomplete")
def letter_without_pay_or_telephone(told: Papers, person: Life, r: random.Random) -> Papers | None:
    found = letters_of(told)
    if not found:
        return None
    paper = r.choice(found)
    job, texts = next(paper.all(Job)), lines_of(paper)
    if r.random() < 0.5:
        changed = written(paper, *(text for text in texts if "Salary" not in text))
        changed = replace(changed, records=(replace(job, amount=None, currency=None, per=None, hours=None),))
    else:
        changed = written(paper, *(text.split(", tel.")[0] for text in texts))
    return [changed if p.path == paper.path else p for p in told]


@edit("work/self-employment")
def own_business_without_papers(told: Papers, person: Life, r: random.Random) -> Papers | None:
    edge = person.draft.signed - timedelta(9 * 365)
    inner = [w for w in person.works if w.end is not None and w.end > edge]
    if not inner:
        return None
    own = r.choice(inner)
    kept = [
        p for p in told if not (p.kind == "employment-letter" and next(p.all(Job)).employer == own.employer)
    ]
    title = f"Self-employed {own.title}"
    return [
        replace(p, records=tuple(replace(x, title=title) if isinstance(x, Job) and x.employer == own.employer else x
                                 for x in p.records)) for p in kept
    ]  # fmt: skip


@edit("work/duties")
def duties_of_the_offer(told: Papers, person: Life, r: random.Random) -> Papers | None:
    contract, found = of(told, "employment-contract"), letters_of(told)
    if contract is None or not found:
        return None
    duties = ["Wire new houses to the national code", "Connect panels, meters and fixtures in cellars",
              "Report safety hazards to the site office at once", "Keep the stock of cables and lamps"]  # fmt: skip
    paper = r.choice(found)
    kept = [text for text in lines_of(paper) if not text.startswith("- ")]
    changed = written(paper, *kept[:4], *(f"- {duty}" for duty in duties), *kept[4:])
    changed = replace(changed, records=(replace(next(paper.all(Job)), duties=tuple(duties)),))
    r.shuffle(duties)
    offered = written(contract, "Contract of employment", *(f"- {duty}" for duty in duties))
    return [{paper.path: changed, contract.path: offered}.get(p.path, p) for p in told]


# education, residence, travel ----------------------------------------------------------------------------


@edit("education/details")
def studied_otherwise(told: Papers, person: Life, r: random.Random) -> Papers | None:
    form = of(told, "imm1295")
    study = pick(r, form, Study)
    if form is None or study is None or study.period is None or study.period.start is None:
        return None
    period = replace(study.period, start=moved(study.period.start, r.choice([-400, -760, 400])))
    return instead(told, form, study, replace(study, period=period))


@edit("residence/missing")
def residence_left_out(told: Papers, person: Life, r: random.Random) -> Papers | None:
    form = of(told, "imm1295")
    past = (
        [x for x in form.all(Residence) if x.period and x.period.end and _long(x.period, person)]
        if form
        else []
    )
    return instead(told, form, past[0], None) if form and past else None


def _long(period: Period, person: Life) -> bool:
    assert period.start is not None and period.end is not None
    begin = max(period.start.earliest, person.draft.signed - timedelta(5 * 365))
    return (period.end.earliest - begin).days > 250


@edit("travel/missing")
def trip_left_out(told: Papers, person: Life, r: random.Random) -> Papers | None:
    form = of(told, "imm5562")
    trip = pick(r, form, Trip)
    return instead(told, form, trip, None) if form and trip else None


@edit("travel/dates")
def travelled_otherwise(told: Papers, person: Life, r: random.Random) -> Papers | None:
    form = of(told, "imm5562")
    trips = (
        [t for t in form.all(Trip) if sum(o.country == t.country for o in form.all(Trip)) == 1]
        if form
        else []
    )
    if form is None or not trips:
        return None
    trip = r.choice(trips)
    assert trip.period is not None and trip.period.start is not None and trip.period.end is not None
    shift = r.choice([-60, 50])
    period = Period(moved(trip.period.start, shift), moved(trip.period.end, shift))
    return instead(told, form, trip, replace(trip, period=period))


@edit("travel/missing")
def travelled_elsewhere(told: Papers, person: Life, r: random.Random) -> Papers | None:
    form = of(told, "imm5562")
    trip = pick(r, form, Trip)
    if form is None or trip is None:
        return None
    evidence = replace(trip.evidence, quote="Hue, Vietnam")
    return instead(told, form, trip, replace(trip, country="VN", city="Hue", evidence=evidence))


@edit("travel/denied")
def never_travelled(told: Papers, person: Life, r: random.Random) -> Papers | None:
    letter, form = of(told, "explanation-letter"), of(told, "imm5562")
    if letter is None or form is None or not any(form.all(Trip)):
        return None
    words = [
        "I have never travelled abroad.",
        "I do not have any travel history.",
        "Je n'ai jamais quitté mon pays.",
    ]
    return says(told, letter, r.choice(words))


def says(told: Papers, paper: Paper, sentence: str) -> Papers:
    """Let a letter say one sentence more."""
    lines = (*paper.document.lines, Line((Segment(sentence, place="line 99"),), page=1))
    return put(told, paper, document=replace(paper.document, lines=lines))


@edit("travel/overlap")
def in_two_places(told: Papers, person: Life, r: random.Random) -> Papers | None:
    trip = pick(r, of(told, "imm5562"), Trip)
    if trip is None or trip.period is None or trip.period.start is None or trip.period.end is None:
        return None
    middle = (trip.period.end.earliest - trip.period.start.earliest).days // 2
    period = Period(moved(trip.period.start, middle), moved(trip.period.end, 9))
    other = replace(trip, country="BR", city="Natal", period=period)
    if middle < 4 or (trip.period.end.earliest + timedelta(9)) > person.draft.signed - timedelta(9):
        return None
    for kind in ("imm5562", "travel-history"):
        paper = of(told, kind)
        told = put(told, paper, records=(*paper.records, other)) if paper else told
    return told


@edit("travel/work-conflict", shadows=("travel/overlap",))
def months_away_from_work(told: Papers, person: Life, r: random.Random) -> Papers | None:
    trip = pick(r, of(told, "imm5562"), Trip)
    if trip is None or trip.period is None or trip.period.start is None or person.trade == "driver":
        return None
    begin = trip.period.start.earliest
    busy = [
        w for w in person.works if w.start <= begin and (w.end or person.draft.signed) > begin + timedelta(95)
    ]
    if not busy or begin + timedelta(95) > person.draft.signed:
        return None
    for kind in ("imm5562", "travel-history"):
        told = _with_end(told, of(told, kind), begin, moved(trip.period.start, 90))
    return told


def _with_end(told: Papers, paper: Paper | None, begin: date, end: PartialDate) -> Papers:
    """Let a journey that began on a day end later."""
    for trip in paper.all(Trip) if paper else ():
        if paper and trip.period and trip.period.start and trip.period.start.earliest == begin:
            longer = replace(trip, period=replace(trip.period, end=end), purpose="tourism")
            return instead(told, paper, trip, longer)
    return told


@edit("residence/status")
def lived_there_until_another_day(told: Papers, person: Life, r: random.Random) -> Papers | None:
    form, past = of(told, "imm1295"), of(told, "imm1295", draft=False)
    ended = [x for x in form.all(Residence) if x.period and x.period.end] if form else []
    before = [(x.country, x.period) for x in past.all(Residence)] if past else []
    both = [x for x in ended if (x.country, x.period) in before]
    if form is None or not both or both[0].period is None or both[0].period.end is None:
        return None
    period = replace(both[0].period, end=moved(both[0].period.end, -200))
    return instead(told, form, both[0], replace(both[0], period=period))


@edit("residence/gap")
def months_without_address(told: Papers, person: Life, r: random.Random) -> Papers | None:
    form = of(told, "imm5669")
    now = [a for a in form.all(Address) if a.period and a.period.open] if form else []
    if form is None or not now or now[0].period is None or now[0].period.start is None:
        return None
    start = moved(now[0].period.start, 120)
    if start.earliest > person.draft.signed - timedelta(40):
        return None
    return instead(told, form, now[0], replace(now[0], period=Period(start, None, True)))


@edit("residence/address", shadows=("background/details-missing",))
def lives_in_another_city(told: Papers, person: Life, r: random.Random) -> Papers | None:
    form = of(told, "imm1295")
    address = next(form.all(Address), None) if form else None
    if form is None or address is None or of(told, "imm5669") is None:
        return None
    return instead(told, form, address, replace(address, city="Newhaven"))


# answers and offer ------------------------------------------------------------------------------------


def answered(
    told: Papers, paper: Paper | None, question: str, answer: str, details: str | None
) -> Papers | None:
    found = paper.answer(question) if paper else None
    if paper is None or found is None:
        return None
    evidence = replace(found.evidence, quote=answer)
    return instead(told, paper, found, replace(found, answer=answer, details=details, evidence=evidence))


@edit("background/refusal-undeclared", shadows=("background/changed-answer",))
def refusal_denied(told: Papers, person: Life, r: random.Random) -> Papers | None:
    return answered(told, of(told, "imm1295"), "ever-refused", "no", None)


@edit("background/refusal-incomplete")
def refusal_left_out(told: Papers, person: Life, r: random.Random) -> Papers | None:
    form = of(told, "imm1295")
    answer = form.answer("ever-refused") if form else None
    parts = (answer.details or "").split("; ") if answer else []
    if len(parts) < 2:
        return None
    return answered(told, form, "ever-refused", "yes", "; ".join(parts[1:]))


@edit("background/prior-application", shadows=("background/changed-answer",))
def application_denied(told: Papers, person: Life, r: random.Random) -> Papers | None:
    return answered(told, of(told, "imm1295"), "applied-before", "no", None)


@edit("background/changed-answer")
def yes_became_no(told: Papers, person: Life, r: random.Random) -> Papers | None:
    question = r.choice(["medical", "violent-group", "ill-treatment"])
    return answered(
        told, of(told, "imm1295", "imm5257", draft=False), question, "yes", "told on an extra page"
    )


@edit("background/military")
def soldier(told: Papers, person: Life, r: random.Random) -> Papers | None:
    paper = of(told, "cv")
    job = (
        replace(next(iter(paper.all(Job))), employer="Army of the Republic", title="Corporal")
        if paper
        else None
    )
    if paper is None or job is None:
        return None
    first = min(w.start for w in person.works)
    period = Period(PartialDate(first.year - 12, 1), PartialDate(first.year - 11, 1))
    return put(told, paper, records=(*paper.records, replace(job, period=period, duties=())))


@edit("offer/number")
def other_lmia_number(told: Papers, person: Life, r: random.Random) -> Papers | None:
    return _offer(told, "imm1295", number=str(8100000 + r.randint(1, 90000)))


@edit("offer/wage")
def other_wage(told: Papers, person: Life, r: random.Random) -> Papers | None:
    return _offer(told, "employment-contract", amount=r.choice([14.5, 31.0]))


@edit("offer/employer")
def other_canadian_employer(told: Papers, person: Life, r: random.Random) -> Papers | None:
    return _offer(told, "employment-contract", employer="Cabot Tower Hotels Inc.")


@edit("offer/title")
def other_offered_title(told: Papers, person: Life, r: random.Random) -> Papers | None:
    return _offer(told, "employment-contract", title="Warehouse Clerk")


@edit("offer/location")
def other_place_of_work(told: Papers, person: Life, r: random.Random) -> Papers | None:
    return _offer(told, "employment-contract", city="Moncton")


@edit("offer/expired", shadows=("reapplication/document-stale",))
def lmia_expired(told: Papers, person: Life, r: random.Random) -> Papers | None:
    past = person.draft.signed - timedelta(r.choice([3, 20, 45]))
    return state(told, of(told, "lmia"), "deadline", past.isoformat())


def _offer(told: Papers, kind: str, **changes: Any) -> Papers | None:
    paper = of(told, kind)
    offer = next(paper.all(Offer), None) if paper else None
    if paper is None or offer is None:
        return None
    return instead(told, paper, offer, replace(offer, **changes))


@edit("funds/holder", shadows=("identity/wrong-person",))
def other_account_holder(told: Papers, person: Life, r: random.Random) -> Papers | None:
    paper = of(told, "bank-statement")
    if paper is None:
        return None
    other = "Zenobia Quartermain"
    changed = put(told, paper, records=tuple(replace(x, name=other) for x in paper.all(Balance)))
    return state(changed, of(changed, "bank-statement"), "full_name", other)


# service, record and inadmissibility --------------------------------------------------------------------


def said(told: Papers, paper: Paper | None, *sentences: str) -> Papers | None:
    """Write further sentences into a paper."""
    if paper is None:
        return None
    lines = tuple(Line((Segment(text, place="added"),), page=1) for text in sentences)
    document = replace(paper.document, lines=(*paper.document.lines, *lines))
    return put(told, paper, document=document)


@edit("background/military")
def service_in_the_letter(told: Papers, person: Life, r: random.Random) -> Papers | None:
    year = person.born.year + 19
    return said(
        told,
        of(told, "explanation-letter"),
        f"From {year} to {year + 1} I did my military service as a driver.",
    )


@edit("background/criminal")
def charged_once(told: Papers, person: Life, r: random.Random) -> Papers | None:
    year = person.draft.signed.year - r.randint(4, 8)
    sentence = f"In {year} I was charged with shoplifting; the court dismissed the charge."
    return said(told, of(told, "explanation-letter"), sentence)


@edit("background/overstay", shadows=("travel/denied",))
def overstayed(told: Papers, person: Life, r: random.Random) -> Papers | None:
    return said(
        told, of(told, "explanation-letter"), "In 2019 I overstayed my visitor status in Canada by two weeks."
    )


@edit("status/inadmissible", shadows=("reapplication/reason-unanswered",))
def found_inadmissible(told: Papers, person: Life, r: random.Random) -> Papers | None:
    letter = of(told, "refusal-letter", draft=False)
    return said(
        told, letter, "You were found inadmissible under paragraph 40(1)(a) of the Act for misrepresentation."
    )


@edit("background/details-missing")
def details_lost(told: Papers, person: Life, r: random.Random) -> Papers | None:
    form = of(told, "imm1295")
    changed = (
        answered(told, form, "ever-refused", "yes", None) if form and form.document.method == "xfa" else None
    )
    other = of(told, "imm5669")
    return (
        None
        if changed is None or (other and (found := other.answer("ever-refused")) and found.details)
        else changed
    )


@edit("status/wrong-form", shadows=("residence/address", "residence/status"))
def lives_in_canada(told: Papers, person: Life, r: random.Random) -> Papers | None:
    form = of(told, "imm1295")
    now = next((x for x in form.all(Residence) if x.period is None or x.period.open), None) if form else None
    if form is None or now is None:
        return None
    begun = person.draft.signed - timedelta(200)
    period = Period(PartialDate.of(begun.isoformat()), PartialDate(begun.year + 2))
    return instead(told, form, now, replace(now, country="CA", status="worker", period=period))
