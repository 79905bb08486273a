"""Tiles of disputed quality: the office designates a laboratory and the limit stands still meanwhile."""

from __future__ import annotations

from app.domain.kinds.complaint.facts import Deal
from app.services import investigation
from app.services.demo.calendar_play import Story, at
from app.services.demo.forms import form, person, shop
from app.services.demo.scene import Scene, hand_over, pay

AMOUNT = 19_584_00
DEPOSIT = 1_000_00
COMMISSIONED, REPORTED = at(5, 20, 9), at(6, 10, 16)
_PARTIES = "吴国强、郑海"


def story(scene: Scene) -> Story:
    """Goods go back, the deposit comes back; 22 days of testing are not counted."""
    yield from _until_appraisal(scene)
    yield from _after_report(scene)


def _until_appraisal(scene: Scene) -> Story:
    yield at(4, 28, 9, 15)
    scene.register(
        form(
            at(4, 28, 9),
            person("吴国强", "13507928816", "新村路88号", born="19760905", serial=35),
            shop("美家建材店", "0792-4229017", "环城路21号", "郑海", "郑海"),
            Deal(
                bought_on=at(4, 11, 0).date(),
                amount=AMOUNT,
                category="tiles",
                goods="抛光地砖",
                problem="quality",
                demands=("return_goods", "refund"),
                demand_note="退回地砖，退还定金1000元",
                facts=(
                    "2026年4月11日订购抛光地砖一批，总价19584元，付定金1000元。到货后发现多片砖面有裂纹、色差明显，"
                    "要求退货并退还定金，商家认为属于正常范围。"
                ),
            ),
        )
    )
    yield at(5, 6, 9)
    scene.accept()
    yield at(5, 11, 10)
    scene.consents()
    yield at(5, 12, 15)
    scene.inquire(
        "visit",
        "青山镇新村路88号",
        "吴国强、郑海",
        "现场堆放地砖62箱，抽看10箱，4箱有可见裂纹，双方拍照确认。",
    )
    scene.evidence("现场照片", "photo", provider="office", picture="tiles.png")
    scene.evidence("订货单", "contract")
    yield at(5, 14, 10)
    scene.arrange(at(5, 18, 9, 30))
    yield at(5, 18, 9, 30)
    scene.mediate(
        "双方对是否属于质量问题各执一词，同意检测，但对检测机构不能协商一致，由本所依法指定。",
        "continue",
        _PARTIES,
    )
    yield COMMISSIONED
    investigation.start_appraisal(
        scene.office,
        scene.case_id,
        institution="江安市产品质量监督检验所",
        chosen_by="designated",
        item="抛光地砖吸水率、破坏强度、表面质量",
        commissioned_on=COMMISSIONED.date(),
        fee=600_00,
        fee_borne_by="双方先行各垫付一半，由责任方最终承担",
    )


def _after_report(scene: Scene) -> Story:
    yield REPORTED
    investigation.report_appraisal(
        scene.office,
        scene.case_id,
        reported_on=REPORTED.date(),
        conclusion="所检样品表面质量不符合国家标准要求。",
    )
    scene.evidence("检验报告", "appraisal_report", provider="office")
    yield at(6, 12, 9)
    scene.arrange(at(6, 18, 9, 30), bring="身份证明、订货单、检验报告")
    yield at(6, 18, 9, 30)
    scene.mediate("宣读检验结论后，经营者同意收回全部地砖、退还定金并承担检测费。", "agreed", _PARTIES)
    scene.agree(
        "解除买卖合同，投诉人退回全部地砖，经营者退还定金1000元并自行承担检测费和运费。",
        hand_over(1, "complainant", "退回抛光地砖62箱，由经营者上门运走", at(6, 30, 0), "经营者自提"),
        pay(2, DEPOSIT, at(6, 30, 0), "定金"),
    )
    yield at(6, 26, 11)
    scene.done(1, "经营者已将62箱地砖运走")
    scene.paid(2, DEPOSIT, "银行转账到账")
    yield at(6, 29, 9)
    scene.answer("美家建材店已收回地砖并退还定金1000元。")
    yield at(7, 6, 10)
    scene.call_back("satisfied", "定金已退，没有其他要求。")
    yield at(7, 7, 9)
    scene.close("检测认定存在质量问题，退货并退还定金1000元，已经履行完毕。")
    yield at(7, 10, 9)
    scene.file()
