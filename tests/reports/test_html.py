"""The page as text: nothing of a paper can act in it, it needs no network, and each language has all words."""

import base64
import hashlib
import re
import string
import warnings
from collections.abc import Iterator, Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any, get_args

import pytest
from click.testing import CliRunner
from lxml import html as parser
from msgspec.structs import replace

from consistency.cli import main
from consistency.clocks import clock_modules
from consistency.comparator.engine import all_rules
from consistency.comparator.reapplication import answering
from consistency.extractors.extract import paper_kinds
from consistency.model import Citation, Evidence, Report
from consistency.pipeline import check
from consistency.reports import render as rendered
from consistency.reports.html import render
from consistency.reports.html.sections import ORDER
from consistency.reports.html.wording import languages, words
from consistency.views import family, matrix
from consistency.views.coverage import coverage
from consistency.views.package import STATES
from tests.bundled import SAMPLE, sample

HOSTILE = '"\'></script><script>window.hit = 1</script><img src=x onerror="window.hit = 1">{{ 7 * 7 }}'
LOOSE = re.compile(r"[^\S\u00a0\u202f][:;?!»%](?! montre)|(?<=\w)[;?!]|«(?!\u00a0)|(?<!\u00a0)»")
"""A space before a sign that may be broken, or none where French has one; the key "?" is no sign."""
OF_ONE_LANGUAGE = ("kind.", "clock.", "law.")
"""Groups in which a language names what the program's own words do not say well in it already."""
ADDRESSES = {"src", "href", "action", "data", "poster", "srcset", "formaction"}


@pytest.fixture(scope="module")
def report() -> Report:
    return sample()


def parsed(page: str) -> Any:
    return parser.fromstring(page.encode())


def with_hostile_words(report: Report) -> Report:
    """Put a script wherever a paper, a name or a person's note can bring words into the page."""
    case = report.case

    def paper_of(paper: Any) -> Any:
        facts = tuple(replace(f, value=HOSTILE, evidence=place_of(f.evidence)) for f in paper.facts)
        document = replace(paper.document, path=HOSTILE + paper.path)
        return replace(paper, document=document, facts=facts, kind=HOSTILE, form_version=HOSTILE)

    def place_of(evidence: Evidence) -> Evidence:
        return replace(evidence, document=HOSTILE + evidence.document, quote=HOSTILE, field=HOSTILE)

    def finding_of(finding: Any) -> Any:
        told = tuple(Citation(place_of(c.evidence), HOSTILE, c.as_of) for c in finding.evidence)
        words = dict.fromkeys(("title", "detail", "why", "advice"), HOSTILE)
        return replace(finding, evidence=told, following=(), references=(HOSTILE,), **words)

    people = tuple(replace(person, name=HOSTILE) for person in case.people)
    papers = tuple(paper_of(paper) for paper in case.papers)
    case = replace(case, path=HOSTILE, people=people, papers=papers, notes=(HOSTILE,))
    return replace(report, case=case, findings=tuple(finding_of(f) for f in report.findings), untold=())


def test_words_of_a_paper_never_act(report: Report) -> None:
    page = render(with_hostile_words(report))
    found = [e for e in parsed(page).iter() if isinstance(e.tag, str)]
    assert sum(e.tag == "script" for e in found) == 1
    assert not [e for e in found if e.tag in {"iframe", "object", "embed", "base", "form", "link"}]
    for element in found:
        assert not [name for name in element.attrib if name.startswith("on") or name == "style"]
        for name in ADDRESSES & set(element.attrib):
            assert element.get(name).startswith(("#", "data:image/png;base64,")), element.get(name)
    assert "{{ 7 * 7 }}" in page and ">49<" not in page


def test_the_policy_allows_the_own_style_and_script_only(report: Report) -> None:
    root = parsed(render(report))
    policy = root.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert policy.startswith("default-src 'none'; img-src data:;")
    for tag in ("style", "script"):
        (own,) = root.xpath(f"//{tag}")
        digest = base64.b64encode(hashlib.sha256(own.text.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert "unsafe" not in policy


def test_a_picture_stands_in_the_page_once(report: Report) -> None:
    cited = next(c for f in report.findings for c in f.evidence if c.evidence.box)
    one, other = report.findings[:2]
    both = replace(report, findings=(replace(one, evidence=(cited,)), replace(other, evidence=(cited,))))
    page = render(both)
    assert page.count("data:image/png") == 1
    assert page.count('class="again"') == 1


def test_pictures_can_be_left_out_and_have_an_end(report: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "data:image/png" in render(report)
    assert "<img" not in render(report, pictures=False)
    monkeypatch.setattr("consistency.reports.html.pictures.MOST_BYTES", 10)
    assert "<img" not in render(report)


def test_a_folder_that_is_gone_leaves_words_without_pictures(report: Report) -> None:
    page = render(replace(report, case=replace(report.case, path="no/such/folder")))
    assert "<img" not in page and "since April 8, 2019" in page


def test_every_finding_and_every_document_is_there(report: Report) -> None:
    page = render(report)
    for finding in report.findings:
        assert f'id="{finding.id}"' in page
    for paper in report.case.papers:
        assert paper.path.rpartition("/")[2] in page
    for section in ORDER:
        assert (f'<section id="{section}"' in page) == (
            section != "clocks" or any(c.weighs for c in report.clocks)
        )


def test_a_folder_without_papers_is_a_page(tmp_path: Path) -> None:
    page = render(check(tmp_path))
    assert "Nobody was recognised" in page and "Nothing was found." in page


def test_the_language_is_asked_for_by_name(report: Report) -> None:
    assert '<html lang="fr">' in rendered("html", report, lang="fr")
    with pytest.raises(LookupError, match="there are: en, fr"):
        render(report, lang="xx")


def test_a_redacted_page_has_no_pictures_and_no_names(tmp_path: Path) -> None:
    saved = tmp_path / "report.html"
    CliRunner().invoke(main, ["check", str(SAMPLE), "--format", "html", "--redact", "--output", str(saved)])
    page = saved.read_text(encoding="utf-8")
    assert "<img" not in page and "PERSON-1" in page and "Jasmine" not in page


def keys(told: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, str]]:
    for name, value in told.items():
        if isinstance(value, dict):
            yield from keys(value, f"{before}{name}.")
        else:
            yield before + name, str(value)


def names(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("lang", languages())
def test_each_language_has_all_words_with_their_places(lang: str) -> None:
    own, other = dict(keys(words("en").told)), dict(keys(words(lang).told))
    fixed = {key for key in own if not key.startswith(OF_ONE_LANGUAGE)}
    assert fixed <= set(other)
    assert {key for key in other if not key.startswith(OF_ONE_LANGUAGE)} <= fixed
    for key in fixed:
        assert names(other[key]) == names(own[key]), key


def test_every_kind_of_paper_has_a_name_in_french() -> None:
    assert {*paper_kinds(), "unknown"} == set(words("fr").told["kind"])


@pytest.mark.parametrize("lang", languages())
def test_each_language_names_what_is_shown(lang: str) -> None:
    told = words(lang).told
    columns = {name for group in matrix.GROUPS.values() for name in group} | set(family.COLUMNS)
    assert columns <= set(told["attribute"])
    assert {rule.partition("/")[0] for rule in all_rules()} <= set(told["family"])
    assert set(get_args(answering.Verdict)) | {"contradicted"} == set(told["answer"])
    assert set(STATES) == set(told["state"])
    assert set(told.get("clock", {})) <= {
        m.__name__.rpartition(".")[2].replace("_", "-") for m in clock_modules()
    }


@pytest.mark.parametrize("lang", sorted(set(languages()) - {"en"}))
def test_what_is_told_of_a_rule_is_of_one_that_exists_and_is_whole(lang: str) -> None:
    """A new rule need not be here: it is told in English, marked so, until its words are added."""
    told = words(lang).rules
    gone = sorted(set(told) - set(all_rules()))
    assert not gone, f"words/rules/{lang}.toml tells rules that do not exist: {gone}"
    whole = {
        rule
        for rule, parts in told.items()
        if set(parts) == {"title", "why", "advice"} and all(parts.values())
    }
    assert not set(told) - whole, f"without title, why or advice: {sorted(set(told) - whole)}"
    left = sorted(set(all_rules()) - whole)
    if left:
        warnings.warn(f"without words in words/rules/{lang}.toml, so told in English: {left}", stacklevel=1)


def test_a_rule_without_french_words_is_told_in_english_and_marked_so(report: Report) -> None:
    finding = report.findings[0]
    new = replace(words("fr"), rules={})
    for part in ("title", "why", "advice"):
        assert new.rule(finding, part) == (" ".join(getattr(finding, part).split()), "en")


def test_french_spaces_before_signs_never_break() -> None:
    french = words("fr")
    told = [text for _, text in keys(french.told) if text != "?"]
    told += [text for rule in french.rules.values() for text in rule.values()]
    assert not [text for text in told if LOOSE.search(text)]


def test_a_provision_a_period_and_a_ground_are_told_in_french(report: Report) -> None:
    french = words("fr")
    assert french.law("IRPA s.40(1)(a)") == "LIPR art. 40(1)a)"
    assert french.law("IRPR s.200(3)(f.1)") == "RIPR art. 200(3)f.1)"
    assert words("en").law("IRPA s.40(1)(a)") == "IRPA s.40(1)(a)"
    assert french.value("Example Bakery, 2018-01 to present") == "Example Bakery, 2018-01 à ce jour"
    assert french.named("answer", "yes") == "oui" and french.named("citizenship", "TN") == "Tunisie"
    assert french.named("reason", "finances") == "avoirs et situation financière"
    assert (
        french.named("marital_status", "widowed") == "veuf ou veuve"
        and french.named(None, "single") == "single"
    )
    assert french.value("way to go") == "way to go"
    assert french.place("table 2, text box 1") == "tableau 2, zone de texte 1"
    assert french.place("page 3: Employment > From, row 1") == "page 3: Employment > From, row 1"
    rows = coverage(report.case, report.known)
    assert [french.ground(row).text for row in rows if row.reason == "finances"] == [
        "avoirs et situation financière"
    ]
    assert all(french.ground(replace(row, reason=None)) == (row.title, "en") for row in rows)
    assert all(words("en").ground(row) == (row.title, None) for row in rows)


def test_a_clock_without_a_french_name_is_told_in_english_and_marked_so(report: Report) -> None:
    clock = report.clocks[0]
    assert words("fr").clock(clock).lang is None
    assert words("fr").clock(replace(clock, kind="unheard")) == (clock.title, "en")
    assert words("en").clock(clock) == (clock.title, None)


def test_every_word_is_used() -> None:
    folder = files("consistency.reports.html")
    source = "".join(
        path.read_text(encoding="utf-8")
        for path in sorted(Path(str(folder)).rglob("*"))
        if path.suffix in {".html", ".py"}
    )
    asked = set(re.findall(r'words\(\s*"([a-z_.]+)"', source))
    grouped = {found.rstrip(".") for found in re.findall(r'words\(\s*"([a-z_.]+)" ~', source)}
    grouped |= set(re.findall(r'(?:words|self)\.name\("([a-z]+)"', source))
    told = {re.sub(r"\.(one|many)$", "", key) for key, _ in keys(words("en").told)}
    left = {key for key in told - asked if key.partition(".")[0] not in grouped}
    assert sorted(left) == []


def test_a_rule_is_told_in_french_only_where_its_own_words_are(report: Report) -> None:
    french = words("fr")
    finding = next(f for f in report.findings if f.rule == "work/dates")
    assert french.rule(finding, "title").lang is None
    assert french.rule(replace(finding, title="Something else"), "title") == ("Something else", "en")
    assert words("en").rule(finding, "why").lang is None
