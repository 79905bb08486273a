"""The demonstration as `make demo` runs it, pictures of every page included."""

from __future__ import annotations

import json
import os
import struct
import subprocess
import sys
from pathlib import Path

import pytest

from app.system.paths import program_root
from app.ui.window import PAGES


def size_of(png: Path) -> tuple[int, int]:
    """Width and height of a picture, from its header."""
    head = png.read_bytes()[:24]
    assert head.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", head[16:24])
    return width, height


@pytest.mark.slow
@pytest.mark.timeout(280)
def test_every_page_in_both_schemes(tmp_path: Path) -> None:
    environment = {k: v for k, v in os.environ.items() if k not in ("YZT_PASSWORD", "QT_QPA_PLATFORM")}
    done = subprocess.run(
        [sys.executable, str(program_root() / "main.py"), "demo", "--out", str(tmp_path / "demo")],
        env=environment,
        capture_output=True,
        encoding="utf-8",
        timeout=270,
    )
    assert done.returncode == 0, done.stderr
    account = json.loads((tmp_path / "demo" / "demo.json").read_text("utf-8"))
    pages = {screen["page"] for screen in account["screens"]}
    # A page of several parts has a picture of each: settings_office, settings_people …
    for entry in PAGES:
        assert any(page == entry.id or page.startswith(f"{entry.id}_") for page in pages), entry.id
    assert pages >= {"welcome", "sign_in", "locked"}
    for page in pages:
        light, dark = (tmp_path / "demo" / "screens" / f"{page}-{scheme}.png" for scheme in ("light", "dark"))
        assert size_of(light) == size_of(dark) == (1366, 768)
        assert light.read_bytes() != dark.read_bytes()
    assert len(account["screens"]) == 2 * len(pages) == len(list((tmp_path / "demo" / "screens").iterdir()))
