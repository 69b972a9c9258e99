"""Every definition has its test at the mirrored path: `<name>.yaml` or `test_<name>.py`."""

from pathlib import Path

from health.house import ROOT, definitions, place


def twins(root: Path, path: Path) -> list[Path]:
    folder = root / "tests" / path.parent.relative_to(root / "src/anju")
    return [folder / f"{path.stem}.yaml", folder / f"test_{path.stem}.py"]


def faults(root: Path) -> list[str]:
    return [
        f"{place(root, path)}: neither {' nor '.join(place(root, twin) for twin in twins(root, path))}"
        for path in definitions(root)
        if not any(twin.exists() and twin.stat().st_size for twin in twins(root, path))
    ]


def test_definitions_have_twins() -> None:
    assert faults(ROOT) == []
