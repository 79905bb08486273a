"""How far each case has come at the office above: 未报, 已导出, 县局已收, 县局已阅, with the days."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable

import msgspec

from app.services.exchange.peers import moment
from app.services.office import OpenOffice

UNSENT, EXPORTED, RECEIVED, LOOKED = "unsent", "exported", "received", "looked"
LABELS = {UNSENT: "未报", EXPORTED: "已导出", RECEIVED: "县局已收", LOOKED: "县局已阅"}


class CaseStatus(msgspec.Struct, frozen=True, kw_only=True):
    """One case. `state` is a key of `LABELS`, "" when this office reports to nobody.

    `above` is what the office above is called: for a village that is the town. `looked_at` may be set while
    the state is unsent: what somebody there saw was not this version.
    """

    state: str
    exported_at: dt.datetime | None = None
    received_at: dt.datetime | None = None
    looked_at: dt.datetime | None = None
    above: str = ""

    @property
    def label(self) -> str:
        """未报, 已导出, 县局已收, 县局已阅; "" when this office reports to nobody."""
        return LABELS.get(self.state, "")

    @property
    def sentence(self) -> str:
        """Who and when, for a tooltip: 江安县市场监督管理局已收（2026-11-21）."""
        at = {EXPORTED: self.exported_at, RECEIVED: self.received_at, LOOKED: self.looked_at}.get(self.state)
        words = {RECEIVED: f"{self.above}已收", LOOKED: f"{self.above}已阅"}.get(self.state, self.label)
        return f"{words}（{at:%Y-%m-%d}）" if at is not None else words


NOBODY = CaseStatus(state="")


def reports(office: OpenOffice) -> bool:
    """Whether this office reports to another at all."""
    return office.store.peers.parent() is not None


def status_of(office: OpenOffice, case_id: str) -> CaseStatus:
    """How far a case has come at the parent."""
    parent = office.store.peers.parent()
    if parent is None:
        return NOBODY
    found = office.store.deliveries.of_case(case_id)
    return CaseStatus(
        state=found.state,
        exported_at=moment(found.exported_ms),
        received_at=moment(found.received_ms),
        looked_at=moment(found.looked_ms),
        above=parent.name,
    )


def statuses_of(office: OpenOffice, case_ids: Iterable[str]) -> dict[str, CaseStatus]:
    """The same for a block of a list."""
    if office.store.peers.parent() is None:
        return dict.fromkeys(case_ids, NOBODY)
    return {case_id: status_of(office, case_id) for case_id in case_ids}


def counts(office: OpenOffice, case_ids: Iterable[str]) -> dict[str, int]:
    """How many of these cases are in each state of `LABELS`."""
    found = Counter(status.state for status in statuses_of(office, case_ids).values())
    return {state: found[state] for state in LABELS}


def looked_at(office: OpenOffice, case_id: str) -> None:
    """A person here opened a case, or acted on it: whoever sent it is told with the next package.

    Harmless for an office without others below it and for a case of its own.
    """
    if any(peer.active and peer.role == "child" for peer in office.store.peers.all()):
        with office.store.transaction():
            office.store.merge.note_looked_at(case_id)
