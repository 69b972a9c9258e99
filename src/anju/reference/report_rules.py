"""核对规则：一份报告自己前后对不对得上，逐条查什么；一条规则一页，例子是跑出来的。"""

from __future__ import annotations

from types import ModuleType

from anju.checker.relation import Relation, Result
from anju.checker.run import RULES
from anju.checker.specimen import said_of
from anju.policy.loader import Policy
from anju.reference._markdown import document, first_line, section, table

_SETTLED = (
    "改了再查一遍，就没有了。不改正文的，有两种办法：一是在报告里写明这一差异和原因，本条降为提示；"
    "二是在说明文件里放过它，写明理由、人和日期，见[怎样了结一个问题](../../recipes/settle.md)。"
)


def page(_: Policy) -> str:
    intro = (
        "`anju check` 逐条照此核对。一条规则一个文件，只看报告自己。"
        "说的是不是同一个数，要主语、期间、口径都写明了才报错误；有一样是推出来的，最多报警告。成立的关系也列出来。报告自己写明的差异只列为提示。"
    )
    rows = [(f"[`{code}`](report-rules/{_file(code)})", *first_line(module)) for code, module in RULES.items()]
    return document("核对规则", intro, table(("代码", "毛病", "说明"), rows))


def pages(_: Policy) -> dict[str, str]:
    """A page for each rule, by its file in the folder report-rules."""
    return {_file(code): _rule(code, module) for code, module in RULES.items()}


def _file(code: str) -> str:
    return f"{code.replace('_', '-')}.md"


def _rule(code: str, module: ModuleType) -> str:
    title, says = first_line(module)
    return document(
        title,
        f"{says}代码 `{code}`；[全部规则](../report-rules.md)。",
        section("为什么查", module.WHY),
        section("例子", "误：", _fenced(module.WRONG), "查出来是这样说的：", _quoted(code, module.WRONG)),
        _right(code, module.RIGHT),
        section("什么时候可能说错", module.MISTAKEN),
        section("怎样了结", module.SETTLE, _SETTLED),
    )


def _right(code: str, text: str) -> str:
    """The mended text, with what was compared in it and held."""
    held = [each for each in said_of(code, text) if each.result is Result.HELD and each.formula]
    said = [f"查过，对得上：{'；'.join(each.formula for each in held)}。"] if held else []
    return "\n\n".join(["正：", _fenced(text), *said])


def _fenced(text: str) -> str:
    return f"```text\n{text.strip()}\n```"


def _quoted(code: str, text: str) -> str:
    failed = [each for each in said_of(code, text) if each.result is Result.FAILED]
    return "\n>\n".join(map(_line, failed))


def _line(relation: Relation) -> str:
    return f"> 【{relation.severity.label}】{relation.message}"
