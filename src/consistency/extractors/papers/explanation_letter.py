"""The applicant's letter of explanation (submission letter, cover letter): what it says of the applicant."""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from consistency.extractors.papers._applicant import marriage, name_of
from consistency.extractors.papers._letters import language_of, letter_date, salutation_at
from consistency.extractors.papers._past import balances, refusals, trips
from consistency.extractors.papers._prose import Passage, paragraphs, plain, sentences
from consistency.extractors.papers._statements import Statement, offer_number, statement
from consistency.extractors.reading import Reading
from consistency.model import AsOf, Document, Fact, Job, Offer, Record
from consistency.normalizer import dates
from consistency.normalizer.dates import Period
from consistency.normalizer.text import fold

_TITLE = re.compile(
    r"letter of explanation|explanation letter|letter of (?:intent|submission)|submission letter"
    r"|cover(?:ing)? letter|statement of purpose"
    r"|lettre d'explication|lettre explicative|lettre de (?:motivation|presentation|soumission)|explanation"
)
_SUBJECT = re.compile(
    r"^(?:re|subject|objet|ref|reference|sujet|concerns?|concerne)\b.{0,40}?(?:application|explanation"
    r"|permit|visa|submission|demande|permis|explication|lettre)"
)
_TO = re.compile(
    r"(?:to|a) (?:the |l')?(?:visa|immigration|migration|case processing|agent)|dear (?:sir|madam"
    r"|officer|visa|immigration|migration|case)|immigration, refugees and citizenship"
    r"|madame,? monsieur|monsieur,? madame|high commission|embassy|agent (?:des visas|d'immigration)"
    r"|visa (?:section|office)|ircc"
)
_APPLIES = re.compile(
    r"\bi (?:am|'m|have) (?:re)?(?:applying|submitt|writing|re-?appl)|\bi (?:hereby )?(?:re)?(?:submit"
    r"|apply|write)\b|my (?:new |present |current |fresh |previous |earlier |past |last |first "
    r"|work permit |visa )*(?:application|refusal)"
    r"|this (?:new |fresh )?application|please accept|new application|je (?:presente|soumets|sollicite"
    r"|depose|vous ecris)|ma (?:nouvelle )?demande|mes demandes|decisions anterieures|demande de permis"
)
_PROMISE = re.compile(
    r"i (?:will|shall|intend to|undertake to|promise to|assure you)[^.]{0,60}(?:leave|return|respect"
    r"|depart|comply|end of)|je (?:quitterai|respecterai|m'engage|retournerai|rentrerai)"
)
_REFUSED = re.compile(r"\brefus|\brejet|officer was not satisfied|agent n'etait pas convaincu|not satisfied")
_OTHERS = re.compile(
    r"(?:i am|nous avons|je) (?:therefore )?(?:refusing|rejette|refuse) (?:your|votre)"
    r"|your application (?:has been|was|does)|remercions de l'interet"
    r"|thank you for your interest in (?:working|studying|visiting)"
    r"|this is to certify|we are pleased to offer|hereby certif|is employed|account holder"
    r"|information disclosed under|certifions|nous attestons|curriculum vitae$"
)
_NOW = re.compile(
    r"\bi (?:have|'ve|am|currently|presently|now|still|also|continue|do|hold|work|occupy"
    r"|serve)\b[^.;]{0,60}?\b(?:work(?:ed|ing)?|employed|serv(?:e|ed|ing)|hold|occupy|position|been an?"
    r"|been the|am an?)\b"
    r"|\bi(?:'m| am) (?:currently |presently |now )?(?:an?|the) |my (?:current|present) (?:employer|job"
    r"|position|employment|work) is|since [^.;]{4,30}?,? i (?:have|'ve|am|work)"
    r"|je (?:travaille|suis employee?|suis (?:actuellement "
    r"|presentement )?(?:une? )?[a-z-]+ (?:[a-z-]+ )?chez|sers|fais partie)|j'(?:occupe|exerce"
    r"|ai (?:toujours )?travaille)|mon employeur actuel|mon (?:poste|emploi) actuel"
)
_STILL = re.compile(
    r"\b(?:since|depuis|currently|presently|now|present|to date|still|at the moment|current|a ce jour"
    r"|actuellement|actuel|ongoing|today|continue)\b"
)
_PLANNED = re.compile(
    r"(?:am|was|have been|'ve been) (?:to work|to be employed|offered|hired|selected|going to work)"
    r"|(?:will|would|shall) (?:be )?(?:work|join|employ|serve|take up|start)|job offer"
    r"|offer of employment|offer(?:ed|s) me|(?:new|valid|signed|genuine) (?:job )?offer"
    r"|(?:intend|plan|wish|want|hope|like|propose) to work|proposed (?:employment|position|job)"
    r"|position offered|has hired me|je travaillerai|j'occuperai|je vais travailler|offre (?:d'emploi"
    r"|de travail)|nouvelle offre|m'a(?:it)? (?:offert|propose|embauche)|m'offre|je serai (?:employe"
    r"|embauche)|(?:sera|serait) mon employeur"
)
_PAST_OFFER = re.compile(
    r"\b(?:previous|former|earlier|old|withdrawn|expired|last) (?:job )?(?:offer|employer)"
    r"|offre (?:precedente|anterieure)|ancienne offre"
)
_CORRECTION = re.compile(
    r"\b(?:wrote|stated|declared|indicated|mentioned|listed|entered|put|said|omitted|forgot"
    r"|left out)\b[^.]{0,80}\b(?:wrong|mistake|error|incorrect|by accident|application|form)"
    r"|in my (?:\d{4} |previous |earlier |first |old |past )(?:application|form)"
    r"|par erreur|j'ai (?:ecrit|indique|declare|omis|oublie)|dans ma demande (?:de \d{4}|precedente)"
)
_BEGAN = re.compile(r"started|joined|began|since|depuis|commence")
_CLAUSE = re.compile(r";\s*")


def recognise(document: Document) -> float:
    """Say how sure it is that the applicant explains an application here."""
    text = plain(document.text)
    head = plain("\n".join(line.text for line in document.lines[:14]))
    if _OTHERS.search(text) and not _TITLE.search(head):
        return 0.0
    subject = any(_SUBJECT.match(plain(line.text).strip()) for line in document.lines[:20])
    first = len(re.findall(r"\b(?:i|my|je|j'|mon|ma|mes)\b", text)) >= 4
    clues = (
        _TITLE.search(head),
        subject,
        salutation_at(document) is not None,
        _TO.search(head),
        _PROMISE.search(text),
        _REFUSED.search(text),
    )
    if not first or not _APPLIES.search(text):
        return 0.1
    return min(1.0, 0.15 + 0.17 * sum(bool(clue) for clue in clues))


def read(document: Document) -> Reading:
    """Read what the applicant says: who, married or not, refused when, working where, offered what."""
    order = dates.settled_order([document.text])
    day = letter_date(document, order)
    told = [part for paragraph in paragraphs(document) for part in _clauses(paragraph)]
    facts = [Fact("document_date", day.date.iso, day.evidence)] if day else []
    name = name_of(document)
    if name:
        facts.append(Fact("full_name", name.text, name.evidence))
    facts += marriage(told, order)
    records: list[Record] = [*refusals(told, order), *_jobs(told, order), *_offers(told, order)]
    records += [*balances(told), *trips(told)]
    as_of = AsOf(day.date, "stated") if day else AsOf(None, "unknown")
    return Reading(
        as_of, tuple(facts), tuple(records), language=language_of(document), signed=_signed(document)
    )


def _signed(document: Document) -> bool | None:
    text = plain(document.text)
    return True if re.search(r"\((?:signed|signe|signee|signature)\)|/s/", text) else None


def _clauses(paragraph: Passage) -> Iterator[Passage]:
    """Give sentences, cut at semicolons outside brackets."""
    for sentence in sentences(paragraph):
        start = 0
        for cut in _CLAUSE.finditer(sentence.text):
            yield sentence.part(start, cut.start())
            start = cut.end()
        if start < len(sentence.text):
            yield sentence.part(start, len(sentence.text))


def _jobs(told: Sequence[Passage], order: dates.Order | None) -> list[Job]:
    """Give the present job, or the present jobs where several are told with their beginnings."""
    found = []
    for sentence, following in zip_longest(told, told[1:]):
        low = sentence.plain
        if not _NOW.search(low) or _PLANNED.search(low) or _CORRECTION.search(low):
            continue
        one = statement(sentence, order)
        if (
            one.period is None
            and following is not None
            and re.search(r"(?:started|joined|began|since|depuis|commence)", following.plain)
        ):
            one.period = statement(following, order).period
        ended = one.period is not None and one.period.end is not None and one.period.end != one.period.start
        if one.employer and not ended and (one.period or _STILL.search(low)):
            found.append(one)
    dated = [one for one in found if one.period]
    best: dict[str, Statement] = {}
    for one in dated or found[:1]:
        key = fold(one.employer or "")
        if key not in best or best[key].filled < one.filled:
            best[key] = one
    return [_job(one) for one in best.values()]


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


def _offers(told: Sequence[Passage], order: dates.Order | None) -> list[Offer]:
    """Give the offered job, put together from all sentences that speak of it."""
    found = [
        statement(sentence, order)
        for sentence in told
        if _PLANNED.search(sentence.plain)
        and not _PAST_OFFER.search(sentence.plain)
        and not _CORRECTION.search(sentence.plain)
    ]
    named = sorted((one for one in found if one.employer), key=lambda one: -one.filled)
    if not named:
        return []
    main = named[0]
    for other in (
        one
        for one in found
        if one is not main and fold(one.employer or "") in ("", fold(main.employer or ""))
    ):
        for part in ("title", "city", "country", "period", "amount", "number"):
            if getattr(main, part) is None and getattr(other, part) is not None:
                setattr(main, part, getattr(other, part))
                main.cells |= {part: other.cells[part]} if part in other.cells else {}
    for sentence in told if main.number is None else ():
        main.number, evidence = offer_number(sentence)
        if evidence:
            main.cells["number"] = evidence
            break
    return [_offer(main)]


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
        currency=one.amount.currency if one.amount else None,
        number=one.number,
    )
