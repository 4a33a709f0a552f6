"""Writing an acknowledgement into ``consistency.toml``, with everything else in the file left as it stands."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import tomlkit
from tomlkit.items import AoT

from consistency.comparator.engine import all_rules
from consistency.comparator.waivers import Waiver
from consistency.config import FILE, WrongConfiguration, load

DIGEST = re.compile(r"-[0-9a-f]{10}$")
"""What stands behind the rule in a finding's id."""


def acknowledge(folder: Path, waiver: Waiver) -> Path:
    """Add an acknowledgement, or put it in the place of an older one of the same finding; give the file.

    Raises :class:`~consistency.config.WrongConfiguration` for a file that cannot be followed or written, for an id
    that is none and for a waiver without a reason.
    """
    _refuse(waiver)
    load(folder)
    path = folder / FILE
    document = tomlkit.parse(path.read_text(encoding="utf-8") if path.is_file() else "")
    rows = document.setdefault("acknowledged", tomlkit.aot())
    if not isinstance(rows, AoT):
        raise WrongConfiguration(f"{path}: write the acknowledgements as [[acknowledged]] tables")
    row = next((row for row in rows if row["id"] == waiver.id), None)
    if row is None:
        row = tomlkit.table()
        rows.append(row)
    for key, value in _told(waiver).items():
        if value is None:
            row.pop(key, None)
        else:
            row[key] = value
    try:
        path.write_text(tomlkit.dumps(document), encoding="utf-8")
    except OSError as error:
        raise WrongConfiguration(f"{path} cannot be written: {error.strerror}") from error
    return path


def _told(waiver: Waiver) -> dict[str, object]:
    words = waiver.words
    return {
        "id": waiver.id,
        "reason": words.reason.strip(),
        "by": words.by,
        "on": date.fromisoformat(words.on) if words.on else None,
        "expires": date.fromisoformat(words.expires) if words.expires else None,
        "status": waiver.status if waiver.status != "acknowledged" else None,
        "allow_critical": waiver.allow_critical or None,
    }


def _refuse(waiver: Waiver) -> None:
    rules = {name.replace("/", "-") for name in all_rules()}
    if not DIGEST.search(waiver.id) or DIGEST.sub("", waiver.id) not in rules:
        raise WrongConfiguration(
            f"{waiver.id!r} is not the id of a finding; it stands under the finding's title in the report"
        )
    if not waiver.words.reason.strip():
        raise WrongConfiguration(f"{waiver.id} cannot be acknowledged without a reason")
