"""数据一致：整数算的“印出来可以是这个数”，与核心里的区间算法处处相同。"""

from __future__ import annotations

import ibis
import pyarrow as pa
from hypothesis import given, settings
from hypothesis import strategies as st

from anju.kernel.quantity import Quantity
from anju.kernel.unit import unit
from anju.measures._agreement import SPELT, admits


@settings(max_examples=20)
@given(
    st.lists(
        st.tuples(st.integers(0, 10**8 - 1), st.integers(0, 4), st.sampled_from(SPELT), st.integers(-60, 60)),
        min_size=1,
        max_size=60,
    )
)
def test_the_same_numbers_are_admitted(prints: list[tuple[int, int, str, int]]) -> None:
    rows, expected = [], []
    for digits, places, spelt, off in prints:
        factor = int(unit(spelt).factor)
        # Totals around the printed value, up to a little more than half of its last place away.
        total = max(0, digits * factor // 10**places + off * factor // (100 * 10**places))
        rows.append({"total": total, "digits": digits, "power": 10**places, "factor": factor})
        text = f"{digits // 10**places}.{digits % 10**places:0{places}d}" if places else str(digits)
        expected.append(Quantity.parse(text + spelt).admits(total))
    table = ibis.memtable(pa.Table.from_pylist(rows))
    found = table.select(ok=admits(table.total, table.digits, table.power, table.factor)).to_pyarrow().to_pylist()
    assert [row["ok"] for row in found] == expected
