"""A file is read from the disk and not from memory; where that cannot be done it is said."""

from __future__ import annotations

import hashlib
import os
import subprocess
from pathlib import Path

import pytest

from app.system.past_cache import read_back
from tests.loop_media import stick


@pytest.mark.parametrize("size", [0, 1, 4095, 4096, 1024 * 1024, 3 * 1024 * 1024 + 7])
def test_any_length_is_hashed_as_it_is(tmp_path: Path, size: int) -> None:
    path = tmp_path / "a.yzt"
    data = os.urandom(size)
    path.write_bytes(data)
    steps: list[int] = []
    told = read_back(path, steps.append)
    assert told.sha256 == hashlib.sha256(data).hexdigest()
    assert told.size == size == sum(steps)


def test_a_card_that_lost_the_data_is_not_believed(tmp_path: Path) -> None:
    """The image changes under the mounted system: memory still has the good bytes, the disk has not."""
    good = os.urandom(64 * 1024)
    with stick(tmp_path, "ext4", 8) as card:
        path = card.path / "a.yzt"
        with path.open("wb") as file:
            file.write(good)
            file.flush()
            os.fsync(file.fileno())
        assert card.image is not None
        subprocess.run(["sync", "-f", str(card.path)], check=True)
        at = card.image.read_bytes().index(good)
        with card.image.open("r+b") as image:
            image.seek(at)
            image.write(b"dead" * 1024)
        assert path.read_bytes() == good, "an ordinary reading is deceived"
        told = read_back(path, lambda _count: None)
        assert told.past_cache
        assert told.sha256 != hashlib.sha256(good).hexdigest()


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "real").write_bytes(b"x")
    (tmp_path / "link").symlink_to("real")
    with pytest.raises(OSError):
        read_back(tmp_path / "link", lambda _count: None)
