"""Run every benchmark and print its ratio."""

from benchmarks import startup

for benchmark in (startup,):
    print(benchmark.measure())
