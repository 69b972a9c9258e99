"""给一个县打分：规则逐点算，佐证定几成，不适用的按评分表处理，最后合成区间和等级。"""

from __future__ import annotations

from dataclasses import replace

from anju.facts.occasion import Occasion
from anju.facts.store import FactStore
from anju.kernel.finding import Finding, Severity
from anju.kernel.outcome import Missing, NotApplicable, Value
from anju.kernel.unit import half_up
from anju.measures.catalogue import MODULES, title
from anju.policy.scheme import Item, Part, Scheme, points_text
from anju.scoring.county import County, counties
from anju.scoring.evaluation import Evaluation, ItemScore, PartScore
from anju.scoring.evidence import cap, supplement_passed
from anju.scoring.grade import grade_of
from anju.scoring.scheme_check import RULES, check_scheme, measures_of
from anju.scoring.scored import Outcome, Scored, portion

__all__ = ["RULES", "evaluate", "measures_of", "score"]


def evaluate(store: FactStore, occasion: Occasion, scheme: Scheme) -> Evaluation:
    """Score the occasion's county. Every measure is computed: its goals and its report may name any of them."""
    check_scheme(scheme, occasion)
    return score(counties(store, occasion, MODULES)[occasion.region.code], scheme)


def score(county: County, scheme: Scheme) -> Evaluation:
    """Pure integer arithmetic over one county's material."""
    late = supplement_passed(scheme, county)
    items = tuple(_item(item, county, scheme, late) for item in scheme.items.values())
    items = tuple(_treated(item, scheme) for item in items)
    low, high = _total(items, scheme)
    gates = tuple(finding for item in items for finding in _gate_findings(item))
    grade, ends = grade_of(scheme, county.occasion, low, high)
    return Evaluation(county, scheme, items, low, high, None if gates else grade, ends, gates, late)


def _item(item: Item, county: County, scheme: Scheme, late: bool) -> ItemScore:
    parts = tuple(_part(part, county, scheme, late) for part in item.parts)
    return ItemScore(item, parts, _together(parts))


def _part(part: Part, county: County, scheme: Scheme, late: bool) -> PartScore:
    rule, limit = RULES[part.rule], cap(part, county, scheme)
    scored: Scored = rule.score(part, county)
    confirmed = portion(scored.low, limit.share)
    at_most = portion(scored.high, limit.share) if late else scored.high
    code = part.measure or ""
    sums = {name: (county.declared[code][name], county.value(code, name)) for name in rule.uses(part)}
    name = part.title or (title(code) if code else part.rule)
    proved = [f"{limit.line}，得{points_text(confirmed)}分"] if limit.share < 1 and scored.low else []
    if at_most < scored.high:
        proved.append(f"补充佐证的截止日已过，最多{points_text(at_most)}分")
    return PartScore(part, name, confirmed, at_most, scored.outcome, (*scored.working, *proved), sums, limit)


def _together(parts: tuple[PartScore, ...]) -> Outcome:
    """An item is not applicable when every part is; missing when every part that applies is; else it has a value."""
    outside = [part.outcome for part in parts if isinstance(part.outcome, NotApplicable)]
    if len(outside) == len(parts):
        return NotApplicable("；".join(each.why for each in outside))
    lacking = [part.outcome for part in parts if isinstance(part.outcome, Missing)]
    if len(outside) + len(lacking) == len(parts):
        return Missing("；".join(each.what for each in lacking))
    return Value(sum(part.confirmed for part in parts))


def _treated(item: ItemScore, scheme: Scheme) -> ItemScore:
    """What *not applicable* gives under this scheme: nothing (rescale, zero) or the full points."""
    if scheme.not_applicable != "full":
        return item
    parts = tuple(
        replace(part, confirmed=part.part.points, at_most=part.part.points)
        if isinstance(part.outcome, NotApplicable)
        else part
        for part in item.parts
    )
    return replace(item, parts=parts)


def _total(items: tuple[ItemScore, ...], scheme: Scheme) -> tuple[int, int]:
    """Both ends of the total; of a table of which nothing applies anything may come out."""
    low, high = sum(item.confirmed for item in items), sum(item.at_most for item in items)
    if scheme.not_applicable != "rescale":
        return low, high
    parts = [part for item in items for part in item.parts]
    applicable = sum(part.part.points for part in parts if not isinstance(part.outcome, NotApplicable))
    if applicable == 0:
        return 0, scheme.total
    return half_up(low * scheme.total, applicable), half_up(high * scheme.total, applicable)


def _gate_findings(item: ItemScore) -> list[Finding]:
    """A failed gate is an error, an unknown one a warning; either way there is no grade."""
    found = []
    for part in item.parts:
        if part.part.rule != "gate" or part.outcome == Value(True):
            continue
        failed = part.outcome == Value(False)
        severity = Severity.ERROR if failed else Severity.WARNING
        said = "未通过" if failed else "能否通过，现有材料说不清"
        message = f"底线“{item.item.title}”{said}，因此不定等级。{part.working[0]}。请核对或补齐材料。"
        found.append(Finding(f"gate.{item.item.code}", severity, message, basis=item.item.basis))
    return found
