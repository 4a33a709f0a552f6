"""Restoration of status in Canada: what ended, until when it may be restored, and what the form asks for."""

from collections.abc import Iterator

from consistency.comparator.status.permits import applied_for
from consistency.comparator.status.stay import inside_forms
from consistency.model import Citation
from consistency.views.ways._way import Checked, Point, Way, finding_point

BEARING = ("status/restoration", "status/gap", "status/unauthorized-work", "background/overstay")


def way(checked: Checked) -> Way:
    """Lay out what the folder holds of a status in Canada that has ended, or that ends."""
    clocks = checked.clocks_of("restoration")
    return Way(
        title="Restoration of status in Canada",
        meaning="Within 90 days of losing status as a visitor, worker or student, it is restored where the initial "
        "requirements of the stay are met and no other condition was breached than the period, the work or the studies "
        "that were authorised. Work begins again only with the permit.",
        provisions=("IRPR s.182(1)", "IRPR s.185"),
        bears=tuple(_bears(checked)) if clocks else (),
        clocks=(*clocks, *checked.clocks_of("six-month-bar")) if clocks else (),
        missing=tuple(_missing(checked)) if clocks else (),
    )


def _bears(checked: Checked) -> Iterator[Point]:
    for clock in checked.clocks_of("restoration"):
        yield Point("what ended", (clock.citation,))
    for form in inside_forms(checked.case, checked.person):
        if checked.case.in_draft(form):
            for word, permit in sorted(applied_for(form).items()):
                cited = Citation(permit.cite("status"), word, form.as_of.date)
                yield Point(f"{form.path} applies for: {word}", (cited,))
    yield from map(finding_point, checked.found(BEARING))


def _missing(checked: Checked) -> Iterator[Point]:
    drafted = [p for p in inside_forms(checked.case, checked.person) if checked.case.in_draft(p)]
    if not drafted:
        yield Point("a form of the draft that is made in Canada (IMM 5708, IMM 5709 or IMM 5710)")
    elif not any("restoration" in applied_for(form) for form in drafted):
        yield Point(f"the box for restoration on {drafted[-1].path}, or a picture of it that can be read")
