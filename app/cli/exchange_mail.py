"""mail: the mailbox by which `export --mail` sends and `import --mail` fetches. No password in the words."""

from __future__ import annotations

import argparse
from typing import Any

import msgspec

from app.cli.output import print_json, say, told_in_one_sentence
from app.cli.parsing import Parser, a_count, a_path, add_command, add_json_option
from app.cli.sign_in import MAIL_PASSWORD_VARIABLE, mail_password, opened
from app.domain.errors import UserError
from app.services.exchange import mail, peers
from app.services.exchange.mail import Account
from app.services.office import OpenOffice

_PORTS = {
    "smtp": {mail.TLS: 465, mail.STARTTLS: 587},
    "imap": {mail.TLS: 993, mail.STARTTLS: 143},
}
_NAMES = {"smtp": "发件服务器", "imap": "收件服务器"}
_SECURITY = (mail.TLS, mail.STARTTLS)


def add_commands(commands: Any) -> None:
    """Add `mail set`, `show`, `test` and `forget`."""
    group: Parser = commands.add_parser(
        "mail", help="邮箱账号：设置、查看、测试、删除", description="直接收发往来邮件用的邮箱账号。"
    )
    steps = group.add_subparsers(
        title="命令", metavar="命令", required=True, dest="mailing", parser_class=Parser
    )
    setting = add_command(
        steps,
        "set",
        "设置或修改邮箱账号，加密存在本机",
        set_account,
        epilog=f"邮箱密码（授权码）从环境变量 {MAIL_PASSWORD_VARIABLE} 读取，没有时在终端里询问。\n"
        "修改时只写要改的几项。服务器不写时用 smtp. 和 imap. 加上邮箱 @ 后面的部分。",
    )
    options = setting.options
    options.add_argument("--address", metavar="地址", help="本单位的邮箱")
    options.add_argument("--user", metavar="账号", help="登录账号（不写时用邮箱地址）")
    for kind, name in _NAMES.items():
        options.add_argument(f"--{kind}-host", metavar="HOST", help=f"{name}地址")
        options.add_argument(f"--{kind}-port", type=int, metavar="N", help=f"{name}端口")
        options.add_argument(f"--{kind}-security", choices=_SECURITY, help=f"{name}的加密方式（不写时 tls）")
    options.add_argument("--imap-folder", metavar="文件夹", help=f"收件的文件夹（不写时 {mail.INBOX}）")
    options.add_argument("--volume-mb", type=a_count, metavar="N", help="每封附件最多 N MB（不写时 15）")
    options.add_argument("--authority", type=a_path, metavar="FILE", help="另外信任的证书文件，内网邮箱才用")
    options.add_argument(
        "--peer", nargs=2, action="append", default=[], metavar=("PEER", "地址"), help="往来单位和它的邮箱"
    )
    showing = add_command(steps, "show", "查看邮箱账号（不显示密码）", show_account)
    add_json_option(showing.options)
    add_command(steps, "test", "测试连接：登录发件和收件服务器", test_account)
    add_command(steps, "forget", "从本机删除邮箱账号和密码", forget_account)


def set_account(words: argparse.Namespace) -> int:
    """Save an account, or change parts of it."""
    with opened(words) as office, told_in_one_sentence():
        old = mail.account(office)
        wanted = _changed(office, old or _new(words), words)
        wanted = msgspec.structs.replace(wanted, password=mail_password(may_stay=old is not None))
        mail.save(office, wanted)
    say(f"邮箱账号“{wanted.address}”已加密保存，可以用 mail test 测试连接。")
    return 0


def show_account(words: argparse.Namespace) -> int:
    """What is saved, but for the password."""
    with opened(words) as office:
        found = _saved(office)
        names = {line.node: line.name for line in peers.lines(office)}
    if words.json:
        shown: dict[str, Any] = msgspec.to_builtins(found)
        print_json({name: value for name, value in shown.items() if name != "password"})
        return 0
    say(f"邮箱：{found.address}，账号：{found.user}")
    say(f"发件：{found.smtp_host}:{found.smtp_port}（{found.smtp_security}），每封最多 {found.volume_mb} MB")
    say(f"收件：{found.imap_host}:{found.imap_port}（{found.imap_security}），文件夹 {found.imap_folder}")
    for node, address in found.addresses.items():
        say(f"往来单位“{names.get(node, node)}”：{address}")
    return 0


def test_account(words: argparse.Namespace) -> int:
    """Sign in to both servers."""
    with opened(words) as office:
        mail.check(_saved(office))
    say("发件、收件两个服务器都登录成功。")
    return 0


def forget_account(words: argparse.Namespace) -> int:
    """Remove the account from this computer."""
    with opened(words) as office:
        mail.forget(office)
    say("邮箱账号已从本机删除。")
    return 0


def _saved(office: OpenOffice) -> Account:
    found = mail.account(office)
    if found is None:
        raise UserError("还没有设置邮箱账号，请先运行 mail set。")
    return found


def _new(words: argparse.Namespace) -> Account:
    """The usual servers of an address; what the words say comes over it."""
    if not words.address:
        raise UserError("还没有邮箱账号，请用 --address 写明本单位的邮箱。")
    place = words.address.partition("@")[2]
    return Account(
        address=words.address,
        user=words.address,
        password="",
        smtp_host=f"smtp.{place}",
        smtp_port=_PORTS["smtp"][mail.TLS],
        smtp_security=mail.TLS,
        imap_host=f"imap.{place}",
        imap_port=_PORTS["imap"][mail.TLS],
        imap_security=mail.TLS,
    )


def _changed(office: OpenOffice, account: Account, words: argparse.Namespace) -> Account:
    """The account with what the words say; peers are found by any of their names."""
    given = {name: getattr(words, name, None) for name in Account.__struct_fields__ if name != "addresses"}
    changes = {name: value for name, value in given.items() if value is not None}
    for kind, usual in _PORTS.items():
        security = changes.get(f"{kind}_security")
        if security is not None:
            changes.setdefault(f"{kind}_port", usual[security])
    if words.authority is not None:
        changes["authority"] = str(words.authority.absolute())
    addresses = {peers.find(office, word).node: address for word, address in words.peer}
    return msgspec.structs.replace(account, addresses=account.addresses | addresses, **changes)
