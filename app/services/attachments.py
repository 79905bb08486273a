"""Files of a case: kept encrypted under their hash, first on disk, then in the record."""

from __future__ import annotations

import mimetypes
from pathlib import Path

from app.domain.errors import UserError
from app.domain.kinds.complaint.events import Attachment
from app.services.office import OpenOffice
from app.system.atomic_files import explain_os_error, write_atomically

LARGEST = 100 * 1024 * 1024
"""Bytes a single file may have."""


def keep_file(office: OpenOffice, path: Path) -> Attachment:
    """Take a copy of a file into the office. Raises UserError when it is empty or too large."""
    try:
        if not path.is_file():
            raise UserError(f"“{path.name}”不是文件，请选择照片、扫描件或文档。")
        if path.stat().st_size > LARGEST:
            raise UserError(f"“{path.name}”超过 100 MB，请压缩或拆分后再添加。")
        data = path.read_bytes()
    except OSError as error:
        raise explain_os_error(error, f"读取“{path.name}”") from error
    return keep_bytes(office, path.name, data)


def keep_bytes(office: OpenOffice, filename: str, data: bytes) -> Attachment:
    """Keep bytes, for example a pasted picture, under a file name."""
    if not data:
        raise UserError(f"“{filename}”是空文件，请重新选择。")
    sha256 = office.store.blobs.put(data)
    media_type = mimetypes.guess_type(filename)[0] or "application/octet-stream"
    return Attachment(sha256=sha256, filename=filename[-120:], size=len(data), media_type=media_type)


def content(office: OpenOffice, attachment: Attachment) -> bytes:
    """The bytes of a kept file, verified. Raises EnvironmentProblem naming the file when it is gone or damaged."""
    return office.store.blobs.get(attachment.sha256, attachment.filename)


def save_copy(office: OpenOffice, attachment: Attachment, out: Path) -> None:
    """Write a copy of a kept file outside the office."""
    write_atomically(out, content(office, attachment), f"保存“{out.name}”")
