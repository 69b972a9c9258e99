"""规则共用：评分点用到哪些合计，合计怎么说。"""

from __future__ import annotations

from collections.abc import Mapping

from anju.measures._resolve import SumValue
from anju.measures.catalogue import measure
from anju.policy.scheme import Part
from anju.scoring.county import County
from anju.scoring.printed import shown


def pair(part: Part) -> tuple[str, str]:
    """Numerator and denominator: as the part says, else the measure's own ratio."""
    own = measure(part.measure or "").ratio or ("", "")
    done = part.options["done"].text() if "done" in part.options else own[0]
    whole = part.options["of"].text() if "of" in part.options else own[1]
    if not done or not whole:
        raise part.entry.fail(f"口径“{part.measure}”不是比率，须写明 done 和 of")
    return done, whole


def named(part: Part, county: County) -> Mapping[str, SumValue]:
    return county.values.get(part.measure or "", {}) or _nothing(part, county)


def _nothing(part: Part, county: County) -> Mapping[str, SumValue]:
    return {name: county.value(part.measure or "", name) for name in county.declared[part.measure or ""]}


def words(part: Part, county: County, name: str) -> str:
    code = part.measure or ""
    return shown(county.declared[code][name], county.value(code, name))
