"""Civil certificates are told from the principal's side."""

from consistency.case.assemble import assemble
from consistency.extractors.papers import civil_certificate
from consistency.model import Case, Evidence, FamilyMember, Paper, Relationship
from tests.comparator.examples import case_of
from tests.extractors.papers.made import docx

MARRIAGE = """
    MARRIAGE CERTIFICATE
    Groom: Karim Model
    Bride: {bride}
    Date of marriage: 3 September 2016
    Date of issue: 5 May 2026
"""
BIRTH = """
    BIRTH CERTIFICATE
    Name of child: {child}
    Date of birth: {born}
    Place of birth: Agadir, Morocco
    Father: {father}
    Mother: Lina Sample
    Date of issue: 5 May 2026
"""
NOOR = """
    draft/imm1295.pdf as of 2026-10-12: family_name=SAMPLE given_names=NOOR birth_date=1990-05-17 uci=1111-2222
"""
WITH_SPOUSE = f"""{NOOR}
    draft/imm1295.pdf as of 2026-10-12: relationship relation=spouse name="KARIM MODEL" from=2016-09-03
"""


def certified(text: str, forms: str = NOOR) -> tuple[Case, Paper]:
    document = docx(text)
    reading = civil_certificate.read(document)
    paper = Paper(document, "civil-certificate", reading.as_of, reading.facts, reading.records)
    case = assemble("case", [*case_of(forms).papers, paper])
    return case, next(paper for paper in case.papers if paper.kind == "civil-certificate")


def spouse(paper: Paper) -> tuple[str | None, str | None]:
    (marriage,) = paper.all(Relationship)
    return marriage.name, marriage.cite("name").quote


def test_the_other_spouse_is_named_where_the_second_is_the_principal() -> None:
    case, paper = certified(MARRIAGE.format(bride="Noor Sample"))
    assert spouse(paper) == ("Karim Model", "Karim Model")
    assert [person.role for person in case.people] == ["principal"]
    assert paper.person == case.people[0].id


def test_a_maiden_name_is_known_by_the_spouse_that_the_forms_name() -> None:
    assert spouse(certified(MARRIAGE.format(bride="Noura Haddad"), WITH_SPOUSE)[1])[0] == "Karim Model"


def test_a_birth_under_the_maiden_name_with_one_part_of_the_day_other_is_the_principal_s() -> None:
    form = NOOR.replace("SAMPLE", '"MODEL"').replace("NOOR", '"NOOR SAMPLE"')
    text = BIRTH.replace("Lina Sample", "Lina Unknown")
    own = certified(text.format(child="Noor Basma Sample", born="17 May 1988", father="Karim Sample"), form)[
        1
    ]
    assert [fact.value for fact in own.facts if fact.attribute == "birth_date"] == ["1988-05-17"]
    other = certified(
        text.format(child="Noor Basma Sample", born="3 August 1988", father="Karim Sample"), form
    )[1]
    assert not [fact for fact in other.facts if fact.attribute == "birth_date"]


def test_nothing_is_turned_where_the_first_is_the_principal_or_nobody_is() -> None:
    first = MARRIAGE.replace("Karim Model", "Noor Sample").format(bride="Karim Model")
    assert spouse(certified(first)[1])[0] == "Karim Model"
    assert spouse(certified(MARRIAGE.format(bride="Zahra Unknown"))[1])[0] == "Zahra Unknown"


def test_a_child_stays_a_child_and_a_spouse_s_own_birth_is_the_spouse_s() -> None:
    text = BIRTH.format(child="Adam Model", born="2 May 2020", father="Karim Model")
    (child,) = certified(text, WITH_SPOUSE)[1].all(FamilyMember)
    assert (child.relation, child.name) == ("child", "Adam Model")
    text = BIRTH.format(child="Karim Model", born="2 November 1988", father="Omar Model")
    (member,) = certified(text, WITH_SPOUSE)[1].all(FamilyMember)
    assert (member.relation, member.name, str(member.birth_date)) == ("spouse", "Karim Model", "1988-11-02")


def test_the_principal_s_own_birth_tells_of_the_principal_and_the_parents() -> None:
    _, paper = certified(BIRTH.format(child="Noor Sample", born="17 May 1990", father="Omar Sample"))
    assert paper.value("full_name") == "Noor Sample"
    assert paper.value("birth_date") == "1990-05-17"
    assert (paper.value("birth_city"), paper.value("birth_country")) == ("Agadir", "MA")
    assert [(member.relation, member.name) for member in paper.all(FamilyMember)] == [
        ("father", "Omar Sample"),
        ("mother", "Lina Sample"),
    ]


def test_a_child_with_a_parent_s_name_is_no_own_birth() -> None:
    _, paper = certified(BIRTH.format(child="Noor Sample", born="2 May 2020", father="Karim Model"))
    assert paper.fact("full_name") is None
    assert [member.relation for member in paper.all(FamilyMember)] == ["child"]


WITH_PARENTS = f"""{NOOR}
    draft/imm5645.pdf as of 2026-10-12: full_name="Noor Sample" birth_date=1990-05-17
    draft/imm5645.pdf as of 2026-10-12: family_member relation=mother name="Lina Sample" birth_date=1960
    draft/imm5645.pdf as of 2026-10-12: family_member relation=child name="Mira Model" birth_date=1999-02-02
"""


def test_the_principal_s_own_birth_is_known_by_the_given_name_and_the_day_or_the_parents() -> None:
    text = BIRTH.format(child="Noor", born="17 May 1990", father="Omar Tadesse")
    paper = certified(text)[1]
    assert (paper.value("birth_date"), paper.fact("full_name")) == ("1990-05-17", None)
    undated = BIRTH.replace("Date of birth: {born}\n", "").format(child="Noor", father="Omar Tadesse")
    assert certified(undated, WITH_PARENTS)[1].value("birth_city") == "Agadir"
    assert certified(undated)[1].fact("birth_city") is None


def test_the_principal_s_own_birth_on_another_day_is_no_child_s() -> None:
    _, paper = certified(BIRTH.format(child="Noor Sample", born="17 May 1991", father="Omar Sample"))
    assert (paper.value("birth_date"), paper.value("full_name")) == ("1991-05-17", "Noor Sample")


def test_a_first_name_alone_on_another_day_is_the_principal_s_where_the_parents_are() -> None:
    parents = 'family_member relation=mother name="LINA SAMPLE" birth_date=1962-03-04'
    forms = f"{NOOR}\n    draft/imm5707.pdf as of 2026-10-12: {parents}"
    text = BIRTH.format(child="Noor", born="17 May 1988", father="Omar Sample")
    paper = certified(text, forms)[1]
    assert [fact.value for fact in paper.facts if fact.attribute == "birth_date"] == ["1988-05-17"]
    sister = 'family_member relation=sibling name="NOOR HANA SAMPLE" birth_date=1988-05-17'
    listed = certified(text, f"{forms}\n    draft/imm5707.pdf as of 2026-10-12: {sister}")[1]
    assert not [fact for fact in listed.facts if fact.attribute == "birth_date"]
    assert not [f for f in certified(text)[1].facts if f.attribute == "birth_date"]


def test_nobody_of_the_principal_s_own_age_is_a_child() -> None:
    for child, born in (
        ("Adam Sample", "17 May 1990"),
        ("Mira Sample", "1960"),
        ("Adam Sample", "3 March 2001"),
    ):
        text = BIRTH.format(child=child, born=born, father="Omar Sample")
        assert [m.relation for m in certified(text)[1].all(FamilyMember)] == [None]
        told = [m.relation for m in certified(text, WITH_PARENTS)[1].all(FamilyMember)]
        assert told == ["sibling" if born == "3 March 2001" else None]


def test_a_step_child_of_nearly_the_principal_s_age_whom_the_forms_tell_stays_one() -> None:
    text = BIRTH.format(child="Mira Model", born="2 February 1999", father="Karim Model")
    (member,) = certified(text, WITH_PARENTS)[1].all(FamilyMember)
    assert member.relation == "child"


def test_the_birth_of_a_spouse_is_told_where_a_form_lists_the_spouse() -> None:
    text = """
        MARRIAGE CERTIFICATE
        This is to certify that Karim Model, born on 3 November 1988, and Noor Sample, born on 17 May 1990, were
            married at Agadir on 3 September 2016.
    """
    listed = f"""{WITH_SPOUSE}
        draft/imm5707.pdf as of 2026-10-12: family_member relation=spouse name="Karim Model" birth_date=1988-11-02
    """
    (member,) = certified(text, listed)[1].all(FamilyMember)
    assert (member.relation, member.name, str(member.birth_date)) == ("spouse", "Karim Model", "1988-11-03")
    assert not list(certified(text, WITH_SPOUSE)[1].all(FamilyMember))


DEATH = """
    DEATH CERTIFICATE
    Name of deceased: {deceased}
    Date of birth: {born}
    Date of death: 14 May 2019
    Name of spouse: {spouse}
    Issued 1 June 2026
"""


def test_who_has_died_is_the_relative_whom_the_forms_list() -> None:
    paper = certified(
        DEATH.format(deceased="Lina Sample", born="3 March 1960", spouse="Omar Sample"), WITH_PARENTS
    )[1]
    (member,) = paper.records
    assert isinstance(member, FamilyMember)
    assert (member.relation, member.address) == ("mother", "Deceased")
    text = DEATH.format(deceased="Lina Sample", born="3 March 1999", spouse="Omar Sample")
    assert [member.relation for member in certified(text, WITH_PARENTS)[1].all(FamilyMember)] == [None]


def test_the_death_of_the_principal_s_spouse_ends_a_marriage() -> None:
    paper = certified(DEATH.format(deceased="Karim Model", born="3 March 1960", spouse="Noor Sample"))[1]
    (marriage,) = paper.all(Relationship)
    assert (marriage.relation, marriage.name) == ("previous-spouse", "Karim Model")
    assert marriage.period is not None
    assert str(marriage.period.end) == "2019-05-14"


def test_other_papers_stay_as_they_are() -> None:
    evidence = Evidence("letter.docx", "Noor Sample")
    case = case_of(NOOR)
    told = Relationship(evidence=evidence, relation="spouse", name="Noor Sample", cells={"other": evidence})
    letter = Paper(docx("Letter"), "explanation-letter", case.papers[0].as_of, (), (told,))
    assert [p.records for p in assemble("case", [*case.papers, letter]).papers if p.kind == letter.kind] == [
        (told,)
    ]


def relatives(paper: Paper) -> list[tuple[str | None, str | None]]:
    return [(member.relation, member.name) for member in paper.all(FamilyMember)]


REGISTER = """
    FAMILY REGISTER (translation)
    Head | [Name] Noor [Date of birth] May 17, 1990 [Father] Hedi Sample [Mother] Amel Specimen
    Divorce | [Date of divorce] April 4, 2012 [Name of spouse] Adam Former
    Marriage | [Date of marriage] September 3, 2016 [Name of spouse] Karim Model
    Member | [Name] Lina [Date of birth] August 30, 2017 [Father] Karim Model [Mother] Noor Sample
    Issued on May 5, 2026
"""


def register(principal: str, head: str = "Head of household", other: str = "Wife") -> tuple[Case, Paper]:
    return certified(
        f"""
        FAMILY COMPOSITION CERTIFICATE
        No | Name | Relationship | Date of birth
        1 | Karim Model | {head} | 12/11/1988
        2 | Noor Sample | {other} | 17/05/1990
        3 | Lina Model | Eldest daughter | 30/08/2017
        4 | Amel Specimen | Mother-in-law | 20/01/1962
        Issued on 5 May 2026
        """,
        principal,
    )


def test_a_household_is_told_from_the_side_of_the_head() -> None:
    head = NOOR.replace("SAMPLE", "MODEL").replace("NOOR", "KARIM").replace("1990-05-17", "1988-11-12")
    paper = register(head)[1]
    assert relatives(paper) == [("spouse", "Noor Sample"), ("child", "Lina Model")]
    assert paper.value("birth_date") == "1988-11-12"


def test_a_household_is_told_from_the_side_of_the_wife() -> None:
    for head in ("Head of household", "Husband"):
        paper = register(NOOR, head)[1]
        assert relatives(paper) == [("spouse", "Karim Model"), ("child", "Lina Model")]
        assert paper.value("birth_date") == "1990-05-17"


def test_a_household_is_told_from_the_side_of_a_child() -> None:
    listed = f"""{NOOR}
    draft/imm5406.pdf as of 2026-10-12: family_member relation=father name="Hedi Sample" birth_date=1960-01-01
    draft/imm5406.pdf as of 2026-10-12: full_name="Noor Sample" birth_date=1990-05-17
    """
    text = """
    HOUSEHOLD REGISTER
    Name: Hedi Sample
    Relationship to householder: Householder
    Name: Noor Sample
    Relationship to householder: Daughter
    Date of birth: 17 May 1990
    Name: Omar Sample
    Relationship to householder: Son
    Date of registration: 5 May 2026
    """
    assert relatives(certified(text, listed)[1]) == [("father", "Hedi Sample"), ("sibling", "Omar Sample")]


def test_a_household_without_the_principal_tells_of_nobody() -> None:
    paper = certified("""
        FAMILY COMPOSITION CERTIFICATE
        Name | Relationship
        Karim Model | Head of household
        Lina Model | Daughter
        Issued on 5 May 2026
    """)[1]
    assert relatives(paper) == []


def test_a_family_s_paper_without_any_other_keeps_the_roles_that_it_gives() -> None:
    assert relatives(register("")[1]) == [("spouse", "Noor Sample"), ("child", "Lina Model")]
    paper = certified(REGISTER, "")[1]
    assert relatives(paper) == [("child", "Lina")]
    assert [m.name for m in paper.all(Relationship)] == ["Adam Former", "Karim Model"]
    asked = """
        CERTIFICATE OF RELATIONSHIP
        Upon request of Noor Sample it is certified that the following are her relatives:
        Father: Hedi Sample, born on 9 July 1958
        5 May 2026
    """
    assert relatives(certified(asked, "")[1]) == [("father", "Hedi Sample")]


def test_kinship_is_certified_to_the_one_who_asked_for_it() -> None:
    text = """
        CERTIFICATE OF RELATIONSHIP
        Upon request of Noor Sample it is certified that the following are her relatives:
        Father: Hedi Sample, born on 9 July 1958
        Elder brother: Omar Sample, born on 3 May 1987
        Paternal uncle: Ali Sample, born on 3 May 1957
        5 May 2026
    """
    assert relatives(certified(text)[1]) == [("father", "Hedi Sample"), ("sibling", "Omar Sample")]
    assert relatives(certified(text.replace("Noor Sample", "Zahra Unknown"))[1]) == []


def test_whose_child_somebody_is_says_a_register_that_names_parents() -> None:
    paper = certified("""
        FAMILY REGISTER (translation)
        Head | [Name] Noor [Date of birth] May 17, 1990 [Father] Hedi Sample [Mother] Amel Specimen
        Divorce | [Date of divorce] April 4, 2012 [Name of spouse] Adam Former
        Marriage | [Date of marriage] September 3, 2016 [Name of spouse] Karim Model
        Member | [Name] Karim [Father] Sami Model [Relationship] First son [Spouse status] Husband
        Member | [Name] Lina [Date of birth] August 30, 2017 [Father] Karim Model [Mother] Noor Sample
        Issued on May 5, 2026
    """)[1]
    assert relatives(paper) == [
        ("spouse", "Karim"), ("child", "Lina"), ("father", "Hedi Sample"), ("mother", "Amel Specimen"),
    ]  # fmt: skip
    unions = [
        (m.relation, m.name, m.period.start_iso, m.period.end_iso)
        for m in paper.all(Relationship)
        if m.period
    ]
    assert unions == [
        ("previous-spouse", "Adam Former", None, "2012-04-04"),
        ("spouse", "Karim Model", "2016-09-03", None),
    ]


def test_the_marriage_of_a_brother_or_of_the_parents_is_not_the_principal_s() -> None:
    forms = f"""{NOOR}
    draft/imm5645.pdf as of 2026-10-12: full_name="Noor Sample" birth_date=1990-05-17
    draft/imm5645.pdf as of 2026-10-12: family_member relation=sibling name="Omar Sample" birth_date=1987-02-03
    draft/imm5645.pdf as of 2026-10-12: family_member relation=father name="Karim Model" birth_date=1957-02-03
    """
    brothers = MARRIAGE.replace("Karim Model", "Omar Sample").format(bride="Zahra Unknown")
    assert not certified(brothers, forms)[1].records
    assert not certified(MARRIAGE.format(bride="Lina Haddad"), forms)[1].records
    assert certified(MARRIAGE.replace("Karim Model", "Rami Odd").format(bride="Noor Sample"), forms)[
        1
    ].records
