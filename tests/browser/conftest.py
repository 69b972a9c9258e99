"""One Chromium for all tests of pages, and the pages of four counties, opened as files."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from assessed import complete, dengkou, nothing
from playwright.sync_api import Browser, Page, sync_playwright

from anju.examples import fictional
from anju.facts.snapshot import freeze
from anju.figures.book import Book
from anju.kernel.assurance import RowAssurance
from anju.policy.loader import load_policy
from anju.reports.compose import compose
from anju.reports.writers import html
from anju.scoring.assess import assess

QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
"""What a browser asks of hosts by itself would be told from what the page asks."""


@pytest.fixture(scope="session")
def browser(require: Callable[[str], str]) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=require("chromium"), args=QUIET)
        yield started
        started.close()


def crowded() -> Book:
    """Forty communities with long names, all made up."""
    policy = load_policy()
    rows = fictional.tables(policy, count=40, long_names=True, assurance=RowAssurance.ILLUSTRATIVE)
    return Book(assess(freeze(fictional.HEAD, rows), policy))


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder, found = tmp_path_factory.mktemp("pages"), {}
    for county in (nothing, dengkou, complete, crowded):
        book = county()
        found[county.__name__] = folder / f"{county.__name__}.html"
        html.write(book, compose(book), found[county.__name__])
    return found


Opened = Callable[..., Page]


@pytest.fixture
def opened(browser: Browser, pages: dict[str, Path]) -> Iterator[Opened]:
    """`opened("dengkou", width=390, script=False)` opens that county's page. Errors and requests are kept on it."""
    contexts = []

    def open_page(county: str, width: int = 1280, height: int = 800, *, script: bool = True) -> Page:
        context = browser.new_context(viewport={"width": width, "height": height}, java_script_enabled=script)
        contexts.append(context)
        page = context.new_page()
        page.asked, page.faults = [], []
        page.on("request", lambda request: page.asked.append(request.url))
        page.on("pageerror", lambda fault: page.faults.append(str(fault)))
        page.on("console", lambda said: page.faults.append(said.text) if said.type == "error" else None)
        page.goto(pages[county].as_uri())
        return page

    yield open_page
    for context in contexts:
        context.close()
