"""样本太少：有效问卷少于按户数应有的份数。"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

import ibis

from anju.facts.checking import Fault, row_of
from anju.facts.checks._rows import is_whole, of_year, preferred
from anju.facts.checks._totals import totals
from anju.facts.checks._words import called, names
from anju.facts.occasion import Occasion
from anju.facts.store import FactStore
from anju.facts.tables.survey_frames import TABLE as FRAMES
from anju.kernel.citation import Citation
from anju.kernel.finding import Computation, Severity, Where

AUDIT_POINTS = ("V01",)
# No official rule sets the size, so too small a sample is a question.
SEVERITY = Severity.WARNING
BASIS = Citation("anju-default", note="样本量按置信度95%、误差5%的公式")


def check(store: FactStore, occasion: Occasion) -> Iterator[Fault]:
    rows = of_year(FRAMES, occasion)
    rows = preferred(store, occasion, FRAMES, rows.filter(rows.valid.notnull()))
    yield from _county(store, occasion, rows)
    least = occasion.parameter("satisfaction/community_minimum_sample")
    small = rows.filter(~is_whole(rows), rows.valid < rows.households, rows.valid < least.integer())
    known = names(store, occasion)
    for row in store.rows(small):
        needed = min(row["households"], least.integer())
        yield Fault(
            f"{called(known, row['community'])}{row['households']}户，有效问卷{row['valid']}份，少于应有的{needed}份。"
            f"请补充调查，或说明为何不足。",
            row_of(FRAMES, row, "valid"),
            Computation(f"{row['valid']}份", f"{needed}份", (f"{row['households']}户",)),
            basis=least.citation,
        )


def _county(store: FactStore, occasion: Occasion, rows: ibis.Table) -> Iterator[Fault]:
    """n = ⌈n₀ ÷ (1 + (n₀ - 1) ÷ N)⌉, exact."""
    rule = occasion.parameter("satisfaction/sample_confidence")
    found = totals(store, rows, {name: rows[name] for name in ("households", "valid")})
    households, valid = found["households"].exact, found["valid"].exact
    if not households or valid is None:
        return
    endless = rule.fraction()
    size = endless / (1 + (endless - 1) / Fraction(households))
    needed = -(-size.numerator // size.denominator)
    if valid < needed:
        yield Fault(
            f"全县应调查{households}户，有效问卷{valid}份，按公式至少要{needed}份，少{needed - valid}份。"
            f"样本不足，满意率的误差会超过5个百分点；请补充调查，或写明抽样方法和误差。",
            Where(table=FRAMES.name, key=str(occasion.year), column="valid"),
            Computation(f"{valid}份", f"{needed}份", (f"{households}户",)),
            basis=rule.citation,
        )
