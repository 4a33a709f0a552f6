"""identity/passport-expiry: the passport ends before the stay."""

from collections.abc import Iterator, Sequence

from consistency.clocks.passport import valid_until
from consistency.comparator.engine import Mismatch, rule
from consistency.comparator.statements import Statement, named
from consistency.comparator.telling import Told, told_by
from consistency.model import Case, Offer, Person, Severity
from consistency.normalizer.dates import PartialDate


@rule(Severity.MINOR, references=["IRPR s.52"])
def passport_expiry(case: Case) -> Iterator[Mismatch]:
    """The passport expires before the requested stay ends.

    Why: a permit is never longer than the passport: it will be cut to the day on which the passport expires.
    Advice: renew the passport before filing and put the new one on the draft; or say in the explanation letter that
    a shorter permit is understood; or document that a renewal has been asked for.

    Reports:
        draft/passport.pdf as of 2022-05-02: family_name=RAHIMI birth_date=1990-05-04 passport_expiry_date=2027-05-01
        draft/imm1295.pdf as of 2026-03-01: family_name=RAHIMI birth_date=1990-05-04
        draft/imm1295.pdf as of 2026-03-01: offer employer=Acme title=cook from=2026-06-01 to=2028-05-31

    Accepts a passport that outlasts the stay:
        draft/passport.pdf as of 2022-05-02: family_name=RAHIMI birth_date=1990-05-04 passport_expiry_date=2032-05-01
        draft/imm1295.pdf as of 2026-03-01: family_name=RAHIMI birth_date=1990-05-04
        draft/imm1295.pdf as of 2026-03-01: offer employer=Acme title=cook from=2026-06-01 to=2028-05-31

    Accepts an offer of which no end is told:
        draft/passport.pdf as of 2022-05-02: family_name=RAHIMI birth_date=1990-05-04 passport_expiry_date=2027-05-01
        draft/imm1295.pdf as of 2026-03-01: family_name=RAHIMI birth_date=1990-05-04
        draft/imm1295.pdf as of 2026-03-01: offer employer=Acme title=cook from=2026-06-01

    Accepts an old passport beside its renewal:
        draft/passport_1.pdf as of 2017-05-02: family_name=RAHIMI birth_date=1990-05-04 passport_expiry_date=2027-05-01
        draft/passport_2.pdf as of 2026-01-02: family_name=RAHIMI birth_date=1990-05-04 passport_expiry_date=2036-01-01
        draft/imm1295.pdf as of 2026-03-01: family_name=RAHIMI birth_date=1990-05-04
        draft/imm1295.pdf as of 2026-03-01: offer employer=Acme title=cook from=2026-06-01 to=2028-05-31

    Accepts the stay of a past application:
        2021/imm1295.pdf as of 2021-03-01: family_name=RAHIMI birth_date=1990-05-04 passport_expiry_date=2022-05-01
        2021/imm1295.pdf as of 2021-03-01: offer employer=Acme title=cook from=2021-06-01 to=2023-05-31
        draft/passport.pdf as of 2022-05-02: family_name=RAHIMI birth_date=1990-05-04 passport_expiry_date=2032-05-01
        draft/imm1295.pdf as of 2026-03-01: family_name=RAHIMI birth_date=1990-05-04
    """
    for person in case.people:
        told, stays = valid_until(case, person), _stays(case, person)
        if not told or not stays:
            continue
        stay, until = max(stays, key=lambda one: (one[1].earliest, one[0].paper.path))
        if told[0].date.before(until):
            yield _mismatch(person, told, stay, until)


def _stays(case: Case, person: Person) -> list[tuple[Told[Offer], PartialDate]]:
    """Give the ends of the stay that the draft asks for: on the form, else in its other papers."""
    offers = told_by(case.drafted(person), Offer)
    told = [(told, end) for told in offers if (end := told.record.end) is not None]
    return [one for one in told if one[0].paper.is_form] or told


def _mismatch(person: Person, last: Sequence[Statement], stay: Told[Offer], until: PartialDate) -> Mismatch:
    papers = named(s.paper for s in last)
    return Mismatch(
        person=person,
        subject="passport expiry",
        detail=f"The passport expires on {last[0].value} ({papers}), before the stay ends on {until} "
        f"({stay.paper.path}).",
        evidence=(*(s.citation for s in last), stay.cite("period", until.iso)),
    )
