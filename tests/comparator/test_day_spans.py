"""Spans of days: joined, cut, counted."""

from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from consistency.comparator.day_spans import Span, common, joined, length, shared, shared_days, without

DAYS = st.dates(date(2019, 1, 1), date(2021, 12, 31))
SPANS = st.lists(st.tuples(DAYS, DAYS).map(lambda pair: (min(pair), max(pair))), max_size=5)


def days(spans: list[Span]) -> set[int]:
    return {day for start, end in spans for day in range(start.toordinal(), end.toordinal() + 1)}


@given(SPANS, SPANS)
def test_what_is_left_is_the_difference_of_the_days(one: list[Span], other: list[Span]) -> None:
    rest = without(one, other)
    assert days(rest) == days(one) - days(other)
    assert rest == joined(rest)
    assert length(*rest) == len(days(rest))


@given(SPANS)
def test_joined_spans_hold_the_same_days_apart_from_one_another(spans: list[Span]) -> None:
    found = joined(spans)
    assert days(found) == days(spans)
    assert all((later[0] - earlier[1]).days > 1 for earlier, later in pairwise(found))


@given(SPANS, SPANS)
def test_shared_days(one: list[Span], other: list[Span]) -> None:
    assert days(shared(one, other)) == days(one) & days(other)


def test_common_days() -> None:
    january = date(2020, 1, 1), date(2020, 1, 31)
    assert common(january, (date(2020, 1, 31), date(2020, 3, 1))) == (date(2020, 1, 31), date(2020, 1, 31))
    assert common(january, (date(2020, 2, 1), date(2020, 3, 1))) is None


def span(first: int, last: int) -> Span:
    return date(2020, 1, first), date(2020, 1, last)


def test_spans_with_a_few_days_between_are_joined_over_a_bridge() -> None:
    assert joined([span(1, 9), span(2, 3), span(11, 12)], bridge=1) == [span(1, 12)]
    assert joined([span(1, 4), span(7, 8)], bridge=1) == [span(1, 4), span(7, 8)]
    last = (date(2020, 1, 1), date.max)
    assert joined([last, (date.max, date.max)], bridge=3) == [last]


def test_days_are_counted_once_with_both_ends() -> None:
    assert shared_days(span(1, 5), span(5, 9)) == 1 and shared_days(span(1, 5), span(6, 9)) == 0
    assert shared_days(span(1, 9), span(3, 4)) == 2
    assert length(span(1, 1), span(3, 5), span(4, 5)) == 4
