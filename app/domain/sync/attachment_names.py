"""Which files an event refers to, found without knowing its type."""

from __future__ import annotations

import re

_NAMED = re.compile(r'"sha256":"([0-9a-f]{64})"')


def attachment_names(payload: str) -> tuple[str, ...]:
    """SHA-256 of every attachment and issued paper a canonical payload names, in order, each once."""
    if '"sha256"' not in payload:
        return ()
    return tuple(dict.fromkeys(_NAMED.findall(payload)))
