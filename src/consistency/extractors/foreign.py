"""A paper of no known kind in a language that is not read: its numbers, its day, and that nothing else was compared."""

import re
from collections.abc import Iterator

from consistency.extractors.reading import Reading, cite
from consistency.extractors.wording.languages import READ, Language, language, languages
from consistency.extractors.wording.prose import plain
from consistency.model import AsOf, Document, Evidence, Fact, Line, Problem
from consistency.normalizer import dates, identifiers
from consistency.normalizer.dates import PartialDate
from consistency.normalizer.expressions import expression

_EDGE = 25
"""The day of a paper stands among so many lines from its head or its foot."""
_PASSPORT_NUMBER = r"\W{0,6}(?:[^\W\d]{1,6}\W{1,3}){0,2}(?P<number>[a-z]{1,3} ?\d{6,8}|\d{8,9})(?![\w-])"
_TOWN = expression(r"[^\d:;]{3,40},\W*")


def read(document: Document) -> Reading | None:
    """Read what can be read without the language; None where the paper is in a language that is read, or in none."""
    code = language(document.text)
    if code is None or code in READ:
        return None
    spoken = languages()[code]
    day = _day(document, spoken)
    facts = [Fact("document_date", day[0].iso, day[1])] if day else []
    return Reading(
        AsOf(day[0], "stated") if day else AsOf(None, "unknown"),
        (*facts, *_numbers(document, spoken)),
        language=code,
        problems=(_unread(document.path, spoken.name),),
    )


def _day(document: Document, spoken: Language) -> tuple[PartialDate, Evidence] | None:
    """Give the day that stands alone, after the word for a date, or after a town and a comma."""
    lines = (
        document.lines
        if len(document.lines) <= 2 * _EDGE
        else document.lines[:_EDGE] + document.lines[-_EDGE:]
    )
    for line in lines:
        for cell in line.segments:
            found = dates.find_dates(cell.text)
            if len(found) != 1 or found[0].date.precision != "day" or found[0].date.alternative is not None:
                continue
            before, after = cell.text[: found[0].start], cell.text[found[0].end :]
            if _leads(before, spoken) and not re.search(r"[^\W\d_]{3,}", after):
                return found[0].date, cite(
                    document, cell, cell.text[found[0].start : found[0].end], line.page
                )
    return None


def _leads(before: str, spoken: Language) -> bool:
    """Tell whether what stands before a date says that it is the paper's own."""
    low = plain(before).strip()
    words = rf"(?:{'|'.join(map(re.escape, spoken.day))})" if spoken.day else r"(?!)"
    return (
        not low
        or re.fullmatch(rf"(?:{_TOWN.pattern})?(?:{words})?\W*|{_TOWN.pattern}[a-z]{{1,3}}", low) is not None
    )


def _numbers(document: Document, spoken: Language) -> Iterator[Fact]:
    """Give the passport's, the client's and the application's number, each where it is plain what it is."""
    for line in document.lines:
        low = plain(line.text)
        for word in spoken.passport:
            found = re.search(re.escape(word) + _PASSPORT_NUMBER, low)
            if found and line.text[slice(*found.span("number"))]:
                yield _fact("passport_number", document, line, line.text[slice(*found.span("number"))])
                break
        for number in identifiers.find_application_numbers(line.text):
            yield _fact("application_number", document, line, number)
        uci = identifiers.find_uci(line.text) if re.search(r"\b(?:uci|iuc)\b", low) else None
        if uci is not None:
            yield _fact("uci", document, line, uci)


def _fact(attribute: str, document: Document, line: Line, value: str) -> Fact:
    quote = value if value in line.text else line.text
    return Fact(attribute, value, cite(document, line, quote))


def _unread(path: str, language: str) -> Problem:
    """Report a paper whose language is not read; ``language`` is its English name."""
    return Problem(
        "language",
        f"{path} is written in {language}: its numbers and its date were looked for, but nothing that it says was "
        "compared. IRCC asks for a certified translation into English or French with it: add the translation to the "
        "folder, or compare the paper by eye.",
    )
