"""Pictures of 举报: `python -m tests.ui.pages.gallery_report OUT`. Forms, page, dialogs. Not a test."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from app.domain.kinds.report.facts import Clue, Reporter, ReportForm
from app.domain.matter.facts import Business, Origin
from app.services import investigation, repeats, report, triage
from app.services.case_list import CaseFilter
from app.ui.app import create_application, theme_of
from app.ui.pages.case.page import CasePage
from app.ui.pages.intake.page import IntakePage
from app.ui.screenshots import grab
from app.ui.theme import Scheme
from tests.offices import TODAY
from tests.ui.pages.gallery import Studio

DIALOGS = (
    "view_identity", "start_testing", "extend_check", "decide_opening", "confirm_repeat", "merge_new_facts",
    "deny_competence", "transfer", "record_receipt", "name_reporter", "allow_disclosure", "notify",
)  # fmt: skip


def form(facts: str, days: int = 0) -> ReportForm:
    """A named report about a shop selling old food."""
    return ReportForm(
        origin=Origin(channel="visit", received_on=TODAY.replace(day=20 - days), on_site=True),
        reporter=Reporter(name="欧阳修远", phone="13907925561", address="青山镇红旗村3组21号"),
        respondent=Business(name="鲜品便利店", phone="0792-4225170", address="青山镇学府路31号"),
        clue=Clue(
            subject="销售超过保质期的食品", category="food", facts=facts, oral=True, recorded_by="王敏"
        ),
    )


def typed(studio: Studio, kind: str) -> None:
    """A form of the page 登记, filled, saved with what is missing told."""
    page = studio.page("intake", "")
    assert isinstance(page, IntakePage)
    page.choose_kind(kind)
    studio.settle()
    studio.shoot(f"{kind}-empty")
    values = {
        "reporter.name": "欧阳修远",
        "reporter.phone": "139 0792 5561",
        "complainant.name": "沈立群",
        "respondent.name": "鲜品便利店",
        "respondent.address": "青山镇学府路31号",
        "clue.subject": "销售超过保质期的食品",
        "deal.facts": "购买豆干一袋，付款10.50元，回家发现已超过保质期，要求退款并赔偿1000元。",
        "clue.facts": "货架上同批次豆干已过保质期47天仍在销售，有照片2张、购物小票1张。",
    }
    for path, value in values.items():
        if path in page.form.rows:
            page.form.field(path).set_value(value)
    studio.settle(1500)
    studio.shoot(f"{kind}-filled")


def dialogs(studio: Studio, page: CasePage) -> None:
    """Every dialog the case allows now, in light and dark."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    for name in DIALOGS:
        page.start_act(name)
        studio.settle(400)
        if page.dialog is None:
            continue
        for scheme in (Scheme.LIGHT, Scheme.DARK):
            theme_of(application).choose(scheme)
            studio.settle(150)
            size = page.dialog.size()
            grab(
                page.dialog,
                studio.out / f"dialog-{name}-{scheme.value}.png",
                (size.width(), size.height()),
                1.0,
            )
        theme_of(application).choose(Scheme.LIGHT)
        page.dialog.done(0)
        studio.settle(200)


def main(out: Path) -> None:
    """Everything, one file each."""
    out.mkdir(parents=True, exist_ok=True)
    application = create_application([], scheme=Scheme.LIGHT, bundled_font_only=True)
    with tempfile.TemporaryDirectory() as name:
        studio = Studio(Path(name), out)
        studio.window.register_page(
            "case", "案件", "document", lambda: CasePage(studio.context), under="cases"
        )
        triage.name_person_in_charge(studio.office, "李强", "0792-4228000")
        first = report.register_report(studio.office, form("货架上的豆干已过保质期47天仍在销售。", 8)).case_id
        later = report.register_report(
            studio.office, form("欧阳修远：仓库里还有一批改了日期的豆干。")
        ).case_id
        typed(studio, "report")
        typed(studio, "complaint_and_report")
        investigation.record_inquiry(
            studio.office,
            later,
            form="visit",
            at=studio.office.clock.now(),
            place="鲜品便利店",
            persons="费刚",
            text="货架查见超过保质期的豆干12袋，当场下架封存。",
            investigators=("李强", "王敏"),
        )
        page = studio.page("case", later)
        assert isinstance(page, CasePage)
        studio.shoot("case")
        dialogs(studio, page)
        repeats.merge_new_facts(studio.office, later, first, facts="仓库里还有一批改了日期的豆干")
        studio.page("case", first)
        studio.shoot("case-merged")
        studio.page("cases", CaseFilter())
        studio.shoot("list")
        studio.window.close()
        studio.office.close()
    application.quit()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
