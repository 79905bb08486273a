"""Who stands behind a party: a delegate or guardian, proof of identity, a new name, help at signing.

A party is one of the kind's own (`Matter.PARTIES`). What hinders acceptance or an agreement is asked of
`Standing`; articles are those of 总局令第121号, which all of it serves.
"""

from __future__ import annotations

import datetime as dt

import msgspec

from app.domain.events import Event, register

DELEGATE, GUARDIAN = "delegate", "guardian"
ROLES: dict[str, str] = {DELEGATE: "委托代理人", GUARDIAN: "法定代理人"}
SPEAK, CHANGE, SETTLE, COLLECT = "speak", "change", "settle", "collect"
POWERS: dict[str, str] = {
    SPEAK: "代为投诉、陈述、提交材料",
    CHANGE: "代为变更、放弃、撤回投诉请求",
    SETTLE: "代为和解、达成调解协议并签字",
    COLLECT: "代为收款、领取物品",
}
"""What a principal can allow; whoever settles needs that power in writing (办法第11条: 权限)."""
PROOF_RESULTS: dict[str, str] = {
    "provided": "已提供，核验相符",
    "refused": "逾期未提供或者拒不配合核验",
    "false": "提供虚假材料或者冒用他人名义",
}
DEPARTURES: dict[str, str] = {
    "died": "死亡",
    "deregistered": "注销、主体资格灭失",
    "unreachable": "失联、查无下落",
}
AIDS: dict[str, str] = {
    "fingerprint": "不能书写，按指印并由见证人见证",
    "interpreter": "由翻译人员翻译",
    "sign_language": "由手语翻译人员翻译",
}


@register
class RepresentativeNamed(Event, frozen=True, kw_only=True):
    """Somebody acts for a party: a delegate under a written authorisation, or the guardian of a minor.

    `papers_seen` and `identity_seen`: the authorisation itself (for a guardian the proof of guardianship) and
    the representative's identity paper were seen in the original. `powers` are codes of `POWERS`; a guardian
    has all of them. `until` is None for an authorisation until the matter is over.
    """

    party: str
    role: str
    name: str
    phone: str = ""
    id_type: str = ""
    id_no: str = ""
    relation: str = ""
    papers_seen: bool
    identity_seen: bool
    powers: tuple[str, ...] = ()
    since: dt.date
    until: dt.date | None = None
    on: dt.date
    by: str


@register
class RepresentativeEnded(Event, frozen=True, kw_only=True):
    """The party's representative does not act any more; the party acts in person."""

    party: str
    on: dt.date
    reason: str
    by: str


@register
class IdentityProofDemanded(Event, frozen=True, kw_only=True):
    """限期提供身份证明材料 (form 四, 办法第10条第3款). It does not stop the seven working days of 第15条."""

    party: str
    materials: tuple[str, ...]
    due_on: dt.date
    on: dt.date
    by: str


@register
class IdentityProofAnswered(Event, frozen=True, kw_only=True):
    """What came of it: a code of `PROOF_RESULTS`."""

    party: str
    result: str
    on: dt.date
    by: str
    note: str = ""


@register
class PartyRenamed(Event, frozen=True, kw_only=True):
    """A party bears another name now (变更登记, 改名); papers issued before keep the old one."""

    party: str
    former: str
    name: str
    basis: str
    on: dt.date
    by: str


@register
class PartyGone(Event, frozen=True, kw_only=True):
    """A party died, lost its legal existence or cannot be found: `how` is a code of `DEPARTURES`.

    `successor` is who takes over its rights and duties, "" when nobody does or nobody is known.
    """

    party: str
    how: str
    facts: str
    successor: str = ""
    on: dt.date
    by: str


@register
class SigningAided(Event, frozen=True, kw_only=True):
    """A party who cannot write or needs an interpreter signs with help: `aid` is a code of `AIDS`."""

    party: str
    aid: str
    helper: str
    witness: str = ""
    on: dt.date
    by: str


class Standing(msgspec.Struct, kw_only=True):
    """What is known of all this in one case. `representatives` holds who acts now, by party."""

    representatives: dict[str, RepresentativeNamed] = {}
    past: list[RepresentativeNamed] = []
    demands: list[IdentityProofDemanded] = []
    answers: list[IdentityProofAnswered] = []
    renamed: list[PartyRenamed] = []
    gone: dict[str, PartyGone] = {}
    aids: list[SigningAided] = []

    def open_demand(self) -> IdentityProofDemanded | None:
        """The demand of identity papers that has no answer yet."""
        last = self.demands[-1] if self.demands else None
        return last if last is not None and len(self.answers) < len(self.demands) else None

    def proof(self) -> IdentityProofAnswered | None:
        """The last answer, None while one is awaited or nothing was demanded."""
        return self.answers[-1] if self.answers and self.open_demand() is None else None

    def acting(self, party: str) -> RepresentativeNamed | None:
        """Who acts for the party now."""
        return self.representatives.get(party)

    def guardian(self, party: str) -> RepresentativeNamed | None:
        """The party's 法定代理人."""
        one = self.acting(party)
        return one if one is not None and one.role == GUARDIAN else None

    def lost(self) -> PartyGone | None:
        """A party that died or ceased to exist with nobody to take its place (办法第23条第七项)."""
        ended = [g for g in self.gone.values() if g.how != "unreachable" and not g.successor]
        return ended[0] if ended else None

    def aid_lines(self, names: dict[str, str]) -> list[str]:
        """How signing was helped, as papers say it."""
        return [
            f"{names.get(one.party, '')}{AIDS[one.aid]}（{one.helper}"
            + (f"，见证人{one.witness}" if one.witness else "")
            + "）"
            for one in self.aids
        ]


def shortcomings(one: RepresentativeNamed, today: dt.date) -> list[str]:
    """What is wrong with somebody's right to act today, as parts of a sentence; empty when all is there.

    办法第11条: 授权委托书原件 and 受托人身份证明, with matter, powers and period.
    """
    paper = "监护关系证明" if one.role == GUARDIAN else "授权委托书原件"
    wrong = []
    if not one.papers_seen:
        wrong.append(f"没有见到{paper}")
    if not one.identity_seen:
        wrong.append(f"没有见到{ROLES[one.role]}的身份证明")
    if one.role == DELEGATE and not one.powers:
        wrong.append("授权委托书没有载明权限")
    if one.since > today:
        wrong.append(f"授权自 {one.since.isoformat()} 才开始")
    if one.until is not None and one.until < today:
        wrong.append(f"授权已于 {one.until.isoformat()} 到期")
    return wrong


def may_settle(one: RepresentativeNamed) -> bool:
    """Whether the representative may sign an agreement for the party."""
    return one.role == GUARDIAN or SETTLE in one.powers
