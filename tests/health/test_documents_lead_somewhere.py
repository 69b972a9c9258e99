"""Links and files that a document names exist; fenced blocks, and patterns such as `<name>.py`, aside."""

import re
from pathlib import Path

from health.house import ROOT, place

FENCE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?!\w+:)([^)#\s]+)(?:#[^)]*)?\)")
FILE = re.compile(r"`([\w.-]+(?:/[\w.-]+)+\.(?:py|yaml|md|toml|sh|xlsx))`")


def documents(root: Path) -> list[Path]:
    return sorted([*root.glob("*.md"), *root.glob("docs/**/*.md"), *root.glob("bench/*.md")])


def faults(root: Path) -> list[str]:
    found = []
    for path in documents(root):
        text = FENCE.sub("", path.read_text(encoding="utf-8"))
        links = [link for link in LINK.findall(text) if not (path.parent / link).exists()]
        starts = (root, root / "src/anju", root / "src/anju/policy", path.parent)
        files = [name for name in FILE.findall(text) if not any((start / name).exists() for start in starts)]
        found += [f"{place(root, path)}: {name}" for name in (*links, *files)]
    return found


def test_documents_lead_somewhere() -> None:
    assert faults(ROOT) == []
