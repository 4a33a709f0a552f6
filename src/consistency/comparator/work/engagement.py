"""How a job is held: full or part time, on the spot or from afar, for an employer or on one's own account."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Literal

from consistency.comparator.aligned.employment import OWN_ACCOUNT, words_of
from consistency.comparator.passages import LETTER, passages
from consistency.comparator.telling import Same
from consistency.comparator.work.history import keys
from consistency.model import Case, Job
from consistency.normalizer.expressions import expression
from consistency.normalizer.text import fold

FULL_TIME = 30
"""Hours a week from which a job is full time."""

SIDE = expression(
    r"\b(?:part time|half time|half day|temps partiel|mi temps|casual|week ?ends?|evenings?|occasional\w*"
    r"|occasionnel\w*|on call|sur appel|seasonal\w*|season|saisonni\w+|side (?:job|business|work|line)|second job"
    r"|moonlight\w*|relief|intern|internship|stage|stagiaire|apprentice\w*|apprenti\w*|volunt\w+|benevol\w+|honorary"
    r"|visiting|adjunct|guest|tutor|temporary|zero hours?|hourly)\b"
)
FROM_AFAR = expression(
    r"\b(?:remote\w*|from home|wfh|home ?office|home based|teletravail\w*|a distance|online|hybrid\w*|virtual\w*"
    r"|en ligne|telework\w*|worldwide|offshore|on ?board|seafarer|seaman|sailor|vessel|ship|cruise|flight|cabin crew"
    r"|pilot|international driver|long haul|expatriat\w*|posted abroad|business trips?)\b"
)
OTHER_BUSINESS = expression(
    r"\b(?:family (?:business|farm|shop|owned)|partner|founder|co ?founder|(?:managing |board "
    r"|non executive )?director|chairman|shareholder|consultant|consulting|contractor|advis[eo]r|agent|broker"
    r"|fondat\w+|associe\w*|directeur|directrice|gerante?|conseiller\w*|farmer|agricult\w+|landlord|investor|author"
    r"|artist|musician|translator|interpreter)\b"
)
"""Words (folded) for work that leaves its hours to the one who does it."""
WHOLE = expression(r"\b(?:full time|temps plein|plein temps|tiempo completo)\b")
PART = expression(
    r"\b(?:part time|half time|temps partiel|mi temps|casual (?:basis|employee|worker)|seasonal (?:basis|employee"
    r"|worker)|on call basis|zero hours?|(?:only )?(?:at|on|the) weekends(?: only)?|saisonni\w+|evenings only)\b"
)
AFAR = expression(
    r"\b(?:remotely|remote (?:work\w*|basis|employee|position)|(?:work\w* )?from home|home based|telework\w*"
    r"|teletravail\w*|hybrid\w*)\b"
)
"""The same in the text of a letter, where other words are about other things."""

Hours = Literal["full", "part", "unknown"]


def hours(case: Case, job: Same[Job]) -> Hours:
    """Say whether a job is full time, as far as any paper tells."""
    stated = [told.record.hours for told in job.told if told.record.hours]
    texts = list(_texts(case, job))
    if any(value < FULL_TIME for value in stated) or _said(SIDE, _titles(job)) or _said(PART, texts):
        return "part"
    return "full" if stated or _said(WHOLE, (*_titles(job), *texts)) else "unknown"


def is_free(case: Case, job: Same[Job]) -> bool:
    """True where a job can be done beside another one: on one's own account, or from afar."""
    titles = list(_titles(job))
    own = (
        _said(OWN_ACCOUNT, titles)
        or _said(OTHER_BUSINESS, titles)
        or _said(OWN_ACCOUNT, _sentences(case, job))
    )
    return own or is_afar(case, job)


def is_afar(case: Case, job: Same[Job]) -> bool:
    """True where a job is done elsewhere than at one place: from home, on a ship."""
    return _said(FROM_AFAR, _titles(job)) or _said(AFAR, _texts(case, job))


def _said(pattern: re.Pattern[str], texts: Iterable[str]) -> bool:
    return any(pattern.search(text) for text in texts)


def _titles(job: Same[Job]) -> Iterator[str]:
    return (words_of(told.record) for told in job.told)


def _texts(case: Case, job: Same[Job]) -> Iterator[str]:
    """Give the text (folded) of a job's own letters, and the sentences of explanation letters that name it."""
    for paper in job.papers:
        if paper.kind == "employment-letter":
            yield fold(paper.document.text)
    yield from _sentences(case, job)


def _sentences(case: Case, job: Same[Job]) -> Iterator[str]:
    names = [f" {key} " for key in keys(job)]
    for paper in case.papers:
        for passage in passages(paper) if paper.kind == LETTER else ():
            text = f" {fold(passage.text)} "
            if any(name in text for name in names):
                yield text
