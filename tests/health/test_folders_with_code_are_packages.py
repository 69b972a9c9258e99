"""Each folder of code has its `__init__.py`: import-linter silently passes over a folder that has none."""

from pathlib import Path

from health.house import ROOT, place, python


def faults(root: Path) -> list[str]:
    folders = {path.parent for path in python(root, "src/anju")}
    return [place(root, folder) for folder in sorted(folders) if not (folder / "__init__.py").exists()]


def test_folders_with_code_are_packages() -> None:
    assert faults(ROOT) == []
