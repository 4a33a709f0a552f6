"""What damaged and hostile files cost, and what is said: ``python -m benchmarks.hostile FOLDER [--with CASE] [--ocr]``.

FOLDER holds the files and an ``index.json``: for each ``file`` what other engines made of it (``consensus``,
``chars``), or what a file made for the purpose is to lead to (``expect``). Every file is read as the program reads
several at once: in a process of its own, which is given up after SECONDS. At the end all of them lie in one folder
with the bundled sample, and with each CASE, whose findings must be the same as without them (:mod:`.beside`).

Of a file with text at least LEAST_TEXT of what the other engines find is to be read, the median of their characters.
What counts as read: the words of its lines, the values of its form, and the words that the report quotes as seen by
nobody. Where that is too little, the file itself is asked whether it is a loss:

- a page that is said to be a picture is read again with text recognition, as the program does by default;
- the engines count blanks, the names of shapes that have no letter ("/g43"), and words drawn over themselves as often
  as they are drawn. So pypdf reads the file once more, and where it finds as much as the others, its letters are
  counted: no blanks, a name as one letter, and what stands three times in a row once.
"""

import json
import logging
import os
import re
import resource
import socket
import statistics
import tempfile
import time
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from benchmarks.beside import checked, told
from consistency.extractors.bundles import papers_in
from consistency.extractors.extract import extract
from consistency.model import Document
from consistency.readers.files import Options, read_all
from consistency.readers.pdf import engine
from consistency.sample import folder as sample
from consistency.workers import Bounds, Lost, each

logging.getLogger("pypdf").setLevel(logging.CRITICAL + 1)

SECONDS = 30.0
MOST_MEMORY = 1_000_000_000
LEAST_TEXT, WANTED_SHARE = 0.5, 0.98
SHOWN = 40
MARKS = Path("/proc/self/clear_refs")
"""Written a 5, it sets the peak of this process's memory back (Linux, proc(5))."""

QUOTE = re.compile("“([^”]+)”")
SHAPE = re.compile(r"/[A-Za-z]+\d*")
AGAIN = re.compile(r"(.{1,80}?)\1{2,}", re.DOTALL)

Lines = Iterator[str]


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of one file."""

    status: str
    """The reader's "full", "partial", "failed"; "lost" where its process was given up."""
    codes: frozenset[str] = frozenset()
    messages: tuple[str, ...] = ()
    text: str = ""
    values: Mapping[str, str] = field(default_factory=dict)
    """The fields of the form in it."""
    unseen: str = ""
    """What the report quotes as words that nobody sees."""
    seconds: float = 0.0
    memory: int = 0
    """Bytes that its process held at most."""


# --- reading ----------------------------------------------------------------------------------------------


def _read(root: Path, options: Options, path: str) -> Reading:
    """Read a file, and what its papers mean, as the program does in one of its processes."""
    _forget_peak()
    begin = time.perf_counter()
    documents = read_all(root, path, options)
    for document in documents:
        for part in papers_in(document):
            extract(part)
    seconds = time.perf_counter() - begin
    first, form = documents[0], documents[0].form
    fields = (*form.acroform, *(form.datasets or ())) if form else ()
    return Reading(
        first.read,
        frozenset(problem.code for problem in first.problems),
        tuple(problem.message for problem in first.problems),
        _text(first),
        {one.path: one.value for one in fields},
        _unseen(first),
        seconds,
        _peak(),
    )


def _text(document: Document) -> str:
    return "\n".join(line.text for line in document.lines)


def _unseen(document: Document) -> str:
    quotes = (QUOTE.search(one.message) for one in document.problems if one.code == "hidden-text")
    return "\n".join(quote[1] for quote in quotes if quote)


def _forget_peak() -> None:
    if MARKS.exists():
        MARKS.write_text("5", encoding="ascii")


def _peak() -> int:
    """Give the most memory that this process has held since the peak was set back, in bytes."""
    if MARKS.exists():
        told = re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text(encoding="ascii"))
        return int(told[1]) * 1024 if told else 0
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def _lost(_path: str, reason: Lost) -> Reading:
    return Reading("lost", messages=(str(reason),))


def readings(root: Path, names: Sequence[str], options: Options) -> dict[str, Reading]:
    """Read every file, two at once."""
    work = partial(_read, root, options)
    told = dict(each(work, names, jobs=2, bounds=Bounds(SECONDS, 4_000_000_000), lost=_lost))
    return {name: told[name] for name in names}


# --- what is to come of a file ----------------------------------------------------------------------------


def _letters(text: str) -> int:
    return sum(not sign.isspace() for sign in text)


def _median(row: Mapping[str, Any]) -> float:
    """Give the number of characters that the other engines find, the median of those that could read it."""
    told = [n for n in row.get("chars", {}).values() if isinstance(n, int)]
    office = row.get("python_docx")
    if isinstance(office, dict):
        told.append(office["chars"])
    return statistics.median(told) if told else 0


def _needs_password(row: Mapping[str, Any]) -> bool:
    return row.get("consensus") == "needs-password" or (
        "ole-encrypted-or-not-zip" in row.get("tags", ()) and "password" in row
    )


def _said_empty(found: Reading) -> bool:
    """Say whether the report tells that there is no text, or there was some after all: notes and filled fields."""
    told = {"no-text", "empty", "printed-blank", "damaged", "page-unreadable", "over-limit", "wrong-type"}
    return bool(found.codes & told) or bool(found.text or found.values)


def _enough(root: Path, row: Mapping[str, Any], found: Reading) -> bool:
    """Say whether as much was read as the other engines read, by what counts for it."""
    wanted = LEAST_TEXT * _median(row)
    if _read_of(found) >= wanted:
        return True
    if "no-text" in found.codes:
        found = _read(root, Options(ocr=True), row["file"])
    text = _by_pypdf(root / row["file"])
    return len(text) >= wanted and _read_of(found) >= LEAST_TEXT * _once(text)


def _read_of(found: Reading) -> int:
    """Give the number of characters that were read; of a form its values count as text."""
    return len(found.text) + sum(map(len, found.values.values())) + len(found.unseen)


def _by_pypdf(path: Path) -> str:
    """Give the text that pypdf finds; none where it cannot read the file."""
    try:
        return "\n".join(page.extract_text() for page in PdfReader(path).pages)
    except (PyPdfError, *engine.BROKEN):
        return ""


def _once(text: str) -> int:
    """Give the number of letters: names of shapes are one each, and what stands three times in a row counts once."""
    return _letters(AGAIN.sub(r"\1", "".join(SHAPE.sub("x", text).split())))


def _refused(found: Reading) -> bool:
    return found.status in {"failed", "partial"} and bool(found.messages)


def _own_name(found: Reading) -> bool:
    return socket.gethostname() not in found.text + "".join(found.messages)


EXPECTED: Mapping[str, Callable[[Reading], bool]] = {
    "error message, no memory growth": _refused,
    "error message or bounded text": lambda found: _refused(found) or len(found.text) < 10_000_000,
    "no file content in output": _own_name,
    "size limit message within 10 s": lambda found: found.seconds < 10 and "over-limit" in found.codes,
    "bounded time": lambda found: found.status != "lost",
    "no crash": lambda found: found.status != "lost",
    "nothing written outside": lambda found: found.status != "lost",
    "text read; name normalised": lambda found: bool(found.text),
    "clear message": _refused,
    "clear message or text": lambda found: _refused(found) or bool(found.text),
    "bounded time and memory": lambda found: found.status != "lost",
    "bounded": lambda found: found.status != "lost",
    "FamilyName=Smith & Sons, GivenName=Ann": lambda found: (
        {"Smith & Sons", "Ann"} <= set(found.values.values())
    ),
}
"""What the index expects of a file, as a question to what came of it."""


# --- the report -------------------------------------------------------------------------------------------


def _share(title: str, rows: Sequence[Any], right: Callable[[Any, Reading], bool], found: Any) -> Lines:
    """Say of how many rows what was wanted holds, and name the others."""
    wrong = [row for row in rows if not right(row, found[row["file"]])]
    yield f"{title}: {1 - len(wrong) / len(rows) if rows else 1:.3f} ({len(rows) - len(wrong)} of {len(rows)})"
    for row in wrong[:SHOWN]:
        got = found[row["file"]]
        said = "; ".join(got.messages)[:150]
        yield f"    {row['file']}: {got.status}, {len(got.text)} characters of {_median(row):.0f}; {said}"


def judged(root: Path, index: Sequence[Any], found: Mapping[str, Reading]) -> Lines:
    """Give the figures, line by line, each with the files that fall short."""
    lost = [name for name, got in found.items() if got.status == "lost"]
    yield f"files {len(found)}: {dict(Counter(got.status for got in found.values()))}"
    yield f"crashes, and readings of more than {SECONDS:.0f} s: {len(lost)}"
    yield from (f"    {name}: {found[name].messages[0]}" for name in lost)
    for title, by, unit, scale in (("slowest", "seconds", "s", 1.0), ("most memory", "memory", "MB", 1e6)):
        top = sorted(found, key=lambda name: -getattr(found[name], by))[:5]
        yield f"{title}: " + ", ".join(f"{getattr(found[n], by) / scale:.1f} {unit} {n}" for n in top)
    heavy = sum(got.memory > MOST_MEMORY for got in found.values())
    yield f"over {MOST_MEMORY / 1e6:.0f} MB: {heavy}"
    silent = [name for name, got in found.items() if got.status != "full" and not got.messages]
    yield f"not read in full, and no word of why: {len(silent)} {silent}"
    locked = [row for row in index if _needs_password(row)]
    yield from _share("password named", locked, lambda _, got: "password" in got.codes, found)
    for kind, right in (
        ("no-text", lambda _, got: _said_empty(got)),
        ("unreadable", lambda _, got: _refused(got) or bool(got.text)),
    ):
        rows = [
            row for row in index if row.get("consensus", "").startswith(kind) and not _needs_password(row)
        ]
        yield from _share(f"said of {kind}", rows, right, found)
    text = [row for row in index if row.get("consensus") in {"text", "opens-in-python-docx"} and _median(row)]
    yield from _share(
        f"text, at least {LEAST_TEXT} of the others' median (wanted {WANTED_SHARE})",
        text,
        partial(_enough, root),
        found,
    )
    made = [row for row in index if "expect" in row]
    yield from _share("as expected", made, lambda row, got: EXPECTED[row["expect"]](got), found)


def _tree(root: Path) -> set[str]:
    return {str(path) for path in root.rglob("*")}


def measure(root: Path, cases: Sequence[Path], *, ocr: bool = False) -> Lines:
    """Read every file of the folder and give the report; nothing may be written beside them."""
    index = json.loads((root / "index.json").read_text(encoding="utf-8"))
    names = [row["file"] for row in index]
    options = Options(ocr=ocr)
    with tempfile.TemporaryDirectory() as place:
        temporary, here = Path(place, "tmp"), Path(place, "a", "b")
        temporary.mkdir()
        here.mkdir(parents=True)
        os.environ["TMPDIR"], tempfile.tempdir = str(temporary), None
        os.chdir(here)
        watched = (Path(place), root, root.parent)
        before = {path: _tree(path) for path in watched}
        found = readings(root, names, options)
        written = {name for path in watched for name in _tree(path) - before[path]}
        yield f"written outside: {len(written)} {sorted(written)[:5]}"
        yield from judged(root, index, found)
        for good in cases:
            yield from told(checked(good, root, names, options), names)
        os.chdir("/")


def main() -> None:
    """Print the report line by line."""
    parser = ArgumentParser(description="What damaged and hostile files cost, and what is said of them.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--with", dest="cases", type=Path, action="append", default=[], metavar="CASE")
    parser.add_argument("--ocr", action="store_true")
    asked = parser.parse_args()
    with sample() as good:
        cases = [good, *(case.resolve() for case in asked.cases)]
        for line in measure(asked.folder.resolve(), cases, ocr=asked.ocr):
            print(line, flush=True)


if __name__ == "__main__":
    main()
