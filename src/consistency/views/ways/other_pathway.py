"""Another pathway: only what the folder itself holds of one, such as papers of another stream, or a bar to wait out."""

from collections.abc import Iterator
from itertools import islice

from consistency.comparator.openly import is_supplement
from consistency.comparator.passages import passages
from consistency.comparator.status.permits import applied_for, held
from consistency.comparator.telling import Told, cite_papers
from consistency.comparator.work.offers import EXEMPT, drafted, refused
from consistency.extractors.form_reading.form import definitions
from consistency.model import Citation, Offer, Paper
from consistency.normalizer.expressions import expression
from consistency.normalizer.negation import flat
from consistency.views.ways._refusal import last_refusal
from consistency.views.ways._way import Checked, Point, Way, finding_point

STREAMS = {
    "work": frozenset({"imm1295", "imm5710"}),
    "study": frozenset({"imm1294", "imm5709"}),
    "visit": frozenset({"imm5257", "imm5708"}),
    "permanent residence": frozenset({"imm0008", "imm1344"}),
}
"""The application forms of each stream."""

WRONG_STREAM = "wrong-stream"
"""The reason of a refusal that speaks of the category applied for."""


TRP = "temporary resident permit"
_TRP = expression(r"\btemporary resident permit|\bpermis de sejour temporaire|\btrp\b")

MEANING = (
    "Each stream has requirements of its own, which are not checked here; what earlier applications said is read "
    "beside it in every stream."
)
WAITING = " While a bar runs, no permit is issued."


def way(checked: Checked) -> Way:
    """Lay out what the folder holds of another stream than that of the draft and of the last refusal."""
    clocks = checked.clocks_of("six-month-bar")
    return Way(
        title="Another pathway",
        meaning=MEANING + (WAITING if clocks else ""),
        provisions=tuple(dict.fromkeys(p for clock in clocks for p in clock.provisions)),
        bears=(
            *_other_streams(checked),
            *_exempt(checked),
            *_residence_permits(checked),
            *_category(checked),
        ),
        clocks=clocks,
    )


def _stream(paper: Paper) -> str | None:
    return next((name for name, kinds in STREAMS.items() if paper.kind in kinds), None)


def _other_streams(checked: Checked) -> Iterator[Point]:
    """Give the application forms of streams other than the draft's."""
    case, person = checked.case, checked.person
    own = {_stream(p) for p in case.drafted(person)} - {None}
    titles = {definition.kind: definition.title for definition in definitions()}
    for paper in case.of(person):
        stream = _stream(paper)
        if own and stream is not None and stream not in own:
            title = titles.get(paper.kind, paper.kind)
            application = case.application_of(paper)
            outcome = f" ({application.outcome})" if application and application.outcome == "refused" else ""
            day = paper.as_of.date or "an unknown day"
            yield Point(f"{stream}{outcome}: {title}, of {day}", cite_papers([paper]))


def _exempt(checked: Checked) -> Iterator[Point]:
    """Give an offer of the draft of another kind than the refused one: with an assessment, or exempt from it."""
    before = {_is_exempt(told) for told in refused(checked.case, checked.person) if told.record.number}
    now = {_is_exempt(told): told for told in drafted(checked.case, checked.person) if told.record.number}
    for exempt, told in now.items():
        if before and exempt not in before:
            needs = "needs no" if exempt else "rests on a"
            number = told.record.number
            text = (
                f"the draft's offer {number} {needs} labour market impact assessment, unlike the refused one"
            )
            yield Point(text, (told.cite("number", number),))


def _is_exempt(told: Told[Offer]) -> bool:
    return (told.record.number or "").upper().startswith(EXEMPT)


def _residence_permits(checked: Checked) -> Iterator[Point]:
    """Give the temporary resident permits: those held, the box of a form that asks for one, letters that name one."""
    case, person = checked.case, checked.person
    for one in held(case, person):
        if one.kind == "residence":
            yield Point(f"temporary resident permit, until {one.expiry}", one.cite())
    for paper in case.drafted(person):
        box = applied_for(paper).get(TRP) if paper.is_form else None
        if box is not None:
            yield Point(
                f"{paper.path} applies for a {TRP}", (Citation(box.cite("status"), TRP, paper.as_of.date),)
            )
        named = (
            (p for p in passages(paper) if _TRP.search(flat(p.text))) if is_supplement(paper) else iter(())
        )
        yield from (Point(f"{paper.path} names a {TRP}", (one.citation,)) for one in islice(named, 1))


def _category(checked: Checked) -> Iterator[Point]:
    """Give what the papers say against the category that was applied for."""
    last = last_refusal(checked.case, checked.person)
    for told in last.reasons if last else ():
        if told.record.reason == WRONG_STREAM:
            yield Point("the refusal names the category applied for", (told.cite("reason", WRONG_STREAM),))
    yield from map(finding_point, checked.found(("offer/permit-type", "status/wrong-form")))
