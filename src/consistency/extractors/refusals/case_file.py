"""The applications that the print of a case file holds: number, decision and day of each, and the earlier ones."""

import re
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from consistency.extractors.wording.labels import Value
from consistency.extractors.wording.prose import Passage, passage, plain
from consistency.model import Document, Evidence, Refusal
from consistency.normalizer import dates, identifiers
from consistency.normalizer.dates import PartialDate, Period
from consistency.normalizer.expressions import expression

_OUTCOMES = (
    ("refused", r"refus|reject|rejet|negative|denied"),
    ("withdrawn", r"withdr|retir|retrait"),
    ("approved", r"approv|approuv|accept|positive|issued"),
)
_ROW = expression(r"(?<![0-9A-Za-z])[A-Z] ?\d{9}(?![0-9A-Za-z])")


def outcome_word(text: str) -> str | None:
    """Give the vocabulary word of a decision in English or French."""
    low = plain(text)
    return next((word for word, pattern in _OUTCOMES if re.search(pattern, low)), None)


class Filed(Struct, frozen=True):
    """One application of a file."""

    number: Value | None
    decision: Value | None
    decided: Value | None

    @property
    def day(self) -> PartialDate | None:
        """The day of the final decision: beside a label of its own, else behind the decision itself."""
        if self.decided:
            return dates.parse(self.decided.text)
        found = dates.find_dates(self.decision.text) if self.decision else ()
        return found[0].date if len(found) == 1 else None

    @property
    def day_told(self) -> Value | None:
        """Where that day stands."""
        return self.decided or (self.decision if self.day else None)

    @property
    def outcome(self) -> str | None:
        """How it was decided."""
        return outcome_word(self.decision.text) if self.decision else None


def filed(values: Mapping[str, Sequence[Value]]) -> tuple[Filed, ...]:
    """Give the applications of a file, the one decided last first: each begins at its number."""
    numbers: dict[str, Value] = {}
    for value in values.get("application_number", ()):
        numbers.setdefault(plain(value.text).replace(" ", ""), value)
    starts = sorted(numbers.values(), key=lambda value: value.order)
    if len(starts) < 2:
        return (
            Filed(
                *(
                    next(iter(values.get(name, ())), None)
                    for name in ("application_number", "decision", "decided")
                )
            ),
        )
    found = [
        Filed(
            number,
            *(_between(values.get(name, ()), number.order, following) for name in ("decision", "decided")),
        )
        for number, following in zip(starts, [*(v.order for v in starts[1:]), 1 << 30], strict=True)
    ]
    return tuple(
        sorted(
            found, key=lambda one: one.day.latest if one.day else dates.PartialDate(1).earliest, reverse=True
        )
    )


def _between(values: Sequence[Value], start: int, end: int) -> Value | None:
    return next((value for value in values if start <= value.order < end), None)


def listed_refusals(document: Document, own: str | None) -> Iterator[Refusal]:
    """Give the refused applications that rows of the file list, other than its own."""
    for line in document.lines:
        row = passage(document, [line])
        numbers = list(_ROW.finditer(row.text))
        if len(numbers) != 1 or outcome_word(row.text) != "refused" or len(row.text) > 160:
            continue
        number = identifiers.application_number(numbers[0][0])
        day = _decided_in(row)
        if number and number != own and day and (len(line.segments) > 1 or re.search(r"[|;,:]", row.text)):
            where = row.cite(day.start, day.end)
            yield Refusal(
                evidence=row.cite(), cells={"period": where, "number": row.cite(*numbers[0].span())},
                period=Period(day.date, None), number=number, country="CA",
            )  # fmt: skip


def _decided_in(row: Passage) -> dates.Found | None:
    """Give the day of a row's decision: the one after the word for it, else the latest."""
    days = list(dates.find_dates(row.text))
    word = re.search(r"refus\w*|reject\w*|rejet\w*", row.plain)
    after = [day for day in days if word and day.start >= word.end()]
    return after[0] if after else max(days, key=lambda day: day.date.latest, default=None)


def refusal_of(one: Filed, decision: Evidence, day: tuple[PartialDate, Evidence] | None) -> Refusal:
    """Give the refusal of an application of the file."""
    return Refusal(
        evidence=day[1] if day else decision,
        cells={"number": one.number.evidence} if one.number else {},
        period=Period(day[0], None) if day else None,
        number=one.number.text if one.number else None,
        country="CA",
    )
