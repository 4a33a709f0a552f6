"""The machine that reads any form, on forms built here: how values are written, what is no answer, what is refused."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from consistency.extractors import forms
from consistency.extractors.extract import extract
from consistency.extractors.form_reading.form import DefinitionError, definitions, read, recognise
from consistency.extractors.form_reading.loading import load
from consistency.extractors.reading import Reading
from consistency.model import (
    RECORD_TYPES,
    Answer,
    AsOf,
    Document,
    FamilyMember,
    Form,
    FormField,
    Job,
    Line,
    Segment,
)
from consistency.normalizer.dates import PartialDate
from tests.extractors.form_reading.filling import document_of, facts_of, of_data, opened, records_of

P1, P2, P3, P4 = "form1/Page1", "form1/Page2", "form1/Page3", "form1/Page4"
IMM1295 = {
    f"{P1}/PersonalDetails/Name/FamilyName": "SAMPLE",
    f"{P1}/PersonalDetails/Name/GivenName": "Noor",
    f"{P3}/DetailsOfIntendedWork/DetailsOfWork/PurposeRow1/EmployerName/EmployerName": "",
}
ROW = f"{P3}/PageWrapper/Occupation/OccupationRow1"


def reading_of(values: Mapping[str, str], **form: Any) -> Reading:
    document = document_of(values, **form)
    definition = recognise(document)
    assert definition is not None
    return read(document, definition)


# --- whether there is anything to list ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("values", "record", "none"),
    [
        ({"Schedule1/PreviousTravelInfo/TraveledOtherCountry": "false"}, "trip", True),
        ({"Schedule1/PreviousTravelInfo/TraveledOtherCountry": "true"}, "trip", False),
        ({"Schedule1/PreviousTravelInfo/TraveledOtherCountry": ""}, "trip", False),
        ({"IMM_5562/Page1/Item2A/Header/CheckBox1": "1"}, "trip", True),
        ({"IMM_5562/Page1/Item2A/Header/CheckBox1": "0"}, "trip", False),
        ({"IMM_5562/Page1/Item2B/Header/CheckBox1": "1"}, "trip", False),  # the spouse did not travel
        (IMM1295 | {"form1/Page1/PersonalDetails/PCRIndicator": "N"}, "residence", True),
        (IMM1295 | {"form1/Page1/PersonalDetails/PCRIndicator": "Y"}, "residence", False),
    ],
)
def test_a_form_may_answer_that_there_is_nothing_to_list(
    values: dict[str, str], record: str, none: bool
) -> None:
    named = {"Schedule1/FamilyName": "Rahimi"} if "Schedule1" in next(iter(values)) else {}
    reading = reading_of(values | named)
    (asked,) = [one for one in reading.asked if one.record == record]
    assert (asked.none is not None) is none
    assert asked.none is None or (asked.none.field, asked.none.quote is not None) == (
        next(reversed(values)),
        True,
    )
    assert not [r for r in reading.records if isinstance(r, Answer)]


# --- the definitions --------------------------------------------------------------------------------------


def test_every_official_form_has_a_definition() -> None:
    kinds = [definition.kind for definition in definitions()]
    assert kinds == sorted(set(kinds))
    assert len(kinds) == 21
    for definition in definitions():
        assert definition.title
        assert definition.layouts[-1].has is None, "one layout fits where no other does"
        assert definition.printed.search(definition.number), "a form knows its own number"


def test_the_family_forms_ask_about_all_relatives_first() -> None:
    for definition in definitions():
        asked = [a for layout in definition.layouts for a in layout.asked if a.record == "family_member"]
        assert not asked or {"spouse", "child"} <= set(asked[0].relations)
        assert not asked or asked[0].capacity is None


def test_a_form_is_one_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    table = """
        title = "Application for a Licence to Whistle"
        number = "IMM 9999"
        extends = "_answers"
        roots = [{ root = "IMM_9999" }]
        [facts]
        family_name = "Name/Family"
        sex = "Sex"
    """
    (tmp_path / "imm9999.toml").write_text(table, encoding="utf-8")
    monkeypatch.setattr(forms, "__path__", [*forms.__path__, str(tmp_path)])
    definitions.cache_clear()
    try:
        document = document_of({"IMM_9999/Page1/Name/Family": "Sample", "IMM_9999/Page1/Sex": "Male"})
        definition = recognise(document)
        assert definition is not None
        assert definition.kind == "imm9999"
        assert facts_of(read(document, definition)) == {"family_name": "Sample", "sex": "male"}
    finally:
        definitions.cache_clear()


START = 'title = "T"\nnumber = "IMM 9999"\nroots = [{ root = "R" }]\n'


@pytest.mark.parametrize(
    ("table", "message"),
    [
        (
            '[facts]\nfamly_name = "A"',
            "imm9999.toml: facts: 'famly_name' is not known; did you mean 'family_name'?",
        ),
        ('[[records.jobs]]\ntitle = "A"', "imm9999.toml: records: 'jobs' is not known; did you mean 'job'?"),
        (
            '[[records.job]]\nemploier = "A"',
            "imm9999.toml: records.job: 'emploier' is not known; did you mean 'employer'?",
        ),
        (
            '[facts]\nsex = { path = "A", code = "dat" }',
            "imm9999.toml: facts.sex: 'dat' is not known; did you mean 'date'?",
        ),
        ('[facts]\nuci = { pat = "A" }', "imm9999.toml: facts.uci: 'pat' is not known; did you mean 'path'?"),
        (
            "[facts]\nuci = []",
            "imm9999.toml: facts.uci: a value needs a path, or paths that belong together.",
        ),
        (
            '[questions]\ncriminel = "A"',
            "imm9999.toml: questions: 'criminel' is not known; did you mean 'criminal'?",
        ),
        (
            '[[asked]]\nrecord = "job"\nyear = 5',
            "imm9999.toml: asked: 'year' is not known; did you mean 'years'?",
        ),
        (
            '[[records.job]]\nneeds = ["city"]\ntitle = "A"',
            "imm9999.toml: records.job.needs: 'city' is not known.",
        ),
        (
            '[[records.job]]\nset = { titel = "A" }',
            "imm9999.toml: records.job.set: 'titel' is not known; did you mean 'title'?",
        ),
        ("[codes.sex]\nF = 1", "imm9999.toml: codes.sex: a code means one word."),
        ("facts = {", "imm9999.toml: "),
        ('extends = "_nothing"', "_nothing.toml is not among the forms."),
    ],
)
def test_a_wrong_definition_names_file_key_and_the_right_name(
    tmp_path: Path, table: str, message: str
) -> None:
    (tmp_path / "imm9999.toml").write_text(START + table, encoding="utf-8")
    with pytest.raises(DefinitionError) as error:
        [definition.contents for definition in load(tmp_path)]
    assert str(error.value).startswith(message)


def test_a_definition_must_say_how_it_is_recognised(tmp_path: Path) -> None:
    (tmp_path / "imm9999.toml").write_text('title = "T"\nnumber = "IMM 9999"', encoding="utf-8")
    with pytest.raises(DefinitionError, match="'roots' is missing"):
        load(tmp_path)


# --- recognition ------------------------------------------------------------------------------------------


def test_the_name_of_the_file_decides_nothing() -> None:
    document = document_of(
        {"IMM_5707/page1/SectionA/Applicant/PaddedEntry/PersonalData/FamilyName": "X"}, "IMM5645E.pdf"
    )
    definition = recognise(document)
    assert definition is not None
    assert definition.kind == "imm5707"


@pytest.mark.parametrize(
    ("node", "kind"),
    [
        (f"{P3}/DetailsOfIntendedWork/DetailsOfWork", "imm1295"),
        (f"{P2}/ContactInformation/DetailsOfIntendedWork/DetailsOfWork", "imm1295"),
        (f"{P3}/DetailsOfVisit/PurposeRow1", "imm5257"),
        (f"{P3}/DetailsOfVisit/Purpose", "imm5708"),
        (f"{P3}/DetailsOfStudy/PurposeRow1", "imm1294"),
        (f"{P3}/DetailsOfStudy/SchoolDetails", "imm5709"),
        (f"{P3}/DetailsOfWork/Purpose", "imm5710"),
        (f"{P1}/genDetails", "imm0008"),
        ("form1/Part1", "imm1344"),
    ],
)
def test_forms_of_one_root_are_told_apart_by_what_they_have(node: str, kind: str) -> None:
    definition = recognise(document_of({node: ""}))
    assert definition is not None
    assert definition.kind == kind


def test_data_without_the_list_of_its_elements_is_recognised() -> None:
    document = document_of({f"{P3}/DetailsOfIntendedWork/DetailsOfWork/TypeofWork": "X"})
    assert document.form is not None
    definition = recognise(replace(document, form=replace(document.form, nodes=())))
    assert definition is not None
    assert definition.kind == "imm1295"


def printed(*lines: str) -> Document:
    return Document(
        "a.pdf", "", "pdf", "text", "full", lines=tuple(Line((Segment(text),), 1) for text in lines)
    )


@pytest.mark.parametrize(
    ("lines", "kind"),
    [
        (["Full name", "(DISPONIBLE EN FRANÇAIS - IMM 1295 F)", "IMM 1295 (09-2023) E"], "imm1295"),
        (["IMM 5257 (09-2023) E"], "imm5257"),
        (["IMM 5257 - Schedule 1 (11-2018) E"], "imm5257b"),
        (["IMM 5257B (06-2017) E"], "imm5257b"),
        (["IMM 0008 (10-2011) E", "Schedule 2"], "imm0008"),
        (["IMM 0008DEP (10-2017) E"], "imm0008dep"),
        (["IMM 0008 Schedule 2 (10-2011) E"], "imm0008sch2"),
        (["ADDITIONAL FAMILY INFORMATION", "Form IMM 5406 E"], "imm5406"),
    ],
)
def test_a_print_is_recognised_by_its_footer_or_heading(lines: list[str], kind: str) -> None:
    definition = recognise(printed(*lines))
    assert definition is not None
    assert definition.kind == kind


@pytest.mark.parametrize(
    "lines",
    [
        [
            "Dear officer,",
            "I enclose the form IMM 1295 (09-2023) E that I signed in May, and my passport with all its pages.",
        ],
        ["Checklist", "IMM 1295 Application for work permit", "IMM 5645 Family information"],
        ["(DISPONIBLE EN FRANÇAIS - IMM 1295 (09-2023) F)"],
        ["Additional family information", "My sister lives in Lyon."],
        [],
    ],
)
def test_a_letter_that_names_a_form_is_none(lines: list[str]) -> None:
    assert recognise(printed(*lines)) is None


def test_version_and_language_are_the_printed_ones() -> None:
    values = IMM1295 | {f"{P1}/FormVersion": ".ENU-10-2019"}
    old = reading_of(values)
    assert (old.form_version, old.language) == ("10-2019", "en")
    drawn = reading_of(
        values, template=("IMM 1295 (09-2023) F", "(AVAILABLE IN ENGLISH - IMM 1295 (01-2000) E)")
    )
    assert (drawn.form_version, drawn.language) == ("09-2023", "fr")
    named = reading_of(values, template=("IMM 1295 (04-2009) E", "Version 01-2023", "Language E"))
    assert (named.form_version, named.language) == ("01-2023", "en")


# --- values -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("year", "month", "day", "expected"),
    [
        ("1990", "3", "4", "1990-03-04"),
        ("1990", "03", "", "1990-03"),
        ("1990", "", "", "1990"),
        ("1990", "*", "**", "1990"),
        ("", "", "", None),
        ("****", "**", "**", None),
    ],
)
def test_a_date_over_three_boxes_is_never_completed(
    year: str, month: str, day: str, expected: str | None
) -> None:
    at = f"{P1}/PersonalDetails/DOB"
    reading = reading_of(IMM1295 | {f"{at}Year": year, f"{at}Month": month, f"{at}Day": day})
    assert facts_of(reading).get("birth_date") == expected
    assert reading.problems == ()


@pytest.mark.parametrize(
    ("year", "month", "day"),
    [
        ("1990", "13", "01"),
        ("", "05", "06"),
        ("199O", "05", "06"),
        ("1990", "²", "06"),
        ("9" * 5000, "05", "06"),
    ],
)
def test_an_impossible_date_is_a_problem_and_no_fact(year: str, month: str, day: str) -> None:
    at = f"{P1}/PersonalDetails/DOB"
    reading = reading_of(IMM1295 | {f"{at}Year": year, f"{at}Month": month, f"{at}Day": day})
    assert "birth_date" not in facts_of(reading)
    assert [problem.code for problem in reading.problems] == ["unread-value"]
    assert "DOB" in reading.problems[0].message
    assert len(reading.problems[0].message) < 300


def test_a_code_is_quoted_with_its_label() -> None:
    at = f"{P1}/PersonalDetails/PlaceBirthCountry"
    values = IMM1295 | {at: "223", f"{P1}/MaritalStatus/SectionA/MaritalStatus": "01"}
    reading = reading_of(values, codes={"CountryOfBirthList": {"223": "Iran (Islamic Republic)"}})
    facts = {fact.attribute: fact for fact in reading.facts}
    assert (facts["birth_country"].value, facts["marital_status"].value) == ("IR", "married")
    assert facts["birth_country"].evidence.quote == "223 (Iran (Islamic Republic))"
    assert facts["birth_country"].evidence.field == at
    assert facts["marital_status"].evidence.quote == "01 (married)"


@pytest.mark.parametrize(
    ("written", "meaning"),
    [("01", "married"), ("1", "married"), ("Married", "married"), ("00", "unknown"), ("42", None)],
)
def test_fillers_that_do_not_keep_to_the_codes(written: str, meaning: str | None) -> None:
    at = f"{P1}/MaritalStatus/SectionA/MaritalStatus"
    reading = reading_of(IMM1295 | {at: written})
    assert facts_of(reading).get("marital_status") == meaning
    if meaning is None:
        (problem,) = reading.problems
        assert problem.code == "unknown-code"
        assert at in problem.message
        assert repr(written) in problem.message


def test_an_unknown_code_in_a_row_leaves_the_row_and_its_words() -> None:
    reading = reading_of(IMM1295 | {f"{ROW}/Employer": "Acme", f"{ROW}/Country/Country": "999"})
    (job,) = reading.records
    assert isinstance(job, Job)
    assert job.country is None
    assert job.cite("country").quote == "999"
    assert [problem.code for problem in reading.problems] == ["unread-value"]


def test_the_native_language_of_a_french_form_is_told_in_english() -> None:
    at = f"{P2}/MaritalStatus/SectionA/Languages/languages/nativeLang/nativeLang"
    reading = reading_of(IMM1295 | {at: "251"}, codes={"ContactLanguageList": {"251": "Persan"}})
    assert facts_of(reading)["native_language"] == "Persian"


def test_a_work_row_without_an_end_goes_on_and_a_course_does_not() -> None:
    education = f"{P3}/PageWrapper/Education/Edu_Row1"
    reading = reading_of(IMM1295 | {f"{ROW}/FromYear": "2020", f"{ROW}/Employer": "A", f"{education}/FromYear": "2010",
                                    f"{education}/School": "B"})  # fmt: skip
    assert {(r["type"], r.get("to")) for r in records_of(reading)} == {
        ("education", None),
        ("job", "present"),
    }


def test_what_the_blank_already_holds_is_no_answer() -> None:
    inside = {
        f"{P3}/DetailsOfWork/Purpose/Type": "",
        f"{P1}/PersonalDetails/CurrentCOR/CurrentCOR/Row2/Country": "511",
        f"{P2}/ContactInformation/Mailing/AddrLine2/Country": "511",
        f"{P2}/ContactInformation/Resi/AddrLine2/Country": "511",
        f"{P1}/PersonalDetails/ApplyingFor/Extend": "0",
    }
    reading = reading_of(inside)
    assert (reading.facts, reading.records) == ((), ())


def test_hidden_copies_of_dates_are_ignored() -> None:
    row = f"{P1}/PersonalDetails/CurrentCOR/Row2"
    stale = {
        f"{P1}/PersonalDetails/CORDates/FromYr": "1999",
        f"{P1}/MaritalStatus/SectionA/MarriageDate/FromYr": "1999",
    }
    reading = reading_of(IMM1295 | stale | {f"{row}/Country": "223", f"{row}/Status": "01"})
    assert records_of(reading) == [{"type": "residence", "country": "IR", "status": "citizen"}]


def test_a_residential_address_is_told_only_where_it_differs() -> None:
    at = f"{P2}/ContactInformation/contact"
    mailing = {f"{at}/AddressRow2/CityTow/CityTown": "Lyon", f"{at}/AddressRow2/Country/Country": "022"}
    same = mailing | {f"{at}/ResidentialAddressRow1/CityTown/CityTown": "LYON"}
    other = mailing | {f"{at}/ResidentialAddressRow1/CityTown/CityTown": "Nice"}
    assert [r["city"] for r in records_of(reading_of(IMM1295 | same))] == ["Lyon"]
    assert [r["city"] for r in records_of(reading_of(IMM1295 | other))] == ["Lyon", "Nice"]


def test_a_phone_number_is_put_together_where_the_form_did_not() -> None:
    at = f"{P2}/ContactInformation/contact/PhoneNumbers/Phone"
    parts = {f"{at}/NumberCountry": "1", f"{at}/NANumber/AreaCode": "613", f"{at}/NANumber/FirstThree": "555",
             f"{at}/NANumber/LastFive": "0100"}  # fmt: skip
    assert facts_of(reading_of(IMM1295 | parts))["phone"] == "+1 613 555 0100"
    assert (
        facts_of(reading_of(IMM1295 | parts | {f"{at}/ActualNumber": "613-555-0100"}))["phone"]
        == "613-555-0100"
    )


@pytest.mark.parametrize("nothing", ["N/A", "n/a", "-", " -- ", "Sans objet"])
def test_words_for_nothing_are_no_value(nothing: str) -> None:
    reading = reading_of(IMM1295 | {f"{P1}/PersonalDetails/UCIClientID": nothing})
    assert "uci" not in facts_of(reading)


# --- answers ----------------------------------------------------------------------------------------------

MEDICAL = f"{P4}/BackgroundInfo"


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("N", "N", "no"),
        ("N", "Y", "yes"),
        ("Y", "N", "yes"),
        ("", "Y", "yes"),
        ("N", "", "no"),
        ("", "", None),
    ],
)
def test_one_question_in_two_boxes_is_one_answer(first: str, second: str, expected: str | None) -> None:
    reading = reading_of(IMM1295 | {f"{MEDICAL}/Choice[0]": first, f"{MEDICAL}/Choice[1]": second})
    answers = [record.answer for record in reading.records if isinstance(record, Answer)]
    assert answers == ([expected] if expected else [])


def test_details_below_a_no_are_kept() -> None:
    at = f"{P4}/BackgroundInfo2"
    reading = reading_of(
        IMM1295 | {f"{at}/VisaChoice2": "N", f"{at}/Details/refusedDetails": "Held since 2019"}
    )
    (answer,) = reading.records
    assert isinstance(answer, Answer)
    assert (answer.answer, answer.details) == ("no", "Held since 2019")
    assert answer.evidence.quote == "N (no)"
    assert answer.cite("details").field == f"{at}/Details/refusedDetails"


@pytest.mark.parametrize(
    ("yes", "no", "expected", "problems"),
    [("1", "0", "yes", 0), ("0", "1", "no", 0), ("0", "0", None, 0), ("1", "1", None, 1)],
)
def test_a_pair_of_boxes(yes: str, no: str, expected: str | None, problems: int) -> None:
    at = "IMM_5645/page1/SectionA/Spouse/Spouse"
    reading = reading_of({f"{at}Name": "Ada", f"{at}Yes": yes, f"{at}No": no})
    (spouse,) = reading.records
    assert isinstance(spouse, FamilyMember)
    assert spouse.accompanying == expected
    assert len(reading.problems) == problems


# --- signed, validated ------------------------------------------------------------------------------------

FLAG = f"{P1}/PersonalDetails/ApplicationValidatedFlag"
LAST = {f"{P2}/MaritalStatus/SectionA/DateLastValidated/{part}": value for part, value in
        (("Year", "2024"), ("Month", "9"), ("Day", "7"))}  # fmt: skip
SIGNED = {f"{P4}/Consent0/C1CertificateIssueDate": "2024-09-09"}


@pytest.mark.parametrize(
    ("values", "as_of", "signed", "validated"),
    [
        (LAST | {FLAG: "Yes"} | SIGNED, AsOf(PartialDate(2024, 9, 9), "signature"), True, True),
        (LAST | {FLAG: "Yes"}, AsOf(PartialDate(2024, 9, 7), "validated"), False, True),
        (LAST | {FLAG: "Oui"}, AsOf(PartialDate(2024, 9, 7), "validated"), False, True),
        (LAST | {FLAG: "No"}, AsOf(None, "unknown"), False, False),
        ({}, AsOf(None, "unknown"), False, False),
    ],
)
def test_the_day_of_a_form(values: dict[str, str], as_of: AsOf, signed: bool, validated: bool) -> None:
    reading = reading_of(IMM1295 | values)
    assert (reading.as_of, reading.signed, reading.validated) == (as_of, signed, validated)


def test_a_signature_that_is_no_date_dates_nothing() -> None:
    reading = reading_of(IMM1295 | {f"{P4}/Consent0/C1CertificateIssueDate": "soon"})
    assert (reading.as_of, reading.signed) == (AsOf(None, "unknown"), True)
    assert [problem.code for problem in reading.problems] == ["unread-value"]


def test_a_representative_who_withdraws_does_not_sign_for_the_applicant() -> None:
    at = "IMM_5476/Page1"
    values = {f"{at}/SectionA/familyName": "Sample", f"{at}/sectionD/dateApplicantSigned": "2026-01-05"}
    newer = reading_of(values | {f"{at}/sectionE/dateApplicantSigned": ""})
    assert (newer.as_of, newer.signed) == (AsOf(None, "unknown"), False)
    assert facts_of(newer) == {"family_name": "Sample"}
    older = reading_of(values)
    assert (older.as_of, older.signed) == (AsOf(PartialDate(2026, 1, 5), "signature"), True)


# --- other ways in ----------------------------------------------------------------------------------------


def test_the_classic_half_counts_where_the_data_say_nothing() -> None:
    names = {"AppName": "Chidi Adebanjo", "AppDOB": "1989-02-03"}
    fields = tuple(
        FormField(f"IMM_5645[0].page1[0].SectionA[0].Applicant[0].{n}[0]", v) for n, v in names.items()
    )
    document = document_of({"IMM_5645/page1/SectionB/Child[0]/ChildYes": "0"})
    assert document.form is not None
    for form in (replace(document.form, acroform=fields), Form(acroform=fields)):
        hybrid = replace(document, form=form)
        definition = recognise(hybrid)
        assert definition is not None
        assert facts_of(read(hybrid, definition)) == {
            "full_name": "Chidi Adebanjo",
            "birth_date": "1989-02-03",
        }


def test_rows_of_one_name_are_children_here_and_siblings_there() -> None:
    values = {
        f"IMM_5645/page1/Section{part}/Child[{n}]/ChildName": f"{part}{n}" for part in "BC" for n in range(2)
    }
    assert [(r["relation"], r["name"]) for r in records_of(reading_of(values))] == [
        ("child", "B0"), ("child", "B1"), ("sibling", "C0"), ("sibling", "C1"),
    ]  # fmt: skip


def test_formatted_text_reads_as_its_words() -> None:
    data = (
        '<xfa:datasets xmlns:xfa="http://www.xfa.org/schema/xfa-data/1.0/"><xfa:data><IMM_5476><Page1><SectionA>'
        '<familyName><body xmlns="http://www.w3.org/1999/xhtml"><p><span>Olvera Peña</span></p></body></familyName>'
        "</SectionA></Page1></IMM_5476></xfa:data></xfa:datasets>"
    )
    _, definition, reading = opened(of_data(data.encode()))
    assert definition.kind == "imm5476"
    assert facts_of(reading) == {"family_name": "Olvera Peña"}


def every_reading() -> Iterator[tuple[str, Document]]:
    yield "no form", printed("IMM 1295 (09-2023) E")
    yield (
        "no data",
        Document("a.pdf", "", "pdf", "none", "partial", form=Form(template=("IMM 5669 E : Schedule A",))),
    )


@pytest.mark.parametrize(
    ("name", "document"), list(every_reading()), ids=[name for name, _ in every_reading()]
)
def test_a_form_without_values_says_nothing(name: str, document: Document) -> None:
    definition = recognise(document)
    assert definition is not None
    reading = read(document, definition)
    assert (reading.facts, reading.records, reading.problems) == ((), (), ())
    assert reading.asked


def test_every_record_type_of_a_definition_is_one_of_the_model() -> None:
    for definition in definitions():
        for layout in definition.layouts:
            assert {source.record.type for source in layout.records} <= set(RECORD_TYPES)
            assert {asked.record for asked in layout.asked} <= set(RECORD_TYPES)


def test_what_served_to_understand_a_form_is_not_held_for_longer() -> None:
    document = document_of(IMM1295, codes={"CountryList": {"223": "Iran"}}, template=("IMM 1295",))
    form = extract(document).document.form
    assert document.form is not None and document.form.nodes
    assert form == Form(datasets=document.form.datasets, root=document.form.root)
