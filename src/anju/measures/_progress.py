"""进度类口径共用：计划小区里到了某一步的有几个。"""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from anju.facts._table import WHOLE_COUNTY
from anju.facts.occasion import Occasion
from anju.facts.tables.renovations import TABLE as RENOVATIONS
from anju.measures._best import Best, in_single, in_whole, last_day, same
from anju.measures._measure import Asked, Sum, Supply
from anju.measures._rows import as_count, by, weight


def plan(rows: ir.Table) -> Sum:
    """The planned communities: what most shares are shares of."""
    says = "补登年度计划：列入计划的小区，至少全县的小区数"
    return Sum("计划小区", rows, weight(rows), supply=Supply(RENOVATIONS, says, {"communities": 1}, {"community": "*"}))


def from_stage(stage: ir.Value, first: str, occasion: Occasion) -> ir.Value:
    """Whether a stage is `first` or later; unknown without a stage."""
    terms = occasion.words("stages").terms
    least = int(terms[first].text("order"))
    return stage.isin([code for code, term in terms.items() if int(term.text("order")) >= least])


def started(rows: ir.Table, occasion: Occasion) -> ir.Value:
    """Communities of a row that had started: by date, else by stage, else because the works are finished."""
    known = by(rows.started_on, occasion).fill_null(from_stage(rows.stage, "已开工", occasion))
    finished = ibis.ifelse(by(rows.finished_on, occasion), True, ibis.null("boolean"))
    return _counted(rows, rows.communities_started, known.fill_null(finished))


def finished(rows: ir.Table, occasion: Occasion) -> ir.Value:
    """Communities of a row whose works were finished: by date, else by stage."""
    known = by(rows.finished_on, occasion).fill_null(from_stage(rows.stage, "主体完工", occasion))
    return _counted(rows, rows.communities_finished, known)


def _counted(rows: ir.Table, stated: ir.Value, reached: ir.Value) -> ir.Value:
    """What the whole-county row states as a number; else all communities of the row or none, by what it says."""
    number = as_count(reached) * weight(rows)
    return ibis.ifelse(rows.community == WHOLE_COUNTY, stated.fill_null(number), number)


def supplied(says: str, day: str, number: str, year: int | None = None) -> Supply:
    """The day for each community, the number for the county; `year` when it is another plan year's."""
    values = {day: in_single(_unstaged(last_day)), number: in_whole(_unstaged(_all))}
    if year is None:
        return Supply(RENOVATIONS, says, values)
    return Supply(RENOVATIONS, says, values | {"communities": in_whole(lambda _: 1)}, {"year": year})


def _unstaged(best: Best) -> Best:
    """Not where the stage already says how far the works are."""
    return lambda asked: None if asked.row.get("stage") else best(asked)


def _all(asked: Asked) -> int:
    return asked.row.get("communities") or 1


def carried(rows: ir.Table, what: str, planned: str, actual: str) -> dict[str, Sum]:
    """Plan and actual of one quantity; the best actual is the plan."""
    unit = RENOVATIONS.by_name[planned].kind.unit
    asks = Supply(RENOVATIONS, f"补登计划的{what}", {planned: 1}, {"community": "*"})
    tells = Supply(RENOVATIONS, f"补登实际改造的{what}", {actual: same(planned)})
    return {
        "planned": Sum(f"计划{what}", rows, rows[planned], unit=unit, supply=asks),
        "actual": Sum(f"实际{what}", rows, rows[actual], unit=unit, supply=tells),
    }
