"""Every byte of a package of 64 KiB flipped, every length cut off, many bytes changed at once: all refused.

The quick tests take a sample, the slow ones all of it. A damaged file is made in place and mended again.
"""

from __future__ import annotations

import os
import random
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import msgspec
import pytest

from app.exchange import limits
from app.exchange.package_reader import Receiver, open_package
from app.exchange.refusals import Refusal, Refused
from app.exchange.volumes import check_volume, split_package
from tests.exchange.parties import (
    STATION,
    address,
    content_of,
    event_lines,
    forged,
    of_64_kib,
    packed,
    receiver,
)

SLICES = 8
FLIPS = 100_000


@pytest.fixture
def whole(tmp_path: Path) -> Path:
    """A package of 64 KiB, which opens."""
    path = tmp_path / "whole.yzt"
    assert 64 * 1024 <= of_64_kib(path) < 65 * 1024
    open_package(path, receiver(tmp_path / "spool")).close()
    return path


def size(path: Path) -> int:
    return path.stat().st_size


def outcome(path: Path, reading: Receiver) -> Refusal | None:
    """How a file is refused; None when it is taken. Anything but a refusal fails the test."""
    try:
        open_package(path, reading).close()
    except Refused as refused:
        return refused.code
    return None


def flipped_everywhere(path: Path, places: Iterable[int], tmp_path: Path) -> Counter[Refusal | None]:
    """The outcomes of one flipped bit, another at each place, at all these places."""
    good, reading = path.read_bytes(), receiver(tmp_path / "spool")
    outcomes: Counter[Refusal | None] = Counter()
    with path.open("r+b", buffering=0) as file:
        for place in places:
            file.seek(place)
            file.write(bytes([good[place] ^ 1 << place % 8]))
            outcomes[outcome(path, reading)] += 1
            file.seek(place)
            file.write(good[place : place + 1])
    assert path.read_bytes() == good
    return outcomes


def cut_everywhere(path: Path, lengths: Iterable[int], tmp_path: Path) -> Counter[Refusal | None]:
    """The outcomes of the file cut to these lengths, the greatest first."""
    reading = receiver(tmp_path / "spool")
    outcomes: Counter[Refusal | None] = Counter()
    for length in sorted(lengths, reverse=True):
        os.truncate(path, length)
        outcomes[outcome(path, reading)] += 1
    return outcomes


def test_every_flipped_byte_of_the_block_is_refused(whole: Path, tmp_path: Path) -> None:
    outcomes = flipped_everywhere(whole, range(limits.BLOCK_SIZE), tmp_path)
    assert outcomes.total() == limits.BLOCK_SIZE
    assert None not in outcomes


def test_flipped_bytes_of_the_body_are_refused(whole: Path, tmp_path: Path) -> None:
    assert set(flipped_everywhere(whole, range(limits.BLOCK_SIZE, size(whole), 61), tmp_path)) == {
        Refusal.BROKEN
    }


def test_a_damaged_body_is_refused_before_it_is_decrypted(whole: Path, tmp_path: Path) -> None:
    good = whole.read_bytes()
    for place in (limits.BLOCK_SIZE, len(good) // 2, len(good) - 1):
        whole.write_bytes(good[:place] + bytes([good[place] ^ 1]) + good[place + 1 :])
        with pytest.raises(Refused) as refused:
            open_package(whole, receiver(tmp_path / "spool"))
        assert refused.value.detail == "body with another hash"


def test_cut_off_files_are_refused(whole: Path, tmp_path: Path) -> None:
    outcomes = cut_everywhere(whole, [*range(limits.BLOCK_SIZE + 200), *range(0, size(whole), 127)], tmp_path)
    assert set(outcomes) == {Refusal.BROKEN, Refusal.NOT_OURS}


def test_a_longer_file_is_refused(whole: Path, tmp_path: Path) -> None:
    with whole.open("ab") as file:
        file.write(b"\n")
    assert outcome(whole, receiver(tmp_path / "spool")) is Refusal.BROKEN


@pytest.mark.slow
@pytest.mark.parametrize("part", range(SLICES))
def test_every_flipped_byte_is_refused(whole: Path, tmp_path: Path, part: int) -> None:
    places = range(part, size(whole), SLICES)
    outcomes = flipped_everywhere(whole, places, tmp_path)
    assert outcomes.total() == len(places) >= 64 * 1024 // SLICES
    assert None not in outcomes


@pytest.mark.slow
@pytest.mark.parametrize("part", range(SLICES))
def test_every_length_is_refused(whole: Path, tmp_path: Path, part: int) -> None:
    lengths = range(part, size(whole), SLICES)
    outcomes = cut_everywhere(whole, lengths, tmp_path)
    assert outcomes.total() == len(lengths) >= 64 * 1024 // SLICES
    assert set(outcomes) <= {Refusal.BROKEN, Refusal.NOT_OURS}


def many_flips(path: Path, count: int, seed: int, tmp_path: Path) -> Counter[Refusal | None]:
    """The outcomes of 2 to 40 bytes changed at once, half of the times within the block."""
    good, rng, reading = path.read_bytes(), random.Random(seed), receiver(tmp_path / "spool")
    outcomes: Counter[Refusal | None] = Counter()
    with path.open("r+b", buffering=0) as file:
        for _ in range(count):
            end = limits.BLOCK_SIZE if rng.random() < 0.5 else len(good)
            places = rng.sample(range(end), rng.randrange(2, 41))
            for place in places:
                file.seek(place)
                file.write(bytes([good[place] ^ rng.randrange(1, 256)]))
            outcomes[outcome(path, reading)] += 1
            for place in places:
                file.seek(place)
                file.write(good[place : place + 1])
    assert path.read_bytes() == good
    return outcomes


def test_many_flips_are_refused(whole: Path, tmp_path: Path) -> None:
    assert None not in many_flips(whole, 1000, 0, tmp_path)


@pytest.mark.slow
@pytest.mark.parametrize("part", range(10))
def test_a_hundred_thousand_flips_are_refused(whole: Path, tmp_path: Path, part: int) -> None:
    outcomes = many_flips(whole, FLIPS // 10, part + 1, tmp_path)
    assert outcomes.total() == FLIPS // 10
    assert None not in outcomes


def test_a_hostile_peer_may_sign_any_content(tmp_path: Path) -> None:
    """Changed inside the encryption and signed outside again: what holds is the manifest of the author."""
    path, reading, rng = tmp_path / "p", receiver(tmp_path / "spool"), random.Random(5)
    header = address()
    good = content_of(header, event_lines(5))
    forged(path, header, good)
    assert outcome(path, reading) is None
    for _ in range(600):
        changed = bytearray(good)
        for _ in range(rng.randrange(1, 4)):
            act, place = rng.randrange(3), rng.randrange(len(changed))
            if act == 0:
                changed[place] ^= rng.randrange(1, 256)
            elif act == 1:
                del changed[place : place + rng.randrange(1, 30)]
            else:
                changed[place:place] = rng.randbytes(rng.randrange(1, 30))
        forged(path, header, bytes(changed))
        if bytes(changed) != good:
            assert outcome(path, reading) in (Refusal.BROKEN, Refusal.TOO_LARGE)


def test_a_header_of_any_json_is_refused(tmp_path: Path) -> None:
    """Every value of the header replaced by every kind of JSON, properly signed."""
    from app.exchange import signed_block
    from app.exchange.signatures import Signed, as_text, first_line

    path, reading = tmp_path / "p", receiver(tmp_path / "spool")
    packed(path)
    body = path.read_bytes()[limits.BLOCK_SIZE :]
    fields = msgspec.json.decode(path.read_bytes().split(b"\n")[1])
    strange = [None, True, -1, 0, 10**30, 1.5, "", "\u202e", "x" * 300, [], {}, [[]] * 9, {"a": 1}, "A" * 64]
    checked = 0
    for key, right in fields.items():
        for value in strange:
            if value == right and type(value) is type(right):
                continue
            line = msgspec.json.encode({**fields, key: value}) + b"\n"
            text = first_line(Signed.PACKAGE) + line + as_text(STATION.sign(Signed.PACKAGE, line)) + b"\n"
            path.write_bytes(text.ljust(limits.BLOCK_SIZE, b"\n") + body)
            assert outcome(path, reading) is not None, (key, value)
            checked += 1
    for line in (b"", b"null", b"[]", b"{" * 900, b"[" * 900, b'{"suite":' * 90, b"\xff\xfe", b"1e999"):
        text = first_line(Signed.PACKAGE) + line + b"\n" + as_text(STATION.sign(Signed.PACKAGE, line + b"\n"))
        path.write_bytes((text + b"\n").ljust(limits.BLOCK_SIZE, b"\n") + body)
        assert outcome(path, reading) in (Refusal.BROKEN, Refusal.NEWER_PROGRAM)
    assert checked > 150
    assert fields["suite"] == signed_block.SUITE


def test_one_spelling(tmp_path: Path) -> None:
    """The same header written differently, properly signed, is not ours."""
    from app.exchange.signatures import Signed, as_text, first_line

    path, reading = tmp_path / "p", receiver(tmp_path / "spool")
    packed(path)
    line, body = path.read_bytes().split(b"\n")[1], path.read_bytes()[limits.BLOCK_SIZE :]
    pairs = msgspec.json.decode(line)
    others = [
        line.replace(b'"test"', b'"te\\u0073t"'),
        line.replace(b":", b": ", 1),
        line.replace(b'{"suite"', b'{"test":true,"suite"'),
        line + b" ",
        b"\xef\xbb\xbf" + line,
        msgspec.json.encode(dict(reversed(pairs.items()))),
        line.replace(b'"number":1', b'"number":1.0'),
        line.replace(b'"number":1', b'"number":01'),
        line.replace(b"}", b',"more":1}'),
    ]
    for other in others:
        assert other != line
        message = other + b"\n"
        text = first_line(Signed.PACKAGE) + message + as_text(STATION.sign(Signed.PACKAGE, message)) + b"\n"
        path.write_bytes(text.ljust(limits.BLOCK_SIZE, b"\n") + body)
        assert outcome(path, reading) is Refusal.BROKEN, other


def test_damaged_volumes_are_refused(tmp_path: Path) -> None:
    packed(tmp_path / "p", events=event_lines(200))
    path, *_ = split_package(tmp_path / "p", tmp_path, STATION, limits.SMALLEST_VOLUME, lambda n, m: f"{n}")
    good, reading = path.read_bytes(), receiver(tmp_path / "spool")
    check_volume(path, reading)
    damaged = [good[:length] for length in range(0, len(good), 97)]
    for place in [*range(0, limits.BLOCK_SIZE, 3), *range(limits.BLOCK_SIZE, len(good), 61)]:
        damaged.append(good[:place] + bytes([good[place] ^ 1 << place % 8]) + good[place + 1 :])
    for data in [*damaged, good + b"\n"]:
        path.write_bytes(data)
        with pytest.raises(Refused):
            check_volume(path, reading)
