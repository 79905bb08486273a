"""The look of the program, in one place: colours by role, style sheet, icons, font, light or dark.

A widget asks `colour("danger")` or `set_icon(button, "print")`; it never writes a colour or a size of
letters down. `Theme` owns the choice: it follows the system's colour scheme unless the office chose
one, and repaints everything when that changes.

The user's scale (100-200 %) is QT_SCALE_FACTOR, set by `app.ui.app.create_application` before Qt
starts: it multiplies letters, pictures, spacing and lines alike, so nothing here knows about it, and a
new scale takes effect at the next start.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Protocol

from PySide6.QtCore import QObject, QRect, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QIcon, QPainter, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from app.system import resources
from app.ui import theme_icons
from app.ui.theme_colours import DARK, LIGHT
from app.ui.theme_fonts import body_font

STEP = 4
"""Spacing goes in steps of 4 logical pixels: `STEP * 3` is the gap between fields."""
RADIUS_CONTROL = 6
RADIUS_CARD = 8
PAGE_MARGIN = 16
GAP = 14
"""Between cards."""
CARD_MARGIN = 14
"""Inside a card, around its body."""
CONTROL_HEIGHT = 28
ROW_HEIGHT = 35
HEADER_HEIGHT = 32


class Scheme(StrEnum):
    """What the office chose in the settings."""

    AUTO = "auto"
    LIGHT = "light"
    DARK = "dark"


class _HasIcon(Protocol):
    def setIcon(self, icon: QIcon) -> None: ...  # noqa: N802 - Qt's name
    def setProperty(self, name: str, value: object) -> bool: ...  # noqa: N802 - Qt's name


_active: dict[str, str] = LIGHT
_ICON_NAME = "iconName"
_ICON_ROLE = "iconRole"


def colour(role: str) -> QColor:
    """The colour of a role now; KeyError for an unknown role. Ask while painting, do not keep it."""
    return QColor(_active[role])


def is_dark() -> bool:
    """Whether the dark set is shown."""
    return _active is DARK


def icon(name: str, role: str = "text") -> QIcon:
    """The icon `resources/icons/<name>.svg` in the colour of `role` now. For a widget, prefer `set_icon`."""
    return theme_icons.icon(name, _active[role], _active["disabled_text"])


def paint_icon(painter: QPainter, room: QRect, name: str, role: str) -> None:
    """Paint an icon in the colour of `role` into the square `room`, sharp at any scale."""
    theme_icons.paint(painter, room, name, _active[role])


def set_icon(target: _HasIcon, name: str, role: str = "text") -> None:
    """Give a button or an action an icon that follows the colour scheme for as long as it lives."""
    target.setProperty(_ICON_NAME, name)
    target.setProperty(_ICON_ROLE, role)
    target.setIcon(icon(name, role))


def style(widget: QWidget, **properties: str | bool) -> None:
    """Set style-sheet properties (`kind="primary"`, `tone="danger"`) and repaint the widget by them."""
    changed = False
    for name, value in properties.items():
        told = ("true" if value else "false") if isinstance(value, bool) else value
        if widget.property(name) != told:
            widget.setProperty(name, told)
            changed = True
    # A widget that was never shown takes them up by itself when it is.
    if changed and widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        widget.style().unpolish(widget)
        widget.style().polish(widget)
        widget.update()


def style_sheet(colours: dict[str, str], art: str) -> str:
    """The style sheet with every `@role@` replaced; `art` is the folder of small pictures of the scheme.

    Raises KeyError for a role that does not exist.
    """
    text = resources.read_text("resources/theme/app.qss")
    values = {**colours, "art": art}
    return re.sub(r"@([a-z_]+)@", lambda found: values[found.group(1)], text)


def palette(colours: dict[str, str]) -> QPalette:
    """Qt's palette for what the style sheet does not reach (calendar, file dialog, disabled text)."""
    made = QPalette()
    active = {
        QPalette.ColorRole.Window: "window",
        QPalette.ColorRole.WindowText: "text",
        QPalette.ColorRole.Base: "surface",
        QPalette.ColorRole.AlternateBase: "header",
        QPalette.ColorRole.Text: "text",
        QPalette.ColorRole.PlaceholderText: "placeholder",
        QPalette.ColorRole.Button: "surface",
        QPalette.ColorRole.ButtonText: "text",
        QPalette.ColorRole.BrightText: "danger",
        QPalette.ColorRole.Highlight: "primary",
        QPalette.ColorRole.HighlightedText: "primary_text",
        QPalette.ColorRole.Link: "link",
        QPalette.ColorRole.LinkVisited: "link",
        QPalette.ColorRole.ToolTipBase: "toast",
        QPalette.ColorRole.ToolTipText: "toast_text",
        QPalette.ColorRole.Accent: "primary",
        QPalette.ColorRole.Light: "surface",
        QPalette.ColorRole.Midlight: "header",
        QPalette.ColorRole.Mid: "line",
        QPalette.ColorRole.Dark: "control_line",
        QPalette.ColorRole.Shadow: "control_line",
    }
    for role, name in active.items():
        made.setColor(role, QColor(colours[name]))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours["disabled_text"]))
    return made


class Theme(QObject):
    """The look of one running application; made once, by `create_application`.

    `changed` tells widgets that keep something drawn that the colours are new; painting with `colour`
    needs no signal.
    """

    changed = Signal()

    def __init__(
        self, application: QApplication, scheme: Scheme = Scheme.AUTO, font: QFont | None = None
    ) -> None:
        super().__init__(application)
        self._application = application
        self._scheme = scheme
        application.setStyle("Fusion")
        application.setFont(font or body_font())
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._on_system_change)
        self.choose(scheme)

    @property
    def scheme(self) -> Scheme:
        """What was chosen; `is_dark()` tells what is shown."""
        return self._scheme

    def choose(self, scheme: Scheme) -> None:
        """Show this scheme from now on; AUTO follows the system."""
        self._scheme = scheme
        wanted = {
            Scheme.AUTO: Qt.ColorScheme.Unknown,
            Scheme.LIGHT: Qt.ColorScheme.Light,
            Scheme.DARK: Qt.ColorScheme.Dark,
        }[scheme]
        # Window frames and native dialogs follow this hint too.
        QGuiApplication.styleHints().setColorScheme(wanted)
        self._apply()

    def _on_system_change(self) -> None:
        if self._scheme is Scheme.AUTO:
            self._apply()

    def _apply(self) -> None:
        global _active  # noqa: PLW0603 - one application shows one theme; painting code asks for it often
        system_dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        dark = system_dark if self._scheme is Scheme.AUTO else self._scheme is Scheme.DARK
        _active = DARK if dark else LIGHT
        theme_icons.forget()
        art = resources.path_of(f"resources/theme/{'dark' if dark else 'light'}").as_posix()
        self._application.setPalette(palette(_active))
        self._application.setStyleSheet(style_sheet(_active, art))
        for widget in self._application.allWidgets():
            _redraw_icon(widget)
            for action in widget.actions():
                _redraw_icon(action)
        self.changed.emit()


def _redraw_icon(target: QObject) -> None:
    name = target.property(_ICON_NAME)
    if name:
        target.setIcon(icon(name, target.property(_ICON_ROLE)))  # type: ignore[attr-defined]
