"""What every check shares: the context it may look at, and the collecting of problems."""

from __future__ import annotations

import datetime as dt

import msgspec

from app.domain.errors import InvalidFields
from app.domain.office import Office
from app.domain.procedure import Procedure
from app.domain.rules import Ground, RuleSet


class Context(msgspec.Struct, frozen=True, kw_only=True):
    """What a check may look at besides the case. `mediation_due` is None before acceptance or in a pause."""

    today: dt.date
    rule_set: RuleSet
    procedure: Procedure
    mediation_due: dt.date | None = None
    office: Office = msgspec.field(default_factory=Office)


class Fields:
    """Collects the problems of one form so that a clerk sees all of them at once."""

    def __init__(self) -> None:
        self.problems: dict[str, str] = {}

    def need(self, field: str, value: object, label: str) -> None:
        """`value` must not be empty."""
        if value in ("", None, (), []):
            self.problems.setdefault(field, f"请填写{label}")

    def say(self, field: str, condition: bool, sentence: str) -> None:
        """When `condition` holds, `sentence` is the problem of `field`; the first problem stays."""
        if condition:
            self.problems.setdefault(field, sentence)

    def date(
        self,
        field: str,
        value: dt.date | None,
        label: str,
        context: Context,
        *,
        after: dt.date | None,
        what: str,
    ) -> None:
        """`value` must be there, not lie in the future, nor before `after` (the day of `what`)."""
        if value is None:
            self.need(field, value, label)
            return
        self.say(field, value > context.today, f"{label}不能晚于今天")
        if after is not None:
            self.say(field, value < after, f"{label}不能早于{what}（{after.isoformat()}）")

    def done(self) -> None:
        """Raise InvalidFields when anything was found."""
        if self.problems:
            raise InvalidFields(self.problems)


def check_grounds(fields: Fields, codes: tuple[str, ...], allowed: tuple[Ground, ...], article: str) -> None:
    """A decision names at least one ground, and only grounds of the case's own rule set."""
    known = {ground.code for ground in allowed}
    fields.say("grounds", not codes, f"请选择一项情形（{article}）")
    fields.say("grounds", bool(set(codes) - known), f"所选情形不在{article}之列，请重新选择")
