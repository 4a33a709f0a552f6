"""offer/not-named: the applicant does not stand on the assessment's page of names."""

from collections.abc import Iterator, Sequence

from consistency.comparator.engine import Mismatch, rule
from consistency.comparator.identity.naming import Named, agree, named_in
from consistency.comparator.statements import LOOK_ALIKE, listed
from consistency.comparator.work.offers import applicants, drafted
from consistency.model import Case, Citation, Paper, Person, Severity
from consistency.normalizer import names
from consistency.normalizer.names import PersonName


@rule(Severity.CRITICAL, references=["IRPR s.203(1)"])
def not_named(case: Case) -> Iterator[Mismatch]:
    """The applicant is not among the workers whom the assessment names.

    Why: an assessment that names workers holds for them alone; for anybody else there is no positive assessment.
    Advice: ask the employer to have the applicant's name added, as the passport spells it; or for the assessment
    that names the applicant; or explain another spelling and enclose proof that both names are one person's.

    Reports other names than the applicant's:
        draft/imm1295.pdf as of 2026-03-01: family_name=ADHIKARI given_names=SUNITA birth_date=1990-05-04
        draft/imm1295.pdf as of 2026-03-01: offer employer=Acme title=Cook number=7894563
        draft/lmia.pdf as of 2026-01-10: offer employer=Acme title=Cook number=7894563 name="Marvin Escobar; Kofi Asante"

    Accepts the applicant among others, whatever the order of the words:
        draft/imm1295.pdf as of 2026-03-01: family_name=ADHIKARI given_names=SUNITA birth_date=1990-05-04
        draft/imm1295.pdf as of 2026-03-01: offer employer=Acme title=Cook number=7894563
        draft/lmia.pdf as of 2026-01-10: offer employer=Acme title=Cook number=7894563 name="Kofi Asante; ADHIKARI Sunita"

    Accepts an assessment that names nobody:
        draft/imm1295.pdf as of 2026-03-01: family_name=ADHIKARI given_names=SUNITA birth_date=1990-05-04
        draft/imm1295.pdf as of 2026-03-01: offer employer=Acme title=Cook number=7894563
        draft/lmia.pdf as of 2026-01-10: offer employer=Acme title=Cook number=7894563
    """
    for person in applicants(case):
        called = named_in(case, person)
        pages = [told for told in drafted(case, person) if told.paper.kind == "lmia" and told.record.name]
        workers = [(told.paper, one) for told in pages for one in _workers(told.record.name)]
        if not workers or not called or any(_is(paper, one, called) for paper, one in workers):
            continue
        own = [n.citation for n in called if case.in_draft(n.paper) and n.official] or [called[-1].citation]
        places = (*(told.cite("name", told.record.name) for told in pages), *own)
        yield _mismatch(person, [one for _, one in workers], called, places)


def _mismatch(
    person: Person, workers: Sequence[PersonName], called: Sequence[Named], places: tuple[Citation, ...]
) -> Mismatch:
    slips = (one for one in workers if any(names.spelling_slip(one, own.name) for own in called))
    spelt = next(slips, None)
    detail = f"The assessment names {listed(one.display for one in workers)}, not {person.name}."
    if spelt:
        detail += f" Is “{spelt.display}” meant to be {person.name}? IRCC compares names letter by letter."
    return Mismatch(person, "lmia names", detail, places, ask=spelt is not None)


def _workers(text: str | None) -> Iterator[PersonName]:
    yield from (names.parse_full(one) for one in (text or "").split(";") if one.strip())


def _is(paper: Paper, worker: PersonName, called: tuple[Named, ...]) -> bool:
    """True where a listed worker is the applicant; on a picture letters that look alike are one."""
    listed_as = Named(paper, worker, ())
    if any(agree(listed_as, own) for own in called):
        return True
    return paper.document.method == "ocr" and any(_blurred(worker) == _blurred(own.name) for own in called)


def _blurred(name: PersonName) -> list[str]:
    return sorted(word.upper().translate(LOOK_ALIKE) for word in name.all_tokens)
