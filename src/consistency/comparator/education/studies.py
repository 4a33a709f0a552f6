"""The studies of a person over all papers, as the checks of education need them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from consistency.comparator.aligned.alignment import Same, Told, same
from consistency.comparator.aligned.schools import courses, level_of, title_of, whole
from consistency.model import Case, Line, Paper, Person, Study
from consistency.normalizer import awards, org_words, organisations
from consistency.normalizer.awards import CERTIFICATE, DIPLOMA, Level
from consistency.normalizer.dates import PartialDate
from consistency.normalizer.expressions import expression
from consistency.normalizer.text import fold

DOCUMENT = "education-certificate"
"""The school's own paper."""

OFFERS = frozenset({"lmia", "offer-of-employment", "employment-contract"})
LONG = 8.0
"""Months from which a course whose award says little is more than a training."""

_ASKED = expression(
    r"^\W*(?:minimum |required |niveau d |level of )?(?:education\w*|studies|etudes|scolarite|formation|diploma|diplome"
    r"|degree)(?: requirements?| level| requise?s?| exigee?s?| minimale?)?\b(?P<rest>.*)"
)
_HIGHER = frozenset({"university", "polytechnic"})
"""Kinds of schools that come after secondary school in every country."""


def studies(case: Case, person: Person) -> tuple[Same[Study], ...]:
    """Give the studies of a person, each with all papers that tell it."""
    return same(case, person, Study)


def tellings(group: Same[Study]) -> list[Told[Study]]:
    """Give one row for each paper that tells a study: its rows joined from the first start to the last end."""
    return [whole(part) for paper in group.papers for part in courses(group.by(paper))[:1]]


def institution(group: Same[Study]) -> str | None:
    """Give the name of the school that most papers have, the longest of those told as often."""
    return _most_told(t.record.institution for t in group.told)


def title(group: Same[Study]) -> str | None:
    """Give the award and field that most papers have."""
    return _most_told(title_of(t.record) or None for t in group.told)


def _most_told(names: Iterable[str | None]) -> str | None:
    told = Counter(name for name in names if name and fold(name))
    return min(told, key=lambda name: (-told[name], -len(name), name), default=None)


def named(group: Same[Study]) -> str:
    """Name a study for the applicant: "the studies at Example Institute (Diploma in Cooking)"."""
    where, what = institution(group), title(group)
    if where is None:
        return f"the studies “{what}”" if what else "the studies"
    return f"the studies at {where} ({what})" if what else f"the studies at {where}"


def subject(group: Same[Study]) -> str:
    """Name a study in normalised words: the school, and the year that tells two courses there apart."""
    years = sorted(day.year for t in group.told if (day := ended(t.record) or begun(t.record)))
    around = str(years[len(years) // 2]) if years else ""
    return f"{organisations.key(institution(group) or title(group) or 'studies')} {around}".strip()


def keys(group: Same[Study]) -> tuple[str, ...]:
    """Give the school's folded names."""
    return tuple(
        sorted({organisations.key(t.record.institution) for t in group.told if t.record.institution})
    )


def begun(study: Study) -> PartialDate | None:
    """Give the start of a study, where it is told."""
    return study.start


def ended(study: Study) -> PartialDate | None:
    """Give the end of a study, where it is told."""
    return study.end


def claimed(group: Same[Study]) -> Level | None:
    """Give the levels on which all papers agree; None where none tells a level, or they do not agree."""
    told = [level for t in group.told if (level := level_of(t.record)) is not None]
    if not told:
        return None
    low, high = max(level.low for level in told), min(level.high for level in told)
    return Level(low, high) if low <= high else None


def post_secondary(study: Study) -> bool:
    """True for a course that certainly comes after secondary school: by its award, or by school and length."""
    level = level_of(study)
    if level is not None and level.low >= DIPLOMA:
        return True
    if level is not None and level.high < CERTIFICATE:
        return False
    school = set(org_words.telling(tuple(org_words.gather(fold(study.institution or "").split()))))
    long = study.period is not None and study.period.certain_months() >= LONG
    if level is not None and level.low >= CERTIFICATE:
        return long or bool(school & _HIGHER)
    return bool(school & _HIGHER) and long


def required(case: Case) -> bool:
    """True where the offer or the LMIA of the draft asks for an award beyond secondary school."""
    return any(
        level.low >= CERTIFICATE
        for paper in case.papers
        if case.in_draft(paper)
        for level, _ in awards_asked(paper)
    )


def awards_asked(paper: Paper) -> Iterator[tuple[Level, Line]]:
    """Give the award that a paper of the offer asks for, and the line in which it does."""
    for line in paper.document.lines if paper.kind in OFFERS else ():
        found = _ASKED.match(fold(line.text))
        level = awards.level(line.text) if found and found["rest"].strip() else None
        if level is not None:
            yield level, line
