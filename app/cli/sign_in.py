"""Opening the office a command works in: the data directory, the operator, the password."""

from __future__ import annotations

import argparse
import getpass
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.domain.errors import UserError
from app.services import founding
from app.services.office import OpenOffice
from app.system.clock import SystemClock
from app.system.logs import LogBook
from app.system.paths import default_data_dir, log_dir

PASSWORD_VARIABLE = "YZT_PASSWORD"  # noqa: S105 - the name of the variable


MAIL_PASSWORD_VARIABLE = "YZT_MAIL_PASSWORD"  # noqa: S105 - the name of the variable


def data_dir(words: argparse.Namespace) -> Path:
    """The directory named by --data, else this computer's own."""
    named: Path | None = words.data
    return named if named is not None else default_data_dir()


@contextmanager
def opened(words: argparse.Namespace) -> Iterator[OpenOffice]:
    """The office, signed in, closed at the end; what happens is logged beside it.

    Raises UserError for a directory without an office, a wrong name or a wrong password.
    """
    directory = data_dir(words)
    if not founding.is_founded(directory):
        raise UserError(f"“{directory}”里还没有建立单位，请用 --data 指明数据目录，或先用 new 命令建立单位。")
    log = LogBook.open(log_dir(directory))
    try:
        office = founding.sign_in(directory, words.operator, password(), SystemClock())
        try:
            yield office
        finally:
            office.close()
    finally:
        log.close()


def password() -> str:
    """The password from YZT_PASSWORD, else asked for. Raises UserError where nobody can be asked."""
    given = os.environ.get(PASSWORD_VARIABLE)
    if given is not None:
        return given
    return _asked("密码：")


def new_password() -> str:
    """A password for a new office: from YZT_PASSWORD, else asked for twice."""
    given = os.environ.get(PASSWORD_VARIABLE)
    if given is not None:
        return given
    first = _asked("设置密码：")
    if _asked("再输入一次：") != first:
        raise UserError("两次输入的密码不一样，没有建立单位，请重新运行。")
    return first


def mail_password(*, may_stay: bool) -> str:
    """A mailbox's password from YZT_MAIL_PASSWORD, else asked for; "" keeps the saved one (`may_stay`)."""
    given = os.environ.get(MAIL_PASSWORD_VARIABLE)
    if given is not None:
        return given
    if may_stay and not sys.stdin.isatty():
        return ""
    hint = "，不改就直接回车" if may_stay else ""
    return _asked(f"邮箱密码（授权码）{hint}：", MAIL_PASSWORD_VARIABLE)


def _asked(prompt: str, variable: str = PASSWORD_VARIABLE) -> str:
    if not sys.stdin.isatty():
        raise UserError(f"没有密码：请在终端里运行，或者把密码放在环境变量 {variable} 里。")
    try:
        return getpass.getpass(prompt)
    except EOFError as error:
        raise UserError("没有输入密码，请重新运行。") from error
