"""几个数合成一个时，依据性质取最差的。"""

from __future__ import annotations

from anju.kernel.assurance import RowAssurance


def worst(*levels: RowAssurance | None) -> RowAssurance | None:
    """The least reliable; None when there is none at all."""
    known = [level for level in levels if level is not None]
    return RowAssurance.worst(known) if known else None
