"""The sentences in which words stand are those that a search sentence by sentence finds."""

import re
from dataclasses import dataclass

import pytest

from consistency.comparator.passages import passages, utterances
from consistency.comparator.searching import passages_with, utterances_with
from consistency.model import AsOf, Document, Line, Paper, Segment
from consistency.normalizer.expressions import cues, expression
from consistency.normalizer.negation import flat
from consistency.normalizer.text import fold

LETTER = (
    "I never worked in Canada. My sister, who is a nurse, lives in Sfax; *** my brother died in 2019!\n"
    "Ma mère est décédée. Mon frère İbrahim a été condamné en 2014. No relatives."
)
WORDS = [
    (r"\b(?:sister|frere|nurse)\b", 0, fold),
    (r"\b(?:died|decedee?)\b", 0, fold),
    (r"\bcondamne\b|\brelatives\b", 0, flat),
    (r"\bSISTER\b|\bibrahim\b", re.IGNORECASE, str),
    (r"\d{4}", 0, str),
    (r"\bworked in canada\b.*\bsister\b", 0, fold),
    (r"\bgaol\b", 0, fold),
]


@dataclass(frozen=True)
class Prepared:
    """Cues as they are prepared: the rarest strings of each expression."""

    def __call__(self, pattern: str, flags: int) -> tuple[str, ...]:
        from docs.cues import cues as made

        return made(pattern, flags)


@pytest.fixture(params=[True, False], ids=["prepared", "not prepared"], autouse=True)
def _cues(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    given = Prepared() if request.param else lambda _pattern, _flags: ()
    monkeypatch.setattr("consistency.prepared.cues", given)


def _paper(kind: str) -> Paper:
    lines = tuple(Line((Segment(text),), page=1) for text in LETTER.split("\n"))
    document = Document("letter.pdf", "0" * 64, "pdf", "text", "full", lines=lines)
    return Paper(document, kind, AsOf(None, "unknown"))


@pytest.mark.parametrize(("pattern", "flags", "form"), WORDS)
def test_sentences(pattern: str, flags: int, form: type[str]) -> None:
    words, paper = expression(pattern, flags), _paper("explanation-letter")
    told = [p.text for p in passages(paper) if words.search(form(p.text))]
    assert [p.text for p in passages_with(paper, words, form)] == told
    assert bool(told) == (pattern not in {r"\bworked in canada\b.*\bsister\b", r"\bgaol\b"})


@pytest.mark.parametrize(("pattern", "flags", "form"), WORDS)
def test_lines_of_what_is_no_prose(pattern: str, flags: int, form: type[str]) -> None:
    words, paper = expression(pattern, flags), _paper("cv")
    told = [p.text for p in utterances(paper) if words.search(form(p.text))]
    assert [p.text for p in utterances_with(paper, words, form)] == told


def test_every_find_is_cited_at_its_line() -> None:
    paper = _paper("explanation-letter")
    (found,) = passages_with(paper, expression(r"\bdecedee\b"))
    assert found.line is paper.document.lines[1]


def test_an_expression_of_python_has_no_cues() -> None:
    assert cues(re.compile("mother")) == ()
