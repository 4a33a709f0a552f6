"""The certificate by which a police force or court says whether somebody has a criminal record."""

import re
from collections.abc import Iterable, Iterator

from consistency.extractors.reading import Reading
from consistency.extractors.wording.labels import Accept, Labelled, Value, vocabulary
from consistency.extractors.wording.letters import Cut, Dated, language_of, order_of
from consistency.extractors.wording.official import (
    date_in,
    day_after,
    day_fact,
    day_of,
    first_day,
    is_form,
    is_signed,
    name_fact,
    own_day,
    said,
    titled,
    told,
)
from consistency.extractors.wording.persons import named, whole_name_of
from consistency.extractors.wording.prose import Passage, passage, plain
from consistency.extractors.wording.values import country_code
from consistency.model import AsOf, Document, Evidence, Fact
from consistency.normalizer import crime, dates, places
from consistency.normalizer.dates import Order
from consistency.normalizer.expressions import expression

LABELS = vocabulary("police_certificate")

_TITLE = expression(
    r"\b(?:police (?:clearance|certificate|record|report|check|verification|character)"
    r"|certificate of (?:good |police |no |criminal )?(?:conduct|character|clearance|criminal|police"
    r"|record)|good (?:conduct|character|behaviou?r) certificate"
    r"|(?:no[- ])?criminal (?:\(?investigation\)? )?(?:records?|history"
    r"|background|checks?|clearance|search)|character certificate|clearance certificate|criminal status"
    r"|judicial (?:status|record)s?|nbi clearance|bureau of investigation\W+clearance|non[- ](?:criminal"
    r"|conviction)|certificate of non|penal record|casier judiciaire|certificat de (?:bonne|police|non)"
    r"|bonne (?:conduite|vie)|fiche anthropometrique|verification de (?:casier|dossier)"
    r"|antecedentes (?:penales|policiales|criminais|judiciales)|registro criminal|skck|catatan kepolisian"
    r"|fuhrungszeugnis|atestado de antecedentes|certidao de antecedentes)\b"
)
_REGISTER = expression(
    r"\b(?:(?:criminal|penal) (?:regist(?:er|ry)|records? (?:office|register|bureau))|antecedents (?:penaux"
    r"|judiciaires|criminels)"
    r"|certificat (?:de|du) (?:police|casier)|attestation (?:de|du|relative aux?) (?:casier|antecedents"
    r"|bonne conduite)"
    r"|records? of (?:criminal )?convictions?|absence of (?:a )?(?:criminal|conviction)|(?:non"
    r"|no)[- ](?:conviction|conviction record)"
    r"|extrait (?:de|du) casier|bulletin n(?:o|°)\.? ?[123]|certidao (?:negativa|criminal)|rejestr karny"
    r"|krajowy rejestr karny)\b"
)
"""Further titles: of registers that hold what courts decided."""
_FORCE = expression(
    r"\b(?:police(?: force| service| commission| department| headquarters)?|gendarmerie|constabulary"
    r"|criminal (?:evidence|investigation)"
    r"|bureau of investigation|identification bureau|police judiciaire|ministry of (?:the )?(?:interior"
    r"|internal affairs)"
    r"|mia of [a-z]+|surete nationale)\b"
)
_FINDS = expression(
    r"\b(?:no (?:criminal |adverse |police |investigation |or )*(?:records?|convictions?|traces?) (?:of|is|are|was"
    r"|has|have|against"
    r"|in|on|held|found|recorded|exists?)"
    r"|(?:has|have|having) no (?:criminal|adverse|police|previous)|(?:no|any) judge?ments? (?:is |are )?recorded"
    r"|not (?:listed|registered|recorded|known) (?:in|to|with|on)|nothing (?:adverse|unfavou?rable)"
    r"|(?:has|have) (?:not|never) been (?:previously )?(?:convicted|tried|prosecuted|sentenced)|(?:is|are) not wanted"
    r"|(?:was|has been|is) (?:convicted|sentenced|fined) (?:on|of|by|for|under|in)"
    r"|rien de defavorable|l'objet d'aucune|n'a (?:jamais )?fait l'objet|ne figure pas|y figure|neant)\b"
)
"""What such an office finds of somebody."""
_LOST = expression(r"\b(?:lost|loss|stolen|theft|perdue?|perte|vole|volee|declaration de vol)\b")
"""What somebody reports to the police."""
_RECORDS = expression(
    r"\b(?:records?|convict\w*|criminal|adverse|offences?|offenses?|arrest\w*|charge[sd]?|casier"
    r"|condamn\w*|infraction|antecedent\w*|penal\w*|derogatory|neant|clearance|prosecut\w*)\b"
)
_OFFICE = expression(
    r"\b(?:police|gendarmerie|surete|directorate|commissioner|constabulary|bureau of investigation"
    r"|ministry of (?:justice|interior|public security)|ministere (?:de la justice|de l'interieur)"
    r"|tribunal|court|prosecutor|parquet|policia|kepolisian|interior)\b"
)
_OTHERS = expression(
    r"\b(?:dear (?:visa )?officer|i am applying|my application|madame, monsieur l'agent|account holder"
    r"|has been employed|been working|marriage certificate|birth certificate|curriculum vitae"
    r"|work experience|employment history|access to information|gcms|offer of employment"
    r"|employment contract)\b"
)
_NAMES = (
    expression(
        r"\b(?:issued|granted|delivree?|decernee?) (?:to|a|in favou?r of) (?:the bearer,? |l[ea] nommee? )?"
        r"(?=(?:mr|mrs|ms|miss|m|mme|mlle|monsieur|madame|ato|w/ro)\b\.?\s)"
    ),
    expression(
        r"^(?=(?:mr|mrs|ms|miss|m|mme)\.? [^,;:.]{3,60}, (?:(?:son|daughter|wife) of|fil(?:s|le) de)\b)"
    ),
    expression(
        r"\b(?:finger ?prints?|empreintes(?: digitales)?|particulars|details|identity) (?:of|de|for)\s+"
        r"(?:(?:one|the (?:person|applicant|bearer) named|l[ea] nommee?),? )?"
        r"(?!(?:the|this|that|an?|any|all|said|l[ea]s?|his|her|its)\b)"
    ),
    expression(
        r"\b(?:in respect of|with respect to|in relation to|relating to|pertaining to|regarding"
        r"|au sujet d[eu]|concernant|a l'egard d[eu]|au nom d[eu])\s+(?:one |the person named "
        r"|the applicant,? |la personne nommee |l[ea] nommee? )?"
    ),
    expression(
        r"\b(?:certif\w+|confirm\w*|attest\w*|verif\w+|declar\w+|state[sd]?|shows?|indicates?"
        r"|reveals?|constar)\b[^.]{0,120}?\b(?:that|que|qu')\s*(?:there (?:is|are|exists?) no .{3,80}? (?:against"
        r"|for|of|about)\s+|one |the (?:person|applicant|bearer|holder),? |l[ea] (?:personne )?nommee? )?"
    ),
    expression(
        r"(?:^|[,:;.] |\bthat |\bque )(?!(?:issued|delivree?|given|granted|nous|je|we|i|this|the|il|elle"
        r"|l[ea])\b)(?=[^,;:.]{3,60}?,? (?:born"
        r"|nee? |date of birth|dob|holder|bearing|titulaire|passport|passeport|id no|nacid|nascid))"
    ),
    expression(
        r"\b(?:against|record of|records? for|issued to|delivre a|granted to|a nombre de|em nome de"
        r"|nommee?)\s+(?:one |(?:the )?(?:person|applicant|bearer|citizen|national),? |l[ea] nommee? )?"
    ),
)
_NO_PASSPORT = r"(?:no|nbr|number|numero|n°|nº|nr|#)?\.?\s*:?\s*"
_PASSPORT = expression(
    rf"\b(?:passport|passeport|pasaporte|passaporte|travel document|paspor)\b(?: (?:no|nbr|number|numero"
    rf"|n°|nº|nr|bearing|with|holder"
    rf"|issued))*[\s.:#°º]*{_NO_PASSPORT}(?P<it>(?=[a-z]*\d)[a-z]{{0,3}} ?\d{{5,9}}[a-z]?)(?![\w-])"
)
_BORN = expression(
    r"\b(?:born|nee?|nee?\(e\)|nacid[oa]|nascid[oa]|date of birth|date de naissance|dob|lahir)\b(?: (?:at"
    r"|in|a) [^\d;:.]{2,60}?)?,?(?: (?:on|le|el|em|the|on the|of|is|est|:))*\s*:?\s*$"
    r"|\b(?:birth|naissance|nacimiento|nascimento)(?: (?:and|et|y|e) (?:date|place|lieu|fecha|lugar))?\s*:\s*"
    r"(?:\(?[^\W\d_][\w'’.-]*\)?[ ,/-]+){1,4}$"
)
_VALID = expression(r"\b(?:valid\w*|valable|until|jusqu'\w+|expir\w*)\b[^.;\d]{0,30}$")
_TOWN = expression(
    r"\W*[A-ZÀ-Ý][\w'’.-]*(?:[ -][\w'’.-]+){0,3},\s*(?:le |the |on |el |em )?"
    r"|\W*[^\d:;,.]{3,40}[,.]\s+[A-ZÀ-Ý][\w'’-]*(?:[ -][\w'’-]+){0,3},\s*(?:le|the|on|el|em) "
)
"""The town before its day, at the head of a sentence or behind what was seen there: "Vu au parquet, Thiès, le"."""
_BY_OFFICE = expression(
    r"\W*(?:(?:the|for the|acting|l[ea]) )*(?:chief|head|director|commissioner|superintendent|commander|registrar"
    r"|inspector|prosecutor|officer|minister|chef|greffi\w+|direct(?:eur|rice)|commissaire|procureure?)\b"
)
"""Who signs for an office, behind the day."""
_ISSUED = expression(
    r"\b(?:issued|given|awarded|conferred|dated|granted|printed|delivree?|decernee?|fait|donnee?|emise?"
    r"|etablie?|expedido|emitido|signed|sealed|presented)\b(?:[^.;\d]{0,80}[\s,])?(?:(?:on|this|the|le|ce"
    r"|el|em|dated|date)\s*)*[:,]?\s*$"
)


def recognise(document: Document) -> float:
    """Say how sure it is that this paper tells of somebody's criminal record."""
    if is_form(document) or not document.lines or len(document.lines) > 120:
        return 0.0
    text = plain(document.text)
    title = titled(document, _TITLE) or titled(document, _REGISTER) or _finds(document, text)
    score = 0.5 * title + 0.2 * bool(_RECORDS.search(text)) + 0.2 * bool(_OFFICE.search(text))
    score += 0.1 * bool(re.search(r"\bborn\b|\bnee? le\b|birth|naissance|passport|passeport", text))
    score -= 0.6 * bool(_OTHERS.search(text))
    return max(0.0, min(1.0, score)) if title else min(max(score, 0.0), 0.25)


def _finds(document: Document, text: str) -> bool:
    """Tell whether a force names itself in the head of a paper without a title, and says what it holds of "
    "somebody."""
    return titled(document, _FORCE, 8) and _FINDS.search(text) is not None and not _is_a_report(text)


def _is_a_report(text: str) -> bool:
    """Tell whether somebody reports a loss or a theft here: a conviction of theft is another thing."""
    return _LOST.search(text) is not None and re.search(r"\bconvict|\bcondamn", text) is None


def read(document: Document) -> Reading:
    """Read of whom the certificate speaks: name, birth, passport; and when it was issued."""
    order = order_of(document)
    found = _labelled(document, order)
    parts = told(document)
    day = _issued(document, found, parts, order)
    facts = (
        *_names(document, found, (*parts, passage(document, document.lines))),
        *day_fact("birth_date", _birth(found, parts, order)),
        *_passport(found, (*parts, passage(document, document.lines))),
        *_citizenship(found),
        *day_fact("document_date", day),
    )
    as_of = AsOf(day.date, "stated") if day else AsOf(None, "unknown")
    return Reading(as_of, facts, language=language_of(document), signed=is_signed(document))


def adverse_entries(document: Document) -> Iterator[Evidence]:
    """Give the sentences or rows by which a certificate tells of an arrest, a charge or a conviction."""
    for part in told(document):
        if crime.entry(part.text) is not None and not _TITLE.fullmatch(part.plain.strip()):
            yield part.cite(0, len(part.text))


def _labelled(document: Document, order: Order | None) -> dict[str, list[Value]]:
    def is_dated(text: str) -> bool:
        return date_in(text, order) is not None

    accept: dict[str, Accept] = dict.fromkeys(("birth_date", "date"), is_dated)
    accept["passport_number"] = lambda text: _number(text) is not None
    accept["citizenship"] = lambda text: country_code(text) is not None
    return Labelled(document, LABELS, accept).values()


def _number(text: str) -> str | None:
    found = re.search(r"(?<!\w)(?=[A-Z]*\d)[A-Z]{0,3} ?\d{5,9}[A-Z]?(?!\w)", text)
    return found[0] if found else None


def _names(document: Document, found: dict[str, list[Value]], parts: tuple[Passage, ...]) -> tuple[Fact, ...]:
    family, given, labelled = (
        next((n for v in found.get(name, ()) if (n := whole_name_of(document, v))), None)
        for name in ("family_name", "given_names", "full_name")
    )
    if family and given:
        return (
            Fact("family_name", family.text, family.evidence),
            Fact("given_names", given.text, given.evidence),
        )
    return name_fact(labelled or _told_name(parts) or family)


def _told_name(parts: tuple[Passage, ...]) -> Cut | None:
    """Give the name that a sentence tells, and no town in which the paper was issued: "Délivré à Bruxelles le"."""
    for lead in _NAMES:
        found = named(parts, lead)
        if found and (" " in found.text or places.country_of_city(found.text) is None):
            return found
    return None


def _birth(found: dict[str, list[Value]], parts: tuple[Passage, ...], order: Order | None) -> Dated | None:
    for value in found.get("birth_date", ()):
        if day := day_of(value, order):
            return day
    for part in parts:
        for date in dates.find_dates(part.text, order=order):
            if _BORN.search(part.plain[: date.start]):
                return Dated(date.date, part.cite(date.start, date.end))
    return None


def _passport(found: dict[str, list[Value]], parts: tuple[Passage, ...]) -> tuple[Fact, ...]:
    for value in found.get("passport_number", ()):
        number = _number(value.text)
        if number:
            return (Fact("passport_number", number, value.evidence),)
    cut: Cut | None = next(said(parts, _PASSPORT), None)
    return (Fact("passport_number", cut.text, cut.evidence),) if cut else ()


def _citizenship(found: dict[str, list[Value]]) -> tuple[Fact, ...]:
    for value in found.get("citizenship", ())[:1]:
        return (Fact("citizenship", country_code(value.text) or "", value.evidence),)
    return ()


def _issued(
    document: Document, found: dict[str, list[Value]], parts: tuple[Passage, ...], order: Order | None
) -> Dated | None:
    others = {name: values for name, values in found.items() if name != "date"}
    labelled = [day_of(value, order) for value in found.get("date", ())]
    own = own_day(document, others, order)
    if any(True for _ in adverse_entries(document)):
        return max(_days(parts, order), key=lambda day: day.date.earliest, default=own)
    return first_day(*labelled, day_after(parts, _ISSUED, order), own, _at_town(parts, order))


def _at_town(parts: Iterable[Passage], order: Order | None) -> Dated | None:
    """Give the day behind the town at the head of a sentence: "Foumban, le 6 mai 2025 – Le greffier".

    Or before the office that issues: "7 May 2026   Chief of the Suncheon Police Station".
    """
    for part in parts:
        for found in dates.find_dates(part.text, order=order)[:1]:
            ahead, behind = part.text[: found.start], part.text[found.end :]
            stands = _TOWN.fullmatch(ahead) or (not ahead.strip(" .") and _BY_OFFICE.match(plain(behind)))
            if found.date.precision == "day" and stands and not _BORN.search(plain(ahead)):
                return Dated(found.date, part.cite(found.start, found.end))
    return None


def _days(parts: Iterable[Passage], order: Order | None) -> Iterator[Dated]:
    """Give the days of a certificate but those until which it is valid: the cases that it tells came before it."""
    for part in parts:
        for found in dates.find_dates(part.text, order=order):
            if found.date.precision == "day" and not _VALID.search(part.plain[: found.start]):
                yield Dated(found.date, part.cite(found.start, found.end))
