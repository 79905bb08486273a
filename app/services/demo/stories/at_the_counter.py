"""Complaints of the last days: one whose decision is due today, one by telephone, one just completed."""

from __future__ import annotations

from app.domain.kinds.complaint.facts import Deal
from app.services.demo.calendar_play import Story, at
from app.services.demo.forms import form, person, shop
from app.services.demo.scene import Scene

BANQUET, PACKING_FEE, CAR_FILM = 6_000_00, 1_50, 1_000_00


def banquet(scene: Scene) -> Story:
    """A 25 per cent penalty for a cancelled banquet: seven working days end on the last day shown."""
    yield at(11, 11, 9)
    scene.register(
        form(
            at(11, 11, 9),
            person("蒋文杰", "13907929906", "东风路66号"),
            shop("聚贤楼酒店", "0792-4223008", "迎宾路1号", "魏明", "魏明"),
            Deal(
                bought_on=at(10, 8, 0).date(),
                amount=BANQUET,
                category="catering",
                goods="婚宴预订",
                problem="contract",
                demands=("refund",),
                demand_note="退还订金",
                facts="预订婚宴付订金6000元，提前四十日取消，酒店按合同扣除25%违约金且拒退余款。",
            ),
        )
    )


def car_film(scene: Scene) -> Story:
    """A promised film that was charged for."""
    yield at(11, 18, 15)
    scene.register(
        form(
            at(11, 18, 15),
            person("韩磊", "13807927225", "滨江路30号"),
            shop("顺达汽车销售部", "0792-4229881", "国道路99号", "石军", "石军"),
            Deal(
                bought_on=at(11, 7, 0).date(),
                amount=CAR_FILM,
                category="cars",
                goods="购车赠送贴膜",
                problem="false_publicity",
                demands=("perform_contract",),
                facts="销售人员承诺购车赠送全车贴膜，提车时要求另付1000元置换费，聊天记录为证。",
            ),
        )
    )


def packing_fee(scene: Scene) -> Story:
    """Three packing fees of fifty cents."""
    yield at(11, 19, 11)
    scene.register(
        form(
            at(11, 19, 11),
            person("方媛", "13607928154", "实验小学教师宿舍"),
            shop("香满园快餐店", "0792-4227719", "学府路8号", "龙飞", "龙飞"),
            Deal(
                bought_on=at(11, 18, 0).date(),
                amount=PACKING_FEE,
                category="catering",
                goods="外卖打包盒",
                problem="price",
                demands=("refund",),
                facts="点餐三份，每份加收打包费0.5元，下单前没有告知，要求退还1.50元。",
            ),
            channel="call",
        )
    )
