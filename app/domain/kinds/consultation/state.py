"""The state of a consultation: question and answer; there is nothing left to decide."""

from __future__ import annotations

from typing import ClassVar

from app.domain.kinds.consultation.facts import Answer
from app.domain.matter.facts import Person
from app.domain.matter.state import Matter

PHASES: dict[str, str] = {"answered": "已答复", "filed": "已归档", "void": "已作废"}


class ConsultationCase(Matter, kw_only=True):
    """Everything known of one consultation."""

    PARTIES: ClassVar[dict[str, str]] = {"asker": "咨询人"}

    kind: str = "consultation"
    asker: Person = Person()
    answer: Answer | None = None

    def party_names(self) -> dict[str, str]:
        """咨询人 by name, "" when it was not given."""
        return {"asker": self.asker.name}

    def party_contact(self, party: str) -> tuple[str, str]:
        """Telephone number and address of 咨询人."""
        return self.asker.phone, self.asker.address
