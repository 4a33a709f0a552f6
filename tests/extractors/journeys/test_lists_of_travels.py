"""Lists of journeys in further ways: a cell over two columns, years apart from the days, a name below the title."""

import pytest

from consistency.extractors.papers import travel_history
from consistency.model import Document, Line, Segment
from tests.extractors.papers.made import docx, facts, rows


def told(document: Document) -> list[tuple[object, ...]]:
    found = rows(travel_history.read(document), "trip")
    return [(row.get("country"), row.get("from"), row.get("to")) for row in found]


OVER_TWO = (
    ("Destination", "Period of stay", "Reason"),
    (None, "from", "to"),
    ("Muscat (Oman)", "12.06.2018", "19.06.2018", "holiday"),
    ("Lima (Peru)", "27.12.2021", "03.01.2022", "friends"),
)


def test_a_cell_over_two_columns() -> None:
    lines = [Line((Segment("Travel record of Ida Sample", None, "row 1, cell 1"),))]
    for row, cells in enumerate(OVER_TWO, 2):
        parts = (Segment(cell, None, f"row {row}, cell {n}") for n, cell in enumerate(cells, 1) if cell)
        lines.append(Line(tuple(parts)))
    paper = Document("paper.docx", "0" * 64, "docx", "docx", "full", lines=tuple(lines))
    assert told(paper) == [("OM", "2018-06-12", "2018-06-19"), ("PE", "2021-12-27", "2022-01-03")]


def test_a_column_with_the_turn_of_a_year() -> None:
    paper = docx("""
    TRAVEL HISTORY
    Year | Country | From | To
    2018 | Oman | 12 June | 19 June
    2021–2022 | Peru | 27 December | 3 January
    2023/24 | Kenya | 30 December | 5 January
    """)
    assert told(paper) == [
        ("OM", "2018-06-12", "2018-06-19"),
        ("PE", "2021-12-27", "2022-01-03"),
        ("KE", "2023-12-30", "2024-01-05"),
    ]


def test_a_year_before_each_line() -> None:
    paper = docx("""
    TRAVEL HISTORY
    2016–2017: none
    2018: Oman, Muscat (12 June – 19 June), holiday
    2021/22: Peru, Lima (27 Dec 2021 – 3 Jan 2022), friends
    2024: Kenya
    """)
    assert told(paper) == [
        ("OM", "2018-06-12", "2018-06-19"),
        ("PE", "2021-12-27", "2022-01-03"),
        ("KE", "2024", "2024"),
    ]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Ida Sample", "Ida Sample"),
        ("Ida Sample – 4 May 2026", "Ida Sample"),
        ("Ida Sample • passport AB118822", "Ida Sample"),
        ("Ida Sample, 4 May 2026", "Ida Sample"),
        ("United Arab Emirates – 4 May 2018", None),
        ("Ten years", None),
    ],
)
def test_a_name_below_the_title(line: str, name: str | None) -> None:
    paper = docx(f"Travel history\n{line}\nCountry | From | To\nOman | 12 June 2018 | 19 June 2018")
    assert facts(travel_history.read(paper)).get("full_name") == name
