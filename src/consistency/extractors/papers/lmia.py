"""The letter by which Employment and Social Development Canada approves hiring: the labour market impact "
"assessment."""

from collections.abc import Iterator
from functools import partial
from itertools import islice

from msgspec.structs import replace

from consistency.extractors.employment.offer_terms import Terms, bare_number
from consistency.extractors.employment.offers import employer_told, offer, organisation
from consistency.extractors.employment.sayings import sayings
from consistency.extractors.reading import Reading, cite
from consistency.extractors.wording.career_words import has_legal_form
from consistency.extractors.wording.letters import Cut, Dated, language_of, salutation_at
from consistency.extractors.wording.official import (
    day_fact,
    day_of,
    first_day,
    is_form,
    narrowed,
    own_day,
    titled,
)
from consistency.extractors.wording.persons import name_at, name_of
from consistency.extractors.wording.prose import Passage, passage, plain
from consistency.extractors.wording.tables import Headings, Row, header, rows
from consistency.model import AsOf, Document, Line
from consistency.normalizer import dates
from consistency.normalizer.expressions import expression
from consistency.normalizer.places import country_of_address

_TITLE = expression(
    r"labou?r market (?:impact assessment|opinion)|labou?r market impact of hiring"
    r"|^\W*(?:positive |neutral )?lmia (?:letter|decision|confirmation|approval)"
    r"|etude d'impact sur le marche du travail|^\W*eimt (?:positive|favorable)"
    r"|\b(?:lmia|eimt)(?: ?/ ?(?:lmia|eimt))?\W{0,3}(?:#|no\b|number|numero|system file)"
    r"|\(eimt\)|annex\w*\W+(?:foreign worker|noms? des travailleurs)"
)
_SENDER = expression(
    r"employment and social development canada|emploi et developpement social canada|service canada"
    r"|\besdc\b|\bedsc\b|temporary foreign worker program|programme des travailleurs etrangers temporaires"
)
_DECISION = expression(
    r"positive (?:lmia|labou?r market|assessment)|assessed as (?:positive|neutral)"
    r"|has been (?:approved|issued)|(?:request"
    r"|application) (?:is|was) approved|issued a (?:positive|neutral)|(?:neutral"
    r"|positive) (?:or neutral )?(?:impact|effect|lmia)|eimt (?:positive|favorable)|avis (?:positif"
    r"|favorable)|a ete (?:approuvee|accordee)|decision (?:positive|favorable)|est approuvee"
    r"|(?:positive|neutral|favou?rable) (?:decision|opinion|determination|outcome|result|conclusion)"
    r"|(?:decision|opinion|outcome|result) (?:is|was|has been) (?:positive|neutral|favou?rable)"
    r"|evalue(?:e|es)? favorablement|rendu (?:une? )?(?:decision|avis) favorable"
)
_OTHERS = expression(
    r"\bdear (?:visa )?officer\b|we are pleased to offer you|offers? you (?:the|work|employment"
    r"|a position)|vous offr(?:ons|e|ir)|employment (?:contract|agreement)|contract of employment"
    r"|contrat de travail|\bi am applying|my application|\buci\b.*application number|curriculum vitae"
)
_EXPIRES = expression(
    r"\b(?:expir\w+|valid(?:ity)?|valide|valable|echeance|no later than|must be (?:used|submitted"
    r"|filed))\b"
)
_WORKERS = expression(
    r"(?:foreign )?worker(?:s|'s|\(s\))? names?|names? of (?:the )?(?:temporary )?(?:foreign )?workers?"
    r"|^\W*annexe? \w{1,3}\W+(?:list of )?(?:names?|noms?|workers?|travailleurs?|liste des noms)\W*$"
    r"|noms? (?:du|des|de la|de) (?:travailleu\w+)(?: etrangers?)?"
    r"|foreign (?:nationals?|workers?)(?:\(s\))?(?: (?:named|listed|concerned))?(?: (?:is|are))?\s*:"
    r"|^\W*(?:(?:named|approved|requested) )?(?:workers?|foreign nationals?)(?: named)?(?:\(s\))?\s*:"
    r"|^\W*(?:names?|noms?)(?: (?:of|des|du) (?:the )?(?:workers?|foreign nationals?|travailleu\w+))?\s*:"
    r"|^\W*(?:(?:temporary )?foreign workers?|travailleu\w+(?: etrangers?)?(?: temporaires?)?)(?:\(s\))?\s*:"
    r"|^\W*(?:(?:temporary )?foreign workers?|(?:employee?s?|travailleu\w+)(?:\(e?s?\))? (?:nommee?s?|visee?s?"
    r"|designee?s?|concernee?s?)"
    r"|noms? (?:de l'|des )employe(?:\(?e\)?)?s?|named (?:worker|employee)|worker named"
    r"|(?:liste|list) (?:des|of) (?:temporary )?(?:travailleurs|foreign workers?|employes)(?: etrangers?)?"
    r"(?: temporaires?)?)(?:\(s\))?(?: {2,}"
    r"|\s*:)|^\W*number of (?:(?:temporary )?foreign )?workers?\s*:"
)
_COLUMNS = Headings(
    {
        "birth": r"birth|naissance|dob",
        "country": r"countr\w+|pays|citizen\w*|citoyennete|nationali\w+|passport|sexe?",
        "given": r"given|first names?|forenames?|prenoms?",
        "family": r"family|surnames?|last names?|noms? de famille",
        "name": r"names?|noms?|workers?|travailleurs?|prenoms?",
    }
)

_MOST_WORKERS = 30
_SENDS = 3
"""Lines among which the office that sends a letter is named."""
_HEAD = 15
"""Lines in which the employer may be addressed, where there is no salutation."""
_LABELS = frozenset(("number", "employer", "title", "noc", "place", "wage", "hours", "expiry"))


def recognise(document: Document) -> float:
    """Say how sure it is that this paper approves a job offer for the labour market."""
    if is_form(document) or not document.lines:
        return 0.0
    if not (titled(document, _TITLE, 40) or _SENDER.search(_first(document))):
        return 0.0
    text = plain(document.text)
    labels, decision = _LABELS & set(Terms.of(document).labels), _DECISION.search(text) is not None
    if len(labels) < 2 and not decision:
        return 0.0
    sent, named = _SENDER.search(text) is not None, _TITLE.search(text) is not None
    score = (
        0.35 * titled(document, _TITLE) + 0.25 * sent + 0.15 * decision + 0.2 * (sent and decision and named)
    )
    score += 0.06 * len(labels)
    score -= 0.4 * bool(_OTHERS.search(text))
    return max(0.0, min(1.0, score))


def _first(document: Document) -> str:
    return plain("\n".join(line.text for line in document.lines[:_SENDS]))


def read(document: Document) -> Reading:
    """Read the job, the number, until when it may be used, and the workers that are named."""
    terms = Terms.of(document)
    expiry = _expiry(terms)
    labelled = [day_of(value, terms.order) for value in terms.labels.get("date", ())]
    listed = {id(line) for _, row in _listed(document) for line in row.lines}
    inside = {number for number, line in enumerate(document.lines) if id(line) in listed}
    day = first_day(*labelled, own_day(document, terms.others, terms.order, inside))
    names = _workers(terms)
    employer = employer_told(terms, unsure=False) or _addressee(document) or employer_told(terms)
    job = offer(terms, employer, names, bare_number(terms))
    job = replace(job, period=None) if job else None  # the job may begin on any day
    facts = (*day_fact("document_date", day), *day_fact("deadline", expiry))
    as_of = AsOf(day.date, "stated") if day else AsOf(None, "unknown")
    return Reading(
        as_of, facts, (job,) if job else (), language=language_of(document), sayings=sayings(document)
    )


def _expiry(terms: Terms) -> Dated | None:
    """Give the last day on which the assessment may be used."""
    for value in terms.labels.get("expiry", ()):
        found = dates.find_dates(value.text, order=terms.order)
        if found:
            last = found[-1]
            return Dated(last.date, narrowed(value.evidence, value.text[last.start : last.end]))
    for part in terms.parts:
        for word in _EXPIRES.finditer(part.plain):
            for day in dates.find_dates(part.text, order=terms.order):
                if 0 <= day.start - word.end() <= 60:
                    return Dated(day.date, part.cite(day.start, day.end))
    return None


def _addressee(document: Document) -> Cut | None:
    """Give the employer to whom the letter is addressed, by the legal form or as the one over an address."""
    top = document.lines[: salutation_at(document) or _HEAD]
    head = [line for line in top if not _SENDER.search(plain(line.text))]
    named = [(line, name) for line in head if (name := _addressed(line)) is not None]
    address = next((n for n, line in enumerate(head) if country_of_address(line.text) == "CA"), None)
    over = [(line, name) for line, name in named if address is None or line in head[:address]]
    found = next((one for one in named if has_legal_form(one[1])), over[0] if over and address else None)
    return Cut(found[1], cite(document, found[0], found[1])) if found else None


def _addressed(line: Line) -> str | None:
    """Give the organisation that a line of the head may name: it is no title, day, label or address."""
    text = line.segments[0].text
    if _TITLE.search(plain(text)) or ":" in text or dates.find_dates(text):
        return None
    name = organisation(text)
    return name if name and country_of_address(name) is None else None


def _workers(terms: Terms) -> Cut | None:
    """Give the workers whom the annex names, one after the other."""
    document, start = terms.document, _annex(terms.document)
    if start is None:
        return None
    beside, told = tuple(_labelled(terms, start)), tuple(_told(terms))
    one = told if len(told) > len(beside) else beside
    names = tuple(_in_table(document)) or one or tuple(_below(document, start))
    if not names:
        return None
    return Cut("; ".join(name.text for name in names), names[0].evidence)


def _annex(document: Document) -> int | None:
    """Give the number of the line from which the workers are named."""
    return next((n for n, line in enumerate(document.lines) if _WORKERS.search(plain(line.text))), None)


def _in_table(document: Document) -> Iterator[Cut]:
    for role, row in _listed(document):
        cell, given = row.cell(document, role), row.cell(document, "given")
        name = name_at(cell, 0) if cell else None
        if name:
            yield _with_given(name, given)


def _listed(document: Document) -> Iterator[tuple[str, Row]]:
    """Give the rows of the workers' table, each with the role of its names."""
    start = _annex(document)
    lines = document.lines[start:] if start is not None else ()
    for number, line in enumerate(lines):
        columns = header(line, _COLUMNS)
        role = next((role for role in ("family", "name") if any(c.role == role for c in columns)), None)
        if role is not None:
            found = rows(lines[number + 1 :], columns, partial(_holds, role), lambda _: False)
            yield from ((role, row) for row in found)
            return


def _holds(role: str, row: Row) -> bool:
    return role in row.cells


def _with_given(name: Cut, given: Passage | None) -> Cut:
    """Put the given names, where they stand in a column of their own, before the family name."""
    first = name_at(given, 0) if given else None
    return replace(name, text=f"{first.text} {name.text}") if first else name


def _told(terms: Terms) -> Iterator[Cut]:
    """Give the workers whom a sentence names: "Annex B lists the foreign national(s): RUIZ, Ana, 1990-01-02".

    Or a line that lists several: "Named workers: 1. Ana Ruiz 2. Li Wei", "Workers: RUIZ, Ana; LI, Wei".
    """
    lines = (passage(terms.document, [line]) for line in terms.document.lines)
    listed = [name for line in lines for name in _named_in(line)]
    told = [name for part in terms.parts for name in islice(_named_in(part), 1)]
    yield from listed if len(listed) > len(told) else told


def _named_in(part: Passage) -> Iterator[Cut]:
    """Give the names behind the words that announce them."""
    lead = _WORKERS.search(part.plain)
    at = part.plain.find(":", lead.start()) + 1 if lead else 0
    starts = [at, *(cut.end() for cut in _NEXT_NAME.finditer(part.text, at))] if at else ()
    counted = (_COUNTED.match(part.text, start) for start in starts)
    for place in dict.fromkeys(number.end() for number in counted if number):
        name = name_at(part, place)
        if name:
            yield name


def _below(document: Document, start: int) -> Iterator[Cut]:
    """Give the names that stand below the words for workers, each at the head of a line, with a birth behind it."""
    for line in document.lines[start + 1 : start + 1 + _MOST_WORKERS]:
        name = name_at(passage(document, [line]), 0)
        if name is None or not dates.find_dates(line.text):
            return
        yield name


_COUNTED = expression(r"\s*(?:\(?\d{1,2}[.)]\s*)?")
_NEXT_NAME = expression(r";|\s(?=\(?\d{1,2}[.)]\s+[^\W\d])")


def _labelled(terms: Terms, start: int) -> Iterator[Cut]:
    for value in terms.labels.get("employee", ()):
        for part in value.text.split(";") if value.order >= start else ():
            if name := name_of(Cut(part.strip(), narrowed(value.evidence, part.strip()))):
                yield name
