"""筹资渠道：财政以外各渠道到位了多少，债券、专营单位、居民、社会资本和其他。"""

from __future__ import annotations

from anju.facts.occasion import Occasion
from anju.kernel.assurance import PolicyAssurance
from anju.kernel.citation import Citation
from anju.ledger.entries import entries
from anju.measures._measure import Measure, Sums
from anju.measures._moves import ANY_AMOUNT, sources, supplied, total

CHANNELS = {"bond": "专项债券", "utility": "专营单位", "resident": "居民", "social": "社会资本", "other": "其他来源"}
"""Sum = channel of the vocabulary source_levels → its title. A row of 0 is on record that nothing came that way."""


def _sums(occasion: Occasion) -> Sums:
    moves = entries(occasion)
    found = {}
    for channel, title in CHANNELS.items():
        levels = sources(occasion, "channel", channel)
        supply = supplied(f"补登{title}到位资金：金额、日期和凭证；没有的填0", "到位", ANY_AMOUNT, levels)
        found[channel] = total(moves, f"{title}到位资金", "到位", levels, supply)
    return found


MEASURE = Measure(
    _sums,
    Citation(
        "guobanfa-2020-23",
        quote="政府、居民、社会力量共同承担，专营单位承担自有管线",
        assurance=PolicyAssurance.REPORTED,
    ),
)
