"""A new application with stronger evidence: the reasons of the refusal, what is new, what is open, what runs out."""

from collections.abc import Iterator

from consistency.comparator.reapplication.decisions import Refused, letters, refused_papers
from consistency.comparator.reapplication.packages import State, package
from consistency.comparator.telling import cite_papers
from consistency.model import Paper, Severity, by_weight
from consistency.views.ways._refusal import last_refusal, reason_points
from consistency.views.ways._way import Checked, Point, Way, finding_point

UNANSWERED = "reapplication/reason-unanswered"
"""The rule that says, for each reason of the refusal, that the letter or the evidence is not there."""

LACKING = (
    UNANSWERED, "reapplication/incomplete", "reapplication/claim-unsupported",
    "reapplication/document-stale", "reapplication/unchanged", "offer/expired", "document/unsigned",
    "document/unreadable", "document/printed-blank",
)  # fmt: skip
"""Rules that say what the draft does not hold, or does not hold any more."""

CLOCKS = (
    "lmia", "passport", "police-certificate", "medical-exam", "language-test", "permit",
    "six-month-bar",
)  # fmt: skip

STATES: tuple[tuple[State, str], ...] = (
    ("new", "the refused application did not hold"),
    ("changed", "the refused application held in other words"),
    ("same", "are those of the refused application"),
)

HEAVY = Severity.MAJOR
"""Open findings from this level on are listed one by one; the others are counted."""


def way(checked: Checked) -> Way:
    """Lay out what the folder holds for a new application."""
    case, person = checked.case, checked.person
    refused = last_refusal(case, person)
    concerned = refused is not None or bool(checked.clocks_of("restoration"))
    drafted = case.drafted(person)
    lacking = checked.found(LACKING)
    bears = [
        *(reason_points(case, person, refused) if refused else ()),
        *(_new(checked, refused) if refused else ()),
        *_open(checked, {finding.id for finding in lacking}),
    ]
    return Way(
        title="A new application with stronger evidence",
        meaning="There is no appeal from the refusal of a temporary permit. A new application is read beside the "
        "earlier ones; IRCC says to apply again where the situation has changed significantly or new information "
        "answers the reason given. It does not stop any other time that runs.",
        provisions=("IRPA s.11(1)", "IRPR s.200"),
        bears=tuple(bears) if concerned else (),
        clocks=checked.clocks_of(*CLOCKS) if concerned else (),
        missing=(*_without(checked, drafted), *(finding_point(f, detail=True) for f in lacking)),
    )


def _new(checked: Checked, refused: Refused) -> Iterator[Point]:
    """Say what became of the papers beside the forms, where the refused application is in the folder."""
    if not refused_papers(checked.case, checked.person, refused):
        return
    matches = package(checked.case, checked.person, refused).drafted
    for state, words in STATES:
        papers = [m.new for m in matches if m.state == state and m.new is not None and not m.new.is_form]
        if papers:
            yield Point(f"papers of the draft that {words}: {len(papers)}", cite_papers(papers))


def _open(checked: Checked, told: set[str]) -> Iterator[Point]:
    """Give the open findings: the heavy ones each, the others by their number."""
    left = [finding for finding in checked.findings if finding.id not in told]
    heavy = by_weight(finding for finding in left if finding.severity >= HEAVY)
    yield from (finding_point(finding) for finding in heavy)
    if len(left) > len(heavy):
        yield Point(f"open findings below the level {HEAVY}: {len(left) - len(heavy)}")


def _without(checked: Checked, drafted: tuple[Paper, ...]) -> Iterator[Point]:
    if not any(paper.is_form for paper in drafted):
        yield Point("the forms of a new application: the folder holds no draft")
    elif not letters(checked.case, checked.person) and not checked.found((UNANSWERED,)):
        yield Point("an explanation letter in the draft")
