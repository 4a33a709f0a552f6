"""Print-outs of forms: the values beside the captions are read as the fields of the form would be."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

import pytest
from msgspec.structs import replace

from consistency.extractors.extract import extract
from consistency.extractors.form_reading.definition import FormDefinition
from consistency.extractors.form_reading.form import definitions
from consistency.extractors.form_reading.printed import way_in as printed
from consistency.extractors.form_reading.printed.captions import (
    bare,
    is_hint,
    is_key,
    is_question,
    vocabulary,
)
from consistency.extractors.form_reading.printed.flow import Piece, Row
from consistency.extractors.form_reading.printed.marks import marks
from consistency.model import Answer, Box, Document, FamilyMember, Job, Paper, Record, Word
from consistency.readers.files import Options, read_file
from tests.extractors.form_reading.filling import told
from tests.extractors.form_reading.print_outs import PrintOut
from tests.shared import BLANKS, CASES, uses_shared

JOBS = (
    (43, "From (YYYY MM)"), (94, "To (YYYY MM)"), (146, "Current Activity/Occupation"),
    (275, "Company/Employer/Facility name"), (403, "City/Town"), (489, "Country or Territory"),
)  # fmt: skip
RELATIVES = (
    (43, "Relationship"), (97, "Name"), (204, "Date of birth (YYYY-MM-DD)"), (261, "Country or territory of birth"),
    (318, "Present address"), (411, "Marital status"), (461, "Present occupation"),
    (532, "Will accompany you to Canada?"),
)  # fmt: skip
REFUSED = (
    "b) Have you ever been refused a visa or permit, denied entry or ordered to leave Canada or any country?"
)


def read(print_out: PrintOut) -> Paper:
    return extract(print_out.document())


def facts(paper: Paper) -> dict[str, str]:
    return {fact.attribute: fact.value for fact in paper.facts}


def rows(paper: Paper, record: type[Record], *names: str) -> list[tuple[object, ...]]:
    return [tuple(told(found).get(name) for name in names) for found in paper.all(record)]


# --- captions and values --------------------------------------------------------------------------------------


def test_reads_values_below_their_captions() -> None:
    form = PrintOut()
    form.fields((43, "1 UCI", ""), (398, "2 I want service in", "English"))
    form.heading("PERSONAL DETAILS")
    form.fields(
        (43, "1 Family name (as shown on your passport)", "DE LA CRUZ"), (309, "Given name(s)", "ANA MARÍA")
    )
    form.fields((43, "3 Sex", "Female"))
    form.birth("4 Date of birth", ("1991", "02", "08"))
    form.fields(
        (43, "5 Place of birth - City/Town", "Agadir"),
        (220, "Place of birth - Country or Territory", "Morocco"),
        (398, "6 Citizenship", "Côte d'Ivoire"),
    )
    form.fields((43, "Telephone no.", "+212 555 0176 153"), (309, "E-mail address", "Ana.91@example.com"))
    form.signature("2025-04-20")
    paper = read(form)
    assert facts(paper) == {
        "family_name": "DE LA CRUZ", "given_names": "ANA MARÍA", "sex": "female", "birth_date": "1991-02-08",
        "birth_city": "Agadir", "birth_country": "MA", "citizenship": "CI", "phone": "+212 555 0176 153",
        "email": "ana.91@example.com", "document_date": "2025-04-20",
    }  # fmt: skip
    assert (paper.kind, paper.form_version, paper.language, paper.signed) == (
        "imm1295",
        "09-2023",
        "en",
        True,
    )
    assert paper.as_of.basis == "signature"


def test_cites_page_box_and_the_words_as_they_stand() -> None:
    form = PrintOut()
    form.heading("PERSONAL DETAILS")
    form.birth("4 Date of birth", ("1991", "02", "08"))
    form.fields((43, "1 a) Your current marital status", "Legally separated"))
    paper = read(form)
    born, married = paper.fact("birth_date"), paper.fact("marital_status")
    assert born is not None and married is not None
    assert (born.evidence.quote, born.evidence.page, born.evidence.field) == ("1991 02 08", 1, None)
    assert (married.value, married.evidence.quote) == ("separated", "Legally separated")
    assert born.evidence.box is not None and born.evidence.box.x0 == pytest.approx(60, abs=1)


def test_an_empty_field_gives_nothing_and_takes_nothing_from_its_neighbours() -> None:
    form = PrintOut()
    form.fields((43, "1 UCI", ""))
    form.heading("PERSONAL DETAILS")
    form.fields((43, "1 Family name", ""), (309, "Given name(s)", "SUPARMAN"))
    form.fields((43, "3 Sex", ""), (220, "6 Citizenship", "Indonesia"))
    form.fields((43, "1 Passport/travel document number", ""), (309, "3 Issue date (YYYY-MM-DD)", ""))
    form.fields((43, "Something that no form asks", "Words"))
    assert facts(read(form)) == {"given_names": "SUPARMAN", "citizenship": "ID"}


def test_long_values_are_wrapped_and_an_address_is_put_together() -> None:
    form = PrintOut()
    form.heading("CONTACT INFORMATION")
    form.fields((43, "Street no.", "8"), (176, "Street name", "Avenue of the Unknown Traveller " * 4))
    form.fields((43, "City/Town", "San Cristóbal de las Casas"), (176, "Country or Territory", "Mexico"))
    form.fields((43, "Telephone no.", "1"), (309, "E-mail address", "x@example.org"))
    paper = read(form)
    (address,) = paper.records
    assert (address.city, address.country) == ("San Cristóbal de las Casas", "MX")
    assert told(address)["street"] == "8 " + " ".join(["Avenue of the Unknown Traveller"] * 4)
    assert facts(paper) == {"phone": "1", "email": "x@example.org"}


# --- questions ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("drawn", "answer"),
    [(("X", ""), "no"), (("", "X"), "yes"), (("", ""), None), (("X", "X"), None)],
)
def test_an_answer_is_the_one_that_is_marked(drawn: tuple[str, str], answer: str | None) -> None:
    form = PrintOut()
    form.question(REFUSED, "", drawn)
    assert [found.answer for found in read(form).all(Answer)] == ([answer] if answer else [])


def test_several_boxes_are_one_answer_and_details_belong_to_their_question() -> None:
    form = PrintOut()
    form.question("1. a) Have you or a family member ever had tuberculosis of the lungs?", "no")
    form.question("b) Do you have any physical or mental disorder that would require services?", "yes")
    form.fields((43, 'c) If you answered "yes", please provide details', "Asthma since 2012"))
    form.question(REFUSED, "yes")
    form.fields(
        (43, 'd) If you answered "yes" to question 2a), 2b) or 2c), please provide details', "visa 2022-04")
    )
    form.question(
        "3. a) Have you ever committed, been arrested for or convicted of any criminal offence?", "no"
    )
    got = rows(read(form), Answer, "question", "answer", "details")
    assert got == [
        ("medical", "yes", "Asthma since 2012"), ("ever-refused", "yes", "visa 2022-04"), ("criminal", "no", None),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("☒ No ☐ Yes", "no"), ("☐ No ☑ Yes", "yes"), ("[x] No [] Yes", "no"), ("No [X] Yes", None), ("No Yes", None),
        ("X Non O Oui", "no"), ("XNon Oui", "no"), ("x] No oO Yes", "no"), ("☒ Yes ☐ No", "yes"),
    ],
)  # fmt: skip
def test_marks_are_boxes_of_many_shapes(words: str, answer: str | None) -> None:
    found = marks(row_of(words))
    assert found is not None and found.answer == answer


@pytest.mark.parametrize("words", ["Answer yes or", "No", "Yes or no, as it may be", "Nolan Yesterday"])
def test_words_alone_are_no_boxes(words: str) -> None:
    assert marks(row_of(words)) is None


def row_of(words: str) -> Row:
    """Give a row of words at even distances."""
    placed, x = [], 40.0
    for word in words.split():
        placed.append(Word(word, Box(x, 10, x + 5 * len(word), 18)))
        x += 5 * len(word) + 5
    return Row((Piece.of(placed, 1, 0, 1.0),), bold=False, size=7.0, top=10, bottom=18)


@uses_shared
@pytest.mark.parametrize(
    "name", ["imm5476e.pdf", "imm5476f.pdf", "imm5645e.pdf", "imm5669e_2012.pdf", "imm5409e.pdf"]
)
def test_a_print_of_a_blank_form_says_nothing(name: str) -> None:
    paper = extract(replace(read_file(BLANKS, name, Options()), form=None))
    assert paper.kind == name[:7]
    assert (paper.facts, paper.records, paper.problems) == ((), (), ())


# --- tables ---------------------------------------------------------------------------------------------------


def job_form(jobs: Sequence[Sequence[str]], before: float = 0) -> Paper:
    form = PrintOut()
    form.y += before
    form.heading("EDUCATION")
    form.question("Have you had any post secondary education?", "no")
    form.heading("EMPLOYMENT - Give details of your employment for the past 10 years")
    form.table(JOBS, jobs)
    form.heading("BACKGROUND INFORMATION")
    form.question(REFUSED, "no")
    form.signature("2025-04-20")
    return read(form)


JOB_ROWS = (
    (
        "2023 09",
        "",
        "Senior Electrician and Site Safety Officer",
        "Zenith Power Works & Sons SARL",
        "Agadir",
        "Morocco",
    ),
    ("2016 06", "2023 09", "Wireman", "Northgate Electricals", "", "United States of America"),
    ("2013 06", "2016 05", "Assistant", "", "Lyon", "France"),
)
JOBS_READ = [
    (
        "2023-09",
        "present",
        "Senior Electrician and Site Safety Officer",
        "Zenith Power Works & Sons SARL",
        "Agadir",
        "MA",
    ),
    ("2016-06", "2023-09", "Wireman", "Northgate Electricals", None, "US"),
    ("2013-06", "2016-05", "Assistant", None, "Lyon", "FR"),
]


@pytest.mark.parametrize("before", [0, 400, 480, 520, 540, 560])
def test_rows_of_a_table_with_wrapped_and_empty_cells_also_over_a_page_break(before: float) -> None:
    paper = job_form(JOB_ROWS, before)
    assert rows(paper, Job, "from", "to", "title", "employer", "city", "country") == JOBS_READ
    assert {found.question for found in paper.all(Answer)} == {"post-secondary", "ever-refused"}
    assert "birth_date" not in facts(paper), "the head of a page repeats who it is about"
    assert paper.problems == ()


def test_an_empty_table_gives_no_record() -> None:
    paper = job_form(())
    assert not list(paper.all(Job))
    assert paper.value("document_date") == "2025-04-20"


def test_rows_that_touch_are_parted_by_their_dates() -> None:
    form = PrintOut()
    form.heading("EMPLOYMENT")
    form.table(JOBS, ())
    for row in JOB_ROWS[1:]:
        form.cells(JOBS, [x for x, _ in JOBS[1:]] + [700], row, (8, "Courier"))
        form.y -= 4.5
    assert rows(read(form), Job, "from", "employer") == [
        ("2016-06", "Northgate Electricals"),
        ("2013-06", None),
    ]


def test_current_and_previous_residences() -> None:
    columns = ((43, "Country or Territory"), (188, "Status"), (285, "Other"), (382, "From"), (478, "To"))
    form = PrintOut()
    form.text(42, "7 Current country or territory of residence", 7)
    form.y += 12
    form.table(columns, [("Morocco", "Permanent resident", "", "", "")])
    form.question(
        "8 Previous countries or territories of residence: have you lived in another country?", "yes"
    )
    form.table(
        columns,
        [
            ("France", "Other", "Diplomat", "2016-06-10", "2018-09-16"),
            ("Korea, Republic of", "Student", "", "2018-10-01", "2019-05-02"),
        ],
    )
    form.heading("MARITAL STATUS")
    form.fields((43, "1 a) Your current marital status", "Single"))
    paper = read(form)
    got = [tuple(told(r).get(n) for n in ("country", "status", "from", "to")) for r in paper.records]
    assert got == [
        ("MA", "permanent-resident", None, None), ("FR", "other", "2016-06-10", "2018-09-16"),
        ("KR", "student", "2018-10-01", "2019-05-02"),
    ]  # fmt: skip


def family_form(form: str, title: str, sections: dict[str, Sequence[Sequence[str]]]) -> Paper:
    print_out = PrintOut(form, title)
    for heading, people in sections.items():
        print_out.heading(heading)
        if people:
            print_out.table(RELATIVES, people)
    print_out.signature("2024-01-02")
    return read(print_out)


ADDRESS = "125 School Street, Ibadan, Nigeria"
FAMILY: dict[str, Sequence[Sequence[str]]] = {
    "SECTION A": (
        ("Applicant", "Chidi Adebanjo", "1989-02-03", "Nigeria", ADDRESS, "Married", "Cook", ""),
        ("Spouse or common-law partner", "Ngozi Adebanjo", "1990-06-08", "Nigeria", ADDRESS, "Married", "Nurse", "Yes"),
        ("Mother", "Yetunde Adebanjo", "1965", "Nigeria", "Ibadan, Nigeria", "Widowed", "", "No"),
        ("Father", "", "", "", "", "", "", ""),
    ),
    "SECTION B - CHILDREN": (
        ("Step-son", "Maya Oluwaseun Adebanjo", "2017-05-28", "Niger", ADDRESS, "Single", "Child", ""),
    ),
    "SECTION C - BROTHERS AND SISTERS": (
        ("Half brother", "Karim Adebanjo", "1984-04-24", "Nigeria", "", "Divorced", "", ""),
        ("Sister", "Mina Adebanjo", "1987-03-23", "Nigeria", "", "", "Teacher", ""),
    ),
}  # fmt: skip


@pytest.mark.parametrize("form", ["IMM 5645 (01-2021) E", "IMM 5406 (04-2025) E"])
def test_relatives_by_their_row_and_section(form: str) -> None:
    title = "FAMILY INFORMATION" if "5645" in form else "ADDITIONAL FAMILY INFORMATION"
    paper = family_form(form, title, FAMILY)
    assert facts(paper) == {
        "full_name": "Chidi Adebanjo", "birth_date": "1989-02-03", "birth_country": "NG", "marital_status": "married",
        "document_date": "2024-01-02",
    }  # fmt: skip
    assert rows(paper, FamilyMember, "relation", "name", "birth_date", "country", "marital_status") == [
        ("spouse", "Ngozi Adebanjo", "1990-06-08", "NG", "married"),
        ("mother", "Yetunde Adebanjo", "1965", "NG", "widowed"),
        ("child", "Maya Oluwaseun Adebanjo", "2017-05-28", "NE", "single"),
        ("sibling", "Karim Adebanjo", "1984-04-24", "NG", "divorced"),
        ("sibling", "Mina Adebanjo", "1987-03-23", "NG", None),
    ]
    assert paper.problems == ()


def test_sections_without_people_have_no_relatives() -> None:
    people = {"SECTION A": FAMILY["SECTION A"][:1], "SECTION B - CHILDREN": (), "SECTION C - BROTHERS": ()}
    paper = family_form("IMM 5406 (04-2025) E", "ADDITIONAL FAMILY INFORMATION", people)
    assert paper.records == ()


# --- other forms ----------------------------------------------------------------------------------------------


def test_a_french_form_with_french_captions_and_labels() -> None:
    form = PrintOut("IMM 1295 (09-2023) F", "DEMANDE DE PERMIS DE TRAVAIL", yes_no=("Oui", "Non"))
    form.heading("DONNÉES PERSONNELLES")
    form.fields(
        (43, "1 *Nom de famille (tel qu'indiqué sur votre passeport)", "BENKIRANE"),
        (309, "Prénom(s)", "SALMA"),
    )
    form.fields((43, "3 *Sexe", "Femme"), (309, "6 *Citoyenneté", "Maroc"))
    form.birth("4 Date de naissance", ("1994", "02", "11"), ("* AAAA", "* MM", "* JJ"))
    form.heading("ÉTAT MATRIMONIAL")
    form.fields((43, "a) État matrimonial actuel", "Conjoint(e) de fait"))
    form.heading("EMPLOI")
    form.table(
        (
            (43, "De (AAAA MM)"), (94, "À (AAAA MM)"), (146, "Activité/Profession actuelle"),
            (275, "Entreprise/Employeur/Nom de l'établissement"), (403, "Ville/Village"), (489, "Pays ou territoire"),
        ),
        [("2020 01", "", "Cuisinière", "Café de la Gare", "Genève", "Suisse")],
    )  # fmt: skip
    form.heading("ANTÉCÉDENTS")
    form.question(
        "2. b) Vous a-t-on déjà refusé un visa ou un permis, interdit l'entrée ou demandé de quitter le Canada?",
        "yes",
    )
    form.signature("2025-03-06", ("Signature du demandeur", "Date (AAAA-MM-JJ)"))
    paper = read(form)
    assert facts(paper) == {
        "family_name": "BENKIRANE", "given_names": "SALMA", "sex": "female", "citizenship": "MA",
        "birth_date": "1994-02-11", "marital_status": "common-law", "document_date": "2025-03-06",
    }  # fmt: skip
    assert rows(paper, Job, "from", "to", "employer", "country") == [
        ("2020-01", "present", "Café de la Gare", "CH")
    ]
    assert rows(paper, Answer, "question", "answer") == [("ever-refused", "yes")]
    assert paper.language == "fr"


def test_a_job_in_two_lines_of_captions_is_one_job() -> None:
    form = PrintOut("IMM 5710 (09-2023) E", "APPLICATION TO CHANGE CONDITIONS")
    form.heading("EMPLOYMENT")
    for start, end, title, employer in (
        ("2020 01", "", "Cook", "Blue Inn"),
        ("2018 02", "2019 12", "Waiter", "Red Inn"),
    ):
        form.fields(
            (43, "From (YYYY MM)", start),
            (146, "Activity/Occupation", title),
            (309, "Company/Employer/Facility name", employer),
        )
        form.fields(
            (43, "To (YYYY MM)", end), (146, "City/Town", "Brampton"), (309, "Country or Territory", "Canada")
        )
    form.heading("COMING INTO CANADA")
    form.text(44, "1 Date and place of your original entry to Canada", 7)
    form.y += 12
    form.fields((43, "* Date (YYYY-MM-DD)", "2019-12-01"), (309, "* Place", "Toronto"))
    form.text(44, "3 Date and place of your most recent entry to Canada", 7)
    form.y += 12
    form.fields((43, "Date (YYYY-MM-DD)", "2023-05-06"), (309, "Place", "Vancouver"))
    paper = read(form)
    assert rows(paper, Job, "from", "to", "title", "employer", "city") == [
        ("2020-01", "present", "Cook", "Blue Inn", "Brampton"), ("2018-02", "2019-12", "Waiter", "Red Inn", "Brampton"),
    ]  # fmt: skip
    entries = [told(record) for record in paper.records if record.type == "entry"]
    assert [(e["from"], e["city"], e["country"]) for e in entries] == [
        ("2019-12-01", "Toronto", "CA"), ("2023-05-06", "Vancouver", "CA"),
    ]  # fmt: skip


def test_the_parents_and_the_representative_are_not_the_applicant() -> None:
    form = PrintOut("IMM 5669 (05-2021) E", "SCHEDULE A - BACKGROUND / DECLARATION")
    form.fields((43, "Family name", "Olvera"), (309, "Given name(s)", ""))
    form.fields(
        (43, "Father - family name", "Peña"),
        (220, "Given name(s)", "Efraín"),
        (398, "Date of birth", "1967-09-11"),
    )
    form.heading("12. ADDRESSES")
    columns = (
        (43, "From"),
        (97, "To"),
        (151, "Street"),
        (286, "City"),
        (395, "Postal code"),
        (467, "Country"),
    )
    form.table(columns, [("2025-12", "Present", "43 Temple Lane", "León", "23428", "Mexico")])
    form.signature("2026-10-19")
    paper = read(form)
    assert facts(paper) == {"family_name": "Olvera", "document_date": "2026-10-19"}
    assert [told(record)["from"] for record in paper.records] == ["2025-12"]


def test_a_schedule_without_a_day_is_of_no_known_day() -> None:
    form = PrintOut(
        "IMM 5257 - Schedule 1 (11-2018) E", "SCHEDULE 1 - APPLICATION FOR A TEMPORARY RESIDENT VISA"
    )
    form.question("Government positions (federal, regional, municipal)", "no")
    form.question("Since the age of 18 or for the past five years, have you travelled to a country?", "yes")
    columns = ((43, "From"), (128, "To"), (212, "Country"), (333, "Location"), (454, "Purpose of travel"))
    form.table(
        columns,
        [("2022-03", "2022-04", "United Arab Emirates", "Ras Al Khaimah Economic Zone", "Visiting friends")],
    )
    form.signature("")
    paper = read(form)
    assert (paper.kind, paper.as_of.date, paper.as_of.basis) == ("imm5257b", None, "unknown")
    assert [asked.none for asked in paper.asked if asked.record == "trip"] == [None]
    trips = [told(record) for record in paper.records if record.type == "trip"]
    assert [(t["country"], t["from"], t["to"], t["city"], t["purpose"]) for t in trips] == [
        ("AE", "2022-03", "2022-04", "Ras Al Khaimah Economic Zone", "friends")
    ]
    assert rows(paper, Answer, "question", "answer") == [("government", "no")]


@pytest.mark.parametrize("words", [
    "Since the age of 18 or for the past five years, have you travelled to a country other than your own?",
    "Depuis que vous avez 18 ans, avez-vous voyagé dans un autre pays?",
])  # fmt: skip
def test_a_printed_no_says_where_there_is_nothing_to_list(words: str) -> None:
    form = PrintOut(
        "IMM 5257 - Schedule 1 (11-2018) E", "SCHEDULE 1 - APPLICATION FOR A TEMPORARY RESIDENT VISA"
    )
    form.question("Government positions (federal, regional, municipal)", "no")
    form.question(words, "no")
    paper = read(form)
    (none,) = [asked.none for asked in paper.asked if asked.record == "trip"]
    assert none is not None and none.page == 1
    assert rows(paper, Answer, "question", "answer") == [("government", "no")]


def test_only_the_travels_of_the_applicant_are_trips() -> None:
    columns = (
        (43, "From (YYYY-MM-DD)"),
        (120, "To (YYYY-MM-DD)"),
        (200, "Destination"),
        (330, "Purpose of travel"),
    )
    form = PrintOut("IMM 5562 (07-2024) E", "SUPPLEMENTARY INFORMATION - YOUR TRAVELS")
    form.fields(
        (43, "Family name (as shown on passport/travel document)", "Sidhu"), (309, "Given name(s)", "Asha")
    )
    form.heading("a) You")
    form.table(columns, [("2022-03-01", "2022-03-09", "Dubai, United Arab Emirates", "Visiting friend(s)")])
    form.heading("b) Your spouse or common-law partner (if not a Canadian citizen)")
    form.table(columns, [("2021-03-01", "2021-03-09", "Nairobi, Kenya", "Business")])
    form.signature("2024-09-01")
    paper = read(form)
    trips = [told(record) for record in paper.records]
    assert [(t["type"], t["country"], t["city"], t["from"], t["to"], t["purpose"]) for t in trips] == [
        ("trip", "AE", "Dubai", "2022-03-01", "2022-03-09", "friends")
    ]
    assert facts(paper) == {"family_name": "Sidhu", "given_names": "Asha", "document_date": "2024-09-01"}


def test_a_caption_that_was_misread_in_a_picture_is_still_known() -> None:
    definition = next(found for found in definitions() if found.kind == "imm1295")
    typed, blurred = vocabulary(definition), vocabulary(definition, blurred=True)
    assert typed.caption("1 Passpart/travel document nunber") is None
    assert blurred.caption("1 Passpart/travel document nunber") == "passport travel document number"
    assert blurred.caption("Senior Electrician") is None
    assert blurred.caption("Fram") is None


@pytest.mark.parametrize(("printed", "born"), [("11", "1950-11-02"), ("EL", "1950-01-01")])
def test_a_day_of_birth_that_was_misread_is_taken_from_the_head_of_the_next_page(
    printed: str, born: str
) -> None:
    form = PrintOut()
    form.heading("PERSONAL DETAILS")
    form.birth("4 Date of birth", ("1950", printed, "02"))
    form.new_page()
    form.question(REFUSED, "no")
    assert facts(read(form))["birth_date"] == born


def test_an_answer_that_seems_higher_than_its_row_is_one_of_its_answers() -> None:
    form = PrintOut()
    form.question(REFUSED, "no")
    form.question("c) Have you previously applied to enter or remain in Canada?", "yes")
    document = form.document()
    assert [found.answer for found in extract(taller(document)).all(Answer)] == ["no", "yes"]


def lower(box: Box) -> Box:
    return Box(box.x0, box.y0 + 2, box.x1, box.y1 + 6)


def taller(document: Document) -> Document:
    """Lower the bottom of each marked No, as a picture does where the edge of a cell hangs on it."""
    lines = []
    for line in document.lines:
        no = [one for one in line.segments if one.text == "X No" and one.box]
        others = tuple(one for one in line.segments if one not in no)
        lines.append(replace(line, segments=others) if no and others else line)
        for one in no if others else ():
            words = tuple(replace(word, box=lower(word.box)) for word in one.words)
            lines.append(replace(line, segments=(replace(one, box=one.box and lower(one.box), words=words),)))
    return replace(document, lines=tuple(lines))


# --- captions -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("1 Family name (as shown on your passport", "family name"),
        ("* Given name(s)", "given names"),
        ("10a) Date of birth - YYYY", "date of birth"),
        ("2. a) To (YYYY MM)", "to"),
        ("À", "a"),
        ("État civil :", "etat civil"),
    ],
)
def test_a_caption_is_its_words_alone(text: str, words: str) -> None:
    assert bare(text) == words


def test_a_picture_of_a_date_is_no_value() -> None:
    assert all(map(is_hint, ("* YYYY", "(YYYY-MM-DD)", "MM)", "* JJ")))
    assert not any(map(is_hint, ("1991", "DDR", "")))


@pytest.mark.parametrize("definition", definitions(), ids=lambda definition: str(definition.kind))
def test_every_value_of_a_record_that_has_captions_has_a_place(definition: FormDefinition) -> None:
    names = {printed.record_name(source): source.fields for source in printed.layout(definition).records}
    told_of = {name.partition("/")[0] for name in names} | set(names)
    for key in definition.captions:
        owner, _, name = key.partition(".")
        if owner in told_of and name and not is_question(owner):
            fields = {f for n, known in names.items() if owner in (n, n.partition("/")[0]) for f in known}
            assert name.partition(".")[0] in fields | {"place", "relation"}, key


@pytest.mark.parametrize(
    "key", ["birth_town", "jobs.from", "job.boss", "ever-refuse", "sex.details", "citizen/x"]
)
def test_a_misspelt_caption_is_refused(key: str) -> None:
    assert not is_key(key)


# --- the invented applicants ----------------------------------------------------------------------------------

NAMES_TOGETHER = {"family_name", "given_names"}
"""On the forms about relatives family and given names stand in one cell: the fact is the full name."""


@cache
def expected_prints() -> tuple[tuple[str, str, dict[str, Any]], ...]:
    return tuple(_expected_prints())


def _expected_prints() -> Iterator[tuple[str, str, dict[str, Any]]]:
    for file in sorted(CASES.glob("*.expected.json")):
        case = json.loads(file.read_text("utf-8"))
        for path, reading in case["reading"].items():
            if reading["method"] == "text" and reading["kind"].startswith("imm"):
                yield case["case"], path, reading


@uses_shared
@pytest.mark.parametrize(
    ("case", "path", "expected"), expected_prints(), ids=[f"{c}/{p}" for c, p, _ in expected_prints()]
)
def test_reads_as_the_perfect_reading(case: str, path: str, expected: dict[str, Any]) -> None:
    paper = extract(read_file(CASES / case, path, Options()))
    got = facts(paper)
    together = "full_name" in got and "full_name" not in expected["facts"]
    wanted = {
        name: value for name, value in expected["facts"].items() if not together or name not in NAMES_TOGETHER
    }
    assert (paper.kind, paper.problems) == (expected["kind"], ())
    assert {name: got.get(name) for name in wanted} == wanted
    assert set(got) - set(wanted) <= {"full_name"}
    if together:
        names = " ".join(
            expected["facts"][name] for name in ("family_name", "given_names") if name in expected["facts"]
        )
        assert Counter(got["full_name"].lower().split()) == Counter(names.lower().split())
    assert Counter(map(_key, map(told, paper.records))) >= Counter(map(_key, expected["records"]))
    assert len(paper.records) - len(expected["records"]) <= (expected["kind"] == "imm5669"), (
        "an invented record"
    )


PLACED = ("job", "education")
"""Records whose place some forms tell and the readings leave out."""


def _key(record: dict[str, Any]) -> tuple[object, ...]:
    names = (
        "question",
        "answer",
        "employer",
        "institution",
        "relation",
        "country",
        "birth_date",
        "from",
        "to",
        "number",
    )
    name = " ".join(sorted(str(record.get("name") or "").lower().split()))
    return (
        record["type"],
        name,
        *(record.get(n) for n in names if n != "country" or record["type"] not in PLACED),
    )
