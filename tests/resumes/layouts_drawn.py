"""More layouts drawn as PDF: list signs that are pictures, heads in three columns, and narrow margins."""

from tests.resumes.layouts_pdf import Layout, Made, told
from tests.resumes.people import Person, Role
from tests.resumes.sheet import Sheet
from tests.resumes.words import Style, Words


def _top(sheet: Sheet, person: Person) -> None:
    sheet.line(person.name, bold=True, size=20)
    sheet.line(f"{person.email}   {person.phone}", size=9)


def _studies(sheet: Sheet, person: Person, words: Words, style: Style) -> None:
    sheet.heading(words.heading("study"))
    for study in person.schools:
        sheet.pair(study.school, style.period(study.start, study.end), bold=True)
        sheet.line(study.award)


def _dots(sheet: Sheet, texts: tuple[str, ...]) -> None:
    """Draw a list as a browser does: its dots are pictures, not letters."""
    for text in texts:
        sheet.pen.circle(sheet.x0 + 18, sheet.paper[1] - sheet.y - 6, 1.4, fill=1)
        sheet.line(text, indent=28)


def dots_drawn(person: Person, number: int) -> Made:
    """The employer over its title and dates; one duty of each job tells of years."""
    words, sheet = Words(person, number), Sheet()
    style = words.style()
    _top(sheet, person)
    sheet.heading(words.heading("work"))
    for role in person.roles:
        sheet.line(role.employer, bold=True, size=11.5)
        sheet.pair(role.title, style.period(role.start, role.end))
        extra = (
            "Nouvelle ligne de production 2019-2021" if person.french else "New production line 2019-2021",
            "Suivi des stocks de 2018 à 2020" if person.french else "Kept the stock lists from 2018 to 2020",
        )
        _dots(sheet, (*role.duties, *extra))
        sheet.down(5)
    _studies(sheet, person, words, style)
    return sheet.done(), told(person.roles, style)


def three_columns(person: Person, number: int) -> Made:
    """The employer in large letters; below it the title, the dates and the duties side by side."""
    words, sheet = Words(person, number), Sheet(size=9)
    style = words.style()
    _top(sheet, person)
    sheet.heading(words.heading("work"))
    for role in person.roles:
        sheet.line(role.employer, bold=True, size=11.5)
        sheet.put(210, style.period(role.start, role.end))
        if role.duties:
            sheet.put(380, role.duties[0][:34])
        sheet.x1 = 200
        sheet.line(role.title)
        sheet.x1 = 540
        sheet.down(8)
    _studies(sheet, person, words, style)
    return sheet.done(), told(person.roles, style)


def narrow_margin(person: Person, number: int) -> Made:
    """Dates by month broken over lines in a narrow margin; a word that parts the jobs stands over them."""
    words, sheet = Words(person, number), Sheet(x0=130, size=9)
    style = words.style()
    _top(sheet, person)
    sheet.heading(words.heading("work"))
    sheet.line("Divers" if person.french else "Vocational", size=10.5)
    for role in person.roles:
        top = sheet.y
        for part in f"{style.date(role.start)} – {style.date(role.end)}".split():
            sheet.put(120, part, right=True)
            sheet.y += 11
        lowest, sheet.y = sheet.y, top
        sheet.line(f"{role.title}, {role.employer}, {role.place}.")
        sheet.bullets(role.duties)
        sheet.y = max(lowest, sheet.y) + 8
    _studies(sheet, person, words, style)
    return sheet.done(), told(person.roles, style)


def headings_in_the_margin(person: Person, number: int) -> Made:
    """Each heading stands at the left of the first row of its part."""
    words, sheet = Words(person, number), Sheet()
    style = words.style()
    _top(sheet, person)
    sheet.down(20)
    sheet.x0 = 215
    sheet.put(56, words.heading("work"), bold=True, size=9)
    for role in person.roles:
        sheet.pair(f"{role.employer}, {role.title}", style.period(role.start, role.end))
        sheet.bullets(role.duties)
        sheet.down(4)
    sheet.down(10)
    sheet.put(56, words.heading("study"), bold=True, size=9)
    for study in person.schools:
        sheet.line(f"{study.school}, {study.award} ({style.period(study.start, study.end)})")
    sheet.down(10)
    sheet.put(56, words.heading("skills"), bold=True, size=9)
    sheet.line(", ".join(person.skills))
    return sheet.done(), told(person.roles, style)


def places_beside_titles(person: Person, number: int) -> Made:
    """Title and place, then employer and dates; without a place the dates move up. One title has a dash."""
    words, sheet = Words(person, number), Sheet(american=True)
    style = words.style()
    first, *others = person.roles
    dashed = Role(f"{first.title} - {'Nuit' if person.french else 'Nights'}", *first[1:])
    roles = (*others[:1], dashed, *others[1:])
    _top(sheet, person)
    sheet.heading(words.heading("work"))
    for count, role in enumerate(roles):
        if count == len(roles) - 1:
            sheet.pair(role.title, style.period(role.start, role.end), bold=True)
            sheet.line(role.employer)
        else:
            sheet.pair(role.title, role.place, bold=True)
            sheet.pair(role.employer, style.period(role.start, role.end))
        sheet.bullets(role.duties)
        sheet.down(4)
    _studies(sheet, person, words, style)
    return sheet.done(), told(roles, style)


DRAWN_LAYOUTS: dict[str, Layout] = {
    layout.__name__: layout
    for layout in (
        dots_drawn, three_columns, narrow_margin, headings_in_the_margin, places_beside_titles,
    )
}  # fmt: skip
