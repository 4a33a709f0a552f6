"""The applicant's present job and the offered one, as a letter tells of them."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice, zip_longest

from consistency.extractors.wording.prose import Passage
from consistency.extractors.wording.statements import Statement, offer_number, statement
from consistency.model import Job, Offer
from consistency.normalizer import dates, money
from consistency.normalizer.dates import Period
from consistency.normalizer.expressions import expression
from consistency.normalizer.money import Amount
from consistency.normalizer.refusing import says_refused
from consistency.normalizer.speakers import speaks_of_others
from consistency.normalizer.text import fold

_NOW = expression(
    r"^[a-z' -]{4,50}? (?:a la|au|a l'|chez) [^.;]{3,60}? depuis [^.;,]{4,20}, (?:je|j')|"
    r"^as (?:the |an? )?[a-z' -]{3,50} (?:of|at|for|with) [^.;]{3,60}?,? i "
    r"(?:lead|manage|run|supervise|am|work|head|oversee|look|train|prepare|do|make|drive|handle)\b|"
    r"\bi (?:currently |presently |now |still |also )*(?:work|serve)\b|"
    r"\bi(?: am|'m) (?:currently |presently |now |at present )?(?:doing (?:(?:a|my|the) )?(?:job|service|duty|work)"
    r"|in (?:the )?(?:job|service|employment)|on duty|posted) (?:as|at|in|with|for|of)\b|"
    r"\bi am (?!applying|writing|not\b|re)[a-z' -]{3,40}? (?:at|with|for) |"
    r"\bi(?: have|'ve) been (?!stud|enrol|liv|wait|grant|treat|marri|visit|refus|to\b|in\b|at\b|with\b|with)"
    r"[a-z' -]{3,40}? (?:at|with|for) |"
    r"\bi ?(?:have|'ve|am|'m|currently|presently|now|still|also|continue|do|hold|work|occupy"
    r"|serve)\b[^.;]{0,60}?\b(?:work(?:ed|ing)?|employed|serv(?:e|ed|ing)|hold|occupy|position|been an?"
    r"|been the|am an?)\b"
    r"|\bi(?:'m| am) (?:currently |presently |now )?(?:an?|the) |my (?:current|present) (?:employer"
    r"|occupation|job"
    r"|position|employment|work) is|since [^.;]{4,30}?,? i (?:have|'ve|am|work)"
    r"|\b(?:has|have) (?:\w+ly )?employed me\b|\bemploys me\b|\bm'emploie\b"
    r"|\bmy (?:current |present )?employer since\b|\bmon employeur depuis\b"
    r"|\bi (?:run|own|manage) my own\b"
    r"|\bi ?(?:have|'ve) (?:been )?(?:run|running|owned|owning|managing) my own\b"
    r"|\bje (?:gere|tiens|dirige) ma propre\b"
    r"|je (?:travaille|suis employee?|suis (?:actuellement "
    r"|presentement )?(?:une? )?(?!mariee?|nee?|inscrite?|allee?|etudiante?|arrivee?|attachee?)[a-z-]+ "
    r"(?:[a-z-]+ ){0,2}?(?:chez|a la|a l'|au)\b|sers|fais partie)|j'(?:occupe|exerce"
    r"|ai (?:toujours )?travaille)|mon employeur actuel|mon (?:poste|emploi) actuel"
)
_STILL = expression(
    r"\bfor (?:the |these )?(?:last|past) "
    r"|\b(?:since|depuis|currently|presently|now|present|to date|still|at the moment|current|a ce jour"
    r"|actuellement|actuel|ongoing|today|continue)\b"
)
_PLANNED = expression(
    r"\bpermit (?:as|to work as) an? |"
    r"je (?:dois|devrai|devrais|vais|souhaite|desire|compte|pourrai|voudrais) (?:travailler|occuper"
    r"|exercer)|je serai|"
    r"offered (?:work|employment|a job)|"
    r"(?:am|was|have been|'ve been) (?:to work|to be employed|offered|hired|selected|going to work)"
    r"|(?:will|would|shall) (?:be )?(?:work|join|employ|serve|take up|start)|job offer"
    r"|\bemployer (?:in canada )?(?:will|would|is to) be\b|(?:sera|serait) mon (?:futur )?employeur"
    r"|offer of employment|offer(?:ed|s) me|hires me"
    r"|\b(?:wants?|wishes|agreed|is willing|is ready|intends) to (?:hire|employ) me"
    r"|\b(?:new|future|prospective|intended|canadian) employer(?: is\b|, )|\bemployer in canada(?: is\b|, )"
    r"|(?:new|valid|signed|genuine) (?:job )?offer"
    r"|(?:intend|plan|wish|want|hope|like|propose) to work|proposed (?:employment|position|job)"
    r"|position offered|has hired me|je travaillerai|j'occuperai|je vais travailler|offre (?:d'emploi"
    r"|de travail)|nouvelle offre|m'a(?:it)? (?:offert|propose|embauche)|m'(?:offre|engage|embauche)\b"
    r"|\bque me propos|je serai (?:employe"
    r"|embauche)|(?:sera|serait) mon employeur"
)
_TO_WORK = expression(
    r"(?<!authorized )(?<!authorised )(?<!allowed )(?<!permitted )\b(?:to (?:work|be employed|serve)"
    r"|(?:de |pour |a |y )(?:travailler|etre employee?|oeuvrer|exercer|occuper)) "
    r"(?:(?:there|full[- ]time|la[- ]bas|a temps plein|le metier|la profession|l'emploi|le poste) )?"
    r"(?:as|at|for|in the (?:position|job)|comme|chez|en tant qu|en qualite|a titre|au poste|dans le poste|d[e'])\b"
)
"""The work that is the aim of a journey: "the reason for my coming is to work as a welder at …"."""
_ASKS_TO_WORK = expression(
    r"\bi (?:\w+ )?(?:apply|am (?:\w+ )?(?:applying|asking)|ask|request|seek)\b[^.;]{0,40}?\bpermit\b[^.;]{0,20}?"
    r"\b(?:to (?:work|be employed|serve|take up|fill)|in order to work|as an?)\b"
    r"|\bje (?:\w+ )?(?:demande|sollicite|presente|depose)\b[^.;]{0,60}?\bpermis\b[^.;]{0,20}?"
    r"\b(?:pour (?:y )?|afin d(?:e |')|en vue d(?:e |'))(?:occuper|travailler|exercer|oeuvrer)\b"
)
"""What says in one sentence that a permit is asked for, and for which work."""
_PAYS = expression(
    r"\b(?:job|position|post|role|work|offer|employment|contract|employer|they|it) (?:would|will|shall|is to) pay\b"
    r"|\b(?:offered|proposed|promised) (?:hourly )?(?:wage|salary|pay|rate)\b"
    r"|\b(?:wage|salary|pay) (?:offered|proposed|promised)\b"
    r"|\b(?:wage|salary|pay|rate) (?:would|will|shall) be\b|\bi (?:would|will|shall) (?:earn|be paid)\b"
    r"|\b(?:emploi|poste|travail|contrat) (?:sera|serait) (?:remunere|paye)"
    r"|\b(?:salaire|remuneration|taux)(?: horaire)? (?:offerte?|proposee?|prevue?|sera|serait)\b"
    r"|\b(?:je serai|je serais) (?:remuneree?|payee?)\b|\bje (?:toucherai|gagnerai)s?\b"
)
"""The pay of a job to come, in a sentence that may name no employer."""
_PAST_OFFER = expression(
    r"\b(?:previous|former|earlier|old|withdrawn|expired|last) (?:job )?(?:offer|employer)"
    r"|offre (?:precedente|anterieure)|ancienne offre"
)
_DOUBTED = expression(
    r"\b(?:officer|ircc|agent)\b[^.;]{0,60}?\b(?:not (?:been )?(?:satisfied|convinced|persuaded)|doubt\w*|questioned"
    r"|concern\w*|pas (?:ete )?(?:convaincu|satisfait)\w*|doute\w*)\b[^.;]{0,60}?\b(?:offers?|employers?|employment"
    r"|offre|employeur|emploi)\b"
)
"""An offer of which an officer had doubts is one of an earlier application."""
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
_UNTIL = expression(
    r"\b(?:until|till|upto|up to|jusqu'(?:en|au|a))\b"
    r"(?! ?(?:now|date|today|(?:the )?present|this|ce jour|maintenant|present|aujourd|la date))[^.;]{0,20}?\d{4}"
)
"""That something ended: "until May 2018"; "until now" does not say so."""
_NEXT_CLAUSE = expression(
    r",? (?:and|but|while|et|mais|puis) (?=(?:since|from|now|currently|presently|i|i'm|i've|he|she|depuis|je|j'"
    r"|maintenant|actuellement|have been|has been|am|is|my"
    r"|(?:(?:now|currently|presently) )?(?:work|am employed|serve) (?:at|for|with|as)"
    r"|travaille (?:chez|a|pour|comme))\b)"
    r"|, (?=(?:apres|after|following) (?:[\w-]+ ){1,5}(?:ans|annees|years|mois|months)\b)"
)
_SUBJECT = expression(
    r"^\W*(?:re|ref|subject|objet|concerne|sujet|regarding)\b(?!.{0,200}\b(?:refus|previous|earlier|ancienne))"
)
_FIRM = expression(
    r"(?:^|: )(?:(?:L['’]entreprise|L['’]employeur|La société|La compagnie|The company|The firm) )?"
    r"(?P<firm>[A-ZÀ-Ý][\w&'’.-]*(?: (?:[A-ZÀ-Ý&][\w&'’.-]*|of|and|the|de|du|des|la|le|et)){0,6}? "
    r"(?:Ltd|Limited|Inc|Incorporated|Corp|Corporation|LLC|LP|LLP|Lt[ée]e|Co|inc|ltd|lt[ée]e|enr|senc)\b\.?)"
)
"""A firm of Canada at the head of a sentence, known by its legal form."""
_LABELLED = expression(r"^[a-z .#/'-]{2,25}: ")
_FORM = expression(
    r"\b(?:Ltd|Limited|Inc|Incorporated|Corp|Corporation|LLC|LP|LLP|Lt[ée]e|inc|ltd|lt[ée]e|enr)\b"
)
_TITLE_FIRST = expression(
    r"(?:\W*\d[.)]\s+)?(?!(?:The|My|A|An|This|I|It|Our|La|Le|Mon|Ma|Un|Une|In|On|At|From|Since)\b)"
    r"(?P<title>[A-ZÀ-Ý][a-zà-ÿ/-]+(?: [a-zà-ÿ/-]+){0,4}?),? (?:at|with|for|chez|pour|auprès de) (?=[A-ZÀ-Ý])"
)
"""A title at the head of a sentence without a verb: "Cook at Acme Ltd., from 1 May 2026, LMIA 1234567"."""
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
        parts = _clauses(sentence, low)
        found = [one for part, words in parts if (one := _told_in(part, words, order, None))]
        if len(parts) == 1 or not found:
            found = [one] if (one := _told_in(*_own_part(sentence, low, parts), order, following)) else []
        elif len(found) == 1 and found[0].amount is None:
            found[0].amount = statement(sentence, order).amount
        yield from found


def _told_in(
    sentence: Passage, low: str, order: dates.Order | None, following: Passage | None
) -> Statement | None:
    """Give the present job that a sentence or clause tells; its beginning may stand in the sentence that follows."""
    if not _NOW.search(low) or _PLANNED.search(low) or _CORRECTION.search(low):
        return None
    one = statement(sentence, order)
    if one.period is None and following is not None and _BEGAN.search(following.plain):
        one.period = statement(following, order).period
    return one if one.employer and _goes_on(one, low) and not _was_first(sentence.text, one, order) else None


def _was_first(text: str, one: Statement, order: dates.Order | None) -> bool:
    """Tell whether the employer is the first of several in a sentence, with a time of its own that is over."""
    at = text.find(one.employer or "")
    behind = [found for found in dates.find_periods(text, order=order) if found[0] > at]
    return (
        at >= 0
        and len(behind) > 1
        and _ended(behind[0][2])
        and not _OTHER_HOUSE.search(text[at : behind[0][0]])
    )


_OTHER_HOUSE = expression(r"\b(?:at|with|for|by|chez|pour|auprès de) (?=[A-ZÀ-Ý])")


def _clauses(sentence: Passage, low: str) -> list[tuple[Passage, str]]:
    """Cut a sentence where another one begins within it: "…, and since March 2020 I am a baker"."""
    plain = sentence.plain
    cuts, places = ([(m.start(), m.end()) for m in _NEXT_CLAUSE.finditer(text)] for text in (plain, low))
    if not cuts or len(cuts) != len(places):
        return [(sentence, low)]
    spans, words = (
        zip([0, *(end for _, end in found)], [*(start for start, _ in found), len(text)], strict=True)
        for found, text in ((cuts, plain), (places, low))
    )
    parts = [(sentence.part(*span), low[slice(*word)]) for span, word in zip(spans, words, strict=True)]
    return [
        (part, _with_subject(text, before))
        for (part, text), (_, before) in zip(parts, [parts[0], *parts], strict=False)
    ]


def _with_subject(text: str, before: str) -> str:
    """Give a clause that goes on about the one before it its subject: "… and has been employed"."""
    own = re.search(r"\b(?:i|i'm|i've|je|j)\b", before) and not speaks_of_others(fold(before))
    return (
        _WITHOUT_SUBJECT.sub(
            lambda verb: f"{'je' if verb[0] == 'travaille' else 'i'} {verb[0]}",
            re.sub(r"^(?:has|have) been\b", "i have been", re.sub(r"^(?:is|am)\b", "i am", text)),
        )
        if own
        else text
    )


_WITHOUT_SUBJECT = expression(r"^(?:work|serve|travaille)\b")
"""The verb of a clause that goes on about who wrote the one before: "I have cooked since 2008 and work at …"."""


def _own_part(sentence: Passage, low: str, parts: Sequence[tuple[Passage, str]]) -> tuple[Passage, str]:
    """Leave out a first clause about somebody else: "My wife works at Mill Ltd., and I work at home"."""
    first = parts[0][1]
    if len(parts) > 1 and speaks_of_others(fold(first)) and not _NOW.search(first):
        rest = parts[1][0]
        return sentence.part(
            sentence.text.index(rest.text, len(parts[0][0].text)), len(sentence.text)
        ), parts[1][1]
    return sentence, low


def _goes_on(one: Statement, low: str) -> bool:
    return not (_ended(one.period) or _UNTIL.search(low)) and bool(one.period or _STILL.search(low))


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
    found = [_with_firm(sentence, statement(sentence, order)) for sentence in _of_offer(told)]
    named = sorted((one for one in found if one.employer), key=lambda one: -one.filled)
    main = named[0] if named else next((one for one in found if _is_canadian_pay(one.amount)), None)
    if main is None:
        return [_offer(one) for one in islice(_in_subject(told), 1)]
    for other in found:
        if _same_employer(other, main):
            if _is_whole(other.period) and not _is_whole(main.period):
                main.period = None
            _complete(main, other)
    for sentence in told if main.number is None else ():
        main.number, evidence = offer_number(sentence)
        if evidence:
            main.cells["number"] = evidence
            break
    return [_offer(main)]


def _with_firm(sentence: Passage, one: Statement) -> Statement:
    """Take the firm with which a sentence without a verb begins for the employer."""
    firm = _firm(sentence) if one.employer is None and one.number else None
    if firm:
        one.employer = firm["firm"]
        one.cells["employer"] = sentence.cite(*firm.span("firm"))
    title = _TITLE_FIRST.match(sentence.text) if one.employer and one.number and not one.title else None
    if title:
        one.title = title["title"]
        one.cells["title"] = sentence.cite(*title.span("title"))
    return one


def _in_subject(told: Sequence[Passage]) -> Iterator[Statement]:
    """Give the number of the offer that the line names which says what a letter is about."""
    for sentence in told:
        if _SUBJECT.match(sentence.plain) and not _PAST_OFFER.search(sentence.plain):
            number, evidence = offer_number(sentence)
            if number and evidence:
                yield Statement(evidence=evidence, cells={"number": evidence}, number=number)


def _of_offer(told: Sequence[Passage]) -> Iterator[Passage]:
    """Give the sentences that tell of the offer, and those that go on about it."""
    speaking = False
    for whole in told:
        sentence = _from_asking(whole)
        low = sentence.plain
        other = any(sign.search(low) for sign in (_PAST_OFFER, _CORRECTION, _DOUBTED))
        opens = _PLANNED.search(low) or _PAYS.search(low) or _numbered(sentence) or _aims(sentence)
        goes_on = speaking and (_OF_THE_OFFER.match(low) or _LABELLED.match(low))
        speaking = not other and bool(opens or goes_on)
        if speaking:
            yield sentence


def _from_asking(sentence: Passage) -> Passage:
    """Leave out what a sentence tells before it asks for a permit: "I am a smith, and I request a permit to …"."""
    asked = _ASKS_TO_WORK.search(sentence.plain)
    return sentence.part(asked.start(), len(sentence.text)) if asked and asked.start() > 0 else sentence


def _aims(sentence: Passage) -> bool:
    """Tell whether a sentence says that somebody comes to do a job: for a firm, of which offer or for what pay."""
    if says_refused(sentence.plain):
        return False
    if _ASKS_TO_WORK.search(sentence.plain) and _FORM.search(sentence.text):
        return True
    if not _TO_WORK.search(sentence.plain):
        return False
    paid = any(_is_canadian_pay(amount) for amount in money.find_amounts(sentence.text))
    return paid or offer_number(sentence)[0] is not None


def _numbered(sentence: Passage) -> bool:
    """Tell whether a sentence gives the number of an assessment with its firm or pay: "Acme Ltd. (LMIA 1234567)"."""
    if offer_number(sentence)[0] is None:
        return False
    return _FORM.search(sentence.text) is not None or any(
        map(_is_canadian_pay, money.find_amounts(sentence.text))
    )


def _firm(sentence: Passage) -> re.Match[str] | None:
    """Give the name with a legal form with which a sentence, or what follows a colon, begins."""
    return _FIRM.search(sentence.text)


def _is_canadian_pay(amount: Amount | None) -> bool:
    """Tell whether a pay by the hour is in dollars of Canada, or in dollars of which nothing more is said."""
    return amount is not None and amount.per == "hour" and amount.currency in (None, "CAD")


def _is_whole(period: Period | None) -> bool:
    """Tell whether a time has both its ends; a year alone may be that of the offer: "offered me the job in 2024"."""
    return period is not None and period.start is not None and period.end is not None


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
