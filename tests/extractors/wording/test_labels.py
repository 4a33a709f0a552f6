"""The labels of the papers: each kind has a table, and each table a kind."""

from pathlib import Path

import pytest

from consistency import extractors
from consistency.extractors import papers
from consistency.extractors.extract import paper_kinds
from consistency.extractors.wording.labels import Labelled, vocabulary
from tests.extractors.papers.made import docx

TABLES = Path(papers.__path__[0], "labels")


def test_every_table_is_of_a_kind_that_asks_for_it_and_is_asked_for_by_its_name() -> None:
    asked = {
        line.partition('vocabulary("')[2].partition('"')[0]
        for file in Path(extractors.__path__[0]).rglob("*.py")
        for line in file.read_text(encoding="utf-8").splitlines()
        if '= vocabulary("' in line
    }
    assert asked == {file.stem for file in TABLES.iterdir()}
    assert asked <= {*(kind.replace("-", "_") for kind in paper_kinds()), "offer"}


def test_every_label_is_found_by_itself_and_names_its_attribute() -> None:
    for table in TABLES.iterdir():
        labels = vocabulary(table.stem)
        assert labels.names
        for phrase, name in labels.names.items():
            found = labels.match(phrase, 0)
            assert found is not None and found[0] == phrase
            assert labels.name_of(found[0]) == name


@pytest.mark.parametrize(
    "greeting",
    [
        "Dear Ms. Ngono,",
        "Chers membres,",
        "Madame, Monsieur,",
        "Sirs",
        "Estimado Juan",
    ],
)
def test_a_greeting_is_the_value_of_no_label(greeting: str) -> None:
    for kind in ("offer", "education_certificate", "payslip"):
        for text in (
            f"Title\n{greeting}",
            f"Employer | {greeting}",
            f"Program\n{greeting}",
            f"Company: {greeting}",
        ):
            found = Labelled(docx(text), vocabulary(kind)).values()
            assert not found, (kind, text)


def test_a_person_called_with_a_title_or_by_a_greeting_is_a_value() -> None:
    for name in ("Madame Fatou Ndiaye", "Dear", "Cherif Ben Ali", "Sirsa Devi"):
        found = Labelled(docx(f"Employee | {name}"), vocabulary("offer")).values()
        assert [value.text for value in found["employee"]] == [name]


def test_the_heads_of_columns_are_no_labels_with_values_to_their_right() -> None:
    table = docx("Course | Descriptive title | Units\nHRS 101 | Food Preparation | 3")
    found = Labelled(table, vocabulary("education_certificate")).values()
    assert "Descriptive title" not in [value.text for values in found.values() for value in values]


def test_labels_beside_each_other_keep_their_values() -> None:
    rows = docx("Name | Sule Example | Designation | Welder\nDate of joining | 12/07/2018 | PAN | ABCDE1234F")
    found = Labelled(rows, vocabulary("payslip")).values()
    assert (found["full_name"][0].text, found["title"][0].text) == ("Sule Example", "Welder")


def test_the_next_of_numbered_labels_is_no_value() -> None:
    sheet = "2. Job title\n3. Venue | 40 Mill Road, Brandon\n4. Supervisor | Ida Sample"
    assert "title" not in Labelled(docx(sheet), vocabulary("offer")).first()
    told = Labelled(docx(sheet.replace("Job title", "Job title | Baker")), vocabulary("offer")).first()
    assert told["title"].text == "Baker"


def test_a_label_of_whose_number_a_picture_left_the_stop_is_one() -> None:
    told = Labelled(docx(". Job title | Baker\n. Salary | $20.00 per hour"), vocabulary("offer")).first()
    assert told["title"].text == "Baker"
