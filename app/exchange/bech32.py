"""Keys of age as people see them (age1…, AGE-SECRET-KEY-1…) to and from their 32 bytes: BIP 173 bech32.

age drops the length limit of BIP 173, nothing else; the check digits are the same.
"""

from __future__ import annotations

_LETTERS = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_GENERATORS = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)
_CHECK_SIZE = 6
_LONGEST = 128


def encoded(prefix: str, data: bytes) -> str:
    """`data` as bech32 in lower case."""
    words = _regrouped(data, 8, 5, pad=True)
    assert words is not None, "padding always fits"
    check = _polymod([*_expanded(prefix), *words, *([0] * _CHECK_SIZE)]) ^ 1
    words += [check >> 5 * (_CHECK_SIZE - 1 - place) & 31 for place in range(_CHECK_SIZE)]
    return f"{prefix}1" + "".join(_LETTERS[word] for word in words)


def decoded(prefix: str, text: str) -> bytes:
    """The bytes of a lower-case bech32 text with that prefix; ValueError for anything else."""
    start = f"{prefix}1"
    if len(text) > _LONGEST or not text.startswith(start) or len(text) < len(start) + _CHECK_SIZE:
        raise ValueError("not bech32 with this prefix")
    words = [_LETTERS.find(letter) for letter in text[len(start) :]]
    if -1 in words or _polymod([*_expanded(prefix), *words]) != 1:
        raise ValueError("bech32 check digits do not fit")
    data = _regrouped(words[:-_CHECK_SIZE], 5, 8, pad=False)
    if data is None:
        raise ValueError("bech32 with odd bits at the end")
    return bytes(data)


def _expanded(prefix: str) -> list[int]:
    return [ord(letter) >> 5 for letter in prefix] + [0] + [ord(letter) & 31 for letter in prefix]


def _polymod(words: list[int]) -> int:
    check = 1
    for word in words:
        top = check >> 25
        check = (check & 0x1FFFFFF) << 5 ^ word
        for place, generator in enumerate(_GENERATORS):
            if top >> place & 1:
                check ^= generator
    return check


def _regrouped(words: bytes | list[int], width: int, into: int, *, pad: bool) -> list[int] | None:
    """The same bits in groups of another width; None when left-over bits are not zero padding."""
    gathered, bits, groups = 0, 0, list[int]()
    for word in words:
        gathered = gathered << width | word
        bits += width
        while bits >= into:
            bits -= into
            groups.append(gathered >> bits & ((1 << into) - 1))
        gathered &= (1 << bits) - 1
    if pad:
        if bits:
            groups.append(gathered << (into - bits) & ((1 << into) - 1))
    elif bits >= width or gathered:
        return None
    return groups
