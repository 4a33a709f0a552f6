"""Whose words a letter in the first person is: the applicant's, or a host's, a sponsor's, a relative's."""

from consistency.extractors.wording.prose import plain
from consistency.model import Document
from consistency.normalizer.expressions import expression
from consistency.normalizer.speakers import PEOPLE

_MINE = rf"\b(?:my|our|mon|ma|mes|notre) (?:[\w'-]+ ){{0,3}}?(?:{PEOPLE})\b"
_PERSON = (
    r"(?:him\b|her\b|them\b|the (?:above|applicant|said)\b|(?:mr|mrs|ms|miss|mme|mlle|madame|monsieur)\b"
    rf"|{_MINE})"
)
_TITLE = expression(
    r"^\W*(?:(?:re|sub|subject|ref|objet|sujet)\b\W*)?"
    r"(?:(?:letter|affidavit|declaration|statement|undertaking|deed)s? (?:of|for) (?:[a-z]+ )?"
    r"(?:invitation|support|sponsorship|guarantee|undertaking|hospitality|accommodation)"
    r"|(?:invitation|sponsorship|sponsor|support|guarantor|host)(?:'s)? (?:letter|affidavit|declaration|undertaking)"
    r"|gift (?:letter|deed|affidavit|declaration)|(?:letter|deed|declaration|affidavit) of (?:gift|donation)"
    r"|lettre de don\b|(?:acte|attestation|declaration) de don(?:ation)?\b"
    r"|(?:financial )?(?:support|sponsorship) (?:of|for|to) my (?!own|application|claim)"
    r"|invitation(?: (?:of|for) .{3,60})?$|lettre (?:d'invitation|de (?:soutien|prise en charge|parrainage|garantie))"
    r"|(?:attestation|engagement|declaration|certificat) (?:de |d')"
    r"(?:prise en charge|hebergement|accueil|parrainage|soutien|invitation))"
)
_TAKES_IN = expression(
    rf"\b(?:hereby|to|will|shall|would|am|are|i|we|and|je|nous|j') ?(?:invit(?:e|er|ing|ons)|sponsor(?:ing)?"
    rf"|host(?:ing)?"
    rf"|accommodat(?:e|ing)|parrain(?:er?|ons)|heberg(?:er?|eons)|accueill(?:ir|e|ons)|accueillerai|hebergerai"
    rf"|prend(?:s|rai|re) en charge) "
    rf"(?:{_PERSON}|(?!(?:you|an?|the|me|us|all|any|vous|un|une|le|la)\b)[a-z'-]+(?: [a-z'-]+)? (?:to|into|in our"
    rf"|at our|chez)\b|(?:his|her|their|sa|son|ses) (?:trip|visit|stay|journey|travel|stud|expens|voyage|sejour"
    rf"|frais))"
    r"|\b(?:i|je)\b(?:,? soussignee?)?,? [^.;]{3,70}?,? (?:hereby )?(?:invit\w+|heberge|accueille) (?:mr|mrs|ms|miss"
    r"|mme|mlle|m\.|madame)"
    r"|\bl'(?:heberg|accueill)\w+|\b(?:loger|sejourner|habiter) chez (?:moi|nous)\b"
    r"|\b(?:je me porte garante?|nous nous portons garants?)\b|\b(?:i|we) (?:stand|act) (?:as )?(?:guarantor|surety"
    r"|sponsor) for\b"
)
_PAYS = expression(
    rf"\b(?:i|we)(?:,[^.;]{{2,60}},)? (?:will|shall|undertake|agree|promise|am|hereby|can|commit)\b[^.;]{{0,60}}?"
    r"\b(?:shoulder|bear|cover|pay|meet"
    rf"|provide|guarantee|responsib\w+|support|liable)\b (?:[a-z]+ ){{0,4}}?(?:{_PERSON}|(?:his|her|their) )"
    rf"|\bm'engage a [^.;]{{0,120}}?(?:{_MINE}|\b(?:l'heberger|son sejour|ses frais|ses besoins|le retour)\b)"
)
_GIVES = expression(
    rf"\b(?:i|we)\b[^.;]{{0,80}}?\b(?:have given|gave|am giving|give|gift(?:ed|ing)?|donat(?:e|ed|ing)|transferred)"
    rf" (?:[\w.,$€£]+ ){{0,5}}?{_MINE}"
    r"|\b(?:i|we)\b[^.;]{0,80}?\b(?:given|gave|gift(?:ed)?)\b[^.;]{0,60}?\bas a gift\b"
    rf"|\b(?:ai donne|fais don|ai fait don|avons donne)\b[^.;]{{0,60}}?{_MINE}"
)
_SOMEBODY = (
    r"(?!(?:an?|une?|one|two|three|four|five|deux|trois|quatre|cinq|\d|minor|small|young|grown|several|jeunes?"
    r"|plusieurs|famille)\b)"
)
"""Whose relative one is, not how many children one has: "the wife of Ivo Sample", not "the mother of two children"."""
_RELATED = expression(
    rf"\b(?:i am|we are|je suis|nous sommes) (?:the |an? |les? |le |la |l'|une? )?(?:[\w-]+ ){{0,2}}?(?:{PEOPLE})"
    r" (?:of|to|de|d'|du)\b(?!\s*(?:two|three|four|\d))"
    rf"|\bi am (?:[a-z'-]+ ){{1,4}}?(?<='s )(?:[\w-]+ )?(?:{PEOPLE}|brother-in-law|sister-in-law)\b"
    rf"|\b(?:is|who is|est) {_MINE}|\b(?:application|visit|stay|demande|visite|sejour) (?:of|for|by|from|de) {_MINE}"
    r"|\bin support of (?:the |his |her )(?:\w+ ){0,3}application (?:of|by|for) (?!a\b|an\b|work|the\b)"
    rf"|\bi am [^.;]{{3,60}}?, (?:the |an? )?(?:[\w-]+ )?(?:{PEOPLE}) (?:of|to) {_SOMEBODY}"
    rf"|\bi,? (?:[^,;]{{3,60}}, ){{1,4}}(?:am|have been) (?:the |an? )?(?:\w+ )?(?:{PEOPLE}) (?:of|to) {_SOMEBODY}"
    r"|\bi,? (?:[^,;]{3,60}, ){1,4}(?:am|have been) (?:\w+ly )?married to (?!me\b)[a-z]"
    r"|\bje,? soussignee?,? (?:[^,.;]{3,60},? ){0,4}?(?:je )?suis (?:\w+ment )?mariee? (?:a|avec)\b"
    rf"|\bje,? soussignee?,? (?:[^,.;]{{3,60}}, ){{1,4}}(?:l[ea] |l'|en qualite d(?:e |'))?"
    rf"(?:{PEOPLE}) d(?:e |u |'){_SOMEBODY}"
)
_HIS_PLAN = (
    rf"(?:{_MINE}|\b(?:his|her|their|sa|son|leur) (?:\w+ )?(?:plan|project|wish|choice|decision|application|dream"
    rf"|intention"
    r"|journey|travel|departure|projet|souhait|choix|demande|reve|depart|voyage)s?\b"
    r"|\b(?:that |for |to )?(?:he|she|him|her) (?:may |can |should |to )?(?:go|goes|travel|travels|work|works"
    r"|leave|leaves)\b"
    r"|\bqu'(?:il|elle) (?:\w+ )?(?:part|aille|travaille|voyage|vienne|occupe|accepte)\w*)"
)
_ALLOWS = expression(
    r"\b(?:(?:i|we|je|nous)\b[^.;]{0,120}?\b|j')(?:permission|consents?|allow|agree|approve|bless\w*|no objection"
    r"|do not object"
    r"|stand (?:behind|by)|(?:permit|support)(?= (?:m[ry]s?|his|her|him|our|that)\b)|consens|accord|autorise"
    r"|permets|soutiens|appuie|approuve|accepte|consentement)\b"
    rf"[^.;]{{0,60}}?{_HIS_PLAN}"
)
"""A relative who lets the applicant go, or is for it: "I give my permission for my wife to work in Canada"."""
_VOUCHES = expression(
    r"\b(?:i|je) (?:hereby |also )?(?:am writing|write|assure|confirm|declare|state|attest\w*|certif\w*|can say"
    r"|testify|vous assure"
    rf"|vous ecris|peux dire|temoigne)\b[^.;]{{0,40}}?\b(?:that|how|que|combien) {_MINE}"
    rf"|\b{_MINE} (?:\w+ )?(?:is|est) (?:an? |une? )?(?:very |tres )?(?:good|honest|serious|responsible|reliable"
    rf"|hard[- ]?working"
    r"|bonne?|honnete|serieu(?:x|se)|responsable|courageu(?:x|se)) "
)
_THEY_WILL = expression(
    rf"(?:\b(?:he|she|they)|{_MINE}(?:, [^.;]{{3,40}},)?) (?:will|shall|must|has to|intends? to"
    rf"|is going to) (?:\w+ )?"
    r"(?:stay|live|reside|return|come (?:back|home)|leave|depart|go back|respect|comply|be (?:staying|living))\b"
    r"|\b(?!i\b|we\b|you\b|it\b|who\b|and\b)[a-z'-]+ will (?:stay|live|reside|lodge) (?:with (?:me|us|my)|(?:at"
    r"|in) (?:my|our))\b"
    r"|\b(?:il|elle) (?:sejournera|logera|vivra|habitera|residera|retournera|rentrera|quittera|sera hebergee?)\b"
)
_IN_CANADA = expression(
    r"\bi am (?:also )?(?:an? )?(?:canadian citizen|citizen of canada|(?:canadian )?permanent resident)"
    r"|\bwe are (?:both |also )?(?:canadian citizens|citizens of canada|(?:canadian )?permanent residents)"
    r"|\b(?:permanent resident|citizen) of canada\b|\bje suis (?:citoyen|resident)\w* (?:canadien|permanent)"
)
_APPLIES = expression(
    r"\bi (?:am|'m|have|hereby|wish to|would like to|now)? ?(?:re-?)?appl(?:y|ying|ied) (?:for|again|to)\b"
    r"|\b(?:my|our) (?:(?:new|fresh|present|current|previous|first|second|refused|work|study|permit"
    r"|visa) )+application"
    r"|\bmy application (?:was|has|no|number|[a-z]\d|for an? (?:\w+ )?(?:permit|visa))|\bmy (?:work|study) permit"
    r"|\b(?:ma|mes) (?:nouvelles? |premieres? )?demandes? (?:de|a ete|ont)|\bmon permis"
    r"|\bi (?:am |will |would |want to |wish to |shall )?work(?:ing)? in canada\b"
    r"|\bje\b(?:(?!\bqu)[^.;]){0,80}?\b(?:sollicite|demande) (?:un|une|mon) (?:\w+ )?(?:permis|visa)\b"
    r"(?![^.;]{0,30} pour (?:mon|ma)\b)"
)
_FOR_ME = expression(
    r"\b(?:sponsor|support|invit|host|accommodat|help|offer)\w* me\b"
    r"|\bm'(?:a )?(?:invite|heberge|accueill|soutien|aide)|\bme (?:prend|soutien|parrain)"
)
_I_LEAVE = expression(
    r"\bi (?:will|shall|undertake to|intend to|promise to|am going to) (?:leave|depart|return|go back)\b"
    r"|\bje (?:quitterai|retournerai|rentrerai|m'engage a quitter)\b"
)
_EMPLOYS = expression(
    r"\b(?:(?:has been|is|was) (?:\w+ )?employed|our (?:employee|staff)|leave of absence|(?:annual|paid"
    r"|unpaid) leave)\b"
    r"|\b(?:per hour|hourly|job offer|the position of|employment (?:contract|agreement)|de l'heure|offre d'emploi)\b"
)
_SIGNS = (
    (_TAKES_IN, 0.3), (_PAYS, 0.3), (_GIVES, 0.3), (_RELATED, 0.25), (_ALLOWS, 0.3), (_VOUCHES, 0.25),
    (_THEY_WILL, 0.2), (_IN_CANADA, 0.15), (_APPLIES, -0.5),
    (_FOR_ME, -0.4), (_I_LEAVE, -0.4), (_EMPLOYS, -0.4),
)  # fmt: skip
_HEAD = 20
SURE = 0.5
"""From here on somebody else than the applicant writes."""


def support(document: Document) -> float:
    """Say how sure it is that somebody who invites, houses, pays for or lets go the applicant writes here."""
    return document.once(_support)


def _support(document: Document) -> float:
    title = any(_TITLE.search(plain(line.text).strip()) for line in document.lines[:_HEAD])
    text = " ".join(plain(document.text).split())
    sure = 0.4 * title + sum(weight for sign, weight in _SIGNS if sign.search(text))
    return max(0.0, min(1.0, sure))
