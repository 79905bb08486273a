"""Real mail servers on loopback: aiosmtpd takes letters, Dovecot keeps mailboxes. Both only over TLS."""

from __future__ import annotations

import datetime as dt
import imaplib
import ipaddress
import logging
import os
import pwd
import re
import shutil
import socket
import ssl
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from app.exchange.carriers.mail_server import MailServer, Security

USER, PASSWORD = "beizhan@example.gov.cn", "Shou-quan_ma 7"


def certificate(folder: Path, name: str = "localhost") -> tuple[Path, Path]:
    """A certificate for this computer that signs itself, and its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    start = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)
    names = [x509.DNSName(name), x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(start)
        .not_valid_after(start + dt.timedelta(days=36500))
        .add_extension(x509.SubjectAlternativeName(names), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    cert_path, key_path = folder / "cert.pem", folder / "key.pem"
    cert_path.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    key_path.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
    )
    return cert_path, key_path


class PostOffice:
    """What the server took, and what it shall answer: `answers` are used up one a letter, then 250."""

    def __init__(self) -> None:
        self.letters: list[Envelope] = []
        self.answers: list[str] = []

    async def handle_DATA(self, server: SMTP, _session: Session, envelope: Envelope) -> str:
        """Take a letter, refuse it, or take it and lose the line before saying so."""
        answer = self.answers.pop(0) if self.answers else "250 OK"
        if answer.startswith("250") or answer == "lost":
            self.letters.append(envelope)
        if answer == "lost":
            assert server.transport is not None
            server.transport.abort()
        return answer if answer != "lost" else "250 OK"

    async def handle_MAIL(
        self, _server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        """Only for those who signed in."""
        if not session.authenticated:
            return "530 sign in first"
        envelope.mail_from = address
        envelope.mail_options.extend(options)
        return "250 OK"

    async def handle_RCPT(
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        """Everybody is known here but one."""
        if address.startswith("nobody@"):
            return "550 no such user"
        envelope.rcpt_tos.append(address)
        return "250 OK"


def _sign_in(_server: Any, _session: Any, _envelope: Any, _mechanism: str, given: object) -> AuthResult:
    assert isinstance(given, LoginPassword)
    right = (given.login, given.password) == (USER.encode(), PASSWORD.encode())
    return AuthResult(success=right, handled=False)


class _Implicit(Controller):
    """TLS from the first byte: signing in is then allowed although nobody asked for STARTTLS."""

    def factory(self) -> SMTP:
        return SMTP(
            self.handler,
            authenticator=_sign_in,
            auth_require_tls=False,
            data_size_limit=DATA_LIMIT,
        )


DATA_LIMIT = 3_000_000


@contextmanager
def smtp_server(folder: Path, security: Security) -> Iterator[tuple[MailServer, PostOffice]]:
    """A server that wants signing in, on a port of its own, gone afterwards."""
    cert, key = certificate(folder)
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(cert, key)
    office = PostOffice()
    port = free_port()
    if security is Security.TLS:
        controller: Controller = _Implicit(office, "127.0.0.1", port, ssl_context=context)
    else:
        controller = Controller(
            office,
            "127.0.0.1",
            port,
            tls_context=context,
            require_starttls=True,
            authenticator=_sign_in,
            auth_required=True,
            data_size_limit=DATA_LIMIT,
        )
    # What the server notes about its own future is not what these tests are about.
    log = logging.getLogger("mail.log")
    level = log.level
    log.setLevel(logging.CRITICAL)
    controller.start()
    try:
        yield MailServer("127.0.0.1", port, security, USER, PASSWORD, cert, timeout=10), office
    finally:
        controller.stop()
        log.setLevel(level)


def free_port() -> int:
    """A port nobody has right now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


_DOVECOT = """
protocols = imap
listen = 127.0.0.1
base_dir = {run}
state_dir = {run}
log_path = /dev/stderr
ssl = required
ssl_cert = <{cert}
ssl_key = <{key}
mail_location = maildir:~/mail
mail_max_userip_connections = 50
first_valid_uid = 1
namespace inbox {{
  inbox = yes
}}
passdb {{
  driver = static
  args = password={password}
}}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={home}/%u
}}
service imap-login {{
  inet_listener imap {{
    address = 127.0.0.1
    port = {port}
  }}
  inet_listener imaps {{
    address = 127.0.0.1
    port = {tls_port}
    ssl = yes
  }}
}}
"""


class Mailboxes:
    """A running Dovecot and ways into it that are not ours."""

    def __init__(self, port: int, tls_port: int, authority: Path) -> None:
        self._ports = {Security.STARTTLS: port, Security.TLS: tls_port}
        self._authority = authority

    def server(self, user: str, security: Security = Security.TLS) -> MailServer:
        """How our program reaches the mailbox of a user; every user has one."""
        return MailServer(
            "127.0.0.1", self._ports[security], security, user, "geheim", self._authority, timeout=20
        )

    @contextmanager
    def client(self, user: str) -> Iterator[imaplib.IMAP4_SSL]:
        """Another mail program of the same user."""
        context = ssl.create_default_context(cafile=str(self._authority))
        with imaplib.IMAP4_SSL("127.0.0.1", self._ports[Security.TLS], ssl_context=context) as client:
            client.login(user, "geheim")
            yield client

    def deliver(self, user: str, *letters: bytes) -> None:
        """Put letters into the inbox of a user, unread."""
        with self.client(user) as client:
            for letter in letters:
                assert client.append("INBOX", "", "", letter)[0] == "OK"  # type: ignore[arg-type]

    def look(self, user: str, folder: str = "INBOX") -> list[tuple[int, bool]]:
        """Number and whether it is read, of every letter in a folder."""
        with self.client(user) as client:
            if client.select(folder, readonly=True)[0] != "OK":
                return []
            _status, data = client.uid("FETCH", "1:*", "(FLAGS)")
            lines = [line for line in data if isinstance(line, bytes)]
            return [(int(re.findall(rb"UID (\d+)", line)[0]), b"\\Seen" in line) for line in lines]


@contextmanager
def dovecot() -> Iterator[Mailboxes]:
    """Dovecot with its own configuration and directory; skipped where it is not installed or not root."""
    program = shutil.which("dovecot", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
    if program is None:
        pytest.skip("dovecot is not installed (Debian: dovecot-imapd)")
    if os.geteuid() != 0:
        pytest.skip("dovecot changes users for its mailboxes, which only root may")
    # Its sockets want a short path, and its processes must get in: no directory of pytest's.
    folder = Path(tempfile.mkdtemp(prefix="yzt-imap-"))
    try:
        folder.chmod(0o755)
        person = pwd.getpwnam("nobody")
        (folder / "home").mkdir()
        os.chown(folder / "home", person.pw_uid, person.pw_gid)
        cert, key = certificate(folder)
        port, tls_port = free_port(), free_port()
        words = _DOVECOT.format(
            run=folder / "run",
            cert=cert,
            key=key,
            password="geheim",
            uid=person.pw_uid,
            gid=person.pw_gid,
            home=folder / "home",
            port=port,
            tls_port=tls_port,
        )
        (folder / "dovecot.conf").write_text(words)
        with (
            (folder / "log").open("wb") as log,
            subprocess.Popen(
                [program, "-F", "-c", str(folder / "dovecot.conf")],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=log,
            ) as server,
        ):
            try:
                _wait_for(port, server, folder / "log")
                yield Mailboxes(port, tls_port, cert)
            finally:
                server.terminate()
    finally:
        shutil.rmtree(folder)


def _wait_for(port: int, server: subprocess.Popen[bytes], log: Path) -> None:
    """Until somebody listens; a server that ended instead is a skip with its words."""
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except ConnectionRefusedError:
            try:
                server.wait(0.05)
            except subprocess.TimeoutExpired:
                continue
            pytest.skip(f"dovecot does not start here: {log.read_text()[-500:]}")
        return
