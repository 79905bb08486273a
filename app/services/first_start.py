"""First start without half-made offices: everything is made beside, and moves in when the wizard ends.

The office is founded in a folder of its own inside the data directory. Only when the recovery sheet has
been confirmed do its files move up, the keys last: a directory with keys is an office, one without is
not. Cancelling, a crash or a power cut before that leaves nothing but that folder, removed next time.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import msgspec

from app.domain.errors import UserError
from app.services.founding import Founding, found_office, is_founded
from app.services.office import OpenOffice
from app.services.papers import recovery_sheet
from app.store.keyring import KEYS_NAME, STANDARD, Hardness
from app.store.store import Store
from app.system.atomic_files import explain_os_error, flush_directory, make_directory
from app.system.clock import Clock
from app.system.free_space import require_free_space

STAGING_NAME = "founding"
_DOING = "建立单位"
_ROOM = 64 * 1024 * 1024
_LOCKS = ("office.lock", "office.holder.json")


class Prepared(msgspec.Struct, frozen=True, kw_only=True):
    """An office that waits in its staging folder: open, with the code and the sheet to print once."""

    office: OpenOffice
    recovery_code: str
    recovery_sheet: bytes


def prepare(data_dir: Path, founding: Founding, clock: Clock, hardness: Hardness = STANDARD) -> Prepared:
    """Found the office in the staging folder of `data_dir`. Takes as long as a password check.

    Raises InvalidFields for wrong entries, UserError when an office is there already, EnvironmentProblem
    when the disk refuses; then nothing is left behind.
    """
    if is_founded(data_dir):
        raise UserError("这个位置已经有一个单位的数据，请直接登录，或换一个数据目录。")
    make_directory(data_dir, _DOING)
    require_free_space(data_dir, _ROOM, _DOING)
    _remove(data_dir / STAGING_NAME)
    make_directory(data_dir / STAGING_NAME, _DOING)
    try:
        founded = found_office(data_dir / STAGING_NAME, founding, clock, hardness)
        try:
            sheet = recovery_sheet(founded.office, founded.recovery_code)
        except BaseException:
            founded.office.close()
            raise
    except BaseException:
        _remove(data_dir / STAGING_NAME)
        raise
    return Prepared(office=founded.office, recovery_code=founded.recovery_code, recovery_sheet=sheet)


def discard(prepared: Prepared) -> None:
    """The wizard was left: close the office and remove every file of it."""
    staging = prepared.office.store.directory
    prepared.office.close()
    _remove(staging)


def move_in(prepared: Prepared, clock: Clock) -> OpenOffice:
    """The wizard ended: the office takes its place in the data directory and is open there.

    Raises EnvironmentProblem when the disk refuses; the staging folder then still holds the office.
    """
    staging = prepared.office.store.directory
    data_dir = staging.parent
    if is_founded(data_dir):
        raise UserError("这个位置刚刚已经建立了一个单位，请退出后直接登录。")
    prepared.office.close()
    try:
        files = [path for path in staging.iterdir() if path.name not in _LOCKS]
        for path in sorted(files, key=lambda file: (file.name == KEYS_NAME, file.name)):
            path.replace(data_dir / path.name)
        flush_directory(data_dir)
    except OSError as error:
        raise explain_os_error(error, _DOING) from error
    _remove(staging)
    former = prepared.office
    store = Store.open(data_dir, former.key, clock, former.projector)
    try:
        return OpenOffice(store, former.key, clock, former.projector, former.operator.id)
    except BaseException:
        store.close()
        raise


def _remove(folder: Path) -> None:
    try:
        if folder.is_dir():
            shutil.rmtree(folder)
    except OSError as error:
        raise explain_os_error(error, _DOING) from error
