"""Write resources/calendar/<year>.toml from the two calendar packages used as test oracles.

Run it when the State Council publishes the next year's notice and both packages carry it:
add the notice to NOTICES, then `.venv/bin/python scripts/make_calendar_years.py 2027`.
The days off and make-up days come from chinesecalendar, the statutory days from holidays;
the years are never edited by hand, so a wrong day shows as a difference in the tests.
"""

from __future__ import annotations

import sys
from datetime import date, timedelta
from pathlib import Path

import chinese_calendar
import holidays

TARGET = Path(__file__).resolve().parent.parent / "resources" / "calendar"

# year -> (what the notice is called after 国务院办公厅关于, number, date). An empty number: not verified.
NOTICES: dict[int, list[tuple[str, str, date]]] = {
    2016: [("2016年部分节假日安排的通知", "国办发明电〔2015〕18号", date(2015, 12, 10))],
    2017: [("2017年部分节假日安排的通知", "国办发明电〔2016〕17号", date(2016, 12, 1))],
    2018: [("2018年部分节假日安排的通知", "国办发明电〔2017〕12号", date(2017, 11, 30))],
    2019: [
        ("2019年部分节假日安排的通知", "国办发明电〔2018〕15号", date(2018, 12, 4)),
        ("调整2019年劳动节假期安排的通知", "国办发明电〔2019〕3号", date(2019, 3, 22)),
    ],
    2020: [
        ("2020年部分节假日安排的通知", "国办发明电〔2019〕16号", date(2019, 11, 21)),
        ("延长2020年春节假期的通知", "国办发明电〔2020〕1号", date(2020, 1, 26)),
    ],
    2021: [("2021年部分节假日安排的通知", "国办发明电〔2020〕27号", date(2020, 11, 25))],
    2022: [("2022年部分节假日安排的通知", "国办发明电〔2021〕11号", date(2021, 10, 25))],
    2023: [("2023年部分节假日安排的通知", "国办发明电〔2022〕16号", date(2022, 12, 8))],
    2024: [("2024年部分节假日安排的通知", "国办发明电〔2023〕7号", date(2023, 10, 25))],
    2025: [("2025年部分节假日安排的通知", "国办发明电〔2024〕12号", date(2024, 11, 12))],
    2026: [("2026年部分节假日安排的通知", "国办发明电〔2025〕7号", date(2025, 11, 4))],
}
# Years whose notice arranges the two autumn holidays as one: the packages split or mislabel them.
JOINED = {2017: "国庆节、中秋节", 2020: "国庆节、中秋节", 2023: "中秋节、国庆节", 2025: "国庆节、中秋节"}
NAMES = {
    "New Year's Day": "元旦",
    "Spring Festival": "春节",
    "Tomb-sweeping Day": "清明节",
    "Labour Day": "劳动节",
    "Dragon Boat Festival": "端午节",
    "Mid-autumn Festival": "中秋节",
    "National Day": "国庆节",
}


def _name_of(day: date, year: int) -> str | None:
    """The arrangement a day belongs to in the notice of `year`, or None for an ordinary day."""
    name = chinese_calendar.get_holiday_detail(day)[1]
    if name is None:
        return None
    chinese = NAMES[name]
    if chinese == "元旦" and (day.year + (day.month == 12)) != year:
        return None
    if chinese in ("中秋节", "国庆节"):
        return JOINED.get(year, chinese)
    return chinese


def _statutory(year: int) -> set[date]:
    days = holidays.country_holidays("CN", years=year, language="zh_CN")
    return {day for day, name in days.items() if not any(word in name for word in ("补假", "调休", "延长"))}


def _year_text(year: int) -> str:
    blocks: dict[str, dict[str, list[date]]] = {}
    day = date(year - 1, 12, 1)
    while day <= date(year, 12, 20):
        name = _name_of(day, year)
        if name is not None and (day.year == year or name == "元旦"):
            kind = "work" if chinese_calendar.is_workday(day) else "off"
            blocks.setdefault(name, {"off": [], "work": []})[kind].append(day)
        day += timedelta(days=1)
    statutory = _statutory(year)
    lines = [f"# {year} 年放假调休安排。由 scripts/make_calendar_years.py 生成，不要手改。", f"year = {year}"]
    for title, number, issued in NOTICES[year]:
        lines += ["", "[[source]]", f'title = "国务院办公厅关于{title}"']
        lines += [f'number = "{number}"', f"issued = {issued}"]
    for name, days in sorted(blocks.items(), key=lambda item: item[1]["off"][0]):
        first, last = days["off"][0], days["off"][-1]
        if (last - first).days + 1 != len(days["off"]):
            raise SystemExit(f"{year} {name}: the days off are not one block")
        named = [str(d) for d in days["off"] if d in statutory]
        lines += ["", "[[holiday]]", f'name = "{name}"', f"first = {first}", f"last = {last}"]
        lines += [f"statutory = [{', '.join(named)}]"]
        lines += [f"workdays = [{', '.join(str(d) for d in days['work'])}]"]
    return "\n".join(lines) + "\n"


def main(years: list[int]) -> None:
    """Write the files of `years`, or of every year with a known notice."""
    for year in years or sorted(NOTICES):
        (TARGET / f"{year}.toml").write_text(_year_text(year), encoding="utf-8")


if __name__ == "__main__":
    main([int(word) for word in sys.argv[1:]])
