"""Which grounds of refusal a sentence names, in an officer's words."""

import re
from functools import cache
from pathlib import Path

from consistency.extractors.notions import Clause, Vocabulary
from consistency.normalizer import tables
from consistency.normalizer.expressions import expression

_TABLE = Path(__file__).with_suffix(".toml")
_UMBRELLA = "will-leave"
_TURN = expression(
    r";|(?<!\d)[.!?]\s|,?\s+(?:(?<!\ble )(?<!\bce )(?<!\bvotre )(?<!\bson )but(?! d[eu]\b| vis"
    r"| declar| reel)|however|yet|whereas|nevertheless|nonetheless|mais|toutefois|cependant)\s+"
    r"|,?\s+(?:and|et) (?=(?:i|je|the officer)\b)",
    re.IGNORECASE,
)
_IF_ANY = expression(
    r"\((?:[^()]|\([^()]*\))*?(?:if (?:applicable|any)|as applicable|le cas échéant|s['’]il y a lieu|selon le cas)"
    r"(?:[^()]|\([^()]*\))*\)",
    re.IGNORECASE,
)
"""What a printed ground holds for whomever it may concern: "(and any accompanying family members, if applicable)"."""
_NOT_MARKED = expression(r"(?:\[\s*\]|\(\s+\)|[☐□❏❑])(?=\s*[^\W\d])[^\[\]☐☒☑■□❏❑;]*")
"""An empty box in the run of a sentence, and what it is for: "[x] your family ties; [ ] your travel history"."""
_ALTHOUGH = expression(
    r"(?:although|while|though|despite|notwithstanding|even though|even if|bien que|malgre|quoique|meme si)\b[^,]*,",
    re.IGNORECASE,
)


@cache
def officers() -> Vocabulary:
    """Give the words of officers for the grounds of a refusal."""
    return Vocabulary.of(tables.read(_TABLE))


def reasons_in(sentence: str, *, adverse: bool = True) -> tuple[str, ...]:
    """Name the grounds that a sentence gives, in its order; none for a sentence that holds nothing against anyone.

    ``adverse=False`` takes the sentence as a ground whatever its words: a bullet below "for these reasons",
    a checked box. The umbrella "will not leave Canada" is named only where nothing more special is.
    """
    clause = officers().clause(_NOT_MARKED.sub(" ", _IF_ANY.sub(" ", sentence)))
    found = officers().hits(clause, against=not adverse or clause.holds("adverse"))
    hits = sorted((hit.place, hit.sign.slug) for hit in found)
    main = [hit for hit in hits if not _is_context(clause, hit[0])]
    slugs = dict.fromkeys(slug for _, slug in (main if any(slug != _UMBRELLA for _, slug in main) else hits))
    special = [slug for slug in slugs if slug != _UMBRELLA]
    return tuple(special) or tuple(slugs)


def _is_context(clause: Clause, place: int) -> bool:
    """Tell whether a word stands in what a ground is seen in the light of: "not reasonable given your studies"."""
    return any(start < place for start, _ in clause.found.get("in_the_light_of", ()))


def split_clauses(sentence: str) -> tuple[str, ...]:
    """Cut a sentence where its sense may turn: what is held against somebody may stand in one half only."""
    parts = [part.strip() for part in _TURN.split(sentence) if part.strip()]
    return tuple(rest for part in parts for rest in _conceded(part) if rest)


def _conceded(part: str) -> tuple[str, ...]:
    """Set what is conceded ("although funds appear sufficient, …") apart from what is held against it."""
    match = _ALTHOUGH.match(part)
    return (part[match.end() :].strip(),) if match else (part,)
