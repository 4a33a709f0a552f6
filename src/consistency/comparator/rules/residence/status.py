"""residence/status: the status in a country of residence, or its dates, told in two ways, or run out."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from consistency.comparator.aligned.alignment import same
from consistency.comparator.engine import Cause, Mismatch, rule
from consistency.comparator.openly import supplements
from consistency.comparator.passages import passages
from consistency.comparator.reapplication.grounds import refused_for
from consistency.comparator.status.stay import INSIDE
from consistency.comparator.telling import Told, told_by
from consistency.comparator.time import MONTH, ladder
from consistency.comparator.whereabouts.arrivals import CANADA, permits
from consistency.comparator.whereabouts.presence import is_current
from consistency.comparator.whereabouts.statuses import SETTLED, Difference, apart, cite, differences, end_of
from consistency.model import Case, Citation, Permit, Person, Refusal, Residence, Severity
from consistency.normalizer import places
from consistency.normalizer.dates import PartialDate
from consistency.normalizer.expressions import expression
from consistency.normalizer.text import fold

RENEWING = expression(
    r"\b(?:maintained status|implied status|restor\w+|renew\w+|extension|extended|pending|in process|retablissement"
    r"|renouvel\w+|prolong\w+|statut maintenu)\b"
)
"""Words (folded) by which a letter accounts for a status that has run out."""

_KINDS = {
    "student": ("study", "etudes"),
    "worker": ("work", "travail"),
    "visitor": ("visitor", "visiteur"),
}


CARD = "residence-permit"
"""Another state's permit to live there."""


@rule(Severity.MAJOR, references=["IRPA s.16(1)", "IRPR s.10(2)(a)"])
def status(case: Case) -> Iterator[Mismatch]:
    """The status in a country of residence, or its dates, differ between documents, or the status has run out.

    Why: a lawful stay where the applicant lives speaks for a lawful stay in Canada; a status that changes from form to
    form, or had ended when the form was signed, raises the question how the applicant lives there.
    Advice: correct the draft by the permit or visa of that country and enclose a copy; or say openly in the explanation
    letter that an older form was wrong; or enclose the proof of the renewal.

    Reports a status that had ended when the form was signed:
        draft/imm1295.pdf as of 2026-03-01: residence country=QA status=worker from=2023-06-17 to=2025-12-31

    Reports as lighter one that had ended by some days, as where the form was filled in earlier:
        draft/imm1295.pdf as of 2026-03-01: residence country=QA status=worker from=2023-06-17 to=2026-02-20

    Reports another status of the same permit:
        2025/imm1295.pdf as of 2025-03-01: residence country=QA status=worker from=2023-06-17 to=2027-12-31
        draft/imm1295.pdf as of 2026-03-01: residence country=QA status=visitor from=2023-06-17 to=2027-12-31

    Reports a status that is said to have begun before the older form told another:
        2025/imm1295.pdf as of 2025-03-01: residence country=QA status=worker from=2023-06-17 to=2025-12-31
        draft/imm1295.pdf as of 2026-03-01: residence country=QA status=student from=2024-06-17 to=2027-12-31

    Reports another start of the same permit:
        2025/imm1295.pdf as of 2025-03-01: residence country=QA status=worker from=2023-06-17 to=2027-12-31
        draft/imm1295.pdf as of 2026-03-01: residence country=QA status=worker from=2023-01-17 to=2027-12-31

    Reports another end of a previous residence:
        2025/imm1295.pdf as of 2025-03-01: residence country=NP status=citizen
        2025/imm1295.pdf as of 2025-03-01: residence country=QA status=worker from=2019-06-17 to=2022-12-31
        draft/imm1295.pdf as of 2026-03-01: residence country=NP status=citizen
        draft/imm1295.pdf as of 2026-03-01: residence country=QA status=worker from=2019-06-17 to=2023-06-30

    Reports another status in a previous residence:
        2025/imm1295.pdf as of 2025-03-01: residence country=NP status=citizen
        2025/imm1295.pdf as of 2025-03-01: residence country=QA status=worker from=2019-06-17 to=2022-12-31
        draft/imm1295.pdf as of 2026-03-01: residence country=NP status=citizen
        draft/imm1295.pdf as of 2026-03-01: residence country=QA status=student from=2019-06-17 to=2022-12-31

    Reports a residence that ended before an older form said that it went on:
        2024/imm5257.pdf as of 2024-03-01: residence country=QA status=worker from=2019-06-17 to=2025-12-31
        draft/imm1295.pdf as of 2026-03-01: residence country=NP status=citizen
        draft/imm1295.pdf as of 2026-03-01: residence country=QA status=worker from=2019-06-17 to=2023-06-30

    Reports a permit that ends on another day than the form says:
        draft/permit.pdf as of 2024-06-12: permit number=U334086166 status="Work Permit" from=2024-06-12 to=2027-03-31
        draft/imm5710.pdf as of 2026-03-01: residence country=CA status=worker from=2024-06-12 to=2027-11-30

    Reports a permit of another kind than the form says:
        draft/permit.pdf as of 2024-06-12: permit number=U334086166 status="Work Permit" from=2024-06-12 to=2027-03-31
        draft/imm5710.pdf as of 2026-03-01: residence country=CA status=student from=2024-06-12 to=2027-03-31

    Accepts a renewed permit:
        2025/imm1295.pdf as of 2025-03-01: residence country=QA status=worker from=2023-06-17 to=2025-12-31
        draft/imm1295.pdf as of 2026-03-01: residence country=QA status=worker from=2026-01-01 to=2027-12-31

    Accepts a renewed permit told from the day of arrival:
        2025/imm1295.pdf as of 2025-03-01: residence country=QA status=worker from=2024-01-01 to=2025-12-31
        draft/imm1295.pdf as of 2026-03-01: residence country=QA status=worker from=2021-06-17 to=2027-12-31

    Accepts another status since:
        2025/imm1295.pdf as of 2025-03-01: residence country=DE status=student from=2021-10-01 to=2025-09-30
        draft/imm1295.pdf as of 2026-03-01: residence country=DE status=worker from=2025-10-01 to=2027-12-31

    Accepts a residence that has ended since, before its permit ran out:
        2024/imm5257.pdf as of 2024-03-01: residence country=QA status=worker from=2019-06-17 to=2025-12-31
        draft/imm1295.pdf as of 2026-03-01: residence country=NP status=citizen
        draft/imm1295.pdf as of 2026-03-01: residence country=QA status=worker from=2019-06-17 to=2024-06-30

    Reports a residence card that ends long before the form tells:
        draft/imm1295.pdf as of 2026-03-01: residence country=QA status=worker from=2023-06-17 to=2027-06-16
        draft/residence-permit.pdf as of 2023-06-17: residence country=QA status=worker from=2023-06-17 to=2025-06-16

    Accepts the older of two residence cards:
        draft/imm1295.pdf as of 2026-03-01: residence country=QA status=worker from=2023-06-17 to=2027-06-16
        draft/residence-permit.pdf as of 2023-06-17: residence country=QA status=worker from=2023-06-17 to=2025-06-16
        draft/residence-permit_2.pdf as of 2025-06-17: residence country=QA status=worker from=2025-06-17 to=2027-06-16

    Accepts a day against a month:
        2025/imm1295.pdf as of 2025-03-01: residence country=NP status=citizen
        2025/imm1295.pdf as of 2025-03-01: residence country=QA status=worker from=2019-06-17 to=2022-12-31
        draft/imm1295.pdf as of 2026-03-01: residence country=NP status=citizen
        draft/imm1295.pdf as of 2026-03-01: residence country=QA status=worker from=2019-06 to=2022-12

    Accepts two stays in one country:
        draft/imm1295.pdf as of 2026-03-01: residence country=QA status=worker from=2024-06-17 to=2027-12-31
        draft/imm1295.pdf as of 2026-03-01: residence country=QA status=worker from=2017-06-17 to=2021-12-31

    Accepts a permanent resident's card that has run out, and citizens:
        draft/imm1295.pdf as of 2026-03-01: residence country=US status=permanent-resident from=2011-06-17 to=2025-12-31

    Accepts a status that a letter says is being renewed:
        draft/imm1295.pdf as of 2026-03-01: residence country=QA status=worker from=2023-06-17 to=2026-02-12
        draft/explanation-letter.pdf as of 2026-03-01: text "My Qatar residence permit is under renewal."

    Accepts a status maintained until the extension was refused:
        draft/permit.pdf as of 2024-06-12: permit number=U334086166 status="Work Permit" from=2024-06-12 to=2025-06-30
        2025/imm5710.pdf as of 2025-06-10: residence country=CA status=worker from=2024-06-12 to=2025-06-30
        2025/refusal-letter.pdf as of 2025-09-14: refusal country=CA from=2025-09-14
        draft/imm5710.pdf as of 2025-10-01: residence country=CA status=worker from=2024-06-12 to=2025-09-14

    Accepts a permit issued after the form was signed:
        draft/permit.pdf as of 2024-06-12: permit number=U334086166 status="Work Permit" from=2024-06-12 to=2027-03-31
        2024/imm5710.pdf as of 2024-03-01: residence country=CA status=student from=2021-06-12 to=2024-06-30
    """
    for person in case.people:
        for group in same(case, person, Residence):
            rows = [row for row in group.told if row.paper.is_form and row.record.country]
            found = [one for pair in combinations(rows, 2) for one in differences(*pair)]
            found += [one for row in rows if is_current(row) for one in _alone(case, person, row)]
            if found:
                yield _mismatch(case, person, found)


def _mismatch(case: Case, person: Person, found: Sequence[Difference]) -> Mismatch:
    worst = max(found, key=lambda one: one.level)
    country = worst.citations[0].value.split()[0] if worst.citations[0].value else ""
    raised = worst.level is Severity.MAJOR and refused_for(case, ["residence-status"])
    return Mismatch(
        person=person,
        subject=f"status {country}",
        detail=f"{places.name_of(country)}: {' '.join(dict.fromkeys(one.words for one in found))}",
        evidence=tuple(dict.fromkeys(c for one in found for c in one.citations)),
        severity=worst.level.moved(int(raised)),
        follows=tuple(cause for one in found for cause in one.follows),
    )


def _alone(case: Case, person: Person, row: Told[Residence]) -> Iterator[Difference]:
    """Compare the present status with the day of signing, and in Canada with the permit."""
    signed, end = row.paper.as_of.date, end_of(row)
    if signed is None or row.record.status in SETTLED:
        return
    held = _permit(case, person, signed) if row.record.country == CANADA else None
    if held is not None:
        yield from _against_permit(row, held, maintained=_is_maintained(case, person, held, end))
    elif (card := _card(case, person, row)) and not _is_renewing(case, row):
        yield from _against_card(row, card)
    elif end is not None and end.before(signed) and _is_read(row) and not _is_renewing(case, row):
        words = (
            f"{row.paper.path} was signed on {signed}, after the status ({row.record.status}) ended on {end}."
        )
        cited = cite(row, "to"), Citation(row.paper.absent(), str(signed), signed)
        causes = (Cause("status/restoration"), Cause("status/gap")) if row.record.country == CANADA else ()
        level = Severity.MINOR if end.distance(signed) <= MONTH else Severity.MAJOR
        yield Difference(level, words, cited, causes)


def _card(case: Case, person: Person, row: Told[Residence]) -> Told[Residence] | None:
    """Give another state's permit that lies with a form and ends last, and of which the form tells another end."""
    signed = row.paper.as_of.date
    cards = (p for p in case.of(person) if p.kind == CARD and p.application == row.paper.application)
    told = (one for one in told_by(cards, Residence) if one.record.country == row.record.country)
    found = [one for one in told if one.record.end]
    held = [
        one for one in found if (begun := _begun(one)) is None or signed is None or not signed.before(begun)
    ]
    last = max(held, key=lambda one: str(end_of(one)), default=None)
    return last if last and end_of(row) and apart(end_of(last), end_of(row)) else None


def _begun(card: Told[Residence]) -> PartialDate | None:
    return card.record.start


def _against_card(row: Told[Residence], card: Told[Residence]) -> Iterator[Difference]:
    level, signed = ladder(apart(end_of(card), end_of(row))), row.paper.as_of.date
    if level is not None:
        over = end_of(card)
        out = " It had run out when the form was signed." if over and signed and over.before(signed) else ""
        words = f"{row.paper.path} tells a status until {end_of(row)}; {card.paper.path} ends on {over}.{out}"
        yield Difference(level, words, (cite(row, "to"), cite(card, "to")))


def _is_read(row: Told[Residence]) -> bool:
    """False for a lone row of a print-out, which may be a previous residence whose current one was not read."""
    exact = row.paper.document.method not in {"text", "ocr"}
    return exact or sum(1 for _ in row.paper.all(Residence)) > 1 or row.paper.asks(Residence) is None


def _is_renewing(case: Case, row: Told[Residence]) -> bool:
    told = (fold(p.text) for sheet in supplements(case, row.paper) for p in passages(sheet))
    return any(RENEWING.search(words) for words in told)


def _permit(case: Case, person: Person, signed: PartialDate) -> Told[Permit] | None:
    """Give the permit that was issued last before a form was signed."""
    issued = [p for p in permits(case, person) if (day := _issued(p)) is not None and day.before(signed)]
    return max(issued, key=lambda permit: str(_issued(permit)), default=None)


def _issued(permit: Told[Permit]) -> PartialDate | None:
    return permit.record.start


def _is_maintained(case: Case, person: Person, permit: Told[Permit], end: PartialDate | None) -> bool:
    """True where a status ended with the refusal of an extension that was asked for while the permit was valid."""
    expiry = permit.record.end
    if expiry is None or end is None or not expiry.before(end):
        return False
    asked = (form.as_of.date for form in case.of(person) if form.kind in INSIDE)
    if not any(day is not None and not expiry.before(day) for day in asked):
        return False
    refusals = (told.record for told in told_by(case.of(person), Refusal) if told.record.country == CANADA)
    return any(one.start is not None and not one.start.conflicts(end) for one in refusals)


def _against_permit(row: Told[Residence], permit: Told[Permit], *, maintained: bool) -> Iterator[Difference]:
    expiry, end = permit.record.end, end_of(row)
    level = ladder(apart(expiry, end))
    kind = fold(permit.record.status or "")
    told = {status for status, words in _KINDS.items() if any(word in kind for word in words)}
    cited = cite(row, "to"), permit.cite("period", f"{permit.record.status} {permit.record.period}")
    if level is not None and not maintained:
        words = f"{row.paper.path} tells a status until {end}; {permit.paper.path} ends on {expiry}."
        yield Difference(level, words, cited)
    if told and row.record.status in _KINDS and row.record.status not in told:
        words = f"{row.paper.path} tells the status {row.record.status}; {permit.paper.path} is a {permit.record.status}."
        yield Difference(Severity.MAJOR, words, cited)
