"""Blocks, columns, margins, headings and paragraphs, on pages put together word by word."""

from collections.abc import Sequence

import pytest

from consistency.extractors.pages.bullets import is_bullet
from consistency.extractors.pages.headings import section_of
from consistency.extractors.pages.layout import Block, blocks, paragraphs
from consistency.model import Box, Document, Line, Segment, Word

Cell = tuple[float, str]


def words(x: float, y: float, text: str, size: float = 10.0) -> tuple[Word, ...]:
    out = []
    for word in text.split():
        out.append(Word(word, Box(x, y, x + 5.0 * len(word), y + size)))
        x += 5.0 * len(word) + 3.0
    return tuple(out)


def row(y: float, *cells: Cell, page: int = 1, size: float = 10.0, bold: bool = False) -> Line:
    segments = []
    for x, text in cells:
        placed = words(x, y, text, size)
        box = placed[0].box.union(placed[-1].box)
        segments.append(Segment(text, box, None, placed))
    return Line(tuple(segments), page, "body", bold, size)


def paper(lines: Sequence[Line]) -> Document:
    return Document("paper.pdf", "0" * 64, "pdf", "text", "full", (), tuple(lines))


def docx(lines: Sequence[Line]) -> Document:
    return Document("paper.docx", "0" * 64, "docx", "docx", "full", (), tuple(lines))


def told(found: Sequence[Block]) -> list[tuple[str | None, list[str]]]:
    return [(block.section, [line.text for line in block.lines]) for block in found]


@pytest.mark.parametrize(
    ("text", "section"),
    [
        ("WORK EXPERIENCE", "experience"),
        ("Employment History:", "experience"),
        ("Parcours professionnel", "experience"),
        ("EXPÉRIENCE PROFESSIONNELLE", "experience"),
        ("E X P E R I E N C E", "experience"),
        ("2. Professional Experience", "experience"),
        ("Emplois occupés", "experience"),
        ("Volunteer Experience", "volunteering"),
        ("Bénévolat", "volunteering"),
        ("Military Service", "military"),
        ("Education & Training", "education"),
        ("Academic Qualifications", "education"),
        ("Formation", "education"),
        ("Études et diplômes", "education"),
        ("Certificates", "certificates"),
        ("COMPÉTENCES", "skills"),
        ("Langues", "languages"),
        ("References", "references"),
        ("Références", "references"),
        ("Projects", "projects"),
        ("Customer experience", None),
        ("Cook with 9 years of experience.", None),
        ("Bookkeeper", None),
        ("Garden Court Hotel", None),
        ("", None),
    ],
)
def test_known_headings(text: str, section: str | None) -> None:
    assert section_of(text) == section


def test_a_sidebar_is_read_before_the_main_column() -> None:
    page = [
        row(50, (60, "Ana Silva"), (220, "Profile")),
        row(66, (60, "ana@example.com"), (220, "A cook of the old school")),
        row(90, (60, "Skills"), (220, "Experience")),
        row(106, (60, "Teamwork"), (220, "Line Cook")),
        row(122, (220, "Blue Lantern, Houston (2016 - 2019)")),
        row(138, (60, "Updated: 2025-01-02")),
    ]
    assert told(blocks(paper(page))) == [
        (None, ["Ana Silva", "ana@example.com"]),
        ("skills", ["Teamwork", "Updated: 2025-01-02"]),
        ("profile", ["A cook of the old school"]),
        ("experience", ["Line Cook", "Blue Lantern, Houston (2016 - 2019)"]),
    ]


def test_a_line_that_the_reader_ran_together_is_cut_at_the_valley() -> None:
    page = [
        row(50, (60, "Contact"), (200, "Experience")),
        Line(
            (
                Segment(
                    "ana@example.com Cook",
                    Box(60, 66, 220, 76),
                    None,
                    (*words(60, 66, "ana@example.com"), *words(200, 66, "Cook")),
                ),
            ),
            1,
            size=10.0,
        ),
        row(82, (60, "+55 555 0176 983"), (200, "2016 - 2019")),
        row(98, (60, "Skills"), (200, "Education")),
        row(114, (60, "Excel"), (200, "College of Art")),
    ]
    found = dict(told(blocks(paper(page))))
    assert found["experience"] == ["Cook", "2016 - 2019"]
    assert found["contact"] == ["ana@example.com", "+55 555 0176 983"]


def test_a_header_over_columns_and_a_footer_under_them_stand_alone() -> None:
    page = [
        row(40, (60, "Ana Silva of the very long street that fills the whole width of the page")),
        row(60, (60, "Skills"), (220, "Experience")),
        row(76, (60, "Excel"), (220, "Cook")),
        row(92, (60, "Languages"), (220, "2016 - 2019")),
        row(108, (60, "English"), (220, "Hotel Sol")),
        row(140, (60, "I declare that all that stands on this page is true to my knowledge")),
    ]
    found = blocks(paper(page))
    assert found[0].lines[0].text.startswith("Ana Silva")
    assert found[-1].lines[-1].text.startswith("I declare")


def test_dates_in_the_margin_come_before_the_text_beside_them() -> None:
    page = [
        row(40, (150, "Experience"), size=14),
        row(60, (60, "2017 –"), (150, "Manager, Hotel Sol")),
        row(72, (60, "Present"), (150, "Leads the team")),
        row(90, (60, "2012 – 2017"), (150, "Cook, Casa Luna")),
        row(102, (150, "Cooks the lunch of the house")),
    ]
    (block,) = blocks(paper(page))
    assert block.section == "experience"
    assert [line.text for line in block.lines] == [
        "2017 – Present",
        "Manager, Hotel Sol",
        "Leads the team",
        "2012 – 2017",
        "Cook, Casa Luna",
        "Cooks the lunch of the house",
    ]


def test_headings_in_the_margin_open_their_parts() -> None:
    page = [
        row(40, (60, "Experience"), (150, "Cook, Hotel Sol")),
        row(56, (150, "2012 – 2017")),
        row(80, (60, "Education"), (150, "College of Art")),
        row(96, (150, "2008 – 2012")),
    ]
    assert told(blocks(paper(page))) == [
        ("experience", ["Cook, Hotel Sol", "2012 – 2017"]),
        ("education", ["College of Art", "2008 – 2012"]),
    ]


def test_dates_at_the_right_stay_on_their_lines() -> None:
    page = [
        row(40, (60, "Experience")),
        row(60, (60, "Cook, Hotel Sol"), (400, "2012 – 2017")),
        row(76, (60, "Waiter, Casa Luna"), (400, "2010 – 2012")),
    ]
    (block,) = blocks(paper(page))
    assert [len(line.segments) for line in block.lines] == [2, 2]


def test_a_table_stays_in_rows() -> None:
    page = [
        row(40, (60, "Period"), (150, "Position"), (260, "Employer"), (380, "Place")),
        row(60, (60, "2012 – 2017"), (150, "Cook"), (260, "Hotel Sol"), (380, "Lima")),
        row(72, (260, "Limited")),
        row(90, (60, "2010 – 2012"), (150, "Waiter"), (260, "Casa Luna"), (380, "Quito")),
    ]
    (block,) = blocks(paper(page))
    assert len(block.lines) == 4
    assert len(block.lines[1].segments) == 4


def test_a_column_goes_on_on_the_next_page() -> None:
    first = [
        row(50, (60, "Experience"), (400, "Skills")),
        row(66, (60, "Cook, Hotel Sol"), (400, "Excel")),
        row(82, (60, "2012 – 2017"), (400, "Languages")),
        row(98, (60, "Cooks and cleans"), (400, "English")),
    ]
    second = [row(50, (60, "Waiter, Casa Luna"), page=2), row(66, (60, "2010 – 2012"), page=2)]
    found = blocks(paper([*first, *second]))
    assert (found[-1].page, found[-1].section, found[-1].heading) == (2, "experience", None)


def test_a_heading_with_words_of_its_own_is_known_by_its_look() -> None:
    page = [
        row(40, (60, "Experience"), size=14),
        row(60, (60, "Cook, Hotel Sol (2012 – 2017)")),
        row(80, (60, "Education"), size=14),
        row(96, (60, "College of Art (2008 – 2012)")),
        row(120, (60, "Things made"), size=14),
        row(136, (60, "A table of oak")),
        row(152, (60, "A chair of oak")),
    ]
    assert [block.section for block in blocks(paper(page))] == ["experience", "education", "other"]


def test_an_employer_over_its_dates_is_no_heading() -> None:
    page = [
        row(40, (60, "Experience"), size=14),
        row(60, (60, "Hotel Sol"), size=14),
        row(80, (60, "Cook")),
        row(96, (60, "2012 – 2017")),
        row(112, (60, "Casa Luna"), size=14),
        row(128, (60, "Waiter")),
        row(144, (60, "2010 – 2012")),
    ]
    assert [block.section for block in blocks(paper(page))] == ["experience"]


def test_a_docx_table_for_layout_is_read_by_column() -> None:
    cell = "table 1, row 1, cell {}, paragraph {}"
    lines = [
        Line(
            (
                Segment("Ana Silva\nana@example.com\nLima", None, "table 1, row 1, cell 1"),
                Segment("Profile", None, "table 1, row 1, cell 2"),
            )
        ),
        Line((Segment("Experience", None, cell.format(2, 2)),)),
        Line((Segment("Cook\t2012 – 2017", None, cell.format(2, 3)),)),
    ]
    assert told(blocks(docx(lines))) == [
        (None, ["Ana Silva", "ana@example.com", "Lima"]),
        ("profile", []),
        ("experience", ["Cook  2012 – 2017"]),
    ]


def test_a_docx_table_of_values_is_read_by_row() -> None:
    lines = [
        Line(
            (
                Segment("Name", None, "table 1, row 1, cell 1"),
                Segment("Ana Silva", None, "table 1, row 1, cell 2"),
            )
        ),
        Line(
            (
                Segment("E-mail", None, "table 1, row 2, cell 1"),
                Segment("a@b.example", None, "table 1, row 2, cell 2"),
            )
        ),
    ]
    assert [line.text for block in blocks(docx(lines)) for line in block.lines] == [
        "Name  Ana Silva",
        "E-mail  a@b.example",
    ]


def test_wrapped_lines_are_one_paragraph_that_knows_its_lines() -> None:
    page = [
        row(40, (60, "This is to certify that Mr Juan Pérez has been employed with us as a Line")),
        row(52, (60, "Cook since 2019 and that he works at our house in the middle of the great")),
        row(64, (60, "city of Lima.")),
        row(90, (60, "His duties are:")),
        row(102, (60, "• to cook")),
        row(114, (60, "• to clean")),
    ]
    (block,) = blocks(paper(page))
    found = paragraphs(block)
    assert [part.bullet for part in found] == [False, False, True, True]
    assert found[0].text.endswith("the great city of Lima.")
    place = found[0].place("Line Cook")
    assert place.box == Box(60, 40, place.box.x1 if place.box else 0, 62)
    assert found[2].text == "to cook"


def test_a_broken_word_is_whole_again() -> None:
    page = [
        row(40, (60, "The company has confirmed the full and continuous employ-")),
        row(52, (60, "ment of the bearer of this letter, and says so here again and")),
        row(64, (60, "again.")),
    ]
    (block,) = blocks(paper(page))
    assert "continuous employment of" in paragraphs(block)[0].text


@pytest.mark.parametrize(
    ("text", "bullet"),
    [
        ("• cook", True),
        ("- cook", True),
        ("\uf0b7 cook", True),
        ("- avril 2024)", False),
        ("– Present", False),
        ("cook", False),
    ],
)
def test_signs_of_a_list(text: str, bullet: bool) -> None:
    assert is_bullet(Line((Segment(text),))) is bullet


def test_a_paper_without_lines_has_no_blocks() -> None:
    assert blocks(paper([])) == ()
