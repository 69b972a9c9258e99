"""词表：工作簿里可以填的词。"""

from __future__ import annotations

from anju.policy.dated import Term
from anju.policy.loader import Policy
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
    plain = {key: term.entry[key] for key in term.entry if key not in _APART}
    return "；".join(f"{key}：{where.text()}" for key, where in plain.items() if not where.is_null and _scalar(where))


def _scalar(where: object) -> bool:
    return not (getattr(where, "is_list", False) or getattr(where, "is_mapping", False))
