"""Which state a letter of refusal comes from."""

import re

from consistency.extractors.papers._prose import plain
from consistency.model import Document
from consistency.normalizer import places
from consistency.normalizer.expressions import expression

_STATES = (
    ("CA", expression(
        r"immigration,? refugees and citizenship canada|citizenship and immigration canada|\bircc\b"
        r"|immigration and refugee protection|citoyennete canada|protection des refugies|leave canada"
        r"|quitter(?:ez|iez) le canada|government of canada|gouvernement du canada|\bimm ?\d{4}\b"
        r"|canada\.ca|(?:embassy|high commission) of canada"
        r"|canadian (?:embassy|high commission|consulate)|(?:ambassade|haut-commissariat"
        r"|consulat general) du canada|\birpa\b|\blipr\b"
    )),
    ("US", expression(
        r"214\(b\)|united states embassy|embassy of the united states|u\.s\. (?:embassy|consulate)"
        r"|consulate general of the united states|immigration and nationality act|\buscis\b"
        r"|american embassy|homeland security|u\.s\. customs|visa waiver program|u\.s\. department of state"
    )),
    ("GB", expression(r"uk visas and immigration|home office|entry clearance|united kingdom|immigration rules")),
    ("AU", expression(
        r"department of home affairs|migration act 1958|australian (?:high commission|embassy|visa)"
        r"|subclass \d{3}"
    )),
    ("NZ", expression(r"immigration new zealand")),
    ("IE", expression(r"irish (?:immigration|naturalisation)|irish visa office|embassy of ireland")),
)  # fmt: skip
_MISSION = expression(
    r"(?:embassy|consulate(?: general)?|high commission|ambassade|consulat(?: general)?) (?:of|de|du|des"
    r"|d')\s*(?:the |la |l'|les )?([a-z' -]{3,40}?)(?=,|\.|\d|$| in\b| au\b| aux\b| en\b| a\b|\n| has\b| at\b|  )"
)


def refusing_state(document: Document) -> str | None:
    """Give the state that refused."""
    text = plain(document.text)
    known = [(m.start(), state) for state, pattern in _STATES if (m := pattern.search(text))]
    if any(state == "CA" for _, state in known):
        return "CA"
    if known:
        return min(known)[1]
    missions = (_MISSION.search(plain(line.text)) for line in document.lines)
    sender = next((code for match in missions if match and (code := places.country(match[1].strip()))), None)
    return sender or ("CA" if re.search(r"\bcanada\b", text) else None)
