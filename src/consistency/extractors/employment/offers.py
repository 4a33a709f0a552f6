"""The job offered in Canada that a paper names: by whom, to whom, as what, and its terms."""

import re
from collections.abc import Iterable, Iterator

from consistency.extractors.employment import offer_words as words
from consistency.extractors.employment.letterhead import letterhead
from consistency.extractors.employment.offer_terms import (
    NEXT_SENTENCE,
    Terms,
    is_capital,
    number_of,
    pay_of,
    term_of,
)
from consistency.extractors.employment.offer_towns import city_of, town_of_business
from consistency.extractors.employment.sayings import sayings
from consistency.extractors.employment.signing import is_post
from consistency.extractors.reading import Reading, cite
from consistency.extractors.wording.career_words import has_legal_form, is_legal_form, title_weight
from consistency.extractors.wording.labels import Value
from consistency.extractors.wording.letters import Cut, Dated, language_of
from consistency.extractors.wording.official import (
    continued,
    day_fact,
    has_mark,
    is_signed,
    name_fact,
    narrowed,
    said,
)
from consistency.extractors.wording.parties import is_heading, over_lines, under_headings
from consistency.extractors.wording.persons import name_of, named
from consistency.extractors.wording.prose import passage, plain
from consistency.model import AsOf, Offer
from consistency.normalizer import places
from consistency.normalizer.dates import find_dates
from consistency.normalizer.expressions import expression
from consistency.normalizer.organisations import key
from consistency.normalizer.text import fold

LABELS = frozenset({"employer", "employee", "title", "place", "wage", "hours", "start", "end", "period"})
"""The terms beside labels by which a contract or an offer is known."""

_NO_EMPLOYER = expression(
    r"\b(?:market impact|labou?r market|marche du travail|foreign nationals?|immigration, refugees"
    r"|employer portal)\b|^\W*\d{1,2}[.)]\s"
)
"""Words of a heading that no employer's name has, and the number of a clause."""
_PRONOUNS = frozenset(
    (
        "we",
        "i",
        "it",
        "he",
        "she",
        "they",
        "you",
        "nous",
        "je",
        "il",
        "elle",
        "vous",
        "the",
        "this",
        "our",
        "l'employeur",
        "employer",
    )
)
_BEFORE_NAME = expression(r"^\W*(?:les |the )?(?:soussignée?s?|undersigned)\s*:?\s+", re.IGNORECASE)
_AFTER_NAME = expression(
    r"\s+(?:of|at|from|located|having|with|situee?|sise?|au|du)\s+(?=\d)|\s*[(|]|\s+(?:located|having its"
    r"|whose|situee?"
    r"|dont le|ayant son)\b|\s{2,}|\s+[-–·]\s+(?=\d)|;"
)
_TITLE_TAIL = expression(
    r"\s*[(\[](?!(?:e|ere|iere|i?enne|t?rice|euse|se|ne|le|e?s|fe|ve)\))|\s*;|\s+-\s+(?=noc|cnp|\d{4})"
    r"|,?\s+(?:noc|cnp)\b|\s+-\s+\d{4,5}|,|\s{2,}| / (?=noc|cnp|\d{4})"
)
_CODE = expression(r"^(?:noc|cnp)?\s*:?\s*\d{4,5}\s*[-–:/]?\s*")


def meaning(terms: Terms, day: Dated | None, person: Cut | None) -> Reading:
    """Give what a contract or an offer says: of which day it is, whom it names, and the job with its terms."""
    job = offer(terms, employer_of(terms))
    return Reading(
        AsOf(day.date, "stated") if day else AsOf(None, "unknown"),
        (*name_fact(person), *day_fact("document_date", day)),
        (job,) if job else (),
        language=language_of(terms.document),
        signed=is_signed(terms.document),
        sayings=sayings(terms.document),
    )


def offer(
    terms: Terms, employer: Cut | None, names: Cut | None = None, number: Cut | None = None
) -> Offer | None:
    """Give the offered job, if the paper names at least an employer or a position.

    ``names`` are the workers whom the paper lists; ``number`` counts where none is told.
    """
    found = {
        "employer": employer, "title": title_of(terms), "number": number_of(terms) or number,
        "city": city_of(terms) or town_of_business(terms), "name": names,
    }  # fmt: skip
    texts = {name: cut.text for name, cut in found.items() if cut}
    if not texts.keys() & {"employer", "title", "number"}:
        return None
    term, pay = term_of(terms), pay_of(terms)
    cells = {name: cut.evidence for name, cut in found.items() if cut}
    cells |= {"period": term.evidence} if term else {}
    cells |= {"amount": pay.evidence, "currency": pay.evidence} if pay else {}
    return Offer(
        evidence=next(iter(cells.values())),
        cells=cells,
        period=term.period if term else None,
        country="CA" if found["city"] else None,
        amount=pay.amount if pay else None,
        currency=pay.currency if pay else None,
        **texts,
    )


def employer_of(terms: Terms) -> Cut | None:
    """Give the employer: beside its label, in a sentence, else in the letterhead."""
    head = letterhead(terms.document)
    head = None if head and _ONLY_TITLE.fullmatch(plain(head[0])) else head
    told = employer_told(terms, unsure=head is None)
    if told and not (head and key(head[0]) == key(told.text)):
        return told
    return Cut(head[0], cite(terms.document, head[1], head[0])) if head else None


_ONLY_TITLE = expression(
    r"\W*(?:[a-z][a-z-]+ ){0,4}(?:contract|agreement|contrat|convention|entente|offer"
    r"|offre|lettre"
    r"|letter)\b(?: (?:of|de|d'|du|for|a)\b(?!.*\b(?:inc|ltd|limited|ltee|llc|corp)\b).*)?\W*"
)
"""What the paper is called, which a letterhead may be taken for: "Contract of Employment"."""


def employer_told(terms: Terms, *, unsure: bool = True) -> Cut | None:
    """Give the employer beside its label or in a sentence; where ``unsure`` also one without a legal form there."""
    return next(_employers(terms, unsure), None)


def _employers(terms: Terms, unsure: bool) -> Iterator[Cut]:
    """Give what may be the employer, the surest first; a name without a legal form only where it is all there is."""
    labelled = _names(_beside_labels(terms, "employer"))
    parties = _names(said((*terms.parts, terms.head), *words.PARTY, words.WITH_ADDRESS, words.NAMED_PARTIES))
    yield from _names(said((terms.head,), *words.HOST))
    first = _names(said((terms.head,), *words.FIRST_PARTY, *words.BETWEEN))
    yield from (cut for cut in (*labelled, *parties, *first) if has_legal_form(cut.text))
    yield from (*parties, *labelled)
    said_so = _names(said(terms.parts, *words.EMPLOYER))
    yield from (cut for cut in said_so if unsure or has_legal_form(cut.text))


def _names(cuts: Iterable[Cut]) -> list[Cut]:
    """Give the names among what may be some."""
    return [name for cut in cuts if (name := _named(cut))]


def _beside_labels(terms: Terms, role: str) -> Iterator[Cut]:
    """Give what stands beside the labels of a party, and beside "Name" below its heading."""
    for value in terms.labels.get(role, ()):
        if not (is_heading(value.text, words.HEADINGS) or (role == "employer" and _signs(terms, value))):
            yield continued(terms.document, value)
    yield from _party(terms, role)


def _signs(terms: Terms, value: Value) -> bool:
    """Tell whether who signs for the employer stands beside the label: "Employer: (signed) Ida Sample, owner"."""
    if has_legal_form(value.text):
        return False
    line = plain(terms.document.lines[value.order].text)
    _, *behind = re.split(r",\s+", value.text)
    dated = has_mark(line) and bool(find_dates(line))
    return dated or has_mark(line.split(plain(value.text).split(" ")[0])[0]) or any(map(is_post, behind))


def _party(terms: Terms, role: str) -> Iterator[Cut]:
    """Give a party as the paper sets it out: beside "Name" below its heading, or below "BETWEEN" and "AND"."""
    for told in (under_headings, over_lines):
        yield from (cut for found, cut in told(terms.document, words.HEADINGS) if found == role)


def _named(cut: Cut) -> Cut | None:
    name = organisation(cut.text)
    if name is None or plain(name).split()[0] in _PRONOUNS or _NO_EMPLOYER.search(plain(name)):
        return None
    return Cut(name, narrowed(cut.evidence, name))


def organisation(text: str) -> str | None:
    """Give the name of an organisation without the address that follows it; None where a text cannot be one."""
    text = _BEFORE_NAME.sub("", text)
    end = _AFTER_NAME.search(plain(text))
    name = (text[: end.start()] if end else text).strip(" ,:")
    pieces = re.split(r"(,\s*)", name)
    for number in range(0, len(pieces), 2):
        whole = "".join(pieces[: number + 1])
        if has_legal_form(whole) and not (pieces[number + 2 :] and is_legal_form(pieces[number + 2])):
            return whole
    if len(pieces) > 1 and (re.search(r"\d", name.split(",", 1)[1]) or places.split_place(name)[1]):
        name = pieces[0]
    return name if is_capital(name) and not name.isdigit() and len(name) > 1 else None


def person_of(terms: Terms) -> Cut | None:
    """Give the person to whom the job is offered: the fullest form of the first name that is told."""
    document = terms.document
    lines = tuple(passage(document, [line]) for line in document.lines)
    labelled = (name_of(cut) for cut in _beside_labels(terms, "employee"))
    told = named((*terms.parts, *lines), *words.EMPLOYEE)
    found = [
        name
        for name in (
            *filter(None, map(_person, _party(terms, "employee"))),
            *labelled,
            told,
        )
        if name
    ]
    if not found:
        return None
    first = set(fold(found[0].text).split())
    return next((name for name in found if first < set(fold(name.text).split())), found[0])


def _person(cut: Cut) -> Cut | None:
    """Give the name of a party without what is told of them: "Mr. Ali Khan, residing in Lahore"."""
    bare = re.split(r",|\(|\s[-–—]\s", cut.text)[0]
    return name_of(Cut(bare, narrowed(cut.evidence, bare)))


def title_of(terms: Terms) -> Cut | None:
    """Give the position: the employer's own title before the one of the classification."""
    for name in ("title", "noc"):
        for value in terms.labels.get(name, ()):
            title = _bare_title(value.text)
            if title:
                return Cut(title, narrowed(value.evidence, title))
    for cut in said(terms.parts, *words.TITLE):
        title = _bare_title(cut.text)
        if title and len(title.split()) <= 8:
            return Cut(title, narrowed(cut.evidence, title))
    return next(_in_heading(terms), None)


def _in_heading(terms: Terms) -> Iterator[Cut]:
    """Give the trade behind the heading of the paper: "EMPLOYMENT CONTRACT – BUTCHER"."""
    for line in terms.document.lines[:_TOP]:
        found = _HEADED.match(line.text.strip())
        if found and title_weight(found["it"]) >= 1 and not _STREAM.search(plain(found["it"])):
            yield Cut(found["it"].strip(), cite(terms.document, line, found["it"].strip()))


_TOP = 6
"""So many lines at the top hold the heading."""
_STREAM = expression(r"\b(?:stream|program(?:me)?|volet|programme|sector|secteur)\b")
"""What a contract is made under, and no trade."""
_HEADED = expression(
    r"(?i)\W*(?:(?:employment|work|labou?r|job) (?:contract|agreement|offer)|offer of employment"
    r"|contrat (?:de travail|d['’]emploi)"
    r"|offre d['’]emploi)\s*[-–—:]\s*(?:for (?:an? )?)?(?P<it>[^\W\d_][^\d:;.]{2,50})$"
)


def _bare_title(text: str) -> str | None:
    text = NEXT_SENTENCE.split(text[code.end() :] if (code := _CODE.match(plain(text))) else text)[0]
    end = _TITLE_TAIL.search(plain(text))
    title = (text[: end.start()] if end else text).strip(" \"“”«»'.:")
    return title if title and not re.search(r"\d{3}", title) and len(title) <= 80 else None
