"""Every vocabulary is named by code, or by policy data under `vocabulary:`."""

import re
from pathlib import Path

from health.house import ROOT, place, python


def faults(root: Path) -> list[str]:
    start = root / "src/anju/policy/vocabularies"
    code = "\n".join(path.read_text(encoding="utf-8") for path in python(root, "src/anju"))
    data = "\n".join(path.read_text(encoding="utf-8") for path in (root / "src/anju").rglob("*.yaml"))
    found = []
    for path in sorted(start.rglob("*.yaml")):
        name = re.escape(path.relative_to(start).with_suffix("").as_posix())
        quoted = re.search(rf"[\"'](?:vocabularies/)?{name}[\"'.\]]", code)
        if not quoted and not re.search(rf"\bvocabulary: *[\"']?{name}\b", data):
            found.append(place(root, path))
    return found


def test_vocabularies_are_used() -> None:
    assert faults(ROOT) == []
