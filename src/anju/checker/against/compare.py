"""读到的文件对签发时的记录：每一处改动一个问题，写法不同而意思相同的不算。"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import ModuleType
from typing import Any

from anju.checker.against.comparison import Comparison, compared
from anju.checker.against.side import found_side, issued_side
from anju.checker.reading import Reading
from anju.kernel.catalogue import Catalogue, walk_modules
from anju.kernel.finding import Computation, Finding, ordered

_PACKAGE = "anju.checker.against.changes"
_CODE = "against."


def kinds() -> Catalogue[ModuleType]:
    """The kinds of change, by name: a docstring that says what was changed, SEVERITY, and `faults(comparison)`."""
    return walk_modules(_PACKAGE, None)


def compare(reading: Reading, record: Mapping[str, Any]) -> list[Finding]:
    """Every change since the document of `record` (issued/<id>.json of a snapshot) was issued, worst first.

    Codes are against.<kind>; `computation.stated` is what was issued, `computation.computed` what was found; `where`
    is the place in the document as read, for what is gone the point where it stood.
    """
    comparison = compared(issued_side(record), found_side(reading))
    return ordered(found for name, module in kinds().items() for found in _findings(name, module, comparison))


def _findings(name: str, module: ModuleType, comparison: Comparison) -> Iterator[Finding]:
    for fault in module.faults(comparison):
        computation = Computation(fault.issued, fault.found, fault.operands)
        severity = fault.severity or module.SEVERITY
        yield Finding(
            _CODE + name, severity, fault.message, fault.where, computation=computation, related=fault.related
        )
