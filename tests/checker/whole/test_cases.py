"""整份报告：没有毛病的不冤枉（至多一处误报、没有错误级），埋下的毛病逐处找到。

The reports are .yml: a .yaml is the twin of one file of the source, and these are of the checker as a whole.
"""

from __future__ import annotations

import ast
import operator
import re
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml
from checker.whole.report_files import FORMS, PDF, build

from anju.checker.readers import read
from anju.checker.run import check
from anju.kernel.finding import Finding, Severity, Status

REPORTS = sorted(Path(__file__).parent.glob("*.yml"))
OPERATORS = {ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: operator.truediv}
FULL_WIDTH = str.maketrans("０１２３４５６７８９．，％", "0123456789.,%")


def written(path: Path) -> dict[str, Any]:
    """名, 格式 (one or several), 正文, 毛病 [{词, 原因, 算式}], 未发现 (causes of faults missed so far), 算式."""
    report: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)
    return report


def forms() -> list[Any]:
    each = [(path, form) for path in REPORTS for form in written(path)["格式"].split("、")]
    return [pytest.param(path, form, id=f"{path.stem}：{form}") for path, form in each]


def value(left: str) -> Fraction:
    """What the arithmetic comes to, without a float."""

    def of(node: ast.expr) -> Fraction:
        match node:
            case ast.BinOp():
                result: Fraction = OPERATORS[type(node.op)](of(node.left), of(node.right))
                return result
            case ast.UnaryOp(op=ast.USub()):
                return -of(node.operand)
            case ast.Constant():
                return Fraction(ast.get_source_segment(left, node) or "")
        raise ValueError(left)

    return of(ast.parse(left, mode="eval").body)


def holds(line: str) -> bool:
    """Whether the right side is the left one, rounded half up at its own place."""
    left, right = line.split(" = ")
    places = len(right.partition(".")[2])
    return abs(value(left) - Fraction(right)) <= Fraction(1, 2 * 10**places)


def digits(text: str) -> str:
    return re.sub(r"(?<=\d)[,，](?=\d{3})", "", text.translate(FULL_WIDTH))


def said(finding: Finding) -> str:
    """Message and computation, the figures as plain digits."""
    computation = finding.computation
    parts = () if computation is None else (computation.stated or "", computation.computed or "", *computation.operands)
    return digits(" ".join((finding.message, *parts)))


def meets(finding: Finding, fault: dict[str, Any]) -> bool:
    return all(word in said(finding) for word in fault["词"])


def known(report: dict[str, Any], form: str) -> list[str]:
    """The faults that are missed so far: in every form, or in the one named behind a bar."""
    parted = [each.partition("｜") for each in report["未发现"]]
    return [cause for cause, _, only in parted if only in ("", form)]


def test_there_are_enough_reports_of_every_kind() -> None:
    reports = [written(path) for path in REPORTS]
    assert len(reports) >= 14
    assert sum(not report["毛病"] for report in reports) >= 8
    assert all(2 <= len(report["毛病"]) <= 5 for report in reports if report["毛病"])
    assert {form for report in reports for form in report["格式"].split("、")} == {*FORMS, PDF}


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_the_arithmetic_of_a_report_is_as_its_author_meant(path: Path) -> None:
    """What should hold holds, and a planted fault is one."""
    report = written(path)
    assert [line for line in report["算式"] if not holds(line)] == []
    assert [fault for fault in report["毛病"] if "算式" in fault and holds(fault["算式"])] == []
    text = digits(report["正文"])
    assert [line for line in report["算式"] if line.split(" = ")[1].lstrip("-") not in text] == []


@pytest.mark.parametrize(("path", "form"), forms())
def test_a_report_draws_what_it_deserves(path: Path, form: str, tmp_path: Path, require: Callable[[str], str]) -> None:
    report = written(path)
    findings = check(read(build(tmp_path, form, report["正文"], require))).findings
    grave = [each for each in findings if each.severity in (Severity.ERROR, Severity.WARNING)]
    missed = [fault["原因"] for fault in report["毛病"] if not any(meets(each, fault) for each in grave)]
    false = [each for each in findings if not any(meets(each, fault) for fault in report["毛病"])]
    shown = "\n".join(f"{each.severity.label} {each.code} {each.message}" for each in false)
    assert missed == known(report, form), shown
    assert len(false) <= 1, shown
    assert not any(each.severity is Severity.ERROR and each.status is Status.OPEN for each in false), shown
