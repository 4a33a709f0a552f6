"""Where a job is done: at one place, at home, or on the move."""

from __future__ import annotations

from consistency.comparator.telling import Told
from consistency.model import Job
from consistency.normalizer.expressions import expression
from consistency.normalizer.text import fold

_REMOTE = expression(
    r"\b(?:remote\w*|work(?:ed|ing)? from home|home based|wfh|home office|tele ?work\w*|freelanc\w*|online|virtual\w*"
    r"|distance (?:work|learning|education)|hybrid|a distance|teletravail\w*|en ligne|travail a domicile)\b"
)
_MOBILE = expression(
    r"\b(?:sea ?(?:farer|man|men)|sailors?|mariners?|merchant navy|deck (?:hand|officer|cadet|boy)|able bodied"
    r"|bosun|oiler|fitter on board|ship(?!yard|build|wright|repair|ment|per)\w*|vessel|cruise|tanker"
    r"|offshore|rig|on board|chief (?:mate|engineer)|(?:second|third) (?:mate|engineer|officer)|marine engineer"
    r"|fisherm[ae]n|pilots?|first officer|airline captain"
    r"|flight attendants?|cabin crew|air (?:host|steward)\w*|stewards?|stewardess\w*|purser|(?:truck|lorry|trailer"
    r"|long haul|tour|bus|coach|heavy vehicle) drivers?|drivers?|truckers?|haul\w*|tour (?:guide|leader|manager)s?"
    r"|travel (?:guide|agent|consultant)s?|expedition|correspondents?|journalists?|diplomats?|embassy|consulate"
    r"|peacekeep\w*|humanitarian|aid worker|musicians?|performers?|athletes?|footballers?|au pair|courier"
    r"|marins?|matelots?|navire|croisiere|pilote|hotesse de l ?air|personnel navigant|chauffeurs?|routiers?"
    r"|guide touristique|accompagnat\w+|grand reporter)\b"
)
_OWNER = expression(
    r"\b(?:owners?|co ?owner|proprietors?|proprietress|self employed|self employment|own (?:business|account|company)"
    r"|entrepreneurs?|founders?|co ?founder|managing director|managing partner|partner|ceo|president|freelanc\w*"
    r"|independent (?:consultant|contractor)|consultants?|trader|investor|farmer|landlord|proprietaire|patron\w*"
    r"|travailleu(?:r|se) (?:autonome|independant\w*)|auto ?entrepreneu\w*|independant\w*|gerante?|fondat\w+"
    r"|dirigeante?|a son compte|associee?)\b"
)
_SCHOOL = expression(
    r"\b(?:teachers?|lecturers?|professors?|academic|school|enseignante?s?|professeure?s?|instituteurs?|institutrices?)\b"
)
_PURPOSES = frozenset({"business", "training", "official", "studies"})


def is_remote(told: Told[Job]) -> bool:
    """True where a paper says that the work is not bound to a place: the row, or the letter that is about it."""
    return bool(_REMOTE.search(_words(told)) or _REMOTE.search(_letter(told)))


def is_mobile(told: Told[Job]) -> bool:
    """True for work that moves: at sea, in the air, on the road."""
    return bool(_MOBILE.search(_words(told)))


def is_owner(told: Told[Job]) -> bool:
    """True for somebody who gives leave to himself."""
    return bool(_OWNER.search(fold(f"{told.record.title or ''} {told.record.employer or ''}")))


def has_long_holidays(told: Told[Job]) -> bool:
    """True for work at schools, which rest for two months."""
    return bool(_SCHOOL.search(_words(told)))


def is_for_work(purpose: str | None) -> bool:
    """True for a journey that the work itself asks for."""
    return purpose in _PURPOSES


def on_site(told: Told[Job]) -> bool:
    """True for a job that is done where its row says."""
    return not is_remote(told) and not is_mobile(told)


def _words(told: Told[Job]) -> str:
    job = told.record
    return fold(f"{job.title or ''} {job.employer or ''} {' '.join(job.duties)} {job.evidence.quote or ''}")


def _letter(told: Told[Job]) -> str:
    """Give the words of a letter about one job; other papers tell of many."""
    paper = told.paper
    alone = not paper.is_form and sum(1 for _ in paper.all(Job)) == 1 and paper.kind.startswith("employment")
    return fold(paper.document.text) if alone else ""
