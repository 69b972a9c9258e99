"""口径的合计和比率怎么成为数。"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from anju.figures._worst import worst
from anju.figures.figure import Figure
from anju.kernel.outcome import Missing, NotApplicable, Outcome, Value
from anju.measures.catalogue import MODULES, measure, title
from anju.scoring.assess import Assessment
from anju.scoring.printed import shown


def measured_ids(assessment: Assessment) -> Iterator[str]:
    """`<measure>.<sum>` of every measure computed, and `<measure>` where two of its sums divide."""
    for code, sums in assessment.evaluation.county.declared.items():
        yield from (f"{code}.{name}" for name in sums)
        if measure(code).ratio:
            yield code


def measured(assessment: Assessment, id: str) -> Outcome[Figure]:
    """KeyError for an id that is neither a measure's sum nor a measure with a ratio."""
    if id in MODULES:
        return _ratio(assessment, id)
    code, _, name = id.rpartition(".")
    each, value = assessment.evaluation.county.declared[code][name], assessment.evaluation.county.value(code, name)
    if value.exact is None:
        return Missing(shown(each, value))
    rows = assessment.behind.get((code, name), ())
    working = f"{each.title}：{len(rows)}行相加" if len(rows) > 1 else each.title
    return Value(
        Figure(id, each.title, Fraction(value.exact), each.unit, id, working, rows, value.assurance, each.shown)
    )


def _ratio(assessment: Assessment, code: str) -> Outcome[Figure]:
    """The quotient of two sums, never an average of quotients (law 8): a share of two alike, else so much a piece."""
    ratio = measure(code).ratio
    if ratio is None:
        raise KeyError(code)
    parts = [measured(assessment, f"{code}.{name}") for name in ratio]
    for part in parts:
        if not isinstance(part, Value):
            return part
    above, below = (part.value for part in parts if isinstance(part, Value))
    if not below.value:
        return NotApplicable(f"{below.title}为0，{title(code)}无从计算")
    quotient, alike = (above.value or Fraction(0)) / below.value, above.stored == below.stored
    rows = tuple(dict.fromkeys((*above.rows, *below.rows)))
    assurance = worst(above.assurance, below.assurance)
    value, stored, shown = (quotient * 10_000, "share", "") if alike else (quotient, above.stored, above.shown)
    made = Figure(code, title(code), value, stored, code, "", rows, assurance, shown)
    working = f"{above.title}{above.printed()}÷{below.title}{below.printed()}＝{made.printed()}"
    return Value(replace(made, working=working))
