"""status/document-number: the number of the permit, or the client number, on a form is not the permit's."""

from collections.abc import Iterator, Sequence

from consistency.comparator.engine import Cause, Mismatch, rule
from consistency.comparator.status.permits import Held, held
from consistency.model import Case, Citation, Evidence, Paper, Permit, Person, Severity
from consistency.normalizer import identifiers
from consistency.normalizer.text import fold


@rule(Severity.MINOR, references=["IRPA s.16(1)"])
def document_number(case: Case) -> Iterator[Mismatch]:
    """The permit number or client number on a form is not the one on the permit.

    Why: the number links the form to the permit in IRCC's system; with a wrong one the application is searched for
    by hand, and an extension may not be seen to be one.
    Advice: copy the number of the latest permit, visitor record or study permit to the sign; or enclose the newer
    permit that the form means.

    Reports a number that is mistyped:
        draft/permit.pdf as of 2024-06-12: permit number=U334086166 status="Work Permit" from=2024-06-12 to=2027-03-31
        draft/imm5710.pdf as of 2026-10-27: permit number=U330486166

    Reports another number while the permit runs:
        draft/permit.pdf as of 2024-06-12: permit number=U334086166 status="Work Permit" from=2024-06-12 to=2027-03-31
        draft/imm5710.pdf as of 2026-10-27: permit number=W100200300

    Reports an older permit's number:
        draft/permit.pdf as of 2021-06-20: permit number=U334081832 status="Work Permit" from=2021-06-20 to=2024-06-20
        draft/permit_2.pdf as of 2024-06-12: permit number=U334086166 status="Work Permit" from=2024-06-12 to=2027-03-31
        draft/imm5710.pdf as of 2026-10-27: permit number=U334081832

    Reports another client number:
        draft/permit.pdf as of 2024-06-12: permit number=U334086166 status="Work Permit" from=2024-06-12 to=2027-03-31
        draft/permit.pdf as of 2024-06-12: uci=5164-1478 birth_date=1991-12-14 family_name=RAHIMI
        draft/imm5710.pdf as of 2026-10-27: uci=5164-1487 birth_date=1991-12-14 family_name=RAHIMI

    Accepts the number, with or without a space:
        draft/permit.pdf as of 2024-06-12: permit number="U 334086166" status="Work Permit" from=2024-06-12 to=2027-03-31
        draft/imm5710.pdf as of 2026-10-27: permit number=u334086166

    Accepts the number of the permit that was the latest when the form was signed:
        draft/permit.pdf as of 2021-06-20: permit number=U334081832 status="Work Permit" from=2021-06-20 to=2024-06-20
        draft/permit_2.pdf as of 2024-06-12: permit number=U334086166 status="Work Permit" from=2024-06-12 to=2027-03-31
        2024/imm5710.pdf as of 2024-04-27: permit number=U334081832

    Accepts a newer permit that is not in the folder:
        draft/permit.pdf as of 2019-08-20: permit number=S334080645 status="Study Permit" from=2019-08-20 to=2021-08-31
        draft/imm5710.pdf as of 2026-10-27: permit number=U100200300

    Accepts a number misread from a picture:
        draft/permit.png as of 2024-06-12: permit number=U33408G166 status="Work Permit" from=2024-06-12 to=2027-03-31
        draft/imm5710.pdf as of 2026-10-27: permit number=U334086166

    Accepts a form that tells no number:
        draft/permit.pdf as of 2024-06-12: permit number=U334086166 status="Work Permit" from=2024-06-12 to=2027-03-31
        draft/imm5710.pdf as of 2026-10-27: permit status=extension

    Accepts either of two permits issued on one day:
        draft/permit.pdf as of 2024-06-12: permit number=U334086166 status="Work Permit" from=2024-06-12 to=2027-03-31
        draft/permit_2.pdf as of 2024-06-12: permit number=S334086999 status="Study Permit" from=2024-06-12 to=2027-03-31
        draft/imm5710.pdf as of 2026-10-27: permit number=S334086999

    Accepts a client number in ten digits, and a temporary one:
        draft/permit.pdf as of 2024-06-12: permit number=U334086166 status="Work Permit" from=2024-06-12 to=2027-03-31
        draft/permit.pdf as of 2024-06-12: uci=0051641478 birth_date=1991-12-14 family_name=RAHIMI
        draft/imm5710.pdf as of 2026-10-27: uci=5164-1478 birth_date=1991-12-14 family_name=RAHIMI
        draft/imm1295.pdf as of 2026-10-27: uci=CAN000123456789 birth_date=1991-12-14 family_name=RAHIMI
    """
    for person in case.people:
        permits = [one for one in held(case, person) if one.permit.number]
        for paper in case.of(person):
            for told in paper.all(Permit) if paper.is_form else ():
                if told.number:
                    yield from _number(person, paper, told.number, told.cite("number"), permits)
            yield from _client(person, paper, permits)


def _number(
    person: Person, paper: Paper, number: str, place: Evidence, permits: Sequence[Held]
) -> Iterator[Mismatch]:
    """Hold the number on a form against the permits issued by the day of the form."""
    day = paper.as_of.date
    if day is None:
        return
    issued = [p for p in permits if p.span[0] <= day.latest and p.kind != "visa"]
    last = [p for p in issued if p.span[0] == issued[-1].span[0]]
    if not last or any(one.bears(number) for one in last):
        return
    older = [p for p in issued if p.bears(number)][:1]
    meant = [p for p in last if p.bears(number, nearly=True)]
    permit, known = (meant or last)[0], bool(older or meant)
    if known or any(p.span[1] >= day.earliest for p in last):
        shown = (citation for one in (permit, *older) for citation in one.cite("number"))
        yield _mismatch(person, paper, number, permit, (Citation(place, number, day), *shown), known)


def _mismatch(
    person: Person, paper: Paper, number: str, permit: Held, cited: tuple[Citation, ...], known: bool
) -> Mismatch:
    asked = "" if known else " If a newer one was issued, enclose it."
    return Mismatch(
        person=person,
        subject=f"permit {fold(number).replace(' ', '')}",
        detail=f"{paper.path} gives {number} as the latest permit; the latest in the folder is {permit.title} of "
        f"{permit.span[0]}.{asked}",
        evidence=cited,
        ask=not known,
    )


def _client(person: Person, paper: Paper, permits: Sequence[Held]) -> Iterator[Mismatch]:
    """Report another client number on a form than on a permit; two numbers of one person are told by their own check."""
    fact = paper.fact("uci") if paper.is_form else None
    for copy in (c for one in permits for c in one.copies) if fact is not None else ():
        other = copy.paper.fact("uci")
        if other is not None and fact is not None and identifiers.same_uci(fact.value, other.value) is False:
            yield Mismatch(
                person=person,
                subject="client number",
                detail=f"{paper.path} gives the client number {fact.value}; {copy.paper.path} has {other.value}.",
                evidence=(
                    Citation(fact.evidence, fact.value, paper.as_of.date),
                    Citation(other.evidence, other.value, copy.paper.as_of.date),
                ),
                follows=(Cause("identity/uci"),),
            )
