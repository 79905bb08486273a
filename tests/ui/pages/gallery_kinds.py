"""Pictures of several kinds together: `python -m tests.ui.pages.gallery_kinds OUT`.

The form of each kind, hints, danger, list, desk, a case with ties. Not a test.
"""

from __future__ import annotations

import datetime as dt
import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from app.domain.kinds.consultation.facts import Answer, Consultation
from app.domain.matter.events import AlertRaised, CaseHanded, CaseLinked
from app.domain.matter.facts import Origin, Person
from app.services import casework, consultation, triage
from app.services.case_list import CaseFilter
from app.services.office import OpenOffice
from app.system.clock import SHANGHAI
from app.ui.app import create_application
from app.ui.pages.case.page import CasePage
from app.ui.pages.intake.page import IntakePage
from app.ui.theme import Scheme
from tests.offices import TODAY
from tests.ui.office_fixture import arrange, fill
from tests.ui.pages.gallery import Studio

ASKED = (
    ("王秀英", "13907925588", "fitness", "办了三年健身卡，才去两个月，想退卡，商家说过了七天不能退，对吗？"),
    ("", "", "", "网购的手机拆封了，还能七天无理由退货吗？"),
)
ANSWER = (
    "预付卡自付款之日起七日内未兑付过商品或者服务的，可以要求全额退款；超过七日的，"
    "按合同约定和实际损失协商，协商不成可以投诉。"
)


def ask(office: OpenOffice) -> list[str]:
    """Two consultations; their ids."""
    found = []
    for name, phone, category, question in ASKED:
        form = Consultation(
            origin=Origin(channel="call", received_on=TODAY),
            asker=Person(name=name, phone=phone),
            answer=Answer(
                question=question,
                category=category,
                answer=ANSWER,
                method="phone",
                answered_on=TODAY,
                by="王敏",
            ),
        )
        found.append(consultation.register_consultation(office, form).case_id)
    return found


def tie(office: OpenOffice, one: str, other: str) -> None:
    """Danger, another office, and a linked case."""
    at = dt.datetime(2026, 11, 21, 9, 10, tzinfo=SHANGHAI)
    number = casework.load(office, other).case.number
    casework.record(
        office,
        one,
        AlertRaised(level="danger", words=("自杀",), told="李强", at=at, by="王敏", note="自伤自杀"),
        CaseHanded(direction="up", to_office="青山市场监管所", reason="涉及多个乡镇", on=TODAY, by="王敏"),
        CaseLinked(relation="merged", other=other, number=number, place="to", on=TODAY, by="王敏"),
    )


def forms(studio: Studio) -> None:
    """Each form empty and filled, with a hint, with danger."""
    page = studio.page("intake", "")
    assert isinstance(page, IntakePage)
    page.choose_kind("consultation")
    studio.settle()
    studio.shoot("consultation-empty")
    page.form.field("answer.question").set_value(ASKED[0][3])
    page.form.field("answer.answer").set_value(ANSWER)
    page.form.field("asker.name").set_value("王秀英")
    page.form.field("asker.phone").set_value("13907925588")
    studio.settle(1500)
    studio.shoot("consultation-filled")
    page.save()
    studio.settle()
    studio.shoot("consultation-saved")
    page.choose_kind("complaint")
    page.form.field("deal.facts").set_value("想问问七天无理由是怎么规定的")
    studio.settle(1500)
    studio.shoot("hint")
    page.card.hint.why.click()
    studio.settle()
    studio.shoot("hint-why")
    page.banner.clear()
    page.form.field("complainant.name").set_value("刘桂芳")
    page.form.field("deal.facts").set_value("健身房跑路，再不退钱我就在店门口自杀，让你们都看看")
    studio.settle(1500)
    studio.shoot("danger")
    page._clear()


def main(out: Path) -> None:
    """Take every picture."""
    out.mkdir(parents=True, exist_ok=True)
    application = create_application([], scheme=Scheme.LIGHT, bundled_font_only=True)
    with tempfile.TemporaryDirectory() as held:
        studio = Studio(Path(held), out)
        studio.window.register_page("case", "案件", "folder", lambda: CasePage(studio.context), under="cases")
        triage.name_person_in_charge(studio.office, "李强", "0792-4228000")
        ids = fill(studio.office)
        arrange(studio.office, ids[4], dt.datetime(2026, 11, 23, 9, 30, tzinfo=SHANGHAI))
        tie(studio.office, ids[0], ids[2])
        asked = ask(studio.office)
        forms(studio)
        studio.page("desk")
        studio.shoot("desk")
        studio.page("cases", CaseFilter())
        studio.shoot("cases")
        studio.page("cases", CaseFilter(kinds=("consultation",)))
        studio.shoot("cases-consultations")
        studio.page("case", asked[0])
        studio.shoot("case-consultation")
        studio.page("case", ids[0])
        studio.shoot("case-ties")
        studio.window.close()
        studio.office.close()
    application.quit()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
