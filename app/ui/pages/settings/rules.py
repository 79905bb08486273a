"""设置 › 规则与日历: which law and which calendars are loaded, and the points a person must decide."""

from __future__ import annotations

from app.domain.rules import RuleSet
from app.ui.context import Context
from app.ui.pages.settings.questions import Question, QuestionsSection
from app.ui.widgets.card import Card
from app.ui.widgets.cells import Column
from app.ui.widgets.small_table import SmallTable
from app.ui.workplace import Workplace

QUESTIONS: tuple[Question, ...] = (
    Question(
        "day_clock_roll",
        "60 日期限的最后一天正好休息，顺延吗？",
        "《办法》第45条只写了最后一日是“法定节假日”的顺延，没有写周末，也没有写调休连成的假期。"
        "请问过县局再改；提醒始终按没有顺延的日期。",
        (
            (
                "holiday_block",
                "放假连休顺延",
                "在国务院通知的放假连休里就顺延到连休后第一个工作日；普通周末不顺延。默认。",
            ),
            (
                "statutory_days",
                "只有法定当天顺延",
                "正好是法定节假日那几天（如10月1日至3日）才顺延，连休里调来的休息日不顺延。",
            ),
            ("weekend_too", "周末也顺延", "任何休息日都顺延到下一个工作日。最宽，也最容易被认为超期。"),
        ),
    ),
    Question(
        "reporter_sight",
        "谁可以查看举报人的身份？",
        "《办法》第37条要求对举报人的信息保密，没有写本单位里谁可以看。负责人总是可以看；"
        "每次查看都要写理由，记在举报的经过里。只有负责人可以改这一项。",
        (
            (
                "head_and_registrar",
                "负责人和登记人",
                "登记这件举报的经办人也可以看，别的经办人不可以。默认。",
            ),
            ("head", "仅负责人", "登记人登记以后也不能再看。"),
            ("head_and_clerks", "负责人和受理员", "全部受理员可以看，调解员不可以。"),
        ),
    ),
    Question(
        "petition_role",
        "本单位收到信访事项，是信访部门还是其他机关、单位？",
        "《信访工作条例》第22条给党委和政府信访部门十五日转送、交办，第23条要求其他机关、单位十五日内书面告知信访人。"
        "乡镇窗口算哪一种，请问过县信访局再改。",
        (
            ("other_body", "其他机关、单位", "显示十五日书面告知期限。默认。"),
            ("petition_office", "信访部门", "再显示十五日转送、交办期限。"),
        ),
    ),
    Question(
        "dispute_mediation_period",
        "人民调解一般多长时间调结？",
        "《人民调解法》没有规定期限，《人民调解工作若干规定》说“一般一个月内调结”，有的地方规定 30 个工作日。"
        "请问过县司法局再改；双方同意继续调解的，可以在案件里另行约定。",
        (
            ("30_days", "30 日", "按自然日计算。默认。"),
            ("30_workdays", "30 个工作日", "当地有这样规定的选这一项。"),
            ("none", "不设期限", "不显示调解期限。"),
        ),
    ),
    Question(
        "mediation_limit_before_2026",
        "2026年4月15日以前收到的投诉，调解期限算哪一个？",
        "旧的暂行办法（令第20号第21条）是 45 个工作日，2024年7月1日起的实施条例第46条是 60 日，"
        "新《办法》没有写过渡。两个日期都会显示，这里选哪一个算到期。",
        (
            ("earlier", "先到的一个", "两个日期里早的那个算到期，怎么理解都不会超期。默认。"),
            ("45_workdays", "45 个工作日", "按令第20号第21条。"),
            ("60_days", "60 日", "按实施条例第46条。"),
        ),
    ),
)
"""The settings of `app.domain.office.SETTINGS` that are points of law; a test keeps them complete."""


class RulesSection(QuestionsSection):
    """Two lists to read, and one card a question."""

    def __init__(self, context: Context, workplace: Workplace) -> None:
        super().__init__(
            "规则与日历",
            "每件案件按收到日期适用当时的规则，以后不变。规则和日历是随程序来的数据文件。",
            context,
            workplace,
        )
        self.content.addWidget(self._rule_sets())
        self.content.addWidget(self._years())
        for question in QUESTIONS:
            self.add_question(question)
        self.refresh()

    def _rule_sets(self) -> Card:
        columns = (
            Column("id", "编号", 60),
            Column("title", "规则", 330, stretch=True),
            Column("order", "文号", 212),
            Column("days", "收到日期", 176),
        )
        table = SmallTable("rule_sets", columns, grow=True)
        table.set_rows(
            [(one.id, (one.id, one.title, one.order, _days_of(one))) for one in self.office.rules.rule_sets]
        )
        card = Card("办案规则", flush=True)
        card.body.addWidget(table)
        return card

    def _years(self) -> Card:
        calendar = self.office.calendar
        columns = (
            Column("year", "年份", 60),
            Column("source", "依据", 330, stretch=True),
            Column("number", "文号", 180),
            Column("issued", "发布日期", 110),
        )
        rows = []
        for year in reversed(calendar.years):
            plan = calendar.plan(year)
            source = plan.source[0] if plan is not None else None
            if source is not None:
                rows.append((year, (f"{year}", source.title, source.number, f"{source.issued}")))
        table = SmallTable("calendars", columns, grow=True)
        table.set_rows(rows)
        last = calendar.years[-1]
        card = Card("节假日安排", f"{last + 1} 年起的期限标为“暂定”，公布后随程序更新重新计算", flush=True)
        card.body.addWidget(table)
        return card


def _days_of(rules: RuleSet) -> str:
    if rules.effective_until is None:
        return f"{rules.effective_from} 起"
    return f"{rules.effective_from} 至 {rules.effective_until}"
