"""The clocks a case really shows, of every kind and on every start day, agree with the naive twins.

`tests/domain/test_naive_clocks.py` compares the counting; here the kinds say which clock starts when.
"""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable, Iterator

import pytest

from app.domain.dates import SHANGHAI
from app.domain.events import Event
from app.domain.office import OfficeSettingChanged, fold_office
from app.domain.settlement.facts import Obligation
from app.services import kinds, rulebook
from app.services.projection import Projector
from tests.domain import naive_clocks as naive
from tests.walks.beginnings import registration
from tests.walks.clerk import BY, HEAD, make

LAST = dt.date(2026, 12, 31)
ROLL = "holiday_block"


def told(matter: str, party: str, day: dt.date) -> Event:
    at = dt.datetime.combine(day, dt.time(10), SHANGHAI)
    return make("PartyNotified", matter=matter, party=party, method="phone", at=at, by=BY, result="reached")


def quarrel(day: dt.date) -> Event:
    return make("CompetenceDisputed", other="邻县市场监管局", reason="不明", on=day, by=BY)


def complaint(day: dt.date) -> list[Event]:
    return [
        registration("complaint", random.Random(1), day),
        quarrel(day),
        make("AcceptanceDecided", accepted=True, decided_on=day, by=BY),
        make("MediationTerminated", decided_on=day, grounds=("3",), facts="不成", by=BY),
    ]


def report(day: dt.date) -> list[Event]:
    opened = make("OpeningDecided", opened=True, decided_on=day, facts="查见", approved_by=HEAD, by=BY)
    return [named_report(day, discovered=False), quarrel(day), opened]


def clue(day: dt.date) -> list[Event]:
    return [named_report(day, discovered=True)]


def named_report(day: dt.date, *, discovered: bool) -> Event:
    for seed in range(99):
        first = registration("report", random.Random(seed), day)
        named = first.reporter.named  # type: ignore[attr-defined]
        if first.discovered == discovered and named == (not discovered):  # type: ignore[attr-defined]
            return first
    raise AssertionError("no such report")


def dispute(day: dt.date) -> list[Event]:
    return [
        registration("dispute", random.Random(1), day),
        make("DisputeDecided", accepted=True, decided_on=day, by=BY),
        make(
            "AgreementReached",
            agreed_on=day,
            terms="退款",
            obligations=(
                Obligation(no=1, obligor="respondent", kind="money", amount=1, due_on=day, method="现金"),
            ),
            instrument="none",
            no_letter_reason="both_agreed",
        ),
        make("ConfirmationApplied", on=day, court="江安县人民法院", by=BY),
        make("ConfirmationTaken", taken=True, on=day, number="诉前调确1号"),
    ]


def petition(day: dt.date) -> list[Event]:
    for seed in range(99):
        first = registration("petition", random.Random(seed), day)
        if first.request.arrival != "direct" and first.petitioner.name:  # type: ignore[attr-defined]
            break
    basis = {"facts": "查明", "opinion": "修复", "basis": "公路法", "by": BY}
    upheld = {"result": "upheld", "opinion": "维持"}
    asked = {"received_on": day, "body": "镇政府", "ours": True}
    return [
        first,
        make("PetitionSorted", way="opinion", reason="职权", on=day, by=BY),
        make("PetitionDecided", accepted=True, decided_on=day, by=BY),
        make("OpinionIssued", on=day, finding="support", **basis),
        told("opinion", "petitioner", day),
        make("ReviewRequested", level="review", **asked),
        make("ReviewDecided", level="review", on=day, **upheld),
        make("ReviewRequested", level="recheck", **asked),
    ]


Story = Callable[[dt.date], list[Event]]
HISTORIES: dict[str, tuple[str, Story, dict[str, str], dt.date]] = {
    "complaint": ("complaint", complaint, {}, dt.date(2020, 1, 1)),
    "report": ("report", report, {}, dt.date(2020, 1, 1)),
    "clue": ("report", clue, {}, dt.date(2020, 1, 1)),
    "dispute": ("dispute", dispute, {}, dt.date(2020, 1, 1)),
    "dispute by workdays": (
        "dispute",
        dispute,
        {"dispute_mediation_period": "30_workdays"},
        dt.date(2020, 1, 1),
    ),
    "petition": ("petition", petition, {"petition_role": "petition_office"}, dt.date(2022, 5, 1)),
}
EXTENSIONS = {("P2022", "petition.extension")}
"""Clocks that start where another one ends; they have a test of their own."""


def days_from(first: dt.date) -> Iterator[dt.date]:
    while first <= LAST:
        yield first
        first += dt.timedelta(days=1)


def shown(name: str, day: dt.date, *more: Event) -> tuple[str, list]:  # type: ignore[type-arg]
    """The rule set of the case and the rows it shows."""
    kind_name, story, settings, _ = HISTORIES[name]
    kind = kinds.kind_named(kind_name)
    projector = Projector()
    projector.office = fold_office(OfficeSettingChanged(name=n, value=v) for n, v in settings.items())
    case = kind.fold("c", [*story(day), *more])
    return case.rule_set, list(projector.deadlines(case))


@pytest.mark.parametrize("name", HISTORIES)
def test_what_the_case_shows(name: str) -> None:
    for day in days_from(HISTORIES[name][3]):
        rule_set, rows = shown(name, day)
        for row in rows:
            if row.clock.startswith("promise"):
                continue
            length, unit = naive.LAW[rule_set, row.clock]
            expected = naive.due(day, length, unit, ROLL if unit == "day" else "none")
            assert row.starts_on == day, (row.clock, day)
            if expected is None:
                assert row.provisional, (row.clock, day)
            else:
                assert (row.due_on, row.provisional) == (expected, False), (row.clock, day)


def test_every_clock_of_the_law_is_shown_by_some_case() -> None:
    seen = set(EXTENSIONS)
    for name, (_, _, _, first) in HISTORIES.items():
        for day in (first, dt.date(2025, 3, 3), dt.date(2026, 5, 6)):
            rule_set, rows = shown(name, day)
            seen |= {(rule_set, row.clock) for row in rows}
    known = {(r.id, c.name) for law in ("measures", "petition", "people_mediation")
             for r in rulebook.rule_book(law).rule_sets for c in r.clocks}  # fmt: skip
    assert known - seen == set()


def test_an_extended_check_is_thirty_working_days() -> None:
    for day in days_from(dt.date(2020, 1, 1)):
        first = named_report(day, discovered=False)
        longer = make("CheckExtended", reason="协查", approved_by=HEAD, approved_on=day, by=BY)
        case = kinds.kind_named("report").fold("c", [first, longer])
        row = next(r for r in Projector().deadlines(case) if r.clock == "report.check")
        expected = naive.due(day, 30, "workday", "none")
        assert expected is None or row.due_on == expected, day


def test_new_facts_count_the_check_anew() -> None:
    """办法第35条: from the last report on; without the extension of the earlier period."""
    for day in days_from(dt.date(2026, 4, 15)):
        first = named_report(day, discovered=False)
        longer = make("CheckExtended", reason="协查", approved_by=HEAD, approved_on=day, by=BY)
        again = day + dt.timedelta(days=9)
        more = make(
            "NewFactsAdded", other="x", number="消举〔2026〕2号", received_on=again, facts="新照片", by=BY
        )
        case = kinds.kind_named("report").fold("c", [first, longer, more])
        row = next(r for r in Projector().deadlines(case) if r.clock == "report.check")
        expected = naive.due(again, 15, "workday", "none")
        assert expected is None or row.due_on == expected, day


def test_an_extended_petition_counts_on_from_the_sixtieth_day() -> None:
    """第34条: the extension lengthens the period, not the holiday it may end in."""
    for day in days_from(dt.date(2022, 5, 1)):
        longer = make("HandlingExtended", days=30, reason="复杂", approved_by=HEAD, on=day)
        _, rows = shown("petition", day, longer)
        row = next(r for r in rows if r.clock == "petition.extension")
        expected = naive.due(naive.last_day(day, 60, "day"), 30, "day", ROLL)
        assert expected is None or row.due_on == expected, day
