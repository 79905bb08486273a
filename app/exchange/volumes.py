"""Volumes: a package in pieces small enough for mail. In any order, any subset kept until all are there.

Each piece says where it belongs, is signed by the sender and has its own hash, so a spoilt or forged one is
told at once and does not spoil the others.
"""

from __future__ import annotations

import hashlib
import stat
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import BinaryIO, NamedTuple

import msgspec

from app.exchange import limits, signed_block
from app.exchange.cards import fingerprint, is_fingerprint, is_test
from app.exchange.header import MOST_NUMBER, PackageHeader, is_id, is_sha256
from app.exchange.node_keys import NodeKeys
from app.exchange.package_reader import Receiver, read_header
from app.exchange.refusals import Refusal, Refused
from app.exchange.signatures import Signed
from app.system.atomic_files import atomic_writer, explain_os_error

_WRITING, _READING = "写出分卷", "读取分卷"


class VolumeHeader(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """As in docs/exchange-format.md §6. `volume` counts from 1; sizes and `offset` in bytes."""

    suite: str
    package: str
    number: int
    sender: str
    recipient: str
    test: bool
    volume: int
    volumes: int
    offset: int
    size: int
    sha256: str
    whole: int
    whole_sha256: str

    @property
    def unit(self) -> int:
        """The size of every volume but the last."""
        return (
            self.size if self.volume < self.volumes or self.volume == 1 else self.offset // (self.volume - 1)
        )


class Cut(NamedTuple):
    """What volumes of one set have in common: the same package cut the same way."""

    sender: str
    package: str
    whole: int
    whole_sha256: str
    unit: int
    volumes: int


class VolumeSet(NamedTuple):
    """Volumes that belong together, by number."""

    cut: Cut
    number: int
    paths: dict[int, Path]

    @property
    def missing(self) -> list[int]:
        """The numbers that have not arrived."""
        return [number for number in range(1, self.cut.volumes + 1) if number not in self.paths]


class Gathered(NamedTuple):
    """Sets in the order their first volume was met, and what was not taken and why."""

    sets: list[VolumeSet]
    refused: list[tuple[Path, Refused]]


def split_package(
    package: Path, directory: Path, keys: NodeKeys, largest: int, name: Callable[[int, int], str]
) -> list[Path]:
    """Write a package of ours as volumes of at most `largest` bytes each, block included; their paths.

    `name` gives the file name of volume n of m. ValueError when `largest` is below 16 KiB or the package is
    not ours, EnvironmentProblem when the disk refuses; volumes written before that are whole and may stay.
    """
    header = read_header(package)
    unit = largest - limits.BLOCK_SIZE
    if largest < limits.SMALLEST_VOLUME or header.sender != keys.fingerprint:
        raise ValueError("volumes too small, or not our package")
    try:
        with package.open("rb") as file:
            whole = limits.BLOCK_SIZE + header.body
            whole_sha256 = hashlib.file_digest(file, "sha256").hexdigest()
            count = -(-whole // unit)
            if count > limits.MOST_VOLUMES:
                raise ValueError("too many volumes")
            paths = []
            for number in range(1, count + 1):
                part = _part(file, header, number, count, unit, whole, whole_sha256)
                paths.append(directory / name(number, count))
                _write_volume(paths[-1], file, part, keys)
    except OSError as error:
        raise explain_os_error(error, _WRITING) from error
    return paths


def check_volume(path: Path, receiver: Receiver) -> VolumeHeader:
    """The header of a volume that is whole and signed by a peer of ours, for us. Refused as a package is."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise Refused(Refusal.NOT_OURS, "not a regular file")
        with path.open("rb") as file:
            header = _checked(file.read(limits.BLOCK_SIZE), receiver)
            if file.seek(0, 2) != limits.BLOCK_SIZE + header.size:
                raise Refused(Refusal.BROKEN, "volume shorter or longer than declared")
            file.seek(limits.BLOCK_SIZE)
            if hashlib.file_digest(file, "sha256").hexdigest() != header.sha256:
                raise Refused(Refusal.BROKEN, "volume with another hash")
    except OSError as error:
        raise explain_os_error(error, _READING) from error
    return header


def gather(paths: Iterable[Path], receiver: Receiver) -> Gathered:
    """Sort volumes into sets; the same volume twice counts once. EnvironmentProblem when reading fails."""
    sets: dict[Cut, VolumeSet] = {}
    refused: list[tuple[Path, Refused]] = []
    for path in paths:
        try:
            header = check_volume(path, receiver)
        except Refused as problem:
            refused.append((path, problem))
            continue
        cut = Cut(
            header.sender, header.package, header.whole, header.whole_sha256, header.unit, header.volumes
        )
        found = sets.setdefault(cut, VolumeSet(cut, header.number, {}))
        found.paths.setdefault(header.volume, path)
    return Gathered(list(sets.values()), refused)


def join(volumes: VolumeSet, target: Path) -> None:
    """Put a complete set together at `target`, whole or not at all; it is then read as any package.

    Refused with `incomplete`, naming the missing ones, or `broken`; EnvironmentProblem for the disk.
    """
    if volumes.missing:
        raise Refused(Refusal.INCOMPLETE, "volumes missing", _missing_sentence(volumes))
    digest, size = hashlib.sha256(), 0
    with atomic_writer(target, "拼合分卷") as joined:
        for number in range(1, volumes.cut.volumes + 1):
            with volumes.paths[number].open("rb") as file:
                file.seek(limits.BLOCK_SIZE)
                while piece := file.read(limits.MIB):
                    digest.update(piece)
                    size += len(piece)
                    if size > volumes.cut.whole:
                        raise Refused(Refusal.BROKEN, "volumes longer than the whole")
                    joined.write(piece)
        if size != volumes.cut.whole or digest.hexdigest() != volumes.cut.whole_sha256:
            raise Refused(Refusal.BROKEN, "joined volumes with another hash")


def _part(
    file: BinaryIO, header: PackageHeader, number: int, count: int, unit: int, whole: int, whole_sha256: str
) -> VolumeHeader:
    offset = (number - 1) * unit
    size = min(unit, whole - offset)
    digest = hashlib.sha256()
    for piece in _pieces(file, offset, size):
        digest.update(piece)
    return VolumeHeader(
        suite=signed_block.SUITE,
        package=header.id,
        number=header.number,
        sender=header.sender,
        recipient=header.recipient,
        test=header.test,
        volume=number,
        volumes=count,
        offset=offset,
        size=size,
        sha256=digest.hexdigest(),
        whole=whole,
        whole_sha256=whole_sha256,
    )


def _write_volume(path: Path, file: BinaryIO, part: VolumeHeader, keys: NodeKeys) -> None:
    with atomic_writer(path, _WRITING) as written:
        written.write(signed_block.written(part, keys, Signed.VOLUME))
        for piece in _pieces(file, part.offset, part.size):
            written.write(piece)


def _pieces(file: BinaryIO, offset: int, size: int) -> Iterable[bytes]:
    file.seek(offset)
    while size and (piece := file.read(min(size, limits.MIB))):
        yield piece
        size -= len(piece)


def _checked(block: bytes, receiver: Receiver) -> VolumeHeader:
    """The header, in the order of checks of a package (§5, 1 to 7)."""
    split = signed_block.split(block, Signed.VOLUME)
    header = signed_block.decoded(split.line, VolumeHeader)
    if not _is_shaped(header):
        raise Refused(Refusal.BROKEN, "volume header value of another shape")
    if header.whole > limits.BLOCK_SIZE + limits.LARGEST_BODY or header.volumes > limits.MOST_VOLUMES:
        raise Refused(Refusal.TOO_LARGE, "declared sizes over the limits")
    if header.test and not receiver.allow_test:
        raise Refused(Refusal.TEST_KEY, "marked as a test")
    if header.recipient not in {keys.fingerprint for keys in receiver.keys}:
        raise Refused(Refusal.NOT_FOR_US, "recipient is none of our keys")
    peer = receiver.peer(header.sender)
    if peer is None or fingerprint(peer.card) != header.sender:
        raise Refused(Refusal.UNKNOWN_SENDER, "sender not enrolled")
    if is_test(peer.card) and not receiver.allow_test:
        raise Refused(Refusal.TEST_KEY, "sender has published keys")
    if peer.revoked:
        raise Refused(Refusal.REVOKED_SENDER, "sender revoked")
    if not split.is_signed_by(bytes.fromhex(peer.card.sign), Signed.VOLUME):
        raise Refused(Refusal.BROKEN, "volume not signed by the sender")
    if receiver.received(header.package):
        raise Refused(Refusal.ALREADY_RECEIVED, "id known")
    return header


def _is_shaped(header: VolumeHeader) -> bool:
    """Whether a header describes one piece of a whole cut into equal units."""
    unit = header.unit
    return (
        is_id(header.package)
        and is_fingerprint(header.sender)
        and is_fingerprint(header.recipient)
        and is_sha256(header.sha256)
        and is_sha256(header.whole_sha256)
        and 0 <= header.number <= MOST_NUMBER
        and 1 <= header.volume <= header.volumes
        and unit > 0
        and header.whole > 0
        and header.volumes == -(-header.whole // unit)
        and header.offset == (header.volume - 1) * unit
        and header.size == min(unit, header.whole - header.offset)
    )


def _missing_sentence(volumes: VolumeSet) -> str:
    shown = "、".join(str(number) for number in volumes.missing[:20])
    more = "等" if len(volumes.missing) > 20 else ""
    return (
        f"第 {volumes.number} 号文件共 {volumes.cut.volumes} 个分卷，还缺第 {shown} 卷{more}，"
        "请把缺少的分卷也放进来后再导入。"
    )
