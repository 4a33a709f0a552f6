"""The words and signs with which dates are written, and the folding under which they are read."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from consistency.normalizer.expressions import expression

_MONTH_WORDS = (
    "january jan janvier janv janaury enero ene janeiro januar jaenner gennaio gen januari jaanuar ianuarie ian"
    " leden ledna styczen stycznia sty januara ocak oca enero januarja январь января янв січень січня януари"
    " ιανουαριος ιανουαριου يناير जनवरी มกราคม",
    "february feb sub febr fevrier fevr fev febuary feburary febrero fevereiro februar febbraio februari februarie"
    " unor unora luty lutego subat pebrero pebruari февраль февраля фев лютий лютого февруари"
    " φεβρουαριος φεβρουαριου فبراير फरवरी กุมภาพันธ์",
    "march mar mars marzo marco marz maerz mrz maart mrt marts maret martie brezen brezna marzec marca mart"
    " marso marcius март марта березень березня μαρτιος μαρτιου مارس मार्च มีนาคม",
    "april apr avril avr abril abr aprile aprilie duben dubna kwiecien kwietnia kwi nisan nis aprilis"
    " апрель апреля апр квітень квітня април απριλιος απριλιου أبريل ابريل अप्रैल เมษายน",
    "may mai mayo maio maggio mag mei maj kveten kvetna maja mayis majus май мая травень травня"
    " μαιος μαιου مايو मई พฤษภาคม",
    "june jun juin junio junho juni giugno giu iunie cerven cervna czerwiec czerwca cze haziran haz hunyo"
    " junius июнь июня червень червня юни ιουνιος ιουνιου يونيو जून มิถุนายน",
    "july jul juillet juil juill julio julho juli luglio lug iulie cervenec cervence lipiec lipca temmuz"
    " hulyo julius июль июля липень липня юли ιουλιος ιουλιου يوليو जुलाई กรกฎาคม",
    "august aug aout aou agosto ago augustus augusti avgust agu srpen srpna sierpien sierpnia agustos agustus"
    " augusztus август августа авг серпень серпня αυγουστος αυγουστου أغسطس اغسطس अगस्त สิงหาคม",
    "september sept sep septembre setember septembiere septiembre setiembre setembro settembre set septembrie"
    " septembar zari wrzesien wrzesnia wrz eylul eyl setyembre szeptember сентябрь сентября сен вересень"
    " вересня септември σεπτεμβριος σεπτεμβριου سبتمبر सितंबर กันยายน",
    "october oct octobre octubre outubro oktober okt ottobre ott out octombrie oktobar rijen rijna"
    " pazdziernik pazdziernika ekim oktubre октябрь октября окт жовтень жовтня октомври"
    " οκτωβριος οκτωβριου أكتوبر اكتوبر अक्टूबर ตุลาคม",
    "november nov novembre noviembre novembro noiembrie novembar nopember kasim nobyembre ноябрь ноября ноя"
    " листопад листопада ноември νοεμβριος νοεμβριου نوفمبر नवंबर พฤศจิกายน",
    "december dec decembre diciembre dic dezembro dezember dez dicembre decembrie decembar desember prosinec"
    " prosince grudzien grudnia gru aralik disyembre декабрь декабря дек грудень грудня декември"
    " δεκεμβριος δεκεμβριου ديسمبر दिसंबर ธันวาคม",
)

WEEKDAYS = (
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?"
    r"|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lun|mer|jeu|ven|sam|dim)"
)

_SEASONS = (
    r"spring|summer|autumn|fall|winter|printemps|ete|automne|hiver|[qths][1-4]"
    r"|(?:1st|2nd|3rd|4th|first|second|third|fourth|last) (?:quarter|half|semester|trimester)"
    r"|(?:1er|2e|3e|4e|premier|deuxieme|troisieme|quatrieme|dernier) (?:trimestre|semestre)"
)
_VAGUE = (
    r"early|mid(?:dle)?|late|beginning|start|end|about|around|approximately|approx|circa|ca?"
    r"|debut|mi|milieu|fin|environ|vers"
)
_LINK = r"[\s.,-]*(?:(?:of|in|the|de|du|en|la)\s+|[ld]')*"
SEASON = expression(rf"(?:in|the|en|a)?\s*(?:l')?(?:{_SEASONS})\b{_LINK}")
"""A part of a year: only the year can be said of what follows it."""
VAGUE = expression(rf"(?:in|the|en|a|at)?\s*(?:la\s+)?(?:{_VAGUE})\b{_LINK}")
"""About a month or a year: no day can be said of what follows it."""

_DASHES = "-‐‑‒–—―−﹘﹣－~～〜→➔➜─至到"
_APOSTROPHES = "'’‘ʼ`´′＇"
_FIRST_MARK, _KINDS = 0xA000, 4
"""Letters of the Yi script stand for months: twelve for ordinary names, twelve for each other kind of name."""
_NAME, _VERB, _EVERYDAY_NAME, _BEHIND_A_WORD = range(_KINDS)
_NO_MARK = chr(_FIRST_MARK + 12 * _KINDS)
_PLAIN = (
    dict.fromkeys(map(ord, _DASHES), "-")
    | dict.fromkeys(map(ord, _APOSTROPHES), "'")
    | dict.fromkeys(range(_FIRST_MARK, _FIRST_MARK + 12 * _KINDS), _NO_MARK)
)
_KEPT = {ord("à"): "à", ord("À"): "à"}
_DROPPED = ("Cf", "Mn", "Me")


class _Folding(dict[int, str]):
    """How each character is read, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = _fold_character(chr(code))
        return folded


def _fold_character(character: str) -> str:
    decimal = unicodedata.decimal(character, None)
    if decimal is not None:
        return str(decimal)
    if character.isspace():
        return " "
    if character.isdigit() or unicodedata.category(character) in _DROPPED:
        return "" if not character.isdigit() else " "
    base = "".join(c for c in unicodedata.normalize("NFKD", character) if not unicodedata.combining(c))
    folded = unicodedata.normalize("NFKC", base).lower()
    return " " if folded.isspace() else folded


_FOLDING = _Folding(_PLAIN | _KEPT)


def fold(text: str) -> str:
    """Give the text in lower case, without accents, with one kind of digit, dash, apostrophe and space."""
    return text.translate(_FOLDING)


MONTHS = {fold(word): number for number, words in enumerate(_MONTH_WORDS, 1) for word in words.split()}
"""Month names and abbreviations, folded, with their numbers: English, French and many other languages."""

_EVERYDAY = frozenset(
    fold(
        "sub ago out set gen mag mart ian oca sty nis kwi cze haz giu lug wrz eyl gru ott zari ekim mei maj"
    ).split()
)
_VERBS = frozenset(("may", "march"))


def _marks(first: int, last: int) -> str:
    """Give the letters of kinds of names that stand beside one another, as a class."""
    return f"[{chr(_FIRST_MARK + 12 * first)}-{chr(_FIRST_MARK + 12 * last + 11)}]"


MONTH_NAME = rf"(?:{_marks(_NAME, _EVERYDAY_NAME)}+|\A{_marks(_BEHIND_A_WORD, _BEHIND_A_WORD)}+)"
"""Matches a marked name of a month; one that is an everyday word elsewhere does not stand behind a word."""
VERB = rf"{_marks(_VERB, _VERB)}+"
"""Matches "may" and "march", marked."""
_BEHIND = expression(r"(?<![^\W\d] )|(?<=\bde )|(?<=\ba )|(?<=\bate )|(?<=\bal )|(?<=\bdi )")
"""Matches where a month may stand whose name is an everyday word elsewhere: behind no other word than these."""
_WORD = expression(r"[^\W\d]+")
_MISREAD = expression(
    rf"(?<![^\W_])(?:[23]?[il]|[il][il\d])(?=(?:st|nd|rd|th)\s+(?:(?:day )?of )?{MONTH_NAME})"
)
"""The day of a month of which a picture's ones were read as letters: "Ist January", "2lst of May", "llth June"."""
_MISREAD_ENDINGS = tuple(
    f"{one}{ending}"
    for one in "il"
    for ending in ("st ", "nd ", "rd ", "th ", *(f"{n}th " for n in range(10)))
)
"""One of them stands in every text that holds such a day; few others do."""
_ONES = str.maketrans("il", "11")
_BROKEN = expression(rf"(?:{'|'.join(name for name in MONTHS if not _WORD.fullmatch(name))})(?![^\W\d])")
"""Names in scripts whose vowel signs are no letters."""


def marked(folded: str) -> str:
    """Give a folded text with each month's name as so many of one letter: patterns then need not list the names."""
    if not folded.isascii():
        folded = _BROKEN.sub(_mark, folded)
    told = _WORD.sub(_mark, folded)
    return _MISREAD.sub(_figures, told) if any(ending in told for ending in _MISREAD_ENDINGS) else told


def _figures(day: re.Match[str]) -> str:
    return day[0].translate(_ONES)


def _mark(word: re.Match[str]) -> str:
    name = word[0]
    month = MONTHS.get(name)
    if month is None:
        return name
    kind = _VERB if name in _VERBS else _NAME
    if name in _EVERYDAY:
        kind = _EVERYDAY_NAME if _BEHIND.match(word.string, word.start()) else _BEHIND_A_WORD
    return chr(_FIRST_MARK + 12 * kind + month - 1) * len(name)


def month_of(word: str) -> int | None:
    """Give the month that a marked word names, 1 to 12; None for any other word."""
    place = ord(word[0]) - _FIRST_MARK
    return place % 12 + 1 if 0 <= place < 12 * _KINDS else None


def places(text: str) -> Sequence[int]:
    """Give for each character of the folded text where it stands in the text itself."""
    if text.isascii():
        return range(len(text))
    return [place for place, character in enumerate(text) for _ in character.translate(_FOLDING)]


_PRESENT = """
present|the present|the present day|the present time|present day|present date|presently|pres|at present
current|currently|current date|the current date|current day|now|right now|until now|till now|up to now
to now|as of now|to date|till date|until date|up to date|to this date|to this day|till today|until today
to today|today|to present|till present|until present|up to present|until the present|up to the present
still|still on|ongoing|on going|on-going|continuing|in progress|still working|still employed|still there|still active
présent|à présent|présentement|jusqu'à présent|jusqu'à maintenant|maintenant|à ce jour|jusqu'à ce jour
à nos jours|nos jours|jusqu'à nos jours|de nos jours|dans l'actualité|to-date|till the moment|the moment
still here|to the present day
ce jour|date du jour|actuel|actuelle|actuellement|à l'heure actuelle|en cours|aujourd'hui|à aujourd'hui
jusqu'à aujourd'hui|jusqu'aujourd'hui|jusqu'à ce jour|toujours en poste
upto now|upto date|upto present|upto the present|upto today|upto till date|up to till date
actual|actualidad|la actualidad|actualmente|fecha actual|hoy|hasta hoy|hasta la fecha|la fecha|presente
el presente|en curso
ahora|atual|atualmente|data atual|presente data|a presente data|até o momento|o momento|hoje|até hoje
oggi|in corso|attuale|attualmente|ad oggi
heute|bis heute|jetzt|aktuell|laufend|derzeit|heden|tot heden|halen|devam ediyor|günümüz
настоящее время|по настоящее время|по н.в.|н.в.|сейчас|теперішній час|по теперішній час|дотепер|донині
obecnie|do chwili obecnej|do teraz|nadal|současnost|dosud|prezent|în prezent|pågående|nuvarande|nåværende
sekarang|saat ini|sampai sekarang|hingga kini|huidig|nu|tänään|danas|trenutno|σήμερα|έως σήμερα|в момента
至今|现在|現在|目前|今|现今|迄今|현재|الآن|حتى الآن|حتى الان|الحاضر|اکنون|تاکنون|تا کنون|هم اکنون|کنون
...|…|वर्तमान|अब तक|hiện tại|hiện nay|đến nay|đến hiện tại|den nay|nay|kasalukuyan|ปัจจุบัน|ถึงปัจจุบัน|одоо хүртэл
"""
PRESENT_WORDS = frozenset(fold(word) for word in re.split(r"[|\n]+", _PRESENT.strip()))
"""What stands for "not ended when this was written", folded."""


def is_present(text: str) -> bool:
    """Tell whether the text says that something had not ended: 'Present', 'à ce jour', or a lone dash.

    It may say so in two languages: "Actual / Present", "Present (à ce jour)".
    """
    folded = " ".join(fold(text).split())
    if folded in PRESENT_WORDS or _is_bare_dash(folded):
        return True
    parts = [part.strip(" ()[]*.,;:\"'") for part in re.split(r"\s*[/|(]\s*", folded, maxsplit=1)]
    return all(part in PRESENT_WORDS for part in parts if part) and any(parts)


def _is_bare_dash(folded: str) -> bool:
    return re.fullmatch(r"-{1,3}|\.{3}", folded) is not None


_CALENDARS = (
    (r"\bb\.?\s?s\.?(?!\w)|bikram|vikram", "Bikram Sambat"),
    (r"\be\.\s?c\.?(?!\w)|ethiopian", "Ethiopian"),
    (r"\bb\.?\s?e\.?(?!\w)|buddhist|พ\.?ศ", "Buddhist"),
    (r"民國|民国|minguo|\br\.?o\.?c\b", "Minguo"),
    (r"令和|平成|昭和|reiwa|heisei|showa", "Japanese era"),
    (
        r"farvardin|ordibehesht|khordad|\btir\b|mordad|shahrivar|\bmehr\b|\baban\b|\bazar\b|\bdey\b|bahman"
        r"|esfand|فروردین|اردیبهشت|خرداد|تیر|مرداد|شهریور|مهر|آبان|آذر|بهمن|اسفند",
        "Solar Hijri",
    ),
    (r"muharram|safar\b|\brabi|jumada|rajab|sha'?ban|ramadan|shawwal|dhu\b|\ba\.?h\.?(?!\w)|هـ", "Hijri"),
)
_CALENDAR_WORDS = tuple((expression(fold(pattern)), name) for pattern, name in _CALENDARS)
_NUMBERS = expression(r"(?<!\d)(\d{1,4})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{1,4})(?!\d)")
_YEAR_RANGES = ((1300, 1420, "Solar Hijri or Hijri"), (1421, 1460, "Hijri"), (2443, 2643, "Buddhist"))


@lru_cache(maxsize=4096)
def calendar_hint(text: str) -> str | None:
    """Say which other calendar a date seems to be written in, or None where nothing speaks for one."""
    folded = fold(text)
    if not re.search(r"\d", folded):
        return None
    for words, name in _CALENDAR_WORDS:
        if words.search(folded):
            return name
    numbers = _NUMBERS.search(folded)
    alone = re.fullmatch(r"\W*(\d{4})\W*", folded)
    parts = (numbers[1], numbers[4]) if numbers else (alone[1],) if alone else ()
    years = [int(part) for part in parts if len(part) == 4]
    return next((name for low, high, name in _YEAR_RANGES for year in years if low <= year <= high), None)
