"""评分表能不能用：它点名的口径、规则、合计和写法都要有，错在哪一行就说哪一行。"""

from __future__ import annotations

from collections.abc import Iterable
from types import ModuleType

from anju.facts.occasion import Occasion
from anju.kernel.catalogue import Catalogue, NotInCatalogue, walk_modules
from anju.measures.catalogue import MODULES, declared
from anju.policy.scheme import Part, Scheme

RULES: Catalogue[ModuleType] = walk_modules("anju.scoring.rules", None)


def measures_of(scheme: Scheme) -> set[str]:
    return {part.measure for part in _parts(scheme) if part.measure}


def check_scheme(scheme: Scheme, occasion: Occasion) -> None:
    """Raise PolicyError at the line where a part names a measure, rule, sum or option that does not exist."""
    check_parts(_parts(scheme), occasion)


def check_parts(parts: Iterable[Part], occasion: Occasion) -> None:
    parts = list(parts)
    for part in parts:
        _check_names(part)
    sums = declared(sorted({part.measure for part in parts if part.measure}), occasion)
    for part in parts:
        rule, known = RULES[part.rule], sums[part.measure] if part.measure else {}
        for name in rule.uses(part):
            if name not in known:
                raise part.entry.fail(f"口径“{part.measure}”没有名为“{name}”的合计；有：{'、'.join(known)}")
        if hasattr(rule, "check"):
            rule.check(part, occasion)


def _parts(scheme: Scheme) -> list[Part]:
    return [part for item in scheme.items.values() for part in item.parts]


def _check_names(part: Part) -> None:
    entry = part.entry.mapping()
    for key, catalogue, what in (("rule", RULES, "规则"), ("measure", MODULES, "口径")):
        if key in entry and entry[key].text() not in catalogue:
            nearest = NotInCatalogue(entry[key].text(), tuple(catalogue)).nearest()
            hint = f"，最接近的是：{'、'.join(nearest)}" if nearest else ""
            raise entry[key].fail(f"没有名为“{entry[key].text()}”的{what}{hint}")
    rule = RULES[part.rule]
    if rule.MEASURED and part.measure is None:
        raise part.entry.fail(f"规则“{part.rule}”要写明 measure（用哪个口径）")
    if not rule.MEASURED and part.measure is not None:
        raise entry["measure"].fail(f"规则“{part.rule}”不用口径，请去掉 measure")
    for key, where in part.options.items():
        if key not in rule.OPTIONS:
            allowed = "、".join(rule.OPTIONS) or "无"
            raise where.fail(f"规则“{part.rule}”没有“{key}”这个写法；可以写：{allowed}")
