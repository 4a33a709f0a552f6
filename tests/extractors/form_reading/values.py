"""What is written into each field of a form, and which field means what: nothing here is taken from the definitions.

A value is the text written, or a pair of the code written and what it means; a list is one value for each row.
Keys are those of ``semantic_map.json``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from consistency.model import Basis

Written = str | tuple[str, str] | list[Any]
Values = dict[str, Written]
Fields = dict[str, str | tuple[str, ...]]
Told = list[dict[str, object]]

IRAN, MOROCCO, FRANCE, TURKEY = ("223", "IR"), ("133", "MA"), ("022", "FR"), ("045", "TR")
CHINA, USA, CANADA = ("202", "CN"), ("461", "US"), ("511", "CA")
YES, NO = ("Y", "yes"), ("N", "no")


@dataclass(frozen=True)
class Expected:
    """Records of a type: which key holds which field. They exist if one of their keys is in the form."""

    type: str
    fields: Mapping[str, str | tuple[str, ...]]
    constants: dict[str, str] = field(default_factory=dict)
    rows: int = 0


# --- the family of form1 ----------------------------------------------------------------------------------

FORM1: Values = {
    "uci": "1239-4285", "family_name": "NGUYỄN", "given_names": "Thị Lan",
    "alias_used": YES, "alias_family": "TRẦN", "alias_given": "Lan", "sex": ("Female", "female"),
    "dob_year": "1990", "dob_month": "03", "dob_day": "04", "birth_city": "Hà Nội",
    "birth_country": IRAN, "citizenship": MOROCCO,
    "cor_country": FRANCE, "cor_status": ("04", "worker"), "cor_from": "2020-01-02", "cor_to": "2030-03-04",
    "prev_cor1_country": TURKEY, "prev_cor1_status": ("05", "student"),
    "prev_cor1_from": "2015-05-06", "prev_cor1_to": "2017-07-08",
    "prev_cor2_country": CHINA, "prev_cor2_status": ("06", "other"),
    "prev_cor2_from": "2017-09-10", "prev_cor2_to": "2018-11-12",
    "marital_status": ("01", "married"), "marriage_date": "2012-06-07",
    "spouse_family": "PHẠM", "spouse_given": "Minh", "prev_married": NO,
    "prev_spouse_family": "LÊ", "prev_spouse_given": "Anh", "prev_rel_from": "2008-01-01", "prev_rel_to": "2011-12-31",
    "native_language": ("251", "Persian"),
    "passport_no": "C1234567", "passport_country": IRAN,
    "passport_issue": "2021-02-03", "passport_expiry": "2031-02-02", "national_id_no": "0012 345 678",
    "mail_pobox": "PO 7", "mail_apt": "4b", "mail_streetno": "12", "mail_street": "Rue des Fleurs",
    "mail_city": "Lyon", "mail_country": FRANCE,
    "resid_street": "Harbour Road", "resid_city": "Marseille", "resid_country": FRANCE,
    "phone_full": "+33 555 0100", "email": ("Lan@Example.COM", "lan@example.com"),
    "edu_yn": YES, "edu1_from_year": "2008", "edu1_from_month": "09", "edu1_to_year": "2012", "edu1_to_month": "06",
    "edu1_field": "Bachelor of Science", "edu1_school": "Sharif University", "edu1_city": "Tehran",
    "edu1_country": IRAN,
    "job1_from_year": "2020", "job1_from_month": "01", "job1_to_year": "", "job1_to_month": "",
    "job1_title": "Cook", "job1_employer": "Café Noir",
    "job1_city": "Lyon", "job1_country": FRANCE,
    "job2_from_year": "2017", "job2_from_month": "02", "job2_to_year": "2019", "job2_to_month": "12",
    "job2_title": "Helper", "job2_employer": "Meydan Ltd.", "job2_city": "Izmir", "job2_country": TURKEY,
    "job3_from_year": "2013", "job3_from_month": "", "job3_to_year": "2016", "job3_to_month": "10",
    "job3_title": "Unemployed", "job3_employer": "None", "job3_city": "Fes", "job3_country": MOROCCO,
    "bg1a_tb_contact": NO, "bg1b_disorder": YES, "bg1c_details": "Asthma",
    "bg2a_overstay_unauth": NO, "bg2b_refused": YES, "bg2c_prev_applied_canada": YES,
    "bg2d_details": "Refused 2019-05", "bg3a_criminal": NO, "bg3b_details": "Nothing",
    "bg4a_military_police": YES, "bg4b_details": "Conscript 2009", "bg5_political_violent_group": NO,
    "bg6_ill_treatment": NO, "signed_date": "2024-05-06",
    "validated_flag": "Yes", "date_last_validated": "2023",
    "cdn_employer": "Maple Inc.", "job_title": "Head Cook", "work_province": "07", "work_city": ("5378", "Winnipeg"),
    "work_permit_type": ("LMOS", "LMIA work permit"), "wp_type": ("OWP", "open work permit"),
    "work_from": "2024-09-01", "work_to": "2026-08-31", "lmia_no": "8765432",
    "original_entry_date": "2019-08-20", "original_entry_place": "Calgary", "original_purpose": ("04", "studies"),
    "recent_entry_date": "2023-01-09", "recent_entry_place": "Toronto", "prev_document_no": "U123456789",
}  # fmt: skip
INSIDE: Values = FORM1 | {
    "cor_country": CANADA, "mail_country": CANADA, "apply_restore": ("1", "restoration"),
    "apply_extend": ("0", ""), "apply_new_employer": ("1", "new employer"),
    "apply_trp": ("1", "temporary resident permit"),
}  # fmt: skip

FORM1_FACTS: Fields = {
    "family_name": "family_name", "given_names": "given_names", "other_family_name": "alias_family",
    "other_given_names": "alias_given", "sex": "sex", "birth_date": ("dob_year", "dob_month", "dob_day"),
    "birth_city": "birth_city", "birth_country": "birth_country", "citizenship": "citizenship", "uci": "uci",
    "national_id": "national_id_no", "native_language": "native_language", "marital_status": "marital_status",
    "marriage_date": "marriage_date", "passport_number": "passport_no", "passport_country": "passport_country",
    "passport_issue_date": "passport_issue", "passport_expiry_date": "passport_expiry", "email": "email",
    "phone": "phone_full", "document_date": "signed_date",
}  # fmt: skip


def _residence(prefix: str) -> Expected:
    names = ("country", "status", "from", "to")
    return Expected("residence", {name: f"{prefix}_{name}" for name in names})


def _form1_job(n: int) -> Expected:
    return Expected(
        "job",
        {"from": (f"job{n}_from_year", f"job{n}_from_month"), "to": (f"job{n}_to_year", f"job{n}_to_month")}
        | {name: f"job{n}_{name}" for name in ("title", "employer", "city", "country")},
        {"to": "present"} if n == 1 else {},
    )


def _answer(question: str, *boxes: str, details: str = "") -> Expected:
    return Expected(
        "answer", {"any": boxes} | ({"details": details} if details else {}), {"question": question}
    )


FORM1_RECORDS = [
    _form1_job(1), _form1_job(2), _form1_job(3),
    Expected("education", {
        "from": ("edu1_from_year", "edu1_from_month"), "to": ("edu1_to_year", "edu1_to_month"),
        "field_of_study": "edu1_field", "institution": "edu1_school", "city": "edu1_city", "country": "edu1_country",
    }),
    _residence("cor"), _residence("prev_cor1"), _residence("prev_cor2"),
    Expected("address", {
        "street": ("mail_pobox", "mail_apt", "mail_streetno", "mail_street"), "city": "mail_city",
        "country": "mail_country",
    }),
    Expected(
        "relationship", {"name": ("spouse_given", "spouse_family"), "from": "marriage_date"}, {"relation": "spouse"}
    ),
    Expected(
        "relationship",
        {"name": ("prev_spouse_given", "prev_spouse_family"), "from": "prev_rel_from", "to": "prev_rel_to"},
        {"relation": "previous-spouse"},
    ),
    _answer("other-names", "alias_used"),
    _answer("previously-married", "prev_married"),
    _answer("post-secondary", "edu_yn"),
    _answer("medical", "bg1a_tb_contact", "bg1b_disorder", details="bg1c_details"),
    _answer("overstayed", "bg2a_overstay_unauth"),
    _answer("ever-refused", "bg2b_refused", details="bg2d_details"),
    _answer("applied-before", "bg2c_prev_applied_canada"),
    _answer("criminal", "bg3a_criminal", details="bg3b_details"),
    _answer("military", "bg4a_military_police", details="bg4b_details"),
    _answer("violent-group", "bg5_political_violent_group"),
    _answer("ill-treatment", "bg6_ill_treatment"),
    Expected("permit", {"status": "work_permit_type"}),
    Expected("offer", {
        "employer": "cdn_employer", "title": "job_title", "city": "work_city", "from": "work_from", "to": "work_to",
        "number": "lmia_no",
    }),
]  # fmt: skip
OUTSIDE_RECORDS = [
    *FORM1_RECORDS,
    Expected("address", {"street": "resid_street", "city": "resid_city", "country": "resid_country"}),
]
INSIDE_RECORDS = [
    *FORM1_RECORDS,
    Expected("address", {"city": "resid_city"}, {"country": "CA"}),
    Expected(
        "entry",
        {"from": "original_entry_date", "city": "original_entry_place", "purpose": "original_purpose"},
        {"country": "CA"},
    ),
    Expected("entry", {"from": "recent_entry_date", "city": "recent_entry_place"}, {"country": "CA"}),
    Expected("permit", {"number": "prev_document_no"}),
    Expected("permit", {"status": "wp_type"}),
    *(Expected("permit", {"status": f"apply_{box}"}) for box in ("restore", "extend", "new_employer", "trp")),
]

IMM0008: Values = FORM1 | {
    "last_entry_canada_date": "2020-02-02", "last_entry_canada_place": "Montréal",
    "depPrime_family_name": "PHẠM", "depPrime_given_names": "Minh", "depPrime_dob_year": "1985",
    "depPrime_birth_country": CHINA, "depPrime_relationship": ("10", "spouse"), "depPrime_accompanying": YES,
    "depPrime_marital_status": ("01", "married"), "depPrime_occupation": "Driver",
    "dependants_family_name": "PHẠM", "dependants_given_names": "An", "dependants_dob_year": "2014",
    "dependants_birth_country": FRANCE, "dependants_relationship": ("02", "child"), "dependants_accompanying": NO,
    "dependants_marital_status": ("02", "single"), "dependants_occupation": "Pupil",
}  # fmt: skip


def _dependant(prefix: str) -> Expected:
    return Expected("family_member", {
        "name": (f"{prefix}_given_names", f"{prefix}_family_name"), "birth_date": f"{prefix}_dob_year",
        "country": f"{prefix}_birth_country", "relation": f"{prefix}_relationship",
        "occupation": f"{prefix}_occupation",
        "accompanying": f"{prefix}_accompanying", "marital_status": f"{prefix}_marital_status",
    })  # fmt: skip


IMM0008_RECORDS = [
    *FORM1_RECORDS, _dependant("depPrime"), _dependant("dependants"),
    Expected("entry", {"from": "last_entry_canada_date", "city": "last_entry_canada_place"}, {"country": "CA"}),
]  # fmt: skip

# --- the other forms --------------------------------------------------------------------------------------

Y12, N12, TRUE, FALSE = ("1", "yes"), ("2", "no"), ("true", "yes"), ("false", "no")

IMM5257B: Values = {
    "family_name": "Hoàng", "given_names": "Lan", "dob_year": "1985", "dob_month": "10", "dob_day": "15",
    "uci": "94919157", "q4_military_yn": TRUE, "q7_government_yn": FALSE,
    "validated_flag": "Yes", "date_last_validated": "2024",
}  # fmt: skip
_SCHEDULES: dict[str, dict[str, list[Any]]] = {
    "military": {"Location": ["Yazd", "Kerman"], "CountryCode": [IRAN, IRAN]},
    "government": {"LevelOfJurisdiction": ["National", "City"], "DepartmentBranch": ["Roads", "Parks"],
                   "ActivitiesPositionHeld": ["Clerk", "Head"], "CountryCode": [FRANCE, IRAN]},
    "membership": {"NameOfOrganization": ["Chess Club", "Choir"], "ActivitiesPositionHeld": ["Member", "Alto"],
                   "CountryCode": [IRAN, IRAN]},
    "travel": {"Location": ["Istanbul", "Paris"], "CountryCode": [TURKEY, FRANCE],
               "PurposeOfTravel": [("Friends", "friends"), ("Visiting family", "family")]},
}  # fmt: skip
_PERIODS = {
    "From_Year": ["2018", "2020"], "From_Month": ["01", "03"], "To_Year": ["2018", "2021"], "To_Month": ["02", "04"],
}  # fmt: skip
IMM5257B |= {
    f"{group}[n]_{name}": values
    for group, names in _SCHEDULES.items()
    for name, values in (names | _PERIODS).items()
}


def _schedule(type_: str, group: str, **fields: str | tuple[str, ...]) -> Expected:
    period = {
        side: (f"{group}[n]_{name}_Year", f"{group}[n]_{name}_Month")
        for side, name in (("from", "From"), ("to", "To"))
    }
    named = {
        name: f"{group}[n]_{key}" if isinstance(key, str) else tuple(f"{group}[n]_{part}" for part in key)
        for name, key in fields.items()
    }
    return Expected(type_, period | named | {"country": f"{group}[n]_CountryCode"}, rows=2)


IMM5257B_RECORDS = [
    _answer("military", "q4_military_yn"), _answer("government", "q7_government_yn"),
    _schedule("military_service", "military", city="Location"),
    _schedule("trip", "travel", city="Location", purpose="PurposeOfTravel"),
    _schedule("government_position", "government", name=("LevelOfJurisdiction", "DepartmentBranch"),
              details="ActivitiesPositionHeld"),
    _schedule("membership", "membership", name="NameOfOrganization", details="ActivitiesPositionHeld"),
]  # fmt: skip

MARRIED_5645, SINGLE_5645 = ("5", "married"), ("7", "single")


def _adult(given: str, born: str, status: tuple[str, str]) -> Values:
    return {
        "name": f"{given} Adebanjo", "dob": born, "birth_country": ("Ghana", "GH"), "address": f"{given}'s house",
        "occupation": f"{given}'s work", "marital_status": status,
    }  # fmt: skip


IMM5645: Values = {
    "applicant_name": "Chidi Adebanjo", "applicant_dob": "1989-02-03", "applicant_birth_country": ("Nigeria", "NG"),
    "applicant_marital_status": ("6", "married"), "signed_date_A": "2024-04-05",
    "spouse_accompany_yes": "1", "spouse_accompany_no": "0",
    "mother_accompany_yes": "0", "mother_accompany_no": "1", "father_accompany_yes": "0", "father_accompany_no": "0",
}  # fmt: skip
IMM5645 |= {
    f"{who}_{name}": value
    for who, given, born, status in (
        ("spouse", "Ngozi", "1990-01-01", MARRIED_5645), ("mother", "Ada", "1960-01-01", ("7", "widowed")),
        ("father", "Emeka", "1958-01-01", MARRIED_5645),
    )
    for name, value in _adult(given, born, status).items()
}  # fmt: skip
_ROW_5645: dict[str, str | tuple[str, str]] = {
    "name": "{who} {n}", "dob": "200{n}-01-01", "birth_country": ("Togo", "TG"), "address": "Street {n}",
    "occupation": "Work {n}", "marital_status": ("6", "single"), "accompany_yes": "1", "relationship": "Kin {n}",
}  # fmt: skip
IMM5645 |= {
    f"{who}[n]_{name}": [value.format(who=who, n=n) if isinstance(value, str) else value for n in range(rows)]
    for who, rows in (("child", 4), ("sibling", 7))
    for name, value in _ROW_5645.items()
}


def _relative(
    who: str, relation: str, rows: int = 0, name: str | tuple[str, ...] = "name", **more: str
) -> Expected:
    key = f"{who}[n]" if rows else who
    fields: Fields = {
        "name": f"{key}_name" if name == "name" else (f"{key}_given_names", f"{key}_family_name"),
        "birth_date": f"{key}_dob", "country": f"{key}_birth_country", "address": f"{key}_address",
        "marital_status": f"{key}_marital_status",
    }  # fmt: skip
    constants = {name: value for name, value in more.items() if not value.startswith("_")}
    fields |= {name: f"{key}{value}" for name, value in more.items() if value.startswith("_")}
    return Expected("family_member", fields, {"relation": relation, **constants}, rows)


IMM5645_RECORDS = [
    _relative("spouse", "spouse", occupation="_occupation", accompanying="yes"),
    _relative("mother", "mother", occupation="_occupation", accompanying="no"),
    _relative("father", "father", occupation="_occupation"),
    _relative("child", "child", 4, occupation="_occupation", accompanying="yes", kinship="_relationship"),
    _relative("sibling", "sibling", 7, occupation="_occupation", accompanying="yes", kinship="_relationship"),
]


_KIN = {
    "child": [("1", "son"), ("2", "daughter"), ("3", "step-daughter"), ("4", "step-son"), ("", ""), ("", "")],
    "sibling": [
        ("1", "brother"),
        ("2", "sister"),
        ("3", "step-brother"),
        ("4", "step-sister"),
        ("5", "half-brother"),
    ],
}


def _padded(
    forms: tuple[str, ...], rows: Mapping[str, int], separated: tuple[str, str], signed: str
) -> Values:
    def person(who: str, n: int) -> dict[str, Written]:
        return {
            "family_name": f"{who.upper()} {n}", "given_names": f"Given {n}", "dob": f"198{n}-01-02",
            "birth_country": ("Peru", "PE"), "address": f"Calle {n}", "occupation": f"Oficio {n}",
            "marital_status": [("1", "common-law"), ("2", "single"), ("3", "divorced"), separated][n % 4],
            "accompanying": Y12 if n % 2 else N12, "relationship": _KIN[who][n] if who in _KIN else "",
        }  # fmt: skip

    single = {f"{who}_{k}": v for n, who in enumerate(forms) for k, v in person(who, n).items()}
    many = {
        f"{who}[n]_{k}": [person(who, n)[k] for n in range(count)]
        for who, count in rows.items()
        for k in person(who, 0)
    }
    return single | many | {signed: "2024-03-04", "no_children": ("1", "yes"), "no_siblings": ("1", "yes")}


def _kin(rows: int) -> dict[str, str]:
    return {"kinship": "_relationship"} if rows else {}


PEOPLE = ("applicant", "spouse", "parent1", "parent2")
IMM5707 = _padded(PEOPLE, {"child": 6}, ("6", "separated"), "signed_date_A")
IMM5406 = _padded(PEOPLE, {"child": 5, "sibling": 5}, ("7", "separated"), "signed_date") | {
    "applicant_email": ("A@B.example", "a@b.example")
}
IMM5707_RECORDS = [
    _relative(
        who, relation, rows, ("given",), occupation="_occupation", accompanying="_accompanying", **_kin(rows)
    )
    for who, relation, rows in (
        ("spouse", "spouse", 0),
        ("parent1", "mother", 0),
        ("parent2", "father", 0),
        ("child", "child", 6),
    )
] + [_answer("no-children", "no_children")]
IMM5406_RECORDS = [
    _relative(who, relation, rows, ("given",), **_kin(rows))
    for who, relation, rows in (
        ("spouse", "spouse", 0), ("parent1", "mother", 0), ("parent2", "father", 0), ("child", "child", 5),
        ("sibling", "sibling", 5),
    )
] + [_answer("no-children", "no_children"), _answer("no-siblings", "no_siblings")]  # fmt: skip

FAMILY_FACTS: Fields = {
    "family_name": "applicant_family_name", "given_names": "applicant_given_names", "full_name": "applicant_name",
    "birth_date": "applicant_dob", "birth_country": "applicant_birth_country",
    "marital_status": "applicant_marital_status", "email": "applicant_email",
}  # fmt: skip

IMM5669: Values = {
    "client_id": "1239-4285", "family_name": "Benkirane", "given_names": "Hamza", "dob": "1991-02-08",
    "q6a_convicted_in_canada": N12, "q6b_convicted_elsewhere_or_charged": N12, "q6j_detained_jailed": Y12,
    "q6d_refused_visa_status": N12, "q6e_refused_admission_or_ordered_to_leave": Y12, "q6_details": "At the border",
    "educationTable[r]_institution": ["Lycée", "École"],
    "educationTable[r]_city_country": ["Fes, Morocco", "Agadir, Morocco"],
    "educationTable[r]_certificate": ["Bac", "Diploma"], "educationTable[r]_field": ["Science", "Wiring"],
    "educationTable[r]_from": ["2006-09", "2010-09"], "educationTable[r]_to": ["2009-06", "2013-06"],
    "personalHistoryTable[r]_activity": [f"Activity {n}" for n in range(5)],
    "personalHistoryTable[r]_city_country": ["Lyon, France"] * 5,
    "personalHistoryTable[r]_employer_school": [f"Company {n}" for n in range(5)],
    "personalHistoryTable[r]_from": [f"201{n}-01" for n in range(5)],
    "personalHistoryTable[r]_to": [("Present", "present"), "2015-02-03", "2016-02", "2017-02", ""],
    "membershipTable[r]_organization": ["Union"], "membershipTable[r]_activities": ["Member"],
    "membershipTable[r]_city_country": ["Rabat, Morocco"], "membershipTable[r]_from": ["2015-01"],
    "membershipTable[r]_to": ["2016-01"],
    "governmentPositionsTable[r]_department": ["Roads"], "governmentPositionsTable[r]_activities": ["Clerk"],
    "governmentPositionsTable[r]_from": ["2014-01"], "governmentPositionsTable[r]_to": ["2014-12"],
    "addressTable[r]_from": [f"20{n:02}-01" for n in range(10, 20)],
    "addressTable[r]_to": [f"20{n:02}-12" for n in range(10, 20)],
    "addressTable[r]_street": [f"{n} Rue" for n in range(10)],
    "addressTable[r]_city": [f"Ville {n}" for n in range(10)],
    "addressTable[r]_country": [("Morocco", "MA")] * 10,
    "military1[r]_from": ["2009-01"], "signed_date": "2024-02-03",
}  # fmt: skip


def _table(type_: str, table: str, rows: int, **fields: str) -> Expected:
    keys: Fields = {"from": f"{table}[r]_from", "to": f"{table}[r]_to"}
    return Expected(type_, keys | {name: f"{table}[r]_{key}" for name, key in fields.items()}, rows=rows)


IMM5669_RECORDS = [
    _table("job", "personalHistoryTable", 5, title="activity", employer="employer_school", place="city_country"),
    _table("education", "educationTable", 2, institution="institution", place="city_country", level="certificate",
           field_of_study="field"),
    _table("address", "addressTable", 10, street="street", city="city", country="country"),
    _table("membership", "membershipTable", 1, name="organization", details="activities", place="city_country"),
    _table("government_position", "governmentPositionsTable", 1, name="department", details="activities"),
    _table("military_service", "military1", 1),
    _answer("criminal", "q6a_convicted_in_canada", "q6b_convicted_elsewhere_or_charged", "q6j_detained_jailed"),
    _answer("ever-refused", "q6d_refused_visa_status", "q6e_refused_admission_or_ordered_to_leave",
            details="q6_details"),
]  # fmt: skip

IMM5562: Values = {
    "family_name": "Benkirane", "given_names": "Hamza", "signed_date": "2024-01-02", "applicant_did_not_travel": "0",
    "applicant_trip[r]_from": ["2017-03-06", "2019-02", "2022-03-07", "2023-03-08"],
    "applicant_trip[r]_to": ["2017-03-19", "2019-02", "2022-03-18", "2023-03-13"],
    "applicant_trip[r]_destination": ["Kuala Lumpur, Malaysia", "Istanbul, Turkey", "Dubai, United Arab Emirates",
                                      "Nairobi, Kenya"],
    "applicant_trip[r]_purpose": [("2", "tourism"), ("11", "business"), ("6", "friends"), ("12", "transit")],
}  # fmt: skip
IMM5562_RECORDS = [_table("trip", "applicant_trip", 4, place="destination", purpose="purpose")]

IMM5476: Values = {
    "family_name": "Olvera Peña", "given_names": "Joaquín", "dob": "1994-10-27", "uci": "1111-2222",
    "application_no": "W301234567", "signed_date": "2024-06-07",
}  # fmt: skip
PERSON_FACTS: Fields = {
    "family_name": "family_name", "given_names": "given_names", "uci": "uci", "application_number": "application_no",
}  # fmt: skip

OUTSIDE_FORMS = ("imm1295e", "imm1295f", "imm5257e", "imm1294e")
INSIDE_FORMS = ("imm5710e", "imm5709e", "imm5708e")
VALUES: dict[str, Values] = {
    **dict.fromkeys(OUTSIDE_FORMS, FORM1),
    **dict.fromkeys(INSIDE_FORMS, INSIDE),
    "imm0008e": IMM0008, "imm5257b_1": IMM5257B, "imm5645e": IMM5645, "imm5707e": IMM5707, "imm5406e": IMM5406,
    "imm5669e": IMM5669, "imm5562e": IMM5562, "imm5476e": IMM5476,
}  # fmt: skip
FACTS: dict[str, Fields] = {
    **dict.fromkeys((*OUTSIDE_FORMS, *INSIDE_FORMS, "imm0008e"), FORM1_FACTS),
    "imm5257b_1": PERSON_FACTS | {"birth_date": ("dob_year", "dob_month", "dob_day")},
    "imm5645e": FAMILY_FACTS | {"document_date": "signed_date_A"},
    "imm5707e": FAMILY_FACTS | {"document_date": "signed_date_A"},
    "imm5406e": FAMILY_FACTS | {"document_date": "signed_date"},
    "imm5669e": PERSON_FACTS | {"uci": "client_id", "birth_date": "dob", "document_date": "signed_date"},
    "imm5562e": PERSON_FACTS | {"document_date": "signed_date"},
    "imm5476e": PERSON_FACTS | {"birth_date": "dob", "document_date": "signed_date"},
}  # fmt: skip
RECORDS: dict[str, list[Expected]] = {
    **dict.fromkeys(OUTSIDE_FORMS, OUTSIDE_RECORDS),
    **dict.fromkeys(INSIDE_FORMS, INSIDE_RECORDS),
    "imm0008e": IMM0008_RECORDS, "imm5257b_1": IMM5257B_RECORDS, "imm5645e": IMM5645_RECORDS,
    "imm5707e": IMM5707_RECORDS, "imm5406e": IMM5406_RECORDS, "imm5669e": IMM5669_RECORDS,
    "imm5562e": IMM5562_RECORDS, "imm5476e": [],
}  # fmt: skip
EXPECTED: dict[str, tuple[str, str, Basis]] = {
    "imm1295e": ("imm1295", "2024-05-06", "signature"), "imm1295f": ("imm1295", "2024-05-06", "signature"),
    "imm5257e": ("imm5257", "2024-05-06", "signature"), "imm1294e": ("imm1294", "2024-05-06", "signature"),
    "imm5710e": ("imm5710", "2024-05-06", "signature"), "imm5709e": ("imm5709", "2024-05-06", "signature"),
    "imm5708e": ("imm5708", "2024-05-06", "signature"), "imm0008e": ("imm0008", "2024-05-06", "signature"),
    "imm5257b_1": ("imm5257b", "2024-01-01", "validated"), "imm5645e": ("imm5645", "2024-04-05", "signature"),
    "imm5707e": ("imm5707", "2024-03-04", "signature"), "imm5406e": ("imm5406", "2024-03-04", "signature"),
    "imm5669e": ("imm5669", "2024-02-03", "signature"), "imm5562e": ("imm5562", "2024-01-02", "signature"),
    "imm5476e": ("imm5476", "2024-06-07", "signature"),
}  # fmt: skip
"""Per form of the map: its kind, its day and how that is known."""
