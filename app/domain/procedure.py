"""A procedure as data: stages, actions, papers of one kind of matter (resources/rules/<kind>.toml).

The file says *where* an action is lawful and names its conditions; the kind's `guards` module says
what each condition means. A name without a meaning stops the program at start, not at a clerk.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping

import msgspec

from app.domain.identities import NOBODY_KNOWN, Identities


class Stage(msgspec.Struct, frozen=True, kw_only=True):
    id: str
    label: str


class ActionRule(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One thing a person may do. `events` are the event kinds that doing it writes.

    `only` names a condition without which the action is not offered at all, not even with a reason.
    `while_merged`: it may also be done in a case that was merged into another one (并案).
    `while_away`: also while another office has the case in hand.
    `power` is what the 办理身份 of the case must have (app/domain/identities.py), "" for anybody; `power_in`
    says another one for single phases.
    """

    name: str
    label: str
    stage: str
    events: tuple[str, ...]
    phases: tuple[str, ...]
    next_label: str = ""
    guards: tuple[str, ...] = ()
    wanted: str = ""
    lapsed: str = ""
    basis: str = ""
    only: str = ""
    while_merged: bool = False
    power: str = ""
    while_away: bool = False
    power_in: dict[str, str] = {}

    def power_for(self, phase: str) -> str:
        """The power needed in that phase, "" for anybody's act."""
        return self.power_in.get(phase, self.power)


class PaperRule(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One paper. `word` is its part of the 文号, empty when the paper carries the case number only.

    `sealed`: it shows a party whose identity is sealed (`Matter.SEALED`), so that issuing it is a look.
    """

    id: str
    label: str
    form: str
    when: tuple[str, ...] = ()
    word: str = ""
    to: tuple[str, ...] = ()
    per_session: bool = False
    sealed: bool = False
    power: str = ""


class Procedure(msgspec.Struct, frozen=True, kw_only=True):
    """`here` is the node of the office that asks, "" when it does not matter (projections)."""

    kind: str
    stages: tuple[Stage, ...]
    actions: tuple[ActionRule, ...]
    papers: tuple[PaperRule, ...]
    identities: Identities = NOBODY_KNOWN
    here: str = ""

    def action(self, name: str) -> ActionRule:
        """The action of this name; KeyError when there is none."""
        for action in self.actions:
            if action.name == name:
                return action
        raise KeyError(name)

    def actions_for_event(self, kind: str) -> list[ActionRule]:
        """The actions that write events of this kind, none for events that are not actions."""
        return [action for action in self.actions if kind in action.events]

    def stage_label(self, stage: str) -> str:
        """The Chinese name of a stage; KeyError when there is none of this id."""
        return {each.id: each.label for each in self.stages}[stage]

    def paper(self, paper_id: str) -> PaperRule | None:
        """The paper of this id, None when there is none."""
        return next((p for p in self.papers if p.id == paper_id), None)


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """An action as offered for one case: `reason` says in Chinese why it is not possible now."""

    name: str
    label: str
    stage: str
    basis: str
    reason: str = ""
    next_step: bool = False

    @property
    def allowed(self) -> bool:
        """Whether it can be done now."""
        return not self.reason


def parse_procedure(
    text: str, guards: Mapping[str, Callable[..., object]], identities: Identities = NOBODY_KNOWN
) -> Procedure:
    """Read a procedure; ValueError names a guard, power or stage that does not exist."""
    raw = tomllib.loads(text)
    procedure = Procedure(
        kind=raw["kind"],
        stages=msgspec.convert(raw["stage"], tuple[Stage, ...]),
        actions=msgspec.convert(raw["action"], tuple[ActionRule, ...]),
        papers=msgspec.convert(raw.get("paper", []), tuple[PaperRule, ...]),
        identities=identities,
    )
    ruled: tuple[ActionRule | PaperRule, ...] = (*procedure.actions, *procedure.papers)
    powers = {rule.power for rule in ruled if rule.power}
    powers |= {power for action in procedure.actions for power in action.power_in.values()}
    for power in sorted(powers - set(identities.powers)) if identities.powers else ():
        raise ValueError(f"procedure {procedure.kind}: no power named {power!r}")
    named = [g for a in procedure.actions for g in (*a.guards, a.wanted, a.only) if g]
    named += [g for p in procedure.papers for g in p.when]
    for name in named:
        if name not in guards:
            raise ValueError(f"procedure {procedure.kind}: no guard named {name!r}")
    stages = {s.id for s in procedure.stages}
    for action in procedure.actions:
        if action.stage not in stages:
            raise ValueError(f"procedure {procedure.kind}: action {action.name} names an unknown stage")
    return procedure
