"""满分无据：评议给了满分，没有写理由或没有署名。"""

from __future__ import annotations

from collections.abc import Iterator

from anju.facts.checking import Fault, row_of
from anju.facts.checks._rows import of_year
from anju.facts.occasion import Occasion
from anju.facts.store import FactStore
from anju.facts.tables.judgements import TABLE as JUDGEMENTS
from anju.kernel.citation import Citation
from anju.kernel.finding import Severity

AUDIT_POINTS = ("V03",)
SEVERITY = Severity.WARNING
BASIS = Citation("anju-default", note="得分要有数据、材料和评议人")
FULL = 10_000
NEEDED = {"reason": "没有写理由", "by": "没有署名"}


def check(store: FactStore, occasion: Occasion) -> Iterator[Fault]:
    rows = of_year(JUDGEMENTS, occasion)
    silent = {name: rows[name].fill_null("").strip() == "" for name in NEEDED}
    for row in store.rows(rows.filter(rows["share"] == FULL, silent["reason"] | silent["by"])):
        faults = [words for name, words in NEEDED.items() if not (row[name] or "").strip()]
        yield Fault(
            f"评分点“{row['item']}”评了满分，{'、'.join(faults)}。请写明依据的材料和评议人；没有依据的，重新评议。",
            row_of(JUDGEMENTS, row, "reason"),
        )
