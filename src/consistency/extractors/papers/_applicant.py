"""What an applicant says of themself in a letter: name, marriage, refusals, money, journeys."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from consistency.extractors.papers._labels import Labelled, vocabulary
from consistency.extractors.papers._letters import (
    Cut,
    cells,
    is_name,
    salutation_at,
    signatory,
    without_honorific,
)
from consistency.extractors.papers._prose import Passage, passage, plain
from consistency.model import Document, Fact
from consistency.normalizer import dates
from consistency.normalizer.expressions import expression

_NAMES = vocabulary("explanation_letter")
_I_AM = expression(
    r"(?:my name is|i, (?:the undersigned,? )?|the undersigned,? |je m'appelle|je soussignee?,?"
    r"|je, soussignee?,?)\s*([^,.;(]{3,60}?)(?=,|\.|;|\(| and i\b| et je\b| am\b| of\b| born\b| nee? \b"
    r"| a citizen\b| hereby\b|$)"
)

_STATUSES = (
    ("common-law", expression(r"common[- ]law|conjoint[es]? de fait|union de fait|concubin")),
    ("divorced", expression(
        r"\bi (?:am|'m|got|was) (?:now |currently |legally )?divorced|je suis divorcee?"
        r"|marital status\W{1,4}divorced|etat (?:civil|matrimonial)\W{1,4}divorcee?|my marriage (?:ended"
        r"|was dissolved)"
    )),
    ("separated", expression(
        r"\bi (?:am|'m) (?:now |currently |legally )?separated|je suis separee?|(?:marital status"
        r"|etat (?:civil|matrimonial))\W{1,4}separ"
    )),
    ("widowed", expression(
        r"\bi (?:am|'m|was) (?:now )?(?:a )?widow|je suis (?:veuf|veuve)|(?:marital status|etat (?:civil"
        r"|matrimonial))\W{1,4}(?:widow|veu)"
    )),
    ("married", expression(
        r"\bi (?:am|'m|got|was) (?:now |currently |legally |happily |also |a )?married"
        r"|je suis (?:maintenant |legalement )?mariee?|je me suis mariee?|\bi married\b|\bwe (?:are|were"
        r"|got) married|nous (?:sommes|nous sommes) marie|\bmy (?:wife|husband|spouse)\b|\bmon (?:mari"
        r"|epoux|conjoint)\b|\bma (?:femme|epouse|conjointe)\b|j'ai epouse|(?:marital status|etat (?:civil"
        r"|matrimonial))\W{1,4}mar"
    )),
    ("single", expression(
        r"\bi (?:am|'m) (?:still |currently |now )?(?:single|unmarried|not married)|never (?:been )?married"
        r"|je suis (?:toujours |encore )?celibataire|(?:marital status|etat (?:civil"
        r"|matrimonial))\W{1,4}(?:single|never|celib)"
    )),
)  # fmt: skip
_OTHERS_STATUS = expression(
    r"\b(?:my|his|her) (?:brother|sister|father|mother|parents|siblings?|son|daughter|uncle|cousin"
    r"|friend)s?\b[^.;]{0,30}$|\b(?:mon frere|ma soeur|mon pere|ma mere|mes parents)\b[^.;]{0,30}$"
)
_WEDDING = expression(r"\bmarri|\bwedding|\bepouse|\bmarie|\bmariage")
_END_OF_MARRIAGE = expression(r"divorc|separat|dissol|passed away|died|decede|widow|veu[fv]")


def name_of(document: Document) -> Cut | None:
    """Give who writes: the signature, a label, "my name is", or the first line; initials give way to the names."""
    signed = signatory(document)
    if signed and not re.search(r"(?:^|\s)[^\W\d_]\.?(?=\s|$)", signed.text):
        return signed
    fuller = _labelled_name(document) or _introduced(document) or _at_the_top(document)
    if signed and fuller and plain(signed.text).split()[-1] not in plain(fuller.text).split():
        return signed
    return fuller or signed


def _labelled_name(document: Document) -> Cut | None:
    found = Labelled(document, _NAMES, {"name": lambda text: is_name(without_honorific(text))}).first(
        document.lines[:20]
    )
    if "name" not in found:
        return None
    return Cut(without_honorific(found["name"].text), found["name"].evidence)


def _introduced(document: Document) -> Cut | None:
    whole = passage(document, document.lines)
    match = _I_AM.search(whole.plain)
    if match is None:
        return None
    text = whole.text[match.start(1) : match.end(1)].strip()
    name = without_honorific(text)
    start = match.start(1) + whole.text[match.start(1) : match.end(1)].find(name)
    return Cut(name, whole.cite(start, start + len(name))) if is_name(name) else None


def _at_the_top(document: Document) -> Cut | None:
    head = document.lines[: min(salutation_at(document) or 3, 3)]
    return next(
        (
            Cut(c.text.strip(), c.cite())
            for c in cells(document, head)
            if is_name(c.text) and len(c.text.split()) > 1
        ),
        None,
    )


def marriage(told: Sequence[Passage], order: dates.Order | None) -> Iterator[Fact]:
    """Give the marital status and the day of the marriage: what is said outright counts before a mention."""
    said = [(weight, fact) for sentence in told for weight, fact in _status(sentence)]
    if not said:
        return
    stated = max(said, key=lambda one: one[0])[1]
    yield stated
    weddings = (s for s in told if _WEDDING.search(s.plain) and stated.value == "married")
    yield from islice((day for sentence in weddings for day in _wedding(sentence, order)), 1)


def _status(sentence: Passage) -> Iterator[tuple[int, Fact]]:
    """Give the statuses that a sentence tells, with their weight: 2 said of today, 1 of the past, 0 implied."""
    low = sentence.plain
    for status, pattern in _STATUSES:
        match = pattern.search(low)
        if match and not _OTHERS_STATUS.search(low[: match.start()]):
            now = re.match(r"i (?:am|'m)\b|je suis|we are|nous sommes|marital|etat|common", match[0])
            implied = re.match(r"(?:my|mon|ma) ", match[0])
            weight = 2 if now else 0 if implied else 1
            yield weight, Fact("marital_status", status, sentence.cite(*match.span()))
            return


def _wedding(sentence: Passage, order: dates.Order | None) -> Iterator[Fact]:
    """Give the day that follows the word of the marriage in its sentence, before any other thing told there."""
    word = _WEDDING.search(sentence.plain)
    for day in dates.find_dates(sentence.text, order=order):
        between = sentence.plain[word.end() if word else 0 : day.start]
        if not _END_OF_MARRIAGE.search(between) and not re.search(
            r"\bborn\b|\bnee? le\b|\bchild|\benfant|\bworked\b", between
        ):
            yield Fact("marriage_date", day.date.iso, sentence.cite(day.start, day.end))
            return
