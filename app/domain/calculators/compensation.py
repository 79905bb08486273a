"""Added damages: 三倍/500 for fraud, 十倍·三倍/1000 for food and drugs, 二倍 at most for grave harm."""

from __future__ import annotations

from typing import Literal

import msgspec

from app.domain.calculators.outcome import Figure, Outcome, amount_figure, unverified, yuan
from app.domain.calculators.rule_data import Rules
from app.domain.errors import InvalidFields

Kind = Literal["fraud", "food", "drug", "harm"]
KINDS: dict[Kind, str] = {
    "fraud": "欺诈（退一赔三）",
    "food": "食品不符合安全标准（退一赔十）",
    "drug": "假药、劣药（退一赔十）",
    "harm": "明知缺陷致人死亡或健康严重损害",
}


class Multiple(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One ground: times the price, times the loss (0: not by that), the least in cents, its sources."""

    price: int
    loss: int
    least: int
    basis: tuple[str, ...]


class CompensationRules(Rules, frozen=True):
    """The multiples of each ground."""

    kinds: dict[Kind, Multiple]


class CompensationCase(msgspec.Struct, frozen=True, kw_only=True):
    """`price` is what was really paid, `loss` the proven loss beside the price; cents.

    `reasonable`: the part of the price within 合理生活消费需要 when the buyer is proven to have known.
    `label_flaw`: only a flaw of label or manual that neither touches safety nor misleads.
    """

    kind: Kind
    price: int = 0
    loss: int = 0
    reasonable: int | None = None
    label_flaw: bool = False
    refund_price: bool = True


def compensation(case: CompensationCase, rules: CompensationRules) -> Outcome:
    """The added damages and the whole claim. Raises InvalidFields."""
    _check(case)
    rule = rules.kinds[case.kind]
    if case.label_flaw and case.kind in ("fraud", "food"):
        return _label_flaw(case, rules)
    steps: list[str] = []
    doubts: list[str] = []
    base = _base(case, steps)
    added = _added(case, rule, base, steps)
    figures = [amount_figure("added", "惩罚性赔偿上限" if case.kind == "harm" else "增加赔偿", added)]
    figures += _whole(case, added, steps)
    cited = list(rule.basis)
    if case.reasonable is not None and case.kind == "food":
        cited.append("knowing")
    basis = rules.cite(*cited)
    doubts += _doubts(case)
    most = "不超过 " if case.kind == "harm" else ""
    return Outcome(
        calculator="compensation",
        title=f"加倍赔偿：{KINDS[case.kind]}",
        headline=f"{figures[0].label} {most}{yuan(added)}",
        figures=tuple(figures),
        steps=tuple(steps),
        basis=basis,
        uncertain=(*doubts, *unverified(basis)),
    )


def _check(case: CompensationCase) -> None:
    wrong = {}
    if case.kind == "harm":
        if case.loss <= 0:
            wrong["loss"] = "请填写受到的损失。"
    elif case.price <= 0:
        wrong["price"] = "请填写实际支付的价款或费用。"
    if case.reasonable is not None and not 0 < case.reasonable <= case.price:
        wrong["reasonable"] = "合理生活消费需要的价款应大于 0，不超过实付价款。"
    if wrong:
        raise InvalidFields(wrong)


def _base(case: CompensationCase, steps: list[str]) -> int:
    if case.kind == "food" and case.reasonable is not None and case.reasonable < case.price:
        steps.append(
            f"能证明购买者明知仍购买，价款以合理生活消费需要为限：{yuan(case.reasonable)}"
            f"（实付 {yuan(case.price)}）。"
        )
        return case.reasonable
    return case.price


def _added(case: CompensationCase, rule: Multiple, base: int, steps: list[str]) -> int:
    by_price, by_loss = base * rule.price, case.loss * rule.loss
    if rule.price:
        steps.append(f"价款的{_times(rule.price)}：{yuan(base)} × {rule.price} = {yuan(by_price)}。")
    if rule.loss and case.loss:
        steps.append(f"损失的{_times(rule.loss)}：{yuan(case.loss)} × {rule.loss} = {yuan(by_loss)}。")
    added = max(by_price, by_loss)
    if rule.price and rule.loss and case.loss:
        steps.append(f"消费者可以选择其一，取较高的 {yuan(added)}。")
    if added < rule.least:
        steps.append(f"不足 {yuan(rule.least)}，按 {yuan(rule.least)} 计算。")
        return rule.least
    return added


def _whole(case: CompensationCase, added: int, steps: list[str]) -> list[Figure]:
    """Price given back, loss and the whole, with the last step."""
    parts = [("增加赔偿", added)]
    if case.refund_price and case.price:
        parts.insert(0, ("退还价款", case.price))
    if case.loss:
        parts.insert(-1, ("赔偿损失", case.loss))
    if len(parts) == 1:
        return []
    whole = sum(cents for _name, cents in parts)
    steps.append(
        "合计 = " + " + ".join(f"{name} {yuan(cents)}" for name, cents in parts) + f" = {yuan(whole)}。"
    )
    named = {"退还价款": "refund", "赔偿损失": "loss"}
    figures = [amount_figure(named[name], name, cents) for name, cents in parts if name in named]
    return [*figures, amount_figure("total", "合计", whole)]


def _label_flaw(case: CompensationCase, rules: CompensationRules) -> Outcome:
    basis = rules.cite("label_food" if case.kind == "food" else "label_fraud", *rules.kinds[case.kind].basis)
    refunded = [amount_figure("refund", "退还价款", case.price)] if case.refund_price and case.price else []
    return Outcome(
        calculator="compensation",
        title=f"加倍赔偿：{KINDS[case.kind]}",
        headline="增加赔偿 0.00 元：标签、说明书瑕疵不适用加倍赔偿",
        figures=(amount_figure("added", "增加赔偿", 0), *refunded),
        steps=("标签、说明书存在不影响安全且不会误导消费者的瑕疵，不支持加倍赔偿。",),
        basis=basis,
        uncertain=(
            "瑕疵是否影响安全、是否误导，要对照法释〔2024〕9号第6至8条由人判断。",
            *unverified(basis),
        ),
    )


def _doubts(case: CompensationCase) -> list[str]:
    if case.kind == "harm":
        return ["二倍以下是上限，具体数额由协商或裁判确定；损失按消法第49、51条计算。"]
    if case.kind == "fraud":
        return [
            "是否构成欺诈要看证据；夹带、掉包、造假、篡改生产日期、捏造事实的不适用（实施条例第49条）。",
            "法律对食品、药品等另有规定的，从其规定。",
        ]
    if case.kind == "drug":
        return ["是否属于假药、劣药由药品监管部门或检验机构认定；第11条列出的自救互助、民间传统配方等除外。"]
    doubts = ["食品是否不符合安全标准要看检验或认定；经营者承担责任以“明知”为前提，生产者不必。"]
    if case.reasonable is None:
        doubts.append(
            "购买者明知仍大量、多次购买的，以合理生活消费需要为限（法释〔2024〕9号第12至14条），"
            "由经营者举证。"
        )
    return doubts


def _times(number: int) -> str:
    return {2: "二倍", 3: "三倍", 10: "十倍"}.get(number, f"{number} 倍")
