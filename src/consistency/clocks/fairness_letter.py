"""The day by which a fairness letter is to be answered.

The letter sets it, as a day or as so many days from its own (the extractor of fairness letters counts those); no
statute does. It runs while no letter of the applicant was written between the two days, and no decision tells of an
answer. Duty to answer: IRPA s.16(1).
"""

from collections.abc import Iterator
from datetime import date

from consistency.case.decisions import DECISIONS
from consistency.clocks._counting import either, readings
from consistency.comparator.passages import LETTER
from consistency.comparator.statements import stated
from consistency.model import Case, Clock, Paper, Person
from consistency.normalizer.expressions import expression
from consistency.normalizer.text import fold

FAIRNESS = frozenset({"fairness-letter", "procedural-fairness-letter"})
RECEIVED = expression(
    r"\b(?:pfl|fairness(?: letter)?) (?:(?:response|reply|answer|submissions?)\b(?! (?:not|never|due|deadline"
    r"|was not|has not))"
    r"|(?:was |has been )?(?:answered|replied))"
    r"|\b(?<!no )(?:response|reply|answer|submissions?) (?:to|of|dated|from)(?: \w+){0,4} (?:pfl|fairness|equite)"
    r"|(?<!\bnot )(?<!\bnever )\b(?:considered|reviewed|received|read) (?:\w+ ){0,3}(?:response|reply|submissions?)\b"
    r"|\b(?:your|the applicant s|pa s|his|her) (?:response|reply|submissions?) (?:\w+ ){0,3}(?:do(?:es)? not|did not"
    r"|fail\w*|has not)"
    r"|\b(?:your|the applicant s|pa s|his|her|the) (?:response|reply|submissions?) (?:\w+ ){0,8}?(?:has been|have been"
    r"|was|were|is) (?!not\b)(?:\w+ly )?(?:considered|reviewed|received|read|assessed|taken into)"
    r"|\b(?:response|reply|submissions?) (?:rec(?:ei)?v?d|considered|reviewed)\b"
    r"|\b(?:votre|la|sa) reponse (?:\w+ ){0,6}(?:recue|examinee|ne dissipe|ne repond|n a pas)"
    r"|\breponse (?:a la|au) (?:lettre|lep)\b(?! (?:non|pas))"
)
"""Words (folded) by which a decision tells that the fairness letter was answered."""


def clocks(case: Case, person: Person) -> Iterator[Clock]:
    """Give the time to answer each fairness letter that no letter of the applicant answers."""
    for told in stated(case, person, "deadline"):
        if told.paper.kind not in FAIRNESS or _answered(case, person, told.paper, told.date.latest):
            continue
        first, last = readings(told.date)
        yield Clock(
            person=person.id,
            title=f"answer to the fairness letter of {told.paper.as_of.date or 'an unknown day'}",
            provisions=("IRPA s.16(1)",),
            citation=told.citation,
            start=told.paper.as_of.date,
            earliest=first,
            latest=last,
            as_of=case.as_of,
            sentence=f"{told.paper.path} is to be answered by {either(first, last)}. More time is asked for "
            "in writing, before the day. A new application does not stop it.",
        )


def _answered(case: Case, person: Person, letter: Paper, last: date) -> bool:
    """True where a letter of the applicant was written in the time, by its day, or a decision tells of an answer."""
    asked = letter.as_of.date
    decided = (p for p in case.of(person) if p.kind in DECISIONS and _follows(p, letter))
    if any(RECEIVED.search(fold(p.document.text)) for p in decided):
        return True
    answers = (p.as_of.date for p in case.of(person) if p.kind == LETTER and p.as_of.date is not None)
    return asked is not None and any(day.latest >= asked.earliest and day.earliest <= last for day in answers)


def _follows(decision: Paper, letter: Paper) -> bool:
    """True unless a decision was made before a fairness letter: it can tell of no answer to that one."""
    decided, asked = decision.as_of.date, letter.as_of.date
    return decided is None or asked is None or decided.latest >= asked.earliest
