"""评议：算不出的，由署名的人按比例判，写明理由。"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from anju.policy.scheme import SCALE, Part, points_text
from anju.scoring.county import County
from anju.scoring.scored import Scored, known, missing, percent, portion

OPTIONS = ("as",)


def uses(part: Part) -> tuple[str, ...]:
    """`as` is what the judgement is filed under in the table 评议."""
    if "as" not in part.options:
        raise part.entry.fail("评议规则须写 as（评议表里“评分点”一栏的写法）")
    return ()


def says(part: Part, _: Mapping[str, str]) -> str:
    """The rule in words, for whoever reads the scoring table."""
    return f"得分＝{points_text(part.points)}分×评议人所判比例，评议人署名并写理由"


def score(part: Part, county: County) -> Scored:
    name = part.options["as"].text()
    judged = county.judgements.get(name)
    if judged is None or judged["share"] is None:
        return missing(part.points, f"“{name}”尚未评议")
    if not (judged["reason"] and judged["by"]):
        return missing(part.points, f"“{name}”的评议没有理由或没有署名")
    share = min(Fraction(judged["share"], SCALE), Fraction(1))
    points = portion(part.points, share)
    line = f"评议人判{percent(share)}，理由：{judged['reason']}"
    return known(points, points, (line, f"{points_text(part.points)}分×{percent(share)}＝{points_text(points)}分"))
