"""Danger told of at the counter: the alert is written with the registration, or neither is.

Words found by `services.triage` are a hint; a person may say that there is no danger.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

import msgspec

from app.domain.danger import Danger, highest
from app.domain.matter.events import AlertRaised
from app.services import casework
from app.services.office import OpenOffice


class Saved(Protocol):
    """What registering returns, of one case or of linked ones: the first case."""

    @property
    def case_id(self) -> str:
        """Its id."""
        ...


R = TypeVar("R", bound=Saved)


class Alert(msgspec.Struct, frozen=True, kw_only=True):
    """What is to be recorded: the dangers found in the words, and who was told of them."""

    dangers: tuple[Danger, ...]
    told: str


def register_with_alert(office: OpenOffice, register: Callable[[], R], alert: Alert | None) -> R:
    """Register a case and raise its alert in one transaction; without one it only registers.

    Raises what `register` raises, and InvalidFields for `told` when nobody is named.
    """
    if alert is None or not alert.dangers:
        return register()
    with office.store.transaction():
        saved = register()
        casework.record(office, saved.case_id, raised(office, alert.dangers, alert.told))
    return saved


def raised(office: OpenOffice, dangers: Sequence[Danger], told: str) -> AlertRaised:
    """The event for these dangers, at this moment."""
    words = tuple(dict.fromkeys(word for danger in dangers for word in danger.words))
    return AlertRaised(
        level=highest(dangers),
        words=words,
        told=told.strip(),
        at=office.clock.now().replace(microsecond=0),
        by=office.operator.name,
        note="；".join(dict.fromkeys(danger.label for danger in dangers)),
    )
