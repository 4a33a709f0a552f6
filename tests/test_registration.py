"""The path is the registration: a form, a rule, a report, a paper kind and a file type are one new file each."""

import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

import consistency.clocks as clocks
import consistency.comparator.rules as rules
import consistency.extractors.papers as papers
import consistency.readers as readers
import consistency.reports as reports
import consistency.views.ways as ways
from consistency.comparator.engine import all_rules, run
from consistency.extractors.extract import extract, paper_kinds
from consistency.model import Document, Line, Report, Segment
from consistency.readers.files import Options, read_bytes
from consistency.readers.files import readers as all_readers
from tests.comparator.examples import case_of

CACHED = (all_rules, paper_kinds, all_readers, clocks.clock_modules, ways.way_modules)


@pytest.fixture(autouse=True)
def fresh() -> Iterator[None]:
    known = set(sys.modules)
    for cached in CACHED:
        cached.cache_clear()
    yield
    for name in set(sys.modules) - known:
        if name.startswith("consistency."):
            del sys.modules[name]
    for cached in CACHED:
        cached.cache_clear()


def add(monkeypatch: pytest.MonkeyPatch, package: ModuleType, folder: Path, name: str, source: str) -> None:
    """Put one file into a room, as a newcomer would."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(textwrap.dedent(source), encoding="utf-8")
    monkeypatch.setattr(package, "__path__", [*package.__path__, str(folder)])


def test_a_rule_is_one_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    source = '''
        from consistency.comparator.engine import Mismatch, rule
        from consistency.model import Severity

        @rule(Severity.MINOR, references=["IRPA s.16(1)"])
        def shouting(case):
            """A name is shouted."""
            for person in case.people:
                if person.name.isupper():
                    yield Mismatch(person, "name", "The name is in capitals.", ())
    '''
    (tmp_path / "style").mkdir()
    (tmp_path / "style" / "__init__.py").touch()
    add(monkeypatch, rules, tmp_path, "style/shouting.py", source)
    case = case_of(
        "draft/imm1295.pdf as of 2026-01-01: family_name=SAMPLE given_names=NOOR birth_date=1990-05-17"
    )
    assert "style/shouting" in {finding.rule for finding in run(case)}


def test_a_clock_is_one_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    source = """
        from consistency.model import Citation, Clock

        def clocks(case, person):
            paper = case.of(person)[0]
            yield Clock(person=person.id, title="tea", provisions=("custom",), citation=Citation(paper.absent(), None),
                        start=None, earliest=case.as_of, latest=case.as_of, as_of=case.as_of, sentence="At four.")
    """
    add(monkeypatch, clocks, tmp_path, "tea_time.py", source)
    case = case_of("draft/imm1295.pdf as of 2026-01-01: family_name=SAMPLE")
    assert [clock.kind for clock in clocks.all_clocks(case)] == ["tea-time"]


def test_a_way_on_is_one_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    source = """
        from consistency.views.ways import Point, Way

        def way(checked):
            return Way(title="Waiting", meaning="Time passes.", provisions=(), bears=(Point("a clock"),), clocks=())
    """
    add(monkeypatch, ways, tmp_path, "waiting.py", source)
    case = case_of("2024/refusal-letter.pdf as of 2024-01-01: refusal country=CA number=W1 from=2024-01-01")
    assert "waiting" in {way.name for one in ways.plan(Report(case, (), "pass")).people for way in one.ways}


def test_a_report_is_one_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    add(monkeypatch, reports, tmp_path, "count.py", "def render(report): return str(len(report.findings))\n")
    assert "count" in reports.formats()
    case = case_of("draft/imm1295.pdf as of 2026-01-01: family_name=SAMPLE")
    assert reports.module("count").render(Report(case, (), "pass")) == "0"


def test_a_paper_kind_is_one_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    source = """
        from consistency.extractors.reading import Reading
        from consistency.model import AsOf

        def recognise(document):
            return 1.0 if "LIBRARY CARD" in document.text else 0.0

        def read(document):
            return Reading(AsOf(None, "unknown"), language="en")
    """
    add(monkeypatch, papers, tmp_path, "library_card.py", source)
    document = Document("a.pdf", "0" * 64, "pdf", "text", "full", lines=(Line((Segment("LIBRARY CARD"),)),))
    assert extract(document).kind == "library-card"


def test_a_file_type_is_one_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    source = """
        from consistency.model import Document, Line, Segment

        def accepts(head, name):
            return head.startswith(b"%PLAIN")

        def read(data, path, options):
            return Document(path, "", "other", "text", "full", lines=(Line((Segment(data.decode()),)),))
    """
    add(monkeypatch, readers, tmp_path, "plain.py", source)
    assert read_bytes(b"%PLAIN words", "a.plain", Options()).text == "%PLAIN words"
