"""The grounds of refusals: how a letter names each, which papers answer it, and what speaks against that."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from msgspec import Struct

from consistency.case.decisions import is_foreign
from consistency.comparator import tables
from consistency.extractors.notions import Sign, Vocabulary
from consistency.extractors.refusals.reasons import officers
from consistency.model import Case, RefusalReason
from consistency.normalizer.expressions import expression
from consistency.normalizer.text import fold

WEAK = "?"
"""Marks a sign of officers that counts only where nothing else explains a clause: in a letter much else is said."""

OWN = "en"
"""The language of the grounds' own titles."""

HEADING = 7
"""So many words before a colon, or alone on a line, are a heading."""


class Ground(Struct, frozen=True):
    """A ground of refusal: its title, what answers and what contradicts an answer."""

    title: str
    answered: tuple[str, ...]
    """The kinds of paper that answer it; none for a ground that is answered in words."""
    touched: tuple[str, ...]
    """The rules, or families of rules ("work/"), whose findings speak against an answer."""


@cache
def grounds() -> Mapping[str, Ground]:
    """Give the grounds by their slug."""
    return {
        slug: Ground(told["title"], tuple(told["papers"]), tuple(told["touched"]))
        for slug, told in tables.toml("reasons")["answers"].items()
    }


def title_of(slug: str | None, language: str) -> str | None:
    """Give the title of a ground in a language; None where there is no such ground, or no title in that language."""
    ground = grounds().get(slug or "")
    told = tables.toml("reasons")["titles"].get(language, {}).get(slug)
    return ground.title if ground is not None and language == OWN else told


@cache
def _applicants() -> Vocabulary:
    """Give the words for the grounds: those of officers, which letters take up, and those of applicants."""
    table, spoken = tables.toml("reasons"), officers()
    dropped = frozenset(table["without"]["signs"])
    kept = {
        slug: [sign for sign in signs if sign not in dropped and not sign.startswith(WEAK)]
        for slug, signs in spoken.grounds.items()
    }
    return Vocabulary.of({"words": spoken.words, "grounds": kept, "joined": spoken.joined}, table)


def named_in(sentence: str, names: Mapping[str, str] | None = None) -> frozenset[str]:
    """Give the grounds that a sentence of an applicant's letter speaks of.

    ``names`` says what proper names (folded) are: "employer" or "homeland". One notion alone names a ground only in a
    heading, or where the sentence speaks of the applicant or the application: kitchens have missing plates too.
    """
    vocabulary = _applicants()
    clause = vocabulary.clause(_common(sentence, names or {}))
    own = clause.holds("own") or _is_heading(sentence)
    hits = vocabulary.hits(clause, against=True, denied=False)
    found = frozenset(hit.sign.slug for hit in hits if own or len(hit.spans) > 1 or hit.sign in _sure())
    return found.union(_alone(sentence), *(named_in(part, names) for part in _listed(sentence)))


def _listed(sentence: str) -> tuple[str, ...]:
    """Give the topics that an opening names together: "About the purpose of my visit and the demands of the job"."""
    told = _OPENING.match(sentence)
    parts = tuple(part.strip() for part in _BETWEEN.split(told["topics"])) if told else ()
    return tuple(f"{told['lead']} {part}" for part in parts) if told and len(parts) > 1 else ()


_OPENING = expression(
    r"(?i)\W*(?P<lead>about|as (?:to|for|regards)|concerning|regarding|with (?:regard|respect) to|concernant"
    r"|quant (?:à|aux?)|au sujet (?:de|du|des))\s(?P<topics>[^:;.]{10,160}?)(?=,? (?:which|qui)\b|[:;.]|$)"
)
_BETWEEN = expression(r",|\b(?:and|et)\b")


def _alone(sentence: str) -> frozenset[str]:
    """Give the ground that one word names as a heading: "2. Purpose", "Mes voyages :", "Travel."."""
    if len(sentence) > _LONGEST:  # "Purpose. I am to work …": a heading may end with a full stop
        return frozenset()
    words = [word for word in fold(sentence).split() if word not in _BESIDE and not word.isdigit()]
    told = tables.toml("reasons")["headings"] if len(words) == 1 else {}
    return frozenset(slug for slug, known in told.items() if words[0] in known.split())


_LONGEST = 40
_BESIDE = frozenset(
    [
        "my",
        "the",
        "a",
        "an",
        "of",
        "on",
        "about",
        "regarding",
        "i",
        "ii",
        "iii",
        "iv",
        "v",
        "mon",
        "ma",
        "mes",
        "le",
        "la",
        "les",
        "l",
        "de",
        "du",
        "des",
        "sur",
        "quant",
        "au",
    ]
)
"""Words (folded) and numbers beside the one that a heading is."""


@cache
def _sure() -> frozenset[Sign]:
    """Give the signs of applicants that need no word of the applicant beside them."""
    table = tables.toml("reasons")["grounds"]
    found = (Sign.of(slug, text) for slug, texts in table.items() for text in texts)
    return frozenset(sign for sign in found if sign.damning)


def _is_heading(sentence: str) -> bool:
    head, colon, _ = sentence.partition(":")
    return len(head.split()) <= HEADING and (
        bool(colon) or not sentence.rstrip().endswith((".", "!", "?", ";"))
    )


def _common(sentence: str, names: Mapping[str, str]) -> str:
    """Put common words in the place of proper names."""
    text = " " + fold(sentence.replace("'", " ").replace("’", " ")) + " "
    for name in sorted((name for name in names if name in text), key=len, reverse=True):
        text = text.replace(f" {name} ", f" {names[name]} ")
    return text


def refused_for(case: Case, reasons: Iterable[str]) -> bool:
    """True where a refusal was about one of some grounds ("travel", "residence-status")."""
    told = {r.reason for paper in case.papers if not is_foreign(paper) for r in paper.all(RefusalReason)}
    return bool(told & set(reasons))
