"""Reports: one letter with complaint and report, a clue met in mediation, an anonymous one, new facts."""

from __future__ import annotations

from app.domain.kinds.complaint.facts import Deal
from app.domain.kinds.report.facts import Clue, Reporter
from app.services import repeats, report
from app.services.demo.calendar_play import Story, at
from app.services.demo.forms import TOWN, form, person, shop
from app.services.demo.premises import MEDIATOR, OPERATOR
from app.services.demo.report_scene import ReportScene, business, report_form
from app.services.demo.scene import Scene, pay

DRIED_BEANS, SEEDLINGS, PAID = 10_50, 60_000_00, 5_200_00
FOOD_LAW = "中华人民共和国食品安全法"


def split_letter(scene: Scene) -> Story:
    """Food for 10.50 yuan: the buyer wants 1,000 and reports the shop; two cases, two clocks (第9条)."""
    yield at(11, 3, 10)
    buyer = person("沈立群", "13907926631", "文教路21号")
    store = shop("鲜品便利店", "0792-4225170", "学府路31号", "费刚", "费刚")
    facts = "货架上同批次豆干已过保质期47天仍在销售，有照片2张、购物小票1张。"
    both = report.register_both(
        scene.office,
        form(
            at(11, 3, 10),
            buyer,
            store,
            Deal(
                bought_on=at(11, 2, 0).date(),
                amount=DRIED_BEANS,
                category="food",
                goods="豆干",
                problem="safety",
                demands=("refund", "compensate"),
                demand_note="退还货款10.50元，赔偿1000元",
                facts="购买豆干一袋，付款10.50元，回家发现已超过保质期，要求退款并赔偿1000元。",
            ),
        ),
        report_form(
            at(11, 3, 10),
            Reporter(name=buyer.name, phone=buyer.phone, address=buyer.address),
            business("鲜品便利店", "学府路31号", "0792-4225170"),
            Clue(
                subject="销售超过保质期的食品",
                category="food",
                happened_on=at(11, 2, 0).date(),
                facts=facts,
                oral=True,
                recorded_by=OPERATOR,
            ),
        ),
    )
    scene.case_id = both.case_id
    scene.paper("complaint_registration")
    told = ReportScene(scene.office, both.report.case_id)
    told.paper("report_registration")
    yield at(11, 4, 9)
    scene.accept()
    yield at(11, 4, 15)
    told.check(
        "鲜品便利店", "费刚（经营者）", "货架查见超过保质期的豆干12袋，当场下架封存，经营者承认没有检查。"
    )
    yield at(11, 6, 9)
    scene.consents()
    yield at(11, 6, 16)
    told.decide("现场查见超过保质期的豆干12袋，有进货单和照片。", opened=True, file_no="江市监立〔2026〕31号")
    yield at(11, 18, 15)
    told.conclude("没收超过保质期的豆干12袋，罚款5000元。", "江市监罚〔2026〕27号")
    yield at(11, 19, 9)
    told.judge(FOOD_LAW, "一百一十五")
    told.tell("result", "电话告知处理结果")
    yield at(11, 19, 16)
    told.close("已立案处罚，处理结果已依法告知举报人；投诉另行调解。")


def unlicensed_dealer(scene: Scene) -> Story:
    """Spoiled seedlings: settled at the second session, while the dealer had no licence (第27条)."""
    yield at(10, 12, 9)
    scene.register(
        form(
            at(10, 12, 9),
            person("叶长根", "13607921187", "上坊村2组", traits=("farmer",)),
            shop("兴农农资店", "0792-4227025", "上坊村口", "彭志勇", "彭志勇"),
            Deal(
                bought_on=at(9, 20, 0).date(),
                amount=SEEDLINGS,
                category="fertiliser",
                goods="育苗肥",
                problem="quality",
                demands=("compensate",),
                facts="六户共育苗30300株，施用该店肥料后大面积枯死，每株按2元计算，要求赔偿60000元。",
            ),
        )
    )
    yield at(10, 13, 10)
    scene.accept()
    scene.consents()
    yield at(10, 15, 9)
    scene.inquire("visit", "兴农农资店", "彭志勇（经营者）", "店内有同批次肥料，不能出示营业执照。")
    turned = report.turn_into_report(
        scene.office,
        scene.case_id,
        subject="无照经营农资",
        facts="调查投诉时经营者不能出示营业执照，店内陈列化肥、农膜待售，有现场照片。",
        found_on=at(10, 15, 0).date(),
        by=MEDIATOR,
    )
    clue = ReportScene(scene.office, turned.case_id)
    yield at(10, 16, 9)
    clue.received("江安县市场监管综合行政执法大队", "万志强")
    scene.arrange(at(10, 20, 9))
    yield at(10, 20, 9)
    scene.mediate("经营者只愿意赔偿1000元，双方差距较大。", "continue", "叶长根、彭志勇")
    yield at(10, 21, 10)
    scene.arrange(at(10, 28, 9))
    yield at(10, 28, 9)
    scene.mediate("双方对枯死原因各让一步，达成一致。", "agreed", "叶长根、彭志勇")
    scene.agree("经营者一次性赔偿5200元，双方就本次争议再无纠葛。", pay(1, PAID, at(10, 30, 0), "育苗损失"))
    yield at(10, 30, 10)
    scene.paid(1, PAID)
    yield at(11, 2, 9)
    clue.check("兴农农资店", "彭志勇", "仍不能出示营业执照，进货台账显示经营半年。")
    yield at(11, 4, 9)
    clue.extended("需要向供货商所在县核实销售数量。")
    yield at(11, 5, 15)
    scene.answer("双方已达成协议，赔偿5200元已付清；经营者涉嫌无照经营另案处理。")
    yield at(11, 12, 10)
    clue.decide("无照经营事实清楚，有进货台账和现场照片。", opened=True, file_no="江市监立〔2026〕33号")


def anonymous(scene: Scene) -> Story:
    """Nobody to tell: a scale that shows more than it weighs, sent to be tested."""
    yield at(11, 9, 14)
    told = ReportScene(scene.office)
    told.register(
        report_form(
            at(11, 9, 14),
            Reporter(anonymous=True),
            business("老五水产摊", "农贸市场东区7号"),
            Clue(
                subject="使用不合格的计量器具",
                category="food",
                place="农贸市场东区7号摊",
                facts="摊位上的电子秤称2斤鱼显示2斤4两，在市场公平秤上复称过，有视频。",
            ),
            channel="letter",
        )
    )
    scene.case_id = told.case_id
    yield at(11, 11, 9)
    told.check("农贸市场东区7号摊", "摊主", "当场用标准砝码试称，电子秤示值偏大，封存送检。")
    told.tested("inspection", "江安县计量检定测试所", "电子计价秤1台")


def new_facts(scene: Scene) -> Story:
    """The same reporter brings new facts: merged, and the period counted anew (第35条)."""
    who = Reporter(name="秦望山", phone="13907923318", address=f"{TOWN}河东路9号")
    store = business("好记糕点坊", "河东路15号", "0792-4226613")
    yield at(11, 5, 9)
    told = ReportScene(scene.office)
    told.register(
        report_form(
            at(11, 5, 9),
            who,
            store,
            Clue(
                subject="生产日期标注虚假",
                category="food",
                facts="11月5日上午买到的蛋糕包装上标着11月6日生产，有照片。",
                oral=True,
                recorded_by=OPERATOR,
            ),
        )
    )
    scene.case_id = told.case_id
    yield at(11, 10, 9)
    told.check("好记糕点坊", "店员", "店内未见提前标注日期的蛋糕，已责令提供生产记录。")
    yield at(11, 18, 10)
    later = ReportScene(scene.office)
    later.register(
        report_form(
            at(11, 18, 10),
            who,
            store,
            Clue(
                subject="生产日期标注虚假",
                category="food",
                facts="拍到店员撕下旧标签换贴新日期的视频，时间为11月17日晚。",
                oral=True,
                recorded_by=OPERATOR,
            ),
        )
    )
    yield at(11, 18, 11)
    repeats.merge_new_facts(
        scene.office, later.case_id, told.case_id, facts="换贴生产日期标签的视频，11月17日晚拍摄。"
    )
