"""写一条语句：关系怎样变成 SELECT；一样的关系只写一次。

Ibis writes SQL by rewriting the whole tree several times, which takes longer than DuckDB takes to answer over one
county. The operations our facts, measures and checks use are few: here each is written once, straight down.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

import ibis.expr.operations as ops

from anju.facts.sql.values import VALUES, Unwritten, quoted

_MARK = re.compile("\x00([0-9]+)\x00")
_JOINS = {"inner": "INNER", "left": "LEFT OUTER", "semi": "SEMI", "anti": "ANTI"}


class Writer:
    """One statement. A relation that stands in several places becomes a common table expression."""

    def __init__(self) -> None:
        self._names: dict[Any, str] = {}
        self._values: dict[Any, str] = {}
        self._selects: dict[Any, int] = {}
        self._texts: list[str] = []

    def statement(self, relation: Any) -> str:
        """The text for a relation's node. Raises Unwritten."""
        top = self.select(relation)
        uses = Counter(int(mark) for text in (*self._texts, top) for mark in _MARK.findall(text))
        ready: list[str] = []
        common = []
        for number, text in enumerate(self._texts):
            whole = _MARK.sub(lambda found: ready[int(found[1])], text)
            ready.append(f"({whole})" if uses[number] < 2 else f"q{number}")
            if uses[number] > 1:
                common.append(f"q{number} AS ({whole})")
        body = _MARK.sub(lambda found: ready[int(found[1])], top)
        return f"WITH {', '.join(common)} {body}" if common else body

    def value(self, node: Any) -> str:
        """A row expression, in the scope of the SELECT over its relation."""
        if node not in self._values:
            self._values[node] = self._value(node)
        return self._values[node]

    def select(self, relation: Any) -> str:
        """The SELECT that yields the relation."""
        match relation:
            case ops.Project() | ops.Aggregate():
                by = ", ".join(str(n + 1) for n in range(len(getattr(relation, "groups", ()))))
                rows = self._from(relation.parent, ordered=isinstance(relation, ops.Project))
                return f"SELECT {self._listed(relation)} {rows}{by and f' GROUP BY {by}'}"
            case ops.JoinChain():
                return f"SELECT {self._listed(relation)} FROM {self._joined(relation)}"
            case ops.Union():
                sign = "UNION" if relation.distinct else "UNION ALL"
                return f" {sign} ".join(
                    self._plain(side, side.schema.names) for side in (relation.left, relation.right)
                )
            case ops.Distinct():
                return f"SELECT DISTINCT {self.name(relation.parent)}.* {self._from(relation.parent)}"
            case ops.DropColumns():
                return self._plain(relation.parent, relation.schema.names)
            case ops.UnboundTable() | ops.Filter() | ops.Sort() | ops.Limit():
                return f"SELECT {self.name(relation)}.* {self._from(relation, ordered=True)}"
        raise Unwritten(type(relation).__name__)

    def name(self, relation: Any) -> str:
        """The alias under which a relation's columns stand: filters, orders and limits keep that of their rows."""
        while isinstance(relation, ops.Filter | ops.Sort | ops.Limit):
            relation = relation.parent
        return self._names.setdefault(relation, f"t{len(self._names)}")

    def listed(self, relation: Any) -> Iterable[str]:
        """The columns a relation computes."""
        return (f"{self.value(node)} AS {quoted(name)}" for name, node in relation.values.items())

    def table(self, relation: Any) -> str:
        """A table as it stands in FROM."""
        return quoted(relation.name)

    def _value(self, node: Any) -> str:
        if isinstance(node, ops.Field):
            return f"{self.name(node.rel)}.{quoted(node.name)}"
        if isinstance(node, ops.ScalarSubquery):
            return f"({self.select(node.rel)})"
        if isinstance(node, ops.InSubquery):
            return f"({self.value(node.needle)} IN ({self.select(node.rel)}))"
        if type(node) not in VALUES:
            raise Unwritten(type(node).__name__)
        return VALUES[type(node)](node, self.value)

    def _listed(self, relation: Any) -> str:
        return ", ".join(self.listed(relation))

    def _plain(self, relation: Any, names: Sequence[str]) -> str:
        return f"SELECT {self._fields(relation, names)} {self._from(relation)}"

    def _fields(self, relation: Any, names: Sequence[str]) -> str:
        return ", ".join(f"{self.name(relation)}.{quoted(name)}" for name in names)

    def _from(self, relation: Any, ordered: bool = False) -> str:
        """FROM, WHERE and, where the order matters, ORDER BY and LIMIT: what lies over one source in one SELECT."""
        limit, order = "", ""
        where: list[str] = []
        if ordered and isinstance(relation, ops.Limit):
            limit = f" LIMIT {self._number(relation.n)} OFFSET {self._number(relation.offset)}"
            relation = relation.parent
        if ordered and isinstance(relation, ops.Sort):
            order = " ORDER BY " + ", ".join(map(self.value, relation.keys))
            relation = relation.parent
        while isinstance(relation, ops.Filter):
            where += map(self.value, relation.predicates)
            relation = relation.parent
        chosen = f" WHERE {' AND '.join(reversed(where))}" if where else ""
        return f"FROM {self.source(relation)}{chosen}{order}{limit}"

    def _number(self, count: Any) -> str:
        if isinstance(count, int):
            return str(count)
        raise Unwritten("Limit")

    def _joined(self, chain: Any) -> str:
        first = f"{self._place(chain.first.parent)} AS {self.name(chain.first)}"
        links = [
            f"{self._how(link.how)} JOIN {self._place(link.table.parent)} AS {self.name(link.table)}"
            f" ON {' AND '.join(map(self.value, link.predicates)) or 'TRUE'}"
            for link in chain.rest
        ]
        return " ".join([first, *links])

    def _how(self, how: str) -> str:
        if how in _JOINS:
            return _JOINS[how]
        raise Unwritten(f"{how} join")

    def source(self, relation: Any) -> str:
        return f"{self._place(relation)} AS {self.name(relation)}"

    def _place(self, relation: Any) -> str:
        """A table, or a mark where the relation's text, or the name under which it stands, comes to stand."""
        if isinstance(relation, ops.UnboundTable):
            return self.table(relation)
        if relation not in self._selects:
            text = self.select(relation)
            self._selects[relation] = len(self._texts)
            self._texts.append(text)
        return f"\x00{self._selects[relation]}\x00"
