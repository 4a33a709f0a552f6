"""offer/passport: the passport or citizenship on the offer is not that of the form."""

import re
from collections.abc import Iterator

from msgspec import Struct

from consistency.comparator.engine import Cause, Mismatch, rule
from consistency.comparator.passages import Passage
from consistency.comparator.searching import utterances_with
from consistency.comparator.statements import LOOK_ALIKE, Statement, stated
from consistency.comparator.work.offers import applicants, in_portal
from consistency.model import Case, Citation, Paper, Person, Severity
from consistency.normalizer import countries
from consistency.normalizer.expressions import expression

KINDS = frozenset({"offer-of-employment", "employment-contract", "lmia"})

NUMBER = expression(
    r"\b(?:passport|passeport|travel document)(?:\s+(?:no|nbr|number|num[ée]ro|n°|nº|#))?[.:°\s#-]*"
    r"(?P<value>(?=[A-Z0-9]*\d{4})[A-Z]{0,3}\d[A-Z0-9]{5,11})\b",
    re.IGNORECASE,
)
CITIZEN = expression(
    r"\b(?:citizenship|nationality|country of citizenship|citoyennet[ée]|nationalit[ée])\s*[:–-]\s*"
    r"(?P<value>[A-ZÀ-Ý][^\W\d_]+(?:[ '’-][^\W\d_]+){0,3})",
    re.IGNORECASE,
)
EMPLOYERS = expression(r"(?i)\b(?:director|owner|signatory|employer|representative|directeur|employeur)\b")
"""Whose passport a line may also tell."""


class Told(Struct, frozen=True):
    """A passport number or citizenship as a paper of the offer tells it."""

    paper: Paper
    value: str
    passage: Passage

    @property
    def citation(self) -> Citation:
        """Where it stands."""
        return self.passage.cite(self.value)


@rule(Severity.CRITICAL, references=["IRPR s.200(1)(c)", "IRPR s.209.11"])
def passport(case: Case) -> Iterator[Mismatch]:
    """The offer carries another passport number or citizenship than the application form.

    Why: the offer and the application are matched by passport and citizenship, to the character; any difference stops
    the matching, and the application is without an offer.
    Advice: correct the draft to the data page of the passport; or ask the employer to correct the offer; or document
    that the passport was renewed since the offer was made.

    Reports another number on an offer that needs no LMIA:
        draft/imm1295.pdf as of 2026-03-01: family_name=DENG birth_date=1990-05-04 passport_number=C1812942
        draft/imm1295.pdf as of 2026-03-01: offer employer=Acme number=A1234567
        draft/offer-of-employment.pdf as of 2026-01-10: offer employer=Acme number=A1234567
        draft/offer-of-employment.pdf as of 2026-01-10: text "Passport number: C1812924"

    Reports another citizenship:
        draft/imm1295.pdf as of 2026-03-01: family_name=DENG birth_date=1990-05-04 citizenship=CN
        draft/imm1295.pdf as of 2026-03-01: offer employer=Acme number=A1234567
        draft/offer-of-employment.pdf as of 2026-01-10: offer employer=Acme number=A1234567
        draft/offer-of-employment.pdf as of 2026-01-10: text "Citizenship: Singapore"

    Accepts the offer of a past application, with the passport of that time:
        2024/imm1295.pdf as of 2024-03-01: family_name=DENG birth_date=1990-05-04 passport_number=B7755331
        2024/offer-of-employment.pdf as of 2024-01-10: offer employer=Acme number=A7654321
        2024/offer-of-employment.pdf as of 2024-01-10: text "Passport number: B7755331, citizenship: Singapore"
        2024/refusal-letter.pdf as of 2024-06-01: refusal country=CA from=2024-06-01
        draft/imm1295.pdf as of 2026-03-01: family_name=DENG birth_date=1990-05-04 passport_number=C1812942 citizenship=CN
        draft/imm1295.pdf as of 2026-03-01: offer employer=Acme number=A1234567

    Accepts the form's own:
        draft/imm1295.pdf as of 2026-03-01: family_name=DENG birth_date=1990-05-04 passport_number=C1812942 citizenship=CN
        draft/imm1295.pdf as of 2026-03-01: offer employer=Acme number=A1234567
        draft/offer-of-employment.pdf as of 2026-01-10: offer employer=Acme number=A1234567
        draft/offer-of-employment.pdf as of 2026-01-10: text "Passport No. C1812942, nationality: Chinese"

    Accepts a contract beside an LMIA that is older than the passport:
        draft/imm1295.pdf as of 2026-03-01: family_name=DENG birth_date=1990-05-04 passport_number=C1812942
        draft/imm1295.pdf as of 2026-03-01: passport_issue_date=2026-02-01
        draft/imm1295.pdf as of 2026-03-01: offer employer=Acme number=7894563
        draft/employment-contract.pdf as of 2026-01-10: offer employer=Acme
        draft/employment-contract.pdf as of 2026-01-10: text "Passport number: B7755331"

    Accepts the passport of the one who signs for the employer:
        draft/imm1295.pdf as of 2026-03-01: family_name=DENG birth_date=1990-05-04 passport_number=C1812942
        draft/employment-contract.pdf as of 2026-01-10: offer employer=Acme
        draft/employment-contract.pdf as of 2026-01-10: text "Director, passport number: B7755331"

    Accepts signs that a picture does not tell apart:
        draft/imm1295.pdf as of 2026-03-01: family_name=DENG birth_date=1990-05-04 passport_number=A0123456
        draft/offer-of-employment.png as of 2026-01-10: offer employer=Acme number=A1234567
        draft/offer-of-employment.png as of 2026-01-10: text "Passport number: AO123456"

    Accepts one of two citizenships:
        draft/imm1295.pdf as of 2026-03-01: family_name=DENG birth_date=1990-05-04 citizenship=CN
        draft/passport.pdf as of 2020-01-10: family_name=DENG birth_date=1990-05-04 citizenship=SG
        draft/offer-of-employment.pdf as of 2026-01-10: offer employer=Acme number=A1234567
        draft/offer-of-employment.pdf as of 2026-01-10: text "Citizenship: Singapore"
    """
    for person in applicants(case):
        papers = [p for p in case.drafted(person) if p.kind in KINDS]
        for told in (one for paper in papers for one in _told(paper, NUMBER)):
            yield from _number(case, person, told)
        for told in (one for paper in papers for one in _told(paper, CITIZEN)):
            yield from _citizenship(case, person, told)


def _told(paper: Paper, pattern: re.Pattern[str]) -> Iterator[Told]:
    for passage in utterances_with(paper, pattern, str):
        if not EMPLOYERS.search(passage.text):
            yield from (Told(paper, found["value"], passage) for found in pattern.finditer(passage.text))


def _number(case: Case, person: Person, told: Told) -> Iterator[Mismatch]:
    numbers = [s for s in stated(case, person, "passport_number") if case.in_draft(s.paper)]
    forms = [s for s in numbers if s.paper.is_form]
    if not forms or any(_alike(told, form) for form in forms):
        return
    exempt = in_portal(case, person)
    if not exempt and _renewed(case, person, told.paper):
        return
    page = any(_alike(told, s) for s in numbers if s.paper.kind == "passport")
    detail = f"{told.paper.path} has the passport {told.value}; {forms[0].paper.path} has {forms[0].value}."
    yield Mismatch(
        person,
        "passport on the offer",
        detail,
        (told.citation, *(form.citation for form in forms)),
        Severity.MAJOR if page and not exempt else None,
        follows=(Cause("identity/passport"),) if page else (),
    )


def _alike(told: Told, other: Statement) -> bool:
    one, two = (re.sub(r"[^A-Z0-9]", "", value.upper()) for value in (told.value, other.value))
    if "ocr" in {told.paper.document.method, other.paper.document.method}:
        return one.translate(LOOK_ALIKE) == two.translate(LOOK_ALIKE)
    return one == two


def _renewed(case: Case, person: Person, paper: Paper) -> bool:
    """True where the passport was issued after the paper was written."""
    issued = [s.date for s in stated(case, person, "passport_issue_date") if case.in_draft(s.paper)]
    day = paper.as_of.date
    return day is not None and any(one.after(day) for one in issued)


def _citizenship(case: Case, person: Person, told: Told) -> Iterator[Mismatch]:
    known = [s for s in stated(case, person, "citizenship") if case.in_draft(s.paper)]
    country = countries.country(told.value)
    if country and known and not any(countries.compare_countries(country, s.value).agrees for s in known):
        shown = countries.name_of(known[0].value)
        detail = f"{told.paper.path} has the citizenship {told.value}; {known[0].paper.path} has {shown}."
        places = (told.citation, *(one.citation for one in known))
        yield Mismatch(
            person, "citizenship on the offer", detail, places, follows=(Cause("identity/citizenship"),)
        )
