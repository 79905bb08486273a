"""How a kind is told from the others wherever cases of several kinds stand together: light to import."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from app.domain.kind import Kind
from app.services import kinds
from app.services.history.words import SOURCE


@dataclass(frozen=True, kw_only=True)
class KindMark:
    """The words and signs of one kind in the window; names of phases and parties are the kind's own.

    `short` is two or three characters for a chip in a list, "" when the kind's label is short enough.
    `parties` heads the two sides of a list (投诉人, 被投诉人), the second "" when there is only one.
    `phase_roles` gives the colours of the phases' chips, all others are neutral. A chip always has words.
    """

    kind: str
    icon: str
    parties: tuple[str, str]
    short: str = ""
    phase_roles: Mapping[str, str] = field(default_factory=dict)

    @property
    def known(self) -> Kind[Any]:
        """The kind as the services know it."""
        return kinds.kind_named(self.kind)

    @property
    def label(self) -> str:
        """The words of the chip."""
        return self.short or self.known.label

    @property
    def parties_word(self) -> str:
        """Both sides in one line: 投诉人 → 被投诉人."""
        return " → ".join(side for side in self.parties if side)

    def party_word(self, party: str) -> str:
        """What this kind calls a party; its code when it has no word for it."""
        return SOURCE if party == "source" else self.known.parties.get(party, party)

    def phase_chip(self, phase: str) -> tuple[str, str]:
        """Words and colour of a phase."""
        return kinds.phase_label(self.kind, phase), self.phase_roles.get(phase, "neutral")
