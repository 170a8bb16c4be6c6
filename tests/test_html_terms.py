"""Terms of the glossary on the page: where they are buttons, what these open, and that no script is needed."""

from __future__ import annotations

from html_page import Element, parse_page
from html_write import ANNEX, PHRASES, entry, term

from clust_cli.core.printing.ast import Node, Nodes, div, header, para, words
from clust_cli.core.printing.dress.html.blocks import BlockWriter
from clust_cli.core.printing.dress.html.terms import Terms, entries_of


def page(*blocks: Node) -> Element:
    tree: Nodes = [*blocks, ANNEX]
    terms = Terms(entries_of(tree), PHRASES)
    writer = BlockWriter({}, PHRASES, {}, {}, terms)
    return parse_page(writer.blocks(tree) + terms.popups(writer.blocks))


def test_a_term_is_a_button_that_opens_what_the_annex_says():
    found = page(para([*words("Les "), term("EPCI", "epci")]))
    [button] = found.all("button")
    assert button.text == "EPCI"
    [popup] = [one for one in found.walk() if "popover" in one.attributes]
    assert button.attributes["popovertarget"] == popup.attributes["id"] == "term--epci"
    assert popup.text.split("\n") == ["", "EPCI : établissement public", "Ce que dit la loi.", "Voir dans l’annexe", ""]
    assert popup.all("a")[0].attributes["href"] == "#glossary--epci"


def test_a_screen_reader_is_told_the_first_line_only():
    found = page(para([term("EPCI", "epci")]))
    described = found.all("button")[0].attributes["aria-describedby"]
    [means] = [one for one in found.walk() if one.attributes.get("id") == described]
    assert means.text == "EPCI : établissement public"


def test_a_term_is_offered_once_under_each_heading():
    line = para([term("EPCI", "epci"), *words(" et "), term("EPCI", "epci"), *words(" "), term("GAL", "gal")])
    found = page(line, line, header(2, words("Suite"), "suite"), line)
    assert [one.text for one in found.all("button")] == ["EPCI", "GAL", "EPCI", "GAL"]
    assert len([one for one in found.walk() if "popover" in one.attributes]) == 2


def test_no_line_breaks_between_a_button_and_the_signs_beside_it():
    found = page(
        para([*words("l’"), term("EPCI", "epci"), *words(" :"), *words(" ("), term("GAL", "gal"), *words(") et")])
    )
    kept = [one.text for one in found.all("span") if one.attributes.get("class") == "unbroken"]
    assert kept == ["l’EPCI", "(GAL)"]
    spaced = page(para([*words("("), term("un GAL", "gal"), *words(")")]))
    assert spaced.all("button")
    assert spaced.all("span") == []


def test_a_term_without_an_entry_is_plain_words():
    found = page(para([term("XYZ", "xyz")]))
    assert found.all("button") == []
    assert found.all("p")[0].text == "XYZ"


def test_a_term_inside_an_entry_opens_no_other_pop_up():
    inner = entry("leader", "LEADER")
    inner["c"][1].append(para([term("GAL", "gal")]))
    found = page(para([term("LEADER", "leader")]), header(2, words("Annexe"), "annexe"), div("glossary", [inner]))
    popups = [one for one in found.walk() if "popover" in one.attributes]
    assert [one.attributes["id"] for one in popups] == ["term--leader", "term--gal"]
    assert popups[0].all("button") == []
