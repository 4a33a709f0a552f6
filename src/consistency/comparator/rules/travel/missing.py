"""travel/missing: a journey that one paper tells and another leaves out."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from consistency.comparator.engine import Cause, Mismatch, rule
from consistency.comparator.openly import cited_openly, said_openly
from consistency.comparator.passages import Passage
from consistency.comparator.reapplication.grounds import refused_for
from consistency.comparator.statements import named as papers_named
from consistency.comparator.telling import Same, Told, cite_papers
from consistency.comparator.whereabouts.hidden_stays import hidden_removal, hides_residence
from consistency.comparator.whereabouts.travel_denials import denials
from consistency.comparator.whereabouts.travels import (
    Omission,
    best,
    country,
    destination,
    named,
    omissions,
    rival_subject,
    shown,
    subject,
)
from consistency.model import Case, Citation, Paper, Person, Refusal, Severity, Trip
from consistency.normalizer import places

OTHER_COUNTRY = "Two countries are told for one journey"
ONE_JOURNEY = "A journey through several countries is told in full by one document only"


@rule(Severity.MAJOR, references=["IRPA s.16(1)", "IRPA s.40(1)(a)"])
def missing(case: Case) -> Iterator[Mismatch]:
    """A journey in one document is absent from another that asks for it.

    Why: the travel form is kept and used to verify later ones, and partner states share entries and removals; a
    journey that one document tells and the signed form does not reads as withheld.
    Advice: add the journey to the draft; or say openly in the explanation letter that an older form left it out, and
    why; or document why the journey does not belong there.

    Reports a journey of the travel table that the form leaves out:
        draft/travel-history.docx as of 2026-02-20: trip country=KE city=Nairobi from=2018-03-04 to=2018-03-15
        draft/travel-history.docx as of 2026-02-20: trip country=AE city=Dubai from=2022-03-06 to=2022-03-18
        draft/imm5562.pdf as of 2026-03-01: trip country=KE city=Nairobi from=2018-03-04 to=2018-03-15

    Reports a journey of the form that the travel table leaves out:
        draft/travel-history.docx as of 2026-02-20: trip country=KE city=Nairobi from=2018-03-04 to=2018-03-15
        draft/imm5562.pdf as of 2026-03-01: trip country=KE city=Nairobi from=2018-03-04 to=2018-03-15
        draft/imm5562.pdf as of 2026-03-01: trip country=AE city=Dubai from=2022-03-06 to=2022-03-18

    Reports a journey of an older form that the draft drops:
        2023/imm5562.pdf as of 2023-06-01: trip country=KE city=Nairobi from=2018-03-04 to=2018-03-15
        2023/imm5562.pdf as of 2023-06-01: trip country=AE city=Dubai from=2022-03-06 to=2022-03-18
        draft/imm5562.pdf as of 2026-03-01: trip country=AE city=Dubai from=2022-03-06 to=2022-03-18

    Reports a journey that only the letter tells, by its year:
        draft/explanation-letter.pdf as of 2026-03-01: trip country=AE city=Dubai from=2022 to=2022
        draft/imm5562.pdf as of 2026-03-01: trip country=KE city=Nairobi from=2018-03-04 to=2018-03-15

    Reports a journey that the draft leaves out, whatever an older letter denied:
        2022/explanation-letter.pdf as of 2022-02-01: text "I have never travelled outside my country."
        draft/travel-history.docx as of 2026-02-20: trip country=KE city=Nairobi from=2018-03-04 to=2018-03-15
        draft/travel-history.docx as of 2026-02-20: trip country=AE city=Dubai from=2024-03-06 to=2024-03-18
        draft/imm5562.pdf as of 2026-03-01: trip country=KE city=Nairobi from=2018-03-04 to=2018-03-15

    Reports the second of two journeys to one country:
        draft/travel-history.docx as of 2026-02-20: trip country=AE city=Dubai from=2022-03-06 to=2022-03-18
        draft/travel-history.docx as of 2026-02-20: trip country=AE city=Dubai from=2022-05-06 to=2022-05-18
        draft/imm5562.pdf as of 2026-03-01: trip country=AE city=Dubai from=2022-05-06 to=2022-05-18

    Reports a form by months that lacks a journey of its five years:
        draft/imm5257b.pdf as of 2026-03-01: trip country=KE city=Nairobi from=2023-03 to=2023-03
        draft/imm5562.pdf as of 2026-03-01: trip country=KE city=Nairobi from=2023-03-04 to=2023-03-15
        draft/imm5562.pdf as of 2026-03-01: trip country=AE city=Dubai from=2022-03-06 to=2022-03-18

    Reports once a journey told to two countries:
        draft/travel-history.docx as of 2026-02-20: trip country=AE city=Dubai from=2022-03-06 to=2022-03-18
        draft/imm5562.pdf as of 2026-03-01: trip country=TH city=Bangkok from=2022-03-06 to=2022-03-18

    Reports once a form that lists no journey at all:
        2023/imm5562.pdf as of 2023-06-01: trip country=KE city=Nairobi from=2018-03-04 to=2018-03-15
        2023/imm5562.pdf as of 2023-06-01: trip country=AE city=Dubai from=2022-03-06 to=2022-03-18
        draft/imm5562.pdf as of 2026-03-01: family_name=RAHIMI given_names=Ali

    Reports a stay of more than six months, which is a residence that is hidden:
        draft/travel-history.docx as of 2026-02-20: trip country=KE city=Nairobi from=2018-03-04 to=2018-03-15
        draft/travel-history.docx as of 2026-02-20: trip country=DE city=Berlin from=2021-01-06 to=2021-11-18
        draft/imm5562.pdf as of 2026-03-01: trip country=KE city=Nairobi from=2018-03-04 to=2018-03-15

    Reports a journey that ended in a removal:
        2023/imm5562.pdf as of 2023-06-01: trip country=GB city=London from=2018-03-04 to=2018-06-15
        draft/imm5562.pdf as of 2026-03-01: trip country=AE city=Dubai from=2022-03-06 to=2022-03-18
        2023/explanation-letter.pdf as of 2023-06-01: text "I was removed from the United Kingdom in June 2018."

    Reports as a question a part of a longer journey:
        draft/travel-history.docx as of 2026-02-20: trip country=FR city=Paris from=2022-03-06 to=2022-03-12
        draft/travel-history.docx as of 2026-02-20: trip country=IT city=Rome from=2022-03-12 to=2022-03-18
        draft/imm5562.pdf as of 2026-03-01: trip country=FR city=Paris from=2022-03-06 to=2022-03-18

    Accepts a journey before the five years of the form:
        draft/imm5562.pdf as of 2026-03-01: trip country=KE city=Nairobi from=2018-03-04 to=2018-03-15
        draft/imm5562.pdf as of 2026-03-01: trip country=AE city=Dubai from=2022-03-06 to=2022-03-18
        draft/imm5257b.pdf as of 2026-03-01: trip country=AE city=Dubai from=2022-03 to=2022-03

    Accepts a journey before the eighteenth birthday:
        draft/imm5562.pdf as of 2026-03-01: birth_date=2002-05-04 family_name=RAHIMI given_names=Ali
        draft/imm5562.pdf as of 2026-03-01: trip country=AE city=Dubai from=2022-03-06 to=2022-03-18
        draft/travel-history.docx as of 2026-02-20: trip country=KE city=Nairobi from=2018-03-04 to=2018-03-15
        draft/travel-history.docx as of 2026-02-20: trip country=AE city=Dubai from=2022-03-06 to=2022-03-18

    Accepts a journey after the older form was signed:
        2023/imm5562.pdf as of 2023-03-10: trip country=KE city=Nairobi from=2018-03-04 to=2018-03-15
        draft/imm5562.pdf as of 2026-03-01: trip country=KE city=Nairobi from=2018-03-04 to=2018-03-15
        draft/imm5562.pdf as of 2026-03-01: trip country=AE city=Dubai from=2023-03-12 to=2023-03-18

    Accepts a journey in the month in which the older form was signed:
        2023/imm5562.pdf as of 2023-03-10: trip country=KE city=Nairobi from=2018-03-04 to=2018-03-15
        draft/imm5257b.pdf as of 2026-03-01: trip country=AE city=Dubai from=2023-03 to=2023-03

    Accepts letters, which tell what they like:
        draft/explanation-letter.pdf as of 2026-03-01: trip country=KE city=Nairobi from=2018 to=2018
        draft/imm5562.pdf as of 2026-03-01: trip country=KE city=Nairobi from=2018-03-04 to=2018-03-15
        draft/imm5562.pdf as of 2026-03-01: trip country=AE city=Dubai from=2022-03-06 to=2022-03-18

    Accepts a list that begins later:
        draft/travel-history.docx as of 2026-02-20: trip country=AE city=Dubai from=2022-03-06 to=2022-03-18
        draft/imm5562.pdf as of 2026-03-01: trip country=KE city=Nairobi from=2018-03-04 to=2018-03-15
        draft/imm5562.pdf as of 2026-03-01: trip country=AE city=Dubai from=2022-03-06 to=2022-03-18

    Accepts a change of planes:
        draft/travel-history.docx as of 2026-02-20: trip country=TH city=Bangkok from=2022-03-07 to=2022-03-18
        draft/travel-history.docx as of 2026-02-20: trip country=QA city=Doha from=2022-03-06 to=2022-03-07
        draft/imm5562.pdf as of 2026-03-01: trip country=TH city=Bangkok from=2022-03-07 to=2022-03-18

    Accepts a transit that is told as one:
        draft/travel-history.docx as of 2026-02-20: trip country=QA city=Doha from=2022-03-06 to=2022-03-08 purpose=transit
        draft/imm5562.pdf as of 2026-03-01: trip country=KE city=Nairobi from=2018-03-04 to=2018-03-15

    Accepts a visit home by somebody who lives abroad:
        draft/imm5710.pdf as of 2026-03-01: citizenship=PH family_name=CRUZ birth_date=1990-05-04
        draft/imm5710.pdf as of 2026-03-01: residence country=CA status=worker from=2020-06-12 to=2027-03-31
        draft/imm5562.pdf as of 2026-03-01: family_name=CRUZ birth_date=1990-05-04
        draft/imm5562.pdf as of 2026-03-01: trip country=US city=Seattle from=2022-03-04 to=2022-03-15
        draft/travel-history.docx as of 2026-02-20: trip country=US city=Seattle from=2022-03-04 to=2022-03-15
        draft/travel-history.docx as of 2026-02-20: trip country=PH city=Cebu from=2022-12-18 to=2023-01-09

    Accepts a stay that is told as work and residence there:
        draft/travel-history.docx as of 2026-02-20: trip country=QA city=Doha from=2019-01-06 to=2021-11-18
        draft/travel-history.docx as of 2026-02-20: trip country=KE city=Nairobi from=2018-03-04 to=2018-03-15
        draft/imm5562.pdf as of 2026-03-01: trip country=KE city=Nairobi from=2018-03-04 to=2018-03-15
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=cook country=QA from=2019-01 to=2021-11

    Accepts one row for a journey through several countries that names them:
        draft/travel-history.docx as of 2026-02-20: trip country=FR city=Paris from=2022-03-06 to=2022-03-12
        draft/travel-history.docx as of 2026-02-20: trip country=IT city=Rome from=2022-03-12 to=2022-03-18
        draft/imm5562.pdf as of 2026-03-01: trip country=FR city="Paris, Rome" from=2022-03-06 to=2022-03-18

    Accepts one row for a journey without a country:
        draft/travel-history.docx as of 2026-02-20: trip country=FR city=Paris from=2022-03-06 to=2022-03-12
        draft/imm5562.pdf as of 2026-03-01: trip city="Schengen area" from=2022-03-06 to=2022-03-18

    Accepts another date for the journey, which is one contradiction and told elsewhere:
        draft/travel-history.docx as of 2026-02-20: trip country=AE city=Dubai from=2022-03-06 to=2022-03-18
        draft/imm5562.pdf as of 2026-03-01: trip country=AE city=Dubai from=2021-03-06 to=2021-03-18

    Accepts a form of which a page was not read:
        2023/imm5562.pdf as of 2023-06-01: trip country=KE city=Nairobi from=2018-03-04 to=2018-03-15
        2023/imm5562.pdf as of 2023-06-01: trip country=AE city=Dubai from=2022-03-06 to=2022-03-18
        draft/imm5562.pdf as of 2026-03-01: trip country=AE city=Dubai from=2022-03-06 to=2022-03-18
        draft/imm5562.pdf as of 2026-03-01: problem code=no-text message="Page 2 is a picture." read=partial

    Accepts the journeys of another person of the family:
        draft/imm5562.pdf as of 2026-03-01: birth_date=1990-01-01 family_name=RAHIMI given_names=Ali
        draft/imm5562.pdf as of 2026-03-01: trip country=KE city=Nairobi from=2018-03-04 to=2018-03-15
        spouse/imm5257b.pdf as of 2026-03-01: birth_date=1992-02-02 family_name=KARIMI given_names=Sara
        spouse/imm5257b.pdf as of 2026-03-01: trip country=AE city=Dubai from=2022-03 to=2022-03
    """
    for person in case.people:
        found = list(omissions(case, person))
        bare = {paper.path for paper in case.of(person) if _is_bare(paper)}
        for omission in found:
            listing = tuple(paper for paper in omission.missing if paper.path not in bare)
            if listing:
                yield _mismatch(case, person, replace(omission, missing=listing))
        for path in sorted(bare):
            yield from _nothing_told(case, person, case.by_path[path], found)


def _is_bare(paper: Paper) -> bool:
    return not any(paper.all(Trip))


def _nothing_told(case: Case, person: Person, paper: Paper, found: Sequence[Omission]) -> Iterator[Mismatch]:
    """Report once a form that lists no journey at all, with all the journeys that it asks for."""
    alone = [replace(omission, missing=(paper,)) for omission in found if paper in omission.missing]
    if not alone:
        return
    single = [_mismatch(case, person, omission) for omission in alone]
    asked, told = paper.asks(Trip), "; ".join(_told(omission.journey) for omission in alone)
    answer = (Citation(asked.none, "none", paper.as_of.date),) if asked and asked.none else ()
    yield replace(
        max(single, key=lambda mismatch: mismatch.severity or Severity.MAJOR),
        subject=f"every journey {paper.kind} {paper.as_of.date}",
        detail=f"{paper.path} lists no journey at all. {told}.",
        evidence=tuple(dict.fromkeys((*answer, *(c for one in single for c in one.evidence)))),
        ask=False,
        title=None,
        follows=(Cause("travel/denied"),),
    )


def _mismatch(case: Case, person: Person, omission: Omission) -> Mismatch:
    hidden = _hidden(case, person, omission.journey)
    letter = omission.openly
    plain = Mismatch(
        person=person,
        subject=subject(omission.journey),
        detail=f"{_told(omission.journey)}. It is not in {papers_named(omission.missing)}, "
        f"which {'ask' if len(omission.missing) > 1 else 'asks'} for it.{_why(hidden)}{said_openly(letter)}",
        evidence=(*_evidence(omission), *cited_openly(letter), *_cited(hidden)),
        severity=_level(case, hidden is not None, letter is not None),
        confidence=_surest(omission.journey),
        follows=tuple(_denied(case, person, omission)),
    )
    if omission.instead is not None:
        return _with_another_country(plain, omission, omission.instead)
    if omission.within is not None and hidden is None:
        return _within_another(plain, omission, omission.within)
    return plain


def _denied(case: Case, person: Person, omission: Omission) -> Iterator[Cause]:
    """Give the sentences of the same submission that deny this very journey: who never travelled lists none."""
    days, code = best(omission.journey).widest, country(omission.journey)
    beside = {paper.application for paper in omission.missing}
    for paper in case.of(person):
        for denial in denials(paper) if paper.application in beside else ():
            if code and days and denial.scope.holds(code, days):
                yield Cause("travel/denied", f"never travelled {denial.words}")


def _level(case: Case, hidden: bool, openly: bool) -> Severity:
    if hidden:
        return Severity.CRITICAL
    return Severity.MAJOR.moved(int(refused_for(case, ["travel"])) - int(openly))


def _hidden(case: Case, person: Person, journey: Same[Trip]) -> Passage | Told[Refusal] | str | None:
    """Give what the missing journey hides: a removal, or a residence."""
    removal = hidden_removal(case, person, journey)
    return removal or ("It lasted for more than six months." if hides_residence(journey) else None)


def _why(hidden: Passage | Told[Refusal] | str | None) -> str:
    if isinstance(hidden, Passage):
        return f" {hidden.paper.path} says: “{hidden.text}”"
    if isinstance(hidden, Told):
        return f" {hidden.paper.path} tells a refusal there at that time."
    return f" {hidden}" if hidden else ""


def _cited(hidden: Passage | Told[Refusal] | str | None) -> tuple[Citation, ...]:
    if isinstance(hidden, Passage):
        return (hidden.citation,)
    return (hidden.cite("period", str(hidden.record.period)),) if isinstance(hidden, Told) else ()


def _with_another_country(plain: Mismatch, omission: Omission, other: Same[Trip]) -> Mismatch:
    """Say that the papers tell two countries; both sides then make one finding."""
    return replace(
        plain,
        subject=rival_subject(omission.journey, other),
        detail=f"{_told(omission.journey)}. For the same days {papers_named(other.papers)} "
        f"{'tell' if len(other.papers) > 1 else 'tells'} {destination(other)}.",
        evidence=(*plain.evidence, *(row.cite("country", shown(row)) for row in other.told)),
        title=OTHER_COUNTRY,
    )


def _within_another(plain: Mismatch, omission: Omission, row: Told[Trip]) -> Mismatch:
    """Ask whether the journey was a part of a longer one, which the other paper tells by one country."""
    where = places.name_of(row.record.country or "")
    return replace(
        plain,
        detail=f"{_told(omission.journey)}. {row.paper.path} tells these days as a part of a journey to {where} "
        f"({row.record.period}). Was it one journey through several countries? Then name each of them.",
        evidence=(*plain.evidence, row.cite("country", shown(row))),
        severity=Severity.MINOR,
        title=ONE_JOURNEY,
        ask=True,
    )


def _told(journey: Same[Trip]) -> str:
    sentence = f"{named(journey)} stands in {papers_named(journey.papers)}"
    return sentence[0].upper() + sentence[1:]


def _evidence(omission: Omission) -> tuple[Citation, ...]:
    return (
        *(row.cite("country", shown(row)) for row in omission.journey.told),
        *cite_papers(omission.missing),
    )


def _surest(journey: Same[Trip]) -> float:
    return max((row.record.cite("country").confidence for row in journey.told), default=1.0)
