"""What reading and comparing both need is made before the processes that read begin, and so once."""

import subprocess
import sys

from tests.bundled import SAMPLE

CODE = """
import sys
from consistency import pipeline
from consistency.normalizer import tables
from consistency.pipeline import Check

told, read = [], tables.read

def reading(file):
    told.append(file.name)
    return read(file)

tables.read = reading
prepared = pipeline.prepare

def prepare():
    prepared()
    told.clear()

pipeline.prepare = prepare
if sys.argv[2] == "reads":
    prepare()
    pipeline.papers(sys.argv[1])
else:
    pipeline.check(sys.argv[1], Check(jobs=1))
print(*told)
"""


def tables_of(what: str) -> set[str]:
    command = [sys.executable, "-c", CODE, str(SAMPLE), what]
    return set(subprocess.run(command, capture_output=True, text=True, check=True).stdout.split())


def test_no_table_is_parsed_by_the_process_that_reads_and_by_the_one_that_compares() -> None:
    reads, compares = tables_of("reads"), tables_of("compares")
    assert "refusal_letter.toml" in reads and "reasons.toml" in compares
    assert not reads & compares


LOADED = """
import sys
from consistency.readers.files import load_readers

load_readers(["a case/CV.DOCX", "a case/b.docx.txt"])
print(*(name for name in sys.modules if name.startswith("consistency.readers.")))
"""


def test_what_reads_the_files_of_a_folder_is_loaded_before_they_are_read() -> None:
    command = [sys.executable, "-c", LOADED]
    loaded = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    assert "consistency.readers.docx.document" in loaded
    assert "consistency.readers.pdf.document" not in loaded
