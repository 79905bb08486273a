"""Which names are ours on a carrier (docs/exchange-format.md §6). Everything else there is foreign.

A name from a stick or a mail becomes part of a path only after it passed here.
"""

from __future__ import annotations

import re

LONGEST = 120
PART_SUFFIX = ".part"
LIST_ENDING = "-清单.json"
PACKAGE_SUFFIXES = (".yzt", ".yzv", ".yzr", ".yzk")

_WORD = r"[0-9A-Za-z\u3400-\u4dbf\u4e00-\u9fff](?:[0-9A-Za-z\u3400-\u4dbf\u4e00-\u9fff-])*"
_PACKAGE = re.compile(rf"{_WORD}(?:\.yzt|\.yzr|\.yzk|\.[0-9]{{1,4}}of[0-9]{{1,4}}\.yzv)")
_NOTE = re.compile(rf"{_WORD}\.txt")
_PLAIN = re.compile(_WORD)
# Windows opens a device under these names, whatever stands behind the first dot.
_DEVICE = re.compile(r"(?:CON|PRN|AUX|NUL|COM[0-9]|LPT[0-9])(?:\..*)?", re.IGNORECASE | re.DOTALL)


def is_package_name(name: str) -> bool:
    """Whether a file of this name may be a package, a volume, or a file of enrolment."""
    return _fits(name) and _PACKAGE.fullmatch(name) is not None


def is_carried_name(name: str) -> bool:
    """Whether a file of this name is ours: a package and the like, or the note beside it."""
    return is_package_name(name) or (_fits(name) and _NOTE.fullmatch(name) is not None)


def is_word(name: str) -> bool:
    """Whether an address of an office or the name of a shipment has its shape."""
    return _fits(name) and _PLAIN.fullmatch(name) is not None


def list_name(shipment: str) -> str:
    """The name of the list that makes a shipment whole."""
    return f"{shipment}{LIST_ENDING}"


def shipment_of(name: str) -> str | None:
    """The shipment a list belongs to, None when the name is not one of a list."""
    shipment = name.removesuffix(LIST_ENDING)
    return shipment if shipment != name and is_word(shipment) else None


def _fits(name: str) -> bool:
    # A lone surrogate, as a broken name on a stick gives, cannot be encoded at all.
    try:
        size = len(name.encode())
    except UnicodeEncodeError:
        return False
    return size <= LONGEST and _DEVICE.fullmatch(name) is None
