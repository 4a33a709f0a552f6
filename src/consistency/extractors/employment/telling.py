"""Whether a text tells of somebody's work for whoever writes it: by what is told, in whatever words.

A letter about work names a person, says from when to when, as what, and that it was with the writer. What banks,
schools, hosts and the applicant write is told apart by its own words.
"""

import re

from consistency.extractors.employment import person, statement
from consistency.extractors.employment.terms import sentences
from consistency.normalizer.calendars import gregorian
from consistency.normalizer.dates import find_dates, find_periods
from consistency.normalizer.expressions import expression

_SOMEBODY = expression(
    r"\b(?:mr|mrs|ms|miss|shri|smt|engr|mme|mlle|monsieur|madame)\b\.? [^\W\d_]"
    r"|\b(?:above|afore|under|below)[- ]?(?:named|mentioned|said)|\bbearer\b|\bthe said\b|\bla? nommée?\b"
    r"|\bsusnommée?\b"
    r"|\bintéressée?\b|^\W*(?:he|she|il|elle)\b|\b(?:that|when) (?:he|she|you)\b|\byou (?:were|have|had|are"
    r"|worked|joined)\b"
    r"|\bwho (?:has|had|is|was|worked|works|served)\b|\bqui (?:a|est|était|travaill\w+|occup\w+)\b"
    r"|\bvous (?:avez|étiez|êtes)\b",
    re.IGNORECASE,
)
_OURS = (
    r"(?:compan(?:y|ies)|firm|organi[sz]ation|establishment|institution|enterprise|business|corporation|agency|office"
    r"|restaurant|hotel|factory|farm|plant|mill|workshop|shop|store|salon|bakery|clinic|hospital|garage|outlet|branch"
    r"|department|team|staff|personnel|workforce|payroll|employ(?:ment)?|services?|kitchen|household|projects?"
    r"|société|entreprise|établissement|structure|effectifs|équipe|boutique|magasin|atelier|usine|hôtel|exploitation"
    r"|ferme|cabinet|agence|maison|employée?s?|employees?)"
)
_WITH_US = expression(
    rf"\b(?:this|our|the|said|its|my|notre|nos|la|le|les|cette?|ma|mon)\s+(?:[\w-]+\s+){{0,2}}{_OURS}\b"
    rf"|\bl['’]{_OURS}\b"
    r"|\b(?:with|for|by|under) (?:us|me)\b|\b(?:was|is|been) our\b|\bchez (?:nous|moi)\b|\ben nos\b",
    re.IGNORECASE,
)
"""That the work was with whoever writes."""
_IN_POSTS = expression(
    r"\bin the (?:following|below|under)[\w -]{0,20} (?:capacit|position|post|role|designation)\w*"
    r"|\bas (?:follows|under)\s*:"
    r"|\b(?:aux|dans les) (?:postes|fonctions)\b",
    re.IGNORECASE,
)
_NO_WORK = expression(
    r"^(?:(?:an?|the|our|full[- ]time|regular|bona[- ]?fide|registered) )*(?:student|pupil|learner|member"
    r"|tenant|lodger|resident"
    r"|guest|visitor|tourist|client|customer|patient|parishioner|dependa?nt|shareholder|depositor|sponsor|host"
    r"|guarantor"
    r"|étudiante?|élève|membre|locataire|invitée?|cliente?|patiente?|parties?|evidence|proof|beneficiary)\b",
    re.IGNORECASE,
)
"""As what somebody may be known who does not work: "as a student", "as our tenant"."""
_TO_COME = expression(
    r"\b(?:will|shall|would|invit\w+|offers?|offering|agrees?|intends?|plans?|sera|serez|devra|devrez|invit\w+"
    r"|propos\w+)\b",
    re.IGNORECASE,
)
_OTHERS = expression(
    r"\b(?:(?:savings|current|bank|deposit|loan) (?:account|balance)|account (?:no|number|holder|with us|since)"
    r"|accounts? \d|compte (?:bancaire|courant|n)|solde|insured|policy holder|assurée?"
    r"|our clients?\b(?! (?:service|care))"
    r"|enrol\w+|admitted|semesters?|academic (?:year|session)|undergraduate|scolarité|inscrite?"
    r"|année (?:scolaire|académique)"
    r"|(?:bona ?fide|regular|full[- ]time) student|studied|graduat(?:ed|ion)|parish|congregation|church member"
    r"|tenant|landlord|rental|rent of|lease|locataire|loyer|bail|has been (?:residing|living)|réside depuis"
    r"|invit(?:e|ed|ing|ation)|sponsor(?:ed|ing|ship)?|accommodation|hébergement|medical care|under treatment"
    r"|you (?:are|have been) (?:hereby )?(?:appointed|selected)|letter of appointment|we (?:hereby )?appoint"
    r"|probation"
    r"|(?<!of the )(?<!of her )(?<!of his )refus(?:e|ed|al)(?! (?:his|her|their|him)\b)|refusée?|the applicant"
    r"|my client|je sollicite"
    r"|(?:my|our|mon|ma) (?:nephew|niece|cousin|brother|sister|son|daughter|husband|wife|spouse|friend|neveu|nièce"
    r"|cousine?|frère|sœur|fils|fille|mari|épouse|amie?|application|employer|savings|family|studies|career|demande"
    r"|employeur|famille|dossier)"
    r"|I (?:worked|work|joined|started|applied|apply|intend|moved|hold|was (?:employed|working|hired)"
    r"|have (?:been|worked)"
    r"|am (?:employed|working|applying|currently|presently|a citizen))"
    r"|je (?:travaille|travaillais|suis (?:employée?|cuisini|de nationalité))|j['’]ai (?:travaillé|occupé"
    r"|commencé|quitté))\b",
    re.IGNORECASE,
)
"""Words of banks, schools, churches, landlords and hosts, of appointments, and of the applicant."""
_NOT_OF_WORK = expression(
    r"\b(?:born|birth|née?|naissance|passport|passeport|valid|expir\w+|issued)\b[^.;]{0,24}$", re.IGNORECASE
)


_BEGAN = expression(
    r"\b(?:date of (?:appointment|joining|engagement|hire|employment)|joining date|joined|w\.?e\.?f\.?|with effect from"
    r"|date d['’](?:embauche|engagement|entrée))\W+(?:on\W+|is\W+|le\W+)?$",
    re.IGNORECASE,
)
"""What stands before the one day of a letter, on which the work began."""


def is_about_other(text: str) -> bool:
    """Tell whether a paper is about something else than work, or told by the one who worked."""
    return _OTHERS.search(text) is not None


def is_with_us(text: str) -> bool:
    """Tell whether a text says that something was with whoever writes."""
    return _WITH_US.search(text) is not None


def tells_work(text: str) -> bool:
    """Tell whether a passage says of somebody when they worked for the writer, and as what."""
    return is_with_us(text) and tells_time(text) and _as_what(text)


def tells_time(text: str) -> bool:
    """Tell whether a passage says of somebody a time that has begun."""
    told = [sentence for sentence in sentences(text) if not _TO_COME.search(sentence)]
    plain = gregorian(" ".join(told))
    somebody = _SOMEBODY.search(plain) is not None or person.person_in(plain) is not None
    return somebody and _has_time(plain)


def _has_time(text: str) -> bool:
    if any(not _NOT_OF_WORK.search(text[:start]) for start, _, _ in find_periods(text)):
        return True
    days = [found for found in find_dates(text) if not _NOT_OF_WORK.search(text[: found.start])]
    return len(days) > 1 or any(_BEGAN.search(text[: found.start]) for found in days)


def _as_what(text: str) -> bool:
    titles = statement.titles_in(text)
    return _IN_POSTS.search(text) is not None or any(not _NO_WORK.match(title.text) for title in titles)
