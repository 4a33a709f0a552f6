"""Clean families raise nothing; a contradiction planted into one raises its rule, at its level, once."""

import re
from pathlib import Path

import pytest

from consistency.comparator.engine import Settings, run
from consistency.model import Finding, Severity
from tests.comparator.examples import case_of

OURS = Settings(rules=("family", "education"))


def told(name: str) -> str:
    return Path(__file__).with_name(name).read_text(encoding="utf-8")


FAMILIES = dict(re.findall(r"^## (\w+)\n(.*?)(?=\n## |\Z)", told("families.txt"), re.MULTILINE | re.DOTALL))
PLANTS = [
    [part.strip() for part in line.split("|")]
    for line in told("family_plants.txt").splitlines()
    if line and not line.startswith("#")
]


def findings(text: str) -> list[Finding]:
    return [f for f in run(case_of(text), OURS) if f.severity > Severity.INFO]


def planted(family: str, papers: str, words: str, others: str | None = None) -> str:
    """Write other words into some papers of a family, or leave out their lines that hold the words."""
    lines = FAMILIES[family].splitlines()
    meant = [line.startswith(papers) and words in line for line in lines]
    assert any(meant), (papers, words)
    pairs = zip(lines, meant, strict=True)
    if others is None:
        return "\n".join(line for line, one in pairs if not one)
    return "\n".join(line.replace(words, others) if one else line for line, one in pairs)


def test_there_are_families_of_many_cultures() -> None:
    assert len(FAMILIES) >= 12


@pytest.mark.parametrize("family", FAMILIES)
def test_a_clean_family_raises_nothing(family: str) -> None:
    assert [(f.rule, f.detail) for f in findings(FAMILIES[family])] == []


@pytest.mark.parametrize("plant", PLANTS, ids=[f"{p[0]}: {p[1]} {p[-1]}"[:60] for p in PLANTS])
def test_a_planted_contradiction_is_found(plant: list[str]) -> None:
    family, rule, level, papers, *words = plant
    found = findings(planted(family, papers, *words))
    assert (rule, level) in [(f.rule, str(f.severity)) for f in found], [f.detail for f in found]
    assert len([f for f in found if f.rule == rule]) == 1, [f.detail for f in found]
    assert len(found) <= 2, [(f.rule, f.detail) for f in found]


def test_a_former_union_with_another_is_no_matter_of_a_status_that_two_forms_tell_differently() -> None:
    found = findings("""
draft/imm1295.pdf as of 2026-03-01: birth_date=1990-05-04 marital_status=married
draft/imm1295.pdf as of 2026-03-01: relationship relation=spouse name="Sara Karimi" from=2019-02-20
draft/imm1295.pdf as of 2026-03-01: answer question=previously-married answer=no
draft/imm5707.pdf as of 2026-03-01: birth_date=1990-05-04 marital_status=single
draft/civil-certificate.pdf as of 2015-07-07: relationship relation=previous-spouse name="Ana Ruiz" to=2015-07-07
""")
    assert {"family/marital-status", "family/previous-partner"} <= {f.rule for f in found}


def test_the_year_of_a_register_on_the_certificate_tells_no_second_ceremony() -> None:
    found = [
        run(
            case_of(f"""
                draft/imm1295.pdf as of 2026-03-01: marital_status=married
                draft/imm1295.pdf as of 2026-03-01: relationship relation=spouse name=Awa from=2018-02-20
                draft/civil-certificate.pdf as of 2025-07-07: relationship relation=spouse name=Awa from=2019-02-20
                draft/civil-certificate.pdf as of 2025-07-07: text "{told}"
            """),
            Settings(),
        )
        for told in (
            "Registre de l'année 2018. Mariage coutumier du 20 février 2019.",
            "Mariage coutumier du 20 février 2018, mariage civil du 20 février 2019.",
        )
    ]
    assert [sum(one.rule == "family/relationship-date" for one in each) for each in found] == [1, 0]
