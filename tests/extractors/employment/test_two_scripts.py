"""Letters of work from East Asia: labels in two scripts, years of other eras, a seal for a signature."""

import pytest

from consistency.extractors.employment.labels import label_of
from consistency.extractors.employment.person import is_name
from consistency.extractors.papers import employment_letter as letter
from consistency.model import Document, Job
from tests.extractors.papers.made import docx

Part = str | list[list[str]]


def docx_of(*parts: Part) -> Document:
    """Make a document of paragraphs and tables."""
    rows = [part if isinstance(part, str) else "\n".join(map(" | ".join, part)) for part in parts]
    return docx("\n".join(rows))


KOREAN = (
    "경력증명서 / CERTIFICATE OF CAREER AND EMPLOYMENT",
    [
        ["성명 Name", "박지훈 Park Ji-hoon", "생년월일 Date of birth", "1991.04.02"],
        ["부서 Department", "조리부 Kitchen", "직위 Position", "조리사 Line cook"],
        ["입사일 Date of joining", "2018.03.05", "퇴사일 Date of leaving", "2021.08.31"],
    ],
    "2021. 09. 06.",
    "주식회사 한강식품 Hangang Foods Co., Ltd.",
    "대표이사 이민정 (직인)",
)


def job(*parts: Part) -> Job:
    (only,) = letter.read(docx_of(*parts)).records
    assert isinstance(only, Job)
    return only


def test_labels_and_values_in_two_scripts() -> None:
    assert letter.recognise(docx_of(*KOREAN)) >= 0.5
    reading = letter.read(docx_of(*KOREAN))
    found = job(*KOREAN)
    assert found.period is not None
    assert (found.title, found.employer) == ("Line cook", "Hangang Foods Co., Ltd.")
    assert (found.period.start_iso, found.period.end_iso) == ("2018-03-05", "2021-08-31")
    assert {(f.attribute, f.value) for f in reading.facts} == {
        ("full_name", "Park Ji-hoon"),
        ("document_date", "2021-09-06"),
    }
    assert reading.signed


def test_a_time_in_two_calendars_beside_one_label() -> None:
    found = job(
        "服務證明書 / Certificate of Service",
        "Taipei Machine Works Co., Ltd.",
        "Name 姓名: NGUYEN VAN TAM (阮文心)",
        "Position 職稱: 操作員 Machine operator",
        "Period of service 服務期間: 民國107年8月1日至110年7月31日 (August 1, 2018 – July 31, 2021)",
    )
    assert found.period is not None
    assert (found.title, found.period.start_iso, found.period.end_iso) == (
        "Machine operator",
        "2018-08-01",
        "2021-07-31",
    )


def test_times_that_differ_in_two_calendars_are_none() -> None:
    found = job(
        "服務證明書 / Certificate of Service",
        "Taipei Machine Works Co., Ltd.",
        "Name 姓名: NGUYEN VAN TAM",
        "Position 職稱: Machine operator",
        "Period of service 服務期間: 2018/08/01 – 2021/07/31; 2022/08/01 – 2023/07/31",
    )
    assert found.period is None


def test_a_seal_signs_a_paper_of_the_east_alone() -> None:
    end = "September 6, 2021"
    text = "This certifies that Mr. KENJI MORI worked for Aoba Foods Co., Ltd. from May 2018 to June 2021 as a cook."
    assert letter.read(docx_of("在職証明書", text, end, "Representative Director (seal)")).signed
    assert letter.read(docx_of("在職証明書", text, end, "代表取締役　青葉　健　印")).signed
    assert not letter.read(
        docx_of("CERTIFICATE OF EMPLOYMENT", text, end, "Representative Director (seal)")
    ).signed
    assert not letter.read(docx_of("在職証明書", text, end)).signed


def test_the_house_in_another_language_below_its_name() -> None:
    found = job(
        "CONG TY TNHH MAY HOA SEN",
        "(Lotus Garment Co., Ltd)",
        "12 Le Loi Street, Hue, Vietnam",
        "CONFIRMATION OF EMPLOYMENT",
        "We confirm that Ms. TRAN THI LAN has been working at the Company from 05 March 2018 until now as a sewer.",
    )
    assert found.employer == "CONG TY TNHH MAY HOA SEN (Lotus Garment Co., Ltd)"


def test_posts_that_stand_behind_one_label_with_their_times() -> None:
    reading = letter.read(
        docx_of(
            "CONFIRMATION OF EMPLOYMENT",
            "Hoa Sen Garment Co., Ltd",
            "We confirm that Ms. TRAN THI LAN has been working at the Company from 05 March 2018 until now.",
            "Position: sewer (from 05 March 2018 to 30 June 2020); quality checker (from 01 July 2020 until now).",
            "Working time: 48 hours per week.",
        )
    )
    jobs = [record for record in reading.records if isinstance(record, Job)]
    assert [(one.title, one.period and one.period.start_iso) for one in jobs] == [
        ("sewer", "2018-03-05"),
        ("quality checker", "2020-07-01"),
    ]


def test_an_address_behind_the_house() -> None:
    found = job(
        "CAREER CERTIFICATE",
        "Name: Park Ji-hoon",
        "Company: Hangang Foods Co., Ltd., 21 Hangang-ro, Seoul, Tel. +82 2 555 0199",
        "Position: Line cook",
        "Period of service: March 5, 2018 – August 31, 2021",
        "We certify the above facts.",
    )
    assert found.employer == "Hangang Foods Co., Ltd."


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("입사일 Date of joining", "from"),
        ("職稱 / Position", "title"),
        ("Name (姓名)", "name"),
        ("입사일", None),
    ],
)
def test_a_label_beside_its_other_script(text: str, label: str | None) -> None:
    assert label_of(text) == label


def test_le_is_a_family_name_before_a_vietnamese_one() -> None:
    assert is_name("Le Thi Cam Tu")
    assert is_name("LÊ VĂN BẢY")
    assert not is_name("Le Directeur Général")


def test_the_day_below_a_label_and_its_value() -> None:
    def dated(*parts: Part) -> str | None:
        facts = letter.read(docx_of("CERTIFICATE OF SERVICE", "Acme Works Co., Ltd.", *parts)).facts
        return next((fact.value for fact in facts if fact.attribute == "document_date"), None)

    told = "This certifies that Mr. KENJI MORI worked for us from May 2018 to June 2021 as a cook."
    assert (
        dated(told, "Reason for leaving: end of his contract", "中華民國110年7月5日 (July 5, 2021)")
        == "2021-07-05"
    )
    assert dated(told, "Contract: renewed, with effect from", "July 5, 2021") is None
