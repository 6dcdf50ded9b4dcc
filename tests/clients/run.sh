#!/usr/bin/env bash
# Clients against the built binary: GDAL from the command line, OWSLib and icalendar from Python, and the lines of /data.
# KARIGAR_BINARY names the binary; without it the release build is taken, then the debug build.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)

binary=${KARIGAR_BINARY:-}
for built in "${CARGO_TARGET_DIR:-$root/target}"/{release,debug}/karigar; do
  [ -z "$binary" ] && [ -x "$built" ] && binary=$built
done
[ -n "$binary" ] || { echo "there is no binary; run \`make build\`" >&2; exit 1; }
for tool in ogrinfo ogr2ogr python3; do
  command -v "$tool" >/dev/null || { echo "$tool is missing; run \`make tools\`" >&2; exit 1; }
done

venv=$here/.venv
if ! cmp -s "$here/requirements.txt" "$venv/installed.txt"; then
  rm -rf "$venv"
  python3 -m venv "$venv"
  "$venv/bin/pip" install --quiet --disable-pip-version-check --requirement "$here/requirements.txt"
  cp "$here/requirements.txt" "$venv/installed.txt"
fi

# No setting of the caller reaches the server.
for name in "${!KARIGAR_@}"; do unset "$name"; done
work=$(mktemp -d)
server=
finish() {
  if [ -n "$server" ]; then
    kill "$server" 2>/dev/null || true
    wait "$server" 2>/dev/null || true
  fi
  rm -rf "$work"
}
trap finish EXIT
trap 'exit 130' INT TERM

mkfifo "$work/said"
RUST_LOG=warn "$binary" serve --listen 127.0.0.1:0 --data-dir "$work/data" --atlas-dir "$root/data" --web-dir "$root/web/dist" >"$work/said" &
server=$!
# The first line comes when the server answers; an early end closes the pipe.
exec 3<"$work/said"
read -r -t 120 line <&3 || { echo "the server did not start" >&2; exit 1; }
address=$(sed -E 's/^Karigar answers on (http:[^ ]+).*/\1/' <<<"$line")

"$venv/bin/python" "$here/checks.py" "$address" "$work"
