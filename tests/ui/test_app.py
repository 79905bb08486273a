"""Starting up: light, in Chinese, at the user's scale."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from app.system.paths import program_root

HEAVY = {
    "reportlab",
    "openpyxl",
    "python_calamine",
    "pypinyin",
    "pikepdf",
    "pypdfium2",
    "rapidfuzz",
    "jinja2",
    "PySide6.QtNetwork",
    "PySide6.QtPrintSupport",
}


def run(code: str) -> object:
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=program_root(),
        capture_output=True,
        text=True,
        check=False,
        timeout=50,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_the_window_needs_nothing_heavy() -> None:
    loaded = run("import json, sys, app.ui.app, app.ui.shell; print(json.dumps(list(sys.modules)))")
    assert isinstance(loaded, list)
    assert not HEAVY & set(loaded)
    assert not {name for name in loaded if name.startswith(("app.store", "app.papers", "app.sheets"))}


@pytest.mark.parametrize(("scale", "ratio"), [(100, 1.0), (150, 1.5), (900, 2.0)])
def test_the_scale_multiplies_everything(scale: int, ratio: float) -> None:
    told = run(
        "import json\n"
        "from app.ui.app import create_application\n"
        "from app.ui.theme import Scheme\n"
        f"application = create_application([], {scale}, Scheme.DARK, bundled_font_only=True)\n"
        "from app.ui import theme\n"
        "print(json.dumps([application.devicePixelRatio(), theme.is_dark(), application.font().pixelSize()]))"
    )
    assert told == [ratio, True, 13]


def test_what_qt_says_itself_is_chinese_on_an_english_system_and_the_environment_stays() -> None:
    told = run(
        "import json, os\n"
        "os.environ.update(LANG='en_US.UTF-8', LC_ALL='C.UTF-8')\n"
        "from app.ui.app import create_application\n"
        "application = create_application([])\n"
        "from PySide6.QtCore import QCoreApplication, QDate, QLocale\n"
        "day = QLocale.system().toString(QDate(2026, 11, 21), QLocale.FormatType.ShortFormat)\n"
        "folder = QCoreApplication.translate('QAbstractFileIconProvider', 'Folder')\n"
        "cancel = QCoreApplication.translate('QPlatformTheme', 'Cancel')\n"
        "print(json.dumps([day, folder, cancel, os.environ['LC_ALL']]))"
    )
    assert told == ["2026/11/21", "文件夹", "取消", "C.UTF-8"]
