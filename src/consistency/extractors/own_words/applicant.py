"""What an applicant says of themself in a letter: name, marriage, refusals, money, journeys."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import chain, islice

from consistency.extractors.civil.former_unions import TELLS_ANOTHER
from consistency.extractors.wording.labels import Labelled, vocabulary
from consistency.extractors.wording.letters import (
    Cut,
    cells,
    is_name,
    salutation_at,
    signatory,
    without_honorific,
)
from consistency.extractors.wording.prose import Passage, passage, plain
from consistency.model import Document, Fact
from consistency.normalizer import dates
from consistency.normalizer.expressions import expression
from consistency.normalizer.speakers import speaks_of_others
from consistency.normalizer.text import fold

TODAY, PAST, IMPLIED = 2, 1, 0
"""How a letter tells a marital status, the surest first."""

_NAMES = vocabulary("explanation_letter")
_I_AM = expression(
    r"(?:my name is|\bi, (?:the undersigned,? )?|the undersigned,? |je m'appelle|je soussignee?,?"
    r"|je, soussignee?,?)\s*([^,.;(]{3,60}?)(?=,|\.|;|\(| and i\b| et je\b| am\b| of\b| born\b| nee? \b"
    r"| a citizen\b| hereby\b|$)"
)

_HEADED = (
    r"^(?:(?:agee? de|aged?) [^,;.]{{1,20}},? )?(?:still |now |currently |toujours )?{}"
    r"(?: (?:a|to) [^,;.]{{3,40}}?)?(?: (?:since|for|with|and|depuis|et|avec)\b|,)"
    r"[^.;]{{0,70}}?,? (?:i|je|j')\b"
)
"""A status that stands before its sentence: "Widowed since 2019, I live with my son"."""
_AMONG_OTHERS = (
    r"\b(?:i am|i'm|je suis) (?:(?:an?|une?) )?[^.;,]{{3,50}}"
    r"(?:, (?:[^.;,]{{1,30}}, )?(?:and |et )?| but | mais | and | et )(?:i am |still )?{}\b"
    r"(?! (?:mother|father|parent|entry|mere|pere|coat|room|bed|site)\b)"
)
"""A status among other things that somebody is: "I am a Brazilian welder, single and without children"."""
_NEVER = (
    r"(?:\bi(?:'ve)? (?:have |had |was |am )?|^\W*|[,(:;] ?|\ba )never[- ](?:been |yet )?married\b"
    r"(?! (?:to |with )?(?:him|her|each|one another|the|my|his)\b)"
)
"""Never married to anybody: "we were never married" tells of one parent of a child, and not what somebody is."""
_MARK = expression(r"\s*\((?:signed|sgd\.?|signée?|signature)\)\s*$", re.IGNORECASE)
_LONGEST_NAME = 5
_BEHIND_NAME = expression(r"\s[-–—|·]\s")
"""What parts a name from what a letter is about: "Ida Sample – work permit"."""
_STATUSES = (
    ("common-law", expression(
        r"common[- ]law|conjoint[es]? de fait|union de fait|concubin"
        r"|\bwe (?:have |'ve )?(?:been )?liv(?:e|ed|ing) together\b[^.;]{0,60}\b(?:not|never|without being|without"
        r" getting|un) ?(?:\w+ )?married"
    )),
    ("divorced", expression(
        r"\bi (?:am|'m|got|was|have been) (?:now |currently |legally |already )?divorced|je suis divorcee?"
        r"|\b(?:we|i) (?:(?:have|are|were|got|had|have been) )?(?:since |now |legally |officially )?divorced\b"
        r"|\b(?:my|our) divorce (?:was|is|became|has been|came)|\bnous (?:avons|sommes) divorce|\bj'ai divorce"
        r"|\b(?:mon|notre) divorce (?:a ete|est|fut)|\b(?:my|our) marriage (?:to|with) [^.;]{2,80}? "
        r"(?:ended|was dissolved|was annulled)|\bnotre mariage a (?:ete dissous|pris fin)"
        r"|marital status\W{1,4}divorced|etat (?:civil|matrimonial)\W{1,4}divorcee?|my marriage (?:ended"
        rf"|was dissolved)|{_HEADED.format('divorcee?d?')}"
    )),
    ("separated", expression(
        r"\b(?:i|we) (?:am|'m|are|have been) (?:now |currently |legally )?separated|je suis separee?|(?:marital status"
        rf"|etat (?:civil|matrimonial))\W{{1,4}}separ|{_HEADED.format('(?:separated|separee?)')}"
    )),
    ("widowed", expression(
        r"\bi (?:am|'m|was) (?:now )?(?:a )?widow|je suis (?:veuf|veuve)|(?:marital status|etat (?:civil"
        rf"|matrimonial))\W{{1,4}}(?:widow|veu)|{_HEADED.format('(?:widow(?:ed|er)?|veuve|veuf)')}"
    )),
    ("married", expression(
        r"\bi (?:am|'m|got|was) (?:now |currently |legally |happily |also |a )?married"
        r"(?![^.;]{0,80}\b(?:until|till|but we|divorc|separat|dissol|ended))"
        r"|\b(?:i|we) tied the knot|\bwe have been (?:legally |happily )?married"
        r"|je suis (?:maintenant |legalement )?mariee?|je me suis mariee?|\bi married\b|\bwe (?:are|were"
        r"|got) married|nous (?:sommes|nous sommes) marie|\bmy (?:wife|husband|spouse)\b(?![- ]to[- ]be)"
        r"|\bmon (?:mari|epoux|conjoint)\b|\bma (?:femme(?! de )|epouse|conjointe)\b|j'ai epouse"
        r"|(?:marital status|etat (?:civil"
        rf"|matrimonial))\W{{1,4}}mar|{_HEADED.format('(?:married|mariee?)')}"
        r"|\bi (?:was|am|have|grew|studied|live|moved|worked|met) [^.;]{1,80}? and (?:then |later )?"
        r"(?:got |was )?married\b"
        rf"|{_AMONG_OTHERS.format('(?:married|mariee?)')}"
    )),
    ("single", expression(
        rf"\bi (?:am|'m) (?:still |currently |now )?(?:single|unmarried|not married)|{_NEVER}"
        r"|je suis (?:toujours |encore )?celibataire|(?:marital status|etat (?:civil"
        r"|matrimonial))\W{1,4}(?:single|never|celib)"
        rf"|{_AMONG_OTHERS.format('(?:single|unmarried|not (?:yet )?married|celibataire)')}"
        rf"|{_HEADED.format('(?:single|unmarried|celibataire)')}"
    )),
)  # fmt: skip
_OTHERS_STATUS = expression(
    r"\b(?:my|his|her) (?:brother|sister|father|mother|parents|siblings?|son|daughter|uncle|cousin"
    r"|friend)s?\b[^.;]{0,30}$|\b(?:mon frere|ma soeur|mon pere|ma mere|mes parents)\b[^.;]{0,30}$"
)
_NOT_THE_ONE = (
    r"(?:and|or|et|ou|whose|father|mother|parents?|brother|sister|uncle|aunt|son|daughter|pere|mere|frere|soeur"
    r"|fils|fille)\b"
)
_HAS_DIED = expression(
    rf"(?!['’]s\b)(?:,? (?!{_NOT_THE_ONE})[^\s.;,']+){{0,5}}?,? (?:died|dies|passed (?:away|on)|expired|is (?:dead"
    r"|deceased)|was killed|lost (?:his|her) life|(?:est|etait|est malheureusement) (?:decedee?|morte?)|nous a quittes"
    r"|a perdu la vie)\b"
)
"""What follows a spouse who has died: "my husband Noor died in 2019"."""
_THE_ONE = expression(r"\b(?:s?he|who|elle|il|qui)\b")
_THEN_THE_ONE = expression(
    r"(?:(?:but|and|then|sadly|unfortunately|tragically|mais|et|puis|helas|malheureusement),? )*(?:s?he|elle|il)\b"
)
"""How the sentence begins that goes on about whom the one before named."""
_ONCE_OVER = expression(r"\b(?:after|once|since|apres que|une fois que|depuis que)\s+$")
_THEN_DIVORCED = expression(
    r"\b(?:and|but|then|later|et|mais|puis)\b,? (?:(?:then|later|we|i|nous|j'ai|avons|ai|sommes|suis|have|had|since|got"
    r"|were|was|legally) )*divorc\w+|\b(?:until|till|jusqu'a) (?:(?:we|our|the|notre|nous|mon|my) )?divorc\w+"
)
"""What ends the marriage that a sentence tells first."""
_NOT = expression(r"\b(?:not|never|no|neither|nor|without|n'ai|ni|jamais|sans)\b[^.,;]{0,25}$")
_WEDDING = expression(r"\bmarri\w*|\bwedding|\bepouse\w*|\bmarie\w*|\bmariage|\btied the knot")
_OURS = expression(r"\b(?:my|our|mon|notre) (?:own |civil |church |traditional |religious )?$")
_ANY = expression(r"\b(?:an?|another|un|d'un|some|several|des) (?:[a-z]+ )?$")
"""Before a wedding that is nobody's in particular."""
_OF_OTHERS = expression(
    r"^ ?(?:ceremony |party |celebrations? )?(?:of|de|d'|du|des) (?!(?:me|us|myself|moi|nous)\b)[^\d ]"
)
_OTHER_EVENT = expression(
    r"\bborn\b|\bnee? le\b|\bchild|\benfant|\bwork|\bgraduat|\bfinish|\bcomplet|\bvisit|\btravel|\bmoved\b"
    r"|\brefus|\bmet\b|\bstud|\btravail|\betud|\bdiplom|\bvoyag|\bflew\b|\bwent\b|\battend|\binvited\b|\balle[es]? "
    r"|\binvite"
)
"""Something else that a day may belong to."""
_COMPARED = expression(
    r"\b(?:older|earlier|before|prior|predates?|ahead|precedes?|since|still|says?|shows?|avant|anterieure?|encore|toujours)\b"
)
"""What goes on to a wedding from a day that is another one: "my card of 2019 is older than our marriage"."""
_BORN_THERE = expression(r"\b(?:born|nee?) (?:in|at|a|au|en) [^,\d]{2,40},")
"""Where somebody was born, told in passing, with no day of that birth."""
_END_OF_MARRIAGE = expression(r"divorc|separat|dissol|passed away|died|decede|widow|veu[fv]")


def name_of(document: Document) -> Cut | None:
    """Give who writes: the signature, a label, "my name is", or the first line; initials and a first name give way."""
    signed = signatory(document)
    if signed and " " in signed.text and not re.search(r"(?:^|\s)[^\W\d_]\.?(?=\s|$)", signed.text):
        return signed
    fuller = _labelled_name(document) or introduced(document) or _at_the_top(document)
    if signed and fuller and plain(signed.text).split()[-1] not in plain(fuller.text).split():
        return signed
    return fuller or signed or _at_the_foot(document)


def _at_the_foot(document: Document) -> Cut | None:
    """Give the whole name that stands alone on the last line, where no closing words lead to it."""
    for cell in cells(document, document.lines[-1:]):
        name = without_honorific(_MARK.sub("", cell.text).strip(" ,"))
        if is_name(name) and 1 < len(name.split()) <= _LONGEST_NAME:
            start = cell.text.find(name)
            return Cut(name, cell.cite(start, start + len(name)))
    return None


def _labelled_name(document: Document) -> Cut | None:
    accept = dict.fromkeys(("name", "client"), lambda text: is_name(without_honorific(text)))
    found = Labelled(document, _NAMES, accept).first(document.lines[:20])
    value = min(found.values(), key=lambda value: value.order, default=None)
    return Cut(without_honorific(value.text), value.evidence) if value else None


def introduced(document: Document) -> Cut | None:
    """Give the name that somebody says is theirs: "my name is …", "I, …, declare"."""
    whole = passage(document, document.lines)
    match = _I_AM.search(whole.plain)
    if match is None:
        return None
    text = whole.text[match.start(1) : match.end(1)].strip()
    name = without_honorific(text)
    start = match.start(1) + whole.text[match.start(1) : match.end(1)].find(name)
    return Cut(name, whole.cite(start, start + len(name))) if is_name(name) else None


def _at_the_top(document: Document) -> Cut | None:
    head = list(cells(document, document.lines[: min(salutation_at(document) or 3, 3)]))
    alone = (cell.part(0, len(cell.text)) for cell in head)
    before = (cell.part(0, parted.start()) for cell in head if (parted := _BEHIND_NAME.search(cell.text)))
    names = (one for one in (*alone, *before) if is_name(one.text) and len(one.text.split()) > 1)
    return next((Cut(one.text, one.cite()) for one in names), None)


def marriage(
    told: Sequence[Passage], order: dates.Order | None, said: Sequence[str] | None = None
) -> Iterator[Fact]:
    """Give the marital status and the day of the marriage: what is said outright counts before a mention.

    Of two events of the past the later one tells the status, where both are told with their days. ``said`` are the
    sentences as the applicant would say them, where somebody else writes.
    """
    words = said or [sentence.plain for sentence in told]
    found = [
        (weight, one, fact)
        for one, low in zip(told, words, strict=True)
        for weight, fact in _status(one, low)
    ]
    found = [_or_its_end(one, told, words) for one in found]
    if not found:
        return
    most = max(weight for weight, _, _ in found)
    outright = [(sentence, fact) for weight, sentence, fact in found if weight == most]
    dated = [(day, one) for one in outright if (day := _last_day(one[0], order))]
    latest = max(dated, key=lambda one: one[0])[1] if len(dated) == len(outright) else outright[0]
    sentence, stated = latest if most == PAST else outright[0]
    yield stated
    own = [sentence, *(one for one in told if one is not sentence and not _is_over(one.plain))]
    weddings = own if stated.value == "married" else ()
    yield from islice((day for one in weddings for day in _wedding(one, order)), 1)


def _or_its_end(
    found: tuple[int, Passage, Fact], told: Sequence[Passage], words: Sequence[str]
) -> tuple[int, Passage, Fact]:
    """Give what a sentence tells, or widowed where the next one tells the death of whom the writer married in it."""
    weight, sentence, fact = found
    place = next(number for number, one in enumerate(told) if one is sentence)
    if fact.value != "married" or weight != PAST or place + 1 == len(told):
        return found
    following = words[place + 1]
    pronoun = _THEN_THE_ONE.match(following)
    if not pronoun or not _HAS_DIED.match(following, pronoun.end()) or speaks_of_others(fold(words[place])):
        return found
    return weight, told[place + 1], Fact("marital_status", "widowed", told[place + 1].cite())


def _is_over(low: str) -> bool:
    """Tell whether a sentence ends with the end of a marriage, and tells no other wedding behind it."""
    ends = [match.end() for match in _END_OF_MARRIAGE.finditer(low)]
    return bool(ends) and _WEDDING.search(low, ends[-1]) is None


def _last_day(sentence: Passage, order: dates.Order | None) -> date | None:
    return max((found.date.earliest for found in dates.find_dates(sentence.text, order=order)), default=None)


def _status(sentence: Passage, low: str) -> Iterator[tuple[int, Fact]]:
    """Give the status that a sentence tells, with its weight: said of today, of the past, or implied."""
    for status, pattern in _STATUSES:
        match = pattern.search(low)
        if (
            match
            and not (status == "divorced" and (TELLS_ANOTHER.search(low) or _wed_after(low, match.start())))
            and not _OTHERS_STATUS.search(low[: match.start()])
            and not _NOT.search(low[: match.start()])
        ):
            now = re.match(
                r"i (?:am|'m)\b|je suis|we are|nous sommes|marital|etat|common|\w+ (?:since|depuis)", match[0]
            )
            implied = re.match(r"(?:my|mon|ma) (?:wife|husb|spouse|mari|epou|conj|femme)", match[0])
            if _is_dead(low, match, status=status, implied=implied is not None):
                status, implied = "widowed", None
            elif status == "married" and not implied and _then_divorced(low, match.end()):
                status = "divorced"
            weight = TODAY if now else IMPLIED if implied else PAST
            span = match.span() if low == sentence.plain else (0, len(sentence.text))
            yield weight, Fact("marital_status", status, sentence.cite(*span))
            return


def _wed_after(low: str, start: int) -> bool:
    """Tell whether a divorce is told as what was over before a wedding: "I married Lee after I divorced Kim"."""
    return _ONCE_OVER.search(low, 0, start) is not None and _WEDDING.search(low, 0, start) is not None


def _then_divorced(low: str, start: int) -> bool:
    """Tell whether a sentence goes on to the divorce, and to no other wedding: "I married Lee and divorced her"."""
    found = _THEN_DIVORCED.search(low, start)
    if found is None or speaks_of_others(fold(low[start : found.end()])):
        return False
    return _WEDDING.search(low, found.end()) is None


def _is_dead(low: str, match: re.Match[str], *, status: str, implied: bool) -> bool:
    """Tell whether a sentence goes on to the death of the spouse whom it names: "I married Noor, who died in 2019"."""
    if implied:
        return _HAS_DIED.match(low, match.end()) is not None
    if status != "married" or speaks_of_others(fold(low[match.end() :])):
        return False
    named = _THE_ONE.finditer(low, match.end())
    return any(_HAS_DIED.match(low, pronoun.end()) for pronoun in named)


def _wedding(sentence: Passage, order: dates.Order | None) -> Iterator[Fact]:
    """Give the day of the writer's own wedding: the one that follows its word, else the nearest before it."""
    low, days = sentence.plain, dates.find_dates(sentence.text, order=order)
    for word in _WEDDING.finditer(low):
        if not days or not _is_own(low, word.start(), word.end()):
            continue
        after = (day for day in days if day.start >= word.end() and _belongs(low[word.end() : day.start]))
        before = (
            day
            for day in days[::-1]
            if day.end <= word.start()
            and _belongs(between := low[day.end : word.start()])
            and not _COMPARED.search(between)
        )
        for day in islice(chain(after, before), 1):
            yield Fact("marriage_date", day.date.iso, sentence.cite(day.start, day.end))
            return


def _is_own(low: str, start: int, end: int) -> bool:
    """Tell whether a word of a wedding speaks of the writer's, not of a cousin's."""
    if _OURS.search(low[:start]):
        return True
    return not (
        _ANY.search(low[:start]) or _OF_OTHERS.search(low[end:]) or speaks_of_others(fold(low[:start]))
    )


def _belongs(between: str) -> bool:
    """Tell whether nothing else is told between the word of a wedding and a day."""
    between = _BORN_THERE.sub("", between)
    return not (_END_OF_MARRIAGE.search(between) or _OTHER_EVENT.search(between))
