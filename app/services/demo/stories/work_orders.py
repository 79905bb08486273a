"""The morning's work orders: imported from the files, the first one completed and accepted."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import msgspec

from app.domain.kinds.complaint.events import ComplaintAmended
from app.domain.kinds.complaint.facts import Complainant, Respondent
from app.services import work_orders
from app.services.demo.calendar_play import Story, at
from app.services.demo.scene import Scene


def story(scene: Scene, orders: Sequence[Path]) -> Story:
    """Import every file; what the platform left out of the first order is asked by telephone."""
    yield at(11, 20, 8, 40)
    plans = work_orders.plan_import(scene.office, orders)
    imported = work_orders.import_orders(scene.office, plans)
    if not imported.case_ids:
        return
    scene.case_id = imported.case_ids[0]
    yield at(11, 20, 10, 30)
    scene.complete(_completed(scene))
    yield at(11, 20, 11)
    scene.accept()


def _completed(scene: Scene) -> ComplaintAmended:
    """Whatever 办法第10条 demands and the order does not say."""
    case = scene.case
    person, shop, deal = case.complainant, case.respondent, case.deal
    return ComplaintAmended(
        complainant=Complainant(
            name=person.name or "林秀珍",
            phone=person.phone or "13907923366",
            id_type=person.id_type,
            id_no=person.id_no,
            address=person.address or "江安县青山镇文化路9号",
            publish_consent=False,
            delegation_consent=True,
        ),
        respondent=Respondent(
            name=shop.name or "青山镇中山路个体经营户",
            address=shop.address or "江安县青山镇中山路",
            phone=shop.phone,
        ),
        deal=msgspec.structs.replace(deal, demands=deal.demands or ("refund",)),
        reason="工单缺少的内容已电话向投诉人核实补充",
    )
