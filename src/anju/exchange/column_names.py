"""列名对照：自己的列名对应模板的哪一列，问过一次就记在工作簿旁边的“<工作簿>.列名.yaml”里。"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from anju.exchange.catalogue import data_sheets
from anju.exchange.file_kind import UnusableFile
from anju.exchange.headings import fold, match
from anju.policy.located import Located, PolicyError, read_yaml

NOT_READ = "不读"
"""The answer for a column of the officer's own."""


@dataclass(frozen=True)
class Question:
    """A heading nobody knows; `candidates` are the template's headings still without a column, likeliest first."""

    sheet: str
    heading: str
    candidates: tuple[str, ...]


Ask = Callable[[Question], str | None]
"""Answers with one of the candidates (any unit in its brackets), with NOT_READ, or with None when nobody knows."""


class ColumnNames:
    """What the officer's own headings mean, sheet by sheet. `changed` when an answer is not yet in the file."""

    def __init__(self, known: Mapping[str, Mapping[str, str]], ask: Ask | None = None) -> None:
        self._known = {sheet: dict(names) for sheet, names in known.items()}
        self._folded = {(s, fold(name)): means for s, names in known.items() for name, means in names.items()}
        self._ask = ask
        self.changed = False

    def knows(self, sheet: str, heading: str) -> str | None:
        return self._folded.get((sheet, fold(heading)))

    def means(self, question: Question) -> str | None:
        """What the heading means; asks when it is not known."""
        known = self.knows(question.sheet, question.heading)
        if known is not None or self._ask is None:
            return known
        answer = self._ask(question)
        if answer is not None:
            heading = " ".join(question.heading.split())
            self._known.setdefault(question.sheet, {})[heading] = answer
            self._folded[question.sheet, fold(heading)] = answer
            self.changed = True
        return answer

    def save(self, path: Path) -> None:
        """Write all answers, sheets in the workbook's order. OSError when the file cannot be written."""
        names = [sheet.name for sheet in data_sheets() if sheet.name in self._known]
        content = yaml.safe_dump({n: self._known[n] for n in names}, allow_unicode=True, sort_keys=False, width=200)
        head = f"# 左边是工作簿里的列名，右边是模板里的列名；不是数据的列写“{NOT_READ}”。\n"
        path.write_text(head + content, encoding="utf-8")
        self.changed = False


def beside(workbook: Path) -> Path:
    """Where the answers for a workbook are kept: 台账.xlsx → 台账.列名.yaml."""
    return workbook.with_name(f"{workbook.stem}.列名.yaml")


def load_names(path: Path, ask: Ask | None = None, *, must_exist: bool = False) -> ColumnNames:
    """Read the answers. UnusableFile with file and line for a sheet or column that the template does not have."""
    if not path.exists() and not must_exist:
        return ColumnNames({}, ask)
    try:
        sheets = {name: _names(name, entry) for name, entry in read_yaml(path, path.name).mapping().items()}
    except PolicyError as fault:
        raise UnusableFile(f"列名对照文件：{fault}") from None
    except OSError as fault:
        raise UnusableFile(f"列名对照文件“{path}”读不了：{fault.strerror or fault}") from None
    return ColumnNames(sheets, ask)


def _names(sheet_name: str, entry: Located) -> dict[str, str]:
    sheet = next((sheet for sheet in data_sheets() if sheet.name == sheet_name), None)
    if sheet is None:
        raise entry.fail(f"模板里没有“{sheet_name}”这张工作表")
    found = {}
    for heading, answer in entry.mapping().items():
        means = answer.text()
        if means != NOT_READ and match(means, sheet.shown) is None:
            raise answer.fail(f"“{sheet_name}”没有“{means}”这一列")
        found[heading] = means
    return found
