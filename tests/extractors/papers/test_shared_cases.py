"""The papers of the shared cases, kind by kind: each is read as they say."""

from importlib import import_module

import pytest

from consistency.extractors import papers
from tests.extractors.papers.made import check_corpus
from tests.shared import uses_shared


@uses_shared
@pytest.mark.parametrize(
    "kind",
    [
        "bank-statement",
        "education-certificate",
        "employment-contract",
        "explanation-letter",
        "gcms-notes",
        "lmia",
        "offer-of-employment",
        "passport",
        "permit",
        "police-certificate",
        "refusal-letter",
        "travel-history",
    ],
)
def test_the_papers_of_a_kind_are_read(kind: str) -> None:
    check_corpus(kind, import_module(f"{papers.__name__}.{kind.replace('-', '_')}"))
