"""居民同意改造方案：未经法定比例的业主表决同意，不得开工。"""

from __future__ import annotations

from anju.kernel.assurance import PolicyAssurance
from anju.kernel.citation import Citation

BEFORE = "已开工"
"""The stage (vocabulary stages) that must not be reached before."""

MEASURE = "consent.plan_consented"
"""The measure whose sums of the same names `holds` is asked with."""

BASIS = Citation(
    "jianbancheng-2021-50",
    quote="未经法定比例居民书面或线上同意不开工",
    assurance=PolicyAssurance.RECALLED,
    note="比例见民法典第二百七十八条",
)


def holds(planned: int | None, passed: int, failed: int) -> bool | None:
    """True when all planned communities are known to consent, False when one is known not to, None otherwise.

    `passed` and `failed` are at least so many; `planned` is None when nobody states it, and 0 proves nothing.
    """
    if failed > 0:
        return False
    return True if planned and passed >= planned else None
