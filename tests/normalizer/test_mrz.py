"""Machine-readable zones: the specimens of ICAO Doc 9303, part by part, and what one wrong sign does to them."""

from datetime import date

import pytest

from consistency.normalizer.mrz import Mrz, check_digit, find_mrz, mrz_name_agrees, parse_mrz

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


LONG_TD1 = "I<UTOD23145890<7349<<<<<<<<<<<\n3407127M9507122UTO<<<<<<<<<<<2\nSTEVENSON<<PETER<JOHN<<<<<<<<<"
LONG_TD2 = "I<UTOSTEVENSON<<PETER<JOHN<<<<<<<<<<\nD23145890<UTO3407127M95071227349<<<8"


@pytest.mark.parametrize("zone", [LONG_TD1, LONG_TD2])
def test_a_number_of_a_card_runs_on_into_the_optional_data(zone: str) -> None:
    found = read(zone)
    assert (found.number, found.optional, found.bad, found.slips) == ("D23145890734", "", (), ())
    assert read(zone.replace("<7349<", "<7348<").replace("27349<", "27348<")).bad == ("number", "composite")


def test_a_filler_for_a_check_digit_without_a_longer_number_is_wrong() -> None:
    assert "number" in read(LONG_TD1.replace("<7349<", "<9<<<<")).bad
    assert "number" in read(TD3.replace("L898902C36", "L898902C3<")).bad
    assert read(MRV_A.replace("L8988901C4", "L8988901C<")).number == "L8988901C"


@pytest.mark.parametrize(("digit", "blamed"), [("<", False), ("0", False), ("1", True)])
def test_optional_data_that_are_empty_may_lack_their_check_digit(digit: str, blamed: bool) -> None:
    found = read(TD3.replace("ZE184226B<<<<<1", "<" * 14 + digit))
    assert ("optional" in found.bad) is blamed


def test_optional_data_without_their_check_digit_are_wrong() -> None:
    assert "optional" in read(TD3.replace("ZE184226B<<<<<1", "ZE184226B<<<<<<")).bad


def test_codes_of_countries() -> None:
    found = read(TD3.replace("P<UTO", "PDD<<").replace("36UTO", "36CAN"))
    assert (found.code, found.issuer_code, found.issuer) == ("PD", "D", "DE")
    assert (found.nationality_code, found.nationality) == ("CAN", "CA")
    assert (
        read(TD3.replace("UTOERIKSSON", "UTOVON<DER<ERIKSSON").replace("<" * 8, "", 1)).family
        == "VON DER ERIKSSON"
    )


@pytest.mark.parametrize(
    ("right", "wrong", "slips"),
    [
        ("<<ANNA", "<<ANN4", ("names",)),
        ("P<UTO", "P<UT0", ("issuer",)),
        ("36UTO", "36UT0", ("nationality",)),
        ("7408122F", "740812ZF", ("birth",)),
        ("1204159Z", "12O4159Z", ("expiry",)),
        ("L898902C36", "LB98902C36", ("number",)),
        ("L898902C36", "L898902C3G", ("number",)),
        ("L898902C36", "L898902C31", ()),
    ],
)
def test_what_looks_misread_is_told(right: str, wrong: str, slips: tuple[str, ...]) -> None:
    assert read(TD3.replace(right, wrong)).slips == slips


@pytest.mark.parametrize(
    ("change", "read_as"),
    [
        (0, ()), (-1, ("length",)), (-4, ("length",)), (-5, None), (1, ("length",)), (4, ("length",)), (5, None),
    ],
)  # fmt: skip
def test_up_to_four_fillers_of_a_line_may_be_miscounted(change: int, read_as: tuple[str, ...] | None) -> None:
    first, second = TD3.splitlines()
    found = parse_mrz([f"{first.rstrip('<')}{'<' * (19 + change)}", second])
    assert (None if found is None else (found.family, found.given, found.slips)) == (
        None if read_as is None else ("ERIKSSON", "ANNA MARIA", read_as)
    )


@pytest.mark.parametrize(
    "lines",
    [
        ["INTRODUCTIONTOTHEANNUALREPORTS"] * 3,
        [TD3.splitlines()[0], "A" * 44],
        [TD3.splitlines()[0], "HELLO"],
        [TD3.splitlines()[0], TD3.splitlines()[1].replace("F120", "K120")],
        ["P<UTO" + "7" * 39, TD3.splitlines()[1]],
        [TD3.splitlines()[0].replace("<<ANNA", "<.ANNA"), TD3.splitlines()[1]],
        [TD3.splitlines()[0][:-1], TD3.splitlines()[1].replace("<", "0")[:-1]],
        TD3.splitlines()[::-1],
        ["P<UTO", "L898902C3"],
        [],
    ],
)
def test_lines_that_are_no_zone(lines: list[str]) -> None:
    assert parse_mrz(lines) is None
    assert find_mrz(lines) is None


def test_a_zone_is_read_as_it_is_copied() -> None:
    assert read(f"\n {TD3.lower()} \n") == read(TD3)
    assert find_mrz(["", "Passport", *TD1.splitlines(), "x"]) == (2, read(TD1))


def dated(birth: str, expiry: str, as_of: date | None = None) -> tuple[date | None, date | None]:
    found = parse_mrz(TD3.replace("740812", birth).replace("120415", expiry), as_of)
    assert found is not None
    return found.birth, found.expiry


@pytest.mark.parametrize(
    ("expiry", "as_of", "year"),
    [
        ("690415", None, 2069),
        ("700415", None, 1970),
        ("730415", date(2024, 5, 1), 2073),
        ("740415", date(2024, 5, 1), 1974),
    ],
)
def test_an_expiry_lies_within_fifty_years(expiry: str, as_of: date | None, year: int) -> None:
    assert dated("400101", expiry, as_of)[1] == date(year, 4, 15)


@pytest.mark.parametrize(
    ("birth", "expiry", "as_of", "born"),
    [
        ("300415", "300415", None, date(2030, 4, 15)),
        ("300416", "300415", None, date(1930, 4, 16)),
        ("310101", "300415", None, date(1931, 1, 1)),
        ("250101", "300415", date(2024, 5, 1), date(1925, 1, 1)),
        ("740812", "<<<<<<", None, date(1974, 8, 12)),
        ("740230", "120415", None, None),
        ("74<<<<", "120415", None, None),
    ],
)
def test_nobody_is_born_after_the_document_ends(
    birth: str, expiry: str, as_of: date | None, born: date | None
) -> None:
    assert dated(birth, expiry, as_of)[0] == born


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
        (
            "Bennelong Wooloomooloo Warrandyte Warnambool",
            "Dingo Potoroo",
            "BENNELONG<WOOLOOM<WARRAND<WARNAM<<DINGO",
            "variant",
        ),
        (
            "Bennelong Wooloomooloo Warrandyte Warnambool",
            "Dingo Potoroo",
            "BENNEL<WOOLOO<WARRAN<WARNAM<<DINGO<POTO",
            "variant",
        ),
        (
            "Nilavadhanananda",
            "Chayapa Dejthamrong Krasuang",
            "NILAVADHANANANDA<<CHAYAPA<DEJTHAMRONG<K",
            "variant",
        ),
        (
            "Bennelong Wooloomooloo Warrandyte Warnambool",
            "Tapir Potoroo",
            "BENNEL<WOOLOO<WARRAN<WARNAM<<DINGO<POTO",
            "different",
        ),
        (
            "Bennelong Wooloomooloo Warrandyte Warnambool",
            "Dingo Potoroo",
            "BENNEL<WOOLOO<WARRAN<BARNAM<<DINGO<POTO",
            "different",
        ),
        ("Bennelong Wooloomooloo", "Dingo Potoroo", "BENNEL<WOOLOO<WARRAN<WARNAM<<DINGO<POTO", "different"),
        (
            "Bennelong Wooloomooloo Warrandyte",
            "Dingo",
            "BENNEL<WOOLOO<WARRAN<<<<<<<<<<<<<<<<<<<",
            "different",
        ),
        ("Suryadi", "", "SURYADI<<<<<<<<<<<<<<<<<", "same"),
        ("Семёнов", "Пётр", "SEMENOV<<PETR<<<<<<<<<<<", "same"),
        ("Петров", "Пётр", "PETROFF<<PETR<<<<<<<<<<<", "variant"),
        (" Eriksson ", "Anna-Maria", "ERIKSSON<<ANNAMARIA<<<<<", "same"),
        ("Eriksson", "Anna", "ERIKSSON<<BRITTA<<<<<<<<", "different"),
    ],
)
def test_printed_names_beside_the_zone(family: str, given: str, field: str, verdict: str) -> None:
    zone = f"P<UTO{field.ljust(39, '<')}\n{TD3.splitlines()[1]}"
    assert mrz_name_agrees(family, given, read(zone)).verdict == verdict
