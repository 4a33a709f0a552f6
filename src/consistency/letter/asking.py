"""The questions for the client: one a finding, in plain words, with what the papers say."""

from __future__ import annotations

from consistency.letter import quoting
from consistency.letter.contents import Contents
from consistency.letter.texts import Texts, capital
from consistency.sheets.sheet import Sheet, Words, clean
from consistency.views.questions import Question


def questions(sheet: Sheet, told: Contents, texts: Texts) -> None:
    """Write the questions by person."""
    sheet.title(texts.say("questions", "title"))
    sheet.text(Words(texts.say("questions", "note")))
    if not told.questions:
        sheet.text(Words(texts.say("questions", "empty")))
    number = 0
    for asked in told.questions:
        name = clean(asked.person.name) if asked.person else ""
        sheet.heading(
            texts.say("questions", "person", name=name) if name else texts.say("questions", "everyone"), 1
        )
        for question in asked.questions:
            number += 1
            _question(sheet, question, number, texts)


def _question(sheet: Sheet, question: Question, number: int, texts: Texts) -> None:
    title = texts.heading(question.finding.rule, question.about)
    sheet.heading(f"{number}. {capital(title)}", 2, question.finding.id)
    sheet.text(Words(clean(question.own) or texts.question(question.finding.rule), "strong"), with_next=True)
    if question.quotes:
        sheet.text(Words(texts.say("questions", "papers")), with_next=True)
        rows = list(quoting.rows(texts, question.quotes, None))
        sheet.table(quoting.columns(texts, numbered=False), rows)
    sheet.text(Words(texts.say("gaps", "answer"), "gap"))
