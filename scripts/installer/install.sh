#!/bin/sh
# 安居 @VERSION@ 离线安装：sh install.sh [安装到的文件夹，默认是个人目录下的 anju]
set -eu
here=$(cd "$(dirname "$0")" && pwd)
target=${1:-$HOME/anju}

python=
for candidate in ${PYTHON:-python@PYTHON@ python3 python}; do
    if "$candidate" -c 'import sys, venv, ensurepip; sys.exit("%d.%d" % sys.version_info[:2] != "@PYTHON@")' \
        >/dev/null 2>&1; then
        python=$candidate
        break
    fi
done
if [ -z "$python" ]; then
    echo "没有找到带 venv 模块的 Python @PYTHON@：请先安装，或用 PYTHON=/路径/python3 sh install.sh 指明。" >&2
    exit 2
fi

if [ -e "$target" ] && [ ! -e "$target/pyvenv.cfg" ]; then
    echo "$target 已经存在，而且不是安居的安装文件夹：请换一个位置，写在命令后面。" >&2
    exit 2
fi
"$python" -m venv --clear "$target"
"$target/bin/python" -m pip install --quiet --no-index --find-links "$here/wheels" \
    --require-hashes -r "$here/requirements.txt"
echo "安居 @VERSION@ 已装好。试一试：$target/bin/anju demo"
