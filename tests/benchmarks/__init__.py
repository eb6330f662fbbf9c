"""Benchmarks: `python -m tests.benchmarks` runs them all; every ratio is of two measurements in one run."""
