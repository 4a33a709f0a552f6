"""Letters in which a lawyer or consultant speaks for the applicant: who the client is, and what is said of the client.

"Ms. Kaur has been employed", "our client works" and "she works" say of the client what an applicant's own letter says
with "I"; so such sentences are put into the first person, and read as an applicant's.
"""

import re
from collections.abc import Iterator, Sequence

from consistency.extractors.wording.labels import Labelled, vocabulary
from consistency.extractors.wording.letters import Cut, cells, is_name, without_honorific
from consistency.extractors.wording.prose import Passage, paragraphs, plain
from consistency.model import Document
from consistency.normalizer.expressions import expression
from consistency.normalizer.speakers import PEOPLE

_SIGNS = (
    expression(
        r"\b(?:i|we|our (?:office|firm)) (?:(?:am|are|have been|was|were) )?"
        r"(?:act(?:ing)?|represent(?:ing)?|retained|instructed|writing|counsel)\b[^.;]{0,40}?"
        r"\b(?:for|by|on behalf of|the) (?:the |our |my )?(?:above|applicant|client|principal|mr|mrs|ms|miss)\b"
        r"|\bcounsel (?:for|to) the\b|\bcounsel (?:respectfully )?submits\b"
        r"|\b(?:prepared|submitted) by [^.;\n]{3,60}?(?:\blaw\b|avocat|barrister|consultan|immigration)"
        r"|\b(?:authori[sz]ed|designated|appointed|legal) representatives? (?:of|for)\b"
        r"|\b(?:i|we) (?:represent|act for)\b|\b(?:je represente|nous representons|mandate?e? par)\b"
    ),
    expression(
        r"\b(?:our|my|notre|mon|ma|mes|nos) (?:client|cliente|clients|mandante?)\b|\bclient(?:e)? ?: [a-z]"
    ),
    expression(
        r"\bon behalf of (?:our|my|the|mr|mrs|ms|miss)\b|\bau nom d(?:e |u )(?:mon|ma|notre|client|la )"
        r"|\b(?:these|our|my|written|following) (?:\w+ )?submissions\b|\bsubmissions? (?:letter|in support)"
        r"|^(?:\W{0,3}(?:written |legal )?(?:observations|representations|submissions|memoire|memorandum"
        r"|argumentation|plaidoyer) "
        r"(?:of|by|from|de|du|des|d'|de l') ?(?:the |la |l')?(?:counsel|lawyers?|representatives?|consultants?"
        r"|avocate?s?"
        r"|representante?s?|consultante?s?|procureure?s?))\b|\bnos observations\b|\bwe (?:respectfully )?submit that\b"
    ),
    expression(
        r"\br\.?c\.?i\.?c\b|\brcic-irb\b|\br\d{6}\b|\bcicc\b|\bbarristers?\b|\bsolicitors?\b|\battorney"
        r"|\bavocate?s?\b|\bbarreau d[eu]\b"
        r"|\blaw (?:\w+ )?(?:office|firm|corporation|group|society|chambers)|\bimmigration (?:consult\w+|services"
        r"|law\b|lawyer)"
        r"|\bnotaires?\b|\bcric\b|\bconsultante?s? (?:reglemente|en immigration)"
    ),
    expression(r"\buse of a representative\b|\bimm ?5476\b|\brecours aux services d'un representant"),
    expression(
        r"\bthe (?:\w+ )?(?:officer|decision[- ]maker) (?:(?:was|had|has) )?(?:not (?:been )?satisfied|found|held"
        r"|concluded"
        r"|stated|wrote|noted|erred|considered|determined|doubted|reasoned|observed|questioned)\b"
        r"|\b(?:selon|d'apres|pour) l'agente?\b|\b(?:according to|in the view of) the officer\b"
        r"|\bthe officer's (?:\w+ )?"
        r"(?:reasons?|concerns?|findings?|view|conclusions?|doubts?)\b|\bl'agente? (?:n'etait pas|n'a pas ete"
        r"|a (?:conclu|estime|considere|juge|retenu|reproche|doute)|estimait"
        r"|doutait)\b"
    ),
    expression(
        r"\brespectfully submitted\b|\brespectueusement soumi|\bwe (?:\w+ )?(?:ask|request|urge|submit)\b"
        r"|\bnous (?:\w+ )?(?:demandons|sollicitons|soumettons|soutenons|concluons)\b"
        r"|\bil est (?:respectueusement )?(?:soumis|demande|prie)\b"
    ),
)
_SPEAKING = 3
"""So many of the signs, the first ones, say that somebody speaks for a client."""
_MATTER = expression(r"\b(?:permit|visa|permis|temporary residen|residence temporaire|ircc|immigration)")
_CONTRACT = expression(r"\b(?:retainer|service agreement|fee agreement|contrat de (?:service|mandat))")
_COURT = expression(r"\b(?:federal court|court file|cour federale|dossier de la cour)\b")
_PARTIES = expression(r"\b(?:respondents?|defendeur|defenderesse|partie defenderesse)\b")
_SUBJECT = expression(
    r"^(?:re|in re|subject|objet|ref|reference|concerne|client|applicant|our client|dossier|file|matter"
    r"|affaire)\b\s*[:.–-]\s*"
)
_AFTER_NAME = expression(
    r"\s*(?:[(;|]|\s[-–—]\s|,? (?:born|nee?|uci|iuc|dob|client|citizen|application|file)\b|$)"
)
_ENOUGH = 3
_HEAD = 30
_NAMED = expression(
    r"\b(?:for|by|behalf of|representatives? of|client|cliente|mandante?|applicant|represent|representons|represente"
    r"|de)\b,?\s+"
    r"(?:(?:our|my|mon|ma|notre|the) (?:above[- ]named |principal )?(?:clients?|cliente|applicant),?\s+)?"
    r"(?:the (?:above[- ]named )?applicant,?\s+)?(?:(?:mr|mrs|ms|miss|mme|mlle|m)\b\.?\s+)"
)
_NAME_WORDS = expression(r"(?:[^\W\d_][\w'’-]*\.?\s+){0,5}[^\W\d_][\w'’-]*")
_DESIGNATION = (
    r"(?:our|my|the|said) (?:(?:said|above[- ]named|principal) )*(?:client|applicant)"
    r"|(?:mon|ma|notre|la|le) (?:cliente?|mandante?|demandeur|demanderesse|requerante?)"
)
_HONORIFIC = r"(?:(?:mr|mrs|ms|miss|mx|mme|mlle|monsieur|madame)\b\.?|m\.)"
_PRONOUN = expression(r"\b(?:he|she|il|elle)\b")
_POSSESSIVE = expression(r"\b(?:his|her)\b(?= [a-z])")
_VERBS = (
    (expression(r"\bi ((?:\w+ly |also |now |still )*)has\b"), r"i \1have"),
    (expression(r"\bi ((?:\w+ly |also |now |still )*)is\b"), r"i \1am"),
    (
        expression(r"\bi ((?:\w+ly |also |now |still )*)(work|hold|serve|occupie|continue|do|run|own)e?s\b"),
        r"i \1\2",
    ),
    (expression(r"\bje est\b"), "je suis"),
    (expression(r"\bje a\b"), "j'ai"),
    (expression(r"\bje (occupe|exerce)\b"), r"j'\1"),
)
_NOBODY = r"(?:employ|compan|entreprise|famil|parents|child|kids|enfants)"
"""Words for people whom no "he" or "she" takes up."""
_OTHER = expression(
    rf"\b(?:his|her|their|my|sa|son|ses) (?:[\w-]+ ){{0,2}}?(?!{_NOBODY})(?:{PEOPLE})\b|\b{_HONORIFIC} [a-z]"
)
_CASE_LAW = expression(
    r"\bv(?:s)?\.? (?:canada|the minister|minister|m\.?c\.?i|\(?citizenship)|\bc\.? canada\b"
    r"|\b(?:19|20)\d\d (?:fc|fca|scc|cf|caf|csc|canlii|qccs|irb)\b"
)


def writes(document: Document) -> bool:
    """Tell whether a lawyer or consultant writes here for the applicant."""
    return document.once(_writes)


def _writes(document: Document) -> bool:
    text = " ".join(plain(document.text).split())
    if not _MATTER.search(text) or _CONTRACT.search(text[:400]):
        return False
    if _COURT.search(text[:400]) and _PARTIES.search(text):
        return False
    found = [sign.search(text) is not None for sign in _SIGNS]
    return sum(found) >= _ENOUGH and any(found[:_SPEAKING])


def client(document: Document) -> Cut | None:
    """Give the name of the client: beside a label of the head, else where the letter says for whom it is."""
    accept = {"client": lambda text: is_name(without_honorific(text))}
    labelled = Labelled(document, vocabulary("explanation_letter"), accept).first(document.lines[:_HEAD])
    if "client" in labelled:
        value = labelled["client"]
        return Cut(without_honorific(value.text), value.evidence)
    return _of_subject(document) or next(
        (name for paragraph in paragraphs(document) for name in _clients(paragraph)), None
    )


def _of_subject(document: Document) -> Cut | None:
    """Give the name with which the subject of a letter begins: "Re: SAMPLE, Ida (UCI 1111-2222)"."""
    for cell in cells(document, document.lines[:_HEAD]):
        lead = _SUBJECT.match(cell.plain)
        end = _AFTER_NAME.search(cell.plain, lead.end()) if lead else None
        if lead and end:
            name = without_honorific(cell.text[lead.end() : end.start()])
            if len(name.split()) > 1 and is_name(name):
                return Cut(name, cell.cite(end.start() - len(name), end.start()))
    return None


def _clients(whole: Passage) -> Iterator[Cut]:
    for lead in _NAMED.finditer(whole.plain):
        words = _NAME_WORDS.match(whole.text, lead.end())
        name = _capitals(words[0]) if words else ""
        if len(name.split()) > 1 and is_name(name):
            yield Cut(name, whole.cite(lead.end(), lead.end() + len(name)))


def _capitals(text: str) -> str:
    """Give the words of a text until one that begins small."""
    found = re.match(r"(?:(?:[^\W\d_a-zà-ÿ][\w'’-]*|(?:de|da|bin|binti|el|al|van|y)\b)\s*)+", text)
    return found[0].strip(" .'’-") if found else ""


def said_of_the_client(told: Sequence[Passage], name: str | None) -> list[str]:
    """Give the sentences as the client would say them ("our client works" is "i work"); those of case law are empty."""
    own = _subject(name)
    found, client_last = [], True
    for sentence in told:
        low = sentence.plain
        if _CASE_LAW.search(low):
            found.append("")
            continue
        named, other = own.search(low), _OTHER.search(own.sub(_blank, low))
        if named or other:
            client_last = named is not None and (other is None or named.start() < other.start())
        found.append(_in_first_person(low, own, pronouns=client_last))
    return found


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _subject(name: str | None) -> re.Pattern[str]:
    """Give what stands for the client: a designation, the name after a title, or both."""
    words = [re.escape(word) for word in plain(name or "").replace(",", " ").split() if len(word) > 1]
    titled = rf"(?:{_HONORIFIC} )?(?:(?:{'|'.join(words)})\b ?)+" if words else r"(?!)"
    return re.compile(rf"\b(?:(?:{_DESIGNATION})\b(?:,? {titled})?|{titled})(?:'s\b|' )?,?\s*")


def _in_first_person(low: str, own: re.Pattern[str], *, pronouns: bool) -> str:
    text = own.sub(_myself, low)
    if pronouns:
        text = _POSSESSIVE.sub(
            "my", _PRONOUN.sub(lambda word: "je" if word[0] in {"il", "elle"} else "i", text)
        )
    for verb, mine in _VERBS:
        text = verb.sub(mine, text)
    return text


def _myself(found: re.Match[str]) -> str:
    if "'" in found[0]:
        return "my "
    return "je " if re.match(r"(?:mon|ma|notre|la|le|m\.|mme|mlle)\b", found[0]) else "i "
