"""The addresses of the page and what each answers: documents are named by findings and numbers, never by a path."""

from __future__ import annotations

from datetime import date
from importlib.resources import files
from threading import Thread
from typing import NamedTuple

from flask import Flask, Response, request
from werkzeug.exceptions import HTTPException

from consistency.config import WrongConfiguration
from consistency.config.writing import ChangedMeanwhile
from consistency.model import Evidence
from consistency.reports.html import templating
from consistency.review.asking import as_paper, as_text, questions
from consistency.review.deciding import Filled
from consistency.review.desk import Desk, Overtaken, Standing, mark
from consistency.review.drawing import Drawer
from consistency.review.guard import Guard, Refused, closed, cookie
from consistency.review.pages import TEMPLATES, Frame
from consistency.review.wording import words

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MOST_BYTES = 100_000
"""Longest form: a reason of many pages."""


class _Route(NamedTuple):
    rule: str
    name: str
    method: str = "GET"


ROUTES = (
    _Route("/start", "start"),
    _Route("/", "index"),
    _Route("/findings/<name>", "finding"),
    _Route("/findings/<name>", "decide", "POST"),
    _Route("/pictures/<int:number>/<name>/<int:place>.png", "picture"),
    _Route("/pages/<int:number>/<name>/<int:place>/<int:page>", "whole"),
    _Route("/pages/<int:number>/<name>/<int:place>/<int:page>.png", "sheet"),
    _Route("/questions", "asked"),
    _Route("/questions.txt", "asked_text"),
    _Route("/questions.docx", "asked_paper"),
    _Route("/undo", "undo", "POST"),
    _Route("/language", "language", "POST"),
    _Route("/news/<int:number>", "news"),
    _Route("/review.css", "style"),
    _Route("/review.js", "script"),
    _Route("/review.svg", "icon"),
)


class Site:
    """One run of the page: what each address answers. Each method that a route names is one."""

    def __init__(self, desk: Desk, guard: Guard, lang: str) -> None:
        self.desk, self.guard, self._lang = desk, guard, lang
        self.drawer = Drawer(desk.folder, desk.wanted.reading)

    @property
    def frame(self) -> Frame:
        """What pages are laid out with, in the language that is chosen."""
        return Frame(self.desk, self.guard, self.drawer, words(self._lang))

    def start(self) -> Response:
        """Exchange the token for a cookie; the admitted browser is led on without one."""
        admitted = self.guard.knows(request) or (
            request.method == "GET" and self.guard.admit(request.args.get("token", ""))
        )
        if not admitted:
            raise Refused(403, "session")
        answer = _to("/")
        answer.set_cookie(cookie(request), self.guard.session, httponly=True, samesite="Strict", path="/")
        return answer

    def index(self) -> Response:
        """Show all findings, one line each."""
        return _html(self.frame.lay_out("list.html", self.desk.standing))

    def finding(self, name: str) -> Response:
        """Show one finding."""
        standing = self.desk.standing
        place = _place(standing, name)
        shown = self.frame.finding(standing, place)
        Thread(target=self.frame.draw_ahead, args=(standing, place + 1), daemon=True).start()
        return _html(shown)

    def decide(self, name: str) -> Response:
        """Write a decision down, and go on to the next finding that has none."""
        standing, filled = self.desk.standing, Filled.of(request.form)
        place = _place(standing, name)
        lacking = filled.lacks(standing.agenda.items[place].finding)
        if lacking:
            return self._again(standing, place, filled, f"wrong.{lacking}", 422)
        try:
            self.desk.decide(filled.waiver(name, date.today()), filled.seen)
        except (Overtaken, ChangedMeanwhile):
            standing = self.desk.standing
            filled = filled.seen_now(mark(standing.told, name))
            return self._again(standing, _place(standing, name), filled, "wrong.overtaken", 409)
        except WrongConfiguration as error:
            return self._again(standing, place, filled, "wrong.file", 409, reason=error)
        following = self.desk.standing.agenda.undecided(place)
        return _to(f"/findings/{following.finding.id}" if following else "/")

    def _again(
        self, standing: Standing, place: int, filled: Filled, wrong: str, status: int, **values: object
    ) -> Response:
        told = self.frame.words(wrong, **values)
        return _html(self.frame.finding(standing, place, filled, told), status)

    def undo(self) -> Response:
        """Put the file back as it was before the last decision, and show its finding."""
        try:
            undone = self.desk.undo()
        except WrongConfiguration:
            told = self.frame.words("wrong.undo")
            return _html(self.frame.lay_out("list.html", self.desk.standing, wrong=told), 409)
        known = undone and self.desk.standing.agenda.place(undone.waiver.id) is not None
        return _to(f"/findings/{undone.waiver.id}" if undone and known else "/")

    def picture(self, number: int, name: str, place: int) -> Response:
        """Give the picture of a place of a finding of one check."""
        standing, cited = self._cited(number, name, place)
        drawn = self.drawer.crops(standing.report.case, [cited]).get(cited)
        if drawn is None:
            raise Refused(404, "missing")
        return Response(drawn.png, mimetype="image/png")

    def whole(self, number: int, name: str, place: int, page: int) -> Response:
        """Show a whole page of the document of a place, with the place marked where it is on it."""
        standing, cited = self._cited(number, name, place)
        drawn = self.drawer.sheet(standing.report.case, cited, page)
        pages = [one.number for one in standing.report.case.by_path[cited.document].document.pages]
        told = {"cited": cited, "sheet": drawn, "finding": name, "number": page, "pages": pages}
        address = f"/pages/{number}/{name}/{place}"
        return _html(self.frame.lay_out("whole.html", standing, address=address, **told))

    def sheet(self, number: int, name: str, place: int, page: int) -> Response:
        """Give a whole page as a picture."""
        standing, cited = self._cited(number, name, place)
        drawn = self.drawer.sheet(standing.report.case, cited, page)
        if drawn is None:
            raise Refused(404, "missing")
        return Response(drawn.png, mimetype="image/png")

    def _cited(self, number: int, name: str, place: int) -> tuple[Standing, Evidence]:
        """Give a place by its finding and number; what an earlier check has found is there no more."""
        standing = self.desk.standing
        evidence = standing.agenda.items[_place(standing, name)].finding.evidence
        if number != standing.number or place >= len(evidence):
            raise Refused(404, "missing")
        cited = evidence[place].evidence
        if cited.document not in standing.report.case.by_path:
            raise Refused(404, "missing")
        return standing, cited

    def asked(self) -> Response:
        """Show the questions for the client."""
        standing, frame = self.desk.standing, self.frame
        return _html(frame.lay_out("asked.html", standing, questions=questions(standing.agenda, frame.words)))

    def asked_text(self) -> Response:
        """Give the questions as a file."""
        standing = self.desk.standing
        told = as_text(standing.report, standing.agenda, self.frame.words)
        return _saved(told, "questions.txt", "text/plain")

    def asked_paper(self) -> Response:
        """Give the questions as a DOCX."""
        standing = self.desk.standing
        return _saved(as_paper(standing.report, standing.agenda, self.frame.words), "questions.docx", DOCX)

    def language(self) -> Response:
        """Change the language of the page, and show the list."""
        self._lang = self.frame.words("review.language_code")
        return _to("/")

    def news(self, number: int) -> Response:
        """Tell whether the folder is being checked, or was since the check that a page shows."""
        return _html(self.frame.lay_out("news.html", self.desk.standing, shown=number))

    def style(self) -> Response:
        """Give the style: the report's, and what the page needs beside it."""
        return Response(templating.own("page.css") + _file("review.css"), mimetype="text/css")

    def script(self) -> Response:
        """Give the script."""
        return Response(_file("review.js"), mimetype="text/javascript")

    def icon(self) -> Response:
        """Give the icon of the browser's tab."""
        return Response(_file("review.svg"), mimetype="image/svg+xml")

    def refused(self, error: Refused) -> Response:
        """Say in one sentence why a request is not answered."""
        told = words(self._lang)
        page = TEMPLATES.get_template("refused.html").render(words=told, reason=error.reason)
        return _html(page, error.status)


def application(site: Site) -> Flask:
    """Join the addresses and the guard that stands before each of them."""
    app = Flask(__name__, static_folder=None, template_folder=None)
    app.config.update(MAX_CONTENT_LENGTH=MOST_BYTES, MAX_FORM_MEMORY_SIZE=MOST_BYTES, MAX_FORM_PARTS=20)
    for route in ROUTES:
        app.add_url_rule(route.rule, route.name, getattr(site, route.name), methods=[route.method])
    app.before_request(lambda: site.guard.check(request))
    app.after_request(closed)
    app.register_error_handler(Refused, site.refused)
    app.register_error_handler(HTTPException, lambda error: site.refused(_refusal(error)))
    return app


def _refusal(error: HTTPException) -> Refused:
    return Refused(error.code or 500, "large" if error.code == 413 else "missing")


def _place(standing: Standing, name: str) -> int:
    place = standing.agenda.place(name)
    if place is None:
        raise Refused(404, "gone")
    return place


def _file(name: str) -> str:
    return (files("consistency.review") / name).read_text(encoding="utf-8")


def _saved(told: str | bytes, name: str, media: str) -> Response:
    saved = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(told, mimetype=media, headers=saved)


def _html(text: str, status: int = 200) -> Response:
    return Response(text, status, mimetype="text/html")


def _to(address: str) -> Response:
    """Send the browser on by GET, so that loading again sends no form twice."""
    return Response(status=303, headers={"Location": address})
