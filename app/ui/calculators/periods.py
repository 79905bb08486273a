"""The calculators of days: legal deadlines, seven days, 三包 of goods and of cars."""

from __future__ import annotations

from typing import Any

from app.domain.calculators.car_warranty import FAULTS, CarCase
from app.domain.calculators.outcome import Outcome
from app.domain.calculators.seven_days import SevenDaysCase
from app.domain.calculators.warranty import WarrantyCase
from app.domain.errors import InvalidFields
from app.domain.office import setting
from app.services import calculation
from app.ui.calculators.form import CalculatorForm, across, below
from app.ui.calculators.percent_field import PercentField
from app.ui.widgets.choice_field import ChoiceField
from app.ui.widgets.money_field import MoneyField
from app.ui.widgets.number_field import NumberField
from app.ui.widgets.tick_box import TickBox


class DeadlineForm(CalculatorForm):
    """Periods of the 办法."""

    title = "办案期限"
    lead = "某项法定期限到哪一天、怎样算出来。案件里的期限由程序自动计算，这里供咨询和核对。"

    def build(self) -> None:
        self.grid.add("rule", "期限", ChoiceField(calculation.deadline_rules()), 2, mandatory=True)
        self.grid.add("start", "起算的日期", self.day_field(), mandatory=True, hint="当日不计")
        self.grid.add("received", "收到的日期", self.day_field(), hint="不填按起算日")
        self.grid.add("pause_from", "鉴定检测开始", self.day_field(), hint="首尾都不计入")
        self.grid.add("pause_to", "鉴定检测结束", self.day_field())

    def compute(self, given: dict[str, Any]) -> Outcome:
        first, last = given.get("pause_from"), given.get("pause_to")
        if (first is None) != (last is None):
            name = "pause_to" if last is None else "pause_from"
            raise InvalidFields({name: "鉴定检测的开始和结束请都填写。"})
        pauses = [(first, last)] if first is not None and last is not None else []
        return calculation.deadline_outcome(
            given["rule"],
            given["start"],
            received=given.get("received"),
            pauses=pauses,
            roll=setting(self.context.office.office, "day_clock_roll"),
        )


class SevenDaysForm(CalculatorForm):
    """消费者权益保护法第25条."""

    title = "七日无理由退货"
    lead = "网络、电视、电话、邮购买的商品，最晚哪天可以提出退货，经营者最晚哪天退款。"

    def build(self) -> None:
        goods = [
            ("", "一般商品"),
            *((one.id, one.label) for one in calculation.seven_days_rules().exclusions),
        ]
        way = across({"remote": "网络、电视、电话、邮购", "shop": "到店"}, "remote")
        self.grid.add("way", "购买方式", way, 2)
        self.grid.add("exclusion", "商品", ChoiceField(goods, placeholder="一般商品"), 2)
        self.grid.add("confirmed", "购买时确认", TickBox("消费者购买时确认过不宜退货"), 2)
        self.grid.add("received_on", "收到（签收）日期", self.day_field(), mandatory=True)
        self.grid.add("asked_on", "提出退货日期", self.day_field())
        self.grid.add("returned_on", "经营者收到退货", self.day_field())
        self.grid.add("promised_days", "经营者承诺天数", NumberField(), hint="没有承诺不填")
        intact = TickBox("商品完好（查验拆封不算不完好）")
        intact.set_value(True)
        self.grid.add("intact", "商品状况", intact, 2)

    def arrange(self) -> None:
        remote = self.grid.field("way").value() != "shop"
        chosen = self.grid.field("exclusion").value()
        asks = any(one.confirmed and one.id == chosen for one in calculation.seven_days_rules().exclusions)
        self.show_only({"exclusion": remote, "confirmed": remote and asks})

    def compute(self, given: dict[str, Any]) -> Outcome:
        remote = given.pop("way", "remote") != "shop"
        return calculation.seven_days_return(SevenDaysCase(remote=remote, **given))


class WarrantyForm(CalculatorForm):
    """三包 of goods."""

    title = "商品三包"
    lead = "三包到哪一天，按发现故障的日期可以选择退货、换货还是修理。"

    def build(self) -> None:
        goods = [(one.id, one.label) for one in calculation.warranty_rules().goods]
        self.grid.add("goods", "商品", ChoiceField(goods, placeholder="目录外的商品"))
        self.grid.add("months", "三包月数", NumberField(), hint="约定或三包凭证")
        self.grid.add("delivered_on", "交付（安装完成）", self.day_field(), mandatory=True)
        self.grid.add("fault_on", "发现故障", self.day_field(), mandatory=True)
        self.grid.add("repairs", "已修理次数", NumberField(), hint="同一故障")
        self.grid.add("longest_repair", "最长一次修理（天）", NumberField())
        self.grid.add("repair_days", "修理占用合计（天）", NumberField())
        self.grid.add("replaced_on", "换货日期", self.day_field(), hint="没有换过不填")
        self.grid.add("main_part", "故障部位", TickBox("主要部件"))
        self.grid.add("misuse", "损坏原因", TickBox("使用、保管不当"))

    def compute(self, given: dict[str, Any]) -> Outcome:
        return calculation.warranty_of(WarrantyCase(**({"goods": ""} | given)))


class CarWarrantyForm(CalculatorForm):
    """三包 of family cars."""

    title = "家用汽车三包"
    lead = "三包有效期和包修期、能不能换车退车、退车要付多少使用补偿费。"

    def build(self) -> None:
        self.grid.add("invoice_on", "购车发票日期", self.day_field(), mandatory=True)
        self.grid.add("delivered_on", "交车日期", self.day_field(), hint="同一天不填")
        self.grid.add("fault_on", "发生故障日期", self.day_field(), mandatory=True)
        self.grid.add("km", "行驶里程（公里）", NumberField(), mandatory=True)
        self.grid.add("fault", "故障", below(FAULTS, "other"), 2)
        self.grid.add("safety_repairs", "严重安全故障已修（次）", NumberField())
        self.grid.add("assembly_changes", "总成已更换（次）", NumberField())
        self.grid.add("part_changes", "同一主要零部件已换（次）", NumberField())
        self.grid.add("same_repairs", "同一问题已修（次）", NumberField())
        self.grid.add("repair_days", "累计修理（日）", NumberField())
        self.grid.add("single_repair", "单次修理（日）", NumberField())
        self.grid.add("price", "车价款（元）", MoneyField())
        self.grid.add("factor", "使用补偿系数（%）", PercentField("不填按上限 0.5"))
        self.grid.add("asked_on", "提出换车退车日期", self.day_field())

    def compute(self, given: dict[str, Any]) -> Outcome:
        return calculation.car_warranty_of(CarCase(**given))
