"""What the conditions of resources/rules/report.toml mean; "" holds, else the sentence a clerk reads."""

from __future__ import annotations

from collections.abc import Callable

from app.domain.kinds.report.state import Report
from app.domain.matter import guards as matter_guards
from app.domain.matter.guards import registrar

GUARDS: dict[str, Callable[[Report], str]] = {**matter_guards.GUARDS}
_guard = registrar(GUARDS)


@_guard
def unchecked(case: Report) -> str:
    begun = case.inquiries or case.live_evidence() or case.tests or case.receipt
    return "" if case.phase == "registered" and not begun else "已经开始核查。"


@_guard
def undecided(case: Report) -> str:
    return "" if case.phase == "registered" else "已经作出立案与否的决定。"


@_guard
def no_open_test(case: Report) -> str:
    return "" if case.testing() is None else "检测鉴定尚未出结论，先登记结论。"


@_guard
def test_open(case: Report) -> str:
    return "" if case.testing() is not None else "没有进行中的检测鉴定。"


@_guard
def not_extended(case: Report) -> str:
    if case.extension() is None:
        return ""
    return "核查期限已经延长过一次，不能再延长（行政处罚程序规定第18条）。"


@_guard
def discovered(case: Report) -> str:
    return "" if case.discovered else "本件不是调解中发现的线索。"


@_guard
def not_discovered(case: Report) -> str:
    return "这件是调解中发现的线索，没有举报人。" if case.discovered else ""


@_guard
def receipt_owed(case: Report) -> str:
    return discovered(case) or ("已经登记签收。" if case.receipt is not None else "")


@_guard
def no_receipt(case: Report) -> str:
    return "" if case.receipt is None else "已经登记签收。"


@_guard
def repeat_known(case: Report) -> str:
    """第35条第2款 came with 令第121号; what is merged here has been joined with another report."""
    if case.discovered:
        return "这件是调解中发现的线索，没有举报人。"
    if case.rule_set == "R2020":
        return "收到时适用暂行办法，没有重复举报不再另行处理的规定。"
    if case.reporter.anonymous:
        return "匿名举报不能确认是同一举报人，请作为关联案件分别办理。"
    return ""


@_guard
def leads_nothing(case: Report) -> str:
    if case.added:
        return f"{case.added[0].number}已经并入本件，请先撤销并案。"
    return ""


@_guard
def open_case(case: Report) -> str:
    return "" if case.phase == "opened" else "立案后才登记处理结果。"


@_guard
def judgement_owed(case: Report) -> str:
    """第36条 is asked once there is something to tell: a result, or 不予立案."""
    if case.phase not in ("concluded", "not_opened") or case.discovered:
        return "还没有处理结果，或者没有举报人。"
    if not case.reporter.named:
        return "匿名举报无从告知。"
    return "" if case.judged is None else "已经判断过是否告知结果。"


@_guard
def judgement_done(case: Report) -> str:
    if case.phase not in ("concluded", "not_opened"):
        return ""
    if judgement_owed(case) == "":
        return "还没有判断是否依法应当告知举报人结果，先判断（办法第36条）。"
    return ""


@_guard
def all_told(case: Report) -> str:
    return "还有事项没有告知举报人，请先告知。" if case.notices_due() else ""


@_guard
def closable(case: Report) -> str:
    return judgement_done(case) or all_told(case) or source_answered(case) or _still_open(case)


def _still_open(case: Report) -> str:
    ended = case.phase in ("not_opened", "concluded", "repeated", "elsewhere", "transferred")
    return "" if ended else "还没有结果，不能结案。"


def source_answered(case: Report) -> str:
    return matter_guards.GUARDS["source_answered"](case)


@_guard
def split_from_complaint(case: Report) -> str:
    return (
        "" if case.linked("split") else "本件没有同时提出的投诉，举报人信息不能提供给被举报人（办法第37条）。"
    )


@_guard
def not_disclosed(case: Report) -> str:
    return "" if case.disclosure is None else "已经登记过可以提供的信息。"


@_guard
def has_reporter(case: Report) -> str:
    return "" if not case.discovered else "没有举报人。"


@_guard
def identity_kept(case: Report) -> str:
    if case.discovered:
        return "这件是调解中发现的线索，没有举报人。"
    return "" if case.reporter.named else "这件是匿名举报，没有登记举报人身份。"


@_guard
def result_notice_owed(case: Report) -> str:
    """Form 十: only where a law demands that the result be told (办法第36条)."""
    if case.judged is None or not case.judged.owed:
        return "没有判断为依法应当告知举报人（办法第36条）。"
    return "" if case.reporter.named else "匿名举报无从告知。"


@_guard
def opening_notice_due(case: Report) -> str:
    return _opening_letter(case, opened=True)


@_guard
def no_opening_notice_due(case: Report) -> str:
    return _opening_letter(case, opened=False)


def _opening_letter(case: Report, *, opened: bool) -> str:
    if case.rule_set != "R2020":
        return "2026年4月15日起收到的举报不再告知是否立案，没有这种文书。"
    if case.opening is None or case.opening.opened is not opened:
        return "没有作出这种决定。"
    return "" if case.reporter.named else "匿名举报无从告知。"


@_guard
def extended_once(case: Report) -> str:
    return "" if case.extensions else "没有批准延长核查期限。"


@_guard
def transferred_once(case: Report) -> str:
    return "" if case.transfers else "没有移送。"
