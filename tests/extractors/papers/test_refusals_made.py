"""Refusals of all generations, made by the tests: every ground found, none invented, the unknown ones quoted."""

import pytest
from benchmarks.refusals import Score, score

from consistency.extractors.extract import extract
from consistency.extractors.refusals.reasons import reasons_in
from consistency.readers.files import Options, read_bytes
from tests.extractors.papers.refusal_letters_making import HALVES, papers

GENERATIONS = {"checklist", "bullets", "factors", "prose", "appended"}


@pytest.mark.parametrize("half", HALVES)
def test_grounds_of_refusals(half: str) -> None:
    made = list(papers(half))
    letters = [paper for paper in made if paper.kind == "refusal-letter"]
    assert len(letters) >= 40
    assert {paper.manner for paper in letters} == GENERATIONS
    told = score(made)
    assert told.kinds == told.papers, told.misses
    assert told.recall >= 0.95, told.misses
    assert not told.invented, told.misses
    assert told.unknown_found == told.unknown_wanted > 0, told.misses
    assert told.facts == told.facts_wanted


def test_the_score_counts_what_is_missed_and_what_is_invented() -> None:
    one, other = list(papers("held-out"))[:2]
    told = Score()
    told.add(one, extract(read_bytes(other.data, other.name, Options())))
    assert told.found.total() < told.wanted.total() or told.invented
    assert told.facts < told.facts_wanted
    assert told.misses


@pytest.mark.parametrize(
    ("sentence", "ground"),
    [
        ("You worked in Canada after your permit expired", "unauthorized"),
        ("your work experience does not match the duties listed on the LMIA", "perform-work"),
        (
            "The employer's recruitment of you appears to be for the primary purpose of facilitating your entry",
            "job-offer",
        ),
        ("your legal status in the country where you now live expires in two months", "residence-status"),
        ("I see no proof that you have specialised knowledge of the company's processes", "wrong-stream"),
        ("documents that were not in English or French came without a certified translation", "incomplete"),
        ("l'emploi offert ne me paraît pas authentique", "job-offer"),
        (
            "vous n'avez pas fait la preuve d'une expérience suffisante dans la profession visée",
            "perform-work",
        ),
    ],
)
def test_wordings_in_no_list(sentence: str, ground: str) -> None:
    assert reasons_in(sentence, adverse=False) == (ground,)


@pytest.mark.parametrize(
    ("sentence", "ground"),
    [
        ("your status as a temporary resident expired on 4 May 2026", None),
        ("your temporary resident status ended on the day of this letter", None),
        ("votre statut de résident temporaire a pris fin le 4 mai 2026", None),
        ("the Labour Market Impact Assessment of your employer was not in effect (R203)", "job-offer"),
    ],
)
def test_what_happens_to_a_status_is_no_ground(sentence: str, ground: str | None) -> None:
    assert reasons_in(sentence) == ((ground,) if ground else ())
