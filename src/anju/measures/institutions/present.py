"""制度机制：领导小组、专账、审批精简文件等各类制度文件有没有。"""

from __future__ import annotations

from anju.facts.occasion import Occasion
from anju.facts.tables.institutions import TABLE as INSTITUTIONS
from anju.kernel.assurance import PolicyAssurance
from anju.kernel.citation import Citation
from anju.measures._measure import Measure, Sum, Sums, Supply
from anju.measures._rows import ONE, as_count, done_by, of_year


def _sums(occasion: Occasion) -> Sums:
    """One sum a kind: 1 or more when such a document is there, 0 when its absence is on record.

    What was issued after the as-of day was not there yet; a document without a date counts.
    """
    rows = of_year(INSTITUTIONS, occasion)
    there = as_count(done_by(rows.present, rows.issued_on, occasion))
    return {
        kind: Sum(
            kind,
            rows,
            there,
            rows.kind == kind,
            bound=ONE,
            supply=Supply(INSTITUTIONS, f"补登“{kind}”及其文件", {"present": True}, match={"kind": kind}),
        )
        for kind in occasion.words("institution_kinds").terms
    }


MEASURE = Measure(_sums, Citation("jianbancheng-2021-50", assurance=PolicyAssurance.REPORTED))
