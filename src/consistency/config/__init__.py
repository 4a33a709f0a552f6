"""``consistency.toml`` in a case folder: what a person has decided about the case.

Acknowledged findings, names taught to be one, rules switched or weighed otherwise, the draft and days that the
papers do not tell, and what a file may cost. An unknown key is an error that names the nearest right one.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec
import tomli
from msgspec import Struct, field

from consistency.case.taught import Taught
from consistency.comparator.engine import Rule, UnknownRule, select
from consistency.comparator.waivers import Decision, Waiver
from consistency.model import Acknowledgement, Severity, WrongUse
from consistency.normalizer.dates import PartialDate
from consistency.readers.limits import Limits

FILE = "consistency.toml"


class WrongConfiguration(WrongUse):
    """A ``consistency.toml`` that cannot be followed; the message names the place and the nearest right key."""


class _Same(msgspec.Struct):
    """Names that are one employer, or one person."""

    employer: tuple[str, ...] = ()
    person: tuple[str, ...] = ()


class _Acknowledged(msgspec.Struct):
    id: str
    reason: str = ""
    by: str | None = None
    on: date | None = None
    expires: date | None = None
    status: Decision = "acknowledged"
    allow_critical: bool = False


class _File(msgspec.Struct):
    """The keys of the file; :func:`load` gives them their meaning."""

    draft: str | None = None
    as_of: date | None = None
    fail_on: Literal["critical", "major", "minor"] | None = None
    ocr_threshold: float | None = None
    dates: dict[str, Any] = {}
    """A document's path and the date as of which it speaks: a TOML date, a text ("2023-05") or a year."""
    rules: dict[str, Any] = {}
    """A rule's id and its level, or a table of its level and its options."""
    limits: dict[str, Annotated[int, msgspec.Meta(gt=0)]] = {}
    """A limit of a file by its name in :class:`~consistency.readers.limits.Limits`, and its value."""
    same: tuple[_Same, ...] = ()
    acknowledged: tuple[_Acknowledged, ...] = ()


class Configuration(Struct, frozen=True):
    """What the file says, in the types of the house; without a file nothing is said."""

    draft: str | None = None
    as_of: date | None = None
    fail_on: Severity | None = None
    ocr_threshold: float | None = None
    dates: Mapping[str, PartialDate] = field(default_factory=dict)
    off: frozenset[str] = frozenset()
    levels: Mapping[str, Severity] = field(default_factory=dict)
    options: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    limits: Mapping[str, int] = field(default_factory=dict)
    """The limits of a file that are set, by name."""
    taught: Taught = field(default_factory=Taught)
    waivers: tuple[Waiver, ...] = ()


def load(folder: Path) -> Configuration:
    """Read the configuration of a case folder; raises :class:`WrongConfiguration` for one that cannot be followed."""
    path = folder / FILE
    if not path.is_file():
        return Configuration()
    try:
        told = tomli.loads(path.read_text(encoding="utf-8"))
    except (
        OSError,
        ValueError,
        RecursionError,
    ) as error:  # ValueError: no UTF-8, no TOML, a number of 4,301 digits
        raise WrongConfiguration(f"{path} cannot be followed: {error}") from error
    _known(told, _File, FILE)
    try:
        return _meaning(msgspec.convert(told, _File))
    except msgspec.ValidationError as error:
        raise WrongConfiguration(f"{path} cannot be followed: {error}") from error


def _meaning(file: _File) -> Configuration:
    rules = [(_rule(name), setting) for name, setting in file.rules.items()]
    tables = {rule.id: _table(rule, setting) for rule, setting in rules}
    levels = {name: table["level"] for name, table in tables.items() if "level" in table}
    for name, level in levels.items():
        _nearest([level], ["off", *map(str, Severity)], f"{FILE}, level of {name}")
    _nearest(file.limits, Limits.__struct_fields__, f"{FILE}, limits")
    return Configuration(
        limits=file.limits,
        draft=file.draft,
        as_of=file.as_of,
        fail_on=Severity[file.fail_on.upper()] if file.fail_on else None,
        ocr_threshold=file.ocr_threshold,
        dates={path: _day(path, value) for path, value in file.dates.items()},
        off=frozenset(name for name, level in levels.items() if level == "off"),
        levels={name: Severity[level.upper()] for name, level in levels.items() if level != "off"},
        options={name: {k: v for k, v in table.items() if k != "level"} for name, table in tables.items()},
        taught=Taught(
            employers=tuple(same.employer for same in file.same if same.employer),
            people=tuple(same.person for same in file.same if same.person),
        ),
        waivers=tuple(_waiver(one) for one in file.acknowledged),
    )


def _rule(name: str) -> Rule:
    try:
        (found,) = select([name])
    except UnknownRule as error:
        raise WrongConfiguration(f"{FILE}: {error}") from error
    except ValueError as error:
        raise WrongConfiguration(f"{FILE}: {name!r} is a family; name its rules one by one") from error
    return found


def _day(path: str, value: object) -> PartialDate:
    try:
        return PartialDate.of(str(value))
    except ValueError as error:
        raise WrongConfiguration(f"{FILE}, date of {path}: {value!r} is not a date (2023-05-02)") from error


def _waiver(told: _Acknowledged) -> Waiver:
    days = [day.isoformat() if day else None for day in (told.on, told.expires)]
    words = Acknowledgement(told.reason.strip(), told.by, *days)
    waiver = Waiver(told.id, words, told.status, told.allow_critical)
    if waiver.needs_reason and not words.reason:
        raise WrongConfiguration(f"{FILE}: {told.id} is acknowledged without a reason")
    return waiver


def _known(told: Mapping[str, Any], struct: type[msgspec.Struct], where: str) -> None:
    """Refuse keys that the file does not have, at every depth."""
    _nearest(told, struct.__struct_fields__, where)
    for key, inner in (("same", _Same), ("acknowledged", _Acknowledged)):
        for row in told.get(key, ()) if struct is _File else ():
            _known(row, inner, f"{where}, {key}")


def _table(rule: Rule, setting: Any) -> dict[str, Any]:
    """Give what is set of a rule: its level, which may stand alone, and its options."""
    table = setting if isinstance(setting, dict) else {"level": setting}
    _nearest(table, ["level", *rule.options], f"{FILE}, rule {rule.id}")
    return table


def _nearest(told: Iterable[str], known: Iterable[str], where: str) -> None:
    names = list(known)
    for key in told:
        if key not in names:
            near = difflib.get_close_matches(str(key), names, n=1, cutoff=0.0)
            raise WrongConfiguration(f"{where}: there is no {key!r}; the nearest is {near[0]!r}")
