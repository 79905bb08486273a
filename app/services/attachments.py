"""Files of a case: kept encrypted under their hash, first on disk, then in the record."""

from __future__ import annotations

import mimetypes
from pathlib import Path

from app.domain.errors import UserError
from app.domain.matter.facts import Attachment
from app.services.office import OpenOffice
from app.store.blobs import StoredFile
from app.system.atomic_files import explain_os_error, write_atomically

_LONGEST_NAME = 120


def keep_file(office: OpenOffice, path: Path) -> Attachment:
    """Take a copy of a file into the office. UserError when it is empty or too large."""
    try:
        if not path.is_file():
            raise UserError(f"“{path.name}”不是文件，请选择照片、扫描件或文档。")
        with path.open("rb") as source:
            return _attachment(office.store.blobs.put(source, path.name), path.name)
    except OSError as error:
        raise explain_os_error(error, f"读取“{path.name}”") from error


def keep_bytes(office: OpenOffice, filename: str, data: bytes) -> Attachment:
    """Keep bytes, for example a pasted picture, under a file name."""
    return _attachment(office.store.blobs.put_bytes(data, filename), filename)


def _attachment(stored: StoredFile, filename: str) -> Attachment:
    media_type = mimetypes.guess_type(filename)[0] or "application/octet-stream"
    return Attachment(
        sha256=stored.sha256, filename=filename[-_LONGEST_NAME:], size=stored.size, media_type=media_type
    )


def content(office: OpenOffice, attachment: Attachment) -> bytes:
    """The bytes of a kept file, verified. EnvironmentProblem names the file when it is gone or damaged."""
    return office.store.blobs.read(attachment.sha256, attachment.filename)


def save_copy(office: OpenOffice, attachment: Attachment, out: Path) -> None:
    """Write a copy of a kept file outside the office."""
    write_atomically(out, content(office, attachment), f"保存“{out.name}”")
