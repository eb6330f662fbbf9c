"""Runs the benchmarks, all or those named (`python -m tests.benchmarks pipeline store`), and prints what they measured."""

from __future__ import annotations

import argparse
import importlib
import json
from pathlib import Path

FOLDER = Path(__file__).parent


def main() -> None:
    known = sorted(path.stem.removeprefix("bench_") for path in FOLDER.glob("bench_*.py"))
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(known)}; all by default")
    parser.add_argument("--json", action="store_true", help="one JSON object a line")
    wanted = parser.parse_args()
    if unknown := sorted(set(wanted.names) - set(known)):
        parser.error(f"no benchmark {unknown[0]!r}; there are {', '.join(known)}")
    if not wanted.json:
        print(f"{'benchmark':46} {'ours':>12} {'baseline':>12} {'ratio':>8} {'unit':12} note")
    for name in wanted.names or known:
        for row in importlib.import_module(f"tests.benchmarks.bench_{name}").run():
            print(json.dumps({"benchmark": name, **row}) if wanted.json else line(row), flush=True)


def line(row: dict[str, object]) -> str:
    ours, baseline, ratio = (f"{value:.4g}" if isinstance(value := row[key], (int, float)) else "" for key in ("ours", "baseline", "ratio"))
    return f"{row['name']!s:46} {ours:>12} {baseline:>12} {ratio:>8} {row['unit']!s:12} {row['note']}"


if __name__ == "__main__":
    main()
