"""One page for a person: findings with pictures of their places, timeline, details by document, coverage.

The page is one file that opens from disk. It loads nothing, runs only its own script, and is readable without it.
"""

from __future__ import annotations

from consistency.model import Report
from consistency.readers.limits import Options


def render(
    report: Report,
    *,
    lang: str = "en",
    pictures: bool = True,
    reading: Options | None = None,
    jobs: int = 0,
) -> str:
    """Write a report as one HTML page.

    ``lang`` is the language of the interface ("en", "fr"); ``pictures`` says whether places are shown as they are
    seen in the document, for which its file is opened again with ``reading`` (passwords, limits), by so many ``jobs``:
    processes that draw within the limits; with none this process does, and a bad page may end it. Raises
    :class:`LookupError` for a language that there are no words in.
    """
    from consistency.reports.html._laying_out import page

    return page(report, lang, pictures, reading or Options(), jobs)
