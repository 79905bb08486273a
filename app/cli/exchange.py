"""peers, export, import, sync-report: what goes to other offices and comes from them."""

from __future__ import annotations

import argparse
from typing import Any

from app.cli.output import plain, print_json, say, table
from app.cli.parsing import WrongUse, a_count, a_path, add_command, add_json_option
from app.cli.sign_in import opened
from app.services.exchange import arrivals, mail, peers, receiving, sending, sync_report
from app.services.exchange.receiving import Result
from app.services.exchange.sending import Sent
from app.services.office import OpenOffice
from app.system.atomic_files import make_directory, write_atomically

_ROLES = {"parent": "上级", "child": "下级"}
_SOMETHING_REFUSED = 1


def add_commands(commands: Any) -> None:
    """Add `peers`, `export`, `import` and `sync-report`."""
    listing = add_command(commands, "peers", "往来单位：指纹、最近联系、还没有确认的记录", show_peers)
    add_json_option(listing.options)
    out = add_command(
        commands,
        "export",
        "把对方还没有确认收到的全部内容导出给它",
        export,
        epilog="PEER 可以写名称、代码、“上级”，或指纹的开头几位。",
    )
    out.options.add_argument("--to", required=True, metavar="PEER", help="往来单位")
    place = out.options.add_mutually_exclusive_group(required=True)
    place.add_argument("--out", type=a_path, metavar="DIR", help="放在哪个文件夹")
    place.add_argument("--mail", action="store_true", help="直接发到对方邮箱（先用 mail set 设好账号）")
    out.options.add_argument(
        "--volume-mb", type=a_count, metavar="N", help="分成每卷最多 N MB（邮寄用，一般 15）"
    )
    out.options.add_argument(
        "--stick", action="store_true", help="DIR 是 U 盘：写进 一站通往来/<收件>/<发件>，一个盘可带多家"
    )
    add_json_option(out.options)
    taking = add_command(
        commands,
        "import",
        "导入往来文件：数据包、分卷、邮件（.eml）或装着它们的文件夹、U 盘",
        import_,
        epilog="先后不限，重复导入没有影响；每个数据包要么全部进来，要么一点也不进来。\n"
        "退出码：0 都已导入、以前收过或分卷未齐，1 有文件没有收。",
    )
    taking.values.add_argument("paths", nargs="*", type=a_path, metavar="FILE|DIR", help="文件或文件夹")
    taking.options.add_argument("--mail", action="store_true", help="先从邮箱收取，再导入（邮件留在邮箱里）")
    taking.options.add_argument("--preview", action="store_true", help="只看会怎样，不写入")
    add_json_option(taking.options)
    checking = add_command(commands, "sync-report", "同步体检：与往来单位送出、收到和缺少了什么", show_report)
    checking.options.add_argument("--peer", metavar="PEER", help="往来单位（只有一个时不必写）")
    checking.options.add_argument("--out", type=a_path, metavar="F.pdf", help="另存为一页 PDF")
    add_json_option(checking.options)


def show_peers(words: argparse.Namespace) -> int:
    """Everybody this office exchanges with, and its own fingerprint."""
    with opened(words) as office:
        own = peers.own_fingerprint(office)
        lines = peers.lines(office)
        node = office.store.identity.node
    if words.json:
        print_json(
            {
                "node": node,
                "fingerprint": own,
                "peers": [
                    {
                        "node": line.node,
                        "role": line.role,
                        "active": line.active,
                        "name": line.name,
                        "code": line.code,
                        "fingerprint": line.fingerprint,
                        "state": line.state,
                        "enrolled_on": str(line.enrolled_on),
                        "last_in": line.last_in.isoformat() if line.last_in else None,
                        "last_out": line.last_out.isoformat() if line.last_out else None,
                        "unacknowledged": line.unacknowledged,
                    }
                    for line in lines
                ],
            }
        )
        return 0
    say(f"本单位指纹：{own}")
    if not lines:
        say("还没有往来单位，请先办理入网（enrol）。")
        return 0
    rows = [
        (
            _ROLES[line.role],
            line.name,
            line.code,
            line.state,
            f"{line.last_in:%Y-%m-%d %H:%M}" if line.last_in else "",
            f"{line.last_out:%Y-%m-%d %H:%M}" if line.last_out else "",
            str(line.unacknowledged),
            line.fingerprint,
        )
        for line in lines
    ]
    say(table(("", "名称", "代码", "状态", "最近收到", "最近导出", "未确认记录", "指纹"), rows))
    return 0


def export(words: argparse.Namespace) -> int:
    """One package to a peer."""
    with opened(words) as office:
        peer = peers.find(office, words.to)
        sent = _send(office, peer.node, words)
    if words.json:
        print_json(
            {
                "peer": peer.name,
                "node": peer.node,
                "package": sent.package_id,
                "number": sent.number,
                "files": [str(path) for path in sent.files],
                "events": sent.events,
                "cases": sent.cases,
                "attachments": sent.attachments,
                "lacking_attachments": sent.lacking,
                "granted_ranges": sent.granted,
                "bytes": sent.size,
                "resumed": sent.resumed,
            }
        )
        return 0
    say(f"给“{peer.name}”的第 {sent.number} 号")
    say(f"案件 {sent.cases} 件，记录 {sent.events} 条，附件 {sent.attachments} 个")
    for path in sent.files:
        say(f"  {path}")
    if sent.lacking:
        say(f"有 {sent.lacking} 个附件不在本机，没有带上，请用 verify 检查。")
    say(sent.sentence)
    return 0


def _send(office: OpenOffice, node: str, words: argparse.Namespace) -> Sent:
    """By the way that was named. WrongUse for words that belong to another way."""
    if words.mail:
        if words.stick or words.volume_mb is not None:
            raise WrongUse("用 --mail 时不写 --stick 和 --volume-mb，每卷的大小用 mail set 设定。")
        return mail.send(office, node)
    if words.stick:
        return sending.to_stick(office, node, words.out, volume_mb=words.volume_mb)
    make_directory(words.out, "准备导出的文件夹")
    return sending.to_folder(office, node, words.out, volume_mb=words.volume_mb)


def import_(words: argparse.Namespace) -> int:
    """Everything in the mailbox, or the named files and folders; exit code 1 when something was refused."""
    if words.mail == bool(words.paths):
        raise WrongUse("请写明导入哪些文件或文件夹，或者用 --mail 从邮箱收取，两样用一样。")
    with opened(words) as office:
        if words.mail:
            fetched = mail.fetch(office)
            found, problems = fetched.found, fetched.problems
        else:
            found, problems = arrivals.gather(office, words.paths), ()
        take = receiving.preview_found if words.preview else receiving.import_found
        result = take(office, found)
    if words.json:
        print_json(_as_object(result) | ({"mail_problems": list(problems)} if words.mail else {}))
    else:
        for problem in problems:
            say(problem)
        _tell(result)
    return 0 if result.harmless and not problems else _SOMETHING_REFUSED


def show_report(words: argparse.Namespace) -> int:
    """How the exchange with one peer stands."""
    with opened(words) as office:
        node = peers.find(office, words.peer).node if words.peer else peers.only_one(office).node
        made = sync_report.report(office, node)
        if words.out is not None:
            write_atomically(words.out, sync_report.paper(office, node), f"保存“{words.out.name}”")
    if words.json:
        print_json({**plain(made), "healthy": made.healthy})
        return 0
    say(f"{made.office} 与 {made.peer}　{made.made_at:%Y-%m-%d %H:%M}")
    say(
        f"已导出到第 {made.exported} 条，对方确认到第 {made.confirmed} 条，还有 {made.unconfirmed} 条没有确认"
    )
    missing = sum(span.last - span.first + 1 for span in made.missing_here)
    say(f"收到对方到第 {made.received_upto} 条，中间缺少 {missing} 条")
    rows = [(chain.name, str(chain.epoch), str(chain.here), str(chain.there)) for chain in made.chains]
    say(table(("单位", "段", "本机到", "对方到"), rows))
    for line in made.lines:
        say(line)
    say(f"共有案件的核对码：{made.same_hash}")
    return 0


def _as_object(result: Result) -> dict[str, Any]:
    return {
        "new": result.new,
        "known": result.known,
        "conflicts": result.conflicts,
        "quarantined": result.quarantined,
        "refused": [{"file": r.file, "code": r.code, "reason": r.reason} for r in result.refused],
        "preview": result.preview,
        "packages": [
            {
                "file": one.file,
                "package": one.package_id,
                "number": one.number,
                "from": one.peer_name,
                "new": one.new,
                "known": one.known,
                "conflicts": one.conflicts,
                "early": one.early,
                "forked": one.forked,
                "attachments": one.attachments,
                "missing_attachments": one.missing_attachments,
                "granted_ranges": one.granted,
                "restored_peer": one.restored_peer,
                "cases": [
                    {
                        "id": case.case_id,
                        "number": case.number,
                        "events": case.events,
                        "fresh": case.fresh,
                        "conflicts": len(case.conflicts),
                        "problems": list(case.problems),
                    }
                    for case in one.cases
                ],
                "refused_events": [{"reason": reason, "events": n} for reason, n in one.refused_events],
                "problems": list(one.problems),
                "chains": [
                    {
                        "node": chain.node,
                        "name": chain.name,
                        "epoch": chain.epoch,
                        "here": chain.here,
                        "there": chain.there,
                        "verdict": chain.verdict,
                    }
                    for chain in one.chains
                ],
            }
            for one in result.packages
        ],
    }


def _tell(result: Result) -> None:
    for one in result.packages:
        say(f"“{one.file}”：{one.peer_name} 第 {one.number} 号，新 {one.new} 条，已有 {one.known} 条")
        for problem in (*one.problems, *(p for case in one.cases for p in case.problems)):
            say(f"  {problem}")
        for reason, events in one.refused_events:
            say(f"  {events} 条记录没有收：{reason}")
        for chain in one.chains:
            if chain.verdict == "different":
                say(f"  {chain.name}：第 {chain.here} 条两边不是同一条，已记下，请用 sync-report 查看")
            if chain.verdict != "behind":
                continue
            say(f"  {chain.name}：本机到第 {chain.here} 条，对方到第 {chain.there} 条，缺的下次往来会补上")
    for refused in result.refused:
        say(f"“{refused.file}”没有收：{refused.reason}")
    done = "只是预览，没有写入" if result.preview else "已导入" if result.packages else "没有导入任何内容"
    say(
        f"新增 {result.new}，已有 {result.known}，双方修改 {result.conflicts}，"
        f"暂存 {result.quarantined}，没有收的文件 {len(result.refused)}；{done}。"
    )
