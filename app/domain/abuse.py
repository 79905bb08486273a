"""第17条: what our own ledger says about a complaint that may not be for daily use.

It counts and puts into sentences, each with the item of the article it may belong to. It judges nothing:
a person checks, concludes and signs (`AbuseAssessed`), and no complaint is refused by the program.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable

import msgspec

from app.domain.abuse_rules import AbuseRules
from app.domain.errors import UserError
from app.domain.money import format_yuan, parse_yuan
from app.domain.wording import words_found

SPANS = (30, 90, 365)
"""Days counted back in the sentence about one person."""


class Facts(msgspec.Struct, frozen=True, kw_only=True):
    """The complaint in hand. `categories`: its class and those above it; `paid` in cents; `proof` None: not
    asked yet whether there is evidence of a purchase."""

    complainant: str = ""
    phone: str = ""
    respondent: str = ""
    categories: tuple[str, ...] = ()
    problem: str = ""
    paid: int | None = None
    bought_on: dt.date | None = None
    received_on: dt.date
    demands: tuple[str, ...] = ()
    story: str = ""
    wishes: str = ""
    proof: bool | None = None


class Past(msgspec.Struct, frozen=True, kw_only=True):
    """Another complaint of the ledger, as far as lists know it."""

    case_id: str
    number: str
    received_on: dt.date
    complainant: str
    respondent: str
    category: str
    problem: str


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """Another complaint whose facts were read: how like its story is (0–100), what was bought when."""

    past: Past
    likeness: int
    same_person: bool
    penal: bool
    bought_on: dt.date | None = None


class Extract(msgspec.Struct, frozen=True, kw_only=True):
    """What the ledger holds about the complaint in hand, the complaint itself left out.

    `person`: of the same person (same document, or same name with same telephone or address); `named`: of
    the same name only; `phone` and `address`: with the same telephone or address; `shop`: against the same
    shop; `told`: those among them whose facts were read.
    """

    person: tuple[Past, ...] = ()
    named: tuple[Past, ...] = ()
    phone: tuple[Past, ...] = ()
    address: tuple[Past, ...] = ()
    shop: tuple[Past, ...] = ()
    told: tuple[Told, ...] = ()


class Signal(msgspec.Struct, frozen=True, kw_only=True):
    """One thing worth a look: the item of 第17条 it may belong to, a sentence with figures, the cases.

    `advice` says what to mind or to ask; it is no fact and does not belong on a paper.
    """

    measure: str
    item: str
    text: str
    advice: str = ""
    cases: tuple[str, ...] = ()


def signals(facts: Facts, ledger: Extract, rules: AbuseRules) -> list[Signal]:
    """Everything the ledger shows about a complaint, in the order of the items; empty for most people."""
    found = [
        *_quantity(facts, rules),
        *_buying(facts, ledger, rules),
        *_person(facts, ledger, rules),
        *_crowd(facts, ledger, rules),
        *_wording(facts, ledger, rules),
        *_proof(facts, rules),
        *_contacts(facts, ledger, rules),
        *_claims(facts, ledger, rules),
        *_threats(facts, rules),
    ]
    if [one.measure for one in found] == ["no_proof"]:
        # Every complaint is without evidence at first; alone that says nothing.
        return []
    order = [one.code for one in rules.item]
    return sorted(found, key=lambda signal: order.index(signal.item))


def _signal(
    rules: AbuseRules, measure: str, text: str, cases: Iterable[Past] = (), advice: str = ""
) -> Signal:
    return Signal(
        measure=measure,
        item=rules.of(measure).item,
        text=text,
        advice=advice,
        cases=tuple(dict.fromkeys(one.case_id for one in cases)),
    )


def _since(cases: Iterable[Past], day: dt.date, days: int) -> list[Past]:
    """Those of the last `days` days before `day`; later ones belong to a later look."""
    first = day - dt.timedelta(days=days)
    return [one for one in cases if first <= one.received_on <= day]


# ---- （一） ----

_COUNTED = re.compile(r"(\d{1,6})\s*(?:箱|件|瓶|盒|袋|包|罐|桶|台|部|双|支|条|套|斤|公斤|只|提|听|张)")


def _quantity(facts: Facts, rules: AbuseRules) -> list[Signal]:
    numbers = [int(n) for n in _COUNTED.findall(facts.story)]
    usual = next((rules.usual[c] for c in facts.categories if c in rules.usual), rules.usual["default"])
    most = max(numbers, default=0)
    if most < usual * rules.of("quantity").at_least:
        return []
    text = f"所述数量 {most}，是这类商品通常用量（约 {usual}）的 {most // usual} 倍。"
    return [_signal(rules, "quantity", text)]


def _buying(facts: Facts, ledger: Extract, rules: AbuseRules) -> list[Signal]:
    found = []
    if facts.bought_on is not None:
        same = [
            one.past
            for one in ledger.told
            if one.same_person
            and one.bought_on == facts.bought_on
            and one.past.category in facts.categories[:1]
        ]
        shops = {one.respondent for one in same} | {facts.respondent}
        if len(shops) >= rules.of("same_day").at_least:
            text = f"同一投诉人 {facts.bought_on} 当天在 {len(shops)} 家店购买同类商品并投诉。"
            found.append(_signal(rules, "same_day", text, same))
    measure = rules.of("frequency")
    alike = [
        one
        for one in _since(ledger.person, facts.received_on, measure.days)
        if one.category and one.category in facts.categories[:1]
    ]
    if len(alike) + 1 >= measure.at_least:
        text = f"同一投诉人近 {measure.days} 日就同类商品投诉 {len(alike) + 1} 件（含本件）。"
        found.append(_signal(rules, "frequency", text, alike))
    return found


# ---- （二） ----


def _person(facts: Facts, ledger: Extract, rules: AbuseRules) -> list[Signal]:
    found = []
    counts = {days: _since(ledger.person, facts.received_on, days) for days in SPANS}
    for name in ("person", "person_recent"):
        measure = rules.of(name)
        within = _since(ledger.person, facts.received_on, measure.days)
        if len(within) + 1 >= measure.at_least:
            shops = len({one.respondent for one in counts[365]} | {facts.respondent})
            each = "、".join(f"{days} 日 {len(cases) + 1} 件" for days, cases in counts.items())
            text = f"同一投诉人近 {each}（含本件），一年内涉及经营者 {shops} 家。"
            found.append(_signal(rules, name, text, within))
            break
    for name, what, cases in (
        (
            "person_shop",
            f"投诉{facts.respondent}",
            [c for c in ledger.person if c.respondent == facts.respondent],
        ),
        (
            "person_problem",
            "投诉同一类问题",
            [c for c in ledger.person if c.problem and c.problem == facts.problem],
        ),
    ):
        measure = rules.of(name)
        within = _since(cases, facts.received_on, measure.days)
        if len(within) + 1 >= measure.at_least:
            text = f"同一投诉人近 {measure.days} 日{what} {len(within) + 1} 件（含本件）。"
            found.append(_signal(rules, name, text, within))
    measure = rules.of("name")
    named = _since(ledger.named, facts.received_on, measure.days)
    if len(named) >= measure.at_least:
        text = f"同名投诉人近 {measure.days} 日另有 {len(named)} 件，电话、证件不同，请核实是否同一人。"
        found.append(_signal(rules, "name", text, named))
    return found


def _crowd(facts: Facts, ledger: Extract, rules: AbuseRules) -> list[Signal]:
    measure = rules.of("crowd")
    cases = [
        one
        for one in _since(ledger.shop, facts.received_on, measure.days)
        if one.problem and one.problem == facts.problem
    ]
    people = {one.complainant for one in cases if one.complainant} | {facts.complainant}
    if len(people) < measure.at_least:
        return []
    text = f"近 {measure.days} 日有 {len(people)} 人就同一类问题投诉{facts.respondent}。"
    advice = "商家停业、批次缺陷也会这样，请先核实是不是群体性消费纠纷。"
    return [_signal(rules, "crowd", text, cases, advice)]


def _wording(facts: Facts, ledger: Extract, rules: AbuseRules) -> list[Signal]:
    found = []
    for name, own, who in (("wording_others", False, "其他投诉人"), ("wording_own", True, "本人以前")):
        measure = rules.of(name)
        alike = [one for one in ledger.told if one.same_person is own and one.likeness >= measure.percent]
        within = _since((one.past for one in alike), facts.received_on, measure.days)
        if len(within) >= measure.at_least:
            most = max(one.likeness for one in alike)
            text = f"事实部分与{who}的 {len(within)} 件文字基本相同（最高 {most}%）。"
            found.append(_signal(rules, name, text, within))
    return found


# ---- （三）（四） ----


def _proof(facts: Facts, rules: AbuseRules) -> list[Signal]:
    if facts.proof is not False:
        return []
    text = "证据清单里没有发票、小票、支付记录等购买凭证。"
    return [_signal(rules, "no_proof", text, advice="请要求投诉人补充。")]


def _contacts(facts: Facts, ledger: Extract, rules: AbuseRules) -> list[Signal]:
    found = []
    for name, what, cases in (
        ("phone_names", "同一电话", ledger.phone),
        ("address_names", "同一通讯地址", ledger.address),
    ):
        measure = rules.of(name)
        within = _since(cases, facts.received_on, measure.days)
        names = {one.complainant for one in within if one.complainant} | {facts.complainant or "本件"}
        if len(names) >= measure.at_least:
            count = len(within) + 1
            text = f"近 {measure.days} 日有 {len(names)} 个不同姓名使用{what}投诉，共 {count} 件（含本件）。"
            found.append(_signal(rules, name, text, within))
    return found


# ---- （五） ----

_CLAIM = re.compile(
    r"(?:索赔|赔偿|赔付|补偿|支付|赔)[^0-9０-９，。；]{0,8}?([0-9０-９][0-9０-９,，]*(?:[.．][0-9０-９]{1,2})?\s*万?)\s*元"
)


def claimed(text: str) -> int:
    """The greatest compensation asked for in words, in cents; 0 when no amount is named."""
    most = 0
    for found in _CLAIM.findall(text):
        try:
            most = max(most, parse_yuan(found.replace("，", ",")))
        except UserError:  # 第1,2点: no amount after all
            continue
    return most


def asks_punitive(demands: Iterable[str], text: str, rules: AbuseRules) -> bool:
    """Whether punitive damages are demanded, by code or in words."""
    return bool(set(demands) & set(rules.penal.demands)) or any(word in text for word in rules.penal.words)


def _claims(facts: Facts, ledger: Extract, rules: AbuseRules) -> list[Signal]:
    found = []
    claim = claimed(f"{facts.wishes}\n{facts.story}")
    if facts.paid and claim >= facts.paid * rules.of("claim_ratio").at_least:
        text = (
            f"索赔 {format_yuan(claim)} 元，是价款 {format_yuan(facts.paid)} 元的 {claim // facts.paid} 倍。"
        )
        least = "法律对食品、欺诈分别规定了 1000 元、500 元的最低额，须分别判断。"
        found.append(_signal(rules, "claim_ratio", text, advice=least if claim <= 1_000_00 else ""))
    measure = rules.of("claims_share")
    own = [one for one in ledger.told if one.same_person]
    penal = [one.past for one in own if one.penal]
    if len(penal) >= measure.at_least and len(penal) * 100 >= measure.percent * len(own):
        share = len(penal) * 100 // len(own)
        text = f"本人最近 {len(own)} 件投诉中 {len(penal)} 件要求惩罚性赔偿（{share}%）。"
        found.append(_signal(rules, "claims_share", text, penal))
    return found


def _threats(facts: Facts, rules: AbuseRules) -> list[Signal]:
    words = words_found(f"{facts.wishes}\n{facts.story}", rules.words, rules.negations)
    if len(words) < rules.of("threat").at_least:
        return []
    text = f"材料里有“{'”“'.join(words)}”的表述。"
    return [_signal(rules, "threat", text, advice="依法复议、诉讼是权利，不能据此不予受理。")]
