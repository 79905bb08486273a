"""How long is left, in words and in the colour of a chip; the same in every list."""

from __future__ import annotations

from app.domain.hour_clocks import minute_words

_UNITS = {"workday": "工作日", "day": "天", "hour": "天"}
_URGENT = 2
_NEAR = 5
_URGENT_MINUTES = 240


def due_chip(days_left: int | None, unit: str, *, provisional: bool = False) -> tuple[str, str] | None:
    """`(text, role)` such as ("超 4 工作日", "danger"); None when no clock runs.

    `unit` is "workday", "day" or "hour"; of hours only the day is told here, `minute_chip` is exact.
    A provisional date says so: the holidays of its year are not known yet.
    """
    if days_left is None:
        return None
    name = _UNITS[unit]
    mark = "（暂定）" if provisional else ""
    if days_left < 0:
        return f"超 {-days_left} {name}{mark}", "danger"
    if days_left == 0:
        return f"今天{mark}", "warning"
    role = "warning" if days_left <= _URGENT else "info" if days_left <= _NEAR else "neutral"
    return f"剩 {days_left} {name}{mark}", role


def minute_chip(minutes: int) -> tuple[str, str]:
    """The same for a period in hours, exact to the minute; negative when it is over."""
    role = "danger" if minutes < 0 else "warning" if minutes <= _URGENT_MINUTES else "info"
    return minute_words(minutes), role
