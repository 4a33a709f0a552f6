"""Two letters about the same work are told from a letter and its copy."""

import random

import pytest
from msgspec.structs import replace

from consistency.case.assemble import assemble
from consistency.comparator.engine import Settings, run
from consistency.comparator.work.copied import copied
from consistency.comparator.work.letters import letters
from consistency.extractors.employment.sayings import sayings
from consistency.model import Paper
from tests.comparator.examples import case_of
from tests.comparator.work.letter_samples import copy, honest

PAIRS = 150


def found(pair: tuple[Paper, Paper]) -> list[str]:
    return [
        finding.detail for finding in run(assemble("case", pair), Settings(rules=("work/cloned-letters",)))
    ]


@pytest.mark.parametrize("seed", range(PAIRS))
def test_letters_in_their_authors_own_words(seed: int) -> None:
    assert found(honest(random.Random(seed))) == []


def test_copies_with_other_names_and_another_order() -> None:
    seen = [len(found(copy(random.Random(seed)))) for seed in range(PAIRS)]
    assert max(seen) == 1
    assert sum(seen) >= 0.97 * PAIRS


def test_honest_letters_share_a_sentence_at_most() -> None:
    pairs = [copied(*letters(honest(random.Random(seed)))).pairs for seed in range(PAIRS)]
    assert max(map(len, pairs)) == 1


PROSE = (
    "This is to certify that {name} worked with {employer} as {title} from 2015 to 2017. His duties included {duties}.",
    "Nous certifions que {name} a travaillé chez {employer}. Ses tâches comprenaient {duties}.",
)


@pytest.mark.parametrize("text", PROSE)
@pytest.mark.parametrize(
    ("other", "copies"),
    [
        (
            "loading wooden crates on ships, driving electric forklifts in halls, counting empty pallets at night",
            1,
        ),
        (
            "counting empty pallets at night, driving electric forklifts in halls, loading wooden crates on ships",
            1,
        ),
        ("sorting parcels by street, scanning labels at the gate, sweeping the yard after the shift", 0),
    ],
)
def test_duties_in_one_sentence(text: str, other: str, copies: int) -> None:
    first = (
        "loading wooden crates on ships, driving electric forklifts in halls, counting empty pallets at night"
    )
    lines = [
        f"draft/employment-letter_{n}.pdf as of 20{n}8-01-01: {what}"
        for n, name, duties in ((1, "Blue Lantern", first), (2, "Crown House", other))
        for what in (
            f'job employer="{name}" title=packer from=20{n}5-01 to=20{n}7-01',
            f'text "{text.format(name="Mr. Ali", employer=name, title="packer", duties=duties)}"',
        )
    ]
    findings = run(case_of("\n".join(lines)), Settings(rules=("work/cloned-letters",)))
    assert len(findings) == copies


PASSAGE = (
    "During his stay he read the drawings of vessels and tanks, cut and bent the sheets, welded seams under pressure"
    " with both processes, checked every bead by eye and by dye, kept a log of rods, gas and repairs,"
    " and swept the yard before night{more}"
)


@pytest.mark.parametrize(
    ("first", "second", "copies"),
    [
        (PASSAGE.format(more="."), PASSAGE.format(more="."), 1),
        (
            PASSAGE.format(more=" by TIG and MIG. He led two helpers."),
            PASSAGE.format(more=" by TIG and MIG."),
            1,
        ),
        (
            PASSAGE.format(more="."),
            "He read the drawings of vessels, welded tanks and taught the young ones.",
            0,
        ),
        ("He cut sheets and welded seams.", "He cut sheets and welded seams.", 0),
    ],
)
def test_one_long_passage_is_enough(first: str, second: str, copies: int) -> None:
    lines = [
        f"draft/employment-letter_{n}.pdf as of 20{n}8-01-01: {what}"
        for n, name, text in ((1, "Blue Lantern", first), (2, "Crown House", second))
        for what in (f'job employer="{name}" title=welder from=20{n}5-01 to=20{n}7-01', f'text "{text}"')
    ]
    findings = run(case_of("\n".join(lines)), Settings(rules=("work/cloned-letters",)))
    assert len(findings) == copies


@pytest.mark.parametrize(
    ("one", "other", "level"),
    [
        ("Tel: +62 542 555 0188", "Tel. 0542 555-0188", "critical"),
        ("Tel: +62 542 555 0188", "Tel: +62 543 555 0188", None),
        ("hr@bluelantern.example", "boss@bluelantern.example", "critical"),
        ("a.hr@gmail.com", "b.hr@gmail.com", None),
        ("a.hr@orange.fr", "b.hr@orange.fr", None),
        ("a.hr@yahoo.co.in", "b.hr@yahoo.co.in", None),
        ("x@provider.example", "y@provider.example", None),
        ("x@provider.example, signed Omar Haddad", "y@provider.example, signed Omar Haddad", "critical"),
        ("www.bluelantern.example", "info@bluelantern.example", "critical"),
        ("(signed) Omar Haddad", "(signed) OMAR HADDAD, Director", "major"),
        ("(signed) Haddad Omar", "(signed) Omar Haddad", "major"),
        ("(signed) Human Resources Manager", "(signed) Human Resources Manager", None),
        ("(signed) O. Haddad", "(signed) O. Haddad", None),
        ("(signed) New Delhi", "(signed) New Delhi", None),  # a place
        (
            "Translated by Ana Ruiz, tel. +52 55 5555 0100",
            "Translated by Ana Ruiz, tel. +52 55 5555 0100",
            None,
        ),
        ("(signed) Budi Santoso", "(signed) Budi Santoso", None),  # the employee's own name
    ],
)
def test_what_ties_two_letters(one: str, other: str, level: str | None) -> None:
    findings = run(
        case_of(f"""
        draft/employment-letter_1.pdf as of 2018-02-01: job employer="Blue Lantern" title=cook from=2015-01 to=2018-01
        draft/employment-letter_1.pdf as of 2018-02-01: full_name="Budi Santoso"
        draft/employment-letter_1.pdf as of 2018-02-01: text "{one}"
        draft/employment-letter_2.pdf as of 2024-02-01: job employer="Crown House" title=chef from=2018-02 to=present
        draft/employment-letter_2.pdf as of 2024-02-01: full_name="Budi Santoso"
        draft/employment-letter_2.pdf as of 2024-02-01: text "{other}"
        """),
        Settings(rules=("work/cloned-letters",)),
    )
    assert [str(finding.severity) for finding in findings] == ([level] if level else [])


def test_three_letters_of_one_hand_are_one_finding() -> None:
    findings = run(
        case_of("\n".join(
            f'draft/employment-letter_{n}.pdf as of 202{n}-01-01: {what}'
            for n, name in ((1, "Blue Lantern"), (2, "Crown House"), (3, "Oakfield"))
            for what in (
                f'job employer="{name}" title=cook from=201{n}-01 to=201{n}-12', 'text "Tel: +62 542 555 0188"'
            )
        )),
        Settings(rules=("work/cloned-letters",)),
    )  # fmt: skip
    assert len(findings) == 1
    assert len({citation.evidence.document for citation in findings[0].evidence}) == 3


def test_sentences_are_the_same_whether_their_reading_told_them_or_not() -> None:
    letter = "draft/employment-letter.pdf as of 2020-02-01"
    (paper,) = case_of(f"""
        {letter}: job employer=Acme title=baker duties="Wishes guests success"
        {letter}: text "Acme had a baker who cleaned ovens. Wishes guests success."
    """).papers
    told = replace(paper, sayings=sayings(paper.document))
    found = [one.words for one in letters([paper])[0].sentences]
    assert found == [("cleaned", "ovens"), ("wishes", "guests", "success")]
    assert letters([told])[0].sentences == letters([paper])[0].sentences
    assert letters([replace(paper, sayings=())])[0].sentences == ()
