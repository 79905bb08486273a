"""One stick for many offices: 一站通往来/<to>/<from>/…, each reader looks only at what is for it.

Nothing else on the stick is opened, followed or removed. What the other side has acknowledged is removed
only when somebody asks for it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

import msgspec

from app.exchange.carriers.carrier_names import is_word, list_name
from app.exchange.carriers.places import Place, entries_of
from app.exchange.carriers.proven_writing import Delivered, Outgoing, deliver
from app.exchange.carriers.shipments import Folder, Progress, Shipment, look_into, require_words
from app.system.disk_calls import DiskCalls, is_plain_directory

ROOT = "一站通往来"
ENROLMENT = "入网"
"""The address of requests from offices that do not know their parent's node yet."""


class Inbox(msgspec.Struct, frozen=True, kw_only=True):
    """What a stick has for an office. `unfinished`: cut-off writings, by sender; `foreign`: a count."""

    shipments: tuple[Shipment, ...] = ()
    unfinished: tuple[Path, ...] = ()
    foreign: int = 0


def send(
    stick: Place,
    recipient: str,
    sender: str,
    shipment: str,
    files: Sequence[Outgoing],
    progress: Progress | None = None,
    calls: DiskCalls | None = None,
) -> Delivered:
    """Put a shipment on the stick; `sentence` of the answer says 可以拔出. Raises as `deliver` does."""
    return deliver(stick, (ROOT, recipient, sender), shipment, files, progress, calls)


def inbox(stick: Place, recipient: str) -> Inbox:
    """What the stick has for this address, senders and shipments by name; EnvironmentProblem: unreadable."""
    require_words(recipient)
    with stick.told(f"读取{stick.word}", writing=False):
        stick.require_there(f"读取{stick.word}", writing=False)
        return _added_up(_folders_for(stick, recipient))


def outbox(stick: Place, sender: str) -> Inbox:
    """What this address has put on the stick for anybody, also what was cut off; as `inbox`."""
    require_words(sender)
    with stick.told(f"读取{stick.word}", writing=False):
        stick.require_there(f"读取{stick.word}", writing=False)
        found = []
        for recipient in _addresses(stick.path / ROOT):
            home = stick.path / ROOT / recipient
            if is_plain_directory(home):
                found.append(look_into(home / sender, recipient, sender))
        return _added_up(found)


def tidy(
    stick: Place,
    shipments: Collection[Shipment],
    unfinished: Collection[Path] = (),
    calls: DiskCalls | None = None,
) -> int:
    """Remove shipments, and writings that were cut off, that `outbox` told and somebody chose.

    Returns the bytes that became free. A list goes before its files, so that an interruption leaves no
    list of what is gone. Raises MediumGone or another EnvironmentProblem.
    """
    calls = calls or DiskCalls()
    doing = f"清理{stick.word}"
    freed = 0
    with stick.told(doing, writing=True):
        stick.require_there(doing, writing=True)
        for shipment in shipments:
            _require_below(stick, shipment.folder)
            calls.remove(shipment.folder / list_name(shipment.name))
            calls.sync_directory(shipment.folder)
            kept = {entry.name for other in look_into(shipment.folder).shipments for entry in other.files}
            for entry in shipment.files:
                if entry.name not in kept:
                    freed += _remove(shipment.folder / entry.name, calls)
            calls.sync_directory(shipment.folder)
        for path in unfinished:
            _require_below(stick, path.parent)
            told = look_into(path.parent).unfinished
            if path in told:
                freed += _remove(path, calls)
            calls.sync_directory(path.parent)
    return freed


def _folders_for(stick: Place, recipient: str) -> Iterator[Folder]:
    home = stick.path / ROOT / recipient
    for sender in _addresses(home):
        yield look_into(home / sender, recipient, sender)


def _addresses(folder: Path) -> list[str]:
    """The names of real folders that may be addresses; links lead elsewhere and are passed over."""
    if not is_plain_directory(folder.parent) or not is_plain_directory(folder):
        return []
    return [
        entry.name
        for entry in entries_of(folder)
        if is_word(entry.name) and is_plain_directory(folder / entry.name)
    ]


def _added_up(folders: Iterator[Folder] | list[Folder]) -> Inbox:
    found = list(folders)
    return Inbox(
        shipments=tuple(shipment for folder in found for shipment in folder.shipments),
        unfinished=tuple(path for folder in found for path in folder.unfinished),
        foreign=sum(folder.foreign for folder in found),
    )


def _require_below(stick: Place, folder: Path) -> None:
    """Only folders of the tree on this stick are tidied, and none that a link leads to."""
    step = stick.path
    for name in folder.relative_to(stick.path).parts:
        step = step / name
        if not is_plain_directory(step):
            raise ValueError(f"not a folder of the tree: {folder}")
    if folder.relative_to(stick.path).parts[:1] != (ROOT,):
        raise ValueError(f"not a folder of the tree: {folder}")


def _remove(path: Path, calls: DiskCalls) -> int:
    """Remove a file that may be gone already; the bytes it had."""
    try:
        size = path.lstat().st_size
        calls.remove(path)
    except FileNotFoundError:
        return 0
    return size
