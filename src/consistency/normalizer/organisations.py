"""Names of employers and schools: legal forms, trade names, acronyms, branches; what else differs is another one."""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import product

from msgspec import Struct
from msgspec.structs import replace

from consistency.normalizer import households, org_words, own_account, places
from consistency.normalizer.agreement import Agreement, different, same, variant
from consistency.normalizer.expressions import expression
from consistency.normalizer.text import beginning, fold

LEGAL_FORM_LEFT_OUT = "a legal form is left out"
OTHER_LEGAL_FORM = "another legal form"
HOUSEHOLD = "a private household"
_BODY = expression(
    r"\b(?:minist\w+|department|departement|directorate|direction|services?|board|council|county|government|gobierno"
    r"|authority|(?:arch)?diocese|church|eglise|iglesia|igreja|mission|congregation|municipality|municipalite|commune"
    r"|mairie|secretari\w+|prefectur\w+)\b"
)
"""Words (folded) of a body that runs institutions: no firm's."""
RUN_BY = "an institution, beside the body that runs it"
RUNS = "a body, beside an institution that it runs"
"""Of two institutions of one body only one may be left out: two hospitals of a health service are two employers."""

_ASIDE = expression(r"\s*[(\[]([^()\[\]]*)[)\]]\s*")
_DASH = expression(r"\s+[-–—|/]+\s+|\s*,\s*|\s*[:;]\s+|\s+@\s+")
_ELISION = expression(r"(?i)\b([ld])['’](?=\w)")
# Legal forms in scripts that put no space between words.
_UNSPACED_FORM = expression(
    "(股份有限公司|有限责任公司|有限責任公司|有限公司|集团|株式会社|合同会社|有限会社|주식회사|유한회사)"
)
_OFFICE = expression(
    r"\b(?:branch|head office|office|(?:care |nursing )?home|foyer|pavillon|ward|headquarters|hq|campus|site"
    r"|plant|unit|store|outlet|location|warehouse|division"
    r"|parish|paroisse|parroquia|paroquia|diocese|succursale|siege(?: social)?|bureau|agence|filiale|sucursal|sede"
    r"|cabang)\b"
)


_IN_A_STATE = expression(r"\s+(?:au|aux|en|du)\s+([A-ZÀ-Ý][\w'’-]+)$")
_OWNER = "the owner beside the name"
_OWNED = expression(
    r"^(?P<name>[^\"„“”«»]*[\"„“«]\s?[^\"„“”«»]+[\"”“»])\s+(?P<owner>[A-ZÀ-Ž][^\W\d_]+(?:[ -][A-ZÀ-Ž][^\W\d_]+){1,2})$"
)
"""A name in quotation marks, and behind it somebody's own: `FHU „Alfa” Ida Example`."""
_OTHER_SCRIPT = expression(
    r"[^\W\d_\u0000-\u024f\u1e00-\u1eff]+(?:[\s\W]+(?=[^\W\d_\u0000-\u024f\u1e00-\u1eff]))*"
)
"""A run of words in letters that are not Latin."""
_SHORT_PLURAL = 5
"""Letters up to which a last "s" may belong to the word: Atlas, Paris."""


_SURE_OF_ONE = 2
"""Telling words that two names share at the least, where one says beside them what kind of house it is."""


class _Name(Struct, frozen=True):
    """A name taken apart: its words without the legal form, and the form (``""`` where there is none)."""

    text: str
    words: tuple[str, ...]
    form: str


def key(name: str) -> str:
    """Give the folded name without its legal form: ``Infosys Pvt. Ltd.`` is ``infosys``."""
    return " ".join(_name(beginning(name)).words)


@lru_cache(maxsize=32_768)
def compare(a: str, b: str) -> Agreement:
    """Say whether two names are of one employer or school: the same, a variant with the reason, or different."""
    a, b = (
        beginning(name).replace(",,", "„") for name in (a, b)
    )  # as some type it, and as pictures are read
    if not fold(a) or not fold(b):
        return same() if fold(a) == fold(b) else different("only one of them has a name")
    whole = _compare(_name(a), _name(b))
    if whole.agrees:
        return whole
    for (one, first), (other, second) in product(_alternatives(a), _alternatives(b)):
        if (first or second) and not first == second == RUNS and _compare(_name(one), _name(other)).agrees:
            return variant(first or second)
    if own_account.agree(a, b):
        return variant("work on one's own account")
    return variant(HOUSEHOLD) if households.are_one(a, b) else whole


def _compare(a: _Name, b: _Name) -> Agreement:
    if a.words == b.words or "".join(a.words) == "".join(b.words):
        return _forms(a, b)
    reason = _reworded(a, b) or _shortened(a, b) or _shortened(b, a) or _misspelt(a, b)
    return variant(reason) if reason else different("another name")


def _forms(a: _Name, b: _Name) -> Agreement:
    if a.form == b.form:
        return same()
    return variant(OTHER_LEGAL_FORM if a.form and b.form else LEGAL_FORM_LEFT_OUT)


def _reworded(a: _Name, b: _Name) -> str:
    """Give the reason where both have the same words, abbreviated, translated or in another order."""
    one, other = org_words.telling(a.words), org_words.telling(b.words)
    if not one or not other:
        return ""
    if one == other:
        return "words are abbreviated or translated"
    if "".join(one) == "".join(other):
        return "words are written together or apart"
    if [_singular(word) for word in one] == [_singular(word) for word in other]:
        return "one of two words is in the plural"
    if sorted(one) == sorted(other) and "bank" not in one:
        return "the words stand in another order"
    return ""


def _singular(word: str) -> str:
    return word[:-1] if len(word) > _SHORT_PLURAL and word.endswith("s") and not word.endswith("ss") else word


def _shortened(long: _Name, short: _Name) -> str:
    """Give the reason where the second name says less than the first."""
    words = org_words.telling(long.words)
    if _acronym(short, long) or _acronym(_without_town(short), long):
        return "an acronym"
    rest = _missing(words, org_words.telling(short.words))
    if not rest:
        return ""
    shorter = org_words.telling(short.words)
    kept = [word for word in shorter if org_words.is_distinctive(word)]
    if not kept or _is_numbered(shorter):
        return "a place is left out" if _is_numbered(shorter) and all(map(_is_place, _grouped(rest))) else ""
    if all(word.isdigit() for word in rest):
        return "a number is left out"
    if all(org_words.is_generic(word) for word in rest):
        return "a word that says little is left out"
    houses = org_words.listed("houses")
    if len(kept) >= _SURE_OF_ONE and all(org_words.is_generic(word) or word in houses for word in rest):
        return "what kind of house it is, left out"
    school = any(word in org_words.listed("schools") for word in words)
    if not school and all(org_words.is_generic(word) or _is_place(word) for word in _grouped(rest)):
        return "a place is left out"
    return "an acronym beside the name" if _abbreviates(rest, short) else ""


def _without_town(name: _Name) -> _Name:
    """Leave out the town behind an acronym: "CFPM Foumban"."""
    acronym, *rest = name.words or ("",)
    known = len(rest) == 1 and len(acronym) > _SURE_OF_ONE and _is_place(rest[0])
    return replace(name, words=(acronym,)) if known else name


def _is_numbered(words: Sequence[str]) -> bool:
    """Say whether a house is known by its number: "Public School No. 9" of any town."""
    return len(words) > _SURE_OF_ONE and any(map(str.isdigit, words)) and "school" in words


def _missing(longer: Sequence[str], shorter: Sequence[str]) -> list[str]:
    """Give the words that the longer name has more, in order; none where the shorter has others."""
    rest = list(longer)
    for word in shorter:
        if word not in rest:
            return []
        rest.remove(word)
    return rest


_BEFORE_A_PLACE = frozenset(("au", "aux", "en", "in", "of", "du", "des"))


def _grouped(words: Sequence[str]) -> list[str]:
    joined = " ".join(words)
    apart = list(words[1:] if len(words) > 1 and words[0] in _BEFORE_A_PLACE else words)
    return [joined] if _is_place(joined) else apart


@lru_cache(maxsize=4096)
def _is_place(folded: str) -> bool:
    return bool(
        places.country(folded.title()) or places.province(folded.title()) or places.country_of_city(folded)
    )


def _abbreviates(rest: Sequence[str], name: _Name) -> bool:
    """Say whether what is left is made of the first letters or syllables of the name (PEMEX), or is spelt by it."""
    words = org_words.telling(name.words)
    if len(words) == 1 < len(rest) and org_words.made_of_beginnings(words[0], rest):
        return True
    if len(rest) == 1 and len(rest[0]) > 2 and org_words.made_of_beginnings(rest[0], words):
        return True
    initials = "".join(word[0] for word in rest)
    return len(rest) > 1 and any(
        word.startswith(initials) and word != initials[:1] for word in words if len(word) < 6
    )


def _acronym(short: _Name, long: _Name) -> bool:
    """Say whether words of the first name are the initials of words of the second, and all others agree."""
    if len(short.words) >= len(long.words) + (1 if long.form else 0):
        return False
    full = org_words.gather(fold(_ELISION.sub(r"\1 ", long.text)).split())
    parted = tuple(part for word in long.words for part in org_words.parted(word))
    return any(org_words.spells(short.words, words) for words in dict.fromkeys((long.words, full, parted)))


def _misspelt(a: _Name, b: _Name) -> str:
    """Give the reason where one letter of one long word differs."""
    one, other = org_words.telling(a.words), org_words.telling(b.words)
    if len(one) != len(other):
        return ""
    unlike = [pair for pair in zip(one, other, strict=True) if pair[0] != pair[1]]
    if len(unlike) != 1 or min(map(len, unlike[0])) < 6 or not all(word.isalpha() for word in unlike[0]):
        return ""
    from rapidfuzz.distance import OSA

    return "one letter differs" if OSA.distance(*unlike[0]) == 1 else ""


@lru_cache(maxsize=16_384)
def _alternatives(text: str) -> tuple[tuple[str, str], ...]:
    """Give the name, and other names that the text holds, each with the reason why it may stand alone."""
    return tuple(_names_in(text))


def _names_in(text: str) -> Iterator[tuple[str, str]]:
    yield text, ""
    beside = own_account.names_beside(text)
    for name in beside:
        yield name, "self-employment beside the name"
        yield from _without_house(name)
    plain = beside[0] if beside else text
    for name in _by_script(plain):
        yield name, "the name in another script beside it"
    parts = org_words.trade_names(plain)
    for part in parts if len(parts) > 1 else ():
        yield part, "a trade name"
    outside = _ASIDE.sub(" ", plain).strip()
    yield from _around_brackets(plain, outside)
    pieces = _DASH.split(outside)
    for end in range(1, len(pieces)):
        rest = ", ".join(pieces[end:])
        reason = _office(rest) or _behind_form(pieces[end - 1], rest) or _kind_of_house(rest)
        if reason:
            name = " ".join(pieces[:end])
            yield name, reason
            yield _without_state(name) or name, reason
    yield from _institutions(pieces)
    shorter = (_without_state(outside), "a place beside the name"), (_without_owner(outside), _OWNER)
    yield from (one for one in shorter if one[0])
    words = outside.split()
    if len(words) > 2 and _OFFICE.search(fold(words[-1])):
        yield " ".join(words[:-1]), "a branch or office"
        yield " ".join(words[:-2]), "a branch or office"


def _institutions(pieces: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Give an institution without the body that runs it, and that body: "Health Service, Tema General Hospital"."""
    for place, piece in enumerate(pieces if len(pieces) > 1 else ()):
        words = org_words.telling(_name_words(_ELISION.sub(r"\1 ", piece)))
        if len(words) < _SURE_OF_ONE or org_words.listed("institutions").isdisjoint(words):
            continue
        yield piece, RUN_BY
        body = " ".join((*pieces[:place], *pieces[place + 1 :]))
        if _BODY.search(fold(body)):
            yield body, RUNS


def _without_house(name: str) -> Iterator[tuple[str, str]]:
    """Give the name of an own business without the kind of house before it: "Atelier Keur Modou"."""
    first, _, rest = name.partition(" ")
    if fold(first) in org_words.listed("houses") and len(rest.split()) >= _SURE_OF_ONE:
        yield rest, "what kind of house it is, left out"


def _without_state(name: str) -> str:
    """Give a name without the state behind it: "Église Méthodiste au Congo"."""
    found = _IN_A_STATE.search(name)
    return name[: found.start()] if found and places.country(found[1]) else ""


def _without_owner(name: str) -> str:
    """Give a name in quotation marks without the name of the owner behind it."""
    found = _OWNED.match(name)
    words = _name_words(found["owner"]) if found else ()
    return found["name"] if found and not (_trailing(words) or any(map(org_words.is_generic, words))) else ""


def _around_brackets(text: str, outside: str) -> Iterator[tuple[str, str]]:
    inside = _ASIDE.findall(text)
    if inside and outside:
        yield outside, _office(inside[-1]) or "a note beside the name"
        if _is_name(inside[-1]):
            yield inside[-1], "another name in brackets"


def _is_name(inside: str) -> bool:
    """Say whether what stands in brackets may be a name: no kind of work or contract, no house and no town."""
    words = org_words.telling(_name_words(inside))
    little = org_words.listed("arrangements") | org_words.listed("houses")
    return not all(word in little or org_words.is_generic(word) for word in words) and not _office(inside)


def _by_script(text: str) -> Iterator[str]:
    """Give the name in Latin letters, and the one in others, where both stand side by side."""
    if text.isascii():
        return
    parts = _OTHER_SCRIPT.sub(" ", text), " ".join(_OTHER_SCRIPT.findall(text))
    if all(sum(map(str.isalpha, part)) > _SHORT_PLURAL for part in parts):
        yield from (part.strip() for part in parts)


def _office(text: str) -> str:
    """Give the reason where a text beside a name is a branch or a place."""
    if _OFFICE.search(fold(text)):
        return "a branch or office"
    if places.names_house(text):
        return ""
    city, code = places.split_place(text)
    return (
        "a place beside the name"
        if (code and (not city or places.country_of_city(city) or "," in text)) or places.is_town(text)
        else ""
    )


_LONGEST_TOWN = 3
"""Words of a town's name at the most."""


def _behind_form(name: str, rest: str) -> str:
    """Give the reason where a few words stand behind a legal form, which ends a name: "Acme Pvt Ltd, Angamaly"."""
    words = fold(rest).split()
    if not 0 < len(words) <= _LONGEST_TOWN or re.search(r"\d", rest) or not rest[:1].isupper():
        return ""
    other = bool(_trailing(org_words.gather(tuple(words)))) or any(map(org_words.is_generic, words))
    return "a place beside the name" if _trailing(_name_words(name)) and not other else ""


def _kind_of_house(rest: str) -> str:
    """Give the reason where what stands behind a name only says what kind of house it is: "– Maison d'hôtes"."""
    words = org_words.telling(_name_words(_ELISION.sub(r"\1 ", rest)))
    known = org_words.listed("houses")
    told = bool(words) and all(word in known or org_words.is_generic(word) for word in words)
    return "what kind of house it is, beside the name" if told and not known.isdisjoint(words) else ""


def _name_words(text: str) -> tuple[str, ...]:
    return org_words.gather(fold(text).split())


@lru_cache(maxsize=16_384)
def _name(text: str) -> _Name:
    spaced = _UNSPACED_FORM.sub(r" \1 ", _ELISION.sub(r"\1 ", text))
    words = org_words.gather(fold(spaced).split())
    forms: list[str] = []
    while ended := _trailing(words):
        words, form = ended
        forms.append(form)
    started = _leading(words)
    if started:
        words, form = started
        forms.append(form)
    if words[:1] == ("the",) and len(words) > 1:
        words = words[1:]
    return _Name(text, words, " ".join(sorted(set(forms))))


def _trailing(words: tuple[str, ...]) -> tuple[tuple[str, ...], str] | None:
    forms = org_words.legal_forms()
    for size in range(min(6, len(words) - 1), 0, -1):
        form = forms.get(" ".join(words[-size:]))
        if form:
            return words[:-size], form
    return None


def _leading(words: tuple[str, ...]) -> tuple[tuple[str, ...], str] | None:
    for size in range(min(5, len(words) - 1), 0, -1):
        text = " ".join(words[:size])
        if text in _leading_forms():
            return words[size:], org_words.legal_forms().get(text, text)
    return None


@cache
def _leading_forms() -> frozenset[str]:
    return org_words.listed_in("legal_forms", "leading")
