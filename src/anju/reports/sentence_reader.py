"""读句子：一个文件一句，写错的地方说明在哪个文件第几行。"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from anju.figures.row_query import parsed
from anju.kernel.catalogue import Catalogue, walk_files
from anju.policy.located import Located, read_yaml
from anju.reports import guard, template
from anju.reports.scene import LISTS
from anju.reports.sentence import Clause, Conditions, Each, Sentence, Variant

CHAPTERS = Path(__file__).parent / "chapters"
_CLAUSE = ("says", "missing", "of", "instead", "when", "each", "between", "before", "after")


@cache
def shipped() -> Catalogue[Sentence]:
    """Every sentence, by path below chapters. PolicyError with file and line for one that cannot be read."""
    return Catalogue({name: read(name, path) for name, path in walk_files(CHAPTERS, ".yaml").items()})


def chapter(sentences: Mapping[str, Sentence], name: str) -> list[Sentence]:
    """The sentences of one chapter in their order."""
    return sorted((each for each in sentences.values() if each.chapter == name), key=lambda each: each.order)


def read(name: str, path: Path) -> Sentence:
    entry = read_yaml(path, f"reports/chapters/{name}.yaml").mapping(
        ("title", "order", "says"), ("paragraph", "when", "each")
    )
    return Sentence(
        name,
        entry["title"].text(),
        entry["order"].integer(),
        "paragraph" in entry and entry["paragraph"].flag(),
        _conditions(entry.get("when")),
        _each(entry.get("each")),
        tuple(_variant(each) for each in entry["says"].items()),
    )


def _variant(where: Located) -> Variant:
    entry = where.mapping(("clauses",), ("when", "between", "end"))
    return Variant(
        _conditions(entry.get("when")),
        tuple(_clause(each) for each in entry["clauses"].items()),
        entry["between"].text() if "between" in entry else "，",
        entry["end"].text() if "end" in entry else "。",
    )


def _clause(where: Located) -> Clause:
    if not where.is_mapping:
        return Clause((_template(where),))
    entry = where.mapping((), _CLAUSE)
    if "says" not in entry and "missing" not in entry:
        raise where.fail("一个分句要有 says（说什么）或 missing（缺什么）")
    says = entry.get("says")
    words = {key: entry[key].text() for key in ("missing", "of", "between", "before", "after") if key in entry}
    for key in (key for key in words if key != "of" and template.DIGITS.search(words[key])):
        raise entry[key].fail("数只能由花括号里的空带进来，不能直接写数字")
    return Clause(
        () if says is None else tuple(_template(each) for each in (says.items() if says.is_list else [says])),
        instead=_template(entry["instead"]) if "instead" in entry else (),
        when=_conditions(entry.get("when")),
        each=_each(entry.get("each")),
        **words,
    )


def _template(where: Located) -> template.Template:
    try:
        found = template.parse(where.text())
        for slot in template.slots(found):
            head, _, rest = slot.name.partition(" ")
            if head in LISTS:
                column, *conditions = rest.split()
                table, _, name = column.partition(".")
                parsed([table, f"filled.{name}", *conditions])
    except ValueError as fault:
        raise where.fail(f"{fault}：{where.text()}") from None
    if template.DIGITS.search(template.literal(found)):
        raise where.fail(f"数只能由花括号里的空带进来，不能直接写数字：{where.text()}")
    return found


def _conditions(where: Located | None) -> Conditions:
    if where is None:
        return ()
    found = []
    for each in where.items() if where.is_list else (where,):
        try:
            found.append(guard.parse(each.text()))
        except ValueError as fault:
            raise each.fail(str(fault)) from None
    return tuple(found)


def _each(where: Located | None) -> Each | None:
    if where is None:
        return None
    first, *words = where.text().split()
    if first in ("finding", "groups", "others"):
        return Each(first, tuple(words))
    table, _, column = first.partition(".")
    try:
        parsed([table, *([f"filled.{column}"] if column else []), *words])
    except ValueError as fault:
        raise where.fail(str(fault)) from None
    return Each("rows", (table, *words), column)
