"""Attachments: whole, encrypted, verified; a missing one is named."""

from __future__ import annotations

import hashlib
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import UserError
from app.store import blobs as module
from app.store.blobs import Blobs, new_identity
from app.system.errors import EnvironmentProblem

CONTENT = "发票照片".encode() * 1000


@pytest.fixture
def blobs(tmp_path: Path) -> Blobs:
    return Blobs(tmp_path / "blobs", new_identity())


def files_of(directory: Path) -> list[Path]:
    return [path for path in directory.rglob("*") if path.is_file()]


def test_what_is_put_comes_back_and_lies_encrypted_under_its_hash(blobs: Blobs, tmp_path: Path) -> None:
    stored = blobs.put_bytes(CONTENT, "发票.jpg")
    assert stored.sha256 == hashlib.sha256(CONTENT).hexdigest()
    assert stored.size == len(CONTENT)
    assert blobs.read(stored.sha256, "发票.jpg") == CONTENT
    [file] = files_of(tmp_path)
    assert file == tmp_path / "blobs" / stored.sha256[:2] / f"{stored.sha256}.age"
    assert file.read_bytes().startswith(b"age-encryption.org/v1")
    assert CONTENT[:12] not in file.read_bytes()


@given(st.binary(min_size=1, max_size=200_000))
def test_any_content(tmp_path: Path, content: bytes) -> None:
    blobs = Blobs(tmp_path / "blobs", IDENTITY)
    assert blobs.read(blobs.put_bytes(content, "x").sha256, "x") == content


IDENTITY = new_identity()


def test_the_same_content_is_kept_once(blobs: Blobs, tmp_path: Path) -> None:
    first = blobs.put_bytes(CONTENT, "a.jpg")
    again = blobs.put(io.BytesIO(CONTENT), "b.jpg")
    assert first == again
    assert len(files_of(tmp_path)) == 1
    assert list(blobs.names()) == [first.sha256]
    assert blobs.present(first.sha256)


def test_a_missing_file_is_named(blobs: Blobs) -> None:
    stored = blobs.put_bytes(CONTENT, "发票.jpg")
    blobs.path_of(stored.sha256).unlink()
    assert not blobs.present(stored.sha256)
    with pytest.raises(EnvironmentProblem, match=r"附件“发票\.jpg”.*不在数据文件夹里"):
        blobs.read(stored.sha256, "发票.jpg")


@pytest.mark.parametrize("damage", ["cut", "flip", "empty", "swap", "foreign"])
def test_a_damaged_file_is_named(blobs: Blobs, tmp_path: Path, damage: str) -> None:
    stored = blobs.put_bytes(CONTENT, "发票.jpg")
    path = blobs.path_of(stored.sha256)
    raw = bytearray(path.read_bytes())
    match damage:
        case "cut":
            path.write_bytes(raw[:-3])
        case "flip":
            raw[-100] ^= 1
            path.write_bytes(raw)
        case "empty":
            path.write_bytes(b"")
        case "swap":
            path.write_bytes(blobs.path_of(blobs.put_bytes(b"other", "x").sha256).read_bytes())
        case "foreign":
            others = Blobs(tmp_path / "others", new_identity())
            path.write_bytes(others.path_of(others.put_bytes(CONTENT, "x").sha256).read_bytes())
    with pytest.raises(EnvironmentProblem, match=r"附件“发票\.jpg”的文件已损坏"):
        blobs.read(stored.sha256, "发票.jpg")
    blobs.put_bytes(CONTENT, "发票.jpg")
    assert blobs.read(stored.sha256, "发票.jpg") == CONTENT


def test_an_empty_file_is_refused(blobs: Blobs, tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"“空\.pdf”是空文件"):
        blobs.put_bytes(b"", "空.pdf")
    assert files_of(tmp_path) == []


def test_a_too_large_file_is_refused_before_it_fills_the_disk(
    blobs: Blobs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "LARGEST", 1024 * 1024)
    assert blobs.put_bytes(bytes(1024 * 1024), "刚好.mp4").size == 1024 * 1024

    class Endless(io.RawIOBase):
        def read(self, size: int = -1) -> bytes:
            return b"x" * max(size, 1)

    with pytest.raises(UserError, match=r"“录像\.mp4”超过 1 MB"):
        blobs.put(Endless(), "录像.mp4")  # type: ignore[arg-type]
    assert len(files_of(tmp_path)) == 1


def test_a_source_that_cannot_be_read_is_told(blobs: Blobs, tmp_path: Path) -> None:
    class Pulled(io.RawIOBase):
        def read(self, size: int = -1) -> bytes:
            raise OSError(5, "Input/output error")

    with pytest.raises(EnvironmentProblem, match=r"读取“照片\.jpg”没有成功"):
        blobs.put(Pulled(), "照片.jpg")  # type: ignore[arg-type]
    assert files_of(tmp_path) == []


@pytest.mark.parametrize("name", ["", "../../etc/passwd", "A" * 64, "0" * 63, "0" * 65])
def test_no_name_leads_outside(blobs: Blobs, name: str) -> None:
    with pytest.raises(ValueError, match="SHA-256"):
        blobs.path_of(name)
