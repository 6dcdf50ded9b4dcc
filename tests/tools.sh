#!/usr/bin/env bash
# Installs what the tests need beyond Rust and Node: Debian packages where that is allowed.
set -euo pipefail

# What is needed, as "command:package".
needs=(chromium:chromium curl:curl ogrinfo:gdal-bin python3:python3-venv nginx:nginx-light systemd-analyze:systemd)
fonts=(fonts-noto-core)

# Programs for administrators stand in /usr/sbin.
PATH=$PATH:/usr/sbin

missing=()
for need in "${needs[@]}"; do
  command -v "${need%%:*}" >/dev/null || missing+=("${need##*:}")
done
python3 -c 'import ensurepip' 2>/dev/null || missing+=(python3-venv)
if command -v dpkg >/dev/null; then
  for font in "${fonts[@]}"; do
    dpkg -s "$font" >/dev/null 2>&1 || missing+=("$font")
  done
fi
[ ${#missing[@]} -eq 0 ] && exit 0

line="apt-get install -y --no-install-recommends ${missing[*]}"
if ! command -v apt-get >/dev/null; then
  echo "make test needs these programs, and this system has no apt-get: ${missing[*]}" >&2
  exit 1
elif [ "$(id -u)" -eq 0 ]; then
  apt-get update -q && DEBIAN_FRONTEND=noninteractive $line
elif sudo -n true 2>/dev/null; then
  sudo apt-get update -q && sudo DEBIAN_FRONTEND=noninteractive $line
else
  echo "make test needs more programs. Type this line, then try again:" >&2
  echo "  sudo $line" >&2
  exit 1
fi
