"""identity/passport: one passport, two numbers, dates or countries."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, product

from msgspec import Struct

from consistency.comparator.engine import Mismatch, rule
from consistency.comparator.statements import (
    LOOK_ALIKE,
    OFFICERS,
    Statement,
    citations,
    misread,
    only_officers,
    parted,
    said,
)
from consistency.model import Case, Offer, Paper, Person, Severity
from consistency.normalizer import places
from consistency.normalizer.dates import PartialDate
from consistency.normalizer.identifiers import offer_number

NUMBER, COUNTRY = "passport_number", "passport_country"
ISSUE, EXPIRY = "passport_issue_date", "passport_expiry_date"
POLICE = "police-certificate"
YEAR = 366
"""Days between the issue of two passports, not of one that was told twice."""
LABELS = {NUMBER: "number", COUNTRY: "country of issue", ISSUE: "issue date", EXPIRY: "expiry date"}


class Booklet(Struct, frozen=True, eq=False):
    """A passport as one paper tells it."""

    paper: Paper
    told: Mapping[str, Statement]

    @property
    def is_page(self) -> bool:
        """True for the data page itself."""
        return self.paper.kind == "passport"

    @property
    def number(self) -> str | None:
        """The number without blanks and hyphens."""
        return _compact(self.told[NUMBER].value) if NUMBER in self.told else None

    def day(self, name: str) -> PartialDate | None:
        """Give one of its dates."""
        return self.told[name].date if name in self.told else None


@rule(Severity.MAJOR, references=["IRPA s.16(1)", "IRPR s.52"])
def passport(case: Case) -> Iterator[Mismatch]:
    """The passport's number, country or dates differ.

    Why: an application, an offer and a permit are tied to a passport by its number, to the letter; any difference
    stops the machine from matching them, and a permit with a wrong number is of no use at the border.
    Advice: correct the draft to the data page; or say openly in the explanation letter that an older form carried a
    slip; or enclose the pages of both passports where there are two.

    Reports a number on the form that is not the passport's:
        draft/passport.pdf as of 2024-05-02: family_name=DENG birth_date=1990-05-04 passport_number=C1812942
        draft/imm1295.pdf as of 2026-03-01: family_name=DENG birth_date=1990-05-04 passport_number=C1819242

    Reports O for 0:
        draft/passport.pdf as of 2024-05-02: family_name=DENG birth_date=1990-05-04 passport_number=A0123456
        draft/imm1295.pdf as of 2026-03-01: family_name=DENG birth_date=1990-05-04 passport_number=AO123456

    Reports a form that still carries the old passport:
        2022/imm1295.pdf as of 2022-03-01: family_name=DENG birth_date=1990-05-04 passport_number=B7755331
        draft/passport.pdf as of 2024-05-02: family_name=DENG birth_date=1990-05-04 passport_number=C1812942
        draft/passport.pdf as of 2024-05-02: passport_issue_date=2024-05-02
        draft/imm1295.pdf as of 2026-03-01: family_name=DENG birth_date=1990-05-04 passport_number=B7755331

    Reports another expiry date of the same passport in an older form:
        2024/imm1295.pdf as of 2024-09-01: family_name=DENG birth_date=1990-05-04 passport_number=C1812942
        2024/imm1295.pdf as of 2024-09-01: passport_expiry_date=2033-05-01
        draft/passport.pdf as of 2024-05-02: family_name=DENG birth_date=1990-05-04 passport_number=C1812942
        draft/passport.pdf as of 2024-05-02: passport_expiry_date=2034-05-01

    Reports as critical a number beside an offer that is exempt from an LMIA:
        draft/passport.pdf as of 2024-05-02: family_name=DENG birth_date=1990-05-04 passport_number=C1812942
        draft/imm1295.pdf as of 2026-03-01: family_name=DENG birth_date=1990-05-04 passport_number=C1819242
        draft/imm1295.pdf as of 2026-03-01: offer employer=Acme number=A1234567

    Accepts a passport renewed since the last application:
        2022/imm1295.pdf as of 2022-03-01: family_name=DENG birth_date=1990-05-04 passport_number=B7755331
        draft/passport.pdf as of 2024-05-02: family_name=DENG birth_date=1990-05-04 passport_number=C1812942
        draft/imm1295.pdf as of 2026-03-01: family_name=DENG birth_date=1990-05-04 passport_number=C1812942

    Accepts a new passport on the form beside the page of the old one:
        2022/imm1295.pdf as of 2022-03-01: family_name=DENG birth_date=1990-05-04 passport_number=B7755331
        draft/passport.pdf as of 2016-05-02: family_name=DENG birth_date=1990-05-04 passport_number=B7755331
        draft/passport.pdf as of 2016-05-02: passport_issue_date=2016-05-02
        draft/imm1295.pdf as of 2026-03-01: family_name=DENG birth_date=1990-05-04 passport_number=C1812942
        draft/imm1295.pdf as of 2026-03-01: passport_issue_date=2025-12-01

    Accepts the pages of two passports:
        draft/passport_1.pdf as of 2014-05-02: family_name=DENG birth_date=1990-05-04 passport_number=B7755331
        draft/passport_2.pdf as of 2024-05-02: family_name=DENG birth_date=1990-05-04 passport_number=C1812942
        draft/imm1295.pdf as of 2026-03-01: family_name=DENG birth_date=1990-05-04 passport_number=C1812942

    Accepts a police certificate made out before the passport was issued:
        draft/police-certificate.pdf as of 2024-01-02: full_name=Deng birth_date=1990-05-04 passport_number=B7755331
        draft/passport.pdf as of 2024-05-02: family_name=DENG birth_date=1990-05-04 passport_number=C1812942
        draft/passport.pdf as of 2024-05-02: passport_issue_date=2024-05-02
        draft/imm1295.pdf as of 2026-03-01: family_name=DENG birth_date=1990-05-04 passport_number=C1812942

    Accepts a police certificate that carries the number of an earlier passport, which an older form tells:
        2022/imm1295.pdf as of 2022-03-01: family_name=DENG birth_date=1990-05-04 passport_number=B7755331
        draft/passport.pdf as of 2024-05-02: family_name=DENG birth_date=1990-05-04 passport_number=C1812942
        draft/passport.pdf as of 2024-05-02: passport_issue_date=2024-05-02
        draft/police-certificate.pdf as of 2024-09-02: full_name=Deng birth_date=1990-05-04 passport_number=B7755331

    Accepts a police certificate with the number of the new passport beside the page of the old one:
        2022/imm1295.pdf as of 2022-03-01: family_name=DENG birth_date=1990-05-04 passport_number=B7755331
        draft/passport.pdf as of 2016-05-02: family_name=DENG birth_date=1990-05-04 passport_number=B7755331
        draft/passport.pdf as of 2016-05-02: passport_issue_date=2016-05-02
        draft/imm1295.pdf as of 2026-03-01: family_name=DENG birth_date=1990-05-04 passport_number=C1812942
        draft/imm1295.pdf as of 2026-03-01: passport_issue_date=2025-12-01
        draft/police-certificate.pdf as of 2026-01-02: full_name=Deng birth_date=1990-05-04 passport_number=C1812942

    Accepts numbers that a state counts on with each renewal:
        2022/imm1295.pdf as of 2022-03-01: family_name=DENG birth_date=1990-05-04 passport_number=AB4112233
        2022/imm1295.pdf as of 2022-03-01: passport_issue_date=2018-06-12
        draft/police-certificate.pdf as of 2022-09-02: full_name=Deng birth_date=1990-05-04 passport_number=AB4112233
        draft/imm1295.pdf as of 2026-03-01: family_name=DENG birth_date=1990-05-04 passport_number=AB4112234
        draft/imm1295.pdf as of 2026-03-01: passport_issue_date=2023-05-02

    Accepts O for 0 in a picture:
        draft/passport.png as of 2024-05-02: family_name=DENG birth_date=1990-05-04 passport_number=A0123456
        draft/imm1295.pdf as of 2026-03-01: family_name=DENG birth_date=1990-05-04 passport_number=AO123456

    Accepts blanks in a number:
        draft/passport.pdf as of 2024-05-02: family_name=DENG birth_date=1990-05-04 passport_number="C 1812942"
        draft/imm1295.pdf as of 2026-03-01: family_name=DENG birth_date=1990-05-04 passport_number=c1812942
    """
    for person in case.people:
        books = [book for paper in case.of(person) if (book := _booklet(paper)) is not None]
        for together in _mixed(books):
            yield _mismatch(case, person, together)


def _booklet(paper: Paper) -> Booklet | None:
    told = {f.attribute: Statement(paper, f) for f in reversed(paper.facts) if f.attribute in LABELS}
    return Booklet(paper, told) if told.keys() - {COUNTRY} else None


def _compact(text: str) -> str:
    return re.sub(r"[^A-Z0-9]", "", text.upper())


def _mixed(books: Sequence[Booklet]) -> list[list[Booklet]]:
    """Give the papers that tell of one passport and differ, together."""
    parts: list[list[Booklet]] = []
    for one, other in _at_odds(books):
        if (_one_passport(one, other) and not _two_known(one, other, books)) or _belong(one, other, books):
            near = [part for part in parts if one in part or other in part]
            merged = [book for part in near for book in part]
            merged += [book for book in (one, other) if book not in merged]
            parts = [part for part in parts if part not in near] + [merged]
    return parts


def _at_odds(books: Sequence[Booklet]) -> Iterator[tuple[Booklet, Booklet]]:
    """Pair the papers that differ; what several tell word for word is held against the others once."""
    alike: dict[object, list[Booklet]] = {}
    for book in books:
        alike.setdefault(_told(book), []).append(book)
    for first, second in combinations(alike.values(), 2):
        if _differing([first[0], second[0]]):
            yield from product(first, second)


def _told(book: Booklet) -> tuple[object, ...]:
    """Give what a paper tells of a passport, and whether it was read from a picture."""
    words = ((name, statement.value) for name, statement in sorted(book.told.items()))
    days = (book.day(name) for name in (ISSUE, EXPIRY))
    return (*words, *days, book.paper.document.method == "ocr")


def _differing(books: Sequence[Booklet]) -> list[str]:
    return [
        name for name in LABELS if len(parted((b.told[name] for b in books if name in b.told), _agree)) > 1
    ]


def _agree(one: Statement, other: Statement) -> bool:
    if one.fact.attribute == NUMBER:
        return _compact(one.value) == _compact(other.value) or misread(one, other)
    if one.fact.attribute == COUNTRY:
        return places.compare_countries(one.value, other.value).agrees
    return not one.date.conflicts(other.date)


def _one_passport(one: Booklet, other: Booklet) -> bool:
    """True where two papers tell of one booklet: by number, by both dates, or by all but a sign of the number."""
    if one.number and one.number == other.number:
        return True
    days = [(one.day(name), other.day(name)) for name in (ISSUE, EXPIRY)]
    if all(first and second and not first.conflicts(second) for first, second in days):
        return True
    renewed = any(first and second and first.conflicts(second) for first, second in days)
    return not renewed and _near(one.number, other.number)


def _two_known(one: Booklet, other: Booklet, books: Sequence[Booklet]) -> bool:
    """True where other papers tell both numbers with days of issue of their own: a state may count on by one."""
    days = [
        [day for b in books if b.number == each.number and (day := b.day(ISSUE))] for each in (one, other)
    ]
    return one.number != other.number and any(
        first.distance(second) > YEAR for first, second in product(*days)
    )


def _near(one: str | None, other: str | None) -> bool:
    from rapidfuzz.distance import OSA

    return one is not None and other is not None and OSA.distance(one, other) == 1


def _belong(one: Booklet, other: Booklet, books: Sequence[Booklet]) -> bool:
    """True where two papers of one application have to tell of one passport."""
    if one.paper.application != other.paper.application or (one.is_page and other.is_page):
        return False
    if _older(one, other) or _older(other, one) or _of_pages_apart(one, other, books):
        return False
    if _of_an_earlier(one, books) or _of_an_earlier(other, books):
        return False
    return not (_renewed(one, other, books) or _renewed(other, one, books))


def _of_pages_apart(one: Booklet, other: Booklet, books: Sequence[Booklet]) -> bool:
    """True where the numbers are those of two pages of the application, or a paper has that of a third page."""
    application = one.paper.application
    pages = {book.number for book in books if book.is_page and book.paper.application == application}
    if one.number != other.number and {one.number, other.number} <= pages:
        return True
    elsewhere = pages - {book.number for book in (one, other) if book.is_page}
    return any(book.number in elsewhere for book in (one, other) if not book.is_page)


def _of_an_earlier(book: Booklet, books: Sequence[Booklet]) -> bool:
    """True where a certificate names a passport that an older application told: the police knew it by that one."""
    if book.paper.kind != POLICE or book.number is None:
        return False
    application = book.paper.application
    told = (b for b in books if b.number == book.number and b.paper.application != application)
    return any(b.paper.is_form or b.is_page for b in told)


def _older(paper: Booklet, other: Booklet) -> bool:
    """True where a paper was made out before the other one's passport was issued."""
    day, issued = paper.paper.as_of.date, other.day(ISSUE)
    return day is not None and issued is not None and not paper.is_page and day.before(issued)


def _renewed(form: Booklet, page: Booklet, books: Sequence[Booklet]) -> bool:
    """True where a form tells of a newer passport than the page, which is the one of an older application."""
    same = (book for book in (form, *books) if book.number == form.number)
    fresh, old = next(filter(None, (book.day(ISSUE) for book in same)), None), page.day(ISSUE)
    if not page.is_page or fresh is None or old is None or not fresh.after(old):
        return False
    past = [b for b in books if b.paper.application != form.paper.application and not b.is_page]
    return any(b.number == page.number for b in past)


def _mismatch(case: Case, person: Person, books: Sequence[Booklet]) -> Mismatch:
    details: list[str] = []
    groups: list[Sequence[Statement]] = []
    for name in _differing(books):
        values = parted((b.told[name] for b in books if name in b.told), _agree)
        details.append(f"The passport's {LABELS[name]} differs: {said(values)}.{_alike(name, values)}")
        groups += values
    return Mismatch(
        person=person,
        subject=f"passport {_usual(books)}",
        detail=" ".join(details),
        evidence=citations(groups),
        severity=_level(case, books, groups),
    )


def _alike(name: str, values: Sequence[Sequence[Statement]]) -> str:
    same = len({_compact(group[0].value).translate(LOOK_ALIKE) for group in values}) == 1
    return " They differ only by signs that look alike, such as O and 0." if name == NUMBER and same else ""


def _usual(books: Sequence[Booklet]) -> str:
    """Give the number by which the finding goes: the page's, else the one most told."""
    numbers = [b.number for b in books if b.is_page and b.number] or [b.number for b in books if b.number]
    return max(sorted(numbers), key=numbers.count, default="")


def _level(case: Case, books: Sequence[Booklet], groups: Sequence[Sequence[Statement]]) -> Severity:
    if any(b.paper.kind in OFFICERS for b in books) and only_officers(groups):
        return Severity.INFO
    offers = (o.number for p in case.draft_papers for o in p.all(Offer))
    exempt = any(number and offer_number(number) for number in offers)
    return Severity.CRITICAL if exempt and any(case.in_draft(b.paper) for b in books) else Severity.MAJOR
