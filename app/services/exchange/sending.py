"""导出: one package to a peer with all it has not confirmed, onto a stick, into a folder or as letters.

Nothing counts as sent before the carrier has it. A package whose writing was cut off is kept and carried
on with as long as it still says what is true, so a stick pulled out half way is continued, not begun anew.
"""

from __future__ import annotations

import io
import shutil
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

import msgspec

from app.domain.errors import UserError
from app.domain.sync.event_lines import event_line
from app.domain.sync.statement import Statement, decode_statement, encode_statement
from app.exchange import file_names
from app.exchange.carriers import folder as folder_carrier
from app.exchange.carriers import letters, stick
from app.exchange.carriers.places import folder_at, stick_at
from app.exchange.carriers.proven_writing import Delivered, Outgoing
from app.exchange.content import OutgoingAttachment
from app.exchange.explanation import explanation
from app.exchange.header import PackageHeader
from app.exchange.node_keys import KeyRing
from app.exchange.package_reader import read_header
from app.exchange.package_writer import write_package
from app.exchange.volumes import split_package
from app.services.changes import Changes
from app.services.exchange import number_grants, own_keys, peers
from app.services.office import OpenOffice
from app.store.outgoing import Outgoing as Prepared
from app.store.peers import CHILD, Peer
from app.system.atomic_files import explain_os_error, make_directory, write_atomically
from app.system.errors import EnvironmentProblem

Progress = Callable[[int, int], object]
"""Called with what is done and to do; may raise to stop, nothing counts as sent then."""

LARGEST_VOLUME_MB = letters.LARGEST_VOLUME_MB
_SENDING = "sending"
_PACKAGE, _SAID = "package.yzt", "statement.json"
_EPOCH_STEP = 100_000
_MIB = 1024 * 1024
_DOING = "准备导出"


class Pending(msgspec.Struct, frozen=True, kw_only=True):
    """What the button says: what the next package to a peer carries. `bytes` before compression.

    `fresh` are events that were in no package yet; the rest goes again because nobody confirmed it.
    """

    events: int
    fresh: int
    cases: int
    attachments: int
    bytes: int


class Sent(msgspec.Struct, frozen=True, kw_only=True):
    """A package on its carrier. `sentence` says so, for a stick with 可以拔出; `files` are what to hand on.

    `lacking` attachments are not on this computer and could not go along; `granted` new number ranges.
    """

    package_id: str
    number: int
    peer: str
    sentence: str
    files: tuple[Path, ...]
    events: int
    cases: int
    attachments: int
    lacking: int
    granted: int
    size: int
    resumed: bool
    changes: Changes


class _Built(msgspec.Struct, frozen=True, kw_only=True):
    """A package in our own folder, not yet on a carrier."""

    prepared: Prepared
    header: PackageHeader
    path: Path
    granted: int
    resumed: bool


def pending(office: OpenOffice, node: str) -> Pending:
    """What a package to this peer would carry now."""
    found = office.store.export.pending(node)
    peer = office.store.peers.get(node)
    return Pending(
        events=found.events,
        fresh=max(found.delivery.last - max(peer.exported, peer.acked), 0),
        cases=found.cases,
        attachments=len(found.attachments),
        bytes=found.bytes,
    )


def to_folder(
    office: OpenOffice,
    node: str,
    directory: Path,
    *,
    volume_mb: int | None = None,
    progress: Progress | None = None,
) -> Sent:
    """Export to a peer into any folder, in volumes of at most `volume_mb` when given.

    Raises UserError for a peer that was struck off, EnvironmentProblem when the folder refuses.
    """
    place = folder_at(directory)

    def carry(shipment: str, files: Sequence[Outgoing], step: Progress | None) -> Delivered:
        return folder_carrier.send(place, shipment, files, step)

    return carried_by(office, node, carry, "文件夹", volume_mb, progress)


def to_stick(
    office: OpenOffice,
    node: str,
    drive: Path,
    *,
    volume_mb: int | None = None,
    progress: Progress | None = None,
) -> Sent:
    """Export to a peer onto a stick mounted at `drive`; pulled out when `sentence` says 可以拔出.

    Raises MediumGone (an EnvironmentProblem) when the stick went away: doing the same again continues.
    """
    place = stick_at(drive)
    own = office.store.identity.node

    def carry(shipment: str, files: Sequence[Outgoing], step: Progress | None) -> Delivered:
        return stick.send(place, node, own, shipment, files, step)

    return carried_by(office, node, carry, "U 盘", volume_mb, progress)


def as_letters(
    office: OpenOffice,
    node: str,
    address: str,
    directory: Path,
    *,
    volume_mb: int = LARGEST_VOLUME_MB,
    progress: Progress | None = None,
) -> Sent:
    """Export to a peer as `.eml` drafts in `directory`, a volume each; open them in the mail program.

    `files` of the answer are the drafts. UserError for an address that is none.
    """
    letters.require_address(address)
    sent = to_folder(office, node, directory, volume_mb=volume_mb, progress=progress)
    parts = [path for path in sent.files if path.suffix in (".yzt", ".yzv")]
    peer = office.store.peers.get(node)
    drafts = [
        letters.write_draft(
            letters.Letter(
                to=address,
                sender_name=office.office.name,
                recipient_name=peer.name,
                attachment=path,
                name=path.name,
                part=at,
                parts=len(parts),
            ),
            directory,
        )
        for at, path in enumerate(parts, start=1)
    ]
    return msgspec.structs.replace(
        sent,
        files=tuple(drafts),
        sentence=f"已写好 {len(drafts)} 封邮件草稿，请在邮件程序里逐封打开发出，先后不限。",
    )


def carried_by(
    office: OpenOffice,
    node: str,
    carry: Callable[[str, Sequence[Outgoing], Progress | None], Delivered],
    where: str,
    volume_mb: int | None,
    progress: Progress | None,
) -> Sent:
    """One export with any carrier: `carry` gets the word of the shipment and the files, note included.

    `where` stands in the history. Only when `carry` has returned does anything count as sent.
    """
    peer = office.store.peers.get(node)
    if not peer.active:
        raise UserError(f"已经停止与“{peer.name}”往来，不能向它导出；要恢复往来请重新办理入网。")
    ring = own_keys.ring_of(office)
    halves = _Halves(progress)
    built = _build(office, peer, ring, halves.first)
    name = _name(built, ring)
    files = _pieces(built, ring, volume_mb)
    files.append(Outgoing(file_names.explanation_name(name), _note(office, built, name, len(files))))
    delivered = carry(name.removesuffix(".yzt"), files, halves.second)
    outgoing = built.prepared
    with office.store.transaction():
        office.store.export.written(outgoing, built.header.id, built.path.stat().st_size, where)
    _forget(folder_of(office, peer.node))
    return Sent(
        package_id=built.header.id,
        number=built.header.number,
        peer=peer.node,
        sentence=delivered.sentence,
        files=tuple(delivered.folder / file.name for file in files),
        events=outgoing.pending.events,
        cases=outgoing.pending.cases,
        attachments=len(outgoing.attachments),
        lacking=len(outgoing.lacking),
        granted=built.granted,
        size=delivered.size,
        resumed=built.resumed,
        changes=Changes.EXCHANGE,
    )


class _Halves:
    """Progress of building, then of carrying, as thousandths of both."""

    def __init__(self, progress: Progress | None) -> None:
        self._progress = progress

    def first(self, done: int, total: int) -> None:
        """The package is being built."""
        self._tell(0, done, total)

    def second(self, done: int, total: int) -> None:
        """The package is being carried."""
        self._tell(500, done, total)

    def _tell(self, base: int, done: int, total: int) -> None:
        if self._progress is not None:
            self._progress(base + 500 * min(done, total) // max(total, 1), 1000)


def _build(office: OpenOffice, peer: Peer, ring: KeyRing, step: Progress) -> _Built:
    """The package of now, or the one an interrupted export left when it says the same."""
    store = office.store
    with store.transaction():
        granted = number_grants.answer_wants(office, peer) if peer.role == CHILD else 0
        prepared = store.export.prepare(peer.node, own_keys.voucher_signer(ring))
    kept = _kept(office, peer, prepared, ring)
    if kept is not None:
        return msgspec.structs.replace(kept, granted=granted)
    home = folder_of(office, peer.node)
    _forget(home)
    peers.folder(office, _SENDING, peer.node)
    card = peers.card_of(peer)
    attachments = _attachments(office, prepared.attachments)
    prepared = _without_damaged(prepared, [one.sha256 for one in attachments])
    number = _number(prepared.statement)
    path = home / _PACKAGE
    header = write_package(
        path,
        ring.present,
        card,
        number=number,
        made_at=office.clock.now(),
        statement=encode_statement(prepared.statement),
        events=_lines(office, prepared, step),
        attachments=attachments,
    )
    # What the kept package says is noted last: without it the package is made anew.
    write_atomically(home / _SAID, encode_statement(prepared.statement), _DOING)
    return _Built(prepared=prepared, header=header, path=path, granted=granted, resumed=False)


def _without_damaged(prepared: Prepared, sound: Sequence[str]) -> Prepared:
    damaged = set(prepared.attachments) - set(sound)
    lacking = tuple(sorted({*prepared.lacking, *damaged}))
    return msgspec.structs.replace(prepared, attachments=tuple(sound), lacking=lacking)


def _lines(office: OpenOffice, prepared: Prepared, step: Progress) -> Iterator[bytes]:
    total = prepared.pending.events
    for done, event in enumerate(office.store.export.events(prepared), start=1):
        yield event_line(event)
        if done % 100 == 0 or done == total:
            step(done, total)


def _attachments(office: OpenOffice, names: Sequence[str]) -> list[OutgoingAttachment]:
    """Decrypted only while they are written, one at a time.

    A damaged file stops no export: it is counted as lacking, and the peer goes on asking for it.
    """
    found = []
    for name in names:
        try:
            size = len(office.store.blobs.read(name, name[:8]))
        except EnvironmentProblem:
            continue
        found.append(OutgoingAttachment(name, size, partial(_content, office, name)))
    return found


def _content(office: OpenOffice, sha256: str) -> io.BytesIO:
    return io.BytesIO(office.store.blobs.read(sha256, sha256[:8]))


def _kept(office: OpenOffice, peer: Peer, prepared: Prepared, ring: KeyRing) -> _Built | None:
    """What an interrupted export left, when a package made now would say the very same."""
    home = folder_of(office, peer.node)
    try:
        said = (home / _SAID).read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise explain_os_error(error, _DOING) from error
    path = home / _PACKAGE
    try:
        then = decode_statement(said)
        header = read_header(path) if path.is_file() else None
    except UserError:
        return None  # damaged by whatever stopped that export: the package is made anew
    as_then = msgspec.structs.replace(prepared.statement, number=then.number)
    if header is None or encode_statement(as_then) != said:
        return None
    if (header.sender, header.recipient) != (ring.present.fingerprint, peer.fingerprint):
        return None
    again = msgspec.structs.replace(prepared, statement=as_then)
    return _Built(prepared=again, header=header, path=path, granted=0, resumed=True)


def _pieces(built: _Built, ring: KeyRing, volume_mb: int | None) -> list[Outgoing]:
    """The package, or its volumes, under the names they have on a carrier."""
    name = _name(built, ring)
    largest = (volume_mb or 0) * _MIB
    if not largest or built.path.stat().st_size <= largest:
        return [Outgoing(name, built.path)]
    home = built.path.parent / "volumes"
    _forget(home)
    make_directory(home, _DOING)
    paths = split_package(
        built.path, home, ring.present, largest, lambda n, m: file_names.volume_name(name, n, m)
    )
    return [Outgoing(path.name, path) for path in paths]


def _name(built: _Built, ring: KeyRing) -> str:
    peer = built.prepared.peer
    own = file_names.label(ring.present.card.name, ring.present.fingerprint)
    return file_names.package_name(own, file_names.label(peer.name, peer.fingerprint), built.header.number)


def _note(office: OpenOffice, built: _Built, name: str, volumes: int) -> bytes:
    text = explanation(
        built.header,
        name=name,
        sender=office.office.name,
        recipient=built.prepared.peer.name,
        events=built.prepared.pending.events,
        attachments=len(built.prepared.attachments),
        volumes=volumes,
    )
    # As Windows' editor reads it: UTF-8 with a mark, CR LF.
    return text.replace("\n", "\r\n").encode("utf-8-sig")


def _number(statement: Statement) -> int:
    """Statements count within an epoch; files of the life before a restore must not have the same name."""
    return (statement.epoch - 1) * _EPOCH_STEP + statement.number


def folder_of(office: OpenOffice, node: str) -> Path:
    """Where an export to a peer is kept until its carrier has it."""
    return office.store.directory / "exchange" / _SENDING / node


def _forget(folder: Path) -> None:
    """Remove what we made ourselves; what is not there is gone already."""
    try:
        if folder.is_dir():
            shutil.rmtree(folder)
    except OSError as error:
        raise explain_os_error(error, _DOING) from error
