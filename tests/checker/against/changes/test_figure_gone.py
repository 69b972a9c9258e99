"""A figure that is no longer there, alone or with its sentence, paragraph or chapter."""

from __future__ import annotations

from checker.against.paper import edited, found_in, paragraphs, record, told


def test_a_figure_cut_out_of_its_sentence() -> None:
    (only,) = edited("比总投资多66.78万元", "比总投资多")
    assert told([only]) == [("figure_gone", "66.78万元", None)]
    assert only.where.start == only.where.end


def test_a_paragraph_that_went_is_one_change_and_names_its_figures() -> None:
    (only,) = found_in(lambda every: [each for each in every if "比总投资多" not in each.text])
    assert told([only]) == [("figure_gone", "2100.01万元、66.78万元", None)]
    assert "“二、资金管理”一节" in only.message
    before = next(each for each in paragraphs(record()) if "专账核算" in each.text)
    assert (only.where.paragraph, only.where.start) == (before.number, len(before.text))


def test_a_sentence_that_went() -> None:
    assert told(edited("总投资2033.23万元。", "")) == [("figure_gone", "2033.23万元", None)]


def test_a_chapter_that_went_is_one_change() -> None:
    every = paragraphs(record())
    first = next(index for index, each in enumerate(every) if each.text.startswith("二、"))
    last = next(index for index, each in enumerate(every) if each.text.startswith("三、"))
    (only,) = found_in(lambda every: every[:first] + every[last:])
    assert only.code == "against.figure_gone"
    assert "66.78万元" in only.message


def test_a_number_written_out_in_chinese_is_still_there() -> None:
    assert not [each for each in edited("7个小区", "七个小区") if each.code == "against.figure_gone"]


def test_a_cell_that_was_emptied() -> None:
    assert told(edited("1521", "")) == [("figure_gone", "1521", None)]
