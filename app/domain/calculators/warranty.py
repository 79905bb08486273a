"""三包 of goods: until when, what may be asked for, and who must prove. Periods are data with their mark."""

from __future__ import annotations

from datetime import date, timedelta

import msgspec

from app.domain.calculators.outcome import Figure, Outcome, day_figure, unverified
from app.domain.calculators.periods import after_months, check_days
from app.domain.calculators.rule_data import Rules
from app.domain.errors import InvalidFields


class Goods(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One kind of goods; months of the whole and of the main parts. `durable`: named in 消法第23条."""

    id: str
    label: str
    months: int
    parts_months: int
    verified: bool = False
    durable: bool = False


class WarrantyRules(Rules, frozen=True):
    """Days for return and exchange, days a repair may take, repairs before an exchange, months of proof."""

    return_days: int
    exchange_days: int
    longest_repair: int
    repairs: int
    proof_months: int
    goods: tuple[Goods, ...]


class WarrantyCase(msgspec.Struct, frozen=True, kw_only=True):
    """`delivered_on`: delivery, or the day installation was finished. `months`: as agreed or on the card.

    `repair_days`: all days the goods were in repair, they do not count; `longest_repair`: the longest
    single repair in days; `repairs`: how often repaired for the fault; `replaced_on`: exchanged, the
    period began anew.
    """

    goods: str
    delivered_on: date
    fault_on: date
    months: int | None = None
    main_part: bool = False
    repairs: int = 0
    repair_days: int = 0
    longest_repair: int = 0
    replaced_on: date | None = None
    misuse: bool = False


def warranty(case: WarrantyCase, rules: WarrantyRules) -> Outcome:
    """The end of the period and the choices on the day the fault was found. Raises InvalidFields."""
    goods = _check(case, rules)
    months = _months(case, goods)
    began = case.replaced_on or case.delivered_on
    ends = after_months(began, months) + timedelta(days=case.repair_days)
    steps = [_period(case, goods, months, began, ends)]
    age = (case.fault_on - began).days
    choices = _choices(case, rules, ends, age)
    steps.append(
        f"{case.fault_on} 发现故障，是{'换货' if case.replaced_on else '交付'}后第 {age} 日，"
        f"{'在' if case.fault_on <= ends else '已过'}三包有效期。"
    )
    steps += [reason for _name, reason, _source in choices]
    names = "、".join(dict.fromkeys(name for name, _reason, _source in choices))
    headline = f"可以选择：{names}" if choices else "三包责任没有依据"
    if case.misuse:
        headline = "免费三包除外：使用、维护、保管不当造成的损坏"
        steps.append("因消费者使用、维护、保管不当造成损坏的，不属于三包，可以合理收费修理。")
    elif case.fault_on > ends:
        steps.append("三包有效期届满后，有约定或者商家承诺的从其规定；商品存在缺陷的，另按产品质量法。")
    figures, cited = _figures(case, rules, goods, began, ends, steps)
    cited += [source for _name, _reason, source in choices]
    basis = rules.cite("rules18", *cited)
    return Outcome(
        calculator="warranty",
        title=f"三包：{goods.label if goods else '其他商品'}",
        headline=headline,
        figures=tuple(figures),
        steps=tuple(steps),
        basis=basis,
        uncertain=(*_doubts(case, goods), *unverified(basis)),
    )


def _check(case: WarrantyCase, rules: WarrantyRules) -> Goods | None:
    check_days({"交付日": case.delivered_on, "发现故障日": case.fault_on, "换货日": case.replaced_on})
    wrong = {}
    goods = next((one for one in rules.goods if one.id == case.goods), None)
    if case.goods and goods is None:
        wrong["goods"] = f"没有“{case.goods}”这种商品，请从目录中选择，或者填写三包月数。"
    if goods is None and not case.months and not wrong:
        wrong["months"] = "目录外的商品，请填写约定或者三包凭证上的月数。"
    if case.months is not None and not 1 <= case.months <= 240:
        wrong["months"] = "三包月数应在 1 至 240 之间。"
    if case.replaced_on is not None and case.replaced_on < case.delivered_on:
        wrong["replaced_on"] = f"换货日 {case.replaced_on} 早于交付日 {case.delivered_on}，请核对。"
    if case.fault_on < (case.replaced_on or case.delivered_on):
        wrong["fault_on"] = f"发现故障日 {case.fault_on} 早于交付或换货的日期，请核对。"
    if case.repair_days > 3650:
        wrong["repair_days"] = "修理占用的天数太多，请核对。"
    if wrong:
        raise InvalidFields(wrong)
    return goods


def _months(case: WarrantyCase, goods: Goods | None) -> int:
    """The longer of what the list gives and what was agreed: less than the list is not allowed."""
    listed = 0 if goods is None else goods.parts_months if case.main_part else goods.months
    return max(listed, case.months or 0)


def _period(case: WarrantyCase, goods: Goods | None, months: int, began: date, ends: date) -> str:
    part = "主要部件" if case.main_part else "整机"
    agreed = case.months is not None and (goods is None or months == case.months)
    source = "约定或三包凭证" if agreed else "目录"
    since = f"换货之日 {began} 重新" if case.replaced_on else f"交付（安装完成）之日 {began}"
    repair = f"，扣除修理占用 {case.repair_days} 日" if case.repair_days else ""
    return f"{part}三包有效期 {months} 个月（{source}），自{since}起算{repair}，到 {ends}。"


def _choices(case: WarrantyCase, rules: WarrantyRules, ends: date, age: int) -> list[tuple[str, str, str]]:
    """Choice, reason, source."""
    if case.misuse or case.fault_on > ends:
        return []
    found = []
    if age <= rules.return_days:
        found.append(("退货", f"{rules.return_days} 日内出现性能故障，可以选择退货、换货或者修理。", "days7"))
    if age <= rules.exchange_days:
        found.append(("换货", f"{rules.exchange_days} 日内出现性能故障，可以选择换货或者修理。", "days15"))
    if case.repairs >= rules.repairs:
        found.append(
            (
                "换货",
                f"三包有效期内修理 {case.repairs} 次仍不能正常使用，可以换货；无同型号的可以退货。",
                "twice",
            )
        )
    if case.longest_repair > rules.longest_repair:
        found.append(
            (
                "换货",
                f"送修 {case.longest_repair} 日没有修好，超过 {rules.longest_repair} 日，可以换货。",
                "days30",
            )
        )
    return [*found, ("修理", "三包有效期内免费修理，包括材料费和工时费。", "free")]


def _figures(
    case: WarrantyCase,
    rules: WarrantyRules,
    goods: Goods | None,
    began: date,
    ends: date,
    steps: list[str],
) -> tuple[list[Figure], list[str]]:
    figures = [
        day_figure("ends", "三包有效期至", ends),
        day_figure("return_by", "可选退货至", began + timedelta(days=rules.return_days)),
        day_figure("exchange_by", "可选换货至", began + timedelta(days=rules.exchange_days)),
    ]
    if goods is None or not goods.durable:
        return figures, []
    proof = after_months(case.delivered_on, rules.proof_months)
    figures.append(day_figure("proof_by", "经营者举证至", proof))
    who = "由经营者举证" if case.fault_on <= proof else "由消费者举证"
    steps.append(
        f"耐用商品自接受之日起 {rules.proof_months} 个月内（至 {proof}）发现瑕疵的由经营者举证，本件{who}。"
    )
    return figures, ["proof"]


def _doubts(case: WarrantyCase, goods: Goods | None) -> list[str]:
    doubts = []
    if goods is not None and not goods.verified and case.months is None:
        doubts.append(
            f"{goods.label}的三包月数没有核对过原目录，请以三包凭证或者原目录为准，可在“三包月数”里改。"
        )
    if goods is None:
        doubts.append(
            "目录外的商品没有国家三包规定的，按约定；没有约定的，收到商品七日内可以退货（消法第24条）。"
        )
    if case.repair_days:
        doubts.append("修理时间按天数从有效期中扣除，以维修记录为准。")
    return doubts
