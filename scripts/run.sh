#!/usr/bin/env bash
# Opens the window; where no screen can be reached, says so and shows what the program makes instead.
set -euo pipefail
cd "$(dirname "$0")/.."

screen_answers() {
  [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || return 1
  # A DISPLAY may be left over from a session that is gone: only a connection tells.
  .venv/bin/python -c 'from PySide6.QtGui import QGuiApplication; QGuiApplication([])' >/dev/null 2>&1
}

# Qt aborts where it finds no screen, and the shell would tell that too.
if screen_answers 2>/dev/null; then
  exec .venv/bin/python main.py
fi
echo "run: no display can be reached, so no window opens; the demonstration goes to demo-out/ instead"
exec .venv/bin/python main.py demo --out demo-out
