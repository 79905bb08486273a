"""The recovery code survives being written down and typed, and names the group with the slip."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import UserError
from app.store.recovery_code import (
    ALPHABET,
    GROUP_LENGTH,
    GROUPS,
    SECRET_BYTES,
    code_of,
    new_secret,
    secret_of,
)

SECRETS = st.binary(min_size=SECRET_BYTES, max_size=SECRET_BYTES)
PLACES = st.integers(0, GROUPS - 1)
INSIDE = st.integers(0, GROUP_LENGTH - 1)


@given(SECRETS)
def test_there_and_back(secret: bytes) -> None:
    code = code_of(secret)
    assert re.fullmatch(rf"[{ALPHABET}]{{5}}(-[{ALPHABET}]{{5}}){{7}}", code)
    assert secret_of(code) == secret


@given(SECRETS)
def test_however_it_is_typed(secret: bytes) -> None:
    code = code_of(secret)
    full_width = "".join(chr(ord(c) + 0xFEE0) if c.isalnum() else c for c in code)
    for typed in (code.lower(), code.replace("-", " "), code.replace("-", ""), full_width, f"  {code}\n"):
        assert secret_of(typed) == secret
    assert secret_of(code.replace("0", "o").replace("1", "l")) == secret


@given(SECRETS, PLACES, INSIDE, st.sampled_from(ALPHABET))
def test_one_wrong_character_names_its_group(secret: bytes, place: int, inside: int, wrong: str) -> None:
    groups = code_of(secret).split("-")
    group = groups[place]
    if group[inside] == wrong:
        return
    groups[place] = group[:inside] + wrong + group[inside + 1 :]
    with pytest.raises(UserError, match=f"第 {place + 1} 组"):
        secret_of("-".join(groups))


@given(SECRETS, PLACES, st.integers(0, GROUP_LENGTH - 2))
def test_two_swapped_neighbours_name_their_group(secret: bytes, place: int, inside: int) -> None:
    groups = code_of(secret).split("-")
    group = groups[place]
    swapped = group[:inside] + group[inside + 1] + group[inside] + group[inside + 2 :]
    if swapped == group:
        return
    groups[place] = swapped
    with pytest.raises(UserError, match=f"第 {place + 1} 组"):
        secret_of("-".join(groups))


@given(SECRETS, PLACES, PLACES)
def test_two_swapped_groups_are_noticed(secret: bytes, one: int, other: int) -> None:
    groups = code_of(secret).split("-")
    if one == other:
        return
    groups[one], groups[other] = groups[other], groups[one]
    first = min(one, other)
    with pytest.raises(UserError, match=f"第 {first + 1} 组"):
        secret_of("-".join(groups))


@given(SECRETS, PLACES, INSIDE, st.sampled_from("Uu!王"))
def test_a_character_that_is_never_printed(secret: bytes, place: int, inside: int, wrong: str) -> None:
    groups = code_of(secret).split("-")
    groups[place] = groups[place][:inside] + wrong + groups[place][inside + 1 :]
    with pytest.raises(UserError, match=f"第 {place + 1} 组"):
        secret_of("-".join(groups))


@pytest.mark.parametrize("typed", ["", "ABCDE", "0" * 39, "0" * 41])
def test_a_wrong_length_says_how_many(typed: str) -> None:
    with pytest.raises(UserError, match=f"共 40 个，现在是 {len(typed)} 个"):
        secret_of(typed)


def test_secrets_differ() -> None:
    assert new_secret() != new_secret()
