"""Which state a letter of refusal comes from."""

import re
from collections.abc import Iterator, Sequence

from consistency.extractors.wording.prose import plain
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
    ("CH", expression(
        r"swiss confederation|confederation suisse|schweizerische eidgenossenschaft|confederazione svizzera"
    )),
    ("PL", expression(r"rzeczypospolitej polskiej|republic of poland")),
    ("DE", expression(r"bundesrepublik deutschland|federal republic of germany")),
    ("ES", expression(r"(?:consulado|embajada)[a-z ]{0,20} de espana|reino de espana|kingdom of spain")),
    ("IT", expression(r"(?:consolato|ambasciata)[a-z ]{0,12} d'italia|repubblica italiana")),
    ("PT", expression(r"republica portuguesa|(?:consulado|embaixada)[a-z -]{0,12} de portugal")),
    ("IE", expression(r"irish (?:immigration|naturalisation)|irish visa office|embassy of ireland")),
)  # fmt: skip
_MISSION = expression(
    r"(?:embassy|consul(?:ate)?(?: general)?|high commission|ambassade|consulat(?: general)?"
    r"|consulado(?: ge(?:ne)?ral)?|embajada|embaixada|consolato(?: generale)?|ambasciata|generalkonsulat|botschaft"
    r"|ambasada"
    r"|konsul\w*|migration service|border (?:guard|service|police)|ministry of (?:the )?[a-z ]{4,20}?"
    r"|department of [a-z ]{4,20}?)"
    r" (?:(?:general )?(?:of|de|du|des|do|da|di|der|d')\s*(?:the |la |l'|les |los )?|(?=rzeczy))([a-z' -]{3,60})"
)
_TITLED = expression(
    r"\b(?:republic|kingdom|state|federation|confederation|commonwealth|sultanate|emirate|union|republique|royaume|etat)"
    r" (?:of|de|du|des|d')\s*(?:the |la |l'|les )?([a-z' -]{3,40})"
)
"""The full name of a state at the head of a paper: "State of Kuwait"."""
_OF_A_NATION = expression(r"\b((?:[a-z]+ )?[a-z]+) (?:embassy|consulate|high commission)\b")
_VISA = expression(
    r"\b(?:for|your|votre|of|to|de) (?:an? |the |un |le )?((?:[a-z'()-]+ ){1,5}?)"
    r"(?:(?:short[- ]stay|visitor|tourist|business|student|work|transit|entry|employment) )*visa\b"
)
_DEPARTMENT = expression(
    r"\b(?:immigration|migration service|foreign affairs|home affairs|interior|border|visa (?:section|office)"
    r"|affaires etrangeres"
    r"|interieur)\b"
)
_TERRITORY = expression(
    r"\b(?:territory of|(?:removed|expelled|deported) from|entry (?:in)?to|admission to|territoire(?: d[eu])?|to leave"
    r"|entree en|entree au)\s+"
    r"(?:the |la |le )?(?:territory of (?:the )?)?((?:[a-z'-]+ ?){1,5})"
)
_HERE = expression(r"\b(?:in|at|au|aux|en|a)\b")
"""What leads to the town or the country in which a mission stands."""
_HEAD = 8


def refusing_state(document: Document) -> str | None:
    """Give the state that refused."""
    text = plain(document.text)
    known = [(m.start(), state) for state, pattern in _STATES if (m := pattern.search(text))]
    if any(state == "CA" for _, state in known):
        return "CA"
    if known:
        return min(known)[1]
    named = next(_named(document), None) or _entered(text)
    return named or ("CA" if re.search(r"\bcanada\b", text) else None)


def _entered(text: str) -> str | None:
    """Give the state whose territory somebody was not let into, or has to leave."""
    found = _TERRITORY.search(" ".join(text.split()))
    return _country_among(found[1].split()) or places.find_country(found[1]) if found else None


def _named(document: Document) -> Iterator[str]:
    """Give the states that a letter names as the one whose mission, visa or office it is of, the surest first."""
    lines = [plain(line.text).strip() for line in document.lines]
    head = lines[:_HEAD]
    sources = ((_MISSION, lines), (_TITLED, head), (_OF_A_NATION, head), (_VISA, [" ".join(lines)]))
    told = [match[1] for pattern, texts in sources for text in texts for match in pattern.finditer(text)]
    for words in told:
        if (code := _country_among(words.split())) is not None:
            yield code
    offices = (_HERE.split(line)[0] for line in head if _DEPARTMENT.search(line))
    yield from (code for line in offices if (code := places.find_country(line)) is not None)


def _country_among(words: Sequence[str]) -> str | None:
    """Give the state that words name first, by as many of them as do."""
    runs = (" ".join(words[i:j]) for i in range(len(words)) for j in range(len(words), i, -1))
    return next((code for run in runs if len(run) > _LETTERS and (code := places.country(run))), None)


_LETTERS = 3
"""So few letters are a word rather than a state."""
