"""What a petition must hold before it is written, and its normal form (条例第19、20条)."""

from __future__ import annotations

import datetime as dt

import msgspec

from app.domain.kinds.petition.facts import (
    ARRIVALS,
    FORMS,
    MOST_REPRESENTATIVES,
    SORTS,
    Petition,
)
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


def petition_problems(form: Petition, today: dt.date) -> dict[str, str]:
    """What is wrong, by field path, each with one Chinese sentence; empty when all is well.

    A name is not demanded: an unclear name or address only means that nobody can be told (条例第23条).
    """
    request = form.request
    problems: dict[str, str] = {}
    if request.sort not in SORTS:
        problems["request.sort"] = "请选择信访事项的类别"
    if request.arrival not in ARRIVALS:
        problems["request.arrival"] = "请选择怎样收到的"
    if request.form not in FORMS:
        problems["request.form"] = "请选择信访形式（信访工作条例第17条）"
    if request.arrival != "direct" and not form.origin.source:
        problems["origin.source"] = "转送、交办的信访事项请填写来件单位"
    if not request.wanted.strip():
        problems["request.wanted"] = "请填写信访请求"
    if not request.facts.strip():
        problems["request.facts"] = "请填写事实和理由"
    if request.people < 1:
        problems["request.people"] = "人数至少是 1"
    if len(request.representatives) > MOST_REPRESENTATIVES:
        problems["request.representatives"] = (
            f"多人走访推选的代表不得超过 {MOST_REPRESENTATIVES} 人（信访工作条例第20条），请减少代表"
        )
    elif request.form == "visit" and request.people > MOST_REPRESENTATIVES and not request.representatives:
        problems["request.representatives"] = (
            f"{request.people} 人走访应当推选代表，代表不超过 {MOST_REPRESENTATIVES} 人"
            "（信访工作条例第20条），请填写代表姓名"
        )
    problems |= person_problems(form.petitioner, "petitioner", today)
    problems |= origin_problems(form.origin, today)
    return problems | too_long(
        {
            "request.wanted": (request.wanted, LONGEST["note"]),
            "request.facts": (request.facts, LONGEST["facts"]),
            "request.about": (request.about, LONGEST["name"]),
            "request.topic": (request.topic, LONGEST["name"]),
        }
    )


def normal_form(form: Petition, today: dt.date) -> Petition:
    """The form as it is stored."""
    request = form.request
    return Petition(
        origin=tidy_origin(form.origin),
        petitioner=tidy_person(form.petitioner, today),
        request=msgspec.structs.replace(
            request,
            wanted=tidy_text(request.wanted),
            facts=tidy_text(request.facts),
            about=tidy(request.about),
            topic=tidy(request.topic),
            system_no=tidy(request.system_no),
            representatives=tuple(filter(None, (tidy(name) for name in request.representatives))),
        ),
    )
