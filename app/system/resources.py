"""Reading the data files that come with the program: `resources/…` and `forms/…`.

Names of such files also arrive from outside (a rule set names its papers, a package names a
template), so a name is checked before it becomes a path.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path, PurePosixPath

from app.system.atomic_files import explain_os_error
from app.system.errors import EnvironmentProblem
from app.system.paths import program_root

_ROOMS = ("resources", "forms")


def path_of(name: str) -> Path:
    """The file or directory called `name`, for example `resources/fonts/NotoSansSC.ttf`.

    `name` is relative, with forward slashes, and begins with `resources/` or `forms/`.
    Raises ValueError for any other name and EnvironmentProblem when the installation lacks it.
    """
    parts = PurePosixPath(name).parts
    wrong = "\\" in name or "\0" in name or ":" in name or ".." in parts
    if wrong or len(parts) < 2 or parts[0] not in _ROOMS:
        raise ValueError(f"not the name of a resource: {name!r}")
    root = _resolved(program_root())
    path = root.joinpath(*parts).resolve()
    if not path.is_relative_to(root / parts[0]):
        raise ValueError(f"the resource {name!r} leads out of its directory")
    if not path.exists():
        raise EnvironmentProblem(f"程序文件不完整，缺少“{name}”，请重新安装本程序，办案数据不受影响。")
    return path


@cache
def _resolved(root: Path) -> Path:
    return root.resolve()


def read_bytes(name: str) -> bytes:
    """The content of a resource; names and errors as in `path_of`."""
    path = path_of(name)
    try:
        return path.read_bytes()
    except OSError as error:
        raise explain_os_error(error, f"读取程序文件“{name}”") from error


def read_text(name: str) -> str:
    """The content of a UTF-8 resource, line ends as `\\n`; names and errors as in `path_of`."""
    return read_bytes(name).decode("utf-8-sig").replace("\r\n", "\n")


def names_in(directory: str, suffix: str = "") -> list[str]:
    """The names of the files that stand directly in a resource directory and end in `suffix`, sorted.

    Each returned name can be given to the functions above. Errors as in `path_of`.
    """
    folder = path_of(directory)
    tidy = str(PurePosixPath(directory))
    return sorted(
        f"{tidy}/{entry.name}"
        for entry in folder.iterdir()
        if entry.is_file() and entry.name.endswith(suffix)
    )
