"""What the papers of a life say, each as of its day, with the windows, rows and precision of its kind."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from consistency.model import (
    Address,
    Answer,
    Asked,
    AsOf,
    Balance,
    Document,
    Evidence,
    Fact,
    FamilyMember,
    Job,
    Line,
    Offer,
    Paper,
    Record,
    Refusal,
    RefusalReason,
    Relationship,
    Residence,
    Segment,
    Study,
    Trip,
)
from consistency.normalizer.dates import PartialDate, Period
from tests.lives.life import CANADIAN, Kin, Life, Submission, Work

CHILDREN = ("spouse", "partner", "mother", "father", "child")
ALL = (*CHILDREN, "sibling")
KINDS = {"imm5645": ALL, "imm5406": ALL, "imm5707": CHILDREN}

NOBODY = {
    "imm5406": {"no-children": "child", "no-siblings": "sibling"},
    "imm5707": {"no-children": "child"},
    "imm5645": {},
}
"""What a family form certifies by a box where it lists nobody."""

ASKED = {
    "imm1295": (
        Asked("job", years=10, capacity=3),
        Asked("education", capacity=1, scope="highest"),
        Asked("residence", years=5, capacity=3, min_days=183),
        Asked("relationship", capacity=2),
    ),
    "imm5669": (
        Asked("job", years=10, since_18=True, capacity=5, gapless=True),
        Asked("education", capacity=5),
        Asked("address", years=10, since_18=True, capacity=10, gapless=True),
    ),
    "imm5562": (Asked("trip", years=10, since_18=True),),
    "cv": (Asked("job"), Asked("education")),
    "travel-history": (Asked("trip"),),
} | {kind: (Asked("family_member", relations=relations),) for kind, relations in KINDS.items()}
ASKED["imm5257"] = ASKED["imm1295"]

QUESTIONS = (
    "other-names", "medical", "overstayed", "criminal", "military", "violent-group", "ill-treatment",
)  # fmt: skip

OPENINGS = (
    "This is to certify that {name} {has} been employed with {employer} as {title} from {start} to {end}.",
    "We confirm that {name} {works} at {employer} in the position of {title} between {start} and {end}.",
    "To whom it may concern: {name} {serves} our company, {employer}, as {title}, from {start} until {end}.",
    "{employer} hereby states that {name} {held} the post of {title} ({start} - {end}).",
)
CLOSINGS = (
    "Please contact us for any further information.",
    "We wish every success.",
    "This letter is given at the employee's request.",
    "The undersigned may be reached at the number below.",
)


SIGNING = ("Manager", "Director", "Personnel Officer")


def iso(day: date) -> PartialDate:
    return PartialDate(day.year, day.month, day.day)


def month(day: date) -> PartialDate:
    return PartialDate(day.year, day.month)


@dataclass
class Sheet:
    """A paper while it is being written: each value with a place of its own."""

    path: str
    kind: str
    day: date
    method: str = "text"

    def __post_init__(self) -> None:
        self.facts: list[Fact] = []
        self.records: list[Record] = []
        self.lines: list[Line] = []

    def state(self, **values: str | None) -> Sheet:
        self.facts += [Fact(name, v, self.at(v)) for name, v in values.items() if v]
        return self

    def add(self, record: type[Record], **values: Any) -> Sheet:
        told = {name: value for name, value in values.items() if value is not None}
        words = " ".join(str(value) for value in told.values())
        self.records.append(record(evidence=self.at(words), **told))
        return self

    def write(self, *sentences: str) -> Sheet:
        self.lines += [Line((Segment(text, place=f"line {len(self.lines)}"),), page=1) for text in sentences]
        return self

    def at(self, words: str) -> Evidence:
        field = f"{self.kind}/{len(self.facts) + len(self.records)}" if self.kind.startswith("imm") else None
        return Evidence(self.path, words, page=1, field=field)

    @property
    def paper(self) -> Paper:
        form = self.kind.startswith("imm")
        digest = hashlib.sha256(f"{self.path}{self.day}{self.kind}".encode()).hexdigest()
        document = Document(
            self.path, digest, "pdf", "xfa" if form else "text", "full", lines=tuple(self.lines)
        )
        return Paper(
            document, self.kind, AsOf(iso(self.day), "signature"), tuple(self.facts), tuple(self.records),
            ASKED.get(self.kind, ()), signed=True if form else None,
        )  # fmt: skip


def papers(person: Life) -> list[Paper]:
    """Tell the whole life: the past submissions with their decisions, and the draft."""
    found: list[Sheet] = []
    for index, filed in enumerate(person.submissions):
        folder = f"{filed.signed.year} {'draft' if filed.refused is None else f'application {index}'}"
        found += _package(person, filed, folder, index)
    return [sheet.paper for sheet in found]


def _package(person: Life, filed: Submission, folder: str, index: int) -> Iterator[Sheet]:
    day = filed.signed
    work = filed.kind == "imm1295"
    yield application(person, Sheet(f"{folder}/{filed.kind.upper()}E.pdf", filed.kind, day), index)
    family = sorted(KINDS)[(person.seed + index) % 3]
    yield relatives(person, Sheet(f"{folder}/{family.upper()}E.pdf", family, day))
    yield passport(person, Sheet(f"{folder}/Passport.pdf", "passport", person.passport(day).issued))
    if work:
        yield cv(person, Sheet(f"{folder}/CV.pdf", "cv", day - timedelta(9)))
        for number, job in enumerate(w for w in person.works if w.start < day - timedelta(60)):
            letter = min(day - timedelta(15), (job.end or day) + timedelta(3))
            yield employment(
                person, job, Sheet(f"{folder}/Letter {number}.pdf", "employment-letter", letter), number
            )
        yield offer(person, index, Sheet(f"{folder}/Offer.pdf", "offer-of-employment", day - timedelta(30)))
    if filed.refused is not None:
        yield refusal(person, filed, Sheet(f"{folder}/Refusal letter.pdf", "refusal-letter", filed.refused))
        return
    yield explanation(person, index, Sheet(f"{folder}/Letter of explanation.pdf", "explanation-letter", day))
    yield contract(person, index, Sheet(f"{folder}/Contract.pdf", "employment-contract", day - timedelta(25)))
    yield lmia(person, index, Sheet(f"{folder}/LMIA.pdf", "lmia", day - timedelta(60)))
    yield bank(person, Sheet(f"{folder}/Bank letter.pdf", "bank-statement", day - timedelta(12)))
    yield diploma(
        person, Sheet(f"{folder}/Diploma.pdf", "education-certificate", person.schools[0].end + timedelta(30))
    )
    if person.seed % 2:
        yield history(person, Sheet(f"{folder}/IMM5669E.pdf", "imm5669", day))
    if person.seed % 3:
        yield travels(person, Sheet(f"{folder}/IMM5562E.pdf", "imm5562", day))
        yield table(person, Sheet(f"{folder}/Travel history.pdf", "travel-history", day - timedelta(4)))
    if person.married and person.seed % 4:
        yield marriage(
            person, Sheet(f"{folder}/Marriage certificate.pdf", "civil-certificate", day - timedelta(99))
        )


def named(person: Life) -> str:
    return f"{person.given} {person.family}"


def identity(person: Life, sheet: Sheet) -> Sheet:
    return sheet.state(
        family_name=person.family.upper(),
        given_names=person.given.upper(),
        birth_date=person.born.isoformat(),
    )


def application(person: Life, sheet: Sheet, index: int) -> Sheet:
    day, known = sheet.day, person.passport(sheet.day)
    identity(person, sheet).state(
        sex=person.sex, birth_city=person.city, birth_country=person.country, citizenship=person.country,
        uci=person.uci if index else None, passport_number=known.number, passport_country=person.country,
        passport_issue_date=known.issued.isoformat(), passport_expiry_date=known.expires.isoformat(),
        marital_status="married" if _wed(person, day) else "single", document_date=day.isoformat(),
    )  # fmt: skip
    for work in _rows(person, day, 10, 3):
        _job(sheet, work, month)
    school = person.schools[-1]
    sheet.add(Study, institution=school.name, field_of_study=school.award, city=school.city, country=school.country,
              period=Period(month(school.start), month(school.end)))  # fmt: skip
    here = _at(person, day)
    status = "citizen" if here.country == person.country else "worker"
    since = Period(iso(here.start), None) if status == "worker" else None
    sheet.add(Residence, country=here.country, status=status, period=since)
    for work in person.works:
        if work.country != person.country and work.end and day > work.end > day - timedelta(5 * 365):
            sheet.add(
                Residence,
                country=work.country,
                status="worker",
                period=Period(iso(work.start), iso(work.end)),
            )
    sheet.add(Address, city=here.city, country=here.country, street=f"{person.seed % 90 + 1} Garden Road")
    spouse = person.spouse()
    if spouse and _wed(person, day):
        sheet.state(marriage_date=str(person.married))
        name = f"{spouse.given} {spouse.family}"
        sheet.add(Relationship, relation="spouse", name=name, period=Period(iso(person.married or day), None))
    return _answers(person, sheet, index)


def _answers(person: Life, sheet: Sheet, index: int) -> Sheet:
    refused = person.refusals(sheet.day)
    words = "; ".join(f"Canada {_what(s)} refused {s.refused:%Y-%m-%d}" for s in refused)
    told = dict.fromkeys(QUESTIONS, "no") | {"previously-married": "no", "post-secondary": "yes"}
    told |= {"ever-refused": "yes" if refused else "no", "applied-before": "yes" if index else "no"}
    for question, answer in told.items():
        sheet.add(
            Answer, question=question, answer=answer, details=words if question == "ever-refused" else None
        )
    if sheet.kind == "imm1295":
        _offered(person, index, sheet)
    return sheet


def _what(filed: Submission) -> str:
    return "work permit" if filed.kind == "imm1295" else "visitor visa"


def _wed(person: Life, day: date) -> bool:
    return person.married is not None and person.married <= day


def _at(person: Life, day: date) -> Work:
    return next(w for w in reversed(person.works) if w.start <= day)


def _rows(person: Life, day: date, years: int, capacity: int) -> Sequence[Work]:
    asked = [w for w in person.works if w.start <= day and (w.end or day) > day - timedelta(years * 365 + 3)]
    return list(reversed(asked))[:capacity]


def _job(sheet: Sheet, work: Work, precise: Any, **more: Any) -> None:
    still = work.end is None or work.end > sheet.day
    period = Period(precise(work.start), None if still or work.end is None else precise(work.end), still)
    sheet.add(
        Job,
        employer=work.employer,
        title=work.title,
        city=work.city,
        country=work.country,
        period=period,
        **more,
    )


def relatives(person: Life, sheet: Sheet) -> Sheet:
    identity(person, sheet).state(
        birth_country=person.country, marital_status="married" if _wed(person, sheet.day) else "single",
        document_date=sheet.day.isoformat(),
    )  # fmt: skip
    for kin in person.kin:
        if kin.relation in KINDS[sheet.kind] and kin.born <= sheet.day and _related(person, kin, sheet.day):
            sheet.add(FamilyMember, relation=kin.relation, name=f"{kin.given} {kin.family}", birth_date=iso(kin.born),
                      country=kin.country, address=f"{person.city}")  # fmt: skip
    listed = {record.relation for record in sheet.records if isinstance(record, FamilyMember)}
    for question, relation in NOBODY[sheet.kind].items():
        if relation not in listed:
            sheet.add(Answer, question=question, answer="yes")
    return sheet


def _related(person: Life, kin: Kin, day: date) -> bool:
    return kin.relation != "spouse" or _wed(person, day)


def passport(person: Life, sheet: Sheet) -> Sheet:
    known = next(p for p in person.passports if p.issued == sheet.day)
    return identity(person, sheet).state(
        sex=person.sex, birth_city=person.city, citizenship=person.country, passport_number=known.number,
        passport_country=person.country, passport_issue_date=known.issued.isoformat(),
        passport_expiry_date=known.expires.isoformat(),
    )  # fmt: skip


def cv(person: Life, sheet: Sheet) -> Sheet:
    sheet.state(full_name=named(person)).write(named(person), "Work experience")
    for work in reversed([w for w in person.works if w.start <= sheet.day]):
        _job(sheet, work, month, duties=work.duties)
        sheet.write(f"{work.title}, {work.employer}, {work.city}", *work.duties)
    for school in person.schools:
        sheet.add(Study, institution=school.name, level=school.award, city=school.city, country=school.country,
                  period=Period(month(school.start), month(school.end)))  # fmt: skip
    return sheet


def employment(person: Life, work: Work, sheet: Sheet, number: int) -> Sheet:
    index = (person.seed + number) % len(OPENINGS)
    words = {
        "name": named(person),
        "employer": work.employer,
        "title": work.title,
        "start": work.start.isoformat(),
    }
    past = {"has": "has", "works": "worked", "serves": "served", "held": "held"}
    end = "date" if work.end is None or work.end > sheet.day else work.end.isoformat()
    _job(sheet.state(full_name=named(person), document_date=sheet.day.isoformat()), work, iso,
         amount=float(work.pay), currency=person.currency, per="month", hours=40.0, duties=work.duties)  # fmt: skip
    return sheet.write(
        work.employer, f"{person.seed % 70 + number} Market Street, {work.city}", sheet.day.isoformat(),
        OPENINGS[index].format(**words, **past, end=end), *(f"- {duty}" for duty in work.duties),
        f"Salary: {person.currency} {work.pay} a month, 40 hours a week.", CLOSINGS[index],
        f"{SIGNING[number % 3]}, tel. +{100 + number} 555 01{person.seed % 90:02}{number}",
    )  # fmt: skip


def _terms(person: Life, index: int, sheet: Sheet) -> dict[str, Any]:
    start = person.submissions[index].signed + timedelta(120)
    period = Period(iso(start), iso(start + timedelta(729)))
    place = {"city": "Winnipeg", "country": "CA"}
    title = _at(person, sheet.day).title
    return {"employer": CANADIAN[(person.seed + index) % 4], "title": title, "period": period, **place}


def _number(person: Life, index: int) -> str:
    return str(7000000 + person.seed * 7 + index)


def _offered(person: Life, index: int, sheet: Sheet) -> None:
    terms = {k: v for k, v in _terms(person, index, sheet).items() if k != "country"}
    sheet.add(Offer, number=_number(person, index), **terms)


def _papered(person: Life, index: int, sheet: Sheet, **more: Any) -> Sheet:
    sheet.state(document_date=sheet.day.isoformat())
    day = person.submissions[index].signed
    terms = _terms(person, index, sheet) | {"title": _at(person, day).title}
    return sheet.add(Offer, amount=21.5 + index, currency="CAD", **(terms | more))


def offer(person: Life, index: int, sheet: Sheet) -> Sheet:
    return _papered(person, index, sheet.state(full_name=named(person)), number=_number(person, index))


def contract(person: Life, index: int, sheet: Sheet) -> Sheet:
    held = person.passport(person.submissions[index].signed)
    if held.issued < sheet.day:
        sheet.write(f"Passport number: {held.number}")
    if person.seed % 5 == 0:
        sheet.write("The employer may support an application for permanent residence.")
    return _papered(person, index, sheet.state(full_name=named(person)))


def lmia(person: Life, index: int, sheet: Sheet) -> Sheet:
    sheet.state(deadline=(sheet.day + timedelta(240)).isoformat()).write(
        f"Foreign worker names: {named(person)}", "Education  Secondary school diploma", "Experience  6 months",
        "Language  English - oral and written", "Licence  not required",
    )  # fmt: skip
    return _papered(person, index, sheet, number=_number(person, index), period=None)


def bank(person: Life, sheet: Sheet) -> Sheet:
    sheet.state(full_name=named(person), document_date=sheet.day.isoformat())
    sheet.write("City Bank")
    pay = _at(person, sheet.day).pay
    amount, net = float(pay * 14), pay * 0.8
    if person.seed % 2:
        for months in (3, 2, 1):
            paid, left = sheet.day - timedelta(30 * months), amount - net * 0.5 * (months - 1)
            sheet.write(
                f"{paid.isoformat()}  Salary  {net:,.2f}  {left + net * 0.5:,.2f}",
                f"{paid + timedelta(4)}  Rent and food  {net * 0.5:,.2f}  {left:,.2f}",
            )
    return sheet.add(
        Balance,
        amount=amount,
        currency=person.currency,
        name=named(person),
        period=Period(iso(sheet.day), None),
    )


def diploma(person: Life, sheet: Sheet) -> Sheet:
    school = person.schools[-1]
    sheet.state(full_name=named(person), document_date=sheet.day.isoformat())
    return sheet.add(Study, institution=school.name, level=school.award, city=school.city, country=school.country,
                     period=Period(month(school.start), month(school.end)))  # fmt: skip


def history(person: Life, sheet: Sheet) -> Sheet:
    identity(person, sheet).state(document_date=sheet.day.isoformat())
    for work in _rows(person, sheet.day, 10, 5):
        _job(sheet, work, month)
    school = person.schools[-1]
    sheet.add(Study, institution=school.name, field_of_study=school.award, city=school.city, country=school.country,
              period=Period(month(school.start), month(school.end)))  # fmt: skip
    youth = Period(month(person.born), month(min(work.start for work in person.works)))
    sheet.add(Address, city=person.city, country=person.country, period=youth)
    for work in _rows(person, sheet.day, 10, 9):
        end = None if work.end is None else month(work.end)
        sheet.add(
            Address, city=work.city, country=work.country, period=Period(month(work.start), end, end is None)
        )
    answers = {"ever-refused": "yes" if person.refusals(sheet.day) else "no", "criminal": "no"}
    for question, answer in answers.items():
        sheet.add(Answer, question=question, answer=answer)
    return sheet


def _trips(person: Life, sheet: Sheet) -> Sheet:
    for trip in person.journeys:
        if sheet.day - timedelta(3650) < trip.start < sheet.day:
            period = Period(iso(trip.start), iso(trip.end))
            sheet.add(Trip, country=trip.country, city=trip.city, period=period, purpose="tourism")
    return sheet


def travels(person: Life, sheet: Sheet) -> Sheet:
    sheet.state(family_name=person.family, given_names=person.given, document_date=sheet.day.isoformat())
    return _trips(person, sheet)


def table(person: Life, sheet: Sheet) -> Sheet:
    return _trips(person, sheet.state(full_name=named(person), document_date=sheet.day.isoformat()))


def marriage(person: Life, sheet: Sheet) -> Sheet:
    spouse = person.spouse()
    assert spouse is not None and person.married is not None
    sheet.state(marriage_date=person.married.isoformat(), document_date=sheet.day.isoformat())
    name = f"{spouse.given} {spouse.family}"
    return sheet.add(Relationship, relation="spouse", name=name, period=Period(iso(person.married), None))


def refusal(person: Life, filed: Submission, sheet: Sheet) -> Sheet:
    sheet.state(full_name=named(person), uci=person.uci, application_number=filed.number,
                document_date=sheet.day.isoformat(), decision="refused")  # fmt: skip
    sheet.add(Refusal, country="CA", number=filed.number, period=Period(iso(sheet.day), None))
    words = "the purpose of your visit is not consistent with a temporary stay"
    return sheet.add(RefusalReason, reason="purpose", details=words).write(f"We refuse because {words}.")


def explanation(person: Life, index: int, sheet: Sheet) -> Sheet:
    sheet.state(full_name=named(person), document_date=sheet.day.isoformat(),
                marital_status="married" if _wed(person, sheet.day) else "single")  # fmt: skip
    refused = person.refusals(sheet.day)
    for one in refused:
        sheet.add(
            Refusal, country="CA", number=one.number, period=Period(iso(one.refused or sheet.day), None)
        )
    work = _at(person, sheet.day)
    _job(sheet, work, month)
    told = ", ".join(f"{one.number} on {one.refused}" for one in refused)
    sheet.write(
        "Dear Officer,", f"My applications were refused: {told}.",
        "The officer wrote that the purpose of my visit was not consistent with a temporary stay.",
        f"My purpose is to work as {work.title} for two years, as the new contract and the LMIA show.",
        f"I work at {work.employer} as {work.title} since {work.start:%B %Y}.", "Yours sincerely,", named(person),
    )  # fmt: skip
    if person.seed % 3 == 0:
        sheet.write("I have no intention to remain in Canada beyond the period authorised.")
    if person.seed % 4 == 0 and (work.end is None or work.end > sheet.day):
        sheet.write(f"My net salary is {person.currency} {work.pay * 4 // 5:,} per month.")
    for older in [w for w in person.works if w not in _rows(person, sheet.day, 10, 3)]:
        when = f"{older.start:%Y-%m} to {older.end}"
        sheet.write(f"There was no room on the form for my work at {older.employer} ({older.title}, {when}).")
    return sheet
