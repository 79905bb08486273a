"""Make the published test vectors of docs/exchange-format.md: tests/data/exchange/.

`.venv/bin/python scripts/make_exchange_vectors.py`. Run once for each version of the format, at its release;
it refuses to replace what is there, `--again` is for the time before the release only. The keys are derived
from words printed below, so everybody has them: they are marked as test keys, their public halves stand in
app/exchange/cards.py, and the program refuses them outside of tests. Each run encrypts anew, so the files
differ from run to run; what they open to does not.
"""

from __future__ import annotations

import argparse
import datetime as dt
import hashlib
import io
import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from app.exchange.content import OutgoingAttachment
from app.exchange.enrolment_files import write_key_change, write_request
from app.exchange.node_keys import NodeKeys, keys_from
from app.exchange.package_writer import write_approval, write_package
from app.exchange.volumes import split_package
from app.system.clock import SHANGHAI

TARGET = Path(__file__).resolve().parent.parent / "tests" / "data" / "exchange" / "v1"
MADE_AT = dt.datetime(2026, 11, 21, 10, 0, 0, tzinfo=SHANGHAI)
STATEMENT = '{"note":"公开的测试文件，里面没有真实的人和事"}'.encode()
EVENTS = [
    f'["{number:032x}","测试事件",{{"text":"第{number}条，含𡉃字和\\u3000全角空格"}}]'.encode()
    for number in range(1200)
]
ATTACHMENTS = [b"%PDF-1.7 not really\n" * 50, bytes(range(256)) * 120, b"\0" * 5000, b"x"]
VOLUME = 32 * 1024


def published_keys(word: str, name: str, code: str, *, test: bool = True) -> NodeKeys:
    """The keys that belong to a word; known to everybody."""
    seed = hashlib.sha256(f"yizhantong published test key, {word}, sign".encode()).digest()
    secret = hashlib.sha256(f"yizhantong published test key, {word}, age".encode()).digest()
    return keys_from(
        hashlib.sha256(word.split()[0].encode()).hexdigest()[:32], name, code, seed, secret, test=test
    )


def main() -> int:
    """Write the vectors; 1 when they exist already."""
    parser = argparse.ArgumentParser(description="Make the published test vectors of the exchange format.")
    parser.add_argument("--out", type=Path, default=TARGET)
    parser.add_argument("--again", action="store_true", help="replace what is there (before a release only)")
    chosen = parser.parse_args()
    if chosen.out.exists() and not chosen.again:
        print(f"{chosen.out} is there already", file=sys.stderr)
        return 1
    chosen.out.mkdir(parents=True, exist_ok=True)
    for old in chosen.out.iterdir():
        old.unlink()
    write_vectors(chosen.out)
    return 0


def write_vectors(out: Path) -> None:
    """All files of a version, and expected.json, which says what they open to."""
    station = published_keys("station", "测试消保站", "CS")
    county = published_keys("county", "测试县局", "XJ")
    renewed = published_keys("station renewed", "测试消保站", "CS")
    attachments = [
        OutgoingAttachment(hashlib.sha256(data).hexdigest(), len(data), lambda data=data: io.BytesIO(data))  # type: ignore[misc]
        for data in ATTACHMENTS
    ]
    package = out / "package.yzt"
    header = write_package(
        package,
        station,
        county.card,
        number=7,
        made_at=MADE_AT,
        statement=STATEMENT,
        events=EVENTS,
        attachments=attachments,
    )
    empty = write_package(
        out / "empty.yzt", county, station.card, number=1, made_at=MADE_AT, statement=b"", events=()
    )
    volumes = split_package(package, out, station, VOLUME, lambda n, m: f"package.{n}of{m}.yzv")
    request = write_request(out / "request.yzr", station, made_at=MADE_AT, statement=STATEMENT)
    write_approval(
        out / "approval.yzt",
        county,
        request.card,
        request_sha256=request.sha256,
        made_at=MADE_AT,
        statement=STATEMENT,
    )
    write_key_change(out / "keychange.yzk", station, renewed, county.card, made_at=MADE_AT)
    unmarked = published_keys("station", "测试消保站", "CS", test=False)
    write_request(out / "unmarked.yzr", unmarked, made_at=MADE_AT)
    expected = {
        "statement": STATEMENT.decode(),
        "events": len(EVENTS),
        "events_sha256": hashlib.sha256(b"".join(event + b"\n" for event in EVENTS)).hexdigest(),
        "attachments": sorted(hashlib.sha256(data).hexdigest() for data in ATTACHMENTS),
        "package": header.id,
        "empty": empty.id,
        "volumes": len(volumes),
        "request_sha256": request.sha256,
        "keys": {
            word: {
                "node": keys.card.node,
                "sign": keys.card.sign,
                "sign_seed": keys.sign_seed,
                "age": keys.card.age,
                "age_identity": keys.identity,
                "fingerprint": keys.fingerprint,
            }
            for word, keys in (("station", station), ("county", county), ("renewed", renewed))
        },
    }
    text = json.dumps(expected, ensure_ascii=False, indent=1)
    (out / "expected.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    raise SystemExit(main())
