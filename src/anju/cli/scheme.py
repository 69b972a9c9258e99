"""看评分表：有哪些、逐项分值出自哪里、两张有什么不同。"""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from rich.console import Console

from anju.cli._print import console, hanging, heading, table
from anju.facts.occasion import Occasion
from anju.kernel.citation import Citation
from anju.measures._measure import Sums
from anju.measures.catalogue import declared, title
from anju.policy.loader import Policy, load_policy
from anju.policy.located import Located
from anju.policy.scheme import SCALE, Item, Scheme, points_text
from anju.scoring.grade import bands_in_words
from anju.scoring.score import RULES, measures_of


def arguments(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(dest="action", metavar="动作", required=True)
    listing = actions.add_parser("list", help="列出所有评分表")
    show = actions.add_parser("show", help="一张评分表的每个数和它的出处")
    show.add_argument("code", metavar="代码", help="评分表代码，例如 national/2023")
    compare = actions.add_parser("compare", help="两张评分表的不同")
    compare.add_argument("first", metavar="甲", help="一张评分表的代码")
    compare.add_argument("second", metavar="乙", help="与它相比的另一张的代码")
    for action in (listing, show, compare):
        action.add_argument("--policy", type=Path, metavar="文件夹", help="自己的政策文件夹，里面有 schemes/ 等")


def run(options: argparse.Namespace) -> int:
    policy, out = load_policy(options.policy), console()
    if options.action == "list":
        _list(out, policy)
    elif options.action == "show":
        _show(out, policy, policy.scheme(options.code))
    else:
        _compare(out, policy.scheme(options.first), policy.scheme(options.second))
    return 0


def _list(out: Console, policy: Policy) -> None:
    rows = table("代码", "名称", "适用地区", "适用年度", "指标数", right=("指标数",))
    for scheme in policy.schemes.values():
        first, last = scheme.years
        rows.add_row(scheme.code, scheme.title, scheme.region.code, f"{first}—{last or ''}", str(len(scheme.items)))
    out.print(rows)


def _show(out: Console, policy: Policy, scheme: Scheme) -> None:
    out.print(f"{scheme.title}（{scheme.code}），满分{points_text(scheme.total)}分")
    hanging(out, "出处：", _cited(policy, scheme.basis))
    if len(scheme.lineage) > 1:
        out.print(f"继承：{' ← '.join(scheme.lineage)}")
    caps = "，".join(f"{'无材料' if g == 'none' else g + '级'}{v}%" for g, v in scheme.evidence_cap.items())
    hanging(out, "佐证：", f"{caps}。{_cited(policy, scheme.evidence_cap_basis)}")
    treatment = {"rescale": "退出总分后折算", "full": "给满分", "zero": "给零分"}[scheme.not_applicable]
    hanging(out, "不适用：", f"{treatment}。{_cited(policy, scheme.not_applicable_basis)}")
    grades = policy.parameters[scheme.grades]
    hanging(out, "等级：", _bands(policy, scheme, grades.code))
    occasion = Occasion(scheme.region, scheme.years[0], date(scheme.years[0], 12, 31), policy)
    sums = declared(measures_of(scheme), occasion)
    for group in scheme.groups.values():
        heading(out, f"{group.code} {group.title} {points_text(group.points)}分")
        hanging(out, "  出处：", _cited(policy, group.basis))
        for item in (i for i in scheme.items.values() if i.group == group.code):
            _item(out, policy, item, sums)


def _item(out: Console, policy: Policy, item: Item, sums: Mapping[str, Sums]) -> None:
    out.print(f"  {item.code} {item.title} {points_text(item.points)}分")
    hanging(out, "      名称：", _cited(policy, item.basis))
    hanging(out, "      评分：", _cited(policy, item.scoring))
    for part in item.parts:
        name = f"{part.title}：" if part.title else ""
        measured = f"{title(part.measure)}（{part.measure}）" if part.measure else "县里自己的材料"
        titles = {name: each.title for name, each in sums[part.measure].items()} if part.measure else {}
        rule = RULES[part.rule]
        kind = (rule.__doc__ or "").partition("：")[0]
        papers = f"；材料：{'、'.join(part.evidence)}" if part.evidence else ""
        says = f"{kind}（{part.rule}）：{rule.says(part, titles)}"
        hanging(out, "      · ", f"{name}{measured}，{points_text(part.points)}分。{says}{papers}")


def _bands(policy: Policy, scheme: Scheme, code: str) -> str:
    last = max(value.start for value in policy.parameters[code].values)
    found = policy.parameters[code].at(scheme.region, last)
    return f"{bands_in_words(found.value)}。{_cited(policy, found.citation)}"


def _cited(policy: Policy, basis: Citation) -> str:
    source = policy.sources[basis.source].shown
    article = f"{basis.article}" if basis.article else ""
    note = f"；{basis.note}" if basis.note else ""
    return f"{source}{article}【{basis.assurance.label}】{note}"


def _compare(out: Console, first: Scheme, second: Scheme) -> None:
    out.print(f"甲：{first.title}（{first.code}）")
    out.print(f"乙：{second.title}（{second.code}）")
    rows = table("口径", "甲（分）", "乙（分）", right=("甲（分）", "乙（分）"))
    worth = [_worth(scheme) for scheme in (first, second)]
    for name in sorted({*worth[0], *worth[1]}):
        mine, theirs = (points_text(w[name]) if name in w else "—" for w in worth)
        rows.add_row(name, mine, theirs)
    out.print(rows)


def _worth(scheme: Scheme) -> dict[str, int]:
    """Points by what they are given for: the two tables name and group their items differently."""
    found: dict[str, int] = {}
    for item in scheme.items.values():
        for part in item.parts:
            what = title(part.measure) if part.measure else "县里自己的材料"
            entries = part.options["entries"].mapping() if "entries" in part.options else None
            for name, points in _pieces(what, part.points, entries):
                found[name] = found.get(name, 0) + points
    return found


def _pieces(name: str, points: int, entries: dict[str, Located] | None) -> list[tuple[str, int]]:
    if entries is None:
        return [(name, points)]
    return [(f"{name}·{entry}", int(value.decimal() * SCALE)) for entry, value in entries.items()]
