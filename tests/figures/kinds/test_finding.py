"""What a finding compared."""

import assessed
import pytest

from anju.kernel.outcome import Value

TWICE = "finding.consistency.stated_twice_differently.1"


@pytest.mark.parametrize(("word", "text"), [("stated", "5个"), ("computed", "7个")])
def test_both_sides_of_a_contradiction(word: str, text: str) -> None:
    found = assessed.dengkou().figure(f"{TWICE}.{word}")
    assert isinstance(found, Value)
    assert found.value.printed() == text
    assert found.value.rows[0].table == "statements"


def test_a_finding_that_was_not_made_is_refused() -> None:
    with pytest.raises(LookupError):
        assessed.complete().figure(f"{TWICE}.stated")
