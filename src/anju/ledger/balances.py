"""结余：各来源、各环节各有多少，每本账上还剩多少；余额就是分录之和。"""

from __future__ import annotations

from collections.abc import Mapping

import ibis
import ibis.expr.types as ir

from anju.facts._table import WHOLE_COUNTY
from anju.facts.occasion import Occasion
from anju.ledger.entries import entries, stages

SIDES = ("region", "source", "whole", "assurance")
"""What a balance is of. Whether stated for the whole county and how sure stand apart: law 4 forbids adding them up."""


def by_source(occasion: Occasion) -> ir.Table:
    """One row for each of SIDES, with the total in 分 of every stage (`stages`) and how many amounts it lacks.

    A stage nobody moved anything in is NULL, not 0. `<stage>_unknown` counts the entries without an amount, among them
    the corrections that name no move and so may belong to any stage.
    """
    moves = entries(occasion)
    columns = {}
    for stage, kind in stages(occasion).items():
        here = moves.kind == kind
        columns[stage] = moves.amount_fen.sum(where=here).cast("int64")
        columns[f"{stage}_unknown"] = moves.count(where=here & moves.amount_fen.isnull())
    whole = (moves.community == WHOLE_COUNTY).fill_null(False)
    source = ibis.coalesce(moves.source, "")
    sides = {"region": moves.region, "source": source, "whole": whole, "assurance": moves.assurance}
    return moves.group_by(**sides).aggregate(**columns)


def accounts(totals: Mapping[str, int | None], occasion: Occasion) -> dict[str, int | None]:
    """What each account (vocabulary accounts) holds, from the totals of the stages: what entered less what left.

    None where a stage that touches the account is not known: an unknown payment is no payment of 0.
    """
    kinds = occasion.words("fund_move_kinds").terms
    holds: dict[str, int | None] = dict.fromkeys(occasion.words("accounts").terms, 0)
    for stage, kind in stages(occasion).items():
        amount = totals.get(stage)
        for account, sign in ((kinds[kind].text("enters"), 1), (kinds[kind].text("leaves"), -1)):
            held = holds[account]
            holds[account] = None if held is None or amount is None else held + sign * amount
    return holds
