"""The contract between an employer in Canada and a worker."""

import re
from collections.abc import Iterator

from consistency.extractors.employment.offer_terms import Terms
from consistency.extractors.employment.offers import LABELS, meaning, person_of
from consistency.extractors.reading import Reading
from consistency.extractors.wording.letters import Dated, cells
from consistency.extractors.wording.official import (
    day_of,
    first_day,
    is_form,
    own_day,
    titled,
)
from consistency.extractors.wording.prose import plain
from consistency.model import Document
from consistency.normalizer import dates
from consistency.normalizer.expressions import expression

_TITLE = expression(
    r"\b(?:(?:employment|work|labou?r|service|job|worker|employee|caregiver|nanny|domestic|housekeeper|seasonal)"
    r"(?: and \w+)? (?:contract|agreement)"
    r"|(?:offer|letter) and contract of employment|(?:offer|employment offer) and contract"
    r"|contract (?:of|for) (?:employment|service|work|the employment)|(?:secondment|assignment"
    r"|transfer) (?:contract|agreement)"
    r"|agreement of employment|employer[- ]employee (?:contract"
    r"|agreement)|contrat (?:de travail|d'emploi|d'embauche|individuel)|convention (?:de travail|d'emploi)"
    r"|contrat a duree determinee)\b|^\W*(?:agreement|contract|contrat|convention|entente)\W*$"
)
_PARTIES = expression(
    r"\b(?:between|entre)\b.{3,600}?\b(?:and|et)\b.{2,200}?\b(?:employee|worker|employee?|salariee?"
    r"|travailleu\w+)\b",
    re.DOTALL,
)
_AGREE = expression(
    r"\b(?:hereby agree|agree(?:s)? (?:to|that|as follows)|the parties|this (?:agreement|contract)"
    r"|the (?:worker|secondee|assignee|labou?rer|home company|host company) (?:shall|will|agrees|works|is|undertakes)"
    r"|(?:engages|employs|hires) the (?:employee|worker|[a-z]+) (?:as|for|from|to)|hereinafter (?:called "
    r"|referred to as )?the"
    r"|party a (?:shall|will|agrees|engages|employs|hires|pays)|party b (?:shall|will|agrees|accepts|works)"
    r"|the employer (?:shall|will|agrees|engages|employs|hires|pays|offers|provides)"
    r"|the employee (?:shall|will|agrees|works"
    r"|is)|l'employeur (?:s'engage|engage|embauche|verse|accepte|retient|recrute|emploie|confie)"
    r"|l'employee? (?:s'engage|accepte|travaille|recoit|exerce|occupe\w*|est (?:engagee?|embauchee?))"
    r"|l[ea] (?:salariee?|travailleu\w+) (?:s'engage|accepte|travaille|recoit|exerce|occupe\w*"
    r"|est (?:engagee?|embauchee?))|les parties|il (?:a ete|est) convenu|(?:madame|monsieur|mme"
    r"|m\.) [^,.;]{2,40} est (?:embauchee?|engagee?)|le present contrat|la presente (?:entente|convention)"
    r"|conviennent|hereby (?:employs?|engages?|hires?)|(?:embauche|engage|emploie|recrute) (?:m\.? |mme |mlle "
    r"|monsieur |madame )(?=[a-z])"
    r"|\b(?:inc|ltd|ltee)\b[^;:]{0,160}? (?:employs|engages|hires) (?=[a-z]))\b"
    r"|\((?:the |hereinafter |l')?\W?(?:employer|employee|worker|employeur|employee?|travailleu(?:r|se))\W?\)"
)
_CLAUSE = expression(
    r"^\W*(?:(?:article|art\.?|clause|section)\s+(?:\d{1,2}|[ivx]{1,4}|premier|1er)|(?:\d{1,2}"
    r"|[ivx]{1,4})\s?[.):-])\W*"
    r"(?P<about>duree|terme?s?|period|duration|remuneration|salaires?|wages?|pay|compensation|fonctions?"
    r"|duties|position|poste"
    r"|emploi|engagement|objet|lieu|place|location|hours|heures|horaires?|temps|vacation|conges?|vacances|termination"
    r"|resiliation|rupture|preavis|probation|periode d'essai|benefits|avantages|confidential\w*)\b"
)
"""The heading of a clause: a contract by articles has one for the work, one for the pay, one for the time."""
_CLAUSES = 2
_FOOT = 10
"""Lines at the end of a contract on which the parties sign."""
_SIGNATURES = expression(
    r"^(?:for |pour |the |l')?(?:employer|employee|employeur|employe|salarie|worker"
    r"|travailleur)\b.{0,40}?(?:\(sign|\bsign|:|_{3})"
)
_FOR_EMPLOYER = expression(r"^(?:for|pour)\b.{3,80}?:")
_OTHERS = expression(
    r"\b(?:this is to certify|to whom it may concern|dear (?:visa )?officer|i am applying"
    r"|we are pleased to offer|account holder|tenan(?:t|cy)|landlord|lessor|loan agreement"
    r"|purchase agreement|power of attorney|seller|buyer|bailleur|locataire|retainer|finiquito"
    r"|(?:settlement|termination|rescission|end) of (?:the )?(?:employment|work|labou?r) (?:contract|agreement)"
    r"|solde de tout compte|rupture (?:conventionnelle )?du contrat)\b"
)
_SIGNED_ON = expression(
    r"\b(?:signed|executed|dated|made|entered into|effective|signe|fait|conclu|date)(?: and (?:signed"
    r"|entered into|executed|agreed))?(?: (?:at|in|a|for|by|pour|par)\b[^.\d]{2,40}?)?,? ?(?:on|as of|this|the|le|ce"
    r"|en date du|:)?(?: the| this)?\s*$|\bthis\s*$|\b(?:date|le|signed on|signe le|fait le)\s*:?\s*$"
)
_BEHIND = expression(
    r"(?:\((?:signed|signee?|signature|sgd)\)|/s/|\bsign(?:ed|ature|e)?(?: by| par)?\s*:)[^.;\d]{0,60}[\s,(–-]$"
)
"""Before the day that stands behind a signature: "(signed) Ida Sample, owner – 4 May 2026"."""

_SIGNATORY = expression(
    r"^\W*(?:(?:(?:for|pour|by|par)\b\W*)?(?:the |l['’]|la |le )?(?:employer|employee|worker|employeur"
    r"|employee?|salariee?|travailleu(?:r|se)|company|home company|host company|secondee)|signed|signe|signature"
    r"|sgd)\b\W*(?:[^\W\d]+\W{1,8}){0,6}$"
)
"""What stands before the day on the line of a signature: "Employer: Jane Roe   "."""

_LOWER = expression(
    r"(?<![\w'’])(?!(?:the|for|on|of|pour|par|le|la|date|signed|by)\b)[a-zà-ÿ]{2,}(?=\s+[a-zà-ÿ]{2,}\s)"
)
"""Two words without capitals: a sentence, and no name."""

_OF_THE_TERM = expression(
    r"\b(?:start\w*|begin\w*|commenc\w+|end(?:s|ing)?|terminat\w+|expir\w+|until|debut\w*|fin|termin\w+"
    r"|born|nee?|birth)\b[^.;\d]*$"
)


def recognise(document: Document) -> float:
    """Say how sure it is that an employer and a worker agree on a job here."""
    if is_form(document) or not document.lines:
        return 0.0
    text, title = plain(document.text), titled(document, _TITLE, 12)
    parties = _PARTIES.search(text) is not None
    agree = _AGREE.search(text) is not None or (title and _by_articles(document))
    if not (title or (parties and agree)):
        return 0.0
    terms = Terms.of(document)
    labels = LABELS & set(terms.labels)
    if (len(labels) < 3 and not agree) or terms.pays_abroad:
        return 0.0
    score = 0.4 * title + 0.2 * parties + 0.15 * agree + 0.06 * len(labels)
    score += 0.2 * (_signatures(document) >= 2) + 0.1 * terms.tells_pay
    score -= 0.5 * bool(_OTHERS.search(text))
    return max(0.0, min(1.0, score))


def _by_articles(document: Document) -> bool:
    """Tell whether the terms stand in numbered clauses of their own."""
    found = (_CLAUSE.match(plain(line.text)) for line in document.lines)
    return len({clause["about"] for clause in found if clause}) >= _CLAUSES


def _signatures(document: Document) -> int:
    lines = [plain(segment.text).strip() for line in document.lines for segment in line.segments]
    return sum(bool(_SIGNATURES.search(line) or _FOR_EMPLOYER.search(line)) for line in lines)


def read(document: Document) -> Reading:
    """Read who is employed, when it was signed, and the terms."""
    terms = Terms.of(document)
    return meaning(terms, _signed_on(terms), person_of(terms))


def _signed_on(terms: Terms) -> Dated | None:
    """Give the day of the signature: after the words for it, beside a label, else standing for itself."""
    told = tuple(_told(terms))
    surest = [day for sure, day in told if sure]
    labelled = [day_of(value, terms.order) for value in terms.labels.get("date", ())]
    rest = [day for sure, day in told if not sure]
    return first_day(
        *surest[:1], *labelled[:1], *rest[:1], own_day(terms.document, terms.others, terms.order)
    )


def _signs(text: str, day: str) -> bool:
    """Tell whether what stands before a day on a line is a party, and its name or nothing."""
    lead = text[: text.find(day)]
    return _SIGNATORY.match(plain(lead)) is not None and _LOWER.search(lead) is None


def _told(terms: Terms) -> Iterator[tuple[bool, Dated]]:
    """Give the days that follow words of signing; "signed on" is surer than "made this"."""
    taken = {v.order for name in ("start", "end", "period", "expiry") for v in terms.labels.get(name, ())}
    foot = len(terms.document.lines) - _FOOT
    for number, line in enumerate(terms.document.lines):
        if number in taken:
            continue
        for part in cells(terms.document, [line]):
            for day in dates.find_dates(part.text, order=terms.order):
                before = part.plain[max(0, day.start - 70) : day.start]
                signatory = number >= foot and _signs(line.text, part.text[day.start : day.end])
                signed = signatory or _SIGNED_ON.search(before) or _BEHIND.search(before)
                if signed and not _OF_THE_TERM.search(before):
                    sure = bool(re.search(r"\b(?:signed|signe|executed|fait|made|dated|entered)\b", before))
                    yield sure, Dated(day.date, part.cite(day.start, day.end))
