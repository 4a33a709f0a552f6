"""Journeys below the year that heads them, in sentences, and in cells with both ends; and whose list it is."""

import pytest

from consistency.extractors.own_words import past
from consistency.extractors.papers import travel_history
from consistency.extractors.wording import official
from tests.extractors.papers.made import docx, facts, pdf, rows


def read(*lines: str) -> list[tuple[object, ...]]:
    found = rows(travel_history.read(docx("\n".join(lines))), "trip")
    return [(row["country"], row.get("city"), row["from"], row.get("to")) for row in found]


def test_years_that_head_the_journeys_below() -> None:
    assert read(
        "Travel details", "2017", "Kenya (Mombasa): 3 Feb – 9 Feb, leisure", "Egypt, 26 Dec – 4 Jan, holiday", "2021",
        "Peru: from 08/04 to 13/04, visit to my aunt", "Compiled on 25 June 2026",
    ) == [
        ("KE", "Mombasa", "2017-02-03", "2017-02-09"),
        ("EG", None, "2017-12-26", "2018-01-04"),
        ("PE", None, "2021-04-08", "2021-04-13"),
    ]  # fmt: skip


def test_the_day_and_the_writer_of_such_a_list() -> None:
    text = "Journeys abroad of Ida Sample\n2017\nKenya: 3 Feb – 9 Feb, leisure\nCompiled on 25 June 2026"
    assert facts(travel_history.read(docx(text))) == {
        "full_name": "Ida Sample",
        "document_date": "2026-06-25",
    }


@pytest.mark.parametrize(
    ("sentence", "trip"),
    [
        ("In 2019 I was in Egypt, staying in Cairo from 20 May until 2 June 2019 on holiday.",
         ("EG", "Cairo", "2019-05-20", "2019-06-02")),
        ("My last trip was to Lima, Peru, where I attended a fair between 11 and 15 March 2024.",
         ("PE", "Lima", "2024-03-11", "2024-03-15")),
        ("Je me suis rendue au Sénégal, du 28 décembre 2019 au 4 janvier 2020, avec ma mère.",
         ("SN", None, "2019-12-28", "2020-01-04")),
    ],
)  # fmt: skip
def test_sentences(sentence: str, trip: tuple[object, ...]) -> None:
    text = (
        f"TRAVEL STATEMENT\nI, Ida Sample, state that I travelled once in ten years. {sentence}\nIda Sample"
    )
    document = docx(text)
    assert travel_history.recognise(document) >= 0.5
    assert facts(travel_history.read(document))["full_name"] == "Ida Sample"
    (row,) = rows(travel_history.read(document), "trip")
    assert (row["country"], row.get("city"), row["from"], row["to"]) == trip


def test_both_ends_in_one_cell_below_a_heading_of_both() -> None:
    text = """
    Travel history
    Date out – date in     Where               Purpose
    04 – 18 Aug 2018       Antalya (Turkey)    family holiday
    26 Dec 2021 – 3 Jan 2022    Vienna (Austria)    rest
    """
    found = [(row["from"], row["to"], row["purpose"]) for row in rows(travel_history.read(pdf(text)), "trip")]
    assert found == [("2018-08-04", "2018-08-18", "family"), ("2021-12-26", "2022-01-03", "tourism")]


def test_a_column_of_years_beside_one_of_days() -> None:
    text = """
    My travels outside Georgia
    Ida Sample, 9 June 2026
    Year | Dates | Country | Town | Reason of travel
    2017 | 2–9 July | Türkiye | Trabzon | shopping
    2024 | 28 December – 5 January 2025 | Germany | Berlin | New Year
    """
    reading = travel_history.read(docx(text))
    assert facts(reading)["full_name"] == "Ida Sample"
    assert [(row["country"], row["from"], row["to"]) for row in rows(reading, "trip")] == [
        ("TR", "2017-07-02", "2017-07-09"), ("DE", "2024-12-28", "2025-01-05")
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("told", "when"),
    [
        ("In January 2024 I visited my sister in Dubai.", "2024-01"),
        ("J'ai visité Dubaï en janvier 2024.", "2024-01"),
        ("I travelled to Dubai (January 2024) and to Ghana (2017).", "2024-01"),
        ("I visited Dubai in early 2024.", "2024"),
    ],
)
def test_the_month_of_a_journey_in_a_letter(told: str, when: str) -> None:
    letter = docx(f"{told}\nYours sincerely,")
    found = [trip for trip in past.trips(official.told(letter)) if trip.country == "AE"]
    assert [str(trip.period.start) for trip in found if trip.period] == [when]
