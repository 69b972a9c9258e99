"""Each sheet's twin: what an officer types (写) and what the fact table then holds (存), or why it is refused (拒).

A case may rename headings (列名) and give the communities that other sheets refer to (小区, by id and name). Numbers
and dates in the YAML are numbers and dates in the cells.
"""

from pathlib import Path
from typing import Any

import pytest
import yaml
from exchange._books import Typed, errors, said

from anju.exchange.catalogue import SHEETS
from anju.exchange.cells import parse
from anju.exchange.cover import FIELDS
from anju.policy.loader import load_policy

HERE = Path(__file__).parent
CASES = [(path.stem, case) for path in sorted(HERE.glob("*.yaml")) for case in yaml.safe_load(path.read_text("utf-8"))]
KEYS = {"名", "写", "存", "拒", "列名", "小区", "封面"}


def typed(table: str, case: dict[str, Any]) -> Typed:
    name = SHEETS[table].name
    book = Typed(**case.get("封面", {}))
    for code, called in case.get("小区", {}).items():
        book.add("小区", {"小区": code, "小区名称": called})
    for row in case.get("写", []):
        book.add(name, row)
    for title, heading in case.get("列名", {}).items():
        book.head(name, title).value = heading
    return book


@pytest.mark.parametrize(("table", "case"), CASES, ids=[f"{table}-{case['名']}" for table, case in CASES])
def test_what_is_typed_is_stored_or_refused(table: str, case: dict[str, Any], tmp_path: Path) -> None:
    assert set(case) <= KEYS
    read = typed(table, case).read(tmp_path)
    if "存" in case:
        assert said(errors(read)) == []
        stored = read.tables[table].to_pylist()
        wanted = [{**row, **expected} for row, expected in zip(stored, case["存"], strict=True)]
        assert stored == wanted
    else:
        found = {f.where.column: f.message for f in errors(read)}
        columns = {column.zh: column.name for column in (*FIELDS, *SHEETS[table].shown)}
        wanted = {columns[title]: words for title, words in case["拒"].items()}
        assert set(found) == set(wanted), said(errors(read))
        assert all(words in found[name] for name, words in wanted.items()), said(errors(read))
        assert read.tables == {}


@pytest.mark.parametrize("table", sorted(SHEETS))
def test_the_twin_shows_what_is_taken_and_what_is_refused(table: str) -> None:
    cases = [case for name, case in CASES if name == table]
    assert any("存" in case for case in cases)
    assert any("拒" in case for case in cases)


@pytest.mark.parametrize("table", sorted(SHEETS))
def test_the_example_can_be_read(table: str) -> None:
    sheet = SHEETS[table]
    for name, text in sheet.example.items():
        assert parse(sheet.table.by_name[name], text, load_policy()) is not None
    assert {column.name for column in sheet.shown if column.required} <= set(sheet.example) or sheet.order == 0
