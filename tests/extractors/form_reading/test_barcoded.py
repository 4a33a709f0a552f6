"""Printed forms with barcodes: the barcodes count, the page adds what they do not hold, and differences are told."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner
from fixtures.barcodes import barcode_pages, barcode_texts, print_out, printed_values, scanned
from fixtures.form_samples import FormSample, form_samples
from msgspec.structs import replace

from consistency.cli import main
from consistency.extractors.extract import extract
from consistency.model import Evidence, Paper
from consistency.normalizer.dates import PartialDate
from consistency.readers.barcode.orders import Order, orders
from consistency.readers.files import Options, read_bytes
from tests.extractors.form_reading.filling import in_order, told
from tests.extractors.form_reading.print_outs import PrintOut

SAMPLES = {sample.name: sample for sample in form_samples()}
WORK = SAMPLES["imm1295"]
NOT_HELD = {"document_date"}
"""Facts that no barcode holds."""
CITY_CODES = {"5378", "5379"}
"""Cities of which the barcodes hold the code alone, and the file that is printed no list."""


def pairs() -> Iterator[tuple[FormSample, Order]]:
    """Give each sample with each order of its form and language."""
    for sample in SAMPLES.values():
        for order in orders():
            if f"imm{order.form[-4:]}" == sample.kind and order.language == sample.expected["language"]:
                yield sample, order


def order_for(sample: FormSample) -> Order:
    return next(order for one, order in reversed(list(pairs())) if one is sample)


def data_of(sample: FormSample) -> dict[str, str]:
    """Give a sample's data with the whole telephone number, which the form's own script puts together."""
    phone = sample.expected["facts"].get("phone", "")
    whole = {path: phone for path in paths("/Phone/ActualNumber") if "Fax" not in path and "q5-6" not in path}
    return {**whole, **sample.data}


def paths(tail: str) -> Iterator[str]:
    return (path for order in orders() for path in order.paths if path.endswith(tail))


def read(pdf: bytes) -> Paper:
    return extract(read_bytes(pdf, "draft/print.pdf", Options()))


def facts(paper: Paper) -> dict[str, str]:
    return {fact.attribute: fact.value for fact in paper.facts}


def messages(paper: Paper) -> list[str]:
    return [problem.message for problem in (*paper.document.problems, *paper.problems)]


def texts_of(sample: FormSample, **changed: str) -> dict[str, str]:
    """Give the texts of a form's barcodes; ``changed`` are values by the last name of their paths."""
    order = order_for(sample)
    values = printed_values(order, data_of(sample))
    return barcode_texts(order, {path: changed.get(path.rpartition("/")[2], v) for path, v in values.items()})


# --- what the barcodes hold -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sample", "order"), list(pairs()), ids=lambda one: getattr(one, "name", None) or next(iter(one.barcodes))
)
@pytest.mark.parametrize("way", ["printed", "scanned"])
def test_a_sample_reads_back_from_its_barcodes(sample: FormSample, order: Order, way: str) -> None:
    pdf = print_out(barcode_texts(order, printed_values(order, data_of(sample))), sample.footer)
    paper = read(scanned(pdf) if way == "scanned" else pdf)
    assert (paper.kind, paper.document.method, paper.validated) == (sample.kind, "barcode", True)
    expected = dict(sample.expected["facts"])
    missing = NOT_HELD | ({"national_id"} if not holds(order, "natID") else set())
    assert facts(paper) == {name: value for name, value in expected.items() if name not in missing}
    assert in_order(map(told, paper.records)) == in_order(list(held_records(sample, order)))


def holds(order: Order, step: str) -> bool:
    return any(f"/{step}/" in path for path in order.paths)


def held_records(sample: FormSample, order: Order) -> Iterator[dict[str, object]]:
    """Give the records of a sample as far as barcodes hold them."""
    places = {value for path, value in data_of(sample).items() if path.endswith(("City", "CityTown"))}
    third = [job["employer"] for job in sample.expected["records"].get("job", [])][2:] if order.unsure else []
    for record in sample.records:
        if record.get("question") == "other-names" and not any(
            path.endswith("AliasName/AliasNameIndicator/AliasNameIndicator") for path in order.paths
        ):
            continue
        if record.get("employer") in third and record["type"] == "job":
            continue
        coded = record["type"] == "offer" and places & CITY_CODES
        yield {name: value for name, value in record.items() if not (coded and name == "city")}


def test_the_values_cite_the_barcode_and_the_field() -> None:
    paper = read(print_out(texts_of(WORK), WORK.footer, [("A page",)]))
    born = paper.fact("birth_date")
    assert born is not None
    assert born.evidence == Evidence(
        "draft/print.pdf",
        "1990-5-17",
        page=2,
        field="form1/Page1/PersonalDetails/DOBYear",
        box=born.evidence.box,
        place="page 1: Date of birth",
    )
    box = born.evidence.box
    assert box is not None
    assert (box.x0, box.y0) == pytest.approx((15, 60), abs=1)
    assert paper.as_of.basis == "validated"
    assert paper.as_of.date == PartialDate(2024, 5, 4)


def test_the_command_tells_the_facts_of_the_barcodes(tmp_path: Path) -> None:
    (tmp_path / "print.pdf").write_bytes(print_out(texts_of(WORK), WORK.footer))
    done = CliRunner().invoke(main, ["facts", str(tmp_path / "print.pdf"), "--format", "json"])
    assert done.exit_code == 0, done.output
    (document,) = json.loads(done.output)["documents"]
    born = next(fact for fact in document["facts"] if fact["attribute"] == "birth_date")
    assert (born["value"], born["evidence"]["field"]) == ("1990-05-17", "form1/Page1/PersonalDetails/DOBYear")
    assert born["evidence"]["page"] == 1


# --- and what the page adds -----------------------------------------------------------------------------------


def page(**changed: str) -> PrintOut:
    """Draw the first page of the sample's print-out; ``changed`` are other values on it."""
    form = PrintOut()
    form.heading("PERSONAL DETAILS")
    form.fields((43, "1 Family name", changed.get("family", "SAMPLE")), (309, "Given name(s)", "NOOR"))
    form.question("2 Have you ever used any other name (e.g. Nickname, maiden name, alias, etc.)?", "yes")
    form.fields((43, "3 Sex", "Female"))
    form.birth("4 Date of birth", ("1990", "05", changed.get("day", "17")))
    form.fields((43, "5 Place of birth - City/Town", "Sfax"), (309, "6 Citizenship", "France"))
    form.heading("DETAILS OF INTENDED WORK IN CANADA")
    form.fields((43, "Name of employer", "Example Kitchens Inc."))
    form.fields(
        (43, "Intended location of employment in Canada - Province", "Manitoba"),
        (309, "City/Town", "Winnipeg"),
    )
    form.heading("BACKGROUND INFORMATION")
    form.question(
        "b) Have you ever been refused a visa or permit, denied entry or ordered to leave Canada or any country?",
        changed.get("refused", "yes"),
    )
    form.signature("2024-05-06")
    return form


def printed(form: PrintOut, texts: Mapping[str, str]) -> Paper:
    form.canvas.showPage()
    barcode_pages(form.canvas, texts, form.form)
    return extract(form.document("draft/print.pdf"))


def test_the_page_adds_the_day_of_signing_and_what_barcodes_have_no_place_for() -> None:
    paper = printed(page(), texts_of(WORK))
    assert paper.document.method == "barcode"
    assert (paper.as_of.basis, paper.as_of.date, paper.signed) == ("signature", PartialDate(2024, 5, 6), True)
    assert facts(paper) == WORK.expected["facts"]
    day, name = paper.fact("document_date"), paper.fact("family_name")
    assert day is not None and name is not None
    assert (day.evidence.field, day.evidence.page) == (None, 1)
    assert (name.evidence.field, name.evidence.page) == ("form1/Page1/PersonalDetails/Name/FamilyName", 2)
    other = paper.answer("other-names")
    assert other is not None and other.answer == "yes" and other.evidence.page == 1
    assert [problem for problem in messages(paper) if "two things" in problem] == []


@pytest.mark.parametrize(
    ("changed", "field", "held", "seen"),
    [
        ({"family": "SAMPELS"}, "family name", "SAMPLE", "SAMPELS"),
        ({"day": "18"}, "birth date", "1990-5-17", "1990 05 18"),
        ({"refused": "no"}, "ever-refused", "Y (yes)", "X No"),
    ],
)
def test_a_page_that_says_otherwise_is_told_with_both_values(
    changed: dict[str, str], field: str, held: str, seen: str
) -> None:
    paper = printed(page(**changed), texts_of(WORK))
    (problem,) = [problem for problem in paper.problems if problem.code == "data-disagree"]
    assert f"two things for {field}" in problem.message
    assert f"“{held}”" in problem.message
    assert f"“{seen}" in problem.message
    assert problem.page == 1
    assert facts(paper)["family_name"] == "SAMPLE"


@pytest.mark.parametrize(
    ("family", "confidence", "told_apart"),
    [("SAMPEL", 0.95, False), ("BENKIRANE", 0.95, True), ("BENKIRANE", 0.7, False)],
)
def test_recognised_words_differ_only_where_they_are_sure_and_quite_others(
    family: str, confidence: float, told_apart: bool
) -> None:
    form = page(family=family)
    form.canvas.showPage()
    barcode_pages(form.canvas, texts_of(WORK), form.form)
    document = form.document("draft/print.pdf")
    lines = [
        replace(line, segments=tuple(replace(one, confidence=confidence) for one in line.segments))
        for line in document.lines
    ]
    paper = extract(replace(document, pictures=(1, 2), lines=tuple(lines)))
    assert facts(paper)["family_name"] == "SAMPLE"
    assert any("two things for family name" in message for message in messages(paper)) is told_apart


def test_what_only_the_page_says_of_a_field_of_the_barcodes_is_kept_and_told() -> None:
    paper = printed(page(), texts_of(WORK, PlaceBirthCity=""))
    assert facts(paper)["birth_city"] == "Sfax"
    (problem,) = [problem for problem in paper.problems if problem.code == "data-disagree"]
    assert "two things for birth city" in problem.message


# --- barcodes that are not all there ------------------------------------------------------------------------


def test_where_a_barcode_is_missing_the_page_counts() -> None:
    texts = texts_of(WORK, FamilyName="SAMPELS")
    first = next(iter(texts))
    paper = printed(page(), {name: text for name, text in texts.items() if name != first})
    assert (paper.document.method, paper.document.read) == ("text", "partial")
    assert facts(paper)["family_name"] == "SAMPLE"
    assert facts(paper)["passport_number"] == "Z0000011"
    assert [problem.code for problem in paper.document.problems] == ["barcode-unread"]
    assert f"The barcode {first} of draft/print.pdf could not be read" in messages(paper)[0]


def test_without_words_on_the_page_the_other_barcodes_are_read_all_the_same() -> None:
    texts = texts_of(WORK)
    last = list(texts)[-1]
    paper = read(
        scanned(print_out({name: text for name, text in texts.items() if name != last}, WORK.footer))
    )
    assert (paper.document.method, paper.document.read) == ("barcode", "partial")
    assert facts(paper)["family_name"] == "SAMPLE"
    assert "offer" not in {record.type for record in paper.records}
    assert any(last in message for message in messages(paper))


@pytest.mark.parametrize("change", ["revision", "count"])
def test_of_barcodes_of_an_unknown_order_nothing_is_taken(change: str) -> None:
    texts = texts_of(WORK, FamilyName="SAMPELS")
    if change == "revision":
        texts = {
            name.replace("06-2018", "01-2031"): text.replace("06-2018", "01-2031")
            for name, text in texts.items()
        }
    else:
        texts = {name: f"{text}1|" for name, text in texts.items()}
    paper = printed(page(), texts)
    assert (paper.document.method, paper.document.form) == ("text", None)
    assert facts(paper)["family_name"] == "SAMPLE"
    assert "passport_number" not in facts(paper)
    assert [problem.code for problem in paper.document.problems] == ["barcode-unknown"]
    assert next(iter(texts)) in messages(paper)[0]


def test_barcodes_of_two_persons_are_not_mixed() -> None:
    mine, hers = texts_of(WORK), texts_of(WORK, GivenName="AMEL")
    form = page()
    form.canvas.showPage()
    barcode_pages(form.canvas, mine, form.form)
    paper = printed(form, hers)
    assert paper.document.form is None
    assert [problem.code for problem in paper.document.problems] == ["barcode-mixed"]
    assert facts(paper)["given_names"] == "NOOR"


def test_barcodes_with_different_sums_over_the_data_are_not_mixed() -> None:
    sample = SAMPLES["imm0008"]
    before, after = texts_of(sample, CRCNum="1111"), texts_of(sample, CRCNum="2222")
    last = list(after)[-1]
    paper = read(print_out({**before, last: after[last]}, sample.footer))
    assert paper.document.form is None
    assert [problem.code for problem in paper.document.problems] == ["barcode-mixed"]


def test_a_third_job_that_the_barcodes_leave_out_is_read_from_the_page() -> None:
    sample = SAMPLES["imm5708"]
    form = PrintOut(sample.footer, "APPLICATION TO CHANGE CONDITIONS")
    form.heading("EMPLOYMENT")
    jobs = sample.expected["records"]["job"]
    for job in jobs:
        end = "" if job["to"] == "present" else job["to"].replace("-", " ")
        form.fields(
            (43, "From (YYYY MM)", f"{job['from']}-03"[:7].replace("-", " ")),
            (146, "Activity/Occupation", job["title"]),
            (309, "Company/Employer/Facility name", job["employer"]),
        )
        form.fields(
            (43, "To (YYYY MM)", end), (146, "City/Town", job["city"]), (309, "Country", job["country"])
        )
    paper = printed(form, texts_of(sample))
    found = [record for record in paper.records if record.type == "job"]
    assert [told(row)["employer"] for row in found] == [job["employer"] for job in jobs]
    assert [row.evidence.field is None for row in found] == [False, False, True]
