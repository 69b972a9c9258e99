"""词表：工作簿里可以填的词。"""

from __future__ import annotations

from anju.policy.dated import Term
from anju.policy.loader import Policy
from anju.policy.located import Located
from anju.reference._markdown import document, section, table

_APART = ("title",)


def page(policy: Policy) -> str:
    intro = "数据库里存的就是这些词本身；改词表不改程序。用户的政策文件夹里同名的词表替换这里的。"
    sections = []
    for code, each in policy.vocabularies.items():
        rows = [(term.code, term.title, _rest(term)) for term in each.terms.values()]
        sections.append(section(f"{each.title}（`{code}`）", table(("词", "全称", "其他"), rows)))
    return document("词表", intro, *sections)


def _rest(term: Term) -> str:
    said = ((key, _said(where)) for key, where in term.entry.items() if key not in _APART)
    return "；".join(f"{key}：{text}" for key, text in said if text)


def _said(where: Located) -> str:
    if where.is_list:
        return "、".join(where.texts())
    return "" if where.is_null else where.text()
