"""The filled samples in ``fixtures/forms``: every form has one, and it reads back exactly, with nothing besides."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from fixtures.form_samples import FormSample, form_samples

from consistency.extractors.extract import extract
from consistency.extractors.form_reading.form import FormDefinition, definitions
from consistency.model import Answer, AsOf, Evidence, Paper
from consistency.normalizer.dates import PartialDate
from consistency.readers.files import Options, read_bytes
from tests.extractors.form_reading.filling import in_order, told

SAMPLES = tuple(form_samples())
WITH_DATA = tuple(sample for sample in SAMPLES if not sample.classic)

every_form = pytest.mark.parametrize("form", definitions(), ids=lambda form: form.kind)
every_sample = pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)


def read(pdf: bytes, sample: FormSample) -> Paper:
    return extract(read_bytes(pdf, f"{sample.name}.pdf", Options()))


# --- what there is ----------------------------------------------------------------------------------------


@every_form
def test_every_form_has_a_sample(form: FormDefinition) -> None:
    names = [sample.name for sample in SAMPLES if sample.kind == form.kind]
    assert names, f"{form.kind} has no sample: fill the form in fixtures/forms/{form.kind}.toml"


@every_form
def test_the_samples_tell_all_that_a_form_can_tell(form: FormDefinition) -> None:
    samples = [sample for sample in SAMPLES if sample.kind == form.kind]
    silent = set(names_of(form)) - {name for sample in samples for name in expected_names(sample)}
    assert not silent, f"no sample of {form.kind} in fixtures/forms tells {', '.join(sorted(silent))}"


def names_of(form: FormDefinition) -> Iterator[str]:
    """Give all that a definition maps: attributes, questions, and the fields of each type of record."""
    for layout in form.layouts:
        yield from layout.facts
        for question in layout.questions:
            yield question.name
            yield from (f"{question.name}.details" for _ in [question.details] if question.details)
        for source in layout.records:
            kind = "/".join((source.record.type, *source.constants.values()))
            yield from (f"{kind}.{field}" for field in source.fields)


def expected_names(sample: FormSample) -> Iterator[str]:
    """Give all that a sample tells, under the same names."""
    yield from sample.expected["facts"]
    for record in sample.records:
        question = record.get("question", "")
        yield question
        yield from (f"{question}.{field}" for field in record)
        constants = [record[name] for name in ("relation", "country") if name in record]
        for kind in (record["type"], *(f"{record['type']}/{constant}" for constant in constants)):
            yield from (f"{kind}.{field}" for field in record)


def test_there_are_encrypted_samples() -> None:
    assert sum(sample.encrypted for sample in SAMPLES) == 2


# --- what they say ----------------------------------------------------------------------------------------


@every_sample
def test_a_sample_reads_back_exactly(sample: FormSample) -> None:
    paper = read(sample.pdf(), sample)
    assert paper.document.method == ("acroform" if sample.classic else "xfa")
    check(paper, sample)


@pytest.mark.parametrize("sample", WITH_DATA, ids=lambda sample: sample.name)
def test_a_copy_with_classic_fields_alone_reads_back_exactly(sample: FormSample) -> None:
    paper = read(sample.classic_pdf(), sample)
    assert paper.document.method == "acroform"
    check(paper, sample)


def check(paper: Paper, sample: FormSample) -> None:
    expected = sample.expected
    assert paper.kind == sample.kind
    assert (paper.form_version, paper.language) == (expected["version"], expected["language"])
    assert paper.as_of == AsOf(PartialDate.of(expected["as_of"]), expected.get("basis", "signature"))
    assert {fact.attribute: fact.value for fact in paper.facts} == expected["facts"]
    assert len(paper.facts) == len(expected["facts"])
    assert paper.validated is expected.get("validated")
    assert in_order(map(told, paper.records)) == in_order(sample.records)
    assert (paper.document.problems, paper.problems) == ((), ())


# --- where it stands --------------------------------------------------------------------------------------


@every_sample
def test_every_value_cites_its_field_and_the_words_there(sample: FormSample) -> None:
    paper = read(sample.pdf(), sample)
    written = {at(path): value.strip() for path, value in sample.data.items()}
    assert paper.facts
    for evidence in cells(paper):
        assert evidence.field is not None
        assert evidence.quote is not None
        assert evidence.document == f"{sample.name}.pdf"
        assert evidence.quote.startswith(written[at(evidence.field)])
        assert set(words(evidence.quote)) <= set(words(" ".join(written.values())))
    for record in paper.records:
        assert record.evidence.field
        whole = (record.evidence.quote or "").split(" | ")
        told_apart = {"details"} if isinstance(record, Answer) else set()
        assert {cell.quote for name, cell in record.cells.items() if name not in told_apart} <= set(whole)


def cells(paper: Paper) -> Iterator[Evidence]:
    yield from (fact.evidence for fact in paper.facts)
    for record in paper.records:
        yield from record.cells.values()


def at(path: str) -> str:
    """Leave out the number of the first of several siblings: a reader may give it or not."""
    return path.replace("[0]", "")


def words(quote: str) -> list[str]:
    """Give the words of a quote as they stand in the form: without the meaning of a code, in brackets."""
    return re.split(r"[\s-]+", re.sub(r"(?<=\d|[A-Za-z]) \(.*\)$", "", quote))
