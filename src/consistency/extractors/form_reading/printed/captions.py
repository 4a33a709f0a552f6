"""The words that are printed on a form: which caption, heading or question they are, and of which value.

The keys of a form's ``captions`` say what a value is: a fact (``birth_city``), a field of a record
(``job.employer``, ``relationship/spouse.from``; ``.1`` and ``.2`` for the parts of a value that the form parts), a
question (``ever-refused``) or its details (``ever-refused.details``; ``details`` alone: of the question above).
The name of a record alone has the headings of its part of the form; its captions count below them only.
``heading > caption`` says the same of one caption. The key ``-`` has captions that nothing is read from, but that
bound the values beside them, and as ``heading >`` the parts of the form that are about something else: only
captions of that very part count below it; ``heading`` has the headings of all other parts.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

from msgspec import Struct
from rapidfuzz import fuzz, process

from consistency.extractors.form_reading.definition import QUESTIONS, FormDefinition
from consistency.model import FACT_ATTRIBUTES, RECORD_TYPES
from consistency.normalizer.expressions import expression

IGNORED = "-"
DETAILS = "details"
HEADING = "heading"
APPLICANT = "applicant"
"""The row, or part, of a table of relatives that is about the applicant: its values are facts."""

_HINT = expression(r"[\s*()/.\-]*(?:\b(?:YYYY|AAAA|JJJJ|MM|DD|JJ)\b[\s*()/.\-]*)+")
_PLURAL = expression(r"\((s|e|es|ve)\)", re.IGNORECASE)
_ASIDE = expression(r"\([^)]*(?:\)|$)")
_NUMBER = expression(r"^[\s*]*(?:\d{1,2}\s*[.:)\-]?(?=\s|[a-z]\s?\)|\*|[^\d\W]))?\s*(?:[a-z]\s?\))?[\s*]*")
_SHOUTED = expression(r"[\W\d]*[A-ZÀ-Þ]{4}")
_LONG = 9
_LIKE = 90
"""From which length, in letters, and from which likeness, in per cent, a misread caption is known."""
_PICTURE = {"yyyy", "aaaa", "jjjj", "mm", "dd", "jj"}


@lru_cache(maxsize=8192)
def bare(text: str) -> str:
    """Give the words of a caption alone: no number, asterisk, accents, remark in brackets or picture of a date."""
    whole = _ASIDE.sub(" ", _PLURAL.sub(r"\1", text.replace("’", "'")))
    plain = "".join(c for c in unicodedata.normalize("NFKD", whole) if not unicodedata.combining(c)).lower()
    words = re.findall(r"[^\W_]+", _NUMBER.sub("", plain, count=1))
    return " ".join(word for word in words if word not in _PICTURE)


def is_hint(text: str) -> bool:
    """Tell whether a text only says how a date is written: "* YYYY", "(YYYY-MM-DD)"."""
    return _HINT.fullmatch(text) is not None


class Vocabulary(Struct, frozen=True):
    """Everything that a form prints, as far as it is known."""

    captions: dict[str, dict[str, tuple[str, ...]]]
    """Caption → heading it stands below ("" where that does not matter) → keys."""
    headings: dict[str, str]
    """Heading → the record that it opens, or "-" for something else, or ""."""
    questions: dict[str, str]
    """Words of a question → its name."""
    beginnings: frozenset[str] = frozenset()
    """What a caption that is wrapped over lines may begin with."""
    blurred: bool = False
    """True for words recognised in a picture: a long caption may have a wrong letter."""

    def caption(self, text: str) -> str | None:
        """Give the caption that a text is, or None."""
        words = bare(text)
        if words in self.captions or not self.blurred or len(words) < _LONG:
            return words if words in self.captions else None
        near = process.extractOne(words, tuple(self.captions), scorer=fuzz.ratio, score_cutoff=_LIKE)
        return near[0] if near else None

    def keys(self, caption: str, heading: str) -> tuple[str, ...]:
        """Give what a caption is the caption of, below a heading; nothing for a caption of something else."""
        places = self.captions.get(caption, {})
        if heading in places or self.headings.get(heading) == IGNORED:
            return places.get(heading, ())
        return places.get("", ())

    def heading(self, text: str, bold: bool = False) -> str | None:
        """Give the heading that a text is or begins with; a single word must look like one to be the beginning."""
        words = bare(text)
        sure = bold or _SHOUTED.match(text) is not None
        found = [h for h in self.headings if words == h or (words.startswith(h + " ") and (sure or " " in h))]
        return max(found, key=len, default=None)

    def is_label(self, text: str) -> bool:
        """Tell whether a text names a relative, as the first cell of a row does."""
        heading = self.heading(text)
        return heading is not None and "/" in self.headings[heading]

    def question(self, text: str) -> str | None:
        """Give the question that a text asks."""
        words = f" {bare(text)} "
        found = [asked for asked in self.questions if f" {asked} " in words]
        return self.questions[max(found, key=len)] if found else None

    def variant(self, record: str, label: str) -> str | None:
        """Give who a row of a table of relatives is about, by its first cell."""
        words = bare(label)
        fits = (
            name.partition("/")[2]
            for heading, name in sorted(self.headings.items(), key=lambda item: -len(item[0]))
            if name.startswith(f"{record}/") and (words == heading or words.startswith(heading + " "))
        )
        return next(fits, None)


def vocabulary(definition: FormDefinition, blurred: bool = False) -> Vocabulary:
    """Build the vocabulary of a form from its captions; ``blurred`` for words recognised in a picture."""
    captions: dict[str, dict[str, tuple[str, ...]]] = {}
    headings: dict[str, str] = {}
    questions: dict[str, str] = {}
    for key, words in definition.captions.items():
        if is_question(key):
            questions |= {bare(word): key for word in words}
        elif is_record(definition, key):
            headings |= {bare(word): key for word in words}
        elif key == HEADING:
            headings |= {bare(word): "" for word in words}
        elif key == IGNORED:
            headings |= {bare(word.removesuffix(">")): IGNORED for word in words if word.endswith(" >")}
    for key, below, caption in _captions(definition, headings):
        known = captions.setdefault(caption, {})
        known[below] = (*known.get(below, ()), *(() if key == IGNORED else (key,)))
        if below:
            headings.setdefault(below, "")
    starts = (words.split()[:n] for words in captions for n in range(1, len(words.split())))
    beginnings = frozenset(" ".join(start) for start in starts)
    return Vocabulary(captions, headings, questions, beginnings, blurred)


def is_question(key: str) -> bool:
    """Tell whether a key names a question, or a box that certifies something ("no-children", "any-trip")."""
    return key in QUESTIONS or key.startswith(("no-", "any-"))


def gate_name(kind: str, record: str) -> str:
    """Name the question whether a form lists any records of a type, or the box for none."""
    return f"{'no' if kind == 'none' else kind}-{record}"


def is_key(key: str) -> bool:
    """Tell whether a key of captions names something that the model knows."""
    owner, _, name = key.partition(".")
    record = RECORD_TYPES.get(owner.partition("/")[0])
    if key in (IGNORED, HEADING, DETAILS) or key in FACT_ATTRIBUTES or is_question(key):
        return True
    if not name:
        return record is not None
    known = (*record.field_names(), "from", "to", "place", "relation") if record else (DETAILS,)
    return name.partition(".")[0] in known and (record is not None or is_question(owner))


def is_record(definition: FormDefinition, key: str) -> bool:
    """Tell whether a key names a record ("job", "family_member/child")."""
    types = {source.record.type for layout in definition.layouts for source in layout.records}
    return key.partition("/")[0] in types and "." not in key


def _captions(definition: FormDefinition, headings: dict[str, str]) -> Iterator[tuple[str, str, str]]:
    """Give every caption as key, heading above and words."""
    for key, words in definition.captions.items():
        if key == HEADING or is_question(key) or is_record(definition, key):
            continue
        own = _headings_of(key, headings)
        for word in (word for word in words if not word.endswith(" >")):
            above, found, caption = word.rpartition(" > ")
            for below in [bare(above)] if found else own:
                yield key, below, bare(caption)


def _headings_of(key: str, headings: dict[str, str]) -> Iterable[str]:
    """Give the headings below which the captions of a record's field count; of relatives those of all."""
    owner = key.partition(".")[0]
    own = [heading for heading, name in headings.items() if owner in (name, name.partition("/")[0])]
    return own or [""]
