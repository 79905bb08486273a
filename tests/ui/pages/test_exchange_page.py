"""往来同步 in the window, with real offices that exchange real files: enrolled, sent, previewed, imported."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from app.services import casework
from app.services.exchange import attention, conflicts, enrolment, key_change, peers, sending
from app.system.drives import Drive
from app.ui.context import Context
from app.ui.pages.case.dispute_choice import DisputeDialog
from app.ui.pages.case.page import CasePage
from app.ui.pages.case_list import CaseListPage
from app.ui.pages.desk import DeskPage
from app.ui.pages.exchange.fingerprint_field import FingerprintField, compared
from app.ui.pages.exchange.page import ExchangePage
from tests.scenarios.exchanging import Counter, county, enrol, exchange
from tests.ui.office_fixture import context_of
from tests.ui.pages.exchange_office import dispute_between

PATIENCE = 20_000


class Desk:
    """Two offices and a page over the one or the other."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.qtbot = qtbot
        self.above = county(folder / "county")
        self.below = Counter(folder / "window", "青山镇消费维权窗口")
        self.sticks: list[Drive] = []
        self._stack = ExitStack()
        self._pages: list[ExchangePage] = []

    def page(self, counter: Counter) -> ExchangePage:
        """The page over one office, read and on screen."""
        context = self._stack.enter_context(context_of(counter.office))
        made = ExchangePage(context, lambda: list(self.sticks))
        made.resize(1180, 700)
        made.show()
        self._pages.append(made)
        self.rest(made)
        return made

    def rest(self, page: ExchangePage) -> None:
        """Wait for the workers."""
        self.qtbot.waitUntil(lambda: not context_under(page).tasks.busy, timeout=PATIENCE)

    def stick(self, path: Path, *, writable: bool = True) -> Drive:
        """A folder that is taken for a stick."""
        path.mkdir()
        drive = Drive(path, path.name, path.name, "vfat", 2**33, 2**34, writable)
        self.sticks.append(drive)
        return drive

    def close(self) -> None:
        for page in self._pages:
            page.close()
            self.rest(page)
            page.deleteLater()
        self._stack.close()
        self.above.close()
        self.below.close()


def context_under(page: ExchangePage) -> Context:
    return page._context


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    made = Desk(qtbot, tmp_path)
    yield made
    made.close()


@pytest.fixture
def enrolled(desk: Desk) -> Desk:
    enrol(desk.above, desk.below, "QS")
    return desk


def test_enrolment_by_both_pages(desk: Desk, tmp_path: Path) -> None:
    station, top = desk.page(desk.below), desk.page(desk.above)
    assert station._layers.current() is station.enrolment
    assert station.enrolment.request.property("kind") == "primary"
    assert top.enrolment.request.isHidden()
    station.acts.request_into(tmp_path)
    desk.rest(station)
    desk.rest(station)
    (request,) = tmp_path.glob("*.yzr")
    assert peers.own_fingerprint(desk.below.office) in station.banner.text()
    assert station.enrolment.accept.property("kind") == "primary"

    top.look_into([request])
    desk.rest(top)
    dialog = top.acts.dialog
    assert dialog is not None
    dialog.form.field("fingerprint").setText("4F2A 91C0 77DE 1B35 A0C4 92EE")
    dialog.form.field("confirmed_with").setText("王敏")
    dialog.submit()
    assert dialog.form.row("fingerprint").problem()
    dialog.form.field("fingerprint").setText(peers.own_fingerprint(desk.below.office).lower())
    asked = enrolment.read_application(desk.above.office, request)
    assert dialog.form.field("name").value() == asked.name
    approved = enrolment.approve(
        desk.above.office, request, tmp_path, fingerprint=asked.fingerprint, confirmed_with="王敏"
    )
    dialog.finish()

    station.look_into([approved.path])
    desk.rest(station)
    answer = station.acts.dialog
    assert answer is not None
    answer.form.field("fingerprint").setText(approved.fingerprint)
    answer.submit()
    assert answer.form.row("confirmed_with").problem()
    answer.form.field("confirmed_with").setText("陈局")
    answer.submit()
    desk.rest(station)
    desk.rest(station)
    assert station.read is not None
    assert station.read.parent is not None
    assert station._layers.current() is station._main


def test_a_wrong_group_is_named(qapp: QApplication) -> None:
    expected = "4F2A 91C0 77DE 1B35 A0C4 92EE"
    assert compared("4f2a 91", expected) == "前 1 组对上了。"
    assert "第 2 组" in compared("4f2a 81", expected)
    assert compared(expected, expected) == "6 组都对上了。"
    field = FingerprintField(expected)
    assert field.problem()
    field.setText(expected.replace(" ", "").lower())
    assert field.problem() == ""
    field.setText(expected[:-1])
    assert field.problem()


def test_out_by_stick_and_in_by_page(enrolled: Desk, tmp_path: Path) -> None:
    desk = enrolled
    case = desk.below.case()
    drive = desk.stick(tmp_path / "KINGSTON")
    locked = desk.stick(tmp_path / "LOCKED", writable=False)
    station = desk.page(desk.below)
    first, second = station.sending.stick_buttons
    assert first.property("kind") == "primary"
    assert not second.isEnabled()
    assert locked.label in second.text()
    assert station.sending.figures["cases"].text() == "1"
    first.click()
    desk.rest(station)
    assert "可以拔出" in station.sending.result.text()
    desk.rest(station)
    assert station.history.table.ids()

    top = desk.page(desk.above)
    top.look_at_stick(drive)
    desk.rest(top)
    assert top._layers.current() is top.preview
    assert desk.above.office.store.log.read_stream(case) == []
    assert top.preview.cases.ids() == [case]
    top.preview.confirm.click()
    desk.rest(top)
    assert top.preview.done
    assert desk.above.hash(desk.below) == desk.below.hash(desk.above)
    top.preview.back.click()
    desk.rest(top)
    assert top._layers.current() is top._main
    # The same stick again has nothing new.
    top.look_at_stick(drive)
    desk.rest(top)
    assert top.preview.confirm.isHidden()


def test_cancelled_export_counts_for_nothing(enrolled: Desk, tmp_path: Path) -> None:
    desk = enrolled
    desk.below.case()
    station = desk.page(desk.below)
    job = station.sending.to_folder(tmp_path)
    assert job is not None
    job.cancel()
    desk.rest(station)
    assert "已取消" in station.sending.result.text()
    pending = sending.pending(desk.below.office, desk.above.node)
    assert pending.fresh == pending.events > 0


def test_a_folder_that_is_gone_is_told_and_can_be_tried_again(enrolled: Desk, tmp_path: Path) -> None:
    desk = enrolled
    station = desk.page(desk.below)
    station.sending.to_folder(tmp_path / "nowhere")
    desk.rest(station)
    assert station.sending.result.text()
    (tmp_path / "nowhere").mkdir()
    station.sending.result._act()
    desk.rest(station)
    assert list((tmp_path / "nowhere").glob("*.yzt"))


def test_conflicts_are_counted_and_listed(enrolled: Desk) -> None:
    desk = enrolled
    package = dispute_between(desk.above, desk.below)
    station = desk.page(desk.below)
    assert station.attention.isHidden()
    station.look_into([package])
    desk.rest(station)
    station.start_import()
    desk.rest(station)
    station.leave_preview()
    desk.rest(station)
    assert not station.attention.isHidden()
    assert attention.read(desk.below.office).count == 1


def test_files_of_strangers_are_refused_with_a_reason(enrolled: Desk, tmp_path: Path) -> None:
    desk = enrolled
    junk = tmp_path / "x.yzt"
    junk.write_bytes(b"nothing of ours")
    station = desk.page(desk.below)
    station.look_into([junk])
    desk.rest(station)
    assert station.preview.confirm.isHidden()
    assert len(station.preview.packages.ids()) == 1


def test_new_keys_are_taken_after_a_call(enrolled: Desk, tmp_path: Path) -> None:
    desk = enrolled
    changed = key_change.change(desk.below.office, tmp_path, sure=desk.below.name)
    top = desk.page(desk.above)
    top.look_into([changed.notices[0][1]])
    desk.rest(top)
    dialog = top.acts.dialog
    assert dialog is not None
    dialog.form.field("fingerprint").setText(changed.fingerprint)
    dialog.form.field("confirmed_with").setText("王敏")
    dialog.submit()
    desk.rest(top)
    (line,) = peers.lines(desk.above.office)
    assert line.fingerprint == changed.fingerprint


def test_stopping_needs_a_reason(enrolled: Desk) -> None:
    desk = enrolled
    top = desk.page(desk.above)
    assert top.read is not None
    dialog = top.acts.stop(top.read.peers[0])
    dialog.submit()
    desk.rest(top)
    assert peers.lines(desk.above.office)[0].active
    dialog.form.field("reason").set_value("站点撤并")
    dialog.submit()
    desk.rest(top)
    assert not peers.lines(desk.above.office)[0].active


def test_the_check_is_a_page_to_print(enrolled: Desk) -> None:
    desk = enrolled
    desk.below.case()
    exchange((desk.above, desk.below))
    station = desk.page(desk.below)
    station.print_check()
    desk.rest(station)
    assert station.sheet.window is not None
    station.sheet.window.close()


@pytest.fixture
def disputed(enrolled: Desk) -> str:
    """A case of the station that both offices changed; the package is imported."""
    package = dispute_between(enrolled.above, enrolled.below)
    enrolled.below.take(package)
    (line,) = attention.read(enrolled.below.office).contested
    return line.case_id


def test_a_person_decides_between_two_offices(enrolled: Desk, disputed: str) -> None:
    desk = enrolled
    context = desk._stack.enter_context(context_of(desk.below.office))
    page = CasePage(context)
    page.resize(1180, 700)
    page.show()
    desk.qtbot.addWidget(page)
    page.opened(disputed)
    desk.qtbot.waitUntil(lambda: page.shown is not None, timeout=PATIENCE)
    assert page.header.sync.text() == "未报"
    page.choose_dispute()
    dialog = page.dialog
    assert isinstance(dialog, DisputeDialog)
    words = "\n".join(one.text() for one in dialog.findChildren(QLabel))
    assert all(wanted in words for wanted in ("刘桂芬", "刘桂英", "甲", "乙", "江安县市场监督管理局", "王敏"))
    dialog.submit()
    assert dialog.form.row("keep").problem()
    theirs = next(side for side in dialog.dispute.sides if side.office == desk.above.name)
    dialog.form.field("keep").set_value(theirs.event_id)
    dialog.submit()
    assert dialog.form.row("reason").problem()
    dialog.form.field("reason").set_value("按身份证")
    dialog.submit()
    desk.qtbot.waitUntil(lambda: not context.tasks.busy, timeout=PATIENCE)
    assert conflicts.of_case(desk.below.office, disputed) == ()
    assert casework.load(desk.below.office, disputed).case.complainant.name == "刘桂英"


def test_the_list_says_how_far_each_case_has_come(enrolled: Desk) -> None:
    desk = enrolled
    desk.below.case()
    exchange((desk.above, desk.below))
    context = desk._stack.enter_context(context_of(desk.below.office))
    page = CaseListPage(context)
    page.resize(1180, 700)
    page.show()
    desk.qtbot.addWidget(page)
    desk.qtbot.waitUntil(lambda: page.table.count() == 1, timeout=PATIENCE)
    model = page.table.model
    column = next(
        n for n in range(model.columnCount()) if model.headerData(n, Qt.Orientation.Horizontal) == "上报"
    )
    assert not page.table.view.isColumnHidden(column)
    desk.qtbot.waitUntil(lambda: bool(model.index(0, column).data()), timeout=PATIENCE)
    assert model.index(0, column).data() == "县局已收"


def test_an_office_alone_has_no_such_column(desk: Desk) -> None:
    context = desk._stack.enter_context(context_of(desk.below.office))
    page = CaseListPage(context)
    page.resize(1180, 700)
    page.show()
    desk.qtbot.addWidget(page)
    column = next(
        n
        for n in range(page.table.model.columnCount())
        if page.table.model.headerData(n, Qt.Orientation.Horizontal) == "上报"
    )
    assert page.table.view.isColumnHidden(column)


def test_the_desk_shows_what_is_to_be_decided(enrolled: Desk, disputed: str) -> None:
    desk = enrolled
    context = desk._stack.enter_context(context_of(desk.below.office))
    page = DeskPage(context)
    page.resize(1180, 700)
    page.show()
    desk.qtbot.addWidget(page)
    desk.qtbot.waitUntil(lambda: not context.tasks.busy, timeout=PATIENCE)
    assert not page.exchange.isHidden()
    (look,) = [one for one in page.exchange.findChildren(QPushButton) if "双方修改" in one.accessibleName()]
    with desk.qtbot.waitSignal(context.case_wanted, timeout=PATIENCE) as asked:
        look.click()
    assert asked.args == [disputed]


def test_a_copied_computer_is_repaired_here(enrolled: Desk, tmp_path: Path) -> None:
    desk = enrolled
    desk.below.case()
    exchange((desk.above, desk.below))
    copy = desk.below.copy_computer(tmp_path / "copy")
    desk._stack.callback(copy.close)
    desk.below.case()
    here = copy.case()
    desk.above.take(desk.below.export(desk.above)[0])
    desk.above.take(copy.export(desk.above)[0])
    copy.take(desk.above.export(desk.below)[0])
    page = desk.page(copy)
    (repair_it,) = [one for one in page.attention.findChildren(QPushButton) if "修复身份" in one.text()]
    repair_it.click()
    dialog = page.acts.dialog
    assert dialog is not None
    dialog.submit()
    desk.rest(page)
    assert dialog.form.row("reason").problem()
    dialog.form.field("reason").set_value("整机复制")
    dialog.submit()
    desk.rest(page)
    desk.rest(page)
    assert page._layers.current() is page.enrolment
    assert "写一份新的入网申请" in page.banner.text()
    assert copy.office.store.log.read_stream(here)


def test_lost_keys_lead_to_a_new_request(enrolled: Desk, tmp_path: Path) -> None:
    desk = enrolled
    (desk.below.office.store.directory / "exchange.keys").unlink()
    station = desk.page(desk.below)
    assert any("重新入网" in one.text() for one in station.attention.findChildren(QPushButton))
    station.acts.request_into(tmp_path, lost_keys=True)
    desk.rest(station)
    (request,) = tmp_path.glob("*.yzr")
    asked = enrolment.read_application(desk.above.office, request)
    assert asked.replaces_keys
    assert asked.known_as == desk.below.name
