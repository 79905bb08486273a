"""What kind of matter somebody has come with: suggestions with their reasons, never a decision.

A counter hears everything at once: a wish for one's money back, a clue about a shop, a question, a quarrel
with a neighbour. The words found and the typed fields point to kinds; a clerk reads why and chooses. The
words and the articles are data (resources/rules/triage.toml).
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable

import msgspec

from app.domain.errors import UserError
from app.domain.wording import WordList, words_found

KINDS = ("complaint", "report", "consultation", "dispute", "petition")


class _Data(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Read from a file: unknown keys are mistakes."""


class KindWords(_Data, frozen=True):
    """A kind as it is called on screen, the article that makes it one, and what it is about."""

    label: str
    basis: str
    about: str


class Signal(_Data, frozen=True):
    """Words that point to a kind. `strength` 3 is plain, 1 only supports what else points there."""

    id: str
    kind: str
    why: str
    basis: str
    strength: int
    words: tuple[str, ...]
    not_in: tuple[str, ...] = ()
    negatable: bool = False


class Route(_Data, frozen=True):
    """A matter that is none of the kinds (办法第44条): where it belongs and what to tell the person."""

    id: str
    label: str
    to: str
    why: str
    basis: str
    tell: str
    words: tuple[str, ...]
    not_in: tuple[str, ...] = ()


class Separate(_Data, frozen=True):
    """办法第9条 in the clerk's words; `maybe` when clues stand beside a claim without a wish to report."""

    basis: str
    text: str
    maybe: str


class Nothing(_Data, frozen=True):
    """What to ask when nothing points anywhere."""

    text: str
    basis: str


class TriageRules(_Data, frozen=True):
    """The whole file."""

    negations: tuple[str, ...]
    kinds: dict[str, KindWords]
    separate: Separate
    nothing: Nothing
    signals: tuple[Signal, ...] = msgspec.field(name="signal")
    routes: tuple[Route, ...] = msgspec.field(name="route")


class Submission(msgspec.Struct, frozen=True, kw_only=True):
    """What is known when a matter arrives. `text` is everything said or written.

    `demands` are labels of what was asked for, `called` the word the sending platform used (投诉、举报…),
    `opponent` the other side's name; `anonymous` that the person gives no name.
    """

    text: str = ""
    demands: tuple[str, ...] = ()
    called: str = ""
    opponent: str = ""
    anonymous: bool = False


class Reason(msgspec.Struct, frozen=True, kw_only=True):
    """One reason as a clerk reads it: why, the words found, the article."""

    why: str
    words: tuple[str, ...]
    basis: str

    @property
    def sentence(self) -> str:
        """提出了自己的请求（“退款”“赔偿”）——办法第3条第1款."""
        quoted = "".join(f"“{word}”" for word in self.words)
        return f"{self.why}（{quoted}）——{self.basis}" if quoted else f"{self.why}——{self.basis}"


class KindSuggestion(msgspec.Struct, frozen=True, kw_only=True):
    """A kind the words point to. `plain`: at least one strong reason."""

    kind: str
    label: str
    basis: str
    reasons: tuple[Reason, ...]
    plain: bool


class RouteSuggestion(msgspec.Struct, frozen=True, kw_only=True):
    """Another way than a kind of matter: where to send the person and what to tell."""

    id: str
    label: str
    to: str
    tell: str
    reason: Reason


class Triage(msgspec.Struct, frozen=True, kw_only=True):
    """Suggestions, the likeliest kind first. `separate`: 办法第9条 asks for two linked cases.

    `remarks` are sentences to read beside them; nothing here binds the person who decides.
    """

    kinds: tuple[KindSuggestion, ...]
    routes: tuple[RouteSuggestion, ...]
    separate: bool
    remarks: tuple[str, ...]

    @property
    def first(self) -> str:
        """The likeliest kind, "" when nothing points to one."""
        return self.kinds[0].kind if self.kinds else ""


def parse_triage(text: str) -> TriageRules:
    """Read the file. Raises UserError naming what is wrong with it."""
    try:
        rules = msgspec.convert(tomllib.loads(text), type=TriageRules)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise UserError(f"分类提示文件读不懂（{error}），请换用完整的文件。") from error
    if set(rules.kinds) != set(KINDS):
        raise UserError("分类提示文件里的类别不全，请换用完整的文件。")
    pointers: tuple[Signal | Route, ...] = (*rules.signals, *rules.routes)
    ids = [one.id for one in pointers]
    twice = {name for name in ids if ids.count(name) > 1}
    if twice:
        raise UserError(f"分类提示文件里的“{min(twice)}”重复，请换用完整的文件。")
    for signal in rules.signals:
        if signal.kind not in rules.kinds:
            raise UserError(f"分类提示文件里“{signal.id}”的类别不存在，请换用完整的文件。")
    for one in pointers:
        if not one.words or not one.basis or not one.why:
            raise UserError(f"分类提示文件里“{one.id}”没有字词、理由或者依据，请换用完整的文件。")
    return rules


def triage(submission: Submission, rules: TriageRules) -> Triage:
    """What the words and fields point to. Total: any text gives an answer, if only what to ask."""
    hits = {s.id: _found(submission.text, s, rules.negations) for s in rules.signals}
    strength = dict.fromkeys(KINDS, 0)
    reasons: dict[str, list[Reason]] = {kind: [] for kind in KINDS}
    for signal in rules.signals:
        words = hits[signal.id]
        if words:
            strength[signal.kind] += signal.strength
            reasons[signal.kind].append(Reason(why=signal.why, words=words, basis=signal.basis))
    _read_fields(submission, rules, strength, reasons)
    _weigh(strength, asking=_is_asking(submission, hits))
    ranked = sorted((k for k in KINDS if reasons[k] and strength[k] > 0), key=lambda k: -strength[k])
    kinds = tuple(_suggestion(kind, rules, reasons[kind], strength[kind]) for kind in ranked)
    routes = tuple(_routes(submission.text, rules))
    # Two lots of work only when both were asked for; a clue beside a claim is asked about instead.
    separate = _plain(strength, "complaint") and _plain(strength, "report") and _asked(submission, hits)
    return Triage(
        kinds=kinds,
        routes=routes,
        separate=separate,
        remarks=tuple(_remarks(rules, kinds, routes, strength, hits, separate)),
    )


def _found(text: str, rule: Signal | Route, negations: Iterable[str]) -> tuple[str, ...]:
    negatable = isinstance(rule, Signal) and rule.negatable
    listed = WordList(words=rule.words, not_in=rule.not_in, negatable=negatable)
    return words_found(text, listed, tuple(negations))


def _read_fields(
    submission: Submission, rules: TriageRules, strength: dict[str, int], reasons: dict[str, list[Reason]]
) -> None:
    """What was chosen rather than said: demands, and the kind the sender called it by."""
    if submission.demands:
        strength["complaint"] += 3
        why = "登记了投诉请求"
        reasons["complaint"].append(Reason(why=why, words=submission.demands, basis="办法第10条第1款第3项"))
    called = submission.called.strip()
    for kind, words in rules.kinds.items():
        if called and words.label in called:
            strength[kind] += 2
            reasons[kind].append(Reason(why="来件单位归为这一类", words=(called,), basis=words.basis))
    if submission.anonymous and strength["report"]:
        strength["report"] += 1
        reasons["report"].append(Reason(why="没有留下姓名，举报可以匿名", words=(), basis="文书式样二注2"))


def _is_asking(submission: Submission, hits: dict[str, tuple[str, ...]]) -> bool:
    """Somebody says they only ask, and nothing shows a purchase of their own behind it."""
    own = bool(hits.get("dealing")) or bool(submission.demands) or bool(submission.opponent.strip())
    return bool(hits.get("asks")) and not own


def _weigh(strength: dict[str, int], *, asking: bool) -> None:
    """A question beside a claim or a clue is a way of speaking (能不能退款): it comes after them."""
    if asking:
        strength["complaint"] = min(strength["complaint"], 1)
    elif strength["complaint"] >= 3 or strength["report"] >= 2:
        strength["consultation"] = min(strength["consultation"], 1)
    elif strength["consultation"]:
        strength["complaint"] = min(strength["complaint"], 1)
    # An opponent who is a neighbour is no business: the claim is the private dispute's own.
    if strength["dispute"] >= 3 and strength["complaint"]:
        strength["complaint"] = min(strength["complaint"], 2)


def _plain(strength: dict[str, int], kind: str) -> bool:
    return strength[kind] >= 2


def _asked(submission: Submission, hits: dict[str, tuple[str, ...]]) -> bool:
    """Whether a claim of one's own and a wish to have the business looked into were both spoken."""
    called = "投诉" in submission.called and "举报" in submission.called
    return called or (bool(hits.get("wish_report")) and bool(hits.get("claim") or submission.demands))


def _suggestion(kind: str, rules: TriageRules, reasons: list[Reason], strength: int) -> KindSuggestion:
    words = rules.kinds[kind]
    return KindSuggestion(
        kind=kind, label=words.label, basis=words.basis, reasons=tuple(reasons), plain=strength >= 2
    )


def _routes(text: str, rules: TriageRules) -> Iterable[RouteSuggestion]:
    for route in rules.routes:
        words = _found(text, route, ())
        if words:
            reason = Reason(why=route.why, words=words, basis=route.basis)
            yield RouteSuggestion(id=route.id, label=route.label, to=route.to, tell=route.tell, reason=reason)


def _remarks(
    rules: TriageRules,
    kinds: tuple[KindSuggestion, ...],
    routes: tuple[RouteSuggestion, ...],
    strength: dict[str, int],
    hits: dict[str, tuple[str, ...]],
    separate: bool,
) -> Iterable[str]:
    if separate:
        yield f"{rules.separate.text}（{rules.separate.basis}）。"
    elif _plain(strength, "complaint") and hits.get("clue"):
        yield f"{rules.separate.maybe}。"
    if not kinds and not routes:
        yield f"{rules.nothing.text}（{rules.nothing.basis}）。"
