"""What a person must know or do about the exchange: after a restore, with a copied computer, with gaps.

`findings` is asked at start and after every import; each tells in steps what to do. Only a copied computer
needs an act of its own (`repair_clone`); everything else mends itself with the next packages.
"""

from __future__ import annotations

import msgspec

from app.domain.errors import InvalidFields, UserError
from app.domain.sync.statement import ForkFound
from app.services.changes import Changes
from app.services.exchange import number_grants, own_keys, peers
from app.services.office import OpenOffice
from app.store.quarantine import EARLY

KEYS_LOST, RESTORED, CLONE_HERE, CLONE_ELSEWHERE = "keys_lost", "restored", "clone_here", "clone_elsewhere"
CLONE_BELOW, GAP, EARLY_EVENTS, NUMBERS_LOW = "clone_below", "gap", "early", "numbers_low"


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """One thing. `kind` is a constant of this module; `urgent` ones stop or endanger the exchange.

    `node` and `name`: the office it is about, "" for this one.
    """

    kind: str
    urgent: bool
    title: str
    sentence: str
    steps: tuple[str, ...]
    node: str = ""
    name: str = ""


class Repaired(msgspec.Struct, frozen=True, kw_only=True):
    """A copied computer has an identity of its own: how many records stand again under it."""

    again: int
    fingerprint: str
    steps: tuple[str, ...]
    changes: Changes


_TO_ENROL_AGAIN = (
    "在“入网”里写一份新的入网申请，交给上级。",
    "上级核对指纹后批复（把它登记为另一台电脑，另给一个代码）。",
    "接受批复后导出一次，本机的记录就都到上级了。",
)


def findings(office: OpenOffice) -> tuple[Finding, ...]:
    """Everything there is to know, the urgent first."""
    found = [
        *_keys(office),
        *_clones(office),
        *_restored(office),
        *_gaps(office),
        *_numbers(office),
    ]
    return tuple(sorted(found, key=lambda one: not one.urgent))


def repair_clone(office: OpenOffice, reason: str) -> Repaired:
    """Give this computer, a copy of another, its own identity; what it wrote since stands again under it.

    InvalidFields without a reason, UserError when this computer is not the one to repair. Afterwards the
    office is enrolled anew; nothing of either computer is lost.
    """
    if not reason.strip():
        raise InvalidFields({"reason": "请写明这台电脑是怎么来的，例如：整机复制"})
    fork = office.store.clones.to_repair()
    if fork is None:
        raise UserError("本机不需要修复身份；如果另一台电脑与本机重复，请在那一台上修复。")
    again = len(office.store.clones.branch(fork))
    office.store.adopt_new_node(fork, reason.strip(), office.operator.id)
    own_keys.ring_of(office)
    office.refresh()
    return Repaired(
        again=again,
        fingerprint=peers.own_fingerprint(office),
        steps=_TO_ENROL_AGAIN,
        changes=Changes.CASES | Changes.OFFICE | Changes.EXCHANGE,
    )


def _keys(office: OpenOffice) -> list[Finding]:
    if not own_keys.are_lost(office):
        return []
    return [
        Finding(
            kind=KEYS_LOST,
            urgent=True,
            title="交换密钥不见了",
            sentence="数据都在，但没有密钥就不能导出，也打不开发来的文件。",
            steps=(
                "先找最近的备份：备份旁边的 .exchange.keys 就是密钥，恢复备份时会自动取回。",
                "找不到时，在“入网”里选“密钥丢失，重新入网”，写一份新的入网申请交给上级。",
                "上级电话核对新指纹后重新批复；接受后再导出一次。",
            ),
        )
    ]


def _clones(office: OpenOffice) -> list[Finding]:
    found = []
    own = office.store.identity.node
    for fork in office.store.quarantine.forks():
        if fork.node == own:
            found.append(_own_clone(office, fork))
            continue
        card = office.store.peers.card(fork.node)
        name = card.name if card is not None else "一个单位"
        found.append(
            Finding(
                kind=CLONE_BELOW,
                urgent=True,
                title=f"“{name}”有两台电脑用同一个身份",
                sentence=f"第 {fork.seq} 条起两台电脑各写各的；先到的已收下，后到的整份暂存，没有丢。",
                steps=(
                    "照常向它导出一次，文件里会告诉它该修复哪一台。",
                    "请它把文件导入两台电脑；该修复的那一台会提示“修复身份”。",
                    "修复后它会写来新的入网申请，批复时另给一个代码。",
                ),
                node=fork.node,
                name=name,
            )
        )
    return found


def _own_clone(office: OpenOffice, fork: ForkFound) -> Finding:
    if office.store.clones.must_move(fork):
        return Finding(
            kind=CLONE_HERE,
            urgent=True,
            title="这台电脑与另一台用着同一个身份",
            sentence=f"从第 {fork.seq} 条起，另一台电脑的记录先到了上级，请在本机修复身份。",
            steps=("按“修复身份”，本机改用自己的身份，写过的记录原样保留。", *_TO_ENROL_AGAIN),
        )
    return Finding(
        kind=CLONE_ELSEWHERE,
        urgent=False,
        title="另一台电脑在用本机的身份",
        sentence="本机的记录先到上级，本机不用动；另一台电脑的记录暂存在上级，没有丢。",
        steps=(
            "找到那一台电脑（整机复制或从本机备份装出来的），停止在上面登记。",
            "把上级发来的文件也导入那一台，按提示在那一台上修复身份。",
        ),
    )


def _restored(office: OpenOffice) -> list[Finding]:
    """Until every office it exchanges with has confirmed something of this life."""
    epoch = office.store.identity.epoch
    if epoch < 2:
        return []
    waiting = [p for p in office.store.peers.all() if p.active and (p.own_epoch != epoch or p.acked == 0)]
    if not waiting:
        return []
    names = "、".join(peer.name for peer in waiting[:5])
    return [
        Finding(
            kind=RESTORED,
            urgent=False,
            title="本机从备份恢复过",
            sentence=f"备份之后的记录，凡是送出去过的都能找回：还在等 {names} 把它们带回来。",
            steps=(
                "照常办理，不用重新登记已经送出过的案件。",
                "向对方导出一次：文件里会说明本机现在有什么、缺什么。",
                "对方导入后再导出给本机，导入它，缺的记录就回来了。",
            ),
        )
    ]


def _gaps(office: OpenOffice) -> list[Finding]:
    found = []
    for gap in office.store.deliveries.gaps():
        peer = office.store.peers.get(gap.peer)
        shown = "、".join(f"{s.first}–{s.last}" if s.last > s.first else f"{s.first}" for s in gap.spans[:5])
        found.append(
            Finding(
                kind=GAP,
                urgent=False,
                title=f"缺“{peer.name}”的一部分记录",
                sentence=f"第 {shown} 条还没有收到，后面的已经到了，多半是有一个文件没有导入。",
                steps=(
                    "找一找没有导入的文件，随时可以补，先后不限。",
                    "找不到也不要紧：下次往来对方会自动把缺的再带来。",
                ),
                node=peer.node,
                name=peer.name,
            )
        )
    for aside in office.store.quarantine.waiting():
        if aside.reason != EARLY:
            continue
        card = office.store.peers.card(aside.node)
        name = card.name if card is not None else "一个单位"
        found.append(
            Finding(
                kind=EARLY_EVENTS,
                urgent=False,
                title=f"“{name}”的 {aside.events} 条记录先到了",
                sentence="它们前面的记录还没有来，先收着，前面的一到就自动接上。",
                steps=("不用处理，等下一次往来。",),
                node=aside.node,
                name=name,
            )
        )
    return found


def _numbers(office: OpenOffice) -> list[Finding]:
    parent = office.store.peers.parent()
    low = number_grants.running_low(office) if parent is not None else ()
    if parent is None or not low:
        return []
    used_up = [one for one in low if one.left == 0 and one.year == office.clock.today().year]
    return [
        Finding(
            kind=NUMBERS_LOW,
            urgent=bool(used_up),
            title="编号用完了" if used_up else "编号快用完了",
            sentence=f"有 {len(low)} 种编号剩下不到两成，下一次导出会自动向“{parent.name}”申请新的号段。",
            steps=(f"向“{parent.name}”导出一次，再导入它发回的文件，新号段随文件带回。",),
            node=parent.node,
            name=parent.name,
        )
    ]
