"""The targets: each a function with :func:`~benchmarks.fuzz.target.target` above it; the file is its registration."""
