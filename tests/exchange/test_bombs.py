"""Containers made to use up memory or time: refused with a sentence, within 256 MB and two seconds each.

Every one is signed by an enrolled peer; from anybody else nothing is even decrypted. They run in a process
whose address space is bounded, so whatever asks for too much dies there.
"""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest
import zstandard

from app.exchange import limits
from app.exchange.cards import Card, fingerprint
from app.exchange.content import FIRST_LINE
from app.exchange.node_keys import NodeKeys
from app.exchange.package_reader import Peer, open_package
from app.exchange.refusals import Refused
from tests.exchange.parties import (
    COUNTY,
    STATEMENT_PART,
    STATION,
    address,
    content_of,
    finished,
    forged,
    new_tally,
    receiver,
)

_ROOT = Path(__file__).resolve().parents[2]
GIB = limits.GIB
Bomb = Callable[[Path], None]
BOMBS: dict[str, Bomb] = {}


def bomb(make: Bomb) -> Bomb:
    """Register a bomb."""
    BOMBS[make.__name__] = make
    return make


def zeros(size: int, *, level: int = 19, window_log: int = 20) -> bytes:
    """One frame of that many zero bytes: some ten thousandths of it."""
    parameters = zstandard.ZstdCompressionParameters.from_level(level, window_log=window_log)
    compressor = zstandard.ZstdCompressor(compression_params=parameters).compressobj()
    piece = bytes(limits.MIB)
    return b"".join(compressor.compress(piece) for _ in range(size // limits.MIB)) + compressor.flush()


def framed(content: bytes) -> bytes:
    return zstandard.ZstdCompressor(level=3).compress(content)


@bomb
def a_gigabyte_that_is_declared(path: Path) -> None:
    forged(path, address(), framed(FIRST_LINE) + zeros(GIB), compressed=False, content=GIB + 21)


@bomb
def four_gigabytes_of_well_formed_events(path: Path) -> None:
    """Nothing but the bound on the ratio keeps a reader from going through all of it."""
    start, block = FIRST_LINE + STATEMENT_PART, b"events 1 %d\n" % limits.LARGEST_EVENT
    block += b"x" * (limits.LARGEST_EVENT - 1) + b"\n"
    frames = framed(start) + framed(block) * 1024
    forged(path, address(), frames, compressed=False, content=len(start) + len(block) * 1024)


@bomb
def a_gigabyte_that_is_not_declared(path: Path) -> None:
    forged(path, address(), framed(FIRST_LINE + b"statement 9\n") + zeros(GIB), compressed=False, content=50)


@bomb
def as_much_as_the_ratio_allows_without_a_line_feed(path: Path) -> None:
    frames = framed(FIRST_LINE) + zeros(64 * limits.MIB)
    forged(path, address(), frames, compressed=False, content=64 * limits.MIB)


@bomb
def as_much_as_the_ratio_allows_in_one_attachment(path: Path) -> None:
    size = 60 * limits.MIB
    start = FIRST_LINE + STATEMENT_PART + b"attachment %b %d\n" % (b"0" * 64, size)
    forged(path, address(), framed(start) + zeros(size), compressed=False, content=len(start) + size)


@bomb
def frames_in_frames(path: Path) -> None:
    inner = framed(zeros(256 * limits.MIB))
    forged(path, address(), framed(framed(inner)), compressed=False, content=64 * limits.MIB)


@bomb
def a_window_of_two_gigabytes(path: Path) -> None:
    # Magic number, descriptor, window descriptor 2^31, one raw block of nothing.
    frame = b"\x28\xb5\x2f\xfd\x00" + bytes([(31 - 10) << 3]) + b"\x01\x00\x00"
    forged(path, address(), frame + framed(FIRST_LINE), compressed=False, content=99)


@bomb
def a_window_just_over_the_limit(path: Path) -> None:
    header = address()
    content = content_of(header)
    parameters = zstandard.ZstdCompressionParameters.from_level(3, window_log=24)
    frames = zstandard.ZstdCompressor(compression_params=parameters).compressobj()
    data = frames.compress(content) + frames.flush()
    forged(path, header, data, compressed=False, content=len(content))


@bomb
def a_single_segment_that_claims_a_gigabyte(path: Path) -> None:
    frame = b"\x28\xb5\x2f\xfd\xa0" + GIB.to_bytes(4, "little") + b"\x01\x00\x00"
    forged(path, address(), frame, compressed=False, content=99)


@bomb
def a_million_empty_frames(path: Path) -> None:
    forged(path, address(), framed(b"") * 1_000_000, compressed=False, content=99)


@bomb
def a_million_skippable_frames(path: Path) -> None:
    frame = b"\x50\x2a\x4d\x18" + bytes(4)
    forged(path, address(), frame * 1_000_000, compressed=False, content=99)


@bomb
def a_skippable_frame_of_four_gigabytes(path: Path) -> None:
    forged(path, address(), b"\x50\x2a\x4d\x18\xff\xff\xff\xff", compressed=False, content=99)


@bomb
def hundreds_of_thousands_of_empty_attachments(path: Path) -> None:
    sha256 = hashlib.sha256(b"").hexdigest().encode()
    forged(path, address(), FIRST_LINE + STATEMENT_PART + b"attachment %b 0\n\n" % sha256 * 800_000)


@bomb
def too_many_attachments_in_order(path: Path) -> None:
    files = (str(number).encode() for number in range(limits.MOST_ATTACHMENTS + 1))
    named = sorted((hashlib.sha256(file).hexdigest().encode(), file) for file in files)
    parts = b"".join(b"attachment %b %d\n%b\n" % (name, len(file), file) for name, file in named)
    forged(path, address(), FIRST_LINE + STATEMENT_PART + parts)


@bomb
def a_million_blocks_of_one_event(path: Path) -> None:
    forged(path, address(), FIRST_LINE + STATEMENT_PART + b"events 1 2\nx\n" * 1_000_000)


@bomb
def five_million_events_too_many(path: Path) -> None:
    parts = (b"events 2000000 4000000\n" + b"1\n" * 2_000_000) * 3
    header = address()
    forged(path, header, finished(STATEMENT_PART + parts, new_tally(), header))


def announced(what: bytes) -> Bomb:
    """A part that announces more than there is, or more than there may be."""

    def make(path: Path) -> None:
        start = FIRST_LINE if what.startswith(b"statement") else FIRST_LINE + STATEMENT_PART
        forged(path, address(), start + what + b"\n" + b"x" * 1000, content=64 * limits.MIB)

    return make


def _lies() -> Iterator[bytes]:
    for size in (1001, 10**6, 2**31, 2**32, 10**12 - 1, 10**12, 2**63, 2**64, 10**30):
        yield b"statement %d" % size
        yield b"events 1 %d" % size
        yield b"events %d 1000" % size
        yield b"attachment %b %d" % (b"0" * 64, size)
        yield b"manifest %d" % size
    yield from (
        b"statement -1",
        b"events 0 0",
        b"events -1 5",
        b"statement 1e9",
        b"statement 0x10",
        b"statement ",
    )
    yield from (b"statement \xd9\xa1\xd9\xa2", b"events  1 2", b"manifest 0", b"x" * 10**6, b"statement 01")


for number, lie in enumerate(_lies()):
    BOMBS[f"lie_{number}_{lie[:24]!r}"] = announced(lie)


def declared(**lies: object) -> Bomb:
    """A header that declares what the file is not."""

    def make(path: Path) -> None:
        header = address()
        forged(path, header, content_of(header), **lies)

    return make


for key in ("content", "body"):
    for size in (0, -1, 10**6, 2**31, 2**40, 2**63 - 1):
        BOMBS[f"header_{key}_{size}"] = declared(**{key: size})


def test_there_are_at_least_fifty() -> None:
    assert len(BOMBS) >= 50


def test_each_bomb_is_refused_within_bounds(tmp_path: Path) -> None:
    child = (
        "import resource, sys; resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))\n"
        "from tests.exchange.test_bombs import defuse; defuse(sys.argv[1])"
    )
    names = {}
    for number, (name, make) in enumerate(BOMBS.items()):
        make(tmp_path / f"{number}.yzt")
        names[f"{number}.yzt"] = name
    # The keys of a test run are random; the child needs those the bombs were made with.
    (tmp_path / "keys.json").write_bytes(msgspec.json.encode((COUNTY, STATION.card)))
    done = subprocess.run(
        [sys.executable, "-c", child, tmp_path], cwd=_ROOT, capture_output=True, text=True, timeout=55
    )
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert set(told["codes"]) == set(names)
    assert {
        names[file]: code for file, code in told["codes"].items() if code not in ("broken", "too_large")
    } == {}
    by_name = {names[file]: code for file, code in told["codes"].items()}
    assert by_name["four_gigabytes_of_well_formed_events"] == "too_large"
    assert told["memory_mb"] < 256
    slow = {names[file]: seconds for file, seconds in told["seconds"].items() if seconds > 2}
    assert not slow


def defuse(folder: str) -> None:
    """Open every bomb of a folder; print how each was refused, its time, and the memory all of it took.

    Runs in the child. Processor time, so that a busy machine does not matter.
    """
    import resource
    import time

    keys, sender = msgspec.json.decode((Path(folder) / "keys.json").read_bytes(), type=tuple[NodeKeys, Card])
    reading = msgspec.structs.replace(
        receiver(Path(folder) / "spool"), keys=(keys,), peer={fingerprint(sender): Peer(sender)}.get
    )
    # What the libraries need by themselves is not the bombs' doing.
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    codes, seconds = {}, {}
    for path in sorted(Path(folder).glob("*.yzt")):
        start = time.process_time()
        try:
            open_package(path, reading).close()
            codes[path.name] = "taken"
        except Refused as refused:
            codes[path.name] = refused.code.value
        seconds[path.name] = time.process_time() - start
    memory = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024
    sys.stdout.write(json.dumps({"codes": codes, "seconds": seconds, "memory_mb": memory}))


def test_bombs_are_small(tmp_path: Path) -> None:
    """Otherwise the test would say little: a gigabyte fits into a hundredth of a percent."""
    BOMBS["a_gigabyte_that_is_declared"](tmp_path / "p")
    assert (tmp_path / "p").stat().st_size < limits.MIB
    header = msgspec.json.decode((tmp_path / "p").read_bytes().split(b"\n")[1])
    assert header["content"] > GIB


@pytest.mark.parametrize("log", [17, 20, 23])
def test_windows_within_the_limit_are_read(tmp_path: Path, log: int) -> None:
    header = address()
    content = content_of(header)
    parameters = zstandard.ZstdCompressionParameters.from_level(3, window_log=log)
    frames = zstandard.ZstdCompressor(compression_params=parameters).compressobj()
    data = frames.compress(content) + frames.flush()
    forged(tmp_path / "p", header, data, compressed=False, content=len(content))
    open_package(tmp_path / "p", receiver(tmp_path)).close()
