"""A file is there whole or as it was before, and a failing disk is explained."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.system.atomic_files import atomic_writer, explain_os_error, make_directory, write_atomically
from app.system.errors import EnvironmentProblem


def test_the_whole_content_replaces_the_old_one(tmp_path: Path) -> None:
    target = tmp_path / "台账.xlsx"
    write_atomically(target, b"old", "保存台账")
    write_atomically(target, b"new and longer", "保存台账")
    assert target.read_bytes() == b"new and longer"
    assert [entry.name for entry in tmp_path.iterdir()] == ["台账.xlsx"]


def fail_halfway(target: Path) -> None:
    """Write a part and then run into a defect."""
    with atomic_writer(target, "保存文书") as file:
        file.write(b"half")
        raise KeyError("planted")


def test_a_block_that_fails_leaves_the_old_file_and_no_rest(tmp_path: Path) -> None:
    target = tmp_path / "a.pdf"
    target.write_bytes(b"old")
    with pytest.raises(KeyError, match="planted"):
        fail_halfway(target)
    assert target.read_bytes() == b"old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.pdf"]


def test_a_full_disk_leaves_the_old_file_and_says_so(tmp_path: Path) -> None:
    """The disk is really full for this process: the kernel refuses to let its files grow."""
    target = tmp_path / "a.pdf"
    target.write_bytes(b"old")
    code = (
        "import resource, signal, sys; from pathlib import Path\n"
        "from app.system.atomic_files import write_atomically\n"
        "from app.system.errors import EnvironmentProblem\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "try: write_atomically(Path(sys.argv[1]), bytes(5000), '保存文书')\n"
        "except EnvironmentProblem as problem: sys.stdout.buffer.write(problem.message.encode())\n"
    )
    told = subprocess.run([sys.executable, "-c", code, str(target)], capture_output=True, check=True)
    assert told.stdout.decode().startswith("保存文书没有成功：文件太大")
    assert target.read_bytes() == b"old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.pdf"]


def test_a_device_without_room_is_told_as_a_full_disk() -> None:
    with (
        pytest.raises(OSError, match="No space") as caught,
        Path("/dev/full").open("wb", buffering=0) as file,
    ):
        file.write(b"x")
    assert explain_os_error(caught.value, "备份").message.startswith("备份没有成功：磁盘已满")


def test_a_directory_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentProblem, match="保存台账没有成功：找不到这个位置"):
        write_atomically(tmp_path / "gone" / "a.xlsx", b"x", "保存台账")


def test_a_file_where_a_directory_should_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(EnvironmentProblem, match="不是文件夹"):
        make_directory(tmp_path / "file" / "sub", "建立文件夹")


def test_a_new_directory_is_for_its_owner_alone(tmp_path: Path) -> None:
    make_directory(tmp_path / "data", "建立文件夹")
    assert (tmp_path / "data").stat().st_mode & 0o777 == 0o700
    make_directory(tmp_path / "data", "建立文件夹")


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "磁盘已满"),
        (errno.EDQUOT, "磁盘已满"),
        (errno.EACCES, "没有写入或读取的权限"),
        (errno.EROFS, "写保护"),
        (errno.ENODEV, "已被拔出"),
        (errno.EIO, "被拔出或磁盘损坏"),
        (errno.EBUSY, "正被别的程序占用"),
        (errno.ENAMETOOLONG, "太长"),
    ],
)
def test_each_failure_has_its_advice(number: int, words: str) -> None:
    message = explain_os_error(OSError(number, os.strerror(number)), "导出").message
    assert message.startswith("导出没有成功：")
    assert words in message
    assert message.endswith("。")
    assert message.isprintable()


def test_windows_numbers_are_known_too() -> None:
    error = OSError(errno.EINVAL, "device")
    error.winerror = 1167  # type: ignore[attr-defined, unused-ignore]
    assert "已被拔出" in explain_os_error(error, "导出").message


def test_an_unknown_failure_names_its_number() -> None:
    assert "代码 9999" in explain_os_error(OSError(9999, "strange"), "导出").message


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps rights in another way")
def test_a_secret_is_readable_by_its_owner_only_whatever_the_mask(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        write_atomically(tmp_path / "secret.pdf", b"code", "保存恢复密钥单", owner_only=True)
    finally:
        os.umask(before)
    assert (tmp_path / "secret.pdf").stat().st_mode & 0o777 == 0o600
