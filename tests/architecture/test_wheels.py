"""The wheel check sees a package that would not install on an old system, and knows when it cannot look."""

from __future__ import annotations

import hashlib
import zipfile
from pathlib import Path

import pytest

from scripts import check_wheels


def lock_with_wheel(place: Path, platform: str) -> Path:
    """A lock file over one small wheel for `platform` that lies beside it."""
    wheel = place / f"sample-1.0-cp311-cp311-{platform}.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr(
            "sample-1.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: sample\nVersion: 1.0\n"
        )
        archive.writestr(
            "sample-1.0.dist-info/WHEEL",
            f"Wheel-Version: 1.0\nRoot-Is-Purelib: false\nTag: cp311-cp311-{platform}\n",
        )
        archive.writestr("sample-1.0.dist-info/RECORD", "")
    digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
    lock = place / "requirements.lock"
    lock.write_text(f"sample==1.0 --hash=sha256:{digest}\n", encoding="utf-8")
    return lock


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """pip sees this directory and nothing else."""
    monkeypatch.setenv("PIP_CONFIG_FILE", "/dev/null")
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(tmp_path))
    return tmp_path


def test_a_wheel_for_an_old_system_will_do(shelf: Path) -> None:
    wheels, complaint = check_wheels.wheels_of(lock_with_wheel(shelf, "manylinux_2_28_x86_64"))
    assert (wheels, complaint) == (["sample-1.0-cp311-cp311-manylinux_2_28_x86_64.whl"], "")


def test_a_wheel_for_newer_systems_only_fails(shelf: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check_wheels.main(lock_with_wheel(shelf, "manylinux_2_34_x86_64")) == 1
    assert "sample==1.0" in capsys.readouterr().err


def test_a_wheel_that_is_not_the_locked_one_fails(shelf: Path) -> None:
    lock = lock_with_wheel(shelf, "manylinux_2_28_x86_64")
    lock.write_text(f"sample==1.0 --hash=sha256:{'0' * 64}\n", encoding="utf-8")
    assert check_wheels.main(lock) == 1


def test_without_an_index_it_says_so_and_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lock = lock_with_wheel(tmp_path, "manylinux_2_28_x86_64")
    monkeypatch.setenv("PIP_CONFIG_FILE", "/dev/null")
    monkeypatch.setenv("PIP_FIND_LINKS", "")
    monkeypatch.setenv("PIP_INDEX_URL", "http://127.0.0.1:9/simple")
    assert check_wheels.main(lock) == 0
    assert "not checked" in capsys.readouterr().out
