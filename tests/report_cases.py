"""Cases of the checker's rules, as a reviewer can read them.

- 名: 前面7个，后面5个
  文: |                     # a line is a paragraph
    2023年计划改造7个小区。
    2023年计划改造的5个老旧小区。
  表: [[项目, 金额（万元）], [甲, 1]]   # optional; one table behind the text, each cell a paragraph; null: merged away
  发现: [{级别: 错误, 含: [7个, 5个], 处: 5个}]   # or [] when the rule must stay silent
  成立: 1                   # optional: how many relations hold
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml

from anju.checker.extract import extract
from anju.checker.reading import Paragraph, Place, Reading
from anju.checker.relation import Relation, Result
from anju.checker.run import RULES, run_rule

TWINS = Path(__file__).parent / "checker/rules"


def twin(code: str) -> Path:
    return TWINS / f"{code.replace('.', '/')}.yaml"


def written(path: Path) -> list[dict[str, Any]]:
    """Every scalar as text."""
    found: list[dict[str, Any]] = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)
    return found


def cases() -> Iterator[Any]:
    for code in RULES:
        for case in written(twin(code)):
            yield pytest.param(code, case, id=f"{code}：{case['名']}")


def reading(text: str, table: Sequence[Sequence[str | None]] = ()) -> Reading:
    """A document of the lines, each a paragraph, with the table behind them."""
    paragraphs = [Paragraph(number, line) for number, line in enumerate(text.splitlines(), 1)]
    for row, cells in enumerate(table, 1):
        for column, cell in enumerate(cells, 1):
            if cell != "null":
                paragraphs.append(Paragraph(len(paragraphs) + 1, cell or "", Place(1, row, column)))
    return Reading("报告", "docx", tuple(paragraphs))


def relations(code: str, case: Mapping[str, Any]) -> list[Relation]:
    return list(run_rule(code, RULES[code], extract(reading(case.get("文", ""), case.get("表", ())))))


def compare(found: list[Relation], case: Mapping[str, Any]) -> None:
    """Each expected finding is found and no other; so many relations hold."""
    failed = [each for each in found if each.result is Result.FAILED]
    shown = "\n".join(f"{each.severity.label} {each.where.text} {each.message}" for each in failed) or "（没有发现）"
    assert len(failed) == len(case["发现"]), shown
    for wanted in case["发现"]:
        assert any(_meets(each, wanted) for each in failed), f"没有这样的发现：{wanted}\n实际：\n{shown}"
    if "成立" in case:
        held = [each.computation for each in found if each.result is Result.HELD]
        assert len(held) == int(case["成立"]), held


def _meets(relation: Relation, wanted: Mapping[str, Any]) -> bool:
    words = wanted.get("含", "")
    words = [words] if isinstance(words, str) else words
    return (
        relation.severity.label == wanted["级别"]
        and all(word in relation.message for word in words)
        and wanted.get("处") in (None, relation.where.text)
    )
