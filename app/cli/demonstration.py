"""demo: an office that lived through real cases, with its papers, ledger, pictures and an account."""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from app.cli.output import say
from app.cli.parsing import a_path, add_command
from app.cli.sign_in import PASSWORD_VARIABLE
from app.domain.errors import UserError
from app.services import demo
from app.system.atomic_files import explain_os_error, make_directory, write_atomically
from app.system.clock import FixedClock
from app.system.errors import EnvironmentProblem
from app.system.paths import program_root

_ACCOUNT, _OFFICE, _PAPERS, _SCREENS = "demo.json", "office", "papers", "screens"
_MADE_BY = "yizhantong demo"
_PATIENCE = 300
"""Seconds all pictures together may take on a slow machine."""


def add_commands(commands: Any) -> None:
    """Add `demo`."""
    parser = add_command(
        commands,
        "demo",
        "建立演示单位，办完一批真实案例，留下文书、台账、截图和 demo.json",
        make,
        epilog="DIR 里只能是空的，或者是上一次演示留下的内容（会被替换）。",
        needs_office=False,
    )
    parser.options.add_argument("--out", required=True, type=a_path, metavar="DIR", help="放在哪个目录")
    parser.options.add_argument("--no-screens", action="store_true", help="不截取界面")


def make(words: argparse.Namespace) -> int:
    """Make everything anew below --out."""
    out: Path = words.out
    _clear(out)
    _write_account(out, {"made_by": _MADE_BY, "finished": False})
    password = os.environ.get(PASSWORD_VARIABLE) or demo.PASSWORD
    account = _live(out, password)
    screens = [] if words.no_screens else _take_pictures(out, password)
    _write_account(
        out,
        {
            "made_by": _MADE_BY,
            "finished": True,
            **account,
            "screens": screens,
            # A password of the person's own is theirs; the open one of the demonstration is told.
            "password": demo.PASSWORD if password == demo.PASSWORD else None,
        },
    )
    counts = account["counts"]
    say(f"演示单位在“{out / _OFFICE}”：案件 {counts['cases']} 件，文书 {counts['papers']} 份。")
    if password == demo.PASSWORD:
        say(f"登录密码：{demo.PASSWORD}（经办人 {demo.OPERATOR}）")
    say(f"台账、文书、截图 {len(screens)} 张和清单 {_ACCOUNT} 都在“{out}”。")
    return 0 if account["verify"]["ok"] else 1


def _live(out: Path, password: str) -> dict[str, Any]:
    """Found the office, live through the cases, write papers and ledger; the account of it."""
    clock = FixedClock(demo.TODAY)
    orders = _orders()
    office = demo.found(out / _OFFICE, clock, password).office
    try:
        made = demo.build(office, clock, orders)
        return demo.leave(office, made, orders, out)
    finally:
        office.close()


def _orders() -> list[Path]:
    """The real work orders beside the program when somebody put them there, else our own."""
    beside = program_root().parent / "shared" / "data"
    found = sorted([*beside.glob("*.xlsx"), *beside.glob("*.csv")])
    return found or demo.own_orders()


def _clear(out: Path) -> None:
    """Make room: remove what an earlier demonstration left; refuse anything else."""
    make_directory(out, "建立演示目录")
    if not any(out.iterdir()):
        return
    if not _is_ours(out / _ACCOUNT):
        raise UserError(f"“{out}”里已有别的内容，为免覆盖没有建立演示，请换一个空目录。")
    try:
        for name in (_OFFICE, _PAPERS, _SCREENS):
            if (out / name).is_dir():
                shutil.rmtree(out / name)
    except OSError as error:
        raise explain_os_error(error, "清除上一次的演示") from error


def _is_ours(account: Path) -> bool:
    try:
        found = json.loads(account.read_bytes())
    except FileNotFoundError:
        return False
    except OSError as error:
        raise explain_os_error(error, f"读取“{account.name}”") from error
    except ValueError:
        return False
    return isinstance(found, dict) and found.get("made_by") == _MADE_BY


def _write_account(out: Path, account: dict[str, Any]) -> None:
    text = json.dumps(account, ensure_ascii=False, indent=2)
    write_atomically(out / _ACCOUNT, text.encode("utf-8"), f"保存“{_ACCOUNT}”")


def _take_pictures(out: Path, password: str) -> list[dict[str, str]]:
    """Every page, light and dark, taken by a process of its own: only the window's side knows Qt."""
    folder = out / _SCREENS
    make_directory(folder, "保存截图")
    command = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, _program()]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", PASSWORD_VARIABLE: password}
    try:
        done = subprocess.run(
            [*command, "screens", str(out / _OFFICE), str(folder)],
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=_PATIENCE,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise EnvironmentProblem(f"截图在 {_PATIENCE} 秒内没有完成，可以用 --no-screens 不截图。") from error
    if done.returncode != 0:
        reason = (done.stderr.strip().splitlines() or ["没有说明"])[-1]
        raise EnvironmentProblem(
            f"界面截图没有成功（{reason}），其余内容已经做好；可以用 --no-screens 不截图。"
        )
    return [
        {"path": f"{_SCREENS}/{picture.name}", "page": page, "scheme": scheme}
        for picture in sorted(folder.glob("*.png"))
        for page, _, scheme in [picture.stem.rpartition("-")]
    ]


def _program() -> str:
    return str(program_root() / "main.py")
