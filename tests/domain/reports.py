"""Reports in a given phase, made by lawful events only, for the tests of single rules."""

from __future__ import annotations

import datetime as dt

from app.domain.casefile import DeadlineRow
from app.domain.events import Event
from app.domain.kinds.report import events as e
from app.domain.kinds.report.facts import Clue, Reporter
from app.domain.kinds.report.kind import KIND
from app.domain.kinds.report.state import Report
from app.domain.matter import events as m
from app.domain.matter.checking import Context
from app.domain.matter.facts import Business, Origin
from app.domain.matter.timing import Timing
from app.domain.office import Office
from app.domain.procedure import parse_procedure
from tests.domain.shipped_data import RESOURCES, shipped_calendar, shipped_rules

PROCEDURE = parse_procedure((RESOURCES / "rules/report.toml").read_text(encoding="utf-8"), KIND.guards)
SHANGHAI = dt.timezone(dt.timedelta(hours=8))
RECEIVED = dt.date(2026, 5, 6)
REPORTER = Reporter(name="欧阳修远", phone="13907925561", address="青山镇红旗村3组21号")
SHOP = Business(name="鲜品便利店", address="青山镇中山路12号")
CLUE = Clue(subject="销售超过保质期的食品", facts="货架上的豆干已过保质期两个月仍在销售，有照片。")


def registration(received: dt.date = RECEIVED, **changes: object) -> e.ReportRegistered:
    """A report by a named reporter; `changes` replace whole parts."""
    parts: dict[str, object] = {
        "number": f"消举〔{received.year}〕1号",
        "serial": 1,
        "rule_set": shipped_rules().for_received(received).id,
        "origin": Origin(channel="visit", received_on=received, on_site=True),
        "reporter": REPORTER,
        "respondent": SHOP,
        "clue": CLUE,
    }
    return e.ReportRegistered(**(parts | changes))  # type: ignore[arg-type]


class Walker:
    """Writes events to one report, each admitted on its own day."""

    def __init__(self, received: dt.date = RECEIVED, **changes: object) -> None:
        self.today = received
        self.rules = shipped_rules().for_received(received)
        self.case: Report = KIND.empty("r")
        self.events: list[Event] = []
        self.write(registration(received, **changes))

    def rows(self) -> tuple[DeadlineRow, ...]:
        """The clocks as they stand."""
        return KIND.clocks(self.case, Timing(rules=self.rules, calendar=shipped_calendar(), office=Office()))

    def due(self, clock: str = "report.check") -> dt.date | None:
        """The last day of a clock; StopIteration when there is none of that name."""
        return next(row for row in self.rows() if row.clock == clock).due_on

    def context(self) -> Context:
        """What the rules look at today."""
        due = KIND.limit(self.rows()) if self.case.origin is not None else None
        return Context(today=self.today, rule_set=self.rules, procedure=PROCEDURE, mediation_due=due)

    def write(self, *events: Event) -> Walker:
        """Admit and apply, or raise what the rules raise."""
        for event in events:
            KIND.admit(event, self.case, self.context())
            KIND.apply(event, self.case)
            self.events.append(event)
        return self

    def on(self, day: dt.date) -> Walker:
        """Go to a day."""
        self.today = day
        return self

    def test(self, start: dt.date, end: dt.date | None, sort: str = "inspection") -> Walker:
        """Send something to be tested, and take its finding when `end` is given."""
        no = len(self.case.tests) + 1
        self.on(start).write(
            e.TestingStarted(
                no=no, sort=sort, institution="市检验中心", item="豆干", started_on=start, by="王敏"
            )
        )
        if end is not None:
            self.on(end).write(e.TestingEnded(no=no, ended_on=end, conclusion="不合格"))
        return self

    def extend(self, day: dt.date) -> Walker:
        """The person in charge approves 15 more working days."""
        return self.on(day).write(
            e.CheckExtended(reason="需要外地协查", approved_by="周所长", approved_on=day, by="王敏")
        )

    def decide(self, opened: bool, day: dt.date | None = None) -> Walker:
        """立案 or 不予立案."""
        self.today = day or self.today
        return self.write(
            e.OpeningDecided(
                opened=opened, decided_on=self.today, facts="现场查见", approved_by="周所长", by="王敏"
            )
        )

    def tell(self, matter: str, result: str = "reached") -> Walker:
        """Tell the reporter now."""
        at = dt.datetime(self.today.year, self.today.month, self.today.day, 10, tzinfo=SHANGHAI)
        return self.write(
            m.PartyNotified(matter=matter, party="reporter", method="phone", at=at, by="王敏", result=result)
        )

    def judge(self, *, owed: bool) -> Walker:
        """第36条."""
        law, article = ("中华人民共和国食品安全法", "一百一十五") if owed else ("", "")
        return self.write(e.ResultNoticeJudged(owed=owed, law=law, article=article, on=self.today, by="王敏"))

    def choice(self, name: str) -> str:
        """Why an action is not possible, "" when it is, "absent" when it is not offered."""
        found = [c for c in KIND.choices(PROCEDURE, self.case) if c.name == name]
        return found[0].reason if found else "absent"

    def next_step(self) -> str:
        """The name of the next step, "" at the end."""
        step = KIND.steps.next_step(PROCEDURE, self.case)
        return step.name if step else ""
