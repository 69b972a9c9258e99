"""The reference pages are as the code says now, and a page that is not is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from anju.checker.run import RULES as REPORT_RULES
from anju.cli._main import COMMANDS
from anju.exchange.catalogue import data_sheets
from anju.facts.checking import checks
from anju.facts.store import TABLES
from anju.measures.catalogue import MODULES
from anju.policy.loader import load_policy
from anju.reference import __main__ as reference
from anju.reference._markdown import cited
from anju.reports.sentence_reader import shipped
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
        ("checks.md", [*checks("anju.facts.checks"), *checks("anju.ledger.checks")]),
        ("sentences.md", shipped()),
        ("terms.md", [*TABLES, *MODULES, *POLICY.vocabularies]),
    ],
)
def test_every_definition_has_its_place(page: str, names: list[str]) -> None:
    assert [name for name in names if f"`{name}`" not in PAGES[page]] == []


def test_every_column_has_its_place() -> None:
    missing = [
        (table.name, column.name)
        for table in TABLES.values()
        for column in table.columns
        if f"| `{column.name}` | {column.zh} |" not in _section(PAGES["tables.md"], f"（`{table.name}`）")
    ]
    assert missing == []


def test_every_sheet_shows_its_columns() -> None:
    missing = [
        (sheet.name, column.heading)
        for sheet in data_sheets()
        for column in sheet.shown
        if f"| {column.heading} |" not in _section(PAGES["sheets.md"], sheet.name)
    ]
    assert missing == []


def test_every_part_of_a_table_has_its_points_and_its_sources() -> None:
    for code, scheme in POLICY.schemes.items():
        told = _section(PAGES["schemes.md"], f"（`{code}`）")
        rows = [line for item in scheme.items for line in told.splitlines() if line.startswith(f"| {item} ")]
        assert len(rows) == sum(len(item.parts) for item in scheme.items.values())
        bases = [scheme.basis, scheme.evidence_cap_basis, scheme.not_applicable_basis]
        bases += [basis for item in scheme.items.values() for basis in (item.basis, item.scoring)]
        assert [basis for basis in bases if cited(POLICY, basis) not in told] == []


def test_every_command_has_its_help() -> None:
    assert [name for name in COMMANDS if f"## anju {name}" not in PAGES["commands.md"]] == []
    assert "\n列出所有评分表\n" in PAGES["commands.md"]
    assert {"demo", "evaluate", "scheme", "template"} <= set(COMMANDS)


def test_every_rule_of_the_checker_has_a_page_that_shows_what_it_says() -> None:
    for code, module in REPORT_RULES.items():
        name = f"report-rules/{code.replace('_', '-')}.md"
        assert f"({name})" in PAGES["report-rules.md"]
        assert all(line in PAGES[name] for line in (module.WHY, module.MISTAKEN, module.SETTLE))
        assert "请核。" in PAGES[name]


def _section(page: str, heading: str) -> str:
    """What stands under the second-level heading that ends so."""
    found = [part for part in page.split("\n## ") if part.partition("\n")[0].endswith(heading)]
    assert len(found) == 1, heading
    return found[0]


def test_pages_are_written_the_same_way_every_time() -> None:
    assert reference.pages() == PAGES
    assert all("\r" not in text and text.endswith("\n") for text in PAGES.values())
    assert [line for text in PAGES.values() for line in text.splitlines() if line != line.rstrip()] == []


@pytest.mark.parametrize("width", ["30", "300"])
def test_the_width_of_the_terminal_bears_on_no_page(width: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", width)
    assert reference.pages() == PAGES


def test_the_pages_in_the_tree_are_fresh() -> None:
    folder = Path(__file__).parents[2] / reference.FOLDER
    assert reference.stale(folder, PAGES) == []


def test_a_changed_page_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert reference.main([]) == 0
    assert reference.main(["--check"]) == 0
    page = tmp_path / reference.FOLDER / "rules.md"
    page.write_text(page.read_text("utf-8") + "\n手写的一行\n", "utf-8")
    (tmp_path / reference.FOLDER / "old.md").write_text("没有用了", "utf-8")
    (tmp_path / reference.FOLDER / "report-rules/old.md").write_text("没有用了", "utf-8")
    assert reference.stale(tmp_path / reference.FOLDER, PAGES) == ["old.md", "report-rules/old.md", "rules.md"]
    assert reference.main(["--check"]) == 1
    told = capsys.readouterr().err.splitlines()
    assert [line.partition(" ")[0] for line in told] == [
        "docs/reference/old.md",
        "docs/reference/report-rules/old.md",
        "docs/reference/rules.md",
    ]
    assert reference.main([]) == 0
    assert reference.main(["--check"]) == 0
