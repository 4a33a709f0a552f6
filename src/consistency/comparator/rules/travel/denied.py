"""travel/denied: "never travelled" against a journey."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from consistency.comparator.engine import Mismatch, rule
from consistency.comparator.reapplication.grounds import refused_for
from consistency.comparator.statements import named as papers_named
from consistency.comparator.telling import Same, Told
from consistency.comparator.whereabouts.presence import HALF_A_YEAR, Stay, origins, stays
from consistency.comparator.whereabouts.travel_denials import Denial, denials
from consistency.comparator.whereabouts.travels import (
    best,
    country,
    is_at_home,
    is_stopover,
    journeys,
    named,
    omissions,
    shown,
)
from consistency.model import Case, Citation, Entry, Paper, Person, Severity, Trip
from consistency.normalizer import places

SHOWN = 4
"""So many journeys are named in a sentence; the others are counted."""


@rule(Severity.MAJOR, references=["IRPA s.16(1)", "IRPA s.40(1)(a)"])
def denied(case: Case) -> Iterator[Mismatch]:
    """A letter or form says that the applicant never travelled, although a journey is told elsewhere.

    Why: the sentence is untrue on its face once a form, a stamp or an older letter shows a journey, and it takes away
    the very history of returning on time that counts for the applicant.
    Advice: correct the sentence, or the form's answer, in the draft; or say openly in the explanation letter that an
    older paper was wrong; or say which time and which countries the sentence means.

    Reports a letter against the travel form:
        draft/explanation-letter.pdf as of 2026-03-01: text "I am a cook. I have never travelled outside my country."
        draft/imm5562.pdf as of 2026-03-01: trip country=AE city=Dubai from=2022-03-06 to=2022-03-18

    Reports a letter in French against the travel table:
        draft/explanation-letter.pdf as of 2026-03-01: text "Je n'ai jamais voyagé à l'étranger."
        draft/travel-history.docx as of 2026-02-20: trip country=AE city=Dubai from=2022-03-06 to=2022-03-18

    Reports that Canada is meant to be the first journey:
        draft/explanation-letter.pdf as of 2026-03-01: text "This will be my first trip outside Nepal."
        2023/imm5562.pdf as of 2023-06-01: trip country=IN city=Delhi from=2022-03-06 to=2022-03-18

    Reports an older letter:
        2023/explanation-letter.pdf as of 2023-06-01: text "I have no travel history."
        draft/imm5562.pdf as of 2026-03-01: trip country=AE city=Dubai from=2022-03-06 to=2022-03-18

    Reports a country that the letter denies alone:
        draft/explanation-letter.pdf as of 2026-03-01: text "I have never been to Canada."
        draft/imm5562.pdf as of 2026-03-01: trip country=CA city=Toronto from=2022-03-06 to=2022-03-18

    Reports a denial until a year:
        draft/explanation-letter.pdf as of 2026-03-01: text "I had never travelled abroad before 2023."
        draft/imm5562.pdf as of 2026-03-01: trip country=AE city=Dubai from=2022-03-06 to=2022-03-18

    Reports years of work abroad against "never left my country":
        draft/explanation-letter.pdf as of 2026-03-01: text "I have never left my country."
        draft/imm1295.pdf as of 2026-03-01: citizenship=NP family_name=RAI birth_date=1990-01-01
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=cook country=QA from=2016-01 to=2020-05

    Reports what an exception leaves denied:
        draft/explanation-letter.pdf as of 2026-03-01: text "Apart from Dubai, I have never travelled abroad."
        draft/imm5562.pdf as of 2026-03-01: trip country=TH city=Bangkok from=2022-03-06 to=2022-03-18

    Reports what an exception after the denial leaves denied:
        draft/explanation-letter.pdf as of 2026-03-01: text "I have never set foot abroad, save for a week in Dubai in 2022."
        draft/imm5562.pdf as of 2026-03-01: trip country=TH city=Bangkok from=2022-03-06 to=2022-03-18

    Accepts an exception that cannot be told:
        draft/explanation-letter.pdf as of 2026-03-01: text "I have never travelled except for the trips on my form."
        draft/explanation-letter.pdf as of 2026-03-01: text "I have never been abroad except to Qwertyland."
        draft/imm5562.pdf as of 2026-03-01: trip country=TH city=Bangkok from=2022-03-06 to=2022-03-18

    Accepts a journey after the letter:
        2023/explanation-letter.pdf as of 2023-06-01: text "I have never travelled."
        draft/imm5562.pdf as of 2026-03-01: trip country=AE city=Dubai from=2024-03-06 to=2024-03-18

    Accepts another time than the letter means:
        draft/explanation-letter.pdf as of 2026-03-01: text "I had not travelled abroad before 2019."
        draft/imm5562.pdf as of 2026-03-01: trip country=AE city=Dubai from=2022-03-06 to=2022-03-18

    Accepts another country than the letter means:
        draft/explanation-letter.pdf as of 2026-03-01: text "I have never travelled to Canada."
        draft/imm5562.pdf as of 2026-03-01: trip country=AE city=Dubai from=2022-03-06 to=2022-03-18

    Accepts what was never done in a certain way:
        draft/explanation-letter.pdf as of 2026-03-01: text "I have never travelled without authorisation."
        draft/imm5562.pdf as of 2026-03-01: trip country=AE city=Dubai from=2022-03-06 to=2022-03-18

    Accepts an exception:
        draft/explanation-letter.pdf as of 2026-03-01: text "I have never travelled, except once to Dubai in 2022."
        draft/imm5562.pdf as of 2026-03-01: trip country=AE city=Dubai from=2022-03-06 to=2022-03-18

    Accepts an exception that comes first:
        draft/explanation-letter.pdf as of 2026-03-01: text "Apart from Dubai, I have never travelled abroad."
        draft/imm5562.pdf as of 2026-03-01: trip country=AE city=Dubai from=2022-03-06 to=2022-03-18

    Accepts what the letter tells before:
        draft/explanation-letter.pdf as of 2026-03-01: text "I saw Dubai in 2022. I have no other travel history."
        draft/imm5562.pdf as of 2026-03-01: trip country=AE city=Dubai from=2022-03-06 to=2022-03-18

    Accepts what an officer wrote:
        draft/explanation-letter.pdf as of 2026-03-01: text "The officer noted that I have no travel history."
        draft/imm5562.pdf as of 2026-03-01: trip country=AE city=Dubai from=2022-03-06 to=2022-03-18

    Accepts the journeys of somebody else:
        draft/explanation-letter.pdf as of 2026-03-01: text "My wife has never travelled. I have been to Dubai."
        draft/imm5562.pdf as of 2026-03-01: trip country=AE city=Dubai from=2022-03-06 to=2022-03-18

    Accepts a visit home:
        draft/explanation-letter.pdf as of 2026-03-01: text "I have never travelled."
        draft/imm5710.pdf as of 2026-03-01: citizenship=PH family_name=CRUZ birth_date=1990-05-04
        draft/travel-history.docx as of 2026-02-20: trip country=PH city=Cebu from=2022-12-18 to=2023-01-09

    Accepts a change of planes:
        draft/explanation-letter.pdf as of 2026-03-01: text "I have never travelled."
        draft/travel-history.docx as of 2026-02-20: trip country=QA city=Doha from=2022-12-18 to=2022-12-19 purpose=transit
    """
    for person in case.people:
        yield from _letters(case, person)
        yield from _boxes(case, person)


class _Against(Struct, frozen=True):
    """What contradicts a denial: in words, and where it stands."""

    words: str
    citations: tuple[Citation, ...]
    papers: tuple[Paper, ...]


def _letters(case: Case, person: Person) -> Iterator[Mismatch]:
    for paper in case.of(person):
        for denial in denials(paper):
            found = _against(case, person, denial)
            if found:
                said = denial.passage
                yield Mismatch(
                    person=person,
                    subject=f"never travelled {denial.words}",
                    detail=f"{paper.path} says: “{said.text}” But {_sentence(found)}.",
                    evidence=(_cited(denial), *(c for one in found for c in one.citations)),
                    severity=_level(case),
                )


def _cited(denial: Denial) -> Citation:
    place = denial.passage.citation
    return Citation(place.evidence, denial.words, place.as_of)


def _level(case: Case) -> Severity:
    return Severity.MAJOR.moved(int(refused_for(case, ["travel"])))


def _against(case: Case, person: Person, denial: Denial) -> list[_Against]:
    """Give the journeys that a sentence denies; where there are none, the years abroad."""
    groups = journeys(case, person)
    told = [
        _journey(group)
        for group in groups
        if not is_stopover(group, groups)
        and _denies(denial, group)
        and _is_abroad(case, person, group, denial)
    ]
    told += [entry for paper in case.of(person) for entry in _entries(paper, denial)]
    if told or not denial.scope.leaves_home:
        return told
    home = origins(case, person)
    lived = (stay for stay in stays(case, person) if home and stay.country not in home)
    return [_stay(stay) for stay in lived if _is_long(stay) and denial.scope.holds(stay.country, stay.widest)]


def _denies(denial: Denial, group: Same[Trip]) -> bool:
    days, code = best(group).widest, country(group)
    return days is not None and code is not None and denial.scope.holds(code, days)


def _is_abroad(case: Case, person: Person, group: Same[Trip], denial: Denial) -> bool:
    """True for a journey, and for any stay in a country that the sentence names."""
    return denial.scope.only is not None or not is_at_home(case, person, group)


def _journey(group: Same[Trip]) -> _Against:
    cited = tuple(row.cite("country", shown(row)) for row in group.told)
    return _Against(f"{named(group)} is told in {papers_named(group.papers)}", cited, group.papers)


def _entries(paper: Paper, denial: Denial) -> Iterator[_Against]:
    """Give the entries to a country that a sentence names."""
    for record in paper.all(Entry):
        start = record.start
        code = record.country
        if not denial.scope.only or code is None or code not in denial.scope.only or start is None:
            continue
        if denial.scope.holds(code, (start.earliest, start.latest)):
            cited = (Told(paper, record).cite("from", f"{code} {start}"),)
            words = f"{paper.path} tells an entry to {places.name_of(code)} on {start}"
            yield _Against(words, cited, (paper,))


def _is_long(stay: Stay) -> bool:
    return stay.certain is not None and (stay.certain[1] - stay.certain[0]).days > HALF_A_YEAR


def _stay(stay: Stay) -> _Against:
    period = stay.told.record.period
    words = f"{stay.told.paper.path} tells a stay in {places.name_of(stay.country)} ({period})"
    return _Against(words, (stay.told.cite("country", f"{stay.country} {period}"),), (stay.told.paper,))


def _sentence(found: Sequence[_Against]) -> str:
    words = list(dict.fromkeys(one.words for one in found))
    more = [f"{len(words) - SHOWN} more are told"] if len(words) > SHOWN else []
    return "; ".join(words[:SHOWN] + more)


def _boxes(case: Case, person: Person) -> Iterator[Mismatch]:
    """Report forms that answer that there was no journey, although one is told."""
    missed = list(omissions(case, person))
    for paper in case.of(person):
        asked = paper.asks(Trip)
        if asked is None or asked.none is None:
            continue
        found = [_journey(o.journey) for o in missed if paper in o.missing and o.within is None]
        own = tuple(Told(paper, row).cite("country", row.country) for row in paper.all(Trip))
        found += [_Against("its own rows tell journeys", own, (paper,))] if own else []
        if found:
            yield Mismatch(
                person=person,
                subject=f"no journey {paper.kind} {paper.as_of.date}",
                detail=f"{paper.path} answers that there was no journey, but {_sentence(found)}.",
                evidence=(
                    Citation(asked.none, "no journey", paper.as_of.date),
                    *(c for one in found for c in one.citations),
                ),
                severity=_level(case),
            )
