"""How much anything in a file from outside may be (docs/exchange-format.md §7). Sizes are bytes.

Declared sizes are compared with these before memory is asked for.
"""

from __future__ import annotations

KIB, MIB, GIB = 1024, 1024 * 1024, 1024 * 1024 * 1024

BLOCK_SIZE = 2048
LARGEST_BODY = 64 * GIB
LARGEST_CONTENT = 64 * GIB
# How much more than the body the content may be. No honest text comes near: every event carries hashes.
CONTENT_ALLOWANCE = 64 * MIB
CONTENT_RATIO = 64
LARGEST_STATEMENT = 32 * MIB
MOST_EVENTS = 5_000_000
LARGEST_EVENT = 4 * MIB
LARGEST_EVENT_BLOCK = LARGEST_EVENT + 1
USUAL_EVENT_BLOCK = 256 * KIB
MOST_ATTACHMENTS = 100_000
LARGEST_ATTACHMENT = 100 * MIB
LARGEST_MANIFEST = 4 * KIB
LARGEST_PART_LINE = 128
LARGEST_AGE_HEADER = 8 * KIB
LARGEST_WINDOW = 8 * MIB
SPOOL_IN_MEMORY = 8 * MIB
MOST_VOLUMES = 9_999
SMALLEST_VOLUME = 16 * KIB
LARGEST_DOCUMENT = 256 * KIB
LARGEST_REQUEST_STATEMENT = 128 * KIB
PIECE = 64 * KIB


def content_allowed(body: int) -> int:
    """The most a body of that size may decompress to."""
    return min(LARGEST_CONTENT, CONTENT_ALLOWANCE + CONTENT_RATIO * body)
