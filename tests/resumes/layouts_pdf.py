"""Layouts of made curricula vitae, drawn as PDF: each gives the file and the jobs that it tells."""

from collections.abc import Callable, Sequence

from tests.resumes.people import Person, Role
from tests.resumes.sheet import Sheet
from tests.resumes.words import Style, Words

Told = tuple[str, str, str, str]
"""Employer, title, start and end, as they must be read."""
Made = tuple[bytes, list[Told]]
Layout = Callable[[Person, int], Made]


def told(roles: Sequence[Role], style: Style) -> list[Told]:
    return [(role.employer, role.title, style.read(role.start), style.read(role.end)) for role in roles]


def _top(sheet: Sheet, person: Person, words: Words, *, name: float = 18) -> None:
    sheet.line(person.name, bold=True, size=name)
    sheet.line(person.headline, size=11)
    sheet.line(f"{person.email}  |  {person.phone}  |  {person.city}")
    sheet.heading(words.heading("profile"))
    sheet.line(person.summary)


def _rest(sheet: Sheet, person: Person, words: Words, style: Style) -> None:
    if person.beside:
        sheet.heading(words.heading("beside"))
        sheet.bullets(person.beside)
    sheet.heading(words.heading("study"))
    for study in person.schools:
        sheet.pair(study.award, style.period(study.start, study.end), bold=True)
        sheet.line(f"{study.school}, {study.place}")
    sheet.heading(words.heading("skills"))
    sheet.line(", ".join(person.skills))
    sheet.heading(words.heading("languages"))
    sheet.line(", ".join(person.languages))


def dates_at_the_right(person: Person, number: int) -> Made:
    """Title and dates on one row, the employer and its place below in small letters."""
    words, sheet = Words(person, number), Sheet(american=number % 2 == 0)
    style = words.style()
    _top(sheet, person, words)
    sheet.heading(words.heading("work"))
    for role in person.roles:
        sheet.pair(role.title, style.period(role.start, role.end), bold=True)
        sheet.line(f"{role.employer} · {role.place}", size=8.5)
        sheet.bullets(role.duties)
        sheet.down(4)
    _rest(sheet, person, words, style)
    return sheet.done(), told(person.roles, style)


def employer_first(person: Person, number: int) -> Made:
    """The employer in capitals with its place at the right; the title below, with the dates at the right."""
    words, sheet = Words(person, number), Sheet(size=10)
    style = words.style()
    _top(sheet, person, words)
    sheet.heading(words.heading("work"))
    for role in person.roles:
        sheet.pair(role.employer.upper(), role.place, bold=True)
        sheet.pair(role.title, style.period(role.start, role.end))
        sheet.bullets(role.duties, "-")
    _rest(sheet, person, words, style)
    return sheet.done(), told(person.roles, style)


def europass(person: Person, number: int) -> Made:
    """Labels at the right edge of the left column, values in the right column."""
    words, sheet = Words(person, 3), Sheet(size=9)
    style = words.style()
    middle = 190.0

    def row(label: str, value: str, *, bold: bool = False) -> None:
        sheet.put(middle - 10, label, right=True, bold=bold, size=7)
        sheet.x0 = middle
        sheet.line(value, bold=bold)
        sheet.x0 = 56

    row("Europass", "Curriculum Vitae", bold=True)
    row("Nom" if person.french else "Name", person.name, bold=True)
    row("E-mail", person.email)
    sheet.down(8)
    row(words.heading("work"), "", bold=True)
    sheet.down()
    for role in person.roles:
        row(words.label("when"), style.period(role.start, role.end))
        row(words.label("title"), role.title)
        row(words.label("duties"), " ; ".join(role.duties) or "-")
        row(words.label("employer"), f"{role.employer}, {role.place}")
        sheet.down(6)
    row(words.heading("study"), "", bold=True)
    sheet.down()
    for study in person.schools:
        row(words.label("when"), style.period(study.start, study.end))
        row("Diplôme" if person.french else "Title of qualification awarded", study.award)
        row("Établissement" if person.french else "Name of organisation", study.school)
    return sheet.done(), told(person.roles, style)


def dates_in_the_margin(person: Person, number: int) -> Made:
    """Dates over two lines in a margin, the job beside them."""
    words, sheet = Words(person, number), Sheet()
    style = words.style()
    _top(sheet, person, words)
    for name, entries in (("work", person.roles), ("study", ())):
        sheet.heading(words.heading(name))
        for role in entries:
            sheet.put(56, f"{style.date(role.start)}{style.between.rstrip()}")
            sheet.x0 = 170
            sheet.line(role.title, bold=True)
            sheet.put(56, style.date(role.end))
            sheet.line(f"{role.employer}, {role.place}")
            sheet.bullets(role.duties)
            sheet.x0 = 56
            sheet.down(5)
    for study in person.schools:
        sheet.put(56, style.period(study.start, study.end))
        sheet.x0 = 220
        sheet.line(f"{study.award}, {study.school}")
        sheet.x0 = 56
    return sheet.done(), told(person.roles, style)


def sidebar(person: Person, number: int) -> Made:
    """A dark bar at the left with contact, skills and languages; the career at its right."""
    words, sheet = Words(person, number), Sheet()
    style = words.style()
    sheet.pen.setFillGray(0.85)
    sheet.pen.rect(0, 0, 190, sheet.paper[1], stroke=0, fill=1)
    sheet.pen.setFillGray(0)
    sheet.x0, sheet.x1 = 24, 180
    sheet.line(person.name, bold=True, size=15)
    for name, texts in (
        ("contact", (person.phone, person.email, person.city)),
        ("skills", person.skills),
        ("languages", person.languages),
    ):
        sheet.heading(words.heading(name), 11)
        for text in texts:
            sheet.line(text, size=8.5)
    sheet.x0, sheet.x1, sheet.y = 210, 560, 60
    sheet.heading(words.heading("work"), 11)
    for role in person.roles:
        sheet.line(role.title, bold=True)
        sheet.line(f"{role.employer}, {role.place}")
        sheet.line(style.period(role.start, role.end), size=8.5)
        sheet.bullets(role.duties)
        sheet.down(4)
    sheet.heading(words.heading("study"), 11)
    for study in person.schools:
        sheet.line(study.award, bold=True)
        sheet.line(f"{study.school}, {study.place}")
        sheet.line(style.period(study.start, study.end), size=8.5)
    return sheet.done(), told(person.roles, style)


def narrow_column(person: Person, number: int) -> Made:
    """A narrow career at the left whose lines wrap, dates too; a bar of skills at the right."""
    words, sheet = Words(person, number), Sheet(x1=300, size=10.5)
    style = words.style()
    sheet.line(person.name, bold=True, size=17)
    top = sheet.y
    sheet.heading(words.heading("work"), 12)
    for role in person.roles:
        sheet.line(role.title, bold=True)
        sheet.line(f"{role.employer}, {role.place} ({style.period(role.start, role.end)})")
        sheet.bullets(role.duties)
        sheet.down(5)
    sheet.heading(words.heading("study"), 12)
    for study in person.schools:
        sheet.line(f"{study.award}, {study.school}, {study.place} ({style.period(study.start, study.end)})")
    sheet.x0, sheet.x1, sheet.y = 340, 545, top
    for name, texts in (("contact", (person.phone, person.email)), ("skills", person.skills)):
        sheet.heading(words.heading(name), 12)
        for text in texts:
            sheet.line(text)
    return sheet.done(), told(person.roles, style)


def _table(sheet: Sheet, edges: Sequence[float], rows: Sequence[Sequence[str]]) -> None:
    """Draw a ruled table whose cells wrap; the first row is its head."""
    right = sheet.x1
    for index, row in enumerate(rows):
        top, lowest = sheet.y, sheet.y
        for number, text in enumerate(row):
            sheet.y = top
            sheet.x0 = edges[number]
            sheet.x1 = (edges[number + 1] if number + 1 < len(edges) else right) - 6
            sheet.line(text, bold=index == 0, size=8.5)
            lowest = max(lowest, sheet.y)
        sheet.y = lowest + 3
        height = sheet.paper[1] - sheet.y
        sheet.pen.line(edges[0] - 3, height, right, height)
        sheet.y += 3
    sheet.x0, sheet.x1 = edges[0], right


def numbered_table(person: Person, number: int) -> Made:
    """A ruled table with a serial number, the period, the employer, the title and the place."""
    words, sheet = Words(person, number), Sheet()
    style = words.style()
    _top(sheet, person, words, name=16)
    sheet.heading(words.heading("work"))
    head = (
        ("N°", "Période", "Employeur", "Poste occupé", "Lieu")
        if person.french
        else ("S/N", "Period", "Organization", "Position held", "Location")
    )
    rows = [
        (str(n), style.period(role.start, role.end), role.employer, role.title, role.place)
        for n, role in enumerate(person.roles, 1)
    ]
    _table(sheet, (56, 84, 190, 320, 440), [head, *rows])
    sheet.heading(words.heading("study"))
    for study in person.schools:
        sheet.line(f"{study.award}, {study.school} ({style.period(study.start, study.end)})")
    return sheet.done(), told(person.roles, style)


def table_from_to(person: Person, number: int) -> Made:
    """A table with a column for the first and one for the last date, by day."""
    words, sheet = Words(person, number), Sheet()
    _top(sheet, person, words)
    sheet.heading(words.heading("work"))
    head = (
        ("Du", "Au", "Fonction", "Employeur, ville")
        if person.french
        else ("From", "To", "Job Title", "Employer & Address")
    )
    now = "À ce jour" if person.french else "Till date"
    rows, jobs = [], []
    for role in person.roles:
        first, last = f"01/{role.start[5:]}/{role.start[:4]}", now
        if role.end is not None:
            last = f"28/{role.end[5:]}/{role.end[:4]}"
        rows.append((first, last, role.title, f"{role.employer}, {role.place}"))
        jobs.append(
            (role.employer, role.title, f"{role.start}-01", f"{role.end}-28" if role.end else "present")
        )
    _table(sheet, (56, 130, 204, 330), [head, *rows])
    _rest(sheet, person, words, words.style())
    return sheet.done(), jobs


def biodata(person: Person, number: int) -> Made:
    """Labels and colons, one thing a line, as in a bio-data."""
    words, sheet = Words(person, number), Sheet(size=10)
    style = words.style()
    sheet.put(250, "CURRICULUM VITAE", bold=True, size=14)
    sheet.down(24)

    def row(label: str, value: str) -> None:
        sheet.put(70, label)
        sheet.put(220, ":")
        sheet.put(232, value)
        sheet.down()

    row("Nom" if person.french else "Name", person.name)
    row("Courriel" if person.french else "E-mail", person.email)
    sheet.heading(words.heading("work"))
    for role in person.roles:
        row(words.label("employer"), role.employer)
        row(words.label("title"), role.title)
        row(words.label("when"), style.period(role.start, role.end))
        row(words.label("where"), role.place)
        sheet.down(6)
    sheet.heading(words.heading("study"))
    for study in person.schools:
        sheet.line(f"{study.award}, {study.school}, {study.place}, {style.period(study.start, study.end)}")
    sheet.heading("Déclaration" if person.french else "Declaration")
    sheet.line(
        "Je certifie que tout est exact." if person.french else "I hereby declare that all of this is true."
    )
    return sheet.done(), told(person.roles, style)


def one_line_each(person: Person, number: int) -> Made:
    """A list: each job is one item that begins with its dates."""
    words, sheet = Words(person, number), Sheet()
    style = words.style()
    _top(sheet, person, words)
    sheet.heading(words.heading("work"))
    sheet.bullets(
        tuple(f"{style.period(r.start, r.end)}: {r.title}, {r.employer}, {r.place}" for r in person.roles)
    )
    _rest(sheet, person, words, style)
    return sheet.done(), told(person.roles, style)


def prose(person: Person, number: int) -> Made:
    """Sentences, as in a personal statement with headings."""
    words, sheet = Words(person, number), Sheet(size=10.5)
    style = words.style()
    _top(sheet, person, words)
    sheet.heading(words.heading("work"))
    for role in person.roles:
        if person.french:
            when = (
                f"De {style.date(role.start)} à {style.date(role.end)}"
                if role.end
                else f"Depuis {style.date(role.start)}"
            )
            sheet.line(f"{when}, {role.title} chez {role.employer}, {role.place}.")
        else:
            when = (
                f"From {style.date(role.start)} to {style.date(role.end)}"
                if role.end
                else f"Since {style.date(role.start)}"
            )
            sheet.line(f"{when}: {role.title} at {role.employer}, {role.place}.")
        sheet.down(4)
    _rest(sheet, person, words, style)
    jobs = told(person.roles, style)
    return sheet.done(), jobs


def promotions(person: Person, number: int) -> Made:
    """Two roles under one employer, each with its own dates; then the others."""
    words, sheet = Words(person, number), Sheet()
    style = words.style()
    _top(sheet, person, words)
    sheet.heading(words.heading("work"))
    last, *others = person.roles
    middle = f"{int(last.start[:4]) + 1}-06"
    first_title = "Stagiaire" if person.french else "Trainee"
    nested = (
        Role(last.title, last.employer, last.place, middle, last.end, last.duties),
        Role(first_title, last.employer, last.place, last.start, middle),
    )
    sheet.pair(last.employer, last.place, bold=True)
    for role in nested:
        sheet.pair(f"    {role.title}", style.period(role.start, role.end))
        sheet.bullets(role.duties, indent=20)
    for role in others:
        sheet.pair(role.employer, role.place, bold=True)
        sheet.pair(f"    {role.title}", style.period(role.start, role.end))
        sheet.bullets(role.duties, indent=20)
    _rest(sheet, person, words, style)
    return sheet.done(), told((*nested, *others), style)


def two_pages(person: Person, number: int) -> Made:
    """Long duties over two pages, with a footer that has the day of the last change."""
    words = Words(person, number)
    sheet = Sheet(size=12, footer=f"{person.name} – page {{page}} – updated June 2024")
    style = words.style()
    _top(sheet, person, words, name=24)
    sheet.heading(words.heading("work"), 15)
    filler = (
        "Travail soigné au sein d'une équipe, du lundi au samedi, avec des horaires variables selon la saison"
        if person.french
        else "Careful work in a team from Monday to Saturday, with hours that changed with the season of 2019"
    )
    for role in person.roles:
        sheet.line(f"{role.employer}, {role.place}", bold=True)
        sheet.line(f"{role.title} | {style.period(role.start, role.end)}")
        sheet.bullets((*role.duties, *(filler,) * 6))
        sheet.down(6)
    _rest(sheet, person, words, style)
    return sheet.done(), told(person.roles, style)


def years_only(person: Person, number: int) -> Made:
    """Years in brackets behind the title, the employer below."""
    words, sheet = Words(person, number), Sheet(american=True)
    style = words.style(years=True)
    _top(sheet, person, words)
    sheet.heading(words.heading("work"))
    for role in person.roles:
        sheet.line(f"{role.title} ({style.period(role.start, role.end)})", bold=True)
        sheet.line(f"{role.employer} – {role.place}")
        sheet.bullets(role.duties, "–")
    _rest(sheet, person, words, style)
    return sheet.done(), told(person.roles, style)


def skills_first(person: Person, number: int) -> Made:
    """A functional résumé: what was done first, then a short list of jobs with a wide gap before the dates."""
    words, sheet = Words(person, number), Sheet(size=10)
    style = words.style()
    _top(sheet, person, words)
    sheet.heading(words.heading("skills"))
    for skill in person.skills:
        sheet.line(skill, bold=True)
        sheet.bullets(
            ("Used every day since 2018 in a busy house",)
            if not person.french
            else ("Chaque jour depuis 2018",)
        )
    sheet.heading(words.heading("work"))
    for role in person.roles:
        sheet.pair(
            f"{role.title}, {role.employer}, {role.place.split(',')[0]}", style.period(role.start, role.end)
        )
    sheet.heading(words.heading("study"))
    for study in person.schools:
        sheet.pair(f"{study.award}, {study.school}", style.period(study.start, study.end))
    return sheet.done(), told(person.roles, style)


def dates_first_over_the_job(person: Person, number: int) -> Made:
    """The dates on a row of their own over the job, in small grey letters."""
    words, sheet = Words(person, number), Sheet()
    style = words.style()
    _top(sheet, person, words)
    sheet.heading(words.heading("work"))
    for role in person.roles:
        sheet.line(style.period(role.start, role.end), size=8)
        sheet.line(f"{role.title} | {role.employer}", bold=True)
        sheet.line(role.place, size=8.5)
        sheet.bullets(role.duties)
        sheet.down(5)
    _rest(sheet, person, words, style)
    return sheet.done(), told(person.roles, style)


PDF_LAYOUTS: dict[str, Layout] = {
    layout.__name__: layout
    for layout in (
        dates_at_the_right, employer_first, europass, dates_in_the_margin, sidebar, narrow_column,
        numbered_table, table_from_to, biodata, one_line_each, prose, promotions, two_pages, years_only,
        skills_first, dates_first_over_the_job,
    )
}  # fmt: skip
