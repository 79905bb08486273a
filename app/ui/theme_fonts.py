"""Which letters the screen uses: the system's Chinese sans, else the bundled Noto Sans SC.

Old office machines may have no usable Chinese sans at all, and the pictures of the demonstration are
made where no font is installed, so three weights come with the program and are loaded by path.
"""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase

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
