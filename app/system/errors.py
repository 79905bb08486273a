"""Errors of the surroundings: disk, lock, stick, a database from a newer program."""

from __future__ import annotations


class EnvironmentProblem(Exception):
    """Not the user's fault and not ours. `message` is a plain Chinese sentence with advice."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message
