"""What a consultation must hold before it is written, and its normal form."""

from __future__ import annotations

import datetime as dt

import msgspec

from app.domain.kinds.consultation.facts import Consultation
from app.domain.matter.intake import (
    LONGEST,
    origin_problems,
    person_problems,
    tidy,
    tidy_origin,
    tidy_person,
    tidy_text,
    too_long,
)


def consultation_problems(form: Consultation, today: dt.date) -> dict[str, str]:
    """What is wrong, by field path, each with one Chinese sentence; empty when all is well."""
    answer = form.answer
    needed = {
        "answer.question": (answer.question, "请填写咨询的问题"),
        "answer.answer": (answer.answer, "请填写答复的内容"),
        "answer.method": (answer.method, "请选择答复方式"),
        "answer.by": (answer.by, "请填写答复人"),
    }
    problems = {path: sentence for path, (value, sentence) in needed.items() if not value.strip()}
    problems |= person_problems(form.asker, "asker", today)
    problems |= origin_problems(form.origin, today)
    if answer.answered_on > today:
        problems["answer.answered_on"] = "答复日期不能晚于今天"
    elif answer.answered_on < form.origin.received_on:
        problems["answer.answered_on"] = "答复日期不能早于收到日期"
    return problems | too_long(
        {
            "answer.question": (answer.question, LONGEST["note"]),
            "answer.answer": (answer.answer, LONGEST["facts"]),
        }
    )


def normal_form(form: Consultation, today: dt.date) -> Consultation:
    """The form as it is stored."""
    return Consultation(
        origin=tidy_origin(form.origin),
        asker=tidy_person(form.asker, today),
        answer=msgspec.structs.replace(
            form.answer,
            question=tidy_text(form.answer.question),
            answer=tidy_text(form.answer.answer),
            by=tidy(form.answer.by),
        ),
    )
