"""逐行的式子怎样写成 SQL：每种运算一个写法，写法与 Ibis 自己的一样。"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import ibis.expr.datatypes as dt
import ibis.expr.operations as ops

Say = Callable[[Any], str]
"""Writes a node that stands inside another."""


class Unwritten(LookupError):
    """An operation this writer does not know; whoever asked may let Ibis write the statement."""


def quoted(name: str) -> str:
    """A name of a table or column."""
    return '"' + name.replace('"', '""') + '"'


def text(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"


def type_name(kind: Any) -> str:
    """DuckDB's name of a type. Raises Unwritten."""
    if kind.is_array():
        return type_name(kind.value_type) + "[]"
    for asked, name in _TYPES.items():
        if isinstance(kind, asked):
            return name
    raise Unwritten(str(kind))


def literal(node: Any, _say: Say) -> str:
    """A constant; an empty one bears its type."""
    value = node.value
    if value is None:
        return "NULL" if node.dtype.is_null() else f"CAST(NULL AS {type_name(node.dtype)})"
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if node.dtype.is_interval():
        return f"INTERVAL '{int(value)}' {node.dtype.unit.singular}"
    if isinstance(value, int):
        return str(value) if value >= 0 else f"({value})"
    if isinstance(value, date) and node.dtype.is_date():
        return f"DATE '{value.isoformat()}'"
    if isinstance(value, str):
        return text(value)
    raise Unwritten(str(node.dtype))


def aggregated(call: str, where: Any, say: Say) -> str:
    return call if where is None else f"{call} FILTER (WHERE {say(where)})"


def _between(sign: str) -> Callable[[Any, Say], str]:
    return lambda node, say: f"({say(node.left)} {sign} {say(node.right)})"


def _call(name: str, *parts: str) -> Callable[[Any, Say], str]:
    return lambda node, say: f"{name}({', '.join(say(getattr(node, part)) for part in parts)})"


def _reduced(form: str) -> Callable[[Any, Say], str]:
    return lambda node, say: aggregated(form.format(say(node.arg)), node.where, say)


def _summed(node: Any, say: Say) -> str:
    if not node.arg.dtype.is_integer():
        raise Unwritten("Sum")
    return aggregated(f"SUM({say(node.arg)})", node.where, say)


def _extreme(order: str) -> Callable[[Any, Say], str]:
    def write(node: Any, say: Say) -> str:
        return aggregated(f"FIRST({say(node.arg)} ORDER BY {say(node.key)}{order})", node.where, say)

    return write


def _case(node: Any, say: Say) -> str:
    base = f" {say(node.base)}" if isinstance(node, ops.SimpleCase) else ""
    whens = "".join(f" WHEN {say(c)} THEN {say(r)}" for c, r in zip(node.cases, node.results, strict=True))
    return f"CASE{base}{whens} ELSE {say(node.default)} END"


def _window(node: Any, say: Say) -> str:
    if node.start is not None or node.end is not None or node.order_by:
        raise Unwritten("WindowFunction")
    by = ", ".join(say(each) for each in node.group_by)
    return f"{say(node.func)} OVER ({f'PARTITION BY {by}' if by else ''})"


def _joined(node: Any, say: Say) -> str:
    order = ", ".join(say(each) for each in node.order_by)
    call = f"LISTAGG({say(node.arg)}, {say(node.sep)}{f' ORDER BY {order}' if order else ''})"
    return aggregated(call, node.where, say)


def _sort_key(node: Any, say: Say) -> str:
    return say(node.arg) + (" ASC" if node.ascending else " DESC") + (" NULLS FIRST" if node.nulls_first else "")


def _found(node: Any, say: Say) -> str:
    if node.start is not None or node.end is not None:
        raise Unwritten("StringFind")
    return f"(STRPOS({say(node.arg)}, {say(node.substr)}) - 1)"


_TYPES: Mapping[type, str] = {
    dt.Int8: "TINYINT",
    dt.Int16: "SMALLINT",
    dt.Int32: "INTEGER",
    dt.Int64: "BIGINT",
    dt.String: "VARCHAR",
    dt.Boolean: "BOOLEAN",
    dt.Date: "DATE",
}

VALUES: Mapping[type, Callable[[Any, Say], str]] = {
    ops.Literal: literal,
    ops.Alias: lambda node, say: say(node.arg),
    ops.Equals: _between("="),
    ops.NotEquals: _between("<>"),
    ops.Less: _between("<"),
    ops.LessEqual: _between("<="),
    ops.Greater: _between(">"),
    ops.GreaterEqual: _between(">="),
    ops.And: _between("AND"),
    ops.Or: _between("OR"),
    ops.Add: _between("+"),
    ops.Subtract: _between("-"),
    ops.Multiply: _between("*"),
    ops.DateAdd: _between("+"),
    ops.Not: lambda node, say: f"(NOT {say(node.arg)})",
    ops.IsNull: lambda node, say: f"({say(node.arg)} IS NULL)",
    ops.NotNull: lambda node, say: f"({say(node.arg)} IS NOT NULL)",
    ops.InValues: lambda node, say: f"({say(node.value)} IN ({', '.join(map(say, node.options))}))",
    ops.Cast: lambda node, say: f"CAST({say(node.arg)} AS {type_name(node.to)})",
    ops.IfElse: lambda node, say: (
        f"CASE WHEN {say(node.bool_expr)} THEN {say(node.true_expr)} ELSE {say(node.false_null_expr)} END"
    ),
    ops.SimpleCase: _case,
    ops.SearchedCase: _case,
    ops.Coalesce: lambda node, say: f"COALESCE({', '.join(map(say, node.arg))})",
    ops.Greatest: lambda node, say: f"GREATEST({', '.join(map(say, node.arg))})",
    ops.Least: lambda node, say: f"LEAST({', '.join(map(say, node.arg))})",
    ops.NullIf: _call("NULLIF", "arg", "null_if_expr"),
    ops.Abs: _call("ABS", "arg"),
    ops.StringLength: _call("LENGTH", "arg"),
    ops.StringContains: _call("CONTAINS", "haystack", "needle"),
    ops.StringReplace: _call("REPLACE", "arg", "pattern", "replacement"),
    ops.RegexSearch: _call("REGEXP_MATCHES", "arg", "pattern"),
    ops.StringFind: _found,
    ops.Strip: lambda node, say: f"TRIM({say(node.arg)}, ' \t\n\r\v\f')",
    ops.DateDelta: _call("DATE_DIFF", "part", "right", "left"),
    ops.Array: lambda node, say: f"CAST([{', '.join(map(say, node.exprs))}] AS {type_name(node.dtype)})",
    ops.Unnest: _call("UNNEST", "arg"),
    ops.Sum: _summed,
    ops.Count: _reduced("COUNT({})"),
    ops.CountDistinct: _reduced("COUNT(DISTINCT {})"),
    ops.CountStar: lambda node, say: aggregated("COUNT(*)", node.where, say),
    ops.Max: _reduced("MAX({})"),
    ops.Min: _reduced("MIN({})"),
    ops.Any: _reduced("BOOL_OR({})"),
    ops.All: _reduced("BOOL_AND({})"),
    ops.ArgMax: _extreme(" DESC"),
    ops.ArgMin: _extreme(""),
    ops.GroupConcat: _joined,
    ops.SortKey: _sort_key,
    ops.WindowFunction: _window,
}
"""Operation → how it is written."""
