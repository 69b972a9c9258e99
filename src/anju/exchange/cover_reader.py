"""读封面：认出各栏的名称，取它右边的内容。"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from anju.exchange.catalogue import COVER
from anju.exchange.columns import store
from anju.exchange.cover import AS_OF, FIELDS, TEMPLATE_VERSION, VERSION_LABEL
from anju.exchange.headings import fold
from anju.exchange.problems import Problems
from anju.exchange.workbook_file import Grid
from anju.facts._column import Column
from anju.facts._table import REGION, YEAR
from anju.facts.snapshot import Head
from anju.kernel.finding import Severity
from anju.kernel.period import default_as_of
from anju.kernel.region import Level, Region
from anju.policy.loader import Policy


@dataclass
class Cover:
    """What the cover says: stored values by field name, what was typed, and where each value stands."""

    values: dict[str, Any] = field(default_factory=dict)
    typed: dict[str, str] = field(default_factory=dict)
    places: dict[str, tuple[int, int]] = field(default_factory=dict)

    @property
    def head(self) -> Head | None:
        """County, year and day; None when one of them cannot be read."""
        values = self.values
        if not all(values.get(name) is not None for name in (REGION.name, "name", YEAR.name)):
            return None
        as_of = values.get(AS_OF.name) or default_as_of(values[YEAR.name])
        return Head(values[REGION.name], values["name"], values[YEAR.name], as_of)


def read_cover(grid: Grid, policy: Policy, problems: Problems) -> Cover:
    """Find each field's label; its value is the next cell to the right that holds something."""
    cover, labels = Cover(), _labels(grid)
    for column in FIELDS:
        label = labels.get(fold(column.zh))
        if label is None:
            if column.required:
                problems.add("missing_field", f"封面缺少“{column.zh}”一栏", (0, 0), column=column.name)
            continue
        cover.places[column.name] = label[0], label[1] + 1
        _read_field(grid, column, label, cover, policy, problems)
    _check_region(cover, problems)
    version = labels.get(fold(VERSION_LABEL))
    said = version and grid.text(version[0], version[1] + 1)
    if version and said and said.strip() != TEMPLATE_VERSION:
        message = f"这是第{said.strip()}版模板，本软件的模板是第{TEMPLATE_VERSION}版；认得的列照常读了"
        problems.add("other_version", message, (version[0], version[1] + 1), severity=Severity.NOTE)
    return cover


def _read_field(  # noqa: PLR0913, PLR0917 — a field, where it is and where its value goes
    grid: Grid, column: Column, label: tuple[int, int], cover: Cover, policy: Policy, problems: Problems
) -> None:
    at = (label[0], label[1] + 1)
    if at in grid.scan.uncalculated or at in grid.scan.errors:
        said = grid.scan.uncalculated.get(at, grid.scan.errors.get(at, ""))
        problems.add("unusable_cell", f"“{column.zh}”是没有算过的公式或错误值，请直接填内容", at, column=column.name)
        cover.typed[column.name] = f"={said}"
        return
    text = grid.text(*at)
    if text is None:
        if column.required:
            problems.add("missing_value", f"封面的“{column.zh}”没有填", at, column=column.name)
        return
    cover.typed[column.name] = text
    stored = store(column, grid.column(at[1]).slice(at[0], 1), policy)
    if stored.faults:
        problems.add("unreadable_cell", f"{column.zh}：{stored.faults[0]}", at, column=column.name)
    elif stored.coarse:
        message = f"“{text.strip()}”只写到月或年，按最后一日读"
        problems.add("day_assumed", message, at, column=column.name, severity=Severity.NOTE)
    cover.values[column.name] = stored.values[0].as_py()


def _check_region(cover: Cover, problems: Problems) -> None:
    code = cover.values.get(REGION.name)
    if code is None:
        return
    at = cover.places[REGION.name]
    try:
        level = Region(code).level
    except ValueError as fault:
        problems.add("bad_region", str(fault), at, column=REGION.name)
        cover.values[REGION.name] = None
        return
    if level in (Level.NATION, Level.PROVINCE):
        problems.add("bad_region", f"“{code}”是{level.label}代码，县级工作簿要填县级代码", at, column=REGION.name)
        cover.values[REGION.name] = None


def _labels(grid: Grid) -> dict[str, tuple[int, int]]:
    """Folded text → where it first stands, reading down."""
    found: dict[str, tuple[int, int]] = {}
    for index, column in enumerate(grid.columns):
        for row, text in enumerate(column.slice(0, 200).to_pylist()):
            if text is not None:
                found.setdefault(fold(text), (row, grid.offset + index))
    return found


def region_row(cover: Cover) -> dict[str, Any]:
    """The one row of the table 行政区划, without its assurance's default."""
    return {column.name: cover.values.get(column.name) for column in COVER.table.columns}
