"""Packages arrive as sent, are refused in the order of the page, and leave nothing readable behind."""

from __future__ import annotations

import hashlib
import io
import json
import os
import shutil
import stat
import subprocess
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.exchange import limits
from app.exchange.content import OutgoingAttachment
from app.exchange.package_reader import Package, check_front, open_package, read_header
from app.exchange.package_writer import write_package
from app.exchange.refusals import Refusal, Refused
from app.system.errors import EnvironmentProblem
from tests.exchange import independent_reader
from tests.exchange.parties import (
    COUNTY,
    MADE_AT,
    REVOKED,
    STATEMENT,
    STATION,
    STRANGER,
    TOWN,
    address,
    attached,
    body_of,
    content_of,
    event_lines,
    packed,
    receiver,
)


def contents(package: Package) -> tuple[list[bytes], dict[str, bytes]]:
    """What a caller gets."""
    attachments = {}
    for attachment in package.attachments():
        attachments[attachment.sha256] = b"".join(iter(attachment.read, b""))
    return list(package.events()), attachments


LINES = st.lists(st.binary(min_size=1, max_size=300).filter(lambda line: b"\n" not in line), max_size=40)


@given(
    events=LINES,
    files=st.lists(st.binary(max_size=3000), max_size=4, unique=True),
    statement=st.binary(max_size=2000),
)
def test_what_was_sent_arrives(
    tmp_path: Path, events: list[bytes], files: list[bytes], statement: bytes
) -> None:
    path = tmp_path / "any.yzt"
    header = write_package(
        path,
        STATION,
        COUNTY.card,
        number=3,
        made_at=MADE_AT,
        statement=statement,
        events=iter(events),
        attachments=attached(*files),
    )
    with open_package(path, receiver(tmp_path)) as package:
        assert package.statement == statement
        assert contents(package) == (events, {hashlib.sha256(data).hexdigest(): data for data in files})
        assert contents(package)[0] == events, "it can be read again"
        assert (package.event_count, package.attachment_count) == (len(events), len(files))
        assert package.header == header == read_header(path)
        assert package.sender_card == STATION.card
    opened = independent_reader.by_pyrage(COUNTY.identity)
    told = independent_reader.read_package(path, STATION.card.sign, opened)
    assert (told.events, told.statement) == (events, statement)


def test_two_walks_do_not_disturb_each_other(tmp_path: Path) -> None:
    events, files = event_lines(3000), [bytes([n]) * 100_000 for n in range(5)]
    packed(tmp_path / "p", events=events, attachments=attached(*files))
    with open_package(tmp_path / "p", receiver(tmp_path)) as package:
        attachments = package.attachments()
        next(attachments).read(10)
        both = [event for event, _ in zip(package.events(), event_lines(3000), strict=True)]
        assert both == events
        assert len([attachment.read() for attachment in attachments]) == 4


def test_the_age_and_zstd_tools_open_the_body(tmp_path: Path) -> None:
    if shutil.which("age") is None or shutil.which("zstd") is None:
        pytest.skip("age or zstd is not installed")
    packed(tmp_path / "p.yzt", events=event_lines(50), attachments=attached(b"\0" * 300_000, b"paper"))
    (tmp_path / "identity").write_text(COUNTY.identity + "\n", encoding="ascii")
    done = subprocess.run(
        ["sh", "-c", "tail -c +2049 p.yzt | age -d -i identity | zstd -d"],
        cwd=tmp_path,
        capture_output=True,
        check=True,
    )
    assert done.stdout.startswith(b"YIZHANTONG CONTENT 1\nstatement %d\n" % len(STATEMENT))
    assert all(event + b"\n" in done.stdout for event in event_lines(50))


def test_no_personal_data_in_the_readable_part(tmp_path: Path) -> None:
    packed(tmp_path / "p", events=['["张三","13800000000"]'.encode()])
    block = (tmp_path / "p").read_bytes()[: limits.BLOCK_SIZE]
    assert "张三".encode() not in block
    header = msgspec.json.decode(block.split(b"\n")[1])
    values = {key: value for key, value in header.items() if key not in ("suite", "purpose", "made_at")}
    # What is left are numbers, hashes and truth values.
    assert all(
        isinstance(value, int | None) or set(value) <= set("0123456789abcdef") for value in values.values()
    )


def refused(path: Path, tmp_path: Path, **how: object) -> Refusal:
    with pytest.raises(Refused) as problem:
        open_package(path, receiver(tmp_path / "spool", **how))  # type: ignore[arg-type]
    assert problem.value.message.endswith("。")
    assert not list((tmp_path / "spool").iterdir())
    return problem.value.code


def test_each_refusal(tmp_path: Path) -> None:
    path = tmp_path / "p"
    header = packed(path, events=event_lines(3))
    assert refused(path, tmp_path, keys=TOWN) is Refusal.NOT_FOR_US
    assert refused(path, tmp_path, seen=[header.id]) is Refusal.ALREADY_RECEIVED
    packed(path, sender=STRANGER)
    assert refused(path, tmp_path) is Refusal.UNKNOWN_SENDER
    packed(path, sender=REVOKED)
    assert refused(path, tmp_path) is Refusal.REVOKED_SENDER
    packed(path)
    good = path.read_bytes()
    path.write_bytes(good.replace(b"PACKAGE 1\n", b"PACKAGE 2\n", 1))
    assert refused(path, tmp_path) is Refusal.NEWER_PROGRAM
    path.write_bytes(good.replace(b'"suite":"ed25519', b'"suite":"sm2+sm3', 1))
    assert refused(path, tmp_path) is Refusal.NEWER_PROGRAM
    path.write_bytes(good[:-1])
    assert refused(path, tmp_path) is Refusal.BROKEN
    path.write_bytes(b"PK\x03\x04 a workbook")
    assert refused(path, tmp_path) is Refusal.NOT_OURS
    path.write_bytes(b"")
    assert refused(path, tmp_path) is Refusal.NOT_OURS


def test_every_reason_has_its_own_sentence() -> None:
    sentences = {Refused(code).message for code in Refusal}
    assert len(sentences) == len(Refusal)
    assert all(sentence.count("。") == 1 and sentence.endswith("。") for sentence in sentences)


def test_refused_before_anything_of_the_body_is_read(tmp_path: Path) -> None:
    path = tmp_path / "p"
    header = packed(path, events=event_lines(3))
    os.truncate(path, limits.BLOCK_SIZE)
    assert refused(path, tmp_path, seen=[header.id]) is Refusal.ALREADY_RECEIVED
    assert refused(path, tmp_path, keys=TOWN) is Refusal.NOT_FOR_US
    assert check_front(path, receiver(tmp_path)) == header
    assert refused(path, tmp_path) is Refusal.BROKEN


def test_earlier_keys_still_open(tmp_path: Path) -> None:
    packed(tmp_path / "p", recipient=TOWN, events=event_lines(2))
    both = msgspec.structs.replace(receiver(tmp_path), keys=(COUNTY, TOWN))
    with open_package(tmp_path / "p", both) as package:
        assert list(package.events()) == event_lines(2)


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "p")
    assert refused(tmp_path / "p", tmp_path) is Refusal.NOT_OURS
    with pytest.raises(EnvironmentProblem, match="找不到"):
        open_package(tmp_path / "missing", receiver(tmp_path))


def test_nothing_decrypted_lies_on_the_disk(tmp_path: Path) -> None:
    """The nameless file behind a large package, read through its descriptor, has nothing of the content."""
    events = [json.dumps(["秘密的投诉人", number]).encode() for number in range(1000)]
    paper = (b"secret paper " * 400_000)[: 5 * limits.MIB]
    packed(tmp_path / "p", events=events, attachments=attached(paper, paper[1:]))
    with open_package(tmp_path / "p", receiver(tmp_path / "spool")) as package:
        next(package.events())
        next(package.attachments()).read()
        behind = [link.read_bytes() for link in Path("/proc/self/fd").iterdir() if _is_below(link, tmp_path)]
        assert [len(data) for data in behind] == [package.header.body]
        assert b"secret paper" not in behind[0]
        assert not list((tmp_path / "spool").iterdir())


def _is_below(link: Path, directory: Path) -> bool:
    try:
        return str(link.readlink()).startswith(str(directory))
    except OSError:
        return False  # the descriptor of the listing itself


def test_a_file_exchanged_after_the_checks_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "p"
    packed(path, events=event_lines(20))
    with open_package(path, receiver(tmp_path)) as package:
        path.write_bytes(b"something else")
        assert list(package.events()) == event_lines(20)


def test_a_disk_that_lies_between_the_passes_is_noticed(tmp_path: Path) -> None:
    packed(tmp_path / "p", events=event_lines(2000))
    with open_package(tmp_path / "p", receiver(tmp_path)) as package:
        spool = package._spool
        spool.seek(package.header.body // 2)
        byte = spool.read(1)[0]
        spool.seek(package.header.body // 2)
        spool.write(bytes([byte ^ 1]))
        with pytest.raises(Refused):
            list(package.events())


def test_a_temporary_file_exchanged_between_the_passes_is_noticed(tmp_path: Path) -> None:
    """By somebody who can encrypt to us, as everybody can, and hits the same sizes."""
    packed(tmp_path / "p", events=event_lines(20, seed=1))
    header = address()
    other = content_of(header, [b"y" * len(event) for event in event_lines(20, seed=1)])
    with open_package(tmp_path / "p", receiver(tmp_path)) as package:
        other = other.ljust(package.header.content, b" ")
        package._spool.seek(0)
        package._spool.write(body_of(other))
        package._spool.truncate()
        handed_over: list[bytes] = []
        with pytest.raises(Refused) as refused:
            handed_over.extend(package.events())
        assert len(handed_over) == 20
        assert refused.value.detail == "events changed since they were verified"


def test_a_package_is_on_the_disk_before_it_has_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Synced, renamed, and the folder synced: watched, not replaced."""
    seen: list[str] = []

    def watched(name: str) -> None:
        real = getattr(os, name)

        def call(*arguments: object, **words: object) -> object:
            target = arguments[0]
            kind = os.fstat(target).st_mode if isinstance(target, int) else 0
            seen.append(f"{name} {'folder' if stat.S_ISDIR(kind) else 'file'}")
            return real(*arguments, **words)

        monkeypatch.setattr(os, name, call)

    watched("fsync")
    watched("replace")
    packed(tmp_path / "p")
    assert seen == ["fsync file", "replace file", "fsync folder"]


class DiskFull(io.BytesIO):
    """A file that cannot be read to its end."""

    def read(self, size: int | None = -1) -> bytes:
        raise OSError(5, "I/O error")


def test_writing_is_all_or_nothing(tmp_path: Path) -> None:
    path = tmp_path / "out" / "p"
    path.parent.mkdir()
    packed(path, events=event_lines(1))
    before = path.read_bytes()

    def failing() -> Iterator[bytes]:
        yield from event_lines(5000)
        raise LookupError("the database went away")

    def wrong(data: bytes, sha256: str, size: int) -> OutgoingAttachment:
        return OutgoingAttachment(sha256, size, lambda: io.BytesIO(data))

    good = hashlib.sha256(b"good").hexdigest()
    with pytest.raises(LookupError, match="went away"):
        packed(path, events=failing())
    for attachment in (wrong(b"gooD", good, 4), wrong(b"good", good, 5), wrong(b"good+", good, 4)):
        with pytest.raises(EnvironmentProblem, match="附件"):
            packed(path, attachments=[attachment])
    with pytest.raises(EnvironmentProblem, match="读写出错"):
        packed(path, attachments=[OutgoingAttachment(good, 4, DiskFull)])
    for event in (b"", b"two\nlines", b"x" * (limits.LARGEST_EVENT + 1)):
        with pytest.raises(ValueError, match="one line"):
            packed(path, events=[event])
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


def test_a_full_disk_is_told_as_such(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentProblem, match="找不到这个位置"):
        packed(tmp_path / "no folder" / "p")
    if Path("/dev/full").exists():
        from app.exchange.package_writer import _Hashed

        with Path("/dev/full").open("wb", buffering=0) as full:
            target = _Hashed(full)
            with pytest.raises(OSError, match="No space"):
                target.write(b"x")
            assert target.problem is not None


def test_largest_event_and_many_blocks(tmp_path: Path) -> None:
    events = [b"x" * limits.LARGEST_EVENT, b"y", b"z" * limits.LARGEST_EVENT, *event_lines(800)]
    packed(tmp_path / "p", events=events)
    with open_package(tmp_path / "p", receiver(tmp_path)) as package:
        assert list(package.events()) == events


def test_what_compresses_very_well_is_still_taken(tmp_path: Path) -> None:
    """80 MB of one letter would look like a bomb; the writer stores it before that."""
    events = [b"x" * limits.LARGEST_EVENT] * 20
    packed(tmp_path / "p", events=events)
    with open_package(tmp_path / "p", receiver(tmp_path)) as package:
        assert sum(1 for _ in package.events()) == 20
    packed(tmp_path / "p", attachments=attached(bytes(limits.LARGEST_ATTACHMENT)))
    with open_package(tmp_path / "p", receiver(tmp_path)) as package:
        assert package.attachment_bytes == limits.LARGEST_ATTACHMENT


def test_size_stays_near_one_zstd_of_the_same_events(tmp_path: Path) -> None:
    import zstandard

    events = event_lines(10_000)
    header = packed(tmp_path / "p", events=events)
    bare = len(zstandard.ZstdCompressor(level=3).compress(b"\n".join(events)))
    assert (limits.BLOCK_SIZE + header.body) / bare < 1.15
