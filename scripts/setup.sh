#!/usr/bin/env bash
# Makes a machine ready: system libraries, .venv, locked dependencies. Safe to run any number of times;
# when nothing has changed it ends at once. Uses whatever package index pip is configured for.
set -euo pipefail
cd "$(dirname "$0")/.."

say() { printf 'setup: %s\n' "$*"; }

# ------------------------------------------------------------------------------- system libraries
# What Qt's windows need from the system (its xcb platform plugin and the offscreen one), what draws
# text, and for the tests a screen without a monitor and something that types on it.
QT_PACKAGES=(
  libegl1 libgl1 libopengl0 libglib2.0-0 libdbus-1-3 libcups2 libfontconfig1 libfreetype6 fontconfig
  libx11-6 libx11-xcb1 libxkbcommon0 libxkbcommon-x11-0 libice6 libsm6 libwayland-cursor0 libwayland-egl1
  libxcb1 libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render0
  libxcb-render-util0 libxcb-shape0 libxcb-shm0 libxcb-sync1 libxcb-util1 libxcb-xfixes0 libxcb-xkb1
)
TEST_PACKAGES=(xvfb xauth xdotool)

missing_packages() {
  command -v dpkg-query >/dev/null 2>&1 || return 0
  local installed package
  installed=$(dpkg-query -W -f '${db:Status-Abbrev} ${Package}\n' 2>/dev/null | awk '$1 == "ii" {print $2}')
  for package in "$@"; do
    # Newer systems carry some of these under the name they got with the 64-bit time change.
    grep -qxE -e "$package(t64)?" <<<"$installed" || printf '%s\n' "$package"
  done
}

apt_command() {
  command -v apt-get >/dev/null 2>&1 || return 1
  if [ "$(id -u)" = 0 ]; then echo "apt-get"; return 0; fi
  if command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then echo "sudo -n apt-get"; return 0; fi
  return 1
}

install_packages() {
  local apt
  if ! apt=$(apt_command); then
    say "these system packages are missing and this account may not install them. Please have someone run:"
    printf '\n    sudo apt-get update && sudo apt-get install -y --no-install-recommends %s\n\n' "$*"
    return 1
  fi
  say "installing system packages: $*"
  export DEBIAN_FRONTEND=noninteractive
  local log
  log=$(mktemp)
  if { $apt -q update && $apt -q install -y --no-install-recommends "$@"; } >"$log" 2>&1; then
    rm -f "$log"
    return 0
  fi
  tail -n 15 "$log" >&2
  rm -f "$log"
  say "the package manager could not install them (is there a network?). Please run:"
  printf '\n    sudo apt-get update && sudo apt-get install -y --no-install-recommends %s\n\n' "$*"
  return 1
}

# --------------------------------------------------------------------------------- which Python
python_fits() {
  "$1" -c 'import sys; sys.exit(not ((3, 11) <= sys.version_info[:2] < (3, 13)))' >/dev/null 2>&1
}

find_python() {
  local candidate
  for candidate in "${PYTHON:-}" python3.11 python3.12 python3 /usr/bin/python3; do
    if [ -n "$candidate" ] && python_fits "$candidate"; then echo "$candidate"; return 0; fi
  done
  return 1
}

wanted=()
python=$(find_python) || { wanted+=(python3); python=""; }
if [ -n "$python" ] && ! "$python" -c 'import ensurepip, venv' >/dev/null 2>&1; then
  version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
  wanted+=("python$version-venv")
fi
while IFS= read -r package; do
  [ -n "$package" ] && wanted+=("$package")
done < <(missing_packages "${QT_PACKAGES[@]}" "${TEST_PACKAGES[@]}")

if [ "${#wanted[@]}" -gt 0 ]; then
  install_packages "${wanted[@]}" || true
fi
if [ -z "$python" ]; then
  python=$(find_python) || { say "Python 3.11 or 3.12 is needed and was not found"; exit 1; }
fi
if ! "$python" -c 'import ensurepip, venv' >/dev/null 2>&1; then
  say "$python cannot make virtual environments; see the package named above"
  exit 1
fi

# --------------------------------------------------------------------- environment and dependencies
lock=requirements-dev.lock
stamp=.venv/setup-stamp
fingerprint="$("$python" -c 'import sys; print(sys.version)' | tr '\n' ' ')$(sha256sum <"$lock") $PWD"

if [ ! -f "$stamp" ] || [ "$(cat "$stamp")" != "$fingerprint" ]; then
  # An environment moved here from another place has programs that point back there.
  if ! .venv/bin/python -c 'import pip' >/dev/null 2>&1 || ! python_fits .venv/bin/python \
    || ! grep -qF "$PWD/.venv/" .venv/bin/pip; then
    say "making .venv with $("$python" --version)"
    "$python" -m venv --clear .venv
  fi
  say "installing the locked dependencies"
  .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-input \
    --no-deps --only-binary=:all: --require-hashes --requirement "$lock"
  .venv/bin/python -m pip check --quiet --disable-pip-version-check >/dev/null || true
  printf '%s' "$fingerprint" >"$stamp"
fi

# The proof is a window toolkit that loads, not a list of package names.
if [ "${#wanted[@]}" -gt 0 ] || [ ! -f .venv/qt-loads ] || [ .venv/qt-loads -ot "$stamp" ]; then
  if ! complaint=$(QT_QPA_PLATFORM=offscreen .venv/bin/python -c '
from PySide6.QtWidgets import QApplication
QApplication([])' 2>&1); then
    printf '%s\n' "$complaint" >&2
    say "Qt does not load; a system library is missing (see above)"
    exit 1
  fi
  touch .venv/qt-loads
fi
say "ready"
