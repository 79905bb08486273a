"""What in an agreement a court could not confirm, or could not enforce: told while it is written.

Nothing is refused here: a person decides. Articles: 《人民调解协议司法确认规定》第7条 (不予确认的情形),
《人民调解法》第29条 (what an agreement states).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

import msgspec

from app.domain.money import format_yuan
from app.domain.settlement.facts import Obligation

CONFIRMATION = "司法确认规定第7条"
VAGUE = (
    "尽快", "尽早", "适当", "酌情", "合理时间", "合理期限", "另行协商", "另行约定", "视情况",
    "有能力时", "条件允许", "力争", "争取", "若干", "左右", "大概", "约定时间内",
)  # fmt: skip
_WAIVER = re.compile(
    r"(不|免|免于|放弃)(再)?(追究|给予|作出|处以)?[^，。；]{0,8}(行政处罚|行政责任|刑事责任)"
)
_WITHDRAWAL = re.compile(r"(撤回|撤销|放弃|不再|不得)[^，。；]{0,6}(举报|报案|控告|信访|上访)")
_STATUS = re.compile(r"(解除|确认|变更|同意)[^，。；]{0,8}(婚姻关系|收养关系|身份关系|亲子关系|离婚)")
_OTHERS = re.compile(r"(由|让)[^，。；]{0,6}(案外人|第三人|担保人)")
_SUM = re.compile(r"(\d[\d,，]*(?:\.\d{1,2})?)\s*(万)?元")


class Hint(msgspec.Struct, frozen=True, kw_only=True):
    """One remark on an agreement, with its article ("" for practice)."""

    text: str
    basis: str = ""

    def sentence(self) -> str:
        """The remark with its article."""
        return f"{self.text}（{self.basis}）。" if self.basis else f"{self.text}。"


def hints(terms: str, obligations: Iterable[Obligation]) -> list[Hint]:
    """Everything worth a second look, the gravest first; empty when nothing was found."""
    duties = tuple(obligations)
    found = [*_unlawful(terms, duties), *_unclear(terms, duties), *_sums(terms, duties)]
    if terms.strip() and "其他" not in terms and "再无" not in terms and "一次性了结" not in terms:
        found.append(Hint(text="没有写明双方就此事再无其他争议"))
    return found


def _unlawful(terms: str, duties: tuple[Obligation, ...]) -> list[Hint]:
    text = "。".join((terms, *(d.description for d in duties)))
    found = []
    if match := _WAIVER.search(text):
        found.append(
            Hint(
                text=f"“{match.group()}”：当事人不能约定免除行政、刑事责任", basis=f"{CONFIRMATION}第一、二项"
            )
        )
    if match := _WITHDRAWAL.search(text):
        found.append(
            Hint(text=f"“{match.group()}”：不能以撤回举报、信访作为条件", basis=f"{CONFIRMATION}第二、四项")
        )
    if match := _STATUS.search(text):
        found.append(
            Hint(text=f"“{match.group()}”：身份、婚姻、收养关系法院不受理司法确认", basis="司法确认规定第4条")
        )
    if match := _OTHERS.search(text):
        found.append(Hint(text=f"“{match.group()}”：不能给案外人设定义务", basis=f"{CONFIRMATION}第三项"))
    return found


def _unclear(terms: str, duties: tuple[Obligation, ...]) -> list[Hint]:
    text = "。".join((terms, *(d.description for d in duties), *(d.method for d in duties)))
    vague = [word for word in VAGUE if word in text]
    found = []
    if vague:
        words = "、".join(f"“{word}”" for word in vague)
        found.append(
            Hint(text=f"{words}不明确，应当写成确定的数额、日期和方式", basis=f"{CONFIRMATION}第五项")
        )
    for duty in duties:
        if duty.kind == "money" and not duty.method.strip():
            found.append(Hint(text=f"第{duty.no}项没有写明付款方式", basis="人民调解法第29条第三项"))
        if duty.kind != "money" and len(duty.description.strip()) < _SHORTEST:
            found.append(Hint(text=f"第{duty.no}项要做什么写得太简单", basis=f"{CONFIRMATION}第五项"))
    return found


_SHORTEST = 4
"""Characters under which what is to be done cannot be enforced."""


def _sums(terms: str, duties: tuple[Obligation, ...]) -> list[Hint]:
    """Amounts of the text that no obligation nor their sum says."""
    owed = [d.amount for d in duties if d.kind == "money"]
    if not owed:
        return []
    known = {*owed, sum(owed)}
    found = []
    for match in _SUM.finditer(terms):
        cents = _cents(match.group(1), wan=bool(match.group(2)))
        if cents is not None and cents not in known and cents > sum(owed):
            found.append(
                Hint(
                    text=f"协议内容里的“{match.group()}”多于各项付款合计 {format_yuan(sum(owed))} 元，请核对"
                )
            )
    return found


def _cents(digits: str, *, wan: bool) -> int | None:
    whole, _, part = digits.replace(",", "").replace("，", "").partition(".")
    if not whole.isascii() or not whole.isdigit():
        return None
    cents = int(whole) * 100 + int((part + "00")[:2])
    return cents * 10_000 if wan else cents
