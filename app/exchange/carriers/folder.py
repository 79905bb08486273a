"""Any folder as a carrier: the same files, order and list as on a stick, without the tree of addresses.

What comes back is a file a person names, a folder of packages, or a folder that is a stick's copy.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import msgspec

from app.exchange.carriers.places import Place, entries_of, folder_at
from app.exchange.carriers.proven_writing import Delivered, Outgoing, deliver
from app.exchange.carriers.shipments import Progress, Shipment, look_into
from app.exchange.carriers.stick import ROOT, inbox
from app.system.disk_calls import DiskCalls, is_plain_directory, is_plain_file

SUFFIXES = (".yzt", ".yzv", ".yzr", ".yzk")


class Findings(msgspec.Struct, frozen=True, kw_only=True):
    """What may be imported: shipments with their place, and packages in no list, to be judged by content.

    `loose` may have any name, because mail programs and browsers change names. `broken` are shipments with
    something missing.
    """

    place: Place
    shipments: tuple[Shipment, ...] = ()
    broken: tuple[Shipment, ...] = ()
    loose: tuple[Path, ...] = ()


def send(
    folder: Place,
    shipment: str,
    files: Sequence[Outgoing],
    progress: Progress | None = None,
    calls: DiskCalls | None = None,
) -> Delivered:
    """Put a shipment straight into the folder. Raises as `deliver` does."""
    return deliver(folder, (), shipment, files, progress, calls)


def find(path: Path, recipient: str) -> Findings:
    """What a file or a folder named by a person has for this address; nothing else is opened.

    A folder with the tree of a stick in it is read as a stick. Raises EnvironmentProblem.
    """
    if not path.is_dir():
        place = folder_at(path.parent)
        return Findings(place=place, loose=(path,) if _is_loose(path) else ())
    place = folder_at(path)
    with place.told("读取文件夹", writing=False):
        flat = look_into(path) if is_plain_directory(path) else look_into(path.resolve())
        tree = inbox(place, recipient).shipments if is_plain_directory(path / ROOT) else ()
        found = (*flat.shipments, *tree)
        listed = {entry.name for shipment in flat.shipments for entry in shipment.files}
        loose = tuple(
            path / entry.name
            for entry in entries_of(path)
            if entry.name not in listed and _is_loose(path / entry.name)
        )
    return Findings(
        place=place,
        shipments=tuple(shipment for shipment in found if shipment.whole),
        broken=tuple(shipment for shipment in found if not shipment.whole),
        loose=loose,
    )


def _is_loose(path: Path) -> bool:
    return path.suffix.lower() in SUFFIXES and is_plain_file(path)
