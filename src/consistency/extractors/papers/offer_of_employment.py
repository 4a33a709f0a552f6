"""The letter by which an employer in Canada offers a job."""

import re
from collections.abc import Iterator

from msgspec.structs import replace

from consistency.extractors.employment.offer_terms import Terms
from consistency.extractors.employment.offers import LABELS, employer_of, meaning, person_of
from consistency.extractors.reading import Reading
from consistency.extractors.wording.letters import Cut, Dated, addressed_to
from consistency.extractors.wording.official import (
    day_of,
    first_day,
    is_form,
    own_day,
    titled,
)
from consistency.extractors.wording.persons import alone_names, name_of
from consistency.extractors.wording.prose import passage, plain
from consistency.model import Document
from consistency.normalizer import dates
from consistency.normalizer.expressions import expression
from consistency.normalizer.text import fold

_TITLE = expression(
    r"\b(?:offer of (?:full[- ]time |temporary |seasonal )?employment|(?:job|employment) offer"
    r"|letter of offer|offer letter|offer of (?:a )?(?:position|job|work)|employment letter of offer"
    r"|offre d'emploi|lettre d'(?:offre|embauche)|offre de (?:travail|poste)|proposition d'emploi"
    r"|promesse d'embauche|offre ferme)\b"
)
_OFFERS = expression(
    r"\b(?:offers? you|offer(?:ing)? (?:of employment )?to you|offering you|to offer (?:you|mr|ms|mrs"
    r"|the position|employment)|extend(?:ing)? (?:to you )?(?:an?|this|our) (?:formal |job "
    r"|conditional )?(?:offer|job offer)|you (?:have been|are|were) (?:selected|offered|hired|chosen)"
    r"|offered (?:the|a|employment|you)|vous (?:offr\w+|propos\w+|embauch\w+|engag\w+|confirm\w+ (?:notre"
    r"|l')? ?offre)|(?:vous )?avez ete (?:retenue?|choisie?|selectionnee?)|heureu(?:x|se)s? de vous"
    r"|offrons|hereby offers?|wish(?:es)? to offer|would like to offer|wishes to employ"
    r"|(?:renew|confirm|extend|repeat|reiterate|maintain)(?:s|ing|ed)? (?:to you |you )?(?:our|this|the|an?)"
    r" (?:\w+ ){0,2}offer|our (?:\w+ ){0,2}offer (?:of (?:employment|work|(?:the |a )?(?:position|post|job))|to you)"
    r"|(?:renouvel\w+|confirm\w+|reiter\w+|mainten\w+) (?:notre|l'|cette) ?(?:\w+ )?offre"
    r"|(?:happy|pleased|delighted|like) to (?:employ|hire|engage|appoint) you|invite you to join"
    r"|(?:our|my|the company's) intention to (?:employ|hire|engage|appoint|recruit) you"
    r"|we (?:hereby )?(?:hire|employ|engage) you"
    r"|(?:would|will) (?:like|be pleased|be happy) to (?:have|see|welcome) you (?:join|work|as)"
    r"|(?:our|a) promise of (?:a |the )?(?:job|employment|work|position)|you (?:would|will) be (?:an?"
    r"|our) [a-z]|we wish to (?:hire|employ|engage"
    r"|appoint) you|a (?:position|job|post) (?:with us|is open|awaits|for you)|your (?:secondment|transfer"
    r"|posting) (?:as|to)"
    r"|(?:notre|mon) intention de vous (?:embaucher|engager|recruter)|nous (?:souhaitons"
    r"|desirons) vous (?:embaucher|engager"
    r"|recruter|accueillir)|votre (?:detachement|mutation|affectation) (?:comme|en qualite|a titre|aupres)"
    r"|votre embauche|confirm(?:s|ing)? (?:you|your (?:selection|placement|assignment|secondment|transfer"
    r"|appointment|engagement|hiring))"
    r"(?: by [^.;]{3,60}?)? (?:as|for|to|in) |confirm\w+ votre (?:selection|placement|affectation|recrutement))\b"
)
_PLACED = expression(
    r"\b(?:assignment|placement|selection|deployment) (?:confirmation|letter|notice)|confirmation of (?:your )?"
    r"(?:assignment|placement|selection)|(?:confirmation|lettre) d(?:e |')(?:placement|affectation|selection)\b"
)
"""The titles under which an agency tells for whom it has found work: offers, where they say so."""
_CONTRACT = expression(
    r"^\W*(?:(?:full[- ]time|fixed[- ]term|individual|seasonal|temporary) )*(?:(?:employment|work|labou?r"
    r"|service) (?:contract|agreement)|contract of (?:employment|service)|agreement(?: of employment)?"
    r"|contrat (?:de travail|d'emploi|individuel)\b.{0,40})\W*$"
)
_OTHERS = expression(
    r"\b(?:labou?r market impact assessment\W*$|letter of explanation|lettre explicative"
    r"|my (?:\w+ )?(?:application|refusal|employer|savings)|ma demande|dear (?:visa |immigration )?officer"
    r"|i am applying|my application|je presente une demande|this is to certify|hereby certif\w+"
    r"|to whom it may concern|certifions|nous attestons|account holder|has been employed|been working"
    r"|a ete employee?|system file #)\b",
    re.MULTILINE,
)
_TO_OFFICER = expression(r"\bdear (?:visa |immigration )?officer\b")
_WE_OFFER = expression(
    r"\b(?:we|the company) (?:hereby |therefore |now )?(?:offer|have offered|are offering|wish to employ|will employ)"
    r" (?:mr|mrs|ms|miss|dr)\b\.? [^.;]{2,60}? (?:the (?:position|post|role|job)|as (?:an? |our )?|employment|a job)\b"
)
"""What an employer says to an officer of the one who is to work there."""
_NOT_A_PERSON = expression(
    r"\b(?:offer|offre|emploi|employment|job|private|confidential|re|subject|objet|letter|via|by|hand"
    r"|email|courier|road|street|avenue|notice|foods?|farms?|services?|holdings?|enterprises?|restaurant"
    r"|market|impact|assessment|foreign|national|exempt|portal|government|canada|immigration|status|submitted"
    r"|group|company|personnel|confidentiel|position|lettre|human|resources)\b"
)


_HEAD = 20
_SUBMITTED = expression(r"\b(?:submitted|submission|received|soumise?|transmise?|presentee?)\b[^.;]{0,60}$")


def recognise(document: Document) -> float:
    """Say how sure it is that an employer offers somebody a job here."""
    if is_form(document) or not document.lines:
        return 0.0
    text = plain(document.text)
    offers = _OFFERS.search(text) is not None
    offers = offers or _WE_OFFER.search(text) is not None
    title = titled(document, _TITLE) or (offers and titled(document, _PLACED))
    if not (title or offers):
        return 0.0
    terms = Terms.of(document)
    if terms.pays_abroad:
        return 0.0
    labels = (LABELS | {"number"}) & set(terms.labels)
    clues = 0.45 * title + 0.35 * offers + 0.2 * (_WE_OFFER.search(text) is not None) + 0.05 * len(labels)
    clues += 0.15 * bool(terms.tells_pay) + 0.1 * bool(re.search(r"\b(?:lmia|eimt|noc|cnp)\b", text))
    clues -= 0.5 * any(_CONTRACT.match(plain(line.text)) for line in document.lines[:12])
    others = text if _WE_OFFER.search(text) is None else _TO_OFFICER.sub(" ", text)
    clues -= 0.6 * bool(_OTHERS.search(others)) + 0.5 * (len(document.lines) > 250)
    return max(0.0, min(1.0, clues))


def read(document: Document) -> Reading:
    """Read to whom the job is offered, when, and its terms."""
    terms = Terms.of(document)
    labelled = [day_of(value, terms.order) for value in terms.labels.get("date", ())]
    day = first_day(own_day(document, terms.others, terms.order), *labelled, _submitted(terms))
    return meaning(terms, day, _person(terms))


def _submitted(terms: Terms) -> Dated | None:
    """Give the day on which an offer went in by the portal: "Submitted 2026-03-04 14:22 EST"."""
    for line in terms.document.lines[:_HEAD]:
        text = passage(terms.document, [line])
        for day in dates.find_dates(text.text, order=terms.order):
            if _SUBMITTED.search(text.plain[: day.start]):
                return Dated(day.date, text.cite(day.start, day.end))
    return None


def _person(terms: Terms) -> Cut | None:
    """Give whom the letter addresses: beside a label, in the salutation, or on a line of the head alone."""
    family, given = (
        name_of(terms.labels[part][0]) if part in terms.labels else None for part in ("family", "given")
    )
    if family and given:
        return replace(given, text=f"{given.text} {family.text}")
    for value in terms.labels.get("employee", ()):
        name = name_of(value)
        if name:
            return name
    greeted, alone = addressed_to(terms.document), list(_alone(terms))
    if greeted is None:
        return alone[0] if alone else person_of(terms)
    part = set(fold(greeted.text).split())
    return next((name for name in alone if part < set(fold(name.text).split())), greeted)


def _alone(terms: Terms) -> Iterator[Cut]:
    """Give the names that stand alone above the offer itself."""
    employer = employer_of(terms)
    lines = terms.document.lines
    body = next((n for n, line in enumerate(lines) if _OFFERS.search(plain(line.text))), len(lines))
    for name in alone_names(terms.document, lines[: min(body, 25)], _NOT_A_PERSON):
        if employer is None or fold(name.text) not in fold(employer.text):
            yield name
