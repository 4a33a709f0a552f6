"""The questions for the client about the findings of which it was decided that they are to be asked."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from consistency.letter.texts import Language, texts
from consistency.letter.writing import asked
from consistency.model import Citation, Report
from consistency.reports._telling import encodable
from consistency.reports.html.wording import Words
from consistency.views.agenda import Agenda, Item

LANGUAGES: dict[str, Language] = {"en": "en", "fr": "fr"}


class Question(Struct, frozen=True):
    """A question: the consultant's own words where there are some, else the plain ones that the rule has."""

    item: Item
    text: str
    lines: tuple[str, ...]
    """What the papers say, a line each."""


def questions(agenda: Agenda, words: Words) -> tuple[Question, ...]:
    """Give what is to be asked, in the order of the findings."""
    return tuple(Question(item, _text(item, words), _said(item, words)) for item in agenda.to_ask)


def as_text(report: Report, agenda: Agenda, words: Words) -> str:
    """Write the questions as plain text, for a message."""
    note = texts(LANGUAGES[words.lang]).say("questions", "note")
    text: str = encodable("\n".join((words("ask.title"), "", note, "", *_lines(report, agenda, words))))
    return text


def as_paper(report: Report, agenda: Agenda, words: Words) -> bytes:
    """Write the questions as the DOCX that ``consistency letter`` writes of all findings."""
    about = replace(report, findings=tuple(item.finding for item in agenda.to_ask))
    return asked(about, LANGUAGES[words.lang], {item.finding.id: _own(item) for item in agenda.to_ask})


def _lines(report: Report, agenda: Agenda, words: Words) -> Iterator[str]:
    names = {person.id: person.name for person in report.case.people}
    for number, question in enumerate(questions(agenda, words), 1):
        whose = names.get(question.item.finding.person or "")
        yield f"{number}. {question.text}" + (f" ({whose})" if whose else "")
        yield from (f"   - {line}" for line in question.lines)
        yield ""


def _said(item: Item, words: Words) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_line(place, words) for place in item.finding.evidence))


def _line(place: Citation, words: Words) -> str:
    evidence, day = place.evidence, place.as_of or words("ask.undated")
    if evidence.quote is None:
        return words("ask.silent", document=evidence.document, day=day)
    quote = " ".join(evidence.quote.split())
    return words("ask.says", document=evidence.document, day=day, quote=quote)


def _text(item: Item, words: Words) -> str:
    return _own(item) or texts(LANGUAGES[words.lang]).question(item.finding.rule)


def _own(item: Item) -> str:
    return item.waiver.words.reason if item.waiver else ""
