"""Bad files beside a good case change nothing about it; one among the draft's papers may be the one that is absent."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from benchmarks.beside import BESIDE, Beside, checked, otherwise, told
from fixtures.build import PAGE1, PERSON
from fixtures.papers import docx_paper, letter_pdf, write, xfa_form
from msgspec.structs import replace

from consistency.model import Severity
from consistency.pipeline import check
from consistency.readers.files import Options
from tests.bundled import READING
from tests.faults.running import SAMPLE, run
from tests.readers.making import body, form, letter, p, r, rezipped, word

BOMB = (
    '<!DOCTYPE a [<!ENTITY a "lol">'
    + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 9)).replace("&a0;", "&a;")
    + "]><a>&a8;</a>"
)
OTHER = [
    "2021-04-02",
    "To whom it may concern",
    "Ilse Muster works as a carpenter since March 2015.",
    "Holz GmbH",
]
MUSTER = PERSON | {
    f"{PAGE1}/Name/FamilyName": "MUSTER",
    f"{PAGE1}/Name/GivenName": "ILSE",
    f"{PAGE1}/DOBYear": "1985",
    "form1/Page3/BackgroundInfo2/VisaChoice1": "N",
    "form1/Page3/Signature/C1CertificateIssueDate": "2020-02-03",
}
BAD: Mapping[str, bytes] = {
    "cut.pdf": letter("I worked as a cook.", pages=3)[:700],
    "garbage.pdf": b"%PDF-1.7\n" + bytes(range(256)) * 20,
    "endless.pdf": letter("Dear officer,").replace(b"/Count 1", b"/Count 999999999"),
    "empty.pdf": b"",
    "no pages.pdf": b"%PDF-1.7\n%%EOF",
    "locked.docx": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le") * 40,
    "entities.docx": rezipped(word(lambda _: None), {"word/document.xml": BOMB}),
    "bomb.docx": rezipped(word(lambda _: None), {"word/media/a.bin": b"\0" * 50_000_000}),
    "outside.docx": rezipped(body(p(r("Hello"))), {"../../../outside.txt": "x"}),
    "broken form.pdf": form({"datasets": b"<form1><FamilyName>Sample&<</FamilyName>"}, password=None),
    "photo.jpg": b"\xff\xd8\xff\xe0" + b"\0" * 500,
    "a.zip": b"PK\3\4" + b"\0" * 200,
    "table.csv": b"2022-03-01,Noor Sample,cook\n",
    "macro.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le") * 10,
    "letter of another.docx": docx_paper(OTHER),
    "letter of another.pdf": letter_pdf(OTHER),
    "of another/IMM5257E.pdf": xfa_form(MUSTER, "IMM 5257 (09-2023) E", "IMM 5257 E: Application for Visitor Visa"),
    "of another/Refusal letter.pdf": letter_pdf(
        [
            "Immigration, Refugees and Citizenship Canada",
            [("Date", "May 4, 2020"), ("UCI", "3333-4444"), ("Application No.", "V300000001")],
            "Ilse Muster",
            "Dear Ilse Muster:",
            "I have determined that your visitor visa application does not meet the requirements of the Immigration "
            "and Refugee Protection Act and Regulations. I am refusing your application on the following grounds:",
            "• I am not satisfied that you have sufficient funds.",
        ]
    ),
    "deep/in/folders/draft 2030/nothing.pdf": b"\n" * 100,
    "2030 draft/nothing.docx": b"PK\3\4",
}  # fmt: skip


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    for name, data in BAD.items():
        write(tmp_path / "bad" / name, data)
    return tmp_path / "bad"


def test_the_findings_of_a_good_case_stay_as_they_are(bad: Path) -> None:
    found = checked(SAMPLE, bad, list(BAD), Options(ocr=False))
    assert list(otherwise(found)) == []
    unread = [one.path for one in found.whole.case.papers if one.document.read == "failed"]
    assert len(unread) > 10 and all(path.startswith(BESIDE) for path in unread)
    assert "not in the report: []" in next(told(found, list(BAD)))


@pytest.mark.parametrize(
    ("place", "holds"),
    [
        ("2026 draft/more", True),
        ("2026 draft", True),
        (".", True),
        ("2022 visitor visa", False),
        ("loose", False),
    ],
)
def test_what_lies_with_the_draft_may_be_the_paper_that_is_absent(
    place: str, holds: bool, tmp_path: Path
) -> None:
    folder = Path(shutil.copytree(SAMPLE, tmp_path / "case"))
    before = {one.id: one.rule for one in check(folder, READING).findings}
    write(folder / place / "scan.pdf", BAD["garbage.pdf"])
    after = {one.id for one in check(folder, READING).findings}
    held = {rule for name, rule in before.items() if name not in after}
    assert held == ({"reapplication/incomplete", "reapplication/reason-unanswered"} if holds else set())


def test_what_is_otherwise_is_seen() -> None:
    first, second, *rest = (report := check(SAMPLE, READING)).findings
    heavier = replace(first, severity=Severity.INFO)
    for findings, told_so in (
        (report.findings, []),
        ((second, *rest), [f"lost: {first.rule}: {first.detail}"]),
        ((heavier, second, *rest), [f"changed: {first.rule}: {first.detail} is now {first.detail}"]),
        ((*report.findings, replace(first, id="another")), [f"new: {first.rule}: {first.detail}"]),
    ):
        assert list(otherwise(Beside(report, replace(report, findings=findings), 0.0))) == told_so
    other_day = replace(report, case=replace(report.case, as_of=date(2030, 1, 1)))
    assert len(list(otherwise(Beside(report, other_day, 0.0)))) == 1


def test_a_folder_of_bad_files_alone_is_no_pass(bad: Path, home: Path) -> None:
    ended = run("check", bad, "--no-ocr", home=home)
    assert ended.code in (1, 3) and ended.said == ""
    (home / "nothing").mkdir()
    ended = run("check", home / "nothing", home=home)
    assert (ended.code, ended.told) == (2, "") and "there is no document in" in ended.said
