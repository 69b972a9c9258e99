"""评分表：每张表的组、指标和评分点，每个分值的出处。"""

from __future__ import annotations

from datetime import date

from anju.facts.occasion import Occasion
from anju.measures.catalogue import declared, title
from anju.policy.loader import Policy
from anju.policy.scheme import Item, Scheme, points_text
from anju.reference._markdown import cited, document, section, table
from anju.scoring.grade import bands_in_words
from anju.scoring.scheme_check import measures_of
from anju.scoring.score import RULES

_NOT_APPLICABLE = {"rescale": "退出总分，其余折算", "full": "给满分", "zero": "给零分"}


def page(policy: Policy) -> str:
    intro = "继承的已经合并。分值标“默认值·待核”的，是正式附件没有读到时本软件的默认，可以整张替换。"
    return document("评分表", intro, *(_scheme(policy, each) for each in policy.schemes.values()))


def _scheme(policy: Policy, each: Scheme) -> str:
    last = max(value.start for value in policy.parameters[each.grades].values)
    grades = policy.parameters[each.grades].at(each.region, last)
    groups = [(g.code, g.title, points_text(g.points), cited(policy, g.basis)) for g in each.groups.values()]
    rows = [row for item in each.items.values() for row in _item(policy, each, item)]
    return section(
        f"{each.title}（`{each.code}`）",
        f"适用：{_applies(each)}。出处：{cited(policy, each.basis)}。满分{points_text(each.total)}分。",
        f"等级：{bands_in_words(grades.value)}（{cited(policy, grades.citation)}）。{_late(each)}",
        f"材料：{_caps(each)}（{cited(policy, each.evidence_cap_basis)}）。",
        f"不适用的：{_NOT_APPLICABLE[each.not_applicable]}（{cited(policy, each.not_applicable_basis)}）。",
        table(("组", "名称", "分值", "出处"), groups),
        table(("指标", "评分点", "口径", "分值", "规则", "材料", "名称出处", "分值出处"), rows),
    )


def _applies(each: Scheme) -> str:
    first, last = each.years
    parents = f"，继承自{'、'.join(f'`{code}`' for code in each.lineage[1:])}" if len(each.lineage) > 1 else ""
    return f"地区{each.region.code}，{first}{f'至{last}年度' if last else '年度起'}{parents}"


def _caps(each: Scheme) -> str:
    said = (
        f"{'没有材料' if grade == 'none' else f'{grade}级'}认{share}%" for grade, share in each.evidence_cap.items()
    )
    return "，".join(said)


def _late(each: Scheme) -> str:
    return f"补充材料的截止日见参数`{each.supplement}`。" if each.supplement else ""


def _item(policy: Policy, scheme: Scheme, item: Item) -> list[tuple[str, ...]]:
    occasion = Occasion(scheme.region, scheme.years[0], date(scheme.years[0], 12, 31), policy)
    sums = declared(measures_of(scheme), occasion)
    rows: list[tuple[str, ...]] = []
    for part in item.parts:
        titles = {name: each.title for name, each in sums[part.measure].items()} if part.measure else {}
        name = part.title or (title(part.measure) if part.measure else "")
        rows.append(
            (
                f"{item.code} {item.title}",
                name,
                f"`{part.measure}`" if part.measure else "",
                points_text(part.points),
                RULES[part.rule].says(part, titles),
                "、".join(part.evidence),
                cited(policy, item.basis),
                cited(policy, item.scoring),
            )
        )
    return rows
