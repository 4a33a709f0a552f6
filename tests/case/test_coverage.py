"""Absence is evidence only where the document asked and had room."""

from datetime import date

import pytest
from msgspec.structs import replace

from consistency.case.coverage import silence, window
from consistency.model import Asked, AsOf, Evidence, Fact, Job, Paper, Person, Problem, Residence, Trip
from consistency.normalizer.dates import PartialDate, Period
from tests.comparator.examples import empty_paper

APPLICANT = Person("p1", "Noor Sample", "principal", PartialDate.of("2000-02-29"))


def paper(
    asked: Asked, as_of: str = "2026-03-15", kind: str = "imm1295", jobs: tuple[Job, ...] = ()
) -> Paper:
    made = replace(empty_paper(f"draft/{kind}.pdf"), asked=(asked,), records=jobs)
    return replace(made, as_of=AsOf(PartialDate.of(as_of) if as_of else None, "signature"))


def job(start: str | None, end: str | None) -> Job:
    still = end == "present"
    period = Period(
        PartialDate.of(start) if start else None, PartialDate.of(end) if end and not still else None, still
    )
    return Job(evidence=Evidence("a.pdf", "x"), employer="Acme", period=period if start or end else None)


TEN = Asked("job", years=10, capacity=3)


@pytest.mark.parametrize(
    ("start", "end", "means"),
    [
        ("2018-01", "2019-01", "missing"),
        ("2010-01", "present", "missing"),
        ("2026-03-15", "present", "missing"),
        ("2026-03-16", "present", "not-asked"),
        ("2026-03", "present", "not-asked"),  # perhaps after the signing
        ("2010-01", "2016-03-14", "not-asked"),
        ("2010-01", "2016-03", "not-asked"),  # perhaps before the window
        ("2010-01", "2016-03-15", "missing"),
        ("2010", "2016", "not-asked"),
        ("2010", None, "not-asked"),  # nobody knows when it ended
        ("2020", None, "missing"),
        (None, "2020", "missing"),
        (None, None, "not-asked"),
    ],
)
def test_window_of_ten_years(start: str | None, end: str | None, means: str) -> None:
    assert silence(paper(TEN), job(start, end), APPLICANT).means == means


def test_since_eighteen_or_ten_years() -> None:
    asked = Asked("job", years=10, since_18=True)
    assert window(asked, paper(asked), APPLICANT) == (date(2018, 2, 28), date(2026, 3, 15))
    older = replace(APPLICANT, birth_date=PartialDate.of("1980"))
    assert window(asked, paper(asked), older) == (date(2016, 3, 15), date(2026, 3, 15))


def test_a_leap_day_ten_years_before() -> None:
    assert window(TEN, paper(TEN, "2024-02-29"), None) == (date(2014, 2, 28), date(2024, 2, 29))


def test_a_document_without_a_date_says_nothing() -> None:
    assert silence(paper(TEN, ""), job("2018-01", "2019-01"), None).means == "not-asked"


def test_no_room() -> None:
    full = paper(TEN, jobs=(job("2020", "2021"), job("2021", "2022"), job("2022", "present")))
    assert silence(full, job("2018-01", "2019-01"), None).means == "no-room"


def test_only_the_highest_or_the_current_is_asked() -> None:
    asked = Asked("job", scope="current")
    assert silence(paper(asked), job("2018-01", "2019-01"), None).means == "not-asked"


def test_a_letter_asks_nothing() -> None:
    letter = replace(paper(TEN), asked=())
    assert silence(letter, job("2018-01", "2019-01"), None).means == "not-asked"


def test_a_curriculum_vitae_may_begin_later() -> None:
    cv = paper(Asked("job"), kind="cv", jobs=(job("2018-02", "present"),))
    assert silence(cv, job("2016-01", "2018-01"), None).means == "not-asked"
    assert silence(cv, job("2016-01", "2018-06"), None).means == "missing"
    assert silence(cv, job("2019-01", "2020-01"), None).means == "missing"


def test_what_was_not_read_says_nothing() -> None:
    form = paper(TEN, jobs=(job("2020", "2021"),))
    lost = replace(form.document, read="partial", problems=(Problem("no-text", "Page 2 is a picture.", 2),))
    assert silence(replace(form, document=lost), job("2018-01", "2019-01"), None).means == "unread"
    printed = replace(paper(TEN), document=replace(form.document, method="text"))
    assert silence(printed, job("2018-01", "2019-01"), None).means == "unread"
    assert (
        silence(paper(TEN), job("2018-01", "2019-01"), None).means == "missing"
    )  # its data say that it is empty


def test_a_picture_with_a_row_that_was_not_made_out_says_nothing() -> None:
    clear, blurred = job("2020-01", "2021-01"), job(None, "2021-01")
    nameless = replace(clear, employer=None)
    for rows, means in (((clear,), "missing"), ((clear, blurred), "unread"), ((clear, nameless), "unread")):
        form = paper(TEN, jobs=rows)
        name = Fact("family_name", "SAMPLE", Evidence("a.pdf", "SAMPLE"))
        seen = replace(form, document=replace(form.document, method="ocr"), facts=(name,))
        assert silence(seen, job("2018-01", "2019-01"), None).means == means
        assert silence(replace(seen, facts=()), job("2018-01", "2019-01"), None).means == "unread"


def test_short_stays_need_not_be_told() -> None:
    asked = Asked("residence", years=5, min_days=183)
    short = Residence(
        evidence=Evidence("a.pdf", "x"), country="FR", period=job("2024-01-01", "2024-05-01").period
    )
    long = replace(short, period=job("2024-01", "2024-12").period)
    assert silence(paper(asked), short, None).means == "not-asked"
    assert silence(paper(asked), long, None).means == "missing"


def test_a_list_of_journeys_is_asked_from_its_first_row_unless_it_names_its_years() -> None:
    told = Trip(
        evidence=Evidence("a.pdf", "x"), country="AE", period=Period(PartialDate.of("2022-03-06"), None)
    )
    made = replace(paper(Asked("trip"), kind="travel-history"), records=(told,))
    assert window(made.asked[0], made, APPLICANT) == (date(2022, 4, 6), date(2026, 3, 15))
    named = Asked("trip", years=10)
    assert window(named, replace(made, asked=(named,)), APPLICANT) == (date(2016, 3, 15), date(2026, 3, 15))


def test_a_print_out_that_says_that_there_is_none_was_read() -> None:
    asked = Asked("trip", years=10)
    form = replace(paper(asked, kind="imm5257b"), document=replace(paper(asked).document, method="text"))
    told = Trip(
        evidence=Evidence("a.pdf", "x"), country="AE", period=Period(PartialDate.of("2022-03-06"), None)
    )
    assert silence(form, told, APPLICANT).means == "unread"
    none = replace(asked, none=Evidence("draft/imm5257b.pdf", "no", page=1))
    assert silence(replace(form, asked=(none,)), told, APPLICANT).means == "missing"
