"""逐行的运算：一列一列地算，不知道的怎样保持不知道与 SQL 一样。"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

import ibis.expr.operations as ops

from anju.facts.sql.values import Unwritten

Column = list[Any]
Say = Callable[[Any], Column]
"""The values of a node that stands inside another, as many as the rows have."""

BLANKS = " \t\n\r\v\f"


def strict(function: Callable[[Any, Any], Any], left: Column, right: Column) -> Column:
    """NULL where either side is."""
    return [None if a is None or b is None else function(a, b) for a, b in zip(left, right, strict=True)]


def _two(function: Callable[[Any, Any], Any]) -> Callable[[Any, Say], Column]:
    return lambda node, say: strict(function, say(node.left), say(node.right))


def _one(function: Callable[[Any], Any]) -> Callable[[Any, Say], Column]:
    return lambda node, say: [None if value is None else function(value) for value in say(node.arg)]


def _and(node: Any, say: Say) -> Column:
    pairs = zip(say(node.left), say(node.right), strict=True)
    return [False if a is False or b is False else None if a is None or b is None else True for a, b in pairs]


def _or(node: Any, say: Say) -> Column:
    pairs = zip(say(node.left), say(node.right), strict=True)
    return [True if a or b else None if a is None or b is None else False for a, b in pairs]


def among(values: Column, known: set[Any]) -> Column:
    """SQL's IN: unknown for an unknown value, and for one not found where something unknown is among those asked."""
    absent = None if None in known else False
    return [False if not known else None if value is None else True if value in known else absent for value in values]


def _in_values(node: Any, say: Say) -> Column:
    if not all(isinstance(option, ops.Literal) for option in node.options):
        raise Unwritten("InValues")
    return among(say(node.value), {option.value for option in node.options})


def _if_else(node: Any, say: Say) -> Column:
    columns = (say(node.bool_expr), say(node.true_expr), say(node.false_null_expr))
    return [yes if test else no for test, yes, no in zip(*columns, strict=True)]


def _case(node: Any, say: Say) -> Column:
    """The first that holds; a base is compared with each."""
    found = list(say(node.default))
    base = say(node.base) if isinstance(node, ops.SimpleCase) else None
    for case, result in zip(reversed(node.cases), reversed(node.results), strict=True):
        tests = say(case) if base is None else strict(operator.eq, base, say(case))
        found = [new if test else old for test, new, old in zip(tests, say(result), found, strict=True)]
    return found


def _coalesce(node: Any, say: Say) -> Column:
    found, *others = (say(each) for each in node.arg)
    for other in others:
        found = [b if a is None else a for a, b in zip(found, other, strict=True)]
    return found


def _extreme(choose: Callable[..., Any]) -> Callable[[Any, Say], Column]:
    def best(node: Any, say: Say) -> Column:
        rows = zip(*(say(each) for each in node.arg), strict=True)
        return [choose((value for value in row if value is not None), default=None) for row in rows]

    return best


def _null_if(node: Any, say: Say) -> Column:
    return [None if a == b else a for a, b in zip(say(node.arg), say(node.null_if_expr), strict=True)]


def _cast(node: Any, say: Say) -> Column:
    """Only to what the facts are made of, and only where no value can be lost."""
    here, to = node.arg.dtype, node.to
    values = say(node.arg)
    if to.is_integer() and (here.is_boolean() or here.is_integer() or here.is_string()):
        return [None if value is None else int(value) for value in values]
    if (to.is_string() and here.is_string()) or (to.is_boolean() and here.is_boolean()) or here.is_null():
        return values
    raise Unwritten(f"Cast {here} → {to}")


def _find(node: Any, say: Say) -> Column:
    if node.start is not None or node.end is not None:
        raise Unwritten("StringFind")
    return strict(lambda text, part: text.find(part), say(node.arg), say(node.substr))


def _replace(node: Any, say: Say) -> Column:
    columns = (say(node.arg), say(node.pattern), say(node.replacement))
    return [None if None in row else row[0].replace(row[1], row[2]) for row in zip(*columns, strict=True)]


def _days(node: Any, say: Say) -> Column:
    if not isinstance(node.part, ops.Literal) or node.part.value.lower() != "day":
        raise Unwritten("DateDelta")
    return strict(lambda later, earlier: (later - earlier).days, say(node.left), say(node.right))


def constant(node: Any) -> Any:
    """The value of a literal. Raises Unwritten."""
    if node.value is not None and node.dtype.is_interval():
        if node.dtype.unit.short != "D":
            raise Unwritten("Interval")
        return timedelta(days=int(node.value))
    return node.value


OPERATIONS: Mapping[type, Callable[[Any, Say], Column]] = {
    ops.Alias: lambda node, say: say(node.arg),
    ops.Equals: _two(operator.eq),
    ops.NotEquals: _two(operator.ne),
    ops.Less: _two(operator.lt),
    ops.LessEqual: _two(operator.le),
    ops.Greater: _two(operator.gt),
    ops.GreaterEqual: _two(operator.ge),
    ops.Add: _two(operator.add),
    ops.Subtract: _two(operator.sub),
    ops.Multiply: _two(operator.mul),
    ops.DateAdd: _two(operator.add),
    ops.And: _and,
    ops.Or: _or,
    ops.Not: _one(operator.not_),
    ops.IsNull: lambda node, say: [value is None for value in say(node.arg)],
    ops.NotNull: lambda node, say: [value is not None for value in say(node.arg)],
    ops.InValues: _in_values,
    ops.IfElse: _if_else,
    ops.SimpleCase: _case,
    ops.SearchedCase: _case,
    ops.Coalesce: _coalesce,
    ops.Greatest: _extreme(max),
    ops.Least: _extreme(min),
    ops.NullIf: _null_if,
    ops.Cast: _cast,
    ops.Abs: _one(abs),
    ops.Strip: _one(lambda text: text.strip(BLANKS)),
    ops.StringLength: _one(len),
    ops.StringFind: _find,
    ops.StringReplace: _replace,
    ops.StringContains: lambda node, say: strict(operator.contains, say(node.haystack), say(node.needle)),
    ops.RegexSearch: lambda node, say: strict(
        lambda text, pattern: re.search(pattern, text) is not None, say(node.arg), say(node.pattern)
    ),
    ops.DateDelta: _days,
    ops.Array: lambda node, say: [list(row) for row in zip(*(say(each) for each in node.exprs), strict=True)],
}
"""Operation → how it is computed for all rows at once."""
