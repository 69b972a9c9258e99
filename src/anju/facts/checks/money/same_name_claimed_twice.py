"""同名小区：本年度两个列入计划的小区，名称和街道都相同。"""

from __future__ import annotations

from collections.abc import Iterator

import ibis

from anju.facts.checking import Fault, row_of
from anju.facts.checks._rows import of_region
from anju.facts.occasion import Occasion
from anju.facts.store import FactStore
from anju.facts.tables.communities import TABLE as COMMUNITIES
from anju.facts.tables.renovations import TABLE as RENOVATIONS
from anju.kernel.citation import Citation
from anju.kernel.finding import Severity

AUDIT_POINTS = ("M08",)
# Two communities may bear one name: a question until the addresses are known.
SEVERITY = Severity.WARNING
BASIS = Citation("anju-default", note="同名同街道的两条，可能是同一小区报了两次")


def check(store: FactStore, occasion: Occasion) -> Iterator[Fault]:
    """Across plan years too: a second local id would hide the second claim. Different addresses tell two apart."""
    claims = of_region(RENOVATIONS, occasion)
    claims = claims.filter(claims.year <= occasion.year)
    rows = of_region(COMMUNITIES, occasion)
    rows = rows.filter(rows.name.notnull()).semi_join(claims, "community")
    key = (rows.name.strip(), rows.street.fill_null("").strip(), rows.address.fill_null("").strip())
    same = rows.mutate(n=rows.count().over(ibis.window(group_by=key)), ids=rows.community.min().over(group_by=key))
    for row in store.rows(same.filter(same.n > 1, same.community != same.ids)):
        yield Fault(
            f"“{row['name']}”在小区表里有两条（编号{row['ids']}和{row['community']}），街道和地址没有区别，又都列入过计划，"
            f"可能是同一小区报了两次。请核对；确为两个小区的，补写地址以示区别。",
            row_of(COMMUNITIES, row, "name"),
        )
