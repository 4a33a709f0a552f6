"""The words of the papers: complete in both languages, caught where they are empty places, and taking no side."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from consistency.comparator.engine import all_rules
from consistency.comparator.openly import OPENLY
from consistency.comparator.reapplication.grounds import grounds, named_in, title_of
from consistency.comparator.rules.reapplication.placeholder import GAP, NOT_A_GAP, WANTED
from consistency.extractors.extract import paper_kinds
from consistency.extractors.quoted_tables import HEADS
from consistency.letter.places import place_words
from consistency.letter.quoting import columns
from consistency.letter.tables import WIDTHS
from consistency.letter.texts import Language, Texts, texts
from consistency.model import Severity
from consistency.normalizer.dates import PartialDate, Period
from consistency.normalizer.text import fold
from consistency.views.quoting import Thing
from consistency.views.timeline import TOLD

LANGUAGES: tuple[Language, ...] = ("en", "fr")

LEGAL = re.compile(
    r"\b(?:irpa|irpr|s\.\s?\d|inadmissib|misrepresent|credib|evidence|pursuant|allegation|article \d|alin[ée]a"
    r"|interdiction|fausse d[ée]claration)",
    re.IGNORECASE,
)


@pytest.fixture(params=LANGUAGES)
def words(request: pytest.FixtureRequest) -> Texts:
    return texts(request.param)


def keys(table: Any, path: str = "") -> Iterator[str]:
    if not isinstance(table, dict):
        yield path
        return
    for name, value in table.items():
        yield from keys(value, f"{path}/{name}")


def test_both_languages_say_the_same_things() -> None:
    english, french = (set(keys(texts(language).table)) for language in LANGUAGES)
    assert english == french


def test_every_ground_has_its_title_in_both_languages(words: Texts) -> None:
    assert all(title_of(slug, words.language) for slug in grounds())
    assert title_of("unheard", words.language) is None and title_of("finances", "xx") is None


def test_every_rule_kind_and_event_has_words(words: Texts) -> None:
    assert {rule.split("/")[0] for rule in all_rules()} <= set(words.table["families"])
    assert set(words.table["rules"]) <= set(all_rules())
    assert {*paper_kinds(), "unknown"} == set(words.table["kinds"])
    assert {record.type for record in TOLD} | {"application", "refused"} == set(words.table["events"])
    assert {str(level) for level in Severity} == set(words.table["severities"])


def test_a_new_rule_has_the_words_of_its_family_and_a_new_family_those_of_any(words: Texts) -> None:
    about = Thing(("Acme",))
    assert words.heading("work/unheard", about) == f"{words.table['families']['work'][0]} – Acme"
    assert words.question("unheard/of") == words.table["families"]["any"][1]


def test_each_empty_place_is_caught_where_it_is_left(words: Texts) -> None:
    for gap in words.table["gaps"].values():
        found = GAP.fullmatch(gap)
        assert found and WANTED.search(fold(gap)) and not NOT_A_GAP.search(fold(gap)), gap


def test_each_reason_is_named_so_that_it_is_known_again(words: Texts) -> None:
    for slug in grounds():
        assert slug in named_in(words.reason(slug)), slug


def test_no_words_of_the_letter_say_that_something_was_wrong(words: Texts) -> None:
    said = [*words.table["letter"].values(), *words.table["labels"].values(), *words.table["gaps"].values()]
    said += [heading for heading, _ in (*words.table["rules"].values(), *words.table["families"].values())]
    assert [text for text in said if OPENLY.search(fold(text))] == []


def test_questions_are_short_and_plain(words: Texts) -> None:
    for rule in all_rules():
        question = words.question(rule)
        assert question.rstrip()[-1] in "?." and "?" in question, rule
        assert not LEGAL.search(question), rule
        assert all(len(part.split()) <= 22 for part in re.split(r"[.?]", question)), rule


def test_tables_of_quotes_are_known_as_such(words: Texts) -> None:
    heads = [[column.heading for column in columns(words, numbered=numbered)] for numbered in (True, False)]
    heads += [
        [words.table[group].get(name) or words.table["labels"][name] for name in widths]
        for group, widths in WIDTHS.items()
    ]
    assert {fold("  ".join(head)) for head in heads} <= HEADS


@pytest.mark.parametrize(
    ("language", "day", "written"),
    [
        ("en", "2024-06-03", "June 3, 2024"),
        ("fr", "2024-06-03", "3 juin 2024"),
        ("fr", "2024-08-01", "1er août 2024"),
        ("en", "2024-06", "June 2024"),
        ("fr", "2024", "2024"),
    ],
)
def test_dates_stand_in_the_order_of_the_language(language: Language, day: str, written: str) -> None:
    assert texts(language).date(PartialDate.of(day)) == written


def test_an_ambiguous_date_keeps_both_readings() -> None:
    day = PartialDate(2021, 3, 4, PartialDate(2021, 4, 3))
    assert texts("en").date(day) == "March 4, 2021 or April 3, 2021"


@pytest.mark.parametrize(
    ("period", "written"),
    [
        (Period(PartialDate(2019, 4), None, open=True), "April 2019 to present"),
        (Period(PartialDate(2019, 4), None), "since April 2019"),
        (Period(None, PartialDate(2019)), "until 2019"),
        (Period(None, None, open=True), "present"),
        (Period(PartialDate(2019), PartialDate(2019)), "2019"),
        (None, "no date"),
    ],
)
def test_periods(period: Period | None, written: str) -> None:
    assert texts("en").period(period) == written


@pytest.mark.parametrize(
    ("place", "field", "page", "box"),
    [
        (
            None,
            "form1/Page3/PageWrapper/Occupation/OccupationRow1/FromYear",
            3,
            "case Occupation Row 1 › From Year",
        ),
        (None, "IMM_5707/page1/SectionB/Child[0]/PaddedEntry/Given", 1, "case Section B › Child 1 › Given"),
        (
            "page 3: Employment > Job title, row 2",
            "form1/Page3/Title",
            3,
            "case Employment › Job title, row 2",
        ),
        ("Family name", "a/b", None, "case Family name"),
        ("table 2, row 3, cell 1", None, None, "tableau 2, ligne 3, cellule 1"),
        (None, None, None, ""),
        (None, f"form1/page{'9' * 5_000}/Given", None, "case Given"),
        (None, f"form1/Child[{'9' * 5_000}]", None, "case Child"),
    ],
)
def test_places_in_words(place: str | None, field: str | None, page: int | None, box: str) -> None:
    assert place_words(place, field, "fr", texts("fr").table["labels"]["box"]) == (page, box)
