"""Every `anju` command, one file in cli, stands in both READMEs and in docs/reference."""

import re
from pathlib import Path

from health.house import ROOT


def commands(root: Path) -> list[str]:
    files = sorted((root / "src/anju/cli").glob("*.py"))
    return [path.stem.replace("_", "-") for path in files if not path.stem.startswith("_")]


def faults(root: Path) -> list[str]:
    reference = sorted((root / "docs/reference").rglob("*.md"))
    pages = {
        "docs/reference": "\n".join(path.read_text(encoding="utf-8") for path in reference),
        **{
            name: (root / name).read_text(encoding="utf-8") if (root / name).exists() else ""
            for name in ("README.md", "README.en.md")
        },
    }
    return [
        f"{name}: anju {command}"
        for command in commands(root)
        for name, text in pages.items()
        if not re.search(rf"\banju {command}(?![\w-])", text)
    ]


def test_commands_are_documented() -> None:
    assert faults(ROOT) == []
