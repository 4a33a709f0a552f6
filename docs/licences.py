"""Write ``docs/licences.md``: the licence of every package that is locked, as its installed metadata declares it.

A package that is locked for another system or Python than this one keeps the row that it has.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from importlib import metadata
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGE = Path(__file__).with_name("licences.md")
LOCKS = ROOT / ".ci"
LONGEST = 60
"""Characters up to which the field ``License`` is a licence's name; longer ones are its text."""

FREE = frozenset({
    "0BSD", "Apache-2.0", "BSD", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "CNRI-Python", "ISC", "MIT", "MIT-0",
    "MIT-CMU", "PSF-2.0", "Zlib", "ZPL-2.1",
})  # fmt: skip
"""They ask for their notice and nothing of what uses them."""
LESSER = frozenset({"LGPL-2.1", "LGPL-3.0", "MPL-2.0"})
"""They ask that they themselves stay free and replaceable, as an installed package is; nothing of what uses them."""
NAMES = {
    "3-clause bsd license": "BSD-3-Clause",
    "apache 2.0": "Apache-2.0",
    "apache software license": "Apache-2.0",
    "bsd license": "BSD",
    "bsd-3-clause, apache-2.0, dependency licenses": "BSD-3-Clause AND Apache-2.0",
    "gnu lesser general public license v3 (lgplv3)": "LGPL-3.0",
    "gnu library or lesser general public license (lgpl)": "LGPL-3.0",
    "isc license (iscl)": "ISC",
    "lgpl": "LGPL-3.0",
    "mit license": "MIT",
    "mozilla public license 2.0 (mpl 2.0)": "MPL-2.0",
    "psfl": "PSF-2.0",
    "python software foundation license": "PSF-2.0",
    "zope public license": "ZPL-2.1",
    "zpl 2.1": "ZPL-2.1",
}
"""What packages write in place of an SPDX name. Pebble, which says LGPL alone, carries the text of version 3."""
BY_HAND = {"atheris": "Apache-2.0", "axe-playwright-python": "MIT AND MPL-2.0"}
"""Packages whose metadata names none: from the texts that they carry (axe-core, in it, is under the MPL)."""
CARRIED = {
    "numpy": "libgfortran and libquadmath (GPL-3.0 with the GCC exception, LGPL-2.1), OpenBLAS (BSD-3-Clause)",
    "opencv-python-headless": "FFmpeg (LGPL-2.1), OpenSSL (its own, free), libvpx, libaom and others (BSD, MIT)",
    "pi-heif": "libheif and libde265 (LGPL-3.0)",
    "pillow-heif": "libheif and libde265 (LGPL-3.0), x265 (GPL-2.0): the tests' alone, and never given on",
    "shapely": "GEOS (LGPL-2.1)",
}
"""Libraries of others that the wheels carry, from the texts that lie in them."""

HEAD = """# Licences of what is used

`consistency` is under the MIT licence. It is given on without these packages: pip fetches each of them from where its
authors put it. `make licences` writes this page from what the installed packages declare; `.ci/*.lock` has the
versions. A test fails on a licence that is not known to go together with this one, on a package that is missing here,
and on a page that is out of date. Free licences ask for their notice; the LGPL and the MPL, that the library stays
replaceable, as an installed package is. No package of the program is under the GPL or AGPL.
"""


def page() -> str:
    """Give the page for what is locked and installed."""
    known = rows(PAGE.read_text(encoding="utf-8")) if PAGE.exists() else {}
    program, development = locked("program"), locked("development") | locked("build")
    parts = [
        HEAD,
        "## The program, with text recognition and cluster\n",
        *_table(program, known),
        "\nSome wheels carry libraries of others:\n",
        *(f"- {name}: {CARRIED[name]}." for name in sorted(CARRIED)),
        "\n## Beside them, to work on it\n",
        *_table(development - program, known),
    ]
    return "\n".join(parts) + "\n"


def locked(name: str) -> set[str]:
    """Name the packages of a lock, on whatever system."""
    text = (LOCKS / f"{name}.lock").read_text(encoding="utf-8")
    return set(re.findall(r"^([\w.-]+)==", text, re.MULTILINE))


def rows(text: str) -> dict[str, str]:
    """Read a page's rows: the licence by the package."""
    return dict(re.findall(r"^\| ([\w.-]+) \| ([\w.+ -]+) \|$", text, re.MULTILINE))


def licence(name: str, known: Mapping[str, str]) -> str:
    """Give the licence of a package as an SPDX expression, or as it is written where that is none.

    All that a package names holds, for its fields often name different parts of it. Raises PackageNotFoundError for
    one that is neither installed nor ``known``.
    """
    try:
        told = metadata.metadata(name)
    except metadata.PackageNotFoundError:
        if name in known:
            return known[name]
        raise
    if "License-Expression" in told:
        return told["License-Expression"]
    field = next(iter(told.get_all("License") or ()), None)
    named = _named(field, told.get_all("Classifier") or ())
    return BY_HAND.get(name) or " AND ".join(dict.fromkeys(named))


def _named(field: str | None, classifiers: Iterable[str]) -> Iterator[str]:
    """Give the SPDX names of what older metadata says; of "BSD" and "BSD-3-Clause" only the nearer."""
    declared = [line.rpartition("::")[2].strip() for line in classifiers if line.startswith("License ::")]
    if field and len(field) <= LONGEST and field != "UNKNOWN":
        declared.insert(0, field)
    named = [NAMES.get(one.lower(), one) for one in declared if one != "OSI Approved"]
    for name in named:
        if not any(other != name and other.startswith(f"{name}-") for other in named):
            yield name


def goes_together(expression: str) -> bool:
    """Say whether a program under the MIT licence may be given on that uses a package under this one."""
    ways = re.split(r"\s+OR\s+", expression.replace("(", "").replace(")", ""))
    return any(all(one in FREE | LESSER for one in re.split(r"\s+AND\s+", way)) for way in ways)


def _table(names: Iterable[str], known: Mapping[str, str]) -> list[str]:
    return ["| package | licence |", "|---|---|", *(f"| {n} | {licence(n, known)} |" for n in sorted(names))]


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
