"""A petition beside its page: who wants what of whom, and how it came."""

from __future__ import annotations

from app.domain.kinds.petition.facts import ARRIVALS, FORMS, SORTS
from app.domain.kinds.petition.state import PetitionCase
from app.domain.masking import mask_id_number, mask_phone
from app.services.labels import label
from app.ui.matter.face import Fact
from app.ui.matter.words import joined, lines
from app.ui.widgets.cells import named


def line(case: PetitionCase) -> str:
    """赵国良 等 6 人 · 申诉求决 · 路灯不亮."""
    request = case.request
    crowd = f"等 {request.people} 人" if request.people > 1 else ""
    who = " ".join(part for part in (named(case.petitioner.name), crowd) if part)
    return joined(who, SORTS.get(request.sort, ""), request.topic)


def has_numbers(case: PetitionCase) -> bool:
    """Whether there is a number to uncover."""
    return bool(case.petitioner.phone or case.petitioner.id_no)


def facts(case: PetitionCase, uncovered: bool) -> list[Fact]:
    """In the order of the form; numbers masked unless `uncovered`."""
    person, request, origin = case.petitioner, case.request, case.origin
    phone = person.phone if uncovered else mask_phone(person.phone)
    number = person.id_no if uncovered else mask_id_number(person.id_no)
    people = f"{request.people} 人" if request.people > 1 else ""
    speaking = f"代表 {'、'.join(request.representatives)}" if request.representatives else ""
    came = joined(
        FORMS.get(request.form, ""),
        ARRIVALS.get(request.arrival, ""),
        origin.source if origin else "",
        f"{origin.received_on} 收到" if origin else "",
    )
    system = request.system_no or ("已录入信访信息系统" if request.in_system else "还没有录入信访信息系统")
    return [
        Fact(
            "person",
            "信访人",
            joined(person.name, phone),
            lines(
                joined(label("id_types", person.id_type) if person.id_no else "", number),
                person.address,
                joined(people, speaking),
            ),
        ),
        Fact("about", "被反映方", request.about),
        Fact("wanted", "信访请求", request.wanted),
        Fact("facts", "事实和理由", request.facts),
        Fact(
            "sort",
            "类别",
            joined(SORTS.get(request.sort, ""), "重信访" if request.repeated else "初信访"),
        ),
        Fact("origin", "来源", lines(came, system)),
    ]
