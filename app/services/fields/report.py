"""What a report says to its papers. The reporter is named only on papers that are allowed to (`unsealed`)."""

from __future__ import annotations

from app.domain.kinds.report.facts import Reporter
from app.domain.kinds.report.identity import SEALED
from app.domain.kinds.report.state import RESULTS, Report
from app.domain.kinds.report.timing import clock_of
from app.services.fields.handing import handing_fields
from app.services.fields.shared import Fields, PaperWanted, office_fields
from app.services.labels import label


def all_fields(wanted: PaperWanted[Report]) -> Fields:
    """Every field the papers of a report may name, for one paper."""
    case = wanted.case
    if case.origin is None:
        raise ValueError("a report without registration has no papers")
    fields = office_fields(wanted.office, wanted.case.identity) | {
        "case": {
            "number": case.number,
            "subject": subject(case),
            "clues": clues(case, unsealed=wanted.unsealed),
            "received_on": case.origin.received_on,
            "received_on_site": case.origin.on_site,
        },
        "reporter": _reporter(case, unsealed=wanted.unsealed),
        "respondent": {"name": case.respondent.name, "address": case.respondent.address},
        "opening": {"decided_on": case.opening.decided_on if case.opening else None},
    }
    fields |= handing_fields(case, clues(case, unsealed=False))
    return fields | _extension(wanted) | _notice(case) | _transfer(case)


def subject(case: Report) -> str:
    """事由: whom and what about, short enough to stand in a sentence, without the reporter."""
    what = case.open_text(case.clue.subject) or label("goods_services", case.clue.category)
    return f"{case.respondent.name}涉嫌{what}" if what else f"{case.respondent.name}涉嫌违法"


def clues(case: Report, *, unsealed: bool) -> str:
    """The clue in full, with when and where; the reporter's own words about themselves only unsealed."""
    clue = case.clue
    parts = []
    if clue.happened_on is not None:
        day = clue.happened_on
        parts.append(f"时间：{day.year}年{day.month}月{day.day}日。")
    if clue.place:
        parts.append(f"地点：{clue.place}。")
    parts.append(clue.facts)
    if clue.oral and clue.recorded_by:
        parts.append(f"（举报人口述，{clue.recorded_by}记录。）")
    text = "\n".join(parts)
    return text if unsealed else case.open_text(text)


def _reporter(case: Report, *, unsealed: bool) -> dict[str, str]:
    person = case.reporter
    if person.anonymous:
        person = Reporter(name="匿名")
    elif not unsealed:
        person = Reporter(name=SEALED)
    return {
        "name": person.name,
        "phone": person.phone,
        "address": person.address,
        "id_no": person.id_no,
    }


def _extension(wanted: PaperWanted[Report]) -> Fields:
    case = wanted.case
    if not case.extensions:
        return {}
    last, rule = case.extensions[-1], wanted.rules.clock(clock_of(case))
    return {
        "extension": {
            "counted_from": last.counted_from,
            "start": rule.start if not case.added else "收到最后一次举报",
            "days": rule.length,
            "added": rule.extension,
            "reason": case.open_text(last.event.reason),
            "approved_by": last.event.approved_by,
            "approved_on": last.event.approved_on,
            "by": last.event.by,
        }
    }


def _notice(case: Report) -> Fields:
    judged = case.judged
    if judged is None:
        return {}
    result = case.result.text if case.result else case.opening.facts if case.opening else ""
    sort = RESULTS.get(case.result.sort, "") if case.result else "不予立案"
    return {
        "notice": {"law": judged.law, "article": judged.article, "result": f"{sort}。{result}"},
    }


def _transfer(case: Report) -> Fields:
    if not case.transfers:
        return {}
    last = case.transfers[-1]
    return {
        "transfer": {
            "receiver": last.receiver,
            "subject": subject(case),
            "facts": case.open_text(last.facts),
            "basis": last.basis,
            "materials": last.materials,
        }
    }
