"""Backups on a stick: complete, read back, and whole backups only, whatever happens to the stick."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from app.domain.errors import UserError
from app.domain.kinds.complaint import events as e
from app.store.backup import verify_copy
from app.store.backup_blobs import contents_of
from app.store.backup_files import BackupFile, list_backups
from app.store.blobs import Blobs
from app.store.store import Store
from app.system.errors import EnvironmentProblem
from tests.store.office import ACTOR, add_case, new_store, registered, reopened

CHILD = Path(__file__).with_name("backup_child.py")


def attach(store: Store, content: bytes, serial: int) -> str:
    """A case with one file; the name of the file."""
    event = registered(serial)
    case_id = add_case(store, event)
    stored = store.blobs.put_bytes(content, "发票.jpg")
    evidence = e.EvidenceAdded(
        no=1, title="发票", form="原件", provider="complainant", received_on=event.origin.received_on,
        attachment=e.Attachment(
            sha256=stored.sha256, filename="发票.jpg", size=stored.size, media_type="image/jpeg"
        ),
    )  # fmt: skip
    store.log.append(case_id, [evidence], ACTOR)
    return stored.sha256


@pytest.fixture
def office(tmp_path: Path) -> Store:
    """A closed office with three attachments of different length."""
    store = new_store(tmp_path / "office")
    for serial in range(1, 4):
        attach(store, b"evidence %d " % serial * 100_000 * serial, serial)
    store.close()
    return store


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    place = tmp_path / "stick"
    place.mkdir()
    return place


def assert_whole(backup: BackupFile, key: bytes) -> None:
    """The database opens and passes, and every attachment it names is beside it and is what it was."""
    verify_copy(backup.path, key)
    contents = contents_of(backup.path, key)
    beside = Blobs(backup.path.parent / "blobs", contents.blob_identity)
    assert len(contents.numbers) == backup.attachments
    assert [name for name in contents.numbers if beside.sealed(name) is None] == []


def on_stick(stick: Path) -> list[BackupFile]:
    return [one for folder in stick.iterdir() for one in list_backups(folder)]


def test_a_stick_carries_everything_in_a_folder_of_the_office(office: Store, stick: Path) -> None:
    said: list[tuple[int, int]] = []
    with reopened(office) as store:
        made = store.backups.make(stick, progress=lambda done, total: said.append((done, total)))
        assert made.path.parent == stick / f"一站通备份-{store.identity.node[:8]}"
        assert (made.attachments, made.missing) == (3, 0)
        assert_whole(made, office.database.key)
        assert store.backups.all() == [], "the data directory got none"
        again = store.backups.make(made.path.parent)
        assert again.path.parent == made.path.parent, "the folder itself may be chosen as well"
    assert said == sorted(said)
    assert said[-1][0] <= said[-1][1]
    assert not list(stick.rglob("*.part*"))


def test_an_attachment_is_written_once_and_a_cut_off_one_again(office: Store, stick: Path) -> None:
    with reopened(office) as store:
        folder = store.backups.make(stick).path.parent
        files = sorted((folder / "blobs").rglob("*.age"))
        before = {path: (path.stat().st_ino, path.stat().st_mtime_ns) for path in files}
        files[1].write_bytes(files[1].read_bytes()[:-1])
        made = store.backups.make(stick)
        assert_whole(made, store.database.key)
    for path in (files[0], files[2]):
        assert (path.stat().st_ino, path.stat().st_mtime_ns) == before[path]


def test_a_local_backup_links_and_survives_deletion(office: Store) -> None:
    with reopened(office) as store:
        made = store.backups.make()
        assert (made.attachments, made.missing) == (3, 0)
        for path in (store.directory / "blobs").rglob("*.age"):
            assert path.samefile(made.path.parent / "blobs" / path.parent.name / path.name)
            path.unlink()
        assert_whole(made, store.database.key)
        assert store.backups.make().missing == 0, "an earlier backup still has them"


def test_what_the_office_lost_comes_from_its_backups_and_else_is_counted(office: Store, stick: Path) -> None:
    with reopened(office) as store:
        local = store.backups.make()
        first, second, _ = sorted((store.directory / "blobs").rglob("*.age"))
        first.unlink()
        second.unlink()
        (local.path.parent / "blobs" / second.parent.name / second.name).unlink()
        made = store.backups.make(stick)
        assert (made.attachments, made.missing) == (3, 1)
        beside = {path.name for path in (made.path.parent / "blobs").rglob("*.age")}
        assert first.name in beside
        assert second.name not in beside


def test_a_damaged_attachment_is_not_carried_out_as_a_good_one(office: Store, stick: Path) -> None:
    with reopened(office) as store:
        [file, *_] = (store.directory / "blobs").rglob("*.age")
        raw = bytearray(file.read_bytes())
        raw[-10] ^= 1
        file.write_bytes(raw)
        made = store.backups.make(stick)
        assert made.missing == 1
        assert not (made.path.parent / "blobs" / file.parent.name / file.name).exists()


class Stopped(Exception):
    """The person pressed 取消."""


def test_stopping_anywhere_leaves_earlier_backups_whole_and_nothing_half(office: Store, stick: Path) -> None:
    with reopened(office) as store:
        kept = store.backups.make(stick)
        for serial in range(4, 8):
            attach(store, os.urandom(3_000_000), serial)

        steps = 0
        while True:
            steps += 1
            left = steps

            def stop(_done: int, _total: int) -> None:
                nonlocal left
                left -= 1
                if left == 0:
                    raise Stopped

            try:
                store.backups.make(stick, progress=stop)
            except Stopped:
                assert [one.path for one in on_stick(stick)] == [kept.path]
                assert not list(stick.rglob("*.part*"))
            else:
                break
        assert steps > 8
        for backup in on_stick(stick):
            assert_whole(backup, store.database.key)


def test_a_process_killed_at_every_step_leaves_whole_backups_only(office: Store, stick: Path) -> None:
    """As a pulled stick or a power cut: nothing is cleaned up, and what counts is whole all the same."""
    key = office.database.key
    finished: set[str] = set()
    for after in (1, 2, 3, 5, 8, 13, 21):
        words = [sys.executable, str(CHILD), str(office.directory), key.hex(), str(stick), "--steps"]
        with subprocess.Popen(words, stdout=subprocess.PIPE) as child:
            assert child.stdout is not None
            lines = [child.stdout.readline() for _ in range(after)]
            child.kill()
            lines += child.stdout.readlines()
        finished |= {line.decode().strip() for line in lines if line.endswith(b"\n")} - {"step"}
        for backup in on_stick(stick):
            assert_whole(backup, key)
    assert finished
    assert max(one.path.name for one in on_stick(stick)) >= max(finished), "what was said to be done is there"
    with reopened(office) as store:
        assert_whole(store.backups.make(stick), key)
    assert not list(stick.rglob("*.part*"))


@pytest.mark.skipif(not hasattr(resource, "RLIMIT_FSIZE"), reason="needs a limit on file sizes")
@pytest.mark.parametrize("limit", [20_000, 600_000])
def test_a_disk_that_takes_no_more_is_told_and_nothing_half_is_left(
    office: Store, stick: Path, limit: int
) -> None:
    """The database does not fit, or it fits and an attachment does not."""
    key = office.database.key
    with reopened(office) as store:
        kept = store.backups.make(stick)
        attach(store, os.urandom(900_000), 9)
    words = [
        sys.executable,
        str(CHILD),
        str(office.directory),
        key.hex(),
        str(stick),
        "--file-limit",
        str(limit),
    ]
    done = subprocess.run(words, capture_output=True, text=True, encoding="utf-8", timeout=50)
    assert done.returncode == 3, done.stderr
    assert any(word in done.stdout for word in ("磁盘可能已满", "读写出错", "文件太大"))
    assert [one.path for one in on_stick(stick)] == [kept.path]
    assert_whole(kept, key)
    assert not list(stick.rglob("*.part*"))


def test_a_place_that_is_gone_or_in_the_data_directory_is_refused(office: Store, stick: Path) -> None:
    with reopened(office) as store:
        with pytest.raises(EnvironmentProblem, match="U 盘已插好"):
            store.backups.make(stick / "gone")
        assert not (stick / "gone").exists()
        for inside in (store.directory, store.directory / "backups"):
            with pytest.raises(UserError, match="数据目录里"):
                store.backups.make(inside)


def test_a_backup_cut_off_by_the_file_system_is_not_listed(office: Store, stick: Path) -> None:
    with reopened(office) as store:
        made = store.backups.make(stick)
    good = made.path.read_bytes()
    made.path.write_bytes(good[: len(good) // 2])
    assert on_stick(stick) == []
    made.path.write_bytes(good)
    assert on_stick(stick) == [made]
    made.path.with_suffix(".manifest.json").write_bytes(b'{"format":')
    assert on_stick(stick) == []


def test_a_stick_full_of_everything_else_is_told_before_anything_is_written(
    office: Store, stick: Path
) -> None:
    """A file system of its own where this user may make one; its size is the limit."""
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", str(stick)], capture_output=True, check=False
    )
    if made.returncode != 0:
        pytest.skip("this user may not mount a file system")
    try:
        with reopened(office) as store, pytest.raises(EnvironmentProblem, match="空间不够"):
            store.backups.make(stick)
        assert list(stick.rglob("*.db*")) == []
    finally:
        subprocess.run(["umount", str(stick)], check=True)
