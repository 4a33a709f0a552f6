"""The applicant's present job and the offered one, as a letter tells of them."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from consistency.extractors.papers._prose import Passage
from consistency.extractors.papers._statements import Statement, offer_number, statement
from consistency.model import Job, Offer
from consistency.normalizer import dates
from consistency.normalizer.dates import Period
from consistency.normalizer.expressions import expression
from consistency.normalizer.text import fold

_NOW = expression(
    r"\bi (?:currently |presently |now |still |also )*(?:work|serve)\b|"
    r"\bi am (?!applying|writing|not\b|re)[a-z' -]{3,40}? (?:at|with|for) |"
    r"\bi (?:have|'ve|am|currently|presently|now|still|also|continue|do|hold|work|occupy"
    r"|serve)\b[^.;]{0,60}?\b(?:work(?:ed|ing)?|employed|serv(?:e|ed|ing)|hold|occupy|position|been an?"
    r"|been the|am an?)\b"
    r"|\bi(?:'m| am) (?:currently |presently |now )?(?:an?|the) |my (?:current|present) (?:employer"
    r"|occupation|job"
    r"|position|employment|work) is|since [^.;]{4,30}?,? i (?:have|'ve|am|work)"
    r"|je (?:travaille|suis employee?|suis (?:actuellement "
    r"|presentement )?(?:une? )?[a-z-]+ (?:[a-z-]+ )?chez|sers|fais partie)|j'(?:occupe|exerce"
    r"|ai (?:toujours )?travaille)|mon employeur actuel|mon (?:poste|emploi) actuel"
)
_STILL = expression(
    r"\b(?:since|depuis|currently|presently|now|present|to date|still|at the moment|current|a ce jour"
    r"|actuellement|actuel|ongoing|today|continue)\b"
)
_PLANNED = expression(
    r"je (?:dois|devrai|devrais|vais|souhaite|desire|compte|pourrai|voudrais) (?:travailler|occuper"
    r"|exercer)|je serai|"
    r"offered (?:work|employment|a job)|"
    r"(?:am|was|have been|'ve been) (?:to work|to be employed|offered|hired|selected|going to work)"
    r"|(?:will|would|shall) (?:be )?(?:work|join|employ|serve|take up|start)|job offer"
    r"|offer of employment|offer(?:ed|s) me|hires me|\bnew employer is\b|(?:new|valid|signed|genuine) (?:job )?offer"
    r"|(?:intend|plan|wish|want|hope|like|propose) to work|proposed (?:employment|position|job)"
    r"|position offered|has hired me|je travaillerai|j'occuperai|je vais travailler|offre (?:d'emploi"
    r"|de travail)|nouvelle offre|m'a(?:it)? (?:offert|propose|embauche)|m'offre|je serai (?:employe"
    r"|embauche)|(?:sera|serait) mon employeur"
)
_PAST_OFFER = expression(
    r"\b(?:previous|former|earlier|old|withdrawn|expired|last) (?:job )?(?:offer|employer)"
    r"|offre (?:precedente|anterieure)|ancienne offre"
)
_CORRECTION = expression(
    r"\b(?:wrote|stated|declared|indicated|mentioned|listed|entered|put|said|omitted|forgot"
    r"|left out)\b[^.]{0,80}\b(?:wrong|mistake|error|incorrect|by accident|application|form)"
    r"|in my (?:\d{4} |previous |earlier |first |old |past )(?:application|form)"
    r"|par erreur|j'ai (?:ecrit|indique|declare|omis|oublie)|dans ma demande (?:de \d{4}|precedente)"
)
_BEGAN = expression(r"started|joined|began|since|depuis|commence")
_OF_THE_OFFER = expression(
    r"^(?:the|this|my|our|its?|le|la|l'|mon|ce|cet) ?(?:signed |new |fixed-term |proposed "
    r"|total )?(?:contract|employment|position"
    r"|job|offer|wage|salary|hourly|pay|term|lmia|eimt|contrat|emploi|poste|salaire|remuneration|taux|offre)"
)
_PARTS = ("title", "city", "country", "period", "amount", "number")


def jobs(told: Sequence[Passage], order: dates.Order | None, said: Sequence[str] | None = None) -> list[Job]:
    """Give the present job, or the present jobs where several are told with their beginnings.

    ``said`` are the sentences as the applicant would say them, where somebody else writes.
    """
    found = list(_present(told, order, said or [sentence.plain for sentence in told]))
    dated = [one for one in found if one.period]
    best: dict[str, Statement] = {}
    for one in dated or found[:1]:
        key = fold(one.employer or "")
        if key not in best or best[key].filled < one.filled:
            best[key] = one
    return [_job(one) for one in best.values()]


def _present(told: Sequence[Passage], order: dates.Order | None, said: Sequence[str]) -> Iterator[Statement]:
    for sentence, following, low in zip_longest(told, told[1:], said):
        if not _NOW.search(low) or _PLANNED.search(low) or _CORRECTION.search(low):
            continue
        one = statement(sentence, order)
        if one.period is None and following is not None and _BEGAN.search(following.plain):
            one.period = statement(following, order).period
        if one.employer and not _ended(one.period) and (one.period or _STILL.search(low)):
            yield one


def _ended(period: Period | None) -> bool:
    return period is not None and period.end is not None and period.end != period.start


def _job(one: Statement) -> Job:
    start = one.period.start if one.period else None
    return Job(
        evidence=one.evidence,
        cells=one.cells,
        period=Period(start, None, open=True),
        title=one.title,
        employer=one.employer,
        city=one.city,
        country=one.country,
        amount=float(one.amount.value) if one.amount else None,
        currency=one.amount.currency if one.amount else None,
        per=one.amount.per if one.amount else None,
    )


def offers(told: Sequence[Passage], order: dates.Order | None) -> list[Offer]:
    """Give the offered job, put together from all sentences that speak of it."""
    found = [statement(sentence, order) for sentence in _of_offer(told)]
    named = sorted((one for one in found if one.employer), key=lambda one: -one.filled)
    if not named:
        return []
    main = named[0]
    for other in found:
        if _same_employer(other, main):
            _complete(main, other)
    for sentence in told if main.number is None else ():
        main.number, evidence = offer_number(sentence)
        if evidence:
            main.cells["number"] = evidence
            break
    return [_offer(main)]


def _of_offer(told: Sequence[Passage]) -> Iterator[Passage]:
    """Give the sentences that tell of the offer, and those that go on about it."""
    speaking = False
    for sentence in told:
        low = sentence.plain
        other = _PAST_OFFER.search(low) or _CORRECTION.search(low)
        speaking = not other and bool(_PLANNED.search(low) or (speaking and _OF_THE_OFFER.match(low)))
        if speaking:
            yield sentence


def _complete(main: Statement, other: Statement) -> None:
    """Take what another sentence adds."""
    for part in _PARTS:
        if getattr(main, part) is None and getattr(other, part) is not None:
            setattr(main, part, getattr(other, part))
            main.cells |= {part: other.cells[part]} if part in other.cells else {}


def _same_employer(one: Statement, main: Statement) -> bool:
    return one is not main and fold(one.employer or "") in ("", fold(main.employer or ""))


def _offer(one: Statement) -> Offer:
    return Offer(
        evidence=one.evidence,
        cells=one.cells,
        period=one.period,
        employer=one.employer,
        title=one.title,
        city=one.city,
        country=one.country,
        amount=float(one.amount.value) if one.amount else None,
        currency=(one.amount.currency or "CAD") if one.amount else None,
        number=one.number,
    )
