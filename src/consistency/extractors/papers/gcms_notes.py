"""Notes of IRCC's case management system (GCMS, before it CAIPS), as released on an access request."""

import re
from collections.abc import Iterator

from consistency.extractors.papers._grounds import grounds_in_notes
from consistency.extractors.papers._labels import Accept, Labelled, Value, vocabulary
from consistency.extractors.papers._letters import language_of
from consistency.extractors.papers._prose import Passage, passage, plain
from consistency.extractors.papers._values import is_plain_name, marital_word
from consistency.extractors.reading import Reading, facts_from
from consistency.model import AsOf, Document, Evidence, Line, Record, Refusal, Segment
from consistency.normalizer import dates, identifiers
from consistency.normalizer.dates import PartialDate, Period

LABELS = vocabulary("gcms_notes")

_STAMP = re.compile(
    r"\[?(?P<day>\d{4}[/-]\d{2}[/-]\d{2}"
    r"|\d{1,2}[- ][A-Za-z]{3}[- ]\d{4})(?:[ T]+\d{1,2}:\d{2}(?::\d{2})?(?: ?[AP]M)?)?\]?"
)
_MARGIN = re.compile(
    r"\s*(?:\[?\d{4}[/-]\d{2}[/-]\d{2}\]?|\d{1,2}:\d{2}(?::\d{2})?\]?|[A-Z]{2}\d{4,6}:?"
    r"|s\.? ?\d{2}(?:\(\d\))+(?:\([a-z]\))?|[█■]+|created(?: by)?|by|text)\s*",
    re.IGNORECASE,
)
_NOTES = re.compile(
    r"^(?:(?:case |officer'?s? |electronic |application )?notes|notes? (?:de l'agent|au dossier|du dossier)"
    r"|case notes view|remarks|user remarks)\s*:?$"
)
_CLUES = (
    r"information disclosed under the access|divulguee en vertu de la loi sur l'acces",
    r"\bgcms\b|\bsmgc\b|\bcaips\b|global case management",
    r"\b(?:final decision|decision finale)\b",
    r"\b(?:eligibility|admissibilite)\b(?:\W{1,4}\w+)?\s*$|\bassessments?\b\s*$|\bevaluations?\b\s*$",
    r"\b(?:criminality|criminalite|info sharing|security)\b",
    r"\b(?:primary client|client details|client principal|details du client|responsible office"
    r"|bureau responsable|primary office)\b",
    r"\d{4}[/-]\d{2}[/-]\d{2} \d{1,2}:\d{2}",
    r"\bs\.? ?(?:15|16|19|21|22|26)\(\d\)",
    r"\b(?:pa|applicant)\b[^.]{0,80}\b(?:states|has not|is|not satisfied|bf)\b"
    r"|i have reviewed the application",
)
_OUTCOMES = (
    ("refused", r"refus|reject|rejet|negative"),
    ("withdrawn", r"withdr|retir"),
    ("approved", r"approv|accept|positive"),
)
_MARRIED = re.compile(
    r"\b(?:pa|applicant|client|he|she|demandeur|demanderesse) (?:is|states|est)(?: (?:that )?(?:he"
    r"|she) is)? (?P<status>[a-z-]+)"
)


def recognise(document: Document) -> float:
    """Say how sure it is that these are notes of the case management system."""
    text = plain(document.text)
    if re.search(r"^\s*dear\b|officer decision notes", text, re.MULTILINE):
        return 0.1
    clues = sum(bool(re.search(clue, text, re.MULTILINE)) for clue in _CLUES)
    return min(1.0, 0.35 + 0.1 * clues) if clues >= 3 else 0.1


def read(document: Document) -> Reading:
    """Read whose file it is, how it was decided and why."""
    found = _labelled(document)
    notes = _notes(document)
    decided = _decided(found, notes)
    values: dict[str, tuple[str | None, Evidence]] = {
        name: (_written(name, value), value.evidence) for name, value in found.items() if name != "decided"
    }
    if "decision" not in values and (outcome := _outcome(notes)):
        values["decision"] = outcome
    if "marital_status" not in values and (status := _status(notes)):
        values["marital_status"] = status
    records: list[Record] = []
    if values.get("decision", (None,))[0] == "refused":
        records = [
            _refusal(found, decided, values["decision"][1]),
            *grounds_in_notes([notes] if notes else []),
        ]
    as_of = AsOf(decided[0], "stated") if decided else AsOf(None, "unknown")
    return Reading(as_of, facts_from(values), tuple(records), language=language_of(document))


def _labelled(document: Document) -> dict[str, Value]:
    def is_name(text: str) -> bool:
        return is_plain_name(text) and len(text.split()) <= 8 and not text.endswith(".")

    def is_file(text: str) -> bool:
        return bool(re.fullmatch(r"[A-Z]? ?\d{6,12}", text.strip()))

    def is_passport(text: str) -> bool:
        return len(text) <= 15 and sum(sign.isdigit() for sign in text) >= 4 and dates.parse(text) is None

    accept: dict[str, Accept] = {
        "uci": lambda text: identifiers.uci(text) is not None or identifiers.is_temporary_uci(text),
        "application_number": is_file,
        "full_name": is_name, "family_name": is_name, "given_names": is_name,
        "birth_date": lambda text: dates.parse(text) is not None,
        "decided": lambda text: dates.parse(text) is not None,
        "marital_status": lambda text: len(text) < 40 and marital_word(text) is not None,
        "passport_number": is_passport,
        "decision": lambda text: len(text) < 40 and _word(text) is not None,
    }  # fmt: skip
    return Labelled(document, LABELS, accept).first()


def _written(name: str, value: Value) -> str | None:
    if name == "birth_date":
        day = dates.parse(value.text)
        return day.iso if day else None
    if name == "marital_status":
        return marital_word(value.text)
    return _word(value.text) if name == "decision" else value.text


def _word(text: str) -> str | None:
    low = plain(text)
    return next((word for word, pattern in _OUTCOMES if re.search(pattern, low)), None)


def _notes(document: Document) -> Passage | None:
    """Give the officers' notes as running text: without the columns of time and author, and without margins."""
    start = next((n for n, line in enumerate(document.lines) if _NOTES.match(plain(line.text).strip())), None)
    lines = document.lines if start is None else document.lines[start + 1 :]
    kept = [line for line in map(_without_margin, lines) if line is not None]
    if start is None:
        kept = [line for line in kept if len(line.text) > 45]
    return passage(document, kept) if kept else None


def _without_margin(line: Line) -> Line | None:
    if re.search(r"access to information|acces a l'information", plain(line.text)):
        return None
    segments = tuple(s for s in line.segments if s.text.strip() and not _is_margin(s))
    return Line(segments, line.page, line.part, line.bold, line.size) if segments else None


def _is_margin(segment: Segment) -> bool:
    return re.fullmatch(rf"(?:{_MARGIN.pattern})+", segment.text, re.IGNORECASE) is not None


def _decided(found: dict[str, Value], notes: Passage | None) -> tuple[PartialDate, Evidence] | None:
    """Give the day of the final decision: as labelled, else the stamp of the note that decides."""
    if "decided" in found and (day := dates.parse(found["decided"].text)):
        return day, found["decided"].evidence
    return _stamped(notes) if notes else None


def _stamped(notes: Passage) -> tuple[PartialDate, Evidence] | None:
    stamps = list(_STAMP.finditer(notes.text))
    for stamp, end in reversed([*_bounded(stamps, len(notes.text))]):
        day = dates.parse(stamp["day"])
        if day and _word(notes.text[stamp.end() : end]):
            return day, notes.cite(*stamp.span("day"))
    return None


def _bounded(stamps: list[re.Match[str]], end: int) -> Iterator[tuple[re.Match[str], int]]:
    for stamp, following in zip(stamps, [*stamps[1:], None], strict=True) if stamps else ():
        yield stamp, following.start() if following else end


def _outcome(notes: Passage | None) -> tuple[str, Evidence] | None:
    """Give the decision that the notes end in."""
    if notes is None:
        return None
    hits = [
        (m.start(), m.end())
        for m in re.finditer(
            r"\b(?:application )?(?:is |was )?(?:refused|approved|refusee|approuvee|withdrawn)\b", notes.plain
        )
    ]
    if not hits:
        return None
    start, end = hits[-1]
    word = _word(notes.text[start:end])
    return (word, notes.cite(start, end)) if word else None


def _status(notes: Passage | None) -> tuple[str, Evidence] | None:
    match = _MARRIED.search(notes.plain) if notes else None
    word = marital_word(match["status"]) if match else None
    return (word, notes.cite(*match.span("status"))) if notes and match and word else None


def _refusal(
    found: dict[str, Value], decided: tuple[PartialDate, Evidence] | None, decision: Evidence
) -> Refusal:
    number = found.get("application_number")
    return Refusal(
        evidence=decided[1] if decided else decision,
        cells={"number": number.evidence} if number else {},
        period=Period(decided[0], None) if decided else None,
        number=number.text if number else None,
        country="CA",
    )
