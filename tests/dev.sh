#!/usr/bin/env bash
# Rebuilds and restarts whenever a source changes. Standard tools only: it compares time stamps once a second.
set -u
cd "$(dirname "$0")/.."

newest() { find crates web/src web/public web/templates web/locales data migrations -type f -newer "$1" -print -quit 2>/dev/null; }

stamp=$(mktemp)
server=
trap 'rm -f "$stamp"; [ -n "$server" ] && kill "$server" 2>/dev/null; exit 0' INT TERM EXIT
while :; do
  touch "$stamp"
  if make --no-print-directory web && cargo build; then
    [ -n "$server" ] && kill "$server" 2>/dev/null && wait "$server" 2>/dev/null
    "${CARGO_TARGET_DIR:-target}/debug/karigar" serve &
    server=$!
  fi
  until [ -n "$(newest "$stamp")" ]; do sleep 1; done
  echo "— changed: rebuilding"
done
