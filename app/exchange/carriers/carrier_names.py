"""Names on a carrier that packages do not have themselves: addresses, shipments, lists.

Names of packages, volumes and notes are those of `app.exchange.file_names`. Anything else is foreign; a
name from a stick or a mail becomes part of a path only after it passed here.
"""

from __future__ import annotations

import re

from app.exchange.file_names import FileKind, kind_of

PART_SUFFIX = ".part"
LIST_ENDING = "-清单.json"

_LONGEST = 100
_WORD = re.compile(
    r"[0-9A-Za-z\u3007\u3400-\u4dbf\u4e00-\u9fff](?:[0-9A-Za-z\u3007\u3400-\u4dbf\u4e00-\u9fff-])*"
)
# Windows opens a device under these names.
_DEVICE = re.compile(r"CON|PRN|AUX|NUL|COM[0-9]|LPT[0-9]", re.IGNORECASE)


def is_package_name(name: str) -> bool:
    """Whether a file of this name may be a package, a volume, or a file of enrolment."""
    return kind_of(name) not in (None, FileKind.EXPLANATION)


def is_carried_name(name: str) -> bool:
    """Whether a file of this name is ours: a package and the like, or the note beside it."""
    return kind_of(name) is not None


def is_word(name: str) -> bool:
    """Whether an address of an office or the name of a shipment has its shape."""
    # The shape has no lone surrogates, so a name that passes it can be encoded.
    if _WORD.fullmatch(name) is None or len(name.encode()) > _LONGEST:
        return False
    return _DEVICE.fullmatch(name) is None


def list_name(shipment: str) -> str:
    """The name of the list that makes a shipment whole."""
    return f"{shipment}{LIST_ENDING}"


def shipment_of(name: str) -> str | None:
    """The shipment a list belongs to, None when the name is not one of a list."""
    shipment = name.removesuffix(LIST_ENDING)
    return shipment if shipment != name and is_word(shipment) else None
