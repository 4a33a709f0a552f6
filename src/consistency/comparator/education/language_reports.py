"""The reports of language tests: which test, on which day, with which scores."""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from consistency.model import Citation, LanguageTest, Paper
from consistency.normalizer import language_tests
from consistency.normalizer.dates import PartialDate


class Report(Struct, frozen=True):
    """A test as its report tells it."""

    paper: Paper
    record: LanguageTest
    test: str
    scores: Mapping[str, str]

    @property
    def day(self) -> PartialDate | None:
        """The day of the test."""
        return self.record.start

    @property
    def words(self) -> str:
        """The test, the day and the scores in one line."""
        return f"{self.record.details} ({self.day})" if self.day else self.record.details or self.test

    @property
    def citation(self) -> Citation:
        """The result as one side of a finding."""
        return Citation(self.record.cite("details"), self.words, self.paper.as_of.date)


def reports(paper: Paper) -> Iterator[Report]:
    """Give the tests that a paper reports, of those that are known."""
    for record in paper.all(LanguageTest):
        names = language_tests.tests(record.details or "")
        if names:
            yield Report(paper, record, names[0], language_tests.read(record.details or "", names[0]).scores)
