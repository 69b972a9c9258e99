"""问题的名称：规则或改动种类的代码，说成中文的毛病。"""

from __future__ import annotations

from functools import cache

from anju.checker.against.compare import kinds
from anju.checker.checked import AGAINST
from anju.checker.run import RULES

_OTHERS = {f"{AGAINST}no_record": "没有签发底稿：快照里没有这份文件的签发底稿，没有对照。"}


@cache
def explained() -> dict[str, tuple[str, str]]:
    """Every code there is, with its title and the sentence that explains it: the rules, then the kinds of change."""
    modules = {**RULES, **{AGAINST + name: module for name, module in kinds().items()}}
    lines = {code: (module.__doc__ or "").strip().splitlines()[0] for code, module in modules.items()} | _OTHERS
    return {code: _parted(line) for code, line in lines.items()}


def title(code: str) -> str:
    """The Chinese name of a code; of an unknown one the code itself."""
    return explained().get(code, (code, ""))[0]


def _parted(line: str) -> tuple[str, str]:
    name, _, says = line.partition("：")
    return name.rstrip("。"), says or line
