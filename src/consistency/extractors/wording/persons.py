"""The names of people in papers of third parties: in sentences, beside labels, and alone in the head."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from consistency.extractors.wording.career_words import has_legal_form, title_weight
from consistency.extractors.wording.labels import Value
from consistency.extractors.wording.letters import Cut, cells, is_name, without_honorific, without_place
from consistency.extractors.wording.name_words import ends_name, is_capital, is_particle, names_nobody
from consistency.extractors.wording.official import continued, narrowed
from consistency.extractors.wording.prose import Passage, plain
from consistency.extractors.wording.values import country_code
from consistency.model import Document, Line
from consistency.normalizer import places
from consistency.normalizer.expressions import expression

_WORD = expression(r"[aA]/[lLpP](?![^\W_])|[^\W\d_](?:[\w'’.ʼ`-]*[^\W_])?\.?")
_MARRIED_NAME = expression(r"(?:[eé]pouse|[eé]p\.|n[eé]e|veuve|vve)(?= [^\W\d_a-zà-ÿ])")
"""A word between a name and that of a husband or of a father, both of which it keeps."""
_BEHIND_NAME = expression(
    r"\s*[(;]|\s{2,}|,? (?:[sdw]/o|aka|alias|(?:son|daughter|wife|widow) of|fil(?:s|le) de)\b"
    r"|, (?:personal (?:no|number|id)|identity|p/n|passport|id(?: no)?\b|nationality|nationalite|citizen|born"
    r"|nee? le|aged?"
    r"|(?:a )?(?:bachelor|spinster|single|unmarried|widow(?:er)?|divorcee?|divorced|celibataire|veuf|veuve"
    r"|solteir[oa]|solter[oa]|viuv[oa]|viud[oa]|divorciad[oa])|who|qui|\d{1,3}(?: (?:years?|yrs?|ans|anos))?)\b"
)
"""What is told of somebody behind the name: nationality, birth, age, condition before the marriage."""
_GIVEN_BEHIND = expression(
    r",\s*[A-ZÀ-Ý][A-ZÀ-Ý'’.-]*(?: [A-ZÀ-Ý][A-ZÀ-Ý'’.-]*){0,4},?\s+"
    r"(?:has|have|had|is|was|who|having|born|with|holder|bearing|bearer|identified|daughter|son|a|est|né|née)\b"
    r"|,\s*[A-ZÀ-Ý]{3}[A-ZÀ-Ý'’-]*(?: [A-ZÀ-Ý][A-ZÀ-Ý'’-]+){0,4},\s+(?:DNI|CPF|C\.?I|RU[NT]|CURP|ID|(?i:passport))\b"
)
"""Given names in capitals behind a family name and a comma, before the verb: "SAMPLE, IDA MARIA has completed"."""
_OF_SOMEBODY = expression(r"[SDWCsdwc]/[OoFf](?![^\W_])")
"""Son, daughter or wife of: "Ali Raza S/o Tariq Mehmood"."""
_SHORTENED = expression(r"(?:[A-Z]\.){2,}|(?:M(?:o?st|ost|ohd|uhd|ohmd|osa?mt)|Engr|Abd)\.", re.IGNORECASE)
"""A shortened first name or title that many names begin with in Bangladesh, India and Malaysia."""
_MOST_WORDS = 14
"""So many words after its beginning are looked through for the end of a name."""


def name_at(passage: Passage, start: int, end: int | None = None) -> Cut | None:
    """Give the person's name that begins at a place of a passage: capitalised words, and particles between them."""
    end = len(passage.text) if end is None else end
    start = _after_honorific(passage.text, start, end)
    first = last = start
    found = tuple(islice(_words(passage.text, start, end), _MOST_WORDS))
    words = [match[0] for match in found]
    for place, match in enumerate(found):
        word, particle = match[0], is_particle(match[0])
        if not _belongs(words, place, particle):
            break
        if not particle or word[0].isupper():
            last = match.end() - (word.endswith(".") and len(word) > 4)
        if _breaks(passage.text, match.end(), end, word):
            break
    name = passage.text[first:last]
    if not is_person(name):
        return None
    return Cut(name, passage.cite(first, last))


def is_person(text: str) -> bool:
    """Tell whether a text can be a person's name: capitalised words, with particles between them."""
    words = text.split()
    kept = [word for word in words if not (word.islower() and is_particle(word))]
    return is_name(" ".join(kept)) and len(words) <= 8


def _after_honorific(text: str, start: int, end: int) -> int:
    while start < end and (text[start].isspace() or text[start] in "\"“«:,'("):
        start += 1
    bare = without_honorific(text[start:end])
    return start + text[start:end].find(bare)


def _words(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    place = start
    while match := _WORD.match(text, place, end):
        yield match
        place = match.end()
        while place < end and (text[place] in " \n,\u00a0"):
            place += 1


def _belongs(words: Sequence[str], place: int, particle: bool) -> bool:
    if particle:
        return place > 0 or words[0][0].isupper()
    return is_capital(words[place]) and not ends_name(words, place)


def _breaks(text: str, place: int, end: int, word: str) -> bool:
    """Tell whether a name ends after a word: at a sign, or a comma that does not part a surname in capitals."""
    rest = text[place:end].lstrip(" \n")
    if _OF_SOMEBODY.match(rest):
        return True
    if not rest.startswith(","):
        return text[place : place + 2] == "  " or (
            word.endswith(".") and len(word) > 3 and not _SHORTENED.fullmatch(word)
        )
    if (nation := re.match(r",\s*([^\W\d_]+)", rest)) and country_code(nation[1]) and not nation[1].isupper():
        return True
    follows = re.match(r",\s*[^\W\d_][^\W\d_A-ZÀ-Ý]", rest) or _GIVEN_BEHIND.match(rest)
    return not (word.isupper() and len(word) > 1 and follows)


_NEXT_LABEL = expression(r"\s+[^\W\d_][\w'’.()]*\s?:(?:\s|$)")
"""The label of a field of which nothing is known, behind a name on one line: "Sample Grandfather: Ali"."""


def before_label(text: str) -> str:
    """Give what stands before the label of another field.

    >>> before_label("Sample Grandfather: Ali"), before_label("Ida Sample")
    ('Sample', 'Ida Sample')
    """
    return _NEXT_LABEL.split(text, maxsplit=1)[0]


def name_of(value: Value | Cut) -> Cut | None:
    """Give the name that the value of a label holds, without what follows it."""
    text = re.sub(r"^\W*(?:signed|signe|sgd)\W+", "", value.text, flags=re.IGNORECASE)
    text = _IN_PARTS.sub(r"\g<first> \g<middle> \g<last>", text)
    bare = without_honorific(before_label(text))
    end = _BEHIND_NAME.search(plain(bare))
    text = without_place(_without_nationality((bare[: end.start()] if end else bare).strip(" ,.:")))
    if value.evidence.confidence < 1.0 and re.match(r"l[^\W\d_]", text):
        text = "I" + text[1:]  # a capital as recognition reads it
    words = _MARRIED_NAME.sub(" ", text).split()
    if not (is_person(" ".join(words)) or _is_family_name(words)) or names_nobody(words):
        return None
    return Cut(text, narrowed(value.evidence, text if text in value.text else value.text))


_IN_PARTS = expression(
    r"^\W*(?:\(?(?:first|given)(?: names?)?\)?[\s:|]+)?(?P<first>[^()|:]{2,40}?)[\s|]*\(?middle(?: names?)?\)?[\s:|]+"
    r"(?P<middle>[^()|:]{1,30}?)[\s|]*\(?(?:last|family)(?: names?)?\)?[\s:|]+(?P<last>[^()|:]{2,30}?)\s*$",
    re.IGNORECASE,
)
"""A name with what each part of it is: "(First) ANA (Middle) REYES (Last) CRUZ"."""


def _without_nationality(text: str) -> str:
    """Cut off the nationality behind a name, or the town and the state: "Ana Sol, Peruvian", "Ana Sol, Ica, Peru"."""
    name, _, behind = text.rpartition(", ")
    code = country_code(behind) if name else None
    if code is None:
        return text
    first, comma, town = name.rpartition(", ")
    family_first = first.isupper() and not town.isupper()
    is_state = plain(behind) == plain(places.name_of(code))
    return first if comma and is_state and "," not in first and not family_first else name


def whole_name_of(document: Document, value: Value) -> Cut | None:
    """Give the name beside a label with what stands of it on the next line of its cell."""
    whole, first = name_of(continued(document, value)), name_of(value)
    return whole if whole and first and whole.text.isupper() == first.text.isupper() else first


def _is_family_name(words: Sequence[str]) -> bool:
    """Tell whether words that stand between others in most names are all of one, as in LE or Do Van."""
    return 0 < len(words) <= 2 and all(is_particle(word) and not word.islower() for word in words)


def named(parts: Iterable[Passage], *leads: re.Pattern[str]) -> Cut | None:
    """Give the first name that follows words such as "certify that"; the surer words come first."""
    known = tuple(parts)
    for lead in leads:
        for part in known:
            for match in lead.finditer(part.plain):
                found = name_at(part, match.end())
                if found:
                    return found
    return None


_GREETING = expression(r"\W*(?:dear|hello|greetings|respected|bonjour|cher|chere|estimad[oa]|prezad[oa])\s")


def alone_names(document: Document, lines: Sequence[Line], other: re.Pattern[str]) -> Iterator[Cut]:
    """Give the persons' names that stand alone in the head of a paper: no employer, no place, no title of a job."""
    for cell in cells(document, lines):
        if _GREETING.match(cell.plain):
            continue
        text = without_honorific(cell.text).strip(" ,.")
        if len(text) < len(cell.text.strip(" ,.")):  # behind "Mr." stands somebody, whatever follows
            text = without_place(text)
        if is_person(text) and not other.search(plain(text)) and not _is_no_person(text):
            start = cell.text.find(text)
            yield Cut(text, cell.cite(start, start + len(text)))


def _is_no_person(text: str) -> bool:
    place = places.split_place(text)[1] is not None and ("," in text or " " not in text)
    return place or has_legal_form(text) or title_weight(text) >= 2.0
