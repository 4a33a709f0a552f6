"""The parts of what an office writes about a refusal: the letter, the officer's notes below it, what is mere form."""

import re
from collections import Counter
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from consistency.extractors.wording.prose import Passage, paragraphs, plain, sentences
from consistency.model import Document, Line, Segment, around
from consistency.normalizer.expressions import expression

NOTES_TITLE = expression(
    r"officer'?s? decision notes?|officer'?s? (?:case )?notes?\b|decision notes?(?: of the officer)?\b"
    r"|notes of (?:the )?officer"
    r"|notes (?:de decision )?de l'agente?|notes (?:de|relatives a la|sur la) decision|\bodn\b"
)
"""What heads the officer's notes; with the lead in a sentence of its own or not."""
_NOTES_END = expression(
    r"^imm ?0276|^page \d|in(?:to)? the other official language|notes? (?:be )?translated"
    r"|have (?:them|these notes) translated"
    r"|dans l'autre langue officielle|traduction de ces notes|^protected [ab]\b|^protege [ab]\b"
)
NOTES_LEAD = expression(
    r"help you understand why your application was refused|aider a comprendre pourquoi votre demande a ete refusee"
    r"|notes? (?:on your application )?(?:are|is) (?:reproduced|set out|provided|included)"
    r"|as (?:they are displayed|they appear) in (?:ircc's|our) system|telles? qu'elles (?:figurent|apparaissent)"
)
LAW = expression(
    r"\b(?:any|every|each) (?:person|foreign national|applicant|visitor)|\ba (?:permanent resident"
    r"|foreign national|person|visa officer)\b"
    r"|\b(?:an?|the) (?:visa |immigration )?officer (?:shall|may|must|considers?|will|is required"
    r"|takes)|\bthe foreign national\b"
    r"|\b(?:section|subsection|paragraph)s? [a-z]?\d[^ ]*(?: (?:of|and)[^,.;]{0,60}?)? (?:provides?"
    r"|states?|requires?|stipulates?|specif(?:y|ies)|reads?|sets? out|defines?)\b"
    r"|\b(?:a|the) determination of whether\b|\bshall (?:not )?(?:issue|be)\b"
    r"|\bl'etranger\b|\bl'agent (?:tient|peut|doit|delivre|ne peut|prend|examine)|\bquiconque\b"
    r"|\btoute personne\b|\bl'auteur d'une demande\b"
    r"|\bun (?:etranger|agent|resident permanent)\b|\bemportent interdiction\b|\bne peut etre delivre\b"
    r"|\b(?:article|paragraphe|alinea) [a-z]?\d[^ ]*(?: (?:de|du)[^,.;]{0,60}?)? (?:prevoit|dispose"
    r"|precise|stipule|enonce|exige que)\b"
)
"""The law told at large: what holds for everybody is no ground for anybody."""
_ADDRESSED = expression(r"\b(?:you|your|yours|vous|votre|vos|i am|je ne|je suis|j'ai)\b")
FORMALITY = expression(
    r"^(?:immigration,? refugees and citizenship canada\W*$|immigration,? refugies et citoyennete canada\W*$"
    r"|your (?:temporary resident )?status (?:as an? [a-z ]{3,30} )?(?:has |will )?(?:expired?|ended?)\b(?!.*\brestor)"
    r"|thank you for|this (?:letter )?(?:refers|is (?:in )?(?:further )?(?:to|reference)"
    r"|is to inform|concerns)|i am writing|we have (?:completed|received)|nous (?:vous )?remercions"
    r"|la presente"
    r"|je vous (?:remercie|ecris)|(?:your|the) application (?:for [^.]{3,90}? )?(?:has been|was"
    r"|is) (?:being )?refused\b(?!.*\b(?:because|based on|as|since|basis)\b)"
    r"|votre demande (?:(?:de |d')[^.]{3,80} )?(?:a ete|est) (?:refusee|rejetee)(?!.*\b(?:car|parce"
    r"|puisque|en raison)\b)"
    r"|i (?:am|have|regret)[^.]{0,90}\b(?:refus|inform you|let you know|decid|determined|(?:unable to|cannot|could not)"
    r" (?:approve|issue|grant))[^.]*\.?$"
    r"|(?:i|we) have (?:now )?(?:carefully )?(?:reviewed|considered|examined|assessed"
    r"|completed)(?![^.]*\b(?:not|no|find|found|insufficient|weak|limited|concern\w*)\b)[^.]*\.?$"
    r"|je (?:refuse|rejette|dois refuser|suis au regret)|j'ai (?:decide|determine|examine|etudie)"
    r"|par consequent,? je|en consequence,? je"
    r"|(?:after|following|upon|a la suite|apres)\b.{0,90}\b(?:review|examination|consideration"
    r"|assessment|examen|reviewing|considering|examine|etudie|analyse|examiner|assessing)"
    r"|why (?:i|we|your application|the application|this application)\b.{0,40}$"
    r"|pourquoi (?:je|nous|votre demande|la demande|cette demande)\b.{0,40}$"
    r"|(?:ceci|this) (?:est|is) an? (?:message )?automat|(?:ceci|this) (?:est|is) un message automat"
    r"|for (?:these|the above|the following) reasons,? (?:i|your)|pour (?:ces|les) (?:raisons|motifs)"
    r"|the reasons? for (?:this|my|the)|les (?:raisons|motifs) (?:de (?:cette|ce|ma|la"
    r"|notre) (?:decision|refus)|du refus)"
    r"|in (?:reaching|making|coming to) (?:this|my|a) decision|pour (?:rendre|prendre) (?:cette"
    r"|ma) decision|i (?:therefore|hereby) refuse|to help you understand|pour vous aider"
    r"|it is important|il est important|i note that your application was (?:received|made)|dear\b|to:|re:|subject|objet"
    r"|you (?:applied|requested|submitted an application)|vous avez (?:presente une|demande)"
    r"|you are (?:now|currently|therefore|consequently) (?:without|out of) (?:valid |legal )?"
    r"|vous (?:etes|n'avez) (?:maintenant|desormais|actuellement|donc|plus) (?:sans|de|aucun) statut"
    r"|as a result,? (?:i|your application)|therefore,? (?:i|your application))"
)
"""Sentences of every letter that state no ground: thanks, that it was refused, that reasons follow."""
OUTRO = expression(
    r"^(?:you (?:may|can|are welcome|have the right|are entitled|are (?:also )?(?:required"
    r"|not authorized|advised|free|encouraged|reminded)|must|should|will (?:be required|receive|need)"
    r"|might)"
    r"|vous (?:pouvez|pourriez|pourrez|avez le droit|etes (?:libre|invite|tenu|prie)"
    r"|n'etes pas autorise|devez|devrez|devriez)"
    r"|sincerely|yours|respectfully|regards|kind regards|best regards|faithfully"
    r"|if (?:you|your)\b|to qualify\b|(?:in relation to this decision,? )?there is no right"
    r"|you (?:do not )?have (?:no|any|a|the) right|should you|unless you|si vous|dans l'eventualite"
    r"|please\b|veuillez|nous vous (?:prions|invitons)|(?:any|all) (?:new|future|subsequent)"
    r"|to (?:re-?apply|submit a new)|(?:what|how) (?:you|can you|to|happens|do i|if)\b|(?:your )?next steps?\b"
    r"|pour mieux comprendre|to (?:better|further) understand|il vous est (?:loisible|possible|permis)"
    r"|(?:un recours|un appel|an appeal|a request for review)\b"
    r"|(?:ce que vous pouvez|que (?:pouvez|faire)|prochaines? etapes?|et maintenant)\b"
    r"|for (?:more|further|additional) information|pour (?:plus|de plus|obtenir|tout)"
    r"|there is no\b(?=.{0,40}\b(?:appeal|right))|il n'y a (?:pas|aucun) (?:de )?(?:droit )?(?:d')?appel"
    r"|this decision(?! (?:is|was|has been) (?:based|founded|taken|made) (?:on|for))"
    r"|(?:cette|la presente) decision(?! (?:est|a ete) (?:fondee|motivee|prise|basee))"
    r"|(?:the )?processing fees?|les frais|(?:your"
    r"|the) (?:passport|travel document|original documents?|fees?)\b.{0,40}\b(?:return|refund"
    r"|enclosed|sent|mailed|back)"
    r"|votre passeport\b.{0,60}\b(?:retourne|renvoye|remis|joint)|agent[e]?\b.{0,30}$"
    r"|officer\b.{0,30}$|(?:migration|visa|immigration) officer\b.{0,70}$|merci\b|thank you\b"
    r"|a new application|une nouvelle demande|toute nouvelle|we (?:regret|wish|trust|hope)"
    r"|nous (?:regrettons|esperons)|cordialement|sincerement|salutations|meilleures salutations"
    r"|(?:recevez|agreez|croyez)\b"
    r"|as your (?:temporary|status|work permit|permit)|comme votre (?:statut|permis)"
    r"|(?:be )?advised that|failure to leave|note (?:that|:)|remarque|notez|under the access"
    r"|restoration of (?:your )?status"
    r"|(?:today's|the) decision (?:cannot|is final|may)|no (?:formal )?(?:right of )?appeal"
    r"|right (?:of|to) appeal|apres avoir|en vertu de la loi sur l'acces|cc\b|c\.c\.|enclosure|encl\b"
    r"|p\.? ?j\.?\b)"
)
"""What follows the grounds: how to apply again, appeals, passports, greetings."""
_PAGE = expression(
    r"^(?:page|p\.)? ?\d{1,2} ?(?:(?:of|de|sur|/) ?\d{1,2})?$|^page \d{1,2}\b.{0,30}$"
    r"|^imm ?\d{4} ?[a-z]? ?(?:\(\d{2}-\d{4}\))? ?[a-z]?$|^canada$"
    r"|^(?:www\.|https?://)\S+$|^-+ ?\d{1,2} ?-+$|^\(?(?:continued|suite)[^a-z]*\)?$"
)
MARK = expression(
    r"\s*(?:\(?\d{1,2}[.)]?\s+(?=[\[({☒☑✓✔✗✘⊠■☐□❏❑❐❒◻⬜]))?(?:(?P<yes>[\[({]\s*[xX✓✔✗✘√*]\s*[\])}]|[☒☑✓✔✗✘⊠■]|_+\s*[xX✓]\s*_+|[xX](?=\s*$|\s+[^\s:;.,)]))"
    r"|(?P<no>[\[({]\s*[_.]?\s*[\])}]|[☐□❏❑❐❒◻⬜]|_{2,}))\s*"
)
"""A box before a printed reason, ticked or not; the number of the reason may stand before it."""
_NEAR = 2.2
"""Words of one line stand less than so many heights of it apart, where it is spread out to the margin."""
_SPREAD = 1.7
"""A line of so few words to a cell is no row of a table."""
_EDGE = 3
"""So many lines at the head and foot of a page may be printed on every page."""


class Parts(Struct, frozen=True):
    """A refusal taken apart: the lines of the letter, and those of the officer's notes below it."""

    letter: tuple[Line, ...]
    notes: tuple[Line, ...]


def parts(document: Document) -> Parts:
    """Take a paper apart; what is printed on every page is left out."""
    lines = [_closed_up(line) for line in without_running(document.lines)]
    start = next((n for n, line in enumerate(lines) if _begins_notes(line)), len(lines))
    rest = lines[start:]
    first = next((n for n, line in enumerate(rest) if not _begins_notes(line)), len(rest))
    return Parts(tuple(lines[:start]), tuple(rest[first:]))


def _closed_up(line: Line) -> Line:
    """Give a line that was spread out to the margin as runs of words, not as cells; boxes stay apart."""
    words = sum(len(segment.text.split()) for segment in line.segments)
    if len(line.segments) >= 4 and words <= _SPREAD * len(line.segments):
        return replace(line, segments=(_one(line.segments),))
    runs: list[list[Segment]] = []
    for segment in line.segments:
        near = (
            runs
            and segment.box
            and (last := runs[-1][-1].box)
            and segment.box.x0 - last.x1 < _NEAR * (last.y1 - last.y0)
        )
        if near and not MARK.match(segment.text) and not MARK.match(runs[-1][0].text):
            runs[-1].append(segment)
        else:
            runs.append([segment])
    return (
        replace(line, segments=tuple(_one(run) for run in runs)) if len(runs) < len(line.segments) else line
    )


def _one(run: Sequence[Segment]) -> Segment:
    boxes = [segment.box for segment in run if segment.box]
    return replace(
        run[0],
        text=" ".join(segment.text for segment in run),
        box=around(boxes) if boxes else None,
        words=tuple(word for segment in run for word in segment.words),
        confidence=min(segment.confidence for segment in run),
    )


def _begins_notes(line: Line) -> bool:
    low = plain(line.text).strip()
    title = NOTES_TITLE.search(low)
    return bool(title and (len(low) < 60 or NOTES_LEAD.search(low))) or bool(NOTES_LEAD.search(low))


def noted(document: Document, lines: Sequence[Line]) -> tuple[Passage, ...]:
    """Give the sentences of notes, without those that lead to them and the print below them."""
    found: list[Passage] = []
    for sentence in (one for paragraph in paragraphs(document, lines) for one in sentences(paragraph)):
        low = sentence.plain.strip()
        if _NOTES_END.search(low):
            break
        if not NOTES_LEAD.search(low) and (found or not _is_lead(low)):
            found.append(sentence)
    return tuple(found)


def _is_lead(low: str) -> bool:
    return (
        re.search(
            r"\b(?:ircc'?s?|our) systems?\b|systeme d'ircc|below are|ci-dessous|\(odn\)|notes de decision",
            low,
        )
        is not None
    )


def without_running(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Leave out page numbers, form numbers and what stands at the head or foot of several pages."""
    pages: dict[int | None, list[Line]] = {}
    for line in lines:
        pages.setdefault(line.page, []).append(line)
    heads = [line for group in pages.values() for line in group[:_EDGE]]
    feet = [line for group in pages.values() for line in group[-_EDGE:]]
    edges = list({id(line): line for line in (*heads, *feet)}.values())
    times = Counter(_stamp(line) for line in edges) if len(pages) > 1 else Counter()
    outer, first = {id(line) for line in edges}, {id(line) for line in pages.get(1, [])[:_EDGE]}

    def is_running(line: Line) -> bool:
        if line.part in ("header", "footer"):
            return True
        again = times[_stamp(line)] > 1 and id(line) not in first
        return id(line) in outer and (again or _PAGE.match(plain(line.text).strip()) is not None)

    return tuple(line for line in lines if not is_running(line))


def _stamp(line: Line) -> str:
    """Give what a line says on every page: its words and height on the page, without numbers."""
    height = round(line.box.y0 / 4) if line.box else 0
    return f"{height} {re.sub(r'[0-9]+', '#', plain(line.text))}"


def is_law(low: str) -> bool:
    """Tell whether a sentence tells the law at large, and nothing of the applicant."""
    return LAW.search(low) is not None and _ADDRESSED.search(low) is None


def is_addressed(low: str) -> bool:
    """Tell whether a sentence speaks of the applicant, or of what the officer thinks."""
    return _ADDRESSED.search(low) is not None
