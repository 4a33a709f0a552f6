"""As of when a paper speaks that does not say so itself."""

import pytest

from consistency.case.dating import dated
from consistency.model import AsOf, Document, Evidence, Paper, Relationship
from consistency.normalizer.dates import PartialDate, Period


@pytest.mark.parametrize(
    ("created", "basis"), [("2000-01-01T00:00:00", "folder"), ("2026-08-03T10:00:00", "metadata")]
)
def test_metadata_before_what_a_registry_tells_date_nothing(created: str, basis: str) -> None:
    path = "2026 draft/certificate.pdf"
    document = Document(path, "0" * 64, "pdf", "text", "full", metadata={"created": created})
    union = Relationship(
        evidence=Evidence(path, "15 July 2023"),
        period=Period(PartialDate(2023, 7, 15), None),
        relation="spouse",
        name="Ida Sample",
    )
    paper = Paper(document, "civil-certificate", AsOf(None, "unknown"), records=(union,))
    assert dated(paper, {}).as_of.basis == basis
