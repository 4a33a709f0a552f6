"""A small folder with findings of every kind of place, and a browser without a screen that goes through it."""

import re
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest
from fixtures.build import reference
from fixtures.papers import write
from flask.testing import FlaskClient
from msgspec.structs import replace
from werkzeug.test import TestResponse

from consistency.model import Finding, Report
from consistency.pipeline import NO_FILES, Check
from consistency.review import desk as desks
from consistency.review.app import Site, application
from consistency.review.desk import Checked, Desk
from consistency.review.guard import Guard
from tests.bundled import READING

HOST = "127.0.0.1:8123"
OWN = {"Origin": f"http://{HOST}", "Sec-Fetch-Site": "same-origin"}
TRAP = " <img src=x onerror=window.hit=1>"
"""What a file's name may hold."""
SETTINGS = '# Our file 17\n[rules]\n"work/letter-incomplete" = "critical"  # as agreed\n'


def letter(path: Path, day: str, employer: str, since: str, title: str = "Cook") -> None:
    told = (
        f"This is to certify that Ms. Noor Sample has been employed with {employer} as {title} since {since}"
    )
    write(path, reference(day, employer, f"{told} and continues to work with us to date."))


def folder(target: Path) -> Path:
    """Two employers, each of whom dates a job otherwise in the past letter and in the draft's."""
    past, draft = target / "2024 work permit", target / "2026 draft"
    for name, days in (("Jasmine Example Restaurant", ("March 2, 2021", "April 8, 2019")),
                       ("Medina Example Bakery", ("June 1, 2016", "January 4, 2018"))):  # fmt: skip
        letter(past / f"{name}{TRAP}.pdf", "May 2, 2024", name, days[0])
        letter(draft / f"{name}.pdf", "September 28, 2026", name, days[1])
    (target / "consistency.toml").write_text(SETTINGS, encoding="utf-8")
    return target


def copied(case: Path, target: Path) -> Path:
    return Path(shutil.copytree(case, target / "case"))


def desk_of(case: Path, report: Report, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Give the desk of a folder whose first check has been made already."""

    given = ready(case, report, monkeypatch)
    desk = Desk(case, READING)
    monkeypatch.setattr(desks, "checked", given)
    return desk


def ready(case: Path, report: Report, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Checked]:
    """Have the first check of a folder be one that was made already; give what checks truly."""

    def made(_folder: Path, _wanted: Check) -> Checked:
        return Checked(NO_FILES, replace(report, case=replace(report.case, path=str(case))))

    given: Callable[..., Checked] = desks.checked
    monkeypatch.setattr(desks, "checked", made)
    return given


class Visitor:
    """The admitted browser."""

    def __init__(self, desk: Desk, lang: str = "en") -> None:
        self.guard = Guard()
        self.site = Site(desk, self.guard, lang)
        self.app = application(self.site)
        self.desk = desk
        self.client: FlaskClient = self.app.test_client()
        self.get(f"/start?token={self.guard.token}")

    def get(self, path: str, **told: Any) -> TestResponse:
        return self.client.get(path, base_url=f"http://{HOST}", **told)

    def post(self, path: str, data: dict[str, str], headers: dict[str, str] = OWN) -> TestResponse:
        form = {"form": self.guard.form, **data}
        return self.client.post(path, data=form, headers=headers, base_url=f"http://{HOST}")

    def decide(self, finding: str, decision: str, reason: str = "", **told: str) -> TestResponse:
        page = self.get(f"/findings/{finding}").text
        seen = re.search(r'name="seen" value="([0-9a-f]+)"', page)
        assert seen
        form = {"decision": decision, "reason": reason, "by": "A. Lee", "seen": seen[1], **told}
        return self.post(f"/findings/{finding}", form)

    def ids(self, rule: str = "") -> list[str]:
        return [i.finding.id for i in self.desk.standing.agenda.items if i.finding.rule.startswith(rule)]


def many(report: Report, number: int) -> Report:
    """Multiply the findings of a report, each with an id of its own."""
    return replace(report, findings=tuple(_numbered(report.findings, number)))


def _numbered(findings: tuple[Finding, ...], number: int) -> Iterable[Finding]:
    for count in range(number):
        one = findings[count % len(findings)]
        yield replace(one, id=f"{one.rule.replace('/', '-')}-{count:010x}")
