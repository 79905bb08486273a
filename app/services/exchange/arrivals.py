"""Finding what may be imported: files, folders, sticks, letters, volumes in any order and any completeness.

Only fronts are read here: a package received before is known by its first 2 KiB. Volumes go to the spool
beside the database and wait there until their set is whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec

from app.exchange.carriers import folder as folder_carrier
from app.exchange.carriers import stick
from app.exchange.carriers.mail_parts import read_mail_file
from app.exchange.carriers.places import stick_at
from app.exchange.carriers.shipments import Shipment
from app.exchange.carriers.spool import Spool
from app.exchange.header import PackageHeader
from app.exchange.package_reader import Receiver, check_front
from app.exchange.refusals import Refusal, Refused
from app.exchange.volumes import VolumeSet, check_volume, join
from app.services.exchange import peers
from app.services.office import OpenOffice
from app.system.errors import EnvironmentProblem

RECEIVED = "received"
"""Where volumes and attachments of letters wait, below `exchange/`."""
JOINED = "joined"
"""Whole sets of volumes put together, below the spool, until they are imported."""
_REQUEST = "这是入网申请，不是数据包，请在“入网”里打开它（命令：enrol approve）。"
_KEY_CHANGE = "这是更换密钥的通知，请在“往来单位”里核对指纹后接受（命令：enrol accept）。"


class RefusedFile(msgspec.Struct, frozen=True, kw_only=True):
    """A file that was not taken: its name, the code of the reason, one plain sentence."""

    file: str
    code: str
    reason: str


class Arrived(msgspec.Struct, frozen=True, kw_only=True):
    """A package whose front is sound: from a known peer, for us, not received before."""

    name: str
    path: Path
    header: PackageHeader
    spooled: tuple[Path, ...] = ()
    """What to remove from the spool when it is imported."""


class Arrivals(msgspec.Struct, frozen=True, kw_only=True):
    """What was found; `refused` holds everything that was not taken, files received before included."""

    packages: tuple[Arrived, ...]
    refused: tuple[RefusedFile, ...]


def gather(office: OpenOffice, paths: Iterable[Path]) -> Arrivals:
    """Everything importable in these files and folders, in the order in which it was made.

    EnvironmentProblem when a path is not there or cannot be read.
    """
    search = _Search(office)
    for path in paths:
        search.look(path)
    return search.found()


def from_stick(office: OpenOffice, drive: Path) -> Arrivals:
    """What a stick has for this office, and nothing else of it."""
    search = _Search(office)
    search.shipments(stick.inbox(stick_at(drive), office.store.identity.node).shipments)
    return search.found()


def from_spool(office: OpenOffice) -> Arrivals:
    """What lies in the spool: packages and volumes that came by mail."""
    search = _Search(office)
    search.spooled()
    return search.found()


def documents(office: OpenOffice) -> tuple[Path, ...]:
    """入网申请 and 更换密钥 that came by mail, to be opened where they belong."""
    spool = spool_of(office)
    return (*spool.files("yzr"), *spool.files("yzk"))


def put_aside(office: OpenOffice, document: Path) -> None:
    """One of `documents` is dealt with: it leaves the list, the file is kept beside the spool."""
    spool_of(office).put_aside(document)


def waiting(office: OpenOffice) -> tuple[str, ...]:
    """One sentence for each set of volumes that is not whole yet."""
    spool = Spool(peers.folder(office, RECEIVED))
    sets = spool.volumes(peers.receiver_of(office)).sets
    return tuple(_incomplete(one) for one in sets if one.missing)


def spool_of(office: OpenOffice) -> Spool:
    """The spool of this office."""
    return Spool(peers.folder(office, RECEIVED))


class _Search:
    """Goes through paths and collects packages, volumes and refusals."""

    def __init__(self, office: OpenOffice) -> None:
        self._office = office
        self._receiver: Receiver = peers.receiver_of(office)
        self._spool = spool_of(office)
        self._packages: dict[str, Arrived] = {}
        self._refused: list[RefusedFile] = []

    def look(self, path: Path) -> None:
        """One file or folder a person named."""
        if not path.exists():
            raise EnvironmentProblem(f"“{path}”不存在，请核对位置，U 盘可能已经拔出。")
        if path.is_dir():
            self._folder(path)
        elif path.suffix.lower() == ".eml":
            self._letter(path)
        elif path.suffix.lower() in folder_carrier.SUFFIXES:
            self._file(path, path.name)
        else:
            self._refuse(path.name, Refused(Refusal.NOT_OURS, "another suffix"))

    def shipments(self, found: Sequence[Shipment]) -> None:
        """Shipments of a stick or folder; one with something missing gives what is there, and is told."""
        for shipment in found:
            for entry in shipment.files:
                if entry.name not in shipment.missing and not entry.name.endswith(".txt"):
                    self._file(shipment.folder / entry.name, entry.name)
            if shipment.missing:
                names = "、".join(shipment.missing[:5])
                sentence = f"这批文件缺少或没有写完：{names}，请让对方重新导出，或插回原来的 U 盘再试。"
                self._refuse(shipment.name, Refused(Refusal.INCOMPLETE, "files missing", sentence))

    def spooled(self) -> None:
        """Whole packages in the spool."""
        for path in self._spool.files("yzt"):
            self._package(path, path.name, spooled=(path,))

    def found(self) -> Arrivals:
        """Everything, whole sets of volumes included, the oldest package of each sender first."""
        for one in self._spool.volumes(self._receiver).sets:
            self._joined(one)
        ordered = sorted(
            self._packages.values(), key=lambda a: (a.header.made_at, a.header.sender, a.header.number)
        )
        return Arrivals(packages=tuple(ordered), refused=tuple(self._refused))

    def _folder(self, path: Path) -> None:
        found = folder_carrier.find(path, self._office.store.identity.node)
        self.shipments((*found.shipments, *found.broken))
        for loose in found.loose:
            self._file(loose, loose.name)
        for letter in sorted(path.glob("*.eml")):
            self._letter(letter)

    def _letter(self, path: Path) -> None:
        opened = read_mail_file(path)
        for problem in opened.problems:
            self._refuse(path.name, Refused(Refusal.BROKEN, "mail", problem.sentence))
        if not opened.attached and not opened.problems:
            sentence = "这封邮件里没有一站通的附件，请选择对方用一站通发来的那一封。"
            self._refuse(path.name, Refused(Refusal.NOT_OURS, "mail without ours", sentence))
        for attached in opened.attached:
            kind = attached.name.rsplit(".", 1)[-1]
            kept = self._spool.keep(attached.data, kind)
            if kind == "yzv":
                self._volume(kept.path, attached.name, kept=True)
            else:
                self._package(kept.path, attached.name, spooled=(kept.path,))

    def _file(self, path: Path, name: str) -> None:
        kind = path.suffix.lower()
        if kind == ".yzr":
            self._refuse(name, Refused(Refusal.WRONG_PURPOSE, "request", _REQUEST))
        elif kind == ".yzk":
            self._refuse(name, Refused(Refusal.WRONG_PURPOSE, "key change", _KEY_CHANGE))
        elif kind == ".yzv":
            self._volume(path, name, kept=False)
        else:
            self._package(path, name)

    def _package(self, path: Path, name: str, spooled: tuple[Path, ...] = ()) -> None:
        try:
            header = check_front(path, self._receiver)
        except Refused as problem:
            self._refuse(name, problem)
            if problem.code is Refusal.ALREADY_RECEIVED:
                self._spool.remove(spooled)
            return
        if header.id in self._packages:
            return
        self._packages[header.id] = Arrived(name=name, path=path, header=header, spooled=spooled)

    def _volume(self, path: Path, name: str, *, kept: bool) -> None:
        try:
            check_volume(path, self._receiver)
        except Refused as problem:
            self._refuse(name, problem)
            return
        if not kept:
            self._spool.keep(path, "yzv")

    def _joined(self, one: VolumeSet) -> None:
        """A whole set becomes a package in the spool; one that is not is told and waits."""
        name = f"第 {one.number} 号文件的分卷"
        if one.missing:
            self._refuse(name, Refused(Refusal.INCOMPLETE, "volumes missing", _incomplete(one)))
            return
        target = peers.folder(self._office, RECEIVED, JOINED) / f"{one.cut.package}.yzt"
        volumes = tuple(one.paths.values())
        try:
            join(one, target)
        except Refused as problem:
            self._refuse(name, problem)
            return
        self._package(target, name)
        arrived = self._packages.get(one.cut.package)
        if arrived is not None and arrived.path == target:
            self._packages[one.cut.package] = msgspec.structs.replace(arrived, spooled=volumes)

    def _refuse(self, name: str, problem: Refused) -> None:
        self._refused.append(RefusedFile(file=name, code=problem.code.value, reason=problem.message))


def _incomplete(one: VolumeSet) -> str:
    shown = "、".join(str(number) for number in one.missing[:20])
    return (
        f"第 {one.number} 号文件共 {one.cut.volumes} 个分卷，还缺第 {shown} 卷，"
        "已到的先收着，缺的到了再导入一次就行。"
    )
