"""What a submission says openly in words beside its forms.

An explanation letter or a continuation sheet that says openly that a form leaves something out, or corrects it,
lowers a finding by one level. A bare mention lowers nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from consistency.comparator.passages import LETTER, Passage, holds, passages, words
from consistency.model import Case, Citation, Document, Paper, Severity
from consistency.normalizer.expressions import expression
from consistency.normalizer.text import fold

SHEET = expression(
    r"continuation (?:sheet|page)|additional (?:sheet|page|information)|(?:extra|supplementary) (?:sheet|page)"
    r"|attachment to (?:form|imm)|annexe? (?:to|to the|a|au|du) (?:form|imm)|(?:page|feuille) supplementaire"
    r"|renseignements supplementaires|suite du formulaire"
    r"|(?:continu(?:ation|ed)|cont(?: d)?|suite|separate (?:sheet|page)|annexe? [a-z0-9])\b.{0,40}\bl? ?imm ?\d{4}\b"
    r"|\bimm ?\d{4}\b.{0,60}\b(?:continu(?:ation|ed)|cont(?: d)?|suite|(?:separate|attached) (?:sheet|page))\b"
)
OPENLY = expression(
    r"\b(?:(?:did|do|does|could|was|were|is|am|had|have|has) not (?:been )?(?:able to )?"
    r"(?:(?:list|mention|includ|declar|disclos|indicat|appear|fit|state|report|record|complete)\w*"
    r"|show\w*(?! (?:that|how|enough|sufficient)\b))"
    r"|not (?:listed|mentioned|included|declared|disclosed|shown|stated|reported|on the form|in the form)"
    r"|(?:left|leave|leaves|leaving) (?:it |this |that |the \w+ )?out|omit\w*|omission|forgot\w*|forget|oversight"
    r"|overlooked|mistake\w*|errors?|erroneous\w*|incorrect\w*|wrong\w*|rectif\w*"
    r"|correction|to correct|corrects? (?:the|this|that|my|an|it)|corrected"
    r"|inaccura\w*|discrepanc\w*|clarif\w*|should (?:have )?(?:read|be|been)|no (?:more )?(?:room|space)"
    r"|not enough (?:room|space|rows|lines)|lack of (?:room|space)|only (?:three|3|two|2) (?:rows|lines|entries)"
    r"|continuation|not fit|formerly|renamed|now known as|changed its name"
    r"|pas (?:ete )?(?:indique|mentionne|inscrit|declare|inclus|liste|signale)\w*|omis\w*|omet\w*"
    r"|oublie\w*|oubli|erreurs?|corrig\w*"
    r"|pas (?:assez|suffisamment) de (?:place|lignes|espace)|manque de (?:place|espace)"
    r"|ne figurent? pas|n ?apparai\w* pas|inexact\w*|anciennement|rebaptise\w*|change de nom)\b"
)
"""Words (folded) that say that a form leaves something out, or that something was wrong."""


def supplements(case: Case, paper: Paper) -> tuple[Paper, ...]:
    """Give the explanation letters and continuation sheets of a paper's submission."""
    return case.once((supplements, paper.application), lambda: _supplements(case, paper.application))


def _supplements(case: Case, application: str | None) -> tuple[Paper, ...]:
    return tuple(paper for paper in case.papers if paper.application == application and is_supplement(paper))


def is_supplement(paper: Paper) -> bool:
    """True for an explanation letter, and for a sheet that says that it continues a form."""
    if paper.is_form:
        return False
    return paper.kind == LETTER or paper.document.once(_continues)


def _continues(document: Document) -> bool:
    head = document.text[:_HEADING]
    small = head.lower()
    return any(word in small for word in _OF_A_SHEET) and bool(SHEET.search(fold(head)))


_HEADING = 600
_OF_A_SHEET = ("sheet", "page", "information", "suppl", "form", "imm")
"""One of these parts of words stands in each of the headings of such a sheet: most papers have none of them."""


def openly(papers: Sequence[Paper], names: Iterable[str]) -> Passage | None:
    """Give the sentence that names a thing and says openly that a form leaves it out or is wrong about it."""
    keys = [f" {name} " for name in names if name]
    for paper in papers:
        if not any(key in paper.document.once(words) for key in keys):
            continue
        told = list(passages(paper))
        for index, passage in enumerate(told):
            around = " ".join(p.text for p in told[max(index - 1, 0) : index + 2])
            if holds(passage.text, keys) and OPENLY.search(fold(around)):
                return passage
    return None


def said_openly(passage: Passage | None) -> str:
    """Quote the sentence in a finding, or say nothing."""
    return f" {passage.paper.path} says so openly: “{passage.text}”" if passage else ""


def cited_openly(passage: Passage | None) -> tuple[Citation, ...]:
    """Give the place of the sentence, where there is one."""
    return (passage.citation,) if passage else ()


def lowered(level: Severity, passage: Passage | None) -> Severity:
    """Give the level of what is told openly: one lower; a note stays a note."""
    return level.moved(-1) if passage and level else level
