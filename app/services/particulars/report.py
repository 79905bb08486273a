"""A report in lines, without who reported."""

from __future__ import annotations

from app.domain.kinds.report.state import Report
from app.services.labels import label
from app.services.particulars.lines import Lines, joined


def lines(case: Report) -> Lines:
    """Whom the report is about and what it says; the reporter stays sealed."""
    shop, clue = case.respondent, case.clue
    decided = ""
    if case.opening is not None:
        decided = joined("，", "立案" if case.opening.opened else "不予立案", str(case.opening.decided_on))
    return [
        ("举报人", case.party_names()["reporter"]),
        ("被举报人", joined("，", shop.name, shop.phone, shop.address)),
        ("涉嫌违法行为", joined("，", case.open_text(clue.subject), label("goods_services", clue.category))),
        ("发生时间地点", joined("，", str(clue.happened_on or ""), case.open_text(clue.place))),
        ("线索和依据", case.open_text(clue.facts)),
        ("立案", decided),
        ("处理结果", case.result.text if case.result else ""),
        ("身份查看", f"{len(case.looks)} 次" if case.looks else ""),
    ]
