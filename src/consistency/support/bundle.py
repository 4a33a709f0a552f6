"""The file that a user can send to whoever looks after the program: versions and shapes, and nothing of anybody."""

from __future__ import annotations

import io
import json
import platform
import zipfile
from collections.abc import Iterable, Mapping

from consistency.support import attempted
from consistency.support.installation import Part

README = """A support bundle of consistency.

installation.json  versions of the program, Python and the libraries, and which parts of the installation do their work
folder.json        only where a folder was named: counts and ranges of its documents, problems and findings, and the
                   lines of the program at which it failed

It holds no word of a paper, no name of a person or a file, no path, no number from a paper, and no time or day. Both
files are plain text: look at them before you send them.
"""


def bundle(parts: Iterable[Part], folder: Mapping[str, object] | None) -> bytes:
    """Pack a bundle as ZIP; what is told of the parts to the user of this machine stays on it."""
    held = {"README.txt": README, "installation.json": _json(_installation(parts))}
    if folder is not None:
        held["folder.json"] = _json(folder)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, text in held.items():
            packed.writestr(zipfile.ZipInfo(name), text)  # without the time, which would tell a user's hours
    return stream.getvalue()


def _installation(parts: Iterable[Part]) -> Mapping[str, object]:
    from consistency.readers.ocr import tesseract

    languages = attempted(tesseract.languages)
    return {
        "python": platform.python_version(),
        "system": platform.system(),
        "machine": platform.machine(),
        "libraries": _versions(),
        "languages of tesseract": languages if isinstance(languages, tuple) else (),
        "parts": {part.name: part.fault or part.state for part in parts},
    }


def _versions() -> Mapping[str, str | None]:
    """Give the versions of the program and its libraries; what a version says behind "+" is its builder's own."""
    from importlib import metadata

    from consistency.cache import libraries

    found = attempted(lambda: {one.name: one.version for one in libraries()})
    own = attempted(lambda: metadata.version("consistency"))
    told = {"consistency": own, **(found if isinstance(found, dict) else {})}
    return {
        name: version.partition("+")[0] if isinstance(version, str) else None
        for name, version in told.items()
    }


def _json(told: Mapping[str, object]) -> str:
    return json.dumps(told, indent=2, ensure_ascii=False) + "\n"
