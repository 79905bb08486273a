"""办理身份 as data: who is legally acting, and so which decisions, papers and kinds of matter exist.

《投诉举报处理办法》 binds market regulators only; a village station, a mediation committee and a petition
window each act under a law of their own (办法第6、19、30条, 人民调解法, 信访工作条例). Whatever needs a
power names it (`ActionRule.power`, `PaperRule.power`); resources/rules/identities.toml says who has it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping

import msgspec

from app.domain.errors import UserError


class Power(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Something not everybody may do. `refusal` tells a clerk why not, and what to do instead."""

    code: str
    label: str
    refusal: str


class Identity(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One 办理身份. `name_on_papers`: whose name and seal papers carry: bureau, office.

    `clocks`: whether the periods of the 办法 bind whoever acts so.
    """

    code: str
    label: str
    about: str
    basis: str
    kinds: tuple[str, ...]
    powers: tuple[str, ...]
    name_on_papers: str
    clocks: bool = True


class Identities(msgspec.Struct, frozen=True, kw_only=True):
    """Every identity and power, by code, in the order they are offered."""

    powers: Mapping[str, Power] = {}
    known: Mapping[str, Identity] = {}

    def labels(self) -> dict[str, str]:
        """Codes with their Chinese names."""
        return {code: identity.label for code, identity in self.known.items()}

    def refusal(self, identity: str, power: str) -> str:
        """Why somebody acting so may not, "" when they may.

        An identity that is not known (a case from before identities were kept) has every power.
        """
        found = self.known.get(identity)
        if not power or found is None or power in found.powers:
            return ""
        return self.powers[power].refusal.replace("{身份}", found.label)

    def takes(self, identity: str, kind: str) -> bool:
        """Whether somebody acting so registers this kind of matter."""
        found = self.known.get(identity)
        return found is None or kind in found.kinds

    def bound_by_periods(self, identity: str) -> bool:
        """Whether the periods of the 办法 run while somebody acts so."""
        found = self.known.get(identity)
        return found is None or found.clocks

    def in_name_of_office(self, identity: str) -> bool:
        """Whether papers carry the office's own name and seal instead of the county bureau's."""
        found = self.known.get(identity)
        return found is not None and found.name_on_papers == "office"


NOBODY_KNOWN = Identities()


def parse_identities(text: str) -> Identities:
    """Read the file; UserError names what is wrong with it."""
    try:
        raw = tomllib.loads(text)
        powers = {p.code: p for p in msgspec.convert(raw.get("power", []), tuple[Power, ...])}
        known = {i.code: i for i in msgspec.convert(raw.get("identity", []), tuple[Identity, ...])}
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise UserError(f"办理身份的规则文件读不懂（{error}），请换用完整的规则文件。") from error
    for identity in known.values():
        for power in identity.powers:
            if power not in powers:
                raise UserError(f"办理身份“{identity.label}”的权限“{power}”不存在，请换用完整的规则文件。")
        if identity.name_on_papers not in ("bureau", "office"):
            raise UserError(f"办理身份“{identity.label}”没有写明文书署谁的名，请换用完整的规则文件。")
    return Identities(powers=powers, known=known)
