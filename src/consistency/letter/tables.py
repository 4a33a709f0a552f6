"""The tables to work with: the index of exhibits, the corrections, the timeline."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from consistency.letter import quoting
from consistency.letter.contents import Contents
from consistency.letter.texts import Texts, capital
from consistency.normalizer import countries
from consistency.sheets.sheet import Cell, Column, Sheet, Words, clean
from consistency.views.corrections import Correction
from consistency.views.exhibits import Exhibit
from consistency.views.timeline import Event

WIDTHS: Mapping[str, Mapping[str, float]] = {
    "exhibits": {"number": 0.5, "kind": 2.2, "document": 2.6, "date": 1.2, "answers": 2.7},
    "corrections": {"point": 1.5, "before": 2.7, "now": 2.7, "correct": 1.25, "proof": 1.05},
    "timeline": {"when": 2.0, "kind": 1.2, "details": 2.4, "document": 2.5, "conflict": 1.1},
}
"""The columns of each table and their widths in inches."""


def exhibits(sheet: Sheet, told: Contents, texts: Texts) -> None:
    """Write the index of exhibits."""
    rows = [_exhibit(one, told, texts) for one in told.exhibits]
    _table(sheet, texts, "exhibits", rows)


def _exhibit(one: Exhibit, told: Contents, texts: Texts) -> list[Cell]:
    reasons = {reason.number: reason for reason in told.explanation.reasons}
    bears = [
        texts.say("exhibits", "reason", number=number, title=texts.reason(reasons[number].slug))
        for number in one.reasons
    ]
    if one.points:
        name = "point" if len(one.points) == 1 else "points"
        bears.append(texts.say("exhibits", name, number=", ".join(map(str, one.points))))
    whose = [Words(clean(one.person.name), "note")] if one.person and len(told.case.people) > 1 else []
    return [
        [Words(str(one.number))],
        [Words(texts.named(one.kind)), *whose],
        [Words(clean(one.document))],
        [Words(texts.date(one.day))],
        [Words("; ".join(bears) or texts.say("labels", "none"))],
    ]


def corrections(sheet: Sheet, told: Contents, texts: Texts) -> None:
    """Write the table of corrections; which version is right is left empty."""
    rows = [_correction(one, told, texts) for one in told.corrections]
    _table(sheet, texts, "corrections", rows)


def _correction(one: Correction, told: Contents, texts: Texts) -> list[Cell]:
    number = told.points.get(one.finding.id)
    about = [Words(capital(texts.heading(one.finding.rule, one.about)))]
    about += [Words(texts.say("exhibits", "point", number=number), "note")] if number else []
    about += [Words(clean(one.person.name), "note")] if one.person and len(told.case.people) > 1 else []
    about.append(Words(f"{texts.word('severities', str(one.finding.severity))} · {one.finding.id}", "note"))
    proof = [Words(texts.say("corrections", "exhibit", number=exhibit)) for exhibit in one.proof]
    return [
        about,
        quoting.gathered(texts, one.before),
        quoting.gathered(texts, one.now),
        [Words(texts.say("gaps", "correct"), "gap")],
        proof or [Words(texts.say("gaps", "correct_proof"), "gap")],
    ]


def timeline(sheet: Sheet, told: Contents, texts: Texts) -> None:
    """Write the timeline of each person."""
    sheet.title(texts.say("timeline", "title"))
    sheet.text(Words(texts.say("timeline", "note"), "note"))
    columns = _columns(texts, "timeline")
    if not told.lives:
        sheet.text(Words(texts.say("timeline", "empty")))
    for life in told.lives:
        sheet.heading(clean(life.person.name), 1)
        sheet.table(columns, [_event(event, told, texts) for event in life.events])


def _event(event: Event, told: Contents, texts: Texts) -> list[Cell]:
    words = "refused" if event.kind == "refused" else "words"
    where = tuple(countries.name_of(code, texts.language) for code in event.countries)
    parts = (
        " / ".join(clean(texts.word(words, way)) for way in ways)
        for ways in (*event.what, event.cities, where)
    )
    details = ", ".join(dict.fromkeys(filter(None, parts)))
    several = len(event.tellings) > 1
    documents: list[Words] = []
    for telling in event.tellings:
        documents += [Words(f"{texts.period(telling.period)}{texts.table['colon']}")] if several else []
        documents += [Words(clean(path), "note") for path in telling.documents]
    return [
        [Words(texts.period(telling.period)) for telling in event.tellings],
        [Words(texts.word("events", event.kind))],
        [Words(details or texts.say("labels", "none"))],
        documents,
        [Words(f"! {_conflict(one, told, texts)}", "strong") for one in event.conflicts],
    ]


def _conflict(finding: str, told: Contents, texts: Texts) -> str:
    number = told.points.get(finding)
    return texts.say("exhibits", "point", number=number) if number else finding


def _table(sheet: Sheet, texts: Texts, group: str, rows: Sequence[Sequence[Cell]]) -> None:
    """Write a paper that is one table, under its title and what it is for."""
    sheet.title(texts.say(group, "title"))
    sheet.text(Words(texts.say(group, "note"), "note"))
    if rows:
        sheet.table(_columns(texts, group), rows)
    else:
        sheet.text(Words(texts.say(group, "empty")))


def _columns(texts: Texts, group: str) -> list[Column]:
    own = texts.table[group]
    return [
        Column(texts.say(group if name in own else "labels", name), width)
        for name, width in WIDTHS[group].items()
    ]
