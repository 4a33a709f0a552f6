"""Notes of IRCC's case management system (GCMS, before it CAIPS), as released on an access request."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta

from msgspec.structs import replace

from consistency.extractors.reading import Reading, cite, facts_from
from consistency.extractors.refusals.case_entries import Entry, entries
from consistency.extractors.refusals.case_file import Filed, filed, listed_refusals, outcome_word, refusal_of
from consistency.extractors.refusals.grounds import grounds_in_notes
from consistency.extractors.refusals.noted import marital_status, stated_in
from consistency.extractors.wording.labels import Accept, Labelled, Value, vocabulary
from consistency.extractors.wording.letters import language_of
from consistency.extractors.wording.prose import Passage, plain
from consistency.extractors.wording.values import is_plain_name, marital_word
from consistency.model import AsOf, Document, Evidence, Record, Refusal, RefusalReason
from consistency.normalizer import dates, identifiers
from consistency.normalizer.dates import PartialDate
from consistency.normalizer.expressions import expression

LABELS = vocabulary("gcms_notes")

_CLUES = tuple(expression(clue, re.MULTILINE) for clue in (
    r"information disclosed under the access|divulguee en vertu de la loi sur l'acces",
    r"\bgcms\b|\bsmgc\b|\bcaips\b|global case management|systeme mondial de gestion des cas",
    r"\b(?:final decision|decision finale|decision date|date de la decision)\b",
    r"\b(?:eligibility|admissibilite)\b(?:\W{1,4}\w+)?\s*$|\bassessments?\b\s*$|\bevaluations?\b\s*$",
    r"\b(?:criminality|criminalite|info sharing|security)\b",
    r"\b(?:primary client|client details|client principal|details du client|responsible office"
    r"|bureau responsable|primary office)\b",
    r"\d{4}[/-]\d{2}[/-]\d{2} \d{1,2}:\d{2}",
    r"\b(?:integrated search|case notes|user remarks|notes view|case type|recherche integree)\b",
    r"\bs\.? ?(?:15|16|19|21|22|26)\(\d\)",
    r"\b(?:atip|aiprp)\b|\b(?:imprime|printed):? ?(?:le |on )?\d{4}|\bdemande a-\d{4}-\d+",
    r"^\W*(?:case |officer'?s? )?notes\W*$",
    r"^\W*(?:created|entered|cree) (?:by|par):?\s+[a-z]{2}\d{3,6}\b",
    r"^\W*\d{4}/\d{2}/\d{2}\b[^\n]{0,30}\b(?:elig|pa|rvw|review|vo|refused|ref|sat|hx)\b",
    r"\b(?:pa|applicant|client)\b[^.]{0,80}\b(?:states|has not|is|seeks|not satisfied|bf)\b"
    r"|i have reviewed the application",
    r"\b(?:dp|demandeur|demanderesse)\b[^.]{0,80}\b(?:declare|n'a pas|est|pas convaincue?)\b"
    r"|\bpas convaincue? (?:que|du|de)\b",
    r"^\W*\d{4}[/-]\d{2}[/-]\d{2} ?[-–:]? ?[a-z]{2}\d{4,6}\b",
    r"\A\W*(?:gcms|smgc|notes? (?:gcms|smgc|du systeme|of the global|from the global))\b"
    r"|\A\W*(?:[a-z]+ ){0,3}?notes?\W{1,4}(?:\w+ )?[a-z]\d{9}\b",
    r"^\W*\d{4}[/-]\d{2}[/-]\d{2} ?[:–-] ?(?:pa|dp|applicant|client|demandeu(?:r|se)|demanderesse)\b",
    r"^\W*(?:created\W{1,3})?\d{4}[/-]\d{2}[/-]\d{2} ?[|:–-] ?[a-z]{2}\d{4,6}\b",
    r"\A\W*notes? (?:inscrites |versees )?(?:(?:au|du) dossier|de (?:l'|cas\b|decision\b)(?:agente?)?)",
    r"\b(?:donnees biometriques|biometrie|biometrics?|bio) (?:recues?|au dossier|completees?|received|recd"
    r"|enrolled|on file)\b",
    r"\brefus(?:ed?)?[.,:;(]? ?\(?r ?200\(|\br ?200\([^\n]{0,40}\b(?:refuse[de]?|refusee)\b",
    r"(?<!\d)\d{4}[/-]\d{2}[/-]\d{2}\b[^\n]{0,60}\b(?:pfl|recd|ref'?d|r200|trv)\b",
    r"(?<!final )\bdecision ?: ?(?:refused|approved|withdrawn|refusee?)\b",
))  # fmt: skip
_WITHHELD = expression(
    r"\b(?:redacted|withheld|caviarde|exempt(?:ed)?|s\. ?\d\d|n/?a|not applicable|unknown)\b"
)
_OUTCOME = expression(
    r"\b(?:application )?(?:is |was )?(?:refused|approved|refusee?|approuvee?|withdrawn|rejected|rejetee?)\b"
    r"|(?:^|[.;:] )refus(?=\W*$|[.,;:]? ?\(?r ?200)"
)

_HEAD = 4
SAME_FILE = timedelta(days=400)
"""Entries this much older than the decision are not about the application that it decides."""

Dated = tuple[PartialDate, Evidence]


def recognise(document: Document) -> float:
    """Say how sure it is that these are notes of the case management system."""
    whole, lines = plain(document.text), "\n".join(plain(line.text) for line in document.lines)
    if re.match(r"\s*dear\b", whole) or "officer decision notes" in whole:
        return 0.1
    clues = sum(bool(clue.search(whole) or clue.search(lines)) for clue in _CLUES)
    return min(1.0, 0.35 + 0.1 * clues) if clues >= 3 else 0.1


def read(document: Document) -> Reading:
    """Read whose file it is, how it was decided and why, what officers noted, and which earlier refusals it tells."""
    values = _labelled(document)
    main, *others = filed(values)
    if main.number is None:
        main = replace(main, number=_number_in_head(document))
    noted = entries(document)
    decided = _decided(main, noted)
    recent = _recent(noted, decided)
    told = [sentence for entry in recent for sentence in entry.told]
    facts = _facts(values, main)
    if "decision" not in facts and (outcome := _outcome(told)):
        facts["decision"] = outcome
    if "marital_status" not in facts and (status := _latest_status(recent)):
        facts["marital_status"] = status
    own: Refusal | None = None
    if facts.get("decision", ("",))[0] == "refused":
        own = refusal_of(main, facts["decision"][1], decided)
    records = (*_refusals(document, own, others, noted), *(_grounds(recent) if own else ()), *_jobs(recent))
    as_of = AsOf(decided[0], "stated") if decided else AsOf(None, "unknown")
    return Reading(as_of, facts_from(facts), records, language=language_of(document))


def _recent(noted: Sequence[Entry], decided: Dated | None) -> tuple[Entry, ...]:
    """Leave out the entries long before the decision: they are about an earlier application, and its time."""
    if decided is None:
        return tuple(noted)
    first = decided[0].earliest - SAME_FILE
    return tuple(entry for entry in noted if entry.day is None or entry.day.latest >= first)


def _latest_status(noted: Sequence[Entry]) -> tuple[str, Evidence] | None:
    return next((found for entry in reversed(noted) if (found := marital_status(entry.told))), None)


def _jobs(noted: Sequence[Entry]) -> tuple[Record, ...]:
    """Give the work that the entries state."""
    return stated_in([sentence for entry in noted for sentence in entry.told], None).jobs


def _refusals(
    document: Document, own: Refusal | None, others: Sequence[Filed], noted: Sequence[Entry]
) -> tuple[Refusal, ...]:
    """Give the file's own refusal, those of the other applications in it, and those that rows and entries tell."""
    refused = [own] if own else []
    for one in others:
        if one.outcome == "refused" and one.decision and one.number:
            day = (one.day, one.day_told.evidence) if one.day and one.day_told else None
            refused.append(refusal_of(one, one.decision.evidence, day))
    said = stated_in([sentence for entry in noted for sentence in entry.told], own).refusals
    for told in (*listed_refusals(document, own.number if own else None), *said):
        if not any(_same(told, other) for other in refused):
            refused.append(told)
    return tuple(refused)


def _same(one: Refusal, other: Refusal) -> bool:
    """Tell whether two rows or sentences tell of one refusal: by its number, else by a day that may be the same."""
    if one.number and other.number:
        return one.number == other.number
    days = [r.start for r in (one, other) if r.start]
    return one.country == other.country and len(days) == 2 and not days[0].conflicts(days[1])


def _grounds(noted: Sequence[Entry]) -> tuple[RefusalReason, ...]:
    """Give the grounds of the entry that decides; where it names none, those of all entries."""
    deciding = [entry for entry in noted if entry.decides]
    last = grounds_in_notes(deciding[-1].told) if deciding else ()
    if any(one.reason and one.reason != "will-leave" for one in last):
        return last
    return grounds_in_notes([sentence for entry in noted for sentence in entry.told]) or last


def _labelled(document: Document) -> dict[str, list[Value]]:
    def is_name(text: str) -> bool:
        known = is_plain_name(text) and len(text.split()) <= 8 and not text.endswith(".")
        return known and _WITHHELD.search(plain(text)) is None

    def is_file(text: str) -> bool:
        return bool(re.fullmatch(r"[A-Z]? ?\d{6,12}", text.strip()))

    def is_passport(text: str) -> bool:
        return (
            len(text) <= 15
            and sum(sign.isdigit() for sign in text) >= 4
            and dates.parse(text) is None
            and "(" not in text
        )

    accept: dict[str, Accept] = {
        "uci": lambda text: identifiers.uci(text) is not None or identifiers.is_temporary_uci(text),
        "application_number": is_file,
        "full_name": is_name, "family_name": is_name, "given_names": is_name,
        "birth_date": lambda text: dates.parse(text) is not None,
        "decided": lambda text: dates.parse(text) is not None,
        "marital_status": lambda text: len(text) < 40 and marital_word(text) is not None,
        "passport_number": is_passport,
        "decision": lambda text: len(text) < 40 and outcome_word(text) is not None,
    }  # fmt: skip
    return Labelled(document, LABELS, accept).values()


def _number_in_head(document: Document) -> Value | None:
    """Give the one number of an application in the head, where no label leads to it."""
    for order, line in enumerate(document.lines[:_HEAD]):
        found = identifiers.find_application_numbers(line.text)
        if len(found) == 1:
            return Value("application_number", found[0], cite(document, line, found[0]), order)
    return None


def _facts(values: Mapping[str, Sequence[Value]], main: Filed) -> dict[str, tuple[str | None, Evidence]]:
    """Give the facts of the client and of the application that was decided last."""
    first = {
        name: found[0]
        for name, found in values.items()
        if name not in ("decided", "decision", "application_number")
    }
    first |= {
        n: v for n, v in (("application_number", main.number), ("decision", main.decision)) if v is not None
    }
    return {name: (_written(name, value), value.evidence) for name, value in first.items()}


def _written(name: str, value: Value) -> str | None:
    if name == "birth_date":
        day = dates.parse(value.text)
        return day.iso if day else None
    if name == "marital_status":
        return marital_word(value.text)
    return outcome_word(value.text) if name == "decision" else value.text


def _decided(main: Filed, noted: Sequence[Entry]) -> Dated | None:
    """Give the day of the final decision: as labelled, else the stamp of the last entry that decides."""
    if main.day and main.day_told:
        return main.day, main.day_told.evidence
    return next(((e.day, e.stamp) for e in reversed(noted) if e.decides and e.day and e.stamp), None)


def _outcome(told: Sequence[Passage]) -> tuple[str, Evidence] | None:
    """Give the decision that the notes end in."""
    found = list(_outcomes(told))
    return found[-1] if found else None


def _outcomes(told: Sequence[Passage]) -> Iterator[tuple[str, Evidence]]:
    for sentence in told:
        for match in _OUTCOME.finditer(sentence.plain):
            word = outcome_word(match[0])
            if word:
                yield word, sentence.cite(*match.span())
