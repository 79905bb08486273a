"""Names of exchange files: made from offices' names for people, and recognised strictly when they come back.

A program never trusts a name: what a file is, its content tells. A name only decides whether we look at all.
"""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum

from app.exchange.refusals import Refusal, Refused

LONGEST_NAME = 120
_LABEL_BYTES = 36
# Chinese characters (with extension A and 〇), letters, digits, hyphen: accepted by FAT32, exFAT, NTFS, mail.
_LETTER = "\u3007\u3400-\u4dbf\u4e00-\u9fffA-Za-z0-9"
_OTHER = re.compile(f"[^{_LETTER}]+")
_LABEL = f"[{_LETTER}](?:[{_LETTER}-]*[{_LETTER}])?"
_PACKAGE = f"{_LABEL}-{_LABEL}-[0-9]{{6,10}}"
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$|clock\$)", re.IGNORECASE)
_FORBIDDEN = set('/\\:*?"<>|')
_UNSEEN = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")


class FileKind(StrEnum):
    """What a name says a file is."""

    PACKAGE = "package"
    VOLUME = "volume"
    REQUEST = "request"
    APPROVAL = "approval"
    KEY_CHANGE = "key_change"
    EXPLANATION = "explanation"


_SHAPES: tuple[tuple[FileKind, re.Pattern[str]], ...] = (
    (FileKind.PACKAGE, re.compile(rf"{_PACKAGE}\.yzt")),
    (FileKind.VOLUME, re.compile(rf"{_PACKAGE}\.[0-9]{{1,4}}of[0-9]{{1,4}}\.yzv")),
    (FileKind.REQUEST, re.compile(rf"{_LABEL}-入网申请\.yzr")),
    (FileKind.APPROVAL, re.compile(rf"{_LABEL}-入网批复\.yzt")),
    (FileKind.KEY_CHANGE, re.compile(rf"{_LABEL}-更换密钥\.yzk")),
    (FileKind.EXPLANATION, re.compile(rf"{_PACKAGE}-说明\.txt")),
)


def label(name: str, fingerprint: str) -> str:
    """An office's name in a file name, at most 36 bytes; the fingerprint's start where nothing is left."""
    kept = _OTHER.sub("-", unicodedata.normalize("NFKC", name)).strip("-")
    while len(kept.encode()) > _LABEL_BYTES:
        kept = kept[:-1].rstrip("-")
    return kept or fingerprint[:8]


def package_name(sender: str, recipient: str, number: int) -> str:
    """The name of a package; the offices as `label` gives them."""
    return f"{sender}-{recipient}-{number:06d}.yzt"


def volume_name(package: str, volume: int, volumes: int) -> str:
    """The name of a volume of a package."""
    return f"{package.removesuffix('.yzt')}.{volume}of{volumes}.yzv"


def explanation_name(package: str) -> str:
    """The name of the note beside a package."""
    return f"{package.removesuffix('.yzt')}-说明.txt"


def request_name(office: str) -> str:
    """The name of a 入网申请."""
    return f"{office}-入网申请.yzr"


def approval_name(office: str) -> str:
    """The name of a 入网批复 to that office."""
    return f"{office}-入网批复.yzt"


def key_change_name(office: str) -> str:
    """The name of a 更换密钥 of that office."""
    return f"{office}-更换密钥.yzk"


def kind_of(name: str) -> FileKind | None:
    """What a name says, None for any name that is not exactly one of ours."""
    if len(name.encode("utf-8", "surrogatepass")) > LONGEST_NAME:
        return None
    return next((kind for kind, shape in _SHAPES if shape.fullmatch(name)), None)


def check_name(name: str) -> None:
    """Refused (hostile name) for a name that could lead elsewhere, hide what it is or hurt a file system."""
    stem = name.split(".", 1)[0].rstrip(" ")
    hostile = (
        not name
        or len(name.encode("utf-8", "surrogatepass")) > LONGEST_NAME
        or name[0] in ". "
        or name[-1] in ". "
        or not _FORBIDDEN.isdisjoint(name)
        or any(unicodedata.category(letter) in _UNSEEN for letter in name)
        or _DEVICE.fullmatch(stem) is not None
    )
    if hostile:
        raise Refused(Refusal.HOSTILE_NAME, "file name")
