"""background/refusal-incomplete: "ever refused?" is Yes, and a known refusal is left out of the details."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from consistency.comparator.answers import CANADA, Known, answers, older, refusals, signed, submitted_with
from consistency.comparator.engine import Mismatch, rule
from consistency.comparator.telling import Told
from consistency.model import Answer, Case, Citation, Evidence, Severity
from consistency.normalizer import places
from consistency.normalizer.dates import PartialDate, find_dates
from consistency.normalizer.text import fold

CLAUSE = re.compile(r"[;\n•]|(?<=\w)[.](?=\s)|,(?=\s*[A-Z])|\band\b|\bet\b|&|\+")
REFUSED = re.compile(
    r"\b(?:refus\w*|reject\w*|den(?:ied|ial)|declin\w*|rejete\w*|removed|deport\w*|not granted|214b)\b"
)
BOX = 190
"""From so many letters on the box for details (200 letters on IMM 1295) is taken for full."""


@rule(Severity.CRITICAL, references=["IRPA s.16(1)", "IRPA s.40(1)(a)", "2018 FC 795"])
def refusal_incomplete(case: Case) -> Iterator[Mismatch]:
    """A known refusal is left out of the details behind "ever refused: Yes".

    Why: the question asks for every refusal; a list that leaves one out has been held to be misrepresentation.
    Advice: list every refusal with country, kind, month and number; where the box is too small, continue on an
    extra page and say so in the box; say openly in the explanation letter what an older form left out.

    Reports one of two refusals left out:
        2022/refusal-letter.pdf as of 2022-07-04: refusal country=CA from=2022-07-04 number=V111111111
        2024/refusal-letter.pdf as of 2024-09-03: refusal country=CA from=2024-09-03 number=W222222222
        draft/imm1295.pdf as of 2026-03-01: answer question=ever-refused answer=yes details="Canada work permit refused 2024-09"

    Reports a refusal of another month:
        2022/refusal-letter.pdf as of 2022-07-04: refusal country=CA from=2022-07-04 number=V111111111
        draft/imm1295.pdf as of 2026-03-01: answer question=ever-refused answer=yes details="Visitor visa refused in March 2021"

    Reports another state's refusal that only the explanation letter tells:
        2022/refusal-letter.pdf as of 2022-07-04: refusal country=CA from=2022-07-04 number=V111111111
        draft/explanation-letter.pdf as of 2026-03-01: refusal country=US from=2019-05
        draft/imm1295.pdf as of 2026-03-01: answer question=ever-refused answer=yes details="Canada visitor visa refused 2022-07"

    Accepts details by number alone:
        2022/refusal-letter.pdf as of 2022-07-04: refusal country=CA from=2022-07-04 number=V111111111
        draft/imm1295.pdf as of 2026-03-01: answer question=ever-refused answer=yes details="Visa refused (V 111 111 111)"

    Accepts a French answer and a month in words:
        2022/refusal-letter.pdf as of 2022-07-04: refusal country=CA from=2022-07-04 number=V111111111
        draft/imm1295.pdf as of 2026-03-01: answer question=ever-refused answer=yes details="visa refusé en juillet 2022"

    Accepts an undated mention of the only refusal:
        2022/refusal-letter.pdf as of 2022-07-04: refusal country=CA from=2022-07-04 number=V111111111
        draft/imm1295.pdf as of 2026-03-01: answer question=ever-refused answer=yes details="My visitor visa was refused once"

    Accepts a refusal that came after the form was signed:
        2024/imm1295.pdf as of 2024-06-01: answer question=ever-refused answer=yes details="Visitor visa refused 2022-07"
        2022/refusal-letter.pdf as of 2022-07-04: refusal country=CA from=2022-07-04 number=V111111111
        2024/refusal-letter.pdf as of 2024-09-03: refusal country=CA from=2024-09-03 number=W222222222

    Accepts details that stand on another form of the same submission:
        draft/imm1295.pdf as of 2026-03-01: answer question=ever-refused answer=yes details="Visa refused 2022-07"
        draft/imm5669.pdf as of 2026-03-01: answer question=ever-refused answer=yes
        2022/refusal-letter.pdf as of 2022-07-04: refusal country=CA from=2022-07-04 number=V111111111
    """
    for person in case.people:
        known = refusals(case, person)
        for yes in answers(case, person, "ever-refused"):
            if yes.record.answer != "yes" or not yes.record.details:
                continue
            details = _details(case, yes)
            before = [one for one in known if older(one.day, yes)]
            for left_out in _left_out(before, details):
                yield Mismatch(
                    person=person,
                    subject=f"refusal {left_out.day or left_out.numbers}",
                    detail=f"{yes.paper.path}, signed {signed(yes)}, answers Yes to “ever refused”, but its details "
                    f"leave out {left_out.name}: “{yes.record.details}”.{_full(yes)}{_told(yes, left_out)}",
                    evidence=(_cited(yes), *left_out.citations),
                )


def _details(case: Case, yes: Told[Answer]) -> str:
    """Give all details to the question in the submission: one form may hold them for all."""
    texts = [
        a.details
        for paper in submitted_with(case, yes.paper)
        for a in paper.all(Answer)
        if a.question == "ever-refused" and a.details
    ]
    return "; ".join(dict.fromkeys(texts))


def _cited(yes: Told[Answer]) -> Citation:
    place = yes.record.cite("details")
    quote = place.quote if place is not yes.record.evidence else yes.record.details
    evidence = Evidence(
        place.document, quote, place.page, place.field, place.box, place.place, place.confidence
    )
    return Citation(evidence, yes.record.details, yes.paper.as_of.date)


def _full(yes: Told[Answer]) -> str:
    full = len(yes.record.details or "") >= BOX
    return " The box seems to be full: continue on an extra page." if full else ""


def _told(yes: Told[Answer], left_out: Known) -> str:
    letters = [
        t.paper.path
        for t in left_out.told
        if t.paper.kind == "explanation-letter" and t.paper.application == yes.paper.application
    ]
    return f" It is told in {letters[0]}, not on the form." if letters else ""


@dataclass(slots=True)
class Clause:
    """A part of the details that may tell one refusal."""

    text: str
    dates: tuple[PartialDate, ...]
    country: str | None
    used: bool = False

    @property
    def undated(self) -> bool:
        """True where it speaks of a refusal and gives no day."""
        return not self.dates and bool(REFUSED.search(fold(self.text)))


def _left_out(known: Sequence[Known], details: str) -> list[Known]:
    """Give the refusals that the details do not tell: by number, then by day, then by an undated mention each."""
    compact = re.sub(r"\W", "", details).upper()
    rest = [one for one in known if not any(re.sub(r"\W", "", n).upper() in compact for n in one.numbers)]
    dates = [found.date for found in find_dates(details)]
    open_dates = list(dates)
    for one in known:
        if one not in rest:
            _spend(open_dates, one)
    rest = [one for one in rest if not _spend(open_dates, one)]
    clauses = [c for c in _clauses(details) if c.undated]
    return [one for one in rest if not _mention(clauses, one)]


def _spend(dates: list[PartialDate], one: Known) -> bool:
    """Take the fullest date that may be a refusal's from those told; each tells one refusal."""
    fitting = [d for d in dates if one.day is not None and not d.conflicts(one.day)]
    if not fitting:
        return False
    dates.remove(max(fitting, key=lambda d: len(d.iso)))
    return True


def _clauses(details: str) -> list[Clause]:
    parts = [part.strip() for part in CLAUSE.split(details) if part.strip()]
    return [Clause(p, tuple(f.date for f in find_dates(p)), places.find_country(p)) for p in parts]


def _mention(clauses: Sequence[Clause], one: Known) -> bool:
    """Let an undated mention stand for one refusal, unless it names another state."""
    home = one.country or CANADA
    for clause in clauses:
        if not clause.used and (clause.country or home) == home:
            clause.used = True
            return True
    return False
