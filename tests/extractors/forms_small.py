"""Forms that have no semantic map, filled path by path: the value at each path, and what must come back."""

from __future__ import annotations

from dataclasses import dataclass, field

Told = list[dict[str, object]]


@dataclass(frozen=True)
class Small:
    """A form filled path by path."""

    kind: str
    as_of: str
    values: dict[str, str]
    facts: dict[str, str]
    records: Told = field(default_factory=list)


SPONSOR = "form1/Part1/SponsorDetails"
CONTACT = "form1/Part1/SponsorContactInfo"
DEPENDANT = "form1/Page1/AddDependant"

SMALL_FORMS = {
    "imm1344e": Small(
        "imm1344",
        "2024-08-09",
        {
            f"{SPONSOR}/q1/FamilyName": "Tremblay",
            f"{SPONSOR}/q1/GivenName": "Luc",
            f"{SPONSOR}/q2/AliasName/AliasNameIndicator/AliasNameIndicator": "N",
            f"{SPONSOR}/q3-4-5/sex/Sex": "Male",
            f"{SPONSOR}/q3-4-5/dob/DOBYear": "1980",
            f"{SPONSOR}/q3-4-5/dob/DOBMonth": "01",
            f"{SPONSOR}/q3-4-5/dob/DOBDay": "02",
            f"{SPONSOR}/q3-4-5/pob/PlaceBirthCity": "Québec",
            f"{SPONSOR}/q3-4-5/pob/PlaceBirthCountry": "511",
            f"{SPONSOR}/q7New/UCI": "1111-2222",
            f"{SPONSOR}/q8New/a-b/MaritalStatus": "03",
            f"{SPONSOR}/q8New/a-b/DateOfMarriage": "2019-05-06",
            f"{SPONSOR}/q8New/a-b/MarriageDate/FromYr": "1999",
            f"{SPONSOR}/q8New/c/FamilyName": "Diallo",
            f"{SPONSOR}/q8New/c/GivenName": "Awa",
            f"{SPONSOR}/q9New/fullname/PrevMarriedIndicator": "Y",
            f"{SPONSOR}/q9New/fullname/PMFamilyName": "Roy",
            f"{SPONSOR}/q9New/fullname/PMGivenName": "Anne",
            f"{SPONSOR}/q9bNew/FromDate": "2005-01-01",
            f"{SPONSOR}/q9bNew/ToDate": "2010-01-01",
            f"{SPONSOR}/genDetails/q4/PAFamilyName": "Diallo",
            f"{SPONSOR}/genDetails/q4/PAGivenName": "Awa",
            f"{SPONSOR}/genDetails/PADOB/DOBYear": "1985",
            f"{SPONSOR}/genDetails/PADOB/DOBMonth": "03",
            f"{SPONSOR}/genDetails/PADOB/DOBDay": "04",
            f"{SPONSOR}/genDetails/q5New/Relationship": "19",
            f"{CONTACT}/q1/AddressRow1/StreetNum": "12",
            f"{CONTACT}/q1/AddressRow1/Streetname": "rue Principale",
            f"{CONTACT}/q1/AddressRow2/CityTown": "Lévis",
            f"{CONTACT}/q1/AddressRow2/Country": "511",
            f"{CONTACT}/q3-4/Phone/NumberCountry": "1",
            f"{CONTACT}/q3-4/Phone/NANumber/AreaCode": "418",
            f"{CONTACT}/q3-4/Phone/NANumber/FirstThree": "555",
            f"{CONTACT}/q3-4/Phone/NANumber/LastFive": "0100",
            f"{CONTACT}/q5-6/Email/Email": "luc@example.com",
            "form1/Part1/CoSigner/CosignDetails/q1/FamilyName": "Unmapped",
            "form1/Signatures/Sigs/SponSigDate": "2024-08-09",
            "form1/Signatures/Sigs/PASignDate": "2001-01-01",
        },
        {
            "family_name": "Tremblay",
            "given_names": "Luc",
            "sex": "male",
            "birth_date": "1980-01-02",
            "birth_city": "Québec",
            "birth_country": "CA",
            "uci": "1111-2222",
            "marital_status": "common-law",
            "marriage_date": "2019-05-06",
            "email": "luc@example.com",
            "phone": "+1 418 555 0100",
            "document_date": "2024-08-09",
        },
        [
            {"type": "relationship", "relation": "spouse", "name": "Awa Diallo", "from": "2019-05-06"},
            {"type": "relationship", "relation": "previous-spouse", "name": "Anne Roy", "from": "2005-01-01",
             "to": "2010-01-01"},
            {"type": "family_member", "relation": "partner", "name": "Awa Diallo", "birth_date": "1985-03-04"},
            {"type": "address", "street": "12 rue Principale", "city": "Lévis", "country": "CA"},
            {"type": "answer", "question": "other-names", "answer": "no"},
            {"type": "answer", "question": "previously-married", "answer": "yes"},
        ],
    ),
    "imm5409e": Small(
        "imm5409",
        "2024-05-06",
        {
            "IMM_5409/Page1/Info/FirstName": "Luc Tremblay",
            "IMM_5409/Page1/Info/SecondName": "Awa Diallo",
            "IMM_5409/Page1/Info/City": "Lévis",
            "IMM_5409/Page1/Info/startDate": "2019-05-06",
            "IMM_5409/Page1/Section2/yesno": "1",
            "IMM_5409/Page1/Section5/Year": "2024",
            "IMM_5409/Page1/Section5/Month": "05",
            "IMM_5409/Page1/Section5/Day": "6",
        },
        {"full_name": "Luc Tremblay", "document_date": "2024-05-06"},
        [{"type": "relationship", "relation": "partner", "name": "Awa Diallo", "from": "2019-05-06"}],
    ),
    "imm5475e": Small(
        "imm5475",
        "2024-02-02",
        {
            "IMM_5475/Page1/AppDetails/AppFamily": "Diallo",
            "IMM_5475/Page1/AppDetails/AppGiven": "Awa",
            "IMM_5475/Page1/AppDetails/DOB/currentDate": "1985-03-04",
            "IMM_5475/Page1/AppDetails/TextField2[0]": "Unmapped",
            "IMM_5475/Page1/AppDetails/TextField2[3]": "3333-4444",
            "IMM_5475/Page1/Five/AppFamily": "Unmapped",
            "IMM_5475/Page1/Seven/currentDate[0]": "2024-02-02",
            "IMM_5475/Page1/Seven/currentDate[1]": "2001-01-01",
        },
        {
            "family_name": "Diallo",
            "given_names": "Awa",
            "birth_date": "1985-03-04",
            "uci": "3333-4444",
            "document_date": "2024-02-02",
        },
    ),
    "imm5532e": Small(
        "imm5532",
        "2024-03-03",
        {
            "IMM_5532/page1/familyNameSponsor": "Tremblay",
            "IMM_5532/page1/givenNameSponsor": "Luc",
            "IMM_5532/page1/DOBSponsor[0]": "1980-01-02",
            "IMM_5532/page1/familyNamePartner": "Diallo",
            "IMM_5532/page1/givenNamePartner": "Awa",
            "IMM_5532/page1/DOBPartner": "1985-03-04",
            "IMM_5532/page1/dateSignSponsor": "2024-03-03",
        },
        {"family_name": "Tremblay", "given_names": "Luc", "birth_date": "1980-01-02", "document_date": "2024-03-03"},
        [{"type": "relationship", "relation": "partner", "name": "Awa Diallo"}],
    ),
    "imm5646e": Small(
        "imm5646",
        "2024-04-04",
        {
            "IMM_5646/Page1/subStudentInfo/FamilyName": "Diallo",
            "IMM_5646/Page1/subStudentInfo/GivenNames": "Issa",
            "IMM_5646/Page1/subStudentInfo/Citizenship": "Senegal",
            "IMM_5646/Page1/subStudentInfo/DOB/theDate": "2010-03-04",
            "IMM_5646/Page1/subCustodian/FamilyName": "Unmapped",
            "IMM_5646/Page1/subDeclaration/subParentSig1date/theDate": "2024-04-04",
        },
        {
            "family_name": "Diallo",
            "given_names": "Issa",
            "citizenship": "SN",
            "birth_date": "2010-03-04",
            "document_date": "2024-04-04",
        },
    ),
    "imm0008depe_2017": Small(
        "imm0008dep",
        "2018-05-05",
        {
            f"{DEPENDANT}/q1/FamilyName": "Diallo",
            f"{DEPENDANT}/q1/GivenName": "Issa",
            f"{DEPENDANT}/personalDetails/q2/AliasNameIndicator/AliasNameIndicator": "N",
            f"{DEPENDANT}/personalDetails/q3-4-5-6/UCI": "5555-6666",
            f"{DEPENDANT}/personalDetails/q3-4-5-6/Sex/Sex": "Male",
            f"{DEPENDANT}/personalDetails/q7-8/DOB/DOBYYYY": "2010",
            f"{DEPENDANT}/personalDetails/q7-8/DOB/DOBMM": "03",
            f"{DEPENDANT}/personalDetails/q7-8/DOB/DOBDD": "04",
            f"{DEPENDANT}/personalDetails/q7-8/PlaceBirthCity": "Dakar",
            f"{DEPENDANT}/personalDetails/q7-8/PlaceBirthCountry": "133",
            f"{DEPENDANT}/personalDetails/q9/citizenship1": "022",
            f"{DEPENDANT}/personalDetails/q16/MaritalStatus/MaritalStatus": "02",
            f"{DEPENDANT}/personalDetails/q17/PrevMarriedIndicator": "N",
            f"{DEPENDANT}/Passport/PassportNum/PassportNum": "A1",
            f"{DEPENDANT}/Passport/CountryofIssue/CountryofIssue": "022",
            f"{DEPENDANT}/Passport/IssueDate/IssueDate": "2016-01-01",
            f"{DEPENDANT}/Passport/ExpiryDate": "2026-01-01",
            f"{DEPENDANT}/natID/natIDdocs/DocNum/DocNum": "77",
            f"{DEPENDANT}/languageDetails/languages/nativeLang": "002",
            "form1/Page1/declaration/dateSigned": "2018-05-05",
        },
        {
            "family_name": "Diallo",
            "given_names": "Issa",
            "sex": "male",
            "birth_date": "2010-03-04",
            "birth_city": "Dakar",
            "birth_country": "MA",
            "citizenship": "FR",
            "uci": "5555-6666",
            "national_id": "77",
            "native_language": "French",
            "marital_status": "single",
            "passport_number": "A1",
            "passport_country": "FR",
            "passport_issue_date": "2016-01-01",
            "passport_expiry_date": "2026-01-01",
            "document_date": "2018-05-05",
        },
        [
            {"type": "answer", "question": "other-names", "answer": "no"},
            {"type": "answer", "question": "previously-married", "answer": "no"},
        ],
    ),
    "imm0008sch2e_2011": Small(
        "imm0008sch2",
        "2012-01-01",
        {
            "IMM_0008/page1/Subform1/Date_of_birth": "1970-01-01",
            "IMM_0008/page1/Name_organization": "Unmapped",
            "IMM_0008/Subform14/DOB[0]": "1999-01-01",
            "IMM_0008/Subform15/currentDate": "2012-01-01",
        },
        {"birth_date": "1970-01-01", "document_date": "2012-01-01"},
    ),
}  # fmt: skip


def _older_relatives() -> tuple[dict[str, str], Told]:
    """Spouse, parents and two children under the names that 5645 and the older 5707 share."""
    values: dict[str, str] = {}
    told: Told = []
    for relation, status in (
        ("Spouse", ("7", "single")),
        ("Mother", ("7", "widowed")),
        ("Father", ("5", "married")),
    ):
        at = f"IMM_5707/page1/SectionA/{relation}/{relation}"
        values |= {f"{at}Name": f"{relation} Diallo", f"{at}DOB": "1960-01-01", f"{at}COB": "Senegal",
                   f"{at}Address": "Dakar", f"{at}Occupation": "Farmer", f"{at}Yes": "0", f"{at}No": "1",
                   f"{at}Status": status[0]}  # fmt: skip
        told.append(_person(relation.lower(), f"{relation} Diallo", "1960-01-01", status[1], "no"))
    for n in (0, 1):
        at = f"IMM_5707/page1/SectionB/Child[{n}]/Child"
        values |= {f"{at}Name": f"Child {n}", f"{at}DOB": f"200{n}-01-01", f"{at}COB": "Senegal",
                   f"{at}Address": "Dakar", f"{at}Occupation": "Farmer", f"{at}Yes": "1", f"{at}No": "0",
                   f"{at}MStatus": "6"}  # fmt: skip
        told.append(_person("child", f"Child {n}", f"200{n}-01-01", "single", "yes"))
    return values, told


def _person(relation: str, name: str, born: str, status: str, accompanying: str) -> dict[str, object]:
    return {
        "type": "family_member",
        "relation": relation,
        "name": name,
        "birth_date": born,
        "country": "SN",
        "address": "Dakar",
        "occupation": "Farmer",
        "marital_status": status,
        "accompanying": accompanying,
    }


def older_5707() -> Small:
    """The layout of 5707 before 01-2023."""
    values, told = _older_relatives()
    own = {
        "IMM_5707/page1/SectionA/Applicant/AppName": "Awa Diallo",
        "IMM_5707/page1/SectionA/Applicant/AppDOB": "1985-03-04",
        "IMM_5707/page1/SectionA/Applicant/AppCOB": "Senegal",
        "IMM_5707/page1/SectionA/Applicant/ApplicantStatus": "6",
        "IMM_5707/page1/SectionA/SectionAdate": "2020-06-07",
    }
    facts = {
        "full_name": "Awa Diallo",
        "birth_date": "1985-03-04",
        "birth_country": "SN",
        "marital_status": "married",
        "document_date": "2020-06-07",
    }
    return Small("imm5707", "2020-06-07", values | own, facts, told)


def classic_5645() -> Small:
    """The form of 09-2010 without XFA: A rows 0 applicant, 1 spouse, 2 mother, 3 father; B children; C siblings."""
    values = {"AsigDateY": "2011", "AsigDateM": "02", "AsigDateD": "03"}
    told: Told = []
    who = [("A", 0, ""), ("A", 1, "spouse"), ("A", 2, "mother"), ("A", 3, "father")]
    who += [("B", n, "child") for n in range(6)] + [("C", n, "sibling") for n in range(7)]
    for letter, n, relation in who:
        values |= {
            f"{letter}name.{n}": f"{letter} {n}", f"{letter}dateY.{n}": f"19{70 + n}", f"{letter}dateM.{n}": "2",
            f"{letter}dateD.{n}": "3", f"{letter}cob.{n}": "Senegal", f"{letter}status.{n}": "Married",
            f"{letter}add.{n}": "Dakar", f"{letter}occ.{n}": "Farmer",
        }  # fmt: skip
        if relation:
            values[f"{letter}acc.{n}"] = "No"
            told.append(_person(relation, f"{letter} {n}", f"19{70 + n}-02-03", "married", "no"))
    facts = {
        "full_name": "A 0",
        "birth_date": "1970-02-03",
        "birth_country": "SN",
        "marital_status": "married",
        "document_date": "2011-02-03",
    }
    return Small("imm5645", "2011-02-03", values, facts, told)
