"""Whether a reader fails on what is put before it: ``python -m benchmarks.fuzz [TARGET …] [--minutes N]``.

A target is a function in ``targets/`` that is given bytes (:mod:`.target`); its inputs are made from small papers that
the project builds itself (:mod:`.seeds`), by ways that keep their outer form (:mod:`.mutating`), and led by atheris to
code that was not reached before (:mod:`.child`). A crash is an error that the target's docstrings do not name, one
input that takes longer than SECONDS, and the death of the process.
"""
