"""核查：每项核查找什么毛病，多严重，依据什么。"""

from __future__ import annotations

from anju.facts.checking import checks
from anju.policy.loader import Policy
from anju.reference._markdown import cited, document, first_line, section, table

_PACKAGES = {"数据核查": "anju.facts.checks", "资金核查": "anju.ledger.checks"}


def page(policy: Policy) -> str:
    intro = "一项核查一个文件。输入事实，输出发现；一次运行全部列出。缺资料时不作声，除非查的就是缺。"
    return document("核查", intro, *(section(title, _rows(policy, name)) for title, name in _PACKAGES.items()))


def _rows(policy: Policy, package: str) -> str:
    rows = []
    for code, module in checks(package).items():
        name, says = first_line(module)
        points = "、".join(module.AUDIT_POINTS)
        rows.append((f"`{code}`", name, says, module.SEVERITY.label, points, cited(policy, module.BASIS)))
    return table(("代码", "毛病", "说明", "级别", "审核要点", "依据"), rows)
