"""设置 › 人民调解委员会: without its name no dispute is accepted."""

from __future__ import annotations

import datetime as dt

import pytest
from pytestqt.qtbot import QtBot

from app.services import committee
from app.ui.context import Context
from app.ui.pages.settings.committee import CommitteeSection
from app.ui.widgets.form_dialog import FormDialog
from tests.ui.pages.test_settings import page as page
from tests.ui.pages.test_settings import section


@pytest.fixture
def shown(page: object) -> CommitteeSection:
    return section(page, "committee", CommitteeSection)  # type: ignore[arg-type]


def dialog_of(shown: CommitteeSection) -> FormDialog:
    found = [one for one in shown.window().findChildren(FormDialog) if one.isVisible()]
    return found[-1]


def test_the_committee_and_its_roster_are_kept(
    qtbot: QtBot, shown: CommitteeSection, context: Context
) -> None:
    shown.name_committee()
    dialog = dialog_of(shown)
    dialog.form.field("name").set_value("青山镇人民调解委员会")
    dialog.form.field("court").set_value("江安县人民法院")
    dialog.submit()
    qtbot.waitUntil(lambda: not context.tasks.busy)
    assert context.office.office.committee.court == "江安县人民法院"
    shown.list_mediator()
    dialog = dialog_of(shown)
    dialog.form.field("name").set_value("周玉梅")
    dialog.form.field("since").set_value(dt.date(2026, 1, 1))
    dialog.submit()
    qtbot.waitUntil(lambda: not context.tasks.busy)
    (one,) = committee.serving(context.office)
    assert one.ends_on == dt.date(2028, 12, 31)
    shown.refresh()
    assert "三至九人" in shown.remarks.text()
