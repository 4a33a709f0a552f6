"""Numbers that IRCC and ESDC give: UCI, application, LMIA and offer numbers. Machine-readable zones are in mrz.py.

Shapes: IRCC's help pages (UCI, application number) and programme delivery instructions (offers, LMIAs).
"""

import re

from consistency.normalizer.expressions import expression
from consistency.normalizer.mrz import Mrz, check_digit, find_mrz, mrz_name_agrees, parse_mrz

__all__ = [
    "APPLICATION_IN_TEXT",
    "Mrz",
    "application_number",
    "check_digit",
    "find_application_numbers",
    "find_mrz",
    "find_uci",
    "is_temporary_uci",
    "lmia_number",
    "mrz_name_agrees",
    "offer_number",
    "parse_mrz",
    "same_uci",
    "temporary_uci",
    "uci",
]

_HYPHENS = "\\-\u00ad\u2010\u2011\u2012\u2013\u2014\u2212"
_UCI = expression(rf"(?:\d{{2}}[ {_HYPHENS}]?)?\d{{4}}[ {_HYPHENS}]?\d{{4}}")
_TEMPORARY = expression(r"CAN\d{12}|[XT]\d{10}|[XT]\d{8}")
_UCI_LABEL = (
    r"(?:UCI|IUC|Client\s+I\.?D\.?|ID\s+(?:du|de)\s+client|Unique\s+Client\s+Identifier"
    r"|Identificateur\s+unique(?:\s+de\s+client)?|N[o°º]\.?\s+de\s+client)"
)
_UCI_IN_TEXT = expression(
    rf"{_UCI_LABEL}[^\dA-Z\n]{{0,20}}(?:(?:/\s*)?{_UCI_LABEL}[^\dA-Z\n]{{0,12}})?\n?\s*"
    rf"((?:\d{{2}}[ {_HYPHENS}]?)?\d{{4}}[ {_HYPHENS}]?\d{{4}})(?!\d)",
    re.IGNORECASE,
)
_HYPHENATED_UCI = expression(
    rf"(?<![\d{_HYPHENS}])(?:\d{{2}}[{_HYPHENS}])?\d{{4}}[{_HYPHENS}]\d{{4}}(?![\d{_HYPHENS}])"
)
_APPLICATION = expression(r"[A-Z]\d{9}")
APPLICATION_IN_TEXT = expression(
    r"(?<![0-9A-Za-z])(?:[A-Z] ?\d{9}|[ESUVW][ -]?\d{3}([ -])\d{3}\1\d{3})(?![0-9A-Za-z])"
)
"""An application number in running text, its digits together or by threes."""
_LMIA = expression(r"\d{7,8}")
_OFFER = expression(r"A\d{7}")


def uci(text: str) -> str | None:
    """Give the 8 or 10 digits of a unique client identifier, or None: ``1239-4285`` is ``12394285``."""
    stripped = text.strip()
    return re.sub(r"\D", "", stripped) if _UCI.fullmatch(stripped) else None


def temporary_uci(text: str) -> str | None:
    """Give a temporary client number without its hyphens (``CAN000123456789``, ``X0112345678``), or None."""
    compact = _compact(text)
    return compact if _TEMPORARY.fullmatch(compact) else None


def is_temporary_uci(text: str) -> bool:
    """Say whether this is a number that stands in until a client gets a UCI: it is never another identity."""
    return temporary_uci(text) is not None


def same_uci(a: str, b: str) -> bool | None:
    """Say whether two client numbers are one; None where either is temporary or no such number.

    Eight digits and the same eight after two zeros are one number.
    """
    first, second = uci(a), uci(b)
    if first is None or second is None:
        return None
    return first.zfill(10) == second.zfill(10)


def find_uci(text: str) -> str | None:
    """Give the first UCI in running text: after its label, else a number with hyphens; None without either."""
    labelled = _UCI_IN_TEXT.search(text)
    if labelled:
        return uci(labelled.group(1))
    bare = _HYPHENATED_UCI.search(text)
    return uci(bare.group()) if bare else None


def application_number(text: str) -> str | None:
    """Give an IRCC application number as a letter and nine digits (``W993830598``), or None."""
    compact = _compact(text)
    return compact if _APPLICATION.fullmatch(compact) else None


def find_application_numbers(text: str) -> tuple[str, ...]:
    """Give every application number in running text, each once, in order."""
    found = (_compact(match.group()) for match in APPLICATION_IN_TEXT.finditer(text))
    return tuple(dict.fromkeys(found))


def lmia_number(text: str) -> str | None:
    """Give the seven or eight digits of an LMIA ("System file #"), or None: it never begins with a letter."""
    compact = re.sub(r"^(?:LMIA|EIMT)?(?:SYSTEMFILE)?(?:NUMBER|NO)?", "", _compact(text))
    return compact if _LMIA.fullmatch(compact) else None


def offer_number(text: str) -> str | None:
    """Give an LMIA-exempt offer of employment number, ``A`` and seven digits, or None."""
    compact = _compact(text)
    return compact if _OFFER.fullmatch(compact) else None


def _compact(text: str) -> str:
    return re.sub(rf"[\s#:.{_HYPHENS}]", "", text).upper()
