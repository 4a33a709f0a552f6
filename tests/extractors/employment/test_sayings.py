"""What letters and offers tell in their own words: sentences, items of lists, and what any such paper says."""

import pytest
from msgspec.structs import replace

from consistency.extractors.employment.sayings import sayings
from consistency.extractors.extract import extract
from consistency.extractors.pages.as_seen import as_seen
from consistency.model import AsOf, Box, Evidence, Lie, Page, Paper, Saying
from tests.extractors.papers.made import docx, pdf


def own(text: str) -> list[tuple[str, ...]]:
    return [one.words for one in sayings(docx(text)) if not one.common]


def test_a_sentence_is_told_by_its_words_without_small_ones_dates_and_numbers() -> None:
    assert own("He opened the second oven on 3 May 2018 with 12 guests.") == [
        ("opened", "second", "oven", "guests")
    ]


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("His duties were: baking bread, cleaning ovens and counting stock.", 3),
        ("Ses tâches : cuire le pain ; nettoyer les fours", 2),
        ("• baking bread, cleaning ovens and counting stock", 1),
        ("He baked bread. He cleaned ovens.", 2),
        ("He baked bread; he cleaned ovens", 2),
        ("3 May 2018", 0),
    ],
)
def test_a_list_is_told_item_by_item(text: str, items: int) -> None:
    assert len(own(text)) == items


@pytest.mark.parametrize(
    "text",
    [
        "This is to certify that she has been employed with us.",
        "We found her sincere, honest and hardworking.",
        "Phone: +63 202 555 0119",
        "12 Market Street, Manila, Philippines",
        "Oven | second",
    ],
)
def test_what_any_letter_says_is_told_as_such(text: str) -> None:
    found = sayings(docx(text))
    assert found
    assert all(one.common for one in found)


def test_a_sentence_over_several_lines_is_the_authors_own() -> None:
    document = pdf("""
        He read the drawings of vessels and tanks, cut sheets, welded seams with TIG and MIG. He
        taught the young welders how to bend plates and how to check every bead by eye and dye.
    """)
    assert [one.common for one in sayings(document)] == [False, False]


def test_a_duty_is_never_what_any_letter_says() -> None:
    assert own("• Wishes guests success") == [("wishes", "guests", "success")]


def test_a_sentence_is_cited_over_the_lines_on_which_it_stands() -> None:
    document = pdf("""
        Dear colleagues of the house on the hill above the harbour and of all its kitchens,
        the baker opened the second oven in spring and so many guests came from the harbour that
        tables stood outside.
    """)
    found = next(one for one in sayings(document) if "oven" in one.words)
    first, *_, last = document.lines
    assert found.evidence.page == 1
    assert found.evidence.box is not None and first.box is not None and last.box is not None
    assert first.box.y0 <= found.evidence.box.y0 < found.evidence.box.y1 <= last.box.y1
    assert found.text == found.evidence.quote


LETTER = """
    To whom it may concern
    This is to certify that Ms. Noor Sample has been employed with Acme Bakery Ltd. as Baker from 2018 to 2021.
    Her duties were: baking bread, cleaning ovens.
"""
OFFER = """
    Offer of employment
    Acme Foods Ltd. is pleased to offer you, Ms. Noor Sample, the position of Baker at 24.00 CAD an hour.
    Employer: Acme Foods Ltd.
    You will knead the dough before sunrise.
"""
CONTRACT = """
    EMPLOYMENT AGREEMENT
    This agreement is made on 3 February 2026 between Acme Foods Ltd. ("the Employer") and Noor Sample ("the Employee").
    1. Position: the Employer employs the Employee as Baker.
    2. Wage: 24.00 CAD per hour, 40 hours per week.
    3. Termination: with two weeks' notice.
    The baker kneads the dough before sunrise.
"""
LMIA = """
    Labour Market Impact Assessment
    Employment and Social Development Canada
    System file number: 8123456
    Employer: Acme Foods Ltd.
    Job title: Baker
    Wage: 24.00 CAD per hour
    We have made a positive decision.
"""


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("employment-letter", LETTER),
        ("offer-of-employment", OFFER),
        ("employment-contract", CONTRACT),
        ("lmia", LMIA),
    ],
)
def test_the_reading_of_letters_and_offers_tells_them(kind: str, text: str) -> None:
    document = docx(text)
    paper = extract(document)
    assert paper.kind == kind
    assert paper.sayings
    assert paper.sayings == sayings(document)


def test_they_stand_where_a_viewer_shows_them() -> None:
    page = Page(1, 500.0, 700.0, (), Lie(90))
    document = replace(pdf("He baked bread."), pages=(page,))
    place = Evidence(document.path, "He baked bread.", 1, box=Box(10, 20, 110, 40))
    paper = Paper(document, "employment-letter", AsOf(None, "unknown"), sayings=(Saying(place, ("baked",)),))
    found = as_seen(paper).sayings
    assert found is not None and place.box is not None
    assert found[0].evidence.box == page.lie.back(place.box, page.width, page.height) != place.box
