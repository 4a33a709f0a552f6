"""Machine-readable zones: the specimens of ICAO Doc 9303, part by part, and what one wrong sign does to them."""

import pytest

from consistency.normalizer.mrz import Mrz, check_digit, mrz_name_agrees, parse_mrz

TD3 = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10"
TD2 = "I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\nD231458907UTO7408122F1204159<<<<<<<6"
TD1 = "I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<"
MRV_A = "V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL8988901C4XXX4009078F96121096ZE184226B<<<<<<"
MRV_B = "V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\nL8988901C4XXX4009078F9612109<<<<<<<<"


def read(zone: str) -> Mrz:
    found = parse_mrz(zone)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("zone", "name", "number", "nationality", "birth", "expiry", "optional"),
    [
        (TD3, "TD3", "L898902C3", "UTO", "740812", "120415", "ZE184226B"),
        (TD2, "TD2", "D23145890", "UTO", "740812", "120415", ""),
        (TD1, "TD1", "D23145890", "UTO", "740812", "120415", ""),
        (MRV_A, "MRV-A", "L8988901C", "XXX", "400907", "961210", "6ZE184226B"),
        (MRV_B, "MRV-B", "L8988901C", "XXX", "400907", "961210", ""),
    ],
)
def test_the_specimens(
    zone: str, name: str, number: str, nationality: str, birth: str, expiry: str, optional: str
) -> None:
    found = read(zone)
    assert (found.format, found.bad, found.slips) == (name, (), ())
    assert (found.issuer_code, found.family, found.given) == ("UTO", "ERIKSSON", "ANNA MARIA")
    assert (found.number, found.nationality_code) == (number, nationality)
    assert (found.birth_raw, found.sex, found.expiry_raw, found.optional) == (birth, "F", expiry, optional)
    assert (found.issuer, found.nationality) == (None, None)


@pytest.mark.parametrize(
    ("zone", "right", "wrong", "blamed"),
    [
        (TD3, "L898902C3", "L898902D3", {"number", "composite"}),
        (TD3, "740812", "740813", {"birth", "composite"}),
        (TD3, "120415", "130415", {"expiry", "composite"}),
        (TD3, "ZE184226B", "ZE184227B", {"optional", "composite"}),
        (TD3, "<10", "<19", {"composite"}),
        (TD2, "D23145890", "D23145891", {"number", "composite"}),
        (TD2, "<6", "<7", {"composite"}),
        (TD1, "D23145890", "D23145891", {"number", "composite"}),
        (TD1, "740812", "740813", {"birth", "composite"}),
        (TD1, "<6", "<7", {"composite"}),
        (MRV_A, "961210", "961211", {"expiry"}),
        (MRV_B, "L8988901C", "L8988902C", {"number"}),
    ],
)
def test_one_wrong_sign_is_blamed_where_it_stands(
    zone: str, right: str, wrong: str, blamed: set[str]
) -> None:
    assert zone.count(right) == 1
    assert set(read(zone.replace(right, wrong)).bad) == blamed


def test_check_digits_of_the_standard() -> None:
    assert [check_digit(text) for text in ("520727", "AB2134<<<", "L898902C3")] == ["3", "5", "6"]


@pytest.mark.parametrize(
    ("family", "given", "field", "verdict"),
    [
        ("Eriksson", "Anna Maria", "ERIKSSON<<ANNA<MARIA<<<<", "same"),
        ("Müller", "Jörg", "MUELLER<<JOERG<<<<<<<<<<", "same"),
        ("Müller", "Jörg", "MULLER<<JORG<<<<<<<<<<<<", "same"),
        ("O'Connor", "Enya Siobhan", "OCONNOR<<ENYA<SIOBHAN<<<", "same"),
        ("Papandropoulous", "Jonathon Warwick Brendan", "PAPANDROPOULOUS<<JONATHON<WARWICK<BREND", "variant"),
        ("Papandropoulous", "Jonathon Alec", "PAPANDROPOULOUS<<JONATHO", "different"),
        ("Eriksson", "Anna Maria", "ERIKSSON<<ANNA<<<<<<<<<<", "variant"),
        ("Eriksson", "Anna", "ERICSON<<ANNA<<<<<<<<<<<", "different"),
        ("Eriksson", "Anna", "BERG<<ANNA<<<<<<<<<<<<<<", "different"),
        ("Eriksson", "Anna", "ERIKSSON<<BRITTA<<<<<<<<", "different"),
    ],
)
def test_printed_names_beside_the_zone(family: str, given: str, field: str, verdict: str) -> None:
    zone = f"P<UTO{field.ljust(39, '<')}\n{TD3.splitlines()[1]}"
    assert mrz_name_agrees(family, given, read(zone)).verdict == verdict
