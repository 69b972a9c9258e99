"""An officer's own column names are asked once, kept beside the workbook, and read again."""

from pathlib import Path

import pytest

from anju.exchange import Question, UnusableFile
from anju.exchange.column_names import NOT_READ, ColumnNames, beside, load_names


def test_an_answer_is_asked_once_and_kept(tmp_path: Path) -> None:
    asked: list[str] = []

    def ask(question: Question) -> str:
        asked.append(question.heading)
        return "金额（元）"

    path = beside(tmp_path / "台账.xlsx")
    assert path.name == "台账.列名.yaml"
    names = load_names(path, ask)
    question = Question("资金流水", "拨款额\n（元）", ("金额（万元）",))
    assert names.means(question) == "金额（元）"
    assert names.means(question) == "金额（元）"
    assert asked == ["拨款额\n（元）"]
    assert names.changed
    names.save(path)
    again = load_names(path)
    assert again.means(Question("资金流水", "拨款额（元）", ())) == "金额（元）"
    assert again.means(Question("合同", "拨款额（元）", ())) is None
    assert not again.changed


def test_no_answer_is_not_remembered() -> None:
    names = ColumnNames({}, lambda question: None)
    assert names.means(Question("资金流水", "拨款额", ())) is None
    assert not names.changed


def test_a_column_of_the_officers_own_can_be_named(tmp_path: Path) -> None:
    path = tmp_path / "名.yaml"
    path.write_text(f"资金流水:\n  备注: {NOT_READ}\n", encoding="utf-8")
    assert load_names(path).knows("资金流水", "备 注") == NOT_READ


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("资金流水:\n  拨款额: 钱数\n", "名.yaml 第2行：“资金流水”没有“钱数”这一列"),
        ("钱:\n  拨款额: 金额\n", "模板里没有“钱”这张工作表"),
        ("- 一\n", "应当是“键: 值”的列表"),
        ("资金流水: {拨款额: [一]}\n", "应当是一段文字"),
        ("资金流水: {\n", "不是合格的 YAML"),
        ("", "文件是空的"),
    ],
)
def test_a_file_of_names_that_is_wrong_says_where(content: str, words: str, tmp_path: Path) -> None:
    path = tmp_path / "名.yaml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(UnusableFile, match=words):
        load_names(path)


def test_a_file_of_names_that_was_asked_for_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(UnusableFile, match="读不了"):
        load_names(tmp_path / "没有.yaml", must_exist=True)
