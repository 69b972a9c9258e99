"""读评分表：先按 extends 合并，再变成不可改的 Scheme。"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from anju.kernel.citation import Citation
from anju.policy.dated_reader import citation, region
from anju.policy.located import Located
from anju.policy.scheme import Group, Item, Part, Scheme, check_weights, read_points

_TABLE_KEYS = ("title", "region", "years", "total", "basis", "grades", "evidence_cap", "not_applicable")
_LAID_OVER = ("groups", "items")
_SCHEME_KEYS = ("extends", "supplement", *_TABLE_KEYS, *_LAID_OVER)
_ITEM_KEYS = ("title", "group", "points", "basis", "scoring", "evidence", "parts")
_PART_KEYS = ("measure", "rule", "points", "title", "evidence")
TREATMENTS = ("rescale", "full", "zero")
EVIDENCE_GRADES = ("A", "B", "C", "D", "none")
"""Best first."""


@dataclass(frozen=True)
class Known:
    """What a scheme may refer to by name: source documents, parameters, kinds of evidence."""

    sources: Collection[str]
    parameters: Collection[str]
    evidence: Collection[str]


@dataclass(frozen=True)
class _Merged:
    """A table's keys, its groups and its items, laid over those of the tables it extends."""

    table: Mapping[str, Located]
    groups: Mapping[str, Located]
    items: Mapping[str, Located]
    lineage: tuple[str, ...]


def resolve(code: str, files: Mapping[str, Located], known: Known) -> Scheme:
    """The scheme with all it extends. A loop is refused and named; so is a parent that does not exist."""
    merged = _merged(code, files, ())
    missing = [key for key in _TABLE_KEYS if key not in merged.table]
    missing += [key for key in _LAID_OVER if not getattr(merged, key)]
    if missing:
        raise files[code].fail(f"评分表缺少“{'”“'.join(missing)}”")
    scheme = _scheme(code, merged, known)
    check_weights(scheme)
    return scheme


def _merged(code: str, files: Mapping[str, Located], trail: tuple[str, ...]) -> _Merged:
    own = files[code].mapping((), _SCHEME_KEYS)
    below = _Merged({}, {}, {}, ())
    if "extends" in own and not own["extends"].is_null:
        parent, trail = own["extends"].text(), (*trail, code)
        if parent in trail:
            raise own["extends"].fail(f"extends 绕成了圈：{' → '.join((*trail[trail.index(parent) :], parent))}")
        if parent not in files:
            raise own["extends"].fail(f"没有名为“{parent}”的评分表可以继承")
        below = _merged(parent, files, trail)
    groups, items = (_laid_over(getattr(below, key), own.get(key)) for key in _LAID_OVER)
    table = {key: value for key, value in own.items() if key not in _LAID_OVER}
    return _Merged({**below.table, **table}, groups, items, (code, *below.lineage))


def _laid_over(below: Mapping[str, Located], above: Located | None) -> dict[str, Located]:
    """The entries of `above` replace or follow those of `below`; an entry set to null is taken out."""
    entries = dict(below)
    for name, value in above.mapping().items() if above else ():
        if not value.is_null:
            entries[name] = value
        elif entries.pop(name, None) is None:
            raise value.fail(f"所继承的评分表里没有“{name}”，无从去掉")
    return entries


def _scheme(code: str, merged: _Merged, known: Known) -> Scheme:
    entries = merged.table
    cap, cap_basis = _evidence_cap(entries["evidence_cap"], known)
    treatment = entries["not_applicable"].mapping(("treatment", "basis"), ())
    if treatment["treatment"].text() not in TREATMENTS:
        raise treatment["treatment"].fail(f"不适用的处理只能写{'、'.join(TREATMENTS)}")
    return Scheme(
        code=code,
        title=entries["title"].text(),
        region=region(entries["region"]),
        years=_years(entries["years"]),
        total=read_points(entries["total"]),
        groups=MappingProxyType({key: _group(key, where, known) for key, where in merged.groups.items()}),
        items=MappingProxyType({key: _item(key, where, known) for key, where in merged.items.items()}),
        basis=citation(entries["basis"], known.sources),
        grades=_name(entries["grades"], known.parameters, "参数"),
        evidence_cap=cap,
        evidence_cap_basis=cap_basis,
        not_applicable=treatment["treatment"].text(),
        not_applicable_basis=citation(treatment["basis"], known.sources),
        supplement=_name(entries["supplement"], known.parameters, "参数") if "supplement" in entries else None,
        entry=entries["total"],
        lineage=merged.lineage,
    )


def _years(where: Located) -> tuple[int, int | None]:
    entry = where.mapping(("from", "to"), ())
    first, last = entry["from"].integer(), None if entry["to"].is_null else entry["to"].integer()
    if last is not None and last < first:
        raise entry["to"].fail("适用的最后年度早于最先年度")
    return first, last


def _evidence_cap(where: Located, known: Known) -> tuple[Mapping[str, int], Citation]:
    """Whole percentages by grade, and where they come from. A poorer grade never counts for more."""
    entry = where.mapping((*EVIDENCE_GRADES, "basis"), ())
    cap, above = {}, 100
    for grade in EVIDENCE_GRADES:
        cap[grade] = entry[grade].integer()
        if not 0 <= cap[grade] <= above:
            raise entry[grade].fail(f"佐证认可的百分数须在0到{above}之间：等级低的不能比等级高的认得多")
        above = cap[grade]
    return MappingProxyType(cap), citation(entry["basis"], known.sources)


def _name(where: Located, known: Collection[str], what: str) -> str:
    if where.text() not in known:
        raise where.fail(f"没有名为“{where.text()}”的{what}")
    return where.text()


def _group(code: str, where: Located, known: Known) -> Group:
    entry = where.mapping(("title", "points", "basis"), ())
    basis = citation(entry["basis"], known.sources)
    return Group(code, entry["title"].text(), read_points(entry["points"]), basis, where)


def _item(code: str, where: Located, known: Known) -> Item:
    entry = where.mapping(_ITEM_KEYS, ())
    evidence = _evidence(entry["evidence"], known)
    parts = tuple(read_part(part, evidence, known) for part in entry["parts"].items())
    if not parts:
        raise entry["parts"].fail("指标至少要有一个评分点")
    return Item(
        code=code,
        title=entry["title"].text(),
        group=entry["group"].text(),
        points=read_points(entry["points"]),
        parts=parts,
        basis=citation(entry["basis"], known.sources),
        scoring=citation(entry["scoring"], known.sources),
        entry=where,
    )


def read_part(where: Located, evidence: tuple[str, ...], known: Known) -> Part:
    """One scoring point; `evidence` is its item's. What a rule's own options mean is checked where rules are known."""
    entry = where.mapping(("rule", "points"))
    return Part(
        measure=entry["measure"].text() if "measure" in entry else None,
        rule=entry["rule"].text(),
        points=read_points(entry["points"]),
        title=entry["title"].text() if "title" in entry else "",
        evidence=_evidence(entry["evidence"], known) if "evidence" in entry else evidence,
        options=MappingProxyType({key: value for key, value in entry.items() if key not in _PART_KEYS}),
        entry=where,
    )


def _evidence(where: Located, known: Known) -> tuple[str, ...]:
    return tuple(_name(each, known.evidence, "佐证材料种类") for each in where.items())
