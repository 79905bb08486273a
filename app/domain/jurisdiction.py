"""Which market supervision bureau is competent: question by question to a finding with its article.

The tree is data, one file for each 办法 (resources/rules/jurisdiction/<rule set>.toml), because the rule for
shops on platforms changed in 2026. A finding says who is competent, why, and what to do now; whoever got the
matter by dispatch never transfers it on but feeds back (办法第41条). The person decides and records it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from app.domain.errors import UserError

VERDICTS: dict[str, str] = {
    "ours": "本局",
    "elsewhere": "外县",
    "platform_seat": "平台住所地",
    "either": "两可",
    "superior": "报请上级",
    "outside": "不归市场监管",
    "unclear": "先查明",
}
"""Code and short name of who is competent."""

MATTERS: dict[str, str] = {"complaint": "投诉", "report": "举报"}
DISPUTE = "competence.dispute"
"""Name of the clock of 办法第33条 in the rule sets."""


class _Data(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Read from a file: unknown keys are mistakes."""


class Answer(_Data, frozen=True):
    """One answer. `to` is the id of the next question or of a finding."""

    code: str
    label: str
    to: str


class Question(_Data, frozen=True):
    """One question with what helps to answer it."""

    id: str
    ask: str
    answers: tuple[Answer, ...] = msgspec.field(name="answer")
    help: str = ""


class Finding(_Data, frozen=True):
    """The end of a path. `dispute`: the clock for settling competence starts."""

    id: str
    verdict: str
    reason: str
    basis: tuple[str, ...]
    now: str
    dispatched: str
    dispute: bool = False

    def advice(self, *, by_dispatch: bool) -> str:
        """What to do now; a matter that was dispatched goes back to its sender, not onward."""
        return self.dispatched if by_dispatch else self.now

    @property
    def sentence(self) -> str:
        """外县：…（办法第13条第1款）."""
        return f"{VERDICTS[self.verdict]}：{self.reason}（{'、'.join(self.basis)}）"


class _File(_Data, frozen=True):
    id: str
    start: dict[str, str]
    questions: tuple[Question, ...] = msgspec.field(name="question")
    findings: tuple[Finding, ...] = msgspec.field(name="finding")


class Path(msgspec.Struct, frozen=True, kw_only=True):
    """The answers given so far, as asked and answered, and what comes next: a question or the finding."""

    answered: tuple[tuple[Question, Answer], ...]
    question: Question | None
    finding: Finding | None


class DecisionTree:
    """The questions of one 办法. Immutable; safe to share."""

    __slots__ = ("_file", "_findings", "_questions")

    def __init__(self, file: _File) -> None:
        self._file = file
        self._questions = {one.id: one for one in file.questions}
        self._findings = {one.id: one for one in file.findings}

    @property
    def rule_set(self) -> str:
        """Id of the rule set the tree belongs to."""
        return self._file.id

    @property
    def questions(self) -> tuple[Question, ...]:
        """Every question, in the order of the file."""
        return self._file.questions

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Every finding, in the order of the file."""
        return self._file.findings

    def first(self, matter: str) -> Question:
        """The first question for a complaint or a report."""
        return self._questions[self._file.start[matter]]

    def follow(self, matter: str, answers: Sequence[str]) -> Path:
        """Walk the tree with answer codes. Raises UserError for an answer the question does not have."""
        question: Question | None = self.first(matter)
        answered: list[tuple[Question, Answer]] = []
        finding: Finding | None = None
        for code in answers:
            if question is None:
                raise UserError("管辖判断已经有结论，后面的回答用不上，请从头再答。")
            answer = next((one for one in question.answers if one.code == code), None)
            if answer is None:
                raise UserError(f"“{question.ask}”没有这个答案，请重新选择。")
            answered.append((question, answer))
            finding = self._findings.get(answer.to)
            question = self._questions.get(answer.to)
        return Path(answered=tuple(answered), question=question, finding=finding)

    def paths(self, matter: str) -> Iterator[Path]:
        """Every complete path of a complaint or report, from the first question to a finding."""
        waiting: list[tuple[str, ...]] = [()]
        while waiting:
            codes = waiting.pop()
            path = self.follow(matter, codes)
            if path.question is None:
                yield path
            else:
                waiting.extend((*codes, answer.code) for answer in reversed(path.question.answers))


def parse_tree(text: str) -> DecisionTree:
    """Read one file. Raises UserError naming what is wrong: dead ends, circles, a finding without article."""
    try:
        file = msgspec.convert(tomllib.loads(text), type=_File)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise UserError(f"管辖规则文件读不懂（{error}），请换用完整的文件。") from error
    _check(file)
    return DecisionTree(file)


def _check(file: _File) -> None:
    where = f"管辖规则文件 {file.id} "
    questions = {one.id: one for one in file.questions}
    ids = [*(one.id for one in file.questions), *(one.id for one in file.findings)]
    if len(set(ids)) != len(ids) or set(file.start) != set(MATTERS):
        raise UserError(f"{where}的编号重复或者开头不全，请换用完整的文件。")
    for question in file.questions:
        codes = [answer.code for answer in question.answers]
        if not codes or len(set(codes)) != len(codes):
            raise UserError(f"{where}的问题“{question.ask}”没有答案或者答案重复，请换用完整的文件。")
    for finding in file.findings:
        if finding.verdict not in VERDICTS or not finding.basis or not finding.now or not finding.dispatched:
            raise UserError(f"{where}的结论“{finding.id}”没有写全，请换用完整的文件。")
    reached = _reached(file, questions, ids, where)
    if reached != set(ids):
        raise UserError(f"{where}的“{min(set(ids) - reached)}”走不到，请换用完整的文件。")


def _reached(file: _File, questions: Mapping[str, Question], ids: Sequence[str], where: str) -> set[str]:
    """Every id that can be reached. Raises UserError for an answer that leads nowhere or in a circle."""
    seen: set[str] = set()

    def visit(name: str, above: tuple[str, ...]) -> None:
        if name not in ids or name in above:
            raise UserError(f"{where}的“{name}”不存在或者绕回了原处，请换用完整的文件。")
        seen.add(name)
        if name in questions:
            for answer in questions[name].answers:
                visit(answer.to, (*above, name))

    for start in file.start.values():
        visit(start, ())
    return seen
