"""Work comes back to the screen's thread, in order, told apart by what went wrong, or not at all."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QThread
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.domain.errors import InvalidFields, UserError
from app.system.errors import EnvironmentProblem
from app.ui.tasks import Cancelled, Progress, Tasks


class Shown(QWidget):
    """A page that notes what it is told."""

    def __init__(self) -> None:
        super().__init__()
        self.problems: list[str] = []
        self.fields: list[dict[str, str]] = []

    def show_problem(self, message: str) -> None:
        self.problems.append(message)

    def show_invalid(self, problems: dict[str, str]) -> None:
        self.fields.append(problems)


class Fixture:
    def __init__(self) -> None:
        self.defects: list[BaseException] = []
        self.tasks = Tasks(self.defects.append)
        self.page = Shown()
        self.results: list[object] = []


@pytest.fixture
def office(qtbot: QtBot) -> Iterator[Fixture]:
    made = Fixture()
    qtbot.addWidget(made.page)
    yield made
    assert made.tasks.close(2000)


def refuse(error: BaseException) -> object:
    def work(_progress: Progress) -> None:
        raise error

    return work


def test_result_arrives_in_the_thread_of_the_screen(qtbot: QtBot, office: Fixture) -> None:
    threads = []
    job = office.tasks.run(
        office.page,
        lambda progress: QThread.currentThread(),
        lambda result: threads.extend([result, QThread.currentThread()]),
    )
    with qtbot.waitSignal(job.ended, timeout=2000):
        assert office.tasks.busy
    assert threads[0] is not threads[1]
    assert threads[1] is office.page.thread()
    assert not office.tasks.busy


def test_database_work_is_done_one_after_another(qtbot: QtBot, office: Fixture) -> None:
    inside = threading.Lock()

    def work(number: int) -> object:
        def do(_progress: Progress) -> int:
            assert inside.acquire(blocking=False)
            inside.release()
            return number

        return do

    jobs = [office.tasks.run(office.page, work(number), office.results.append) for number in range(30)]
    qtbot.waitSignal(jobs[-1].ended, timeout=2000).wait()
    assert office.results == list(range(30))


def test_progress_is_told_with_numbers(qtbot: QtBot, office: Fixture) -> None:
    seen = []

    def work(progress: Progress) -> str:
        for done in range(3):
            progress.report(done + 1, 3, "读取")
        return "好"

    job = office.tasks.run_heavy(office.page, work, office.results.append)
    job.progressed.connect(lambda *facts: seen.append(facts))
    with qtbot.waitSignal(job.ended, timeout=2000):
        pass
    assert seen == [(1, 3, "读取"), (2, 3, "读取"), (3, 3, "读取")]
    assert office.results == ["好"]


def test_cancelled_work_ends_silently(qtbot: QtBot, office: Fixture) -> None:
    started, go_on = threading.Event(), threading.Event()

    def work(progress: Progress) -> None:
        started.set()
        assert go_on.wait(2)
        assert progress.cancelled
        progress.report(1, 2)

    job = office.tasks.run_heavy(office.page, work, office.results.append)
    assert started.wait(2)
    with qtbot.waitSignal(job.ended, timeout=2000):
        job.cancel()
        go_on.set()
    assert not office.results
    assert not office.page.problems
    assert not office.defects


def test_what_was_saved_is_told_even_when_stopping_came_too_late(qtbot: QtBot, office: Fixture) -> None:
    job = office.tasks.run(office.page, lambda progress: "已保存", office.results.append)
    assert office.tasks._database.waitForDone(2000)
    with qtbot.waitSignal(job.ended, timeout=2000):
        job.cancel()
    assert office.results == ["已保存"]


def test_waiting_work_that_is_cancelled_is_never_begun(qtbot: QtBot, office: Fixture) -> None:
    go_on = threading.Event()
    begun = []
    office.tasks.run(office.page, lambda progress: go_on.wait(2), office.results.append)
    second = office.tasks.run(office.page, lambda progress: begun.append(1), office.results.append)
    with qtbot.waitSignal(second.ended, timeout=2000):
        second.cancel()
        go_on.set()
    assert not begun


@pytest.mark.parametrize("error", [UserError("没有这件案件。"), EnvironmentProblem("磁盘已满。")])
def test_problems_go_to_the_page(
    qtbot: QtBot, office: Fixture, error: UserError | EnvironmentProblem
) -> None:
    inner = QWidget(office.page)
    job = office.tasks.run(inner, refuse(error), office.results.append)
    with qtbot.waitSignal(job.ended, timeout=2000):
        pass
    assert office.page.problems == [error.message]
    assert not office.results


def test_problems_go_to_the_caller_who_asks_for_them(qtbot: QtBot, office: Fixture) -> None:
    failures = []
    job = office.tasks.run(office.page, refuse(UserError("不行。")), office.results.append, failures.append)
    with qtbot.waitSignal(job.ended, timeout=2000):
        pass
    assert [failure.message for failure in failures] == ["不行。"]
    assert not office.page.problems


def test_wrong_fields_are_told_by_name(qtbot: QtBot, office: Fixture) -> None:
    job = office.tasks.run(
        office.page, refuse(InvalidFields({"name": "请填写姓名。"})), office.results.append
    )
    with qtbot.waitSignal(job.ended, timeout=2000):
        pass
    assert office.page.fields == [{"name": "请填写姓名。"}]


def test_a_defect_goes_to_the_crash_desk(qtbot: QtBot, office: Fixture) -> None:
    error = ZeroDivisionError("ours")
    job = office.tasks.run(office.page, refuse(error), office.results.append)
    with qtbot.waitSignal(job.ended, timeout=2000):
        pass
    assert office.defects == [error]


def test_nothing_is_delivered_to_a_page_that_is_gone(qtbot: QtBot, office: Fixture) -> None:
    page = Shown()
    go_on = threading.Event()
    good = office.tasks.run(page, lambda progress: go_on.wait(2), office.results.append)
    bad = office.tasks.run(page, refuse(UserError("晚了。")), office.results.append)
    page.deleteLater()
    with qtbot.waitSignal(page.destroyed, timeout=2000):
        pass
    with qtbot.waitSignals([good.ended, bad.ended], timeout=2000):
        go_on.set()
    assert not office.results


def test_busy_is_told_once_for_many(qtbot: QtBot, office: Fixture) -> None:
    told = []
    office.tasks.busy_changed.connect(told.append)
    for _ in range(5):
        office.tasks.run(office.page, lambda progress: None, office.results.append)
    qtbot.waitUntil(lambda: len(office.results) == 5, timeout=2000)
    qtbot.waitUntil(lambda: told == [True, False], timeout=2000)


def test_check_raises_after_cancel() -> None:
    progress = Progress()
    progress.check()
    progress.cancel()
    with pytest.raises(Cancelled):
        progress.check()
