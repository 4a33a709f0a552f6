"""The page as a person meets it: opened from disk in a browser, by mouse, keyboard, printer and screen reader."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from fixtures.build import reference
from fixtures.papers import write
from playwright.sync_api import Browser, Page

from consistency.model import Report
from consistency.pipeline import check
from consistency.reports.html import render
from tests.bundled import READING, SAMPLE
from tests.reports.test_html import with_hostile_words

ALL_READ = "[...document.images].every(i => i.complete && i.naturalWidth > 0)"
SHOWN = "article.finding:not([hidden])"


@pytest.fixture(scope="session")
def report(tmp_path_factory: pytest.TempPathFactory) -> Report:
    """The sample, and a second letter of the employer that dates the job otherwise: a picture on either side."""
    folder = tmp_path_factory.mktemp("case") / "Noor Sample"
    shutil.copytree(SAMPLE, folder)
    told = "This is to certify that Ms. Noor Sample works at Jasmine Example Restaurant as Cook since March 2, 2021."
    paper = reference("May 2, 2024", "Jasmine Example Restaurant", told)
    write(folder / "2024 work permit" / "Reference letter.pdf", paper)
    return check(folder, READING)


@pytest.fixture(scope="session")
def pages(report: Report, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The page in each language: its address on disk."""
    folder = tmp_path_factory.mktemp("pages")
    for lang in ("en", "fr"):
        (folder / f"{lang}.html").write_text(render(report, lang=lang), encoding="utf-8")
    return {lang: (folder / f"{lang}.html").as_uri() for lang in ("en", "fr")}


@pytest.fixture
def page(browser: Browser, pages: dict[str, str]) -> Iterator[Page]:
    """The English page, opened; it must say nothing at the console and ask nothing of any network."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(60_000)
    opened = context.new_page()
    said: list[str] = []
    asked: list[str] = []
    opened.on("console", lambda message: said.append(message.text))
    opened.on("pageerror", lambda error: said.append(str(error)))
    opened.on("request", lambda request: asked.append(request.url))
    opened.goto(pages["en"])
    yield opened
    assert said == []
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
    context.close()


def dates(page: Page, report: Report) -> str:
    """Give the selector of the finding about the dates of the job."""
    found = next(f for f in report.findings if f.rule == "work/dates" and "Jasmine" in f.detail)
    return f"#{found.id}"


def test_verdict_and_counts_are_seen_first(page: Page, report: Report) -> None:
    assert page.title().endswith("Noor Sample")
    told = page.inner_text(".verdict")
    assert "Findings to settle before filing" in told
    critical = sum(f.severity == 3 and f.status == "open" for f in report.findings)
    assert page.inner_text(".counts .critical b") == str(critical)


def test_both_sides_show_the_place_and_the_words(page: Page, report: Report) -> None:
    finding = page.locator(dates(page, report))
    pictures = finding.locator("img")
    assert pictures.count() >= 2
    assert page.evaluate(ALL_READ)
    documents = {picture.get_attribute("alt") or "" for picture in pictures.all()}
    assert any("2024 work permit/Reference letter.pdf" in alt for alt in documents)
    assert any("2026 draft/Reference letter.pdf" in alt for alt in documents)
    assert "March 2, 2021" in finding.inner_text()
    assert "Occupation" in finding.inner_text() or "Employment" in finding.inner_text()


def test_filter_and_search_leave_what_fits(page: Page, report: Report) -> None:
    page.select_option("[data-filter=level]", "critical")
    assert page.locator(SHOWN).count() == sum(f.severity == 3 for f in report.findings)
    page.select_option("[data-filter=family]", "work")
    assert page.locator(SHOWN).count() == sum(
        f.severity == 3 and f.rule.startswith("work/") for f in report.findings
    )
    page.fill("#search", "medina bakery")
    assert page.locator(SHOWN).count() == 1
    assert page.inner_text("#shown") == f"1 of {len(report.findings)} findings shown"
    page.fill("#search", "nobody says this")
    assert page.is_visible("#none")
    page.click("#clear")
    assert page.locator(SHOWN).count() == len(report.findings)


def test_a_finding_is_folded_and_unfolded_and_reached_by_its_address(page: Page, report: Report) -> None:
    selector = dates(page, report)
    page.click("#fold")
    assert page.locator("article details[open]").count() == 0
    page.locator(f"{selector} summary").first.click()
    assert page.is_visible(f"{selector} .sides")
    page.click("#fold")
    for _ in range(2):  # the second time the address is the same already
        page.locator(f".chart a[href='{selector}']").first.click()
        page.wait_for_selector(f"{selector} .sides", state="visible")
        page.click("#fold")


def test_the_keyboard_is_enough(page: Page) -> None:
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("?")
    assert page.is_visible("#keys")
    for key in "jjk":
        page.keyboard.press(key)
    first = page.evaluate("document.activeElement.closest('article').id")
    assert first == page.locator(SHOWN).first.get_attribute("id")
    before = page.evaluate("document.activeElement.parentElement.open")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.parentElement.open") is not before
    page.keyboard.press("/")
    page.keyboard.type("bakery")
    assert page.input_value("#search") == "bakery"
    assert page.locator(SHOWN).count() == 1
    page.keyboard.press("Escape")
    assert page.input_value("#search") == ""


def test_a_shifted_date_and_a_missing_job_are_seen_in_the_timeline(page: Page) -> None:
    assert page.locator(".chart .bar.missing").count() >= 1
    assert page.locator(".chart .bar.conflict").count() >= 1
    assert page.locator(".chart .edge.conflict").count() >= 1
    page.locator(".astable summary").first.click()
    rows = page.locator(".astable").first.locator("tbody tr")
    assert rows.count() == page.locator(".chart").first.locator("rect.bar").count()
    assert "Jasmine Example Restaurant" in page.locator(".astable").first.inner_text()


def test_print_shows_what_is_folded_and_no_controls(page: Page) -> None:
    page.click("#fold")
    page.emulate_media(media="print")
    assert page.is_hidden("#filter") and page.is_hidden(".contents")
    assert all(body.is_visible() for body in page.locator("article .body").all())
    assert page.pdf().startswith(b"%PDF")


def test_dark_mode_is_dark(page: Page) -> None:
    light = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.emulate_media(color_scheme="dark")
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert light != dark and dark == "rgb(20, 24, 28)"


def test_a_narrow_screen_scrolls_in_one_direction(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_barrier_is_found(page: Page, scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.click("#unfold")
    only = {"runOnly": ["color-contrast"]} if scheme == "dark" else {}  # nothing else depends on colours
    found = Axe().run(page, options={"resultTypes": ["violations"], **only}).response["violations"]
    serious = [
        (v["id"], [n["html"][:120] for n in v["nodes"][:3]])
        for v in found
        if v["impact"] in {"serious", "critical"}
    ]
    assert serious == []


def test_french_marks_what_is_told_in_english(page: Page, pages: dict[str, str]) -> None:
    page.goto(pages["fr"])
    assert page.get_attribute("html", "lang") == "fr"
    assert "Constats" in page.inner_text("nav")
    assert page.get_attribute("article .detail", "lang") == "en"
    page.select_option("[data-filter=level]", "critical")
    assert "constats sur" in page.inner_text("#shown")


def test_words_of_a_paper_never_run(page: Page, report: Report, tmp_path: Path) -> None:
    """The fixture fails where the policy had to stop anything: then words would have become markup."""
    (tmp_path / "hostile.html").write_text(render(with_hostile_words(report)), encoding="utf-8")
    page.goto((tmp_path / "hostile.html").as_uri())
    assert page.evaluate("window.hit") is None
    assert "window.hit" in page.inner_text("h1")


def test_everything_is_readable_without_the_script(browser: Browser, pages: dict[str, str]) -> None:
    context = browser.new_context(java_script_enabled=False)
    opened = context.new_page()
    opened.goto(pages["en"])
    assert opened.locator("#filter").is_hidden()
    closed = opened.locator("article > details:not([open]) > summary")
    for summary in closed.all():
        summary.click()
    assert all(body.is_visible() for body in opened.locator("article .body").all())
    context.close()
