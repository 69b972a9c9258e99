"""评议：算不出的，由署名的人按比例判，写明理由。"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from anju.facts.tables.judgements import TABLE as JUDGEMENTS
from anju.kernel.outcome import Missing
from anju.measures._measure import Supply
from anju.policy.scheme import SCALE, Part, points_text
from anju.scoring.county import County
from anju.scoring.rules._sums import option
from anju.scoring.scored import Scored, known, missing, percent, portion

OPTIONS = ("as",)
MEASURED = False


def uses(part: Part) -> tuple[str, ...]:
    """`as` is what the judgement is filed under in the table 评议."""
    option(part, "as")
    return ()


def says(part: Part, _: Mapping[str, str]) -> str:
    """The rule in words, for whoever reads the scoring table."""
    return f"得分＝{points_text(part.points)}分×评议人所判比例，评议人署名并写理由"


def score(part: Part, county: County) -> Scored:
    name = option(part, "as")
    judged = county.judgements.get(name)
    if judged is None or judged["share"] is None:
        return missing(part.points, f"“{name}”尚未评议")
    if not (judged["reason"] and judged["by"]):
        return missing(part.points, f"“{name}”的评议没有理由或没有署名")
    share = min(max(Fraction(judged["share"], SCALE), Fraction(0)), Fraction(1))
    points = portion(part.points, share)
    line = f"评议人判{percent(share)}，理由：{judged['reason']}"
    return known(points, points, (line, f"{points_text(part.points)}分×{percent(share)}＝{points_text(points)}分"))


def supplies(part: Part, county: County) -> list[Supply]:
    """A judgement that gives the full share, or what an unfinished one lacks."""
    if not isinstance(score(part, county).outcome, Missing):
        return []
    name = option(part, "as")
    best = {"share": SCALE, "reason": "补登的理由", "by": "评议人"}
    return [Supply(JUDGEMENTS, f"补登“{name}”的评议：比例、理由、评议人", best, {"item": name})]
