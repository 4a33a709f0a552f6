"""The ways on after a refusal, for a terminal: what each is, its time, what bears on it, and what is missing."""

import textwrap
from collections.abc import Iterator, Sequence

from click import style

from consistency.model import Citation, Clock
from consistency.reports._clocks import line
from consistency.reports._lines import columns, flat, wrapped
from consistency.views.ways import PersonPlan, Plan, Point, Stop, Way

NEUTRAL = (
    "What the folder holds for each way on, in no order of worth. Nothing here chooses one, or tells how one may end; "
    "it is no legal advice."
)
NOTHING = "No paper of IRCC in the folder tells of a refusal, and no status in Canada has ended: nothing to lay out."
PLACES = 2
"""So many places of one point are shown; the others are counted (the JSON has all)."""


def render_plan(plan: Plan) -> str:
    """Write a plan for a terminal of the present width."""
    width = columns()
    head = [style(f"consistency plan: {plan.case.path}", bold=True), f"as of {plan.case.as_of}"]
    head += [wrapped(NEUTRAL if plan.people else NOTHING, width, "")]
    parts = ["\n".join(head)]
    for one in plan.people:
        parts += _person(one, plan, width)
    return "\n\n".join(parts)


def _person(one: PersonPlan, plan: Plan, width: int) -> Iterator[str]:
    if len(plan.case.people) > 1:
        yield style(f"{one.person.name} ({one.person.role}, {one.person.id})", bold=True)
    if one.answers:
        lines = [style(_headed("An answer is due", width), bold=True), *_times(one.answers, plan, width)]
        yield "\n".join(lines)
    if one.stop is not None:
        yield _stop(one.stop, plan, width)
        return
    yield from (_way(way, plan, width) for way in one.ways)
    if one.without:
        yield wrapped(f"Nothing in the folder bears on: {'; '.join(one.without)}.", width, "  ")


def _stop(stop: Stop, plan: Plan, width: int) -> str:
    lines = [style(_headed("STOP: A FINDING OF MISREPRESENTATION", width), fg="red", bold=True)]
    lines += [_indented(stop.text, width), _indented(f"Law: {', '.join(stop.provisions)}", width)]
    return "\n".join(
        [*lines, *_times(stop.clocks, plan, width), *_points("In the folder", stop.points, width)]
    )


def _way(way: Way, plan: Plan, width: int) -> str:
    lines = [style(_headed(way.title, width), bold=True), _indented(way.meaning, width)]
    if way.provisions:
        lines.append(_indented(f"Law: {', '.join(way.provisions)}", width))
    lines += _times(way.clocks, plan, width)
    lines += _points("In the folder", way.bears, width)
    lines += _points("Missing", way.missing, width)
    return "\n".join(lines)


def _headed(title: str, width: int) -> str:
    return f"{title} {'─' * max(0, width - len(title) - 1)}"


def _indented(text: str, width: int) -> str:
    return wrapped(f"  {text}", width, "  ")


def _times(clocks: Sequence[Clock], plan: Plan, width: int) -> Iterator[str]:
    if clocks:
        yield style("  Time", bold=True)
    for clock in clocks:
        yield textwrap.indent(line(clock, plan.case, width - 2), "  ")
        yield wrapped(f"{' ' * 6}{clock.sentence}", width, " " * 6)


def _points(head: str, points: Sequence[Point], width: int) -> Iterator[str]:
    if points:
        yield style(f"  {head}", bold=True)
    for point in points:
        known = f" · {point.finding}" if point.finding else ""
        yield wrapped(f"  · {flat(point.text)}{known}", width, "    ")
        if not point.finding:
            yield from _places(point.citations, width)


def _places(citations: Sequence[Citation], width: int) -> Iterator[str]:
    """Write the first places of a point, each in two lines at most."""
    for citation in citations[:PLACES]:
        evidence = citation.evidence
        page = f" (p. {evidence.page})" if evidence.page else ""
        words = f": “{flat(evidence.quote)}”" if evidence.quote else ""
        lines = textwrap.wrap(f"{evidence.document}{page}{words}", width - 8, max_lines=2, placeholder=" …”")
        yield style(textwrap.indent("\n".join(lines), " " * 6), dim=True)
    if len(citations) > PLACES:
        yield style(f"      and {len(citations) - PLACES} more", dim=True)
