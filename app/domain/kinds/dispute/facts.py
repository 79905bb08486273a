"""The facts of a dispute, in the order of 人民调解申请书: who, against whom, about what, wanting what."""

from __future__ import annotations

import datetime as dt

import msgspec

from app.domain.matter.facts import Origin, Person

CAME: dict[str, str] = {
    "application": "当事人申请",
    "initiative": "人民调解委员会主动调解",
    "court": "法院委托",
    "police": "公安移交",
    "government": "政府指定",
    "agency": "行政机关委托",
}
"""案件来源 (人民调解法第17、18条); the last four name a body that wants the result."""

FROM_BODY = ("court", "police", "government", "agency")

POWERS: dict[str, str] = {
    "apply": "代为申请、终止调解",
    "evidence": "收集、提供证据",
    "mediators": "选择调解员",
    "concede": "承认、变更、放弃请求",
    "sign": "签署调解文书",
    "receive": "领取调解文书",
    "other": "其他",
}
"""委托权限 of 授权委托书."""

SEXES: dict[str, str] = {"male": "男", "female": "女"}


class Disputant(Person, frozen=True, kw_only=True):
    """One person or body on a side. `age` in years, None when not asked; `legal_rep` marks a body."""

    sex: str = ""
    nation: str = ""
    age: int | None = None
    occupation: str = ""
    credit_code: str = ""
    legal_rep: str = ""

    @property
    def is_body(self) -> bool:
        """A company, shop or other organisation, not a person."""
        return bool(self.credit_code or self.legal_rep)


class Delegate(msgspec.Struct, frozen=True, kw_only=True):
    """委托代理人 of a side. `powers` are codes of `POWERS`; `seen`: the original 授权委托书 was sighted."""

    name: str = ""
    phone: str = ""
    powers: tuple[str, ...] = ()
    until: dt.date | None = None
    seen: bool = False


class Side(msgspec.Struct, frozen=True, kw_only=True):
    """Everybody on one side, the first of them named on lists, and who acts for them."""

    people: tuple[Disputant, ...] = ()
    delegate: Delegate = Delegate()

    def first(self) -> Disputant:
        """The one named first; an empty one when nobody is named."""
        return self.people[0] if self.people else Disputant()

    def names(self) -> tuple[str, ...]:
        """Everybody by name."""
        return tuple(one.name for one in self.people)

    def title(self) -> str:
        """张三, or 张三等3人."""
        name = self.first().name
        return f"{name}等{len(self.people)}人" if len(self.people) > 1 else name


class Quarrel(msgspec.Struct, frozen=True, kw_only=True):
    """What it is about. `came` is a code of `CAME`, `sort` of the dictionary `dispute_sorts`; `wanted` the
    numbered 申请事项; `amount` in cents, None when nothing is asked in money."""

    came: str = "application"
    sort: str = ""
    facts: str = ""
    wanted: tuple[str, ...] = ()
    amount: int | None = None


class Application(msgspec.Struct, frozen=True, kw_only=True):
    """The whole form."""

    origin: Origin
    applicant: Side = Side()
    respondent: Side = Side()
    quarrel: Quarrel = Quarrel()
