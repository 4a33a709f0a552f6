"""Records of border crossings and lists of journeys, as states and travellers lay them out."""

from consistency.extractors.papers import travel_history
from tests.extractors.papers.made import docx, facts, pdf, rows


def test_a_heading_on_two_lines_between_columns_that_tell_nothing() -> None:
    reading = travel_history.read(
        pdf("""
        Frontier Guard of Georgiana
        Extract on crossings of the State frontier
        Printed on 2026-08-14

        No.   Sens    Date         Post       Mode      Country of       Travel
                                                        departure        paper

        3     entry   12.03.2023   Sarpi      bus       Turkey           AB 1180022

        2     exit    01.03.2023   Sarpi      bus       Turkey           AB 1180022

        1     exit    22.11.2022   Airport    plane     Poland           AB 1180022
    """)
    )
    assert {"from": "2023-03-01", "to": "2023-03-12", "country": "TR"} in rows(reading, "trip")


def test_stamps_of_a_passport_told_by_their_wording_with_years_of_two_digits() -> None:
    document = docx("""
        TRANSLATION OF THE ENDORSEMENTS
        Folio | Kind of stamp | Wording | Date
        5 | Arrival stamp | Republic of Kenya - Jomo Kenyatta International | 04.02.23
        5 | Departure stamp | Republic of Kenya - Jomo Kenyatta International | 21.02.23
        6 | Visa, single | United Kingdom - valid until 30.09.24 | 02.04.24
        7 | Arrival stamp | Heathrow, United Kingdom | 14.05.24
        8 | Departure stamp | Heathrow, United Kingdom | 27.05.24
    """)
    assert travel_history.recognise(document) >= 0.5
    found = [(row["country"], row["from"], row["to"]) for row in rows(travel_history.read(document), "trip")]
    assert found == [("KE", "2023-02-04", "2023-02-21"), ("GB", "2024-05-14", "2024-05-27")]


def test_a_journey_within_a_stay_in_another_country() -> None:
    reading = travel_history.read(
        docx("""
        Stamps in the old passport
        Country | Direction | Date
        Oman | entry | 02/09/2020
        India | entry | 15/12/2021
        India | exit | 28/12/2021
        Oman | exit | 30/03/2022
    """)
    )
    assert rows(reading, "trip") == [
        {"from": "2020-09-02", "to": "2022-03-30", "country": "OM"},
        {"from": "2021-12-15", "to": "2021-12-28", "country": "IN"},
    ]


def test_an_american_record_writes_the_month_first() -> None:
    reading = travel_history.read(
        docx("""
        U.S. Customs and Border Protection
        Travel history of the traveler
        No | Date | Type | Location
        1 | 07/04/2024 | Departure | DET
        2 | 07/02/2024 | Arrival | DET
        Retrieved 09/08/2025
    """)
    )
    assert rows(reading, "trip") == [{"from": "2024-07-02", "to": "2024-07-04", "country": "US"}]
    assert facts(reading) == {"document_date": "2025-09-08"}


def test_the_title_of_a_record_names_nobody() -> None:
    reading = travel_history.read(
        docx("""
        Canada Border Services Agency
        Traveller Movements Report
        Date | Type | Port
        2024-02-11 | Entry | Toronto Pearson
        2024-06-30 | Exit | Toronto Pearson
    """)
    )
    assert "full_name" not in facts(reading)
    assert [row["from"] for row in rows(reading, "entry")] == ["2024-02-11"]


def test_a_list_that_says_when_the_traveller_left_home_and_was_back() -> None:
    document = docx("""
        WHERE I HAVE TRAVELLED
        Compiled on 3 August 2026 by the applicant
        Place | Out of Peru | Back in Peru | Why
        Chile (Arica) | 11.02.2019 | 18.02.2019 | wedding of a cousin
        Ecuador (Loja) | 03.07.2022 | 09.07.2022 | holiday
    """)
    assert travel_history.recognise(document) >= 0.5
    reading = travel_history.read(document)
    assert facts(reading) == {"document_date": "2026-08-03"}
    assert rows(reading, "trip") == [
        {"from": "2019-02-11", "to": "2019-02-18", "city": "Arica", "country": "CL", "purpose": "family"},
        {"from": "2022-07-03", "to": "2022-07-09", "city": "Loja", "country": "EC", "purpose": "tourism"},
    ]


def test_a_list_asks_from_the_day_that_its_title_names() -> None:
    document = docx("""
        JOURNEYS ABROAD SINCE MAY 2022
        Signed on 2 June 2026
        Place | Departure | Return | Why
        Quito, Ecuador | 11.02.2025 | 18.02.2025 | holiday
    """)
    assert [asked.years for asked in travel_history.read(document).asked] == [4]


def test_a_french_list_that_says_when_somebody_left_and_came_back() -> None:
    reading = travel_history.read(
        docx("""
        Mes voyages à l'étranger
        Pays | Ville | Partie le | Rentrée le | Objet
        Togo | Lomé | 4 mai 2021 | 9 mai 2021 | mariage d'une cousine
    """)
    )
    assert [(row["country"], row["from"], row["to"]) for row in rows(reading, "trip")] == [
        ("TG", "2021-05-04", "2021-05-09")
    ]
