"""residence/missing: a country lived in that a form leaves out."""

from collections.abc import Iterator, Sequence

from consistency.comparator.engine import Cause, Mismatch, rule
from consistency.comparator.openly import cited_openly, openly, said_openly, supplements
from consistency.comparator.passages import mentioned
from consistency.comparator.reapplication.grounds import refused_for
from consistency.comparator.statements import named
from consistency.comparator.whereabouts.presence import Stay
from consistency.comparator.whereabouts.residences import Lacking, lacking
from consistency.comparator.work.history import jobs
from consistency.comparator.work.history import subject as job_subject
from consistency.model import Case, Citation, Paper, Person, Residence, Severity
from consistency.normalizer import places
from consistency.normalizer.text import fold

NO_ROOM = "A country lived in does not fit on the form"
SHOWN = 4
"""So many ways in which a stay shows are named in a sentence."""


@rule(Severity.MAJOR, references=["IRPA s.16(1)", "IRPR s.10(2)(a)"])
def missing(case: Case) -> Iterator[Mismatch]:
    """More than six months in another country are shown elsewhere, and the form does not list that country.

    Why: the form asks for every country lived in for more than six months in five years, to ask that country for
    records; one that is left out hides them.
    Advice: list the country in the draft, on an extra page where the form has no room; or say openly in the explanation
    letter that an older form left it out, and why; or document that the work or studies were done from elsewhere.

    Reports years of work abroad beside "no previous residence":
        draft/imm1295.pdf as of 2026-03-01: citizenship=IR family_name=MORADI birth_date=1990-01-16
        draft/imm1295.pdf as of 2026-03-01: residence country=IR status=citizen
        draft/imm1295.pdf as of 2026-03-01: job employer=Freight title=clerk country=TR from=2017-08 to=2023-12
        draft/imm1295.pdf as of 2026-03-01: job employer=Textiles title=clerk country=IR from=2023-12 to=present

    Reports a country that an older form listed:
        2024/imm1295.pdf as of 2024-03-01: citizenship=IR family_name=MORADI birth_date=1990-01-16
        2024/imm1295.pdf as of 2024-03-01: residence country=IR status=citizen
        2024/imm1295.pdf as of 2024-03-01: residence country=TR status=worker from=2017-08-03 to=2023-12-23
        draft/imm1295.pdf as of 2026-03-01: citizenship=IR family_name=MORADI birth_date=1990-01-16
        draft/imm1295.pdf as of 2026-03-01: residence country=IR status=citizen

    Reports addresses abroad:
        draft/imm1295.pdf as of 2026-03-01: citizenship=IR family_name=MORADI birth_date=1990-01-16
        draft/imm1295.pdf as of 2026-03-01: residence country=IR status=citizen
        draft/imm5669.pdf as of 2026-03-01: address city=Izmir country=TR from=2021-08 to=2023-12

    Reports studies abroad, in Canada too:
        draft/imm1295.pdf as of 2026-03-01: citizenship=IN family_name=SINGH birth_date=1998-01-16
        draft/imm1295.pdf as of 2026-03-01: residence country=IN status=citizen
        draft/cv.pdf as of 2026-02-01: education institution="Bow College" country=CA from=2021-09 to=2023-05

    Reports a stay of years that stamps show:
        draft/imm1295.pdf as of 2026-03-01: citizenship=KE family_name=OTIENO birth_date=1990-01-01
        draft/imm1295.pdf as of 2026-03-01: residence country=KE status=citizen
        draft/passport.pdf as of 2021-01-01: trip country=OM from=2022-02-10 to=2024-06-25

    Reports a country that is not that of the residence then:
        2023/imm5257.pdf as of 2023-03-01: citizenship=NP family_name=RAI birth_date=1990-01-16
        2023/imm5257.pdf as of 2023-03-01: residence country=QA status=worker from=2021-06-17 to=2024-12-31
        draft/cv.pdf as of 2026-02-01: job employer=Acme title=cook country=MY from=2017-01 to=2021-03

    Reports once work that other papers show and the form leaves out too:
        draft/imm1295.pdf as of 2026-03-01: citizenship=IR family_name=MORADI birth_date=1990-01-16
        draft/imm1295.pdf as of 2026-03-01: residence country=IR status=citizen
        draft/employment-letter.pdf as of 2023-12-30: job employer=Freight title=clerk country=TR from=2017-08-03 to=2023-12-23

    Reports as a note a country for which the form has no room:
        draft/imm1295.pdf as of 2026-03-01: citizenship=IR family_name=MORADI birth_date=1990-01-16
        draft/imm1295.pdf as of 2026-03-01: residence country=IR status=citizen
        draft/imm1295.pdf as of 2026-03-01: residence country=TR status=worker from=2024-01-03 to=2025-12-23
        draft/imm1295.pdf as of 2026-03-01: residence country=AE status=worker from=2022-12-03 to=2023-12-23
        draft/cv.pdf as of 2026-02-01: job employer=Diner title=cook city=Doha country=QA from=2021-05 to=2022-11

    Accepts the country of citizenship:
        draft/imm1295.pdf as of 2026-03-01: citizenship=NP family_name=RAI birth_date=1990-01-16
        draft/imm1295.pdf as of 2026-03-01: residence country=QA status=worker from=2023-06-17 to=2027-12-31
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=cook country=NP from=2017-01 to=2023-03

    Accepts a second citizenship that another paper shows:
        draft/imm1295.pdf as of 2026-03-01: citizenship=IR family_name=MORADI birth_date=1990-01-16
        draft/imm1295.pdf as of 2026-03-01: residence country=IR status=citizen
        draft/imm1295.pdf as of 2026-03-01: job employer=Freight title=clerk country=TR from=2017-08 to=2023-12
        2024/imm1295.pdf as of 2024-03-01: citizenship=TR family_name=MORADI birth_date=1990-01-16

    Accepts the country of residence:
        draft/imm1295.pdf as of 2026-03-01: citizenship=NP family_name=RAI birth_date=1990-01-16
        draft/imm1295.pdf as of 2026-03-01: residence country=QA status=worker from=2023-06-17 to=2027-12-31
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=cook country=QA from=2017-01 to=present

    Accepts six months and less:
        draft/imm1295.pdf as of 2026-03-01: citizenship=IR family_name=MORADI birth_date=1990-01-16
        draft/imm1295.pdf as of 2026-03-01: residence country=IR status=citizen
        draft/cv.pdf as of 2026-02-01: job employer=Freight title=clerk country=TR from=2023-02 to=2023-07

    Accepts a time of which less than six months lie in the five years:
        draft/imm1295.pdf as of 2026-03-01: citizenship=IR family_name=MORADI birth_date=1990-01-16
        draft/imm1295.pdf as of 2026-03-01: residence country=IR status=citizen
        draft/cv.pdf as of 2026-02-01: job employer=Freight title=clerk country=TR from=2017-02 to=2021-07

    Accepts a time after the older form was signed:
        2023/imm1295.pdf as of 2023-03-01: citizenship=IR family_name=MORADI birth_date=1990-01-16
        2023/imm1295.pdf as of 2023-03-01: residence country=IR status=citizen
        draft/cv.pdf as of 2026-02-01: job employer=Freight title=clerk country=TR from=2022-12 to=2024-05

    Accepts work from elsewhere for a company there:
        draft/imm1295.pdf as of 2026-03-01: citizenship=IN family_name=SINGH birth_date=1990-01-16
        draft/imm1295.pdf as of 2026-03-01: residence country=IN status=citizen
        draft/imm1295.pdf as of 2026-03-01: job employer="Soft GmbH" title="Developer (remote)" country=DE from=2019-08 to=present

    Accepts a company abroad while the addresses were at home:
        draft/imm1295.pdf as of 2026-03-01: citizenship=IN family_name=SINGH birth_date=1990-01-16
        draft/imm1295.pdf as of 2026-03-01: residence country=IN status=citizen
        draft/imm1295.pdf as of 2026-03-01: job employer="Soft GmbH" title=developer country=DE from=2019-08 to=present
        draft/imm5669.pdf as of 2026-03-01: address city=Pune country=IN from=2015-08 to=present

    Accepts a seafarer, whose company sits abroad:
        draft/imm1295.pdf as of 2026-03-01: citizenship=PH family_name=CRUZ birth_date=1990-01-16
        draft/imm1295.pdf as of 2026-03-01: residence country=PH status=citizen
        draft/imm1295.pdf as of 2026-03-01: job employer="Star Ship Management" title="Able seaman" country=SG from=2019-08 to=present

    Accepts a job that papers tell in two countries, which is another contradiction:
        draft/imm1295.pdf as of 2026-03-01: citizenship=IN family_name=SINGH birth_date=1990-01-16
        draft/imm1295.pdf as of 2026-03-01: residence country=IN status=citizen
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=cook country=IN from=2019-08 to=present
        draft/cv.pdf as of 2026-02-01: job employer=Acme title=cook country=AE from=2019-08 to=present

    Accepts a person whose citizenship no paper tells:
        draft/imm1295.pdf as of 2026-03-01: residence country=DE status=worker
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=cook country=IN from=2019-08 to=2024-05

    Accepts a form on which no residence was read:
        draft/imm1295.pdf as of 2026-03-01: citizenship=IN family_name=SINGH birth_date=1990-01-16
        draft/cv.pdf as of 2026-02-01: job employer=Acme title=cook country=AE from=2019-08 to=present

    Accepts a country that the letter lists because the form has no room:
        draft/imm1295.pdf as of 2026-03-01: citizenship=IR family_name=MORADI birth_date=1990-01-16
        draft/imm1295.pdf as of 2026-03-01: residence country=IR status=citizen
        draft/imm1295.pdf as of 2026-03-01: residence country=TR status=worker from=2024-01-03 to=2025-12-23
        draft/imm1295.pdf as of 2026-03-01: residence country=AE status=worker from=2022-12-03 to=2023-12-23
        draft/cv.pdf as of 2026-02-01: job employer=Diner title=cook city=Doha country=QA from=2021-05 to=2022-11
        draft/explanation-letter.pdf as of 2026-03-01: text "The form is full. I lived in Qatar until November 2022."

    Accepts a country that another form of the submission lists because this one has no room:
        draft/imm1295.pdf as of 2026-03-01: citizenship=IR family_name=MORADI birth_date=1990-01-16
        draft/imm1295.pdf as of 2026-03-01: residence country=IR status=citizen
        draft/imm1295.pdf as of 2026-03-01: residence country=TR status=worker from=2024-01-03 to=2025-12-23
        draft/imm1295.pdf as of 2026-03-01: residence country=AE status=worker from=2022-12-03 to=2023-12-23
        draft/imm5669.pdf as of 2026-03-01: address city=Doha country=QA from=2021-05 to=2022-11
    """
    for person in case.people:
        by_country: dict[str, list[Lacking]] = {}
        for one in lacking(case, person):
            if one.has_room or not _told_beside(case, one):
                by_country.setdefault(one.country, []).append(one)
        for found in by_country.values():
            left_out = [one for one in found if one.has_room or supplements(case, one.paper)]
            if left_out:
                yield _mismatch(case, person, left_out)
            elif any(case.in_draft(one.paper) for one in found):
                yield _no_room(person, [one for one in found if case.in_draft(one.paper)])


def _told_beside(case: Case, one: Lacking) -> bool:
    """True where a letter or sheet beside a full form tells the country, or another form of the submission does."""
    names = _names(one)
    if any(mentioned(sheet, names) for sheet in supplements(case, one.paper)):
        return True
    beside = [stay.told.paper for stay in one.stays if stay.told.paper.path != one.paper.path]
    return any(paper.is_form and paper.application == one.paper.application for paper in beside)


def _names(one: Lacking) -> list[str]:
    """Give the names by which a letter may speak of the country: its own and those of the cities there."""
    cities = {fold(stay.told.record.city) for stay in one.stays if stay.told.record.city}
    return sorted({fold(places.name_of(one.country)), *cities})


def _mismatch(case: Case, person: Person, found: Sequence[Lacking]) -> Mismatch:
    first, papers = found[0], [one.paper for one in found]
    drafted = case.draft_papers
    letters = {s.path: s for p in (*papers, *drafted) for s in supplements(case, p)}
    letter = openly(tuple(letters.values()), _names(first))
    level = Severity.MAJOR.moved(int(refused_for(case, ["residence-status"])) - int(letter is not None))
    return Mismatch(
        person=person,
        subject=f"residence {first.country}",
        detail=f"{_shown(found)} {places.name_of(first.country)} is not among the residences of {named(papers)}, "
        f"which {'ask' if len(papers) > 1 else 'asks'} for every country lived in for more than six months in the five "
        f"years before.{said_openly(letter)}",
        evidence=(*_evidence(found), *cited_openly(letter)),
        severity=level,
        follows=_causes(case, person, found),
    )


def _no_room(person: Person, found: Sequence[Lacking]) -> Mismatch:
    papers = [one.paper for one in found]
    return Mismatch(
        person=person,
        subject=f"residence {found[0].country}",
        detail=f"{_shown(found)} All rows of {named(papers)} are in use: list it on an extra page.",
        evidence=_evidence(found),
        severity=Severity.INFO,
        title=NO_ROOM,
        advice="List the country on an extra page that names the form and the question, or in the explanation letter.",
    )


def _stays(found: Sequence[Lacking]) -> list[Stay]:
    """Give what shows the stay, each record once."""
    return list({id(stay.told.record): stay for one in found for stay in one.stays}.values())


def _shown(found: Sequence[Lacking]) -> str:
    """Say what shows the stay, in a few words."""
    by_words: dict[str, list[Paper]] = {}
    for stay in _stays(found):
        by_words.setdefault(_kind(stay), []).append(stay.told.paper)
    told = "; ".join(f"{words} in {named(papers)}" for words, papers in list(by_words.items())[:SHOWN])
    return f"{places.name_of(found[0].country)} shows as {told}."


def _kind(stay: Stay) -> str:
    record, period = stay.told.record, stay.told.record.period
    what = {
        "job": "the place of a job",
        "education": "the place of studies",
        "address": "an address",
        "trip": "a journey",
    }
    return f"{what.get(record.type, 'a residence')}{f' ({period})' if period else ''}"


def _evidence(found: Sequence[Lacking]) -> tuple[Citation, ...]:
    return (
        *(
            stay.told.cite("country", f"{stay.country} {stay.told.record.period or ''}")
            for stay in _stays(found)
        ),
        *(_absent(one.paper) for one in found),
    )


def _absent(paper: Paper) -> Citation:
    """Cite the form's No to the question, or the form in which the country is absent."""
    asked = paper.asks(Residence)
    where = asked.none if asked is not None and asked.none is not None else paper.absent()
    return Citation(where, None, paper.as_of.date)


def _causes(case: Case, person: Person, found: Sequence[Lacking]) -> tuple[Cause, ...]:
    """Name what the finding is a shadow of where work alone shows the stay: a job that the form leaves out or moves."""
    papers = {one.paper.path for one in found}
    if not all(
        stay.told.record.type == "job" and stay.told.paper.path not in papers for stay in _stays(found)
    ):
        return ()
    shown = {id(stay.told.record) for stay in _stays(found)}
    groups = [group for group in jobs(case, person) if any(id(row.record) in shown for row in group.told)]
    rules = ("work/missing", "work/added", "work/location", "work/dates")
    return tuple(Cause(name, job_subject(group)) for group in groups for name in rules)
