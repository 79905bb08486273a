"""What came of the demonstration's open stories after its last day, told to the end of the published cases.

The demonstration shows these cases under way; here they go on, in the same words, to the outcome that was
published: one story for both.
"""

from __future__ import annotations

import datetime as dt

import msgspec

from app.domain.dates import SHANGHAI
from app.domain.kinds.complaint.facts import Deal
from app.domain.settlement.facts import Obligation
from app.services import execution, investigation
from app.services.demo.calendar_play import Story, at
from app.services.demo.forms import form, person, shop
from app.services.demo.scene import Scene, hand_over, pay
from app.services.demo.stories import at_the_counter, fertiliser, rice_seed, weedkiller, wheat_seed


def later(month: int, day: int, hour: int) -> dt.datetime:
    """A moment of the year after the demonstration."""
    return dt.datetime(2027, month, day, hour, tzinfo=SHANGHAI)


def _counting(duty: Obligation, relief: str, worth: int) -> Obligation:
    """What goods or an act count for by the declared rule (resources/rules/recovery.toml)."""
    return msgspec.structs.replace(duty, relief=relief, worth=worth)


def _done(scene: Scene, obligation: int) -> None:
    """Goods or an act were given today, counted by the declared rule."""
    execution.perform(
        scene.office, scene.case_id, obligation_no=obligation, on=scene.today, done=True, note="当面确认"
    )


def _end(scene: Scene, first: dt.datetime, satisfaction: str = "satisfied") -> Story:
    """回复, 回访, 结案, 归档."""
    yield first
    scene.answer("协议已经履行完毕。")
    yield first + dt.timedelta(hours=1)
    scene.call_back(satisfaction, "没有意见。")
    yield first + dt.timedelta(hours=2)
    scene.close("协议已经全部履行。")
    yield first + dt.timedelta(hours=3)
    scene.file()


def eight_bags_in_kind(scene: Scene) -> Story:
    """C7: no money, eight bags of fertiliser of 140 yuan each."""
    yield from fertiliser.story(scene)
    yield at(11, 24, 14, 30)
    scene.mediate("核对养分检测报告，双方同意以货抵偿。", "agreed", "邓春生、谢平")
    bags = _counting(hand_over(1, "respondent", "同品牌合格复合肥8袋", at(11, 30, 0)), "goods", 8 * 140_00)
    scene.agree("经营者另给付合格复合肥8袋，双方再无争议。", bags)
    yield at(11, 27, 9)
    _done(scene, 1)
    yield from _end(scene, at(11, 30, 9))


def eighteen_households(scene: Scene) -> Story:
    """C10: no fault found in the seed; the shop pays for advice it did not give."""
    yield from rice_seed.story(scene)
    yield at(12, 1, 9)
    investigation.report_appraisal(
        scene.office,
        scene.case_id,
        reported_on=at(12, 1, 0).date(),
        conclusion="留样种子纯度、发芽率合格，减产与抽穗期连续低温有关。",
    )
    yield at(12, 2, 9)
    scene.arrange(at(12, 8, 9, 30))
    yield at(12, 8, 9, 30)
    scene.mediate("种子没有质量问题，经营者没有提示播种期，自愿补偿。", "agreed", "代表人、经营者")
    scene.agree("经营者补偿1390元，按户分摊。", pay(1, 1_390_00, at(12, 15, 0), "补偿款"))
    yield at(12, 14, 10)
    scene.paid(1, 1_390_00)
    yield from _end(scene, at(12, 15, 9))


def wheat(scene: Scene) -> Story:
    """C19: the limit of sixty days is over before both sides find each other; the record says so."""
    yield from wheat_seed.story(scene)
    yield at(12, 1, 9)
    scene.arrange(at(12, 4, 9, 30))
    yield at(12, 4, 9, 30)
    scene.mediate("经营者同意赔偿种子款和误工损失。", "agreed", "马有田、曹万里")
    scene.agree("经营者赔偿4600元。", pay(1, 4_600_00, at(12, 10, 0), "赔偿款"))
    yield at(12, 9, 10)
    scene.paid(1, 4_600_00)
    yield from _end(scene, at(12, 10, 9))


def rapeseed(scene: Scene) -> Story:
    """C4: 柒仟肆佰元整, the second instalment on its last day."""
    yield from weedkiller.story(scene)
    yield at(11, 30, 10)
    scene.paid(2, weedkiller.SECOND)
    yield from _end(scene, at(12, 1, 9))


def fee_waived(scene: Scene) -> Story:
    """C13: nothing is paid, a fee of 1,000 yuan is not asked for."""
    yield from at_the_counter.car_film(scene)
    yield at(11, 23, 9)
    scene.accept()
    yield at(11, 24, 9)
    scene.consents()
    yield at(11, 25, 9)
    scene.mediate("销售部承认聊天中的承诺。", "agreed", "韩磊、石军", mode="phone")
    act = Obligation(
        no=1,
        obligor="respondent",
        kind="act",
        description="免收置换费1000元并完成全车贴膜",
        due_on=at(12, 1, 0).date(),
        method="到店办理",
    )
    scene.agree("免收置换费。", _counting(act, "waiver", 1_000_00), without_letter="both_agreed")
    yield at(11, 30, 9)
    _done(scene, 1)
    yield from _end(scene, at(12, 1, 9))


def one_yuan_fifty(scene: Scene) -> Story:
    """C16: cents are counted like everything else."""
    yield from at_the_counter.packing_fee(scene)
    yield at(11, 23, 9)
    scene.accept()
    yield at(11, 24, 9)
    scene.consents()
    yield at(11, 25, 10)
    scene.mediate("快餐店同意退还打包费。", "agreed", "方媛、龙飞", mode="phone")
    scene.agree(
        "退还打包费1.50元。", pay(1, 1_50, at(11, 25, 0), "打包费"), without_letter="performed_at_once"
    )
    scene.paid(1, 1_50)
    yield from _end(scene, at(11, 26, 9))


def penalty_without_end(scene: Scene) -> Story:
    """C18: a quarter as penalty; what came of it was not published, here it goes to arbitration or court."""
    yield from at_the_counter.banquet(scene)
    yield at(11, 20, 17)
    scene.accept()
    yield at(11, 24, 9)
    scene.consents()
    yield at(11, 26, 9)
    scene.mediate("酒店坚持扣除25%，投诉人只同意扣除实际损失。", "failed", "蒋文杰、魏明", mode="phone")
    yield at(11, 27, 9)
    scene.terminate("3", "双方对违约金比例分歧较大，均明确表示无法达成协议。")
    for party in ("complainant", "respondent"):
        scene.tell("termination", party, "phone")
    yield at(12, 1, 9)
    scene.call_back("basically_satisfied", "准备起诉。")
    yield at(12, 2, 9)
    scene.close("依法终止调解并告知诉讼途径。")


def orchids(scene: Scene) -> Story:
    """C6: four growers, 430,000 yuan, mediated for 110 days: the clock is overdue and says so."""
    yield at(9, 23, 9)
    scene.register(
        form(
            at(9, 23, 9),
            person("黄志明", "13907928800", "兰花基地1号", traits=("farmer",)),
            shop("绿源农资公司", "0792-4229900", "农贸街1号", "许兵", "许兵"),
            Deal(
                amount=520_000_00,
                category="fertiliser",
                goods="兰花专用肥",
                problem="quality",
                demands=("compensate",),
                facts="四户兰花种植户施用同一批肥料后烂根，要求赔偿损失。",
            ),
        )
    )
    yield at(9, 24, 9)
    scene.accept()
    yield at(9, 28, 9)
    scene.consents()
    for day in (at(10, 12, 9, 30), at(11, 9, 9, 30), at(12, 14, 9, 30)):
        yield day
        scene.mediate("核算损失，双方继续协商。", "continue", "四户代表、许兵", mode="phone")
    yield later(1, 11, 9)
    scene.mediate("双方同意赔偿43万元。", "agreed", "四户代表、许兵", mode="phone")
    scene.agree("经营者赔偿430000元。", pay(1, 430_000_00, later(1, 20, 0), "赔偿款"))
    yield later(1, 20, 9)
    scene.paid(1, 430_000_00)
    yield from _end(scene, later(1, 21, 9))
