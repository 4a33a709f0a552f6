"""The sides of a finding: what each value says, which papers tell it, and which side stands alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from consistency.model import Case, Citation, Finding, Record
from consistency.normalizer.text import fold
from consistency.views.majority import most_told, words_agree


class Side(Struct, frozen=True):
    """One value of a finding with every place that tells it; the side of fewer papers stands first.

    ``absent`` says that nothing stands there where other papers tell something; ``odd`` that more
    than half of the papers tell another one, and none of its own does. Neither says which one is true.
    """

    value: str | None
    citations: tuple[Citation, ...]
    absent: bool = False
    odd: bool = False
    follows: bool = False
    """True for what is told of something that follows from the finding."""

    @property
    def papers(self) -> tuple[str, ...]:
        """The paths of its papers, each once."""
        return tuple(dict.fromkeys(c.evidence.document for c in self.citations))


def sides(finding: Finding) -> tuple[Side, ...]:
    """Give the sides of a finding, the one that fewest papers tell first, of equals the one told last.

    What only belongs to what follows from it comes after them.
    """
    own = [c for c in finding.evidence if c not in finding.following]
    quoted = any(c.evidence.quote for c in finding.evidence)
    found = _sides(own, quoted)
    usual = _usual(found)
    marked = [replace(side, odd=bool(usual) and usual.isdisjoint(side.papers)) for side in found]
    marked.reverse()
    marked.sort(key=lambda side: (not side.odd, len(side.papers)))
    return (*marked, *(replace(side, follows=True) for side in _sides(finding.following, quoted)))


def attribute_of(case: Case, cited: Citation) -> str | None:
    """Name what a compared value is of ("sex", "reason"); None where its place does not tell just this value."""
    paper = case.by_path.get(cited.evidence.document)
    if paper is None or cited.value is None:
        return None
    facts = (f.attribute for f in paper.facts if f.evidence == cited.evidence and f.value == cited.value)
    return next(facts, None) or next(
        filter(None, (_field_of(record, cited) for record in paper.records)), None
    )


def _field_of(record: Record, cited: Citation) -> str | None:
    names = (name for name in record.field_names() if record.cite(name) == cited.evidence)
    return next((name for name in names if getattr(record, name) == cited.value), None)


def _usual(found: Sequence[Side]) -> set[str]:
    """Give the papers of the value that more than half of all papers tell; none where there is no such value.

    Without it the sides are not values of one thing: a No, and the numbers and days that speak against it.
    """
    common = most_told([side.value or "" for side in found for _ in side.papers], words_agree)
    if common is None:
        return set()
    usual = {path for side in found if words_agree(side.value or "", common) for path in side.papers}
    return usual if 2 * len(usual) > len({path for side in found for path in side.papers}) else set()


def _sides(evidence: Iterable[Citation], quoted: bool) -> list[Side]:
    return [
        Side(told[0].value, tuple(told), absent=quoted and all(_is_absent(c) for c in told))
        for told in _by_value(evidence).values()
    ]


def _by_value(evidence: Iterable[Citation]) -> Mapping[tuple[str, str], list[Citation]]:
    """Put together what tells one value; values that differ in letters only stay apart where nothing else does."""
    places = list(evidence)
    plain = {fold(c.value) for c in places if c.value}
    exact = len(plain) < 2
    groups: dict[tuple[str, str], list[Citation]] = {}
    for citation in places:
        written = citation.value or ""
        kind = "absent" if _is_absent(citation) else "told"
        groups.setdefault((kind, written if exact else fold(written) or written), []).append(citation)
    return groups


def _is_absent(citation: Citation) -> bool:
    return citation.evidence.quote is None and citation.value is None
