"""A copy of the report bears the findings at exactly their words; nothing else in it changes."""

from __future__ import annotations

import zipfile
from datetime import date
from pathlib import Path

import pytest
from checker.annotate.word_comments import anchored, members, said
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from word_files import p, run, tbl, tc, tr, word_file

from anju.checker.annotate import annotated_copy, write_new
from anju.checker.annotate.comment import Comment, Comments
from anju.checker.annotate.package import annotated
from anju.checker.readers import read
from anju.checker.run import check
from anju.checker.waivers import Settled, Waiver, settle

DAY = date(2024, 5, 1)
NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
SEVEN, FIVE = "2023年计划改造7个老旧小区。", "2023年计划改造的5个老旧小区已全部完工。"


def commented(path: Path, *words: str) -> dict[str, str]:
    """A comment on each of the words, which stand once each; what each is then on."""
    reading = read(path)
    before = [each.text for each in reading.paragraphs]
    comments = []
    for word in words:
        (paragraph,) = [each for each in reading.paragraphs if word in each.text]
        start = paragraph.text.index(word)
        comments.append(Comment(paragraph.number, start, start + len(word), (word,)))
    content = annotated(path.read_bytes(), reading, Comments(tuple(comments), DAY))
    copy = path.with_name("copy.docx")
    copy.write_bytes(content)
    assert [each.text for each in read(copy).paragraphs] == before
    on = anchored(content)
    return {lines[0]: on[number] for number, (author, lines) in said(content).items() if author == "安居核对"}


def exact(path: Path, *words: str) -> None:
    assert commented(path, *words) == {word: word for word in words}


def test_words_within_a_run_across_runs_and_at_its_ends(tmp_path: Path) -> None:
    path = word_file(
        tmp_path / "a.docx",
        p("甲乙丙丁", run("戊己庚", "<w:b/>"), "辛壬癸"),
        p("子丑寅卯"),
    )
    exact(path, "乙", "丙丁", "丁戊己", "庚辛", "壬癸", "子丑寅卯")


def test_the_format_goes_along_and_is_not_spread(tmp_path: Path) -> None:
    path = word_file(tmp_path / "a.docx", p(run("甲乙丙", "<w:b/>"), "丁"))
    commented(path, "乙")
    document = members((tmp_path / "copy.docx").read_bytes())["word/document.xml"].decode()
    assert document.count("<w:b/>") == 3


def test_words_in_insertions_links_controls_and_fields(tmp_path: Path) -> None:
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{run('二十三栋')}</w:sdtContent></w:sdt>"
    bound = "<w:sdt><w:sdtPr><w:dataBinding/></w:sdtPr><w:sdtContent>" + run("七七六户") + "</w:sdtContent></w:sdt>"
    typed = "<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>" + run("2033.23万元") + "</w:sdtContent></w:sdt>"
    field = f'<w:fldSimple w:instr="DATE">{run("五月一日")}</w:fldSimple>'
    path = word_file(
        tmp_path / "a.docx",
        p("改造", f"<w:ins w:id='1'>{run('七个小区')}</w:ins>", "。"),
        p(f"<w:hyperlink>{run('见附件一')}</w:hyperlink>", control),
        p(bound, field, typed, "，余"),
    )
    whole = {"七六": "七七六户", "月": "五月一日", "2033.23": "2033.23万元", "万元，": "2033.23万元，"}
    words = ("造七个", "附件", "三栋")
    assert commented(path, *words, *whole) == {word: word for word in words} | whole


def test_deleted_text_does_not_count(tmp_path: Path) -> None:
    gone = "<w:del w:id='1'><w:r><w:delText>5个12345</w:delText></w:r></w:del>"
    path = word_file(tmp_path / "a.docx", p("计划改造", gone, f"<w:ins w:id='2'>{run('7个')}</w:ins>", "小区"))
    exact(path, "7个")


def test_words_in_cells_of_tables_and_of_tables_within(tmp_path: Path) -> None:
    inner = tbl(tr("内甲", "内乙"))
    table = tbl(tr("小区", "户"), tr(tc(p("绿苑"), p("一二零")), tc(inner, p("外"))), tr("同", "同"), tr("同", "九六"))
    exact(word_file(tmp_path / "a.docx", p("表一"), table, p("完")), "小区", "苑", "二零", "内乙", "外", "九六", "完")


def test_the_right_one_of_many_equal_cells(tmp_path: Path) -> None:
    path = word_file(tmp_path / "a.docx", tbl(*(tr("7", "7", "7") for _ in range(4))), p("7"))
    reading = read(path)
    for number in range(1, 14):
        content = annotated(path.read_bytes(), reading, Comments((Comment(number, 0, 1, ("在",)),), DAY))
        texts = [
            "commentRangeStart" in etree.tostring(each).decode()
            for each in etree.fromstring(members(content)["word/document.xml"]).iter("{*}p")
        ]
        assert texts.index(True) == number - 1
        assert texts.count(True) == 1


def test_a_footnote_gets_its_comment_where_it_is_referred_to(tmp_path: Path) -> None:
    reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    notes = f'<w:footnotes {NS}><w:footnote w:id="2">{p("其中5个未完工")}</w:footnote></w:footnotes>'
    path = word_file(tmp_path / "a.docx", p("改造7个", reference, "小区"), parts={"word/footnotes.xml": notes})
    relate(path, "footnotes", "footnotes.xml")
    assert commented(path, "5个", "7个") == {"5个": "[footnoteReference]", "7个": "7个"}


def relate(path: Path, kind: str, target: str) -> None:
    """Let the document refer to a part, as Word does."""
    base = "http://schemas.openxmlformats.org"
    relations = (
        f'<Relationships xmlns="{base}/package/2006/relationships"><Relationship Id="rId1" '
        f'Type="{base}/officeDocument/2006/relationships/{kind}" Target="{target}"/></Relationships>'
    )
    with zipfile.ZipFile(path, "a") as package:
        package.writestr("word/_rels/document.xml.rels", relations)


def test_a_text_box_gets_its_comment_around_it(tmp_path: Path) -> None:
    """Word ignores ranges within a box."""
    box = f"<w:drawing><wps:txbx><w:txbxContent>{p('框里96万元')}</w:txbxContent></wps:txbx></w:drawing>"
    path = word_file(tmp_path / "a.docx", p("框前", f"<w:r>{box}</w:r>", "框后"))
    assert commented(path, "96", "框后") == {"96": "[drawing]框里96万元", "框后": "框后"}


def test_comments_that_are_there_stay_and_keep_their_ids(tmp_path: Path) -> None:
    own = f'<w:comments {NS}><w:comment w:id="7" w:author="李某">{p("再看")}</w:comment></w:comments>'
    end = '<w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r>'
    path = word_file(
        tmp_path / "a.docx",
        p("改造", '<w:commentRangeStart w:id="7"/>', "7个", end, "小区"),
        parts={"word/comments.xml": own, "word/commentsExtended.xml": "<x/>", "word/media/a.bin": "图"},
    )
    relate(path, "comments", "comments.xml")
    assert commented(path, "造7") == {"造7": "造7"}
    content = (tmp_path / "copy.docx").read_bytes()
    assert anchored(content) == {"7": "7个", "8": "造7"}
    assert said(content)["7"] == ("李某", ["再看"])
    before, after = members(path.read_bytes()), members(content)
    assert {name for name in before if before[name] == after[name]} >= {"word/commentsExtended.xml", "word/media/a.bin"}
    assert before.keys() == after.keys()
    assert b"comments+xml" not in after["[Content_Types].xml"]


def test_a_new_part_is_registered(tmp_path: Path) -> None:
    path = word_file(tmp_path / "a.docx", p("改造7个小区"))
    commented(path, "7个")
    after = members((tmp_path / "copy.docx").read_bytes())
    assert after["[Content_Types].xml"].count(b'PartName="/word/comments.xml"') == 1
    assert after["word/_rels/document.xml.rels"].count(b'Target="comments.xml"') == 1


def test_what_cannot_be_found_is_told_at_the_beginning(tmp_path: Path) -> None:
    path = word_file(tmp_path / "a.docx", p("甲乙"), p("丙丁"))
    comments = Comment(0, 0, 0, ("全",)), Comment(99, 0, 1, ("失",))
    content = annotated(path.read_bytes(), read(path), Comments(comments, DAY))
    assert anchored(content) == {"0": "甲乙", "1": "甲乙"}


@given(st.lists(st.text("甲乙 7丙", min_size=1, max_size=4), min_size=1, max_size=5), st.data())
def test_any_words_in_any_runs(tmp_path_factory: pytest.TempPathFactory, runs: list[str], data: st.DataObject) -> None:
    path = word_file(tmp_path_factory.mktemp("w") / "a.docx", p(*map(run, runs)), p("尾"))
    reading = read(path)
    text = reading.paragraphs[0].text
    letters = [place for place, letter in enumerate(text) if not letter.isspace()]
    spans = [(first, last + 1) for first in letters for last in letters if first <= last]
    chosen = data.draw(st.lists(st.sampled_from(spans), min_size=1, max_size=4))
    comments = tuple(Comment(1, start, end, ("话",)) for start, end in chosen)
    content = annotated(path.read_bytes(), reading, Comments(comments, DAY))
    assert anchored(content) == {str(number): text[start:end] for number, (start, end) in enumerate(chosen)}


def settled(path: Path, *waivers: Waiver) -> Settled:
    return settle(check(read(path)), waivers, DAY)


def test_findings_become_comments_that_name_the_other_place(tmp_path: Path) -> None:
    path = word_file(tmp_path / "报告.docx", p("一、概况"), p(SEVEN), p("二、效益"), p(FIVE))
    original = path.read_bytes()
    content = annotated_copy(path, settled(path), DAY)
    assert content is not None
    assert path.read_bytes() == original
    assert list(anchored(content).values()) == ["5个"]
    ((author, lines),) = said(content).values()
    assert author == "安居核对"
    assert lines[0] == "【错误】同数异说"
    assert "不一致，请核。" in lines[1]
    assert lines[2] == "对照的别处：第2段在“一、概况”下。"


def test_what_was_let_pass_or_holds_is_no_comment(tmp_path: Path) -> None:
    path = word_file(tmp_path / "报告.docx", p(SEVEN), p(FIVE))
    (finding,) = settled(path).checked.findings
    waiver = Waiver(1, "口径不同", "王某", DAY, rule=finding.code, place="已全部完工", values=frozenset({"7个", "5个"}))
    assert annotated_copy(path, settled(path, waiver), DAY) is None


def test_a_text_file_is_set_anew_as_word(tmp_path: Path) -> None:
    path = tmp_path / "报告.txt"
    path.write_text(f"一、概况\n{SEVEN}\n\t二\x0b、效益 & <其他>\n{FIVE}", encoding="utf-8")
    content = annotated_copy(path, settled(path), DAY)
    assert content is not None
    assert list(anchored(content).values()) == ["5个"]
    copy = tmp_path / "copy.docx"
    copy.write_bytes(content)
    first, *others = read(copy).paragraphs
    assert first.text.startswith("本页由“报告.txt”读出的文字另排而成")
    assert [each.text for each in others] == [each.text for each in read(path).paragraphs]


@pytest.mark.parametrize(
    "broken", ["<w:comments", f'<w:comments {NS}><w:comment w:id="x"/></w:comments>', f"<w:comments {NS}><w:comment/>"]
)
def test_a_package_with_a_broken_part_is_set_anew(tmp_path: Path, broken: str) -> None:
    path = word_file(tmp_path / "报告.docx", p(SEVEN), p(FIVE), parts={"word/comments.xml": broken})
    relate(path, "comments", "comments.xml")
    content = annotated_copy(path, settled(path), DAY)
    assert content is not None
    assert list(anchored(content).values()) == ["5个"]
    assert "本页由" in members(content)["word/document.xml"].decode()


def test_a_strict_package_stays_strict(tmp_path: Path) -> None:
    path = word_file(tmp_path / "usual.docx", p(SEVEN), p(FIVE))
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    usual = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    with zipfile.ZipFile(tmp_path / "报告.docx", "w") as package:
        for name, content in members(path.read_bytes()).items():
            package.writestr(name, content.replace(usual.encode(), strict.encode()))
    copy = annotated_copy(tmp_path / "报告.docx", settled(tmp_path / "报告.docx"), DAY)
    assert copy is not None
    parts = members(copy)
    for name in ("word/document.xml", "word/comments.xml"):
        assert etree.fromstring(parts[name]).tag.startswith(f"{{{strict}}}")
        assert usual.encode() not in parts[name]
    root = etree.fromstring(parts["word/document.xml"])
    (start,) = root.iter(f"{{{strict}}}commentRangeStart")
    following = start.getnext()
    assert following is not None
    assert "".join(following.itertext()) == "5个"


def test_a_copy_is_never_written_over_a_file(tmp_path: Path) -> None:
    place = Path("内/报告.docx")
    names = [write_new(tmp_path, place, bytes([number])).name for number in range(3)]
    assert names == ["报告.批注.docx", "报告.批注2.docx", "报告.批注3.docx"]
    assert (tmp_path / "内/报告.批注.docx").read_bytes() == b"\0"
    assert write_new(tmp_path, Path("报告.pdf"), b"").name == "报告.pdf.批注.docx"
