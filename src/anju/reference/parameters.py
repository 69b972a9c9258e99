"""参数：每个期限、比例和分档，什么时候、什么地方适用，出自哪里。"""

from __future__ import annotations

from anju.policy.dated import DatedValue
from anju.policy.loader import Policy
from anju.policy.located import Located
from anju.reference._markdown import cited, document, section, table


def page(policy: Policy) -> str:
    intro = "规定是数据：有日期、有地区、有出处。取值时先找本县，再找市、省、全国；用计划年度年末仍有效的那一条。"
    sections = []
    for code, each in policy.parameters.items():
        rows = [_row(policy, value) for value in each.values]
        heads = ("自", "至", "地区", f"值（{each.unit}）", "出处")
        sections.append(section(f"{each.title}（`{code}`）", table(heads, rows)))
    return document("参数", intro, *sections)


def _row(policy: Policy, value: DatedValue) -> tuple[str, ...]:
    end = value.end.isoformat() if value.end else ""
    strict = "（须超过）" if value.flag("strict") else ""
    said = _said(value.value) + strict
    return (value.start.isoformat(), end, value.region.code, said, cited(policy, value.citation))


def _said(where: Located) -> str:
    if where.is_list:
        return "；".join(_said(item) for item in where.items())
    if where.is_mapping:
        return "，".join(f"{key} {_said(entry)}" for key, entry in where.mapping().items())
    return "" if where.is_null else where.text()
