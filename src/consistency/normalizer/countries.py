"""Countries: every way in which a paper may name one, to ISO 3166-1 alpha-2 (``XK`` for Kosovo)."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from consistency.normalizer import tables
from consistency.normalizer.agreement import Agreement, different, same, variant
from consistency.normalizer.expressions import expression
from consistency.normalizer.text import fold

# ICAO 9303-3 section 5: codes in machine-readable zones beside ISO 3166-1 alpha-3.
_MRZ_CODES = {
    "D": "DE",
    "GBD": "GB",
    "GBN": "GB",
    "GBO": "GB",
    "GBP": "GB",
    "GBS": "GB",
    "RKS": "XK",
    "XKX": "XK",
    "XKK": "XK",
    "ANG": "AI",
    "ROM": "RO",
    "ZAR": "CD",
    "TMP": "TL",
    "BUR": "MM",
}
_ELISION = expression(r"\b[dDlL]['’](?=\w)")
_LABELLED = expression(r"^\s*(?:([A-Za-z]{1,3})\s*)?\((.+)\)\s*$", re.DOTALL)
_SIDES = expression(r"[/|]")
_NOTE = expression(r"\s*\(([^()]*)\)\s*$")
_SAINTS = {"saint": "st", "sainte": "st"}

_TELLING = 3
"""Letters that what is left of a name must have to tell a country: "Lao", of the Lao People's Democratic Republic."""


@lru_cache(maxsize=4096)
def country(text: str) -> str | None:
    """Give the alpha-2 code of a country named in any way, or None.

    Understood: codes in capitals (alpha-2, alpha-3, those of machine-readable zones), English, French, native and
    official names, those in the world's larger languages, demonyms (``Iranian``, ``française``), labels of IRCC lists
    (``Korea, Republic Of (South)``, ``IRN (Iran)``), parts of the United Kingdom, former names of one successor.
    """
    stripped = text.strip().strip(".,;:").strip()
    return _by_code(stripped) or _by_name(stripped) or _by_label(stripped)


def country_from_ircc(code: str) -> str | None:
    """Give the alpha-2 code for a three-digit code of IRCC's lists, or None (unknown, stateless, former unions)."""
    found: str | None = tables.json_table("ircc_countries")["codes"].get(code.strip().zfill(3))
    return found


def country_from_mrz(code: str) -> str | None:
    """Give the alpha-2 code for a code of a machine-readable zone, or None for those of no country (UTO, XXX)."""
    compact = code.strip("< ").upper()
    return _MRZ_CODES.get(compact) or _alpha3().get(compact)


def historic(text: str) -> tuple[str, ...]:
    """Give the possible countries of today for the name of a former country: ``USSR`` gives fifteen; else ()."""
    return _historic().get(fold(text), ())


def name_of(alpha2: str, language: str = "en") -> str:
    """Give the name of a country in English or French (``fr``); an unknown code is its own name."""
    entry = _table().get(alpha2.upper())
    return alpha2 if entry is None else str(entry["fr" if language.startswith("fr") else "en"])


def compare_countries(a: str, b: str) -> Agreement:
    """Compare two names or codes of countries; a former country agrees with each of its successors."""
    first, second = country(a), country(b)
    if first and first == second:
        return same("two ways to name one country")
    if fold(a) == fold(b):
        return same()
    if set(_today(a, first)) & set(_today(b, second)):
        return variant("a former country and one of today")
    if not first or not second:
        return different("the name of a country was not recognised")
    return different("another country")


def _today(text: str, code: str | None) -> tuple[str, ...]:
    former = historic(text)
    return (*former, code) if code else former


def _by_code(text: str) -> str | None:
    if not text.isupper():
        return None
    return text if text in _table() else country_from_mrz(text)


def _by_name(text: str) -> str | None:
    folded = _folded(text)
    if len(folded.replace(" ", "")) < 3 and text.isascii() and not text.isupper():
        return None
    if folded in _names():
        return _names()[folded]
    if " " not in folded:  # "Cook" alone is no Cook Islands
        return None
    core = _core(folded)
    if len(core) < _TELLING and text.isascii():  # "an" of "Ấn Độ"; scripts without vowels have short names
        return None
    return _cores().get(core) if _words_of_names().issuperset(core.split()) else None


def _folded(text: str) -> str:
    return fold(_ELISION.sub("", text))


def _core(folded: str) -> str:
    """Give what is left of a name without words for the form of a state, in no order: a key for its writings."""
    if " " not in folded:
        return _SAINTS.get(folded, folded)
    words = [_SAINTS.get(word, word) for word in folded.split()]
    forms = _form_words()
    return " ".join(sorted(word for word in words if word not in forms) or words)


def _by_label(text: str) -> str | None:
    """Read ``IRN (Iran)``, ``Iran (Tehran)``, ``Persian Gulf (Iran)`` and ``Iran / Persia``."""
    labelled = _LABELLED.match(text)
    if labelled:
        return _by_name(labelled[2]) or _by_code((labelled[1] or "").upper())
    noted = _NOTE.search(text)
    if noted:
        return _by_name(noted[1]) or _by_name(text[: noted.start()])
    parts = _SIDES.split(text)
    both = {_by_name(part) for part in parts} if len(parts) > 1 else set()
    return both.pop() if len(both) == 1 else None


def _table() -> dict[str, dict[str, object]]:
    countries: dict[str, dict[str, object]] = tables.json_table("countries")["countries"]
    return countries


@cache
def _alpha3() -> dict[str, str]:
    return {code: alpha2 for alpha2, entry in _table().items() for code in _strings(entry["alpha3"])}


@cache
def _form_words() -> frozenset[str]:
    return frozenset(tables.toml("places")["form_words"]["words"])


@cache
def _names() -> dict[str, str]:
    """Map every folded name to its country: the hand-written names weigh more than the generated."""
    names = {name: code for code, entry in _table().items() for name in _strings(entry["names"])}
    return names | dict(_written())


@cache
def _words_of_names() -> frozenset[str]:
    """Give every word of a name, so that few texts need all names taken apart: a name has no other words."""
    return frozenset((*" ".join(_names()).split(), *_SAINTS.values()))


@cache
def _cores() -> dict[str, str]:
    """Map the core of every name to the country that alone has it, among the generated names first."""
    generated = _alone((name, code) for code, entry in _table().items() for name in _strings(entry["names"]))
    return _alone(_written()) | generated


@cache
def _written() -> tuple[tuple[str, str], ...]:
    """Give the hand-written names, folded, each with its country."""
    written = tables.toml("places")
    groups = [written[name] for name in ("demonyms", "aliases", "own_names")]
    return tuple(
        (_folded(alias), code) for group in groups for code, names in group.items() for alias in names
    )


def _alone(names: Iterable[tuple[str, str]]) -> dict[str, str]:
    found: dict[str, str | None] = {}
    for name, code in names:
        core = _core(name)
        if found.setdefault(core, code) != code:
            found[core] = None
    return {core: code for core, code in found.items() if code is not None}


@cache
def _historic() -> dict[str, tuple[str, ...]]:
    written = tables.toml("places")
    found = {fold(name): tuple(codes) for name, codes in written["historic"].items()}
    for name, aliases in written["historic_names"].items():
        found |= {fold(alias): found[fold(name)] for alias in aliases}
    return found


def _strings(value: object) -> list[str]:
    return value if isinstance(value, list) else []
