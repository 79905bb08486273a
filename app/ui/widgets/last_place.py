"""Where a file dialog begins: where the clerk last saved or opened something, else the documents folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

_KEY = "files/last_place"
_UNSAFE = '<>:"/\\|?*'


def begin_in_last_place(dialog: QFileDialog) -> None:
    """Put a dialog into the place of last time; where the user goes now is kept in the window's settings.

    Call it before a file name is proposed. Without a window of ours around it, it begins in the documents.
    """
    settings = _settings_of(dialog)
    kept = str(settings.value(_KEY, "")) if settings is not None else ""
    dialog.setDirectory(kept if kept and Path(kept).is_dir() else str(documents()))
    if settings is not None:
        dialog.filesSelected.connect(lambda files: _keep(settings, files, folder=_chooses_folder(dialog)))


def ask_where(
    parent: QWidget, title: str, name: str, kinds: str, chosen: Callable[[Path], object]
) -> QFileDialog:
    """Ask where to save a file called `name`; `chosen(path)` is called when a place was picked."""
    dialog = QFileDialog(parent, title)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilter(kinds)
    begin_in_last_place(dialog)
    dialog.selectFile("".join("_" if sign in _UNSAFE else sign for sign in name))
    suffix = Path(name).suffix.lstrip(".")
    if suffix:
        dialog.setDefaultSuffix(suffix)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(lambda path: chosen(Path(path)))
    dialog.open()
    return dialog


def documents() -> Path:
    """The user's documents folder; the home folder where there is none."""
    found = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    return found if found.is_dir() else Path.home()


def show_folder(path: Path) -> None:
    """Open the folder of a file in the system's file manager."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))


def _chooses_folder(dialog: QFileDialog) -> bool:
    return dialog.fileMode() == QFileDialog.FileMode.Directory


def _keep(settings: QSettings, files: list[str], *, folder: bool) -> None:
    if files:
        chosen = Path(files[0])
        settings.setValue(_KEY, str(chosen if folder else chosen.parent))


def _settings_of(dialog: QFileDialog) -> QSettings | None:
    above: QWidget | None = dialog.parentWidget()
    while above is not None:
        found = getattr(above, "settings", None)
        if isinstance(found, QSettings):
            return found
        above = above.parentWidget()
    return None
