"""What is decided on the page goes into consistency.toml at once, loses nothing there, and can be undone."""

import os
import stat
from io import BytesIO
from pathlib import Path

import docx
import pytest
import tomlkit

from consistency import pipeline
from consistency.comparator.waivers import Waiver
from consistency.config import FILE, WrongConfiguration, load, writing
from consistency.config.acknowledging import acknowledge
from consistency.config.writing import ChangedMeanwhile
from consistency.letter.texts import texts
from consistency.model import Acknowledgement, Document, Report
from consistency.pipeline import check
from consistency.readers.files import Options, read_all
from consistency.review import desk as desks
from consistency.review.deciding import DECISIONS
from consistency.review.desk import Checked, Desk
from consistency.workers import Lost, apart
from tests.bundled import READING
from tests.review.making import SETTINGS, Visitor, desk_of, letter, many


def status(report: Report, finding: str) -> str:
    return next(f.status for f in report.findings if f.id == finding)


@pytest.mark.parametrize(
    ("decision", "then"),
    [("fix", "open"), ("ask", "open"), ("explained", "explained"), ("acknowledged", "acknowledged")],
)
def test_each_decision_has_its_meaning(visitor: Visitor, decision: str, then: str) -> None:
    one = visitor.ids("work/dates")[0]
    answer = visitor.decide(one, decision, "The letter says\nwhy.")
    assert answer.status_code == 303 and answer.location != f"/findings/{one}"
    folder = visitor.desk.folder
    (waiver,) = load(folder).waivers
    assert (waiver.id, waiver.status, waiver.words.by) == (one, decision, "A. Lee")
    assert waiver.words.reason == "The letter says\nwhy." and waiver.words.on
    assert (folder / FILE).read_text(encoding="utf-8").startswith(SETTINGS)
    assert status(visitor.desk.standing.report, one) == status(check(folder, READING), one) == then
    assert ("The letter says" in visitor.get("/questions.txt").text) is (decision == "ask")


def test_what_is_to_be_done_needs_no_reason_and_what_is_closed_does(visitor: Visitor) -> None:
    one, other = visitor.ids("work/dates")
    assert visitor.decide(one, "explained", "  ").status_code == 422
    assert visitor.decide(one, "acknowledged").status_code == 422
    assert not load(visitor.desk.folder).waivers
    assert visitor.decide(one, "fix").status_code == visitor.decide(other, "ask").status_code == 303
    assert [w.words.reason for w in load(visitor.desk.folder).waivers] == ["", ""]


@pytest.mark.parametrize(
    "lacking", [{"by": " "}, {"decision": "ignore"}, {"decision": "explained", "allow_critical": ""}]
)
def test_a_form_that_lacks_something_is_shown_again_with_its_words(
    visitor: Visitor, lacking: dict[str, str]
) -> None:
    one = visitor.ids("work/letter-incomplete" if "allow_critical" in lacking else "work/dates")[0]
    if lacking.pop("allow_critical", None) is not None:
        lacking |= {"by": "A. Lee"}
    answer = visitor.decide(one, lacking.pop("decision", "ask"), "My words.", **lacking)
    assert answer.status_code == 422 and "My words." in answer.text and 'role="alert"' in answer.text
    assert not load(visitor.desk.folder).waivers


def test_a_critical_one_is_closed_only_with_the_tick(visitor: Visitor) -> None:
    one = visitor.ids("work/letter-incomplete")[0]
    assert visitor.decide(one, "acknowledged", "Known.").status_code == 422
    assert visitor.decide(one, "fix").status_code == 303
    assert visitor.decide(one, "acknowledged", "Known.", allow_critical="on").status_code == 303
    (waiver,) = load(visitor.desk.folder).waivers
    assert waiver.allow_critical and status(visitor.desk.standing.report, one) == "acknowledged"


def test_decisions_survive_a_restart_and_the_name_is_remembered(
    visitor: Visitor, report: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    for one, decision in zip(visitor.ids("work/"), DECISIONS, strict=True):
        visitor.decide(one, decision, "Because.", allow_critical="on")
    again = Visitor(desk_of(visitor.desk.folder, check(visitor.desk.folder, READING), monkeypatch))
    told = {item.finding.id: item.decision for item in again.desk.standing.agenda.items}
    assert [told[one] for one in visitor.ids("work/")] == list(DECISIONS)
    page = again.get(f"/findings/{visitor.ids('work/')[1]}").text
    assert 'value="A. Lee"' in page and "Because." in page and 'value="explained"' in page
    assert "4 of 5 decided" in again.get("/").text


def test_undo_puts_the_file_back_to_the_byte(visitor: Visitor) -> None:
    file = visitor.desk.folder / FILE
    first = file.read_bytes()
    one, other = visitor.ids("work/dates")
    visitor.decide(one, "fix")
    second = file.read_bytes()
    visitor.decide(other, "ask", "When was it?")
    assert visitor.post("/undo", {}).location == f"/findings/{other}"
    assert file.read_bytes() == second
    visitor.post("/undo", {})
    assert file.read_bytes() == first and visitor.post("/undo", {}).location == "/"
    assert visitor.desk.standing.agenda.decided == 0


def test_undo_takes_away_a_file_that_was_not_there(visitor: Visitor) -> None:
    file = visitor.desk.folder / FILE
    file.unlink()
    visitor.decide(visitor.ids("work/dates")[0], "fix")
    assert file.exists()
    visitor.post("/undo", {})
    assert not file.exists()


def test_undo_never_takes_back_what_somebody_else_wrote(visitor: Visitor) -> None:
    file = visitor.desk.folder / FILE
    visitor.decide(visitor.ids("work/dates")[0], "fix")
    file.write_bytes(file.read_bytes() + b"# by hand\n")
    answer = visitor.post("/undo", {})
    assert answer.status_code == 409 and file.read_bytes().endswith(b"# by hand\n")


def test_a_second_tab_never_overwrites_the_first(visitor: Visitor) -> None:
    one, other = visitor.ids("work/dates")
    page = visitor.get(f"/findings/{one}").text
    seen = page.partition('name="seen" value="')[2].partition('"')[0]
    visitor.decide(one, "fix", "First tab.")
    late = {"decision": "ask", "reason": "Second tab.", "by": "B. Roy", "seen": seen}
    answer = visitor.post(f"/findings/{one}", late)
    assert answer.status_code == 409 and "First tab." in answer.text and "Second tab." in answer.text
    assert load(visitor.desk.folder).waivers[0].words.reason == "First tab."
    assert visitor.decide(other, "fix").status_code == 303  # another finding is no conflict
    assert visitor.decide(one, "ask", "Second tab.").status_code == 303
    assert len(load(visitor.desk.folder).waivers) == 2


def test_what_is_decided_elsewhere_is_kept_and_shown(visitor: Visitor) -> None:
    one, other = visitor.ids("work/dates")
    acknowledge(visitor.desk.folder, Waiver(one, Acknowledgement("By the command."), "explained"))
    assert visitor.decide(other, "fix").status_code == 303
    assert {w.id for w in load(visitor.desk.folder).waivers} == {one, other}
    assert "By the command." in visitor.get(f"/findings/{one}").text


def test_a_last_day_is_kept_until_it_has_passed(visitor: Visitor) -> None:
    one, other = visitor.ids("work/dates")
    for finding, last in ((one, "2099-12-31"), (other, "2020-01-01")):
        acknowledge(visitor.desk.folder, Waiver(finding, Acknowledgement("Known.", expires=last)))
        visitor.desk.look()
        visitor.decide(finding, "acknowledged", "Better reason.")
    assert [w.words.expires for w in load(visitor.desk.folder).waivers] == ["2099-12-31", None]
    assert "until 2099-12-31" in visitor.get(f"/findings/{one}").text


def test_a_file_that_cannot_be_followed_is_left_and_said(visitor: Visitor) -> None:
    file = visitor.desk.folder / FILE
    one = visitor.ids("work/dates")[0]
    page = visitor.get(f"/findings/{one}").text
    seen = page.partition('name="seen" value="')[2].partition('"')[0]
    file.write_text("drafts = 1", encoding="utf-8")
    answer = visitor.post(f"/findings/{one}", {"decision": "fix", "reason": "", "by": "A", "seen": seen})
    assert answer.status_code == 409 and "drafts" in answer.text
    assert file.read_text(encoding="utf-8") == "drafts = 1"


def test_the_file_is_written_whole_and_keeps_its_rights(folder: Path) -> None:
    file = folder / FILE
    file.chmod(0o640)
    acknowledge(folder, Waiver("work-dates-0123456789", Acknowledgement("Known."), "fix"))
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert [p.name for p in folder.iterdir() if p.name.startswith(".")] == []
    with pytest.raises(ChangedMeanwhile):
        writing.write(folder, b"other", instead_of=b"something else")
    assert tomlkit.parse(file.read_text(encoding="utf-8"))["acknowledged"]


def test_a_write_that_fails_leaves_the_old_content(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = (folder / FILE).read_bytes()

    def full(_number: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(WrongConfiguration, match="No space left"):
        acknowledge(folder, Waiver("work-dates-0123456789", Acknowledgement(""), "fix"))
    assert (folder / FILE).read_bytes() == before
    assert [p.name for p in folder.iterdir() if p.name.startswith(".")] == []


def test_the_questions_are_given_as_text_and_as_a_paper(visitor: Visitor) -> None:
    one, other = visitor.ids("work/dates")
    visitor.decide(one, "ask", "When did you begin there?")
    visitor.decide(other, "ask")
    told = visitor.get("/questions.txt").text
    assert "1. When did you begin there?" in told and "2. " in told and "June 1, 2016" in told
    paper = "\n".join(p.text for p in docx.Document(BytesIO(visitor.get("/questions.docx").data)).paragraphs)
    assert "When did you begin there?" in paper and texts("en").question("work/dates") in paper
    visitor.post("/language", {})
    assert "Questions pour le client" in visitor.get("/questions.txt").text


def test_a_changed_file_is_checked_again_and_said(visitor: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desks, "apart", lambda work, item: work(item))
    desk, draft = visitor.desk, visitor.desk.folder / "2026 draft" / "Medina Example Bakery.pdf"
    one = next(
        i.finding
        for i in desk.standing.agenda.items
        if "Medina" in i.finding.detail and i.finding.rule == "work/dates"
    )
    desk.look()
    desk.look()
    assert desk.standing.number == 1 and not visitor.get("/news/1").text.strip()
    letter(draft, "September 28, 2026", "Medina Example Bakery", "June 1, 2016")
    desk.look()
    assert "Checking" in visitor.get("/news/1").text
    desk.look()
    assert desk.standing.number == 2 and "no longer found" in visitor.get("/news/1").text
    assert not visitor.get("/news/2").text.strip()
    assert visitor.get(f"/findings/{one.id}").status_code == 404
    assert f"✓ <span>{one.title}</span>" in visitor.get("/").text
    assert visitor.get(f"/pictures/1/{visitor.ids('work/dates')[0]}/0.png").status_code == 404


def test_only_changed_files_are_read_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = Desk(folder, READING)
    before = desk.standing.report.case.papers
    monkeypatch.setattr(desks, "apart", lambda work, item: work(item))
    opened: list[str] = []

    def noted(root: Path, path: str, options: Options) -> tuple[Document, ...]:
        opened.append(path)
        return read_all(root, path, options)

    monkeypatch.setattr(pipeline, "read_all", noted)
    path = "2026 draft/Medina Example Bakery.pdf"
    letter(folder / path, "September 28, 2026", "Medina Example Bakery", "June 1, 2016")
    (folder / "2026 draft" / "Jasmine Example Restaurant.pdf").unlink()
    desk.look()
    desk.look()
    assert opened == [path] and desk.standing.number == 2
    after = desk.standing.report
    assert len(after.case.papers) == len(before) - 1
    assert {f.id for f in after.findings} == {f.id for f in check(folder, READING).findings}


def test_a_check_that_is_not_finished_is_said_and_changes_nothing(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(Lost):
        apart(os._exit, 3)

    def lost(_work: object, _item: object) -> Checked:
        raise Lost("reading crashed the reader")

    monkeypatch.setattr(desks, "apart", lost)
    (visitor.desk.folder / "2026 draft" / "Medina Example Bakery.pdf").write_bytes(b"%PDF-1.7 broken")
    visitor.desk.look()
    visitor.desk.look()
    visitor.desk.look()
    assert "reading crashed the reader" in visitor.get("/").text
    assert visitor.desk.standing.number == 1 and not visitor.desk.checking


def test_a_decision_by_hand_is_followed_without_reading_again(visitor: Visitor) -> None:
    desk, file = visitor.desk, visitor.desk.folder / FILE
    one = visitor.ids("work/dates")[0]
    text = f'\n[[acknowledged]]\nid = "{one}"\nreason = "By hand."\n'
    file.write_text(SETTINGS + text, encoding="utf-8")
    desk.look()
    assert desk.standing.number == 1 and desk.standing.agenda.decided == 1 and not desk.checking
    file.write_text("drafts = 1", encoding="utf-8")
    desk.look()
    assert "drafts" in visitor.get("/news/1").text and desk.standing.agenda.decided == 1
    file.write_text(SETTINGS, encoding="utf-8")
    desk.look()
    assert desk.standing.agenda.decided == 0 and not visitor.get("/news/1").text.strip()


def test_five_hundred_findings_stay_light(
    folder: Path, report: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    visitor = Visitor(desk_of(folder, many(report, 500), monkeypatch))
    assert len(visitor.get("/").data) < 300_000
    ids = visitor.ids()
    assert len(ids) == 500
    pages = [visitor.get(f"/findings/{one}") for one in ids[248:253]]
    assert all(page.status_code == 200 and len(page.data) < 40_000 for page in pages)
    assert f'rel="next" href="/findings/{ids[251]}"' in pages[2].text
