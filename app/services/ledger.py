"""The case list as a workbook (台账)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec

from app.services import kinds
from app.services.labels import label
from app.services.next_step import next_step_label
from app.services.office import OpenOffice
from app.sheets.ledger import LedgerColumn, LedgerValue, write_ledger
from app.store.queries.cases import LIST_COLUMNS, CaseFilter

_BLOCK = 500
OUTCOMES = {
    "refused": "不予受理",
    "agreed": "达成协议，履行中",
    "performed": "达成协议并履行",
    "breached": "达成协议未履行",
    "terminated": "终止调解",
}
_COLUMNS = (
    LedgerColumn("编号", 20, "id"),
    LedgerColumn("登记编号", 28, "id"),
    LedgerColumn("来源", 14, "text"),
    LedgerColumn("收到日期", 12, "date"),
    LedgerColumn("投诉人", 12, "text"),
    LedgerColumn("联系电话", 16, "id"),
    LedgerColumn("被投诉人", 24, "text"),
    LedgerColumn("商品服务类别", 16, "text"),
    LedgerColumn("投诉性质", 12, "text"),
    LedgerColumn("争议金额（元）", 14, "money"),
    LedgerColumn("状态", 12, "text"),
    LedgerColumn("结果", 18, "text"),
    LedgerColumn("协议金额（元）", 14, "money"),
    LedgerColumn("挽回损失（元）", 14, "money"),
    LedgerColumn("下一步", 16, "text"),
    LedgerColumn("最近期限", 12, "date"),
    LedgerColumn("结案日期", 12, "date"),
    LedgerColumn("归档日期", 12, "date"),
)
"""Columns of the ledger, in order; money as two-decimal numbers, numbers of cases and phones as text."""


class LedgerRequest(msgspec.Struct, frozen=True, kw_only=True):
    """Which cases, under which title."""

    filter: CaseFilter = CaseFilter(sort="received_on", descending=False)
    title: str = "消费投诉办理台账"


def export_ledger(
    office: OpenOffice,
    out: Path,
    request: LedgerRequest | None = None,
    progress: Callable[[int], None] | None = None,
) -> int:
    """Write the ledger; returns the number of cases. Raising from `progress` cancels and leaves no file."""
    request = request or LedgerRequest()
    return write_ledger(
        out,
        _COLUMNS,
        _rows(office, request.filter),
        title=request.title,
        office=office.office.name,
        made_at=office.clock.now(),
        progress=progress,
    )


def _rows(office: OpenOffice, chosen: CaseFilter) -> Iterator[list[LedgerValue]]:
    ids = office.store.cases.case_ids(chosen, office.clock.today())
    for start in range(0, len(ids), _BLOCK):
        for row in office.store.cases.case_block(ids[start : start + _BLOCK]):
            yield _line(office, dict(zip(LIST_COLUMNS, row, strict=True)))


def _line(office: OpenOffice, row: dict[str, object]) -> list[LedgerValue]:
    return [
        str(row["number"]),
        str(row["external_no"]),
        label("channels", str(row["channel"])),
        _day(row["received_on"]),
        str(row["complainant"]),
        str(row["complainant_phone"]),
        str(row["respondent"]),
        label("goods_services", str(row["category"])),
        label("problem_kinds", str(row["problem"])),
        _cents(row["amount"]),
        kinds.phase_label(str(row["kind"]), str(row["phase"])),
        OUTCOMES.get(str(row["outcome"]), ""),
        _cents(row["promised"]) or None,
        _cents(row["recovered"]) or None,
        next_step_label(office, row),
        _day(row["due_on"]),
        _day(row["closed_on"]),
        _day(row["filed_on"]),
    ]


def _day(value: object) -> dt.date | None:
    return dt.date.fromisoformat(value) if isinstance(value, str) and value else None


def _cents(value: object) -> int | None:
    return value if isinstance(value, int) else None
