"""Writing a decision into ``consistency.toml``, with everything else in the file left as it stands."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import tomlkit
from tomlkit.items import AoT

from consistency.comparator.engine import all_rules
from consistency.comparator.waivers import Waiver
from consistency.config import FILE, WrongConfiguration, load, writing
from consistency.config.writing import Written
from consistency.normalizer.expressions import expression

DIGEST = expression(r"-[0-9a-f]{10}$")
"""What stands behind the rule in a finding's id."""


def acknowledge(folder: Path, waiver: Waiver) -> Written:
    """Add a decision about a finding, or put it in the place of an older one of the same finding.

    Raises :class:`~consistency.config.WrongConfiguration` for a file that cannot be followed or written, for an id
    that is none and for a waiver without the reason it needs, and
    :class:`~consistency.config.writing.ChangedMeanwhile` where somebody else writes it at the same time.
    """
    _refuse(waiver)
    before = writing.told(folder)
    load(folder)
    return writing.write(folder, _with(before or b"", waiver, folder / FILE), instead_of=before)


def _with(before: bytes, waiver: Waiver, path: Path) -> bytes:
    """Give the content of the file with a decision in it."""
    document = tomlkit.parse(before.decode("utf-8"))
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
    return tomlkit.dumps(document).encode("utf-8")


def _told(waiver: Waiver) -> dict[str, object]:
    words = waiver.words
    return {
        "id": waiver.id,
        "reason": words.reason.strip() or None,
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
    if waiver.needs_reason and not waiver.words.reason.strip():
        raise WrongConfiguration(f"{waiver.id} cannot be acknowledged without a reason")
