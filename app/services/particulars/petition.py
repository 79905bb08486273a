"""A petition in lines."""

from __future__ import annotations

from app.domain.kinds.petition.facts import ARRIVALS, FORMS, SORTS
from app.domain.kinds.petition.state import FINDINGS, WAYS, PetitionCase
from app.services.particulars.lines import Lines, joined


def lines(case: PetitionCase) -> Lines:
    """Who came how, what is wanted and why, by which way it is handled, and what was decided."""
    person, request = case.petitioner, case.request
    way = WAYS[case.way()] if case.way() else ("", "")
    opinion = case.opinion
    return [
        ("信访人", joined("，", person.name, person.phone, person.address)),
        ("人数", f"{request.people} 人" if request.people > 1 else ""),
        ("代表", "、".join(request.representatives)),
        (
            "类别",
            joined(
                "，",
                SORTS.get(request.sort, ""),
                FORMS.get(request.form, ""),
                ARRIVALS.get(request.arrival, ""),
            ),
        ),
        ("初重信访", "重信访" if request.repeated else "初信访"),
        ("信访系统", request.system_no or ("已录入" if request.in_system else "未录入")),
        ("被反映方", request.about),
        ("信访请求", request.wanted),
        ("事实和理由", request.facts),
        ("办理途径", joined("，", *way)),
        ("处理意见", joined("，", FINDINGS[opinion.finding], opinion.opinion) if opinion else ""),
    ]
