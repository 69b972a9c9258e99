"""核查要点对照表：五十四个要点各由哪一项核查、门槛、口径或核对规则管，还没有管的等哪个部分建成。"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from types import ModuleType

from anju.kernel.catalogue import Catalogue, walk_modules
from anju.kernel.finding import Severity
from anju.policy.dated import Term
from anju.policy.loader import Policy

ROOMS = {
    "anju.facts.checks": "数据核查",
    "anju.ledger.checks": "资金核查",
    "anju.checker.rules": "报告核对",
    "anju.gates": "门槛",
    "anju.measures": "口径",
}
"""Where a point may be placed: a module there that names it in AUDIT_POINTS. A room may not be built yet."""
ROOMS_TO_COME = {"checker": "报告核对", "works": "工程管理", "planning": "计划管理", "filing": "报送管理"}

HEAD = """# 核查要点对照表

自动核查的各个要点，每个由哪里管。“待建”的写明等哪个部分建成。本页由 `python -m anju.reference` 生成，不要手改。
"""


@dataclass(frozen=True)
class Place:
    """A module that looks after a point; a check also says how grave it takes it."""

    room: str
    code: str
    title: str
    severity: Severity | None

    def shown(self, due: Severity) -> str:
        """The severity only where it is not that of the point."""
        other = f"（{self.severity.label}）" if self.severity and self.severity is not due else ""
        return f"{ROOMS[self.room]} `{self.code}`：{self.title}{other}"


def catalogues() -> dict[str, Catalogue[ModuleType]]:
    """The rooms that are built, and what stands in each."""
    return {room: walk_modules(room, None) for room in ROOMS if find_spec(room) is not None}


def places(found: Mapping[str, Mapping[str, ModuleType]]) -> dict[str, list[Place]]:
    """Point → the modules that name it, in order of room and code."""
    placed: dict[str, list[Place]] = defaultdict(list)
    for room, modules in found.items():
        for code, module in modules.items():
            for point in getattr(module, "AUDIT_POINTS", ()):
                placed[point].append(Place(room, code, _title(module), getattr(module, "SEVERITY", None)))
    return dict(placed)


def homeless(points: Mapping[str, Term], placed: Mapping[str, list[Place]]) -> list[str]:
    """Points that are neither placed nor left for later."""
    return [code for code, term in points.items() if code not in placed and not term.text("later")]


def strangers(points: Mapping[str, Term], placed: Mapping[str, list[Place]]) -> list[str]:
    """What modules call a point and the vocabulary does not know."""
    return sorted(set(placed) - set(points))


def page(policy: Policy) -> str:
    """docs/reference/audit-map.md."""
    return written(policy.vocabularies["audit_points"].terms, places(catalogues()))


def written(points: Mapping[str, Term], placed: Mapping[str, list[Place]]) -> str:
    """The page for these points, placed so: one table for each group, in the vocabulary's order."""
    groups: dict[str, list[Term]] = defaultdict(list)
    for term in points.values():
        groups[term.text("group")].append(term)
    later = sum(1 for code, term in points.items() if code not in placed and term.text("later"))
    lines = [HEAD, f"共{len(points)}个要点：已管{len(points) - later}个，待建{later}个。"]
    for group, terms in groups.items():
        lines += ["", f"## {group}", "", "| 编号 | 要点 | 轻重 | 由谁管 |", "| --- | --- | --- | --- |"]
        lines += [_row(term, placed.get(term.code, [])) for term in terms]
    return "\n".join(lines) + "\n"


def _row(term: Term, found: list[Place]) -> str:
    label = Severity(term.text("severity")).label
    return f"| {term.code} | {term.title} | {label} | {'<br>'.join(_where(term, found))} |"


def _where(term: Term, found: list[Place]) -> Iterator[str]:
    due = Severity(term.text("severity"))
    yield from (place.shown(due) for place in found)
    room = term.text("later")
    if room:
        yield f"待建：{ROOMS_TO_COME[room]}（`later: {room}`）"
    elif not found:
        yield "**没有着落**"


def _title(module: ModuleType) -> str:
    return (module.__doc__ or "").strip().splitlines()[0].partition("：")[0]
