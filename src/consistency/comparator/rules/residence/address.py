"""residence/address: the present address told in two ways, or on the wrong side of the border for the form."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from consistency.case.people import APPLICATION_FORMS
from consistency.comparator.engine import Cause, Mismatch, rule
from consistency.comparator.statements import named
from consistency.comparator.whereabouts.addresses import (
    Home,
    days_of,
    history_of,
    homes_of,
    one_home,
    proven,
    told_home,
)
from consistency.comparator.whereabouts.arrivals import CANADA
from consistency.comparator.whereabouts.presence import current_residence
from consistency.model import Address, Case, Citation, Paper, Person, Severity
from consistency.normalizer import names, places

OUTSIDE = frozenset({"imm1295", "imm1294", "imm5257"})
"""Forms for those who apply from outside Canada."""

INSIDE = frozenset({"imm5710", "imm5709", "imm5708"})
"""Forms for those who apply from inside Canada."""

MOVED = "The address has changed since the last application"


@rule(Severity.MINOR, references=["IRPA s.16(1)", "IRPR s.10(2)(a)"])
def address(case: Case) -> Iterator[Mismatch]:
    """The present address differs within one application, or lies on the other side of the border than the form is for.

    Why: letters go to the address of the form, and where the applicant lives decides which form is the right one.
    Advice: write the same address on every form of the draft; or say in the explanation letter which one is for the
    mail and which one is the home; or use the form that is for applicants where the applicant lives.

    Reports two cities:
        draft/imm1295.pdf as of 2026-03-01: address street="8 Hill Road" city=Lviv country=UA
        draft/imm5669.pdf as of 2026-03-01: address street="8 Hill Road" city=Kyiv country=UA from=2014-02 to=present

    Reports two streets:
        draft/imm1295.pdf as of 2026-03-01: address street="8 Hill Road" city=Lviv country=UA
        draft/imm5669.pdf as of 2026-03-01: address street="92 Lake View" city=Lviv country=UA from=2014-02 to=present

    Reports two countries:
        draft/imm1295.pdf as of 2026-03-01: address street="8 Hill Road" city=Lviv country=UA
        draft/imm5669.pdf as of 2026-03-01: address street="92 Lake View" city=Warsaw country=PL from=2014-02 to=present

    Reports a form for outside Canada with a home in Canada:
        draft/imm1295.pdf as of 2026-03-01: address street="8 Hill Road" city=Calgary country=CA

    Reports a form for inside Canada with a home abroad:
        draft/imm5710.pdf as of 2026-03-01: address street="8 Hill Road" city=Manila country=PH

    Reports a letter that tells another country:
        draft/imm1295.pdf as of 2026-03-01: address street="8 Hill Road" city=Lviv country=UA
        draft/explanation-letter.pdf as of 2026-03-01: text "I currently live in Warsaw, Poland, with my family."

    Reports as a note a move since the last application:
        2024/imm1295.pdf as of 2024-03-01: address street="8 Hill Road" city=Lviv country=UA
        draft/imm1295.pdf as of 2026-03-01: address street="92 Lake View" city=Lviv country=UA

    Accepts other ways to write a street:
        draft/imm1295.pdf as of 2026-03-01: address street="12 8 Hill Rd" city=LVIV country=UA
        draft/imm5669.pdf as of 2026-03-01: address street="8 Hill Road, Apt. 12" city=Lviv country=UA from=2014-02 to=present

    Reports a bill for another home than the form tells:
        draft/imm1295.pdf as of 2026-03-01: address street="8 Hill Road" city=Lviv country=UA
        draft/address-proof.pdf as of 2026-02-10: address street="92 Lake View" city=Kyiv country=UA

    Accepts a bill or a lease of somebody else:
        draft/imm1295.pdf as of 2026-03-01: family_name=BONDAR given_names=OLEH birth_date=1990-05-04
        draft/imm1295.pdf as of 2026-03-01: address street="8 Hill Road" city=Lviv country=UA
        draft/address-proof.pdf as of 2026-02-10: full_name="Ivo Silva"
        draft/address-proof.pdf as of 2026-02-10: address street="92 Lake View" city=Kyiv country=UA

    Accepts an old bill, and a lease that has ended:
        draft/imm1295.pdf as of 2026-03-01: address street="8 Hill Road" city=Lviv country=UA
        draft/address-proof.pdf as of 2025-02-10: address street="92 Lake View" city=Kyiv country=UA
        draft/address-proof_2.pdf as of 2023-12-10: address street="4 Mill Lane" city=Kyiv country=UA from=2024-01-01 to=2025-12-31

    Accepts a mailing address beside the home:
        draft/imm1295.pdf as of 2026-03-01: address street="P.O. Box 115" city=Kyiv country=UA
        draft/imm5669.pdf as of 2026-03-01: address street="8 Hill Road" city=Lviv country=UA from=2014-02 to=present

    Accepts the mail in care of a representative in Canada:
        draft/imm1295.pdf as of 2026-03-01: address street="c/o Maple Law, 8 Hill Road" city=Calgary country=CA

    Accepts a mailing address in Canada beside a home abroad:
        draft/imm1295.pdf as of 2026-03-01: residence country=UA status=citizen
        draft/imm1295.pdf as of 2026-03-01: address street="8 Hill Road" city=Calgary country=CA
        draft/imm1295.pdf as of 2026-03-01: address street="9 Lake View" city=Lviv country=UA

    Accepts two homes that the history tells:
        draft/imm1295.pdf as of 2026-03-01: address street="8 Hill Road" city=Lviv country=UA
        draft/imm5669.pdf as of 2026-03-01: address street="92 Lake View" city=Kyiv country=UA from=2014-02 to=present
        draft/imm5669.pdf as of 2026-03-01: address street="8 Hill Road" city=Lviv country=UA from=2020-02 to=present

    Accepts a move between the days on which two forms were signed:
        draft/imm1295.pdf as of 2026-01-10: address street="8 Hill Road" city=Lviv country=UA
        draft/imm5669.pdf as of 2026-03-01: address street="8 Hill Road" city=Lviv country=UA from=2014-02 to=2026-02
        draft/imm5669.pdf as of 2026-03-01: address street="92 Lake View" city=Kyiv country=UA from=2026-02 to=present

    Accepts where relatives live, and where the applicant once lived:
        draft/imm1295.pdf as of 2026-03-01: address street="8 Hill Road" city=Lviv country=UA
        draft/explanation-letter.pdf as of 2026-03-01: text "My parents live in Poland. I lived in Germany until 2019."

    Accepts the address of another person of the family:
        draft/imm1295.pdf as of 2026-03-01: birth_date=1990-01-01 family_name=KOVAL given_names=Ivan
        draft/imm1295.pdf as of 2026-03-01: address street="8 Hill Road" city=Lviv country=UA
        spouse/imm5257.pdf as of 2026-03-01: birth_date=1992-02-02 family_name=BOIKO given_names=Olha
        spouse/imm5257.pdf as of 2026-03-01: address street="92 Lake View" city=Kyiv country=UA
    """
    for person in case.people:
        papers = [paper for paper in case.of(person) if paper.application is not None]
        for application in dict.fromkeys(paper.application for paper in papers):
            beside = [paper for paper in papers if paper.application == application]
            yield from _two_homes(person, beside)
            yield from _by_letter(person, beside)
            yield from _by_proof(person, beside)
        for paper in papers:
            yield from _wrong_side(person, paper)
        yield from _moved(case, person, papers)


def _two_homes(person: Person, papers: Sequence[Paper]) -> Iterator[Mismatch]:
    """Compare the homes that two forms of one application tell."""
    forms = [paper for paper in papers if homes_of(paper)]
    for one, other in combinations(forms, 2):
        pairs = [(first, second) for first in _then(one, other) for second in _then(other, one)]
        if not pairs or any(a.postal or b.postal or one_home(a.record, b.record) for a, b in pairs):
            continue
        first, second = pairs[0]
        yield Mismatch(
            person=person,
            subject=f"address {min(first.value, second.value)}",
            detail=f"The present address differs: {first.value} in {one.path}; {second.value} in {other.path}.",
            evidence=(first.cite(), second.cite()),
            severity=Severity.MAJOR if _abroad(first.record, second.record) else Severity.MINOR,
        )


def _by_proof(person: Person, papers: Sequence[Paper]) -> Iterator[Mismatch]:
    """Ask about a lease or a bill for a home that no form of the application tells."""
    forms = [paper for paper in papers if homes_of(paper)]
    for paper in papers if forms else ():
        whose = paper.value("full_name")
        if whose and not names.compare(names.parse_full(whose), names.parse_full(person.name)).agrees:
            continue
        pairs = [(home, shown) for form in forms for home in homes_of(form) if (shown := proven(paper, form))]
        if not pairs or any(home.postal or one_home(home.record, shown.record) for home, shown in pairs):
            continue
        home, shown = pairs[0]
        yield Mismatch(
            person=person,
            subject=f"address {min(home.value, shown.value)}",
            detail=f"{home.told.paper.path} tells the present address {home.value}; {paper.path} is for a home at "
            f"{shown.value}. Does the applicant live there?",
            evidence=(home.cite(), shown.cite()),
            severity=Severity.MAJOR if _abroad(home.record, shown.record) else Severity.MINOR,
            ask=True,
        )


def _then(paper: Paper, other: Paper) -> list[Home]:
    """Give the homes of a form on the day on which another one was signed."""
    day = other.as_of.date
    rows = [row for row in history_of(paper) if (days := days_of(row)) and day and days[0] <= day.latest]
    held = [row for row in rows if day and (days := days_of(row)) and days[1] >= day.earliest]
    return [Home(row) for row in held] or homes_of(paper)


def _abroad(one: Address, other: Address) -> bool:
    return bool(one.country and other.country and one.country != other.country)


def _by_letter(person: Person, papers: Sequence[Paper]) -> Iterator[Mismatch]:
    """Compare the country in which a letter says that the applicant lives with that of the forms."""
    homes = [home for paper in papers for home in homes_of(paper) if home.record.country and not home.postal]
    for paper in papers:
        for passage, country in told_home(paper):
            if homes and all(home.record.country != country for home in homes):
                cited = passage.citation
                yield Mismatch(
                    person=person,
                    subject=f"address {country}",
                    detail=f"{paper.path} says: “{passage.text}” The address in {named(h.told.paper for h in homes)} "
                    f"is {homes[0].value}.",
                    evidence=(
                        Citation(cited.evidence, places.name_of(country), cited.as_of),
                        *(home.cite() for home in homes),
                    ),
                    severity=Severity.MAJOR,
                )


def _wrong_side(person: Person, paper: Paper) -> Iterator[Mismatch]:
    """Report a form for outside Canada with a home in Canada, and the reverse."""
    homes = [home for home in homes_of(paper) if home.record.country and not home.postal]
    inside = paper.kind in INSIDE
    if (paper.kind not in OUTSIDE and not inside) or not homes:
        return
    home, lives = homes[-1], current_residence(paper)
    if (home.record.country == CANADA) == inside:
        return
    apart = lives is not None and lives.record.country not in {None, home.record.country}
    if apart and (_has_other(paper, home) or paper.document.method in {"text", "ocr"}):
        return
    side = "inside" if inside else "outside"
    yield Mismatch(
        person=person,
        subject=f"address {side} Canada {paper.kind} {paper.as_of.date}",
        detail=f"{paper.path} is for applicants {side} Canada, and tells the address {home.value}.",
        evidence=(home.cite(), *([lives.cite("country", lives.record.country)] if lives else [])),
        severity=Severity.MAJOR,
        follows=(Cause("status/wrong-form"),),
    )


def _has_other(paper: Paper, home: Home) -> bool:
    """True where the form tells another address in another country: then this one may be for the mail."""
    return any(record.country not in {None, home.record.country} for record in paper.all(Address))


def _moved(case: Case, person: Person, papers: Sequence[Paper]) -> Iterator[Mismatch]:
    """Note that the draft tells another address than the last application did."""
    forms = [p for p in papers if p.kind in APPLICATION_FORMS and homes_of(p) and p.as_of.date is not None]
    drafted = [p for p in forms if case.in_draft(p)]
    past = [p for p in forms if not case.in_draft(p)]
    if not drafted or not past:
        return
    now, before = homes_of(drafted[-1])[-1], homes_of(past[-1])[-1]
    if now.postal or before.postal or one_home(now.record, before.record):
        return
    yield Mismatch(
        person=person,
        subject="address since the last application",
        detail=f"{before.told.paper.path} tells the address {before.value}; {now.told.paper.path} tells {now.value}. "
        "That is no contradiction; the address history should tell the move.",
        evidence=(before.cite(), now.cite()),
        severity=Severity.INFO,
        title=MOVED,
    )
