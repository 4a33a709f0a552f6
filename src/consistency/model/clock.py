"""Times that run: what has to be done by a day, what is valid until a day, and what is barred until a day."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from consistency.model.records import Citation
from consistency.normalizer.dates import PartialDate


class Clock(Struct, frozen=True, kw_only=True):
    """A time that a statute, a regulation or a paper sets, read on the day of the case.

    Both ends are days and the last one is included. Where the folder tells the start to the month only, or does
    not tell which of two times applies, the last day has an earliest and a latest reading.
    """

    kind: str = ""
    """The name of its module: "judicial-review"."""
    person: str
    """The id of the person whose time it is."""
    title: str
    """What runs, in a few words."""
    provisions: tuple[str, ...]
    """The statute or regulation, and the instructions, that set it."""
    citation: Citation
    """Where the document stands that gives the day from which it is counted, or the last day itself."""
    start: PartialDate | None
    """The day from which it is counted, as far as it is known; None where a paper states the last day alone."""
    earliest: date
    """The last day, in its earliest reading."""
    latest: date
    """The last day, in its latest reading."""
    as_of: date
    """The day at which it is read."""
    sentence: str
    """What it means, as information: never what to do with it."""
    bar: bool = False
    """True where nothing can be granted before it is over; else something has to be done before it is."""
    matters: bool = True
    """Whether it still weighs once it has passed."""

    @property
    def last(self) -> date:
        """The last day in the reading that errs to the side of caution."""
        return self.latest if self.bar else self.earliest

    @property
    def days_left(self) -> int:
        """The days from the day of the case to the last day: 0 on the day itself, negative after it."""
        return (self.last - self.as_of).days

    @property
    def passed(self) -> bool:
        """True where the last day is over in every reading."""
        return self.latest < self.as_of

    @property
    def days_over(self) -> int:
        """The days since the last day, in its latest reading; 0 where it has not passed."""
        return max((self.as_of - self.latest).days, 0)

    @property
    def weighs(self) -> bool:
        """True while it runs, and after it where it still matters."""
        return self.matters or not self.passed
