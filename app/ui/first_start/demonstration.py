"""The office that is only looked at: built in the temporary directory, thrown away when it is closed."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from app.services import demo
from app.services.office import OpenOffice
from app.system.clock import FixedClock
from app.ui.tasks import Progress

_PREFIX = "yizhantong-demo-"


def build(progress: Progress) -> tuple[OpenOffice, Path]:
    """Make it; returns the open office and the folder to remove afterwards. Runs in a worker.

    When it is stopped or fails nothing is left behind.
    """
    folder = Path(tempfile.mkdtemp(prefix=_PREFIX))
    try:
        clock = FixedClock(demo.TODAY)
        office = demo.found(folder / "office", clock).office
        try:
            progress.check()
            demo.build(office, clock, demo.own_orders())
            progress.check()
        except BaseException:
            office.close()
            raise
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return office, folder
