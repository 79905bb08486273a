#!/usr/bin/env bash
# Writes requirements.lock and requirements-dev.lock anew from the two .in files.
# Versions already locked stay unless an .in file rules them out; `scripts/lock.sh --upgrade` takes the newest.
# pip-tools lives in a throw-away environment, so that it is nobody's dependency.
set -euo pipefail
cd "$(dirname "$0")/.."
tools=$(mktemp -d)
trap 'rm -rf "$tools"' EXIT
"${PYTHON:-.venv/bin/python}" -m venv "$tools"
"$tools/bin/pip" install --quiet 'pip-tools==7.6.2'
export CUSTOM_COMPILE_COMMAND="make lock"
for name in requirements requirements-dev; do
  "$tools/bin/pip-compile" --quiet --strip-extras --generate-hashes --allow-unsafe \
    --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-emit-options \
    "$@" --output-file "$name.lock" "$name.in"
done
.venv/bin/python scripts/check_wheels.py
