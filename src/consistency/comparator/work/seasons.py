"""Work of some months of each year, told in one row: it shows somebody at work on its first and last day alone."""

from collections.abc import Iterable
from datetime import date

from consistency.comparator.day_spans import Span, length
from consistency.model import Job
from consistency.normalizer.expressions import expression
from consistency.normalizer.text import fold

_NAMED = expression(
    r"\b(?:seasonal\w*|(?<!four )seasons?|saisons?|saisonni\w+|temporada|temporal(?:es)?|harvests?|recoltes?|sawp|ptas"
    r"|pttat|(?:each|every) (?:year|summer|winter|spring|autumn|fall)|chaque (?:annee|ete|hiver)|cada ano)\b"
)
_IN_A_NAME = expression(r"\b(?:seasons?|saisons?|harvests?|recoltes?|temporada|temporal(?:es)?)\b")
"""What of these (folded) may be a word of an employer's name: "Quatre Saisons", "Harvest Foods"."""
_OVER_HARVESTS = expression(r"\b(?:harvest|recoltes?) (?:manager|supervisor|director|coordinator|planner)\b")
_TOLD = expression(
    r"\b(?:(?:19|20)\d\d (?:and (?:19|20)\d\d )?seasons?|seasons? of (?:the )?(?:19|20)\d\d|(?:each|every|per) season"
    r"|seasonal (?:agricultural|worker|work|basis|employee|contract)\w*|(?:each|every) (?:year|summer) from"
    r"|saisons? (?:de )?(?:19|20)\d\d|chaque saison|travail\w* saisonni\w+)\b"
)
_A_SEASON = 300
"""Days that one season may last: more are several."""


def is_seasonal(job: Job) -> bool:
    """True for a job that says itself, or in the sentence that tells it, that the work was not all year round."""
    title = _OVER_HARVESTS.sub(" ", fold(job.title or ""))
    employer = _IN_A_NAME.sub(" ", fold(job.employer or ""))
    named = _NAMED.search(title) or _NAMED.search(employer)
    told = fold(job.evidence.quote or "").replace(fold(job.employer or "") or "\n", " ")
    return bool(named or _TOLD.search(told))


def days_at_work(job: Job, day: date | None, beside: Iterable[Job] = ()) -> list[Span]:
    """Give the days on which a job shows somebody at work for certain; ``beside`` are other tellings of it."""
    span = job.period.core(day) if job.period is not None else None
    if span is None:
        return []
    if length(span) <= _A_SEASON or not any(map(is_seasonal, (job, *beside))):
        return [span]
    first, last = (span[0], span[0]), (span[1], span[1])
    return [first] if job.period is None or job.period.open else [first, last]
