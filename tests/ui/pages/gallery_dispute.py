"""Pictures of 矛盾纠纷: `python -m tests.ui.pages.gallery_dispute OUT`. Not a test."""

from __future__ import annotations

import datetime as dt
import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from app.services import casework, committee, dispute
from app.services.office import OpenOffice
from app.ui.app import create_application
from app.ui.dialogs.act_dialog import ActDialog
from app.ui.pages.case.page import CasePage
from app.ui.pages.intake.page import IntakePage
from app.ui.theme import Scheme
from tests.disputes import accepted, agreement, application, ready, session, signed
from tests.offices import TODAY
from tests.ui.pages.gallery import Studio

ACTS = {
    "begun": ("decide_dispute", "report_risk"),
    "accepted": ("record_consent", "tell_rights", "name_mediators", "terminate"),
    "ready": ("hold_session", "schedule_session", "prolong_mediation"),
    "talked": ("reach_agreement",),
    "agreed": ("sign_agreement",),
    "signed": ("apply_confirmation", "plan_visit", "make_visit"),
}


def cases(office: OpenOffice) -> dict[str, str]:
    """One case at each point of its way."""
    committee.name_committee(office, "青山镇人民调解委员会", "江安县人民法院")
    for name, post in (("周玉梅", "chair"), ("李强", "member"), ("何平", "member")):
        committee.list_mediator(office, name=name, post=post, sex="female", since=dt.date(2026, 1, 1))
    found = {}
    for depth, name in enumerate(ACTS):
        case_id = dispute.register_dispute(office, application(TODAY)).case_id
        found[name] = case_id
        if depth >= 1:
            dispute.decide(office, case_id, accepted(TODAY))
        if depth >= 2:
            casework.record(office, case_id, *ready(TODAY))  # type: ignore[arg-type]
        if depth >= 3:
            casework.record(office, case_id, session(1, TODAY, "agreed"))
        if depth >= 4:
            casework.record(office, case_id, agreement(TODAY, TODAY + dt.timedelta(days=9)))
        if depth >= 5:
            case = casework.load(office, case_id).case
            casework.record(office, case_id, signed(case, TODAY))  # type: ignore[arg-type]
    return found


def forms(studio: Studio) -> None:
    """The form filled, then with what is missing."""
    page = studio.page("intake", "")
    assert isinstance(page, IntakePage)
    page.choose_kind("dispute")
    studio.settle()
    studio.shoot("dispute-empty")
    for path, value in {
        "applicant.name": "陆文英",
        "applicant.phone": "13907925561",
        "applicant.occupation": "青山中学教师",
        "applicant.address": "青山镇红旗村3组21号",
        "respondent.name": "悦动健身有限公司",
        "respondent.legal_rep": "钱峰",
        "quarrel.facts": "预付20000元办理健身卡，尚余16540元，商家以合同“概不退款”为由拒绝退款。",
        "applicant.more": "陆军，123",
    }.items():
        page.form.field(path).set_value(value)
    page.save()
    studio.settle()
    studio.shoot("dispute-problems")
    page._clear()


def main(out: Path) -> None:
    """Take every picture."""
    out.mkdir(parents=True, exist_ok=True)
    application_ = create_application([], scheme=Scheme.LIGHT, bundled_font_only=True)
    with tempfile.TemporaryDirectory() as held:
        studio = Studio(Path(held), out)
        studio.window.register_page("case", "案件", "folder", lambda: CasePage(studio.context), under="cases")
        made = cases(studio.office)
        forms(studio)
        for name, case_id in made.items():
            page = studio.page("case", case_id)
            assert isinstance(page, CasePage)
            studio.shoot(f"case-{name}")
            for act in ACTS[name]:
                page.start_act(act, None)
                studio.settle(400)
                dialog = page.dialog
                assert isinstance(dialog, ActDialog)
                dialog.grab().save(str(out / f"dialog-{act}.png"))
                dialog.done(0)
                studio.settle(200)
        studio.window.close()
        studio.office.close()
    application_.quit()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
