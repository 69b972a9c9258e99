"""附表共用：资金管理哪里核出问题，审计检查查出什么、改了没有。"""

from __future__ import annotations

import importlib
from typing import Any

from anju.figures.book import Book
from anju.kernel.outcome import Value
from anju.policy.dated import Term
from anju.reports.annexes._cells import OPEN, UNREPORTED, told
from anju.reports.document import Runs
from anju.scoring.assess import CHECK_PACKAGES


def problems(book: Book, point: Term, known: list[bool]) -> str:
    """The titles of the checks of this point that found something; what is to be done is the officer's to write.

    `known` says of each thing asked whether the facts tell it: silence about what nobody reported clears nobody.
    """
    codes = point.entry["checks"].texts()
    found = [code for code in codes if any(finding.code == code for finding in book.assessment.findings)]
    if found:
        return f"核出：{'；'.join(name(code) for code in found)}。改进措施：{OPEN}"
    if not any(known):
        return f"{UNREPORTED}，无从核查"
    return "未核出问题" if all(known) else "就已填报的数据，未核出问题"


def name(code: str) -> str:
    """What a check is about: the words of its file's first line before the colon."""
    for package in CHECK_PACKAGES:
        try:
            module = importlib.import_module(f"{package}.{code}")
        except ModuleNotFoundError:
            continue
        return (module.__doc__ or "").strip().split("\n")[0].partition("：")[0]
    raise LookupError(code)


def audit_says(book: Book) -> Runs:
    """Every audit finding on record; that nothing was found only where an audit said so."""
    rows = book.rows("audit_findings")
    if not rows:
        return (f"中央巡视、各级审计和财政监督中发现的问题：{UNREPORTED}。",)
    visits = book.assessment.occasion.words("audit_finding_severities").codes("found")
    found = [row for row in rows if row["severity"] in visits]
    if not found:
        return ("已登记审计、检查", *told(book.figure("funds.audit.audits")), "次，均未查出问题。")
    runs: list[Any] = ["审计、检查发现的问题："]
    for row in found:
        runs += [f"{row['body'] or UNREPORTED}查出“{row['title'] or UNREPORTED}”", *_amount(book, row), _mended(row)]
    return tuple(runs)


def _amount(book: Book, row: dict[str, Any]) -> Runs:
    found = book.figure(f"cell.audit_findings.{row['id']}.amount_fen")
    return ("，涉及", *told(found, bare=False)) if isinstance(found, Value) else ()


def _mended(row: dict[str, Any]) -> str:
    return {True: "，已整改；", False: "，尚未整改；", None: f"，整改情况{UNREPORTED}；"}[row["mended"]]
