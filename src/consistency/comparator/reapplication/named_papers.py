"""Papers that a letter encloses under the short name of an office or a scheme: "my CWB report", « relevé de la CNSS ».

Such a name is told by its capitals alone, so no list has to know it. A package that holds the paper has the name, or
the words whose first letters it is, somewhere in a text or the name of a file.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from msgspec import Struct

from consistency.comparator.reapplication.enclosures import enclosures
from consistency.model import Case, Job, Offer, Paper
from consistency.normalizer import currencies
from consistency.normalizer.expressions import expression
from consistency.normalizer.text import fold

_NOUN = (
    r"(?:certificates?|reports?|assessments?|evaluations?|statements?|slips?|results?|registrations?|licen[cs]es?|clearances?"
    r"|receipts?|records?|certificats?|attestations?|relev[ée]s?|rapports?|bulletins?|r[ée]c[ée]piss[ée]s?|re[çc]us?|quittances?"
    r"|certificados?|constancias?)"
)
_SHORT = r"(?<![\w.-])(?P<name>[A-Z][A-Z0-9]{2,6})(?![\w-]|\.\w)"
_NAMED = (
    expression(rf"{_SHORT}(?:\s+[^\W\d][\w'’-]*){{0,2}}?\s+(?i:{_NOUN})\b"),
    expression(
        rf"\b(?i:{_NOUN})\s+(?:(?:(?!(?:and|et|or|ou|with|avec|y)\s)[a-zà-ÿ]+\s+|[dl]['’](?:[a-zà-ÿ]+\s+)?)){{0,5}}?{_SHORT}"
    ),
)
_KNOWN = expression(
    r"IRCC|CIC|IMM|LMIA|EIMT|NOC|CNP|TEER|UCI|IUC|GCMS|SMGC|ATIP|AIPRP|IRPA|IRPR|LIPR|RIPR|RCIC|CRIC|CICC|PDF|DOB|CAD|USD|EUR"
    r"|GBP|USA|UAE|GTA|CEO|LTD|INC|LLC|SARL|TRV|VRT|ETA|AVE|PFL|ODN|CAQ|NOT|ALL|AND|THE|NEW|TAB|REF|ESDC|EDSC|BSC|MSC|BCOM"
    r"|MCOM|MBA|BBA|BCA|MCA|BED|MED|HSC|SSC|GCE|GCSE|BTECH|MTECH|BENG|MENG|PHD|LLB|LLM|MBBS|HND|OND|BTS|DUT|CAP|BEP|BAC|POF|WES|ECA|HRD|DNA"
)
"""Short names of what is no paper of its own, and words that letters print in capitals."""
_SMALL = frozenset(
    {
        "of",
        "for",
        "and",
        "the",
        "de",
        "des",
        "du",
        "et",
        "la",
        "le",
        "les",
        "l",
        "d",
        "y",
        "e",
        "del",
        "do",
        "da",
        "dos",
        "das",
    }
)
_SHORTEST = 3
"""So few letters begin some words of any text: they have to be names."""
_RUN = expression(
    r"(?:[A-ZÀ-Ý][\wà-ÿ'’.-]*(?:\s+|(?=[,;:)\]/|]|$))(?:(?:of|for|and|the|de|des|du|et|la|y|e|do|da|dos|das|del)\s+)*){3,9}"
)


class NamedPaper(Struct, frozen=True):
    """A paper that a text names."""

    name: str
    words: str
    """The words that name it."""


def named_papers(text: str) -> Iterator[NamedPaper]:
    """Give the papers that a sentence names by the short name of an office."""
    told: set[str] = set()
    for found in (match for pattern in _NAMED for match in pattern.finditer(text)):
        name = found["name"]
        known = name in told or _KNOWN.fullmatch(name) or currencies.meaning(name) or _listed(found[0])
        if not known and any(sign.islower() for sign in found[0]):
            told.add(name)
            yield NamedPaper(name, found[0])


def _listed(words: str) -> bool:
    """True for what the list of enclosures knows by itself."""
    return any(one.named.search(fold(words)) for one in enclosures().values())


def shown(name: str, papers: Collection[Paper]) -> bool:
    """True where a paper has a short name, or words of which it is the first letters, in its text or file name."""
    return any(_has(paper, name) for paper in papers)


def _has(paper: Paper, name: str) -> bool:
    words = fold(f"{paper.document.text} {paper.path}")
    if not words or paper.document.read != "full" or name.lower() in words:
        return True
    runs = (_initials(run[0]) for run in _RUN.finditer(paper.document.text))
    if any(name.lower() in run for run in runs):
        return True
    first = "".join(word[0] for word in words.split() if word not in _SMALL)
    return len(name) > _SHORTEST and name.lower() in first


def _initials(run: str) -> str:
    words = re.findall(r"[^\W\d_]+", run)
    return fold("".join(word[0] for word in words if word[0].isupper()))


def is_a_house(case: Case, name: str) -> bool:
    """True for the name of somebody, or of a house that employs: their letter is no paper of an office."""
    told: Sequence[str | None] = [
        *(job.employer for paper in case.papers for job in paper.all(Job)),
        *(offer.employer for paper in case.papers for offer in paper.all(Offer)),
        *(person.name for person in case.people),
        *(fact.value for paper in case.papers for fact in paper.facts if fact.attribute.endswith("name")),
    ]
    return any(name.lower() in fold(one).split() for one in told if one)
