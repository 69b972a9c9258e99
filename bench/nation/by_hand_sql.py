"""手写的 DuckDB 语句：sql 文件夹里一张表一个文件。"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from string import Template

import duckdb
import pyarrow as pa

from nation.words import AS_OF, DEADLINE, FAMILIES, LISTS, PASS_ON_DAYS, URGENT_WEIGHT

STATEMENTS = {path.stem: Template(path.read_text()) for path in sorted((Path(__file__).parent / "sql").glob("*.sql"))}


def aggregates(files: Mapping[str, Path]) -> dict[str, pa.Table]:
    """Name of the statement → its small table, from Parquet files."""
    known = _known(files)
    with duckdb.connect() as connection:
        connection.execute(STATEMENTS["plan"].substitute(known))
        return {
            name: connection.sql(text.substitute(known)).to_arrow_table()
            for name, text in STATEMENTS.items()
            if name != "plan"
        }


def _known(files: Mapping[str, Path]) -> dict[str, str]:
    return {
        **{name: f"'{path}'" for name, path in files.items()},
        **{name: str(words) if len(words) > 1 else f"('{words[0]}')" for name, words in LISTS.items()},
        "stages": str(list(LISTS["stages"])),
        "kinds": str(list(LISTS["kinds"])),
        "families": " ".join(f"WHEN work IN {works} THEN '{name}'" for name, works in _listed(FAMILIES).items()),
        "as_of": f"DATE '{AS_OF}'",
        "deadline": f"DATE '{DEADLINE}'",
        "pass_on_days": str(PASS_ON_DAYS),
        "urgent_weight": str(URGENT_WEIGHT),
    }


def _listed(families: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    return {name: str(works).replace(",)", ")") for name, works in families.items()}
