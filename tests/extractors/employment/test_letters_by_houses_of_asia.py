"""Letters of work as houses of South and South-East Asia and of the Gulf set them out."""

import pytest

from consistency.extractors.extract import recognise_paper
from consistency.extractors.papers import employment_letter
from tests.extractors.papers.made import docx, facts, rows

LETTERS = {
    "the one who certifies is named by labels first": (
        """
        CV. BATU ALAM GRANIT
        Jl. Gatot Subroto No. 8, Semarang, Indonesia
        REFERENCE LETTER
        The undersigned,
        Name: Hartono Wijaya
        Position: Director
        states that:
        Name: Slamet Riyadi
        Position: Stone Cutter
        has worked with CV. Batu Alam Granit from 4 May 2015 until 29 July 2022, to be used as needed.
        Semarang, 1 August 2022
        Hartono Wijaya
        """,
        "Slamet Riyadi", "CV. BATU ALAM GRANIT", [("Stone Cutter", "2015-05-04", "2022-07-29")],
    ),
    "the number of a card behind the name, of the company behind its name": (
        """
        BENGKEL KERETA JAYA SDN. BHD. (Company No. 201501004412)
        14, Jalan Ipoh, Kuala Lumpur, Malaysia
        12 May 2025
        LETTER OF EMPLOYMENT - MURUGAN A/L SUBRAMANIAM (NRIC: 880214-08-5533)
        We confirm that the above-named has been employed by our company as Motor Mechanic since 3 June 2019.
        Yours faithfully,
        LIM BOON HUAT
        Director
        """,
        "MURUGAN A/L SUBRAMANIAM", "BENGKEL KERETA JAYA SDN. BHD.", [("Motor Mechanic", "2019-06-03", "present")],
    ),
    "a name with its card alone on a line": (
        """
        RUHUNU TEA FACTORY (PVT) LTD
        Deniyaya, Sri Lanka
        20 April 2024
        SERVICE CERTIFICATE
        H.D. Chaminda Jayalath (NIC 861770214V)
        The above named was employed at our factory as a Boiler Operator from 2nd May 2012 to 31st March 2024.
        S. Weerakoon
        Factory Manager
        """,
        "H.D. Chaminda Jayalath", "RUHUNU TEA FACTORY (PVT) LTD", [("Boiler Operator", "2012-05-02", "2024-03-31")],
    ),
    "days by the Bikram Sambat with the common ones beside them": (
        """
        Machhapuchchhre Bakery Pvt. Ltd.
        Butwal, Nepal
        Date: 2025/02/03
        Mr. Hari Prasad Poudel was our Baker from 2075/01/15 (28 April 2018) to 2081/09/30 (14 January 2025).
        Suman Shrestha
        Proprietor
        """,
        "Hari Prasad Poudel", "Machhapuchchhre Bakery Pvt. Ltd.", [("Baker", "2018-04-28", "2025-01-14")],
    ),
    "work that goes on with effect from a day": (
        """
        MIRISSA BAY VILLAS (PVT) LTD
        Mirissa, Sri Lanka
        4 May 2026
        SERVICE CERTIFICATE
        S.P. Nilmini Wijesinghe (NIC No. 199055501234)
        The above-mentioned has been working at our villas as Pastry Cook with effect from 12th January 2022.
        A. Ranatunga
        Manager
        """,
        "S.P. Nilmini Wijesinghe", "MIRISSA BAY VILLAS (PVT) LTD", [("Pastry Cook", "2022-01-12", "present")],
    ),
    "another post of an earlier time in the next sentence": (
        """
        PT. GALANGAN TIMUR
        Jl. Perak 9, Surabaya, Indonesia
        CERTIFICATE OF EMPLOYMENT
        The undersigned:
        Name: Wahyu Hidayat
        Position: Manager
        hereby certifies that:
        Name: Joko Susilo
        Position: Foreman
        has worked with us since 3 May 2024 until now. He also worked as Fitter from 2 June 2011 to 30 May 2016.
        Surabaya, 8 October 2025
        Wahyu Hidayat
        """,
        "Joko Susilo", "PT. GALANGAN TIMUR",
        [("Fitter", "2011-06-02", "2016-05-30"), ("Foreman", "2024-05-03", "present")],
    ),
    "Sh. before a name, and a post under another designation": (
        """
        DOABA FORGINGS PVT LTD
        Focal Point, Jalandhar, India
        Dated 12th October 2025
        Certified that Sh. Baljit Singh Gill S/o Mr. Ajit Singh has been working in our company since 4th December 2021.
        He was appointed as Fitter and has been re-designated as Senior Fitter w.e.f. 1st June 2023.
        Mohan Lal
        Director
        """,
        "Baljit Singh Gill", "DOABA FORGINGS PVT LTD",
        [("Fitter", "2021-12-04", "2023-06-01"), ("Senior Fitter", "2023-06-01", "present")],
    ),
    "a post with its department in brackets": (
        """
        Karnaphuli Dyeing Ltd.
        Chattogram, Bangladesh
        05 October 2025
        This is to certify that Md. Rezaul Karim has been serving in this company since 10 February 2017.
        He joined as Officer (Dyeing) and was promoted to the post of Senior Officer (Dyeing) on 1 May 2021.
        (Abul Hasnat)
        Manager
        """,
        "Md. Rezaul Karim", "Karnaphuli Dyeing Ltd.",
        [("Officer", "2017-02-10", "2021-05-01"), ("Senior Officer (Dyeing)", "2021-05-01", "present")],
    ),
    "a title between name and verb, above the day of joining": (
        """
        TEESTA KNIT COMPOSITE LTD.
        Date: 02.03.2019
        RELEASE ORDER AND EXPERIENCE CERTIFICATE
        Mr. Md. Rezaul Karim, Assistant Engineer (Utility), is hereby released from our service on 28.02.2019.
        He joined this company on 01.08.2014. He worked full time.
        (Abul Hasnat)
        Manager
        """,
        "Md. Rezaul Karim", "TEESTA KNIT COMPOSITE LTD.", [("Assistant Engineer", "2014-08-01", "2019-02-28")],
    ),
    "posts behind the days of a table": (
        """
        Ravi Basin Textiles (Pvt.) Ltd.
        Ferozepur Road, Lahore, Pakistan
        October 3, 2025
        EMPLOYMENT CERTIFICATE
        Certified that Mr. Adeel Anwar is an employee of this mill. His particulars are:
        Date of joining: 04-02-2016 as Loom Fitter
        Date of promotion: 01-07-2020 as Weaving Supervisor
        Present salary: Rs. 91,000 per month
        Imran Javed
        Manager
        """,
        "Adeel Anwar", "Ravi Basin Textiles (Pvt.) Ltd.",
        [("Loom Fitter", "2016-02-04", "2020-07-01"), ("Weaving Supervisor", "2020-07-01", "present")],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", LETTERS)
def test_who_worked_for_whom_and_when(name: str) -> None:
    text, who, employer, jobs = LETTERS[name]
    document = docx(text)
    assert recognise_paper(document) == "employment-letter"
    reading = employment_letter.read(document)
    assert facts(reading)["full_name"] == who
    told = rows(reading, "job")
    assert [(job["title"], job["from"], job["to"]) for job in told] == jobs
    assert {job["employer"] for job in told} == {employer}


def test_the_parts_of_the_pay_are_no_duties() -> None:
    reading = employment_letter.read(
        docx("""
        Corniche Gate Hotel L.L.C
        P.O. Box 771, Ajman, U.A.E.
        2 March 2025
        This is to certify that Ms. Asha Rana works with us as Room Attendant since 5 June 2021. Her pay is:
        Basic: AED 1,000
        Food allowance: AED 300
        Housing - AED 500
        Issued on her request.
        Housekeeping: no duty is told here.
        """)
    )
    (job,) = rows(reading, "job")
    assert "duties" not in job


def test_a_name_in_brackets_above_a_post_signs_a_letter() -> None:
    letter = """
        KONABARI KNIT LTD.
        Date: 01.02.2018
        EXPERIENCE CERTIFICATE
        Mr. Rafiqul Islam worked with us as Dyer from 01.07.2013 to 31.01.2018.
        {}
        Manager, Administration
        """
    assert employment_letter.read(docx(letter.format("(A. K. M. Fazlul Haque)"))).signed
    assert employment_letter.read(docx(letter.format("(name and seal)"))).signed is not True
