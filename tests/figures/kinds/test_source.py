"""一个来源的钱：各来源加起来就是那一环节的合计；更正归到它更正的那一笔。"""

from fractions import Fraction

import pytest
from assessed import complete, dengkou

from anju.figures.kinds import source
from anju.kernel.catalogue import NotInCatalogue
from anju.kernel.outcome import Missing, Value


def test_sources_add_up_to_the_total_of_their_stage() -> None:
    book = complete()
    for stage in ("received", "passed_on", "paid", "carried_over"):
        ids = [f"source.{rest}" for rest in source.ids(book) if rest.startswith(f"{stage}.")]
        found = [book.figure(id) for id in ids]
        assert found
        parts = sum((each.value.value for each in found if isinstance(each, Value)), Fraction(0))
        assert parts == book.figure(f"funds.balance.{stage}").value.value


def test_a_correction_belongs_to_the_source_of_what_it_corrects() -> None:
    """The invented county's first payment of central money was typed too high, and corrected."""
    book = complete()
    paid, received = (book.figure(f"source.{stage}.中央").value for stage in ("paid", "received"))
    assert any(row.value < 0 for row in paid.rows)
    assert paid.value == received.value


def test_money_without_a_source_is_unnamed_and_a_source_nobody_named_is_missing() -> None:
    book = dengkou()
    assert book.figure("source.passed_on.unnamed").value.printed() == "2100.01万元"
    assert isinstance(book.figure("source.received.居民"), Missing)
    assert isinstance(book.figure("source.paid.中央"), Missing)


@pytest.mark.parametrize("id", ["source.received.月球", "source.flown.中央", "source.received"])
def test_nobody_knows_what_there_is_not(id: str) -> None:
    with pytest.raises(NotInCatalogue):
        dengkou().figure(id)
