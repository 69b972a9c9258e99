"""代码版本：软件版本号，加上所装全部程序和规则文件的校验值。"""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

PACKAGE = Path(__file__).parents[1]


@cache
def code_identity() -> str:
    """`0.1.0+<64 hex>`: SHA-256 over name and bytes of every installed .py and .yaml, line ends aside."""
    digest = hashlib.sha256()
    files = (p for p in PACKAGE.rglob("*") if p.suffix in (".py", ".yaml"))
    for path in sorted(files, key=lambda p: p.relative_to(PACKAGE).as_posix()):
        content = path.read_bytes().replace(b"\r\n", b"\n")
        digest.update(f"{path.relative_to(PACKAGE).as_posix()}\0{len(content)}\0".encode())
        digest.update(content)
    return f"{_version()}+{digest.hexdigest()}"


def _version() -> str:
    try:
        return version("anju")
    except PackageNotFoundError:  # run from a source tree that was never installed
        return "0"
