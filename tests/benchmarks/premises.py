"""The office the benchmarks work in: a real encrypted database with any number of cases.

The cases go through the event log like any other, many to a transaction. With a directory to keep
it in, an office is made once and used again until the schema or the cases change.
"""

from __future__ import annotations

import hashlib
import secrets
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from time import perf_counter

from app.services import founding
from app.services.office import OpenOffice
from app.store import migrations, projections, search_text
from app.store.keyring import Hardness
from app.system.clock import FixedClock
from tests.benchmarks import stories
from tests.benchmarks.opening import key_file

_QUICK = Hardness(memory_kib=8, passes=1)
_TOGETHER = 2_000
_COMPLETE = "complete"


@contextmanager
def premises(cases: int, keep: Path | None = None) -> Iterator[Path]:
    """The data directory of an office with `cases` cases, closed; made under `keep` or thrown away."""
    if keep is None:
        with tempfile.TemporaryDirectory(prefix="yizhantong-benchmark-") as room:
            directory = Path(room) / "office"
            _make(directory, cases)
            yield directory
        return
    directory = keep.absolute() / f"office-{cases}-{_make_of_offices()}"
    mark = directory.with_suffix(f".{_COMPLETE}")
    if not mark.exists():
        for outdated in keep.absolute().glob(f"office-{cases}-*"):
            shutil.rmtree(outdated) if outdated.is_dir() else outdated.unlink()
        keep.mkdir(parents=True, exist_ok=True)
        _make(directory, cases)
        mark.touch()
    yield directory


def _make_of_offices() -> str:
    """Changes with whatever decides what is in a database, so that an old one is not used again."""
    modules = (migrations, projections, search_text, stories)
    sources = [Path(str(module.__file__)) for module in modules]
    sources += sorted(Path(str(migrations.__file__)).parent.glob("m*.py"))
    return hashlib.sha256(b"".join(path.read_bytes() for path in sources)).hexdigest()[:12]


def _make(directory: Path, cases: int) -> None:
    form = founding.Founding(
        name="青山镇消费维权窗口",
        code="360429102000",
        identity="entrusted",
        bureau="江安县市场监督管理局",
        operator=stories.CLERK,
        password=secrets.token_hex(16),
    )
    clock = FixedClock(stories.moment(stories.FIRST_DAY, 8))
    office = founding.found_office(directory, form, clock, _QUICK).office
    key_file(directory).write_text(f"{office.operator.id} {office.key.hex()}", encoding="ascii")
    began = perf_counter()
    try:
        _fill(office, clock, cases)
        while office.store.tidy():
            pass
    finally:
        office.close()
    if cases >= 10 * _TOGETHER:
        print(f"{cases} cases written in {perf_counter() - began:.0f} s", file=sys.stderr)


def _fill(office: OpenOffice, clock: FixedClock, cases: int) -> None:
    told = iter(stories.stories(cases))
    used: Counter[int] = Counter()
    while part := list(islice(told, _TOGETHER)):
        with office.store.transaction():
            for form, afterwards in part:
                day = form.origin.received_on
                used[day.year] += 1
                clock.move_to(stories.moment(day))
                event = stories.registered(form, used[day.year])
                case_id = office.store.log.new_id()
                office.store.log.append(case_id, (event, *afterwards), actor=office.operator.id)
        # One merge of the search index now and then, as the program does when nobody waits.
        office.store.tidy()
