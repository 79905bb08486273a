"""Starting Qt the same way for the program, the demonstration and the tests.

Light on purpose: nothing that makes papers or reads workbooks is imported here or by the shell.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QSettings, Qt, QTranslator
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from app.system.atomic_files import make_directory
from app.system.paths import program_root
from app.ui.crash import log_qt_messages
from app.ui.theme import Scheme, Theme
from app.ui.theme_fonts import body_font

SCALES = (100, 110, 125, 150, 175, 200)
"""What the settings offer, in per cent."""
_SETTINGS = "window.ini"


def create_application(
    argv: Sequence[str],
    scale: int = 100,
    scheme: Scheme = Scheme.AUTO,
    *,
    bundled_font_only: bool = False,
) -> QApplication:
    """The one QApplication, with font, colours, Chinese buttons and the user's scale.

    `scale` (100-200 per cent) multiplies everything and can only be chosen before Qt starts: when an
    application exists already it is returned with the scheme applied and `scale` is passed over.
    `bundled_font_only` makes pictures that look the same on every machine.
    """
    running = QApplication.instance()
    if isinstance(running, QApplication):
        theme_of(running).choose(scheme)
        return running
    _take_chinese_as_system_language()
    if scale != 100:
        os.environ["QT_SCALE_FACTOR"] = str(max(100, min(scale, 200)) / 100)
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    QLocale.setDefault(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
    log_qt_messages()
    application = QApplication(list(argv))
    application.setApplicationName("yizhantong")
    application.setApplicationDisplayName("一站通")
    _load_translation(application)
    Theme(application, scheme, body_font(bundled_only=bundled_font_only))
    return application


def theme_of(application: QApplication) -> Theme:
    """The look of an application made by `create_application`, made now for one that was not (tests)."""
    found = application.findChild(Theme)
    return found if isinstance(found, Theme) else Theme(application)


def window_settings(data_dir: Path) -> QSettings:
    """Where windows keep sizes and column widths: a file beside the office's data, never personal data.

    Raises EnvironmentProblem when the directory cannot be made.
    """
    make_directory(data_dir, "保存窗口设置")
    return QSettings(str(data_dir / _SETTINGS), QSettings.Format.IniFormat)


def _load_translation(application: QApplication) -> None:
    """Qt's own words (OK, Cancel, the file dialog, the calendar) in Chinese, and those it has none for."""
    translator = QTranslator(application)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load("qtbase_zh_CN", folder):
        application.installTranslator(translator)
    rest = QTranslator(application)
    if rest.load(str(program_root() / "resources" / "texts" / "qt_rest_zh_CN.qm")):
        application.installTranslator(rest)


def _take_chinese_as_system_language() -> None:
    """Dates and sizes in Qt's file dialog follow the language of the system, not of the program.

    Qt reads it once, from the environment; what other programs we start are told stays as it was.
    """
    before = os.environ.get("LC_ALL")
    os.environ["LC_ALL"] = "zh_CN.UTF-8"
    QLocale.system().name()
    if before is None:
        del os.environ["LC_ALL"]
    else:
        os.environ["LC_ALL"] = before
