"""status/inadmissible: a finding of misrepresentation (A40) that is younger than five years."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from consistency.comparator.answers import answers
from consistency.comparator.day_spans import months_later
from consistency.comparator.elsewhere import Passage, is_supplement, passages
from consistency.comparator.engine import Mismatch, rule
from consistency.comparator.refusals import DECISIONS
from consistency.comparator.statements import named
from consistency.model import Case, Citation, Paper, Person, Severity
from consistency.normalizer import dates
from consistency.normalizer.negation import affirmed, flat

MONTHS = 60
"""A40(2)(a): the inadmissibility lasts five years."""

_FOUND = re.compile(
    r"(?:inadmissib\w+|interdite?s? de territoire)\b[^.]{0,160}?(?:\b(?:a|s\.? ?|section |paragraph |article )?40 ?\(1\)|\ba40\b"
    r"|misrepresent|withholding material|fausses? declarations?|presentation erronee|reticence)"
    r"|(?:40 ?\(1\)|\ba40\b|misrepresent\w*|fausses? declarations?|presentation erronee)[^.]{0,160}?"
    r"(?:inadmissib\w+|interdite?s? de territoire|(?:five|5)[- ]?(?:year|yr)|cinq ans|\brefus)"
    r"|(?:refused|refusee?|banned|barred|ban)\b[^.]{0,60}(?:40 ?\(1\)|\ba40\b|misrepresent|fausses? declarations?)"
)
"""What says (flat) that somebody was found inadmissible for misrepresentation."""

_INDUCED = re.compile(r"(?:that )?(?:induces? or )?(?:could|might) (?:have )?induced? .*")
"""The words of the Act (flat) that follow every finding and sound like a doubt."""

_OPEN = re.compile(
    r"\b(?:may(?!,? \d)|might|could|would|can|whether|concern\w*|consider\w*|allegation|possible|fairness"
    r"|opportunity|if\b|review for|susceptible|pourri\w+|pourrait|preoccup\w+|envisag\w+|equite)\b"
)
"""A letter that only puts the question."""

_UNDONE = re.compile(
    r"\b(?:set aside|quashed|overturned|rescinded|judicial review (?:was |is |has been )?(?:allowed|granted)|annulee?"
    r"|infirmee?|accueilli\w*)\b"
)


@dataclass(frozen=True, slots=True)
class Ban:
    """A finding, the sentence that tells it and the day from which it counts."""

    paper: Paper
    text: str
    citation: Citation
    day: date | None


@rule(Severity.CRITICAL, references=["IRPA s.40(1)(a)", "IRPA s.40(2)(a)"])
def inadmissible(case: Case) -> Iterator[Mismatch]:
    """A finding of misrepresentation is younger than five years.

    Why: whoever was found inadmissible under A40(1)(a) is so for five years from the final determination (in Canada:
    from the day on which the removal was enforced); an application within that time is refused on that ground alone.
    Advice: have counsel look at the finding before anything is filed: a review by the Federal Court, an authorisation
    to return or a permit for the inadmissible may be open; or document that the finding was set aside, or was about
    another person.

    Reports the refusal letter:
        2024/refusal-letter.pdf as of 2024-09-13: text "You have been found inadmissible to Canada in accordance with paragraph 40(1)(a) of the Act for misrepresentation."
        draft/imm1295.pdf as of 2026-10-27: answer question=ever-refused answer=yes

    Reports the officer's notes:
        2024/gcms-notes.pdf as of 2024-09-13: text "PA found inadmissible under A40(1)(a). Refused."
        draft/imm1295.pdf as of 2026-10-27: answer question=ever-refused answer=yes

    Reports a finding in the words of the Act:
        2024/refusal-letter.pdf as of 2024-09-13: text "You are inadmissible under s. 40(1)(a) for withholding material facts that induce or could induce an error in the administration of the Act."
        draft/imm1295.pdf as of 2026-10-27: answer question=ever-refused answer=yes

    Reports a French letter:
        2024/refusal-letter.pdf as of 2024-09-13: text "Vous êtes interdit de territoire pour fausses déclarations pendant cinq ans."
        draft/imm1295.pdf as of 2026-10-27: answer question=ever-refused answer=yes

    Reports what the applicant's letter tells:
        draft/explanation-letter.pdf as of 2026-10-20: text "In May 2023 I was found inadmissible for misrepresentation."
        draft/imm1295.pdf as of 2026-10-27: answer question=ever-refused answer=yes

    Reports what the box of the form tells:
        draft/imm1295.pdf as of 2026-10-27: answer question=ever-refused answer=yes details="Refused 2023-05, A40 misrepresentation, inadmissible 5 years"

    Accepts a finding that is older than five years:
        2021/refusal-letter.pdf as of 2021-09-13: text "You have been found inadmissible in accordance with paragraph 40(1)(a) for misrepresentation."
        draft/imm1295.pdf as of 2026-10-27: answer question=ever-refused answer=yes

    Accepts a letter that gives an opportunity to answer:
        2024/gcms-notes.pdf as of 2024-09-13: text "PFL sent: PA may be inadmissible under A40(1)(a) for misrepresentation."
        draft/imm1295.pdf as of 2026-10-27: answer question=ever-refused answer=yes

    Accepts a finding that was not made:
        2024/gcms-notes.pdf as of 2024-09-13: text "Not found inadmissible for misrepresentation under A40. Refused on 200(1)(b)."
        draft/imm1295.pdf as of 2026-10-27: answer question=ever-refused answer=yes

    Accepts another ground:
        2024/refusal-letter.pdf as of 2024-09-13: text "I am not satisfied that you will leave Canada at the end of your stay."
        draft/imm1295.pdf as of 2026-10-27: answer question=ever-refused answer=yes

    Accepts a letter that speaks of the law:
        draft/explanation-letter.pdf as of 2026-10-20: text "I understand that misrepresentation could make me inadmissible for five years."
        draft/imm1295.pdf as of 2026-10-27: answer question=ever-refused answer=yes
    """
    for person in case.people:
        bans = [
            ban
            for ban in _bans(case, person)
            if ban.day is None or months_later(ban.day, MONTHS) > case.as_of
        ]
        if bans:
            yield _mismatch(case, person, bans)


def _bans(case: Case, person: Person) -> Iterator[Ban]:
    for paper in case.of(person):
        if paper.kind in DECISIONS or is_supplement(paper):
            for passage in passages(paper):
                if _says(passage.text):
                    yield Ban(paper, passage.text, _cited(passage), _day(paper, passage.text))
    for told in answers(case, person, "ever-refused"):
        details = told.record.details or ""
        if _says(details):
            yield Ban(told.paper, details, told.cite("details", details), _day(told.paper, details))


def _says(text: str) -> bool:
    words = flat(text)
    return affirmed(words, _FOUND) is not None and not _OPEN.search(_INDUCED.sub("", words))


def _cited(passage: Passage) -> Citation:
    found = affirmed(flat(passage.text), _FOUND)
    return passage.cite(found[0] if found else None)


def _day(paper: Paper, text: str) -> date | None:
    """Give the latest day from which a finding may count: the decision's own, else the one that the sentence tells."""
    if paper.kind in DECISIONS:
        return paper.as_of.date.latest if paper.as_of.date else None
    found = dates.find_dates(text)
    return found[0].date.latest if found else None


def _mismatch(case: Case, person: Person, bans: list[Ban]) -> Mismatch:
    days = [ban.day for ban in bans if ban.day is not None]
    undone = next((p for paper in case.of(person) for p in _undone(paper)), None)
    end = (
        f"until {months_later(max(days), MONTHS)}"
        if days
        else "for five years from a day that the papers do not tell"
    )
    return Mismatch(
        person=person,
        subject="misrepresentation",
        detail=f"{named(ban.paper for ban in bans)} tells a finding of misrepresentation: “{bans[0].text}” Counted from "
        f"the decision it lasts {end}; of a finding made in Canada the time runs from the removal."
        + (
            f" {undone.paper.path} says that it was undone: “{undone.text}” Enclose the judgment."
            if undone
            else ""
        ),
        evidence=(*(ban.citation for ban in bans), *((undone.citation,) if undone else ())),
        severity=Severity.MAJOR if undone or not days else Severity.CRITICAL,
        ask=undone is not None or not days,
    )


def _undone(paper: Paper) -> Iterator[Passage]:
    if is_supplement(paper):
        yield from (p for p in passages(paper) if _UNDONE.search(flat(p.text)))
