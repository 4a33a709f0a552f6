"""Where a person lived and when, as papers show it."""

from datetime import date

import pytest
from msgspec.structs import replace

from consistency.comparator.day_spans import Span
from consistency.comparator.telling import Told
from consistency.comparator.whereabouts.presence import (
    current_residence,
    homes,
    is_current,
    lived_in,
    origins,
    stays,
)
from consistency.model import Case, Residence
from tests.comparator.examples import case_of

FORM = "draft/imm1295.pdf as of 2026-03-01: "


def told(*rows: str) -> Case:
    return case_of("\n".join(f"{FORM}{row}" for row in rows))


def shown(*rows: str) -> list[tuple[str, str, str]]:
    """Give the stays of the applicant: country, the certain days, the widest ones."""
    case = told(*rows)
    assert case.principal is not None

    def written(days: Span | None) -> str:
        return "none" if days is None else f"{days[0]} to {days[1]}"

    return [(s.country, written(s.certain), written(s.widest)) for s in stays(case, case.principal)]


def test_a_state_is_home_by_citizenship_passport_or_the_status_there() -> None:
    case = told(
        "citizenship=PH passport_country=PT birth_country=AO family_name=Reyes",
        "residence country=CV status=citizen from=2010 to=2015",
        "residence country=AE status=worker from=2015-01 to=2020-12",
        "residence country=HK status=citizen",
    )
    assert case.principal is not None
    assert homes(case, case.principal) == {"PH", "PT", "CV", "CN"}
    assert origins(case, case.principal) == {"PH", "PT", "CV", "CN", "AO"}


@pytest.mark.parametrize(
    "row",
    [
        "job employer=Acme title=cook country=FR from=2018-01 to=2019-12",
        "education institution=Lycée country=FR from=2018-01 to=2019-12",
        "residence country=FR from=2018-01 to=2019-12",
        "address street=Rue country=FR from=2018-01 to=2019-12",
    ],
)
def test_work_school_and_home_show_a_stay(row: str) -> None:
    assert shown(row) == [("FR", "2018-01-31 to 2019-12-01", "2018-01-01 to 2019-12-31")]


@pytest.mark.parametrize(
    "row",
    [
        "job employer=Acme title=cook from=2018-01 to=2019-12",
        "job title=unemployed country=FR from=2018-01 to=2019-12",
        'job employer=Acme title="cook, remote" country=FR from=2018-01 to=2019-12',
        'education institution="Open University (online)" country=FR from=2018-01 to=2019-12',
        'education institution=Lycée field_of_study="e-learning" country=FR from=2018-01 to=2019-12',
        "trip country=FR from=2018-01 to=2019-12",
        "job employer=Acme title=cook country=FR",
        "education institution=Lycée country=FR",
    ],
)
def test_what_shows_no_stay(row: str) -> None:
    assert shown(row) == []


def test_a_home_without_dates_is_that_of_the_day_of_the_paper() -> None:
    assert shown("residence country=FR") == [("FR", "2026-03-01 to 2026-03-01", "2026-03-01 to 2026-03-01")]
    case = case_of(
        "draft/imm1295.pdf: residence country=FR\ndraft/imm1295.pdf: address country=FR from=2018 to=present"
    )
    assert case.principal is not None and stays(case, case.principal) == ()


def test_what_runs_on_lasts_to_the_day_of_the_paper() -> None:
    assert shown("address country=FR from=2025-01-01 to=present") == [
        ("FR", "2025-01-01 to 2026-03-01", "2025-01-01 to 2026-03-01")
    ]
    assert shown("residence country=FR status=worker from=2025-01-01 to=2028-12-31") == [
        ("FR", "2025-01-01 to 2026-03-01", "2025-01-01 to 2026-03-01")
    ]


def test_one_known_end_shows_no_more_than_it_says() -> None:
    assert shown("residence country=FR from=2018-01-05") == [("FR", "none", "2018-01-05 to 2018-01-05")]
    assert shown("residence country=FR to=2018-01-05") == [("FR", "none", "2018-01-05 to 2018-01-05")]
    assert shown("residence country=FR from=2019-01 to=2018-01") == []


def test_one_lived_where_one_was_for_half_of_the_time() -> None:
    case = told("address country=HK from=2020-01-01 to=2020-01-10")
    person = case.principal
    assert person is not None
    days = date(2020, 1, 1), date(2020, 1, 20)
    assert lived_in(case, person, "HK", days) and lived_in(case, person, "CN", days)
    assert not lived_in(case, person, "HK", (days[0], date(2020, 1, 21)))
    assert not lived_in(case, person, "FR", days)


def test_the_current_residence_is_the_one_that_ends_last() -> None:
    def current(*rows: str) -> str | None:
        found = current_residence(told(*rows).papers[0])
        return None if found is None else found.record.country

    past, present = (
        "residence country=AE from=2015-01 to=2020-12",
        "residence country=FR from=2021-01 to=present",
    )
    assert current(past, present) == current(present, past) == "FR"
    assert current(past, "residence country=QA from=2012-01 to=2021-06") == "QA"
    assert current(past, "residence country=QA from=2021-01 to=2028-12") == "QA"
    assert current(past, "residence country=QA") == "QA"
    assert (
        current("residence country=AE from=2015-01", "residence country=FR from=2016-01 to=present") == "FR"
    )
    assert current("family_name=Reyes") is None


def test_the_field_of_a_form_says_which_residence_is_the_current_one() -> None:
    [paper] = told(
        "residence country=AE from=2015-01 to=2020-12", "residence country=FR from=2021-01 to=present"
    ).papers

    def at(index: int, field: str) -> Told[Residence]:
        row = list(paper.all(Residence))[index]
        return Told(paper, replace(row, evidence=replace(row.evidence, field=f"Page1/{field}/Row1/Country")))

    assert [is_current(Told(paper, row)) for row in paper.all(Residence)] == [False, True]
    assert is_current(at(0, "CurrentCOR")) and not is_current(at(1, "PreviousCOR"))
    assert not is_current(at(1, "PrevCOR"))
