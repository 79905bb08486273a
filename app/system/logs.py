"""What happened, for whoever repairs the program; never whom it happened to.

A log leaves the office in a diagnosis file, so it carries no personal data. Our own messages are
English words, codes and ids. Whatever else comes in (an argument, the text of an exception) is
masked on the way to the disk: every run of characters that are not ASCII, because a person's name
cannot be told from other Chinese text, and every run of digits long enough for a telephone.
"""

from __future__ import annotations

import faulthandler
import json
import logging
import logging.handlers
import platform
import re
import sys
import traceback
from datetime import datetime
from pathlib import Path
from typing import TextIO

from app.system.atomic_files import explain_os_error, make_directory, write_atomically
from app.system.clock import SHANGHAI, Clock

_LOG_BYTES = 2 * 1024 * 1024
_LOG_FILES = 5
_CRASH_FILES = 20
_OPENING = "打开日志"
# A telephone with area code has 10 digits, a mobile 11, an identity number 15 or 18 (last may be X),
# a bank card 16 to 19; spaces and hyphens are how people write them in groups.
# Dates and times of day stay: a repair needs them, and they are tried first.
_DATE_OR_NUMBER = re.compile(
    r"(?<![0-9A-Za-z])(?:"
    r"(?P<date>\d{4}-\d{2}-\d{2}(?:[ T]\d{2}:\d{2}(?::\d{2})?)?(?![0-9A-Za-z-]))"
    r"|\+?\d(?:[ -]?\d){6,}[Xx]?(?![0-9A-Za-z]))"
)
_FOREIGN_TEXT = re.compile(r"[^\x00-\x7f]+")


def masked(text: str) -> str:
    """`text` with letters that are not ASCII and long numbers replaced by their length: nobody is named."""
    text = _FOREIGN_TEXT.sub(lambda run: f"[{len(run.group())} chars]", text)
    return _DATE_OR_NUMBER.sub(_mask_number, text)


def _mask_number(found: re.Match[str]) -> str:
    if found["date"]:
        return found.group()
    return f"[{sum(letter.isdigit() for letter in found.group())} digits]"


class JsonLines(logging.Formatter):
    """One JSON object a line: time, level, logger, message and, for an exception, its kind and frames."""

    def format(self, record: logging.LogRecord) -> str:
        """The line for `record`, masked."""
        line: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, SHANGHAI).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": masked(record.getMessage()),
        }
        if record.exc_info and record.exc_info[1] is not None:
            line["error"] = _told(record.exc_info[1])
        return json.dumps(line, ensure_ascii=True)


class LogBook:
    """The open log of an office. `LogBook.open(directory)` starts it, `close` gives the files back."""

    def __init__(self, directory: Path, handler: logging.Handler, fault_file: TextIO) -> None:
        self.directory = directory
        self._handler = handler
        self._fault_file = fault_file

    @classmethod
    def open(cls, directory: Path, level: int = logging.INFO) -> LogBook:
        """Write what `logging` gets to `directory/yizhantong.log`, rotated, and hard crashes to `fault.txt`.

        Raises EnvironmentProblem when the directory cannot be written.
        """
        make_directory(directory, _OPENING)
        try:
            handler = logging.handlers.RotatingFileHandler(
                directory / "yizhantong.log",
                maxBytes=_LOG_BYTES,
                backupCount=_LOG_FILES - 1,
                encoding="ascii",
            )
            _keep_earlier_fault(directory)
            fault_file = (directory / "fault.txt").open("w", encoding="ascii", errors="replace")
        except OSError as error:
            raise explain_os_error(error, _OPENING) from error
        handler.setFormatter(JsonLines())
        root = logging.getLogger()
        root.addHandler(handler)
        if root.level > level or root.level == logging.NOTSET:
            root.setLevel(level)
        faulthandler.enable(fault_file)
        return cls(directory, handler, fault_file)

    def close(self) -> None:
        """Stop writing; the files stay."""
        faulthandler.disable()
        logging.getLogger().removeHandler(self._handler)
        self._handler.close()
        self._fault_file.close()


def record_crash(error: BaseException, directory: Path, clock: Clock) -> Path:
    """Write a report of a defect, masked, to `directory/crash-<time>.txt` and return that path.

    Twenty reports are kept. Raises EnvironmentProblem when the directory cannot be written.
    """
    make_directory(directory, "保存故障报告")
    moment = clock.now()
    stem = f"crash-{moment:%Y%m%d-%H%M%S}"
    path = directory / f"{stem}.txt"
    count = 1
    while path.exists():
        count += 1
        path = directory / f"{stem}-{count}.txt"
    lines = [
        f"time: {moment.isoformat(timespec='seconds')}",
        f"python: {platform.python_version()}",
        f"system: {masked(platform.platform())}",
        f"frozen: {bool(getattr(sys, 'frozen', False))}",
        "",
        _told(error),
        "",
    ]
    write_atomically(path, "\n".join(lines).encode("ascii", "backslashreplace"), "保存故障报告")
    _drop_oldest(directory)
    return path


def earlier_fault(directory: Path) -> Path | None:
    """The report of a hard crash (a signal, no exception) of the run before this one, if there was one."""
    kept = directory / "fault-before.txt"
    return kept if kept.is_file() and kept.stat().st_size else None


def _keep_earlier_fault(directory: Path) -> None:
    """What `faulthandler` wrote in the last run is about to be overwritten: move it where it can be shown."""
    last = directory / "fault.txt"
    if last.is_file() and last.stat().st_size:
        last.replace(directory / "fault-before.txt")
    else:
        (directory / "fault-before.txt").unlink(missing_ok=True)


def _drop_oldest(directory: Path) -> None:
    reports = sorted(directory.glob("crash-*.txt"), key=lambda path: path.stat().st_mtime)
    for path in reports[:-_CRASH_FILES]:
        path.unlink(missing_ok=True)


def _told(error: BaseException) -> str:
    """The traceback as text: our frames and lines as they stand in the source, messages masked."""
    return masked("".join(traceback.format_exception(error)).rstrip())
