"""Whose paper is it."""

from consistency.model import Case
from tests.comparator.examples import case_of

NOOR = "family_name=SAMPLE given_names=NOOR birth_date=1990-05-17"
KARIM = "family_name=MODEL given_names=KARIM birth_date=1988-11-02"


def owners(case: Case) -> dict[str, str]:
    names = {person.id: person.role for person in case.people}
    return {paper.path: names[paper.person or ""] for paper in case.papers}


def test_one_person_over_all_papers() -> None:
    case = case_of(f"""
        2022/imm5257.pdf as of 2022-05-04: {NOOR} uci=1111-2222
        draft/imm1295.pdf as of 2026-10-12: {NOOR} uci=1111-2222
        draft/cv.docx as of 2026-10-01: full_name="Noor Sample"
        draft/passport.pdf as of 2021-03-01: family_name=Sample given_names=Noor birth_date=1990-05-17
    """)
    assert [(p.role, str(p.birth_date)) for p in case.people] == [("principal", "1990-05-17")]


def test_spouse_is_a_person_of_her_own_by_the_family_form() -> None:
    case = case_of(f"""
        draft/imm1295.pdf as of 2026-10-12: {NOOR} passport_number=Z0000011
        draft/imm1295.pdf as of 2026-10-12: relationship relation=spouse name="KARIM MODEL" from=2016-09-03
        draft/imm5707.pdf as of 2026-10-12: {NOOR}
        draft/imm5707.pdf as of 2026-10-12: family_member relation=spouse name="Karim Model" birth_date=1988-11-02
        spouse/imm5257.pdf as of 2026-10-12: {KARIM} passport_number=Y0000044
        spouse/imm5257.pdf as of 2026-10-12: relationship relation=spouse name="NOOR SAMPLE" from=2016-09-03
    """)
    assert owners(case) == {
        "draft/imm1295.pdf": "principal",
        "draft/imm5707.pdf": "principal",
        "spouse/imm5257.pdf": "spouse",
    }


def test_wrong_birth_date_with_the_same_numbers_is_still_the_same_person() -> None:
    case = case_of(f"""
        2022/imm5257.pdf as of 2022-05-04: {NOOR} uci=1111-2222 passport_number=Z0000011
        draft/imm1295.pdf as of 2026-10-12: family_name=SAMPLE given_names=NOOR birth_date=1991-05-17 uci=1111-2222
    """)
    assert len(case.people) == 1


def test_a_name_alone_never_links_two_people() -> None:
    case = case_of("""
        draft/imm1295.pdf as of 2026-10-12: family_name=SAMPLE given_names=ALI birth_date=1960-01-01 uci=1111-2222
        draft/imm5257.pdf as of 2026-10-12: family_name=SAMPLE given_names=ALI birth_date=1990-01-01 uci=3333-4444
    """)
    assert len(case.people) == 2


def test_a_slip_in_the_birth_date_of_a_form_without_numbers_is_still_the_same_person() -> None:
    case = case_of("""
        draft/imm1295.pdf as of 2026-10-12: family_name=SAMPLE given_names=NOOR birth_date=1990-05-07 uci=1111-2222
        draft/imm5669.pdf as of 2026-10-12: family_name=SAMPLE given_names=NOOR birth_date=1990-07-05
        draft/imm5406.pdf as of 2026-10-12: family_name=SAMPLE given_names=NOOR birth_date=1990-05-17
        draft/imm5645.pdf as of 2026-10-12: family_name=SAMPLE given_names=NOOR birth_date=1991-05-07
    """)
    assert len(case.people) == 1


def test_a_wrong_given_name_with_the_same_client_number_and_birth_date_is_still_the_same_person() -> None:
    case = case_of("""
        2022/imm5257.pdf as of 2022-05-04: family_name=SAMPLE given_names=NOOR birth_date=1990-05-07 uci=1111-2222
        draft/imm1295.pdf as of 2026-10-12: family_name=SAMPLE given_names=ZARA birth_date=1990-05-07 uci=1111-2222
    """)
    assert len(case.people) == 1


def test_a_family_form_with_another_given_name_goes_with_the_application_of_that_birth_date() -> None:
    case = case_of("""
        draft/imm1295.pdf as of 2026-10-12: family_name=SAMPLE given_names=NOOR birth_date=1990-05-07 uci=1111-2222
        draft/imm5406.pdf as of 2026-10-12: family_name=SAMPLE given_names=ZARA birth_date=1990-05-07
    """)
    assert len(case.people) == 1


def test_a_paper_of_the_applicants_name_with_another_birth_date_and_no_application_is_the_applicants() -> (
    None
):
    case = case_of("""
        draft/imm1295.pdf as of 2026-10-12: family_name=SAMPLE given_names=NOOR birth_date=1990-05-07 uci=1111-2222
        draft/cv.pdf as of 2026-10-12: full_name="Noor Sample" birth_date=1985-11-23
    """)
    assert len(case.people) == 1


def test_a_paper_with_a_part_of_the_name_and_the_birth_date_or_a_number_is_the_applicants() -> None:
    for known in ("birth_date=1990-05-17", "birth_date=1981-01-01 passport_number=Z0000011"):
        case = case_of(f"""
            draft/imm1295.pdf as of 2026-10-12: {NOOR} passport_number=Z0000011
            draft/police-certificate.pdf as of 2026-10-01: full_name=NOOR {known}
        """)
        assert len(case.people) == 1


def test_a_part_of_a_name_with_another_birth_date_is_somebody_elses() -> None:
    case = case_of(f"""
        draft/imm1295.pdf as of 2026-10-12: {NOOR} passport_number=Z0000011
        draft/police-certificate.pdf as of 2026-10-01: full_name=SAMPLE birth_date=1961-02-03
    """)
    assert len(case.people) == 2


def test_twins_with_an_application_each_are_two_people() -> None:
    case = case_of("""
        draft/imm1295.pdf as of 2026-10-12: family_name=SAMPLE given_names=NOOR birth_date=1990-05-07 uci=1111-2222
        zara/imm1295.pdf as of 2026-10-12: family_name=SAMPLE given_names=ZARA birth_date=1990-05-07 uci=3333-4444
        zara/imm5406.pdf as of 2026-10-12: family_name=SAMPLE given_names=ZARA birth_date=1990-05-07
    """)
    assert len(case.people) == 2


def test_a_number_copied_from_the_spouses_passport_makes_no_one_person_of_two() -> None:
    case = case_of(f"""
        draft/imm1295.pdf as of 2026-10-12: {NOOR} passport_number=Y0000044
        draft/imm5707.pdf as of 2026-10-12: family_member relation=spouse name="Karim Model" birth_date=1988-11-02
        spouse/imm5257.pdf as of 2026-10-12: {KARIM} passport_number=Y0000044
    """)
    assert len(case.people) == 2


def test_a_decision_with_a_client_number_alone_joins_the_person_that_it_names() -> None:
    case = case_of(f"""
        2022/imm5257.pdf as of 2022-05-04: {NOOR}
        2022/refusal-letter.pdf as of 2022-06-20: full_name="Noor Sample" uci=1111-2222 decision=refused
    """)
    assert len(case.people) == 1


def test_a_paper_without_a_name_is_the_principals() -> None:
    case = case_of(f"""
        draft/imm1295.pdf as of 2026-10-12: {NOOR}
        draft/lmia.pdf as of 2026-09-01: offer employer="Example Kitchens" number=1234567
    """)
    assert owners(case)["draft/lmia.pdf"] == "principal"


def test_order_of_the_papers_changes_nothing() -> None:
    lines = [
        f"draft/imm1295.pdf as of 2026-10-12: {NOOR}",
        f"spouse/imm5257.pdf as of 2026-10-12: {KARIM}",
        'draft/cv.pdf as of 2026-10-01: full_name="Karim Model"',
    ]
    assert owners(case_of("\n".join(lines))) == owners(case_of("\n".join(reversed(lines))))


def test_a_letter_about_the_spouse_is_the_spouses_though_she_has_no_form_here() -> None:
    case = case_of(f"""
        draft/imm1295.pdf as of 2026-10-12: {NOOR}
        draft/imm1295.pdf as of 2026-10-12: relationship relation=spouse name="KARIM MODEL" from=2016-09-03
        draft/employment-letter.pdf as of 2026-10-01: full_name="Karim Model"
    """)
    assert owners(case)["draft/employment-letter.pdf"] == "spouse"


def test_a_letter_that_misquotes_a_passport_is_the_applicants() -> None:
    case = case_of("""
        draft/imm1295.pdf as of 2026-03-01: family_name=SAMPLE given_names=NOOR birth_date=1990-05-17
        draft/imm1295.pdf as of 2026-03-01: passport_number=Z0123456
        draft/explanation-letter.pdf as of 2026-03-01: full_name="Noor Sample" birth_date=1991-08-02 passport_number=Z9
    """)
    assert [p.person for p in case.papers] == ["p1", "p1"]


ANITA = "family_name=DESAI given_names=ANITA birth_date=1990-05-04 uci=1111-2222"


def test_a_letter_of_work_of_a_relative_whom_no_form_lists_is_nobody_elses() -> None:
    case = case_of(f"""
        draft/imm1295.pdf as of 2026-10-12: {ANITA}
        draft/imm1295.pdf as of 2026-10-12: job employer="Acme Ltd" title=Clerk from=2018-01 to=present
        draft/employment-letter_brother.pdf as of 2026-10-01: full_name="Suresh V. Desai"
        draft/employment-letter_brother.pdf as of 2026-10-01: job employer="State Grid" title=Lineman from=2010-01-04
        draft/payslip_uncle.pdf as of 2026-09: full_name="P. Desai"
        draft/payslip_uncle.pdf as of 2026-09: job employer="Port Trust" title=Pilot
    """)
    assert {path for path, role in owners(case).items() if role == "principal"} == {"draft/imm1295.pdf"}


def test_the_taxes_of_a_host_and_the_vaccinations_of_a_niece_are_theirs() -> None:
    case = case_of(f"""
        draft/imm1295.pdf as of 2026-10-12: {ANITA} marital_status=single
        draft/tax-assessment.pdf as of 2025-12-31: full_name="Suresh V. Desai" marital_status=married
        draft/personal-record.pdf as of 2026-09-01: full_name="Mira Desai"
        draft/tax-assessment_own.pdf as of 2025-12-31: full_name="Anita K. Desai" marital_status=single
    """)
    principal = {path for path, role in owners(case).items() if role == "principal"}
    assert principal == {"draft/imm1295.pdf", "draft/tax-assessment_own.pdf"}


def test_a_letter_of_work_of_a_sponsor_of_whom_the_letter_tells_is_the_sponsors() -> None:
    case = case_of(f"""
        draft/imm1295.pdf as of 2026-10-12: {ANITA}
        draft/explanation-letter.pdf as of 2026-10-12: text "My maternal uncle, Mr. Kiran Mehta, pays for my journey."
        draft/employment-letter.pdf as of 2026-10-01: full_name="Kiran Mehta"
        draft/employment-letter.pdf as of 2026-10-01: job employer="Port Trust" title=Pilot from=2010-01-04
    """)
    assert owners(case)["draft/employment-letter.pdf"] == "other"


def test_a_letter_with_a_wrong_given_name_stays_the_applicants() -> None:
    case = case_of(f"""
        draft/imm1295.pdf as of 2026-10-12: {ANITA}
        draft/imm1295.pdf as of 2026-10-12: job employer="Acme Ltd" title=Clerk from=2018-01 to=present
        draft/employment-letter_one.pdf as of 2026-10-01: full_name="Suresh Desai"
        draft/employment-letter_one.pdf as of 2026-10-01: job employer="ACME LIMITED" title=Clerk from=2018-01-08
        draft/employment-letter_two.pdf as of 2026-10-01: full_name="A. Desai"
        draft/employment-letter_two.pdf as of 2026-10-01: job employer="Bright Mills" title=Clerk from=2014-01-08
    """)
    assert set(owners(case).values()) == {"principal"}


def test_a_brother_whom_a_form_lists_has_his_own_letter() -> None:
    case = case_of(f"""
        draft/imm1295.pdf as of 2026-10-12: {ANITA}
        draft/imm5645.pdf as of 2026-10-12: {ANITA}
        draft/imm5645.pdf as of 2026-10-12: family_member relation=sibling name="Joshi, Meena" birth_date=1985-01-01
        draft/employment-letter.pdf as of 2026-10-01: full_name="Meena Joshi"
        draft/employment-letter.pdf as of 2026-10-01: job employer="State Grid" title=Clerk from=2010-01-04
    """)
    assert owners(case)["draft/employment-letter.pdf"] == "other"


def test_a_decision_on_a_relative_without_papers_of_her_own_is_nobodys() -> None:
    case = case_of(f"""
        draft/imm1295.pdf as of 2026-10-12: {NOOR}
        sister/refusal-letter.pdf as of 2024-05-02: full_name="Leila Amal Sample"
        sister/refusal-letter.pdf as of 2024-05-02: refusal country=FR from=2024-05-02
    """)
    assert [paper.person for paper in case.papers if paper.kind == "refusal-letter"] == [None]


def test_a_decision_under_a_maiden_name_or_that_names_the_applicant_below_is_the_applicants() -> None:
    case = case_of(f"""
        draft/imm1295.pdf as of 2026-10-12: {NOOR}
        2014/refusal-letter.pdf as of 2014-05-02: full_name="Noor Specimen"
        2015/refusal-letter.pdf as of 2015-05-02: full_name="Anton Clerk"
        2015/refusal-letter.pdf as of 2015-05-02: text "The visa of Noor Specimen is refused."
    """)
    assert set(owners(case).values()) == {"principal"}


def test_a_decision_with_a_misread_given_name_is_the_applicants() -> None:
    case = case_of(f"""
        draft/imm1295.pdf as of 2026-10-12: {NOOR}
        2014/refusal-letter.pdf as of 2014-05-02: full_name="Nocr Sarnple"
    """)
    assert set(owners(case).values()) == {"principal"}


def test_a_decision_with_the_family_name_and_nearly_the_given_name_is_the_applicants() -> None:
    for named in ('"Silva Anne"', '"A. Silva"', '"Aua Silva"', '"Silva Anne" uci=1111-2222'):
        case = case_of(f"""
            draft/imm1295.pdf as of 2026-10-12: family_name=SILVA given_names=ANA birth_date=1990-05-17
            2014/refusal-letter.pdf as of 2014-05-02: full_name={named}
        """)
        assert set(owners(case).values()) == {"principal"}, named


def test_a_decision_on_a_brother_or_with_another_client_number_is_not_the_applicants() -> None:
    for named, number in (('"João Silva"', ""), ('"Bruno Silva"', ""), ('"Joseane Silva"', "uci=3333-4444")):
        case = case_of(f"""
            draft/imm1295.pdf as of 2026-10-12: family_name=SILVA given_names=JOSÉ birth_date=1990-05-17 uci=1111-2222
            2014/refusal-letter.pdf as of 2014-05-02: full_name={named} {number}
        """)
        (letter,) = (paper for paper in case.papers if paper.kind == "refusal-letter")
        assert letter.person != case.people[0].id, named


def test_a_decision_on_a_listed_relative_with_nearly_the_given_name_is_the_relatives() -> None:
    for number in ("", "uci=1111-2222"):
        case = case_of(f"""
            draft/imm1295.pdf as of 2026-10-12: family_name=SILVA given_names=MARIO birth_date=1990-05-17
            draft/imm1295.pdf as of 2026-10-12: relationship relation=spouse name="Maria Silva" from=2016-09-03
            2014/refusal-letter.pdf as of 2014-05-02: full_name="Maria Silva" {number}
        """)
        assert owners(case)["2014/refusal-letter.pdf"] == "spouse", number


MARRIED = """
    2021/imm5257.pdf as of 2021-03-01: family_name=OKAFOR given_names="ADA GRACE" birth_date=1993-06-21 birth_city=Enugu
    2021/imm5257.pdf as of 2021-03-01: passport_number=A1111111
    draft/imm1295.pdf as of 2026-03-01: family_name=BELLO given_names="ADA GRACE" birth_date=1993-06-21 birth_city=ENUGU
    draft/imm1295.pdf as of 2026-03-01: passport_number=B2222222
"""


def test_a_family_name_that_changed_makes_no_other_person() -> None:
    assert [p.name for p in case_of(MARRIED).people] == ["ADA GRACE BELLO"]


def test_a_name_that_a_form_tells_as_an_earlier_one_links() -> None:
    case = case_of("""
        2021/imm5257.pdf as of 2021-03-01: family_name=OKAFOR given_names="ADA GRACE" birth_date=1993-06-21
        draft/imm1295.pdf as of 2026-03-01: family_name=BELLO given_names=ADA birth_date=1993-06-21
        draft/imm1295.pdf as of 2026-03-01: other_family_name=OKAFOR other_given_names="ADA GRACE"
    """)
    assert len(case.people) == 1


def test_one_birthday_is_not_enough() -> None:
    for other in (
        MARRIED.replace("city=ENUGU", "city=LAGOS"),
        MARRIED.replace('BELLO given_names="ADA GRACE"', "BELLO given_names=NGOZI"),
    ):
        assert len(case_of(other).people) == 2


def test_a_paper_with_nearly_the_number_of_the_passport_is_the_applicant_s() -> None:
    found = [
        owners(
            case_of(f"""
                draft/imm1295.pdf as of 2026-10-12: {NOOR} passport_number=Z0012345
                draft/police-certificate.pdf as of 2026-09-01: full_name="Noor Sample" passport_number={number}
            """)
        )["draft/police-certificate.pdf"]
        for number in ("Z0012354", "Z0012346", "K7719002")
    ]
    assert found == ["principal", "principal", "other"]
