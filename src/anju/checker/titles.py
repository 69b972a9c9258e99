"""问题的名称：规则或改动种类的代码，说成中文的毛病。"""

from __future__ import annotations

from functools import cache
from importlib import import_module

from anju.checker.checked import AGAINST
from anju.checker.run import RULES

_OTHERS = {
    f"{AGAINST}no_record": "没有签发底稿：快照里没有这份文件的签发底稿，改与快照里的事实对照，或者没有对照。",
    f"{AGAINST}figure_differs": "与事实不符：报告写的数，与快照里同一个县、同一年度的事实不同。",
}
_KINDS = "anju.checker.against.compare"


@cache
def explained(changes: bool) -> dict[str, tuple[str, str]]:
    """The codes with their titles and the sentences that explain them: the rules, and with `changes` behind them the
    kinds of change. Those are imported only when they are asked for: they bring half of the database along."""
    modules = dict(RULES)
    if changes:
        modules |= {AGAINST + name: module for name, module in import_module(_KINDS).kinds().items()}
    lines = {code: (module.__doc__ or "").strip().splitlines()[0] for code, module in modules.items()}
    return {code: _parted(line) for code, line in (lines | (_OTHERS if changes else {})).items()}


def title(code: str) -> str:
    """The Chinese name of a code; of an unknown one the code itself."""
    return explained(code.startswith(AGAINST)).get(code, (code, ""))[0]


def _parted(line: str) -> tuple[str, str]:
    name, _, says = line.partition("：")
    return name.rstrip("。"), says or line
