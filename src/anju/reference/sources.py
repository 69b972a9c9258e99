"""来源：引用了哪些文件，各读到多少。"""

from __future__ import annotations

from anju.policy.loader import Policy
from anju.reference._markdown import document, table

_READ = {"whole": "读过全文", "opening": "读过开头", "cited": "见于引用", "not_read": "没有读到"}


def page(policy: Policy) -> str:
    intro = "每个来源都写明读到多少、可靠到什么程度；说明是自己的话，不是原文。"
    rows = []
    for code, each in policy.sources.items():
        first, last = (day.isoformat() if day else "" for day in each.in_force)
        force = f"{first}—{last}" if first or last else ""
        says = "；".join(each.says)
        rows.append((f"`{code}`", each.shown, each.issuer, force, _READ[each.read], each.assurance.label, says))
    return document("来源", intro, table(("代码", "文件", "发文单位", "有效期", "读到", "可靠程度", "说了什么"), rows))
