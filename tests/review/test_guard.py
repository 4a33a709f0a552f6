"""Nobody but the admitted browser, and nothing but the page itself, gets anything from it or changes anything."""

from pathlib import Path
from typing import Any

import pytest
from lxml import html as parser
from msgspec.structs import replace

from consistency.model import Report
from consistency.review.app import ROUTES, Site, application
from consistency.review.guard import Guard
from consistency.review.serving import prepare
from tests.bundled import READING
from tests.reports.test_html import HOSTILE, with_hostile_words
from tests.review.making import HOST, OWN, Visitor, desk_of

ADDRESSES = (
    "/", "/questions", "/questions.txt", "/questions.docx", "/news/1", "/review.css", "/review.js",
    "/pictures/1/x/0.png", "/pages/1/x/0/1", "/nowhere",
)  # fmt: skip


def test_the_page_listens_on_this_machine_only(folder: Path, report: Report) -> None:
    served = prepare(folder, READING, "en")
    try:
        host, port = served.server.socket.getsockname()
        assert host == "127.0.0.1" and port == int(served.server.effective_port) > 1023
        assert served.url.startswith(f"http://127.0.0.1:{port}/start?token=")
    finally:
        served.close()


@pytest.mark.parametrize(
    "host", ["evil.example", f"evil.example:{HOST[-4:]}", "127.0.0.1", "127.0.0.1:1", "", "[::1]:8123"]
)
def test_another_name_for_this_machine_is_refused(visitor: Visitor, host: str) -> None:
    for path in ("/", f"/start?token={visitor.guard.token}"):
        answer = visitor.get(path, headers={"Host": host})
        assert answer.status_code == 421 and "Noor" not in answer.text


def test_localhost_is_a_name_of_this_machine(visitor: Visitor) -> None:
    assert (
        visitor.client.get("/", base_url="http://localhost:8123").status_code == 403
    )  # no cookie of that name
    assert visitor.get("/").status_code == 200


def test_the_token_admits_one_browser_once(visitor: Visitor) -> None:
    url = f"/start?token={visitor.guard.token}"
    other = visitor.app.test_client()
    assert other.get(url, base_url=f"http://{HOST}").status_code == 403
    assert visitor.get(url).status_code == 303  # the admitted browser, loading its first address again
    cookie = visitor.client.get_cookie("consistency-review-8123", "127.0.0.1")
    assert (
        cookie and cookie.http_only and cookie.same_site == "Strict" and cookie.value != visitor.guard.token
    )


@pytest.mark.parametrize("token", ["", "x", "é", "A" * 43])
def test_a_wrong_token_admits_nobody_and_does_not_use_up_the_right_one(visitor: Visitor, token: str) -> None:
    guard = Guard()
    client = application(Site(visitor.desk, guard, "en")).test_client()
    assert client.get("/start", query_string={"token": token}, base_url=f"http://{HOST}").status_code == 403
    assert client.get(f"/start?token={guard.token}", base_url=f"http://{HOST}").status_code == 303


@pytest.mark.parametrize("path", ADDRESSES)
def test_without_the_cookie_nothing_is_given(visitor: Visitor, path: str) -> None:
    stranger = visitor.app.test_client()
    assert stranger.get(path, base_url=f"http://{HOST}").status_code == 403
    stranger.set_cookie("consistency-review-8123", "guess", domain="127.0.0.1")
    assert stranger.get(path, base_url=f"http://{HOST}").status_code == 403


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Origin": "http://evil.example", "Sec-Fetch-Site": "cross-site"},
        {"Origin": f"http://{HOST}", "Sec-Fetch-Site": "cross-site"},
        {"Origin": "http://127.0.0.1:9", "Sec-Fetch-Site": "same-site"},
        {"Origin": "null", "Sec-Fetch-Site": "cross-site"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "none"},
    ],
)
def test_what_another_page_sends_is_refused(visitor: Visitor, headers: dict[str, str]) -> None:
    before = (visitor.desk.folder / "consistency.toml").read_bytes()
    (one, *_) = visitor.ids("work/dates")
    form = {"decision": "fix", "by": "A. Lee", "reason": "", "seen": ""}
    for path in (f"/findings/{one}", "/undo", "/language"):
        assert visitor.post(path, form, headers).status_code == 403
    assert (visitor.desk.folder / "consistency.toml").read_bytes() == before


def test_a_form_without_the_secret_of_this_run_is_refused(visitor: Visitor) -> None:
    for secret in ("", "guess", visitor.guard.token):
        assert visitor.post("/undo", {"form": secret}).status_code == 403
    assert visitor.post("/undo", {}).status_code == 303


def test_a_form_of_a_browser_that_tells_no_referrer_is_taken(visitor: Visitor) -> None:
    assert visitor.post("/undo", {}, {"Origin": "null", "Sec-Fetch-Site": "same-origin"}).status_code == 303
    assert visitor.post("/undo", {}, {"Origin": f"http://{HOST}"}).status_code == 303


def test_nothing_is_changed_by_reading(visitor: Visitor) -> None:
    assert {route.rule for route in ROUTES if route.method == "POST"} == {
        "/findings/<name>",
        "/undo",
        "/language",
    }
    assert visitor.get("/undo").status_code == 405
    assert visitor.client.put("/undo", base_url=f"http://{HOST}", headers=OWN).status_code in {403, 405}


@pytest.mark.parametrize(
    "path",
    [
        "/findings/../../etc/passwd",
        "/findings/..%2f..%2fetc%2fpasswd",
        "/findings/%2e%2e",
        "/pictures/1/{one}/../../consistency.toml",
        "/pictures/1/{one}/99.png",
        "/pictures/1/{one}/-1.png",
        "/pictures/2/{one}/0.png",
        "/pictures/1/..%2f{one}/0.png",
        "/pages/1/{one}/0/9999.png",
        "/pages/1/{one}/0/consistency.toml",
        "/pages/1/2024%20work%20permit/0/1",
        "/static/review.js",
        "/words/en.toml",
        "/consistency.toml",
        "/news/..%2f1",
    ],
)
def test_nothing_is_named_by_a_path(visitor: Visitor, path: str) -> None:
    (one, *_) = visitor.ids("work/dates")
    answer = visitor.get(path.format(one=one))
    assert answer.status_code == 404
    assert "root:" not in answer.text and "Our file" not in answer.text


def test_every_answer_keeps_itself_to_the_browser(visitor: Visitor) -> None:
    (one, *_) = visitor.ids("work/dates")
    shown = [*ADDRESSES, f"/findings/{one}", f"/pictures/1/{one}/0.png", f"/pages/1/{one}/0/1", "/undo"]
    for path in shown:
        told = visitor.get(path).headers
        policy = told["Content-Security-Policy"]
        assert policy.startswith("default-src 'none'") and "unsafe" not in policy and "*" not in policy
        assert "frame-ancestors 'none'" in policy and told["X-Frame-Options"] == "DENY"
        assert told["Cache-Control"] == "no-store" and told["X-Content-Type-Options"] == "nosniff"
        assert told["Referrer-Policy"] == "no-referrer" and "Access-Control-Allow-Origin" not in told


def test_a_form_too_long_is_refused(visitor: Visitor) -> None:
    assert visitor.post("/undo", {"reason": "x" * 200_000}).status_code == 413


def test_words_of_a_paper_never_act(folder: Path, report: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    hostile = with_hostile_words(report)
    visitor = Visitor(desk_of(folder, hostile, monkeypatch))
    one = visitor.ids()[0]
    visitor.decide(one, "ask", HOSTILE)
    for path in ("/", f"/findings/{one}", "/questions"):
        page = visitor.get(path).text
        root: Any = parser.fromstring(page.encode())
        found = [e for e in root.iter() if isinstance(e.tag, str)]
        assert [e.get("src") for e in found if e.tag == "script"] in ([], ["/review.js"])
        assert not [e for e in found if e.tag in {"iframe", "object", "embed", "base", "style"}]
        for element in found:
            assert not [name for name in element.attrib if name.startswith("on") or name == "style"]
            for name in {"src", "href", "action", "formaction"} & set(element.attrib):
                assert element.get(name).startswith(("/", "#")), element.get(name)
        assert ">49<" not in page
    told = visitor.get("/questions.txt")
    assert told.mimetype == "text/plain" and told.headers["Content-Disposition"].startswith("attachment")


def test_a_finding_whose_paper_is_not_there_shows_no_picture(
    folder: Path, report: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = replace(report, case=replace(report.case, papers=()))
    visitor = Visitor(desk_of(folder, gone, monkeypatch))
    (one, *_) = visitor.ids("work/dates")
    assert "<img" not in visitor.get(f"/findings/{one}").text
    assert visitor.get(f"/pictures/1/{one}/0.png").status_code == 404
