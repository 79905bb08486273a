"""Names that could lead elsewhere are refused wherever a name is taken; ours are recognised and made safe."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.exchange.file_names import (
    LONGEST_NAME,
    FileKind,
    approval_name,
    check_name,
    explanation_name,
    key_change_name,
    kind_of,
    label,
    package_name,
    request_name,
    volume_name,
)
from app.exchange.refusals import Refusal, Refused

FINGERPRINT = "4f2a91c0" * 8
_DEVICES = (
    "con",
    "prn",
    "aux",
    "nul",
    "com0",
    "com1",
    "com9",
    "lpt1",
    "lpt9",
    "COM¹",
    "LPT²",
    "conin$",
    "CONOUT$",
)
_PATHS = (
    "../{}",
    "../../etc/{}",
    "..\\{}",
    "..\\..\\windows\\{}",
    "/{}",
    "/etc/{}",
    "//server/share/{}",
    "\\\\server\\share\\{}",
    "\\\\?\\C:\\{}",
    "\\\\.\\PhysicalDrive0\\{}",
    "C:{}",
    "C:\\{}",
    "c:/{}",
    "a/b/{}",
    "a\\b\\{}",
    "./{}",
    ".\\{}",
    "~/../{}",
    "file:///{}",
    "a/../../{}",
    "....//{}",
    "..%2f{}/x",
    "{}/",
    "{}\\",
)
_STREAMS = ("{}:stream", "{}::$DATA", "{}:Zone.Identifier:$DATA", "{}:$I30:$INDEX_ALLOCATION")
_UNSEEN = (
    "\x00",
    "\x01",
    "\x07",
    "\x08",
    "\t",
    "\n",
    "\r",
    "\x1b",
    "\x7f",
    "\x85",
    "\u00ad",
    "\u061c",
    "\u200b",
    "\u200c",
    "\u200d",
    "\u200e",
    "\u200f",
    "\u2028",
    "\u2029",
    "\u202a",
    "\u202b",
    "\u202c",
    "\u202d",
    "\u202e",
    "\u2060",
    "\u2066",
    "\u2067",
    "\u2068",
    "\u2069",
    "\ufeff",
    "\ue000",
    "\uf8ff",
    "\udc80",
    "\ud800",
    "\U000e0001",
    "\ufff9",
)
_SIGNS = ("*", "?", '"', "<", ">", "|", ":")
_OURS = "青山镇消保站-示范县市场监督管理局-000007.yzt"


def hostile_names() -> list[str]:
    names = [
        "",
        ".",
        "..",
        "...",
        " ",
        ". ",
        " .",
        "x" * 300,
        "字" * 100,
        f"{_OURS}.",
        f"{_OURS} ",
        f".{_OURS}",
        f" {_OURS}",
    ]
    names += [shape.format(_OURS) for shape in (*_PATHS, *_STREAMS)]
    for device in _DEVICES:
        names += [device, device.upper(), f"{device}.yzt", f"{device}.tar.gz", f"{device} .txt"]
    for sign in (*_UNSEEN, *_SIGNS):
        names += [f"青山镇{sign}-县局-000001.yzt", f"{_OURS}{sign}", f"{sign}{_OURS}"]
    return names


def test_the_corpus_is_large_enough() -> None:
    assert len(set(hostile_names())) >= 200


@pytest.mark.parametrize("name", hostile_names(), ids=lambda name: ascii(name)[:40])
def test_hostile_names(name: str) -> None:
    assert kind_of(name) is None
    with pytest.raises(Refused) as refused:
        check_name(name)
    assert refused.value.code is Refusal.HOSTILE_NAME
    # What a hostile name leaves as the name of an office is harmless.
    made = package_name(label(name, FINGERPRINT), "县局", 1)
    check_name(made)
    assert kind_of(made) is FileKind.PACKAGE


@pytest.mark.parametrize(
    "name",
    [
        "发票.jpg",
        "setup.exe",
        "autorun.inf",
        "desktop.ini",
        "青山镇-县局-000001.yzt.exe",
        "青山镇-县局-1.yzt",
        "青山镇-县局-000001.YZT",
        "青山镇 -县局-000001.yzt",
        "青山镇-县局-０００００１.yzt",
        "青山镇-县局-000001.yzt.part",
        "青山镇_县局-000001.yzt",
        "-青山镇-县局-000001.yzt",
        "青山镇-县局-000001.1of2.yzt",
        "青山镇-县局-000001.yzv",
        "青山镇-县局-00000000001.yzt",
        "е-县局-000001.yzt",
        "入网申请.yzr",
        "青山镇-入网申请.yzt",
    ],
)
def test_foreign_names_are_not_taken_for_ours(name: str) -> None:
    assert kind_of(name) is None


@given(
    sender=st.text(max_size=80),
    recipient=st.text(max_size=80),
    number=st.integers(1, 10**9),
    volume=st.integers(1, 9999),
)
def test_every_name_we_make_is_ours_and_safe(sender: str, recipient: str, number: int, volume: int) -> None:
    office = label(sender, FINGERPRINT)
    package = package_name(office, label(recipient, FINGERPRINT), number)
    made = {
        package: FileKind.PACKAGE,
        volume_name(package, volume, 9999): FileKind.VOLUME,
        explanation_name(package): FileKind.EXPLANATION,
        request_name(office): FileKind.REQUEST,
        approval_name(office): FileKind.APPROVAL,
        key_change_name(office): FileKind.KEY_CHANGE,
    }
    for name, kind in made.items():
        check_name(name)
        assert kind_of(name) is kind
        assert len(name.encode()) <= LONGEST_NAME


def test_labels_keep_what_people_know() -> None:
    assert label("青山镇消费维权服务站", FINGERPRINT) == "青山镇消费维权服务站"
    assert label("青山镇（东）１号站", FINGERPRINT) == "青山镇-东-1号站"
    assert label("../../\\", FINGERPRINT) == "4f2a91c0"
    assert len(label("很长的单位名称" * 10, FINGERPRINT).encode()) <= 36
