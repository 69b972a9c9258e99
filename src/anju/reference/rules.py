"""评分规则：怎样由口径得出分数。"""

from __future__ import annotations

from anju.policy.loader import Policy
from anju.reference._markdown import document, first_line, table
from anju.scoring.score import RULES


def page(_: Policy) -> str:
    intro = "分数是万分之一分的整数。不知道的按 0 算已证实的分，按满算最多的分。写法见各规则文件的说明。"
    rows = []
    for code, module in RULES.items():
        name, says = first_line(module)
        rows.append((f"`{code}`", name, says, "、".join(f"`{option}`" for option in module.OPTIONS)))
    return document("评分规则", intro, table(("规则", "名称", "说明", "写法"), rows))
