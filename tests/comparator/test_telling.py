"""Records as papers tell them."""

from consistency.comparator.telling import told_by
from consistency.model import Job, Trip
from tests.comparator.examples import case_of

CASE = """
    2024/imm1295.pdf as of 2024-06-01: job employer="Mill Foods" title=baker from=2019-03 to=2023-05
    draft/imm1295.pdf as of 2026-03-01: job employer="Mill Foods" title=baker from=2019-03 to=2023-05
    draft/imm1295.pdf as of 2026-03-01: job employer="Harbour Deli" title=cook from=2023-06 to=present
"""


def test_the_records_of_one_type_come_with_their_papers() -> None:
    case = case_of(CASE)
    told = [(one.paper.path, one.record.employer) for one in told_by(case.papers, Job)]
    assert told == [
        ("2024/imm1295.pdf", "Mill Foods"),
        ("draft/imm1295.pdf", "Mill Foods"),
        ("draft/imm1295.pdf", "Harbour Deli"),
    ]
    assert not [*told_by(case.papers, Trip)]


def test_a_person_has_papers_in_the_draft() -> None:
    case = case_of(CASE)
    (person,) = case.people
    assert [paper.path for paper in case.drafted(person)] == ["draft/imm1295.pdf"]
    assert case.draft_papers == case.drafted(person)


def test_a_record_tells_when_it_began_and_ended() -> None:
    *_, over, present = (one.record for one in told_by(case_of(CASE).papers, Job))
    assert (str(over.start), str(over.end), over.goes_on) == ("2019-03", "2023-05", False)
    assert (str(present.start), present.end, present.goes_on) == ("2023-06", None, True)
    assert Job(evidence=over.evidence).start is None
