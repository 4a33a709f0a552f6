"""The grounds read from refusals, against what they say: ``python -m benchmarks.refusals [DEALS] [-v]``.

The tests make the letters (four generations), decision notes and case notes in English and French; the reader was
written beside one half of the wordings ("development"), the other half is held out. Each deal gives the wordings other
company, other dates and other looks. Found: the slug of a ground printed; invented: one read that is not printed.
"""

import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from tests.extractors.papers.refusal_letters_making import HALVES, Made, papers, scans

from consistency.extractors.extract import extract
from consistency.model import Paper, RefusalReason
from consistency.normalizer.text import fold
from consistency.readers.files import Options, read_bytes


@dataclass(slots=True)
class Score:
    """What was read of some papers."""

    papers: int = 0
    kinds: int = 0
    facts: int = 0
    facts_wanted: int = 0
    wanted: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    invented: Counter[str] = field(default_factory=Counter)
    unknown_wanted: int = 0
    unknown_found: int = 0
    misses: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        """Share of the printed grounds that were found."""
        return self.found.total() / max(1, self.wanted.total())

    def add(self, made: Made, paper: Paper) -> None:
        """Count what was read of one paper."""
        rows = [record for record in paper.records if isinstance(record, RefusalReason)]
        read = {row.reason for row in rows if row.reason is not None}
        quoted = [row.details or "" for row in rows if row.reason is None]
        said = {fact.attribute: fact.value for fact in paper.facts}
        self.papers += 1
        self.kinds += paper.kind == made.kind
        self.facts_wanted += len(made.facts)
        self.facts += sum(said.get(name) == value for name, value in made.facts.items())
        self.wanted.update(made.reasons)
        self.found.update(made.reasons & read)
        self.invented.update(read - made.reasons)
        kept = [text for text in made.unrecognised if any(fold(text) in fold(words) for words in quoted)]
        self.unknown_wanted += len(made.unrecognised)
        self.unknown_found += len(kept)
        lost = made.reasons - read or read - made.reasons or len(kept) < len(made.unrecognised)
        if lost or paper.kind != made.kind:
            self.misses.append(
                f"{made.name} {paper.kind}\n    printed {made.grounds}\n    read {sorted(read)} {quoted}"
            )


def score(made: Iterable[Made]) -> Score:
    """Read papers and count."""
    told = Score()
    for one in made:
        told.add(one, extract(read_bytes(one.data, one.name, Options(ocr=True))))
    return told


def _print(title: str, told: Score, verbose: bool) -> None:
    print(
        f"{title:24}{told.papers:7}{told.kinds:7}{told.facts:6}/{told.facts_wanted:<5}"
        f"{told.found.total():6}/{told.wanted.total():<5}{100 * told.recall:6.1f} %{told.invented.total():9}"
        f"{told.unknown_found:8}/{told.unknown_wanted}"
    )
    if verbose:
        for line in told.misses:
            print(f"  {line}")


def main(deals: int, verbose: bool) -> None:
    """Print the figures per half and manner, then each ground's."""
    print(
        f"{'':24}{'papers':>7}{'kind':>7}{'facts':>9}   {'grounds':>11}{'found':>11}{'invented':>9}{'unknown':>9}"
    )
    found, wanted = Counter[str](), Counter[str]()
    for half in HALVES:
        made = [paper for deal in range(deals) for paper in papers(half, deal)]
        for manner in dict.fromkeys(paper.manner for paper in made):
            told = score(paper for paper in made if paper.manner == manner)
            _print(f"{half} {manner}", told, verbose)
            if half == HALVES[1]:
                found += told.found
                wanted += told.wanted
    _print("scans", score(scans()), verbose)
    print("held-out wordings, by ground:")
    for slug in sorted(wanted):
        print(f"  {slug:28}{found[slug]:4}/{wanted[slug]}")


if __name__ == "__main__":
    numbers = [int(word) for word in sys.argv[1:] if word.isdigit()]
    main(numbers[0] if numbers else 1, "-v" in sys.argv)
