"""What a text affirms, and what it denies, asks or leaves open."""

import re
import time

import pytest

from consistency.normalizer.negation import affirmed, flat, of_kin

CONVICTED = re.compile(r"\b(?:convicted|convictions?|condamnee?|condamnations?|condenad[oa])\b")
AFFIRMED = (
    "He was convicted in 2014.", "Il a été condamné en 2014.", "Fue condenado en 2014.", "Convicted in May 2014.",
    "Convictions: one, of 2014", "No arrests, but convicted in 2014", "Under s. 12 of the Act he was convicted.",
    "Aucune arrestation, sauf une condamnation en 2014", "Was he ever arrested? He was convicted in 2014.",
    "Convictions: 0 before 2013, one conviction in 2014", "File No.: K3-204417 He was convicted in 2014.",
    "Réf. no 5512/09 : il a été condamné en 2014.", "Certificate No: AB 77120 - convicted in 2014",
)  # fmt: skip
NOT_AFFIRMED = (
    "He was never convicted.", "He was not arrested, charged or convicted.", "Convictions: NIL", "Convictions - none",
    "Convictions, if any: nil", "Has he ever been convicted?", "If convicted, he would say so.",
    "Conviction(s): none", "Condamnations : néant",
    "Il n'a jamais été condamné.", "No ha sido condenado.", "He may have been convicted.", "Free from any conviction",
    "No conviction; certificate No. 88123", "No. Never convicted.",
    "He hasn't been convicted.", "He hasn’t been convicted.", "Convicted?\n",
)  # fmt: skip


@pytest.mark.parametrize("text", AFFIRMED)
def test_affirmed(text: str) -> None:
    assert affirmed(flat(text), CONVICTED)


@pytest.mark.parametrize("text", NOT_AFFIRMED)
def test_not_affirmed(text: str) -> None:
    assert affirmed(flat(text), CONVICTED) is None


def test_a_denial_within_the_words_may_be_what_they_say() -> None:
    words = re.compile(r"worked without a permit")
    assert affirmed(flat("I worked without a permit."), words) is None
    assert affirmed(flat("I worked without a permit."), words, within=False)
    assert affirmed(flat("I never worked without a permit."), words, within=False) is None


def test_somebody_else() -> None:
    assert of_kin(flat("My elder brother was arrested."))
    assert of_kin(flat("Mon père était gendarme."))
    assert not of_kin(flat("I was arrested by the police."))


def test_an_abbreviation_ends_no_sentence() -> None:
    assert flat("S. 12, St. John’s: Ltd. Été.") == "s 12, st john's: ltd ete."


def test_a_row_of_stops_takes_no_longer_than_other_signs() -> None:
    begun = time.process_time()
    found = affirmed(flat(f"He was not ...; convicted{'.' * 60_000}; he was convicted."), CONVICTED)
    assert found is not None
    assert time.process_time() - begun < 1
