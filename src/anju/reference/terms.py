"""用语对照：公文里怎么说，程序里叫什么。概念和账目的说明在 docs/glossary.md。"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from anju.facts.store import TABLES
from anju.measures.catalogue import MODULES, title
from anju.policy.dated import Vocabulary
from anju.policy.loader import Policy
from anju.reference._markdown import document, first_line, section, table

Pair = tuple[str, str, str]
"""公文用语、程序里的名字、在哪里用。"""


def page(policy: Policy) -> str:
    intro = (
        "由声明生成。同一个列名在不同的表里可以有不同的说法；概念和各本账的解释见 [glossary](../glossary.md)。"
        "词表里的词本身就是数据，英文名是程序和接口用的。"
    )
    return document(
        "用语对照",
        intro,
        section("表", _table((each.title, name, each.grain) for name, each in TABLES.items())),
        section("列", _table(_columns())),
        section("口径", _table((title(code), code, first_line(module)[1]) for code, module in MODULES.items())),
        section("词表", _table((v.title, name, f"{len(v.terms)}个词") for name, v in policy.vocabularies.items())),
        *(section(f"词：{each.title}", _table(_words(each))) for each in _with_english(policy)),
    )


def _table(pairs: Iterable[Pair]) -> str:
    return table(("中文", "名字", "说明"), ((zh, f"`{name}`", note) for zh, name, note in pairs))


def _columns() -> Iterator[Pair]:
    """Each column name with its Chinese term once, and the tables that have it."""
    used: dict[tuple[str, str], list[str]] = defaultdict(list)
    for each in TABLES.values():
        for column in each.columns:
            used[column.name, column.zh].append(each.title)
    for (name, zh), tables in sorted(used.items()):
        yield zh, name, "各表" if len(tables) > len(TABLES) // 2 else "、".join(tables)


def _with_english(policy: Policy) -> list[Vocabulary]:
    return [each for each in policy.vocabularies.values() if any(_words(each))]


def _words(each: Vocabulary) -> Iterator[Pair]:
    for term in each.terms.values():
        if term.text("english"):
            yield term.code, term.text("english"), term.title if term.title != term.code else ""
