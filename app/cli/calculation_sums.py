"""calc prepaid, compensation, seven-days, warranty, car-warranty, interest: sums with their legal basis."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from app.cli.output import plain, print_json, say
from app.cli.parsing import Parser, a_day, add_command, add_json_option
from app.domain.calculators import car_warranty, compensation, prepaid
from app.domain.calculators.interest import RATE_KINDS, InterestCase, parse_percent
from app.domain.calculators.outcome import Outcome, as_text
from app.domain.calculators.seven_days import SevenDaysCase
from app.domain.calculators.warranty import WarrantyCase
from app.domain.errors import InvalidFields, UserError
from app.domain.money import parse_yuan
from app.services import calculation

Compute = Callable[[argparse.Namespace], Outcome]
_MOST = 1_000_000


def add_sums(kinds: Any) -> None:
    """Add every sum to the group `calc`."""
    _add_prepaid(kinds)
    _add_compensation(kinds)
    _add_seven_days(kinds)
    _add_warranty(kinds)
    _add_car_warranty(kinds)
    _add_interest(kinds)


def an_amount(text: str) -> int:
    """Cents of an amount in yuan: 5000, 1.5万, 1,200.50."""
    try:
        return parse_yuan(text)
    except UserError as error:
        raise argparse.ArgumentTypeError(error.message) from error


def a_percent(text: str) -> Decimal:
    """Per cent a year."""
    try:
        return parse_percent(text)
    except UserError as error:
        raise argparse.ArgumentTypeError(error.message) from error


def a_number(text: str) -> int:
    """A whole number from 0."""
    if not text.isascii() or not text.isdigit() or len(text) > 7 or int(text) > _MOST:
        raise argparse.ArgumentTypeError(f"“{text}”应是从 0 起的整数")
    return int(text)


def _command(kinds: Any, name: str, summary: str, compute: Compute, *, epilog: str = "") -> Parser:
    parser = add_command(
        kinds, name, summary, lambda words: _show(compute, words), epilog=epilog, needs_office=False
    )
    add_json_option(parser.options)
    return parser


def _show(compute: Compute, words: argparse.Namespace) -> int:
    try:
        found = compute(words)
    except InvalidFields as wrong:
        raise UserError(_at_options(wrong)) from wrong
    if words.json:
        print_json(_as_object(found))
    else:
        say(as_text(found))
    return 0


def _at_options(wrong: InvalidFields) -> str:
    """The problems with the options they belong to."""
    return (
        "；".join(f"--{name.replace('_', '-')}：{text.rstrip('。')}" for name, text in wrong.problems.items())
        + "。"
    )


def _as_object(found: Outcome) -> dict[str, Any]:
    first = found.figures[0] if found.figures else None
    return {
        "calculator": found.calculator,
        "title": found.title,
        "headline": found.headline,
        "amount": None if first is None else first.amount,
        "day": None if first is None else plain(first.day),
        "figures": plain(found.figures),
        "steps": plain(found.steps),
        "basis": plain(found.basis),
        "uncertain": plain(found.uncertain),
        "advice": found.advice,
    }


def _taker(words: argparse.Namespace, *names: str) -> dict[str, Any]:
    """What was given of these options; what was not keeps the default of the case."""
    return {name: getattr(words, name) for name in names if getattr(words, name) is not None}


def _option(
    parser: Parser, name: str, kind: Callable[[str], Any], metavar: str, about: str, **more: Any
) -> None:
    parser.options.add_argument(f"--{name}", type=kind, metavar=metavar, help=about, **more)


def _flag(parser: Parser, name: str, about: str) -> None:
    parser.options.add_argument(f"--{name}", action="store_true", default=None, help=about)


def _choice(parser: Parser, name: str, choices: Any, about: str, **more: Any) -> None:
    words = "；".join(f"{key} {label}" for key, label in choices.items())
    parser.options.add_argument(f"--{name}", choices=tuple(choices), help=f"{about}：{words}", **more)


def _add_prepaid(kinds: Any) -> None:
    parser = _command(kinds, "prepaid", "预付款应退多少（法释〔2025〕4号）", _prepaid)
    _option(parser, "paid", an_amount, "元", "消费者实付的金额", required=True)
    _choice(parser, "mode", prepaid.MODES, "种类，不写时为 balance", default="balance")
    _choice(parser, "cause", prepaid.CAUSES, "退款原因，不写时为 operator", default="operator")
    _option(parser, "gift", an_amount, "元", "赠送的消费金额")
    _option(parser, "used", an_amount, "元", "已消费金额（打折的按折扣价）")
    _option(parser, "list-used", an_amount, "元", "已消费部分打折前的价格")
    _option(parser, "agreed-used", an_amount, "元", "双方约定的更有利的折价")
    _option(parser, "total-times", a_number, "次", "购买的次数")
    _option(parser, "gift-times", a_number, "次", "赠送的次数")
    _option(parser, "used-times", a_number, "次", "已用的次数")
    _option(parser, "list-each", an_amount, "元", "打折前的单次价格")
    _option(parser, "term-start", a_day, "日期", "期限卡的第一天")
    _option(parser, "term-end", a_day, "日期", "期限卡的最后一天")
    _option(parser, "stopped-on", a_day, "日期", "停止服务前最后一天")
    _option(parser, "dissolved-on", a_day, "日期", "合同解除日，也是利息起算日")
    _option(parser, "paid-on", a_day, "日期", "付款日")
    _option(parser, "asked-on", a_day, "日期", "提出退款日（七日内可以无理由退）")
    _flag(parser, "had-before", "订立合同时已经获得过相同商品或者服务")
    _flag(parser, "goods-given", "另外赠送过商品或者服务")
    _option(parser, "interest-until", a_day, "日期", "利息算到哪一天（不写不算利息）")
    _option(parser, "rate", a_percent, "百分数", "年利率，例如 3.1；不写时查表")
    _flag(parser, "rate-agreed", "年利率是双方约定的")


def _prepaid(words: argparse.Namespace) -> Outcome:
    names = set(prepaid.PrepaidCase.__struct_fields__)
    return calculation.prepaid_refund(prepaid.PrepaidCase(**_taker(words, *names)))


def _add_compensation(kinds: Any) -> None:
    parser = _command(kinds, "compensation", "加倍赔偿：三倍/500 元、十倍·三倍/1000 元", _compensation)
    _choice(parser, "kind", compensation.KINDS, "哪一种", required=True)
    _option(parser, "price", an_amount, "元", "实际支付的价款或者费用")
    _option(parser, "loss", an_amount, "元", "价款以外受到的损失")
    _option(parser, "reasonable", an_amount, "元", "明知仍购买的：合理生活消费需要部分的价款")
    _flag(parser, "label-flaw", "只是标签、说明书瑕疵，不影响安全也不误导")
    parser.options.add_argument(
        "--keep-goods", action="store_false", default=None, dest="refund_price", help="不退还价款"
    )


def _compensation(words: argparse.Namespace) -> Outcome:
    names = set(compensation.CompensationCase.__struct_fields__)
    return calculation.compensation_of(compensation.CompensationCase(**_taker(words, *names)))


def _add_seven_days(kinds: Any) -> None:
    rules = calculation.seven_days_rules()
    goods = "\n".join(f"  {one.id:<12}{one.label}" for one in rules.exclusions)
    parser = _command(
        kinds,
        "seven-days",
        "七日无理由退货到哪一天（消法第25条）",
        _seven_days,
        epilog=f"除外的商品：\n{goods}",
    )
    _option(parser, "received-on", a_day, "日期", "收到（签收）商品的日期", required=True)
    about = "到店购买，不是网络、电视、电话、邮购"
    parser.options.add_argument("--shop", action="store_false", default=None, dest="remote", help=about)
    _option(parser, "exclusion", str, "类别", "除外的商品，见下")
    _flag(parser, "confirmed", "消费者购买时确认过不宜退货")
    parser.options.add_argument(
        "--damaged", action="store_false", default=None, dest="intact", help="商品已不完好"
    )
    _option(parser, "asked-on", a_day, "日期", "提出退货的日期")
    _option(parser, "returned-on", a_day, "日期", "经营者收到退货的日期")
    _option(parser, "promised-days", a_number, "天", "经营者承诺的天数")


def _seven_days(words: argparse.Namespace) -> Outcome:
    names = set(SevenDaysCase.__struct_fields__)
    return calculation.seven_days_return(SevenDaysCase(**_taker(words, *names)))


def _add_warranty(kinds: Any) -> None:
    goods = "\n".join(f"  {one.id:<16}{one.label}" for one in calculation.warranty_rules().goods)
    parser = _command(kinds, "warranty", "三包到哪一天，可以选择什么", _warranty, epilog=f"商品：\n{goods}")
    _option(parser, "goods", str, "商品", "目录里的商品，见下；目录外的不写，写 --months", default="")
    _option(parser, "delivered-on", a_day, "日期", "交付（安装完成）的日期", required=True)
    _option(parser, "fault-on", a_day, "日期", "发现故障的日期", required=True)
    _option(parser, "months", a_number, "月", "约定或者三包凭证上的月数")
    _flag(parser, "main-part", "故障在主要部件")
    _option(parser, "repairs", a_number, "次", "同一故障已经修理的次数")
    _option(parser, "repair-days", a_number, "天", "修理占用的天数，合计")
    _option(parser, "longest-repair", a_number, "天", "最长一次修理的天数")
    _option(parser, "replaced-on", a_day, "日期", "换货的日期")
    _flag(parser, "misuse", "使用、维护、保管不当造成的损坏")


def _warranty(words: argparse.Namespace) -> Outcome:
    names = set(WarrantyCase.__struct_fields__)
    return calculation.warranty_of(WarrantyCase(**_taker(words, *names)))


def _add_car_warranty(kinds: Any) -> None:
    parser = _command(kinds, "car-warranty", "家用汽车三包：期限、换车退车、使用补偿费", _car_warranty)
    _option(parser, "invoice-on", a_day, "日期", "开具购车发票的日期", required=True)
    _option(parser, "delivered-on", a_day, "日期", "交车的日期")
    _option(parser, "fault-on", a_day, "日期", "发生故障的日期", required=True)
    _option(parser, "km", a_number, "公里", "发生故障时的行驶里程", required=True)
    _option(parser, "price", an_amount, "元", "车价款")
    _choice(parser, "fault", car_warranty.FAULTS, "故障")
    _option(parser, "safety-repairs", a_number, "次", "严重安全性能故障已修理的次数")
    _option(parser, "assembly-changes", a_number, "次", "总成已更换的次数")
    _option(parser, "part-changes", a_number, "次", "同一主要零部件已更换的次数")
    _option(parser, "repair-days", a_number, "天", "累计修理的天数")
    _option(parser, "same-repairs", a_number, "次", "同一质量问题已修理的次数")
    _option(parser, "single-repair", a_number, "天", "单次修理的天数")
    _option(parser, "factor", a_percent, "百分数", "使用补偿系数，例如 0.3")
    _option(parser, "asked-on", a_day, "日期", "提出换车退车的日期")


def _car_warranty(words: argparse.Namespace) -> Outcome:
    names = set(car_warranty.CarCase.__struct_fields__)
    return calculation.car_warranty_of(car_warranty.CarCase(**_taker(words, *names)))


def _add_interest(kinds: Any) -> None:
    parser = _command(kinds, "interest", "利息（单利，按日）", _interest)
    _option(parser, "principal", an_amount, "元", "本金", required=True)
    _option(parser, "start", a_day, "日期", "起算日（当天不计）", required=True)
    _option(parser, "end", a_day, "日期", "止算日（当天计）", required=True)
    _choice(parser, "kind", RATE_KINDS, "利率，不写时为 agreed", default="agreed")
    _option(parser, "rate", a_percent, "百分数", "年利率，例如 3.1；不写时查表")
    _option(parser, "contract-on", a_day, "日期", "合同成立日（查表用）")


def _interest(words: argparse.Namespace) -> Outcome:
    names = set(InterestCase.__struct_fields__)
    return calculation.interest_of(InterestCase(**_taker(words, *names)))
