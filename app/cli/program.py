"""From the words on the command line to an exit code: 0 done, 1 something is wrong with the data,
2 wrong use, bad input or an obstacle, 3 a defect of the program, 130 interrupted."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

from app.cli import (
    calculation,
    casefile,
    cases,
    demonstration,
    exchange,
    exchange_enrolment,
    exchange_mail,
    founding,
    integrity,
    ledger,
    papers,
    work_orders,
)
from app.cli.output import complain, speak_utf8
from app.cli.parsing import Parser, add_data_option, parse
from app.cli.sign_in import data_dir
from app.domain.errors import UserError
from app.system.clock import SystemClock
from app.system.errors import EnvironmentProblem
from app.system.logs import record_crash
from app.system.paths import default_data_dir, log_dir

DONE, WRONG, REFUSED, DEFECT, INTERRUPTED = 0, 1, 2, 3, 130
COMMANDS = (
    founding,
    work_orders,
    cases,
    papers,
    casefile,
    ledger,
    exchange_enrolment,
    exchange,
    exchange_mail,
    calculation,
    integrity,
    demonstration,
)
"""The modules of the commands, in the order in which the help lists them."""


def build_parser() -> Parser:
    """The parser of every command."""
    parser = Parser(
        prog="python main.py",
        description="一站通：不开窗口办理消费投诉。不写命令时打开窗口。",
        epilog="密码从环境变量 YZT_PASSWORD 读取，没有时在终端里询问。\n"
        "每个命令的说明：python main.py 命令 --help",
    )
    add_data_option(parser.options)
    commands = parser.add_subparsers(
        title="命令", metavar="命令", required=True, dest="command_name", parser_class=Parser
    )
    for module in COMMANDS:
        module.add_commands(commands)
    return parser


def run(argv: Sequence[str]) -> int:
    """Do what the words say; returns the exit code. Never raises but for defects of the reporting itself."""
    speak_utf8()
    guard = _Boundary()
    with guard:
        words = parse(build_parser(), argv)
        guard.directory = data_dir(words)
        guard.code = words.command(words)
        sys.stdout.flush()
    return guard.code


class _Boundary:
    """Where every error of a command ends: as one sentence and an exit code, a defect also as a report."""

    def __init__(self) -> None:
        self.code = DONE
        self.directory: Path = default_data_dir()

    def __enter__(self) -> None:
        pass

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool:
        match error:
            case None:
                return False
            case UserError() | EnvironmentProblem():
                complain(error.message)
                self.code = REFUSED
            case SystemExit():
                self.code = error.code if isinstance(error.code, int) else DONE
            case KeyboardInterrupt():
                complain("已经中断，没有完成的部分没有保存。")
                self.code = INTERRUPTED
            case BrokenPipeError():
                # The reader has seen enough; Python must not try to write the rest when it ends.
                os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
                self.code = DONE
            case Exception():
                self.code = DEFECT
                self._report(error)
            case _:
                return False
        return True

    def _report(self, error: Exception) -> None:
        try:
            report = record_crash(error, log_dir(self.directory), SystemClock())
        except EnvironmentProblem as problem:
            complain(f"程序出了故障（{type(error).__name__}），故障报告也没有写成：{problem.message}")
            return
        complain(f"程序出了故障，没有保存的内容没有写入；故障报告在“{report}”，请交给技术人员。")
