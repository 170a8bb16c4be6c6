"""Maps in their places: before a document's sheet, in the memento's own text, credited in the imprint."""

from __future__ import annotations

import io
import re
import zipfile

import pytest
from conftest import ROOT, make_workspace
from printing import FILES, FOLDER, MONOGRAPHY, build_memento, write_collection

from clust_cli.core.check import check
from clust_cli.core.printing.assemble import assemble
from clust_cli.core.printing.ast import plain_text
from clust_cli.core.printing.dress.pictures import pictures
from clust_cli.core.printing.publication import Publication
from clust_cli.core.workspace import Workspace
from clust_cli.shell.tables import read_outlines, read_table

OWN = f"{FOLDER}/memento.md"
PAYS_B = f"{FOLDER}/monographies/pays-b.md"
MAP = "```map\nkind: monography\nby: territory-type\n```\n"


def with_map(block: str = MAP, **replaced: str) -> dict[str, str]:
    """The tiny collection with a map among the monographies, and other texts in the second one."""
    files = dict(FILES)
    files[OWN] = files[OWN].replace("## Monographies\n", f"## Monographies\n\n{block}")
    for old, new in replaced.items():
        files[PAYS_B] = files[PAYS_B].replace(old, new)
    return files


def assembled(workspace: Workspace, *words: str, outlines=True):
    """The memento with these blocks as its whole text: no pandoc is needed for them."""
    memento = workspace.memento(3)
    fences = [{"t": "CodeBlock", "c": [["", [word], []], ""]} for word in words]
    phrases = read_table("phrases.json", ROOT)["fr"]
    return assemble(Publication(workspace, memento), {OWN: fences}, phrases, read_outlines() if outlines else None)


def told(block: str) -> list[tuple[str, str, str, int]]:
    findings = check(make_workspace(with_map(block)))
    return [
        (one.rule.id, one.variant, str(one.arguments["word"]), one.place.start.line)
        for one in findings.diagnostics
        if one.rule.id in ("unknown-value", "unknown-field", "unknown-block")
    ]


@pytest.mark.parametrize(
    ("block", "fault"),
    [
        ("```map\nkind: monografy\n```\n", ("unknown-value", "", "monografy", 23)),
        ("```map\nkind: expert-view\n```\n", ("unknown-value", "list", "expert-view", 23)),
        ("```map\nby: region\n```\n", ("unknown-value", "list", "", 22)),
        ("```map\nkind: monography\nby: territory-typ\n```\n", ("unknown-value", "", "territory-typ", 24)),
        ("```map\nkind: monography\nof: region\n```\n", ("unknown-field", "list", "of", 24)),
    ],
)
def test_a_wrong_word_of_a_map_is_told_at_its_line(block, fault):
    assert told(block) == [fault]


def test_a_right_map_is_not_told():
    assert told(MAP) == []
    assert told("```map\nkind: monography\n```\n") == []
    assert told("```map\nkind: monography\nby: programme.group\n```\n") == []


def test_each_document_of_a_kind_with_a_map_has_one_before_its_sheet():
    found = assembled(make_workspace(FILES), "crosstab", "documents", "documents")
    alts = [one.alt for one in pictures(found.blocks)]
    assert alts == [
        "Carte de France\u00a0: Pays A. Département marqué\u00a0: Haute-Marne (52).",
        "Carte de France\u00a0: Pays «\u00a0B\u00a0». Département marqué\u00a0: Haute-Marne (52).",
    ]
    assert {one.path for one in pictures(found.blocks)} == set(found.drawings)
    cards = [node["c"][1] for node in found.blocks if node["t"] == "Div" and node["c"][0][1] == ["card"]]
    assert [[node["c"][0][1] for node in card] for card in cards] == [[["map"], ["badges"], ["sheet"]]] * 2


@pytest.mark.parametrize("value", ["[]", "[99]", "{a: b}", "52"])
def test_a_field_that_says_nothing_of_use_makes_no_map(value):
    files = with_map("", **{'["52"]': value})
    found = assembled(make_workspace(files), "crosstab", "documents", "documents")
    assert [one.alt for one in pictures(found.blocks)] == [
        "Carte de France\u00a0: Pays A. Département marqué\u00a0: Haute-Marne (52)."
    ]


def test_a_memento_without_outlines_has_no_map_and_owes_no_credit():
    found = assembled(make_workspace(with_map()), "map", "crosstab", "documents", "documents", outlines=False)
    assert (found.drawings, found.credits, pictures(found.blocks)) == ({}, (), ())


def test_an_overview_numbers_the_documents_and_leads_to_them():
    files = with_map(**{'["52"]': '["76", "80"]', "rural-structure": "pole-urbain-moyen"})
    found = assembled(make_workspace(files), "map", "crosstab", "documents", "documents")
    overview = found.blocks[0]
    assert overview["c"][0][1] == ["overview"]
    image, *legend = overview["c"][1]
    assert pictures([image])[0].alt == (
        "Carte de France\u202f; chaque numéro est placé dans ses départements. "
        "Rural structuré\u00a0: 1 (52)\u202f; Pôle urbain moyen\u00a0: 2 (76, 80)."
    )
    assert [plain_text([node]) for node in legend] == [
        "rond plein Rural structuré", "1 Pays A", "hexagone vide Pôle urbain moyen", "2 Pays « B »",
    ]  # fmt: skip
    assert re.findall(r"'#(pays-\w)'", str(legend)) == ["pays-a", "pays-b"]
    assert len(found.drawings) == 5
    assert "Victor Cazanave" in found.credits[0]


def test_a_map_without_groups_has_a_plain_legend():
    found = assembled(make_workspace(with_map("```map\nkind: monography\n```\n")), "map", "crosstab", "documents")
    _image, *legend = found.blocks[0]["c"][1]
    assert [plain_text([node]) for node in legend] == ["1 Pays A2 Pays « B »"]


def test_a_map_of_nothing_is_left_out():
    files = {path: text for path, text in with_map().items() if "monographies" not in path}
    found = assembled(make_workspace(files), "map", "crosstab", "documents", "documents")
    assert found.drawings == {}


def test_a_document_of_a_memento_may_show_a_map_too():
    files = {
        **FILES,
        f"{FOLDER}/monographies/pays-b.md": MONOGRAPHY.format(title="Pays B", id="pays-b", short="B") + "\n" + MAP,
    }
    workspace = make_workspace(files)
    document = workspace.by_path[PAYS_B]
    phrases = read_table("phrases.json", ROOT)["fr"]
    bodies = {
        OWN: [{"t": "CodeBlock", "c": [["", [word], []], ""]} for word in ("crosstab", "documents")],
        document.path: [{"t": "CodeBlock", "c": [["", ["map"], []], ""]}],
    }
    found = assemble(Publication(workspace, workspace.memento(3)), bodies, phrases, read_outlines())
    assert sum("chaque numéro" in one.alt for one in pictures(found.blocks)) == 1


@pytest.mark.pandoc
def test_maps_are_in_the_pdf_and_in_the_word_document(tmp_path):
    root = write_collection(tmp_path / "one", with_map(**{"rural-structure": "pole-urbain-moyen"}))
    built = build_memento(root, 3, tmp_path / "out")
    with zipfile.ZipFile(io.BytesIO(built["docx"].path.read_bytes())) as archive:
        text = archive.read("word/document.xml").decode()
        relations = archive.read("word/_rels/document.xml.rels").decode()
        drawn = [name for name in archive.namelist() if name.endswith(".svg")]
        types = archive.read("[Content_Types].xml").decode()
        media = [archive.read(name) for name in archive.namelist() if name.startswith("word/media/")]
    assert text.count("Carte de France\u00a0: Pays") >= 2
    assert "Victor Cazanave" in text
    assert sum(data.startswith(b"\x89PNG") for data in media) >= 4
    assert len(drawn) == len(media) // 2
    assert types.count('Extension="svg"') == 1
    assert all(f'Target="{name.removeprefix("word/")}"' in relations for name in drawn)
    shown = set(re.findall(r'<asvg:svgBlip [^>]*r:embed="(\w+)"', text))
    assert shown == set(re.findall(r'Id="(\w+svg)"', relations))
    assert built["pdf"].pages > 3
