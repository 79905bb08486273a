"""Local promises: limits an office sets itself (两个24小时, 15日办结), beside the law and never in its place.

Which marks of a case start and stop a promise is data (resources/rules/local_promises.toml), and every
promise is off until the office switches it on. A row made here bears 本地承诺 in its label and basis, its
clock begins with `local.`, and no action of a procedure waits on it.
"""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Collection, Iterable, Mapping

import msgspec

from app.domain.calendar import Calendar
from app.domain.casefile import DeadlineRow
from app.domain.clocks import deadline
from app.domain.dates import SHANGHAI
from app.domain.errors import UserError
from app.domain.hour_clocks import hour_deadline
from app.domain.rules import ClockRule, Count

PREFIX = "local."
"""What the name of every local clock begins with."""
MARK = "本地承诺"

MARKS = (
    "registered",
    "handed",
    "notified",
    "contacted",
    "inquired",
    "replied",
    "fed_back",
    "followed_up",
    "closed",
)
"""What can start or stop a promise."""
_UNITS = {"hour": "小时", "workday": "个工作日", "day": "日"}


class _Data(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Read from a file: unknown keys are mistakes."""


class PromiseGroup(_Data, frozen=True):
    """What an office switches on or off as one. `setting` is its name among the office settings."""

    setting: str
    title: str
    about: str
    basis: str


class LocalPromise(_Data, frozen=True):
    """One promise. `extension` is the most it may be lengthened, in its own unit."""

    name: str
    setting: str
    label: str
    start: tuple[str, ...]
    stop: tuple[str, ...]
    start_words: str
    length: Count
    unit: str
    extension: int = 0
    channels: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()

    def concerns(self, channel: str, source: str) -> bool:
        """Whether a case that came this way, from this body, falls under the promise."""
        return not (self.channels or self.sources) or channel in self.channels or source in self.sources


class LocalPromises(_Data, frozen=True):
    """The whole file."""

    groups: tuple[PromiseGroup, ...] = msgspec.field(name="group")
    promises: tuple[LocalPromise, ...] = msgspec.field(name="promise")

    def named(self, name: str) -> LocalPromise | None:
        """The promise of that name, None when there is none."""
        return next((one for one in self.promises if one.name == name), None)

    def group_of(self, promise: LocalPromise) -> PromiseGroup:
        """The group a promise is switched with."""
        return next(group for group in self.groups if group.setting == promise.setting)


class Mark(msgspec.Struct, frozen=True, kw_only=True):
    """Something that happened to a case. `at` is None when only the day is known."""

    name: str
    on: dt.date
    at: dt.datetime | None = None

    @property
    def earliest(self) -> dt.datetime:
        """The moment, or the first of the day when the time was not written down."""
        return self.at if self.at is not None else dt.datetime.combine(self.on, dt.time(), SHANGHAI)


class Course(msgspec.Struct, frozen=True, kw_only=True):
    """What promises look at of a case: how it came, what happened, and what was lengthened by how much."""

    channel: str
    source: str
    marks: tuple[Mark, ...]
    extended: Mapping[str, int] = {}


def parse_local_promises(text: str) -> LocalPromises:
    """Read the file. Raises UserError naming what is wrong with it."""
    try:
        found = msgspec.convert(tomllib.loads(text), type=LocalPromises)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise UserError(f"本地承诺文件读不懂（{error}），请换用完整的文件。") from error
    settings = [group.setting for group in found.groups]
    names = [one.name for one in found.promises]
    if len(set(settings)) != len(settings) or len(set(names)) != len(names):
        raise UserError("本地承诺文件里有重复的名称，请换用完整的文件。")
    for one in found.promises:
        known = set(MARKS)
        wrong = not one.start or not one.stop or not set(one.start) <= known or not set(one.stop) <= known
        if wrong or one.setting not in settings or one.unit not in _UNITS or one.extension < 0:
            raise UserError(f"本地承诺文件里“{one.label}”写得不对，请换用完整的文件。")
        if not one.name.startswith(PREFIX):
            raise UserError(f"本地承诺文件里“{one.label}”的名称要以 {PREFIX} 开头，请换用完整的文件。")
    return found


def is_local(clock: str) -> bool:
    """Whether a clock is a local promise and no period of law."""
    return clock.startswith(PREFIX)


def promise_rows(
    course: Course, promises: LocalPromises, switched_on: Collection[str], calendar: Calendar
) -> tuple[DeadlineRow, ...]:
    """The rows of the promises in force for a case, in the order of the file.

    A promise appears once one of its start marks is there; it is done by the first stop mark not before that.
    """
    rows = []
    for promise in promises.promises:
        if promise.setting not in switched_on or not promise.concerns(course.channel, course.source):
            continue
        start = _first(mark for mark in course.marks if mark.name in promise.start)
        if start is None:
            continue
        stop = _first(mark for mark in course.marks if mark.name in promise.stop and _not_before(mark, start))
        length = promise.length + min(course.extended.get(promise.name, 0), promise.extension)
        rows.append(_row(promise, promises.group_of(promise), start, stop, length, calendar))
    return tuple(rows)


def _first(marks: Iterable[Mark]) -> Mark | None:
    return min(marks, key=lambda mark: (mark.on, mark.earliest), default=None)


def _not_before(mark: Mark, start: Mark) -> bool:
    """A mark of which only the day is known can still have come later that day."""
    if mark.at is None or start.at is None:
        return mark.on >= start.on
    return mark.at >= start.at


def _row(
    promise: LocalPromise,
    group: PromiseGroup,
    start: Mark,
    stop: Mark | None,
    length: int,
    calendar: Calendar,
) -> DeadlineRow:
    label = f"{MARK}：{promise.label}"
    basis = f"{MARK}，不是法定期限：{group.basis}"
    longer = length - promise.length
    extended = f"经批准延长 {longer} {_UNITS[promise.unit]}；" if longer else ""
    done_on = stop.on if stop is not None else None
    if promise.unit == "hour":
        found = hour_deadline(promise.start_words, start.earliest, length, exact=start.at is not None)
        return DeadlineRow(
            clock=promise.name,
            label=label,
            unit="hour",
            starts_on=start.on,
            due_on=found.due_at.date(),
            remind_on=found.due_at.date(),
            done_on=done_on,
            provisional=False,
            explanation=extended + found.explanation + _kept_words(found.due_at, stop),
            basis=basis,
            due_at=found.due_at,
        )
    rule = ClockRule(
        name=promise.name,
        label=label,
        duty=promise.label,
        start=promise.start_words,
        length=length,
        unit="workday" if promise.unit == "workday" else "day",
        basis=(basis,),
    )
    counted = deadline(rule, start.on, calendar)
    return DeadlineRow(
        clock=promise.name,
        label=label,
        unit=promise.unit,
        starts_on=start.on,
        due_on=counted.due_on,
        remind_on=counted.remind_on,
        done_on=done_on,
        provisional=counted.provisional,
        explanation=extended + counted.explanation,
        basis=basis,
    )


def _kept_words(due_at: dt.datetime, stop: Mark | None) -> str:
    """Of a promise in hours the day alone does not tell whether it was kept."""
    if stop is None or stop.at is None:
        return ""
    return "在时限内办到。" if stop.at <= due_at else _LATE


_LATE = "办到时已经超过时限。"


def was_late(row: DeadlineRow) -> bool:
    """Whether a clock that is done was met too late; for hours the minute decides, not the day."""
    if row.done_on is None or row.due_on is None:
        return False
    return row.done_on > row.due_on or (row.unit == "hour" and row.explanation.endswith(_LATE))
