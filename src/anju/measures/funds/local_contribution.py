"""地方财政出资：省、市、县三级财政自己到位了多少，另列中央补助到位多少。"""

from __future__ import annotations

from anju.facts.occasion import Occasion
from anju.kernel.assurance import PolicyAssurance
from anju.kernel.citation import Citation
from anju.ledger.entries import entries
from anju.measures._measure import Measure, Sums
from anju.measures._moves import ANY_AMOUNT, sources, supplied, total

BUDGETS = {"local": ("local_budget", "地方财政资金"), "upper": ("upper", "中央补助资金")}
"""Sum → channel of the vocabulary source_levels, and its title. Province and city count as local, as in the forms."""


def _sums(occasion: Occasion) -> Sums:
    moves = entries(occasion)
    found = {}
    for name, (channel, title) in BUDGETS.items():
        levels = sources(occasion, "channel", channel)
        supply = supplied(f"补登到位的{title}：金额、日期和指标文件", "到位", ANY_AMOUNT, levels, -1)
        found[name] = total(moves, f"到位{title}", "到位", levels, supply)
    return found


MEASURE = Measure(
    _sums,
    Citation("kaijiang-2021-self-evaluation", quote="资金筹集是资金管理的第一项", assurance=PolicyAssurance.REPORTED),
    headline="local",
)
