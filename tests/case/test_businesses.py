"""Registers of businesses that are another's say nothing of the person by whose papers they lie."""

import pytest

from consistency.case.businesses import without_others
from consistency.model import AsOf, Document, Evidence, Fact, Job, Paper, Person
from consistency.normalizer.dates import PartialDate


@pytest.mark.parametrize(("owner", "kept"), [("LIM, ANA", True), ("Omar Haddad", False)])
def test_a_register_tells_work_of_its_owner_alone(owner: str, kept: bool) -> None:
    place = Evidence("licence.pdf", owner)
    paper = Paper(
        Document("licence.pdf", "0" * 64, "pdf", "text", "full"),
        "business-registration",
        AsOf(PartialDate.of("2020-01-01"), "stated"),
        (Fact("full_name", owner, place),),
        (Job(evidence=place, employer="Blue Door", title="Owner"),),
        person="p1",
    )
    (found,) = without_others([paper], [Person("p1", "Ana Maria Lim", "principal")])
    assert bool(found.records) is kept
    assert bool(found.facts) is kept
