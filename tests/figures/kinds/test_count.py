"""How many rows a table has; none is none, not unknown."""

import assessed
import pytest

from anju.kernel.outcome import Value


@pytest.mark.parametrize(("table", "printed"), [("evidence", "27份"), ("approvals", "0份")])
def test_rows_are_counted(table: str, printed: str) -> None:
    found = assessed.dengkou().figure(f"count.{table}")
    assert isinstance(found, Value)
    assert found.value.printed("份") == printed
    assert len(found.value.rows) == found.value.value
