"""reapplication/refusal-misquoted: the letter quotes a refusal with a wrong number, day or reason."""

from collections.abc import Iterator, Sequence

from consistency.case.decisions import is_by_canada
from consistency.comparator.engine import Mismatch, rule
from consistency.comparator.reapplication.decisions import Refused, decisions, letters
from consistency.comparator.reapplication.grounds import grounds
from consistency.comparator.reapplication.quoted_reasons import Misquoted, misquoted
from consistency.comparator.telling import Told, told_by
from consistency.model import Case, Paper, Person, Refusal, Severity
from consistency.normalizer.dates import PartialDate
from consistency.normalizer.text import fold

SLIP = 3
"""So many signs of a number may be wrong for it to be the same number, misquoted."""


@rule(Severity.MAJOR, references=["IRPA s.16(1)"])
def refusal_misquoted(case: Case) -> Iterator[Mismatch]:
    """The explanation letter quotes a refusal with another number, day or reason than the refusal has.

    Why: a letter that answers a decision has to name it rightly; a wrong number or day makes the officer look for a
    refusal that was never told, and a reason that nobody gave leaves the real one unanswered.
    Advice: correct the letter to the number, the day and the reasons of IRCC's own letter and notes; or say which other
    decision is meant, and enclose it.

    Reports another number and day:
        2025/refusal-letter.pdf as of 2025-05-13: refusal country=CA from=2025-05-13 number=W330977914
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2026-03-01: refusal country=CA from=2025-03-13 number=W330477914

    Reports another day of the same number:
        2025/refusal-letter.pdf as of 2025-05-13: refusal country=CA from=2025-05-13 number=W330977914
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2026-03-01: refusal country=CA from=2025-06-13 number=W330977914

    Reports a number with a slip and no day:
        2025/refusal-letter.pdf as of 2025-05-13: refusal country=CA from=2025-05-13 number=W330977914
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2026-03-01: refusal country=CA number=W330477914

    Reports a reason that the refusal did not give:
        2025/refusal-letter.pdf as of 2025-05-13: refusal country=CA from=2025-05-13 number=W330977914
        2025/refusal-letter.pdf as of 2025-05-13: refusal_reason reason=perform-work
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2026-03-01: text "The officer was concerned about my travel history."

    Reports a reason in which another state is named that refused nothing:
        2025/refusal-letter.pdf as of 2025-05-13: refusal country=CA from=2025-05-13 number=W330977914
        2025/refusal-letter.pdf as of 2025-05-13: refusal_reason reason=perform-work
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2026-03-01: text "The officer was concerned about my travel history, which is France alone."

    Reports the second of two reasons, in French:
        2025/refusal-letter.pdf as of 2025-05-13: refusal country=CA from=2025-05-13 number=W330977914
        2025/refusal-letter.pdf as of 2025-05-13: refusal_reason reason=travel
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2026-03-01: text "Deux motifs du refus. Le second était l'insuffisance de mes économies."

    Accepts words of another ground by which the letter says why the real one was held:
        2025/refusal-letter.pdf as of 2025-05-13: refusal country=CA from=2025-05-13 number=W330977914
        2025/refusal-letter.pdf as of 2025-05-13: refusal_reason reason=job-offer
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2026-03-01: text "The officer found the job offer not genuine because the bakery's accounts showed no funds to pay me."

    Reports the applicant's own money where the refusal doubted the offer:
        2025/refusal-letter.pdf as of 2025-05-13: refusal country=CA from=2025-05-13 number=W330977914
        2025/refusal-letter.pdf as of 2025-05-13: refusal_reason reason=job-offer
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2026-03-01: text "The officer refused me because my savings were too low."

    Accepts the reasons of the refusal, what was no reason, and one that another state gave:
        2025/refusal-letter.pdf as of 2025-05-13: refusal country=CA from=2025-05-13 number=W330977914
        2025/refusal-letter.pdf as of 2025-05-13: refusal_reason reason=perform-work
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2026-03-01: text "I was refused for my lack of experience, but my savings are good."
        draft/explanation-letter.pdf as of 2026-03-01: text "The officer did not question my travel history."
        draft/explanation-letter.pdf as of 2026-03-01: text "The bank's letter gives my savings, and you will find it enclosed."
        draft/explanation-letter.pdf as of 2026-03-01: text "My friend was refused because of the purpose of her visit."
        draft/explanation-letter.pdf as of 2026-03-01: text "The US consul refused me because of my finances."
        draft/explanation-letter.pdf as of 2026-03-01: text "The embassy of Spain refused me because of my travel history."
        draft/explanation-letter.pdf as of 2026-03-01: text "I was refused by Portugal because of my travel history."
        draft/explanation-letter.pdf as of 2026-03-01: text "The Japanese visa officer doubted my savings."

    Accepts a reason by the words of the one next to it:
        2025/refusal-letter.pdf as of 2025-05-13: refusal country=CA from=2025-05-13 number=W330977914
        2025/refusal-letter.pdf as of 2025-05-13: refusal_reason reason=job-offer
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2026-03-01: text "It was refused because the offer of employment was not established."

    Accepts a reason that the letter only guesses, and one of which the officer's notes speak:
        2025/refusal-letter.pdf as of 2025-05-13: refusal country=CA from=2025-05-13 number=W330977914
        2025/refusal-letter.pdf as of 2025-05-13: refusal_reason reason=finances
        2025/gcms-notes.pdf as of 2025-05-13: refusal country=CA from=2025-05-13 number=W330977914
        2025/gcms-notes.pdf as of 2025-05-13: refusal_reason reason=finances
        2025/gcms-notes.pdf as of 2025-05-13: text "Limited previous travel history noted in this application."
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2026-03-01: text "I believe it was refused because of my family ties."
        draft/explanation-letter.pdf as of 2026-03-01: text "My application was refused because of my travel history."

    Accepts a reason where one that IRCC gave is of no known kind, or a decision is not here:
        2025/refusal-letter.pdf as of 2025-05-13: refusal country=CA from=2025-05-13 number=W330977914
        2025/refusal-letter.pdf as of 2025-05-13: refusal_reason details="Your blue house troubles me."
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2026-03-01: text "The officer was concerned about my travel history."

    Accepts the right number and a month:
        2025/refusal-letter.pdf as of 2025-05-13: refusal country=CA from=2025-05-13 number=W330977914
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2026-03-01: refusal country=CA from=2025-05 number=W330977914

    Accepts a refusal that the folder does not hold:
        2025/refusal-letter.pdf as of 2025-05-13: refusal country=CA from=2025-05-13 number=W330977914
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2026-03-01: refusal country=CA from=2025-05-13 number=W330977914
        draft/explanation-letter.pdf as of 2026-03-01: refusal country=CA from=2019-02-01 number=V111122223

    Accepts a refusal of another country:
        2025/refusal-letter.pdf as of 2025-05-13: refusal country=CA from=2025-05-13 number=W330977914
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2026-03-01: refusal country=CA from=2025-05-13 number=W330977914
        draft/explanation-letter.pdf as of 2026-03-01: refusal country=US from=2018-02-01
    """
    for person in case.people:
        refused = decisions(case, person)
        known = [told for one in refused for told in told_by(one.papers, Refusal)]
        for letter in letters(case, person):
            yield from _loose(person, letter, known)
            yield from (_reason(person, one, refused) for one in misquoted(letter, refused))


def _loose(person: Person, letter: Paper, known: Sequence[Told[Refusal]]) -> Iterator[Mismatch]:
    """Hold the refusals of a letter that agree with none against those that the letter does not quote."""
    told = [one for one in told_by([letter], Refusal) if is_by_canada(one.record)]
    quoted = {_called(one) for one in known if any(_agree(mine, one) for mine in told)}
    unquoted = [one for one in known if _called(one) not in quoted]
    for mine in told:
        if not any(_agree(mine, one) for one in known):
            yield from _misquoted(person, mine, unquoted)


def _called(refusal: Told[Refusal]) -> str:
    return refusal.record.number or str(refusal.record.period)


def _reason(person: Person, one: Misquoted, refused: Sequence[Refused]) -> Mismatch:
    slugs = dict.fromkeys(told.record.reason or "" for r in refused for told in r.reasons)
    given = [grounds()[slug].title for slug in slugs if slug in grounds()]
    places = tuple(t.cite("reason", t.record.reason) for r in refused for t in r.reasons)
    letter = one.passage.paper.path
    return Mismatch(
        person=person,
        subject=f"reason {one.slug}",
        detail=f"{letter} says “{one.passage.text}”; IRCC's own papers do not give the {grounds()[one.slug].title} as a "
        f"reason, but the {' and the '.join(given)}.",
        evidence=(one.passage.cite(one.slug), *places),
    )


def _number(told: Told[Refusal]) -> str:
    return fold(told.record.number or "").replace(" ", "").upper()


def _agree(one: Told[Refusal], other: Told[Refusal]) -> bool:
    numbers = not _number(one) or not _number(other) or _number(one) == _number(other)
    days = _day(one), _day(other)
    return numbers and (days[0] is None or days[1] is None or not days[0].conflicts(days[1]))


def _day(told: Told[Refusal]) -> PartialDate | None:
    return told.record.start


def _misquoted(person: Person, one: Told[Refusal], unquoted: Sequence[Told[Refusal]]) -> Iterator[Mismatch]:
    """Give the known refusal that is meant: the one whose number or day is nearest."""
    meant = [known for known in unquoted if _meant(one, known)]
    if not meant:
        return
    number = meant[0].record.number or str(meant[0].record.period)
    same = [known for known in meant if (known.record.number or str(known.record.period)) == number]
    words = [f"{t.record.number or 'no number'} of {_day(t) or 'no day'}" for t in (one, same[0])]
    yield Mismatch(
        person=person,
        subject=f"refusal {fold(number)}",
        detail=f"{one.paper.path} quotes the refusal {words[0]}; {same[0].paper.path} is {words[1]}.",
        evidence=tuple(t.cite("number", t.record.number) for t in (one, *same)),
        confidence=min(t.record.evidence.confidence for t in (one, same[0])),
    )


def _meant(one: Told[Refusal], known: Told[Refusal]) -> bool:
    from rapidfuzz.distance import OSA

    first, second = _number(one), _number(known)
    if first and second:
        if first[0].isalpha() and second[0].isalpha() and first[0] != second[0]:
            return False
        return OSA.distance(first, second) <= SLIP or _near(one, known)
    return _near(one, known)


def _near(one: Told[Refusal], known: Told[Refusal]) -> bool:
    first, second = _day(one), _day(known)
    return first is not None and second is not None and first.distance(second) <= 366
