"""The applicant's letter of explanation (submission letter, cover letter): what it says of the applicant."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec.structs import replace

from consistency.extractors.civil.former_unions import former_unions
from consistency.extractors.employment.listed_offers import listed_offer
from consistency.extractors.own_words import representative
from consistency.extractors.own_words.another import SURE, support
from consistency.extractors.own_words.applicant import marriage, name_of
from consistency.extractors.own_words.identity import identity
from consistency.extractors.own_words.past import balances, trips
from consistency.extractors.own_words.past_work import past_jobs
from consistency.extractors.own_words.work import jobs, offers
from consistency.extractors.quoted_tables import own_lines
from consistency.extractors.reading import Reading
from consistency.extractors.refusals.told import refusals
from consistency.extractors.wording.letters import language_of, letter_date, order_of, salutation_at
from consistency.extractors.wording.prose import Passage, paragraphs, plain, sentences
from consistency.model import AsOf, Document, Fact, Offer, Record
from consistency.normalizer import dates, identifiers
from consistency.normalizer.expressions import expression
from consistency.normalizer.refusing import says_refused
from consistency.normalizer.speakers import PEOPLE

_TITLE = expression(
    r"letter of explanation|explanation letter|letter of (?:intent|submission)|submission letter"
    r"|cover(?:ing)? letter|statement of purpose|study plan|plan d'etudes|projet d'etudes"
    r"|(?:purpose|aim|reasons?) (?:of|for) (?:my |the |our )?(?:intended |planned )?(?:trip|visit|travel|journey)"
    r"|(?:but|objet|motif) (?:de |du )(?:ma |mon )?(?:visite|voyage|sejour)"
    r"|(?:response|reply|answers?) to (?:the |my |each )?(?:reasons?|refusal|officer|grounds?|concerns?)"
    r"|reponses? (?:au|aux) (?:refus|motifs|preoccupations)|^(?:my |personal |client )?statement of\b"
    r"|lettre d'explication|lettre explicative|lettre de (?:motivation|presentation|soumission)|explanation"
)
_SUBJECT = expression(
    r"^(?:re|sub|subj|subject|objet|ref|reference|sujet|concerns?|concerne)\b.{0,40}?(?:application|explanation"
    r"|refusal|refus|addendum|reply|response|reponse|[a-z]\d{9}|permit|visa|submission|demande|permis|explication"
    r"|lettre)"
)
_TO = expression(
    r"(?:to|a) (?:the |l')?(?:visa|immigration|migration|case processing|agent)|(?:dear|respected|esteemed|honou?rable)"
    r" (?:sir|madam|officer|visa|immigration|migration|case)|immigration, refugees and citizenship"
    r"|madame,? monsieur|monsieur,? madame|high commission|embassy|agent (?:des visas|d'immigration)"
    r"|visa (?:section|office)|ircc|(?:immigration|visa|migration) officer|agente? (?:d'immigration|des visas)"
)
_APPLIES = expression(
    r"\bi,? [^.;]{0,60}\bre-?apply\b"
    r"|\bi (?:am|'m|have) (?:re)?(?:applying|submitt|writing|re-?appl|asking for|requesting"
    r"|seeking)|\bi (?:hereby )?(?:re)?(?:submit"
    r"|apply|write)\b|my (?:new |present |current |fresh |previous |earlier |past |last |first |second |third |next "
    r"|work permit |visa )*(?:application|refusal)"
    r"|this (?:new |fresh )?application|please accept|(?:new|fresh) application|\bre-?application"
    r"|\bi (?:respectfully |hereby |also )*(?:request|ask for|seek|applied)\b[^.;]{0,40}"
    r"\b(?:restor|exten|renew)"
    r"|\bi (?:kindly |humbly |respectfully |hereby |would like to |wish to )*(?:request|ask for|seek|apply for)\b"
    r"[^.;]{0,40}\b(?:visa|permit)\b"
    r"|\bi (?:\w+ )?(?:ask|request|beg)(?:ing)? (?:that|you to|your office to|for)? ?[^.;]{0,60}"
    r"\b(?:re-?open\w*|reconsider\w*|reviewed|work permit|study permit|visa)\b"
    r"|\bje (?:\w+ )?(?:demande|sollicite|prie) [^.;]{0,60}\b(?:reexam|reconsider|rouvrir|permis|visa)"
    r"|\bi(?:, [^.;,]{2,50},)? (?:wish|intend|plan|want|hope|would like) to (?:study"
    r"|pursue|enrol|work|come|take up|visit|spend|travel)\b"
    r"|\bje (?:souhaite|desire|voudrais|compte) (?:visiter|rendre visite|sejourner|me rendre)\b"
    r"|\bje (?:souhaite|desire|voudrais|compte) (?:etudier|poursuivre|travailler|venir|suivre)\b"
    r"|\b(?:clarify|answer|address|respond to|explain) (?:to )?(?:the |your |each |both |all "
    r"|these )?(?:of )?(?:\w+ ){0,2}?"
    r"(?:points?|concerns?|reasons?|grounds?|refusal|doubts?)\b|\byou refused my\b|\bvous avez (?:refuse|rejete) ma\b"
    r"|\b(?:repond(?:s|re|rai)|reponses?) (?:a|aux) (?:vos|ces|les|votre|chacun) (?:motifs?|raisons?|preoccupations?"
    r"|refus)"
    r"|je (?:presente|soumets|sollicite|depose|vous ecris|demande (?:le retablissement|la prolongation))"
    r"|ma (?:nouvelle )?demande"
    r"|mes demandes|decisions anterieures|demande de permis"
)
_ASKS = expression(
    r"\bi (?:am|was|have been) (?:\w+ )?(?:asking|requesting) for an? (?:[\w-]+ ){0,2}(?:permit|visa)\b"
    r"|\b(?:permit|visa|permis)(?: \w+){0,2} (?:that |which |que )?(?:i (?:ask|am asking|request|am requesting"
    r"|seek)|je (?:demande"
    r"|sollicite))\b"
    r"|\bi (?:ask|request|beg)\b(?! you to)[^.;]{0,30}? (?:an? |the )?(?:new |fresh )?(?:work |study "
    r"|visitor )(?:permit|visa)\b"
    r"(?! (?:for|to) (?:my|our|him|her|mr|ms|mrs)\b)"
)
"""What says in so many words what is asked for."""
_PROMISE = expression(
    r"i (?:will|shall|intend to|undertake to|promise to|assure you)[^.]{0,60}(?:leave|return|respect"
    r"|depart|comply|end of)|favou?rable consideration|suite favorable|je (?:quitterai|respecterai|m'engage"
    r"|retournerai|rentrerai)"
)
_REFUSED = expression(
    r"\b(?:points?|concerns?|doubts?) raised by the (?:\w+ )?officer|\brefus|\brejet|officer was not satisfied"
    r"|agent n'etait pas convaincu|not satisfied"
)
_MINE_REFUSED = expression(
    r"\bi (?:was|have been|had been) (?:\w+ )?refused\b|\b(?:refuse[sd]?|rejected|denied) me\b(?! to\b)"
    r"|\b(?:re: |reply to |answer to )[^.;]{0,40}\b(?:procedural )?fairness letter\b"
    r"|\bi [^.;]{0,60}\b(?:procedural )?fairness letter\b"
    r"|(?<!your )\bapplication (?:no\.? |number )?[a-z]\d{9} was refused"
    r"|\brefused my\b|\bvous avez (?:refuse|rejete) ma\b|\bm'(?:a|avait|ont|avaient) (?:deja |ete )?refuse"
    r"|\b(?:my|our|ma|mon|mes|notre) [^.;]{0,80}?\b(?:was|were|has been|have been|had been|a ete|ont ete|fut)"
    r" (?:\w+ )?(?:refus|rejet|reject|denied|declined|turned down|unsuccessful|not (?:approved|granted))"
    r"|\bsaid no to me\b|\bm'(?:a|avez) dit non\b"
)
"""Only the applicant says so: the refusal says "your", an officer's notes "the applicant"."""
_OTHERS = expression(
    r"(?:i am|nous avons|je) (?:therefore )?(?:refusing|rejette|refuse) (?:your|votre)"
    r"|your application (?:has been|was|does)|remercions de l'interet"
    r"|thank you for your interest in (?:working|studying|visiting)"
    r"|\bi(?:, [^,.;]{3,40},)? (?:have |currently |hereby )?employ(?:ed)? (?!by\b|in\b|at\b)"
    r"|this is to certify|we are pleased to offer|hereby certif|is employed|account holder"
    r"|information disclosed under|certifions|nous attestons|curriculum vitae$"
)
_SWORN_TITLE = expression(
    r"^\W*(?:(?:sworn |solemn |general |self[- ])?(?:affidavit|declaration|statement)|statutory declaration"
    r"|declaration (?:solennelle|sous serment|sur l'honneur|assermentee))\b"
)
_SHEET = expression(
    r"\b(?:addendum|continuation (?:sheet|page)|(?:additional|extra|supplementary) (?:sheet|page|information)"
    r"|annexe?|attachment"
    r"|(?:page|feuille) supplementaire|suite) (?:\w+ ){0,3}?(?:to|for|of|a|au|du|pour|de) (?:the |la |le )?(?:form"
    r"|imm|application"
    r"|question|formulaire|demande)"
)
_SWEARS = expression(
    r"\b(?:duly sworn|solemnly (?:and \w+ )?(?:affirm|declare|swear)|make oath|declare (?:under oath|as (?:under"
    r"|follows))"
    r"|(?:do )?hereby "
    r"(?:solemnly )?(?:swear|declare|affirm|state)|declare (?:solennellement|sous serment|sur l'honneur))\b"
)
_UNSWORN = expression(
    r"\b(?:this|le|ce|on)\s+_{2,}[^\w\n]{0,6}(?:day|jour)\b|\bday of _{2,}|\b(?:sworn|declared|signed) (?:at"
    r"|before)[^\n]{0,40}_{4,}"
)
"""The day of an oath that is still to be put in."""
_RULED = expression(r"\W*[_.…]{6,}\W*")
_OF_STAYS = expression(
    r"\b(?:visas?|permits?|permis|immigration|refus\w+|deported|arrest\w*|arrete|convict\w+|condamn\w+"
    r"|travell?ed|voyag\w+)\b"
)
_OF_OTHER_THINGS = expression(
    r"\b(?:one and (?:the )?same|(?:be|been|am|is|also) known (?:as|by)|i have known|unmarried"
    r"|never (?:been )?married"
    r"|bachelor|spinster|wedding|liv(?:ed?|ing) together|common[- ]law|conjugal|celibat\w*|seule et meme|connais"
    r"|vivons ensemble"
    r"|i,? [^.;]{3,60}, (?:the )?(?:father|mother|brother|sister|uncle|aunt) of)\b"
)
"""Words of a declaration about a name, a status, a couple, or a child of who swears."""
_OWN_LIFE = expression(
    r"\bi (?:have|had|was|am|worked|lived|studied|never|applied)\b|\bje (?:suis|n'ai)\b|\bj'(?:ai|etais)\b"
)
_OF_A_RELATIVE = expression(
    rf"\b(?:my|our|mon|ma|mes|notre|nos) (?:\w+ )?(?:{PEOPLE}),? (?:[\w' ]{{2,40}},? )?(?:is|are|has|will|who|est|a"
    rf"|qui|souhaite"
    r"|wishes|intends) (?:\w+ ){0,2}(?:appl|travel|visit|stud|go|work|stay|demand|voyag|depos|sollicit|etud)"
    r"|\b(?:father|mother|brother|sister|uncle|aunt|wife|husband|pere|mere|frere|soeur|epoux|epouse) (?:of|de|du"
    r"|d') ?"
    r"(?:the (?:above|said )?applicant|la demanderesse|le demandeur)"
)
_EMPLOYED = expression(
    r"\bi (?:have been|had been|am|was) (?:\w+ )?(?:employed|working|refused|studying)\b|\bi (?:work|study) (?:at"
    r"|for|as|in)\b"
    r"|\bje (?:travaille|suis employe|suis salarie|fais des etudes)\b"
)
"""What somebody who swears for an application of their own tells of a life."""
_PLAN = expression(
    r"^\W*(?:(?:my|mon) )?(?:(?:study|work|career|settlement)(?: (?:and|&) (?:study|work|career))? plan"
    r"|plan (?:d'etudes?|de travail|de carriere|professionnel)(?: et (?:d'etudes?|de (?:travail|carriere)"
    r"|professionnel))?"
    r"|projet (?:d'etudes?|professionnel)(?: et professionnel)?)\b(?:\W.{0,60})?$"
)
_ANSWERS = expression(
    r"(?:my |table of |point[- ]by[- ]point )?(?:responses?|reply|replies|answers?|explanations?) (?:to|of"
    r"|on) (?:the |my |each |all )?"
    r"(?:\w+ ){0,2}?(?:reasons?|refusal|officer|grounds?|concerns?)\b|(?:ma |tableau des )?reponses? (?:a|au"
    r"|aux) (?:\w+ )?"
    r"(?:refus|motifs?|preoccupations?|decision)\b"
)
"""The title of a sheet that answers a refusal, with or without a word of who writes."""
_ANSWERS_FAIRNESS = expression(
    r"^\W*(?:(?:re|subject|sub|objet)\W{1,3})?(?:my )?(?:reply|response|answer) to (?:your |the )?"
    r"(?:letter (?:of|dated) [^.;]{6,24}[-–—,(] ?[a-z]\d{9}|(?:procedural )?fairness letter|pfl\b)"
    r"|^\W*(?:objet\W{1,3})?(?:ma )?reponse a (?:votre |la )?"
    r"(?:lettre d'equite|lettre du [^.;]{6,24}[-–—,(] ?[a-z]\d{9})"
)
"""The title of a letter that answers the officer's concerns before the decision."""
_FIRST_PERSON = expression(r"\b(?:i|my|je|j'|mon|ma|mes)\b")
_MINE = expression(r"\bmy (?:\w+ ){0,3}(?:application|refusal)\b|\b(?:ma (?:\w+ )?demande|mon refus)\b")
_YOURS = expression(r"\b(?:your|votre) (?:\w+ ){0,3}(?:application|demande)\b")
_DECIDES = expression(
    r"\bi have (?:carefully )?(?:reviewed|considered|assessed) (?:the|this|all) (?:\w+ )?(?:application|information"
    r"|file)"
    r"|\bi am (?:therefore |thus )?not satisfied|\bj'ai (?:examine|etudie|evalue) (?:la|cette) demande"
    r"|\bje ne suis pas (?:convaincue?|satisfaite?)"
)
_OWN = expression(
    r"\b(?:my|me|mon|ma|mes)\b(?! (?:own )?(?:opinion|assessment|review|finding|decision|view|concern|analys[ie]s"
    r"|avis|evaluation|examen|analyse|preoccupation))"
)
"""What is said of an own life; who decides speaks of the own opinion alone."""
_ANSWERING = 0.95
_SWORN = 0.75
"""How sure it is that a sworn declaration of somebody's own life is the applicant's."""
_HEAD = 6
_TO_EACH = 45
"""Words to each "I" of a short letter at the most."""
_CLAUSE = expression(r";\s*")


_SPEAKING = 4
"""Who says "I" so often speaks for himself."""


def recognise(document: Document) -> float:
    """Say how sure it is that the applicant, or who acts for the applicant, explains an application here."""
    if representative.writes(document):
        return 0.9
    text = " ".join(plain(document.text).split())
    head = plain("\n".join(line.text for line in document.lines[:14]))
    if support(document) >= SURE or (_OTHERS.search(text) and not _TITLE.search(head)):
        return 0.0
    if _DECIDES.search(text) and not _OWN.search(text):
        return 0.0
    if _answers(document, text):
        return _ANSWERING
    if any(says(document, text) for says in (_swears, _continues, _plans, _answers_fairness)):
        return _SWORN
    own = len(_FIRST_PERSON.findall(text))
    if own < _SPEAKING and not _is_dense(text, own):
        return 0.1
    return _by_clues(document, text, head, own)


def _by_clues(document: Document, text: str, head: str, own: int) -> float:
    """Weigh what an explanation has: a subject, a refusal or an application of the writer's, a promise.

    ``own`` is how often the writer speaks in the first person.
    """
    subject = any(_SUBJECT.match(plain(line.text).strip()) for line in document.lines[:20])
    number = bool(identifiers.find_application_numbers(document.text))
    told = _REFUSED.search(text) is not None or says_refused(text)
    answers = number and told and own > 1 and not _YOURS.search(text)
    refused = answers or _MINE_REFUSED.search(text) is not None
    clues = (
        _TITLE.search(head),
        subject,
        salutation_at(document) is not None,
        _TO.search(head),
        _PROMISE.search(text),
        told,
        refused,
        number and refused,
    )
    to_officer = _TITLE.search(head) and _TO.search(head)
    speaks = own >= _SPEAKING or refused or ((subject or to_officer) and own > 1) or _MINE.search(text)
    asks = _ASKS.search(text) is not None
    replies = told and own >= _SPEAKING and _TO.search(head)
    if not speaks or not (refused or asks or replies or _APPLIES.search(text)):
        return 0.1
    return min(1.0, 0.15 + 0.17 * sum(bool(clue) for clue in clues) + 0.2 * asks)


def _swears(document: Document, text: str) -> bool:
    """Tell whether somebody who speaks of visas and of an own life declares it solemnly here."""
    if not any(_SWORN_TITLE.match(plain(line.text)) for line in document.lines[:_HEAD]):
        return False
    life = len(_OWN_LIFE.findall(text)) > 1 or _EMPLOYED.search(text)
    own = _SWEARS.search(text) and _OF_STAYS.search(text) and life
    return bool(own) and not (_OF_A_RELATIVE.search(text) or _OF_OTHER_THINGS.search(text))


def _continues(document: Document, text: str) -> bool:
    """Tell whether a sheet says at its head that it goes on with a form, and tells of refusals."""
    titled = any(_SHEET.search(plain(line.text)) for line in document.lines[:_HEAD])
    return titled and _REFUSED.search(text) is not None


def _plans(document: Document, text: str) -> bool:
    """Tell whether somebody lays down a plan of studies or work in Canada, under such a title."""
    titled = any(_PLAN.match(plain(line.text).strip()) for line in document.lines[:_HEAD])
    return titled and "canad" in text and len(_FIRST_PERSON.findall(text)) > 1


def _answers(document: Document, text: str) -> bool:
    """Tell whether a sheet says at its head that it answers a refusal, and is none."""
    titled = any(_ANSWERS.match(plain(line.text).strip()) for line in document.lines[:_HEAD])
    return titled and says_refused(text) and not _YOURS.search(text)


def _answers_fairness(document: Document, text: str) -> bool:
    """Tell whether a letter says at its head that it answers one of the officer, and somebody says "I" in it."""
    titled = any(_ANSWERS_FAIRNESS.match(plain(line.text).strip()) for line in document.lines[:_HEAD])
    return titled and _FIRST_PERSON.search(text) is not None and not _YOURS.search(text)


def _is_dense(text: str, own: int) -> bool:
    """Tell whether a short letter is the applicant's own: few words to each "I", and none of who decides."""
    return own * _TO_EACH >= len(text.split()) and not _YOURS.search(text)


def read(document: Document) -> Reading:
    """Read what the applicant says: who, married or not, refused when, working where, offered what."""
    order = order_of(document)
    day = letter_date(document, order)
    told = [part for paragraph in paragraphs(document, own_lines(document)) for part in _clauses(paragraph)]
    facts = [Fact("document_date", day.date.iso, day.evidence)] if day else []
    represented = representative.writes(document)
    name = representative.client(document) if represented else name_of(document)
    said = representative.said_of_the_client(told, name.text if name else None) if represented else None
    if name:
        facts.append(Fact("full_name", name.text, name.evidence))
    facts += marriage(told, order, said)
    facts += [] if represented else identity(told, order)
    records: list[Record] = [*refusals(told, order), *jobs(told, order, said), *past_jobs(told, order, said)]
    records += _offers(document, told, order)
    records += [*balances(told), *trips(told)]
    records += [] if represented else former_unions(told, order)
    as_of = AsOf(day.date, "stated") if day else AsOf(None, "unknown")
    return Reading(
        as_of,
        tuple(facts),
        tuple(records),
        language=language_of(document),
        signed=_signed(document, name.text if name else None),
    )


def _offers(document: Document, told: Sequence[Passage], order: dates.Order | None) -> list[Offer]:
    """Give the offered job: what sentences tell of it, and what a list of its terms adds."""
    said, listed = offers(told, order), listed_offer(document)
    if listed is None:
        return said
    main = said[0] if said else listed
    same = {main.number, listed.number} - {None}
    if len(same) > 1:
        return said
    missing = {name: value for name in Offer.field_names() if (value := getattr(listed, name)) is not None}
    kept = {name: value for name, value in missing.items() if getattr(main, name) is None}
    return [replace(main, cells={**listed.cells, **main.cells}, **kept)]


def _signed(document: Document, name: str | None) -> bool | None:
    """Tell whether a letter bears a mark of its signature, or a blank for it above the name; else nothing is known."""
    text = plain(document.text)
    if re.search(r"\((?:signed|signe|signee|signature)\)|/s/", text):
        return True
    own = " ".join(plain(name or "").split())
    blank = any(
        _RULED.fullmatch(plain(above.text).strip()) and own and own in plain(below.text)
        for above, below in pairwise(document.lines)
    )
    return False if (blank or _UNSWORN.search(text)) and not document.pictures else None


def _clauses(paragraph: Passage) -> Iterator[Passage]:
    """Give sentences, cut at semicolons outside brackets."""
    for sentence in sentences(paragraph):
        start = 0
        for cut in _CLAUSE.finditer(sentence.text):
            yield sentence.part(start, cut.start())
            start = cut.end()
        if start < len(sentence.text):
            yield sentence.part(start, len(sentence.text))
