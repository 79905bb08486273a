"""Matters that other departments handle: which, why, what to bring, and what the law demands of us.

The table is data (resources/routing.toml); an office calls its county's departments by their own names.
A suggestion sends a person somewhere with a reason. It never moves the matter: a receiver without
competence feeds back to whoever dispatched it and does not transfer it itself (办法第41条).
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence

import msgspec

from app.domain.errors import UserError
from app.domain.wording import WordList, words_found

HANDOVER_DUTIES: dict[str, str] = {
    "food_safety_115": (
        "食品安全事项：接到咨询、投诉、举报的部门认为不属于本部门职责的，应当移交有权处理的部门，"
        "并书面通知咨询、投诉、举报人（食品安全法第115条）。移交由县局办理，站点只上报，不自行移送（办法第41条）。"
    ),
}
"""Written duties to hand a matter over, by code, in the words a clerk reads."""

NO_TRANSFER = (
    "分送来的事项本单位没有处理权限的，应当及时反馈分送单位，不得自行移送（投诉举报处理办法第41条）；"
    "直接找到窗口的，告知本人向有权部门提出。"
)


class _Data(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Read from a file: unknown keys are mistakes."""


class Department(_Data, frozen=True):
    """A body matters are sent to. `phone` is a national number; an office may put the local one."""

    code: str
    name: str
    phone: str = ""
    address: str = ""


class RouteRule(_Data, frozen=True):
    """One subject. `shared` says which part of it stays with market supervision; `handover` is a duty's code.

    `ask` is for the clerk and never printed. `verified` False: nobody compared `basis` with the original
    text, so it is shown as such and not printed.
    """

    id: str
    subject: str
    department: str
    words: tuple[str, ...]
    why: str
    basis: str
    bring: tuple[str, ...]
    not_in: tuple[str, ...] = ()
    shared: str = ""
    ask: str = ""
    handover: str = ""
    verified: bool = False


class RoutingTable(_Data, frozen=True):
    """The whole file."""

    departments: tuple[Department, ...] = msgspec.field(name="department")
    routes: tuple[RouteRule, ...] = msgspec.field(name="route")

    def department(self, code: str) -> Department:
        """The department of that code. KeyError when there is none."""
        for one in self.departments:
            if one.code == code:
                return one
        raise KeyError(code)

    def route(self, route_id: str) -> RouteRule | None:
        """The row of that id, None when there is none."""
        return next((one for one in self.routes if one.id == route_id), None)

    def renamed(self, own: Mapping[str, Department]) -> RoutingTable:
        """The table with the office's own names and numbers; blank parts keep the shipped ones."""
        return RoutingTable(
            departments=tuple(_merged(one, own.get(one.code)) for one in self.departments), routes=self.routes
        )


class Destination(msgspec.Struct, frozen=True, kw_only=True):
    """Where a matter may belong, as shown to a clerk. `words` are those found in the text."""

    route: RouteRule
    department: Department
    words: tuple[str, ...]

    @property
    def sentence(self) -> str:
        """种子、种苗质量（“种子”）→ 农业农村局：种子的……（种子法第3条，未核对原文）."""
        quoted = "".join(f"“{word}”" for word in self.words)
        found = f"（{quoted}）" if quoted else ""
        basis = self.route.basis if self.route.verified else f"{self.route.basis}，未核对原文"
        return f"{self.route.subject}{found} → {self.department.name}：{self.route.why}（{basis}）"

    @property
    def printed_basis(self) -> str:
        """The article as it may stand on a paper: only one that was compared with the original."""
        return self.route.basis if self.route.verified else ""

    @property
    def duty(self) -> str:
        """The written duty to hand over, "" when there is none."""
        return HANDOVER_DUTIES.get(self.route.handover, "")


def parse_routing(text: str) -> RoutingTable:
    """Read the file. Raises UserError naming what is wrong with it."""
    try:
        table = msgspec.convert(tomllib.loads(text), type=RoutingTable)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise UserError(f"去处表读不懂（{error}），请换用完整的文件。") from error
    codes = [one.code for one in table.departments]
    ids = [one.id for one in table.routes]
    for name in (*codes, *ids):
        if codes.count(name) > 1 or ids.count(name) > 1:
            raise UserError(f"去处表里的“{name}”重复，请换用完整的文件。")
    for route in table.routes:
        if route.department not in codes:
            raise UserError(f"去处表里“{route.subject}”的部门不存在，请换用完整的文件。")
        if route.handover and route.handover not in HANDOVER_DUTIES:
            raise UserError(f"去处表里“{route.subject}”的移交义务不存在，请换用完整的文件。")
        if not (route.words and route.why and route.basis and route.bring):
            raise UserError(f"去处表里“{route.subject}”没有写全，请换用完整的文件。")
    return table


def destinations(text: str, table: RoutingTable) -> tuple[Destination, ...]:
    """Where the text points to, most words found first, then in the order of the table."""
    found = [
        Destination(route=route, department=table.department(route.department), words=words)
        for route in table.routes
        if (words := words_found(text, WordList(words=route.words, not_in=route.not_in)))
    ]
    return tuple(sorted(found, key=lambda one: -len(one.words)))


def destination(route_id: str, table: RoutingTable) -> Destination:
    """A destination chosen by hand. Raises UserError for an unknown id."""
    route = table.route(route_id)
    if route is None:
        raise UserError("去处表里没有这一项，请重新选择。")
    return Destination(route=route, department=table.department(route.department), words=())


def duties(found: Sequence[Destination]) -> tuple[str, ...]:
    """What a clerk must not forget, each once: no transfer of one's own, and written handovers."""
    if not found:
        return ()
    return tuple(dict.fromkeys([NO_TRANSFER, *(one.duty for one in found if one.duty)]))


def _merged(shipped: Department, own: Department | None) -> Department:
    if own is None:
        return shipped
    return Department(
        code=shipped.code,
        name=own.name.strip() or shipped.name,
        phone=own.phone.strip() or shipped.phone,
        address=own.address.strip() or shipped.address,
    )
