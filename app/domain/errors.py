"""Errors a person at the counter can act on.

Three kinds exist in the program: `UserError` (this module: the input or the step is wrong),
`app.system.errors.EnvironmentProblem` (disk, lock, stick, newer database), and everything else,
which is a defect of ours and goes to the crash page and the log.
"""

from __future__ import annotations


class UserError(Exception):
    """The user's error. `message` is one plain Chinese sentence: what happened, why, what to do now."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class InvalidFields(UserError):
    """Several fields are wrong at once. `problems` maps a field path to its Chinese sentence."""

    def __init__(self, problems: dict[str, str]) -> None:
        super().__init__("；".join(problems.values()))
        self.problems = dict(problems)
