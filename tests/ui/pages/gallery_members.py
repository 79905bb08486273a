"""Pictures of 共同投诉: `python -m tests.ui.pages.gallery_members OUT`. Not a test."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from app.services import group, member_list
from app.ui.app import create_application
from app.ui.pages.case.page import CasePage
from app.ui.theme import Scheme
from tests.offices import TODAY
from tests.services.test_group import accepted, agree, case_of, consent, families, names, talked
from tests.ui.pages.gallery_signals import Studio

DIALOGS = ("leave_members", "elect_representatives", "amend_member", "plan_members", "ask_members")


def shoot(studio: Studio, folder: Path) -> None:
    """The empty page, the list read in, plans, the list under an agreement, each dialog."""
    office = studio.office
    case_id = accepted(office)
    page = studio.page("case", case_id)
    assert isinstance(page, CasePage)
    show(page, "members")
    studio.shoot("members-none")
    rows = [*families(), [24, "", "13907900001", 1, ""], [25, "钱芳", "139", "三千", ""]]
    page.start_act("add_members")
    studio.settle()
    page.dialog.read(names(folder / "退费名单.xlsx", rows))
    studio.settle()
    studio.shoot_dialog(page.dialog, "members-add")
    page.dialog.done(0)
    studio.settle(300)
    good = names(folder / "退费名单.xlsx", families())
    member_list.take_in(office, case_id, member_list.preview(office, case_id, good))
    talked(office, case_id)
    terms = group.Terms(relief="refund", per_mille=900, parts=3, first_due=TODAY)
    group.set_plans(office, case_id, group.plans_of(case_of(office, case_id), range(1, 24), terms))
    studio.page("case", case_id)
    show(page, "members")
    for act in DIALOGS:
        page.start_act(act, (2, 3) if act != "amend_member" else (2,))
        studio.settle()
        studio.shoot_dialog(page.dialog, f"members-{act}")
        page.dialog.done(0)
        studio.settle(300)
    consent(office, case_id, *range(1, 21))
    consent(office, case_id, 21, agrees=False)
    studio.page("case", case_id)
    page.start_act("reach_agreement")
    studio.settle()
    studio.shoot_dialog(page.dialog, "members-reach_agreement")
    page.dialog.done(0)
    studio.settle(300)
    agree(office, case_id)
    payments = group.due_payments(case_of(office, case_id), range(1, 12), TODAY)
    group.record_payments(office, case_id, payments, on=TODAY)
    studio.page("case", case_id)
    show(page, "members")
    studio.shoot("members-list")
    show(page, "agreement")
    studio.shoot("members-agreement")
    for act in ("pay_list", "waive", "refer_on"):
        page.start_act(act)
        studio.settle()
        studio.shoot_dialog(page.dialog, f"members-{act}")
        page.dialog.done(0)
        studio.settle(300)


def show(page: CasePage, name: str) -> None:
    """Bring a tab to the front."""
    page.tabs.setCurrentWidget(page.tabs.tab(name))


def main() -> None:
    """All of it into a folder."""
    out = Path(sys.argv[1])
    out.mkdir(parents=True, exist_ok=True)
    application = create_application([], scheme=Scheme.LIGHT, bundled_font_only=True)
    with tempfile.TemporaryDirectory() as folder:
        studio = Studio(Path(folder), out)
        shoot(studio, Path(folder))
        studio.window.close()
        studio.office.close()
    application.quit()


if __name__ == "__main__":
    main()
