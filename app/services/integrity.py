"""Checking that the record is whole, and making the projections again from it."""

from __future__ import annotations

from collections.abc import Callable

from app.services.changes import Changes
from app.services.exchange import peers
from app.services.office import OpenOffice

Progress = Callable[[int, int], None]


def verify(office: OpenOffice, progress: Progress | None = None) -> list[str]:
    """What is wrong with database, chains, projections or attachments, in Chinese; empty when nothing."""
    return office.store.verify(progress)


def state_hash(office: OpenOffice, peer: str | None = None) -> str:
    """What all cases add up to, or those shared with a peer (`exchange.peers.find`); equal on both sides
    when everything was exchanged."""
    return office.store.state_hash(None if peer is None else peers.find(office, peer).node)


def tidy(office: OpenOffice, keep_on: Callable[[], None]) -> None:
    """Take what was saved lately into the search index; `keep_on` is asked between steps and may raise."""
    while office.store.tidy():
        keep_on()


def rebuild(office: OpenOffice, progress: Progress | None = None) -> Changes:
    """Make every projection again from the log, to the same bytes."""
    office.store.rebuild(progress)
    return Changes.CASES
