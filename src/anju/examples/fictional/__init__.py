"""清河县（虚构）：每张表都有、处处对得上的一个县，由代码造出，供检验和配图。"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

import pyarrow as pa

from anju.examples.fictional import aftercare, communities, contracts, moves, own_words, papers, procedure, results
from anju.examples.fictional._county import DOCUMENT, REGION, REGION_NAME, REPORT, Cohort, Row, Rows, cohort
from anju.examples.rows import arrow
from anju.facts.snapshot import Head
from anju.facts.store import TABLES
from anju.kernel.assurance import RowAssurance
from anju.policy.loader import Policy

YEAR = 2023
OFFICES = "清河县住房和城乡建设局（虚构）、清河县财政局（虚构）"
HEAD = Head(REGION, REGION_NAME, YEAR, date(2024, 1, 30))


def tables(
    policy: Policy,
    count: int = 12,
    earlier: int = 3,
    long_names: bool = False,
    assurance: RowAssurance = RowAssurance.RECORDED,
) -> dict[str, pa.Table]:
    """All fact tables of the invented county, the same on every call: `count` communities, `earlier` ones before.

    A plan year without communities has no rows. The earlier plan year is finished and paid to the last 分; of the
    plan year itself 3 % of each settlement is held back and carried over.
    """
    year = cohort(YEAR, "C", count, long_names, retained=True)
    before = cohort(YEAR - 1, "B", earlier, long_names, retained=False)
    found: dict[str, list[Row]] = defaultdict(list)
    found["regions"].append({"name": REGION_NAME, "office": OFFICES, "contact": "住房保障股"})
    for each, parts in ((before, _works(before)), (year, _works(year)), (year, _papers(year, policy))):
        for part in parts:
            for name, rows in part.items():
                found[name] += [{"year": each.year, **row} for row in rows]
    given = {"region": REGION, "assurance": assurance.value, "document": DOCUMENT}
    stated = {"assurance": RowAssurance.STATED.value, "document": REPORT}
    return {
        name: arrow(table, [{**given, **(stated if name == "statements" else {}), **row} for row in found[name]])
        for name, table in TABLES.items()
    }


def _works(year: Cohort) -> Iterator[Rows]:
    """What each plan year leaves behind."""
    for room in (communities, procedure, contracts, moves, aftercare):
        yield room.rows(year)


def _papers(year: Cohort, policy: Policy) -> Iterator[Rows]:
    """What only the year under evaluation has: papers, goals, statements."""
    if year.places:
        yield papers.rows(year, policy)
        yield results.rows(year, policy)
        yield own_words.rows(year)
