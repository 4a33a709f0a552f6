"""identity/birth-date: one person, two birth dates."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from consistency.comparator.engine import Mismatch, rule
from consistency.comparator.openly import cited_openly, lowered, said_openly
from consistency.comparator.statements import (
    Statement,
    by_value,
    citations,
    corrected,
    only_officers,
    parted,
    said,
    stated,
)
from consistency.model import Case, Person, Severity
from consistency.normalizer.dates import PartialDate, calendar_hint

TOPIC = (
    "date of birth",
    "birth date",
    "birthdate",
    "birthday",
    "born",
    "date de naissance",
    "ne le",
    "nee le",
)


@rule(Severity.CRITICAL, references=["IRPA s.16(1)", "IRPA s.40(1)(a)", "IRPR s.10(2)(a)"])
def birth_date(case: Case) -> Iterator[Mismatch]:
    """The birth date differs.

    Why: the birth date is half of the identity that officers search by; another one is kept on the file as an
    alias for good, and security checks begin again.
    Advice: correct the draft where it is a slip; where an older record was wrong, say so openly in the explanation
    letter and enclose the birth certificate; where two papers bear two dates, document how that came about.

    Reports:
        2022/imm5257.pdf as of 2022-05-02: family_name=RAHIMI given_names=ALI birth_date=1990-05-04
        draft/passport.pdf as of 2024-05-02: family_name=RAHIMI given_names=ALI birth_date=1990-05-04 uci=1111-2222
        draft/imm1295.pdf as of 2026-03-01: family_name=RAHIMI given_names=ALI birth_date=1990-04-05 uci=1111-2222

    Reports one day too many where both are written in one calendar:
        draft/passport.pdf as of 2024-05-02: family_name=RAHIMI given_names=ALI birth_date=1990-05-04 uci=1111-2222
        draft/imm1295.pdf as of 2026-03-01: family_name=RAHIMI given_names=ALI birth_date=1990-05-05 uci=1111-2222

    Reports as a question a date that agrees only when the month is read first:
        draft/passport.pdf as of 2024-05-02: family_name=RAHIMI given_names=ALI birth_date=1990-05-04
        draft/cv.pdf as of 2026-03-01: full_name="Ali Rahimi" birth_date=1990-04-05 quote=05/04/1990

    Reports as a note a slip in the officer's notes alone:
        draft/passport.pdf as of 2024-05-02: family_name=RAHIMI given_names=ALI birth_date=1990-05-04 uci=1111-2222
        draft/imm1295.pdf as of 2026-03-01: family_name=RAHIMI given_names=ALI birth_date=1990-05-04 uci=1111-2222
        2024/gcms-notes.pdf as of 2024-09-01: full_name="RAHIMI, Ali" birth_date=1990-05-14 uci=1111-2222

    Accepts unknown parts:
        draft/passport.pdf as of 2024-05-02: family_name=RAHIMI given_names=ALI birth_date=1990 uci=1111-2222
        draft/imm1295.pdf as of 2026-03-01: family_name=RAHIMI given_names=ALI birth_date=1990-05-04 uci=1111-2222

    Accepts a date converted from another calendar, a day apart:
        draft/passport.pdf as of 2024-05-02: family_name=RAHIMI given_names=ALI birth_date=1990-05-04
        draft/cv.pdf as of 2026-03-01: full_name="Ali Rahimi" birth_date=1990-05-05 quote=1369/02/15

    Accepts an ambiguous date beside one that settles it:
        draft/passport.pdf as of 2024-05-02: family_name=RAHIMI given_names=ALI birth_date=1990-05-04
        draft/cv.pdf as of 2026-03-01: full_name="Ali Rahimi" birth_date=1990-05-04 quote=04/05/1990

    Accepts a relative's birth date on the relative's own form:
        draft/imm1295.pdf as of 2026-03-01: family_name=RAHIMI given_names=ALI birth_date=1990-05-04
        draft/imm1295.pdf as of 2026-03-01: relationship relation=spouse name="Sara Karimi"
        spouse/imm5257.pdf as of 2026-03-01: family_name=KARIMI given_names=SARA birth_date=1992-01-09
    """
    for person in case.people:
        told = stated(case, person, "birth_date")
        groups = parted(told, _agree)
        if len(groups) > 1:
            yield _mismatch(case, person, groups)
        elif any(_settled_by_order(*pair) for pair in combinations(_distinct(told), 2)):
            yield _question(person, by_value(told))


def _distinct(told: Sequence[Statement]) -> Sequence[Statement]:
    """Give one of the statements that tell a day in the same way: as it is written, and as it is read."""
    return list({(one.value, one.date, one.date.alternative): one for one in told}.values())


def _agree(one: Statement, other: Statement) -> bool:
    if not one.date.conflicts(other.date):
        return True
    if abs((one.date.earliest - other.date.earliest).days) > 1:
        return False
    return any(calendar_hint(s.fact.evidence.quote or "") for s in (one, other))


def _settled_by_order(one: Statement, other: Statement) -> bool:
    """True where two dates agree only if day and month of one are read the other way round."""
    two_ways = one.date.alternative is not None or other.date.alternative is not None
    return two_ways and PartialDate.of(one.value).conflicts(PartialDate.of(other.value))


def _mismatch(case: Case, person: Person, groups: Sequence[Sequence[Statement]]) -> Mismatch:
    letter = corrected(case, [s.paper for group in groups for s in group], TOPIC)
    level = Severity.INFO if only_officers(groups) else lowered(Severity.CRITICAL, letter)
    return Mismatch(
        person=person,
        subject="birth date",
        detail=f"The birth date differs: {said(groups)}.{said_openly(letter)}",
        evidence=citations(groups) + cited_openly(letter),
        severity=level,
    )


def _question(person: Person, groups: Sequence[Sequence[Statement]]) -> Mismatch:
    return Mismatch(
        person=person,
        subject="birth date",
        detail="The birth date agrees only if day and month of a date are read the other way round: "
        f"{said(groups)}. Which is meant?",
        evidence=citations(groups),
        severity=Severity.INFO,
        ask=True,
    )
