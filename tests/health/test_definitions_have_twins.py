"""Every definition has its test at the mirrored path: `<name>.yaml` or `test_<name>.py`."""

from pathlib import Path

from health.house import CATALOGUES, ROOT, definitions, place

# A table or a parameter declares and computes nothing: its sheet's twin and the cases that use it are its test.
DECLARED = {"facts/tables", "policy/parameters"}
BEHAVING = [catalogue for catalogue in CATALOGUES if catalogue not in DECLARED]


def twins(root: Path, path: Path) -> list[Path]:
    folder = root / "tests" / path.parent.relative_to(root / "src/anju")
    return [folder / f"{path.stem}.yaml", folder / f"test_{path.stem}.py"]


def faults(root: Path) -> list[str]:
    return [
        f"{place(root, path)}: neither {' nor '.join(place(root, twin) for twin in twins(root, path))}"
        for path in definitions(root, *BEHAVING)
        if not any(twin.exists() and twin.stat().st_size for twin in twins(root, path))
    ]


def test_definitions_have_twins() -> None:
    assert faults(ROOT) == []
