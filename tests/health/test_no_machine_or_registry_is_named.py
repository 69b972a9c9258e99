"""No committed file names a folder of somebody's machine or the host of a package registry."""

import re
from pathlib import Path

from health.house import ROOT, place, texts

MACHINE = r"(?<![\w.*~)\]}$-])/(?:work|root|home|tmp|Users|opt|mnt)/|\b[A-Z]:\\{1,2}(?:Users|Windows|Program)"
REGISTRY = (
    r"\b(?:pypi\.org|pythonhosted\.org|npmjs\.(?:org|com)|debian\.org|ubuntu\.com|anaconda\.org|crates\.io"
    r"|golang\.org|tsinghua\.edu\.cn|ustc\.edu\.cn|aliyun\.com|huaweicloud\.com|tencent\.com)\b"
)
NAMED = re.compile(f"{MACHINE}|{REGISTRY}")


def faults(root: Path) -> list[str]:
    return [
        f"{place(root, path, number)} {found[0]}"
        for path, text in texts(root)
        for number, line in enumerate(text.splitlines(), 1)
        if (found := NAMED.search(line))
    ]


def test_no_machine_or_registry_is_named() -> None:
    assert faults(ROOT) == []
