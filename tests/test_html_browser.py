"""The page in a browser: what axe-core finds, what the window shows at every width, what keys do, what paper shows."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import tarfile
from pathlib import Path

import pytest
from chromium import IS_BOUNDED, PROGRAM, Chromium
from conftest import ROOT
from html_write import ANNEX, term, write_page
from printing import build_memento
from pypdf import PdfReader

from clust_cli.core.printing.ast import header, para, words

NPM = shutil.which("npm")
AXE = "axe-core@4.14.1"
AS_IT_WAS = dict(os.environ)
"""The environment before any test: a build of this process sends typst's downloads nowhere, and npm's would follow."""

pytestmark = [
    pytest.mark.pandoc,
    pytest.mark.chromium,
    pytest.mark.skipif(PROGRAM is None or NPM is None, reason="Chromium or npm is not installed: Debian has both"),
    pytest.mark.skipif(IS_BOUNDED, reason="addresses are limited (ulimit -v), and Chromium reserves many"),
]


@pytest.fixture(scope="module")
def axe(tmp_path_factory) -> str:
    """The script of axe-core, fetched for this run and kept nowhere."""
    folder = tmp_path_factory.mktemp("axe")
    told = ""
    for _attempt in range(3):
        try:
            command = [NPM, "pack", "--no-update-notifier", AXE]
            fetched = subprocess.run(
                command, cwd=folder, env=AS_IT_WAS, capture_output=True, text=True, timeout=60, check=False
            )
        except subprocess.TimeoutExpired:
            told = "npm did not answer within a minute"
            continue
        told = fetched.stderr[-200:]
        if not fetched.returncode:
            break
    packed = next(folder.glob("*.tgz"), None)
    if packed is None:
        pytest.skip(f"axe-core could not be fetched: {told}")
    with tarfile.open(packed) as archive:
        script = archive.extractfile("package/axe.min.js")
        assert script is not None
        return script.read().decode()


@pytest.fixture(scope="module")
def page(tmp_path_factory) -> Path:
    """Memento 2, as a page."""
    folder = tmp_path_factory.mktemp("page")
    build_memento(ROOT, 2, folder, formats=("html",))
    return folder / "memento-2.html"


@pytest.fixture(scope="module")
def browser(tmp_path_factory):
    chromium = Chromium(tmp_path_factory.mktemp("profile"))
    yield chromium
    chromium.close()


@pytest.fixture
def window(browser, page) -> Chromium:
    """The page, just opened, on a screen."""
    browser.size(1280)
    browser.media(prefers_reduced_motion="reduce")
    browser.requests.clear()
    browser.complaints.clear()
    browser.open(page)
    return browser


def violations(window: Chromium, axe: str) -> list[str]:
    """What axe-core finds wrong, each rule with the first elements that break it."""
    window.ask(f"{axe};0")
    found = window.ask(
        "axe.run(document, {resultTypes: ['violations']}).then(result => JSON.stringify(result.violations.map("
        "one => [one.id, one.help, ...one.nodes.slice(0, 3).map(node => node.html.slice(0, 300))])))"
    )
    return json.loads(found)


@pytest.mark.parametrize(("width", "media"), [(1280, ""), (320, ""), (1280, "print")])
def test_axe_finds_no_violation(window, axe, width, media):
    window.size(width)
    window.media(media, prefers_reduced_motion="reduce")
    assert violations(window, axe) == []


def test_axe_finds_what_is_wrong(window, axe):
    window.ask("document.querySelector('img').removeAttribute('alt'); document.documentElement.lang = ''")
    assert [one[0] for one in violations(window, axe)] == ["html-has-lang", "image-alt"]


def test_the_page_asks_for_nothing_and_its_policy_is_met(window, page):
    outside = [
        one for one in window.requests if not one.startswith("data:") and one not in (page.as_uri(), "about:blank")
    ]
    assert outside == []
    assert window.complaints == []
    assert window.ask("document.fonts.ready.then(fonts => [...fonts].filter(one => one.status == 'loaded').length)") > 1


def test_its_policy_lets_nothing_else_in(window):
    blocked = """new Promise(done => {
        document.addEventListener('securitypolicyviolation', event => done(event.effectiveDirective), {once: true});
        const image = new Image(); image.src = 'http://127.0.0.1:9/x.png'; document.body.append(image);
    })"""
    assert window.ask(blocked) == "img-src"


CHOOSE = """(title, label) => {
    const box = [...document.querySelectorAll('.filter label')].find(one => one.firstChild.data.trim() == title);
    const select = box.querySelector('select');
    select.value = [...select.options].find(one => one.text == label).value;
    select.dispatchEvent(new Event('change', {bubbles: true}));
}"""
SHOWN = "[...document.querySelectorAll('table.crosstab thead th:not([hidden])')].map(one => one.innerText.trim())"
TOTALS = "[...document.querySelectorAll('table.crosstab tbody tr')].map(one => one.lastElementChild.textContent)"
STATUS = "document.querySelector('.filter [role=status]').textContent"


def choose(window: Chromium, title: str, label: str) -> None:
    window.ask(f"({CHOOSE})({json.dumps(title)}, {json.dumps(label)})")


def test_a_choice_leaves_the_columns_that_have_it_and_says_how_many(window):
    every, before = window.ask(SHOWN), window.ask(TOTALS)
    choose(window, "Régions", "Grand Est")
    assert window.ask(SHOWN) == ["Types d’action", "Langres", "Chaumont", "Bruche", "Total"]
    assert window.ask(STATUS) == "Territoires\u00a0: 3 sur 9"
    choose(window, "Types de territoire", "Rural structuré")
    assert window.ask(SHOWN) == ["Types d’action", "Langres", "Total"]
    assert [one for one in window.ask(TOTALS) if one.isdigit()] == ["0", "1", "1", "1", "0", "1", "0", "1", "0", "0"]
    window.ask("document.querySelector('.filter button').click()")
    assert window.ask(f"new Promise(done => setTimeout(() => done({SHOWN}), 50))") == every
    assert window.ask(TOTALS) == before


def test_axe_finds_no_violation_once_a_choice_is_made(window, axe):
    choose(window, "Régions", "Bretagne")
    assert violations(window, axe) == []


def test_choices_are_made_by_key(window):
    window.ask("document.querySelector('.filter select').focus()")
    window.press("ArrowDown")
    assert window.ask(STATUS).startswith("Territoires")
    window.press("Tab")
    assert window.ask("document.activeElement.matches('.filter select:focus-visible')")


@pytest.mark.parametrize("width", [320, 360, 768, 1024, 1280, 1920])
def test_no_width_makes_the_page_scroll_sideways(window, width):
    window.size(width)
    assert window.ask("document.documentElement.scrollWidth") <= width


def test_the_first_key_leads_to_the_link_that_skips_and_the_next_into_the_text(window):
    window.press("Tab")
    assert window.ask("document.activeElement.className") == "skip"
    assert window.ask("document.activeElement.getBoundingClientRect().top") >= 0
    window.press("Enter")
    assert window.ask("document.activeElement.id") == "main"


def test_a_wide_table_can_be_reached_and_scrolled_by_key(window):
    window.size(320)
    window.ask("document.querySelector('.scroll').focus()")
    assert window.ask("document.activeElement.matches('.scroll:focus-visible')")
    for _ in range(4):
        window.press("ArrowRight")
    moved = "new Promise(done => setTimeout(() => done(document.querySelector('.scroll').scrollLeft), 300))"
    assert window.ask(moved) > 0


def test_without_script_nothing_is_missing(window, page):
    window.send("Emulation.setScriptExecutionDisabled", value=True)
    window.open(page)
    window.send("Emulation.setScriptExecutionDisabled", value=False)
    text = window.ask("document.body.innerText")
    assert "Pays de Thiérache" in text
    assert "À propos de ce mémento" in text


def test_on_paper_each_document_begins_a_page_and_addresses_are_told(window, tmp_path, memento_2):
    window.media("print")
    window.pdf(tmp_path / "page.pdf")
    pages = [re.sub(r"\s+", " ", page.extract_text()) for page in PdfReader(tmp_path / "page.pdf").pages]
    beginnings = [re.sub(r"\W+", "", page[:160].replace("’", "'")) for page in pages]
    titles = [re.sub(r"\W+", "", document.title) for document in memento_2.memento(2).documents]
    assert [one for one in titles if not any(one in page for page in beginnings)] == []
    assert [number for number, page in enumerate(pages, start=1) if len(page) < 20] == []
    assert any("(http://www.reseaurural.fr" in page for page in pages)
    assert "Aller au texte" not in " ".join(pages)


@pytest.fixture(scope="module")
def terms(tmp_path_factory) -> Path:
    """A page with two terms of a glossary and its annex."""
    path = tmp_path_factory.mktemp("terms") / "terms.html"
    line = para([term("EPCI", "epci"), *words(" et "), term("GAL", "gal")])
    path.write_text(
        write_page([header(1, words("Texte"), "texte"), line, header(1, words("Sigles"), "sigles"), ANNEX]),
        encoding="utf-8",
    )
    return path


OPEN = "document.querySelector('.term:popover-open')?.id"
FOCUSED = "document.activeElement.textContent"


def test_a_term_opens_and_closes_by_key_and_focus_comes_back(window, terms):
    window.open(terms)
    window.ask("document.querySelector('button.acronym').focus()")
    window.press("Enter")
    assert window.ask(OPEN) == "term--epci"
    window.press("Tab")
    assert window.ask(FOCUSED) == "Voir dans l’annexe"
    window.press("Escape")
    assert (window.ask(OPEN), window.ask(FOCUSED)) == (None, "EPCI")


def test_a_term_opens_without_script(window, terms):
    window.send("Emulation.setScriptExecutionDisabled", value=True)
    window.open(terms)
    for _ in ("skip", "Texte", "Sigles", "À propos", "EPCI"):
        window.press("Tab")
    window.press("Enter")
    window.send("Emulation.setScriptExecutionDisabled", value=False)
    assert window.ask(OPEN) == "term--epci"


@pytest.mark.parametrize("width", [1280, 320])
def test_axe_finds_no_violation_while_a_pop_up_is_open_and_it_is_in_sight(window, axe, terms, width):
    window.size(width)
    window.open(terms)
    window.ask("document.querySelector('button.acronym').click()")
    assert violations(window, axe) == []
    box = window.ask(f"{OPEN[:-4]}.getBoundingClientRect().toJSON()")
    assert box["left"] >= 0
    assert box["right"] <= width
    assert box["height"] > 0
