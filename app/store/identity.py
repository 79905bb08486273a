"""Who this installation is: node, installation, epoch. Kept beside the database, never inside it.

A restored backup rewinds the database but must not rewind this: after a restore the node goes on in a
new epoch, so numbers in its chain are never used twice (design.md §6, docs/events.md).
"""

from __future__ import annotations

import uuid
from pathlib import Path

import msgspec

from app.system.atomic_files import explain_os_error, write_atomically
from app.system.errors import EnvironmentProblem

IDENTITY_NAME = "identity.json"
_FORMAT = 1
_DOING = "保存本机标识"


class Identity(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`node` names the office in every event, `install` this copy of it; `epoch` grows at every restore."""

    format: int
    node: str
    install: str
    epoch: int


def new_identity() -> Identity:
    """A node nobody has met, in its first epoch."""
    return next_epoch(identity_of(uuid.uuid4().hex))


def identity_of(node: str) -> Identity:
    """A known node on an installation that has lost its file; it needs `next_epoch` before it writes."""
    return Identity(format=_FORMAT, node=node, install=uuid.uuid4().hex, epoch=0)


def load_identity(directory: Path) -> Identity | None:
    """The identity in a data directory, None when the file is missing or unreadable.

    Raises EnvironmentProblem when a newer program wrote it or the disk refuses.
    """
    path = directory / IDENTITY_NAME
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise explain_os_error(error, "读取本机标识") from error
    try:
        found = msgspec.json.decode(raw, type=Identity, strict=True)
    except (msgspec.DecodeError, msgspec.ValidationError, UnicodeDecodeError):
        return None
    if found.format > _FORMAT:
        raise EnvironmentProblem("本机标识由更新版本的程序写成，请安装最新版后再打开。")
    return found


def save_identity(directory: Path, identity: Identity) -> None:
    """Write the identity whole; raises EnvironmentProblem when the disk refuses."""
    write_atomically(directory / IDENTITY_NAME, msgspec.json.encode(identity), _DOING)


def next_epoch(identity: Identity, at_least: int = 0) -> Identity:
    """The same node in a new epoch, later than its own and than `at_least`."""
    return msgspec.structs.replace(identity, epoch=max(identity.epoch, at_least) + 1)
