"""读评分表：先按 extends 合并，再变成不可改的 Scheme。"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

import yaml

from anju.kernel.assurance import PolicyAssurance
from anju.kernel.citation import Citation
from anju.kernel.region import Region
from anju.policy.located import Located
from anju.policy.scheme import SCALE, Group, Item, Part, Scheme, check_weights

_TABLE_KEYS = (
    "title",
    "region",
    "years",
    "total",
    "basis",
    "grades",
    "evidence_cap",
    "not_applicable",
    "groups",
    "items",
)
_SCHEME_KEYS = ("extends", "supplement", *_TABLE_KEYS)
_ITEM_KEYS = ("title", "group", "points", "basis", "scoring", "evidence", "parts")
_PART_KEYS = ("measure", "rule", "points", "title", "evidence")
TREATMENTS = ("rescale", "full", "zero")
EVIDENCE_GRADES = ("A", "B", "C", "D", "none")


def assurance(where: Located) -> PolicyAssurance:
    try:
        return PolicyAssurance(where.text())
    except ValueError:
        raise where.fail(f"可靠程度只能写{'、'.join(PolicyAssurance)}，不能写“{where.text()}”") from None


def citation(where: Located) -> Citation:
    """Source, article, quote, assurance and note of a mapping that cites; its other keys are not looked at."""
    entry = where.mapping(("source", "assurance"))
    words = {key: entry[key].text() for key in ("source", "article", "quote", "note") if key in entry}
    return Citation(**words, assurance=assurance(entry["assurance"]))


def resolve(code: str, files: Mapping[str, Located]) -> Scheme:
    """The scheme with all it extends. A loop is refused and named; so is a parent that does not exist."""
    entries, lineage = _merged(code, files, ())
    root = files[code]
    scheme = _scheme(code, root, entries)
    scheme = replace(scheme, lineage=lineage)
    check_weights(scheme)
    return scheme


def _merged(
    code: str, files: Mapping[str, Located], trail: tuple[str, ...]
) -> tuple[dict[str, Located], tuple[str, ...]]:
    own = files[code].mapping(optional=_SCHEME_KEYS)
    if "extends" not in own or own["extends"].is_null:
        return own, (code,)
    parent = own["extends"].text()
    trail = (*trail, code)
    if parent in trail:
        raise own["extends"].fail(f"extends 绕成了圈：{' → '.join((*trail, parent))}")
    if parent not in files:
        raise own["extends"].fail(f"没有名为“{parent}”的评分表可以继承")
    merged, lineage = _merged(parent, files, trail)
    for key, value in own.items():
        if key in ("groups", "items") and key in merged:
            merged[key] = _overlay(merged[key], value)
        else:
            merged[key] = value
    return merged, (code, *lineage)


def _overlay(below: Located, above: Located) -> Located:
    """The entries of `above` replace or follow those of `below`; an entry set to null is taken out."""
    entries = {str(key.value): (key, value) for key, value in below.node.value}
    for key, value in above.node.value:
        if Located(value).is_null:
            entries.pop(str(key.value), None)
        else:
            entries[str(key.value)] = (key, value)
    node = yaml.MappingNode(below.node.tag, list(entries.values()), below.node.start_mark, below.node.end_mark)
    return Located(node)


def _scheme(code: str, root: Located, entries: dict[str, Located]) -> Scheme:
    missing = [key for key in _TABLE_KEYS if key not in entries]
    if missing:
        raise root.fail(f"评分表缺少“{'”“'.join(missing)}”")
    years = entries["years"].mapping(("from", "to"))
    cap = entries["evidence_cap"].mapping((*EVIDENCE_GRADES, "basis"))
    treatment = entries["not_applicable"].mapping(("treatment", "basis"))
    if treatment["treatment"].text() not in TREATMENTS:
        raise treatment["treatment"].fail(f"不适用的处理只能写{'、'.join(TREATMENTS)}")
    return Scheme(
        code=code,
        title=entries["title"].text(),
        region=_region(entries["region"]),
        years=(years["from"].integer(), None if years["to"].is_null else years["to"].integer()),
        total=_points(entries["total"]),
        groups=MappingProxyType({k: _group(k, v) for k, v in entries["groups"].mapping().items()}),
        items=MappingProxyType({k: _item(k, v) for k, v in entries["items"].mapping().items()}),
        basis=citation(entries["basis"]),
        grades=entries["grades"].text(),
        evidence_cap=MappingProxyType({grade: cap[grade].integer() for grade in EVIDENCE_GRADES}),
        evidence_cap_basis=citation(cap["basis"]),
        not_applicable=treatment["treatment"].text(),
        not_applicable_basis=citation(treatment["basis"]),
        supplement=entries["supplement"].text() if "supplement" in entries else None,
        entry=entries["total"],
    )


def _group(code: str, where: Located) -> Group:
    entry = where.mapping(("title", "points", "basis"), ())
    return Group(code, entry["title"].text(), _points(entry["points"]), citation(entry["basis"]), where)


def _item(code: str, where: Located) -> Item:
    entry = where.mapping(_ITEM_KEYS, ())
    return Item(
        code=code,
        title=entry["title"].text(),
        group=entry["group"].text(),
        points=_points(entry["points"]),
        parts=tuple(_part(part, entry["evidence"].texts()) for part in entry["parts"].items()),
        basis=citation(entry["basis"]),
        scoring=citation(entry["scoring"]),
        entry=where,
    )


def _part(where: Located, evidence: tuple[str, ...]) -> Part:
    entry = where.mapping(("rule", "points"))
    options = {key: value for key, value in entry.items() if key not in _PART_KEYS}
    title = entry["title"].text() if "title" in entry else ""
    measure = entry["measure"].text() if "measure" in entry else None
    return Part(
        measure=measure,
        rule=entry["rule"].text(),
        points=_points(entry["points"]),
        title=title,
        evidence=entry["evidence"].texts() if "evidence" in entry else evidence,
        options=MappingProxyType(options),
        entry=where,
    )


def _points(where: Located) -> int:
    scaled = where.decimal() * SCALE
    if scaled != int(scaled) or scaled < 0:
        raise where.fail(f"“{where.text()}”不是分值：最多四位小数，不能为负")
    return int(scaled)


def _region(where: Located) -> Region:
    try:
        return Region(where.text())
    except ValueError as fault:
        raise where.fail(str(fault)) from None
