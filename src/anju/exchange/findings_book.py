"""发现清单 findings.xlsx：一行一个发现，按工作表和单元格排，写明依据和算式。"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from anju.exchange.book import Book, new_book, wide
from anju.exchange.catalogue import in_order
from anju.kernel.assurance import PolicyAssurance
from anju.kernel.citation import Citation
from anju.kernel.finding import Computation, Finding, Severity
from anju.policy.loader import Policy, load_policy

COLUMNS = (
    ("序号", 6),
    ("级别", 7),
    ("工作表", 13),
    ("单元格", 8),
    ("说明", 54),
    ("依据", 28),
    ("计算", 26),
    ("代码", 20),
)
_CELL = re.compile(r"([A-Z]+)([0-9]+)")
_HEAD = 3


def write_findings(path: Path, findings: Sequence[Finding], policy: Policy | None = None) -> None:
    """Write all findings, by sheet and cell. OSError when the file cannot be written.

    `policy` names the documents that findings rest on; by default what Anju brings along.
    """
    listed = sorted(findings, key=reading_order)
    with new_book(path, "发现清单") as book:
        sheet = book.sheet("发现清单")
        _head(book, sheet, listed)
        for number, finding in enumerate(listed, 1):
            _row(book, sheet, number, finding, policy or load_policy())
        if not listed:
            sheet.merge_range(_HEAD + 1, 0, _HEAD + 1, len(COLUMNS) - 1, "没有发现问题。", book.style("cell"))


def reading_order(finding: Finding) -> tuple[int, int, int, str, int, str, str]:
    """Down the sheets as they stand in the workbook, the graver first in one cell; what has no place comes last."""
    where, names = finding.where, [sheet.name for sheet in in_order()]
    place = names.index(where.sheet) if where.sheet in names else len(names)
    letters = _CELL.fullmatch(where.cell or "")
    column = letters[1] if letters else ""
    rank = finding.severity.rank
    return place, where.row or 0, len(column), column, rank, finding.code, finding.message


def basis_text(basis: Citation | None, policy: Policy) -> str:
    """《办法》（财综〔2024〕15号）第八条（记忆待核）; nothing when there is no basis."""
    if basis is None:
        return ""
    source = policy.sources.get(basis.source)
    sure = "" if basis.assurance is PolicyAssurance.OFFICIAL else f"（{basis.assurance.label}）"
    return f"{source.shown if source else basis.source}{basis.article}{sure}"


def computation_text(computation: Computation | None) -> str:
    if computation is None:
        return ""
    lines = []
    if computation.stated is not None:
        lines.append(f"写明：{computation.stated}")
    if computation.computed is not None:
        lines.append(f"算得：{computation.computed}")
    if computation.operands:
        lines.append(f"用到：{'、'.join(computation.operands)}")
    return "\n".join(lines)


def _head(book: Book, sheet: Any, findings: Sequence[Finding]) -> None:
    counts = {severity: sum(f.severity is severity for f in findings) for severity in Severity}
    said = "，".join(f"{severity.label} {count} 处" for severity, count in counts.items())
    sheet.set_row(0, 30)
    sheet.write_string(0, 0, "发现清单", book.style("title"))
    sheet.write_string(1, 0, f"共 {len(findings)} 处：{said}。", book.style("quiet"))
    for place, (name, width) in enumerate(COLUMNS):
        sheet.set_column(place, place, width)
        sheet.write_string(_HEAD, place, name, book.style("head"))
    sheet.freeze_panes(_HEAD + 1, 0)
    sheet.repeat_rows(_HEAD)
    if findings:
        sheet.autofilter(_HEAD, 0, _HEAD + len(findings), len(COLUMNS) - 1)


def _row(book: Book, sheet: Any, number: int, finding: Finding, policy: Policy) -> None:
    row = _HEAD + number
    texts = (
        finding.where.sheet or "",
        finding.where.cell or "",
        finding.message,
        basis_text(finding.basis, policy),
        computation_text(finding.computation),
        finding.code,
    )
    sheet.set_row(row, _height(texts))
    sheet.write_number(row, 0, number, book.style("centred"))
    sheet.write_string(row, 1, finding.severity.label, book.style(finding.severity.value))
    for place, text in enumerate(texts, 2):
        sheet.write_string(row, place, text, book.style("centred" if place == 3 else "wrapped"))


def _height(texts: Sequence[str]) -> int:
    """Row height in points for the tallest of the wrapped cells."""
    lines = 1
    for (_, width), text in zip(COLUMNS[2:], texts, strict=True):
        lines = max(lines, sum(1 + (wide(line) - 1) // width for line in text.split("\n") if line))
    return min(16 * lines + 6, 400)
