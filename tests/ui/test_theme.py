"""Colours can be read by everybody, the style sheet knows its roles, icons follow the scheme."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtGui import QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication, QPushButton, QTableView
from pytestqt.qtbot import QtBot

from app.system import resources
from app.ui import theme
from app.ui.app import theme_of
from app.ui.theme import Scheme
from app.ui.theme_colours import CHIP_ROLES, DARK, LIGHT, TEXT_PAIRS, contrast
from app.ui.theme_fonts import add_fonts, bundled_families, read_font

SETS = {"light": LIGHT, "dark": DARK}


@pytest.mark.parametrize("scheme", SETS)
@pytest.mark.parametrize(("ink", "ground"), TEXT_PAIRS)
def test_text_can_be_read(scheme: str, ink: str, ground: str) -> None:
    assert contrast(SETS[scheme][ink], SETS[scheme][ground]) >= 4.5


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#FFFFFF", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@given(st.integers(0, 0xFFFFFF), st.integers(0, 0xFFFFFF))
def test_contrast_does_not_depend_on_order(first: int, second: int) -> None:
    one, other = f"#{first:06X}", f"#{second:06X}"
    assert contrast(one, other) == contrast(other, one)
    assert 1 <= contrast(one, other) <= 21


def test_both_sets_know_the_same_roles() -> None:
    assert LIGHT.keys() == DARK.keys()


def test_every_status_is_checked_on_its_ground() -> None:
    assert {(role, f"{role}_surface") for role in CHIP_ROLES} <= set(TEXT_PAIRS)


def test_style_sheet_writes_no_colour_of_its_own() -> None:
    text = resources.read_text("resources/theme/app.qss")
    assert not re.search(r"#[0-9A-Fa-f]{3,8}\b|rgba?\(", re.sub(r"#qt_\w+", "", text))
    assert "@" not in theme.style_sheet(LIGHT, "art")


@pytest.mark.parametrize("scheme", SETS)
def test_small_pictures_have_the_colours_of_their_set(scheme: str) -> None:
    expected = {
        "chevron-up": "secondary",
        "chevron-down": "secondary",
        "check": "primary_text",
        "dot": "primary_text",
    }
    for name, role in expected.items():
        picture = resources.read_text(f"resources/theme/{scheme}/{name}.svg")
        assert set(re.findall(r"#[0-9A-F]{6}", picture)) == {SETS[scheme][role]}


def test_dark_and_back(qapp: QApplication) -> None:
    look = theme_of(qapp)
    told = []
    look.changed.connect(lambda: told.append(theme.is_dark()))
    look.choose(Scheme.DARK)
    assert qapp.palette().color(QPalette.ColorRole.Window).name().upper() == DARK["window"]
    look.choose(Scheme.LIGHT)
    assert qapp.palette().color(QPalette.ColorRole.Window).name().upper() == LIGHT["window"]
    assert told == [True, False]


def test_icon_of_a_button_follows_the_scheme(qapp: QApplication) -> None:
    button = QPushButton()
    theme.set_icon(button, "print", "text")
    light = button.icon().pixmap(QSize(16, 16)).toImage()
    theme_of(qapp).choose(Scheme.DARK)
    dark = button.icon().pixmap(QSize(16, 16)).toImage()
    theme_of(qapp).choose(Scheme.LIGHT)
    assert light != dark
    assert button.icon().pixmap(QSize(16, 16)).toImage() == light


@pytest.mark.parametrize("name", resources.names_in("resources/icons", ".svg"))
def test_every_icon_can_be_drawn(qapp: QApplication, name: str) -> None:
    image = theme.icon(name.rpartition("/")[2].removesuffix(".svg")).pixmap(QSize(16, 16)).toImage()
    inked = sum(image.pixelColor(x, y).alpha() > 60 for x in range(16) for y in range(16))
    assert inked > 10


def test_bundled_letters_cover_chinese(qapp: QApplication) -> None:
    assert bundled_families() == ["Noto Sans SC"]
    assert qapp.font().families() == ["Noto Sans SC"]
    assert all(QFontMetrics(qapp.font()).inFontUcs4(ord(sign)) for sign in "受理调查执行〔〕①·—")


def test_qt_itself_speaks_chinese(qapp: QApplication) -> None:
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "取消"


def test_unknown_role_is_a_mistake_of_ours() -> None:
    with pytest.raises(KeyError):
        theme.colour("purple")


_SHOWN = """
from app.ui.app import create_application
from app.ui.theme_fonts import add_fonts, cannot_show, further_fonts, read_font
create_application([], bundled_font_only=True)
print([c for c in "陈䶮𬭎𠮷😀" if cannot_show(c)], further_fonts()[:2])
add_fonts(read_font(name) for name in further_fonts())
print([c for c in "陈䶮𬭎𠮷😀" if cannot_show(c)], further_fonts())
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only there can a computer without fonts be played")
def test_rare_names_are_no_empty_boxes_on_a_computer_without_fonts(tmp_path: Path) -> None:
    nothing = tmp_path / "fonts.conf"
    cache = f"<fontconfig><cachedir>{tmp_path}</cachedir></fontconfig>"
    nothing.write_text(f'<?xml version="1.0"?>{cache}', encoding="utf-8")
    told = subprocess.run(
        [sys.executable, "-c", _SHOWN],
        env={
            **os.environ,
            "FONTCONFIG_FILE": str(nothing),
            "QT_QPA_PLATFORM": "offscreen",
            "PYTHONIOENCODING": "utf-8",
        },
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    before, after = told.stdout.splitlines()
    assert before == "['𠮷', '😀'] ['HanaMinB.ttf.xz', 'NotoEmoji-Regular.ttf']"
    assert after == "[] []"


def test_further_fonts_are_taken_while_tables_are_on_screen(qtbot: QtBot) -> None:
    table = QTableView()
    qtbot.addWidget(table)
    table.show()
    add_fonts([read_font("NotoEmoji-Regular.ttf")])
