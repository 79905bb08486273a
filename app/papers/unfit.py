"""The one reason why a file does not become pages of a case file; it is listed there and kept as it is."""

from __future__ import annotations


class Unfit(Exception):
    """`reason` is a few Chinese words for the catalogue."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
