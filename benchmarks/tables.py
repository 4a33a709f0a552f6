"""How well single values are read and compared, against public tables: ``python -m benchmarks.tables [FOLDER]``.

FOLDER holds the tables (see the ``meta`` of each). Every figure stands with a few of its failures. Of two names a
*variant* counts as agreement: it may stand for the other, and is never reported as a contradiction; how many of the
agreements are variants is said beside the figure. The last lines are of pairs of our own (tests/normalizer).
"""

import json
import re
import sys
import tomllib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from consistency.normalizer import mrz_names, organisations
from consistency.normalizer.agreement import Agreement
from consistency.normalizer.countries import country, country_from_ircc
from consistency.normalizer.dates import Order, find_dates, parse_period
from consistency.normalizer.mrz import parse_mrz
from consistency.normalizer.names import compare

FOLDER = Path(__file__).parents[2] / "shared" / "tables"
OWN = Path(__file__).parents[1] / "tests" / "normalizer" / "fresh_pairs.toml"
SHOWN = 8

Lines = Iterator[str]


def share(title: str, wrong: Sequence[str], total: int) -> Lines:
    """Say how many of so many are right, with the first that are wrong."""
    yield f"{title}: {(total - len(wrong)) / total if total else 1:.3f} ({total - len(wrong)} of {total})"
    yield from (f"    {text}" for text in wrong[:SHOWN])


# --- machine-readable zones -------------------------------------------------------------------------------


def zones(table: Any) -> Lines:
    """Fields and check digits of specimen zones and of zones with one wrong sign."""
    fields = {
        "format": "format", "code": "code", "issuer": "issuer_code", "number": "number",
        "nationality": "nationality_code", "birth": "birth_raw", "sex": "sex", "expiry": "expiry_raw",
        "surname": "family", "given": "given",
    }  # fmt: skip
    wrong, total, blamed = [], 0, []
    for case in table["cases"]:
        found = parse_mrz(case["lines"])
        for name, ours in fields.items():
            if name in case:
                total += 1
                read = getattr(found, ours, None)
                if read != case[name]:
                    wrong.append(f"{case['lines'][0][:20]}… {name}: {read!r}, not {case[name]!r}")
        bad = {name for name, holds in case["checks"].items() if not holds}
        if found is None or set(found.bad) != bad:
            blamed.append(f"{case['lines'][-1]}: {sorted(found.bad) if found else None}, not {sorted(bad)}")
    yield from share("fields of machine-readable zones", wrong, total)
    yield from share("check digits blamed", blamed, len(table["cases"]))


def zone_names(table: Any) -> Lines:
    """Printed names against the names of the zone: none is a mismatch."""
    rows = [(row["surname"], row["given"], row["mrz"]) for row in table["name_fields"]]
    rows += [(row["text"], "", row["mrz"]) for row in table["encode"]]
    wrong = [f"{f}, {g}: {zone}" for f, g, zone in rows if not mrz_names.agree(f, g, zone).agrees]
    yield from share("printed names that agree with the zone", wrong, len(rows))


def transliteration(table: Any) -> Lines:
    """Letters against the zone's spelling of them (ICAO 9303-3, section 6)."""
    for script, letters in table["tables"].items():
        known = {sign: zone for sign, zone in letters.items() if zone and sign.isalpha()}
        wrong = [
            f"{sign}: {mrz_names.spellings(sign)}, not {zone.upper()}"
            for sign, zone in known.items()
            if zone.upper() not in {spelt.upper() for spelt in mrz_names.spellings(sign)}
        ]
        yield from share(f"letters as in a zone, {script}", wrong, len(known))


# --- dates ------------------------------------------------------------------------------------------------

_ORDERS: dict[str, Order] = {"English": "mdy"}
_LEFT_OPEN = re.compile(r"^(?:\d{1,2})/(?:\d{1,2})\b")


def ranges(table: Any) -> Lines:
    """Date ranges, exact at the precision written; numeric ones in the order of their language."""
    wrong, open_ones = [], 0
    for row in table["cases"]:
        read = parse_period(row["text"], order=_ORDERS.get(row["lang"], "dmy"))
        told = (read.start_iso, read.end_iso) if read else (None, None)
        if told != (row["start"], row["end"]):
            wrong.append(f"{row['lang']}: {row['text']}: {told}, not {(row['start'], row['end'])}")
        free = parse_period(row["text"])
        ends = (free.start, free.end) if free else ()
        open_ones += any(end is not None and end.alternative is not None for end in ends)
    yield from share("date ranges", wrong, len(table["cases"]))
    yield f"    {open_ones} of them are kept with both readings where no order is given"


def dates(table: Any) -> Lines:
    """Texts in which a date is found: the table tells no answers for most, so this is only for information."""
    texts = [
        case["args"][1]
        for case in table["cases"]
        if len(case["args"]) > 1 and isinstance(case["args"][1], str)
    ]
    absolute = [text for text in texts if re.search(r"(?:19|20)\d\d", text)]
    wrong = [text[:90] for text in absolute if not find_dates(text)]
    yield from share("texts with a year in which a date is found (information)", wrong, len(absolute))


# --- names ------------------------------------------------------------------------------------------------

Pair = tuple[str, str, bool]


def person(a: str, b: str) -> Agreement:
    """Compare two names of persons; ``FAMILY | Given`` is told in parts."""
    return compare(_name(a), _name(b))


def _name(text: str) -> Any:
    from consistency.normalizer.names import PersonName

    family, bar, given = text.partition("|")
    return PersonName(family.strip(), given.strip()) if bar else PersonName(full=text)


def pairs(title: str, rows: Iterable[Pair], judge: Callable[[str, str], Agreement]) -> Lines:
    """Precision and recall of "one and the same" over labelled pairs."""
    told = [(a, b, one, judge(a, b)) for a, b, one in rows]
    hits = sum(one and found.agrees for *_, one, found in told)
    taken, wanted = sum(found.agrees for *_, found in told), sum(one for *_, one, _ in told)
    precision, recall = hits / taken if taken else 1.0, hits / wanted if wanted else 1.0
    verdicts = Counter(found.verdict for *_, one, found in told if one)
    both = precision + recall
    yield (
        f"{title}: precision {precision:.3f}, recall {recall:.3f}, F1"
        f" {2 * precision * recall / both if both else 0:.3f} "
        f"({len(told)} pairs; of the {wanted} that are one: {verdicts['same']} same, {verdicts['variant']} variant)"
    )
    for a, b, one, found in told:
        if one is not found.agrees:
            yield f"    {'missed' if one else 'TAKEN FOR ONE'}: {a} / {b} ({found.reason})"


def labelled(table: Any) -> list[Pair]:
    return [(a, b, bool(one)) for a, b, one in table]


def nicknames(table: Any) -> Lines:
    """Names and their short forms that are taken for variants."""
    rows = [(row[0], row[2]) for row in table["cases"] if row[1] == "has_nickname"]
    wrong = [f"{a} / {b}" for a, b in rows if not person(f"{a.title()} Novak", f"{b.title()} Novak").agrees]
    yield from share("short forms of given names (a note, not a target)", wrong, len(rows))


def legal_forms(table: Any) -> Lines:
    """Legal forms that a company's name may have or lack."""
    forms = sorted({form for case in table["cases"] for form in case.get("aliases", ())})
    wrong = [
        form
        for form in forms
        if not organisations.compare(f"Romashka {form}", "Romashka").agrees
        and not organisations.compare(f"{form} Romashka", "Romashka").agrees
    ]
    yield from share("legal forms", wrong, len(forms))


# --- countries and codes ----------------------------------------------------------------------------------


def countries(table: Any) -> Lines:
    """Names of countries and territories with a two-letter code."""
    for kind in ("strong", "weak"):
        wrong, total = [], 0
        for case in table["cases"]:
            if len(case["code"]) != 2 or not case.get("is_country"):
                continue
            names = [case["name"], case["full_name"], *case["strong"]] if kind == "strong" else case["weak"]
            for name in dict.fromkeys(names):
                total += 1
                if (found := country(name)) != case["code"].upper():
                    wrong.append(f"{name}: {found}, not {case['code'].upper()}")
        yield from share(f"names of countries ({kind})", wrong, total)


def codes(table: Any) -> Lines:
    """Codes of the forms' list of countries against the names beside them."""
    rows = table["tables"]["CountryOfCitizenshipList/CountryOfCitizenship"]
    wrong = []
    for code, label in rows.items():
        ours, named = country_from_ircc(code), country(label)
        if ours is None or (named is not None and ours != named):
            wrong.append(f"{code} {label}: {ours}, and the name {named}")
    yield from share("codes of citizenship on forms", wrong, len(rows))


# --- all --------------------------------------------------------------------------------------------------

TABLES: dict[str, Callable[[Any], Lines]] = {
    "mrz_cases": zones,
    "mrz_names_icao": zone_names,
    "icao_transliteration": transliteration,
    "date_ranges_cvlike": ranges,
    "dates_in_text_dateparser_search": dates,
    "person_name_pairs": lambda table: pairs("persons", labelled(table), person),
    "company_name_pairs": lambda table: pairs("companies", labelled(table), organisations.compare),
    "nicknames": nicknames,
    "country_names_rigour": countries,
    "org_types_rigour": legal_forms,
    "ircc_lov_imm1344e": codes,
}


def own() -> Lines:
    """Give the figures of the pairs that were labelled before they were compared."""
    table = tomllib.loads(OWN.read_text(encoding="utf-8"))
    for title, judge in (("persons", person), ("companies", organisations.compare)):
        rows = [(a, b, True) for a, b in table[f"{title}_one"]] + [
            (a, b, False) for a, b in table[f"{title}_two"]
        ]
        yield from pairs(f"{title}, pairs of our own", rows, judge)


def measure(folder: Path) -> Lines:
    """Give the report, line by line."""
    if not folder.is_dir():
        yield f"There are no tables at {folder}: name the folder that holds them. Only our own pairs are measured."
    for name, report in TABLES.items():
        path = folder / f"{name}.json"
        if path.is_file():
            yield from report(json.loads(path.read_text(encoding="utf-8")))
    yield from own()


if __name__ == "__main__":
    for line in measure(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER):
        print(line)
