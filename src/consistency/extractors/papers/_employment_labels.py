"""What an employment letter says beside labels: the rows of a table, or "Place of work: Lyon, France."."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from consistency.extractors.layout import merged
from consistency.model import Line

_LABELS = (
    (
        "name",
        r"(?:full )?name(?: of (?:the )?employee| in full)?|employee(?:['’]s)?(?: (?:full )?name)?|staff name"
        r"|nom(?: complet)?(?: (?:de l['’]|du |de la )?(?:employée?|employé\(e\)|salariée?))?|nom et prénoms?"
        r"|employé(?:\(e\)|e)?|salarié(?:\(e\)|e)?",
    ),
    (
        "title",
        r"(?:current |last |present )?(?:position|job title|title|designation|role|post|occupation)(?: held| title)?"
        r"|poste(?: occupé)?|fonctions?|titre(?: du poste| de l['’]emploi)?|emploi(?: occupé)?|job",
    ),
    (
        "from",
        r"(?:date of )?(?:joining|hire|hiring|appointment|commencement|engagement|entry)(?: date)?|start(?:ing)?(?: date)?"
        r"|hire date|date (?:joined|hired|started|of employment)|employed (?:since|from)|joined(?: on)?|from|since"
        r"|date d['’](?:embauche|entrée|engagement)|(?:date (?:de|du) )?début(?: d['’]emploi)?|embauché(?:\(e\)|e)? le|depuis",
    ),
    (
        "to",
        r"last (?:working )?(?:day|date)(?: of (?:work|employment|service))?|(?:date of )?(?:leaving|relieving|separation|termination|resignation|exit)(?: date)?"
        r"|end(?:ing)?(?: date)?|date left|left(?: on)?|to|until|date de (?:fin|départ|sortie)|fin(?: d['’]emploi)?|dernier jour(?: de travail| travaillé)?",
    ),
    (
        "when",
        r"(?:period|duration|dates?|length|term) of (?:employment|service|work)|(?:employment|service) (?:period|dates?|duration)|period|duration|tenure"
        r"|période(?: d['’]emploi| de travail)?|durée(?: d['’]emploi)?|dates d['’]emploi",
    ),
    (
        "hours",
        r"(?:weekly |working |work )?hours(?: of work| per week| worked| a week)?|work(?:ing)? (?:schedule|time)|schedule|horaire(?:s)?(?: de travail| hebdomadaire)?"
        r"|(?:nombre d['’])?heures(?: par semaine| de travail| hebdomadaires)?|temps de travail",
    ),
    (
        "pay",
        r"(?:(?:gross|net|basic|base|monthly|annual|hourly|current|last|drawn|total|yearly|weekly|consolidated)[ /-]*){0,3}"
        r"(?:salary|wages?|pay|remuneration|compensation|rate of pay|income|ctc)(?: (?:package|rate|drawn|per \w+))?(?: \([^)]{1,20}\))?"
        r"|(?:salaire|rémunération|traitement|taux)(?: (?:mensuel|horaire|annuel|brut|net|de base|hebdomadaire)(?:le)?){0,3}",
    ),
    ("place", r"(?:place|location) of (?:work|employment|posting)|work(?:ing)? (?:location|station|place|site)|workplace|location|job location|station|lieu(?: de travail| d['’]affectation)?"),
    ("employer", r"(?:name of (?:the )?)?(?:employer|company|organi[sz]ation)(?: name)?|(?:nom de l['’])?(?:employeur|entreprise)|société"),
    ("duties", r"(?:(?:main|key|major|principal|job|primary) )?(?:duties|responsibilities|tasks)(?: and responsibilities| performed| included?)?|(?:principales )?(?:tâches|responsabilités|fonctions)(?: principales| exercées)?|job description|description (?:du poste|des tâches)"),
    ("date", r"(?:letter )?date|dated|date (?:of issue|de la lettre|d['’]émission)|issued on|issue date"),
)  # fmt: skip
_ALONE = tuple((name, re.compile(rf"\W*(?:{words})\s*[:.–-]?\s*", re.IGNORECASE)) for name, words in _LABELS)
_INSIDE = re.compile(
    r"(?:^|(?<=[.;|•·]\s)|(?<=\s{2}))\W{0,3}(?:" + "|".join(f"(?P<{name}>{words})" for name, words in _LABELS) + r")\s{0,2}[:=]\s*",
    re.IGNORECASE,
)
_STOP = re.compile(r"(?<![A-Z])(?<!\bS)(?<!\bLtd)(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bDr)(?<!\bInc)(?<!\bCo)\.(?=\s+[A-ZÀ-Ý(])|\s+\|\s+|\s{3,}")


class Labelled(NamedTuple):
    """A value, the line that it stands on, and the row of it in the paper."""

    text: str
    line: Line
    order: int


def label_of(text: str) -> str | None:
    """Name the label that a cell is, or None."""
    if len(text) > 48:
        return None
    return next((name for name, pattern in _ALONE if pattern.fullmatch(text.strip())), None)


def labelled(lines: Sequence[Line]) -> dict[str, Labelled]:
    """Give the first value beside each label: in the next cell, or after a colon."""
    found: dict[str, Labelled] = {}
    for name, value in (*_in_cells(lines), *_in_text(lines)):
        if value.text and name not in found:
            found[name] = value
    return found


def _in_cells(lines: Sequence[Line]) -> Iterator[tuple[str, Labelled]]:
    for order, line in enumerate(lines):
        for index in range(0, len(line.segments) - 1):
            name = label_of(line.segments[index].text)
            if name is None or label_of(line.segments[index + 1].text) is not None:
                continue
            rest = line.segments[index + 1 :]
            values = [rest[0], *(() if len(line.segments) > 2 and label_of(rest[-1].text) is None and len(rest) > 1 else ())]
            wrapped = _wrapped(lines, order, values[0].box.x0 if values[0].box else None)
            text = " ".join([values[0].text.replace("\n", " ").lstrip(" :").strip(), *(more.text.strip() for more in wrapped)])
            yield name, Labelled(text, merged((line, *wrapped)) if wrapped else line, order)


def _wrapped(lines: Sequence[Line], order: int, x0: float | None) -> list[Line]:
    """Give the lines below that go on in the column of a value."""
    out: list[Line] = []
    if x0 is None:
        return out
    for line in lines[order + 1 : order + 4]:
        box, above = line.box, lines[order + len(out)].box
        if len(line.segments) != 1 or box is None or above is None or abs(box.x0 - x0) > 4 or line.page != lines[order].page:
            break
        if box.y0 - above.y1 > 0.6 * (above.y1 - above.y0):
            break
        out.append(line)
    return out


def _in_text(lines: Sequence[Line]) -> Iterator[tuple[str, Labelled]]:
    for order, line in enumerate(lines):
        text = line.text
        marks = list(_INSIDE.finditer(text))
        for index, mark in enumerate(marks):
            name = mark.lastgroup
            end = marks[index + 1].start() if index + 1 < len(marks) else len(text)
            value = text[mark.end() : end]
            stop = _STOP.search(value)
            if name is not None:
                yield name, Labelled(value[: stop.start() if stop else None].strip(" .;|"), line, order)
