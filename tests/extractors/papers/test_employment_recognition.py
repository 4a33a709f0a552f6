"""An employment letter is known by what it tells; what others write of a person is none."""

import pytest

from consistency.extractors.extract import kind_of, recognise_paper
from consistency.extractors.papers import employment_letter as letter
from consistency.model import Job
from tests.extractors.papers.made import docx
from tests.extractors.papers.test_employment_letter import FOOT, HEAD, Part, only, pdf, told

WHO, WHEN = "Ms. Maria D. Santos", "from July 5, 2013 to July 18, 2017"

LETTERS: dict[str, tuple[Part, ...]] = {
    "connected with": (
        "TO WHOM IT MAY CONCERN",
        f"This is to certify that as per records on file, {WHO}, Filipino, of legal age, has been connected with this "
        f"company as PASTRY COOK {WHEN}.",
    ),
    "held open after a refusal": (
        f"{WHO} was employed with us as a Pastry Cook {WHEN}, full time. She left when IRCC refused her extension and "
        "we hold her place open.",
    ),
    "in the services of": (
        "Dear Ms. Santos,",
        "RE: LETTER OF SERVICE",
        "Our records show that you were in the services of this organization as a Pastry Cook. You assumed duty on 5th "
        "July, 2013 and disengaged your service on 18th July, 2017.",
    ),
    "part of the staff": (
        f"We hereby declare, for all due purposes, that {WHO} was part of our staff {WHEN}, performing the "
        "function of Pastry Cook, with 44 hours per week.",
    ),
    "rendered services": (
        f"By means of this letter I certify that {WHO} has rendered her services in the company {WHEN}, holding the "
        "position of Pastry Cook, gross monthly salary of PHP 14,800.00.",
    ),
    "recommended": (
        "LETTER OF RECOMMENDATION",
        f"The undersigned recommends {WHO}, who was in this company {WHEN}, holding the position of Pastry Cook.",
    ),
    "known as ours": (
        f"I have known {WHO} for six years. She was our Pastry Cook between July 5, 2013 and July 18, 2017 and left of "
        "her own accord.",
    ),
    "relieved": (
        "RELIEVING ORDER",
        "Dear Maria, With reference to your resignation dated 01.06.2017, you are relieved from the services of the "
        "company at the close of working hours on 18.07.2017. You were with us as Pastry Cook from 05.07.2013.",
    ),
    "discharged from service": (
        "18 July 2017",
        "Ms. Maria Santos",
        "Dear Maria,",
        "ACCEPTANCE OF RESIGNATION",
        "The partners have accepted your notice of 10 June and you are discharged from our service at the close of "
        "business today, 18 July 2017.",
        "According to your card you were recruited on 5 July 2013 as Pastry Cook. Leave not taken will be paid with "
        "the wages of the month.",
    ),
    "clearance": (
        "CLEARANCE SLIP",
        "The employee named above, whose employment contract ended on 18 July 2017, owes nothing to the bakery.",
        ("Name of employee", "Maria Santos"),
        ("Position", "Pastry Cook"),
        ("Date joined", "5 July 2013"),
    ),
    "on our crew": (
        "RE: MARIA SANTOS",
        "Maria was on our night crew as Pastry Cook from July 5, 2013 to July 18, 2017, earning PHP 9,500.00 a month.",
    ),
    "career": (
        "CERTIFICATE OF CAREER",
        ("Name", "SANTOS MARIA"),
        ("Date of birth", "1990. 04. 02."),
        ("Final position", "Pastry Cook"),
        ("Term of employment", "2013. 07. 05. ~ 2017. 07. 18. (4 years)"),
        ("Reason", "Own wish"),
    ),
    "fin du contrat": (
        "Attestation de fin de contrat",
        "Nous soussignés attestons que le contrat de travail de Mme Maria Santos, engagée comme Pastry Cook le 5 "
        "juillet 2013, a pris fin le 18 juillet 2017.",
    ),
    "retirement": (
        "CERTIFICATE OF RETIREMENT",
        ("Name in full", "SANTOS MARIA"),
        ("Job grade", "Pastry Cook"),
        ("Date of entry", "2013. 07. 05."),
        ("Date of retirement", "2017. 07. 18."),
    ),
    "introduced to the officer": (
        "The Visa Officer",
        "Dear Sir,",
        "I write to introduce Miss Maria Santos, a worker in my bakery. Maria had been with me from July 5, 2013 to "
        "July 18, 2017 as Pastry Cook, and I paid her PHP 9,500.00 a month.",
    ),
    "an answer to a request": (
        "Dear Ms. Santos,",
        "Re: Your application for a reference",
        "We confirm that you worked at Sunrise Bakery Ltd. as Pastry Cook between 5 July 2013 and 18 July 2017.",
    ),
    "a name without a title before it": (
        f"The undersigned allows himself to recommend widely C. MARIA SANTOS, who worked in this company {WHEN}, "
        "holding the position of Pastry Cook, demonstrating honesty at all times.",
    ),
    "effectifs": (
        "Certificat de travail",
        "Nous certifions que Mme Maria D. Santos a fait partie des effectifs de notre société en qualité de Pastry "
        "Cook, pour la période allant du 5 juillet 2013 au 18 juillet 2017.",
    ),
    "recommandée": (
        "LETTRE DE RECOMMANDATION",
        "J'ai le plaisir de recommander Mme Maria D. Santos, qui a occupé le poste de Pastry Cook dans ma boutique du "
        "5 juillet 2013 au 18 juillet 2017.",
    ),
    "print-out": (
        "Employee Verification Letter – generated on 12/03/2026",
        ("Worker", "Maria Santos"),
        ("Business Title", "Pastry Cook"),
        ("Hire Date", "05-Jul-2013"),
        ("Termination Date", "18-Jul-2017"),
    ),
}


@pytest.mark.parametrize("wording", LETTERS)
def test_a_letter_about_work_in_whatever_words(wording: str) -> None:
    document = pdf(*HEAD, *LETTERS[wording], "August 3, 2018", *FOOT)
    job = told(only(letter.read(document)))
    assert kind_of(document) == "employment-letter"
    assert (str(job[0]).title(), *job[2:]) == ("Pastry Cook", "2013-07-05", "2017-07-18")


def test_a_title_and_a_time_are_enough() -> None:
    said = "Nous attestons que Mme Maria Santos a effectué un stage de perfectionnement du 1er juin au 31 août 2012."
    document = pdf(*HEAD, "ATTESTATION DE STAGE", said, "Fait à Lomé, le 3 septembre 2012")
    period = only(letter.read(document)).period
    assert kind_of(document) == "employment-letter"
    assert period is not None and (period.start_iso, period.end_iso) == ("2012-06-01", "2012-08-31")


def test_the_number_of_a_person_stands_behind_the_name_in_the_subject() -> None:
    said = (
        "Please be advised that the captioned was employed to this company as Pastry Cook from 2013 to 2017."
    )
    document = pdf(*HEAD, "Re: Maria Dolores SANTOS - TIN 114-882-901", said, "August 3, 2018", *FOOT)
    assert {fact.value for fact in letter.read(document).facts if fact.attribute == "full_name"} == {
        "Maria Dolores SANTOS"
    }


def test_the_seasons_of_a_list_are_jobs_of_their_own() -> None:
    said = (
        "Maria Santos came to us for three harvests: 4 May to 10 October 2021, 2 May to 8 October 2022 and 6 May to "
        "12 October 2023. Each time she was assigned to our vineyard in Baguio, Philippines, and paid PHP 600 a day."
    )
    document = pdf(*HEAD, said, "August 3, 2024", *FOOT)
    jobs = [job for job in letter.read(document).records if isinstance(job, Job)]
    assert kind_of(document) == "employment-letter"
    assert [job.period and job.period.start_iso for job in jobs] == ["2021-05-04", "2022-05-02", "2023-05-06"]
    assert {job.city for job in jobs} == {"Baguio"}


def test_a_certificate_of_the_pay_alone_names_employer_and_pay() -> None:
    said = "Nous attestons que Mme Maria Santos perçoit un salaire mensuel brut de 1 850,00 EUR."
    document = pdf("Boulangerie du Port SARL", "ATTESTATION DE SALAIRE", said, "Fait à Sète, le 3 mai 2024")
    job = only(letter.read(document))
    assert kind_of(document) == "employment-letter"
    assert (job.employer, job.amount, job.per, job.period) == (
        "Boulangerie du Port SARL",
        1850.0,
        "month",
        None,
    )


def test_the_company_at_the_foot_issues_a_paper_that_begins_with_its_title() -> None:
    rows = (("Name", "SANTOS MARIA"), ("Department", "Ovens"), ("Position", "Baker"))
    period = ("Period of employment", "2019. 03. 04. ~ Present")
    foot = ("2026. 02. 11.", "Sunrise Bakery Co., Ltd.", "CEO Lim (seal)")
    job = only(letter.read(pdf("CERTIFICATE OF EMPLOYMENT", *rows, period, *foot)))
    assert told(job) == ("Baker", "Sunrise Bakery Co., Ltd.", "2019-03-04", "present")


PAPERS: dict[str, tuple[Part, ...]] = {
    "sponsor": (
        "I, Ramon Santos, confirm that I will bear all costs of my niece Ms. Maria Santos. I am a manager in our firm "
        f"as Head Baker, {WHEN}.",
    ),
    "school": (
        "Harbour College",
        "CERTIFICATE OF ATTENDANCE",
        f"This is to certify that {WHO} has been a bona fide student of this institution {WHEN} as a regular student.",
    ),
    "scolarité": (
        "Lycée du Port",
        "ATTESTATION DE SCOLARITÉ",
        "Nous attestons que Mme Maria Santos a été inscrite dans notre établissement en qualité d'élève du 5 septembre "
        "2013 au 30 juin 2016.",
    ),
    "bank": (
        "Banco del Valle",
        f"This is to certify that {WHO} maintains a savings account with us since July 2013 as our client.",
    ),
    "invitation": (
        "LETTER OF INVITATION",
        f"We invite {WHO}, a Pastry Cook, to visit our company as a guest from July 5, 2026 to July 18, 2026.",
    ),
    "offer": (
        f"Dear {WHO}, you will work with us as Pastry Cook from July 5, 2027 to July 4, 2029 in our restaurant.",
    ),
    "appointment": (
        "Dear Ms. Santos, you are hereby appointed in our company as Pastry Cook since July 5, 2026, on probation.",
    ),
    "contract": (
        "EMPLOYMENT CONTRACT",
        f"The employee, {WHO}, shall work in this company as Pastry Cook from July 5, 2026 to July 4, 2028.",
    ),
    "explanation": (
        "Dear Officer,",
        f"I worked in this company as Pastry Cook {WHEN} and Ms. Lee was my manager. My application was refused.",
    ),
    "representative": (
        f"Our client, {WHO}, has been with the company Sunrise Bakery as Pastry Cook {WHEN}.",
    ),
    "tenant": (
        "REFERENCE LETTER",
        f"{WHO} has been our tenant {WHEN} and always paid the rent of our shop on time as agreed.",
    ),
    "church": (
        f"{WHO} has been in our parish as choir singer {WHEN}, and in our team.",
    ),
    "resident": (
        "BARANGAY CERTIFICATION",
        f"This is to certify that {WHO} has been residing in this office's area as a resident {WHEN}.",
    ),
    "character": (
        "LETTER OF RECOMMENDATION",
        f"I have known {WHO} since July 2013 as an honest person.",
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", PAPERS)
def test_what_others_write_of_a_person_is_no_employment_letter(kind: str) -> None:
    document = pdf(*PAPERS[kind], "August 3, 2018", *FOOT)
    assert letter.recognise(document) < 0.5
    assert kind_of(document) != "employment-letter"


@pytest.mark.parametrize(
    "text",
    [
        "To whom it may concern\nI confirm that Ida Sample is a good tenant of ours. She has been with us since 2018.",
        "HILL SCHOOL\nThis is to certify that Ari Sample is a pupil of our school. He has been with us since 2020.",
    ],
)
def test_a_letter_of_a_tenant_or_a_pupil_tells_no_work(text: str) -> None:
    assert recognise_paper(docx(text)) != "employment-letter"


NOW = "To whom it may concern"
OTHERWISE: dict[str, tuple[tuple[Part, ...], tuple[str, str, str]]] = {
    "been with": (
        (NOW, "Maria Santos has been with Sunrise Bakery for nine years, since July 5, 2013. She leads our oven line "
         "as Pastry Cook, forty-four (44) hours each week."),
        ("Pastry Cook", "2013-07-05", "present"),
    ),
    "our cook since": (
        (NOW, "Ms. Maria Santos, our Pastry Cook since July 5, 2013, has been granted unpaid leave from 1 May 2019 to "
         "30 April 2021 to work in Canada. Her place will be kept."),
        ("Pastry Cook", "2013-07-05", "present"),
    ),
    "is full-time at our plant": (
        (NOW, "Maria Santos is a full-time (44 hrs/wk) Pastry Cook at our bakery. Start date: July 5, 2013."),
        ("Pastry Cook", "2013-07-05", "present"),
    ),
    "under the designation": (
        ("This letter confirms that Ms. M. Santos, holder of passport P7712345, is employed at Sunrise Bakery Ltd. "
         "under the designation Pastry Cook, date of appointment 2013/07/05, drawing PHP 180,000 per annum.",),
        ("Pastry Cook", "2013-07-05", "present"),
    ),
    "beside labels": (
        (NOW, "Employee: Maria Santos", "Period of employment: 5th of July 2013 – 18th of July 2017",
         "Last position held: Pastry Cook", "Reason for leaving: marriage"),
        ("Pastry Cook", "2013-07-05", "2017-07-18"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("wording", OTHERWISE)
def test_work_that_is_told_in_other_words(wording: str) -> None:
    parts, (title, first, last) = OTHERWISE[wording]
    document = pdf(*HEAD, "August 3, 2018", *parts, *FOOT)
    assert kind_of(document) == "employment-letter"
    found = told(only(letter.read(document)))
    assert (found[0], *found[2:]) == (title, first, last)


def test_posts_that_a_letter_lists_below_whom_somebody_served() -> None:
    rows = ("Oven Hand – 5 July 2013 to 31 March 2015", "Pastry Cook – 1 April 2015 to date")
    document = pdf(
        *HEAD, "August 3, 2018", NOW, "Maria Santos has served this company as follows:", *rows, *FOOT
    )
    jobs = [told(job) for job in letter.read(document).records if isinstance(job, Job)]
    assert kind_of(document) == "employment-letter"
    assert [(job[0], *job[2:]) for job in jobs] == [
        ("Oven Hand", "2013-07-05", "2015-03-31"),
        ("Pastry Cook", "2015-04-01", "present"),
    ]


@pytest.mark.parametrize(
    "said",
    [
        "Maria Santos has been with our bank for ten years and her account is in good order.",
        "Maria Santos is a valued member at our school and helps at its feasts.",
        "Maria Santos, our customer since July 2013, always pays on time.",
        "Maria Santos has been with her husband for ten years; they are our friends.",
    ],
)
def test_whom_a_house_knows_otherwise_does_not_work_there(said: str) -> None:
    document = pdf(*HEAD, "August 3, 2018", NOW, said, *FOOT)
    assert kind_of(document) != "employment-letter"


def test_the_post_of_who_signs_is_no_part_of_the_company_at_the_foot() -> None:
    rows = (("Name", "SANTOS MARIA"), ("Position", "Baker"), ("Date hired", "4 March 2019"))
    foot = ("Issued this 2nd day of December 2025", "ANA LIM", "HR Manager, Sunrise Bakery (Pvt) Ltd")
    job = only(letter.read(pdf("CERTIFICATE OF EMPLOYMENT", *rows, *foot)))
    assert job.employer == "Sunrise Bakery (Pvt) Ltd"


OVER = "SAMPLE HOUSE LTD.\n12 Mill Road, Nairobi\n15 September 2022\nTO WHOM IT MAY CONCERN\n"


@pytest.mark.parametrize(
    "words",
    [
        "Ida Sample provided software services to Sample Labs, working from Lima, from 15 March 2021 to June 2024.",
        "Ms Ida Sample rendered services in our company as a welder between 4 May 2015 and 31 October 2019.",
        "The above named was a caregiver in our home from 1st June 2015 to 28th February 2020, 48 hours per week. "
        "She was honest and patient.",
        "Ida Sample was with us for the 2018 and 2019 harvest seasons as orchard labourer, 50 hours per week.",
    ],
)
def test_words_by_which_houses_tell_of_work(words: str) -> None:
    assert kind_of(docx(f"{OVER}{words}\nRosa Rey, Manager")) == "employment-letter"


@pytest.mark.parametrize(
    "words",
    [
        "Ida Sample provided services to our customers' children as a patient of the clinic.",
        "Ida Sample was with our bank for ten years and the account is in good order.",
        "Ida Sample is a patient of our hospital since May 2019.",
    ],
)
def test_words_by_which_houses_tell_of_others(words: str) -> None:
    assert kind_of(docx(f"{OVER}{words}\nRosa Rey, Manager")) != "employment-letter"


def test_a_family_whose_mother_was_taken_care_of() -> None:
    text = """
    Bari, 28 February 2025
    Letter of reference
    I, Antonio Esempio, declare that Mrs Ida Sample took care of my mother, Maria Esempio, as a live-in carer from
      5 March 2018 to 28 February 2025, 54 hours a week with a monthly pay of 1,050 euros.
    Antonio Esempio (signed)
    """
    assert kind_of(docx(text)) == "employment-letter"
