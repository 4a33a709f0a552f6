"""What can keep a document from being read in full, each with the sentence that the applicant reads.

A sentence says what is the matter, where, and what to do. The codes are a fixed vocabulary.
"""

from __future__ import annotations

from collections.abc import Sequence

from consistency.model import Problem

LOSSES = ("no-text", "page-unreadable", "over-limit", "damaged", "placeholder")
"""Codes of problems by which something that is there was not read."""
MOST_QUOTED = 200
"""Characters of a quote in a message."""


def quoted(text: str) -> str:
    """Give words between quotation marks, shortened where they are long."""
    words = " ".join(text.split())
    if len(words) > MOST_QUOTED:
        words = words[: MOST_QUOTED - 1] + "…"
    return f"“{words}”"


def empty(path: str) -> Problem:
    """Report a file without a single byte."""
    return Problem(
        "empty",
        f"{path} is an empty file (0 bytes): the copying or download was cut short. Copy the original again.",
    )


def wrong_type(path: str, what: str, advice: str = "Open it and save it as PDF or DOCX.") -> Problem:
    """Report a file of a type that cannot be checked."""
    return Problem(
        "wrong-type", f"{path} is {what}, which cannot be checked: only PDF, DOCX and pictures can. {advice}"
    )


def wrong_password(path: str, given: bool) -> Problem:
    """Report a file that needs a password to be opened."""
    tried = "None of the passwords given opens it." if given else "No password was given."
    return Problem(
        "password",
        f"{path} is protected with a password and was not read. {tried} "
        "Give the right one in a password file, or save an unprotected copy.",
    )


def encrypted_package(path: str) -> Problem:
    """Report a DOCX that is encrypted: that kind of protection is not opened, whatever the password."""
    return Problem(
        "password",
        f"{path} is protected with a password, and a protected Word file cannot be opened here. "
        "Open it in Word and save an unprotected copy, or print it to PDF.",
    )


def locked_within(path: str) -> Problem:
    """Report a PDF whose pages are open and whose attached files are not."""
    return Problem(
        "password",
        f"The files that lie in {path} are protected with a password and were not read; its pages were. "
        "Open them with the password, and save each into the folder.",
    )


def certificate(path: str) -> Problem:
    """Report a PDF that is encrypted for somebody's certificate."""
    return Problem(
        "password",
        f"{path} is encrypted for the holder of a certificate and was not read. "
        "Open it with that certificate and save an unprotected copy.",
    )


MENDED = "It was mended and read as far as possible."


def damaged(path: str, why: str, read: str = "It was not read.") -> Problem:
    """Report a file that is broken, in whole or in part."""
    return Problem(
        "damaged",
        f"{path} is damaged ({_plain(why)}). {read} "
        "Open it in the program it came from, check it, and save it again.",
    )


def out_of_reach(path: str, why: str) -> Problem:
    """Report a file or folder that cannot be opened, or is another one than it was a moment ago."""
    return Problem(
        "damaged",
        f"{path} cannot be read as it lies there ({_plain(why)}): nothing in it was compared. "
        "See that it is whole, that you may open it and that nothing is writing to it, and check again.",
    )


def leads_out(path: str) -> Problem:
    """Report a link that leads out of the case folder, or to nothing: it may be the only sign of a paper."""
    return Problem(
        "damaged",
        f"{path} is a link that leads out of the folder, or to nothing. It was not followed, and nothing behind it was "
        "compared. Put the file or folder itself in its place, and check again.",
    )


def _plain(why: str) -> str:
    """Shorten what a library says to its first words."""
    words = " ".join("".join(c if c.isprintable() else " " for c in why).split())
    words = words.removeprefix("Failed to load document (PDFium: ").split(" b'")[0]
    return words[:100].rstrip(" .:)(") or "unknown fault"


def over_limit(path: str, what: str, where: str = "") -> Problem:
    """Report that a file costs more than it may; ``what`` says which limit, in figures."""
    place = f" ({where})" if where else ""
    return Problem(
        "over-limit",
        f"{path}{place} {what}: far more than a paper of an application needs, so the rest was not read. "
        "Split the file, or save it again from the program it came from.",
    )


NOT_RECOGNISED = "text recognition is not installed, or switched off"
FOUND_NOTHING = "text recognition found no words there"
ONLY_BARCODES = "only the form's barcodes on another page were read"


def no_text(path: str, pages: Sequence[int], whole: bool, why: str = NOT_RECOGNISED) -> Problem:
    """Report pages that are only pictures; ``whole`` where the document has no others."""
    if not whole:
        names, verb = _pages(pages), "is a picture" if len(pages) == 1 else "are pictures"
        where = f"{names} of {path} {verb} without text"
    else:
        where = f"{path} is a picture without text"
    return Problem(
        "no-text",
        f"{where}, and {why}: nothing there was compared. "
        'Use the original file instead of the scan, run pip install "consistency[ocr]", or compare it by eye.',
        pages[0] if pages and not whole else None,
    )


def _pages(numbers: Sequence[int]) -> str:
    """Name pages: "Page 3", "Pages 1-2 and 5"."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    names = [str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs]
    listed = names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
    return f"Page {listed}" if len(numbers) == 1 else f"Pages {listed}"


def no_decoder(path: str) -> Problem:
    """Report a telephone's photograph for which the decoder is not installed."""
    return Problem(
        "no-text",
        f"{path} is a photograph in HEIC, which is opened only where pi-heif is installed: nothing there was compared. "
        'Run pip install "consistency[ocr]", save the photograph as JPEG, or compare it by eye.',
    )


def nothing(path: str, pages: int) -> Problem:
    """Report a document without a word or a picture."""
    sheets = "one page and nothing on it" if pages == 1 else f"{pages} pages and nothing on them"
    return Problem(
        "empty",
        f"{path} has {sheets} that can be read. Check whether it is the right file, or save it again.",
    )


def hostile(path: str, what: str, where: str = "") -> Problem:
    """Report a file that is built to exhaust the memory or to reach other files."""
    place = f" ({where})" if where else ""
    return Problem(
        "over-limit",
        f"{path}{place} {what}. Real papers never do, so it was not read. "
        "Save the paper again from the program it came from.",
    )


def printed_blank(path: str) -> Problem:
    """Report a form whose page shows only the placeholder of the viewer, and whose data is gone."""
    return Problem(
        "printed-blank",
        f"{path} holds only the notice “Please wait…” in place of the form: it was made with “Print”, and "
        "the answers are lost. Open the original form in Adobe Reader and use “Save as”, not “Print”.",
    )


def placeholder(path: str, page: int) -> Problem:
    """Report a page that is only the viewer's placeholder, in a document that has other pages."""
    return Problem(
        "placeholder",
        f"Page {page} of {path} shows only the notice “Please wait…” in place of a form, and there is no form "
        "data in the file. Open the original form in Adobe Reader and use “Save as”, not “Print”.",
        page,
    )


def data_disagree(path: str, field: str, values: tuple[str, str], page: int | None) -> Problem:
    """Report a field that holds two different values in the two halves of a hybrid form."""
    xfa, acroform = values
    return Problem(
        "data-disagree",
        f"{path} holds two values for the field {field}: {quoted(xfa)} in the form's data and "
        f"{quoted(acroform)} in what some viewers show. Open the form in Adobe Reader, correct the field, and save it.",
        page,
    )


def barcode_disagrees(path: str, field: str, values: tuple[str, str], page: int | None) -> Problem:
    """Report a field that says one thing in the barcodes of a printed form and another on its page."""
    held, printed = values
    return Problem(
        "data-disagree",
        f"{path} says two things for {field}: {quoted(held)} in its barcodes and {quoted(printed)} on the page. "
        "Look at the page; if it was changed after the form was validated, validate and print the form again.",
        page,
    )


def barcode_unread(path: str, names: Sequence[str], page: int | None = None) -> Problem:
    """Report barcodes of a printed form that are missing or cannot be read; ``names`` are theirs, where known."""
    which = f"The barcode{'s' if len(names) != 1 else ''} {', '.join(names)}".rstrip()
    return Problem(
        "barcode-unread",
        f"{which} of {path} could not be read: what the page prints counts in their place. "
        "Use the original form, or scan all its pages again at 300 dots an inch.",
        page,
    )


def barcode_unknown(path: str, names: Sequence[str], page: int) -> Problem:
    """Report barcodes of a printed form whose order of values is not known."""
    return Problem(
        "barcode-unknown",
        f"{path} has barcodes of a revision that is not known here ({', '.join(names)}): nothing was taken from "
        "them, and what the page prints counts. Use the original form instead of the print-out.",
        page,
    )


def barcodes_mixed(path: str, page: int) -> Problem:
    """Report barcodes that do not belong to one form."""
    return Problem(
        "barcode-mixed",
        f"{path} has barcodes that do not belong to one form: nothing was taken from them, and what the page "
        "prints counts. Save each form as a file of its own, with the barcodes of the same print.",
        page,
    )


def repaired_xml(path: str, where: str, why: str) -> Problem:
    """Report form data that had to be mended before it could be read."""
    return Problem(
        "repaired-xml",
        f"{where} in {path} is not well formed ({_plain(why)}); it was mended and read as far as possible. "
        "Open the file in Adobe Reader or Word, check it, and save it again.",
    )


def pages_unreadable(path: str, pages: Sequence[int], why: str) -> Problem:
    """Report pages that could not be read."""
    it, them = ("it was", "page") if len(pages) == 1 else ("them was", "pages")
    return Problem(
        "page-unreadable",
        f"{_pages(pages)} of {path} could not be read ({_plain(why)}): nothing on {it} compared. "
        f"Open the file, check the {them}, and save it again.",
        pages[0],
    )


def poor_picture(path: str, page: int) -> Problem:
    """Report a page of which text recognition is sure of little."""
    return Problem(
        "page-unreadable",
        f"Page {page} of {path} is a picture so poor that most of its words are guesses: they were compared, but what "
        "the page does not seem to say was not taken for silence. Scan it again, or compare it by eye.",
        page,
    )
