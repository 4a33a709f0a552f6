"""The letter of explanation as a skeleton: heads, quotes and empty places; every explanation is the applicant's own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from consistency.letter import quoting
from consistency.letter.contents import Contents
from consistency.letter.texts import Texts
from consistency.sheets.sheet import Column, Sheet, Words, clean
from consistency.views.exhibits import bearing_on
from consistency.views.explaining import UNANSWERED, Explanation, Heads, Point, Reason
from consistency.views.quoting import Quote

SELF = "explanation-letter"
"""The kind that the letter takes the place of: it does not enclose itself."""


def title(texts: Texts) -> str:
    """Name the paper."""
    return texts.say("letter", "title")


def write(sheet: Sheet, told: Contents, texts: Texts) -> None:
    """Write the letter."""
    _opening(sheet, told.explanation, texts)
    if told.explanation.reasons:
        sheet.heading(texts.say("letter", "reasons"), 1)
    for reason in told.explanation.reasons:
        _reason(sheet, reason, told, texts)
    if told.explanation.points:
        sheet.heading(texts.say("letter", "points"), 1)
    for point in told.explanation.points:
        _point(sheet, point, told, texts)
    _closing(sheet, told, texts)
    _preparations(sheet, told, texts)


def _opening(sheet: Sheet, told: Explanation, texts: Texts) -> None:
    """Write what stands above the letter, and its first sentences."""
    heads = told.heads
    sheet.title(title(texts))
    sheet.table(
        (Column("", 2.0), Column("", 4.7)),
        [[[one], [other]] for one, other in _heads(heads, texts)],
        head=False,
    )
    values = {
        "name": clean(heads.name or "") or texts.say("gaps", "name"),
        "number": heads.refused_number or texts.say("gaps", "number"),
        "day": texts.date(heads.refused_on) if heads.refused_on else texts.say("gaps", "day"),
    }
    subject = "subject_refused" if heads.refused else "subject"
    opening = "opening_refused" if heads.refused and told.reasons else "opening"
    sheet.text(
        Words(texts.say("letter", "to")),
        Words(texts.say("letter", subject, **values), "strong"),
        Words(texts.say("letter", "greeting")),
        Words(texts.say("letter", opening, **values)),
    )


def _heads(heads: Heads, texts: Texts) -> Iterator[tuple[Words, Words]]:
    """Give the neutral heads: those that the papers do not tell are left to the applicant, or out."""
    gap = Words(texts.say("gaps", "name"), "gap")
    yield _label(texts, "applicant"), Words(clean(heads.name)) if heads.name else gap
    if heads.client_numbers:
        yield _label(texts, "client_number"), Words(" / ".join(heads.client_numbers))
    if heads.refused:
        yield _label(texts, "refused_application"), _refused(heads, texts)
    if heads.form:
        yield _label(texts, "application"), Words(texts.kind(heads.form))
    yield _label(texts, "letter_date"), Words(texts.say("gaps", "date"), "gap")


def _refused(heads: Heads, texts: Texts) -> Words:
    """Name the refused application; number and day in one cell, so that the day is not taken for the letter's."""
    number = heads.refused_number or texts.say("gaps", "number")
    day = texts.date(heads.refused_on) if heads.refused_on else texts.say("gaps", "day")
    whole = heads.refused_number and heads.refused_on
    return Words(texts.say("labels", "refused", number=number, day=day), "plain" if whole else "gap")


def _label(texts: Texts, name: str) -> Words:
    return Words(texts.say("labels", name), "strong")


def _reason(sheet: Sheet, reason: Reason, told: Contents, texts: Texts) -> None:
    """Write a reason: the officer's words, an empty place for the answer, and the points that touch it."""
    first = told.case.principal
    named = texts.numbered(reason)
    if first is not None and reason.person.id != first.id:
        named = texts.say("labels", "person", title=named, name=clean(reason.person.name))
    sheet.heading(named, 2, f"reason_{reason.number}")
    sheet.text(Words(texts.say("letter", "refusal_says")), with_next=True)
    sheet.table(quoting.columns(texts, numbered=True), list(quoting.rows(texts, reason.quotes, told.numbers)))
    sheet.text(Words(texts.say("gaps", "reason"), "gap"), with_next=True)
    sheet.text(_bearing(bearing_on(told.exhibits, reason.number), texts))
    for point in reason.points:
        _point(sheet, point, told, texts, shown=reason.quotes)


def _bearing(numbers: tuple[int, ...], texts: Texts) -> Words:
    """Name the exhibits on a reason; where there is none, that is an empty place."""
    if not numbers:
        return Words(texts.say("gaps", "proof"), "gap")
    return Words(texts.say("labels", "exhibits_bearing", numbers=", ".join(map(str, numbers))))


def _point(
    sheet: Sheet, point: Point, told: Contents, texts: Texts, shown: Sequence[Quote] | None = None
) -> None:
    """Write a point: what each paper says, and empty places for the explanation and its proof.

    Under a reason it stands lower, and what was ``shown`` there is not shown again.
    """
    level = 2 if shown is None else 3
    sheet.heading(_named(point, told, texts), level, point.finding.id)
    _quotes(sheet, [quote for quote in point.quotes if quote not in (shown or ())], told, texts)
    if point.finding.rule != UNANSWERED:
        sheet.text(Words(texts.say("gaps", "point"), "gap"), with_next=True)
        sheet.text(Words(texts.say("gaps", "proof"), "gap"))


def _named(point: Point, told: Contents, texts: Texts) -> str:
    named = texts.say(
        "labels", "point", number=point.number, title=texts.heading(point.finding.rule, point.about)
    )
    if point.person is not None and told.case.principal is not None and point.person != told.case.principal:
        return texts.say("labels", "person", title=named, name=clean(point.person.name))
    return named


def _quotes(sheet: Sheet, quotes: Sequence[Quote], told: Contents, texts: Texts) -> None:
    """Write what each paper says of a point, or that none does."""
    if not quotes:
        sheet.text(Words(texts.say("labels", "nothing_there")))
    else:
        sheet.text(Words(texts.say("letter", "papers_say")), with_next=True)
        sheet.table(quoting.columns(texts, numbered=True), list(quoting.rows(texts, quotes, told.numbers)))


def _closing(sheet: Sheet, told: Contents, texts: Texts) -> None:
    """Write the end of the letter and what it encloses."""
    sheet.text(Words(texts.say("letter", "closing")), Words(texts.say("letter", "regards")), with_next=True)
    sheet.text(Words(texts.say("gaps", "signature"), "gap"))
    enclosed = [one for one in told.exhibits if one.kind != SELF]
    if enclosed:
        sheet.heading(texts.say("letter", "enclosures"), 1)
    for one in enclosed:
        named = (
            f"{texts.say('labels', 'exhibit')} {one.number}: {texts.kind(one.kind)}, {texts.date(one.day)}"
        )
        sheet.text(Words(named.replace(":", texts.table["colon"], 1)), style="Cell")


def _preparations(sheet: Sheet, told: Contents, texts: Texts) -> None:
    """Write what is put right before filing, on a page of its own that is taken out."""
    if not told.explanation.preparations:
        return
    sheet.begin(wide=False)
    sheet.heading(texts.say("letter", "preparations"), 1)
    sheet.text(
        Words(texts.say("letter", "preparations_note"), "note"),
        Words(texts.say("gaps", "preparation"), "gap"),
    )
    for point in told.explanation.preparations:
        sheet.heading(_named(point, told, texts), 2, point.finding.id)
        _quotes(sheet, point.quotes, told, texts)
