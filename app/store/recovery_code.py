"""The recovery code: what is printed on the recovery sheet and typed back from it on a bad day.

Eight groups of five characters without I, L, O and U. Four characters of a group carry 20 random bits,
the fifth is a check over the group and its place, so a slip of the pen is named by its group.
"""

from __future__ import annotations

import secrets
import unicodedata

from app.domain.errors import UserError

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
GROUPS = 8
GROUP_LENGTH = 5
SECRET_BYTES = 20

_VALUES = {character: value for value, character in enumerate(ALPHABET)} | {"I": 1, "L": 1, "O": 0}
_BITS = 5
_DATA_LENGTH = GROUP_LENGTH - 1
_SEPARATORS = frozenset("- —–_.·,，、")
# Multiplication in the field of 32 elements; different non-zero weights make the check character change
# with every single wrong character and every swap of neighbours.
_FIELD_POLYNOMIAL = 0b100101
_WEIGHTS = (2, 4, 8, 16)
_PLACE_WEIGHT = 13


def new_secret() -> bytes:
    """160 random bits."""
    return secrets.token_bytes(SECRET_BYTES)


def code_of(secret: bytes) -> str:
    """The code for a secret of 20 bytes, groups joined by hyphens."""
    number = int.from_bytes(secret, "big")
    count = GROUPS * _DATA_LENGTH
    values = [(number >> (_BITS * (count - 1 - at))) & 31 for at in range(count)]
    groups = []
    for place in range(GROUPS):
        data = values[place * _DATA_LENGTH : (place + 1) * _DATA_LENGTH]
        groups.append("".join(ALPHABET[value] for value in [*data, _check(data, place)]))
    return "-".join(groups)


def secret_of(code: str) -> bytes:
    """The secret behind a typed code; case, spaces, hyphens, full width and I/L/O do not matter.

    Raises UserError naming the group that cannot be right.
    """
    typed = "".join(
        c for c in unicodedata.normalize("NFKC", code).upper() if c not in _SEPARATORS and c.strip()
    )
    expected = GROUPS * GROUP_LENGTH
    if len(typed) != expected:
        raise UserError(
            f"恢复密钥应有 {GROUPS} 组、每组 {GROUP_LENGTH} 个字符，共 {expected} 个，"
            f"现在是 {len(typed)} 个，请对照恢复密钥单重新输入。"
        )
    number = 0
    for place in range(GROUPS):
        group = typed[place * GROUP_LENGTH : (place + 1) * GROUP_LENGTH]
        values = [_VALUES.get(character, -1) for character in group]
        if -1 in values or _check(values[:-1], place) != values[-1]:
            raise UserError(f"恢复密钥第 {place + 1} 组（{group}）有误，请对照恢复密钥单重新输入这一组。")
        for value in values[:-1]:
            number = number << _BITS | value
    return number.to_bytes(SECRET_BYTES, "big")


def _check(values: list[int], place: int) -> int:
    total = _times(_PLACE_WEIGHT, place + 1)
    for weight, value in zip(_WEIGHTS, values, strict=True):
        total ^= _times(weight, value)
    return total


def _times(left: int, right: int) -> int:
    product = 0
    while right:
        if right & 1:
            product ^= left
        left <<= 1
        if left & 32:
            left ^= _FIELD_POLYNOMIAL
        right >>= 1
    return product
