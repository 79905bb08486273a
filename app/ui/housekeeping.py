"""What the window does by itself while somebody works: backups, the check of the chains, the day's turn.

The status line tells what came of it. Nothing here stops anybody from working.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QSettings, QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.domain.calendar import weekday_name
from app.domain.errors import UserError
from app.services import backups, integrity
from app.services.office import OpenOffice
from app.system.errors import EnvironmentProblem
from app.ui.statusline import StatusLine
from app.ui.tasks import Job, Progress, Tasks

CHECK_EVERY = dt.timedelta(days=7)
OUTSIDE_EVERY = dt.timedelta(days=7)
BACKUP_EVERY = dt.timedelta(days=1)
_CHECKED_AT, _FINDINGS = "check/at", "check/findings"
_OUTSIDE_AT, _OUTSIDE_PLACE = "backup/outside_at", "backup/outside_place"
_MEGABYTE = 1024 * 1024
_JUST_AFTER_MIDNIGHT = 2_000


class Housekeeping(QObject):
    """One for each signed-in window. `start()` once it is shown, `stop()` before it closes.

    `backed_up(Backup)`, `checked(findings)`: something finished, asked for here or by the settings.
    `day_turned()`: it is another day; what counts days must be read again.
    """

    backed_up = Signal(object)
    checked = Signal(list)
    day_turned = Signal()

    def __init__(
        self,
        office: OpenOffice,
        data_dir: Path,
        tasks: Tasks,
        statusline: StatusLine,
        settings: QSettings,
        page: QWidget,
    ) -> None:
        super().__init__(page)
        self._office = office
        self._data_dir = data_dir
        self._tasks = tasks
        self._line = statusline
        self._settings = settings
        self._page = page
        self._changed = False
        self._midnight = QTimer(self)
        self._midnight.setSingleShot(True)
        self._midnight.timeout.connect(self._turn_day)
        self._line.set_fact(
            "encryption", "数据库已加密", tip="SQLCipher 加密，打开要经办人的密码或恢复密钥。"
        )
        self._tell_backup()
        self._tell_check()
        self._tell_day()

    def start(self, *, by_itself: bool = True) -> None:
        """Begin; with `by_itself` an old backup and an old check are made anew in the background."""
        self._arm_midnight()
        if not by_itself:
            return
        self._tasks.run(
            self._page, lambda progress: integrity.tidy(self._office, progress.check), lambda _nothing: None
        )
        if self._is_old(self.newest_backup(), BACKUP_EVERY):
            self.back_up(self._page, lambda _done: None, self._on_backup_failed)
        if self._is_old(self.last_check(), CHECK_EVERY):
            self.check(self._page, lambda _findings: None)

    def stop(self) -> None:
        """No more timers."""
        self._midnight.stop()

    def note_change(self) -> None:
        """Something was saved: the next closing makes a backup."""
        self._changed = True

    def backup_due_at_close(self) -> bool:
        """Whether something was saved since the newest backup of this window."""
        return self._changed

    def give_up_backup(self) -> None:
        """The person closes without one."""
        self._changed = False

    def newest_backup(self) -> dt.datetime | None:
        """When the newest backup was made."""
        found = backups.backups_in(self._data_dir)
        return found[0].taken_at if found else None

    def last_check(self) -> dt.datetime | None:
        """When the data was last checked on this computer."""
        return self._moment(_CHECKED_AT)

    def last_outside(self) -> dt.datetime | None:
        """When a backup was last carried out of this computer, as far as this computer knows."""
        return self._moment(_OUTSIDE_AT)

    def outside_place(self) -> str:
        """Where that was, "" before the first."""
        return str(self._settings.value(_OUTSIDE_PLACE, ""))

    def outside_due(self) -> bool:
        """Whether it is time to carry one out: a week after the last, or after the first day of work."""
        last = self.last_outside()
        if last is None:
            found = backups.backups_in(self._data_dir)
            last = found[-1].taken_at if found else self._office.clock.now()
        return self._is_old(last, OUTSIDE_EVERY)

    def back_up(
        self,
        page: QWidget,
        done: Callable[[backups.Backup], None],
        failed: Callable[[UserError | EnvironmentProblem], None] | None = None,
    ) -> Job:
        """Make a backup beside all other work."""
        self._line.set_fact("backup", "正在备份……")

        def finished(made: backups.Backup) -> None:
            self._changed = False
            self._tell_backup()
            self.backed_up.emit(made)
            done(made)

        def not_made(problem: UserError | EnvironmentProblem) -> None:
            self._on_backup_failed(problem)
            if failed is not None:
                failed(problem)

        return self._tasks.run_heavy(
            page, lambda _progress: backups.make_backup(self._office), finished, not_made
        )

    def back_up_outside(
        self,
        page: QWidget,
        place: Path,
        done: Callable[[backups.Backup], None],
        failed: Callable[[UserError | EnvironmentProblem], None],
    ) -> Job:
        """Make a complete backup on a stick or another disk, beside all other work; it can be cancelled."""

        def work(progress: Progress) -> backups.Backup:
            def tell(done: int, total: int) -> None:
                progress.report(done // _MEGABYTE, max(1, total // _MEGABYTE), "写入并读回检查，单位 MB：")

            return backups.make_backup(self._office, place, tell)

        def finished(made: backups.Backup) -> None:
            self._settings.setValue(_OUTSIDE_AT, made.taken_at.isoformat(timespec="seconds"))
            self._settings.setValue(_OUTSIDE_PLACE, str(place))
            self._tell_outside()
            done(made)

        return self._tasks.run_heavy(page, work, finished, failed)

    def check(self, page: QWidget, done: Callable[[list[str]], None]) -> Job:
        """Check the whole of the data beside all other work."""
        self._line.set_fact("chain", "正在校验数据……")

        def work(progress: Progress) -> list[str]:
            return integrity.verify(
                self._office, lambda done, total: progress.report(done, total, "正在校验：")
            )

        def finished(findings: list[str]) -> None:
            self._settings.setValue(_CHECKED_AT, self._office.clock.now().isoformat(timespec="seconds"))
            self._settings.setValue(_FINDINGS, len(findings))
            self._tell_check()
            self.checked.emit(findings)
            done(findings)

        job = self._tasks.run_heavy(page, work, finished)
        job.ended.connect(self._tell_check)
        return job

    def _moment(self, name: str) -> dt.datetime | None:
        try:
            kept = dt.datetime.fromisoformat(str(self._settings.value(name, "")))
        except ValueError:
            return None
        # Without its zone it was not written by us and cannot be compared.
        return kept if kept.tzinfo is not None else None

    def _is_old(self, moment: dt.datetime | None, limit: dt.timedelta) -> bool:
        return moment is None or self._office.clock.now() - moment >= limit

    def _on_backup_failed(self, problem: UserError | EnvironmentProblem) -> None:
        self._line.set_fact("backup", "备份没有成功", "danger", problem.message)

    def _tell_backup(self) -> None:
        self._tell_newest()
        self._tell_outside()

    def _tell_newest(self) -> None:
        newest = self.newest_backup()
        if newest is None:
            self._line.set_fact("backup", "还没有备份", "warning", "在“设置 › 备份”里可以立即备份。")
            return
        today = self._office.clock.today()
        if newest.date() == today:
            self._line.set_fact("backup", f"今日备份 {newest:%H:%M} 完成")
            return
        days = (today - newest.date()).days
        tone = "warning" if days > 3 else ""
        self._line.set_fact("backup", f"最近备份 {newest:%m-%d %H:%M}", tone)

    def _tell_outside(self) -> None:
        """Quietly, and only when it is time: nobody is in danger yet."""
        if not self.outside_due():
            self._line.set_fact("outside", "")
            return
        last = self.last_outside()
        when = f"上次是 {last:%Y-%m-%d}" if last is not None else "还没有做过"
        tip = f"电脑坏了，本机的备份会一起丢。备份到 U 盘{when}，请在“设置 › 备份”里做一次。"
        self._line.set_fact("outside", "该备份到 U 盘了", tip=tip)

    def _tell_check(self) -> None:
        moment = self.last_check()
        findings = int(str(self._settings.value(_FINDINGS, 0)) or 0)
        if moment is None:
            self._line.set_fact("chain", "数据还没有校验过", tip="在“设置 › 数据校验”里可以校验。")
        elif findings:
            self._line.set_fact(
                "chain", f"校验发现 {findings} 个问题", "danger", "请到“设置 › 数据校验”查看。"
            )
        else:
            self._line.set_fact("chain", f"数据校验正常 {moment:%m-%d}")

    def _tell_day(self) -> None:
        today = self._office.clock.today()
        calendar = self._office.calendar
        kind = "工作日" if calendar.is_workday(today) else "非工作日"
        note = calendar.day_note(today)
        special = f"（{note}）" if note and note != "周末" else ""
        self._line.set_today(
            f"{today.year}年{today.month}月{today.day}日 {weekday_name(today)} · {kind}{special}"
        )

    def _arm_midnight(self) -> None:
        now = self._office.clock.now()
        midnight = dt.datetime.combine(now.date() + dt.timedelta(days=1), dt.time(), now.tzinfo)
        self._midnight.start(int((midnight - now).total_seconds() * 1000) + _JUST_AFTER_MIDNIGHT)

    def _turn_day(self) -> None:
        self._tell_day()
        self._tell_backup()
        self.day_turned.emit()
        self._arm_midnight()
