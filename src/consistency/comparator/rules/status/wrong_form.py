"""status/wrong-form: the in-Canada form used from abroad, or the form for outside used by a worker in Canada."""

from collections.abc import Iterator, Sequence

from consistency.comparator.engine import Mismatch, rule
from consistency.comparator.status.stay import CANADA, INSIDE, OUTSIDE
from consistency.model import Address, Case, Citation, Job, Paper, Person, Record, Residence, Severity
from consistency.normalizer import places

HOLDERS = frozenset({"worker", "student"})


@rule(Severity.MAJOR, references=["IRPR s.10(1)", "IRPR s.201"])
def wrong_form(case: Case) -> Iterator[Mismatch]:
    """The in-Canada form is used from abroad, or the form for outside Canada by somebody who is a worker there.

    Why: the form decides which office takes the application; on the wrong one it is returned or refused, and an
    extension that was thought to be filed in time was not.
    Advice: use the form of the place from which the application is made; or correct the address or status on it; or
    say openly in the explanation letter why this form is the right one.

    Reports the in-Canada form with a residence abroad:
        draft/imm5710.pdf as of 2026-10-27: residence country=PH status=citizen
        draft/imm5710.pdf as of 2026-10-27: address city="Cebu City" country=PH

    Reports the in-Canada form with nothing but an address abroad:
        draft/imm5710.pdf as of 2026-10-27: address city="Cebu City" country=PH

    Reports as a question the in-Canada form of somebody who works abroad:
        draft/imm5710.pdf as of 2026-10-27: job employer=Harbour title=clerk country=PH from=2022-01 to=present

    Reports the form for outside with a worker's status in Canada:
        draft/imm1295.pdf as of 2026-10-27: residence country=CA status=worker from=2024-06-12 to=2027-03-31

    Accepts the in-Canada form with a status and address in Canada:
        draft/imm5710.pdf as of 2026-10-27: residence country=CA status=worker from=2024-06-12 to=2027-03-31
        draft/imm5710.pdf as of 2026-10-27: address city=Brampton country=CA
        draft/imm5710.pdf as of 2026-10-27: job employer=Harbour title=clerk country=PH from=2016-01 to=2019-08

    Accepts a mailing address abroad beside a residence in Canada:
        draft/imm5710.pdf as of 2026-10-27: residence country=CA status=worker from=2024-06-12 to=2027-03-31
        draft/imm5710.pdf as of 2026-10-27: address city="Cebu City" country=PH

    Accepts a previous residence abroad:
        draft/imm5710.pdf as of 2026-10-27: residence country=CA status=worker from=2024-06-12 to=2027-03-31
        draft/imm5710.pdf as of 2026-10-27: residence country=PH status=worker from=2018-06-12 to=2023-03-31

    Accepts the form for outside from abroad:
        draft/imm1295.pdf as of 2026-10-27: residence country=PH status=citizen
        draft/imm1295.pdf as of 2026-10-27: residence country=CA status=student from=2019-06-12 to=2021-03-31

    Accepts the form for outside of a visitor in Canada, who may apply for a first permit there:
        draft/imm1295.pdf as of 2026-10-27: residence country=CA status=visitor from=2026-08-12 to=2027-02-11

    Accepts the form for outside of a worker whose status has ended:
        draft/imm1295.pdf as of 2026-10-27: residence country=CA status=worker from=2024-06-12 to=2026-03-31

    Accepts the form for a visa, which a worker in Canada may need to come back:
        draft/imm5257.pdf as of 2026-10-27: residence country=CA status=worker from=2024-06-12 to=2027-03-31

    Accepts the forms of the past:
        2024/imm5710.pdf as of 2024-10-27: residence country=PH status=citizen
        2024/refusal-letter.pdf as of 2024-12-13: refusal country=CA number=W334081832 from=2024-12-13
        draft/imm1295.pdf as of 2026-10-27: residence country=PH status=citizen
    """
    for person in case.people:
        for paper in case.of(person):
            if case.in_draft(paper) and paper.kind in INSIDE:
                yield from _from_abroad(person, paper)
            elif case.in_draft(paper) and paper.kind in OUTSIDE:
                yield from _from_canada(person, paper)


def _from_abroad(person: Person, paper: Paper) -> Iterator[Mismatch]:
    """Report an in-Canada form that places the applicant abroad: by residence, else by address, else by work."""
    told, ask = _place(paper)
    if not told or any(record.country == CANADA for record in told):
        return
    country = places.name_of(told[0].country or "")
    yield Mismatch(
        person=person,
        subject="form for inside Canada",
        detail=f"{paper.path} is the form for applicants in Canada, but places the applicant in {country} "
        f"(“{told[0].evidence.quote or country}”)."
        + (" Is the applicant in Canada when it is filed?" if ask else ""),
        evidence=(
            *(Citation(r.cite("country"), r.country, paper.as_of.date) for r in told),
            Citation(_head(paper).evidence, paper.kind, paper.as_of.date),
        ),
        ask=ask,
    )


def _place(paper: Paper) -> tuple[Sequence[Record], bool]:
    """Give the records that say best where the applicant is, and whether that is a guess from the work."""
    residence = _current(paper)
    addresses = [a for a in paper.all(Address) if a.country and a.period is None]
    if residence or addresses:
        return ([residence] if residence else addresses), False
    return [j for j in paper.all(Job) if j.country and j.goes_on], True


def _from_canada(person: Person, paper: Paper) -> Iterator[Mismatch]:
    residence = _current(paper)
    if residence is None or residence.country != CANADA or residence.status not in HOLDERS:
        return
    day, period = paper.as_of.date, residence.period
    if day is None or period is None or period.end is None or period.end.before(day):
        return
    yield Mismatch(
        person=person,
        subject="form for outside Canada",
        detail=f"{paper.path} is the form for applicants outside Canada, but tells the status of a {residence.status} in "
        f"Canada until {period.end}. Whoever extends or changes a permit in Canada uses the form for inside. From where "
        "is the application made?",
        evidence=(
            Citation(residence.cite("country"), residence.country, day),
            Citation(residence.cite("status"), residence.status, day),
            Citation(_head(paper).evidence, paper.kind, day),
        ),
        ask=True,
    )


def _current(paper: Paper) -> Residence | None:
    """Give the present residence: the first row, unless it ended before the form was signed and another goes on."""
    rows = list(paper.all(Residence))
    day = paper.as_of.date
    going_on = [
        r
        for r in rows
        if r.period is None or r.period.end is None or day is None or not r.period.end.before(day)
    ]
    return next(iter(going_on), None)


def _head(paper: Paper) -> Citation:
    fact = paper.fact("document_date") or paper.fact("family_name")
    return Citation(fact.evidence if fact else paper.absent(), paper.kind, paper.as_of.date)
