"""What the templates are given: a finding with its pictures, and what is the same on every page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from consistency.model import Evidence, Finding
from consistency.reports._telling import encodable
from consistency.reports.html.page import Page
from consistency.reports.html.pictures import PIXELS, Shown
from consistency.reports.html.sections.findings import FIRST, entry
from consistency.reports.html.templating import environment
from consistency.reports.html.wording import Words
from consistency.review.deciding import DECISIONS, Filled
from consistency.review.desk import Desk, Standing, mark
from consistency.review.drawing import Drawer
from consistency.review.guard import Guard
from consistency.views.agenda import Item
from consistency.views.sides import sides
from consistency.views.surroundings import surroundings

TEMPLATES = environment("consistency.review")
SEVERAL = 8
"""So many neighbours are named in the short list beside a finding, on either side."""


class Frame(Struct, frozen=True):
    """What every page is laid out with."""

    desk: Desk
    guard: Guard
    drawer: Drawer
    words: Words

    def lay_out(self, template: str, standing: Standing, **told: Any) -> str:
        """Write a page or a part of one."""
        page = Page(standing.report, self.words, True, self.desk.wanted.reading)
        text: str = encodable(
            TEMPLATES.get_template(template).render(
                page=page,
                report=standing.report,
                words=self.words,
                desk=self.desk,
                standing=standing,
                agenda=standing.agenda,
                form=self.guard.form,
                news=news(standing),
                **{"wrong": "", **told},
            )
        )
        return text

    def finding(self, standing: Standing, place: int, filled: Filled | None = None, wrong: str = "") -> str:
        """Write the page of the finding at a place of the agenda, with the form as it was filled in."""
        items = standing.agenda.items
        item = items[place]
        first = max(min(place - SEVERAL, len(items) - 2 * SEVERAL - 1), 0)
        page = Page(standing.report, self.words, True, self.desk.wanted.reading)
        return self.lay_out(
            "finding.html",
            standing,
            item=item,
            place=place,
            entry=entry(page, item.finding, self._shown(standing, item.finding), set()),
            around=surroundings(standing.report.case, item.finding),
            previous=items[place - 1].finding if place else None,
            next=items[place + 1].finding if place + 1 < len(items) else None,
            beside=tuple(enumerate(items))[first : first + 2 * SEVERAL + 1],
            decisions=DECISIONS,
            filled=filled or self._filled(standing, item),
            wrong=wrong,
        )

    def draw_ahead(self, standing: Standing, place: int) -> None:
        """Draw the pictures of the finding at a place, which is likely to be looked at next."""
        if place < len(standing.agenda.items):
            finding = standing.agenda.items[place].finding
            self.drawer.ahead(standing.report.case, _at_once(finding))

    def _filled(self, standing: Standing, item: Item) -> Filled:
        return Filled.again(item.waiver, self.desk.name, mark(standing.told, item.finding.id))

    def _shown(self, standing: Standing, finding: Finding) -> Mapping[Evidence, Shown]:
        """Give the addresses of a finding's pictures; those that are not seen at once are drawn when asked for."""
        at_once = _at_once(finding)
        drawn = self.drawer.crops(standing.report.case, at_once)
        found: dict[Evidence, Shown] = {}
        for number, place in enumerate(c.evidence for c in finding.evidence):
            picture = drawn.get(place)
            is_there = place.document in standing.report.case.by_path and place.box is not None
            if place in found or not is_there or (place in at_once and picture is None):
                continue
            size = (round(picture.width * PIXELS), round(picture.height * PIXELS)) if picture else (0, 0)
            name = f"{standing.number}/{finding.id}/{number}"
            found[place] = Shown(f"picture-{number}", f"/pictures/{name}.png", *size)
        return found


def _at_once(finding: Finding) -> frozenset[Evidence]:
    """Give the places that are seen without unfolding anything."""
    shown = (side for side in sides(finding) if not side.follows)
    return frozenset(citation.evidence for side in shown for citation in side.citations[:FIRST])


def news(standing: Standing) -> Mapping[str, str]:
    """Say which findings are new or otherwise since the check before."""
    changes = standing.changes
    if changes is None:
        return {}
    return {**dict.fromkeys(changes.changed, "changed"), **dict.fromkeys(changes.new, "new")}
