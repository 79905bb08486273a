"""Which letters the screen uses: the system's Chinese sans, else the bundled Noto Sans SC.

Old office machines may have no usable Chinese sans at all, and the pictures of the demonstration are
made where no font is installed, so two weights come with the program and are loaded by path.

Letters beyond them (𠮷 in a name, emoji somebody pasted) Qt takes from any font there is. Where the
system has none, ours are added after the window stands: unpacking the rare ones takes most of a second.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication, QTextLayout
from PySide6.QtWidgets import QApplication, QWidget

from app.system import resources

BODY_PIXELS = 13
"""Body size at 100 %; other sizes stand in `resources/theme/app.qss`. The user's scale multiplies all."""

_SYSTEM_FAMILIES = (
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "思源黑体",
    "Microsoft YaHei UI",
    "Microsoft YaHei",
    "微软雅黑",
    "PingFang SC",
    "HarmonyOS Sans SC",
)
_BUNDLED_PREFIX = "NotoSansSC"
_FONTS = "resources/fonts"
_FURTHER = (
    ("𠮷𤭢", "HanaMinB.ttf.xz"),
    ("😀", "NotoEmoji-Regular.ttf"),
    ("🏳", "NotoSansSymbols2-Regular.ttf"),
)
"""Letters to try, and the bundled font for their like."""


def bundled_families() -> list[str]:
    """Load the bundled Noto Sans SC and return its family names; loading twice costs nothing more."""
    families: list[str] = []
    for name in resources.names_in(_FONTS, ".ttf"):
        if name.rpartition("/")[2].startswith(_BUNDLED_PREFIX):
            number = QFontDatabase.addApplicationFont(str(resources.path_of(name)))
            for family in QFontDatabase.applicationFontFamilies(number) if number >= 0 else ():
                if family not in families:
                    families.append(family)
    return families


def body_font(*, bundled_only: bool = False) -> QFont:
    """The font of running text. `bundled_only` passes the system's fonts over, for pictures that must repeat.

    Needs a QGuiApplication.
    """
    families = [] if bundled_only else [name for name in _SYSTEM_FAMILIES if QFontDatabase.hasFamily(name)]
    font = QFont()
    font.setFamilies(families[:1] or bundled_families() or [font.family()])
    font.setPixelSize(BODY_PIXELS)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def cannot_show(text: str) -> bool:
    """Whether a character of `text` would be an empty box on screen, with all the fonts there are now."""
    layout = QTextLayout(text, QGuiApplication.font())
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return any(0 in run.glyphIndexes() for run in layout.glyphRuns())


def further_fonts() -> list[str]:
    """The bundled fonts that would show what nothing on this computer shows."""
    return [name for letters, name in _FURTHER if cannot_show(letters)]


def read_font(name: str) -> bytes:
    """A bundled font, unpacked; may be called in any thread."""
    data = resources.read_bytes(f"{_FONTS}/{name}")
    if not name.endswith(".xz"):
        return data
    import lzma

    return lzma.decompress(data)


def add_fonts(fonts: Iterable[bytes]) -> None:
    """Let Qt fall back on these too, and paint everything again."""
    for data in fonts:
        QFontDatabase.addApplicationFontFromData(QByteArray(data))
    for widget in QApplication.allWidgets():
        # Item views have an update(index) of their own; what is meant here is the widget's.
        QWidget.update(widget)
