"""What the program is made of, for the page 关于 and for whoever is asked for help on the telephone."""

from __future__ import annotations

import platform

from app.services.office import OpenOffice
from app.system import paths
from app.system.atomic_files import explain_os_error

VERSION = "0.1.0"
"""The program's version; a test keeps it equal to pyproject.toml."""
_NOTICES = ("LICENSE", "THIRD-PARTY-NOTICES.md")


def versions(office: OpenOffice) -> list[tuple[str, str]]:
    """Names and versions of what stores the data."""
    database = office.store.database
    cipher = str(database.value("PRAGMA cipher_version") or "")
    return [
        ("一站通", VERSION),
        ("SQLite", str(database.value("SELECT sqlite_version()"))),
        ("SQLCipher", cipher),
        ("Python", platform.python_version()),
    ]


def licences() -> str:
    """Our licence and the notices of libraries and fonts. EnvironmentProblem when a file is missing."""
    texts = []
    for name in _NOTICES:
        try:
            texts.append((paths.program_root() / name).read_text(encoding="utf-8"))
        except OSError as error:
            raise explain_os_error(error, f"读取许可文件“{name}”") from error
    return "\n\n".join(texts)
