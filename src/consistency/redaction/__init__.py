"""A report that can be shown to somebody who must not know whose it is.

Names, numbers, addresses and birth dates give way to stand-ins that stay the same throughout ("PERSON-1"); employers
and schools too, for they tell who somebody is. Another spelling of the same name has a letter ("PERSON-1b"), so that
a finding about the spelling can still be understood. Dates of a history, countries, cities, titles and sums stay:
without them no finding could be understood. The words of the documents themselves are left out.

A finding's id stays, so that it can be spoken of; it is a fingerprint of what was found, and whoever guesses all of
it can prove the guess. The same is true of a file's SHA-256.
"""

from __future__ import annotations

from msgspec.structs import replace

from consistency.model import Case, Report
from consistency.redaction.masking import Mask
from consistency.redaction.paths import Paths
from consistency.redaction.personal import born_on, personal
from consistency.redaction.public import sums, words_told
from consistency.redaction.walking import Walk

CASE = "CASE"
"""What stands in the place of the case folder's own path."""


def redacted(report: Report) -> Report:
    """Give the same report about nobody; whatever is written of it, in any format, names nobody."""
    again: Report = redactor(report.case).value(report)
    return again


def redactor(case: Case) -> Walk:
    """Give what redacts any value that is made of a case."""
    found = personal(case)
    mask = Mask(found, sums(case), words_told(case))
    paths = Paths(mask)
    renamed = paths.renamed(paper.path for paper in case.papers)
    folders = {part for path in renamed for part in path.split("/") if len(part) > 3}
    literal = renamed | {part: paths.name(part) for part in folders}
    if "/" in case.path or "\\" in case.path:
        literal[case.path] = CASE
    known = tuple(sorted(literal.items(), key=lambda pair: -len(pair[0])))
    return Walk(replace(mask, literal=known), renamed | {case.path: CASE}, born_on(case))
