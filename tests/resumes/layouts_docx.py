"""Layouts of made curricula vitae in DOCX: paragraphs with tabs, tables, columns and text boxes."""

import io
from typing import Any

import docx
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from tests.resumes.layouts_pdf import Layout, Made, told
from tests.resumes.people import Person, School
from tests.resumes.words import Style, Words

_BOX = (
    '<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"><w:pict><v:shape style="width:150pt;height:200pt">'
    "<v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
)


def _saved(paper: Any) -> bytes:
    stream = io.BytesIO()
    paper.save(stream)
    return stream.getvalue()


def _bold(place: Any, text: str, size: float | None = None) -> Any:
    run = place.add_paragraph().add_run(text)
    run.bold = True
    if size is not None:
        run.font.size = Pt(size)
    return run


def _study(place: Any, study: School, style: Style) -> None:
    place.add_paragraph(
        f"{study.award}, {study.school}, {study.place} ({style.period(study.start, study.end)})"
    )


def tabs(person: Person, number: int) -> Made:
    """Headings of the style, dates behind a tab at the right edge, duties as a list."""
    words, paper = Words(person, number), docx.Document()
    style = words.style()
    paper.add_heading(person.name, 0)
    paper.add_paragraph(f"{person.city}\t{person.phone}\t{person.email}")
    paper.add_heading(words.heading("profile"), 1)
    paper.add_paragraph(person.summary)
    paper.add_heading(words.heading("work"), 1)
    for role in person.roles:
        row = paper.add_paragraph()
        row.paragraph_format.tab_stops.add_tab_stop(Cm(16), WD_TAB_ALIGNMENT.RIGHT)
        row.add_run(role.employer).bold = True
        row.add_run(f", {role.place}\t{style.period(role.start, role.end)}")
        paper.add_paragraph().add_run(role.title).italic = True
        for duty in role.duties:
            paper.add_paragraph(duty, style="List Bullet")
    paper.add_heading(words.heading("study"), 1)
    for study in person.schools:
        _study(paper, study, style)
    if person.beside:
        paper.add_heading(words.heading("beside"), 1)
        for text in person.beside:
            paper.add_paragraph(text, style="List Bullet")
    return _saved(paper), told(person.roles, style)


def table_without_head(person: Person, number: int) -> Made:
    """A table without lines: the dates in its first column, the job in its second."""
    words, paper = Words(person, number), docx.Document()
    style = words.style()
    _bold(paper, person.name, 18)
    paper.add_paragraph(f"{person.phone} – {person.email}")
    _bold(paper, words.heading("work").upper())
    table = paper.add_table(rows=0, cols=2)
    for role in person.roles:
        cells = table.add_row().cells
        cells[0].text = style.period(role.start, role.end)
        cells[1].paragraphs[0].add_run(role.title).bold = True
        cells[1].add_paragraph(f"{role.employer}, {role.place}")
        for duty in role.duties:
            cells[1].add_paragraph(duty, style="List Bullet")
    _bold(paper, words.heading("study").upper())
    table = paper.add_table(rows=0, cols=2)
    for study in person.schools:
        cells = table.add_row().cells
        cells[0].text = style.period(study.start, study.end)
        cells[1].text = f"{study.award}, {study.school}"
    return _saved(paper), told(person.roles, style)


def table_with_head(person: Person, number: int) -> Made:
    """A table with a row of titles, one row a job."""
    words, paper = Words(person, number), docx.Document()
    style = words.style()
    paper.add_heading("CURRICULUM VITAE", 0)
    _bold(paper, person.name)
    paper.add_paragraph(person.email)
    paper.add_heading(words.heading("work"), 2)
    head = (
        ("Dates", "Entreprise", "Fonction", "Ville")
        if person.french
        else ("Inclusive Dates", "Company", "Position Title", "Address")
    )
    table = paper.add_table(rows=1, cols=4, style="Table Grid")
    for cell, text in zip(table.rows[0].cells, head, strict=True):
        cell.paragraphs[0].add_run(text).bold = True
    for role in person.roles:
        texts = (style.period(role.start, role.end), role.employer, role.title, role.place)
        for cell, text in zip(table.add_row().cells, texts, strict=True):
            cell.text = text
    paper.add_heading(words.heading("study"), 2)
    for study in person.schools:
        _study(paper, study, style)
    return _saved(paper), told(person.roles, style)


def layout_table(person: Person, number: int) -> Made:
    """One table of one row: a narrow cell with contact and skills, a wide one with the career."""
    words, paper = Words(person, number), docx.Document()
    style = words.style()
    left, right = paper.add_table(rows=1, cols=2).rows[0].cells
    left.text = person.name
    for name, texts in (
        ("contact", (person.phone, person.email)),
        ("skills", person.skills),
        ("languages", person.languages),
    ):
        _bold(left, words.heading(name))
        for text in texts:
            left.add_paragraph(text)
    right.text = person.headline
    _bold(right, words.heading("work"))
    for role in person.roles:
        _bold(right, role.title)
        right.add_paragraph(f"{role.employer} | {role.place}")
        right.add_paragraph(style.period(role.start, role.end))
        for duty in role.duties:
            right.add_paragraph(f"• {duty}")
    _bold(right, words.heading("study"))
    for study in person.schools:
        _study(right, study, style)
    return _saved(paper), told(person.roles, style)


def text_box(person: Person, number: int) -> Made:
    """Contact and skills in a text box, the career in the body, in two columns."""
    words, paper = Words(person, number), docx.Document()
    style = words.style()
    texts = (words.heading("contact"), person.phone, person.email, words.heading("skills"), *person.skills)
    inside = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in texts)
    _bold(paper, person.name, 20)
    paper.add_paragraph()._p.append(parse_xml(_BOX.format(inside)))
    columns = OxmlElement("w:cols")
    columns.set(qn("w:num"), "2")
    paper.sections[0]._sectPr.append(columns)
    _bold(paper, words.heading("work"), 14)
    for role in person.roles:
        _bold(paper, f"{role.title} – {role.employer}")
        paper.add_paragraph(f"{role.place} | {style.period(role.start, role.end)}")
        for duty in role.duties:
            paper.add_paragraph(duty, style="List Bullet")
    _bold(paper, words.heading("study"), 14)
    for study in person.schools:
        _study(paper, study, style)
    return _saved(paper), told(person.roles, style)


def numbered_paragraphs(person: Person, number: int) -> Made:
    """Plain paragraphs with numbers: the job in one, its dates and employer in the next."""
    words, paper = Words(person, number), docx.Document()
    style = words.style()
    paper.add_paragraph(person.name.upper())
    paper.add_paragraph(f"Tel: {person.phone}   E-mail: {person.email}")
    paper.add_paragraph(words.heading("work").upper())
    for count, role in enumerate(person.roles, 1):
        paper.add_paragraph(f"{count}. {role.title}")
        paper.add_paragraph(f"{role.employer}, {role.place}")
        paper.add_paragraph(style.period(role.start, role.end))
        for duty in role.duties:
            paper.add_paragraph(f"- {duty}")
    paper.add_paragraph(words.heading("study").upper())
    for study in person.schools:
        _study(paper, study, style)
    return _saved(paper), told(person.roles, style)


DOCX_LAYOUTS: dict[str, Layout] = {
    layout.__name__: layout
    for layout in (tabs, table_without_head, table_with_head, layout_table, text_box, numbered_paragraphs)
}
