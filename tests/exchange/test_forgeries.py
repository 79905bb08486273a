"""1,000 packages that somebody who should not have made them made well: all refused, each for its reason."""

from __future__ import annotations

import base64
import hashlib
import random
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from app.exchange import limits, signed_block
from app.exchange.cards import fingerprint
from app.exchange.enrolment_files import read_key_change, read_request, write_key_change, write_request
from app.exchange.node_keys import keys_from, new_keys
from app.exchange.package_reader import open_approval, open_package
from app.exchange.package_writer import write_approval
from app.exchange.refusals import Refusal, Refused
from app.exchange.signatures import Signed, as_text, first_line
from tests.exchange.parties import (
    COUNTY,
    MADE_AT,
    REVOKED,
    STATEMENT_PART,
    STATION,
    STRANGER,
    TOWN,
    address,
    body_of,
    content_of,
    event_lines,
    finished,
    forged,
    new_tally,
    packed,
    receiver,
)

ROUNDS = 50
Forgery = Callable[[Path, random.Random], None]
FORGERIES: dict[str, tuple[Forgery, Refusal]] = {}


def forgery(reason: Refusal) -> Callable[[Forgery], Forgery]:
    """Register a way to forge and how it is refused."""

    def register(make: Forgery) -> Forgery:
        FORGERIES[make.__name__] = (make, reason)
        return make

    return register


def some_events(rng: random.Random) -> list[bytes]:
    return event_lines(rng.randrange(1, 12), rng.randrange(10**6))


@forgery(Refusal.BROKEN)
def signed_by_another_peer(path: Path, rng: random.Random) -> None:
    header = address(number=rng.randrange(1, 99))
    forged(path, header, content_of(header, some_events(rng)), signer=TOWN)


@forgery(Refusal.BROKEN)
def manifest_signed_by_another_peer(path: Path, rng: random.Random) -> None:
    header = address()
    forged(path, header, content_of(header, some_events(rng), signer=rng.choice((TOWN, STRANGER, REVOKED))))


@forgery(Refusal.UNKNOWN_SENDER)
def by_a_stranger(path: Path, rng: random.Random) -> None:
    header = address(STRANGER)
    forged(path, header, content_of(header, some_events(rng), signer=STRANGER), signer=STRANGER)


@forgery(Refusal.REVOKED_SENDER)
def by_a_revoked_sender(path: Path, rng: random.Random) -> None:
    packed(path, sender=REVOKED, number=rng.randrange(1, 99), events=some_events(rng))


@forgery(Refusal.NOT_FOR_US)
def for_somebody_else(path: Path, rng: random.Random) -> None:
    packed(path, recipient=rng.choice((TOWN, STRANGER)), events=some_events(rng))


@forgery(Refusal.BROKEN)
def body_for_us_manifest_for_another(path: Path, rng: random.Random) -> None:
    """What a town got from a station, encrypted anew to the county, under a header made out to it."""
    header = address(STATION, TOWN)
    content = content_of(header, some_events(rng))
    outer = address(STATION, COUNTY)
    forged(path, outer, content)


@forgery(Refusal.BROKEN)
def passed_on_as_ones_own(path: Path, rng: random.Random) -> None:
    """A station's content under the header of the town that received it."""
    content = content_of(address(STATION, TOWN), some_events(rng), signer=STATION)
    forged(path, address(TOWN, COUNTY), content, signer=TOWN)


@forgery(Refusal.BROKEN)
def passed_on_with_a_new_manifest_of_the_author(path: Path, rng: random.Random) -> None:
    """The town's header, and a manifest that names the station as the sender, signed by the town."""
    content = content_of(address(STATION, COUNTY), some_events(rng), signer=TOWN)
    forged(path, address(TOWN, COUNTY), content, signer=TOWN)


@forgery(Refusal.BROKEN)
def header_of_another_package(path: Path, rng: random.Random) -> None:
    packed(path, number=1, events=some_events(rng))
    block = path.read_bytes()[: limits.BLOCK_SIZE]
    packed(path, number=2, events=some_events(rng))
    path.write_bytes(block + path.read_bytes()[limits.BLOCK_SIZE :])


@forgery(Refusal.BROKEN)
def header_changed_without_a_new_signature(path: Path, rng: random.Random) -> None:
    packed(path, number=1, events=some_events(rng))
    data = path.read_bytes()
    place = data.index(b'"number":1') + len(b'"number":')
    path.write_bytes(data[:place] + b"%d" % rng.randrange(2, 10) + data[place + 1 :])


@forgery(Refusal.BROKEN)
def manifest_of_another_package(path: Path, rng: random.Random) -> None:
    """The signed end of another package behind the parts of this one."""
    header = address(id=rng.randbytes(16).hex())
    parts, _ = content_of(header, event_lines(3, 1)).split(b"manifest ", 1)
    _, end = content_of(header, event_lines(3, 2)).split(b"manifest ", 1)
    forged(path, header, parts + b"manifest " + end)


@forgery(Refusal.BROKEN)
def manifest_that_lies(path: Path, rng: random.Random) -> None:
    header = address()
    lie = rng.choice(
        (
            {"number": 2},
            {"id": "2" * 32},
            {"purpose": "approval"},
            {"recipient": TOWN.fingerprint},
            {"sender": TOWN.fingerprint},
            {"events": 7},
            {"events_size": 1},
            {"events_sha256": "0" * 64},
            {"statement_sha256": "0" * 64},
            {"attachments": 1},
            {"attachments_sha256": "0" * 64},
            {"test": True},
            {"reply_to": "0" * 64},
        )
    )
    forged(path, header, content_of(header, some_events(rng)[:5], **lie))


@forgery(Refusal.BROKEN)
def a_signature_for_something_else(path: Path, rng: random.Random) -> None:
    """The right key over the right line, but as a volume, a request, a voucher."""
    packed(path, events=some_events(rng))
    data = path.read_bytes()
    line = data.split(b"\n")[1] + b"\n"
    kind = rng.choice([what for what in Signed if what is not Signed.PACKAGE])
    text = first_line(Signed.PACKAGE) + line + as_text(STATION.sign(kind, line)) + b"\n"
    path.write_bytes(text.ljust(limits.BLOCK_SIZE, b"\n") + data[limits.BLOCK_SIZE :])


@forgery(Refusal.BROKEN)
def a_signature_of_nothing(path: Path, rng: random.Random) -> None:
    packed(path, events=some_events(rng))
    data = path.read_bytes()
    first, line, _ = data.split(b"\n", 2)
    noise = rng.choice((bytes(64), rng.randbytes(64), b"\xff" * 64))
    block = first + b"\n" + line + b"\n" + base64.b64encode(noise) + b"\n"
    path.write_bytes(block.ljust(limits.BLOCK_SIZE, b"\n") + data[limits.BLOCK_SIZE :])


@forgery(Refusal.NEWER_PROGRAM)
def other_algorithms(path: Path, rng: random.Random) -> None:
    header = address()
    suite = rng.choice(
        ("none", "", "ed25519+none+sha256+zstd", "sm2+sm4+sm3+zstd", "ed25519+age-x25519+md5+zstd")
    )
    forged(path, header, content_of(header), suite=suite)


@forgery(Refusal.BROKEN)
def an_older_format(path: Path, rng: random.Random) -> None:
    packed(path, events=some_events(rng))
    version = rng.choice((b"PACKAGE 0\n", b"PACKAGE -1\n", b"PACKAGE 01\n", b"PACKAGE \n", b"PACKAGE 1 \n"))
    path.write_bytes(path.read_bytes().replace(b"PACKAGE 1\n", version, 1))


@forgery(Refusal.NEWER_PROGRAM)
def a_newer_format(path: Path, rng: random.Random) -> None:
    packed(path, events=some_events(rng))
    path.write_bytes(path.read_bytes().replace(b"PACKAGE 1\n", b"PACKAGE %d\n" % rng.randrange(2, 10), 1))


@forgery(Refusal.BROKEN)
def body_not_encrypted(path: Path, rng: random.Random) -> None:
    header = address()
    content = content_of(header, some_events(rng))
    body = rng.choice(
        (content, b"age-encryption.org/v1\n" + content, b"age-encryption.org/v1\n--- \n" + content)
    )
    whole = msgspec.structs.replace(
        header, content=len(content), body=len(body), body_sha256=hashlib.sha256(body).hexdigest()
    )
    path.write_bytes(signed_block.written(whole, STATION, Signed.PACKAGE) + body)


@forgery(Refusal.BROKEN)
def body_encrypted_to_another(path: Path, rng: random.Random) -> None:
    header = address()
    forged(path, header, content_of(header, some_events(rng)), recipient=rng.choice((TOWN, STATION)))


@forgery(Refusal.TEST_KEY)
def keys_for_tests(path: Path, rng: random.Random) -> None:
    marked = keys_from("a" * 32, "测试", "", rng.randbytes(32), rng.randbytes(32), test=True)
    packed(path, sender=rng.choice((marked, STATION)), recipient=COUNTY, events=some_events(rng))
    header = address(marked, test=True)
    forged(path, header, content_of(header, signer=marked), signer=marked)


@forgery(Refusal.WRONG_PURPOSE)
def an_approval_as_a_package(path: Path, rng: random.Random) -> None:
    write_approval(
        path, STATION, COUNTY.card, request_sha256=rng.randbytes(32).hex(), made_at=MADE_AT, statement=b"{}"
    )


def test_there_are_a_thousand() -> None:
    assert len(FORGERIES) * ROUNDS >= 1000


@pytest.mark.parametrize("name", list(FORGERIES))
def test_forgeries_are_refused(name: str, tmp_path: Path) -> None:
    make, reason = FORGERIES[name]
    path, reading, rng = tmp_path / "forged.yzt", receiver(tmp_path / "spool"), random.Random(name)
    outcomes: Counter[Refusal] = Counter()
    for _ in range(ROUNDS):
        make(path, rng)
        with pytest.raises(Refused) as refused:
            open_package(path, reading)
        outcomes[refused.value.code] += 1
    assert outcomes == {reason: ROUNDS}
    assert not list((tmp_path / "spool").iterdir())


def test_what_the_forger_makes_opens_when_it_is_honest(tmp_path: Path) -> None:
    """Otherwise the forgeries might be refused for a mistake of the test."""
    header = address()
    forged(tmp_path / "p", header, content_of(header, event_lines(4)))
    with open_package(tmp_path / "p", receiver(tmp_path)) as package:
        assert list(package.events()) == event_lines(4)


def test_a_body_may_have_several_recipients_and_a_peer_card_must_fit(tmp_path: Path) -> None:
    """The list of peers is asked by fingerprint; an entry filed under another one does not count."""
    packed(tmp_path / "p")
    wrong = msgspec.structs.replace(
        receiver(tmp_path), peer={STATION.fingerprint: receiver(tmp_path).peer(TOWN.fingerprint)}.get
    )
    with pytest.raises(Refused) as refused:
        open_package(tmp_path / "p", wrong)
    assert refused.value.code is Refusal.UNKNOWN_SENDER
    assert body_of(b"x") != body_of(b"x"), "each body has a key of its own"


def test_replayed_enrolment(tmp_path: Path) -> None:
    """An answer counts for the request it answers, once the keys are those of the applicant."""
    applicant, impostor = new_keys("7" * 32, "新站"), new_keys("7" * 32, "新站")
    first = write_request(tmp_path / "first", applicant, made_at=MADE_AT)
    second = write_request(tmp_path / "second", applicant, made_at=MADE_AT)
    assert first.sha256 != second.sha256
    path = tmp_path / "approval"

    def answer(sha256: str, to: str = "") -> None:
        card = impostor.card if to else applicant.card
        write_approval(path, COUNTY, card, request_sha256=sha256, made_at=MADE_AT, statement=b"{}")

    def code(sha256: str) -> Refusal:
        with pytest.raises(Refused) as refused:
            open_approval(path, [applicant], sha256, tmp_path)
        return refused.value.code

    answer(first.sha256)
    with open_approval(path, [applicant], first.sha256, tmp_path) as approval:
        assert approval.sender_card == COUNTY.card
    assert code(second.sha256) is Refusal.WRONG_REPLY
    answer(first.sha256, to="impostor")
    assert code(first.sha256) is Refusal.NOT_FOR_US
    packed(path, recipient=applicant)
    assert code(first.sha256) is Refusal.WRONG_PURPOSE
    # Somebody else's card in the header, signed by the one who put it there.
    header = address(
        STRANGER, applicant, purpose="approval", number=0, reply_to=first.sha256, card=COUNTY.card
    )
    forged(path, header, content_of(header, signer=STRANGER), signer=STRANGER, recipient=applicant)
    assert code(first.sha256) is Refusal.BROKEN
    header = address(COUNTY, applicant, purpose="approval", number=0, reply_to=first.sha256, card=COUNTY.card)
    forged(path, header, content_of(header, signer=STRANGER), signer=STRANGER, recipient=applicant)
    assert code(first.sha256) is Refusal.BROKEN
    # The county's fingerprint in front, the keys of a stranger behind it, and all of it signed by those.
    lie = {"purpose": "approval", "number": 0, "reply_to": first.sha256, "card": STRANGER.card}
    header = address(COUNTY, applicant, **lie)
    forged(path, header, content_of(header, signer=STRANGER), signer=STRANGER, recipient=applicant)
    assert code(first.sha256) is Refusal.BROKEN


def test_an_attachment_that_is_not_its_hash(tmp_path: Path) -> None:
    """The manifest lists names and sizes; what is inside is held to its name."""
    for content, taken in ((b"paper", True), (b"pape?", False)):
        header, tally = address(), new_tally()
        name = hashlib.sha256(b"paper").hexdigest()
        tally.add_attachment(name, len(content))
        parts = STATEMENT_PART + b"attachment %b %d\n%b\n" % (name.encode(), len(content), content)
        forged(tmp_path / "p", header, finished(parts, tally, header))
        if taken:
            open_package(tmp_path / "p", receiver(tmp_path)).close()
        else:
            with pytest.raises(Refused) as refused:
                open_package(tmp_path / "p", receiver(tmp_path))
            assert refused.value.detail == "attachment with another hash"


def test_forged_requests(tmp_path: Path) -> None:
    path = tmp_path / "request"
    write_request(path, STATION, made_at=MADE_AT, statement=b'{"a":1}')
    good = path.read_bytes()
    assert fingerprint(read_request(path).card) == STATION.fingerprint
    first, line, signature = good.split(b"\n")[:3]
    swapped = line.replace(STATION.card.age.encode(), STRANGER.card.age.encode())
    renamed = line.replace("青山镇".encode(), "红旗镇".encode())
    assert len({line, swapped, renamed}) == 3
    mine = as_text(STRANGER.sign(Signed.REQUEST, swapped + b"\n"))
    for lines in ((swapped, signature), (renamed, signature), (swapped, mine), (line, signature, signature)):
        path.write_bytes(b"\n".join((first, *lines, b"")))
        with pytest.raises(Refused) as refused:
            read_request(path)
        assert refused.value.code is Refusal.BROKEN
    for place in range(len(good)):
        path.write_bytes(good[:place] + bytes([good[place] ^ 1 << place % 8]) + good[place + 1 :])
        with pytest.raises(Refused):
            read_request(path)
        path.write_bytes(good[:place])
        with pytest.raises(Refused):
            read_request(path)


def test_forged_changes_of_keys(tmp_path: Path) -> None:
    path, reading = tmp_path / "change", receiver(tmp_path)
    new = new_keys(STATION.card.node, STATION.card.name, STATION.card.code)
    write_key_change(path, STATION, new, COUNTY.card, made_at=MADE_AT)
    assert read_key_change(path, reading).card == new.card
    good = path.read_bytes()
    first, line, by_old, by_new = good.split(b"\n")[:4]

    def code(*lines: bytes) -> Refusal:
        path.write_bytes(b"\n".join((first, *lines, b"")))
        with pytest.raises(Refused) as refused:
            read_key_change(path, reading)
        return refused.value.code

    stranger = as_text(STRANGER.sign(Signed.KEY_CHANGE, line + b"\n"))
    assert code(line, stranger, by_new) is Refusal.BROKEN
    assert code(line, by_old, stranger) is Refusal.BROKEN
    assert code(line, by_new, by_old) is Refusal.BROKEN
    assert code(line, by_old) is Refusal.BROKEN
    assert code(line.replace(b'"node":"aaaa', b'"node":"bbbb'), by_old, by_new) is Refusal.BROKEN
    write_key_change(path, STATION, new, TOWN.card, made_at=MADE_AT)
    assert code(*path.read_bytes().split(b"\n")[1:4]) is Refusal.NOT_FOR_US
    write_key_change(path, STRANGER, new_keys("d" * 32, "x"), COUNTY.card, made_at=MADE_AT)
    assert code(*path.read_bytes().split(b"\n")[1:4]) is Refusal.UNKNOWN_SENDER
    write_key_change(path, REVOKED, new_keys("e" * 32, "x"), COUNTY.card, made_at=MADE_AT)
    assert code(*path.read_bytes().split(b"\n")[1:4]) is Refusal.REVOKED_SENDER
    with pytest.raises(ValueError, match="same node"):
        write_key_change(path, STATION, STRANGER, COUNTY.card, made_at=MADE_AT)
    # A peer that signs itself over to another node.
    other = new_keys("f" * 32, "别的单位")
    body = line.replace(msgspec.json.encode(new.card), msgspec.json.encode(other.card))
    signatures = (as_text(keys.sign(Signed.KEY_CHANGE, body + b"\n")) for keys in (STATION, other))
    assert code(body, *signatures) is Refusal.BROKEN


def test_a_document_larger_than_any_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "huge"
    with path.open("wb") as file:
        file.write(b"YIZHANTONG REQUEST 1\n")
        file.truncate(5 * limits.GIB)
    with pytest.raises(Refused) as refused:
        read_request(path)
    assert refused.value.code is Refusal.TOO_LARGE
