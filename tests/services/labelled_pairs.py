"""Pairs of complaints as different channels write them, each labelled: the same matter or not.

Made, not collected, but shaped like exports of 12315 and 12345 and like what is typed at a counter: names
of shops in several spellings, telephones missing or in other digits, stories shortened, reworded by an
operator, with other numbers in words. The hard pairs that are not the same matter are the many: the same
person twice at one shop, a closed shop with all its customers, one letter sent to many shops.
"""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import dataclass

import msgspec

from app.services.likeness import Account

_FAMILY = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕"
_GIVEN = "桂芳秀英建军小明海燕志刚丽娟国强伟芬平强红霞玉兰文军春梅永福雪梅永康佳慧子涵雨欣浩然"
_VILLAGES = ("青山镇红旗村", "青山镇光明村", "青山镇胜利社区")
_SHOPS: tuple[tuple[str, str, str], ...] = (
    ("悦动健身房", "青山镇悦动健身房（中山路店）", "江安县悦动健身服务有限公司"),
    ("宏达电器商行", "江安县青山镇宏达电器商行", "宏达电器"),
    ("惠民超市", "惠民超市（环城路店）", "青山镇惠民超市"),
    ("天天烘焙坊", "天天烘焙", "青山镇天天烘焙坊"),
    ("启航教育培训中心", "启航教育", "江安县启航教育培训有限公司"),
    ("金穗种业经营部", "金穗种业", "青山镇金穗种业经营部"),
    ("顺通二手车行", "顺通二手车", "江安县顺通二手车行"),
    ("美家建材店", "美家建材", "青山镇美家建材店"),
    ("康源大药房", "康源药房", "江安县康源大药房连锁有限公司青山店"),
    ("好又多超市", "青山镇好又多超市", "好又多生活超市"),
)
_GOODS: tuple[tuple[str, str, str], ...] = (
    ("空调", "保修期内空调不制冷，厂家上门维修时收取更换电容费{a}元", "appliances"),
    ("健身年卡", "办理健身年卡用了{n}个月后门店停业，联系不上负责人", "fitness"),
    ("奶粉", "购买奶粉{n}罐，回家发现包装破损且超过保质期", "general_food"),
    ("玉米种子", "购买玉米种子{n}袋，播种后出苗率不足五成造成减产", "seeds"),
    ("手机", "购买手机使用{n}天后屏幕失灵，售后检测说是人为损坏不予保修", "mobile"),
    ("地砖", "订购地砖到货后发现{n}片砖面有裂纹色差明显，不肯退货", "tiles"),
    ("蛋糕储值卡", "充值蛋糕卡后店铺转让，新老板不承认原来的余额{a}元", "bakery"),
    ("二手轿车", "购买二手车过户后检测有切割更换痕迹，隐瞒事故", "cars"),
    ("羽绒服", "购买羽绒服穿了{n}次就大量跑绒，商家只同意修补", "clothing"),
    ("课外辅导课程", "交了课时费只上了{n}节课机构就停课，剩余课时费不退", "subject_training"),
)
_OPENINGS = ("", "市民来电反映：", "投诉人称，", "诉求人反映其", "消费者：")
_ENDINGS = (
    "，要求退款。",
    "，希望有关部门帮助退还。",
    "。诉求：退款并赔偿。",
    "，请相关部门核实处理并回复。",
    "，要求商家给个说法。",
)
_ASIDES = (
    "该市民表示多次协商无果。",
    "商家态度恶劣，电话也不接。",
    "现场有收据和聊天记录可以提供。",
    "本人现在外地，可电话联系。",
)


@dataclass(frozen=True)
class Pair:
    """Two accounts, whether they are the same matter, and of what sort the pair is."""

    one: Account
    other: Account
    same: bool
    sort: str


class Writer:
    """Writes complaints and what other channels make of them, the same ones for the same seed."""

    def __init__(self, seed: int) -> None:
        self._dice = random.Random(seed)

    def complaint(self) -> Account:
        """One complaint as typed at a counter."""
        dice = self._dice
        goods, story, category = dice.choice(_GOODS)
        amount = dice.choice((9_90, 300_00, 1_280_00, 2_988_00, 4_600_00, 19_584_00, 500_00, 16_540_00))
        bought = dt.date(2026, dice.randint(3, 9), dice.randint(1, 28))
        shop = dice.choice(_SHOPS)[0]
        text, ending = story.format(a=dice.randint(2, 900), n=dice.randint(2, 9)), dice.choice(_ENDINGS)
        return Account(
            complainant=dice.choice(_FAMILY) + dice.choice(_GIVEN) + dice.choice(("", dice.choice(_GIVEN))),
            phone=f"139{dice.randint(10_000_000, 99_999_999)}",
            address=f"{dice.choice(_VILLAGES)}{dice.randint(1, 9)}组{dice.randint(1, 99)}号",
            respondent=shop,
            category=category,
            amount=amount,
            bought_on=bought,
            received_on=bought + dt.timedelta(days=dice.randint(5, 60)),
            story=f"{bought:%m月%d日}在{shop}购买{goods}，付款{amount / 100:g}元。{text}{ending}",
        )

    def again(self, one: Account) -> Account:
        """The same matter through another channel: reworded, shortened, with fields missing."""
        dice = self._dice
        assert one.received_on is not None
        names = next(names for names in _SHOPS if names[0] == one.respondent)
        story = one.story
        if dice.random() < 0.5:
            story = story.replace("购买", dice.choice(("买了", "购得", "购买"))).replace("付款", "花费")
        if dice.random() < 0.35:
            story = story[: int(len(story) * dice.uniform(0.5, 0.9))]
        if dice.random() < 0.3:
            first, _, rest = story.partition("。")
            story = f"{rest}{first}"
        story = f"{dice.choice(_OPENINGS)}{story}{dice.choice(_ASIDES) if dice.random() < 0.6 else ''}"
        name = one.complainant
        if dice.random() < 0.15:
            name = f"{name[0]}{dice.choice(('**', '某', '先生', '女士'))}"
        return msgspec.structs.replace(
            one,
            complainant=name,
            phone=one.phone if dice.random() < 0.85 else "",
            address=one.address if dice.random() < 0.5 else "",
            respondent=dice.choice(names),
            external_no=f"1360429002026{dice.randint(10**11, 10**12 - 1)}",
            category=one.category if dice.random() < 0.6 else "",
            amount=one.amount if dice.random() < 0.7 else None,
            bought_on=one.bought_on if dice.random() < 0.5 else None,
            received_on=one.received_on + dt.timedelta(days=dice.randint(0, 25)),
            story=story,
        )

    def same_person_other_deal(self, one: Account) -> Account:
        """The same person a while later, at the same shop, about something else."""
        other = self.complaint()
        assert one.received_on is not None
        goods = next(g for g in _GOODS if g[2] != one.category)
        return msgspec.structs.replace(
            other,
            complainant=one.complainant,
            phone=one.phone,
            address=one.address,
            respondent=one.respondent,
            category=goods[2],
            received_on=one.received_on + dt.timedelta(days=self._dice.randint(20, 200)),
            story=f"在{one.respondent}购买{goods[0]}。{goods[1].format(a=5, n=3)}，要求退款。",
        )

    def other_customer(self, one: Account) -> Account:
        """Somebody else hit by the same: the shop closed, everybody writes alike."""
        other = self.complaint()
        return msgspec.structs.replace(
            other,
            respondent=one.respondent,
            category=one.category,
            amount=one.amount if self._dice.random() < 0.3 else other.amount,
            received_on=one.received_on,
            story=f"{other.complainant}，{one.story[4:]}" if self._dice.random() < 0.7 else one.story,
        )

    def same_letter_other_shop(self, one: Account) -> Account:
        """One person sends one letter to many shops."""
        shop = next(names[0] for names in _SHOPS if names[0] != one.respondent)
        return msgspec.structs.replace(
            one,
            respondent=shop,
            bought_on=one.bought_on,
            received_on=one.received_on,
            story=one.story.replace(one.respondent, shop),
        )


def labelled_pairs(count: int, seed: int = 20261121) -> list[Pair]:
    """`count` pairs of the same matter and as many of each sort that is not."""
    writer = Writer(seed)
    found: list[Pair] = []
    for _ in range(count):
        one = writer.complaint()
        found.append(Pair(one, writer.again(one), True, "again"))
        found.append(Pair(one, writer.complaint(), False, "stranger"))
        found.append(Pair(one, writer.same_person_other_deal(one), False, "other deal"))
        found.append(Pair(one, writer.other_customer(one), False, "other customer"))
        found.append(Pair(one, writer.same_letter_other_shop(one), False, "other shop"))
    return found
