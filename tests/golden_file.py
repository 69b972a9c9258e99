"""Golden files: what the program printed, reviewed like prose before it was accepted.

`ANJU_ACCEPT_GOLDEN=1` writes them anew; look at the difference before you commit it.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

FOLDER = Path(__file__).parent / "golden"
# The code version changes with every line of code; everything else in a golden file is a decision.
CODE = re.compile(r"\d+(\.\d+)*\+[0-9a-f]{64}")


def compare(name: str, found: str) -> None:
    path, masked = FOLDER / name, CODE.sub("〈代码版本〉", found)
    if os.environ.get("ANJU_ACCEPT_GOLDEN"):
        path.write_text(masked, encoding="utf-8", newline="\n")
    assert masked == path.read_text(encoding="utf-8"), f"{path.name} differs; read the difference, then accept it"
