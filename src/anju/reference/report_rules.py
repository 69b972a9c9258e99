"""核对规则：一份报告自己前后对不对得上，逐条查什么。"""

from __future__ import annotations

from anju.checker.run import RULES
from anju.policy.loader import Policy
from anju.reference._markdown import document, first_line, table


def page(_: Policy) -> str:
    intro = (
        "`anju check` 逐条照此核对。一条规则一个文件，只看报告自己。"
        "说的是不是同一个数，要主语、期间、口径都写明了才报错误；有一样是推出来的，最多报警告。成立的关系也列出来。报告自己写明的差异只列为提示。"
    )
    rows = [(f"`{code}`", *first_line(module)) for code, module in RULES.items()]
    return document("核对规则", intro, table(("代码", "毛病", "说明"), rows))
