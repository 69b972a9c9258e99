#!/bin/sh
# Make the virtual environment $1 hold exactly what the lock $2 lists, and anju itself from this clone.
# Needs a Python >= 3.11 (or PYTHON=... naming one); nothing outside $1 and var/ is touched.
set -eu
cd "$(dirname "$0")/.."
venv=$1
lock=$2

fail() {
    echo "$1" >&2
    exit 1
}

# Each candidate is run, not just looked up: a version manager leaves commands behind that cannot start.
new_enough() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

find_python() {
    for candidate in ${PYTHON:-python3.13 python3.12 python3.11 python3 python}; do
        if new_enough "$candidate"; then
            echo "$candidate"
            return
        fi
    done
}

if ! new_enough "$venv/bin/python"; then
    python=$(find_python)
    [ -n "$python" ] ||
        fail "缺少 Python 3.11 或更高版本：请先安装，或用 make setup PYTHON=/路径/python3 指明它的位置。"
    "$python" -c 'import ensurepip, venv' 2>/dev/null ||
        fail "$python 缺少 venv 模块：请先安装（Debian、Ubuntu、麒麟、统信上是 python3-venv 软件包）。"
    "$python" -m venv --clear "$venv"
fi

# uv itself comes from the lock too, with its hashes; the bench environment borrows the first one's.
uv=.venv/bin/uv
if ! "$uv" --version >/dev/null 2>&1; then
    mkdir -p var/cache
    sed -n '/^uv==/,/[^\\]$/p' requirements.lock >var/cache/uv.txt
    .venv/bin/python -m pip install -qq --require-hashes -r var/cache/uv.txt
fi
"$uv" pip sync --quiet --python "$venv/bin/python" --require-hashes "$lock"
# Built by what the lock brought: nothing is fetched besides it.
"$uv" pip install --quiet --python "$venv/bin/python" --no-deps --no-build-isolation --editable .
