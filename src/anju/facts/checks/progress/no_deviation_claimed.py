"""称无偏离：报告说没有偏离目标，却没有可衡量的目标，或数据显示有偏离。"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction

from anju.facts.checking import Fault, row_of
from anju.facts.checks._costs import investment
from anju.facts.checks._goals import measurable, missed
from anju.facts.checks._money import moved
from anju.facts.checks._progress import FINISHED
from anju.facts.checks._sayings import differences, sayings
from anju.facts.checks._sayings import shown as said
from anju.facts.checks._tasks import PAIRS, shown, task_totals
from anju.facts.checks._totals import Total
from anju.facts.checks._words import in_wan, percent, quoted
from anju.facts.occasion import Occasion
from anju.facts.store import FactStore
from anju.facts.tables.statements import TABLE as STATEMENTS
from anju.kernel.assurance import PolicyAssurance
from anju.kernel.citation import Citation
from anju.kernel.finding import Severity

AUDIT_POINTS = ("P06",)
SEVERITY = Severity.WARNING
BASIS = Citation("caiyu-2020-10", "", "", PolicyAssurance.RECALLED, "自评要写明偏离目标的原因和改进措施")
SUBJECT = "偏离情况"
NONE = re.compile(r"(?:无|没有|未|不存在)[^，。；]{0,6}偏[离差]")


def check(store: FactStore, occasion: Occasion) -> Iterator[Fault]:
    claims = [each for each in sayings(store, occasion, SUBJECT) if NONE.search(_words(each.row))]
    if not claims:
        return
    reasons = [*_unmeasured(store, occasion), *_deviations(store, occasion)]
    for claim in claims if reasons else []:
        yield Fault(
            f"{claim.place}称{quoted(_words(claim.row))}，但{'；'.join(reasons)}。"
            f"请补充量化目标和完成值，逐项说明偏离和原因，或更正这一说法。",
            row_of(STATEMENTS, claim.row, "words"),
        )


def _words(row: dict[str, object]) -> str:
    return str(row["words"] or row["value"] or "")


def _unmeasured(store: FactStore, occasion: Occasion) -> Iterator[str]:
    if not store.run(measurable(occasion).limit(1)).num_rows:
        yield "绩效目标没有一项有指标值，有无偏离无从衡量"


def _deviations(store: FactStore, occasion: Occasion) -> Iterator[str]:
    goals = measurable(occasion)
    for row in store.rows(goals.filter(missed(goals, occasion)).order_by("id").limit(3)):
        yield f"目标“{row['title']}”没有达到"
    found = task_totals(store, occasion)
    planned, finished = found["communities"].exact, found[FINISHED.count].exact
    if planned is not None and finished is not None and finished < planned:
        yield f"计划{planned}个小区，完工{finished}个"
    yield from _volumes(found, occasion.share("deviation/task_volume"))
    for each in differences(store, occasion):
        if each.inside:
            other = said(each.base, each.saying.subject)
            yield f"{each.saying.subject.title}前后不一（{each.saying.quantity}与{other}）"
    cost, given = investment(store, occasion), moved(store, occasion).known("拨付")
    if cost is not None and 0 < cost.amount < given:
        yield f"拨付{in_wan(given)}为{cost.named}{in_wan(cost.amount)}的{percent(given, cost.amount)}"


def _volumes(found: Mapping[str, Total], limit: Fraction) -> Iterator[str]:
    """Buildings, households and area further from the plan than is allowed, to either side."""
    for title, plan, real in PAIRS:
        planned, done = found[plan].exact, found[real].exact
        if planned and done is not None and abs(done - planned) * limit.denominator > planned * limit.numerator:
            apart = percent(abs(done - planned), planned)
            yield f"{title}计划{shown(title, planned)}，实际{shown(title, done)}，相差{apart}"
