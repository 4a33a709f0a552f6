"""The summary of a batch as HTML, CSV and JSON: written row by row, so that its length costs no memory."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Any

import msgspec
from markupsafe import Markup

from consistency.batch.folder import ENDINGS, NAME, Wanted
from consistency.batch.state import Row, State
from consistency.reports.csv import cell
from consistency.reports.html.templating import environment, policy
from consistency.saving import saving

STYLE = """
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
body { max-width: 70rem; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; padding: .5rem 0; }
th, td { text-align: left; padding: .3rem .6rem; border-bottom: 1px solid GrayText; vertical-align: top; }
.n { text-align: right; font-variant-numeric: tabular-nums; }
"""


def write(wanted: Wanted, state: State) -> None:
    """Write the three summaries of what stands in the state."""
    for ending, lines in (("html", _html), ("csv", _csv), ("json", _json)):
        with saving(wanted.output / f"{NAME}.summary.{ending}") as file:
            for text in lines(wanted, state):
                file.write(text.encode("utf-8", "replace"))


def _places(wanted: Wanted, row: Row) -> dict[str, str]:
    """Give the reports of a folder by their formats, as paths from the summary."""
    if row.verdict == "failed":
        return {}
    return {form: f"{row.folder}/{NAME}.{ENDINGS.get(form, form)}" for form in wanted.formats}


def _html(wanted: Wanted, state: State) -> Iterator[str]:
    page = environment("consistency.batch").get_template("summary.html")
    rows = ((row, _places(wanted, row)) for row in state.rows(worst_first=True))
    yield from page.generate(
        rows=rows,
        totals=state.totals(),
        style=Markup(STYLE),
        policy=policy(STYLE, ""),
        version=wanted.version,
    )


def _csv(wanted: Wanted, state: State) -> Iterator[str]:
    yield "\ufeff" + _line([*Row.__struct_fields__, *wanted.formats])
    for row in state.rows():
        places = _places(wanted, row)
        yield _line(
            [*msgspec.structs.asdict(row).values(), *(places.get(form, "") for form in wanted.formats)]
        )


def _line(values: list[Any]) -> str:
    text = io.StringIO()
    csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerow(map(cell, values))
    return text.getvalue()


def _json(wanted: Wanted, state: State) -> Iterator[str]:
    tool = {"name": "consistency", "version": wanted.version}
    yield f'{{"schema": "consistency-batch/1",\n "tool": {_plain(tool)},\n "folders": ['
    for number, row in enumerate(state.rows()):
        told = msgspec.structs.asdict(row) | {"reports": _places(wanted, row)}
        yield f"{',' if number else ''}\n  {_plain(told)}"
    yield f'\n ],\n "summary": {_plain(state.totals())}}}\n'


def _plain(value: Any) -> str:
    return msgspec.json.encode(value).decode()
