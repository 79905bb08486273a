"""The benchmarks run and say what they promise; how fast anything is, is not judged here."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.benchmarks.measuring import percentile

_ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("benchmark", ["list", "save", "start"])
def test_each_benchmark_prints_one_line_with_its_figures(benchmark: str, tmp_path: Path) -> None:
    runs = "20" if benchmark == "save" else "1"
    words = [benchmark, "--cases", "30", "--runs", runs, "--keep", str(tmp_path / "kept")]
    environment = dict(os.environ, PYTHONPYCACHEPREFIX=str(tmp_path / "bytecode"))
    ended = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks", *words],
        cwd=_ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=55,
    )
    assert ended.returncode == 0, ended.stderr
    (line,) = ended.stdout.splitlines()
    told = json.loads(line)
    assert told["cases"] == 30
    assert told["ours"] > 0
    assert told["floor"] > 0
    # Rounded to two places each, so the ratio of small figures may differ a little.
    assert told["ratio"] == pytest.approx(told["ours"] / told["floor"], rel=0.1)
    if benchmark == "list":
        assert {"memory_mb", "memory_above_bare_window_mb"} <= told.keys()
    if benchmark == "save":
        assert told["p50"] <= told["p95"] == told["ours"] <= told["longest"]


def test_the_merge_benchmark_says_what_it_measured(tmp_path: Path) -> None:
    environment = dict(os.environ, PYTHONPYCACHEPREFIX=str(tmp_path / "bytecode"))
    ended = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks", "merge", "--events", "20", "--runs", "1"],
        cwd=_ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=55,
    )
    assert ended.returncode == 0, ended.stderr
    told = json.loads(ended.stdout)
    assert (told["events"], told["runs"]) == (20, 1)
    assert min(told["ours"], told["floor"], told["replay"]) > 0


def test_the_exchange_benchmark_says_what_it_measured(tmp_path: Path) -> None:
    environment = dict(os.environ, PYTHONPYCACHEPREFIX=str(tmp_path / "bytecode"))
    words = ["exchange", "--events", "20", "--runs", "1", "--packages", "1"]
    ended = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks", *words],
        cwd=_ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=55,
    )
    assert ended.returncode == 0, ended.stderr
    told = json.loads(ended.stdout)
    assert (told["events"], told["runs"], told["packages"]) == (20, 1, 1)
    assert told["ratio"] == pytest.approx(told["ours"] / told["floor"], rel=0.1)
    assert min(told["export"], told["import"], told["replay"], told["size_ratio"]) > 0


def test_the_package_benchmark_says_what_it_measured(tmp_path: Path) -> None:
    words = ["package", "--events", "50", "--runs", "2"]
    environment = dict(os.environ, PYTHONPYCACHEPREFIX=str(tmp_path / "bytecode"))
    ended = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks", *words],
        cwd=_ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=55,
    )
    assert ended.returncode == 0, ended.stderr
    told = json.loads(ended.stdout)
    assert (told["events"], told["runs"]) == (50, 2)
    assert told["ratio"] > 0
    assert told["size_ratio"] > 1


def test_the_papers_benchmark_says_what_it_measured(tmp_path: Path) -> None:
    environment = dict(os.environ, PYTHONPYCACHEPREFIX=str(tmp_path / "bytecode"))
    ended = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks", "papers", "--runs", "1"],
        cwd=_ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=55,
    )
    assert ended.returncode == 0, ended.stderr
    told = json.loads(ended.stdout)
    assert min(told["ours"], told["floor"], told["job"], told["job_floor"]) > 0
    assert told["ratio"] == pytest.approx(told["ours"] / told["floor"], rel=0.1)
    assert told["bytes"]["page"] < 40_000


def test_wrong_words_are_told() -> None:
    for words in (["sleep"], ["list", "--cases", "0"], ["package", "--events", "0"]):
        ended = subprocess.run(
            [sys.executable, "-m", "tests.benchmarks", *words], cwd=_ROOT, capture_output=True, text=True
        )
        assert ended.returncode == 2
        assert "usage" in ended.stderr
        assert "Traceback" not in ended.stderr


def test_percentiles_are_times_that_were_measured() -> None:
    times = [0.001 * n for n in range(1, 101)]
    assert percentile(times, 0.95) == pytest.approx(0.095)
    assert percentile([0.5], 0.95) == 0.5
    assert percentile([2.0, 1.0], 0.95) == 2.0
