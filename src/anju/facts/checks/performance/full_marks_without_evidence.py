"""满分无佐证：自评得了满分，佐证资料里只有县里自己的说法，或什么也没有。"""

from __future__ import annotations

from collections.abc import Iterator

from anju.facts.checking import Fault, row_of
from anju.facts.checks._rows import of_year
from anju.facts.checks._sayings import sayings
from anju.facts.occasion import Occasion
from anju.facts.store import FactStore
from anju.facts.tables.evidence import TABLE as EVIDENCE
from anju.facts.tables.statements import TABLE as STATEMENTS
from anju.kernel.citation import Citation
from anju.kernel.finding import Severity
from anju.policy.scheme import SCALE

AUDIT_POINTS = ("V03",)
SEVERITY = Severity.WARNING
BASIS = Citation("anju-default", note="得分要有佐证资料")
OWN_WORD = "D"


def check(store: FactStore, occasion: Occasion) -> Iterator[Fault]:
    total = occasion.parameter("goals/weight_total").value.mapping()["total"].fraction() * SCALE
    full = [
        said
        for said in sayings(store, occasion, "自评得分")
        if said.quantity is not None and said.quantity.base == total
    ]
    rows = of_year(EVIDENCE, occasion)
    if not full or store.run(rows.filter(rows.grade != OWN_WORD).limit(1)).num_rows:
        return
    for said in full:
        yield Fault(
            f"{said.place}自评得分{said.quantity}，是满分，佐证资料里没有一份原件、内部记录或照片清单。"
            f"请按评分点补登佐证；没有佐证的，不能得满分。",
            row_of(STATEMENTS, said.row, "value"),
        )
