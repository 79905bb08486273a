"""How a kind is told from the others wherever cases of several kinds stand together: light to import."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, kw_only=True)
class KindMark:
    """The words and signs of one kind. `label` is two or three characters, for a chip in a list.

    `parties` names the two sides of a list (投诉人, 被投诉人), `party_words` every party by its code;
    `phase_roles` gives the colours of the phases' chips, all others are neutral. A chip always has words.
    """

    kind: str
    label: str
    icon: str
    parties: tuple[str, str]
    party_words: Mapping[str, str] = field(default_factory=dict)
    phases: Mapping[str, str] = field(default_factory=dict)
    phase_roles: Mapping[str, str] = field(default_factory=dict)

    def party_word(self, party: str) -> str:
        """What this kind calls a party; its code when it has no word for it."""
        return self.party_words.get(party, party)

    @property
    def parties_word(self) -> str:
        """Both sides in one line: 投诉人 → 被投诉人."""
        return " → ".join(side for side in self.parties if side)

    def phase_chip(self, phase: str) -> tuple[str, str]:
        """Words and colour of a phase."""
        return self.phases.get(phase, phase), self.phase_roles.get(phase, "neutral")
