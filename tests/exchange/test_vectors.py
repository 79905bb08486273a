"""The published vectors open to the same content with our reader, with the independent one, and with age."""

from __future__ import annotations

import base64
import hashlib
import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from app.exchange.bech32 import decoded
from app.exchange.cards import PUBLISHED_TEST_KEYS, Card, fingerprint
from app.exchange.enrolment_files import read_key_change, read_request
from app.exchange.node_keys import NodeKeys, keys_from
from app.exchange.package_reader import Peer, Receiver, open_approval, open_package
from app.exchange.refusals import Refusal, Refused
from app.exchange.volumes import gather, join, split_package
from tests.exchange import independent_reader
from tests.exchange.parties import COUNTY, event_lines, packed

VECTORS = Path(__file__).resolve().parent.parent / "data" / "exchange"
VERSIONS = sorted(path for path in VECTORS.iterdir() if path.is_dir())


@pytest.fixture(params=VERSIONS, ids=lambda path: path.name)
def vectors(request: pytest.FixtureRequest) -> Path:
    version: Path = request.param
    return version


@pytest.fixture
def expected(vectors: Path) -> dict[str, Any]:
    told: dict[str, Any] = json.loads((vectors / "expected.json").read_text(encoding="utf-8"))
    return told


def keys_of(expected: dict[str, Any], word: str, name: str, code: str) -> NodeKeys:
    given = expected["keys"][word]
    secret = decoded("age-secret-key-", given["age_identity"].lower())
    return keys_from(given["node"], name, code, bytes.fromhex(given["sign_seed"]), secret, test=True)


def station(expected: dict[str, Any]) -> NodeKeys:
    return keys_of(expected, "station", "测试消保站", "CS")


def county(expected: dict[str, Any]) -> NodeKeys:
    return keys_of(expected, "county", "测试县局", "XJ")


def reading(own: NodeKeys, other: NodeKeys, spool: Path, *, allow_test: bool = True) -> Receiver:
    peers = {other.fingerprint: Peer(other.card)}
    return Receiver(
        keys=(own,),
        peer=peers.get,
        received=frozenset[str]().__contains__,
        spool=spool,
        allow_test=allow_test,
    )


def check(read: independent_reader.Read, expected: dict[str, Any]) -> None:
    assert read.statement.decode() == expected["statement"]
    assert len(read.events) == expected["events"]
    joined = b"".join(event + b"\n" for event in read.events)
    assert hashlib.sha256(joined).hexdigest() == expected["events_sha256"]
    assert sorted(read.attachments) == expected["attachments"]


def test_our_reader_opens_them(vectors: Path, expected: dict[str, Any], tmp_path: Path) -> None:
    receiver = reading(county(expected), station(expected), tmp_path)
    with open_package(vectors / "package.yzt", receiver) as package:
        attachments: dict[str, bytes] = {}
        for attachment in package.attachments():
            attachments[attachment.sha256] = b"".join(iter(attachment.read, b""))
        assert package.header.id == expected["package"]
        assert package.header.number == 7
        events = list(package.events())
        check(independent_reader.Read({}, {}, package.statement, events, attachments), expected)
    with open_package(vectors / "empty.yzt", reading(station(expected), county(expected), tmp_path)) as empty:
        assert (empty.statement, list(empty.events()), list(empty.attachments())) == (b"", [], [])


def test_the_independent_reader_opens_them(vectors: Path, expected: dict[str, Any]) -> None:
    identity = expected["keys"]["county"]["age_identity"]
    key = expected["keys"]["station"]["sign"]
    opened = independent_reader.by_pyrage(identity)
    check(independent_reader.read_package(vectors / "package.yzt", key, opened), expected)
    volumes = sorted(vectors.glob("package.*.yzv"), reverse=True)
    assert len(volumes) == expected["volumes"] > 1
    assert independent_reader.join_volumes(volumes, key) == (vectors / "package.yzt").read_bytes()


def test_the_age_tool_opens_them(vectors: Path, expected: dict[str, Any], tmp_path: Path) -> None:
    age = shutil.which("age")
    if age is None:
        pytest.skip("the age tool is not installed")
    identity = tmp_path / "identity"
    identity.write_text(expected["keys"]["county"]["age_identity"] + "\n", encoding="ascii")

    def opened(body: bytes) -> bytes:
        return subprocess.run([age, "-d", "-i", identity], input=body, capture_output=True, check=True).stdout

    key = expected["keys"]["station"]["sign"]
    check(independent_reader.read_package(vectors / "package.yzt", key, opened), expected)


def test_enrolment_files(vectors: Path, expected: dict[str, Any], tmp_path: Path) -> None:
    keys = expected["keys"]
    request = read_request(vectors / "request.yzr", allow_test=True)
    told = independent_reader.read_document(vectors / "request.yzr", "REQUEST", [keys["station"]["sign"]])
    assert request.sha256 == expected["request_sha256"]
    assert base64.b64decode(told["statement"]) == request.statement == expected["statement"].encode()
    with open_approval(
        vectors / "approval.yzt", [station(expected)], request.sha256, tmp_path, allow_test=True
    ) as approval:
        assert approval.sender_card == county(expected).card
        assert approval.statement.decode() == expected["statement"]
    change = read_key_change(
        vectors / "keychange.yzk", reading(county(expected), station(expected), tmp_path)
    )
    signers = [keys["station"]["sign"], keys["renewed"]["sign"]]
    independent_reader.read_document(vectors / "keychange.yzk", "KEYCHANGE", signers)
    assert fingerprint(change.card) == keys["renewed"]["fingerprint"]


def test_volumes(vectors: Path, expected: dict[str, Any], tmp_path: Path) -> None:
    receiver = reading(county(expected), station(expected), tmp_path)
    (found,) = gather(vectors.glob("*.yzv"), receiver).sets
    join(found, tmp_path / "joined.yzt")
    assert (tmp_path / "joined.yzt").read_bytes() == (vectors / "package.yzt").read_bytes()


def test_fingerprints(expected: dict[str, Any]) -> None:
    for given in expected["keys"].values():
        identity = decoded("age-secret-key-", given["age_identity"].lower())
        public = X25519PrivateKey.from_private_bytes(identity).public_key().public_bytes_raw()
        told = independent_reader.fingerprint(given["sign"], public, test=True)
        card = Card(node=given["node"], name="任意", code="", test=True, sign=given["sign"], age=given["age"])
        assert told == fingerprint(card) == given["fingerprint"]


def test_published_keys_are_refused_outside_of_tests(
    vectors: Path, expected: dict[str, Any], tmp_path: Path
) -> None:
    assert {given["sign"] for given in expected["keys"].values()} == PUBLISHED_TEST_KEYS
    strict = reading(county(expected), station(expected), tmp_path, allow_test=False)
    for name in (
        "package.yzt",
        "keychange.yzk",
        "request.yzr",
        "unmarked.yzr",
        "approval.yzt",
        "package.1of2.yzv",
    ):
        with pytest.raises(Refused) as refused:
            _open_strictly(vectors / name, strict, expected)
        assert refused.value.code is Refusal.TEST_KEY, name


def test_published_keys_without_their_mark_are_refused_too(expected: dict[str, Any], tmp_path: Path) -> None:
    """Somebody enrolled them by mistake: everybody could write in that office's name."""
    given = expected["keys"]["station"]
    secret = decoded("age-secret-key-", given["age_identity"].lower())
    seed = bytes.fromhex(given["sign_seed"])
    unmarked = keys_from(given["node"], "测试消保站", "CS", seed, secret, test=False)
    packed(tmp_path / "p.yzt", sender=unmarked, events=event_lines(3))
    split_package(tmp_path / "p.yzt", tmp_path, unmarked, 16 * 1024, lambda n, m: f"{n}.yzv")
    strict = reading(COUNTY, unmarked, tmp_path, allow_test=False)
    with pytest.raises(Refused) as refused:
        open_package(tmp_path / "p.yzt", strict)
    assert refused.value.code is Refusal.TEST_KEY
    assert gather([tmp_path / "1.yzv"], strict).refused[0][1].code is Refusal.TEST_KEY


def _open_strictly(path: Path, strict: Receiver, expected: dict[str, Any]) -> None:
    if path.suffix == ".yzr":
        read_request(path)
    elif path.suffix == ".yzk":
        read_key_change(path, strict)
    elif path.suffix == ".yzv":
        raise gather([path], strict).refused[0][1]
    elif path.name == "approval.yzt":
        open_approval(path, [station(expected)], expected["request_sha256"], strict.spool)
    else:
        open_package(path, strict)
