"""按渠道的到位、拨付和支付：中央、地方、其他三类资金，各到位、拨付、支付多少。"""

from __future__ import annotations

from anju.facts.occasion import Occasion
from anju.kernel.assurance import PolicyAssurance
from anju.kernel.citation import Citation
from anju.ledger.entries import entries
from anju.measures._measure import Measure, Sums
from anju.measures._moves import ANY_AMOUNT, sources, supplied, total

CHANNELS = {"upper": "中央", "local_budget": "地方", "": "其他"}
"""Channel of the vocabulary source_levels → the row of the finance forms; "" is every other one."""
KINDS = {"received": "到位", "released": "拨付", "paid": "支付"}


def _sums(occasion: Occasion) -> Sums:
    """A move without a source may belong to any of the three, so that none of them is known."""
    moves, levels = entries(occasion), occasion.words("source_levels").codes()
    budgets = [level for channel in CHANNELS if channel for level in sources(occasion, "channel", channel)]
    found = {}
    for name, kind in KINDS.items():
        for channel, title in CHANNELS.items():
            among = sources(occasion, "channel", channel) if channel else tuple(set(levels) - set(budgets))
            among = tuple(level for level in levels if level in among)
            supply = supplied(f"补登{title}资金的{kind}，并注明资金来源；没有的填0", kind, ANY_AMOUNT, among)
            found[f"{name}_{channel.removesuffix('_budget') or 'other'}"] = total(
                moves, f"{title}资金{kind}", kind, among, supply
            )
    return found


MEASURE = Measure(
    _sums,
    Citation("caijian-2025-1", quote="资金投入分中央财政资金、地方资金、其他资金", assurance=PolicyAssurance.RECALLED),
)
