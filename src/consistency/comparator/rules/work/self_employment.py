"""work/self-employment: work on one's own account without a paper of it, or with another owner."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from consistency.comparator.aligned.alignment import Same, Told
from consistency.comparator.aligned.employment import employer_of, is_own_business
from consistency.comparator.engine import Mismatch, rule
from consistency.comparator.identity.naming import named_in, same_given, shortened
from consistency.comparator.openly import cited_openly, lowered
from consistency.comparator.passages import LETTER, Passage, passages
from consistency.comparator.told_days import day_of, widest
from consistency.comparator.work.history import jobs, keys, named, subject, weighed
from consistency.comparator.work.paid_work import REGISTER
from consistency.model import Case, Job, Paper, Person, Severity
from consistency.normalizer import names, own_account
from consistency.normalizer.expressions import expression
from consistency.normalizer.names import PersonName
from consistency.normalizer.occupations import fields
from consistency.normalizer.text import fold

SHORT = 183
"""Days up to which work on one's own account is a thing beside: six months."""

YEARS = 10
"""Years before the draft up to which such work is still looked at."""

SAYS = frozenset({"cv", LETTER})
"""Papers in which the applicant speaks: no proof of a business."""

OTHERS = frozenset(
    {
        "employment-letter", "lmia", "offer-of-employment", "employment-contract", "refusal-letter", "gcms-notes",
        "decision-notes", "passport", "permit", "police-certificate", "education-certificate", "civil-certificate",
        "travel-history",
    }
)  # fmt: skip
"""Papers about other things: what they say of taxes and invoices is a duty of another job."""

REGISTERED = expression(
    r"\b(?:(?:business|company|trade|commercial|firm|shop|professional|municipal|tax|vat|gst"
    r"|sales tax) (?:name )?(?:regist\w+|licen[cs]es?|permit|certificate|number|returns?)"
    r"|certificate of (?:registration|incorporation|commencement)|regist\w+ of (?:companies|business\w*|commerce"
    r"|trade)|trade licen[cs]e|commercial regist\w+|chamber of commerce|articles of (?:association|incorporation)"
    r"|partnership deed|sole proprietor\w*|income tax|tax (?:return|assessment|payer|identification|clearance)"
    r"|notice of assessment|assessment year|gstin|gst|itr|udyam|msme|ntn|fbr|bir|dti|mayor s permit|ssm|nib|npwp"
    r"|siup|ruc|rfc|cnpj|mei|nit|rut|cuit|siret|siren|kbis|k bis|registre (?:national|du commerce"
    r"|des metiers)|auto ?entrepreneu\w+|immatricul\w+|patente"
    r"|taxe professionnelle|identifiant fiscal|avis d ?imposition|declaration (?:d ?impot|de revenus?|fiscale)|urssaf"
    r"|invoices?|factures?|purchase orders?|lease (?:agreement|deed) of the (?:shop|office)|chartered accountant"
    r"|business bank|proof of registration|regist(?:er|ry) of (?:legal entities|enterprises|taxpayers|entrepreneurs"
    r"|persons)|individual entrepreneur)\b"
)
"""Words (folded) of papers that a business leaves: its register, its taxes, its invoices."""

LAND = expression(
    r"\b(?:land (?:records?|holdings?|titles?|owner\w*|register|certificates?|revenue)|title deeds?|agrarian|ejid\w+"
    r"|jamabandi|khasra|record of rights|patta\w*|(?:farmer|agricultural|agriculturist)(?:s| s)? (?:card|certificate"
    r"|registration|holding)|cadastr\w+|titre foncier|exploitation agricole|hectares|acres)\b"
)
"""Words (folded) of papers of the land that somebody farms."""

OWNER = expression(
    r"(?:names? of (?:the )?(?:owner|proprietor|proprietress|entrepreneur|licensee|taxpayer|holder|registrant)"
    r"|owner(?:['’]s)?(?: name)?|(?:entrepreneur|registrant|taxpayer)(?:['’]s)?(?: name)?|apellidos y nombres"
    r"|nome do empres[áa]rio"
    r"|propriet(?:or|ress)(?:['’]s)?(?: name)?|licensee(?: name)?|sole proprietor|propriétaire|titulaire"
    r"|surname, name, patronymic[^:]{0,40}?|nom et prénoms?(?: de l['’](?:exploitant|entrepreneur|assujetti))?|farmer"
    r"|exploitante?|gérante?|dirigeante?)(?:\s*[:\-–]\s*|\s{2,})(?:(?:Mr|Mrs|Ms|M|Mme|Shri|Smt)\.?\s+)?"
    r"(?P<name>[^\W\d_][\w'’.-]*(?:\s+[^\W\d_][\w'’.-]*){1,4}?)(?=\s{2,}|\s*[,;.|(\n]|\s*$)",
    re.IGNORECASE,
)

_FAMILY = expression(
    r"^\W*(?:nom(?: de famille)?|surname|family name|last name|apellidos?)\s*[:"
    r"|]?\s+(?P<name>[^\W\d_][\w'’. -]{1,40})$",
    re.IGNORECASE,
)
_GIVEN = expression(
    r"^\W*(?:prénoms?|given names?|first names?|forenames?|nombres?)\s*[:|]?\s+(?P<name>[^\W\d_][\w'’. -]{1,40})$",
    re.IGNORECASE,
)
"""The owner's name in two rows of a register, one below the other."""

LABEL = expression(
    r"\b(?:type|mobile|tele?phone|number|no|address|business|date|individual|status|gender|e ?mail|category|nationality"
    r"|signature|details|code|id|organi[sz]ation|constitution|entreprise|adresse|raison sociale|numero|activite)\b"
)
"""Words (folded) of the heading of the next cell, which is nobody's name."""


@rule(Severity.MAJOR, references=["IRPA s.16(1)", "IRPR s.200(3)(a)"])
def self_employment(case: Case) -> Iterator[Mismatch]:
    """Self-employment is told and no paper shows the business, or a paper names another owner.

    Why: nobody but the applicant says that the work was done; an officer counts it only with papers of the business.
    Advice: enclose a registration or licence, tax returns, invoices or an accountant's letter; or say in the letter why
    none was needed there; or correct the history, or document who the owner is.

    Reports self-employment of which no paper tells:
        draft/imm1295.pdf as of 2026-03-01: job employer="Self-employed" title=Painter from=2018-01 to=present
        draft/employment-letter.pdf as of 2017-12-20: job employer=Acme title=painter from=2014-01-08 to=2017-12-15

    Reports a shop of one's own:
        draft/imm1295.pdf as of 2026-03-01: job employer="Rao Tailors" title=Owner from=2018-01 to=2022-06
        draft/bank-statement.pdf as of 2026-02-20: full_name="Anita Rao"

    Reports a licence in the name of somebody else:
        draft/imm1295.pdf as of 2026-03-01: family_name=RAO given_names=ANITA birth_date=1990-01-01
        draft/imm1295.pdf as of 2026-03-01: job employer="Blue Needle Tailors" title=Owner from=2018-01 to=2022-06
        draft/licence.pdf as of 2018-02-20: text "Trade licence of Blue Needle Tailors. Owner: Vijay Sharma"

    Reports a registration in the name of the spouse, in a table:
        draft/imm1295.pdf as of 2026-03-01: family_name=RAO given_names=ANITA birth_date=1990-01-01
        draft/imm1295.pdf as of 2026-03-01: job employer="Blue Needle Tailors" title=Owner from=2018-01 to=2022-06
        draft/licence.pdf as of 2018-02-20: text "Udyam registration of Blue Needle Tailors"
        draft/licence.pdf as of 2018-02-20: text "NAME OF ENTREPRENEUR: VIJAY ANIL RAO"

    Reports a register in two languages, in the name of a relative who shares a family name:
        draft/imm1295.pdf as of 2026-03-01: family_name="PRADO COUTO" given_names=DIEGO birth_date=1990-01-01
        draft/imm1295.pdf as of 2026-03-01: job employer="DC Marcenaria" title=Owner from=2018-01 to=2022-06
        draft/licence.pdf as of 2018-02-20: text "Business registration. Trade name: DC MARCENARIA"
        draft/licence.pdf as of 2018-02-20: text "Owner / Nome do empresário: HELENA LIMA COUTO"

    Accepts a register whose next heading stands where a name would:
        draft/imm1295.pdf as of 2026-03-01: family_name=RAO given_names=ANITA birth_date=1990-01-01
        draft/imm1295.pdf as of 2026-03-01: job employer="Blue Needle Tailors" title=Owner from=2018-01 to=2022-06
        draft/licence.pdf as of 2018-02-20: text "Udyam registration of Blue Needle Tailors"
        draft/licence.pdf as of 2018-02-20: text "Owner   Mobile Number   Address"

    Accepts a business with a registration:
        draft/imm1295.pdf as of 2026-03-01: family_name=RAO given_names=ANITA birth_date=1990-01-01
        draft/imm1295.pdf as of 2026-03-01: job employer="Blue Needle Tailors" title=Owner from=2018-01 to=2022-06
        draft/licence.pdf as of 2018-02-20: text "Trade licence of Blue Needle Tailors. Owner: Mrs. Anita Rao"

    Accepts a paper that is known for a register's, whatever its words:
        draft/imm1295.pdf as of 2026-03-01: family_name=RAO given_names=ANITA birth_date=1990-01-01
        draft/imm1295.pdf as of 2026-03-01: job employer="Blue Needle Tailors" title=Owner from=2018-01 to=2022-06
        draft/business-registration.pdf as of 2018-02-20: job employer="Blue Needle Tailors" paid_from=2018-02-20 paid_to=2018-02-20

    Accepts a business with tax papers:
        draft/imm1295.pdf as of 2026-03-01: job employer="Self-employed" title=Painter from=2018-01 to=present
        draft/taxes.pdf as of 2025-05-20: text "Income tax return, assessment year 2024-25"

    Accepts the register of legal entities:
        draft/imm1295.pdf as of 2026-03-01: job employer="Self-employed" title=Painter from=2018-01 to=present
        draft/register.pdf as of 2025-05-20: text "National registry of legal entities - proof of registration"

    Accepts the papers of the land that a farmer works:
        draft/imm1295.pdf as of 2026-03-01: job employer="Own farm" title=Farmer from=2018-01 to=present
        draft/land.pdf as of 2025-05-20: text "Jamabandi, record of rights of the village"

    Reports a shop beside which the folder holds the papers of a field:
        draft/imm1295.pdf as of 2026-03-01: job employer="Rao Tailors" title=Owner from=2018-01 to=2022-06
        draft/land.pdf as of 2025-05-20: text "Jamabandi, record of rights of the village"

    Reports a shop for farmers beside the papers of a field:
        draft/imm1295.pdf as of 2026-03-01: job employer="Rao Farm Supplies" title=Owner from=2018-01 to=2022-06
        draft/land.pdf as of 2025-05-20: text "Jamabandi, record of rights of the village"

    Accepts a paper that was not read, which may be it:
        draft/imm1295.pdf as of 2026-03-01: job employer="Self-employed" title=Painter from=2018-01 to=present
        draft/employment-letter.pdf as of 2017-12-20: job employer=Acme title=painter from=2014-01-08 to=2017-12-15
        draft/scan.pdf: problem code=no-text message="the page is a picture" read=failed

    Accepts a folder without any evidence of work, which is not complete yet:
        draft/imm1295.pdf as of 2026-03-01: job employer="Self-employed" title=Painter from=2018-01 to=present

    Accepts a few months, and work of long ago:
        draft/imm1295.pdf as of 2026-03-01: job employer="Self-employed" title=Painter from=2018-01 to=2018-04
        draft/cv.pdf as of 2026-03-01: job employer=Freelance title=Writer from=2010-01 to=2012-04
        draft/employment-letter.pdf as of 2017-12-20: job employer=Acme title=painter from=2014-01-08 to=2017-12-15

    Accepts a job for an employer:
        draft/imm1295.pdf as of 2026-03-01: job employer="Rao Tailors" title=tailor from=2018-01 to=2022-06
        draft/bank-statement.pdf as of 2026-02-20: full_name="Anita Rao"
    """
    for person in case.people:
        for job in jobs(case, person):
            rows = [told for told in job.told if _claims(case, told)]
            if rows and _weighs(case, job, rows):
                yield from _judged(case, person, job, rows)


def _claims(case: Case, told: Told[Job]) -> bool:
    """True for a row of the draft's forms or curriculum vitae that tells of work on one's own account."""
    return case.in_draft(told.paper) and told.paper.asks(Job) is not None and is_own_business(told.record)


def _weighs(case: Case, job: Same[Job], rows: Sequence[Told[Job]]) -> bool:
    """True for work of more than six months, not long ago."""
    paper = rows[0].paper
    today = day_of(case, paper)
    days = widest(job, paper, today)
    return days is not None and (days[1] - days[0]).days > SHORT and today.year - days[1].year <= YEARS


def _judged(case: Case, person: Person, job: Same[Job], rows: Sequence[Told[Job]]) -> Iterator[Mismatch]:
    proofs = [*filter(_may_prove, case.papers)]
    tellers = {paper.path for paper in job.papers}
    about = [paper for paper in proofs if paper.path in tellers or paper.kind not in OTHERS]
    shown = (REGISTERED, LAND) if _is_farming(job) else (REGISTERED,)
    registered = [paper for paper in about if _shows(paper, shown)]
    owners = [found for paper in registered for found in _owners(job, paper)]
    own = [one.name for one in named_in(case, person)]
    others = [(line, name) for line, name in owners if not _is_among(names.parse_full(name), own)]
    if own and others and len(others) == len(owners):
        yield _other_owner(person, job, rows, others)
    elif proofs and not registered and not _unread(case):
        yield _unproven(case, person, job, rows)


def _is_farming(job: Same[Job]) -> bool:
    """True for work on a field of one's own, of which the papers of the land tell."""
    titles = (one.record.title for one in job.told if one.record.title)
    places = (name for one in job.told if (name := one.record.employer) and own_account.told(name))
    return any("farm" in fields(text) for text in (*titles, *places))


def _is_own(owner: PersonName, own: PersonName) -> bool:
    """True for the applicant's name in any form, a maiden name too; who shares the family name alone is a relative."""
    if same_given(owner, own):
        return True
    return names.compare(owner, own).agrees or shortened(owner, own) or names.spelling_slip(owner, own)


def _is_among(owner: PersonName, own: Sequence[PersonName]) -> bool:
    return any(_is_own(owner, name) for name in own)


def _shows(paper: Paper, shown: Sequence[re.Pattern[str]]) -> bool:
    """True for a register's paper of an own business, and for one in which any of such words stand."""
    text = fold(paper.document.text)
    return (paper.kind == REGISTER and any(paper.all(Job))) or any(words.search(text) for words in shown)


def _may_prove(paper: Paper) -> bool:
    """True for a paper of somebody else than the applicant."""
    return not paper.is_form and paper.kind not in SAYS and paper.document.read != "failed"


def _unread(case: Case) -> bool:
    """True where a paper could not be read: it may be the registration."""
    return any(paper.document.read == "failed" for paper in case.papers)


def _owners(job: Same[Job], paper: Paper) -> Iterator[tuple[Passage, str]]:
    """Give the owners whom a paper names, where it is about this business, with the lines that name them."""
    text = f" {fold(paper.document.text)} "
    if any(f" {key} " in text for key in keys(job) if key):
        for line in paper.document.lines:
            for found in (
                found for found in OWNER.finditer(line.text) if not LABEL.search(fold(found["name"]))
            ):
                yield Passage(paper, line.text, line), found["name"]
        for line, below in pairwise(paper.document.lines):
            family, given = _FAMILY.match(line.text), _GIVEN.match(below.text)
            if family is not None and given is not None:
                yield Passage(paper, line.text, line), f"{given['name']} {family['name']}"


def _unproven(case: Case, person: Person, job: Same[Job], rows: Sequence[Told[Job]]) -> Mismatch:
    said = _said_registered(case, job)
    level = weighed(case, Severity.MAJOR, {told.record.title for told in rows}, False)
    sentence = named(job)
    return Mismatch(
        person=person,
        subject=subject(job),
        detail=f"{sentence[0].upper()}{sentence[1:]} is told as work on one's own account in "
        f"{', '.join(dict.fromkeys(told.paper.path for told in rows))}; no paper of the folder shows a registration, a"
        f" licence, taxes or invoices.{f' {said.paper.path} speaks of it: “{said.text}”' if said else ''}",
        evidence=(
            *(told.cite("employer", employer_of(told.record) or told.record.title) for told in rows),
            *cited_openly(said),
        ),
        severity=lowered(level, said),
    )


def _said_registered(case: Case, job: Same[Job]) -> Passage | None:
    """Give the sentence of a letter of the draft that tells how the business was registered or taxed."""
    for paper in case.papers:
        if paper.kind == LETTER and case.in_draft(paper):
            for passage in passages(paper):
                text = fold(passage.text)
                about = any(key in text for key in keys(job)) or "self employ" in text or "business" in text
                if about and REGISTERED.search(text):
                    return passage
    return None


def _other_owner(
    person: Person, job: Same[Job], rows: Sequence[Told[Job]], others: Sequence[tuple[Passage, str]]
) -> Mismatch:
    said = "; ".join(f"“{name}” in {line.paper.path}" for line, name in others)
    return Mismatch(
        person=person,
        subject=subject(job),
        detail=f"{person.name} tells {named(job)} as an own business; its owner is {said}.",
        evidence=(
            *(told.cite("employer", employer_of(told.record) or told.record.title) for told in rows),
            *(line.cite(name) for line, name in others),
        ),
        severity=Severity.MAJOR,
    )
