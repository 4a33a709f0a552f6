"""offer/period: the job in Canada, two periods."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from consistency.comparator.engine import Cause, Mismatch, rule
from consistency.comparator.statements import named, parted
from consistency.comparator.time import MONTH, ladder
from consistency.comparator.work.offers import LETTERS, Term, applicants, sides, terms
from consistency.extractors.reading import cite
from consistency.model import Case, Citation, Offer, Person, Severity
from consistency.normalizer.dates import months_later
from consistency.normalizer.expressions import expression
from consistency.normalizer.text import fold

_DURATION = expression(
    r"(?:\b(?:duration of (?:the )?(?:employment|work|job|position|offer|contract)|employment duration"
    r"|duree (?:de l ?emploi"
    r"|du travail|prevue|de l ?offre|du contrat)|(?:term|length|period) of (?:the )?(?:employment|offer|contract))"
    r"|^(?:term|duration|duree|length))\b.{0,20}?\b(?P<count>\d{1,2}) (?P<unit>months?|mois|years?|ans?|annees?)\b"
)
"""How long the assessment (folded) allows the work to last."""


@rule(Severity.MAJOR, references=["IRPR s.203(1)"])
def period(case: Case) -> Iterator[Mismatch]:
    """The period of work in Canada differs in the papers of the draft.

    Why: a permit is issued for the time that the assessment and the contract allow; a form that asks for other dates
    than the contract names makes the officer doubt the offer.
    Advice: correct the paper that carries a slip; or have the employer date the papers alike; or explain in the
    letter why the dates differ.

    Reports a form that asks for another year than the contract:
        draft/imm1295.pdf as of 2026-03-01: offer employer=Acme title=Cook from=2026-08-01 to=2028-07-31
        draft/employment-contract.pdf as of 2026-02-01: offer employer=Acme title=Cook from=2026-08-01 to=2027-07-31

    Reports a start that is weeks apart as minor:
        draft/imm1295.pdf as of 2026-03-01: offer employer=Acme title=Cook from=2026-08-01 to=2028-07-31
        draft/employment-contract.pdf as of 2026-02-01: offer employer=Acme title=Cook from=2026-08-20 to=2028-07-31

    Reports a contract that lasts longer than the assessment allows:
        draft/imm1295.pdf as of 2026-03-01: offer employer=Acme title=Cook from=2026-08-01 to=2028-07-31
        draft/lmia.pdf as of 2026-02-01: offer employer=Acme title=Cook number=7894563
        draft/lmia.pdf as of 2026-02-01: text "Duration of employment: 12 months"

    Accepts a period within that of the assessment:
        draft/imm1295.pdf as of 2026-03-01: offer employer=Acme title=Cook from=2026-08-01 to=2028-07-31
        draft/lmia.pdf as of 2026-02-01: offer employer=Acme title=Cook number=7894563
        draft/lmia.pdf as of 2026-02-01: text "Durée de l'emploi : 2 ans"

    Accepts a month beside a day:
        draft/imm1295.pdf as of 2026-03-01: offer employer=Acme title=Cook from=2026-08-01 to=2028-07-31
        draft/offer-of-employment.pdf as of 2026-02-01: offer employer=Acme title=Cook from=2026-08 to=2028-07

    Accepts the day after as an end:
        draft/imm1295.pdf as of 2026-03-01: offer employer=Acme title=Cook from=2026-08-01 to=2028-08-01
        draft/employment-contract.pdf as of 2026-02-01: offer employer=Acme title=Cook from=2026-08-01 to=2028-07-31

    Accepts a paper that names no end:
        draft/imm1295.pdf as of 2026-03-01: offer employer=Acme title=Cook from=2026-08-01 to=2028-07-31
        draft/offer-of-employment.pdf as of 2026-02-01: offer employer=Acme title=Cook from=2026-08-01

    Reports a letter that tells other days beside the employer:
        draft/explanation-letter.pdf as of 2026-03-01: offer employer=Acme title=Cook from=2026-11-01 to=2028-07-31
        draft/employment-contract.pdf as of 2026-02-01: offer employer=Acme title=Cook from=2026-08-01 to=2028-07-31

    Accepts a letter that only names the months:
        draft/explanation-letter.pdf as of 2026-03-01: offer employer=Acme title=Cook from=2026-09 to=2028-07
        draft/employment-contract.pdf as of 2026-02-01: offer employer=Acme title=Cook from=2026-08-01 to=2028-07-31

    Reports a form that asks for more than the term of an assessment:
        draft/imm1295.pdf as of 2026-03-01: offer employer=Acme title=Cook from=2026-06-01 to=2029-05-31
        draft/lmia.pdf as of 2026-01-10: offer employer=Acme title=Cook number=7894563
        draft/lmia.pdf as of 2026-01-10: text "Term: 24 months"
    """
    for person in applicants(case):
        told = [
            t for t in terms(case, person, "period", _shown) if t.paper.kind not in LETTERS or _in_full(t)
        ]
        groups = parted(told, lambda one, other: _days(one, other) == 0)
        level = ladder(max((_days(one, other) for one, other in _pairs(groups)), default=0))
        if len(groups) > 1 and level is not None:
            words, places = sides(groups)
            detail = f"The period of work in Canada differs: {words}."
            yield Mismatch(person, "period", detail, places, level, follows=(Cause("offer/employer"),))
        yield from _longer(case, person, told)


def _longer(case: Case, person: Person, told: Sequence[Term]) -> Iterator[Mismatch]:
    """Report periods that go beyond the duration that an assessment of the draft allows."""
    for months, place in _allowed(case, person):
        beyond = [term for term in told if _beyond(term, months) > MONTH]
        if beyond:
            papers = named(term.paper for term in beyond)
            detail = (
                f"{place.evidence.document} allows {months} months of work; {papers} names {beyond[0].value}."
            )
            places = (place, *(term.citation for term in beyond))
            yield Mismatch(
                person, "duration", detail, places, ladder(max(_beyond(term, months) for term in beyond))
            )


def _allowed(case: Case, person: Person) -> Iterator[tuple[int, Citation]]:
    """Give the months that the assessments of a draft allow, and where they stand."""
    for paper in case.of(person):
        if paper.kind != "lmia" or not case.in_draft(paper) or paper.document.method == "ocr":
            continue
        for line in paper.document.lines:
            found = _DURATION.search(fold(line.text))
            if found is not None:
                months = int(found["count"]) * (12 if re.match("y|an", found["unit"]) else 1)
                yield (
                    months,
                    Citation(cite(paper.document, line, line.text), f"{months} months", paper.as_of.date),
                )


def _beyond(term: Term, months: int) -> int:
    """Count the days by which a period certainly outlasts some months."""
    when = term.told.record.period
    if when is None or when.start is None or when.end is None:
        return 0
    return (when.end.earliest - months_later(when.start.latest, months)).days


def _in_full(term: Term) -> bool:
    """True for a period that the applicant tells to the day in the sentence that names the employer."""
    offer = term.told.record
    days = [day for day in (offer.start, offer.end) if day is not None and day.precision == "day"]
    quoted = offer.cite("period").quote
    return (
        len(days) == 2 and bool(offer.employer and quoted) and (quoted or "") in (offer.evidence.quote or "")
    )


def _shown(offer: Offer) -> str | None:
    when = offer.period
    return None if when is None else f"{when.start_iso or '…'} to {when.end_iso or '…'}"


def _pairs(groups: Sequence[Sequence[Term]]) -> Iterator[tuple[Term, Term]]:
    for one, other in combinations(groups, 2):
        yield one[0], other[0]


def _days(one: Term, other: Term) -> int:
    """Count the days between the starts or the ends of two periods, the greater of both; an end not told agrees."""
    first, second = one.told.record.period, other.told.record.period
    assert first is not None and second is not None
    ends = ((first.start, second.start), (first.end, second.end))
    return max((a.distance(b) for a, b in ends if a is not None and b is not None), default=0)
