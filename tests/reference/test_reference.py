"""The reference pages are as the code says now, and a page that is not is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from anju.cli._main import COMMANDS
from anju.facts.store import TABLES
from anju.measures.catalogue import MODULES
from anju.policy.loader import load_policy
from anju.reference import __main__ as reference
from anju.scoring.score import RULES

PAGES = reference.pages()
POLICY = load_policy()


@pytest.mark.parametrize(
    ("page", "names"),
    [
        ("tables.md", TABLES),
        ("measures.md", MODULES),
        ("rules.md", RULES),
        ("parameters.md", POLICY.parameters),
        ("vocabularies.md", POLICY.vocabularies),
        ("sources.md", POLICY.sources),
        ("schemes.md", POLICY.schemes),
        ("terms.md", [*TABLES, *MODULES, *POLICY.vocabularies]),
    ],
)
def test_every_definition_has_its_place(page: str, names: list[str]) -> None:
    assert [name for name in names if f"`{name}`" not in PAGES[page]] == []


def test_every_command_has_its_help() -> None:
    assert [name for name in COMMANDS if f"## anju {name}" not in PAGES["commands.md"]] == []


def test_pages_are_written_the_same_way_every_time() -> None:
    assert reference.pages() == PAGES
    assert all("\r" not in text and text.endswith("\n") for text in PAGES.values())


def test_the_pages_in_the_tree_are_fresh() -> None:
    folder = Path(__file__).parents[2] / reference.FOLDER
    assert reference.stale(folder, PAGES) == []


def test_a_changed_page_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert reference.main([]) == 0
    assert reference.main(["--check"]) == 0
    page = tmp_path / reference.FOLDER / "rules.md"
    page.write_text(page.read_text("utf-8") + "\n手写的一行\n", "utf-8")
    (tmp_path / reference.FOLDER / "old.md").write_text("没有用了", "utf-8")
    assert reference.stale(tmp_path / reference.FOLDER, PAGES) == ["old.md", "rules.md"]
    assert reference.main(["--check"]) == 1
