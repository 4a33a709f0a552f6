"""While a case is checked garbage is looked for seldom, and afterwards as it was before."""

import gc
from collections.abc import Iterator

import pytest

from consistency.pipeline import Check, check
from consistency.readers.files import Options
from consistency.sweeping import SELDOM, swept_seldom, unswept
from tests.bundled import SAMPLE


@pytest.fixture
def threshold() -> Iterator[tuple[int, int, int]]:
    before = gc.get_threshold()
    gc.set_threshold(700, 10, 10)
    yield 700, 10, 10
    gc.set_threshold(*before)


def test_it_is_looked_for_seldom_while_a_case_is_checked(threshold: tuple[int, int, int]) -> None:
    seen: set[tuple[int, int, int]] = set()
    wanted = Check(reading=Options(ocr=False), progress=lambda *_: seen.add(gc.get_threshold()))
    check(SAMPLE, wanted)
    assert seen == {(SELDOM, 10, 10)}
    assert gc.get_threshold() == threshold


@pytest.mark.parametrize("before", [(0, 10, 10), (SELDOM * 2, 5, 5)])
def test_it_is_never_looked_for_more_often_than_before(
    threshold: tuple[int, int, int], before: tuple[int, int, int]
) -> None:
    gc.set_threshold(*before)
    with swept_seldom():
        assert gc.get_threshold() == before


def test_what_was_set_comes_back_after_an_error(threshold: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError, match="wrong"), swept_seldom(), unswept():
        assert not gc.isenabled()
        raise ValueError("wrong")
    assert gc.isenabled() and gc.get_threshold() == threshold
