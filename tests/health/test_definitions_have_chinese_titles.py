"""Every definition a user can meet, and every source and vocabulary, has a Chinese title."""

from pathlib import Path

from health.house import CATALOGUES, HAN, ROOT, definitions, place, title

TITLED = (*CATALOGUES, "policy/sources", "policy/vocabularies", "policy/report_kinds")


def faults(root: Path) -> list[str]:
    return [place(root, path) for path in definitions(root, *TITLED) if not HAN.search(title(path))]


def test_definitions_have_chinese_titles() -> None:
    assert faults(ROOT) == []
