"""The calculators of money: prepaid refund, added damages, interest."""

from __future__ import annotations

from typing import Any

from app.domain.calculators import compensation, prepaid
from app.domain.calculators.interest import RATE_KINDS, InterestCase
from app.domain.calculators.outcome import Outcome
from app.services import calculation
from app.ui.calculators.form import CalculatorForm, across, below
from app.ui.calculators.percent_field import PercentField
from app.ui.widgets.money_field import MoneyField
from app.ui.widgets.number_field import NumberField
from app.ui.widgets.tick_box import TickBox

_BALANCE = ("gift", "used", "list_used")
_TIMES = ("total_times", "gift_times", "used_times", "list_each")
_TERM = ("term_start", "term_end", "stopped_on")


class PrepaidForm(CalculatorForm):
    """法释〔2025〕4号."""

    title = "预付款退款"
    lead = "储值卡、次卡和课时、期限卡应退多少，利息多少。按法释〔2025〕4号计算。"

    def build(self) -> None:
        grid = self.grid
        grid.add("mode", "种类", across(prepaid.MODES, "balance"), 2)
        grid.add("cause", "退款原因", across(prepaid.CAUSES, "operator"), 2)
        grid.add("paid", "实付金额（元）", MoneyField(), mandatory=True)
        grid.add("gift", "赠送消费金额（元）", MoneyField())
        grid.add("used", "已消费金额（元）", MoneyField(), hint="打折的按折扣价")
        grid.add("list_used", "打折前价格（元）", MoneyField(), hint="已消费部分")
        grid.add("total_times", "购买次数", NumberField(), mandatory=True)
        grid.add("gift_times", "赠送次数", NumberField())
        grid.add("used_times", "已用次数", NumberField())
        grid.add("list_each", "打折前单次价格（元）", MoneyField())
        grid.add("term_start", "期限第一天", self.day_field(), mandatory=True)
        grid.add("term_end", "期限最后一天", self.day_field(), mandatory=True)
        grid.add("stopped_on", "停止服务前最后一天", self.day_field(), hint="没停不填")
        grid.new_line()
        grid.add("goods_given", "赠品", TickBox("另外送过商品或服务"))
        grid.add("agreed_used", "约定的折价（元）", MoneyField(), hint="对消费者更有利")
        grid.add("paid_on", "付款日", self.day_field(), hint="查利率、七日退款")
        grid.add("asked_on", "提出退款日", self.day_field())
        grid.add("had_before", "七日退款除外", TickBox("订立合同时已经获得过相同的商品或服务"), 2)
        grid.add("dissolved_on", "合同解除日", self.day_field())
        grid.add("interest_until", "利息算到", self.day_field(), hint="不填不算利息")
        grid.add("rate", "年利率（%）", PercentField("不填查表"))
        grid.add("rate_agreed", "利率来源", TickBox("双方约定的利率"))

    def arrange(self) -> None:
        value = {name: self.grid.field(name).value() for name in ("mode", "asked_on", "interest_until")}
        mode = value["mode"]
        shown = {
            name: mode == kind
            for kind, names in (("balance", _BALANCE), ("times", _TIMES), ("term", _TERM))
            for name in names
        }
        interest = value["interest_until"] is not None
        shown |= {
            "agreed_used": mode != "term",
            "had_before": value["asked_on"] is not None,
            "rate": interest,
            "rate_agreed": interest,
        }
        self.show_only(shown)

    def compute(self, given: dict[str, Any]) -> Outcome:
        return calculation.prepaid_refund(prepaid.PrepaidCase(**given))


class CompensationForm(CalculatorForm):
    """三倍/500, 十倍·三倍/1000."""

    title = "加倍赔偿"
    lead = "欺诈三倍、不足五百元按五百元；食品药品十倍或损失三倍、不足一千元按一千元。"

    def build(self) -> None:
        grid = self.grid
        grid.add("kind", "情形", below(compensation.KINDS, "fraud"), 2)
        grid.add("price", "实付价款（元）", MoneyField(), mandatory=True)
        grid.add("loss", "受到的损失（元）", MoneyField(), hint="价款以外")
        grid.add("reasonable", "合理消费部分的价款（元）", MoneyField(), 2, hint="仅明知仍购买的")
        grid.add("label_flaw", "标签瑕疵", TickBox("只是标签、说明书瑕疵，不影响安全也不误导"), 2)
        refund = TickBox("同时退还价款")
        refund.set_value(True)
        grid.add("refund_price", "退款", refund, 2)

    def arrange(self) -> None:
        kind = self.grid.field("kind").value()
        self.show_only(
            {
                "price": kind != "harm",
                "reasonable": kind == "food",
                "label_flaw": kind in ("food", "fraud"),
                "refund_price": kind != "harm",
            }
        )

    def compute(self, given: dict[str, Any]) -> Outcome:
        return calculation.compensation_of(compensation.CompensationCase(**given))


class InterestForm(CalculatorForm):
    """Simple interest."""

    title = "利息"
    lead = "按年利率、按天计算单利。起算日当天不计，止算日计入。"

    def build(self) -> None:
        grid = self.grid
        grid.add("principal", "本金（元）", MoneyField(capitals=True), 2, mandatory=True)
        grid.add("start", "起算日", self.day_field(), mandatory=True)
        grid.add("end", "止算日", self.day_field(), mandatory=True)
        grid.add("kind", "利率", below(RATE_KINDS, "agreed"), 2)
        grid.add("rate", "年利率（%）", PercentField())
        grid.add("contract_on", "合同成立日", self.day_field(), hint="查表用")

    def arrange(self) -> None:
        self.show_only({"contract_on": self.grid.field("kind").value() != "agreed"})

    def compute(self, given: dict[str, Any]) -> Outcome:
        return calculation.interest_of(InterestCase(**given))
