"""Letters of hosts and sponsors: their "I" is not the applicant's."""

import pytest

from consistency.extractors.extract import recognise_paper
from consistency.extractors.papers import support_letter
from tests.extractors.papers.made import docx, facts, pdf

HOST = """
    Tomas Brandt
    18 Grant Avenue, Winnipeg, MB
    September 22, 2026
    Dear Visa Officer,
    My name is Tomas Brandt and I am a permanent resident of Canada. I am writing to support the application of my
        friend Ida Sample for a work permit. I work as a nurse at St. Vital Clinic since 2017 and I am married.
    My own application for a visitor visa was refused on 3 May 2012. I have savings of CAD 41,000.
    She will stay with me for the first month and will return at the end of her permit.
    Sincerely,
    Tomas Brandt
"""
AFFIDAVIT = """
    REPUBLIC OF THE PHILIPPINES
    AFFIDAVIT OF SUPPORT
    I, ANA SAMPLE-CRUZ, of legal age, married, after having been duly sworn, hereby depose and state:
    1. That I am the sister of IDA SAMPLE, who is applying for a work permit in Canada;
    2. That I am employed as a nurse aide with a yearly income of CAD 52,000;
    3. That I undertake to shoulder her airfare and her first month of accommodation;
    IN WITNESS WHEREOF, I have hereunto set my hand this 10th day of September 2026.
    ANA SAMPLE-CRUZ, Affiant
"""
SPONSOR = """
    20th October 2026
    The Visa Officer, Canadian High Commission
    Dear Sir,
    LETTER OF SPONSORSHIP: SAMPLE IDA
    I am the uncle of the above named and a businessman. I hereby confirm that I shall sponsor her trip to Canada.
    My statement of account is attached.
    Chief Emeka Sample
"""
FRENCH = """
    Québec, le 3 mars 2026
    Attestation de prise en charge
    Madame, Monsieur,
    Je soussigné Paul Exemple, résident permanent du Canada, m'engage à héberger ma cousine Ida Exemple et à couvrir ses
        frais. Je suis marié et je travaille chez Bois Nord inc. depuis 2015. Elle retournera au Togo.
    Paul Exemple
"""


WIFE = """
    Tbilisi, 3 May 2026
    To the consul
    I, Nino Sample, a teacher at School No. 4, have been lawfully married to Giorgi Sample since 2014.
    I consent to my husband working in Canada for two years. I remain in Tbilisi with our two sons.
    Nino Sample
"""
AUNT = """
    Suva, 3 May 2026
    To the visa officer
    I, Mere Sample, a nurse, am the aunt of Ida Sample. I approve of her decision to work in Canada.
    Mere Sample
"""
MOTHER = """
    Lima, 3 May 2026
    Dear Madam or Sir,
    I am Rosa Sample, the mother of Ida. I confirm that my daughter is an honest person who looks after me, and she must
        come back to Lima, where our house is.
    Rosa Sample
"""
FRENCH_HUSBAND = """
    Cotonou, le 3 mai 2026
    Je soussigné, Koffi Exemple, mécanicien, mari de Ida Exemple, donne mon accord pour que ma femme travaille au
        Canada et j'approuve son départ. Je resterai avec les enfants.
    Koffi Exemple
"""


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (WIFE, "2026-05-03"),
        (MOTHER, "2026-05-03"),
        (AUNT, "2026-05-03"),
        (FRENCH_HUSBAND, "2026-05-03"),
        (HOST, "2026-09-22"),
        (AFFIDAVIT, "2026-09-10"),
        (SPONSOR, "2026-10-20"),
        (FRENCH, "2026-03-03"),
    ],
)
def test_what_a_host_or_sponsor_tells_is_not_the_applicants(text: str, day: str) -> None:
    document = docx(text)
    assert recognise_paper(document) == "support-letter"
    reading = support_letter.read(document)
    assert facts(reading) == {"document_date": day}
    assert reading.records == ()


OWN = """
    Ida Sample
    October 8, 2026
    Dear Officer,
    Re: Explanation for my work permit application
    My application was refused on May 4, 2025. {told}
    I will leave Canada at the end of my stay.
    Yours faithfully,
    Ida Sample
"""


@pytest.mark.parametrize(
    "told",
    [
        "My uncle Chidi will sponsor me; his letter of sponsorship is attached.",
        "My cousin Tomas invited me to live with him in Winnipeg. He is my cousin and a permanent resident of Canada.",
        "I, Ida Sample, am married to Tom Sample. I agree with my husband that the children remain with him.",
        "I support my parents, and I will pay for the studies of my sister.",
        "My wife is coming with me, and she will return with me.",
        "I am the father of two children. I will provide for my family.",
    ],
)
def test_an_applicant_who_speaks_of_a_host_writes_for_themself(told: str) -> None:
    assert recognise_paper(docx(OWN.format(told=told))) == "explanation-letter"


@pytest.mark.parametrize(
    "text",
    [
        "To whom it may concern,\nI confirm that Ida Sample has been employed as a cook at Mill Ltd. since 2 May 2019. "
        "She will return to her post after her leave. I support her application.",
        "Offer of employment\nDear Ida Sample,\nI am a Canadian citizen and offer you the position of caregiver for my "
        "mother at $20 per hour. You will live with us.",
        "",
    ],
)
def test_an_employer_is_no_host(text: str) -> None:
    assert support_letter.recognise(pdf(text)) < 0.5


@pytest.mark.parametrize(
    "text",
    [
        """
        Deed of gift
        Perth, 9 March 2026
        I, Nadia Haddad, have given GBP 4,000 to my nephew Karim Haddad. It is a gift and not a loan.
        Nadia Haddad
        """,
        """
        9 March 2026
        RE: FINANCIAL SUPPORT OF MY COUSIN PETER OTIENO
        I, Jane Achieng, will pay my cousin's ticket and his rent for the first month. My statement is attached.
        Jane Achieng
        """,
        """
        ENGAGEMENT DE PRISE EN CHARGE
        Je soussignée, Awa Ba, m'engage à prendre en charge les frais de transport, de logement et d'installation de mon
            frère Ibra Ba.
        Fait à Thiès, le 9 mars 2026
        """,
    ],
)
def test_who_gives_or_pays_for_a_relative(text: str) -> None:
    assert recognise_paper(docx(text)) == "support-letter"


@pytest.mark.parametrize(
    "text",
    [
        "Dear Officer,\nI am Ida Sample, mother of two children. My husband and I agree that my children will stay "
        "with their father while I work in Canada. My husband is a responsible man.\nIda Sample",
        "Madame, Monsieur,\nJe soussignée, Ida Sample, mère de deux enfants, sollicite un permis de travail. "
        "Mon mari accepte que je parte et je confirme que mon mari est sérieux.\nIda Sample",
    ],
)
def test_an_applicant_who_speaks_of_the_family_is_no_relative(text: str) -> None:
    assert recognise_paper(docx(text)) != "support-letter"
