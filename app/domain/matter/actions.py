"""What can be done with a case now, what the next step is, and why the rest is not possible.

The same for every kind: the procedure says where an action is lawful, the kind's guards what its
conditions mean, the kind's phases how a phase is called.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from app.domain.matter.merged import lead_of
from app.domain.matter.state import Matter
from app.domain.procedure import ActionRule, Choice, PaperRule, Procedure

Guards = Mapping[str, Callable[[Any], str]]
BESIDE = frozenset({"CaseLinked", "CaseUnlinked", "PaperIssued"})
"""Events of any case that no action writes: ties between cases; papers, which have choices of their own."""


class Steps:
    """Answers for one kind of matter: its guards, and its phases with their names."""

    def __init__(
        self, guards: Guards, phases: Mapping[str, str], beside: frozenset[str] = frozenset()
    ) -> None:
        """`beside`: events of this kind that no action writes, besides those of every case."""
        self._guards = guards
        self._phases = phases
        self._beside = BESIDE | beside

    def why_not(self, procedure: Procedure, action: ActionRule, case: Matter) -> str:
        """One Chinese sentence why the action is not possible, "" when it is."""
        if case.phase not in action.phases:
            return f"案件{self._phases[case.phase]}，不能“{action.label}”。"
        powerless = procedure.identities.refusal(case.identity, action.power_for(case.phase))
        if powerless:
            return powerless
        away = self._away(procedure, case)
        if away and not action.while_away:
            return away
        lead = lead_of(case)
        if lead is not None and not action.while_merged:
            return f"本件已并入{lead.number}，请在主办案件办理，或者先撤销并案。"
        for name in (*((action.only,) if action.only else ()), *action.guards):
            reason = self._guards[name](case)
            if reason:
                return reason
        return ""

    @staticmethod
    def _away(procedure: Procedure, case: Matter) -> str:
        """Why somebody else has to act: the case was handed on. "" when it is in hand here.

        Whoever received it acts; where the two offices exchange packages, only on the node that has it.
        """
        if not case.holder:
            return ""
        elsewhere = bool(procedure.here and case.holder_node and procedure.here != case.holder_node)
        if case.received() and not elsewhere:
            return ""
        return f"案件已移交{case.holder}办理，请等待办理结果，或者先收回。"

    def refusal(self, procedure: Procedure, event_kind: str, case: Matter) -> str:
        """Why events of this kind may not be written now, "" when they may.

        Several actions can write the same event; one that is possible is enough. What no action of the kind
        writes is no act of the kind, unless it is one of the few events that come about without an action.
        """
        if event_kind in self._beside:
            return ""
        reasons = [
            self.why_not(procedure, action, case) for action in procedure.actions_for_event(event_kind)
        ]
        if not reasons:
            return "这类事项没有这一步，请从案件页面列出的事项里选择。"
        return reasons[0] if all(reasons) else ""

    def choices(
        self, procedure: Procedure, case: Matter, lapsed: frozenset[str] = frozenset()
    ) -> list[Choice]:
        """Every action of the procedure in its order; at most one carries `next_step`.

        `lapsed` names the clocks that have run out unmet: what the law then demands comes before the rest.
        """
        first = self.next_step(procedure, case, lapsed)
        return [
            first
            if first and first.name == action.name
            else _choice(action, self.why_not(procedure, action, case), wanted=False)
            for action in procedure.actions
            if not action.only or self._guards[action.only](case) == ""
        ]

    def next_step(
        self, procedure: Procedure, case: Matter, lapsed: frozenset[str] = frozenset()
    ) -> Choice | None:
        """The one obvious next lawful action, None when the case is at its end. `lapsed` as in `choices`."""
        # One after the other, and the phase before the guards: every save and every imported case asks this.
        phase = case.phase
        for action in procedure.actions if lapsed else ():
            if action.lapsed in lapsed and not self.why_not(procedure, action, case):
                return _choice(action, "", wanted=True)
        for action in procedure.actions:
            if not action.wanted or phase not in action.phases or self._guards[action.wanted](case):
                continue
            if not self.why_not(procedure, action, case):
                return _choice(action, "", wanted=True)
        return None

    def paper_choices(self, procedure: Procedure, case: Matter) -> list[tuple[PaperRule, str]]:
        """Every paper with "" or the reason why it cannot be made yet."""
        return [(paper, self._why_no_paper(procedure, paper, case)) for paper in procedure.papers]

    def _why_no_paper(self, procedure: Procedure, paper: PaperRule, case: Matter) -> str:
        powerless = procedure.identities.refusal(case.identity, paper.power)
        return powerless or next((r for name in paper.when if (r := self._guards[name](case))), "")


def _choice(action: ActionRule, reason: str, *, wanted: bool) -> Choice:
    return Choice(
        name=action.name,
        label=action.next_label if wanted and action.next_label else action.label,
        stage=action.stage,
        basis=action.basis,
        reason=reason,
        next_step=wanted,
    )
