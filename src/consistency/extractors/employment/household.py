"""Work in somebody's home: what a family writes of its nanny, carer, cook, gardener or driver, and who employed."""

import re

from consistency.extractors.wording.letters import is_name, signatory, without_honorific
from consistency.extractors.wording.prose import plain
from consistency.model import Document, Line
from consistency.normalizer.expressions import expression

_HOME = (
    r"(?:family|home|house|household|residence|apartment|flat|villa|estate|children|kids|boys|girls|twins|sons?|daughters?"
    r"|babies|baby|infant|toddler|mother|father|parents?|grandmother|grandfather|husband and (?:me|i|my)"
    r"|wife and (?:me|i|my))"
)
_DID = (
    r"(?:work(?:ed|s|ing)?|employ(?:ed|s|ing)?|car(?:ed|es|ing)|nursed|look(?:ed|s|ing) after|minded|cleaned|cooked"
    r"|drove|driven|(?:took|takes|taking|taken) care of"
    r"|gardened|served|engaged|hired|nanny|babysitter|housekeeper|caregiver|carer|cook|gardener|driver|maid|helper)"
)
_TOLD = expression(
    rf"\b{_DID}\b[^.;]{{0,90}}?\b(?:our|my) (?:[\w-]+ ){{0,3}}?{_HOME}\b|\b(?:our"
    rf"|my) (?:\w+ )?{_HOME}\b[^.;]{{0,60}}? as (?:a |an |our |the )?"
    r"(?:\w+[ -])?(?:nanny|babysitter|housekeeper|caregiver|carer|cook|gardener|driver|maid|helper)\b"
    r"|\b(?:employ\w+|travaill\w+|garde\w*|engage\w*)\b[^.;]{0,80}?(?:\ba (?:notre|mon) domicile\b|\bchez (?:nous"
    r"|moi)\b|\bnotre famille\b"
    r"|\bnotre foyer\b|\bnos enfants\b|\bma (?:mere|grand-mere)\b)"
)
"""A sentence by which somebody worked in the home of whoever writes."""
_NOT = expression(
    r"\bi (?:have |had |also |then |was |am )*(?:work\w*|car(?:ed|ing)|look(?:ed|ing) after|nurs\w+|minded|stayed"
    r"|employed (?:by|as|at))\b"
    r"|\b(?:je (?:travaill\w+|m'occup\w+|gard\w+|soign\w+)|j'ai (?:travaille|garde|soigne|pris soin))\b"
    r"|\b(?:invit\w+|i am applying"
    r"|i (?:am writing|write)(?! (?:(?:this|to you) )?(?:\w+ )?(?:to|in order to) (?:certify|confirm|state|attest"
    r"|inform|recommend|say|tell))"
    r"|my application|visa officer|dear officer|tenant|locataire|our company"
    r"|our firm"
    r"|our school|our agency|residents|matron|our (?:nursing|care|retirement|old age|rest) home"
    r"|homes? for (?:the )?(?:elderly|aged)|orphanage|will be working|would like to (?:hire|employ)|job offer"
    r"|offer of employment)\b"
)
_TITLED = expression(r"^(?:the )?(?:famille|family)\b|\b(?:family|household)$")
_BEHIND = expression(
    r"(?:\s*(?:,?\s*\((?:mrs?|ms|miss|mme|mdm|madam|m|signed|sgd|signée?|signature|seal|stamp)\.?\)|,? (?:mrs?|ms)\.?"
    r"|,?\s+(?:(?:tel|ph|phone|mobile|mob|cell|gsm|whatsapp)\b\.?)?:?(?: no\.?)?\s*\+?\d[\d ()./-]{6,})"
    r"|,\s*(?:the |l['’])?(?:employer|employeur|mother|father|owner))+\s*$",
    re.IGNORECASE,
)
"""What stands behind a name at the foot: a title, that it is a signature, or that it is the employer's."""
_SIGNED = expression(r"^\W*\(?(?:signed|signé|sgd)\)?\W*", re.IGNORECASE)
_NO_NAME = expression(
    r"\b(?:certificates?|employment|references?|letters?|concern|recommendation|attestation|she|he|my|our|the)\b|\.$"
)
"""Words of a title or a sentence, where a name is looked for."""
_WORDS_OF_A_NAME = 6
_HEAD, _FOOT, _LONGEST = 4, 8, 60


def tells(document: Document) -> bool:
    """Tell whether a private person writes who worked in the own home."""
    if not document.lines or len(document.lines) > _LONGEST:
        return False
    text = plain(" ".join(document.text.split()))
    return _TOLD.search(text) is not None and not _NOT.search(text)


def tells_in(text: str) -> bool:
    """Tell whether a sentence says that somebody worked in the home of whoever writes."""
    return _TOLD.search(plain(text)) is not None


def employer(document: Document) -> tuple[str, Line] | None:
    """Give the family or the person who employed: as the letter is headed, else as it is signed."""
    for line in document.lines[:_HEAD]:
        if _TITLED.search(plain(line.text).strip(" ,.")) and len(line.text) < _LONGEST:
            return line.text.strip(" ,."), line
    return signed(document)


def signed(document: Document) -> tuple[str, Line] | None:
    """Give who signed: below the closing words, else the last whole name."""
    if (found := signatory(document)) is not None:
        foot = (line for line in document.lines[-_FOOT:] if found.text in line.text)
        if (below := next(foot, None)) is not None:
            return found.text, below
    for line in reversed(document.lines[-_FOOT:]):
        name = _BEHIND.sub("", without_honorific(_SIGNED.sub("", line.text).strip(" ,.")))
        if is_name(name) and 1 < len(name.split()) <= _WORDS_OF_A_NAME and not _NO_NAME.search(plain(name)):
            return name, line
    return None
