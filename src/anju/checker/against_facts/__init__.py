"""与快照里的事实逐数对照：不是本软件写的报告没有底稿，它写的小区数、户数、面积、资金、比率仍可与事实核对。"""

from anju.checker.against_facts.compare import FIGURE_DIFFERS, Compared, compare_facts
from anju.checker.against_facts.told import NO_RECORD, against_snapshot

__all__ = ["FIGURE_DIFFERS", "NO_RECORD", "Compared", "against_snapshot", "compare_facts"]
