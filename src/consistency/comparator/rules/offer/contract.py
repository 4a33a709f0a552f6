"""offer/contract: a contract or offer that is not signed, not dated, of after the filing, or of another employer."""

from collections.abc import Iterator, Sequence
from itertools import chain, pairwise

from msgspec.structs import replace

from consistency.comparator.engine import Mismatch, rule
from consistency.comparator.passages import Passage, passages
from consistency.comparator.telling import Told
from consistency.comparator.work.offers import applicants, drafted
from consistency.model import Case, Citation, Evidence, Offer, Paper, Person, Severity
from consistency.normalizer import organisations
from consistency.normalizer.dates import PartialDate
from consistency.normalizer.expressions import expression
from consistency.normalizer.text import fold, plain

COMPANY = expression(
    r"\b(?P<name>(?:[A-ZÀ-Ý0-9](?!\w*[a-zà-ÿ]{3}\.\s)[\w&'’.\-]*,?\s+(?:(?:&|and|et|of|de|du|des|the)\s+)?){1,5}"
    r"(?:[Ll]td|[Ll]imited|[Ii]nc|[Ii]ncorporated|[Cc]orp|Corporation|LLC|LLP|[Ll]t[ée]e|[Ee]nr)\b)\.?"
)
"""A company by its legal form."""
_LEGAL_FORM = expression(
    r"\b(?:[Ll]td|[Ll]imited|[Ii]nc|[Ii]ncorporated|[Cc]orp|Corporation|LLC|LLP|[Ll]t[ée]e|[Ee]nr)\b"
)
_EMPLOYS = expression(
    r"(?:\bemploy(?:ed|ee|ees|ment) (?:by|of|at|with)|(?<!\bnot )\bwork(?:s|ing)? (?:\w+ly )?for|\b(?:serves?"
    r"|joins?|joining)"
    r"|\b(?:entered into|made|agreement|contract) (?:\w+ ){0,2}between|\bcontrat (?:\w+ ){0,3}entre"
    r"|\bau service de|\bemployee? (?:de|par|chez)|\btravaille\w* (?:\w+ ){0,3}pour)(?: the| l| la| le)?$"
)
"""Words (folded) before the name of whoever employs."""
_OWES = expression(
    r"^\.?,? (?:(?:shall|will|must|agrees? to|undertakes? to|is to|s ?engage a|doit) )?(?:also )?"
    r"(?:(?:pays?|reimburses?|paye?r?a?|paie(?:ra)?|verser?a?|rembourse(?:ra?)?)\b[^.;]{0,60}?"
    r"\b(?:employees?|workers?|salariee?|employee?|travailleu\w+)"
    r"|(?:pays?|provides?|reimburses?|covers?|suppl(?:y|ies)|arranges?|paye?r?a?|paie(?:ra)?|verser?a?|fourni(?:t|ra?)"
    r"|rembourse(?:ra?)?)\b[^.;]{0,60}?\b(?:airfare|air fare|flights?|wages?|salary|overtime|vacation"
    r"|(?:round[- ]trip|return) transport\w*|accommodations?|housing|lodging|billets?|salaire|hebergement|logement))\b"
)
"""Words (without accents) behind the name of whoever owes what an employer owes."""
_NO_EMPLOYER = expression(
    r"\b(?:insur\w+|assuranc\w+|travel|tours?|airlines?|immigration|consult\w*|law|legal|bank|banque|caisse"
    r"|trust|benefits?"
    r"|health|sante|realty|rentals?|hotels?|lodge|inn|properties|homes?|housing|apartments?|suites|staffing|personnel"
    r"|placement|payroll)\b"
)
"""Words (folded) in the name of a company that serves the employer."""
_CALLED = expression(
    r"^(?=,|\s?\(|\s(?:herein|hereafter|ci-apr))[\s,(]{0,4}(?:herein(?:after)?|hereafter|ci-apr[eè]s)?"
    r"(?:[\s,]?(?:referred to|known|as|called|d[ée]sign[ée]e?|appel[ée]e?|d[ée]nomm[ée]e?)){0,3}[\s,]{0,2}[\"“'‘«]?\s?"
    r"(?:the |l['’]\s?)?[\"“'‘«]?\s?(?:Employer|Employeur)[\"”'’»]?\s?(?:[),.;]|$|(?:and|et|of)\b)"
)
"""Words behind the name of whom a contract calls the employer: "Acme Ltd. (hereinafter the “Employer”)"."""
_SERVED = expression(r"^(?:['’]s)? (?:customers?|clients?|guests?|products?|brands?)\b")
_TRADING = expression(
    r"\b(?:operating as|o a|doing business as|dba|d b a|trading as|t a|formerly|previous\w*|agenc\w+"
    r"|recruit\w+|faisant affaires?)\b"
)

KINDS = {"employment-contract": "The contract", "offer-of-employment": "The offer of employment"}


@rule(Severity.MAJOR, references=["IRPR s.200(5)"])
def contract(case: Case) -> Iterator[Mismatch]:
    """A contract or an offer is unsigned, undated, dated after the application was signed, or names another employer.

    Why: a paper that binds nobody, that did not exist when the application was signed, or that was copied from another
    employer's is no proof of a genuine offer.
    Advice: enclose the copy that both have signed and dated before the application is signed; have another employer's
    name corrected; or document why both names stand in it.

    Reports a contract without a signature:
        draft/imm1295.pdf as of 2026-03-01: offer employer=Acme title=Cook number=7894563
        draft/employment-contract.pdf as of 2026-02-01: offer employer=Acme title=Cook
        draft/employment-contract.pdf as of 2026-02-01: signed=no

    Reports a contract of a later day than the application:
        draft/imm1295.pdf as of 2026-03-01: offer employer=Acme title=Cook number=7894563
        draft/employment-contract.pdf as of 2026-04-01: offer employer=Acme title=Cook
        draft/employment-contract.pdf as of 2026-04-01: signed=yes

    Reports a contract without a date:
        draft/imm1295.pdf as of 2026-03-01: offer employer=Acme title=Cook number=7894563
        draft/employment-contract.pdf: offer employer=Acme title=Cook

    Reports another employer in the body of the contract:
        draft/imm1295.pdf as of 2026-03-01: offer employer="Acme Ltd." title=Cook number=7894563
        draft/employment-contract.pdf as of 2026-02-01: offer employer="Acme Ltd." title=Cook
        draft/employment-contract.pdf as of 2026-02-01: text "The Employee shall be employed by Northern Lights Catering Inc. in Acme's kitchen."

    Reports another company that pays what the employer owes:
        draft/imm1295.pdf as of 2026-03-01: offer employer="Acme Ltd." title=Cook number=7894563
        draft/employment-contract.pdf as of 2026-02-01: offer employer="Acme Ltd." title=Cook
        draft/employment-contract.pdf as of 2026-02-01: text "Blue Harbour Inc. shall reimburse the return flight."

    Accepts the employer's other names, an agency, and companies that employ nobody:
        draft/imm1295.pdf as of 2026-03-01: offer employer="Acme Ltd." title=Cook number=7894563
        draft/employment-contract.pdf as of 2026-02-01: offer employer="Acme Ltd." title=Cook
        draft/employment-contract.pdf as of 2026-02-01: text "This contract is made between ACME Limited and Noor Sample."
        draft/employment-contract.pdf as of 2026-02-01: text "WORK AGREEMENT Between Acme Ltd. (the Employer) and Noor Sample"
        draft/employment-contract.pdf as of 2026-02-01: text "You will join Blue Harbour Inc., operating as Acme Ltd., on 1 June."
        draft/employment-contract.pdf as of 2026-02-01: text "Health cover is provided by Sunrise Insurance Inc. from the first day."
        draft/employment-contract.pdf as of 2026-02-01: text "Sunrise Insurance Inc. covers the employee from the first day."
        draft/employment-contract.pdf as of 2026-02-01: text "The Employer pays the half of it, and ADP Inc. pays out on behalf of the Employer."
        draft/employment-contract.pdf as of 2026-02-01: text "The Employee shall not work for Other Foods Inc., a customer of the Employer."
        draft/employment-contract.pdf as of 2026-02-01: text "Sunrise Inc. covers the employee from the first day."

    Accepts a contract signed before the application:
        draft/imm1295.pdf as of 2026-03-01: offer employer=Acme title=Cook number=7894563
        draft/employment-contract.pdf as of 2026-02-01: offer employer=Acme title=Cook
        draft/employment-contract.pdf as of 2026-02-01: signed=yes

    Accepts a contract on the day of the application:
        draft/imm1295.pdf as of 2026-03-01: offer employer=Acme title=Cook number=7894563
        draft/employment-contract.pdf as of 2026-03-01: offer employer=Acme title=Cook

    Accepts a paper of which a part could not be read:
        draft/imm1295.pdf as of 2026-03-01: offer employer=Acme title=Cook number=7894563
        draft/employment-contract.pdf: offer employer=Acme title=Cook
        draft/employment-contract.pdf: problem code=no-text message="Page 3 is a picture." read=partial

    Reports another company, written as in Québec, for which the worker is to work:
        draft/imm1295.pdf as of 2026-03-01: offer employer="Érablière du Lac inc." title=Cook
        draft/employment-contract.pdf as of 2026-02-01: offer employer="Érablière du Lac inc." title=Cook
        draft/employment-contract.pdf as of 2026-02-01: text "Le salarié travaille en tout temps pour Vergers du Nord ltée."
    """
    for person in applicants(case):
        filed = _filed(case, person)
        for paper in case.of(person):
            if case.in_draft(paper) and paper.kind in KINDS and paper.document.read == "full":
                yield from _of(paper, person, filed)
                yield from _other_employer(case, person, paper)


def _filed(case: Case, person: Person) -> tuple[Paper, PartialDate] | None:
    """Give the draft's form with the offer, and the day on which it was signed."""
    forms = [p for p in case.drafted(person) if p.is_form and any(p.all(Offer))]
    return next(((p, p.as_of.date) for p in forms if p.as_of.date is not None), None)


def _of(paper: Paper, person: Person, filed: tuple[Paper, PartialDate] | None) -> Iterator[Mismatch]:
    name, day = KINDS[paper.kind], paper.as_of.date
    here = Citation(Evidence(paper.path, None), None, day)
    subject = f"{paper.kind} {day or ''}".strip()
    if paper.signed is False and paper.document.method != "ocr":
        yield Mismatch(person, f"{subject} unsigned", f"{name} ({paper.path}) bears no signature.", (here,))
    if day is None or paper.as_of.basis in {"metadata", "folder"}:
        yield Mismatch(person, f"{subject} undated", f"{name} ({paper.path}) bears no date.", (here,))
    elif filed is not None and day.after(filed[1]):
        form = Citation(Evidence(filed[0].path, filed[1].iso), filed[1].iso, filed[1])
        dated = Citation(Evidence(paper.path, day.iso), day.iso, day)
        detail = f"{name} ({paper.path}) is dated {day}; the application was signed on {filed[1]}."
        yield Mismatch(person, f"{subject} later", detail, (dated, form))


def _other_employer(case: Case, person: Person, paper: Paper) -> Iterator[Mismatch]:
    """Look for another employer's name in the body of a contract."""
    own = [told for told in drafted(case, person) if told.record.employer]
    found = [(name, passage) for name, passage in _employing(paper) if not _is_own(name, own)]
    here = [told for told in own if told.paper.path == paper.path]
    if found and here:
        name, passage = found[0]
        employer = here[0].record.employer
        yield Mismatch(
            person,
            f"{paper.kind} of {fold(name)}",
            f"{KINDS[paper.kind]} ({paper.path}) is that of {employer}, and names {name} as the one who employs: "
            f"“{passage.text}”",
            (passage.cite(name), *(told.cite("employer", employer) for told in here[:1])),
        )


def _employing(paper: Paper) -> Iterator[tuple[str, Passage]]:
    """Give the companies that a paper's sentences call the employer; a sentence may run over two lines."""
    told = list(passages(paper))
    joined = (replace(one, text=f"{one.text} {other.text}") for one, other in pairwise(told))
    for passage in chain(told, joined):
        if not _LEGAL_FORM.search(passage.text) or _TRADING.search(fold(passage.text)):
            continue
        for company in COMPANY.finditer(passage.text):
            before, after = passage.text[: company.start()], passage.text[company.end() :]
            owes = _OWES.match(plain(after)) and not _NO_EMPLOYER.search(fold(company["name"]))
            employs = _EMPLOYS.search(fold(before)) and not _SERVED.match(after)
            if employs or _CALLED.match(after) or owes:
                yield company["name"], passage


def _is_own(name: str, own: Sequence[Told[Offer]]) -> bool:
    """True for an employer's name, also where words of a heading before it were taken for a part of it."""
    employers = [told.record.employer or "" for told in own]
    if any(organisations.compare(name, employer).agrees for employer in employers):
        return True
    keys = [organisations.key(employer) for employer in employers]
    return any(key and organisations.key(name).endswith(f" {key}") for key in keys)
