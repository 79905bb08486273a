"""The page 设置: what is changed there is changed in the office, and what counts is asked about first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from app.domain.office import SETTINGS, setting
from app.services import abuse, access, backups, founding, phrases, routing, triage
from app.services.office import OpenOffice
from app.services.registration import register_complaint
from app.system.clock import FixedClock
from app.ui.app import theme_of, window_settings
from app.ui.appearance import lock_minutes_of, scale_of, scheme_of
from app.ui.backup_rows import file_size
from app.ui.context import Context
from app.ui.housekeeping import Housekeeping
from app.ui.idle import IdleWatch
from app.ui.pages.section import Section
from app.ui.pages.settings.abuse import AbuseSection
from app.ui.pages.settings.destinations import DestinationsSection
from app.ui.pages.settings.display import DisplaySection
from app.ui.pages.settings.office import OfficeSection
from app.ui.pages.settings.page import SECTIONS, SettingsPage
from app.ui.pages.settings.people import PeopleSection
from app.ui.pages.settings.phrases import PhrasesSection
from app.ui.pages.settings.promises import PromisesSection
from app.ui.pages.settings.promises import questions as promise_questions
from app.ui.pages.settings.rules import QUESTIONS, RulesSection
from app.ui.pages.system_check.backup import BackupSection
from app.ui.pages.system_check.verify import VerifySection
from app.ui.statusline import StatusLine
from app.ui.theme import Scheme
from app.ui.widgets.form_dialog import FormDialog
from app.ui.workplace import Workplace
from tests.offices import PASSWORD, QUICK, found, walk_in
from tests.ui.office_fixture import context_of

PATIENCE = 15_000
S = TypeVar("S", bound=Section)
Settle = Callable[[], None]


@pytest.fixture
def office(tmp_path: Path) -> Iterator[OpenOffice]:
    opened = found(tmp_path / "office")
    yield opened
    opened.close()


@pytest.fixture
def context(qapp: QApplication, office: OpenOffice) -> Iterator[Context]:
    with context_of(office) as made:
        yield made


@pytest.fixture
def page(qtbot: QtBot, context: Context) -> Iterator[SettingsPage]:
    """The page with everything it works on, outside a window."""
    place = context.office.store.directory
    line = StatusLine()
    qtbot.addWidget(line)
    settings = window_settings(place)
    keeper = Housekeeping(context.office, place, context.tasks, line, settings, line)
    workplace = Workplace(place, settings, keeper, IdleWatch(line), lambda: None)
    made = SettingsPage(context, workplace)
    qtbot.addWidget(made)
    made.show()
    yield made
    qtbot.waitUntil(lambda: not context.tasks.busy, timeout=PATIENCE)
    made.hide()
    workplace.idle.set_minutes(0)


def section(page: SettingsPage, name: str, kind: type[S]) -> S:
    page.opened(name)
    shown = page.section()
    assert isinstance(shown, kind)
    return shown


@pytest.fixture
def settle(qtbot: QtBot, context: Context) -> Settle:
    """Wait until no work is under way."""
    return lambda: qtbot.waitUntil(lambda: not context.tasks.busy, timeout=PATIENCE)


def test_every_section_opens(page: SettingsPage, settle: Settle) -> None:
    for name, _title, kind in SECTIONS:
        section(page, name, kind)  # type: ignore[arg-type]
        settle()


def test_particulars_are_changed_and_the_code_is_not(
    page: SettingsPage, settle: Settle, office: OpenOffice
) -> None:
    form = section(page, "office", OfficeSection)
    assert not form.save_button.isEnabled()
    form.form.set_values({"name": "青山镇综治信访服务中心", "phone": "0792-1"})
    assert form.is_dirty()
    assert not page.can_close()
    assert "没有保存" in page.banner.text()
    form.save()
    settle()
    assert office.office.name == "青山镇综治信访服务中心"
    assert office.office.code == "360429102000"
    assert not form.is_dirty()
    assert page.can_close()


def test_an_empty_name_is_told_at_its_field(page: SettingsPage, office: OpenOffice) -> None:
    form = section(page, "office", OfficeSection)
    form.form.set_values({"name": ""})
    form.save()
    assert form.form.row("name").problem()
    form.undo()
    assert form.form.values()["name"] == office.office.name


def test_somebody_is_retired_only_after_being_asked(
    page: SettingsPage, settle: Settle, office: OpenOffice
) -> None:
    founding.add_operator(office, "李强", "mediator", "another-2026", QUICK)
    people = section(page, "people", PeopleSection)
    people.refresh()
    other = next(one.id for one in office.office.operators.values() if one.name == "李强")
    people.table.go_to(office.operator.id)
    assert not people.retire_button.isEnabled(), "nobody retires themselves"
    people.table.go_to(other)
    people.retire_button.click()
    assert "李强不能再登录" in page.banner.text()
    assert office.office.operators[other].active
    people.retire(other)
    settle()
    assert not office.office.operators[other].active


def test_ones_own_password_needs_the_old_one(page: SettingsPage, settle: Settle, office: OpenOffice) -> None:
    people = section(page, "people", PeopleSection)
    people.change_own_password()
    dialog = page.window().findChildren(FormDialog)[-1]
    dialog.form.set_values({"old": "not the one", "password": "new-one-2026", "again": "new-one-2026"})
    dialog.submit()
    settle()
    assert "密码不对" in dialog.form.row("old").problem()
    dialog.form.set_values({"old": PASSWORD})
    dialog.submit()
    settle()
    assert not isValid(dialog)
    access.confirm_password(office, "new-one-2026")


def test_every_open_question_of_law_is_explained_and_every_answer_offered() -> None:
    asked = (*QUESTIONS, *promise_questions())
    assert {question.setting: {key for key, _name, _about in question.answers} for question in asked} == {
        name: set(values) for name, values in SETTINGS.items()
    }
    assert all(question.answers[0][0] == SETTINGS[question.setting][0] for question in asked)


def test_an_answer_counts_after_saving(page: SettingsPage, settle: Settle, office: OpenOffice) -> None:
    rules = section(page, "rules", RulesSection)
    rules.choose("day_clock_roll", "weekend_too")
    assert setting(office.office, "day_clock_roll") == "holiday_block"
    assert not page.can_close()
    rules.save("day_clock_roll")
    settle()
    assert setting(office.office, "day_clock_roll") == "weekend_too"
    assert page.can_close()


def test_a_local_promise_is_off_until_it_is_switched_on(
    page: SettingsPage, settle: Settle, office: OpenOffice
) -> None:
    promises = section(page, "promises", PromisesSection)
    assert all(setting(office.office, question.setting) == "off" for question in promise_questions())
    promises.choose("promise_two_24h", "on")
    promises.save("promise_two_24h")
    settle()
    assert setting(office.office, "promise_two_24h") == "on"
    assert setting(office.office, "promise_12345") == "off"


def test_departments_and_the_person_in_charge_are_called_as_here(
    page: SettingsPage, settle: Settle, office: OpenOffice, qtbot: QtBot
) -> None:
    places = section(page, "destinations", DestinationsSection)
    assert places.person.text() == "王敏（岗位是负责人的经办人）"
    dialog = places.edit_person()
    dialog.form.set_values({"name": "张镇长", "phone": "13900000000"})
    dialog.submit()
    settle()
    qtbot.waitUntil(lambda: not isValid(dialog))
    assert triage.person_in_charge(office).name == "张镇长"
    assert places.person.text() == "张镇长　13900000000"
    places.table.go_to("agriculture")
    dialog = places.edit_department()
    assert dialog is not None
    dialog.form.set_values({"name": "县农业农村水利局"})
    dialog.submit()
    settle()
    assert routing.table(office).department("agriculture").name == "县农业农村水利局"


def test_display_is_kept_and_the_scheme_shown_at_once(page: SettingsPage, qapp: QApplication) -> None:
    display = section(page, "display", DisplaySection)
    settings = display.workplace.settings
    display.scheme.set_value("dark")
    display.scale.set_value("150")
    display.lock.set_value("30")
    assert theme_of(qapp).scheme is Scheme.DARK
    assert (scheme_of(settings), scale_of(settings), lock_minutes_of(settings)) == (Scheme.DARK, 150, 30)
    display.scheme.set_value("light")


def test_a_setting_no_program_of_ours_wrote_is_passed_over(tmp_path: Path) -> None:
    settings = window_settings(tmp_path)
    for name in ("appearance/scale", "appearance/scheme", "lock/minutes"):
        settings.setValue(name, "九")
    assert (scale_of(settings), scheme_of(settings), lock_minutes_of(settings)) == (100, Scheme.AUTO, 10)


def test_a_backup_is_made_and_listed(page: SettingsPage, settle: Settle, office: OpenOffice) -> None:
    section_shown = section(page, "backup", BackupSection)
    assert section_shown.table.ids() == []
    section_shown.back_up()
    settle()
    assert len(section_shown.table.ids()) == 1
    assert "备份完成" in page.banner.text()


def test_a_backup_is_carried_out_and_may_be_pulled_only_when_it_is_whole(
    page: SettingsPage, settle: Settle, office: OpenOffice, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    shown = section(page, "backup", BackupSection)
    keeper = shown.workplace.housekeeping
    shown.outside.back_up_to(stick)
    assert not shown.outside.start_button.isEnabled()
    settle()
    assert [one.taken_at for one in backups.backups_in(stick)] == [keeper.last_outside()]
    assert "已写入" in shown.outside.result.text()
    assert "同一个磁盘" in shown.outside.result.text()
    assert shown.outside.start_button.isEnabled()
    assert not keeper.outside_due()
    shown.outside.back_up_to(stick / "pulled")
    settle()
    assert "U 盘已插好" in shown.outside.result.text()
    stopped = shown.outside.back_up_to(stick)
    stopped.cancel()
    settle()
    assert "已取消" in shown.outside.result.text()
    assert len(backups.backups_in(stick)) == 1


def test_after_a_week_a_quiet_word_asks_for_a_backup_outside(
    page: SettingsPage, settle: Settle, office: OpenOffice
) -> None:
    keeper = section(page, "backup", BackupSection).workplace.housekeeping
    assert not keeper.outside_due(), "nothing is asked on the first day"
    keeper.back_up(page, lambda _made: None)
    settle()
    assert isinstance(office.clock, FixedClock)
    office.clock.advance(dt.timedelta(days=7))
    assert keeper.outside_due()
    settings = section(page, "backup", BackupSection).workplace.settings
    settings.setValue("backup/outside_at", "2026-11-27")
    assert keeper.last_outside() is None, "not written by us"
    settings.setValue("backup/outside_at", office.clock.now().isoformat())
    assert not keeper.outside_due()


def test_the_keyboard_comes_back_to_the_button_when_its_work_is_done(
    qtbot: QtBot, page: SettingsPage, settle: Settle
) -> None:
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    checks = section(page, "verify", VerifySection)
    for pressed, other in (
        (checks.check_button, checks.rebuild_button),
        (checks.rebuild_button, checks.check_button),
        (section(page, "backup", BackupSection).now_button, None),
    ):
        page.opened("backup" if other is None else "verify")
        pressed.setFocus()
        qtbot.keyClick(pressed, Qt.Key.Key_Return)
        assert not pressed.isEnabled()
        assert not isinstance(page.focusWidget(), QAbstractButton)
        settle()
        assert pressed.isEnabled()
        assert page.focusWidget() is pressed


def test_a_check_says_that_all_is_well_and_finds_what_is_not(
    page: SettingsPage, settle: Settle, office: OpenOffice
) -> None:
    register_complaint(office, walk_in())
    checks = section(page, "verify", VerifySection)
    checks.check()
    settle()
    assert "全部正常" in checks.result.text()
    with office.store.transaction():
        office.store.database.sql("UPDATE cases SET complainant = '别人'")
    checks.check()
    settle()
    assert "发现" in checks.result.text()
    assert checks.findings.toPlainText()
    checks.rebuild()
    settle()
    checks.check()
    settle()
    assert "全部正常" in checks.result.text()


@pytest.mark.parametrize(
    ("size", "words"), [(0, "0 B"), (1023, "1023 B"), (1536, "1.5 KB"), (5 << 30, "5.0 GB")]
)
def test_sizes_are_read_easily(size: int, words: str) -> None:
    assert file_size(size) == words


def test_an_own_phrase_is_written_changed_and_hidden(
    page: SettingsPage, settle: Settle, office: OpenOffice
) -> None:
    shown = section(page, "phrases", PhrasesSection)
    dialog = shown.add()
    dialog.form.set_values({"title": "本窗口开场白", "text": "{投拆人}您好", "fields": ["session"]})
    dialog.submit()
    settle()
    assert "“{投拆人}”" in dialog.form.row("text").problem()
    dialog.form.set_values({"title": "本窗口开场白", "text": "{投诉人}您好", "fields": ["session"]})
    dialog.submit()
    settle()
    assert phrases.offered(office, "session")[0].title == "本窗口开场白"
    assert shown.table.ids()[0] == phrases.offered(office, "session")[0].id
    shown.search.set_value("bckkcb")
    assert len(shown.table.ids()) == 1
    shown.retire()
    settle()
    assert shown.table.ids() == []
    assert not shown.edit_button.isEnabled()
    shown.which.set_value("hidden")
    shown.refresh()
    assert shown.retire_button.text() == "恢复使用"


def test_a_phrase_from_above_is_worded_anew_by_enter_on_its_row(
    page: SettingsPage, settle: Settle, office: OpenOffice
) -> None:
    shown = section(page, "phrases", PhrasesSection)
    shown.table.go_to("bring.usual")
    dialog = shown.edit()
    assert dialog is not None
    dialog.form.set_values({"text": "带身份证"})
    dialog.submit()
    settle()
    assert [one.text for one in phrases.offered(office, "bring") if one.own] == ["带身份证"]


def test_thresholds_of_article_17_are_the_offices_own(
    page: SettingsPage, settle: Settle, office: OpenOffice
) -> None:
    shown = section(page, "abuse", AbuseSection)
    assert not shown.save_button.isEnabled()
    shown.form.set_values({"person": 0})
    shown.save()
    settle()
    assert "1 到 9999" in shown.form.row("person").problem()
    shown.form.set_values({"person": 6})
    assert not page.can_close()
    shown.save()
    settle()
    assert abuse.rules_of(office).of("person").at_least == 6
    assert not shown.is_dirty()
    shown.reset()
    shown.save()
    settle()
    assert abuse.rules_of(office) == abuse.shipped_rules()
