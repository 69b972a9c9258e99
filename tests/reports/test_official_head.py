"""Head and tail come from the filing and the offices; what nobody filled stands open."""

from datetime import date

import assessed
from reports.sentence_cases import CaseBook

from anju.reports.official_head import head


def test_the_seed_county_s_head() -> None:
    found = head(assessed.dengkou())
    assert found.issuers == ("磴口县住房和城乡建设局", "磴口县财政局")
    assert (found.number, found.signers) == ("磴住建联发〔2024〕2号", ("宿元", "戴忠儒"))
    assert (found.addressee, found.copied_to) == (None, None)
    assert found.dated_on == date(2024, 1, 30)


def test_the_day_of_sending_and_the_addressee() -> None:
    found = head(assessed.complete())
    assert found.dated_on == date(2024, 1, 26)
    assert found.addressee == "清河市住房和城乡建设局、清河市财政局（虚构）"
    assert found.copied_to == "清河县审计局（虚构）"
    assert len(found.issuers) == 2


def test_nobody_filled_anything() -> None:
    found = head(assessed.nothing())
    assert (found.issuers, found.number, found.signers) == ((), None, ())


def test_the_last_filing_of_the_kind_counts() -> None:
    rows = [
        {"编号": "B1", "报送类别": "绩效自评报告", "报出日期": "2024-01-20", "文号": "旧"},
        {"编号": "B2", "报送类别": "绩效自评报告", "报出日期": "2024-01-28", "文号": "新"},
        {"编号": "B3", "报送类别": "佐证资料", "报出日期": "2024-01-29", "文号": "别的"},
    ]
    assert head(CaseBook({"表": {"报送": rows}})).number == "新"
