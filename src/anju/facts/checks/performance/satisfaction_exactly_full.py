"""满意率恰为百分之百：有效问卷没有一份不满意。"""

from __future__ import annotations

from collections.abc import Iterator

from anju.facts._table import WHOLE_COUNTY
from anju.facts.checking import Fault
from anju.facts.checks._rows import of_year, preferred
from anju.facts.checks._totals import totals
from anju.facts.occasion import Occasion
from anju.facts.store import FactStore
from anju.facts.tables.survey_frames import TABLE as FRAMES
from anju.kernel.citation import Citation
from anju.kernel.finding import Computation, Severity, Where

AUDIT_POINTS = ("V01",)
# With a sample behind it a full rate can be true; what has no sample at all is the error.
SEVERITY = Severity.WARNING
BASIS = Citation("anju-default", note="全部满意的调查少见，应当能够复核")


def check(store: FactStore, occasion: Occasion) -> Iterator[Fault]:
    rows = of_year(FRAMES, occasion)
    rows = preferred(store, occasion, FRAMES, rows.filter(rows.valid.notnull()))
    found = totals(store, rows, {name: rows[name] for name in ("valid", "satisfied")})
    valid, satisfied = found["valid"].exact, found["satisfied"].exact
    if valid and satisfied == valid:
        first = store.rows(rows.order_by("community").limit(1))[0]["community"]
        yield Fault(
            f"有效问卷{valid}份全部满意，满意率恰为100%。这样的结果少见；"
            f"请核对问卷和汇总口径（“基本满意”是否计入），并备好问卷原件供复核。",
            Where(table=FRAMES.name, key=f"{occasion.year}/{first or WHOLE_COUNTY}", column="satisfied"),
            Computation("100%", f"{satisfied}÷{valid}", (f"满意{satisfied}份", f"有效{valid}份")),
        )
