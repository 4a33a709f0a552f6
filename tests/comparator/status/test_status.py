"""Whole folders of people in and out of Canada: clean ones are silent, one planted change is found as what it is."""

import re
from pathlib import Path

import pytest

from consistency.comparator.engine import Settings, run
from consistency.comparator.status.status_words import maintained, restored
from consistency.model import Severity
from tests.comparator.examples import case_of


@pytest.mark.parametrize(
    ("sentence", "says"),
    [
        ("I was on maintained status until June 2024.", (True, False)),
        ("My status was restored in 2024.", (False, True)),
        ("I was not on maintained status.", (False, False)),
        ("I never had implied status.", (False, False)),
        ("I like Calgary.", (False, False)),
        ("I request the restoration of my status.", (False, False)),
    ],
)
def test_what_a_letter_says_of_the_status(sentence: str, says: tuple[bool, bool]) -> None:
    form = "draft/imm5710.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04"
    case = case_of(f'{form}\ndraft/explanation-letter.pdf as of 2026-03-01: text "{sentence}"')
    person = case.people[0]
    assert (maintained(case, person) is not None, restored(case, person) is not None) == says
    alone = case_of(f'{form}\ndraft/imm5710.pdf as of 2026-03-01: text "{sentence}"')
    assert maintained(alone, alone.people[0]) is None is restored(alone, alone.people[0])


FOLDERS = {
    name.strip(): text
    for name, text in re.findall(
        r"^== (.+)\n((?:(?!==).*\n?)*)",
        Path(__file__).with_name("status_folders.txt").read_text(encoding="utf-8"),
        re.MULTILINE,
    )
}
"""Clean folders by name."""


def found(example: str, *families: str) -> list[tuple[str, Severity]]:
    rules = families or ("status", "background")
    findings = run(case_of(example), Settings(rules=rules))
    return sorted((f.rule, f.severity) for f in findings if f.severity > Severity.INFO)


@pytest.mark.parametrize("name", FOLDERS)
def test_a_clean_folder_is_silent(name: str) -> None:
    assert found(FOLDERS[name]) == []


def changed(example: str, old: str, new: str) -> str:
    assert old in example
    return example.replace(old, new)


WORK, GAP, RESTORE = "status/unauthorized-work", "status/gap", "status/restoration"
PLANTED = [
    ("graduate", 'employer="Chinook Ltd" city', 'employer="Silver Birch" city', [WORK]),
    ("graduate", "city=Brampton from=2024-06-12", "city=Halifax from=2024-06-12", [WORK]),
    ("graduate", "from=2021-06-20 to=2024-06-20", "from=2021-11-20 to=2024-06-20", [GAP, WORK]),
    ("graduate", "from=2019-08-20 to=2021-08-31", "from=2019-08-20 to=2021-05-31", [GAP]),
    ("graduate", "from=2024-06-12 to=2027-03-31\ndraft/imm5710.pdf as of 2026-10-27: permit number",
     "from=2024-06-12 to=2026-05-31\ndraft/imm5710.pdf as of 2026-10-27: permit number", [RESTORE, WORK]),
    ("graduate", "permit number=U334086166\n", "permit number=U334086616\n", ["status/document-number"]),
    ("graduate", "residence country=CA status=worker", "residence country=PH status=citizen", ["status/wrong-form"]),
    ("visitor", "2025-04-02", "2025-06-20", [RESTORE]),
    ("maintained", "draft/imm5710.pdf as of 2025-08-20: permit status=restoration\n", "", [RESTORE]),
    ("maintained", "2025-08-20", "2025-09-20", [RESTORE]),
    ("maintained", "from=2022-03 to=2025-06", "from=2022-03 to=2025-08", [WORK]),
    ("maintained", "from=2022-03 to=2025-06", "from=2022-03 to=present", [WORK]),
    ("gone home", "to=2021-08-15 purpose", "to=2022-03-15 purpose", [GAP]),
    ("gone home", "residence country=NG status=citizen",
     "residence country=CA status=worker from=2022-01-01 to=2025-01-01", ["status/wrong-form"]),
    ("co-op", 'employer=OPEN', 'employer="Maple Data"', [WORK]),
    ("two jobs", "from=2023-03-01 to=2026-06-20", "from=2023-08-01 to=2026-06-20", [GAP, WORK]),
    ("two jobs", 'employer="Nguyen Nails" title=Technician city=Surrey country=CA from=2021-06 to=2023-03',
     'employer="Nguyen Nails" title=Technician city=Surrey country=CA from=2021-06 to=2025-03', [WORK]),
]  # fmt: skip


@pytest.mark.parametrize(("name", "old", "new", "rules"), PLANTED)
def test_a_planted_change_is_found_and_nothing_else(name: str, old: str, new: str, rules: list[str]) -> None:
    findings = found(changed(FOLDERS[name], old, new))
    assert [rule for rule, _ in findings] == rules, findings
