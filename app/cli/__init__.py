"""The same services without a window: words in, text or JSON out, an exit code a script can trust."""

from __future__ import annotations

from app.cli.program import run

__all__ = ["run"]
