"""Work orders of the real layouts become complaints once, and only once."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import openpyxl
import pytest

from app.domain.errors import UserError
from app.domain.kinds.complaint.events import CaseVoided
from app.domain.matter.merged import absorbed_by, lead_of
from app.services import casework, work_orders
from app.services.office import OpenOffice
from app.services.registration import register_complaint
from tests.offices import walk_in

SHEETS = Path(__file__).parents[1] / "data" / "sheets"
REAL = [SHEETS / "workorders_12315_layout_a.xlsx", SHEETS / "workorders_12315_layout_b.xlsx"]


class Stop(Exception):
    """A cancelled import."""


def test_both_real_layouts_come_in_and_come_in_once(office: OpenOffice) -> None:
    plans = work_orders.plan_import(office, REAL)
    assert [(p.count("new"), p.count("known"), p.count("damaged")) for p in plans] == [(6, 0, 0), (4, 0, 0)]
    done = work_orders.import_orders(office, plans)
    assert (done.new, done.known, done.damaged) == (10, 0, 0)
    again = work_orders.plan_import(office, REAL)
    assert [p.count("known") for p in again] == [6, 4]
    assert again[0].rows[0].reason == "已经导入过，见 消投〔2026〕1号"
    case = casework.load(office, done.case_ids[6]).case
    assert case.complainant.name == "陈䶮"
    assert case.origin is not None
    assert case.origin.external_no == "1360429002026111600070000"
    assert case.origin.received_on == dt.date(2026, 11, 16)
    assert case.origin.order_text["办结状态"] == "未办结"
    assert casework.load(office, done.case_ids[0]).case.deal.demands == ("return_goods", "exchange")


def test_an_imported_order_is_completed_before_it_is_accepted(office: OpenOffice) -> None:
    done = work_orders.import_orders(office, work_orders.plan_import(office, REAL[:1]))
    view = casework.load(office, done.case_ids[0])
    assert view.next_step is not None
    assert view.next_step.label == "补齐登记"
    assert view.case.complete() == ["投诉人姓名", "投诉人电话", "投诉人通讯地址"]


def test_the_same_order_twice_in_one_go_counts_once(office: OpenOffice) -> None:
    plans = work_orders.plan_import(office, [REAL[0], REAL[0]])
    assert [p.count("new") for p in plans] == [6, 0]
    assert plans[1].rows[0].reason == "与“workorders_12315_layout_a.xlsx”第 2 行是同一件"
    assert work_orders.import_orders(office, plans).new == 6


def test_a_cancelled_import_leaves_nothing(office: OpenOffice) -> None:
    plans = work_orders.plan_import(office, REAL)

    def stop(done: int, total: int) -> None:
        if done == 7:
            raise Stop

    with pytest.raises(Stop):
        work_orders.import_orders(office, plans, stop)
    assert office.store.log.count() == 2
    assert work_orders.import_orders(office, plans).new == 10


def test_a_preview_that_is_out_of_date_imports_nothing(office: OpenOffice) -> None:
    plans = work_orders.plan_import(office, REAL[:1])
    work_orders.import_orders(office, plans)
    with pytest.raises(UserError, match="重新预览"):
        work_orders.import_orders(office, plans)


def sheet(tmp_path: Path, *rows: list[object]) -> Path:
    """A workbook of layout B with these rows."""
    book = openpyxl.Workbook()
    book.active.append(["登记编号", "类型", "投诉方", "内容", "被投诉对象", "涉案金额", "登记时间"])
    for row in rows:
        book.active.append(row)
    path = tmp_path / "orders.xlsx"
    book.save(path)
    return path


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ([1360429002026111600070000, "投诉", "陈䶮", "内容", "商行", None, None], "数字"),
        (["1360429002026111600070000", "举报", "陈䶮", "内容", "商行", None, None], "不是投诉"),
        ([None, "投诉", "陈䶮", "内容", "商行", None, None], "编号"),
        (["1360429002026111600070000", "投诉", "陈䶮", "内容", "商行", "很多", None], "涉案金额"),
        (["1360429002026111600070000", "投诉", "陈䶮", "内容", "商行", None, "2027-01-01"], "今天之后"),
    ],
)
def test_a_row_that_cannot_come_in_says_why(
    office: OpenOffice, tmp_path: Path, row: list[object], reason: str
) -> None:
    plan = work_orders.plan_import(office, [sheet(tmp_path, row)])[0]
    assert [r.verdict for r in plan.rows] == ["damaged"]
    assert reason in plan.rows[0].reason
    assert work_orders.import_orders(office, [plan]).new == 0


def test_a_cell_that_begins_with_an_equals_sign_is_text(office: OpenOffice, tmp_path: Path) -> None:
    path = tmp_path / "orders.csv"
    path.write_bytes(
        '登记编号,投诉方,内容,被投诉对象\n1360429002026111600070001,=1+1,=HYPERLINK("x"),@商行\n'.encode(
            "gb18030"
        )
    )
    done = work_orders.import_orders(office, work_orders.plan_import(office, [path]))
    case = casework.load(office, done.case_ids[0]).case
    assert (case.complainant.name, case.respondent.name) == ("=1+1", "@商行")


def test_the_result_can_be_sent_back_as_a_workbook(office: OpenOffice, tmp_path: Path) -> None:
    row: list[object] = [1360429002026111600070000, "投诉", "陈䶮", "内容", "商行", None, None]
    plan = work_orders.plan_import(office, [sheet(tmp_path, row)])[0]
    out = tmp_path / "结果.xlsx"
    assert work_orders.save_report(office, plan, out) == 1
    cells = [c for r in openpyxl.load_workbook(out).active.iter_rows(values_only=True) for c in r]
    assert "有问题" in cells


def test_a_voided_order_can_come_in_again(office: OpenOffice) -> None:
    first = work_orders.import_orders(office, work_orders.plan_import(office, REAL[:1]))
    today = office.clock.today()
    for case_id in first.case_ids[:1]:
        casework.record(office, case_id, CaseVoided(on=today, reason="重复录入", by="王敏"))
    plan = work_orders.plan_import(office, REAL[:1])[0]
    assert [row.verdict for row in plan.rows[:2]] == ["new", "known"]
    work_orders.import_orders(office, [plan])
    again = work_orders.plan_import(office, REAL[:1])[0]
    assert again.rows[0].reason == "已经导入过，见 消投〔2026〕7号"


CROSS = "登记编号,登记时间,接收方式,投诉人,联系电话,被投诉人,涉案金额,投诉内容,诉求"


def hotline(tmp_path: Path, *rows: str, name: str = "12345.csv") -> Path:
    """An export of the hotline with these rows."""
    path = tmp_path / name
    path.write_text("\n".join((CROSS, *rows)), encoding="utf-8")
    return path


SAME = (
    "青12345-0077,2026-11-21,12345,陈䶮,13907925561,江安县宏达电器商行,300,"
    "市民反映：保修期内空调不制冷，厂家上门维修时收取更换电容费120元、充氟费180元，要求退还。,退款"
)
OTHER = "青12345-0078,2026-11-21,12345,周海燕,13807920011,好又多超市,18.50,货架标价与结算价不一致,退款"


def test_the_same_matter_from_another_channel_is_told_with_its_reasons(
    office: OpenOffice, tmp_path: Path
) -> None:
    counter = register_complaint(office, walk_in()).case_id
    plan = work_orders.plan_import(office, [hotline(tmp_path, SAME, OTHER)])[0]
    assert [row.verdict for row in plan.rows] == ["alike", "new"]
    alike = plan.rows[0].alike
    assert alike is not None
    assert (alike.case_id, alike.likely, alike.mergeable) == (counter, True, True)
    assert "很可能与消投〔2026〕1号是同一件：同一电话、同名投诉人、同一被投诉人" in plan.rows[0].reason


@pytest.mark.parametrize(
    ("decision", "new", "merged", "skipped"),
    [(None, 2, 0, 0), ("register", 2, 0, 0), ("merge", 2, 1, 0), ("skip", 1, 0, 1)],
)
def test_what_becomes_of_it_a_person_chooses(
    office: OpenOffice, tmp_path: Path, decision: str | None, new: int, merged: int, skipped: int
) -> None:
    counter = register_complaint(office, walk_in()).case_id
    plans = work_orders.plan_import(office, [hotline(tmp_path, SAME, OTHER)])
    key = (0, plans[0].rows[0].row_number)
    done = work_orders.import_orders(office, plans, decisions={key: decision} if decision else None)
    assert (done.new, done.merged, done.skipped) == (new, merged, skipped)
    absorbed = absorbed_by(casework.load(office, counter).case)
    assert [link.other for link in absorbed] == ([done.made[key]] if decision == "merge" else [])
    assert office.store.verify() == []


def test_two_rows_of_one_import_can_be_the_same_matter(office: OpenOffice, tmp_path: Path) -> None:
    again = SAME.replace("青12345-0077", "青12345-0099").replace("市民反映：", "")
    plans = work_orders.plan_import(
        office, [hotline(tmp_path, SAME), hotline(tmp_path, again, name="再次.csv")]
    )
    alike = plans[1].rows[0].alike
    assert alike is not None
    assert alike.row == (0, 2)
    assert "很可能与“12345.csv”第 2 行是同一件" in plans[1].rows[0].reason
    done = work_orders.import_orders(office, plans, decisions={(1, 2): "merge"})
    lead = lead_of(casework.load(office, done.made[1, 2]).case)
    assert lead is not None
    assert lead.other == done.made[0, 2]


def test_what_a_merged_case_absorbed_goes_to_its_lead(office: OpenOffice, tmp_path: Path) -> None:
    third = SAME.replace("青12345-0077", "青12345-0100")
    again = SAME.replace("青12345-0077", "青12345-0099")
    counter = register_complaint(office, walk_in()).case_id
    plans = work_orders.plan_import(office, [hotline(tmp_path, SAME, again, third)])
    every = {(0, row.row_number): "merge" for row in plans[0].rows}
    assert work_orders.import_orders(office, plans, decisions=every).merged == 3
    assert len(absorbed_by(casework.load(office, counter).case)) == 3


def test_the_report_says_what_was_chosen(office: OpenOffice, tmp_path: Path) -> None:
    register_complaint(office, walk_in())
    plan = work_orders.plan_import(office, [hotline(tmp_path, SAME, OTHER)])[0]
    out = tmp_path / "结果.xlsx"
    work_orders.save_report(office, plan, out, {plan.rows[0].row_number: "skip"})
    cells = [str(cell.value) for row in openpyxl.load_workbook(out).active.iter_rows() for cell in row]
    assert any(cell.startswith("跳过：很可能与消投〔2026〕1号是同一件") for cell in cells)
