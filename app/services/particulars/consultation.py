"""A consultation in lines."""

from __future__ import annotations

from app.domain.kinds.consultation.state import ConsultationCase
from app.services.labels import label
from app.services.particulars.lines import Lines, joined


def lines(case: ConsultationCase) -> Lines:
    """Who asked what, and what was answered, when and by whom."""
    person, answer = case.asker, case.answer
    if answer is None:
        return []
    return [
        ("咨询人", joined("，", person.name, person.phone)),
        ("类别", label("goods_services", answer.category)),
        ("问题", answer.question),
        ("答复", answer.answer),
        (
            "答复情况",
            joined(
                "，", str(answer.answered_on), label("notice_methods", answer.method), f"答复人 {answer.by}"
            ),
        ),
    ]
