"""Findings that somebody has looked at: what an acknowledgement does to them, and when it does nothing."""

from datetime import date

import pytest

from consistency.comparator.waivers import Waiver, waived
from consistency.model import Acknowledgement, Finding, Severity

TODAY = date(2026, 12, 1)


def finding(name: str, severity: Severity = Severity.MAJOR) -> Finding:
    return Finding(name, "work/dates", severity, None, "A title.", "A detail.", "", "", (), ())


def waiver(name: str, *, critical: bool = False, expires: str | None = None) -> Waiver:
    return Waiver(name, Acknowledgement("Known.", expires=expires), allow_critical=critical)


def test_what_is_acknowledged_stands_with_the_words_and_no_other() -> None:
    explained = Waiver("b", Acknowledgement("See the letter."), "explained")
    found, notes = waived([finding("a"), finding("b"), finding("c")], [waiver("a"), explained], TODAY)
    assert [(f.id, f.status) for f in found] == [("a", "acknowledged"), ("b", "explained"), ("c", "open")]
    told = [f.acknowledgement and f.acknowledgement.reason for f in found]
    assert told == ["Known.", "See the letter.", None]
    assert notes == ()


def test_what_is_no_longer_found_is_said() -> None:
    found, notes = waived([finding("a")], [waiver("a"), waiver("gone")], TODAY)
    assert [f.status for f in found] == ["acknowledged"]
    assert notes == ("gone is acknowledged, but is no longer found.",)


@pytest.mark.parametrize(
    ("expires", "status"),
    [(None, "acknowledged"), ("2026-12-02", "acknowledged"), ("2026-12-01", "acknowledged"), ("2026-11-30", "open")],
)  # fmt: skip
def test_it_holds_to_the_end_of_its_last_day(expires: str | None, status: str) -> None:
    [found], notes = waived([finding("a")], [waiver("a", expires=expires)], TODAY)
    assert found.status == status
    assert (found.acknowledgement is None) is (status == "open")
    assert any("expired on 2026-11-30" in note for note in notes) is (status == "open")


@pytest.mark.parametrize(
    ("severity", "critical", "status"),
    [
        (Severity.CRITICAL, False, "open"),
        (Severity.CRITICAL, True, "acknowledged"),
        (Severity.MAJOR, False, "acknowledged"),
        (Severity.INFO, False, "acknowledged"),
    ],
)
def test_a_critical_finding_stays_open_unless_it_is_known_to_be_critical(
    severity: Severity, critical: bool, status: str
) -> None:
    [found], notes = waived([finding("a", severity)], [waiver("a", critical=critical)], TODAY)
    assert found.status == status
    assert any("allow_critical" in note for note in notes) is (status == "open")
