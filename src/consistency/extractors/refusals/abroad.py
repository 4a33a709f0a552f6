"""Decisions of other states that speak of a person, not to one: a consul refuses a visa, a ministry bans the entry."""

import re
from collections.abc import Iterator

from consistency.extractors.refusals.states import refusing_state
from consistency.extractors.wording.letters import BORN, Dated, order_of
from consistency.extractors.wording.prose import Passage, paragraphs, plain, sentences
from consistency.model import Document
from consistency.normalizer import dates
from consistency.normalizer.expressions import expression

_VISA = (
    r"(?:an? |the |un |une |le |la )?(?:[\w'-]+ ){0,4}?(?:visas?|permits?|permis|entry|admission|entree)\b"
)
_REFUSES = expression(
    rf"\b(?:refus(?:es|ed|e|al|ing)|declin(?:es|ed)|denie[sd]|rejects|rejected|rejette) (?:to (?:issue|grant"
    rf"|extend) |de delivrer "
    rf"|(?:the )?(?:issue|issuance|grant(?:ing)?) of |la delivrance d[eu'] ?|of )?{_VISA}"
    rf"|\b(?:refus|rejet) (?:de|d'|du) {_VISA}"
    r"|\b(?:visas?|permits?|application|entry|admission) (?:is|was|has been|is hereby|be) (?:therefore )?"
    r"(?:refused|rejected|denied)\b"
)
_BANS = expression(
    r"\b(?:re-?)?entry\b[^.;]{0,60}\b(?:is|was|has been|be) (?:not (?:permitted|allowed)|prohibited|forbidden|closed"
    r"|banned)\b"
    r"|\b(?:re-?)?entry (?:ban|prohibition)\b|\bbans? on (?:re-?)?entry\b|\bprohibit\w* (?:from )?(?:re-?)?ent(?:ry"
    r"|ering)\b"
    r"|\b(?:deportation|removal|expulsion|return) (?:order|decision)\b|\border(?:ed|s)? (?:to leave|the (?:expulsion"
    r"|removal))\b"
    r"|\b(?:is|was|be) (?:hereby |to be )*(?:deported|expelled|removed)(?= from\b| for\b| under\b|[,.;])"
    r"|\bbarred from (?:re-?entry|return\w*|entry)\b"
    r"|\b(?:exclusion|expulsion) (?:order|decision)\b|\bodmow\w+ wjazdu|\bdenegacion de entrada|\bdeclined entry\b"
    r"|\binterdiction (?:d'entree|de territoire)|\b(?:arrete|decision|mesure) d(?:'expulsion|'eloignement|e reconduite)"
    r"|\bobligation de quitter le territoire|\b(?:est|a ete) (?:expulsee?|eloignee?|reconduite?) "
)
_NO_DECISION = expression(
    r"\b(?:discontinu\w+|withdr[ae]w\w*|devoid of purpose|clos(?:es|ed) the (?:case|proceedings)|non-?suit|desist\w*"
    r"|umorzen\w*|classement sans suite|se desiste\w*|no (?:entry ban|record|information|deportation)|not (?:subject"
    r"|been)"
    r"|pandemi\w*|covid\w*|lifted|levee?|overturned|set aside|annulee? par)\b"
)
_MAYBE = expression(
    r"\b(?:if|in case|(?<!\d )may(?! \d)|might|can|could|unless|whether|when|si|en cas d|peut|pourra\w*|lorsqu\w*)\b"
    r"[^.;]*$"
)
"""What stands before a refusal that is only thought of: "if the visa is refused"."""
_POSSIBLE = expression(r"^[^.;]{0,40}\b(?:possible|(?<!\d )may(?! \d)|might|could|peut|pourra\w*)\b")
_AUTHORITY = expression(
    r"\b(?:consul(?:ate|at|ado)?|konsul\w*|embassy|embajada|ambass\w+|ministry|ministere|ministerio|deportation"
    r"|migration service"
    r"|immigration|border|frontier\w*|police|prefect\w*|federal|directorate|department of|head of department"
    r"|tribunal)\b"
)
_PERSON = expression(
    rf"{BORN}|\b(?:citizen|national|ressortissante?|citoyen\w*|passport|passeport|applicant|mr|mrs|ms|monsieur|madame)\b"
)
_OWN_WORDS = expression(r"\b(?:i|my|je|j'ai|ma|mon|mes)\b|\b(?:your|you|votre|vous)\b")
_OF_AN_OFFICE = expression(
    r"\b(?:i|we|je|nous) (?:hereby |do )?(?:refuse|order|decide|deny|ordonn\w+|decid\w+|refus\w+)\b"
)
"""An officer who decides says "I", and is not the one who applies."""
_CANADIAN = expression(r"\b(?:canad\w*|ircc|lmia)\b")
_EXPIRES = expression(
    rf"{BORN}|\b(?:until|till|jusqu\w+|valid|expir\w*|filed|lodged|received|deposee?|submitted|law|loi)\b"
)
_NEAR = 30
_LONG = 350
"""A decision on one person has no more words."""


def decides(document: Document) -> bool:
    """Tell whether an authority of another state refuses a visa, or bans an entry, in a paper about a person."""
    return document.once(_decides)


def _decides(document: Document) -> bool:
    text = " ".join(plain(document.text).split())
    if len(text.split()) > _LONG or _OWN_WORDS.search(_OF_AN_OFFICE.sub(" ", text)) or _CANADIAN.search(text):
        return False
    said = _decision_in(text) and not _NO_DECISION.search(text)
    told = said and _AUTHORITY.search(text) and _PERSON.search(text)
    return bool(told) and refusing_state(document) is not None


def _decision_in(low: str) -> re.Match[str] | None:
    """Give the words by which something is refused or banned, and not only may be."""
    found = (match for words in (_REFUSES, _BANS) for match in words.finditer(low))
    return next(
        (m for m in found if not (_MAYBE.search(low[: m.start()]) or _POSSIBLE.search(low[m.end() :]))), None
    )


def words_of(low: str) -> tuple[int, int] | None:
    """Give the place of the words that refuse or ban."""
    found = _decision_in(low)
    return found.span() if found else None


def day_of(document: Document) -> Dated | None:
    """Give the day of a decision that no head tells: in the sentence that decides, else the last of the paper."""
    told = [part for whole in paragraphs(document) for part in sentences(whole)]
    deciding = [part for part in told if _decision_in(part.plain)]
    days = [*_days(deciding, document), *reversed([*_days(told, document)])]
    return next(iter(days), None)


def _days(told: list[Passage], document: Document) -> Iterator[Dated]:
    order = order_of(document)
    for part in told:
        for found in dates.find_dates(part.text, order=order):
            before = re.split(r"\d", part.plain[max(0, found.start - _NEAR) : found.start])[-1]
            if found.date.precision == "day" and not _EXPIRES.search(before):
                yield Dated(found.date, part.cite(found.start, found.end))
