"""The past jobs that a letter tells in running text: with an employer, a beginning and an end, in one clause."""

from collections.abc import Iterator, Sequence

from consistency.extractors.wording.prose import Passage
from consistency.extractors.wording.statements import Statement, statement
from consistency.model import Job
from consistency.normalizer import dates, places
from consistency.normalizer.dates import Period
from consistency.normalizer.expressions import expression
from consistency.normalizer.speakers import speaks_of_others
from consistency.normalizer.text import fold

_WORKED = expression(
    r"\bi (?:(?:had|have|also|then|first|later|previously|initially) )*(?:work(?:ed)?|served|was (?:employed|engaged"
    r"|an?\b|the\b"
    r"|with\b|working)|been (?:employed|an?\b)|held|occupied|joined)\b"
    r"|\bj'(?:ai|avais) (?:\w+ )?(?:travaille|ete|exerce|occupe|servi)\b|\bj'(?:etais|exercais|occupais)\b"
    r"|\bje travaillais\b"
)
_OTHER = expression(
    r"\b(?:stud(?:y|ied|ies|ying|ent)|degree|course|universit\w+|college|school|diploma|intern\w*|train(?:ee|ing)|volunt\w+"
    r"|part[- ]time|etud\w+|formation|stage|stagiaire|universite|ecole|lycee|benevol\w*|temps partiel|refus\w*|rejet\w*"
    r"|(?:military|national|compulsory) service|conscript\w*|service (?:militaire|national|civique)"
    r"|officer|decision|agent|wrong\w*|mistake\w*|error|erreur|instead|rather|wrote|stated|form\b|formulaire|married|lived"
    r"|permit|permis|visa|treasurer|choir|scouts?|rotar\w+|(?:lions|sports?|football|youth|rotary) club"
    r"|tresori\w+|chorale)\b"
)
"""Words by which a period may be that of something else, or a statement another's."""
_NOT = expression(r"\b(?:not|never|didn't|jamais|pas)\b")
_NEXT = expression(
    r"(?:;|,? (?:and|et|then|puis)) (?=(?:from|between|since|de|du|entre|depuis|then|i|je|j')\b)"
)


def past_jobs(
    told: Sequence[Passage], order: dates.Order | None, said: Sequence[str] | None = None
) -> list[Job]:
    """Give the past jobs, each once; ``said`` are the sentences as the applicant would say them."""
    found: dict[tuple[str, str], Job] = {}
    for sentence, low in zip(told, said or [one.plain for one in told], strict=True):
        if _WORKED.search(low) and not speaks_of_others(fold(low[: _start(low)])):
            for one in _in_sentence(sentence, order):
                found.setdefault((fold(one.employer or ""), str(one.period)), _job(one))
    return list(found.values())


def _start(low: str) -> int:
    match = _WORKED.search(low)
    return match.start() if match else 0


def _in_sentence(sentence: Passage, order: dates.Order | None) -> Iterator[Statement]:
    for part in _clauses(sentence):
        ended = [p for _, _, p in dates.find_periods(part.text, order=order) if _is_past(p)]
        if len(ended) != 1 or _OTHER.search(part.plain) or _NOT.search(part.plain):
            continue
        one = statement(part, order)
        named = one.employer is not None and places.country_of_city(one.employer) is None
        if named and one.period is not None and _is_past(one.period):
            yield one


def _clauses(sentence: Passage) -> Iterator[Passage]:
    start = 0
    for cut in _NEXT.finditer(sentence.plain):
        yield sentence.part(start, cut.start())
        start = cut.end()
    yield sentence.part(start, len(sentence.text))


def _is_past(period: Period) -> bool:
    """True for a period with two ends that are not one day."""
    return not period.open and None not in {period.start, period.end} and period.start != period.end


def _job(one: Statement) -> Job:
    return Job(
        evidence=one.evidence,
        cells=one.cells,
        period=one.period,
        title=one.title,
        employer=one.employer,
        city=one.city,
        country=one.country,
        in_passing=True,
    )
