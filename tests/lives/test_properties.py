"""What must hold for every life, whatever is in it."""

from __future__ import annotations

from random import Random

from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from consistency.model import Paper, Record
from consistency.normalizer.dates import PartialDate, Period
from tests.lives.edits import Edit
from tests.lives.life import life
from tests.lives.running import found, known_edits
from tests.lives.telling import papers

SEEDS = st.integers(0, 100_000)
FEW = settings(max_examples=5, derandomize=True, phases=[Phase.generate])


def copied(paper: Paper) -> Paper:
    """Give the same file in another folder."""
    path = f"copy/{paper.path}"
    return replace(paper, document=replace(paper.document, path=path))


def vaguer(day: PartialDate | None, to: str) -> PartialDate | None:
    if day is None:
        return None
    return PartialDate(day.year) if to == "year" else PartialDate(day.year, day.month)


def widened(record: Record, to: str) -> Record:
    period = record.period
    if period is None:
        return record
    return replace(record, period=Period(vaguer(period.start, to), vaguer(period.end, to), period.open))


@FEW
@given(SEEDS)
def test_a_case_beside_a_copy_of_itself_gives_no_finding(seed: int) -> None:
    told = papers(life(seed))
    assert [f.detail for f in found([*told, *map(copied, told)])] == []


@FEW
@given(SEEDS, st.sampled_from(["month", "year"]), st.randoms(use_true_random=False))
def test_a_wider_date_creates_no_contradiction(seed: int, to: str, chance: Random) -> None:
    told = papers(life(seed))
    at = chance.randrange(len(told))
    paper = told[at]
    kinds = {record.type for record in paper.records} & {"job", "education", "trip"}
    records = tuple(widened(r, to) if r.type in kinds else r for r in paper.records)
    told[at] = replace(paper, records=records)
    assert [f.detail for f in found(told)] == []


@FEW
@given(SEEDS, st.sampled_from(known_edits()))
def test_more_papers_hide_no_contradiction(seed: int, edit: Edit) -> None:
    told = edit.planted(seed)
    if told is None:
        return
    whole = [f for f in found(told) if f.rule in edit.rules]
    for finding in whole:
        cited = {citation.evidence.document for citation in finding.evidence}
        kept = [p for p in told if p.path in cited or p.kind in {"imm1295", "imm5257"}]
        fewer = {f.rule for f in found(kept)} & edit.rules
        assert fewer <= {f.rule for f in whole}


@FEW
@given(SEEDS, st.sampled_from(known_edits()))
def test_a_finding_is_the_same_in_any_order_and_under_any_name(seed: int, edit: Edit) -> None:
    told = edit.planted(seed)
    if told is None:
        return
    ids = {finding.id for finding in found(told)}
    assert {finding.id for finding in found(told[::-1])} == ids
