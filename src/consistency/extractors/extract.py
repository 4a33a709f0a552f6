"""From a document to a paper: which kind it is, and what it says.

A form is recognised before any other kind because it names itself; among the other kinds the surest one
reads the document. Nothing here knows a kind by name: forms are found as data, papers as modules.
"""

import pkgutil
from functools import cache
from importlib import import_module
from types import ModuleType

from msgspec.structs import replace

from consistency.extractors import foreign, papers
from consistency.extractors.form_reading.form import read as read_form
from consistency.extractors.form_reading.form import recognise as recognise_form
from consistency.extractors.local_money import settled
from consistency.extractors.pages.as_seen import as_seen
from consistency.extractors.pages.colons import with_labels_closed
from consistency.extractors.pages.headings import section_of
from consistency.extractors.reading import Reading
from consistency.extractors.refusals.reasons import reasons_in
from consistency.model import AsOf, Document, Paper
from consistency.normalizer import organisations, services
from consistency.normalizer.dates import find_dates, find_periods
from consistency.normalizer.money import find_amounts
from consistency.normalizer.places import split_place

SURE_ENOUGH = 0.5
"""Below this a document is of no known kind: text was read, nothing is compared."""
ENTIRELY_SURE = 1.0
"""No kind is surer."""

UNREAD = Reading(AsOf(None, "unknown"))


@cache
def paper_kinds() -> dict[str, ModuleType]:
    """Give the modules of the free-form papers by kind; a module's name is its kind."""
    return {
        found.name.replace("_", "-"): import_module(f"{papers.__name__}.{found.name}")
        for found in pkgutil.iter_modules(papers.__path__)
        if not found.name.startswith("_")
    }


def recognise_paper(document: Document) -> str | None:
    """Name the kind of a free-form paper, or None where no kind is sure enough.

    Of several that are equally sure it is the last by name. So they are asked from the last on, and once one is as
    sure as any can be, the others need not be asked.
    """
    surest, most = None, 0.0
    for kind, module in sorted(paper_kinds().items(), reverse=True):
        sure = float(module.recognise(document))
        if sure > most:
            surest, most = kind, sure
        if most >= ENTIRELY_SURE:
            break
    return surest if most >= SURE_ENOUGH else None


def kind_of(document: Document) -> str | None:
    """Name the kind of a document, form or free-form paper, or None where it is of no known kind."""
    definition = recognise_form(document)
    if definition is not None:
        return definition.kind
    return document.once(with_labels_closed).once(recognise_paper)


def extract(document: Document) -> Paper:
    """Give the document's meaning: its kind, its facts and records, how it asks and as of when it speaks."""
    definition = recognise_form(document)
    if definition is not None:  # a form without a single answer names itself too
        return _paper(document, definition.kind, read_form(document, definition))
    if document.read == "failed":
        return _paper(document, "unknown", UNREAD)
    document = document.once(with_labels_closed)
    kind = document.once(recognise_paper)
    if kind is None:
        return _paper(document, "unknown", foreign.read(document) or UNREAD)
    return _paper(document, kind, settled(document, paper_kinds()[kind].read(document)))


def _paper(document: Document, kind: str, reading: Reading) -> Paper:
    paper = Paper(
        document=_understood(document),
        kind=kind,
        as_of=reading.as_of,
        facts=reading.facts,
        records=reading.records,
        asked=reading.asked,
        form_version=reading.form_version,
        language=reading.language,
        signed=reading.signed,
        validated=reading.validated,
        problems=reading.problems,
        sayings=reading.sayings,
    )
    return as_seen(paper)


def _understood(document: Document) -> Document:
    """Leave out what served to understand it: half of what is kept of a case.

    That is the words of pages, which stand in the lines once more, and a form's lists of codes and paths.
    """
    pages = tuple(replace(page, words=()) if page.words else page for page in document.pages)
    form = document.form and replace(document.form, codes={}, template=(), nodes=())
    understood = replace(document, pages=pages, form=form)
    understood.memory.update(document.memory)  # it is of the lines, which are the same
    return understood


def prepare() -> None:
    """Load what reads every kind of paper, and the tables and expressions that comparing papers needs, too.

    Processes begun from here have them, and so nobody makes them twice.
    """
    paper_kinds()
    for look_up in (
        find_periods,
        find_dates,
        find_amounts,
        split_place,
        organisations.key,
        services.army,
        section_of,
        reasons_in,
    ):
        look_up("any paper of 2019 - 2020")
