"""埋下的毛病：在处处对得上的虚构县里改一处，对应的核查应当查出来，不相干的核查不该多嘴。"""

from __future__ import annotations

from collections.abc import Mapping

import pyarrow as pa

from anju.examples.planted_faults import documents, money, performance, procedure, progress
from anju.examples.planted_faults._edit import Planted, Tables

FAULTS: Mapping[str, Planted] = {
    code: found
    for room in (documents, money, progress, procedure, performance)
    for code, found in sorted(room.FAULTS.items())
}
"""Code of a check → the fault that it finds in the invented county."""


def planted(tables: Tables, code: str) -> dict[str, pa.Table]:
    """The county with the fault that the check `code` looks for. KeyError for a check nothing is planted for."""
    return FAULTS[code].into(tables)
