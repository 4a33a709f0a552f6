"""The words by which a job title is told from an employer, and an award from a school."""

import re
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from consistency.normalizer import tables
from consistency.normalizer.expressions import expression
from consistency.normalizer.text import fold

_TABLE = Path(__file__).with_suffix(".toml")
_TITLE_TAIL = expression(r"(?:er|or|ist|ian|man|woman|eur|euse|trice|iste|ien|ienne|iere|hand)$")
_PARTNERS = expression(r"\w (?:&|and|et) (?:sons|partners|co|associates|fils)\b")
_OWN = expression(
    r"^(?:self employ(?:ed|ment)|freelance|own (?:business|account|company)|a son compte|travailleu(?:r|se) autonome"
    r"|auto ?entrepreneur|independante?)\b"
)
IDLE = expression(
    r"(?:currently |temporarily )?(?:unemploy\w*|not (?:employed|working)|jobless|no (?:job|work|employment)"
    r"|job ?(?:seek\w*|search\w*)"
    r"|seeking|looking for|between (?:jobs|contracts)|at home|house ?(?:wife|husband)|home ?maker|career break"
    r"|gap year|sabbatical"
    r"|(?:maternity|parental|sick|unpaid) leave|sans (?:emploi|travail)|(?:au )?chom\w*|recherche d"
    r"|a la recherche|au foyer"
    r"|conge (?:de maternite|parental)|waiting for)\b"
)
"""How what is written (folded) for a time begins in which nobody employed."""
_SCHOOL_AWARDS = expression(
    r"\b(?:high|secondary|senior secondary|higher secondary|middle|upper secondary) school"
    r" (?:diploma|certificate|graduate|leaving|examination|equivalency|degree)"
    r"|\bjunior college(?=$| (?:diploma|degree|level|programme|program|graduate)\b)"
    r"|\buniversity (?:\w+ )?(?:technician|technologist)\b"
)
_IN_ALBERTA = expression(r",\s*AB\b[^,]*$|\bAB\s+[A-Z]\d[A-Z] ?\d[A-Z]\d\W*$")
"""The code of the province, which is written as the legal form of a Swedish company is."""
AS_ABOVE = expression(
    r"(?i)\W*(?:-?\s?do\s?-?|ditto|same(?: as above)?|as above|idem|(?:voir|cf\.?) ci-dessus|[\"″〃]"
    r"|(?:(?:at|with|in|for|dans|chez|à|au sein de) )?(?:the |la |l['’] ?|le |au )?(?:same|m[eê]me) [^\W\d_]{3,}"
    r"(?: (?:as above|que ci-dessus|que précédemment))?)\W*"
)
"""What stands for the employer that is named just above: "-do-", "same company", "même société"."""
_SHORT_SCHOOL = expression(
    r"(?:CFPA?|CFPM|CET|CEGEP|CEG|CEM|CES|IFSI|IUT|IFP|ISTA|ENSET|ENS|ENAM|LEP|LTP?|LPP?|UFR|ITMA?|ISP)"
    r" (?:(?:du|des|de la) (?:la )?|de l['’]|d['’])[A-ZÀ-Ý][\w'’-]+|(?:CFPA|CET|CEG|IFSI|IUT|ISTA|ENSET|LEP"
    r"|LTP) [A-ZÀ-Ý][\w'’-]+"
)
"""A kind of school in letters, with the place or the name that it has: "CFP des Moulins"."""
_LEADERS = expression(r"(?:\s*\.){4,}\s*\d*\s*$")
"""The dots that lead from a heading to the edge."""


@cache
def table() -> dict[str, Any]:
    """Give the table of words beside this module."""
    return tables.read(_TABLE)


@cache
def listed(name: str) -> frozenset[str]:
    """Give a list of words."""
    return frozenset(table()[name].split())


@cache
def listed_names(name: str) -> frozenset[str]:
    """Give a list of names of one or more words, folded."""
    return frozenset(fold(part) for part in table()[name].replace("\n", " ").split("|"))


@cache
def pattern(name: str) -> re.Pattern[str]:
    """Give the pattern of a list of patterns, as whole words."""
    return expression(rf"\b(?:{'|'.join(table()[name])})\b")


def has_legal_form(text: str) -> bool:
    """Tell whether the text ends in a legal form ("Ltd.", "S.A. de C.V.", "SARL"); "Calgary, AB" has none."""
    found = list(pattern("legal_forms").finditer(fold(text)))
    return bool(found) and found[-1].end() >= len(fold(text)) - 8 and not _IN_ALBERTA.search(text)


def is_subheading(text: str) -> bool:
    """Tell whether a text parts the jobs or studies of one section: "Vocational", "Part-time positions"."""
    return fold(_LEADERS.sub("", text)).strip(" :") in listed_names("subheadings")


def is_legal_form(text: str) -> bool:
    """Tell whether the text is a legal form and nothing else: "Inc.", "Ltd."."""
    folded = fold(text)
    return bool(folded) and not pattern("legal_forms").sub("", folded).strip()


@lru_cache(maxsize=8_192)
def title_weight(text: str) -> float:
    """Weigh how much a text speaks for a job title: 0 says nothing."""
    words, titles = _core(text).split(), listed("titles")
    if not words:
        return 0.0
    score = 0.0
    if words[-1] in titles or words[0] in titles:
        score += 2.0
    elif any(word in titles for word in words):
        score += 1.0
    elif _TITLE_TAIL.search(words[-1]) and words[-1] not in listed("not_titles") and len(words[-1]) > 4:
        score += 0.5
    if words[0] in listed("levels"):
        score += 0.5
    return score


@lru_cache(maxsize=8_192)
def employer_weight(text: str) -> float:
    """Weigh how much a text speaks for an organisation: 0 says nothing."""
    folded = fold(text)
    words = _core(text).split()
    score = 3.0 if has_legal_form(text) else 0.0
    if pattern("institutions").search(folded):
        score += 1.5
    if words and words[-1] in listed("organisations"):
        score += 2.0
    elif any(word in listed("organisations") for word in words):
        score += 1.0
    if _OWN.match(folded):
        score += 3.0
    if _PARTNERS.search(text.lower()):
        score += 1.0
    return score


@lru_cache(maxsize=8_192)
def award_weight(text: str) -> float:
    """Weigh how much a text speaks for a diploma or a degree."""
    folded = fold(text)
    found = pattern("awards").search(folded)
    if found is None or _SHORT_SCHOOL.match(text.strip()):
        return 0.0
    return 2.0 if found.start() <= 12 else 1.0


@lru_cache(maxsize=8_192)
def institution_weight(text: str) -> float:
    """Weigh how much a text speaks for a school."""
    found = pattern("institutions").search(_SCHOOL_AWARDS.sub("", fold(text))) or _SHORT_SCHOOL.match(
        text.strip()
    )
    return 2.5 if found else 0.0


def _core(text: str) -> str:
    """Fold the text up to a bracket, a slash, or the words that say where: "Head of Sales" keeps "head"."""
    cut = re.split(r"\s*[(/]|\s[-–—|]\s", text.strip(), maxsplit=1)[0]
    folded = fold(cut)
    return (
        re.split(r" (?:of|for|in|de|des|du|en|a la|au|aux|to|i{1,3}|iv|\d+)(?: |$)", folded, maxsplit=1)[0]
        or folded
    )
