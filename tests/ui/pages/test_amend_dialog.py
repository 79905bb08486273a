"""补齐登记、更正: only what differs is written, with its reason; the form loses nothing on the way."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator

import msgspec
import pytest
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from app.domain.events import decode
from app.domain.kinds.complaint.events import ComplaintAmended
from app.domain.kinds.complaint.facts import Complainant, Origin, Respondent
from app.services import casework, drafts, registration
from app.services.office import OpenOffice
from app.services.registration import register_complaint
from app.ui.context import Context
from app.ui.kinds.complaint.intake_form import registration_of
from app.ui.pages.intake.amend import DRAFT_FORM, AmendDialog
from tests.offices import TODAY, walk_in

Open = Callable[[str], AmendDialog]
ORDER = Origin(
    channel="platform_12315",
    received_on=dt.date(2026, 11, 19),
    external_no="1360429002026111900000123",
    source="12315",
    order_text={"登记编号": "1360429002026111900000123", "诉求内容": "退款"},
)


@pytest.fixture
def amend(qtbot: QtBot, context: Context) -> Iterator[Open]:
    """Opens the dialog for a case; closed at the end."""
    made: list[AmendDialog] = []

    def begin(case_id: str) -> AmendDialog:
        dialog = AmendDialog(context, case_id)
        made.append(dialog)
        dialog.begin()
        return dialog

    yield begin
    for dialog in made:
        if isValid(dialog):
            dialog.done(0)
    qtbot.waitUntil(lambda: not context.tasks.busy)


@pytest.mark.parametrize("day", [dt.date(2024, 3, 1), TODAY])
def test_what_the_form_shows_is_what_the_case_holds(office: OpenOffice, amend: Open, day: dt.date) -> None:
    form = walk_in(
        day,
        complainant=Complainant(
            name="陈䶮",
            phone="13907925561",
            address="红旗村",
            id_type="passport",
            id_no="E12345678",
            traits=("elderly", "cannot_write"),
            publish_consent=False,
            delegation_consent=True,
            agent_name="陈小明",
            agent_phone="13907925562",
        ),
        respondent=Respondent(
            name="宏达", address="中山路88号", contact="李经理", agent_name="赵律师", agent_phone="4008001234"
        ),
    )
    form = msgspec.structs.replace(form, deal=msgspec.structs.replace(form.deal, bought_on=day))
    case_id = register_complaint(office, form).case_id
    dialog = amend(case_id)
    assert dialog.intake.registration() == registration_of(casework.load(office, case_id))


def test_a_work_order_is_completed_and_its_own_text_stays(
    qtbot: QtBot, office: OpenOffice, amend: Open
) -> None:
    bare = walk_in(origin=ORDER, complainant=Complainant(name="周海燕"))
    case_id = register_complaint(office, bare).case_id
    dialog = amend(case_id)
    assert "投诉人电话、投诉人通讯地址" in dialog.banner.text()
    assert dialog.reason.field.value() == "补齐登记"
    dialog.intake.field("complainant.phone").set_value("138 0792 0011")
    dialog.intake.field("complainant.address").set_value("青山镇红旗村")
    with qtbot.waitSignal(dialog.recorded):
        dialog.submit()
    view = casework.load(office, case_id)
    assert view.case.complete() == []
    assert view.case.origin == ORDER
    assert view.case.complainant.phone == "13807920011"
    written = decode(view.events[1])
    assert written == ComplaintAmended(complainant=view.case.complainant, reason="补齐登记")


def test_without_a_reason_or_a_change_nothing_is_written(
    qtbot: QtBot, office: OpenOffice, amend: Open
) -> None:
    case_id = register_complaint(office, walk_in()).case_id
    dialog = amend(case_id)
    dialog.intake.field("complainant.address").set_value("青山镇新街1号")
    dialog.submit()
    qtbot.waitUntil(lambda: bool(dialog.reason.problem()))
    dialog.intake.field("complainant.address").set_value("青山镇红旗村3组21号")
    dialog.reason.field.set_value("写错了")
    dialog.submit()
    qtbot.waitUntil(lambda: dialog.reason.problem() == "没有改动任何内容")
    assert len(casework.load(office, case_id).events) == 1


def test_somebody_elses_change_is_not_overwritten(qtbot: QtBot, office: OpenOffice, amend: Open) -> None:
    case_id = register_complaint(office, walk_in()).case_id
    dialog = amend(case_id)
    other = walk_in()
    other = msgspec.structs.replace(
        other, respondent=msgspec.structs.replace(other.respondent, contact="李经理")
    )
    registration.amend(office, case_id, other, "补联系人")
    dialog.intake.field("complainant.address").set_value("青山镇新街1号")
    dialog.reason.field.set_value("搬家")
    dialog.submit()
    qtbot.waitUntil(lambda: bool(dialog.banner.text()))
    assert casework.load(office, case_id).case.complainant.address == "青山镇红旗村3组21号"
    assert dialog.intake.field("complainant.address").value() == "青山镇新街1号"


def test_an_unsaved_correction_is_offered_again(qtbot: QtBot, office: OpenOffice, amend: Open) -> None:
    case_id = register_complaint(office, walk_in()).case_id
    first = amend(case_id)
    first.intake.field("complainant.address").set_value("青山镇新街1号")
    first.keeper.keep()
    qtbot.waitUntil(lambda: drafts.load(office, DRAFT_FORM, case_id) is not None)
    again = amend(case_id)
    assert again.intake.field("complainant.address").value() == "青山镇新街1号"
    assert "没有保存的更正" in again.banner.text()
    again.banner._action.click()
    qtbot.waitUntil(lambda: drafts.load(office, DRAFT_FORM, case_id) is None)
    assert again.intake.field("complainant.address").value() == "青山镇红旗村3组21号"


def test_putting_the_dialog_away_puts_its_draft_away(qtbot: QtBot, office: OpenOffice, amend: Open) -> None:
    case_id = register_complaint(office, walk_in()).case_id
    dialog = amend(case_id)
    dialog.intake.field("complainant.address").set_value("青山镇新街1号")
    dialog.keeper.keep()
    qtbot.waitUntil(lambda: drafts.load(office, DRAFT_FORM, case_id) is not None)
    dialog.reject()
    assert "离开后会丢失" in dialog.banner.text()
    dialog.banner._action.click()
    qtbot.waitUntil(lambda: drafts.load(office, DRAFT_FORM, case_id) is None)
