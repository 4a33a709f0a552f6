"""Every promise of speed as a ratio against a named peer, in one run: ``python -m benchmarks [FOLDER …]``.

Each FOLDER is an applicant's; without any, cases made for the purpose are measured. It needs poppler's ``pdftotext``
and ``tesseract``.
"""

import gc
import sys
from pathlib import Path

from benchmarks import comparing, dates, reading, startup, values, whole
from benchmarks.corpus import corpus
from benchmarks.table import HEAD
from consistency.sweeping import SELDOM

if __name__ == "__main__":
    gc.set_threshold(SELDOM)  # as a process of the command has it
    with corpus([Path(name).resolve() for name in sys.argv[1:]]) as measured:
        print(HEAD)
        for rows in (reading.rows(measured), whole.rows(measured), values.rows(), startup.rows()):
            for row in rows:
                print(row, flush=True)
    print()
    for benchmark in (dates, comparing):
        print(benchmark.measure(), flush=True)
