"""Compound fertiliser short of its label: both sides agreed to be mediated, the session is arranged."""

from __future__ import annotations

from app.domain.kinds.complaint.facts import Deal
from app.services.demo.calendar_play import Story, at
from app.services.demo.forms import form, person, shop
from app.services.demo.scene import Scene

AMOUNT = 1_400_00


def story(scene: Scene) -> Story:
    """Waiting for its session at the end of the demonstration."""
    yield at(10, 28, 15)
    scene.register(
        form(
            at(10, 28, 15),
            person("邓春生", "13107924495", "柳树村7组", traits=("farmer",)),
            shop("惠农肥料经营部", "0792-4226210", "农贸街19号", "谢平", "谢平"),
            Deal(
                bought_on=at(10, 9, 0).date(),
                amount=AMOUNT,
                category="fertiliser",
                goods="复合肥10袋",
                problem="quality",
                demands=("exchange", "compensate"),
                facts="购买复合肥10袋，每袋140元，施用后作物没有变化，怀疑养分含量不足，要求换货或者退款1400元。",
            ),
            channel="village_station",
        )
    )
    yield at(10, 30, 10)
    scene.accept()
    yield at(11, 4, 9)
    scene.inquire(
        "visit", "惠农肥料经营部", "谢平（经营者）", "库存同批次复合肥36袋，能提供进货票据和出厂合格证。"
    )
    scene.evidence("购货票据", "receipt")
    yield at(11, 5, 9)
    scene.consents()
    yield at(11, 18, 10)
    scene.arrange(at(11, 24, 14, 30))
