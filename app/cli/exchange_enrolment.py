"""enrol: 入网申请, 入网批复, and taking it; fingerprints are compared by phone before anything counts."""

from __future__ import annotations

import argparse
import sys
from typing import Any

from app.cli.output import print_json, say, told_in_one_sentence
from app.cli.parsing import Parser, a_path, add_command, add_json_option
from app.cli.sign_in import opened
from app.domain.errors import UserError
from app.services.exchange import enrolment, key_change, peers
from app.services.office import OpenOffice
from app.system.atomic_files import make_directory

_PHONE = "请打电话给{who}，逐组核对它的指纹：{fingerprint}"


def add_commands(commands: Any) -> None:
    """Add `enrol request`, `approve`, `accept`, `change-keys` and `revoke`."""
    group: Parser = commands.add_parser(
        "enrol", help="入网：申请、批复、接受", description="入网：下级写申请，上级批复，下级接受。"
    )
    steps = group.add_subparsers(
        title="命令", metavar="命令", required=True, dest="enrolment", parser_class=Parser
    )
    asking = add_command(steps, "request", "写入网申请，交给上级", request)
    _add_out(asking)
    asking.options.add_argument("--lost-keys", action="store_true", help="密钥文件丢了：换一套新密钥重新入网")
    add_json_option(asking.options)
    answering = add_command(steps, "approve", "核对指纹后批复下级的入网申请", approve, epilog=_epilog("申请"))
    answering.values.add_argument("file", type=a_path, metavar="FILE", help="入网申请（.yzr）")
    _add_out(answering)
    _add_heard(answering)
    answering.options.add_argument("--name", default="", metavar="名称", help="怎样称呼它（默认用申请上的）")
    answering.options.add_argument("--code", default="", metavar="代码", help="给它的代码（默认用申请上的）")
    add_json_option(answering.options)
    taking = add_command(
        steps, "accept", "核对指纹后接受入网批复，或对方更换密钥的通知", accept, epilog=_epilog("批复")
    )
    taking.values.add_argument("file", type=a_path, metavar="FILE", help="入网批复（.yzt）或更换密钥（.yzk）")
    _add_heard(taking)
    add_json_option(taking.options)
    changing = add_command(steps, "change-keys", "更换本单位的密钥，给每个往来单位写一份通知", change_keys)
    _add_out(changing)
    changing.options.add_argument(
        "--sure", required=True, metavar="名称", help="本单位的完整名称，表示确实要更换"
    )
    add_json_option(changing.options)
    ending = add_command(steps, "revoke", "停止与一个单位往来；以前收到的不动", revoke)
    ending.values.add_argument("peer", metavar="PEER", help="往来单位")
    ending.options.add_argument("--reason", required=True, metavar="原因", help="留在记录里")


def _epilog(what: str) -> str:
    return (
        f"不写 --fingerprint 时：在终端里先显示{what}方的指纹，核对后逐组键入；不在终端里则不办理。\n"
        "指纹一定要由对方在电话里念出来，不能照抄文件里的。"
    )


def _add_out(parser: Parser) -> None:
    parser.options.add_argument("--out", required=True, type=a_path, metavar="DIR", help="放在哪个文件夹")


def _add_heard(parser: Parser) -> None:
    parser.options.add_argument(
        "--fingerprint", default="", metavar="指纹", help="电话里听到的指纹，六组，可带空格"
    )
    parser.options.add_argument(
        "--with", default="", dest="confirmed_with", metavar="姓名", help="电话里是对方哪一位"
    )


def request(words: argparse.Namespace) -> int:
    """Write the request."""
    with opened(words) as office:
        make_directory(words.out, "准备放申请的文件夹")
        made = enrolment.request(office, words.out, lost_keys=words.lost_keys)
    if words.json:
        print_json(
            {"file": str(made.path), "fingerprint": made.fingerprint, "lost_keys": made.replaces_lost_keys}
        )
        return 0
    say(f"入网申请已写好：{made.path}")
    say(f"上级打电话来核对时，请念本单位的指纹：{made.fingerprint}")
    return 0


def approve(words: argparse.Namespace) -> int:
    """Answer a request once its fingerprint was heard."""
    with opened(words) as office:
        asked = enrolment.read_application(office, words.file)
        make_directory(words.out, "准备放批复的文件夹")
        fingerprint, person = _heard(words, asked.name, asked.fingerprint)
        with told_in_one_sentence():
            made = enrolment.approve(
                office,
                words.file,
                words.out,
                fingerprint=fingerprint,
                confirmed_with=person,
                name=words.name,
                code=words.code,
            )
    if words.json:
        print_json(
            {
                "file": str(made.path),
                "node": made.node,
                "name": made.name,
                "code": made.code,
                "ranges": made.ranges,
                "fingerprint": made.fingerprint,
            }
        )
        return 0
    say(f"已批复“{made.name}”入网，号段 {made.ranges} 个：{made.path}")
    say(f"对方接受批复前会打电话来核对，请念本单位的指纹：{made.fingerprint}")
    return 0


def accept(words: argparse.Namespace) -> int:
    """Take the answer, or a peer's new keys, once the fingerprint was heard."""
    with opened(words) as office:
        if words.file.suffix.lower() == ".yzk":
            return _take_new_keys(office, words)
        answer = enrolment.read_answer(office, words.file)
        fingerprint, person = _heard(words, answer.name, answer.fingerprint)
        with told_in_one_sentence():
            enrolment.accept(office, words.file, fingerprint=fingerprint, confirmed_with=person)
    if words.json:
        print_json(
            {
                "parent": answer.name,
                "node": answer.node,
                "code": answer.code,
                "ranges": answer.ranges,
                "rule_sets_differ": list(answer.rule_sets_differ),
            }
        )
        return 0
    say(f"已入网，上级是“{answer.name}”，本单位代码 {answer.code}，号段 {answer.ranges} 个。")
    if answer.rule_sets_differ:
        say("上级与本机程序的规则不同版本，请尽快都升级到最新版。")
    return 0


def _take_new_keys(office: OpenOffice, words: argparse.Namespace) -> int:
    notice = key_change.read_notice(office, words.file)
    fingerprint, person = _heard(words, notice.name, notice.fingerprint)
    with told_in_one_sentence():
        key_change.accept(office, words.file, fingerprint=fingerprint, confirmed_with=person)
    if words.json:
        print_json({"peer": notice.name, "node": notice.node, "fingerprint": notice.fingerprint})
    else:
        say(f"已改用“{notice.name}”的新密钥，指纹 {notice.fingerprint}。")
    return 0


def change_keys(words: argparse.Namespace) -> int:
    """New keys, and a notice for every peer."""
    with opened(words) as office:
        make_directory(words.out, "准备放通知的文件夹")
        with told_in_one_sentence():
            changed = key_change.change(office, words.out, sure=words.sure)
    if words.json:
        files = [{"peer": name, "file": str(path)} for name, path in changed.notices]
        print_json({"fingerprint": changed.fingerprint, "notices": files})
        return 0
    say(f"密钥已更换，新指纹：{changed.fingerprint}")
    for name, path in changed.notices:
        say(f"  交给“{name}”：{path}")
    say("对方接受通知以前，不收本单位新导出的文件。")
    return 0


def revoke(words: argparse.Namespace) -> int:
    """Stop exchanging with a peer."""
    with opened(words) as office:
        peer = peers.find(office, words.peer)
        peers.revoke(office, peer.node, words.reason)
    say(f"已停止与“{peer.name}”往来。")
    return 0


def _heard(words: argparse.Namespace, name: str, fingerprint: str) -> tuple[str, str]:
    """What a person heard by phone and from whom: asked for in a terminal, else in the words."""
    if words.fingerprint and words.confirmed_with:
        return words.fingerprint, words.confirmed_with
    if not sys.stdin.isatty():
        raise UserError(
            f"还没有核对指纹，没有办理：请打电话给“{name}”，听对方念出六组指纹，"
            "再用 --fingerprint 写上指纹、用 --with 写上对方姓名。"
        )
    say(_PHONE.format(who=name, fingerprint=fingerprint))
    heard = words.fingerprint or input("电话里听到的六组指纹：")
    return heard, words.confirmed_with or input("对方是哪一位：")
