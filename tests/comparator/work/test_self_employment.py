"""Who owns a business, by the rows of a register."""

import pytest

from consistency.comparator.engine import Settings, run
from tests.comparator.examples import case_of

CASE = """
draft/imm1295.pdf as of 2026-03-01: family_name=RAHIMI given_names=Ali
draft/imm1295.pdf as of 2026-03-01: job employer="Douceurs du Port" title="self-employed baker" from=2022-01 to=present
draft/other.pdf: text "Registre national de l'auto-entrepreneur"
draft/other.pdf: text "Nom  {family}"
draft/other.pdf: text "Prénom  {given}"
draft/other.pdf: text "Enseigne  Douceurs du Port"
"""


@pytest.mark.parametrize(
    ("family", "given", "reports"), [("OUBELLA", "RACHID", True), ("RAHIMI", "ALI", False)]
)
def test_the_owner_in_two_rows_of_a_register(family: str, given: str, reports: bool) -> None:
    found = run(case_of(CASE.format(family=family, given=given)), Settings(rules=("work/self-employment",)))
    assert bool(found) is reports
    assert all("RACHID OUBELLA" in finding.detail for finding in found)
