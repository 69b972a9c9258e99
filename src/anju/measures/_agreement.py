"""数据一致口径用的：文件里说的任务数，与本计划年度的计划合计对照。"""

from __future__ import annotations

from collections.abc import Iterable

import ibis
import ibis.expr.types as ir

from anju.facts._table import WHOLE_COUNTY
from anju.facts.occasion import Occasion
from anju.facts.tables.renovations import TABLE as RENOVATIONS
from anju.facts.tables.statements import TABLE as STATEMENTS
from anju.kernel.unit import unit
from anju.measures._rows import assurance_rank, of_year, planned, weight, when

SPELT = (
    *("个", "栋", "幢", "座", "户", "小区", "个小区", "栋楼", "万户", "万个", "万栋"),
    *("㎡", "m²", "m2", "平方米", "平米", "万㎡", "万m²", "万m2", "万平方米", "万平米", "公顷"),
)
"""How documents write the units of these quantities; one that is written otherwise cannot be compared here."""

NUMBER = r"^[0-9]{1,8}(\.[0-9]{1,4})?$"
"""A printed number, thousands separators off. Eight digits and four decimals keep the products in 64 bits."""


def compared(occasion: Occasion) -> ir.Table:
    """Statements of the plan year about planned communities, buildings, households, area.

    `agrees`: whether the plan's total may have been printed so; NULL when either cannot be told.
    """
    said = of_year(STATEMENTS, occasion)
    terms = occasion.words("statement_subjects").terms
    subjects = {code: term.text("planned") for code, term in terms.items() if _comparable(term.text("planned"))}
    actual = said.scope.contains("实际").fill_null(False)
    said = said.filter(said.subject.isin(list(subjects)) & ~actual)
    rows = said.left_join(_totals(occasion, subjects.values()), "region")
    here = rows.subject.cases(*((code, rows[f"total_{column}"]) for code, column in subjects.items()))
    factor = rows.subject.cases(*((code, _factor(rows, column)) for code, column in subjects.items()))
    plain = rows.value.replace(",", "").replace("，", "")
    digits = ibis.ifelse(plain.re_search(NUMBER), plain.replace(".", ""), ibis.null("string")).cast("int64")
    power = ibis.ifelse(plain.contains("."), plain.length() - plain.find(".") - 1, 0).cases(
        *((places, 10**places) for places in range(5))
    )
    return rows.select("region", "assurance", agrees=admits(here, digits, power, factor))


def admits(total: ir.Value, digits: ir.Value, power: ir.Value, factor: ir.Value) -> ir.Value:
    """Whether `total`, in base units, may be printed as digits/power of a unit of `factor` base units: the difference
    is at most half of the last place. As in kernel/quantity.py, without leaving the integers."""
    return ((total * power - digits * factor).abs() * 2) <= factor


def _comparable(column: str) -> bool:
    """Whether the subject is a planned number of the renovations."""
    return column in RENOVATIONS.by_name and RENOVATIONS.by_name[column].kind.unit in ("count", "dm2")


def _factor(rows: ir.Table, column: str) -> ir.Value:
    """Base units in the unit the statement is written in, or in the form's own when it names none; NULL when the
    unit is of another kind."""
    own = unit(RENOVATIONS.by_name[column].shown)
    fitting = [(spelt, unit(spelt)) for spelt in SPELT]
    known = ((spelt, found.factor) for spelt, found in fitting if found.dimension is own.dimension)
    return rows.unit.fill_null(own.symbol).cases(*known)


def _totals(occasion: Occasion, columns: Iterable[str]) -> ir.Table:
    """Region and the plan's total of each column; NULL when a row that counts leaves it empty."""
    rows = planned(occasion)
    rows = rows.mutate(communities=weight(rows))
    parts = {name: part for column in columns for name, part in _sides(rows, column).items()}
    found = rows.group_by("region").aggregate(**parts)
    return found.select("region", **{f"total_{column}": _law_four(found, column) for column in columns})


def _sides(rows: ir.Table, column: str) -> dict[str, ir.Value]:
    """Sum, rows, known rows and worst assurance of the known ones, of the single rows and of the whole-county row."""
    value, rank = rows[column], assurance_rank(rows)
    sides = {"single": rows.community != WHOLE_COUNTY, "whole": rows.community == WHOLE_COUNTY}
    return {
        f"{side}_{part}_{column}": each
        for side, here in sides.items()
        for part, each in {
            "sum": value.sum(where=here).cast("int64"),
            "rows": rows.count(where=here),
            "known": value.count(where=here),
            "rank": rank.max(where=here & value.notnull()),
        }.items()
    }


def _law_four(found: ir.Table, column: str) -> ir.Value:
    """The whole-county row where it alone has a value or is surer, else the single rows, if all of them are known."""
    part = {
        (side, name): found[f"{side}_{name}_{column}"]
        for side in ("single", "whole")
        for name in ("sum", "rows", "known", "rank")
    }
    surer = (part["whole", "rank"] < part["single", "rank"]).fill_null(False)
    whole = (part["whole", "known"] > 0) & ((part["single", "known"] == 0) | surer)
    single = when(part["single", "rows"] == part["single", "known"], part["single", "sum"])
    return ibis.ifelse(whole, part["whole", "sum"], single)
