"""docs/glossary.md and the code use the same words: tables, columns, accounts, costings, degrees of assurance."""

import re
from pathlib import Path

from health.house import ROOT

from anju.facts.store import TABLES
from anju.kernel.assurance import PolicyAssurance, RowAssurance
from anju.kernel.finding import Severity
from anju.policy.loader import load_policy

Entries = set[tuple[str, ...]]  # what it is, the Chinese term, the English name, and of a move both accounts
HEADS = {"", "term", "account"}
IN_EVERY_TABLE = {
    ("区划代码", "region"),
    ("计划年度", "year"),
    ("小区", "community"),
    ("编号", "id"),
    ("依据性质", "assurance"),
    ("出处", "document"),
}
VOCABULARIES = load_policy().vocabularies
KINDS = VOCABULARIES["fund_move_kinds"].terms.values()


def rows(text: str, heading: str) -> list[list[str]]:
    """The cells of all table rows below a heading, heads left out."""
    found = re.search(rf"^## {heading}\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    lines = [line.strip("|").split("|") for line in found[1].splitlines() if line.startswith("| ")] if found else []
    return [[cell.strip().strip("`") for cell in cells] for cells in lines if cells[0].strip(" -") not in HEADS]


def in_prose() -> Entries:
    """What a sentence names: a move without accounts of its own, and the grades of evidence."""
    grades = VOCABULARIES["evidence_grades"].terms.values()
    return {("move", kind.code, kind.text("english")) for kind in KINDS if not kind.text("leaves")} | {
        ("grade", f"{grade.code} {grade.title}", grade.text("english")) for grade in grades
    }


def in_tables() -> Entries:
    """What stands in the page's tables, as the code has it."""
    degrees = (each for kind in (RowAssurance, PolicyAssurance, Severity) for each in kind)
    found: Entries = {("degree", each.label, each.value) for each in degrees}
    for what, vocabulary in (("account", "accounts"), ("costing", "costing_stages")):
        found |= {(what, term.code, term.text("english")) for term in VOCABULARIES[vocabulary].terms.values()}
    for kind in (kind for kind in KINDS if kind.text("leaves")):
        found.add(("move", kind.code, kind.text("english"), kind.text("leaves"), kind.text("enters")))
    for name, table in TABLES.items():
        found.add(("table", table.title, name))
        own = {(column.zh, column.name) for column in table.columns} - IN_EVERY_TABLE
        found |= {(f"column of {name}", *column) for column in own}
    return found


def said(text: str) -> Entries:
    """The same, as the page has it."""
    moves = rows(text, "Four moves of money")
    found: Entries = {("move", *row[:4]) for row in moves if len(row) == 5}
    found |= {("account", *row[:2]) for row in moves if len(row) == 3}
    found |= {("costing", *row[:2]) for row in rows(text, "Seven costings")}
    found |= {("degree", *row[:2]) for row in rows(text, "How sure, how proved")}
    for title, name, columns in rows(text, "Tables and their columns"):
        found.add(("table", title, name))
        pairs = re.findall(r"(?:^|· )([^`·]+) `(\w+)`?", columns)
        found |= {(f"column of {name}", zh.strip(), en) for zh, en in pairs}
    prose = " ".join(text.split())
    return found | {entry for entry in in_prose() if f"{entry[1]} `{entry[2]}`" in prose}


def faults(root: Path) -> list[str]:
    page, code = said((root / "docs/glossary.md").read_text(encoding="utf-8")), in_tables() | in_prose()
    return [
        *(f"not in the glossary: {' '.join(entry)}" for entry in sorted(code - page)),
        *(f"not in the code: {' '.join(entry)}" for entry in sorted(page - code)),
    ]


def test_glossary() -> None:
    assert faults(ROOT) == []
