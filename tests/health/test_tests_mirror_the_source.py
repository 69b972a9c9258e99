"""A test stands where the thing it tests stands: tests/kernel/test_money.py ↔ src/anju/kernel/money.py.

`test_cases.py` runs the YAML twins of its folder.
"""

from pathlib import Path

from health.house import NOT_OURS, ROOT, place

APART = {"health", "golden", "browser", "bench"}
LISTS = {"reports/seed_sentences.yaml"}
"""What a test proves line by line, and is no twin of a file."""


def mirrored(source: Path, test: Path) -> bool:
    """True if the named file or folder, or the room of that name itself, exists in the source."""
    room = source / test.parent
    name = test.stem.removeprefix("test_")
    names = {name, f"_{name}"}
    return (
        name == "cases"
        or any((room / f"{each}{end}").exists() for each in names for end in ("", ".py", ".yaml"))
        or (room.is_dir() and room.name == name)
    )


def faults(root: Path) -> list[str]:
    found = []
    for path in sorted((root / "tests").rglob("*")):
        inside = path.relative_to(root / "tests")
        apart = inside.parts[0] in APART or NOT_OURS & set(inside.parts)
        runs_cases = path.name == "test_cases.py" and any(path.parent.rglob("*.yaml"))
        listed = runs_cases or inside.as_posix() in LISTS
        test = (path.match("test_*.py") or path.suffix == ".yaml") and not apart and not listed
        if test and not mirrored(root / "src/anju", inside):
            found.append(place(root, path))
    return found


def test_tests_mirror_the_source() -> None:
    assert faults(ROOT) == []
