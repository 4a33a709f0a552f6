"""The page: its policy, its own style and script, and the template that lays it out."""

from __future__ import annotations

from importlib.metadata import version

from markupsafe import Markup

from consistency.model import Report
from consistency.readers.limits import Options
from consistency.reports._telling import encodable
from consistency.reports.html.page import Page
from consistency.reports.html.sections import sections
from consistency.reports.html.templating import environment, own, policy
from consistency.reports.html.wording import words


def page(report: Report, lang: str, pictures: bool, reading: Options, jobs: int) -> str:
    """Lay out the page."""
    told = words(lang)
    one = Page(report, told, pictures, reading, jobs)
    style, script = own("page.css"), own("page.js")
    laid_out = environment().get_template("page.html")
    text: str = encodable(
        laid_out.render(
            page=one,
            report=report,
            words=told,
            sections=tuple(sections(one)),
            style=Markup(style),
            script=Markup(script),
            policy=policy(style, script),
            version=version("consistency"),
        )
    )
    return text
