"""Numbers of IRCC, and machine-readable zones by ICAO Doc 9303."""

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consistency.normalizer import mrz_names
from consistency.normalizer.identifiers import (
    application_number,
    check_digit,
    find_application_numbers,
    find_mrz,
    find_uci,
    is_temporary_uci,
    lmia_number,
    mrz_name_agrees,
    offer_number,
    parse_mrz,
    same_uci,
    temporary_uci,
    uci,
)
from tests.shared import TABLES, uses_shared

PASSPORT = [  # the specimen of ICAO Doc 9303-4
    "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<",
    "L898902C36UTO7408122F1204159ZE184226B<<<<<10",
]


@pytest.mark.parametrize(
    ("text", "digits"),
    {
        "1239-4285": "12394285",
        "12394285": "12394285",
        "11-1239-4285": "1112394285",
        " 1239–4285 ": "12394285",
        "123-4285": None,
        "CAN000123456789": None,
        "W993830598": None,
        "": None,
    }.items(),
)
def test_uci(text: str, digits: str | None) -> None:
    assert uci(text) == digits


def test_client_numbers_compared() -> None:
    assert same_uci("1239-4285", "00-1239-4285") is True
    assert same_uci("1239-4285", "1239-4286") is False
    assert same_uci("1239-4285", "CAN000123456789") is same_uci("CAN000123456789", "1239-4285") is None
    assert is_temporary_uci("X01-1234-5678")
    assert temporary_uci("can 000123456789") == "CAN000123456789"
    assert not is_temporary_uci("1239-4285")


def test_numbers_in_text() -> None:
    letter = "UCI / IUC: 1239-4285\nApplication no.: W993830598, before S 305112233 and W993830598. Tel. 416-555-0199"
    assert find_uci(letter) == "12394285"
    assert find_uci("Client ID: 11-1239-4285") == find_uci("CLIENT ID 1112394285") == "1112394285"
    assert find_uci("your file of 1239-4285, as before") == "12394285"
    assert find_uci("Phone 4165550199") is None
    assert find_application_numbers(letter) == ("W993830598", "S305112233")


def test_other_numbers() -> None:
    assert application_number("w 993830598") == "W993830598"
    assert application_number("WW93830598") is None
    labelled = (
        "LMIA # 8812345",
        "LMIA No. 8812345",
        "System File Number: 8812345",
        "EIMT no 8812345",
        "8812345",
    )
    assert {lmia_number(text) for text in labelled} == {"8812345"}
    assert lmia_number("A1234567") is None
    assert offer_number("A-1234567") == "A1234567"
    assert offer_number("8812345") is None


def test_a_passport() -> None:
    found = parse_mrz(PASSPORT, as_of=date(2011, 1, 1))
    assert found is not None
    assert (found.format, found.code, found.family, found.given) == ("TD3", "P", "ERIKSSON", "ANNA MARIA")
    assert (found.number, found.sex, found.optional) == ("L898902C3", "F", "ZE184226B")
    assert (found.birth, found.expiry) == (date(1974, 8, 12), date(2012, 4, 15))
    assert (found.issuer_code, found.issuer, found.bad, found.slips) == ("UTO", None, (), ())
    assert parse_mrz("\n".join(PASSPORT)) == parse_mrz("".join(PASSPORT)) == parse_mrz(PASSPORT)


def test_the_day_settles_the_century() -> None:
    lines = [PASSPORT[0], "L898902C36UTO2408122F3004159ZE184226B<<<<<10"]
    old, young = parse_mrz(lines, as_of=date(2024, 8, 11)), parse_mrz(lines, as_of=date(2024, 8, 12))
    assert old is not None and young is not None
    assert (old.birth, young.birth) == (date(1924, 8, 12), date(2024, 8, 12))
    assert old.expiry == date(2030, 4, 15)


def test_a_zone_among_the_lines_of_a_scan() -> None:
    page = [
        "PASSPORT",
        "Surname ERIKSSON",
        "P<UTOERIKSSON «ANNA<MARIA<<<<<<<<<<<<<<<<<",
        "L898902C36UTO7408122F1204159ZE184226B<<<<< 10",
        "",
    ]
    found = find_mrz(page)
    assert found is not None
    assert found[0] == 2
    assert (found[1].family, found[1].given, found[1].bad, found[1].slips) == (
        "ERIKSSON",
        "ANNA MARIA",
        (),
        ("length",),
    )
    assert find_mrz(page[:3]) is None


def test_look_alikes_are_told_and_kept() -> None:
    found = parse_mrz([PASSPORT[0], "L8989O2C36UTO74O8122F1204159ZE184226B<<<<<10"])
    assert found is not None
    assert (found.number, found.birth_raw, found.birth) == ("L8989O2C3", "74O812", None)
    assert set(found.slips) == {"number", "birth"}
    assert {"number", "birth"} <= set(found.bad)


def test_check_digits() -> None:
    assert (check_digit("520727"), check_digit("AB2134<<<"), check_digit("")) == ("3", "5", "0")


def test_printed_names_against_the_zone() -> None:
    zone = parse_mrz(PASSPORT)
    assert zone is not None
    assert mrz_name_agrees("Eriksson", "Anna Maria", zone).verdict == "same"
    assert mrz_name_agrees("Eriksson", "Anna", zone).verdict == "variant"
    assert mrz_name_agrees("Erikson", "Anna Maria", zone).verdict == "different"


@given(st.lists(st.text(alphabet="P<ABC0123456789O «V\n", max_size=46), max_size=4))
def test_any_lines_may_come(lines: list[str]) -> None:
    parse_mrz(lines)
    parse_mrz("\n".join(lines))
    find_mrz(lines)


@given(st.text())
def test_any_text_may_come(text: str) -> None:
    for read in (uci, temporary_uci, find_uci, application_number, lmia_number, offer_number, parse_mrz):
        read(text)


def cases(name: str) -> Any:
    return json.loads((TABLES / name).read_text(encoding="utf-8"))


@uses_shared
def test_specimens_and_their_mutations() -> None:
    for case in cases("mrz_cases.json")["cases"]:
        found = parse_mrz(case["lines"])
        assert found is not None, case["lines"]
        read = {
            "format": found.format,
            "code": found.code,
            "issuer": found.issuer_code,
            "number": found.number,
            "nationality": found.nationality_code,
            "birth": found.birth_raw,
            "sex": found.sex,
            "expiry": found.expiry_raw,
            "surname": found.family,
            "given": found.given,
        }
        assert {field: value for field, value in read.items() if case.get(field, value) != value} == {}
        assert set(found.bad) == {check for check, holds in case["checks"].items() if not holds}


@uses_shared
def test_icao_names_are_no_mismatch() -> None:
    table = cases("mrz_names_icao.json")
    for row in table["name_fields"]:
        assert mrz_names.agree(row["surname"], row["given"], row["mrz"]).agrees, row
    for rows in (value for key, value in table.items() if key not in {"meta", "name_fields"}):
        for row in rows:
            assert mrz_names.agree(row["text"], "", row["mrz"]).verdict == "same", row
