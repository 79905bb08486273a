"""`python -m tests.benchmarks NAME` prints one line of JSON; the names are in its help.

Not tests: machines differ and are shared. `make bench` runs them all.
"""

from __future__ import annotations

import argparse
import logging
import os
from pathlib import Path

CASES = 200_000
EVENTS = 10_000
PACKAGES = 12


def main(words: list[str] | None = None) -> int:
    """Run the benchmark named and print its line."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument(
        "benchmark",
        choices=("list", "save", "start", "package", "merge", "exchange", "papers", "casefile"),
    )
    parser.add_argument("--cases", type=int, default=CASES, help=f"cases in the office (usually {CASES:,})")
    parser.add_argument(
        "--runs", type=int, help="how often (list 15, save 600, start 9, package 15, merge 5, exchange 3)"
    )
    parser.add_argument(
        "--events", type=int, default=EVENTS, help=f"events in the package (usually {EVENTS:,})"
    )
    parser.add_argument(
        "--packages",
        type=int,
        default=PACKAGES,
        help="packages of 2,000 events one after the other (exchange)",
    )
    parser.add_argument("--keep", type=Path, help="a directory to keep the office in for the next run")
    chosen = parser.parse_args(words)
    if chosen.cases < 1 or chosen.events < 1 or (chosen.runs is not None and chosen.runs < 1):
        parser.error("--cases, --events and --runs are at least 1")
    # Before Qt is imported: nothing is to appear on anybody's screen.
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    # What the offscreen platform says of its own limits is of no interest beside the figures.
    logging.getLogger().addHandler(logging.NullHandler())
    if chosen.benchmark == "package":
        from tests.benchmarks import packages

        print(packages.run(chosen.events, chosen.runs or 15))
        return 0
    if chosen.benchmark == "merge":
        from tests.benchmarks import merging

        print(merging.run(chosen.events, chosen.runs or 5))
        return 0
    if chosen.benchmark == "exchange":
        from tests.benchmarks import exchanging

        print(exchanging.run(chosen.events, chosen.runs or 3, max(1, chosen.packages)))
        return 0
    if chosen.benchmark == "papers":
        from tests.benchmarks import papers

        print(papers.run(chosen.runs or 25))
        return 0
    if chosen.benchmark == "casefile":
        from tests.benchmarks import casefile

        print(casefile.run(chosen.runs or 5))
        return 0
    print(_measured(chosen.benchmark, chosen.cases, chosen.runs, chosen.keep))
    return 0


def _measured(benchmark: str, cases: int, runs: int | None, keep: Path | None) -> str:
    if benchmark == "list":
        from tests.benchmarks import listing

        return listing.run(cases, runs or 15, keep)
    if benchmark == "save":
        from tests.benchmarks import saving

        return saving.run(cases, runs or 600, keep)
    from tests.benchmarks import starting

    return starting.run(cases, runs or 9, keep)


if __name__ == "__main__":
    raise SystemExit(main())
