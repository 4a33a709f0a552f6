"""Run every benchmark and print its ratio."""

from benchmarks import comparing, dates, startup

for benchmark in (startup, dates, comparing):
    print(benchmark.measure())
