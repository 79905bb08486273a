"""Keys: sealed to one database, marked, told apart by a fingerprint over both of them."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.exchange.cards import LONGEST_NAME, Card, check_card, fingerprint, is_test, spoken
from app.exchange.node_keys import (
    KEYS_NAME,
    first_ring,
    generation_of,
    load_keys,
    new_keys,
    next_ring,
    renamed,
    save_keys,
    seal,
    unseal,
)
from app.exchange.signatures import Signed, is_signed
from app.system.errors import EnvironmentProblem
from tests.exchange.parties import COUNTY, STATION, TOWN

DATABASE_KEY = bytes(range(32))


def test_keys_come_back_from_their_file(tmp_path: Path) -> None:
    assert load_keys(tmp_path, DATABASE_KEY) is None
    ring = next_ring(first_ring(STATION), new_keys("a" * 32, "青山镇消保站", "QS"))
    save_keys(tmp_path, ring, DATABASE_KEY)
    path = tmp_path / KEYS_NAME
    assert load_keys(tmp_path, DATABASE_KEY) == ring
    assert (generation_of(path.read_bytes()), ring.all()[1]) == (2, STATION)
    assert path.stat().st_mode & 0o077 == 0
    assert seal(ring, DATABASE_KEY) != seal(ring, DATABASE_KEY)


def test_no_secret_is_readable(tmp_path: Path) -> None:
    sealed = seal(first_ring(STATION), DATABASE_KEY)
    for secret in (STATION.sign_seed, STATION.identity, STATION.card.name):
        assert secret.encode() not in sealed
        assert secret.lower().encode() not in sealed
        assert secret not in repr(STATION) + repr(first_ring(STATION))


def test_another_database_does_not_open_them() -> None:
    with pytest.raises(EnvironmentProblem, match="不属于这个数据库"):
        unseal(seal(first_ring(STATION), DATABASE_KEY), bytes(32))


def test_a_changed_file_does_not_open() -> None:
    sealed = seal(first_ring(STATION), DATABASE_KEY)
    for place in range(len(sealed)):
        changed = sealed[:place] + bytes([sealed[place] ^ 1]) + sealed[place + 1 :]
        with pytest.raises(EnvironmentProblem):
            unseal(changed, DATABASE_KEY)
    lifted = msgspec.json.encode({**msgspec.json.decode(sealed), "generation": 99})
    with pytest.raises(EnvironmentProblem, match="损坏"):
        unseal(lifted, DATABASE_KEY)
    newer = msgspec.json.encode({**msgspec.json.decode(sealed), "format": 2, "more": 1})
    with pytest.raises(EnvironmentProblem, match="更新版本"):
        unseal(newer, DATABASE_KEY)
    for data in (b"", b"[]", b"{}", b"\xff", b"null"):
        with pytest.raises(EnvironmentProblem):
            unseal(data, DATABASE_KEY)


def test_a_new_name_keeps_the_fingerprint() -> None:
    ring = renamed(first_ring(STATION), "青山镇消费维权服务站", "QS01")
    assert ring.present.fingerprint == STATION.fingerprint
    assert ring.present.card.code == "QS01"
    with pytest.raises(ValueError, match="not seen"):
        renamed(ring, "青山镇\u202e站", "")


def test_the_fingerprint_covers_both_keys_and_the_mark() -> None:
    card = STATION.card
    others = [
        msgspec.structs.replace(card, sign=TOWN.card.sign),
        msgspec.structs.replace(card, age=TOWN.card.age),
        msgspec.structs.replace(card, test=True),
    ]
    assert len({fingerprint(each) for each in (card, *others)}) == 4
    assert fingerprint(msgspec.structs.replace(card, name="别名", code="X")) == fingerprint(card)
    assert (is_test(card), is_test(others[2])) == (False, True)


def test_groups_for_the_phone() -> None:
    groups = spoken(STATION.fingerprint).split(" ")
    assert [len(group) for group in groups] == [4] * 6
    assert "".join(groups).lower() == STATION.fingerprint[:24]
    assert len(groups) * 16 >= 80


@given(st.text(max_size=LONGEST_NAME))
def test_names_show_all_they_have(name: str) -> None:
    card = msgspec.structs.replace(STATION.card, name=name)
    try:
        check_card(card)
    except ValueError:
        return
    assert name == name.strip() != ""
    assert name.isprintable()


@pytest.mark.parametrize(
    "lie",
    [
        {"node": "A" * 32},
        {"node": "a" * 31},
        {"node": "../" + "a" * 29},
        {"sign": "0" * 63},
        {"sign": "g" * 64},
        {"name": ""},
        {"name": "字" * 61},
        {"name": "站\n"},
        {"name": "站\u200b"},
        {"code": "x" * 17},
        {"code": "\u202e"},
        {"age": "age1qqqq"},
        {"age": STATION.card.age.upper()},
        {"age": STATION.identity},
        {"age": ""},
    ],
)
def test_cards_of_another_shape(lie: dict[str, str]) -> None:
    card: Card = msgspec.structs.replace(STATION.card, **lie)
    with pytest.raises(ValueError, match=r"shape|too long|not seen|bech32|size"):
        check_card(card)


def test_a_signature_serves_for_one_thing() -> None:
    public, message = bytes.fromhex(STATION.card.sign), "凭证".encode()
    for what in Signed:
        signature = STATION.sign(what, message)
        assert [kind for kind in Signed if is_signed(public, kind, message, signature)] == [what]
        assert not is_signed(public, what, message + b"x", signature)
        assert not is_signed(bytes.fromhex(COUNTY.card.sign), what, message, signature)
        assert not is_signed(public, what, message, signature[:-1])
        assert not is_signed(b"short", what, message, signature)
