"""argparse that speaks Chinese and refuses in one sentence instead of printing its usage in English."""

from __future__ import annotations

import argparse
import datetime as dt
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NoReturn

from app.domain.dates import parse_date
from app.domain.errors import UserError

Command = Callable[[argparse.Namespace], int]
"""Does what the words say and returns the exit code."""

# What argparse of this Python says, and how we say it.
_SAYINGS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.DOTALL), words)
    for pattern, words in (
        (r"the following arguments are required: (.+)", r"还缺少 \1"),
        (r"unrecognized arguments: (.+)", r"不认识“\1”"),
        (r"argument (.+?): invalid choice: '(.*)' \(choose from (.+)\)", r"\1 没有“\2”这一项，可以用：\3"),
        (r"argument (.+?): expected one argument", r"\1 后面还要写内容"),
        (r"argument (.+?): expected at least one argument", r"\1 后面至少要写一项"),
        (r"argument (.+?): not allowed with argument (.+)", r"\1 和 \2 不能同时使用"),
        (r"argument (.+?): ignored explicit argument '(.*)'", r"\1 后面不写内容，多了“\2”"),
        (r"argument (.+?): invalid \w+ value: '(.*)'", r"\1 的内容“\2”不对"),
        (r"one of the arguments (.+) is required", r"\1 要写一个"),
        (r"argument (.+?): (.+)", r"\1：\2"),
    )
)


class WrongUse(UserError):
    """The words on the command line cannot be understood."""


class Parser(argparse.ArgumentParser):
    """A parser whose help and refusals are Chinese. Options are written out in full."""

    def __init__(self, **settings: Any) -> None:
        settings.setdefault("formatter_class", _Layout)
        super().__init__(add_help=False, allow_abbrev=False, **settings)
        # argparse prints its own group titles in English; groups of ours stand in for them.
        self.values = self.add_argument_group("内容")
        self.options = self.add_argument_group("选项")
        self.options.add_argument("-h", "--help", action="help", help="显示这份说明")

    def error(self, message: str) -> NoReturn:
        """Raise WrongUse instead of printing and leaving."""
        raise WrongUse(f"{_in_chinese(message)}，用法见“{self.prog} --help”。")


class _Layout(argparse.RawDescriptionHelpFormatter):
    """Help with a Chinese heading, wide enough for our lines."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=30, width=100)

    def add_usage(
        self,
        usage: str | None,
        actions: Any,
        groups: Any,
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, "用法：" if prefix is None else prefix)


def _in_chinese(message: str) -> str:
    for pattern, words in _SAYINGS:
        found = pattern.fullmatch(message)
        if found:
            return found.expand(words).replace("', '", "、").replace("'", "").rstrip("。")
    return f"命令写得不对（{message}）"


def add_command(
    commands: Any, name: str, summary: str, command: Command, *, epilog: str = "", needs_office: bool = True
) -> Parser:
    """A command under `commands`. One that works in an office also takes --data and --operator."""
    parser: Parser = commands.add_parser(name, help=summary, description=f"{summary}。", epilog=epilog)
    parser.set_defaults(command=command)
    if needs_office:
        add_data_option(parser.options, given=True)
        parser.options.add_argument(
            "--operator", metavar="姓名", help="以哪位经办人的身份办理（只有一位时不必写）"
        )
    return parser


def add_data_option(group: Any, *, given: bool = False) -> None:
    """--data, before or after the command; `given` leaves out the default, which stands in front."""
    settings: dict[str, Any] = {"default": argparse.SUPPRESS} if given else {}
    group.add_argument(
        "--data", type=a_path, metavar="目录", help="数据目录（不写时用本机的默认位置）", **settings
    )


def add_json_option(group: Any) -> None:
    """--json."""
    group.add_argument("--json", action="store_true", help="输出 JSON（UTF-8，金额以分为单位）")


def a_day(text: str) -> dt.date:
    """A day as typed: 2026-11-21, 2026年11月21日, 20261121."""
    try:
        return parse_date(text)
    except UserError as error:
        raise argparse.ArgumentTypeError(error.message) from error


def a_span(text: str) -> tuple[dt.date, dt.date]:
    """Two days, both included: 2026-05-20..2026-06-10."""
    first, dots, last = text.partition("..")
    if not dots:
        raise argparse.ArgumentTypeError(f"“{text}”应写成 起始日..结束日，例如 2026-05-20..2026-06-10")
    start, end = a_day(first), a_day(last)
    if end < start:
        raise argparse.ArgumentTypeError(f"结束日期 {end} 早于开始日期 {start}，请把两个日期对调或核对")
    return start, end


def a_path(text: str) -> Path:
    """A file or directory; an empty word or one with a zero character names nothing."""
    if not text.strip() or "\0" in text:
        raise argparse.ArgumentTypeError("没有写出文件或目录的名称")
    return Path(text).expanduser()


def workbook(text: str) -> Path:
    """A file that is to become a workbook."""
    path = a_path(text)
    if path.suffix.lower() != ".xlsx":
        raise argparse.ArgumentTypeError(f"台账是 Excel 文件，文件名应以 .xlsx 结尾，现在是“{path.name}”")
    return path


def a_count(text: str) -> int:
    """A number from 1."""
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= 9999:
        raise argparse.ArgumentTypeError(f"“{text}”应是从 1 起的数字")
    return int(text)


def parse(parser: Parser, words: Sequence[str]) -> argparse.Namespace:
    """The words as settings. Raises WrongUse; --help prints and raises SystemExit."""
    return parser.parse_args(list(words))
