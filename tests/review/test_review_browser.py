"""The review as a person does it: in a browser, by mouse, by keyboard alone, without the script, over a restart."""

import re
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect

from consistency.config import FILE, load
from consistency.model import Report
from consistency.review.serving import Served, prepare
from tests.bundled import READING
from tests.review.making import TRAP, letter, ready

SEEN = "[...document.images].filter(i => !i.closest('details:not([open])'))"
ALL_READ = f"{SEEN}.length > 1 && {SEEN}.every(i => i.complete && i.naturalWidth > 0)"


@contextmanager
def serving(folder: Path) -> Iterator[Served]:
    served = prepare(folder, READING, "en", seconds=0.2)
    thread = threading.Thread(target=served.run)
    thread.start()
    try:
        yield served
    finally:
        served.stop()
        thread.join(20)
        served.close()
        assert not thread.is_alive()


@contextmanager
def opened(browser: Browser, url: str, **told: Any) -> Iterator[Page]:
    """Open the page; it must say nothing at the console and ask nothing of any other address."""
    context: BrowserContext = browser.new_context(viewport={"width": 1280, "height": 900}, **told)
    page = context.new_page()
    page.set_default_timeout(8000)
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(url)
    yield page
    home = url.partition("/start")[0]
    assert [one for one in asked if not one.startswith(home)] == []
    assert said == []
    context.close()


def serious(page: Page) -> list[object]:
    found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    return [
        (v["id"], [n["html"][:120] for n in v["nodes"][:3]])
        for v in found
        if v["impact"] in {"serious", "critical"}
    ]


def seen(page: Page, selector: str, text: str) -> None:
    """Wait for a page that says so; its script runs once the page is loaded."""
    expect(page.locator(selector)).to_contain_text(text)
    page.wait_for_load_state()


def dates(page: Page) -> None:
    page.locator(".agenda a", has_text="Two documents date the same job").first.click()
    page.wait_for_url("**/findings/*")


def test_both_pictures_four_decisions_and_a_restart(browser: Browser, folder: Path) -> None:
    with serving(folder) as served, opened(browser, served.url) as page:
        dates(page)
        assert page.evaluate(ALL_READ)
        shown = [one.get_attribute("alt") or "" for one in page.locator(".places img").all()]
        assert any("2024 work permit/" in alt for alt in shown) and any("2026 draft/" in alt for alt in shown)
        assert "Why it matters" in page.inner_text(".reasons") and page.locator(".around .meant").count() >= 2
        page.locator("a.zoom").first.click()
        page.wait_for_selector("dialog[open] svg .mark")
        assert TRAP in page.inner_text("dialog .name") + page.inner_text(".work")
        assert page.evaluate("window.hit") is None
        page.keyboard.press("Escape")
        page.click("#all")
        page.click(".go .button")
        for count, (decision, reason) in enumerate(
            [
                ("fix", ""),
                ("explained", "See exhibit 4."),
                ("acknowledged", "Two employers."),
                ("ask", "When?"),
            ],
            1,
        ):
            page.check(f"[value={decision}]")
            page.fill("#reason", reason)
            page.fill("#by", "A. Lee")
            tick = page.locator("[name=allow_critical]")
            if tick.count() and tick.is_visible():
                tick.check()
            page.click(".decide .button")
            expect(page.locator(".progress")).to_contain_text(f"{count} of 5 decided")
    decided = load(folder).waivers
    assert [w.status for w in decided] == ["fix", "explained", "acknowledged", "ask"]
    assert {w.words.by for w in decided} == {"A. Lee"}
    with serving(folder) as served, opened(browser, served.url) as page:
        expect(page.locator(".progress")).to_contain_text("4 of 5 decided")
        states = page.locator(".agenda .state").all_inner_texts()
        assert sorted(states) == sorted(
            ["fix in the draft", "explain in the letter", "not a problem", "ask the client", "undecided"]
        )


def test_the_keyboard_alone_suffices(
    browser: Browser, folder: Path, report: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    ready(folder, report, monkeypatch)
    before = (folder / FILE).read_bytes()
    with serving(folder) as served, opened(browser, served.url) as page:
        keys = page.keyboard
        keys.press("?")
        expect(page.locator("#keys")).to_be_visible()
        keys.press("Escape")
        for key in "jjk":
            keys.press(key)
        assert page.evaluate("document.activeElement.matches('.agenda a:focus-visible')")
        keys.press("Enter")
        seen(page, ".steps", "Finding 1 of 5")
        for key, place in (("j", 2), ("j", 3), ("k", 2), ("j", 3)):
            keys.press(key)
            seen(page, ".steps", f"Finding {place} of 5")
        keys.press("z")
        page.wait_for_selector("dialog[open] svg .mark")
        keys.press("Escape")
        keys.press("2")
        assert page.is_checked("[value=explained]")
        keys.type("The j letter 1 says so")
        keys.press("Tab")
        keys.type("A. Lee")
        keys.press("Enter")
        seen(page, ".progress", "1 of 5 decided")
        assert load(folder).waivers[0].words.reason == "The j letter 1 says so"
        keys.press("1")
        keys.press("Enter")
        seen(page, ".progress", "2 of 5 decided")
        keys.press("u")
        seen(page, ".progress", "1 of 5 decided")
        keys.press("u")
        seen(page, ".progress", "0 of 5 decided")
        keys.press("l")
        page.wait_for_selector(".agenda")
    assert (folder / FILE).read_bytes() == before


def test_a_changed_file_is_noticed_and_checked(browser: Browser, folder: Path) -> None:
    with serving(folder) as served, opened(browser, served.url) as page:
        dates(page)
        title = page.title()
        letter(
            folder / "2026 draft" / "Medina Example Bakery.pdf",
            "September 28, 2026",
            "Medina Example Bakery",
            "June 1, 2016",
        )
        expect(page.locator("#news")).to_contain_text(re.compile("Checking|no longer found"), timeout=30_000)
        expect(page.locator("#news")).to_contain_text("no longer found", timeout=30_000)
        assert page.title() == title  # what a person is typing is not taken away
        page.click("#news a")
        expect(page.locator(".changed")).to_contain_text("Two documents date the same job differently")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_barrier_is_found_and_nothing_scrolls_sideways(
    browser: Browser, folder: Path, report: Report, monkeypatch: pytest.MonkeyPatch, scheme: str
) -> None:
    ready(folder, report, monkeypatch)
    with serving(folder) as served, opened(browser, served.url, color_scheme=scheme) as page:
        assert serious(page) == []
        dates(page)
        page.check("[value=explained]")
        assert serious(page) == []
        page.set_viewport_size({"width": 390, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_it_works_without_the_script_and_in_french(
    browser: Browser, folder: Path, report: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    ready(folder, report, monkeypatch)
    with serving(folder) as served, opened(browser, served.url, java_script_enabled=False) as page:
        page.click(".language button")
        assert page.get_attribute("html", "lang") == "fr"
        page.locator(".agenda a").nth(3).click()
        page.check("[value=ask]")
        page.fill("#by", "A. Lee")
        page.click(".decide .button")
        assert "1 décidé sur 5" in page.inner_text(".progress")
        page.click("#undo button")
        page.locator("a.zoom").first.click()
        assert page.locator("svg.sheet .mark").count() == 1
    assert not load(folder).waivers


def test_the_command_tells_its_address_and_ends_by_control_c(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "consistency", "review", str(tmp_path), "--no-ocr"]
    wake = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)"
    command[1:3] = ["-c", f"{wake}; from consistency.cli import main; main()"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as run:
        assert run.stdout is not None
        told = [run.stdout.readline(), run.stdout.readline()]
        assert told[1].startswith("http://127.0.0.1:") and "token=" in told[1]
        run.send_signal(signal.SIGINT)
        rest = run.communicate(timeout=20)[0]
    assert run.returncode == 0 and rest == ""
