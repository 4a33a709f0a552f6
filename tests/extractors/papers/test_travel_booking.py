"""Tickets, passes, itineraries and the papers of hotels: which journeys they tell, and which they do not."""

import pytest

from consistency.extractors.extract import recognise_paper
from consistency.extractors.papers import travel_booking
from tests.extractors.papers.made import docx, facts, pdf, rows

TICKET = """
    ANDES WINGS                E-TICKET RECEIPT
    Passenger:  QUISPE/ROSA ELENA MRS
    Booking reference: T7YY2K          Date of issue: 02MAY23

    Flight     From           To                   Date       Dep      Status
    AW 201     LIMA (LIM)     BOGOTA (BOG)         03JUN23    08:10    USED
    AW 640     BOGOTA (BOG)   MADRID (MAD)         03JUN23    12:40    USED
    AW 641     MADRID (MAD)   LIMA (LIM)           21JUN23    10:05    USED
"""


def test_flights_make_journeys_and_a_stop_on_the_way_makes_none() -> None:
    document = pdf(TICKET)
    assert recognise_paper(document) == "travel-booking"
    reading = travel_booking.read(document)
    assert facts(reading) == {"full_name": "ROSA ELENA QUISPE"}
    assert str(reading.as_of.date) == "2023-05-02"
    assert [(trip["country"], trip["from"], trip["to"]) for trip in rows(reading, "trip")] == [
        ("ES", "2023-06-03", "2023-06-21")
    ]


def test_a_flight_that_may_lie_ahead_dates_no_paper() -> None:
    booked = docx(TICKET.replace("Date of issue: 02MAY23", ""))
    assert travel_booking.read(booked).as_of.date is None
    flown = docx(
        "BOARDING PASS\nPassenger: QUISPE/ROSA MRS\nLIM → BOG\nLA 2401   03 JUN 2023   08:10\nSEAT 4C"
    )
    assert str(travel_booking.read(flown).as_of.date) == "2023-06-03"


@pytest.mark.parametrize(
    ("text", "country", "start"),
    [
        (
            "BOARDING PASS\nName: HASSAN/OMAR MR\nFrom: AMMAN (AMM)\nTo: TUNIS (TUN)\nDate: 11 MAR 2024\nSeat: 4C",
            "TN", "2024-03-11",
        ),
        (
            "CARTE D'EMBARQUEMENT\nNom du passager : DIOUF/AWA MME\nDSS – CMN\nVol RA 512 le 7 janvier 2024\nPorte 3",
            "MA", "2024-01-07",
        ),
    ],
)  # fmt: skip
def test_a_pass_tells_one_flight(text: str, country: str, start: str) -> None:
    document = docx(text)
    assert recognise_paper(document) == "travel-booking"
    (trip,) = rows(travel_booking.read(document), "trip")
    assert (trip["country"], trip["from"]) == (country, start)


def test_the_bill_of_a_hotel_shows_a_stay() -> None:
    reading = travel_booking.read(
        docx("""
        Harbour View Hotel
        12 Galle Road, Colombo, Sri Lanka
        GUEST FOLIO
        Guest: Mr Arun Pillai
        Arrival: 2 May 2024
        Departure: 9 May 2024
        Nights: 7
        """)
    )
    (trip,) = rows(reading, "trip")
    assert (trip["country"], trip["from"], trip["to"]) == ("LK", "2024-05-02", "2024-05-09")


ROOM = """
    Hotel Lotus, Hanoi, Vietnam
    Booking confirmation
    Guest: Arun Pillai
    Check-in: 2 May 2024
    Check-out: 9 May 2024
"""


@pytest.mark.parametrize(
    "text",
    [
        TICKET.replace("E-TICKET RECEIPT", "YOUR BOOKING HAS BEEN CANCELLED - E-TICKET"),
        TICKET.replace("Status", "      ") + "\n    Quotation only, subject to visa",
        TICKET.replace("USED", "VOID"),
        TICKET.replace("Status", "      ") + "\n    CANCELLED on 2 April 2024",
        TICKET.replace("Status", "      ") + "\n    Statut : annulée",
    ],
)
def test_what_was_called_off_or_only_offered_is_no_journey(text: str) -> None:
    assert not travel_booking.read(pdf(text)).records


def test_what_would_be_paid_for_calling_off_calls_nothing_off() -> None:
    fares = "\n    Fare rules\n    No show    USD 150\n    Cancelled bookings are charged 50 percent"
    assert (
        len(travel_booking.read(pdf(TICKET + fares)).records)
        == len(travel_booking.read(pdf(TICKET)).records)
        > 0
    )


def test_a_room_that_is_merely_booked_is_no_journey() -> None:
    document = docx(ROOM)
    assert recognise_paper(document) == "travel-booking"
    assert not travel_booking.read(document).records


def test_a_letter_about_a_ticket_is_none() -> None:
    assert travel_booking.recognise(docx(ROOM.replace("Booking", "Dear Officer,\n    my booking", 1))) == 0.0


def test_the_day_of_a_flight_stands_above_it_or_below() -> None:
    above = docx("""
        Your e-ticket itinerary
        Passenger: MENSAH / KOFI MR
        Fri 14JUN24
        Accra (ACC) 22:10 → Doha (DOH) 06:20
        Tue 25JUN24
        Doha (DOH) 18:45 → Accra (ACC) 23:55
    """)
    (trip,) = rows(travel_booking.read(above), "trip")
    assert (trip["country"], trip["from"], trip["to"]) == ("QA", "2024-06-14", "2024-06-25")
    below = docx("BOARDING PASS\nPEREZ/JUAN MR\nBOG → LIM\nLA 2389   05 AUG 2023   10:40\nSEAT 12C")
    (trip,) = rows(travel_booking.read(below), "trip")
    assert (trip["country"], trip["from"]) == ("PE", "2023-08-05")
