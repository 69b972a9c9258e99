"""index.html in a real browser: wide, narrow, enlarged, printed, by keyboard, without script and without a network."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

COUNTIES = ["nothing", "dengkou", "complete", "crowded"]
HOUSEHOLDS = "#report a.figure:has-text('776户')"

PALE = """() => {
  const parts = (c) => (c.match(/[\\d.]+/g) || []).map(Number);
  const light = ([r, g, b]) => {
    const f = [r, g, b].map((v) => { v /= 255; return v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; });
    return 0.2126 * f[0] + 0.7152 * f[1] + 0.0722 * f[2];
  };
  const ground = (e) => {
    for (; e; e = e.parentElement) {
      const c = parts(getComputedStyle(e).backgroundColor);
      if (c.length === 3 || c[3] > 0) { return c; }
    }
    return [255, 255, 255];
  };
  const found = new Set();
  document.querySelectorAll("body *").forEach((e) => {
    if (e.closest("svg, script")) { return; }
    const says = [...e.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim());
    if (!says || !e.getClientRects().length) { return; }
    const [a, b] = [light(parts(getComputedStyle(e).color)), light(ground(e))].sort((x, y) => y - x);
    const contrast = (a + 0.05) / (b + 0.05);
    if (contrast < 4.5) { found.add(e.tagName + "." + e.className + " " + contrast.toFixed(2)); }
  });
  return [...found];
}"""

SMALL = """() => [...document.querySelectorAll(".top nav a, summary, .card:target .close, .find input")]
  .filter((e) => e.getClientRects().length && e.getBoundingClientRect().height < 44)
  .map((e) => e.textContent.trim() + " " + e.getBoundingClientRect().height)"""


@pytest.mark.parametrize("county", COUNTIES)
@pytest.mark.parametrize("width", [1280, 640, 390])
def test_the_page_never_scrolls_sideways(opened, county: str, width: int) -> None:
    """640 px is a screen of 1280 enlarged to 200 %."""
    page = opened(county, width)
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    outside = "(w) => [...document.querySelectorAll('main > section, main p, main h2, .line')]"
    wide = page.evaluate(
        f"{outside}.filter((e) => e.getBoundingClientRect().right > w + 1 && !e.closest('.scroll'))"
        ".map((e) => e.outerHTML.slice(0, 80))",
        width,
    )
    assert wide == []


@pytest.mark.parametrize("script", [True, False])
def test_a_click_on_a_figure_opens_its_rows_and_the_word_close_shuts_them(opened, script: bool) -> None:
    page = opened("dengkou", script=script)
    page.locator(HOUSEHOLDS).first.click()
    card = page.locator(".card:target")
    expect(card).to_be_visible()
    expect(card.locator(".value")).to_have_text("776户")
    expect(card.locator("tbody tr").first).to_contain_text("改造任务")
    expect(card.locator("tbody tr").first).to_contain_text("磴住建联发〔2024〕2号")
    card.locator(".close").click()
    expect(page.locator(".card:target")).to_have_count(0)


def test_escape_shuts_a_card_where_it_was_opened(opened) -> None:
    page = opened("dengkou")
    link = page.locator(HOUSEHOLDS).first
    link.scroll_into_view_if_needed()
    before = page.evaluate("scrollY")
    link.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".card:target")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(".card:target")).to_have_count(0)
    expect(link).to_be_focused()
    assert abs(page.evaluate("scrollY") - before) < 5


def test_without_script_each_line_of_the_score_sheet_opens(opened) -> None:
    page = opened("dengkou", script=False)
    line = page.locator("#score details", has_text="OB1").first
    expect(line.locator(".parts")).to_be_hidden()
    line.locator("summary .verdict").click()
    expect(line.locator(".parts")).to_contain_text("已开工小区7÷计划小区7＝100%")


@pytest.mark.parametrize("county", COUNTIES)
def test_the_page_asks_for_nothing_and_complains_of_nothing(opened, county: str) -> None:
    page = opened(county)
    page.locator("a.figure").first.click()
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    page.wait_for_timeout(200)
    assert [url for url in page.asked if not url.startswith(("file:", "data:"))] == []
    assert len([url for url in page.asked if url.startswith("file:")]) == 1
    assert page.faults == []


def test_what_slipped_in_runs_no_script(opened) -> None:
    """The page's own policy stops even what the writer might have missed."""
    page = opened("dengkou")
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"window.hit = 1\">')")
    page.wait_for_timeout(200)
    assert page.evaluate("window.hit") is None
    assert any("Content Security Policy" in fault for fault in page.faults)


@pytest.mark.parametrize("width", [1280, 390])
def test_words_stand_out_from_their_ground(opened, width: int) -> None:
    page = opened("crowded", width)
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    page.locator("#report a.figure").first.click()
    assert page.evaluate(PALE) == []


def test_a_thumb_finds_what_it_is_to_press(opened) -> None:
    page = opened("dengkou", 390)
    page.locator(HOUSEHOLDS).first.click()
    assert page.evaluate(SMALL) == []


@pytest.mark.parametrize("script", [True, False])
def test_on_paper_everything_is_unfolded_and_no_card_lies_on_top(opened, script: bool) -> None:
    page = opened("dengkou", 794, 1123, script=script)
    page.locator(HOUSEHOLDS).first.click()
    page.emulate_media(media="print")
    expect(page.locator(".card:target")).to_be_hidden()
    expect(page.locator(".top")).to_be_hidden()
    expect(page.locator("#report .paper")).to_be_hidden()
    expect(page.get_by_text("请打印同一文件夹里的 report.docx")).to_be_visible()
    expect(page.locator("#figure-list")).to_be_hidden()
    if script:
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        assert page.locator("details:not([open]):not(.kept)").count() == 0
    shown = page.locator("#score .parts").first.bounding_box()
    assert shown
    assert shown["height"] > 50
    assert page.pdf(format="A4", prefer_css_page_size=True).startswith(b"%PDF")


def test_the_list_of_figures_is_printed_when_somebody_unfolded_it(opened) -> None:
    page = opened("nothing", 794, 1123)
    page.locator("#figures summary").first.click()
    page.emulate_media(media="print")
    expect(page.locator("#figure-list")).to_be_visible()


@pytest.mark.parametrize(("county", "said"), [("crowded", True), ("complete", False)])
def test_made_up_figures_are_called_so_in_sight(opened, county: str, said: bool) -> None:
    note = opened(county).locator(".sample-note")
    if said:
        expect(note).to_be_in_viewport()
        expect(note).to_have_text("样张·演示数据")
    else:
        expect(note).to_have_count(0)


def test_the_list_of_figures_can_be_searched(opened) -> None:
    page = opened("dengkou")
    page.locator("#figures summary").first.click()
    rows = page.locator("#figure-list tbody tr")
    every = rows.count()
    page.locator(".find input").fill("计划户数")
    visible = page.locator("#figure-list tbody tr:visible")
    assert 0 < visible.count() < every
    assert all("计划户数" in text for text in visible.all_inner_texts())
