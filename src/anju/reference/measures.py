"""口径：每个口径加哪些合计，哪两个相除，写在哪里。"""

from __future__ import annotations

from datetime import date

from anju.facts.occasion import Occasion
from anju.kernel.region import Region
from anju.measures._measure import Sums
from anju.measures.catalogue import MODULES, declared
from anju.policy.loader import Policy
from anju.reference._markdown import cited, document, first_line, section, table

_UNITS = {"fen": "分", "dm2": "dm²", "count": "个数", "thousandth": "千分之一"}


def page(policy: Policy) -> str:
    occasion = Occasion(Region("000000"), 2023, date(2023, 12, 31), policy)
    sums = declared(MODULES, occasion)
    intro = "一个口径一个文件。口径只说逐行加什么，相除留到最后；不知道的行留着不知道，不当作 0。"
    return document("口径", intro, *(_measure(policy, code, sums[code]) for code in MODULES))


def _measure(policy: Policy, code: str, sums: Sums) -> str:
    found = MODULES[code].MEASURE
    name, says = first_line(MODULES[code])
    ratio = f"比率：`{found.ratio[0]}` ÷ `{found.ratio[1]}`。" if found.ratio else ""
    headline = f"目标按 `{found.headline}` 比较。" if found.headline else ""
    rows = [(f"`{n}`", s.title, s.shown or _UNITS[s.unit]) for n, s in sums.items()]
    basis = f"依据：{cited(policy, found.basis)}"
    return section(f"{name}（`{code}`）", says, f"{ratio}{headline}{basis}", table(("合计", "名称", "单位"), rows))
