"""Run every benchmark and print its ratio."""

from benchmarks import comparing, startup

for benchmark in (startup, comparing):
    print(benchmark.measure())
