"""Checking that the record is whole, and making the projections again from it."""

from __future__ import annotations

from collections.abc import Callable

from app.services.changes import Changes
from app.services.office import OpenOffice

Progress = Callable[[int, int], None]


def verify(office: OpenOffice, progress: Progress | None = None) -> list[str]:
    """What is wrong with database, chains, projections or attachments, in Chinese; empty when nothing."""
    return office.store.verify(progress)


def tidy(office: OpenOffice, keep_on: Callable[[], None]) -> None:
    """Take what was saved lately into the search index; `keep_on` is asked between steps and may raise."""
    while office.store.tidy():
        keep_on()


def rebuild(office: OpenOffice, progress: Progress | None = None) -> Changes:
    """Make every projection again from the log, to the same bytes."""
    office.store.rebuild(progress)
    return Changes.CASES
