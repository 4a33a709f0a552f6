"""Provisions of the law as letters and notes cite them: "paragraph 200(1)(b) of the IRPR" is R200(1)(b)."""

import re
from collections.abc import Iterator

from consistency.extractors.wording.prose import plain
from consistency.normalizer.expressions import expression

_NUMBER = expression(
    r"(?<![\w/.-])(?P<lead>(?:sub)?(?:section|paragraph)s?|ss?\.|para\.?|art(?:icle)?s?\.?|paragraphes?|sous-alineas?|alineas?)?"
    r"\s*(?P<law>[alr])?(?P<number>\d{2,3}(?:\.\d{1,2})?)"
    r"(?P<parts>(?: ?\(?(?:\d{1,2}(?:\.\d)?|[a-z]|[ivx]{2,4})(?:\.\d)?\))*)(?![\d/:-])"
)
_PART = expression(r"[0-9a-z]+(?:\.\d)?")
_ACT = expression(r"[^.;]{0,40}?\b(?:act|loi|irpa|lipr)\b")
_REGULATIONS = expression(r"[^.;]{0,40}?\b(?:regulations?|reglement|irpr|ripr)\b")
_OF_THE_ACT = frozenset(
    {
        "11",
        "16",
        "20",
        "22",
        "24",
        "28",
        "29",
        "34",
        "35",
        "36",
        "37",
        "38",
        "39",
        "40",
        "41",
        "42",
        "44",
        "47",
        "72",
    }
)
_OF_THE_REGULATIONS = range(7, 320)
_STATES = expression(r"immigration and nationality act|\bina\b")


def provisions(text: str) -> tuple[str, ...]:
    """Give the provisions that a text cites, each once: A for the Act, R for the Regulations, INA for the American."""
    return tuple(dict.fromkeys(_cited(plain(text))))


def _cited(low: str) -> Iterator[str]:
    for match in _NUMBER.finditer(low):
        number, parts = match["number"], _PART.findall(match["parts"] or "")
        if not (match["law"] or match["lead"] or parts):
            continue
        law = _law(match, low[match.end() : match.end() + 60])
        if law:
            yield law + number + "".join(f"({part})" for part in parts)


def _law(match: re.Match[str], rest: str) -> str | None:
    if match["law"]:
        return "R" if match["law"] == "r" else "A"
    if match["number"] in ("214", "221", "212") and (_STATES.search(match.string) or "visa" in match.string):
        return "INA "
    act, regulations = _ACT.match(rest), _REGULATIONS.match(rest)
    if act or regulations:
        return "A" if act and not (regulations and regulations.end() < act.end()) else "R"
    if match["number"] in _OF_THE_ACT:
        return "A"
    return "R" if int(float(match["number"])) in _OF_THE_REGULATIONS and match["parts"] else None
