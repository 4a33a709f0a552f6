"""Letters of explanation in many wordings, English and French."""

import pytest

from consistency.extractors.extract import recognise_paper
from consistency.extractors.papers import explanation_letter
from consistency.extractors.reading import Reading
from consistency.model import Job
from tests.extractors.papers.made import docx, facts, pdf, rows

PROSE = """
Amara Okonkwo-Bello
14 Palm Crescent, Enugu, Nigeria
amara.ob@example.com

Enugu, 3rd of March 2026

To: Immigration, Refugees and Citizenship Canada, Visa Section, Accra

SUBJECT: EXPLANATION REGARDING MY WORK PERMIT APPLICATION

Dear Sir or Madam,

My name is Amara Okonkwo-Bello and I am writing in support of my new work permit application. I was refused a
work permit on 12 August 2024 (application W301223344) and, before that, a visitor visa on 2 May 2021
(V300112233). In 2019 my application for a US visa was refused on 5 June 2019.

Since February 2020 I have been employed as a Pastry Chef with Golden Crust Bakery Ltd in Enugu. I have been
offered the position of Baker by Prairie Loaf Inc. of Regina, Saskatchewan, starting on 1 June 2026 for two
years at $22.50 per hour under LMIA 8123456.

I married my husband Chike Bello on 14 February 2015. We have two children. My bank account at First Bank shows
a balance of NGN 8,450,000 (approximately CAD 7,500) as of 20 February 2026.

In 2018 I visited Ghana, in 2022 I travelled to Dubai and in 2023 to Istanbul.

I undertake to leave Canada at the end of my authorized stay.

Respectfully,

Amara Okonkwo-Bello
Applicant
"""


def test_prose_over_wrapped_lines() -> None:
    document = pdf(PROSE)
    reading = explanation_letter.read(document)
    assert explanation_letter.recognise(document) > 0.9
    assert facts(reading) == {
        "document_date": "2026-03-03", "full_name": "Amara Okonkwo-Bello", "marital_status": "married",
        "marriage_date": "2015-02-14",
    }  # fmt: skip
    assert rows(reading, "refusal") == [
        {"from": "2024-08-12", "number": "W301223344", "country": "CA"},
        {"from": "2021-05-02", "number": "V300112233", "country": "CA"},
        {"from": "2019-06-05", "country": "US"},
    ]
    assert rows(reading, "job") == [
        {
            "from": "2020-02",
            "to": "present",
            "title": "Pastry Chef",
            "employer": "Golden Crust Bakery Ltd",
            "city": "Enugu",
            "country": "NG",
        }
    ]
    assert rows(reading, "offer") == [
        {
            "from": "2026-06-01",
            "title": "Baker",
            "employer": "Prairie Loaf Inc.",
            "city": "Regina",
            "country": "CA",
            "amount": 22.5,
            "currency": "CAD",
            "number": "8123456",
        }
    ]
    assert rows(reading, "balance") == [{"amount": 8450000.0, "currency": "NGN"}]
    assert [(row["from"], row["country"]) for row in rows(reading, "trip")] == [
        ("2018", "GH"),
        ("2022", "AE"),
        ("2023", "TR"),
    ]


def test_a_quote_that_runs_over_a_line_break_is_whole() -> None:
    refusal = explanation_letter.read(pdf(PROSE)).records[0]
    assert refusal.evidence.quote is not None
    assert "a work permit on 12 August 2024 (application W301223344)" in refusal.evidence.quote
    assert refusal.cite("period").quote == "12 August 2024"
    assert refusal.cite("period").box is not None


def test_french_with_a_rejection_by_france() -> None:
    reading = explanation_letter.read(
        docx("""
        Montréal | le 4 mars 2026
        LETTRE D'EXPLICATION
        À l'attention de l'agent des visas
        Madame, Monsieur,
        Je soussignée Fatou Ndiaye, présente une nouvelle demande de permis de travail.
        Ma première demande (W312345678) a été rejetée le 5 janvier 2024. Ma demande de visa pour la France
            a été refusée le 3 mars 2022.
        Depuis le 1er juin 2019, j'occupe le poste de comptable chez Sahel Conseil SARL à Dakar.
        J'ai reçu une offre d'emploi de Boréal Compta inc., à Québec, à titre de commis comptable. Le
            contrat va du 1er septembre 2026 au 31 août 2028, au salaire de 24,50 $ l'heure (EIMT no
            8765432).
        Je suis célibataire et sans enfant.
        Le solde de mon compte bancaire est de 4 500 000 XOF, soit environ 10 200 $ CA.
        J'ai voyagé à Abidjan (2017), à Paris (2019) et à Casablanca (2022).
        Je m'engage à quitter le Canada à la fin de mon séjour autorisé.
        Veuillez agréer l'expression de mes sentiments distingués.
        Fatou Ndiaye
    """)
    )
    assert facts(reading) == {
        "document_date": "2026-03-04",
        "full_name": "Fatou Ndiaye",
        "marital_status": "single",
    }
    assert rows(reading, "refusal") == [
        {"from": "2024-01-05", "number": "W312345678", "country": "CA"},
        {"from": "2022-03-03", "country": "FR"},
    ]
    job, offer = rows(reading, "job")[0], rows(reading, "offer")[0]
    assert (job["title"], job["employer"], job["city"], job["from"]) == (
        "comptable",
        "Sahel Conseil SARL",
        "Dakar",
        "2019-06-01",
    )
    assert (offer["employer"], offer["city"], offer["title"]) == (
        "Boréal Compta inc.",
        "Québec",
        "commis comptable",
    )
    assert (offer["from"], offer["to"], offer["amount"], offer["number"]) == (
        "2026-09-01",
        "2028-08-31",
        24.5,
        "8765432",
    )
    assert rows(reading, "balance") == [{"amount": 4500000.0, "currency": "XOF"}]
    assert [row["city"] for row in rows(reading, "trip")] == ["Abidjan", "Paris", "Casablanca"]
    assert reading.language == "fr"


def test_refusals_in_a_table_and_employer_before_title() -> None:
    reading = explanation_letter.read(
        docx("""
        Date: 15/06/2026
        From: Mr. Rajesh Kumar Patel
        To: The Visa Officer, High Commission of Canada, New Delhi
        Re: Letter of Explanation - Work Permit
        Respected Officer,
        I am re-applying for a work permit. My previous applications are as follows:
        Application | Number | Date of decision | Result
        Visitor visa | V355667788 | 14/02/2022 | Refused
        Work permit | W366778899 | 30/09/2025 | Refused
        I am working with Gujarat Weavers Pvt. Ltd., Surat, as Weaving Supervisor since 10 April 2018.
        Maple Textile Mills Ltd. has offered me a position as Operator in Cambridge, Ontario until 30 September 2028.
        I am married to Mrs. Sita Patel. Our marriage took place on 22 November 2012.
        I hold INR 1,250,000 in my savings account with State Bank of India, equal to CAD 20,400.
        I shall return to India after my contract.
        Yours faithfully,
        Rajesh Kumar Patel
    """)
    )
    assert facts(reading) == {
        "document_date": "2026-06-15", "full_name": "Rajesh Kumar Patel", "marital_status": "married",
        "marriage_date": "2012-11-22",
    }  # fmt: skip
    assert [(row["from"], row["number"]) for row in rows(reading, "refusal")] == [
        ("2022-02-14", "V355667788"),
        ("2025-09-30", "W366778899"),
    ]
    job = rows(reading, "job")[0]
    assert (job["employer"], job["city"], job["from"]) == ("Gujarat Weavers Pvt. Ltd.", "Surat", "2018-04-10")
    assert rows(reading, "offer")[0]["employer"] == "Maple Textile Mills Ltd."
    assert rows(reading, "balance") == [{"amount": 1250000.0, "currency": "INR"}]


def test_an_offer_told_in_several_sentences_and_a_signature_of_initials() -> None:
    reading = explanation_letter.read(
        docx("""
        12.07.2026
        Dear Visa Officer
        I, Oleksandr Hrytsenko, citizen of Ukraine, hereby submit my application again.
        My study permit application S345678901 was submitted on 3 May 2024 and refused on 19 July 2024.
        I divorced in 2021 and I am divorced now.
        I am a welder at Dnipro Steel LLC in Dnipro, where I have worked since September 2016.
        I will be employed by Rocky Steel Ltd. as a Welder in Edmonton, Alberta.
        The contract runs from 2026-09-01 to 2028-08-31.
        The hourly wage is CAD 31.00. The LMIA system file number is 8234567.
        I have never travelled outside Ukraine.
        I will respect the conditions of my stay.
        Kind regards,
        O. Hrytsenko
    """)
    )
    assert facts(reading)["full_name"] == "Oleksandr Hrytsenko"
    assert facts(reading)["marital_status"] == "divorced"
    assert "marriage_date" not in facts(reading)
    assert rows(reading, "refusal") == [{"from": "2024-07-19", "number": "S345678901", "country": "CA"}]
    offer = rows(reading, "offer")[0]
    assert (offer["from"], offer["to"], offer["amount"], offer["number"]) == (
        "2026-09-01",
        "2028-08-31",
        31.0,
        "8234567",
    )
    assert rows(reading, "trip") == []


def test_numbered_headings_and_columns_in_the_head() -> None:
    reading = explanation_letter.read(
        pdf("""
                                      COVER LETTER

      Applicant:    Nguyen Van Minh              Date:  10 January 2026

      Re: Work permit application after refusal dated 5 November 2025 (W377889900)

      Dear Visa Officer:

      I respectfully submit this application. The refusal letter of 5 November 2025 gave two
      reasons. I address each of them below.

      1. Travel history
         Japan (2017), South Korea (2019), Thailand (2023): I always came back on time.

      2. Employment
         I currently hold the position of Line Leader at Saigon Footwear JSC, Bien Hoa City,
         since 06/2019.

      3. Family
         I am legally married; my wife Tran Thi Hoa and our son stay in Vietnam. We married on
         20 October 2014.

      I will return to Vietnam.

      Yours truly,

      ______________________
      NGUYEN VAN MINH
    """)
    )
    assert facts(reading) == {
        "document_date": "2026-01-10", "full_name": "NGUYEN VAN MINH", "marital_status": "married",
        "marriage_date": "2014-10-20",
    }  # fmt: skip
    assert rows(reading, "refusal") == [{"from": "2025-11-05", "number": "W377889900", "country": "CA"}]
    job = rows(reading, "job")[0]
    assert (job["title"], job["employer"], job["city"], job["from"]) == (
        "Line Leader", "Saigon Footwear JSC", "Bien Hoa City", "2019-06",
    )  # fmt: skip
    assert [row["country"] for row in rows(reading, "trip")] == ["JP", "KR", "TH"]


@pytest.mark.parametrize(
    ("sentence", "title", "employer", "city"),
    [
        (
            "I work for Manila Bay Hotels Corp. as Supervisor in Manila since March 2016.",
            "Supervisor",
            "Manila Bay Hotels Corp.",
            "Manila",
        ),
        (
            "My present occupation is electrician with Lumen PT, Malang (since March 2016).",
            "electrician",
            "Lumen PT",
            "Malang",
        ),
        (
            "I have been working for Meridian Co. in Isfahan as a bookkeeper for over two years (since March 2016).",
            "bookkeeper",
            "Meridian Co.",
            "Isfahan",
        ),
        (
            "Je suis employée comme cuisinière par Le Baobab SARL, Bamako, depuis mars 2016.",
            "cuisinière",
            "Le Baobab SARL",
            "Bamako",
        ),
        (
            "Je suis soudeur chez Atlas Métal SA à Casablanca depuis mars 2016.",
            "soudeur",
            "Atlas Métal SA",
            "Casablanca",
        ),
        (
            "I have driven trucks since 2008 and work at Vistula Cargo Ltd. in Mersin as a driver since March 2016.",
            "driver",
            "Vistula Cargo Ltd.",
            "Mersin",
        ),
        (
            "At present I am a Cook at Co-op House Co., Ltd., Wuhan. I started there in March 2016.",
            "Cook",
            "Co-op House Co., Ltd.",
            "Wuhan",
        ),
    ],
)
def test_the_present_job_in_any_order(sentence: str, title: str, employer: str, city: str) -> None:
    job = rows(letter(sentence), "job")[0]
    assert (job["title"], job["employer"], job["city"]) == (title, employer, city)
    assert (job["from"], job["to"]) == ("2016-03", "present")


@pytest.mark.parametrize(
    ("sentence", "title", "employer"),
    [
        ("I work at Palms Hotel here in Cali as a supervisor since March 2016.", "supervisor", "Palms Hotel"),
        ("From March 2016 I work as turner in LLC “Zenit”.", "turner", "LLC “Zenit”"),
        ("I am employed as a Baker in Panadería La Ola since March, 2016.", "Baker", "Panadería La Ola"),
        ("I am serving as Senior Baker in M/s Ola Foods w.e.f. 01.03.2016.", "Senior Baker", "M/s Ola Foods"),
        ("I am a baker in the Panadería La Ola since March 2016.", "baker", "Panadería La Ola"),
        ("I’ve been a baker with Panadería La Ola (Cali) from 03/2016 to date.", "baker", "Panadería La Ola"),
        ("Since March 2016 I work at the Ministry of Health in Accra as a clerk.", "clerk", "Ministry of Health"),
        ("For six years (since March 2016) Panadería La Ola has employed me as a baker.", "baker", "Panadería La Ola"),
        ("I have been running my own bakery, La Ola, since March 2016.", None, "La Ola"),
        ("Since March 2016 I have worked for La Ola S.A. as a permanent employee.", None, "La Ola S.A."),
        ("From 2011 to 2015 I was employed as a cook by Pan Real S.A.S. in Cali, and since March 2016 I am a baker at "
         "La Ola S.A.", "baker", "La Ola S.A."),
        ("I graduated in June 2012 and I work as a cook at Mill Ltd. since March 2016.", "cook", "Mill Ltd."),
        ("I finished school in May 2015 and have been employed with Mill Ltd. since March 2016.", None, "Mill Ltd."),
        ("My wife works at Mill Ltd. since 2015, and I work at Ola Ltd. since March 2016.", None, "Ola Ltd."),
        ("Je suis employé en tant que boulanger par la Panadería La Ola, et ce, depuis mars 2016.", "boulanger",
         "Panadería La Ola"),
        ("J’exerce le métier de boulanger au sein de la Panadería La Ola depuis mars 2016.", "boulanger",
         "Panadería La Ola"),
        ("Depuis mars 2016 je suis boulanger à la Maison Sow.", "boulanger", "Maison Sow"),
        ("Je suis serveuse au Restaurant Le Palmier depuis mars 2016.", "serveuse", "Restaurant Le Palmier"),
    ],
)  # fmt: skip
def test_the_employer_after_other_words(sentence: str, title: str | None, employer: str) -> None:
    (job,) = (row for row in rows(letter(sentence), "job") if row["to"] == "present")
    assert (job.get("title"), job["employer"], str(job["from"])[:7]) == (title, employer, "2016-03")


@pytest.mark.parametrize(
    "sentence",
    [
        "Après mon diplôme en juin 2011, j’ai travaillé chez Pan Real jusqu’en septembre 2018.",
        "I have worked at Mill Ltd. from 2012 until May 2018.",
        "I work as a nurse in Riyadh since 2018.",
        "Je travaille au Caire depuis 2019.",
        "Je suis marié à la Mairie de Lomé depuis mars 2015.",
        "My wife works at Mill Ltd. since 2015 and I work at home.",
        "My brother is a cook and has been employed with Mill Ltd. since July 2021.",
    ],
)
def test_no_present_job_is_told(sentence: str) -> None:
    assert [row for row in rows(letter(sentence), "job") if row["to"] == "present"] == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("I have worked at Mill Ltd. from 2012 until May 2018.", ("Mill Ltd.", "2012", "2018-05")),
        (
            "Between May 2011 and June 2014 I was a packer at Ola Foods in Cali.",
            ("Ola Foods", "2011-05", "2014-06"),
        ),
        ("Après mon service militaire (2011-2012) à Kaolack, j'ai travaillé dans deux entreprises.", None),
        ("In the years 2011 to 2012, after my studies, I worked at Kaolack.", None),
        (
            "De mai 2011 à juin 2014, j'ai travaillé comme maçon chez Pan Real.",
            ("Pan Real", "2011-05", "2014-06"),
        ),
        ("First I served as Clerk with Mill Ltd. (2012-2015), then I moved.", ("Mill Ltd.", "2012", "2015")),
        ("From 2012 to 2015 I worked as a cook in Cali.", None),
        ("Après mon service militaire (2012-2013) à Korhogo, j'ai travaillé à Gagnoa.", None),
        ("I was the treasurer of Lions Club from May 2015 to June 2018.", None),
        ("My brother worked at Mill Ltd. from 2012 to 2015.", None),
        ("In my form I wrote that I worked at Mill Ltd. from 2012 to 2015.", None),
        ("From 2012 to 2015 I studied at Cali College and I worked at Mill Ltd. at night.", None),
        ("The officer noted that I worked at Mill Ltd. from 2012 to 2015.", None),
        ("I never worked at Mill Ltd. from 2012 to 2015.", None),
    ],
)
def test_a_past_job_in_running_text(sentence: str, expected: tuple[str, str, str] | None) -> None:
    reading = letter(sentence)
    found = [(row["employer"], row["from"], row["to"]) for row in rows(reading, "job")]
    assert found == ([expected] if expected else [])
    assert all(one.in_passing for one in reading.records if isinstance(one, Job))


@pytest.mark.parametrize(
    ("sentence", "employer", "city"),
    [
        (
            "Je dois travailler comme cuisinière pour Lakehead Inc. à Winnipeg (EIMT no 9083160).",
            "Lakehead Inc.",
            "Winnipeg",
        ),
        (
            "L'entreprise Nordik Acier inc. m'a offert un poste de soudeur à Lévis (EIMT 9083160).",
            "Nordik Acier inc.",
            "Lévis",
        ),
        (
            "I was offered work as an electrician with Lakehead Inc., Winnipeg (LMIA 9083160).",
            "Lakehead Inc.",
            "Winnipeg",
        ),
        (
            "The employer, Fraser Greenhouses Ltd., will employ me as Worker in Abbotsford, BC (LMIA # 9083160).",
            "Fraser Greenhouses Ltd.",
            "Abbotsford",
        ),
        (
            "I will be working as a bookkeeper with Maple Foods Ltd., Calgary, Alberta (LMIA #9083160).",
            "Maple Foods Ltd.",
            "Calgary",
        ),
        (
            "Harbour Homes Inc. offers me the position of Home Aide in Halifax (LMIA 9083160).",
            "Harbour Homes Inc.",
            "Halifax",
        ),
        (
            "Wellfield Greenhouses Inc. of Guelph hires me as Worker for two years, LMIA 9083160.",
            "Wellfield Greenhouses Inc.",
            "Guelph",
        ),
        (
            "Acadie Transport inc., à Moncton, m'offre un poste de soudeur pour deux ans (EIMT 9083160).",
            "Acadie Transport inc.",
            "Moncton",
        ),
    ],
)
def test_the_offer_in_any_order(sentence: str, employer: str, city: str) -> None:
    offer = rows(letter(sentence), "offer")[0]
    assert (offer["employer"], offer["city"], offer["number"]) == (employer, city, "9083160")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("I travelled to Bangkok and Kuala Lumpur in 2019.", [("2019", "TH"), ("2019", "MY")]),
        (
            "I have visited Turkey (Istanbul, 2018) and the United Arab Emirates (Dubai, 2019).",
            [("2018", "TR"), ("2019", "AE")],
        ),
        ("En 2016, j'ai visité l'Espagne et en 2019 la Tunisie.", [("2016", "ES"), ("2019", "TN")]),
        (
            "I visited Hong Kong in 2015, Singapore in 2018 and Japan in 2019.",
            [("2015", "HK"), ("2018", "SG"), ("2019", "JP")],
        ),
        ("My family and I went to Sri Lanka in 2022 for a holiday.", [("2022", "LK")]),
        ("I visited Ghana (2018) and was never refused entry.", [("2018", "GH")]),
        ("In May 2021 I flew to Accra for a wedding and came home after a week.", [("2021-05", "GH")]),
        ("In December 2019 I spent nine days in Doha with my aunt.", [("2019-12", "QA")]),
        ("En 2022, j'ai passé dix jours à Tunis avec des amis.", [("2022", "TN")]),
        ("In 2015 I flew to Doha to work as a nanny.", []),
        ("In May 2021 my sister flew to Accra.", []),
        ("In 2019 I spent two weeks in hospital.", []),
    ],
)
def test_journeys(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert [(row["from"], row["country"]) for row in rows(letter(sentence), "trip")] == expected


def letter(*sentences: str) -> Reading:
    return explanation_letter.read(
        docx("Dear Officer,\n" + " ".join(sentences) + "\nYours sincerely,\nIda Sample")
    )


@pytest.mark.parametrize(
    ("told", "status", "day"),
    [
        ("I am married since 8 August 2014 to Laura.", "married", "2014-08-08"),
        ("I visited Togo in May 2022 for the wedding of my cousin. I am married since 8 August 2014.", "married",
         "2014-08-08"),
        ("In May 2022 I went to my sister's wedding in Togo. My wife and I got married on 8 August 2014.", "married",
         "2014-08-08"),
        ("I am married to Ama. In May 2022 I flew to Togo for a wedding.", "married", None),
        ("Je suis marié. En mai 2022 je suis allé au Togo pour un mariage.", "married", None),
        ("I flew home in July 2014 with my wife for our wedding on 8 August 2014.", "married", "2014-08-08"),
        ("In June 2010 I finished school, and on 8 August 2014 I married Laura.", "married", "2014-08-08"),
        ("My wife stays here. My brother married on 3 March 2019.", "married", None),
        ("We tied the knot on 8 August 2014.", "married", "2014-08-08"),
        ("My ex-wife lives in Spain. We divorced on 5 May 2019.", "divorced", None),
        ("I married Laura on 8 August 2014. We got divorced on 5 May 2019.", "divorced", None),
        ("We divorced on 5 May 2019. I married Ana on 8 August 2021.", "married", "2021-08-08"),
        ("My marriage to Ama Owusu on 3 March 2015 was dissolved on 9 May 2019.", "divorced", None),
        ("I was married to Laura until 2018.", None, None),
        ("Nous avons divorcé le 5 mai 2019.", "divorced", None),
        ("My husband-to-be and my parents are all here.", None, None),
        ("My wife to be lives in Accra.", None, None),
        ("Ma femme de ménage habite ici.", None, None),
        ("My parents are divorced.", None, None),
        ("The father of my first child is Kofi Mensah. We were never married.", None, None),
        ("My husband Emeka stays here. I never married the father of my first child.", "married", None),
        ("My husband Emeka died in a road accident in 2021.", "widowed", None),
        ("Ma femme est décédée le 3 mars 2021.", "widowed", None),
        ("I married Laura on 8 August 2014. My wife passed away on 3 March 2021.", "widowed", None),
        ("My husband's father died in 2021.", "married", None),
        ("My wife and my brother are here; my father died in 2021.", "married", None),
        ("My husband died in 2019. I married Emeka on 8 August 2021.", "married", "2021-08-08"),
        ("I have never been married and have no children.", "single", None),
        ("I am a nurse, never married, and live with my parents.", "single", None),
        ("I am single and not in a common-law relationship.", "single", None),
        ("Ana and I have a flat, and we have lived together since 2019 without being married.", "common-law", None),
    ],
)  # fmt: skip
def test_the_writers_own_marriage(told: str, status: str | None, day: str | None) -> None:
    found = facts(letter(told))
    assert (found.get("marital_status"), found.get("marriage_date")) == (status, day)


@pytest.mark.parametrize(
    "sentence",
    [
        "I was refused a UK visitor visa on 7 July 2018.",
        "On 7 July 2018 the British embassy refused my visa.",
        "I applied for a visa to the United Kingdom in May 2018. It was refused on 7 July 2018.",
        "My application of 3 May 2018 for a United Kingdom visa was refused on 7 July 2018.",
    ],
)
def test_refusals_by_another_state(sentence: str) -> None:
    assert rows(letter(sentence), "refusal") == [{"from": "2018-07-07", "country": "GB"}]


@pytest.mark.parametrize(
    "sentence",
    [
        "I have never been refused a visa.",
        "In my 2021 application I wrote that I worked at Old Mill Ltd. since May 2019, which was a mistake.",
        "I have 9 years of experience in this trade, the last as Cook at Saffron House.",
        "I want to visit Banff in 2027.",
        "The contract offers CAD 24.00 per hour.",
        "My sister is married and my brother is single.",
        "My former employer Old Mill Ltd. is in Leeds.",
        "I have never travelled outside my country.",
        "I never visited China in 2019.",
        "My cousin travelled to Paris in 2019.",
        "Mes parents ont visité la France en 2018.",
        "My sister visited me in Kenya in 2019.",
        "I had hoped to visit Italy in 2020, but the trip was cancelled.",
        "My previous offer from Old Mill Ltd. was withdrawn.",
    ],
)
def test_nothing_is_invented(sentence: str) -> None:
    reading = letter(sentence)
    assert reading.records == ()
    assert set(facts(reading)) <= {"full_name"}


@pytest.mark.parametrize(
    "text",
    [
        "To whom it may concern,\nThis is to certify that Ida Sample is employed as Cook at Mill Ltd. since 2020.",
        "Dear Ida Sample:\nThank you for your interest in working in Canada. I am refusing your application.",
        "Dear Ms Sample,\nWe are pleased to offer you the position of Cook. I look forward to my new colleague.",
        "",
    ],
)
def test_other_letters_are_none(text: str) -> None:
    assert explanation_letter.recognise(pdf(text)) < 0.3


def test_a_job_in_a_firm_and_one_without_an_article() -> None:
    (one,) = rows(letter("I have been a chef in Lotus Hotel Co., Ltd. since March 2016."), "job")
    (two,) = rows(letter("I am Crew Leader at Frutas del Valle SA since January 2021."), "job")
    assert (one["employer"], one["from"]) == ("Lotus Hotel Co., Ltd.", "2016-03")
    assert (two["employer"], two["from"]) == ("Frutas del Valle SA", "2021-01")


def test_money_that_was_saved() -> None:
    (balance,) = rows(letter("I have now saved MXN 236,400 in Caja Popular."), "balance")
    assert (balance["amount"], balance["currency"]) == (236400.0, "MXN")


@pytest.mark.parametrize(
    "refused",
    ["I was refused a work permit on May 4, 2025.", "On May 4, 2025 my work permit application was refused."],
)
def test_a_letter_without_a_title_is_known_by_the_refusal_it_tells_of_itself(refused: str) -> None:
    text = f"""
        May 20, 2026
        To the visa officer, Immigration, Refugees and Citizenship Canada
        I am Ida Sample, a baker. {refused}
        My savings have grown and my employer keeps my post. My parents live with me.
        Respectfully, Ida Sample
    """
    assert explanation_letter.recognise(pdf(text)) >= 0.6


SHORT = (
    """
    To: The Visa Officer. From: Arjun Nair. Date: 30 August 2026
    Sub: Fresh application for work permit after refusal dated 20.03.2025 (W340098761)
    Respected Sir/Madam,
    The officer was not satisfied that I can perform the work of a welder. I have 14 years of experience: with
    Cochin Steel Pvt Ltd since September 2022. Experience certificates are enclosed.
    Yours faithfully, Arjun Nair
    """,
    """
    Lagos, August 11, 2026
    Dear Sir/Madam,
    This is my second application. The first one, W301120045, was refused on August 18, 2024.
    I work at Harmattan Ltd since April 2021 as a welder. I will return to Nigeria.
    Sincerely,
    Sule Bello
    """,
    """
    10 September 2026
    Dear Visa Officer,
    My application W350012456 was refused on 19 May 2025. I am working as Restaurant Supervisor with Rasoi Foods
    Pvt Ltd, Ahmedabad since February 2020.
    Yours truly,
    Hetal Patel
    """,
    """
    Lomé, le 3 mai 2026
    À l'agent des visas,
    Madame, Monsieur,
    Ma demande W350012456 a été refusée le 19 mai 2025. Je travaille comme soudeur chez Port Sud depuis 2020.
    Cordialement,
    Afi Lawson
    """,
)


@pytest.mark.parametrize("text", SHORT)
def test_a_short_letter_that_says_little_of_itself(text: str) -> None:
    assert explanation_letter.recognise(pdf(text)) >= 0.5


def test_the_date_behind_other_labels_of_one_line() -> None:
    assert facts(explanation_letter.read(pdf(SHORT[0])))["document_date"] == "2026-08-30"


def test_an_employer_with_its_town_behind_in() -> None:
    (job,) = rows(letter("I have been working as a chef in Lotus Hotel, Colombo since March 2016."), "job")
    assert (job["employer"], job["city"]) == ("Lotus Hotel", "Colombo")


@pytest.mark.parametrize(
    "text",
    [
        """
        Immigration, Refugees and Citizenship Canada
        Dear Sule Bello,
        I have reviewed your application for a work permit and I refuse it.
        Visa Officer
        """,
        """
        Immigration, Réfugiés et Citoyenneté Canada
        Monsieur,
        La présente concerne votre demande de permis de travail. Après examen, je la refuse.
        Agent des visas
        """,
        """
        Dear Visa Officer,
        Subject: work permit application of Sule Bello
        We support the application of our employee. It was refused in 2024. I remain at your disposal.
        The manager
        """,
        """
        Dear Sir or Madam,
        I refer to the permit of our customer. The loan application was refused by the bank.
        Credit officer
        """,
    ],
)
def test_a_short_letter_of_another_is_none(text: str) -> None:
    assert explanation_letter.recognise(pdf(text)) < 0.5


def test_what_a_paper_is_of_is_no_town() -> None:
    told = "I send the verification of Blue Lantern Foods Ltd, where I work since June 2021, and the record of IMSS."
    (job,) = rows(explanation_letter.read(pdf(f"Dear Officer,\n\n{told}")), "job")
    assert "city" not in job


def test_a_letter_that_asks_for_the_restoration_of_status_is_one_and_no_offer() -> None:
    document = pdf("""
    Rafael Lima
    410 Main Street, Brampton, ON L6X 1N4
    October 4, 2026

    Re: Restoration of status as a worker and new work permit

    Dear Sir or Madam,

    I came to Canada on May 2, 2024 with a work permit for Oakfield Millwork Inc. I applied to extend it on
    April 20, 2026, before it expired, and I kept working on maintained status until the refusal of June 3, 2026.
    I now have a job offer from Peel Cabinet Makers Ltd. I respectfully request restoration of my status within 90 days.
    I have always respected the conditions of my stay and will leave Canada when my permit ends.

    Sincerely,
    Rafael Lima
    """)
    assert recognise_paper(document) == "explanation-letter"


def test_a_sentence_after_a_legal_form_and_money_by_its_letter() -> None:
    reading = explanation_letter.read(
        docx("""
        Amina Bello
        Kaduna, Nigeria
        3 June 2026
        Dear Officer,
        I was a packer and now I work with Benue Mills Ltd. New letters are attached.
        I have N2,310,400 in my savings account at Crescent Bank.
        Yours faithfully,
        Amina Bello
    """)
    )
    assert [row["employer"] for row in rows(reading, "job")] == ["Benue Mills Ltd."]
    assert rows(reading, "balance") == [{"amount": 2310400.0, "currency": "NGN"}]


@pytest.mark.parametrize(
    ("told", "offer"),
    [
        (
            "I have a signed offer from Kootenay Orchards Ltd. with LMIA 8123456 at $19.75 per hour.",
            {"employer": "Kootenay Orchards Ltd.", "number": "8123456", "amount": 19.75, "currency": "CAD"},
        ),
        ("The position will pay $24.10 per hour.", {"amount": 24.1, "currency": "CAD"}),
        ("Le salaire offert est de 24,10 $ l'heure.", {"amount": 24.1, "currency": "CAD"}),
        (
            "J'ai une nouvelle offre de Vergers du Lac inc. dont le numéro de l'offre d'emploi qui a été soumise par "
            "l'employeur dans le Portail des employeurs est A7654321.",
            {"employer": "Vergers du Lac inc.", "number": "A7654321"},
        ),
    ],
)
def test_terms_of_the_offer(told: str, offer: dict[str, object]) -> None:
    letter = f"Dear Officer,\nI am writing to support my new application.\n{told}\nSincerely,\nIda Sample"
    assert rows(explanation_letter.read(docx(letter)), "offer") == [offer]


@pytest.mark.parametrize(
    "told",
    [
        "My position pays 90,000 rupees a month.",
        "My salary is $14.00 per hour.",
        "The job would pay EUR 14.00 per hour.",
    ],
)
def test_pay_that_is_of_no_offer_in_canada(told: str) -> None:
    letter = f"Dear Officer,\nI am writing to support my new application.\n{told}\nSincerely,\nIda Sample"
    assert rows(explanation_letter.read(docx(letter)), "offer") == []


@pytest.mark.parametrize(
    ("told", "amounts"),
    [
        ("The bank papers prove an income of R$ 7.200 a month. My savings amount to R$ 61.000.", [61000.0]),
        ("My savings are R$ 61.000 and I earn R$ 7.200 a month.", [61000.0]),
        ("The assets of my shop and the bank papers show revenues of R$ 7.200 on average.", []),
    ],
)
def test_savings_are_no_income(told: str, amounts: list[float]) -> None:
    letter = f"Dear Officer,\nI am writing to support my new application.\n{told}\nSincerely,\nIda Sample"
    assert [row["amount"] for row in rows(explanation_letter.read(docx(letter)), "balance")] == amounts


@pytest.mark.parametrize(
    ("subject", "number"),
    [
        ("Re: work permit under LMIA 9123456, second application", "9123456"),
        ("Objet : demande de permis de travail, EIMT no 9123456", "9123456"),
        ("Re: refusal of my application under LMIA 9123456", None),
    ],
)
def test_the_subject_of_a_letter_names_the_offer_by_its_number(subject: str, number: str | None) -> None:
    document = docx(f"""
        12 March 2026
        Dear Officer,
        {subject}
        I worked for eight years as a cook and I enclose the letters of both restaurants.
        Yours truly,
        Ana Prado
    """)
    offers = rows(explanation_letter.read(document), "offer")
    assert [offer.get("number") for offer in offers] == ([number] if number else [])


@pytest.mark.parametrize(
    "told",
    [
        "I am kindly requesting for a work permit so that I can take up my post. My mother lives with me.",
        "The visa I ask for is to pick apples. I have two sons and my wife looks after my farm.",
        "Le permis que je demande est pour deux ans. J'ai un verger et mon frère garde ma ferme.",
    ],
)
def test_a_letter_without_a_title_that_says_what_it_asks_for(told: str) -> None:
    letter = f"Ida Sample\n4 May 2026\nTo the visa office\n{told}\nIda Sample"
    assert recognise_paper(docx(letter)) == "explanation-letter"


def test_a_letter_that_asks_for_a_visit() -> None:
    document = docx("""
        Lima, 4 March 2023
        Reason of my visit
        Dear visa officer,
        I would like to visit my cousin Rosa in Halifax for two weeks in July 2023. I work as a nurse, I have two
            children, and my husband stays with them.
        Sincerely,
        Ana Quispe Huaman
    """)
    assert recognise_paper(document) == "explanation-letter"


@pytest.mark.parametrize(
    ("head", "expected"),
    [("18 Elm Street, Halifax, NS B3H 2Y9", [(14200.0, "CAD")]), ("Avenida Arequipa 18, Lima", [])],
)
def test_a_dollar_sign_is_canadian_for_who_writes_from_canada(
    head: str, expected: list[tuple[float, str]]
) -> None:
    reading = explanation_letter.read(
        docx(f"""
        {head}
        4 March 2026
        Letter of explanation
        Dear officer,
        I have $14,200 in savings at my credit union.
    """)
    )
    assert [(row["amount"], row["currency"]) for row in rows(reading, "balance")] == expected


def test_money_of_the_own_country_goes_before_its_equivalent() -> None:
    reading = explanation_letter.read(
        docx("""
        12, rue du Lac, Sousse, Tunisie
        Sousse, le 4 mars 2026
        Lettre explicative
        Au 2 mars 2026 mon compte était créditeur de 21 840,500 dinars (environ 9 600 $ CA).
    """)
    )
    assert [(row["amount"], row["currency"]) for row in rows(reading, "balance")] == [(21840.5, "TND")]


@pytest.mark.parametrize(
    "text",
    [
        "Lima, 3 June 2026\nEsteemed Officer,\nI ask for a work permit for Mill Foods Ltd.\n"
        "Spain refused me a visa on 4 May 2019.\nIda Sample",
        "3 June 2025\nVisa Section, Lima\nRe: W440011223, answer to the procedural fairness letter\nDear Officer,\n"
        "I regret my answer. Spain rejected me on 4 May 2019 and I left it out.\nIda Sample",
        "3 June 2025\nTo IRCC\nDear Officer,\nI request that you reconsider the refusal of 4 May 2025. My parents live "
        "in Lima, and my letters were in the file. I have no one in Canada.\nIda Sample",
        "Lima, 3 June 2026\nRe: W440011223, once more\nGood morning,\nYou said no to me on 4 May 2025. My savings "
        "were thin "
        "then, and now I have more.\nIda Sample",
        "Lima, 3 June 2026\nRef: W440011223\nSir,\nSince the negative decision of 4 May 2025 I married and my pay was "
        "raised.\nIda Sample",
        "Statement of Ida Sample\nI, Ida Sample, make this statement for my new application. My first application was "
        "turned down on 4 May 2025 (W440011223).",
        "MY CAREER PLAN\nIda Sample\nI want to learn how Canadian mills work. After my contract I take over our mill.",
        "STATUTORY DECLARATION\nI, Ida Sample, of Lima, do solemnly declare:\n"
        "1. I was employed by Mill Foods until 2024.\n2. My visa for Spain was refused in 2019.",
    ],
)
def test_short_letters_plans_and_declarations_of_the_applicant(text: str) -> None:
    assert recognise_paper(docx(text)) == "explanation-letter"


def test_the_timetable_of_a_plan_dates_nothing() -> None:
    text = """
        STUDY AND CAREER PLAN
        Ida Sample
        I want to learn how Canadian mills work, and I shall come home after my contract.
        Period | Step
        Mar 2027 | Work at the mill
        April 2029 | Return to Lima
    """
    assert facts(explanation_letter.read(docx(text))) == {"full_name": "Ida Sample"}


@pytest.mark.parametrize(
    ("end", "signed"),
    [
        ("Yours faithfully,\n______________\nIda Sample", False),
        ("Yours faithfully,\n______________\n(signed) Ida Sample", True),
        ("Yours faithfully,\nIda Sample", None),
        ("Yours faithfully,\nIda Sample\nRef. ______________\nFile of the agency", None),
        ("Declared at Lima this ___ day of ________ 2026\nIda Sample", False),
    ],
)
def test_a_line_above_the_name_is_still_to_be_signed(end: str, signed: bool | None) -> None:
    letter = f"Dear Officer,\nI am writing to support my new application for a work permit.\n{end}"
    assert explanation_letter.read(docx(letter)).signed is signed


@pytest.mark.parametrize(
    ("told", "name", "end"),
    [
        (
            "Before my marriage I was married to Omar Rahal, from whom I was divorced on 4 May 2012.",
            "Omar Rahal",
            "2012-05-04",
        ),
        ("My first husband, Omar Rahal, died in 2011.", "Omar Rahal", "2011"),
        ("J'ai été mariée à Omar Rahal, dont j'ai divorcé en 2013.", "Omar Rahal", "2013"),
    ],
)
def test_a_former_marriage_is_no_present_status(told: str, name: str, end: str) -> None:
    letter = f"Dear Officer,\nI submit my new application.\nI am married to Tom Sample.\n{told}\nIda Sample"
    reading = explanation_letter.read(docx(letter))
    (union,) = rows(reading, "relationship")
    assert (union["relation"], union["name"], str(union["to"])) == ("previous-spouse", name, end)
    assert facts(reading)["marital_status"] == "married"


@pytest.mark.parametrize(
    "told",
    [
        "My sister was married to Omar Rahal; they divorced.",
        "I was married on 4 May 2012 in Fes.",
        "I am divorced.",
    ],
)
def test_no_former_marriage_with_somebody(told: str) -> None:
    letter = f"Dear Officer,\nI am writing to support my new application.\n{told}\nIda Sample"
    assert rows(explanation_letter.read(docx(letter)), "relationship") == []


def test_a_table_that_answers_a_refusal_tells_no_others() -> None:
    document = docx("""
        ANSWERS TO THE REASONS OF REFUSAL
        Applicant: Ida Sample | Date: 7 July 2026
        Refusal: W440011223, 15 February 2026
        Reason of the officer | How it is answered
        Travel history | Since then visited Chile (April 2026)
        Assets | Savings of PEN 21,000
    """)
    assert recognise_paper(document) == "explanation-letter"
    reading = explanation_letter.read(document)
    assert rows(reading, "refusal") == [{"from": "2026-02-15", "number": "W440011223", "country": "CA"}]


@pytest.mark.parametrize("day", ["XX/XX/2026", "Lima, __/__/2026", "JJ-MM-2026"])
def test_a_day_that_is_still_open_dates_nothing(day: str) -> None:
    letter = (
        f"{day}\nDear Officer,\nI am writing to support my new application for a work permit.\nIda Sample"
    )
    assert "document_date" not in facts(explanation_letter.read(docx(letter)))


@pytest.mark.parametrize(
    "told",
    [
        "I was married to John Sample in 2015 and our first child was born in 2016.",
        "I have been married to John Sample since 2015, as my previous application says.",
    ],
)
def test_the_present_marriage_is_no_former_one(told: str) -> None:
    text = f"4 May 2026\nDear Officer,\nI apply again for a work permit. {told}\nIda Sample"
    assert rows(explanation_letter.read(docx(text)), "relationship") == []


def test_a_letter_of_intent_may_name_its_writer_between_commas() -> None:
    letter = (
        "4 May 2026\nIRCC\nSubject: Letter of intent\nDear Sir or Madam,\nI, Ida Sample, would like to work at Maple "
        "Foods Inc. as a cook. I have some savings. I visited Germany in 2019. I will return after it.\nIda Sample"
    )
    assert recognise_paper(docx(letter)) == "explanation-letter"


def test_a_letter_to_the_officer_about_a_refusal_that_names_no_application() -> None:
    document = docx("""
        Iloilo City, 3 March 2026
        To the Visa Officer
        SUBJECT: MARIFE SOLIS ROQUE, UCI 1122-3344, refusal of 9 June 2025
        I wrote my first form under my maiden name, Marife Solis. I married on 4 January 2025 and my passport has my
         married name now.
        On 9 June 2025 the officer was not satisfied with my savings. My bank certificate shows PHP 302,000.
        Marife Solis Roque
    """)
    assert recognise_paper(document) == "explanation-letter"


@pytest.mark.parametrize(
    "sentence",
    [
        "My first marriage, to Ama Owusu, ended by divorce on 9 May 2019.",
        "My former marriage with Ama Owusu was dissolved on 9 May 2019.",
    ],
)
def test_a_former_marriage_and_its_end(sentence: str) -> None:
    found = [row for row in rows(letter(sentence), "relationship") if row["relation"] == "previous-spouse"]
    assert [(row["name"], row["to"]) for row in found] == [("Ama Owusu", "2019-05-09")]


def test_the_statement_of_a_caja_tells_a_balance() -> None:
    told = letter("I enclose the statement of the Caja Rural del Norte: MXN 118,400.00 on 4 March 2026.")
    assert rows(told, "balance") == [{"amount": 118400.0, "currency": "MXN"}]


@pytest.mark.parametrize(
    "end",
    [
        "Ida Sample – UCI 8812345670",
        "Ida Sample, Passport No. X1234567",
        "Yours truly, Ida Sample | Phone: +94 11 555 0144",
        "Ida Sample (requérante)",
    ],
)
def test_what_stands_behind_the_name_of_whoever_signs_is_no_part_of_it(end: str) -> None:
    told = ["I apply again for a work permit, because my first application was refused.", "Thank you,", end]
    assert (
        facts(explanation_letter.read(docx("\n".join(["Dear Officer,", *told]))))["full_name"] == "Ida Sample"
    )


@pytest.mark.parametrize(
    ("said", "employer"),
    [
        (
            "My employer in Canada, Lakehead Tile Ltd. of Kenora, Ontario, will pay me CAD 24.50 per hour.",
            "Lakehead Tile Ltd.",
        ),
        ("My prospective employer is Lakehead Tile Ltd., 45 Kiln Road, Kenora.", "Lakehead Tile Ltd."),
        ("Lakehead Tile Ltd. wants to hire me for two years as tiler.", "Lakehead Tile Ltd."),
    ],
)
def test_the_employer_to_come_by_other_words(said: str, employer: str) -> None:
    letter = (
        f"Dear Officer,\nMy application was refused on 3 November 2025. I apply again.\n{said}\nIda Sample"
    )
    [offer] = rows(explanation_letter.read(docx(letter)), "offer")
    assert str(offer["employer"]).rstrip(".") == employer.rstrip(".")


def test_a_short_letter_is_known_by_its_title_and_whom_it_greets() -> None:
    told = ["I am applying again for a work permit.", "I worked as a tiler.", "Ida Sample"]
    letter = "\n".join(["Letter of Explanation", "Dear Visa Officer,", *told])
    assert recognise_paper(docx(letter)) == "explanation-letter"


@pytest.mark.parametrize(
    "told",
    [
        "Rowan Bakery Ltd. no longer needs a baker, and Sandhill Grain Equip. Ltd. has offered me a job as a welder.",
        "My new employer is Sandhill Grain Equip. Ltd. and I will be a welder there.",
    ],
)
def test_who_offers_work_stands_in_a_clause_of_its_own_and_has_a_short_word_in_its_name(told: str) -> None:
    (offer,) = rows(letter(told), "offer")
    assert offer["employer"] == "Sandhill Grain Equip. Ltd."


def test_the_first_of_two_firms_that_offer_together_is_kept() -> None:
    (offer,) = rows(letter("Smith and Rowan Bakery Ltd. has offered me a job as a baker."), "offer")
    assert offer["employer"] == "Smith and Rowan Bakery Ltd."


def test_a_relative_behind_a_word_that_ends_in_i_does_not_write() -> None:
    reading = explanation_letter.read(
        docx("""
        Thiès, le 9 février 2026
        Madame, Monsieur,
        Mon mari, Abdou Lahad Sow, étudie à Sherbrooke. Je demande un permis de travail ouvert.
        Awa Binta Fall (signée)
    """)
    )
    assert facts(reading)["full_name"] == "Awa Binta Fall"


def test_a_last_line_that_is_no_name_signs_nothing() -> None:
    reading = explanation_letter.read(
        docx("""
        Dear Officer,
        I am applying for a new work permit. My application was refused on 9 June 2025.
        Thank you for your time
    """)
    )
    assert "full_name" not in facts(reading)


def test_the_answer_to_a_fairness_letter() -> None:
    text = """
    Kampala, April 2, 2025
    Reply to your letter of March 4, 2025 – W340099111
    Dear Officer,
    I enclose the accounts of the church for 2023 and 2024 and a description of my duties.
    David Mukasa (signed)
    """
    assert explanation_letter.recognise(docx(text)) >= 0.5
    bank = (
        text.replace("I enclose", "We enclose")
        .replace("my duties", "the account")
        .replace("– W340099111", "")
    )
    assert explanation_letter.recognise(docx(bank)) < 0.5


def test_a_sentence_that_lists_jobs_of_which_the_first_are_over() -> None:
    text = """
    Erdenet, 3 November 2026
    Letter of explanation for my work permit application
    Dear Officer,
    I have been a butcher since 2009: at Selenge Meat in Sukhbaatar from February 2009 to March 2015, at Hanil Food in
     Gwangju from April 2015 to December 2018 and at Erdenet Market since March 2019, now as senior butcher.
    Yours, Bold Bat (signed)
    """
    jobs = [r for r in explanation_letter.read(docx(text)).records if isinstance(r, Job)]
    assert not [job for job in jobs if job.employer == "Selenge Meat" and job.period and job.period.open]
    now = text.replace(
        "from February 2009 to March 2015, at Hanil Food in", "since February 2009, and was at Hanil in"
    )
    told = [r for r in explanation_letter.read(docx(now)).records if isinstance(r, Job)]
    assert [job.employer for job in told if job.period and job.period.open][:1] == ["Selenge Meat"]


@pytest.mark.parametrize(
    ("told", "years"),
    [
        ("TRV refused 2017, TRV issued 2023, travelled to Toronto 11/2023.", ["2017"]),
        ("TRV refused 2017, WP refused 2019.", ["2017", "2019"]),
    ],
)
def test_a_visa_by_its_short_name_that_was_issued_is_no_refusal(told: str, years: list[str]) -> None:
    text = f"Dear Officer,\nI am writing to support my new application.\n{told}\nSincerely,\nIda Sample"
    assert [row["from"] for row in rows(explanation_letter.read(docx(text)), "refusal")] == years


NOTES = """
    File W511820347
    Okafor, Chinedu
    Entered 2 May 2024
    I have reviewed the application. The applicant wishes to work as a cook and has an offer of a restaurant in Regina.
    The applicant has few ties to the home country. I note that the funds were deposited in March and that I cannot tell
    where they came from. In my opinion the purpose of the visit is not reasonable. I am not satisfied that the person
    would leave. The application is refused.
"""


def test_what_the_officer_wrote_down_is_no_letter_of_the_applicant() -> None:
    assert recognise_paper(docx(NOTES)) != "explanation-letter"


def test_an_applicant_may_quote_what_the_officer_wrote_down() -> None:
    own = """
    Letter of explanation
    Dear Officer,
    My application W511820347 was refused on 2 May 2024. The officer wrote: "I have reviewed the application. I am not
    satisfied that the applicant would leave." I have since sold my flat and I enclose my bank statements. I will leave
    Canada at the end of my stay, because my wife and my son live in Lagos.
    """
    assert recognise_paper(docx(own)) == "explanation-letter"


def test_the_work_that_is_the_only_aim_of_the_journey() -> None:
    reading = explanation_letter.read(
        pdf("""
        Bogotá, 3 October 2026

        Dear Officer,

        I received two negative decisions on my applications: W310220417 on 4 May 2024 and W322918840 on 2 June 2025.
        The single purpose of my trip is to work as a carpenter at Larch Timber Homes in Kamloops from 1 March 2027 to
        28 February 2029 for $29.10 an hour.
        In 2024 I was refused a permit to work as a labourer for Fir Homes in Hope at $19.00 an hour.

        Yours truly,
        Iván Peña
        """)
    )
    (offer,) = rows(reading, "offer")
    assert (offer["title"], offer["employer"], offer["amount"]) == ("carpenter", "Larch Timber Homes", 29.1)
    assert (offer["from"], offer["to"]) == ("2027-03-01", "2029-02-28")


def test_decisions_that_were_unfavourable_in_french() -> None:
    reading = explanation_letter.read(
        pdf("""
        Sétif, le 4 octobre 2026

        Madame, Monsieur,

        J'ai reçu deux décisions défavorables : le 9 mars 2023 pour un visa de visiteur (V309112204) et le 17 juin 2025
        pour un permis de travail (W341002218).

        Je viens au Canada pour travailler comme boucher chez Viandes du Littoral, à Matane, du 1er avril 2027 au 31
        mars 2029, à 21,40 $ l'heure (EIMT 9302217).

        Salutations distinguées,
        Karim Haddad
        """)
    )
    told = {(one["number"], one["from"]) for one in rows(reading, "refusal")}
    assert told == {("V309112204", "2023-03-09"), ("W341002218", "2025-06-17")}
    (offer,) = rows(reading, "offer")
    assert (offer["title"], offer["city"], offer["number"]) == ("boucher", "Matane", "9302217")


@pytest.mark.parametrize("called", ["Mrs. Marguerite Sample-Roy", "Mr. John Sample", "Mme. Sample-Roy"])
def test_a_person_who_employs_is_named_behind_a_title(called: str) -> None:
    text = f"""
    Letter of explanation
    Dear Officer,
    The purpose of my visit is to work as a home support worker for {called} of North Bay under LMIA 9297731, from
    15 January 2027 to 14 January 2029, and then to return. My first application was refused.
    """
    (offer,) = rows(explanation_letter.read(docx(text)), "offer")
    assert offer["employer"] == called


def test_savings_in_local_money_beside_others() -> None:
    reading = explanation_letter.read(
        docx("""
        Béjaïa, le 26 octobre 2026
        Madame, Monsieur,
        Ma demande W326641190 a été rejetée le 19 juin 2023.
        Quant à mes ressources, mon compte CCP présentait 934 118,40 DA au 30 septembre 2026 et mon compte en
         devises 9 450 euros au 8 octobre 2026.
        Nadia Bouzid
        """)
    )
    told = {(one["amount"], one["currency"]) for one in rows(reading, "balance")}
    assert told == {(934118.4, "DZD"), (9450.0, "EUR")}


@pytest.mark.parametrize(
    ("sentence", "employer"),
    [
        (
            "Le poste que m'offre la Laiterie du Fleuve inc., à Matane, va du 15 février 2027 au 14 février 2029, à "
            "30,25 $ l'heure (EIMT 9302217).",
            "Laiterie du Fleuve inc.",
        ),
        (
            "L'emploi de boucher que me propose Viandes du Littoral à Matane va du 15 février 2027 au 14 février 2029, "
            "à 21,40 $ l'heure (EIMT 9302217).",
            "Viandes du Littoral",
        ),
    ],
)
def test_who_offers_the_post_behind_the_verb(sentence: str, employer: str) -> None:
    reading = explanation_letter.read(
        docx(f"""
        Sétif, le 4 octobre 2026
        Madame, Monsieur,
        Ma demande W341002218 a été refusée le 17 juin 2025.
        {sentence}
        Karim Haddad
        """)
    )
    assert rows(reading, "offer")[0]["employer"] == employer


@pytest.mark.parametrize(
    ("sentence", "offer"),
    [
        (
            "Je demande un permis de travail pour occuper l'emploi de soudeur chez Cuves du Lac inc. à Alma, du 1er "
            "février 2027 au 31 janvier 2029.",
            ("soudeur", "Cuves du Lac inc.", "2027-02-01"),
        ),
        (
            "I request a new permit to work as a baker at Redfern Bakery Ltd. in Guelph from 3 May 2027 to 2 May 2028.",
            ("baker", "Redfern Bakery Ltd.", "2027-05-03"),
        ),
        ("I ask for a permit to visit my sister, who works at Redfern Bakery Ltd.", None),
        ("Ma demande de permis pour travailler chez Cuves du Lac inc. a été refusée le 3 mai 2024.", None),
    ],
)
def test_a_permit_that_is_asked_for_a_work(sentence: str, offer: tuple[str, str, str] | None) -> None:
    found = [(row["title"], row["employer"], row["from"]) for row in rows(letter(sentence), "offer")]
    assert found == ([offer] if offer else [])


def test_what_a_cooperative_attests() -> None:
    reading = letter("La coopérative du Vale atteste R$ 79.340,55 au 5 octobre 2026.")
    assert [row["amount"] for row in rows(reading, "balance")] == [79340.55]


def test_an_offer_that_the_officer_doubted_is_not_that_of_the_draft() -> None:
    reading = letter(
        "In 2025 the officer was not satisfied that the offer of employment of Stone Hill Example Church was genuine. "
        "The new offer is made by the Example Valley Mission Society. The offer (A2290316) is for a pastor."
    )
    assert [(row["employer"], row["number"]) for row in rows(reading, "offer")] == [
        ("Example Valley Mission Society", "A2290316")
    ]


def test_a_title_before_the_pay() -> None:
    reading = letter(
        "The new contract with Mrs. Ida Sample in Cochrane (LMIA 9480557) is from 8 February 2027 to 7 February 2029 "
        "as home support worker at $19.00 an hour."
    )
    (offer,) = rows(reading, "offer")
    assert (offer["title"], offer["amount"]) == ("home support worker", 19.0)


@pytest.mark.parametrize(
    ("told", "amounts"),
    [
        (
            "Mon compte présentait un solde de 17.864,20 USD, épargné sur mon salaire de 1.480 USD par mois.",
            [17864.2],
        ),
        (
            "My savings are KES 1,204,000, which I put aside from my salary of KES 85,000 per month.",
            [1204000.0],
        ),
        ("My account receives my salary of KES 85,000 per month.", []),
        (
            "Mes deux comptes présentaient un total de 117.340,55 DH. Mon salaire est de 5.850 DH par mois.",
            [117340.55],
        ),
        ("J'avais 8 368,26 $ dans mon compte au 31 octobre 2026.", [8368.26]),
    ],
)
def test_savings_and_where_they_come_from(told: str, amounts: list[float]) -> None:
    letter = docx(f"""
        Ida Exemple
        4820, rue du Lac, app. 6, Montréal
        Objet : demande de permis de travail
        Madame, Monsieur l'agent,
        Je présente une nouvelle demande de permis de travail. {told}
        Ida Exemple
    """)
    assert [row["amount"] for row in rows(explanation_letter.read(letter), "balance")] == amounts


def test_a_status_is_no_post() -> None:
    (offer,) = rows(
        letter(
            "I ask you to restore my status as a worker and to issue a work permit for Redfern Sushi Ltd. "
            "(LMIA 9077315) from May 1, 2026."
        ),
        "offer",
    )
    assert (offer["employer"], offer.get("title")) == ("Redfern Sushi Ltd.", None)


def test_pay_behind_the_employer_is_no_part_of_the_name() -> None:
    letter = docx("""
        Ida Sample
        Dear Visa Officer,
        Since 2 February 2026 I am permanently employed by Acme Haulage at USD 620 per month. I apply for a work permit.
        Ida Sample
    """)
    (job,) = rows(explanation_letter.read(letter), "job")
    assert (job["employer"], job["amount"]) == ("Acme Haulage", 620.0)


@pytest.mark.parametrize(
    ("place", "currency"), [("Calgary", "CAD"), ("Guelph, Ontario", "CAD"), ("Kingston, Jamaica", "JMD")]
)
def test_dollars_of_who_writes_from_a_town_of_canada(place: str, currency: str) -> None:
    reading = explanation_letter.read(
        docx(
            f"{place}, February 20, 2026\nDear Officer,\nMy savings are 22,112 dollars at a credit union.\nIda Sample"
        )
    )
    found = [row["currency"] for row in rows(reading, "balance")]
    assert found in ([currency], [])
    assert currency != "CAD" or found


def test_an_abbreviated_saint_ends_no_sentence_and_what_was_told_before_is_no_offer() -> None:
    (offer,) = rows(
        letter(
            "I am a ship welder with many years of experience and I request a work permit in order to work as a welder "
            "at Superior Boilers Ltd. in Sault Ste. Marie from 3 May 2027 to 2 May 2029, LMIA 9540618."
        ),
        "offer",
    )
    assert (offer["title"], offer["employer"], offer["city"]) == (
        "welder",
        "Superior Boilers Ltd.",
        "Sault Ste. Marie",
    )


def test_what_somebody_earns_is_no_part_of_the_employer() -> None:
    (job,) = rows(letter("Since January 2021 I am a leader at Acme Shipyard and earn 2,850 lari net."), "job")
    assert job["employer"] == "Acme Shipyard"


@pytest.mark.parametrize(
    "told",
    [
        "Je suis boucher chez Marché du Lac depuis avril 2018, après cinq ans et demi comme aide-boucher à Khouribga.",
        "I am a butcher at Marché du Lac since April 2018, after five and a half years as a helper in Khouribga.",
    ],
)
def test_the_town_of_the_work_before_is_not_that_of_the_present_one(told: str) -> None:
    letter = docx(f"""
        Younes Exemple
        Objet : demande de permis de travail
        Madame, Monsieur l'agent,
        Je sollicite un permis de travail. {told}
        Younes Exemple
    """)
    (job,) = rows(explanation_letter.read(letter), "job")
    assert (job["employer"], job["from"], job.get("city")) == ("Marché du Lac", "2018-04", None)


@pytest.mark.parametrize(
    ("sentence", "offer"),
    [
        (
            "La Villa du Lac, à Alma, m'engage comme aide-soignante du 1er février 2027 au 31 janvier 2029.",
            ("La Villa du Lac", "aide-soignante", "Alma"),
        ),
        (
            "Redfern Lodge Ltd., in Banff, offers me a job as a cook from 3 May 2027 to 2 May 2029 (LMIA 9540618).",
            ("Redfern Lodge Ltd.", "cook", "Banff"),
        ),
    ],
)
def test_who_engages_stands_before_its_town(sentence: str, offer: tuple[str, str, str]) -> None:
    (row,) = rows(letter(sentence), "offer")
    assert (row["employer"], row["title"], row["city"]) == offer
