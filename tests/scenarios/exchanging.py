"""Real offices that exchange by files in these scenarios: founded, enrolled by phone, sticks as folders."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

from app.domain.kinds.complaint.facts import Complainant
from app.services import attachments, backups, founding, investigation, registration
from app.services.exchange import enrolment, receiving, sending
from app.services.exchange.receiving import Result
from app.services.exchange.sending import Sent
from app.services.office import OpenOffice
from app.services.registration import register_complaint
from app.system.clock import FixedClock
from tests.offices import NOON, PASSWORD, QUICK, walk_in


class Counter:
    """One office on its own computer, with a desk where its files lie."""

    def __init__(self, home: Path, name: str, identity: str = "bureau_office", code: str = "360429102000"):
        self.clock = FixedClock(NOON)
        self.name = name
        self.home = home
        self.data = home / "data"
        self.desk = home / "desk"
        self.desk.mkdir(parents=True)
        form = founding.Founding(
            name=name,
            code=code,
            identity=identity,
            bureau="江安县市场监督管理局",
            operator="王敏",
            password=PASSWORD,
        )
        self.office: OpenOffice = founding.found_office(self.data, form, self.clock, QUICK).office
        self._folders = 0

    @property
    def node(self) -> str:
        return self.office.store.identity.node

    def case(self) -> str:
        """A complaint taken at this counter."""
        return register_complaint(self.office, walk_in()).case_id

    def hash(self, peer: Counter | None = None) -> str:
        """What all cases here add up to, or those shared with a peer."""
        return self.office.store.state_hash(None if peer is None else peer.node)

    def export(self, to: Counter, **options: int) -> tuple[Path, Sent]:
        """A package to a peer in a fresh folder."""
        self._folders += 1
        folder = self.desk / f"to-{to.name}-{self._folders}"
        folder.mkdir()
        self.tick()
        return folder, sending.to_folder(self.office, to.node, folder, **options)

    def take(self, *paths: Path) -> Result:
        """Import."""
        self.tick()
        return receiving.import_(self.office, paths)

    def tick(self) -> None:
        """A minute later."""
        self.clock.advance(dt.timedelta(minutes=1))

    def close(self) -> None:
        self.office.close()

    def reopen(self) -> None:
        """Sign in again."""
        self.office.close()
        self.office = founding.sign_in(self.data, None, PASSWORD, self.clock)

    def backup(self) -> Path:
        """A backup of now."""
        self.tick()
        return backups.make_backup(self.office).path

    def restore(self, backup: Path) -> None:
        """Go back to a backup."""
        self.office.close()
        self.tick()
        backups.restore(self.data, backup, None, PASSWORD, self.clock)
        self.office = founding.sign_in(self.data, None, PASSWORD, self.clock)

    def copy_computer(self, home: Path) -> Counter:
        """A second computer with a copy of the whole data directory."""
        self.office.close()
        other = object.__new__(Counter)
        other.__dict__.update(self.__dict__)
        other.home, other.data, other.desk = home, home / "data", home / "desk"
        other.desk.mkdir(parents=True)
        shutil.copytree(self.data, other.data)
        other.clock = FixedClock(self.clock.now())
        other.office = founding.sign_in(other.data, None, PASSWORD, other.clock)
        self.office = founding.sign_in(self.data, None, PASSWORD, self.clock)
        return other


def county(home: Path) -> Counter:
    return Counter(home, "江安县市场监督管理局", "bureau", "360429000000")


def enrol(above: Counter, below: Counter, code: str = "") -> None:
    """入网申请, 入网批复, both fingerprints heard by phone."""
    asked = enrolment.request(below.office, below.desk)
    answered = enrolment.approve(
        above.office,
        asked.path,
        above.desk,
        fingerprint=asked.fingerprint,
        confirmed_with="王敏",
        code=code,
        name=below.name,
    )
    enrolment.accept(below.office, answered.path, fingerprint=answered.fingerprint, confirmed_with="陈局")


def exchange(*pairs: tuple[Counter, Counter], rounds: int = 2) -> None:
    """Packages up and down along the tree until nothing is on its way."""
    for _ in range(rounds):
        for above, below in pairs:
            above.take(below.export(above)[0])
            below.take(above.export(below)[0])


def add_evidence(counter: Counter, case: str, path: Path) -> None:
    """A file in the evidence list of a case."""
    kept = attachments.keep_file(counter.office, path)
    investigation.add_evidence(
        counter.office,
        case,
        title="照片",
        form="photo",
        provider="complainant",
        received_on=counter.clock.today(),
        attachment=kept,
    )


def amend(counter: Counter, case: str, name: str) -> None:
    """Give the complainant of a case another name."""
    counter.tick()
    form = walk_in(complainant=Complainant(name=name, phone="13907925561"))
    registration.amend(counter.office, case, form, "更正姓名")


def add_note(counter: Counter, case: str) -> None:
    """An act on a case at this counter."""
    counter.tick()
    form = walk_in(complainant=Complainant(name="陈大年", phone="13907925561"))
    registration.amend(counter.office, case, form, "更正姓名")
