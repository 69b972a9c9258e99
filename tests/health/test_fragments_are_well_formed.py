"""Fragments are `<slug>.<added|changed|fixed|policy>.md`; kind policy names the document that ordered it."""

import re
from pathlib import Path

from health.house import HAN, ROOT

NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\.(added|changed|fixed|policy)\.md")
DOCUMENT = re.compile(r"[一-鿿]〔\d{4}〕\d+号")


def faults(root: Path) -> list[str]:
    found = []
    for path in sorted((root / "changelog.d").glob("*")):
        if path.name == "README.md":
            continue
        kind = NAME.fullmatch(path.name)
        text = path.read_text(encoding="utf-8")
        if not kind:
            found.append(f"{path.name}: not named <slug>.<added|changed|fixed|policy>.md")
        elif not HAN.search(text):
            found.append(f"{path.name}: says nothing in Chinese")
        elif kind[1] == "policy" and not DOCUMENT.search(text):
            found.append(f"{path.name}: names no document number")
    return found


def test_fragments_are_well_formed() -> None:
    assert faults(ROOT) == []
