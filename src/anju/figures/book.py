"""数的账本：按编号取数，取到的是值、不适用或缺失；三种之外没有第四种。"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from types import ModuleType
from typing import Any

from anju.facts.store import TABLES
from anju.figures._expression import combined, parsed
from anju.figures._measured import measured, measured_ids
from anju.figures.figure import Figure
from anju.kernel.catalogue import Catalogue, NotInCatalogue, walk_modules
from anju.kernel.code_identity import code_identity
from anju.kernel.outcome import Outcome, Value
from anju.scoring.assess import Assessment

KINDS: Catalogue[ModuleType] = walk_modules("anju.figures.kinds", None)


@dataclass(frozen=True, slots=True)
class Provenance:
    """What all figures of a book depend on, as text."""

    snapshot: str
    policy: str
    scheme: str
    as_of: str
    code: str

    def as_json(self) -> dict[str, str]:
        return {name: getattr(self, name) for name in ("snapshot", "policy", "scheme", "as_of", "code")}


class Book:
    """Every figure that one assessment can tell.

    An id is that of a measure's sum (`funds.in_place.in_place`), of its ratio (`funds.in_place`), begins with a kind
    (`score.total.confirmed`), or combines such ids: `a - b`, `a + b - c`, `a / b`, with blanks around the sign.
    """

    def __init__(self, assessment: Assessment) -> None:
        self.assessment = assessment
        self._found: dict[str, Outcome[Figure]] = {}

    @cached_property
    def provenance(self) -> Provenance:
        found = self.assessment
        as_of, scheme = found.occasion.as_of.isoformat(), found.evaluation.scheme.code
        return Provenance(found.snapshot.hash, found.occasion.policy.hash, scheme, as_of, code_identity())

    def figure(self, id: str) -> Outcome[Figure]:
        """The figure, or why there is none. Raises NotInCatalogue (a LookupError) for an id that nothing has."""
        if id not in self._found:
            self._found[id] = self._combined(id) if " " in id else self._plain(id)
        return self._found[id]

    def rows(self, table: str) -> list[dict[str, Any]]:
        """The facts' rows of the county and plan year, in stored values, in the order of their keys."""
        return self._rows[table]

    def ids(self) -> tuple[str, ...]:
        """Every id that can be listed: sums and ratios of measures, and those of the kinds that list theirs."""
        listed = [f"{kind}.{rest}" for kind, module in KINDS.items() for rest in module.ids(self)]
        return (*measured_ids(self.assessment), *listed)

    def every(self) -> Mapping[str, Figure]:
        """All listed figures that have a value, by id."""
        found = {id: self.figure(id) for id in self.ids()}
        return {id: each.value for id, each in found.items() if isinstance(each, Value)}

    @cached_property
    def _rows(self) -> dict[str, list[dict[str, Any]]]:
        head = self.assessment.snapshot.head
        found = {}
        for name, table in TABLES.items():
            rows = self.assessment.snapshot.tables[name].to_pylist()
            here = (row for row in rows if row["region"] == head.region)
            found[name] = [row for row in here if "year" not in table.by_name or row["year"] == head.year]
        return found

    def _plain(self, id: str) -> Outcome[Figure]:
        kind, _, rest = id.partition(".")
        try:
            if kind in KINDS:
                found: Outcome[Figure] = KINDS[kind].figure(self, rest)
                return found
            return measured(self.assessment, id)
        except KeyError:
            raise NotInCatalogue(id, self.ids()) from None

    def _combined(self, id: str) -> Outcome[Figure]:
        try:
            signs, ids = parsed(id)
        except ValueError:
            raise NotInCatalogue(id, self.ids()) from None
        return combined(id, signs, [self.figure(each) for each in ids])
