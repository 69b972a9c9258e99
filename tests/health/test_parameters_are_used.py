"""Every parameter is read by code or by a scheme, or says `shown_only: true`."""

from pathlib import Path

from health.house import ROOT, document, place


def readers(root: Path) -> str:
    """All code and data that could name a parameter."""
    policy = root / "src/anju/policy"
    elsewhere = {policy / "parameters", policy / "sources"}
    return "\n".join(
        path.read_text(encoding="utf-8")
        for path in (root / "src/anju").rglob("*")
        if path.suffix in {".py", ".yaml"} and not elsewhere & set(path.parents)
    )


def faults(root: Path) -> list[str]:
    start = root / "src/anju/policy/parameters"
    text = readers(root)
    found = []
    for path in sorted(start.rglob("*.yaml")):
        name = path.relative_to(start).with_suffix("").as_posix()
        used = name in text or name.replace("/", ".") in text
        if not used and document(path).get("shown_only") is not True:
            found.append(place(root, path))
    return found


def test_parameters_are_used() -> None:
    assert faults(ROOT) == []
