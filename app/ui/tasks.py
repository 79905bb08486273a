"""Work that may take longer than a key press, off the screen's thread.

Two pools: one thread for the database, so that writes queue up in the order the user made them, and
one for what eats processor time (PDF, encryption, workbooks). A piece of work is a plain function; it
gets a `Progress`, returns a value and never touches a widget. What it returns comes back to the
screen's thread, unless the page that asked is gone.
"""

from __future__ import annotations

from collections.abc import Callable
from threading import Event
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QRunnable, Qt, QThread, QThreadPool, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from app.domain.errors import InvalidFields, UserError
from app.system.errors import EnvironmentProblem

T = TypeVar("T")


class Cancelled(Exception):
    """The user stopped the work. Silent: nothing is shown, nothing is logged."""


class Progress(QObject):
    """What a piece of work uses to tell how far it is and to learn that it should stop."""

    moved = Signal(int, int, str)

    def __init__(self) -> None:
        super().__init__()
        self._stop = Event()

    @property
    def cancelled(self) -> bool:
        """Whether the user asked to stop."""
        return self._stop.is_set()

    def check(self) -> None:
        """Raise Cancelled when the user asked to stop; call it where stopping leaves nothing half-done."""
        if self._stop.is_set():
            raise Cancelled

    def report(self, done: int, total: int, text: str = "") -> None:
        """Tell that `done` of `total` are through (0 of 0: unknown). Raises Cancelled like `check`."""
        self.check()
        self.moved.emit(done, total, text)

    def cancel(self) -> None:
        """Ask the work to stop; it stops at its next `check` or `report`."""
        self._stop.set()


class Job(QObject):
    """One piece of work under way. Lives in the screen's thread; signals arrive there.

    `progressed(done, total, text)`; `ended()` comes exactly once, after `done` or `failed` was called
    or when the work was cancelled, also when the page is gone.
    """

    progressed = Signal(int, int, str)
    ended = Signal()
    _delivered = Signal(object, object)

    def __init__(
        self,
        page: QWidget,
        done: Callable[[Any], None],
        failed: Callable[[UserError | EnvironmentProblem], None] | None,
        on_defect: Callable[[BaseException], None],
    ) -> None:
        super().__init__()
        self.progress = Progress()
        self._page = page
        self._done = done
        self._failed = failed
        self._on_defect = on_defect
        self.progress.moved.connect(self.progressed, Qt.ConnectionType.QueuedConnection)
        self._delivered.connect(self._receive, Qt.ConnectionType.QueuedConnection)

    def cancel(self) -> None:
        """Ask the work to stop. Work that was already through delivers its result all the same."""
        self.progress.cancel()

    def deliver(self, value: object, error: BaseException | None) -> None:
        """Called by the worker's thread, once."""
        self._delivered.emit(value, error)

    def _receive(self, value: object, error: BaseException | None) -> None:
        try:
            if error is not None:
                self._receive_error(error)
            elif isValid(self._page):
                # Also when stopping was asked for too late: what is saved must be shown as saved.
                self._done(value)
        finally:
            self.ended.emit()

    def _receive_error(self, error: BaseException) -> None:
        if isinstance(error, Cancelled):
            return
        if not isinstance(error, (UserError, EnvironmentProblem)):
            # A defect is recorded even when nobody waits for the result any more.
            self._on_defect(error)
            return
        if not isValid(self._page):
            return
        if self._failed is not None:
            self._failed(error)
        else:
            show_problem(self._page, error)


def show_problem(page: QWidget, problem: UserError | EnvironmentProblem) -> None:
    """Show a problem where the user is working: on the nearest of `page` and its parents that can.

    Such a parent has `show_invalid(problems)` (fields, by name) or `show_problem(message)`. Raises the
    problem again when there is none, because a message nobody sees would be swallowed.
    """
    widget: QWidget | None = page
    while widget is not None:
        if isinstance(problem, InvalidFields) and hasattr(widget, "show_invalid"):
            widget.show_invalid(problem.problems)
            return
        if hasattr(widget, "show_problem"):
            widget.show_problem(problem.message)
            return
        widget = widget.parentWidget()
    raise problem


class _Work(QRunnable):
    def __init__(self, work: Callable[[Progress], Any], job: Job) -> None:
        super().__init__()
        self._work = work
        self._job = job

    def run(self) -> None:
        value: object = None
        error: BaseException | None = None
        try:
            self._job.progress.check()
            value = self._work(self._job.progress)
        except BaseException as caught:  # noqa: BLE001 - everything crosses to the screen's thread and is told apart there
            error = caught
        self._job.deliver(value, error)


class Tasks(QObject):
    """The two pools of one window. `busy_changed(bool)`: the first work started, the last one ended."""

    busy_changed = Signal(bool)

    def __init__(self, on_defect: Callable[[BaseException], None], parent: QObject | None = None) -> None:
        """`on_defect` gets every error that is neither the user's nor the surroundings' (crash page, log)."""
        super().__init__(parent)
        self._on_defect = on_defect
        self._database = QThreadPool(self)
        self._database.setMaxThreadCount(1)
        # The thread keeps its database connection, so it is not given back between two saves.
        self._database.setExpiryTimeout(-1)
        self._heavy = QThreadPool(self)
        self._heavy.setMaxThreadCount(max(1, QThread.idealThreadCount() - 1))
        self._jobs: set[Job] = set()

    @property
    def busy(self) -> bool:
        """Whether any work is under way or waiting."""
        return bool(self._jobs)

    def run(
        self,
        page: QWidget,
        work: Callable[[Progress], T],
        done: Callable[[T], None],
        failed: Callable[[UserError | EnvironmentProblem], None] | None = None,
    ) -> Job:
        """Do `work` in the database thread, then call `done(result)` here, unless `page` is gone by then.

        UserError and EnvironmentProblem go to `failed` or, without it, to the message line of `page`
        (`show_problem`). Works are done one after another, in the order they were given.
        """
        return self._start(self._database, page, work, done, failed)

    def run_heavy(
        self,
        page: QWidget,
        work: Callable[[Progress], T],
        done: Callable[[T], None],
        failed: Callable[[UserError | EnvironmentProblem], None] | None = None,
    ) -> Job:
        """Like `run`, in the pool for PDF, encryption and workbooks: no order, beside the database."""
        return self._start(self._heavy, page, work, done, failed)

    def close(self, milliseconds: int = 10_000) -> bool:
        """Ask all work to stop and wait for it; False when something was still running after that time."""
        for job in self._jobs:
            job.cancel()
        return self._database.waitForDone(milliseconds) and self._heavy.waitForDone(milliseconds)

    def _start(
        self,
        pool: QThreadPool,
        page: QWidget,
        work: Callable[[Progress], Any],
        done: Callable[[Any], None],
        failed: Callable[[UserError | EnvironmentProblem], None] | None,
    ) -> Job:
        job = Job(page, done, failed, self._on_defect)
        self._jobs.add(job)
        job.ended.connect(self._on_ended)
        if len(self._jobs) == 1:
            self.busy_changed.emit(True)
        pool.start(_Work(work, job))
        return job

    def _on_ended(self) -> None:
        job = self.sender()
        assert isinstance(job, Job)
        self._jobs.discard(job)
        if not self._jobs:
            self.busy_changed.emit(False)
