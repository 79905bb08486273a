"""Fields as the services give them: a short ordinary case, and everything as long as it gets."""

from __future__ import annotations

import copy
import datetime as dt
from typing import Any

from tests.papers.samples_calculation import long_calculation, short_calculation
from tests.papers.samples_casefile import long_volume, short_volume
from tests.papers.samples_dispute import add_dispute, lengthen_dispute
from tests.papers.samples_petition import long_petition, short_petition

BEIJING = dt.timezone(dt.timedelta(hours=8))

REFUSAL_2026 = (
    "投诉事项不属于市场监督管理部门职责，或者本行政机关不具有处理权限的；",
    "法院、仲裁机构、市场监督管理部门或者其他行政机关、消费者协会已经受理或者处理过同一消费者权益争议的；",
    "不是为生活消费需要购买、使用商品或者接受服务，或者不能证明与被投诉人之间存在消费者权益争议的；",
    "除法律另有规定外，投诉人知道或者应当知道自己的权益受到被投诉人侵害之日起超过三年的；",
    "未提供本办法第十条第一款、第十一条规定的材料，或者提供虚假材料的；",
    "冒用他人名义或者拒不配合市场监督管理部门核验真实身份信息的；",
    "法律、法规、规章规定不予受理的其他情形。",
)
TERMINATION_2026 = (
    "投诉人撤回投诉或者双方自行和解的；",
    "投诉人、被投诉人无正当理由不参加调解，或者明确拒绝调解的；",
    "经组织调解，投诉人或者被投诉人明确表示无法达成调解协议的；",
    "投诉人与被投诉人对鉴定、检测费用承担无法协商一致的；",
    "自投诉受理之日起六十日内投诉人和被投诉人未能达成调解协议的；",
    "市场监督管理部门受理投诉后，发现存在本办法第十六条、第四十二条规定情形的；",
    "投诉人、被投诉人死亡或者主体资格灭失的；",
    "法律、法规、规章规定的应当终止调解的其他情形。",
)
REFUSAL_2020 = (
    "投诉事项不属于市场监督管理部门职责，或者本行政机关不具有处理权限的；",
    "法院、仲裁机构、市场监督管理部门或者其他行政机关、消费者协会或者依法成立的其他调解组织"
    "已经受理或者处理过同一消费者权益争议的；",
    "不是为生活消费需要购买、使用商品或者接受服务，或者不能证明与被投诉人之间存在消费者权益争议的；",
    "除法律另有规定外，投诉人知道或者应当知道自己的权益受到被投诉人侵害之日起超过三年的；",
    "未提供本办法第九条第一款和第十条规定的材料的；",
    "法律、法规、规章规定不予受理的其他情形。",
)
TERMINATION_2020 = (
    "投诉人撤回投诉或者双方自行和解的；",
    "投诉人与被投诉人对委托承担检定、检验、检测、鉴定工作的技术机构或者费用承担无法协商一致的；",
    "投诉人或者被投诉人无正当理由不参加调解，或者被投诉人明确拒绝调解的；",
    "经组织调解，投诉人或者被投诉人明确表示无法达成调解协议的；",
    "自投诉受理之日起四十五个工作日内投诉人和被投诉人未能达成调解协议的；",
    "市场监督管理部门受理投诉后，发现存在本办法第十五条规定情形的；",
    "法律、法规、规章规定的应当终止调解的其他情形。",
)
FIGURES = "一二三四五六七八"


def grounds(texts: tuple[str, ...], chosen: int) -> list[dict[str, Any]]:
    """A list of grounds with the n-th one chosen (counted from 1)."""
    return [
        {"label": f"（{FIGURES[n]}）", "text": text, "chosen": n + 1 == chosen}
        for n, text in enumerate(texts)
    ]


GROUP: dict[str, Any] = {
    "group": {
        "people": 23,
        "representatives": "刘桂芳、何平",
        "elected_on": dt.date(2026, 11, 9),
        "agreed_on": dt.date(2026, 11, 16),
        "bound": 22,
        "total": "86,412.50",
        "total_capital": "人民币捌万陆仟肆佰壹拾贰元伍角",
        "paid": "28,804.10",
        "waived": "0.00",
        "rest": "57,608.40",
        "worth": "0.00",
        "rule": "挽回经济损失按实际到位的退款、赔偿计算。",
        "outside": "钱芳",
    },
    "members": [{"no": no, "name": f"成员{no}", "phone": "13907925561"} for no in range(1, 9)],
    "schedule": [
        {
            "no": no,
            "name": f"成员{no}",
            "what": "退款1,309.28元（第1期）",
            "due": "2026-12-15",
            "paid": "1,309.28",
            "rest": "0.00",
        }
        for no in range(1, 9)
    ],
    "performance": {
        "agreed_on": dt.date(2026, 11, 16),
        "total": "300.00",
        "total_capital": "人民币叁佰元整",
        "extra": "0.00",
        "worth": "0.00",
        "rest": "0.00",
        "rule": "挽回经济损失按实际到位的退款、赔偿计算。",
    },
    "performances": [{"on": "2026-11-20", "who": "陈䶮", "what": "付款 300.00 元"}],
}


def short_case() -> dict[str, Any]:
    """A refund for a repair under warranty, everything filled in as at a counter."""
    fields: dict[str, Any] = GROUP | {
        "office": {
            "name": "江安县市场监督管理局青山所",
            "bureau": "江安县市场监督管理局",
            "code": "360499102000",
            "phone": "0792-4221315",
            "address": "江安县青山镇中山路12号",
        },
        "case": {
            "number": "青投〔2026〕222号",
            "subject": "宏达电器商行在保修期内收取维修费用",
            "clues": "时间：2026年11月7日。\n货架上的豆干保质期至9月1日，仍在销售，有照片2张和购物小票。",
            "facts": "2026年7月2日，投诉人在被投诉人处购买空调一台，价款3,200.00元，约定整机保修六年。"
            "11月3日空调不制冷，被投诉人上门维修时以投诉人不能出示发票为由，收取更换电容费120.00元、充氟费180.00元，"
            "合计300.00元。投诉人认为保修期内不应收费，提供维修单、微信聊天记录及付款截图共3份。",
            "demands": "退还维修费用300.00元（人民币叁佰元整）。",
            "amount": "300.00元",
            "received_on": dt.date(2026, 11, 9),
            "received_on_site": True,
            "category": "家用电子电器类",
        },
        "complainant": {
            "name": "陈䶮",
            "phone": "13907925561",
            "id_type": "居民身份证",
            "id_no": "999999199001010016",
            "address": "江安县青山镇红旗村3组21号",
            "publish_consent": True,
            "delegation_consent": False,
            "agent_name": None,
            "agent_phone": None,
        },
        "respondent": {
            "name": "江安县宏达电器商行",
            "contact": "周某",
            "phone": "0792-4228000",
            "address": "青山镇中山路88号",
            "legal_rep": "周某",
            "agent_name": None,
            "agent_phone": None,
        },
        "paper": {
            "number": "江市监青受〔2026〕第222号",
            "issued_on": dt.date(2026, 11, 11),
            "addressee": "陈䶮",
            "contact": "王敏",
            "contact_phone": "0792-4221315",
        },
        "grounds": grounds(TERMINATION_2026, 3),
        "chosen_labels": "三",
        "session": {
            "no": 1,
            "at": dt.datetime(2026, 11, 16, 9, 30, tzinfo=BEIJING),
            "ended_at": dt.datetime(2026, 11, 16, 10, 45, tzinfo=BEIJING),
            "place": "青山镇消费维权服务站二楼调解室",
            "mode": "现场调解",
            "mediators": ["王敏", "李强"],
            "recorder": "周玉梅",
            "attendees": None,
            "text": "王敏：今天就陈䶮投诉江安县宏达电器商行保修期内收取维修费用一事组织调解。"
            "双方是否同意调解？\n"
            "陈䶮：同意。\n周某：同意。\n"
            "陈䶮：空调买了才四个月，说好整机保修六年，上门却收了300.00元，我要求退回。\n"
            "周某：当时没有看到发票，按店里规定收的费。现在核对了销货清单，确实是我们卖出的机器，愿意退。\n"
            "王敏：依照《部分商品修理更换退货责任规定》，保修期内免费修理。双方对退款时间有没有意见？\n"
            "周某：今天就可以转账。\n陈䶮：可以。",
            "outcome": "双方达成协议：被投诉人当日退还维修费300.00元，投诉人收到后不再就此事主张权利。",
            "bring": "购物凭证、维修单",
            "recusal_days": 3,
        },
        "agreement": {
            "text": None,
            "terms": [
                "乙方退还甲方维修费人民币300.00元（大写：人民币叁佰元整），于2026年11月16日以微信转账方式一次付清。",
                "乙方对该空调的整机保修期不变，至2032年7月1日止。",
                "双方就本次争议无其他纠纷。",
            ],
            "on": dt.date(2026, 11, 16),
        },
        "reporter": {
            "name": "欧阳修远",
            "phone": "13907925561",
            "address": "江安县青山镇红旗村3组21号",
            "id_no": "999999199001010016",
        },
        "proof": {"due_on": dt.date(2026, 11, 13)},
        "proof_materials": [{"text": "居民身份证"}, {"text": "本人实名的联系电话"}],
        "handing": {
            "matter": "举报",
            "parties": "举报人：（身份保密）；被举报人：宏达电器商行",
            "facts": "以旧充新销售家用电器。",
            "to_office": "青山镇综治中心消费维权窗口",
            "on": dt.date(2026, 11, 10),
            "by": "王敏",
            "reason": "双方争议较大，本站不能办理，提请窗口办理。",
            "materials": "维修单、微信聊天记录",
        },
        "recusal": {
            "applicant": "投诉人陈䶮",
            "asked_on": dt.date(2026, 11, 12),
            "mediators": ["李强"],
            "reason": "李强与被投诉人经营者系表亲",
            "granted": True,
            "why": "申请所述情况属实，可能影响公正处理投诉",
            "replacement": "何涛",
        },
        "withdrawal": {"reason": "经营者已经退款。", "on": dt.date(2026, 11, 12)},
        "delegate": {
            "name": "陈㛃",
            "id_no": "999999199202020025",
            "phone": "13907922520",
            "relation": "姐妹",
            "since": dt.date(2026, 11, 9),
            "until": dt.date(2026, 12, 31),
        },
        "signing": {"aid": "投诉人不能书写，按指印并由见证人见证（王敏，见证人李四）"},
        "opening": {"decided_on": dt.date(2026, 4, 20)},
        "notice": {
            "law": "中华人民共和国食品安全法",
            "article": "一百一十五",
            "result": "行政处罚。没收超过保质期的豆干12袋，并处罚款5000元。",
        },
        "extension": {
            "counted_from": dt.date(2026, 11, 9),
            "start": "收到举报",
            "days": 15,
            "added": 15,
            "reason": "供货商在外县，正在等待协查结果。",
            "approved_by": "周国强",
            "approved_on": dt.date(2026, 11, 27),
            "by": "王敏",
        },
        "transfer": {
            "receiver": "江安县公安局",
            "subject": "鲜品便利店涉嫌销售超过保质期的食品",
            "facts": "有人涉嫌自带过期商品放入货架后购买，再向经营者索要赔偿。",
            "basis": "《市场监督管理投诉举报处理办法》第四十二条",
            "materials": "监控录像1份、购物小票复印件1份",
        },
        "routing": {
            "matter": "水稻种子不发芽",
            "department": "江安县农业农村局",
            "phone": "0792-4221000",
            "address": "江安县农业路1号",
            "why": "种子的生产经营由农业农村部门监督管理",
            "basis": None,
            "bring": ["购种发票或收据", "种子包装袋和剩余种子", "田间照片", "身份证"],
            "shared": "农民购买直接用于农业生产的生产资料发生的消费争议，可以到本窗口投诉。",
            "food": False,
            "dispute": True,
        },
        "sync": {
            "peer": "江安县市场监督管理局",
            "made_at": dt.datetime(2026, 11, 21, 12, 5, tzinfo=BEIJING),
            "own_fingerprint": "CF9C DB96 0B7A 9E41 6568 C15D",
            "peer_fingerprint": "61C7 E297 818A 482F 6F1F E61A",
            "exported": 21,
            "confirmed": 20,
            "unconfirmed": "1 条（案件 1 件）",
            "received_upto": 3,
            "missing": "没有",
            "last_out": "2026-11-21 12:05",
            "last_in": "2026-11-21 12:04",
            "hash": "9B96 DAB7 EBEC E062",
        },
        "packages": [
            {"way": "导出", "number": "3", "at": "2026-11-21 12:05", "events": "1", "attachments": "0"}
        ],
        "chains": [{"name": "青山镇市场监管所", "here": "21", "there": "20", "verdict": "对方还缺"}],
        "lines": [{"text": "没有需要处理的事项。"}],
        "recovery": {
            "groups": [
                "7KQ2-M9XD",
                "R4TW-5HCN",
                "8PLV-3BZG",
                "Y6JF-2SEA",
                "K9QD-7WMR",
                "4XTH-VN53",
                "CG8Z-P2LB",
                "E6YJ-S9FA",
            ],
            "created_on": dt.date(2026, 11, 9),
        },
        **short_petition(),
        **short_volume(),
        **short_calculation(),
    }
    add_dispute(fields)
    return copy.deepcopy(fields)  # a test may change what it was given


def long_case() -> dict[str, Any]:
    """The same papers with long names, many participants and a record of several pages."""
    fields = short_case() | long_petition() | long_volume() | long_calculation()
    fields["case"].update(
        number="360499102000-2026-投-0001234",
        subject="内蒙古自治区呼和浩特市赛罕区某某健身服务有限责任公司青山分公司停业后不退还预付卡余额",
        facts="\n".join(
            f"（{n}）2026年{n % 12 + 1}月{n % 27 + 1}日，投诉人与其他{n + 3}名会员到店，店门已锁，"
            "门上贴有“装修升级，开业时间另行通知”的告示。"
            f"投诉人持有的会员卡（卡号62170{n:02d}0000123456{n:02d}）余额为{n * 1234 % 9000 + 500}.50元，"
            "系以优惠价一次性预付，店方未提前三十日公告停业，也未告知退款办法；多次拨打店方电话0792-4228000，均无人接听。"
            for n in range(1, 26)
        ),
        demands="退还预付卡余额共计28,650.50元（人民币贰万捌仟陆佰伍拾元伍角），并按照《中华人民共和国消费者权益保护法》"
        "第五十三条的规定支付利息及必须支付的合理费用；\n公开致歉。",
        received_on_site=False,
    )
    fields["complainant"].update(
        name="阿卜杜热合曼·买买提明·阿不都克里木",
        id_type="港澳居民来往内地通行证",
        address="江安县青山镇红旗村民委员会第三村民小组幸福家园安置小区二期18号楼2单元1203室（原青山乡政府大院对面）",
        agent_name="欧阳𬭎",
        agent_phone="13907925561",
        publish_consent=None,
    )
    fields["respondent"].update(
        name="内蒙古自治区呼和浩特市赛罕区某某健身服务有限责任公司江安县青山镇中山路分公司",
        contact="司马相如（店长）",
        address="江安县青山镇中山路与人民路交叉口东南角青山商业广场三期负一层B区028至036号商铺",
        phone="0792-4228000、13800138000",
        legal_rep="诸葛孔明",
    )
    fields["routing"].update(
        matter="农药残留超标、餐具集中消毒不合格以及肥料没有登记证，同时反映的还有种子发芽率低" * 2,
        phone=None,
        address=None,
        basis="《中华人民共和国食品安全法》第五十八条",
        food=True,
    )
    fields["paper"].update(number=None, issued_on=None, addressee=fields["respondent"]["name"], contact=None)
    fields["session"].update(
        text="\n".join(
            f"{('王敏', '投诉人', '被投诉人')[n % 3]}：第{n}点，会员卡余额{n * 37 % 900}.00元，"
            "按照已经使用的次数折算，扣除后应当退还的部分双方没有争议；对赠送的次数怎样折价，还要看合同第五条"
            "“优惠与赠送”的约定，双方可以在2026年12月31日以前再对一次账。"
            for n in range(1, 41)
        ),
        outcome="未达成一致，定于2026年12月1日14时第二次调解。",
        attendees="投诉人代表张三、李四、王五、赵六，青山镇综治中心刘主任，青山商业广场物业经理孙某",
        mediators=["王敏", "李强", "欧阳娜娜", "买买提·吐尔逊"],
        place="青山镇社会治安综合治理信访服务中心（消费维权窗口）三楼第二调解室",
        recusal_days=None,
        bring=None,
    )
    fields["agreement"].update(
        text="经调解，双方就预付卡余额的退还自愿达成协议如下。",
        terms=[
            f"第{n}期：乙方于2027年{n}月15日前以银行转账方式向甲方退还人民币2,387.54元（大写：人民币贰仟叁佰捌拾柒元伍角肆分），"
            "逾期未付的，甲方可以就全部未付款项一并主张。"
            for n in range(1, 13)
        ],
    )
    lengthen_dispute(fields)
    return fields
