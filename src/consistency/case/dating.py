"""As of when a paper speaks, where the paper itself does not say: metadata, then the folder's name."""

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from consistency.case.decisions import DECISIONS
from consistency.model import AsOf, FamilyMember, Paper, Relationship
from consistency.normalizer.dates import PartialDate
from consistency.normalizer.expressions import expression

FOLDER_DATE = expression(
    r"(?<!\d)((?:19|20)\d\d)(?:[-_. ]?(0[1-9]|1[0-2])(?:[-_. ]?(0[1-9]|[12]\d|3[01]))?)?(?!\d)"
)

LOOSE = frozenset({"metadata", "folder", "unknown"})
"""What a day rests on that the paper itself does not tell."""


def dated(paper: Paper, overrides: Mapping[str, PartialDate]) -> Paper:
    """Give the paper with its day: the configuration's, its own, its file's, or its folder's.

    The file's metadata never date an official form that carries its data: they are the blank's own.
    """
    if paper.path in overrides:
        return replace(paper, as_of=AsOf(overrides[paper.path], "config"))
    if paper.as_of.date is not None:
        return paper
    metadata = None if paper.is_form and paper.document.form is not None else _metadata_date(paper)
    if metadata is not None and not _tells_of_later(paper, metadata):
        return replace(paper, as_of=AsOf(metadata, "metadata"))
    folder = _folder_date(paper.path)
    return replace(paper, as_of=AsOf(folder, "folder" if folder else "unknown"))


def _tells_of_later(paper: Paper, day: PartialDate) -> bool:
    """Tell whether a registry's paper tells of a birth or a union after a day: it cannot be of that day."""
    starts = [one.period.start for one in paper.all(Relationship) if one.period]
    told = [*starts, *(one.birth_date for one in paper.all(FamilyMember))]
    return paper.kind == "civil-certificate" and any(one.after(day) for one in told if one)


def with_their_letters(papers: Sequence[Paper]) -> tuple[Paper, ...]:
    """Give an officer's notes that bear no day of their own the day of the letter on the same application."""
    letters = {
        number: paper.as_of
        for paper in sorted(papers, key=lambda paper: paper.path)
        if paper.kind in DECISIONS and paper.as_of.basis not in LOOSE and (number := _number(paper))
    }
    return tuple(
        replace(paper, as_of=letters[number])
        if paper.kind in DECISIONS and paper.as_of.basis in LOOSE and (number := _number(paper)) in letters
        else paper
        for paper in papers
    )


def _number(paper: Paper) -> str | None:
    return paper.value("application_number")


def _metadata_date(paper: Paper) -> PartialDate | None:
    """Give the day of creation: a later change may be a mere re-save."""
    written = paper.document.metadata.get("created") or paper.document.metadata.get("modified")
    try:
        return PartialDate.of(written[:10]) if written else None
    except ValueError:
        return None


def _folder_date(path: str) -> PartialDate | None:
    for folder in reversed(path.split("/")[:-1]):
        found = FOLDER_DATE.search(folder)
        if found:
            year, month, day = (int(part) if part else None for part in found.groups())
            try:
                return PartialDate(int(year or 0), month, day)
            except ValueError:
                return PartialDate(int(year or 0))
    return None
