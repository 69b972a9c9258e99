"""核查共用：哪张表填了全县行，哪张填了逐小区行；不问引擎就能知道，省下大半次查询。"""

from __future__ import annotations

import pyarrow as pa
import pyarrow.compute as pc

from anju.facts._table import WHOLE_COUNTY, Table
from anju.facts.checks._once import once
from anju.facts.occasion import Occasion
from anju.facts.store import TABLES, FactStore
from anju.kernel.assurance import RowAssurance


@once
def _filled(store: FactStore, occasion: Occasion) -> dict[str, tuple[bool, bool]]:
    return {name: _sides(store.table(name), occasion) for name in TABLES}


def sides(store: FactStore, occasion: Occasion, table: Table) -> tuple[bool, bool]:
    """Whether the county's real rows hold one for the whole county, and one that is not, in any plan year."""
    return _filled(store, occasion)[table.name]


def filled(store: FactStore, occasion: Occasion, table: Table) -> bool:
    return any(sides(store, occasion, table))


def _sides(rows: pa.Table, occasion: Occasion) -> tuple[bool, bool]:
    if not rows.num_rows:
        return False, False
    real = pc.and_(
        pc.equal(rows["region"], occasion.region.code),
        pc.not_equal(rows["assurance"], RowAssurance.ILLUSTRATIVE.value),
    )
    if "community" not in rows.column_names:
        return False, bool(pc.any(real).as_py())
    whole = pc.fill_null(pc.equal(rows["community"], WHOLE_COUNTY), False)
    return bool(pc.any(pc.and_(real, whole)).as_py()), bool(pc.any(pc.and_(real, pc.invert(whole))).as_py())
