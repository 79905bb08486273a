"""A photo package: the first agreement is urged and broken, the follow-up sends the case back,
the second agreement is paid in instalments, one of them late."""

from __future__ import annotations

from app.domain.kinds.complaint.facts import Deal
from app.services.demo.calendar_play import Story, at
from app.services.demo.forms import form, person, shop
from app.services.demo.scene import Scene, pay

AMOUNT = 2_399_00
REFUND = 1_441_00
INSTALMENTS = (700_00, 741_00)
_PARTIES = "陈晓雨、罗志远"


def story(scene: Scene) -> Story:
    """1,441 of 2,399 yuan come back, two months after they were first promised."""
    yield from _first_round(scene)
    yield from _second_round(scene)


def _first_round(scene: Scene) -> Story:
    yield at(7, 16, 10, 5)
    scene.register(
        form(
            at(7, 16, 10),
            person("陈晓雨", "13807921188", "滨江路12号2单元401室", born="19930620", serial=46),
            shop("时光印记摄影店", "0792-4227066", "商业街36号", "罗志远", "罗志远"),
            Deal(
                bought_on=at(6, 6, 0).date(),
                amount=AMOUNT,
                category="wedding_photo",
                goods="亲子写真套餐",
                problem="contract",
                demands=("refund",),
                demand_note="扣除已拍摄部分后退还余款",
                facts=(
                    "2026年6月6日在时光印记摄影店订购亲子写真套餐，付款2399元，约定拍摄三个主题、交付精修照片45张。"
                    "拍完一个主题后，商家以摄影师离职为由一再推迟，至今没有安排后两个主题，也不同意退款。"
                ),
            ),
        )
    )
    yield at(7, 17, 14)
    scene.accept()
    yield at(7, 20, 10)
    scene.inquire(
        "phone", "13807920077", "罗志远（经营者）", "承认摄影师离职，已完成一个主题的拍摄，成本约950元。"
    )
    scene.evidence("套餐订单", "contract")
    scene.evidence("付款截图", "payment_record")
    yield at(7, 21, 9)
    scene.consents()
    yield at(7, 22, 11)
    scene.arrange(at(7, 28, 14, 30))
    yield at(7, 28, 14, 30)
    scene.mediate("双方核对已经完成的拍摄和精修，确认价值958元，余款1441元由经营者退还。", "agreed", _PARTIES)
    scene.agree(
        "套餐合同解除，已完成部分作价958元归经营者，其余1441元退还投诉人。",
        pay(1, REFUND, at(8, 31, 0), "套餐余款"),
    )
    yield at(9, 1, 9, 30)
    scene.urge(1, "phone", "经营者称资金周转困难，答应三日内付款。")
    yield at(9, 4, 10)
    scene.urge(1, "in_person", "到店督促，经营者仍未付款。")
    yield at(9, 8, 15)
    scene.breached(1, "履行期限届满后两次督促，至今分文未付。")
    yield at(9, 9, 9)
    scene.answer("时光印记摄影店没有按协议退款，您可以向法院起诉，也可以要求我们再次组织调解。")
    yield at(10, 15, 10)
    scene.call_back("unsatisfied", "退款一分没有收到，要求重新处理。")


def _second_round(scene: Scene) -> Story:
    yield at(10, 16, 9)
    scene.consents()
    yield at(10, 21, 15)
    scene.mediate(
        "调解人员通过电话与双方核对欠款，说明不履行协议将通报并列入重点检查。经营者提出分两期付款，投诉人同意。",
        "agreed",
        _PARTIES,
        mode="phone",
    )
    scene.agree(
        "经营者分两期退还1441元，任何一期逾期的，投诉人可以就全部余款起诉。",
        pay(1, INSTALMENTS[0], at(10, 31, 0), "第一期"),
        pay(2, INSTALMENTS[1], at(11, 17, 0), "第二期"),
        without_letter="both_agreed",
    )
    yield at(10, 30, 16)
    scene.paid(1, 300_00, "先付300元")
    yield at(11, 2, 9)
    scene.urge(1, "phone", "第一期尚欠400元，已经逾期。")
    yield at(11, 3, 16)
    scene.paid(1, 400_00, "逾期三日付清第一期")
    yield at(11, 17, 11)
    scene.paid(2, INSTALMENTS[1], "当日到账")
    yield at(11, 17, 15)
    scene.answer("时光印记摄影店应退的1441元已经全部到账。")
    yield at(11, 18, 10)
    scene.call_back("satisfied", "钱都收到了，感谢。")
    yield at(11, 19, 9)
    scene.close("第一次协议未履行，回访后重新办理，第二次协议分两期退还1441元，已经付清。")
    yield at(11, 20, 9)
    scene.file()
