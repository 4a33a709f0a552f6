"""Lists of journeys: tables with any columns in any order, bullets, sentences."""

import re

import pytest

from consistency.extractors.papers import travel_history
from consistency.model import Asked, Document, Trip
from tests.extractors.papers.made import docx, facts, pdf, rows


def test_columns_of_arrival_departure_country_and_city_in_french() -> None:
    document = pdf("""
        HISTORIQUE DE VOYAGES
        Nom : Fatou Ndiaye
        Fait à Dakar, le 2 mars 2026

        Pays           Ville         Date d'arrivée   Date de départ   Motif du voyage
        France         Paris         03/04/2019       17/04/2019       Formation
        Maroc          Casablanca    25/05/2022       01/06/2022       Vacances
        Côte d'Ivoire  Abidjan       12/12/2017       20/12/2017       Visite familiale
    """)
    reading = travel_history.read(document)
    assert travel_history.recognise(document) > 0.9
    assert facts(reading) == {"full_name": "Fatou Ndiaye", "document_date": "2026-03-02"}
    assert rows(reading, "trip") == [
        {"from": "2019-04-03", "to": "2019-04-17", "city": "Paris", "country": "FR", "purpose": "training"},
        {
            "from": "2022-05-25",
            "to": "2022-06-01",
            "city": "Casablanca",
            "country": "MA",
            "purpose": "tourism",
        },
        {"from": "2017-12-12", "to": "2017-12-20", "city": "Abidjan", "country": "CI", "purpose": "family"},
    ]


def test_cells_on_two_lines() -> None:
    reading = travel_history.read(
        pdf("""
        International Travel Record
        Name: Lan Hoang
        Prepared on: 2026-10-02

        No.   Dates                    Place               Purpose of travel

        1     March 4, 2017 to March   Dubai, United       Visiting friends
              15, 2017                 Arab Emirates

        2     February 11, 2019 to     Bangkok, Thailand   Business
              February 23, 2019
    """)
    )
    assert rows(reading, "trip") == [
        {"from": "2017-03-04", "to": "2017-03-15", "city": "Dubai", "country": "AE", "purpose": "friends"},
        {"from": "2019-02-11", "to": "2019-02-23", "city": "Bangkok", "country": "TH", "purpose": "business"},
    ]
    assert reading.records[0].evidence.quote is not None
    assert "Arab Emirates" in reading.records[0].evidence.quote


def test_departure_and_return_in_a_docx_table() -> None:
    reading = travel_history.read(
        docx("""
        List of my trips
        Applicant: Andrii Kovalchuk
        Departure | Return | Country / City | Reason
        Jan 2018 | Feb 2018 | Kenya - Nairobi | Study exchange
        03.05.2019 | 10.05.2019 | Poland (Warsaw) | transit
        2021 | 2021 | Turkey | -
    """)
    )
    assert rows(reading, "trip") == [
        {"from": "2018-01", "to": "2018-02", "city": "Nairobi", "country": "KE", "purpose": "studies"},
        {"from": "2019-05-03", "to": "2019-05-10", "city": "Warsaw", "country": "PL", "purpose": "transit"},
        {"from": "2021", "to": "2021", "country": "TR"},
    ]


TABLE = """
    Travel history
    Name: Lan Hoang

    Country   Entry        Exit         Purpose
    France    12.04.2019   19.04.2019   Tourism
    Spain     28.12.2019   04.01.2020   Family
    Kenya     01.02.2023   09.02.2023   Business
"""
ROWS = [
    ("FR", "2019-04-12", "2019-04-19"),
    ("ES", "2019-12-28", "2020-01-04"),
    ("KE", "2023-02-01", "2023-02-09"),
]


def journeys(document: Document) -> list[tuple[object, object, object]]:
    return [
        (trip["country"], trip["from"], trip["to"]) for trip in rows(travel_history.read(document), "trip")
    ]


@pytest.mark.parametrize(
    "below",
    [
        "",
        "\nDate: 1 July 2026",
        "\nDate: 1 July 2026\nSignature: ______",
        "\nDate: 1 July 2026          Signature: ______",
        "\n\nI have not travelled to any other country, only to France in 2019 and Spain in 2020.",
        "Date: 1 July 2026",
        "I have not travelled to any other country.",
        "\nTunis, 1 July 2026\n\nLan Hoang",
    ],
)
def test_what_stands_below_a_table_is_none_of_its_rows(below: str) -> None:
    lines = "\n".join(f"    {line}" if line else "" for line in below.splitlines())
    assert journeys(pdf(f"{TABLE}{lines}\n")) == ROWS
    assert (
        journeys(
            pdf(f"{TABLE}{lines}\n".replace("Tourism\n", "Tourism\n\n").replace("Family\n", "Family\n\n"))
        )
        == ROWS
    )


def test_lines_of_a_row_that_stand_as_close_as_the_rows() -> None:
    paper = pdf("""
        Travel history

        From           To               Place           Purpose
        4 March 2017   15 March 2017    Dubai, United   Visiting
                                        Arab Emirates   friends
        2 May 2019     9 May 2019       Lyon, France    Holiday
        1 June 2022    10 June 2022     Republic of     Training
                                        Korea, Busan

        Prepared in Hanoi on 1 July 2026 for my application
    """)
    assert journeys(paper) == [
        ("AE", "2017-03-04", "2017-03-15"),
        ("FR", "2019-05-02", "2019-05-09"),
        ("KR", "2022-06-01", "2022-06-10"),
    ]


def test_columns_that_are_not_asked_for() -> None:
    paper = pdf("""
        No.   Country   Entry        Exit         Duration   Visa type   Purpose
        1     France    12.04.2019   19.04.2019   7 days     Schengen    Tourism
        2     Spain     28.12.2019   04.01.2020   7 days     Schengen    Family
        3     Kenya     01.02.2023   09.02.2023   8 days     e-visa      Business
    """)
    assert travel_history.recognise(paper) > 0.5
    assert journeys(paper) == ROWS
    assert [trip.get("city") for trip in rows(travel_history.read(paper), "trip")] == [None] * 3


def test_headings_that_are_not_known_below_a_title() -> None:
    table = """
        #   Country   From         To           Ticket   Seat   Purpose
        1   France    12.04.2019   19.04.2019   AF 1     12A    Tourism
        2   Spain     28.12.2019   04.01.2020   IB 2     3C     Family
        3   Kenya     01.02.2023   09.02.2023   KQ 3     7F     Business
    """
    assert travel_history.recognise(pdf(table)) < 0.5
    assert journeys(pdf(f"        Travel history\n{table}")) == ROWS


def test_the_exit_from_home_before_the_entry() -> None:
    paper = pdf("""
        List of trips

        Exit date    Exit gate   Entry date   Entry gate   Country of
                                                           destination
        08.07.2022   Sarp        12.07.2022   Sarp         Georgia
        21.04.2023   Kapikule    24.04.2023   Kapikule     Bulgaria
    """)
    assert journeys(paper) == [("GE", "2022-07-08", "2022-07-12"), ("BG", "2023-04-21", "2023-04-24")]


@pytest.mark.parametrize(("line", "kept"), [("Name: Ahmed Saleh", 2), ("Name: Mona Saleh", 1), ("Page 1", 2)])
def test_a_list_of_several_travellers(line: str, kept: int) -> None:
    paper = docx(f"""
        Travel history
        {line}
        Traveller | From | To | Country | Days | Visa used
        Mr Ahmed Saleh | 2019-01-04 | 2019-01-11 | Jordan | 7 | free
        | 2021-12-20 | 2022-01-02 | Turkey | 13 | e-visa
        Mona Saleh (wife) | 2022-03-01 | 2022-03-09 | Lebanon | 8 | free
    """)
    assert len(journeys(paper)) == kept


@pytest.mark.parametrize(
    "headings",
    ["From | To | Employer | Job title | Country", "From | To | Address | City | Country | Status"],
)
def test_tables_of_jobs_and_homes_are_none_of_journeys(headings: str) -> None:
    known = {"From": "2015-01", "To": "2019-03", "Country": "Kenya"}
    other = f"{headings}\n{' | '.join(known.get(heading, 'Moi Road') for heading in headings.split(' | '))}"
    assert travel_history.recognise(docx(other)) < 0.5
    own = "Travel history\nFrom | To | Country | Purpose\n2019-01-04 | 2019-01-11 | Jordan | Tourism\n"
    assert journeys(docx(own + other)) == [("JO", "2019-01-04", "2019-01-11")]


def test_a_row_that_cannot_be_read_takes_no_other_with_it() -> None:
    paper = pdf("""
        Travel record

        Year         Country       Duration
        2018         India         2 weeks
        2019         India; Peru   10 days
        2024 (Nov)   Thailand      1 week

        Date: 1 July 2026
    """)
    assert journeys(paper) == [("IN", "2018", "2018"), ("TH", "2024-11", "2024-11")]


def test_two_dates_of_a_line_without_a_header_are_both_ends() -> None:
    paper = pdf("""
        My trips abroad
        France    12.04.2019   19.04.2019   Tourism
        12.03.2021   Kenya   28.03.2021
        09.02.2023 / 01.02.2023   Spain
    """)
    assert journeys(paper) == [
        ("FR", "2019-04-12", "2019-04-19"),
        ("KE", "2021-03-12", "2021-03-28"),
        ("ES", "2023-02-01", "2023-02-09"),
    ]


def test_the_day_of_a_list_is_none_of_its_journeys_and_no_birth() -> None:
    table = "\n".join(re.sub(" {2,}", " | ", line.strip()) for line in TABLE.splitlines()[3:])
    paper = docx(f"Travel history\nLan Hoang, born 30.12.1989\n{table}\nHanoi, 11 October 2026")
    assert journeys(paper) == ROWS
    assert facts(travel_history.read(paper))["document_date"] == "2026-10-11"
    assert "document_date" not in facts(travel_history.read(docx(f"Travel history\n{table}")))


@pytest.mark.parametrize(
    "below", ["Tashkent, 01.07.2026", "Done at Tashkent, on 1 July 2026", "Fait à Paris, le 1er juillet 2026"]
)
def test_a_place_and_a_day_alone_are_no_journey(below: str) -> None:
    paper = pdf(f"""
        My trips abroad
        • Kazakhstan (Almaty): 10.03.2018 - 14.03.2018, business
        • Turkey, 5 May 2019
        {below}
    """)
    assert journeys(paper) == [("KZ", "2018-03-10", "2018-03-14"), ("TR", "2019-05-05", "2019-05-05")]
    assert facts(travel_history.read(paper))["document_date"] == "2026-07-01"


def test_a_list_without_a_table() -> None:
    document = docx("""
        My trips abroad
        Prepared by: Lucía Fernández
        Updated 5 May 2026
        • Paris, France: 5 March 2022 – 12 March 2022 (tourism)
        • 10 to 20 June 2019 - Rome, Italy, visiting my sister
        • From 2018-01-03 to 2018-01-10 I travelled to Lima, Peru for a conference.
    """)
    reading = travel_history.read(document)
    assert travel_history.recognise(document) > 0.5
    assert facts(reading) == {"full_name": "Lucía Fernández", "document_date": "2026-05-05"}
    assert rows(reading, "trip") == [
        {"from": "2022-03-05", "to": "2022-03-12", "city": "Paris", "country": "FR", "purpose": "tourism"},
        {"from": "2019-06-10", "to": "2019-06-20", "city": "Rome", "country": "IT", "purpose": "family"},
        {"from": "2018-01-03", "to": "2018-01-10", "city": "Lima", "country": "PE", "purpose": "business"},
    ]


def test_numbered_trips_of_somebody() -> None:
    paper = pdf("""
        Trips abroad of Ida Sample
        Date: October 25, 2026
        1. April 10, 2022 – April 20, 2022: Jeddah, Saudi Arabia (tourism)
        2. June 15, 2024 – June 20, 2024: Tbilisi, Georgia (visiting friends)
    """)
    assert travel_history.recognise(paper) >= 0.5
    told = [(row["country"], row["from"], row["to"]) for row in rows(travel_history.read(paper), "trip")]
    assert told == [("SA", "2022-04-10", "2022-04-20"), ("GE", "2024-06-15", "2024-06-20")]


def test_a_table_of_workers_is_no_travel_history() -> None:
    annex = pdf("Annex\nName          Date of birth   Country\nLan Hoang     1990-01-02      Vietnam")
    assert travel_history.recognise(annex) < 0.3


@pytest.mark.parametrize(
    ("title", "years"),
    [
        ("Travel history", None),
        ("Travel history for the past ten (10) years", 10),
        ("International travel in the last 5 years", 5),
        ("Historique de voyages - dix dernières années", 10),
    ],
)
def test_the_window_that_a_list_names(title: str, years: int | None) -> None:
    document = pdf(f"""
        {title}
        Name: Lan Hoang

        From         To           Place               Purpose of travel
        2022-03-04   2022-03-15   Dubai, UAE          Tourism
    """)
    assert travel_history.read(document).asked == (Asked("trip", years=years),)


def test_a_record_of_crossings_with_where_they_led() -> None:
    paper = pdf("""
        CERTIFICATE OF MIGRATORY MOVEMENTS
        Records from 01/01/2016 to 20/08/2026

        Date         Movement            Control post     Origin/Destination   Document
        04/05/2023   EMIGRATION (exit)   Apto. Matecaña   PANAMA CITY -        BA903377
                                                          PANAMA

        11/05/2023   IMMIGRATION         Apto. Matecaña   PANAMA CITY -        BA903377
                     (entry)                              PANAMA

        15/11/2024   EMIGRATION (exit)   Apto. Dorado     LIMA - PERU          BA903377

        21/11/2024   IMMIGRATION         Apto. Dorado     LIMA - PERU          BA903377
                     (entry)

        03/08/2026   EMIGRATION (exit)   Apto. Dorado     MADRID - SPAIN       BA903377

        Issued in Bogotá D.C. on 20 August 2026.
    """)
    assert travel_history.recognise(paper) > 0.5
    reading = travel_history.read(paper)
    assert rows(reading, "trip") == [
        {"from": "2023-05-04", "to": "2023-05-11", "city": "PANAMA CITY", "country": "PA"},
        {"from": "2024-11-15", "to": "2024-11-21", "city": "LIMA", "country": "PE"},
        {"from": "2026-08-03", "city": "MADRID", "country": "ES"},
    ]
    assert facts(reading)["document_date"] == "2026-08-20"
    assert reading.asked == ()


def test_a_record_of_crossings_with_the_country_of_each() -> None:
    paper = docx("""
        Travel record
        No | Date | Entry/Exit | Country | Port
        4 | 11.02.2019 | Entry | Nepal | Kathmandu
        3 | 11.02.2019 | Exit | Malaysia | KLIA
        2 | 03.02.2019 | Entry | Malaysia | KLIA
        1 | 03.02.2019 | Exit | Nepal | Kathmandu
        5 | 20.05.2021 | Exit | Nepal | Kathmandu
    """)
    assert journeys(paper) == [("MY", "2019-02-03", "2019-02-11")]


def test_a_record_of_crossings_that_names_no_country_tells_no_journey() -> None:
    paper = pdf("""
        Inquiry Result of Exit-Entry Records
        No.   Exit/Entry   Date         Doc. No.    Port
        1     Exit         2017-02-03   E60114720   Qingdao
        2     Entry        2017-02-09   E60114720   Qingdao
    """)
    assert travel_history.recognise(paper) < 0.5


def test_a_header_whose_cells_stand_on_three_lines() -> None:
    document = pdf("""
        My trips abroad
        No.   Reason      Date        Date        Visited
              of the      of          of          country
              visit       leaving     coming back

        1     Holiday     04-Mar-2018 11-Mar-2018 Ghana
        2     Wedding     02-Jul-2021 20-Jul-2021 Togo
    """)
    assert journeys(document) == [("GH", "2018-03-04", "2018-03-11"), ("TG", "2021-07-02", "2021-07-20")]


def test_short_years_below_a_heading_that_says_the_shape_of_dates() -> None:
    document = pdf("""
        Details of travel outside Fiji
        S/N   Country     Date from (DD/MM/YY)   Date till (DD/MM/YY)   Purpose
        1     Samoa       25/11/17               03/12/17               Tourism
        2     Tonga       06/02/22               14/02/22               Family
    """)
    assert journeys(document) == [("WS", "2017-11-25", "2017-12-03"), ("TO", "2022-02-06", "2022-02-14")]


def test_labels_below_one_another_tell_a_journey_each() -> None:
    document = docx("""
        Record of my travels
        Name: Amara Quaye
        Trip A
        Country: Kenya
        City: Mombasa
        Arrival: 3 May 2019
        Departure: 12 May 2019
        Purpose: conference
        Trip B
        Country: Rwanda
        City: Kigali
        Arrival: 9 June 2023
        Departure: 15 June 2023
        Purpose: holiday
        Signed: Amara Quaye, 4 January 2026
    """)
    reading = travel_history.read(document)
    assert travel_history.recognise(document) >= 0.5
    assert facts(reading) == {"full_name": "Amara Quaye", "document_date": "2026-01-04"}
    assert [(row["country"], row["from"], row["to"], row["purpose"]) for row in rows(reading, "trip")] == [
        ("KE", "2019-05-03", "2019-05-12", "business"),
        ("RW", "2023-06-09", "2023-06-15", "tourism"),
    ]
    assert reading.records[0].cells["country"].quote == "Kenya"


def test_sentences_tell_a_journey_each() -> None:
    document = docx("""
        Statement of my past journeys
        Leila Farsi
        In April 2017 I visited my aunt in Ankara, Turkey; I left on April 2, 2017 and returned on April 19, 2017.
        I flew to Tbilisi, Georgia on 5 August 2022 for a fair and came back on 11 August 2022. I will travel to
         Toronto, Canada in June 2026.
        I have not been to Iraq since 2010.
    """)
    assert journeys(document) == [("TR", "2017-04-02", "2017-04-19"), ("GE", "2022-08-05", "2022-08-11")]


def test_the_country_of_residence_records_where_somebody_went_and_whence_came() -> None:
    document = pdf("""
        KINGDOM OF BAHRAIN
        Movements of a resident
        Name : ARUN SAMPLE
        Report date : 15/01/2026

        No    Movement   Date         Port      Country from / to
        1     ENTRY      02/02/2020   Airport   INDIA
        2     EXIT       18/06/2022   Airport   INDIA
        3     ENTRY      30/07/2022   Airport   INDIA
        4     EXIT       01/05/2024   Causeway  SAUDI ARABIA
        5     ENTRY      04/05/2024   Causeway  SAUDI ARABIA
    """)
    reading = travel_history.read(document)
    assert facts(reading)["document_date"] == "2026-01-15"
    assert journeys(document) == [("IN", "2022-06-18", "2022-07-30"), ("SA", "2024-05-01", "2024-05-04")]


def test_a_list_of_stamps() -> None:
    document = docx("""
        Stamps in my passport
        Page | Country | Stamp | Date
        4 | Nepal | Departure | 03 MAR 2021
        5 | Qatar | Entry | 03 MAR 2021
        6 | Qatar | Exit | 29 MAR 2021
        4 | Nepal | Arrival | 29 MAR 2021
    """)
    assert journeys(document) == [("QA", "2021-03-03", "2021-03-29")]


def test_a_state_that_was_visited_records_each_stay() -> None:
    document = pdf("""
        Border Force, Home Office
        Crossing records held on: AMARA QUAYE

        Date Time            Direction   Port             Carrier
        03/05/2019 07:40     Inbound     London Gatwick   KQ100
        21/05/2019 22:10     Outbound    London Gatwick   KQ101
        14/11/2022 06:15     Inbound     Manchester       EK017
        02/12/2022 20:05     Outbound    Manchester       EK018
    """)
    assert travel_history.recognise(document) >= 0.5
    assert journeys(document) == [("GB", "2019-05-03", "2019-05-21"), ("GB", "2022-11-14", "2022-12-02")]


VISITED = """
    REPUBLIC OF SINGAPORE
    Immigration records of entry and exit
    Movement Date   Movement Type   Checkpoint   Destination / Coming From
    11-06-2023      EXIT            Changi       Ghana
    02-06-2023      ENTRY           Changi       Ghana
    """


def test_a_state_that_records_visits_to_it_is_told() -> None:
    told = [one for one in travel_history.read(pdf(VISITED)).records if isinstance(one, Trip)]
    assert [one.recorder for one in told] == ["SG"]


def test_where_a_visitor_went_home_to_is_no_journey() -> None:
    assert journeys(pdf(VISITED)) == [("SG", "2023-06-02", "2023-06-11")]


def test_years_that_somebody_lived_in_a_state_are_no_journey_there() -> None:
    document = pdf("""
        STATE OF KUWAIT
        Ministry of Interior - movements of a resident
        No   Movement   Date         Port
        1    Entry      04/02/2018   Kuwait Airport
        2    Exit       18/06/2021   Kuwait Airport
        3    Entry      30/07/2021   Kuwait Airport
        4    Exit       01/09/2021   Kuwait Airport
    """)
    assert journeys(document) == []


def test_a_sortie_and_a_retour_frame_a_journey() -> None:
    document = docx("""
        Voyages des cinq dernières années
        Date de sortie du Togo | Date de retour au Togo | Pays de destination
        03/05/2022 | 27/05/2022 | Ghana
    """)
    assert journeys(document) == [("GH", "2022-05-03", "2022-05-27")]


def test_stamps_head_columns_of_entries_and_exits() -> None:
    document = pdf("""
        Summary of my stamps
        Country     Entry stamp            Exit stamp
        Kenya       NBO 02 FEB 2018        NBO 18 FEB 2018
    """)
    assert journeys(document) == [("KE", "2018-02-02", "2018-02-18")]


def test_labels_of_a_journey_in_one_line() -> None:
    document = pdf("""
        List of countries visited
        1. Country: Ghana; City: Accra; From: 02/02/2018; To: 18/02/2018; Purpose: Vacation
        2. Country: Togo; City: Lome; From: 14/08/2022; To: 25/08/2022; Purpose: Visit to an uncle
    """)
    reading = travel_history.read(document)
    assert journeys(document) == [("GH", "2018-02-02", "2018-02-18"), ("TG", "2022-08-14", "2022-08-25")]
    quoted = reading.records[0].cells["country"]
    assert (quoted.quote, quoted.box and quoted.box.x0) == ("Ghana", 72.0)


def test_out_and_back_frame_a_journey() -> None:
    document = docx("""
        Travel Log
        Trip | Where | Out | Back | Why
        1 | Accra, Ghana | 03/04/2019 | 03/18/2019 | Visit to an aunt
        2 | Lomé, Togo | 07/01/2023 | 07/12/2023 | Vacation
    """)
    assert journeys(document) == [("GH", "2019-03-04", "2019-03-18"), ("TG", "2023-07-01", "2023-07-12")]
    assert [trip["city"] for trip in rows(travel_history.read(document), "trip")] == ["Accra", "Lomé"]


def test_the_day_of_a_signature_is_no_journey() -> None:
    document = docx("""
        TRAVEL HISTORY
        I declare that I have not travelled in the last ten years.
        Signature: ______   Date: 5 January 2026
    """)
    assert journeys(document) == []


def test_where_somebody_lived_is_no_journey() -> None:
    document = docx("""
        Countries visited and lived in
        Country | From | To | Status | Reason
        Ghana | 1990-08-30 | present | Citizen | Home
        Qatar | 2016-02-01 | 2019-05-31 | Worker | Employment
        Kenya | 2022-02-02 | 2022-02-09 | Visitor | Tourism
    """)
    assert journeys(document) == [("KE", "2022-02-02", "2022-02-09")]


def test_canada_records_the_entries_to_it() -> None:
    document = pdf("""
        Canada Border Services Agency
        Traveller history
        Name: AMARA QUAYE
        Date         Direction   Port of entry       Document
        2021-08-20   Entry       Toronto Pearson     G1000200
        2023-05-27   Exit        Toronto Pearson     G1000200
        2023-06-18   Entry       Calgary             G1000200
    """)
    reading = travel_history.read(document)
    assert travel_history.recognise(document) >= 0.5
    assert rows(reading, "trip") == []
    assert rows(reading, "entry") == [
        {"from": "2021-08-20", "country": "CA", "city": "Toronto Pearson"},
        {"from": "2023-06-18", "country": "CA", "city": "Calgary"},
    ]


def test_a_header_below_which_nothing_stands() -> None:
    for make in (docx, pdf):
        document = make("""
            MARRIAGE CERTIFICATE
            Husband  |  Wife
        """)
        assert travel_history.recognise(document) < 0.5


@pytest.mark.parametrize("days", ["11-19 August", "August 11-19", "11 – 19 August", "11 to 19 August"])
def test_two_days_of_a_month_below_their_year(days: str) -> None:
    listed = docx(f"TRAVEL HISTORY\n2018\nOman: {days}\nQatar: 2 March - 5 March\n2021\nChina: {days}")
    told = [(trip["country"], trip["from"], trip["to"]) for trip in rows(travel_history.read(listed), "trip")]
    assert told == [
        ("OM", "2018-08-11", "2018-08-19"),
        ("QA", "2018-03-02", "2018-03-05"),
        ("CN", "2021-08-11", "2021-08-19"),
    ]


def test_days_beside_a_column_of_years() -> None:
    listed = docx("""
        TRAVEL HISTORY
        Year | From | To | Country | Purpose
        2018 | Aug 11 | Aug 19 | Oman | Holiday
        2021 | 2 March | 5 March | Qatar | Work
    """)
    told = [(trip["country"], trip["from"], trip["to"]) for trip in rows(travel_history.read(listed), "trip")]
    assert told == [("OM", "2018-08-11", "2018-08-19"), ("QA", "2021-03-02", "2021-03-05")]


def test_a_sentence_behind_one_that_ends_with_a_bracket() -> None:
    listed = docx("""
        TRAVEL HISTORY
        I saw Muscat, Oman for a wedding (11 to 19 August 2018). Last, I was in Doha, Qatar from 2 to 5 March 2021.
    """)
    told = [(trip["country"], trip["from"], trip["to"]) for trip in rows(travel_history.read(listed), "trip")]
    assert told == [("OM", "2018-08-11", "2018-08-19"), ("QA", "2021-03-02", "2021-03-05")]


def test_lines_with_a_journey_each_that_look_like_a_paragraph() -> None:
    listed = pdf("""
        TRAVEL HISTORY
        11 Aug 2018 – 19 Aug 2018: Muscat, Sultanate of Oman (tourism)
        02 Mar 2021 – 05 Mar 2021: Doha, Qatar (wedding of a cousin)
        12 May 2023 – 20 May 2023: Nairobi, Kenya (holiday)
    """)
    told = [(trip["country"], trip["from"]) for trip in rows(travel_history.read(listed), "trip")]
    assert told == [("OM", "2018-08-11"), ("QA", "2021-03-02"), ("KE", "2023-05-12")]


def test_a_certificate_of_entry_and_exit() -> None:
    document = docx("""
        CERTIFICATE OF ENTRY & EXIT
        Name: PARK JIHOON   Date of birth: 1991-04-02   Nationality: REPUBLIC OF KOREA
        No. | Departure | Arrival | Remarks
        1 | 2018-07-09 | 2018-07-14 | Japan
        2 | 2023-02-03 | 2023-03-01 | Canada
        Issued 2025-11-02, Daegu Immigration Office
    """)
    assert travel_history.recognise(document) >= 0.5
    assert [
        (row["country"], row["from"], row["to"]) for row in rows(travel_history.read(document), "trip")
    ] == [
        ("JP", "2018-07-09", "2018-07-14"),
        ("CA", "2023-02-03", "2023-03-01"),
    ]


def test_rows_that_are_counted_begin_with_their_numbers() -> None:
    document = pdf("""
        RECORD OF JOURNEYS
        No.  Where           When             Stay          Why
        1    Dubai, U.A.E.   16 Feb 2014 -    3 years       employment
                             10 Mar 2017                    contract

        2    Doha, Qatar     11 Feb 2018 -    3 years       employment
                             30 Jun 2021                    contract
        3    Manama,         12-14 Apr 2019   2 nights      short holiday
             Bahrain                                        from Doha
    """)
    told = [(row["city"], row["from"], row["to"]) for row in rows(travel_history.read(document), "trip")]
    assert told == [
        ("Dubai", "2014-02-16", "2017-03-10"),
        ("Doha", "2018-02-11", "2021-06-30"),
        ("Manama", "2019-04-12", "2019-04-14"),
    ]


def test_days_that_are_cut_off_tell_no_end() -> None:
    document = docx("""
        TRAVEL RECORD
        No. | Dates | Place | Purpose
        1 | February 5, 2017 to | Paris, France | Tourism
        2 | 3 March 2018 | Rome, Italy | Transit
    """)
    told = [(row["from"], row.get("to")) for row in rows(travel_history.read(document), "trip")]
    assert told == [("2017-02-05", None), ("2018-03-03", "2018-03-03")]
