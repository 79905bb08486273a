"""The procedures in force, as versioned data (resources/rules/<id>.toml).

Grounds and clocks of one 办法 form a rule set. A case keeps for ever the set that its 收到日期 chose
(总局令第121号 has no transitional clause), so nothing here is a constant in code. Stages and actions are
the same under both and live in `app.domain.procedure`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from datetime import date
from itertools import pairwise
from typing import Annotated, Literal

import msgspec

from app.domain.errors import UserError

Unit = Literal["workday", "day"]
PauseKind = Literal["appraisal", "hearing", "none"]
# How a natural-day period ends when its last day is no working day (办法第45条 says 法定节假日; what that
# means is settled by the office): the whole block of days off, the statutory days alone, weekends too, never.
Roll = Literal["holiday_block", "statutory_days", "weekend_too", "none"]
Count = Annotated[int, msgspec.Meta(ge=1, le=1000)]


class _Data(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Read from a file: unknown keys are mistakes."""


class Ground(_Data, frozen=True):
    """One statutory ground with its exact wording, final punctuation included."""

    code: str
    label: str
    text: str


class ClockRule(_Data, frozen=True):
    """One statutory period. `start` says in words what starts it; that day itself is not counted.

    `extension` is by how much it may be lengthened, in its own unit, with approval; 0 when it may not.
    """

    name: str
    label: str
    duty: str
    start: str
    length: Count
    unit: Unit
    basis: tuple[str, ...]
    pause: PauseKind = "none"
    roll: Roll = "none"
    companion_of: str | None = None
    received_from: date | None = None
    received_until: date | None = None
    extension: Annotated[int, msgspec.Meta(ge=0, le=1000)] = 0

    def applies(self, received: date) -> bool:
        """Whether a case received on that day has this clock."""
        after = self.received_from is None or received >= self.received_from
        return after and (self.received_until is None or received <= self.received_until)


class RuleSet(_Data, frozen=True):
    """One 办法 with everything the program needs of it. Both ends of the effective period are inclusive.

    `expiry_ground` is the code of the termination ground "no agreement in time". `withdrawal_ground`
    and `lost_party_ground` are those of 撤回、自行和解 and of 死亡、主体资格灭失, `unproven_ground` and
    `false_proof_ground` the refusal grounds of identity papers not given and false ones. A law that knows
    neither refusal nor termination leaves their grounds and articles out.
    """

    id: str
    title: str
    short_title: str
    order: str
    effective_from: date
    refusal_article: str = ""
    termination_article: str = ""
    expiry_ground: str = ""
    withdrawal_ground: str = ""
    lost_party_ground: str = ""
    unproven_ground: str = ""
    false_proof_ground: str = ""
    refusal_grounds: tuple[Ground, ...] = msgspec.field(name="refusal", default=())
    termination_grounds: tuple[Ground, ...] = msgspec.field(name="termination", default=())
    clocks: tuple[ClockRule, ...] = msgspec.field(name="clock", default=())
    effective_until: date | None = None

    def covers(self, received: date) -> bool:
        """Whether cases received on that day follow this set."""
        return self.effective_from <= received and (
            self.effective_until is None or received <= self.effective_until
        )

    def has_clock(self, name: str) -> bool:
        """Whether this 办法 knows a period of that name."""
        return any(clock.name == name for clock in self.clocks)

    def clock(self, name: str) -> ClockRule:
        """The clock of that name. Raises UserError when this 办法 knows no such period."""
        for clock in self.clocks:
            if clock.name == name:
                return clock
        known = "、".join(clock.name for clock in self.clocks)
        raise UserError(f"{self.short_title}没有期限“{name}”，请改用：{known}。")

    def companion(self, name: str, received: date) -> ClockRule | None:
        """The second clock shown beside `name` for a case received on that day, else None."""
        for clock in self.clocks:
            if clock.companion_of == name and clock.applies(received):
                return clock
        return None

    def refusal_ground(self, code: str) -> Ground:
        """Ground of 不予受理 by code ("1"…). Raises UserError for a code this set does not have."""
        return _ground(self.refusal_grounds, code, f"{self.short_title}{self.refusal_article}")

    def termination_ground(self, code: str) -> Ground:
        """Ground of 终止调解 by code ("1"…). Raises UserError for a code this set does not have."""
        return _ground(self.termination_grounds, code, f"{self.short_title}{self.termination_article}")


def _ground(grounds: tuple[Ground, ...], code: str, where: str) -> Ground:
    for ground in grounds:
        if ground.code == code:
            return ground
    raise UserError(f"{where}没有第 {code} 项情形，请从 {len(grounds)} 项中选择。")


def parse_rule_set(text: str) -> RuleSet:
    """Read one rule file. Raises UserError naming what is wrong with it."""
    try:
        rules = msgspec.convert(tomllib.loads(text), type=RuleSet)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise UserError(f"规则文件读不懂（{error}），请换用完整的规则文件。") from error
    _check(rules)
    return rules


def _check(rules: RuleSet) -> None:
    where = f"规则文件 {rules.id} "
    if rules.effective_until is not None and rules.effective_until < rules.effective_from:
        raise UserError(f"{where}的失效日期早于施行日期，请换用完整的规则文件。")
    named: tuple[tuple[str, list[str]], ...] = (
        ("不予受理情形", [ground.code for ground in rules.refusal_grounds]),
        ("终止调解情形", [ground.code for ground in rules.termination_grounds]),
        ("期限", [clock.name for clock in rules.clocks]),
    )
    for what, names in named:
        twice = {name for name in names if names.count(name) > 1}
        if twice:
            raise UserError(f"{where}的{what}“{min(twice)}”重复，请换用完整的规则文件。")
    clocks = {clock.name for clock in rules.clocks}
    for clock in rules.clocks:
        if clock.companion_of is not None and clock.companion_of not in clocks:
            raise UserError(f"{where}的期限“{clock.name}”所附的期限不存在，请换用完整的规则文件。")
        if clock.unit == "workday" and clock.roll != "none":
            raise UserError(f"{where}的期限“{clock.name}”按工作日计算，不能再顺延，请换用完整的规则文件。")
    grounds = {ground.code for ground in rules.termination_grounds}
    if grounds and rules.expiry_ground not in grounds:
        raise UserError(f"{where}没有写明期限届满的终止情形，请换用完整的规则文件。")


NO_RULES = RuleSet(id="", title="", short_title="", order="", effective_from=date.min)
"""For kinds of matter without periods of their own (咨询): covers every day, knows no clock."""


class RuleBook:
    """All rule sets, chosen by the day a complaint was received. Immutable."""

    __slots__ = ("_sets",)

    def __init__(self, rule_sets: Iterable[RuleSet]) -> None:
        self._sets = tuple(sorted(rule_sets, key=lambda rules: rules.effective_from))
        if not self._sets:
            raise UserError("没有任何办理规则，请重新安装程序或导入规则文件。")
        for earlier, later in pairwise(self._sets):
            if earlier.id == later.id or earlier.covers(later.effective_from):
                raise UserError(f"办理规则 {earlier.id} 与 {later.id} 的施行期间重叠，请换用完整的规则文件。")

    @property
    def rule_sets(self) -> tuple[RuleSet, ...]:
        """Every set, oldest first."""
        return self._sets

    def for_received(self, received: date) -> RuleSet:
        """The set a case received on that day keeps. Raises UserError when no set covers the day."""
        for rules in reversed(self._sets):
            if rules.covers(received):
                return rules
        first = self._sets[0]
        if received < first.effective_from:
            raise UserError(
                f"收到日期 {received} 早于 {first.effective_from}（{first.title}施行之日），"
                "没有可用的办理规则，请核对收到日期。"
            )
        raise UserError(f"收到日期 {received} 没有可用的办理规则，请核对收到日期或更新规则文件。")

    def by_id(self, rule_set_id: str) -> RuleSet:
        """The set a case has kept. Raises UserError when its file is not loaded."""
        for rules in self._sets:
            if rules.id == rule_set_id:
                return rules
        raise UserError(f"没有载入办理规则“{rule_set_id}”，请先更新规则文件再办理这件。")
