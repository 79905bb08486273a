"""Wheat seed that did not sprout: mediation drags on and the sixty days are over."""

from __future__ import annotations

from app.domain.kinds.complaint.facts import Deal
from app.services.demo.calendar_play import Story, at
from app.services.demo.forms import form, person, shop
from app.services.demo.scene import Scene

AMOUNT = 4_600_00


def story(scene: Scene) -> Story:
    """Still open and overdue at the end of the demonstration."""
    yield at(9, 8, 10)
    scene.register(
        form(
            at(9, 8, 10),
            person("马有田", "13407926654", "马家湾村5组", traits=("farmer", "elderly")),
            shop("丰收农资经营部", "0792-4228806", "农贸街2号", "曹万里", "曹万里"),
            Deal(
                bought_on=at(8, 28, 0).date(),
                amount=AMOUNT,
                category="seeds",
                goods="小麦种子",
                problem="quality",
                demands=("compensate",),
                facts=(
                    "购买小麦种子播种8亩，出苗率不足四成，已经错过补种时间，要求赔偿种子款和误工损失共4600元。"
                ),
            ),
            channel="village_station",
        )
    )
    yield at(9, 14, 9)
    scene.accept()
    yield at(9, 16, 10)
    scene.inquire(
        "visit",
        "马家湾村5组地块",
        "马有田、曹万里",
        "随机取样五处，平均出苗率38%；经营者认为与播种过深有关。",
    )
    scene.evidence("出苗情况照片", "photo", provider="office")
    yield at(9, 21, 9)
    scene.consents()
    yield at(9, 22, 9)
    scene.arrange(at(9, 29, 9, 30))
    yield at(9, 29, 9, 30)
    scene.mediate("经营者愿意补偿种子款，不承担误工损失，双方约定各自考虑。", "continue", "马有田、曹万里")
