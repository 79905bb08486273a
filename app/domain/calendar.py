"""Which days are working days, and why.

The yearly notice of the State Council moves days off and make-up days, so the calendar is data,
one file a year (resources/calendar/<year>.toml). A year without a file is *unknown*: its days are
computed from weekdays and the statutory days with a fixed date, and everything built on them is
provisional until the file arrives. The block of the New Year may reach back into December, so a
file may also speak about the last days of the year before.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, timedelta

import msgspec

from app.domain.errors import UserError

_DAY = timedelta(days=1)
# Statutory days whose date never moves (《全国年节及纪念日放假办法》 as revised 2024-11-10).
_FIXED_HOLIDAYS = {
    (1, 1): "元旦",
    (5, 1): "劳动节",
    (5, 2): "劳动节",
    (10, 1): "国庆节",
    (10, 2): "国庆节",
    (10, 3): "国庆节",
}
_LONGEST_BLOCK = 31
WEEKDAYS = "一二三四五六日"


class Source(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The notice an arrangement comes from."""

    title: str
    issued: date
    number: str = ""


class HolidayPlan(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One holiday of the notice: days off `first`..`last` inclusive, make-up working days."""

    name: str
    first: date
    last: date
    statutory: tuple[date, ...]
    workdays: tuple[date, ...] = ()

    def days_off(self) -> Iterator[date]:
        """Every day of the block, weekends inside it included."""
        day = self.first
        while day <= self.last:
            yield day
            day += _DAY


class YearPlan(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The arrangement of one year, as in its file."""

    year: int
    source: tuple[Source, ...]
    holiday: tuple[HolidayPlan, ...]


def parse_year(text: str) -> YearPlan:
    """Read one calendar file. Raises UserError naming what is wrong with it."""
    try:
        plan = msgspec.convert(tomllib.loads(text), type=YearPlan)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise UserError(f"节假日文件读不懂（{error}），请换用完整的节假日文件。") from error
    _check_year(plan)
    return plan


def _check_year(plan: YearPlan) -> None:
    taken: set[date] = set()
    for holiday in plan.holiday:
        where = f"{plan.year} 年节假日文件中的“{holiday.name}”"
        if not holiday.first <= holiday.last <= holiday.first + _LONGEST_BLOCK * _DAY:
            raise UserError(f"{where}起止日期不合理，请换用完整的节假日文件。")
        days = set(holiday.days_off())
        if not days.issuperset(holiday.statutory):
            raise UserError(f"{where}的法定日不在放假日期内，请换用完整的节假日文件。")
        if any(day.weekday() < 5 for day in holiday.workdays):
            raise UserError(f"{where}的调休上班日不是周末，请换用完整的节假日文件。")
        for day in days | set(holiday.workdays):
            in_year = day.year == plan.year or (day.year == plan.year - 1 and day.month == 12)
            if not in_year or day in taken:
                raise UserError(f"{where}含有重复或不属于该年的日期 {day}，请换用完整的节假日文件。")
            taken.add(day)
        if days.intersection(holiday.workdays):
            raise UserError(f"{where}把同一天既列为放假又列为上班，请换用完整的节假日文件。")


class Calendar:
    """Working days of all loaded years. `with_year` gives a new one; nothing else changes what it answers.

    `unread` are years whose file is read when a day is first asked about: parsing eleven files would be a
    tenth of a start, and most cases look at one of them.
    """

    __slots__ = ("_made_up", "_off", "_plans", "_statutory", "_unread")

    def __init__(
        self, plans: Iterable[YearPlan] = (), unread: Mapping[int, Callable[[], YearPlan]] | None = None
    ) -> None:
        self._plans: dict[int, YearPlan] = {}
        self._off: dict[date, str] = {}
        self._made_up: set[date] = set()
        self._statutory: set[date] = set()
        self._unread = dict(unread or {})
        for plan in {plan.year: plan for plan in plans}.values():
            self._add(plan)

    def with_year(self, plan: YearPlan) -> Calendar:
        """The same calendar with one year added or replaced."""
        others = (known for year, known in self._plans.items() if year != plan.year)
        unread = {year: read for year, read in self._unread.items() if year != plan.year}
        return Calendar((*others, plan), unread)

    @property
    def years(self) -> tuple[int, ...]:
        """Years whose notice is there, ascending."""
        return tuple(sorted({*self._plans, *self._unread}))

    def plan(self, year: int) -> YearPlan | None:
        """The file of a year, None when the year is unknown."""
        self._read(year)
        return self._plans.get(year)

    def is_known(self, year: int) -> bool:
        """False: every answer about that year is provisional."""
        return year in self._plans or year in self._unread

    def holiday_name(self, day: date) -> str | None:
        """Name of the holiday whose days off include `day`; None for plain weekends and workdays."""
        self._read_about(day)
        if day in self._off:
            return self._off[day]
        if not self.is_known(day.year) and day not in self._made_up:
            return _FIXED_HOLIDAYS.get((day.month, day.day))
        return None

    def is_statutory(self, day: date) -> bool:
        """Whether `day` is itself one of the 法定节假日, not a moved or weekend rest day."""
        self._read_about(day)
        if day in self._statutory:
            return True
        return not self.is_known(day.year) and (day.month, day.day) in _FIXED_HOLIDAYS

    def is_made_up(self, day: date) -> bool:
        """Whether `day` is a weekend day worked in exchange (调休上班)."""
        self._read_about(day)
        return day in self._made_up

    def _read_about(self, day: date) -> None:
        """The file of its year, and in December also that of the next, which may speak about it."""
        if self._unread:
            self._read(day.year)
            if day.month == 12:
                self._read(day.year + 1)

    def _read(self, year: int) -> None:
        read = self._unread.get(year)
        if read is not None:
            self._add(read())
            # Last: another thread that asks meanwhile reads the same file again rather than half of it.
            self._unread.pop(year, None)

    def _add(self, plan: YearPlan) -> None:
        for holiday in plan.holiday:
            self._off.update((day, holiday.name) for day in holiday.days_off())
            self._made_up.update(holiday.workdays)
            self._statutory.update(holiday.statutory)
        self._plans[plan.year] = plan

    def is_workday(self, day: date) -> bool:
        """Whether offices work on `day`; provisional when `is_known(day.year)` is False."""
        self._read_about(day)
        if day in self._made_up:
            return True
        return day.weekday() < 5 and self.holiday_name(day) is None

    def day_note(self, day: date) -> str | None:
        """What is special about a day: 国庆节假期, 调休上班, 周末; None for an ordinary workday."""
        name = self.holiday_name(day)
        if name is not None:
            return f"{name}假期"
        if day in self._made_up:
            return "调休上班"
        return "周末" if day.weekday() >= 5 else None

    def in_holiday_block(self, day: date) -> str | None:
        """Name of the holiday whose run of rest days contains `day`, else None.

        A weekend joined to the days off (与周末连休) belongs to the run; a weekend on its own does not.
        """
        if self.is_workday(day):
            return None
        for step in (_DAY, -_DAY):
            near = day
            while not self.is_workday(near):
                name = self.holiday_name(near)
                if name is not None:
                    return name
                near += step
        return None

    def first_day_after_holiday(self, day: date) -> date:
        """The first day after the holiday block that contains `day`; `day` itself outside a block."""
        return self.first_workday_from(day) if self.in_holiday_block(day) else day

    def first_workday_from(self, day: date) -> date:
        """`day` if it is a working day, else the next one."""
        while not self.is_workday(day):
            day += _DAY
        return day

    def count_workdays(self, first: date, last: date) -> int:
        """Working days from `first` to `last`, both included; 0 when the span is empty."""
        days = (last - first).days + 1
        return sum(self.is_workday(first + n * _DAY) for n in range(days))


def weekday_name(day: date) -> str:
    """星期一 … 星期日."""
    return f"星期{WEEKDAYS[day.weekday()]}"
