"""A test leaves no window open, no timer ticking, no work in Qt's pool, and never waits in a modal dialog."""

from __future__ import annotations

import weakref
from collections.abc import Callable, Iterator
from typing import NoReturn

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QThreadPool, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QColorDialog,
    QDialog,
    QFileDialog,
    QFontDialog,
    QInputDialog,
    QMenu,
    QMessageBox,
    QWidget,
)
from shiboken6 import isValid

PATIENCE_MILLISECONDS = 2000
_BLOCKING: dict[type, tuple[str, ...]] = {
    QDialog: ("exec",),
    QMenu: ("exec",),
    QMessageBox: ("exec", "information", "question", "warning", "critical", "about"),
    QFileDialog: ("exec", "getOpenFileName", "getOpenFileNames", "getSaveFileName", "getExistingDirectory"),
    QInputDialog: ("exec", "getText", "getMultiLineText", "getItem", "getInt", "getDouble"),
    QColorDialog: ("getColor",),
    QFontDialog: ("getFont",),
}


class _Timers:
    """Timers started since the current test began. Installed once; Qt itself cannot list its timers."""

    started: weakref.WeakSet[QTimer] = weakref.WeakSet()
    installed = False


def _note_starts() -> None:
    if _Timers.installed:
        return
    _Timers.installed = True
    start = QTimer.start

    def noted(timer: QTimer, *arguments: object) -> None:
        _Timers.started.add(timer)
        start(timer, *arguments)

    # A static singleShot creates no object of ours and ends by itself; it goes its own way.
    QTimer.start = noted  # type: ignore[method-assign, assignment]


def _refusal(name: str) -> Callable[..., NoReturn]:
    def refuse(*_arguments: object, **_options: object) -> NoReturn:
        pytest.fail(f"{name} would wait for a person; use open() and signals")

    return refuse


def _old_window(timer: QTimer, windows: set[int]) -> bool:
    """Whether the timer belongs to a window that was there before the test (one window for a module)."""
    parent = timer.parent()
    while parent is not None:
        if isinstance(parent, QWidget) and id(parent.window()) in windows:
            return True
        parent = parent.parent()
    return False


def _describe(thing: QWidget | QTimer) -> str:
    owner = thing.parent()
    return f"{type(thing).__name__} {thing.objectName()!r} of {type(owner).__name__}"


@pytest.fixture(autouse=True)
def no_blocking_dialog(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever would stop the program until somebody clicks fails instead of hanging the run."""
    for owner, names in _BLOCKING.items():
        for name in names:
            monkeypatch.setattr(owner, name, _refusal(f"{owner.__name__}.{name}"))


@pytest.fixture(autouse=True)
def nothing_left_on_screen(no_blocking_dialog: None) -> Iterator[None]:
    """Compare windows, timers and pool before and after the test."""
    _note_starts()
    _Timers.started.clear()
    application = QApplication.instance()
    before = list(QApplication.topLevelWidgets()) if isinstance(application, QApplication) else []
    yield
    if not isinstance(QApplication.instance(), QApplication):
        return
    complaints = []
    if not QThreadPool.globalInstance().waitForDone(PATIENCE_MILLISECONDS):
        complaints.append("work in the global thread pool")
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    windows = {id(widget) for widget in before if isValid(widget)}
    left = [w for w in QApplication.topLevelWidgets() if id(w) not in windows and not w.isHidden()]
    complaints += [f"window {_describe(widget)}" for widget in left]
    ticking = [
        t for t in list(_Timers.started) if isValid(t) and t.isActive() and not _old_window(t, windows)
    ]
    complaints += [f"timer {_describe(timer)}" for timer in ticking]
    for widget in left:  # the next test starts clean and is not blamed
        widget.close()
        widget.deleteLater()
    for timer in ticking:
        timer.stop()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    if complaints:
        pytest.fail("the test left behind: " + "; ".join(complaints))
