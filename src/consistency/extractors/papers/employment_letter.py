"""The letter in which an employer says who worked for them: as what, from when to when, for how much."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from consistency.extractors.layout import Paragraph, blocks, merged, paragraphs
from consistency.extractors.papers import _employment_statement as statement
from consistency.extractors.papers import _employment_terms as terms
from consistency.extractors.papers._career_fields import Atom, Where
from consistency.extractors.papers._career_tables import table_entries
from consistency.extractors.papers._employment_labels import Labelled, labelled
from consistency.extractors.papers._employment_statement import Role
from consistency.extractors.reading import Reading, cite, facts_from
from consistency.model import AsOf, Document, Evidence, Job, Line
from consistency.normalizer.dates import Period, is_present, parse, parse_period
from consistency.normalizer.money import parse_amount
from consistency.normalizer.organisations import key

_HEADS = re.compile(
    r"^\W*(?:employment|experience|service|work|working|relieving|job|internship|reference|salary)(?:\s+\w+){0,2}\s+(?:certificate|letter|verification|confirmation|reference)\b"
    r"|^\W*(?:certificate|letter|confirmation|proof|verification)\s+of\s+(?:employment|experience|service|work|reference)\b|^\W*reference letter\b|^\W*service certificate\b"
    r"|^\W*(?:attestation|certificat|lettre|confirmation)\s+(?:d['’]emploi|de travail|d['’]expérience|de référence|de recommandation|de service|d['’]employeur|de fonctions)\b"
    r"|^\W*(?:subject|re|sub|objet|réf)\b.{0,40}(?:experience|employment|service|reference|emploi|travail|expérience)\b.{0,12}(?:letter|certificate|verification|confirmation|of\b|attestation|–|-|:)",
    re.IGNORECASE,
)
_STATED = re.compile(
    r"\b(?:certif\w+|confirm\w*|attest\w*|state|verify|advised?|pleased to|inform\w*|témoign\w+|déclare\w*|confirmons)\b.{0,220}?"
    r"\b(?:employed|employee|worked|working|works|served|joined|(?:holds?|held) the (?:position|post)|internship|employée?|employé\(e\)|travaillé?|travaille|occupe|occupé|exercé|embauchée?|salariée?|partie de notre)\b",
    re.IGNORECASE | re.DOTALL,
)
_PLAIN_STATED = re.compile(
    r"\b(?:has been|was|is|had been) (?:[\w-]+ ){0,3}(?:employed|employee|working|engaged) (?:[\w-]+ ){0,2}(?:with|by|at|for|in|as|of)\b|\b(?:worked|served) (?:with|for|in|at) (?:us|our)\b"
    r"|\b(?:est|a été|était) (?:employée?|employé\(e\)|embauchée?|engagée?)\b|\ba travaillé\b",
    re.IGNORECASE,
)
_OTHER = (
    re.compile(r"^\W*(?:(?:conditional |formal )?(?:job )?offer(?: of employment| letter)?|letter of offer|offre d['’]emploi|lettre d['’]offre|(?:employment|work|labour) (?:contract|agreement)|contrat (?:de travail|d['’]emploi)|contract of employment|agreement|appointment letter|payslip|pay ?stub|curriculum vitae)\W*$", re.IGNORECASE | re.MULTILINE),
    re.compile(r"\b(?:offers? you|offer you|pleased to offer|we are offering|vous offr\w+|vous propos\w+|hereby agree|hereinafter|ci-après|probation(?:ary)? period of|terms and conditions of (?:this|your) employment|entre les soussignés)\b", re.IGNORECASE),
    re.compile(r"\b(?:visa officer|dear officer|agent des visas|madame, monsieur l['’]agent|immigration officer|your application (?:for|was)|we have determined|labour market impact|I am (?:writing|applying)|j['’]ai l['’]honneur|je présente|my (?:application|employer|savings|family))\b", re.IGNORECASE),
    re.compile(r"\b(?:account (?:no|number|holder)|holds? account|titulaire du compte|solde créditeur|opening balance|statement of account|relevé de compte)\b", re.IGNORECASE),
    re.compile(r"\bIMM\s?\d{4}|\bUCI\b|\bIUC\b|Citizenship and Immigration Canada|criminal record|casier judiciaire|police (?:clearance|certificate)", re.IGNORECASE),
)  # fmt: skip
_FRENCH = re.compile(r"\b(?:le|la|les|des|du|et|pour|dans|au|aux|est|que|par|depuis|à|sein|notre|nous|présente|monsieur|madame)\b", re.IGNORECASE)
_ENGLISH = re.compile(r"\b(?:the|and|of|with|for|to|in|at|is|was|that|has|been|our|we|this|he|she|his|her)\b", re.IGNORECASE)


@dataclass(frozen=True)
class _Letter:
    """A letter taken apart: its paragraphs, its labels, and the passage that states the employment."""

    document: Document
    parts: tuple[Paragraph, ...]
    labels: dict[str, Labelled] = field(default_factory=dict)

    @classmethod
    def of(cls, document: Document) -> "_Letter":
        """Take a document apart."""
        parts = tuple(part for block in blocks(document) for part in _with_heading(block.heading, paragraphs(block)))
        lines = [line for part in parts for line in _whole_lines(part)]
        return cls(document, parts, labelled(lines))

    @property
    def stated(self) -> int | None:
        """The number of the paragraph that states the employment."""
        for pattern in (_STATED, _PLAIN_STATED):
            for number, part in enumerate(self.parts):
                if not part.bullet and pattern.search(part.text):
                    return number
        return next((number for number, part in enumerate(self.parts) if statement.roles_in(part.text) and statement.person_in(part.text)), None)

    @property
    def passage(self) -> Paragraph | None:
        """The statement, with the paragraphs after it that go on about the employment."""
        number = self.stated
        if number is None:
            return None
        lines = list(self.parts[number].lines)
        for part in self.parts[number + 1 : number + 4]:
            if part.bullet or terms.is_off_topic(part.text) or not statement.roles_in(part.text):
                break
            lines += part.lines
        return Paragraph(tuple(lines))

    def place(self, words: str) -> Line:
        """Give the line in which the words stand."""
        passage = self.passage
        parts = (*((passage,) if passage else ()), *self.parts)
        squeezed = re.sub(r"\s+", "", words)
        part: Paragraph = next((part for part in parts if squeezed in re.sub(r"\s+", "", part.text)), parts[0])
        return part.place(words)


def _with_heading(heading: Line | None, parts: Sequence[Paragraph]) -> Iterator[Paragraph]:
    if heading is not None:
        yield Paragraph((heading,))
    yield from parts


def _whole_lines(part: Paragraph) -> Iterator[Line]:
    """Give wrapped prose as one line, the rows of a table as they are."""
    if len(part.lines) > 1 and all(len(line.segments) == 1 for line in part.lines):
        first = part.lines[0]
        whole = first.segments[0]._replace(text=part.text, words=())
        yield Line((whole,), first.page, first.part, first.bold, first.size)
    else:
        yield from part.lines


# --- recognition ------------------------------------------------------------------------------------------


def recognise(document: Document) -> float:
    """Say how surely a document is an employment letter: an employer states what somebody did for them."""
    if document.form is not None:
        return 0.0
    text = document.text
    score = 0.35 * any(_HEADS.match(line.text) for line in document.lines[:16])
    score += 0.45 * bool(_STATED.search(text) or _PLAIN_STATED.search(text))
    labels = set(labelled(document.lines))
    score += 0.35 * (len(labels & {"name", "title", "from", "when", "to"}) >= 3)
    score += 0.1 * bool({"pay", "hours", "duties"} & labels or terms.speaks_of_pay(text))
    score += 0.05 * bool(re.search(r"to whom it may concern|à qui de droit", text, re.IGNORECASE))
    score -= 0.6 * sum(1 for pattern in _OTHER if pattern.search(text))
    score -= 0.4 * (len(document.pages) > 4)
    return max(0.0, min(score, 1.0))


# --- reading ----------------------------------------------------------------------------------------------


def read(document: Document) -> Reading:
    """Read whom the letter is about, the jobs, and the day of the letter."""
    letter = _Letter.of(document)
    if not letter.parts:
        return Reading(AsOf(None, "unknown"))
    dated = terms.letter_date(document)
    facts: dict[str, tuple[str | None, Evidence]] = {}
    if (name := _name(letter)) is not None:
        facts["full_name"] = name.text, cite(document, name.line, name.text)
    if dated is not None:
        facts["document_date"] = dated[0].iso, cite(document, dated[2], dated[1])
    return Reading(
        as_of=AsOf(dated[0], "stated") if dated else AsOf(None, "unknown"),
        facts=facts_from(facts),
        records=tuple(_jobs(letter)),
        language=_language(letter),
        signed=terms.is_signed(document),
    )


def _name(letter: _Letter) -> Atom | None:
    passage = letter.passage
    said = statement.person_in(passage.text) if passage is not None else None
    if passage is not None and said is not None:
        return Atom(said.text, passage.place(said.text))
    beside = letter.labels.get("name")
    if beside is not None and statement.is_name(name := statement.without_honorific(beside.text)):
        return Atom(name, beside.line)
    for part in letter.parts:
        said = statement.person_in_subject(part.text) or (None if part.bullet else statement.person_in(part.text))
        if said is not None:
            return Atom(said.text, part.place(said.text))
    return None


def _language(letter: _Letter) -> str:
    text = " ".join(part.text for part in letter.parts if not part.bullet)
    return "fr" if len(_FRENCH.findall(text)) > len(_ENGLISH.findall(text)) else "en"


# --- jobs -------------------------------------------------------------------------------------------------


def _jobs(letter: _Letter) -> Iterator[Job]:
    roles = _roles_in_table(letter) or _roles(letter)
    employer, where = _employer(letter), _where(letter)
    last = len(roles) - 1
    for number, role in enumerate(sorted(roles, key=_begun)):
        job = Job(
            evidence=cite(letter.document, role.line),
            cells=_cells(letter, role, employer, where),
            period=role.period,
            city=where.city if where else None,
            country=where.country if where else None,
            title=role.title.text if role.title else None,
            employer=employer.text if employer else None,
        )
        yield _with_terms(letter, job) if number == last else job


def _begun(role: "_Told") -> date:
    return (role.period.earliest_day() if role.period else None) or date.min


def _with_terms(letter: _Letter, job: Job) -> Job:
    """Add pay, hours and duties: what the letter says of the last role."""
    pay = terms.pay_in(letter.parts)
    beside = letter.labels.get("pay")
    amount = pay.amount if pay is not None else parse_amount(beside.text) if beside is not None else None
    hours, duties = _hours(letter), terms.duties(letter.parts, letter.stated)
    cells = dict(job.cells)
    if pay is not None:
        cells["amount"] = cells["currency"] = cite(letter.document, pay.paragraph.place(pay.words), pay.words)
    return replace(
        job,
        cells=cells,
        amount=float(amount.value) if amount else None,
        currency=amount.currency if amount else None,
        per=amount.per if amount else None,
        hours=hours,
        duties=duties,
    )


def _hours(letter: _Letter) -> float | None:
    beside = letter.labels.get("hours")
    if beside is not None and (hours := terms.hours_of(beside.text)) is not None:
        return hours
    found = terms.hours_in(letter.parts)
    return found[0] if found else None


@dataclass(frozen=True, slots=True)
class _Told:
    """A role as the letter tells it."""

    title: Atom | None
    period: Period | None
    dates: str | None
    line: Line


def _roles_in_table(letter: _Letter) -> list[_Told]:
    """Read a table with a row for each role."""
    for block in blocks(letter.document):
        entries = [entry for entry in table_entries(block) or () if entry.first is not None and entry.found is not None]
        if entries:
            return [_Told(e.first, e.found.period if e.found else None, e.found.words if e.found else None, e.head) for e in entries]
    return []


def _roles(letter: _Letter) -> list[_Told]:
    passage = letter.passage
    told: list[_Told] = []
    if passage is not None:
        text = " ".join(sentence for sentence in terms.sentences(passage.text) if not terms.is_off_topic(sentence))
        told = [_told(role, passage) for role in statement.roles_in(text)]
    if not told:
        lines = tuple(letter.labels[name].line for name in ("title", "from", "to", "when") if name in letter.labels)
        told = [_Told(None, None, None, merged(lines))] if lines else []
    return [_completed(letter, role) for role in told]


def _told(role: Role, passage: Paragraph) -> _Told:
    title = Atom(role.title.text, passage.place(role.title.text)) if role.title else None
    return _Told(title, role.period, role.dates, merged(passage.lines))


def _completed(letter: _Letter, role: _Told) -> _Told:
    """Fill what the prose leaves out from the labels."""
    title, period = role.title, role.period
    if title is None and "title" in letter.labels:
        title = Atom(letter.labels["title"].text, letter.labels["title"].line)
    if period is None or period.start is None:
        period = _labelled_period(letter.labels) or period
    return replace(role, title=title, period=period)


def _labelled_period(labels: dict[str, Labelled]) -> Period | None:
    if "when" in labels and (period := parse_period(labels["when"].text)) is not None:
        return period
    if "from" not in labels:
        return None
    whole = parse_period(labels["from"].text)
    end_text = labels["to"].text if "to" in labels else ""
    end = parse(end_text) if end_text else None
    still = end is None and (statement.is_still(end_text) or is_present(end_text) if end_text else bool(whole and whole.open))
    return Period(whole.start, end, open=still) if whole is not None else None


def _employer(letter: _Letter) -> Atom | None:
    beside, head, passage = letter.labels.get("employer"), terms.letterhead(letter.document), letter.passage
    said = statement.employer_in(passage.text) if passage is not None else None
    if passage is not None and said is not None:
        if head is not None and key(head[0]) == key(said.text):
            return Atom(head[0], head[1])
        return Atom(said.text, passage.place(said.text))
    if beside is not None:
        return Atom(beside.text, beside.line)
    return Atom(*head) if head is not None else None


def _where(letter: _Letter) -> Where | None:
    beside = letter.labels.get("place")
    found = terms.as_place(beside.text, beside.line) if beside is not None else None
    return found or terms.place_in(letter.parts) or terms.address_in_head(letter.document)


def _cells(letter: _Letter, role: _Told, employer: Atom | None, where: Where | None) -> dict[str, Evidence]:
    document = letter.document
    cells: dict[str, Evidence] = {}
    for name, atom in (("title", role.title), ("employer", employer)):
        if atom is not None:
            cells[name] = cite(document, atom.line, atom.text)
    if where is not None:
        cells["city"] = cells["country"] = cite(document, where.line, where.words)
    if role.dates is not None:
        cells["from"] = cells["to"] = cite(document, letter.place(role.dates), role.dates)
    for name in ("from", "to"):
        if role.dates is None and name in letter.labels:
            cells[name] = cite(document, letter.labels[name].line, letter.labels[name].text)
    return cells
