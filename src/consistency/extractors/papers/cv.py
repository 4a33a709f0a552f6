"""The curriculum vitae: what somebody says they did, in a layout of their own.

The page is parted into columns, the columns into sections by their headings, the sections into entries by
the dates. What heads an entry is read in the same way throughout one paper.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from msgspec.structs import replace

from consistency.extractors.careers import person
from consistency.extractors.careers.ends import without_ends
from consistency.extractors.careers.entries import Entry, entries
from consistency.extractors.careers.fields import Atom, Weight, job_weight, study_weight
from consistency.extractors.careers.joining import all_rows, rows_of
from consistency.extractors.careers.journeys import journeys
from consistency.extractors.careers.prose import tells_itself, told_jobs
from consistency.extractors.careers.rows import Row
from consistency.extractors.careers.tables import (
    about,
    heads_columns,
    labelled_entries,
    table_entries,
)
from consistency.extractors.careers.towns import with_towns
from consistency.extractors.careers.unheaded import by_rows
from consistency.extractors.careers.whole import parts_of
from consistency.extractors.pages.headings import section_of
from consistency.extractors.pages.layout import Block
from consistency.extractors.reading import Reading, cite, facts_from
from consistency.model import Asked, Document, Evidence, Job, Record, Study
from consistency.normalizer import services
from consistency.normalizer.countries import country
from consistency.normalizer.dates import find_dates
from consistency.normalizer.expressions import expression
from consistency.normalizer.text import fold

_JOBS = frozenset({"experience", "military"})
_CAREER = _JOBS | {"education"}
_BESIDES = frozenset({"skills", "profile", "languages", "references", "interests", "contact", "certificates"})
_COLUMNS = 3
_SHEET = 0.7
"""How sure it is that a sheet of jobs is the applicant's own."""
_MOST_ROWS, _HEAD, _LONGEST_TITLE = 80, 6, 100
_MOST_PAGES, _MOST_LINES = 12, 1500
"""A longer paper is a file of notes or a bundle."""
_ASKED = (Asked(Job.type), Asked(Study.type))
"""What the paper is for: officers hold the history of the forms against it."""
_IDLE = expression(
    r"(?P<what>career break|gap year|sabbatical|unemployed|job search|maternity leave|parental leave|sick leave"
    r"|caregiving|family care|sans emploi|chômage|congé (?:de maternité|parental))\s*[:(–-]",
    re.IGNORECASE,
)
"""What accounts for a time without an employer, before what was done in it: "Career break: cared for …"."""
_TITLE = expression(
    r"^\W*(?:curriculum\s+vit(?:ae|æ)|c\.?v\.?|r\s?[ée]\s?s\s?u\s?m\s?[ée]|bio-?data)\W*$", re.IGNORECASE
)
_HISTORY = expression(
    r"\b(?:personal|employment|work|occupational|activity|job)s? (?:history|record)\b"
    r"|\b(?:list|table|details|chronology|statement) of (?:my |all |past |previous ){0,2}(?:jobs|employment|employers"
    r"|work|activities)\b"
    r"|\b(?:historique|antécédents|liste|tableau) (?:de |des |d['’])?(?:mes )?(?:personnels?|professionnels?"
    r"|emplois?|employeurs|travail|activités)\b",
    re.IGNORECASE,
)
"""The title of a sheet that lists jobs and little else: an annex to a form."""
_FORM = expression(
    r"\bIMM\s?\d{4}|Citizenship and Immigration Canada|Citoyenneté et Immigration Canada|\bUCI\b|\bIUC\b"
    r"|Protected (?:when completed|B)"
)
_LETTER = expression(
    r"to whom it may concern|^\s*(?:dear|re|ref|subject|objet|réf)\b\W|à qui de droit|madame, monsieur"
    r"|yours (?:truly|sincerely|faithfully)"
    r"|we (?:are pleased|hereby|confirm|certify)|this (?:is to|letter) (?:certif|confirm)|visa officer"
    r"|agent des visas|atteste que|je soussigné",
    re.IGNORECASE | re.MULTILINE,
)
_OF_AN_OFFICE = expression(
    r"\b(?:social security|social insurance|securite sociale|sécurité sociale|provident|pensions?|contributions?"
    r"|insured|cotisations?|assurée?|case notes?|gcms|primary client)\b",
    re.IGNORECASE,
)
"""What an office has in its record of somebody's work, and no applicant in theirs."""
_FRENCH_HEADINGS = expression(
    r"\b(?:experiences? (?:professionnelles?|de travail)|formations?|competences?|profil|parcours"
    r"|langues|etudes|emplois?"
    r"|diplomes?|coordonnees|loisirs|benevolat|historique|renseignements|scolarite|sommaire"
    r"|objectifs?|centres? d interets?)\b"
)
_FRENCH = expression(
    r"\b(?:le|la|les|des|du|et|pour|dans|avec|chez|à|depuis|mise?|août|février|juillet)\b", re.IGNORECASE
)
_ENGLISH = expression(r"\b(?:the|and|of|with|for|to|in|at|on|since|updated|by)\b", re.IGNORECASE)


def recognise(document: Document) -> float:
    """Say how surely a document is a curriculum vitae: dated entries under a heading for work, without a letter."""
    if document.form is not None or len(document.pages) > _MOST_PAGES:
        return 0.0
    titled = any(_TITLE.match(line.text) for line in document.lines[:12])
    if _lists_jobs(document):
        return _SHEET
    rows = document.once(_rows)
    if not (titled or rows or _has_headings(document) or _has_table(document)):
        return 0.0
    text = document.text
    if _FORM.search(text) or _LETTER.search(text):
        return 0.0
    found = rows or document.once(parts_of)
    sections = {block.section for block in found}
    score = 0.3 * titled
    if _JOBS & sections:
        score += 0.4 if _dated(found, _JOBS) else 0.1
    elif _dated(found, frozenset({"volunteering"})):
        score += 0.2
    score += 0.25 * ("education" in sections)
    score += 0.1 * bool(_BESIDES & sections)
    score += 0.1 * ("email" in person.facts(document))
    return min(score, 1.0)


def _rows(document: Document) -> list[Block]:
    """Give the rows of a career of somebody who is named and can be reached, where no heading opens their work."""
    if any(block.section in _JOBS and _dated((block,), _JOBS) for block in document.once(parts_of)):
        return []
    told = person.facts(document)
    if "full_name" not in told or not {"email", "phone"} & told.keys() or _OF_AN_OFFICE.search(document.text):
        return []
    return by_rows(document)


def _lists_jobs(document: Document) -> bool:
    """Tell whether a short sheet says in its head that it lists jobs, and does so in a table: an annex to a form."""
    if len(document.lines) > _MOST_ROWS or not any(
        _HISTORY.search(line.text) and len(line.text) < _LONGEST_TITLE for line in document.lines[:_HEAD]
    ):
        return False
    text = document.text
    if len(_FORM.findall(text)) > 1 or _LETTER.search(text) or _OF_AN_OFFICE.search(text):
        return False
    return any(len(line.segments) >= _COLUMNS and about(line) == "experience" for line in document.lines)


def _has_headings(document: Document) -> bool:
    texts = (
        part for line in document.lines for segment in line.segments for part in segment.text.split("\n")
    )
    return any(section_of(text) in _CAREER for text in texts)


def _has_table(document: Document) -> bool:
    """Tell whether somebody who gives an e-mail address has a table of jobs, with no heading above it."""
    tables = any(len(line.segments) >= _COLUMNS and about(line) == "experience" for line in document.lines)
    return tables and "email" in person.facts(document)


def _dated(found: Sequence[Block], sections: frozenset[str]) -> bool:
    return any(
        row.found is not None for block in found if block.section in sections for row in rows_of(block)
    )


def read(document: Document) -> Reading:
    """Read who the paper is about, the jobs and the studies; and journeys, for which nobody asks there."""
    document = replace(document, lines=document.lines[:_MOST_LINES])
    found = without_ends(document.once(_rows) or document.once(parts_of))
    jobs = _jobs(document, found)
    studies = [_study(document, entry) for entry in _told(found, frozenset({"education"}), study_weight)]
    records: tuple[Record, ...] = (*jobs, *studies, *journeys(document, found))
    return Reading(
        as_of=person.as_of(document),
        facts=facts_from(person.facts(document)),
        records=records,
        asked=_ASKED,
        language=_language(document, found),
    )


def _jobs(document: Document, found: Sequence[Block]) -> list[Job]:
    """Give the jobs of the entries, and those that sentences tell."""
    listed = [
        _job(document, entry)
        for entry in _told(found, _JOBS, job_weight)
        if not tells_itself(entry.head.text)
    ]
    if len(listed) > 1 and all(_LETTERED.match(job.title or "") for job in listed):
        listed = [replace(job, title=_LETTERED.sub("", job.title or "")) for job in listed]
    told = told_jobs(document, [block for block in found if block.section in _JOBS], alone=not listed)
    periods = {job.period for job in listed}
    return [*listed, *(job for job in told if job.period not in periods)]


def _language(document: Document, found: Sequence[Block]) -> str:
    """Say whether a paper is in English or in French: by its headings, then by its little words."""
    headings = [fold(block.heading.text.replace("'", " ")) for block in found if block.heading is not None]
    french = sum(1 for heading in headings if _FRENCH_HEADINGS.search(heading))
    if headings and french * 2 != len(headings):
        return "fr" if french * 2 > len(headings) else "en"
    return "fr" if len(_FRENCH.findall(document.text)) > len(_ENGLISH.findall(document.text)) else "en"


def _told(found: Sequence[Block], sections: frozenset[str], weight: Weight) -> list[Entry]:
    return with_towns(list(_entries(found, sections, weight)))


def _entries(found: Sequence[Block], sections: frozenset[str], weight: Weight) -> Iterator[Entry]:
    """Give the entries of all blocks of a section; blocks that go on are read as one."""
    chosen = [block for block in found if block.section in sections]
    for _, group in groupby(enumerate(chosen), key=_opened(chosen)):
        part = [block for _, block in group]
        tables = [table_entries(block) or labelled_entries(block) for block in part]
        for block_entries in tables:
            yield from block_entries or ()
        free = [block for block, table in zip(part, tables, strict=True) if table is None]
        rows = [_without_duties(row) for row in all_rows(free) if not heads_columns(row.cells)]
        yield from entries(rows if sections == _JOBS else [_dated_first(row) for row in rows], weight)


_DUTIES = expression(
    r"(?<=[.;)])\s+(?:(?:main|key|principal|my|job) )?(?:duties|tasks|responsibilities|tâches|missions"
    r"|fonctions)\s?:.*$",
    re.IGNORECASE,
)
"""What was done, behind the head of an entry in one line with it."""


def _without_duties(row: Row) -> Row:
    """Leave out what was done behind an entry that stands in one line: "Cook (2015–2019), Hotel Sol. Duties: …"."""
    cut = _DUTIES.sub("", row.cells[-1])
    if cut == row.cells[-1] or row.found is None or not cut.strip():
        return row
    return replace(row, cells=(*row.cells[:-1], cut.rstrip(" .;")))


def _dated_first(row: Row) -> Row:
    """Part a lone date from the study after it: "2012: Baccalauréat, Lycée de Tokoin"."""
    dates = find_dates(row.text)
    if row.found is not None or len(dates) != 1 or dates[0].start != 0:
        return row
    rest = re.match(r"\s*[:|–—-]\s*(?=\S)", row.text[dates[0].end :])
    if rest is None:
        return row
    at = dates[0].end
    return replace(row, cells=(row.text[:at], row.text[at + rest.end() :]))


def _opened(chosen: Sequence[Block]) -> Callable[[tuple[int, Block]], int]:
    opened = [
        sum(1 for block in chosen[: index + 1] if block.heading is not None) for index in range(len(chosen))
    ]
    return lambda numbered: opened[numbered[0]]


# --- records ----------------------------------------------------------------------------------------------


def _job(document: Document, entry: Entry) -> Job:
    title, employer = _text(entry.first), _text(entry.second)
    if title is None and employer and (idle := _IDLE.match(employer)):
        title, employer = idle["what"], None
    cells = _cells(document, entry, ("title", "employer"))
    state = country(employer) if title and employer and services.army(title) else None
    if state and "title" in cells:  # "Military service, Egypt": a state whose army that is, and no firm
        employer, cells["employer"] = title, cells["title"]
    return Job(
        evidence=cite(document, entry.head),
        cells=cells,
        period=entry.found.period if entry.found else None,
        city=entry.where.city if entry.where else None,
        country=(entry.where.country if entry.where else None) or state,
        title=title,
        employer=employer,
        duties=entry.duties,
    )


def _study(document: Document, entry: Entry) -> Study:
    return Study(
        evidence=cite(document, entry.head),
        cells=_cells(document, entry, ("level", "institution")),
        period=entry.found.period if entry.found else None,
        city=entry.where.city if entry.where else None,
        country=entry.where.country if entry.where else None,
        institution=_without_stage(_text(entry.second)),
        level=_text(entry.first),
    )


_LETTERED = expression(r"(?:[A-Ha-h1-9]|[ivx]{1,4}|[IVX]{1,4})[.)]\s+(?=\S)")
"""The letter or number of an entry before its title, where all have one."""
_STAGE = expression(
    r"^(?:tertiary|secondary|elementary|primary|college|university|high school|(?:senior"
    r"|junior) high(?: school)?|vocational"
    r"|(?:post-?)?graduate)(?: (?:level|education|school))?\s*:\s*(?=\S)",
    re.IGNORECASE,
)
"""The stage of a schooling before the school: "Secondary: Hill High School"."""


def _without_stage(school: str | None) -> str | None:
    return _STAGE.sub("", school) if school else school


def _text(atom: Atom | None) -> str | None:
    return atom.text if atom is not None and any(map(str.isalnum, atom.text)) else None


def _cells(document: Document, entry: Entry, names: tuple[str, str]) -> dict[str, Evidence]:
    cells: dict[str, Evidence] = {}
    for name, atom in zip(names, (entry.first, entry.second), strict=True):
        if atom is not None:
            cells[name] = cite(document, atom.line, atom.text)
    if entry.found is not None:
        cells["from"] = cells["to"] = cite(document, entry.dated, entry.found.words)
    if entry.where is not None:
        cells["city"] = cells["country"] = cite(document, entry.where.line, entry.where.words)
    return cells
