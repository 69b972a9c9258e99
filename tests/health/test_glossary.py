"""docs/glossary.md and the code use the same words: tables, columns, accounts, costings, degrees of assurance."""

import re

import pytest
from health.house import ROOT

from anju.facts.store import TABLES
from anju.kernel.assurance import PolicyAssurance, RowAssurance
from anju.kernel.finding import Severity
from anju.policy.loader import load_policy

GLOSSARY = (ROOT / "docs/glossary.md").read_text(encoding="utf-8")
IN_EVERY_TABLE = {
    ("区划代码", "region"),
    ("计划年度", "year"),
    ("小区", "community"),
    ("编号", "id"),
    ("依据性质", "assurance"),
    ("出处", "document"),
}
VOCABULARIES = load_policy().vocabularies


def rows(text: str, heading: str) -> list[list[str]]:
    """The cells of all table rows below a heading, heads left out."""
    found = re.search(rf"^## {heading}\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    assert found, f"no heading {heading}"
    lines = [line.strip("|").split("|") for line in found[1].splitlines() if line.startswith("| ")]
    return [[cell.strip().strip("`") for cell in cells] for cells in lines if cells[0].strip(" -") not in ("", "term")]


def tables(text: str) -> dict[tuple[str, str], set[tuple[str, str]]]:
    """(Chinese, English) of each table with those of its columns."""
    found = {}
    for title, name, *columns in rows(text, "Tables and their columns"):
        pairs = re.findall(r"(?:^|· )([^`·]+) `(\w+)`?", columns[0])
        found[title, name] = {(zh.strip(), en) for zh, en in pairs}
    return found


def declared() -> dict[tuple[str, str], set[tuple[str, str]]]:
    return {
        (table.title, name): {(column.zh, column.name) for column in table.columns} - IN_EVERY_TABLE
        for name, table in TABLES.items()
    }


def test_tables_and_columns_are_those_of_the_code() -> None:
    assert tables(GLOSSARY) == declared()


def test_a_column_that_is_not_here_would_be_noticed() -> None:
    assert tables(GLOSSARY.replace("验收合格 `passed` · ", "")) != declared()
    assert tables(GLOSSARY.replace("造价阶段 `stage`", "阶段 `stage`")) != declared()


def test_each_move_leaves_and_enters_the_accounts_it_says() -> None:
    kinds = VOCABULARIES["fund_move_kinds"].terms.values()
    wanted = [[k.code, k.text("english"), k.text("leaves"), k.text("enters")] for k in kinds if k.text("leaves")]
    found = [row for row in rows(GLOSSARY, "Four moves of money") if len(row) == 5]
    assert [row[:4] for row in found] == wanted
    assert all(f"{k.code} `{k.text('english')}`" in GLOSSARY for k in kinds if not k.text("leaves"))


@pytest.mark.parametrize(
    ("heading", "vocabulary"), [("Four moves of money", "accounts"), ("Seven costings", "costing_stages")]
)
def test_accounts_and_costings_are_those_of_their_vocabulary(heading: str, vocabulary: str) -> None:
    wanted = [[term.code, term.text("english")] for term in VOCABULARIES[vocabulary].terms.values()]
    assert [row[:2] for row in rows(GLOSSARY, heading) if len(row) == 3 and row[0] != "account"] == wanted


def test_how_sure_a_thing_is_has_one_word_each() -> None:
    wanted = [[each.label, each.value] for degrees in (RowAssurance, PolicyAssurance, Severity) for each in degrees]
    assert [row[:2] for row in rows(GLOSSARY, "How sure, how proved")] == wanted
    for grade in VOCABULARIES["evidence_grades"].terms.values():
        assert f"{grade.code} {grade.title} `{grade.text('english')}`" in " ".join(GLOSSARY.split())
