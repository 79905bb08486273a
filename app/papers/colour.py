"""The sRGB colour profile that PDF/A asks every document to name, in less than 500 bytes."""

from __future__ import annotations

import struct
from functools import cache

# Primaries, white and adaptation of sRGB (IEC 61966-2-1) as ICC.1 keeps them: relative to D50.
_RED, _GREEN, _BLUE = (0.4360, 0.2225, 0.0139), (0.3851, 0.7169, 0.0971), (0.1431, 0.0606, 0.7141)
_WHITE = (0.9642, 1.0, 0.8249)
_FROM_D65 = (1.0479, 0.0229, -0.0502, 0.0296, 0.9904, -0.0171, -0.0092, 0.0151, 0.7517)
# Y = (aX + b)^g above d, cX below it.
_CURVE = (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)


@cache
def srgb_profile() -> bytes:
    """A version 4 display profile of sRGB."""
    curve = struct.pack(">4s4xHxx", b"para", 3) + _fixed(_CURVE)
    tags = [
        (b"desc", _text("sRGB")),
        (b"cprt", _text("CC0")),
        (b"wtpt", _xyz(_WHITE)),
        (b"chad", b"sf32\0\0\0\0" + _fixed(_FROM_D65)),
        (b"rXYZ", _xyz(_RED)),
        (b"gXYZ", _xyz(_GREEN)),
        (b"bXYZ", _xyz(_BLUE)),
        (b"rTRC", curve),
        (b"gTRC", curve),
        (b"bTRC", curve),
    ]
    start = 128 + 4 + 12 * len(tags)
    places: dict[bytes, int] = {}
    body = b""
    for _, content in tags:
        if content not in places:
            places[content] = start + len(body)
            body += content + b"\0" * (-len(content) % 4)
    listing = b"".join(struct.pack(">4sLL", tag, places[content], len(content)) for tag, content in tags)
    return _header(start + len(body)) + struct.pack(">L", len(tags)) + listing + body


def _header(size: int) -> bytes:
    """Display profile RGB to XYZ, version 4.2, dated on the day of the standard, perceptual intent."""
    return (
        struct.pack(">L4xL4s4s4s", size, 0x04200000, b"mntr", b"RGB ", b"XYZ ")
        + struct.pack(">6H4s", 1999, 10, 1, 0, 0, 0, b"acsp")
        + bytes(28)
        + _fixed(_WHITE)
        + bytes(48)
    )


def _fixed(values: tuple[float, ...]) -> bytes:
    return struct.pack(f">{len(values)}l", *(round(value * 65536) for value in values))


def _xyz(values: tuple[float, ...]) -> bytes:
    return b"XYZ \0\0\0\0" + _fixed(values)


def _text(text: str) -> bytes:
    encoded = text.encode("utf-16-be")
    return struct.pack(">4s4xLL2s2sLL", b"mluc", 1, 12, b"en", b"US", len(encoded), 28) + encoded
