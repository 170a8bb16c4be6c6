"""A memento put together in memory: its order, ids, levels, sheets, tables and links."""

from __future__ import annotations

import json

import pytest
from conftest import ROOT, make_workspace
from printing import FILES, FOLDER, MONOGRAPHY

from clust_cli.core.printing.assemble import Assembly, assemble
from clust_cli.core.printing.ast import Nodes, plain_text, rebuilt
from clust_cli.core.printing.proof import count_marks
from clust_cli.core.printing.publication import Publication
from clust_cli.core.printing.sanitise import sanitise
from clust_cli.core.printing.sheet import SheetLine, sheet
from clust_cli.core.workspace import ImageHeader, Workspace, parse
from clust_cli.shell.packaged import read_packaged_schemas
from clust_cli.shell.pandoc import begin_reading

PHRASES = json.loads((ROOT / "templates" / "phrases.json").read_text(encoding="utf-8"))["fr"]
pytestmark = pytest.mark.pandoc


def assembled(workspace: Workspace, number: int = 3) -> Assembly:
    memento = workspace.memento(number)
    assert memento is not None
    publication = Publication(workspace, memento)
    read = begin_reading(publication).bodies()
    bodies = {path: sanitise(blocks, workspace.by_path[path], workspace).blocks for path, blocks in read.items()}
    return assemble(publication, bodies, PHRASES)


def find(blocks: Nodes, kind: str) -> Nodes:
    found: Nodes = []

    def gather(nodes: Nodes) -> Nodes:
        for node in nodes:
            found.extend([node] if node["t"] == kind else [])
            rebuilt(node, gather, gather)
        return nodes

    gather(blocks)
    return found


def outline(assembly: Assembly) -> list[tuple[int, str, str]]:
    return [(node["c"][0], node["c"][1][0], plain_text(node["c"][2])) for node in find(assembly.blocks, "Header")]


def divs(assembly: Assembly, name: str) -> Nodes:
    return [node for node in find(assembly.blocks, "Div") if node["c"][0][1] == [name]]


@pytest.fixture(scope="module")
def essay() -> Assembly:
    return assembled(make_workspace(FILES))


def test_documents_stand_where_their_block_is_one_level_down(essay):
    assert outline(essay)[:8] == [
        (1, "memento--le-projet", "Le projet"),
        (1, "memento--monographies", "Monographies"),
        (2, "pays-a", "Pays A"),
        (3, "pays-a--presentation", "Présentation"),
        (3, "pays-a--contexte", "Contexte"),
        (3, "pays-a--une-partie", "Une partie"),
        (4, "pays-a--un-detail", "Un détail"),
        (3, "pays-a--conseils-a-d-autres-territoires", "Conseils à d'autres territoires"),
    ]
    assert [document.slug for document in essay.documents] == ["pays-a", "pays-b", "regard"]


def test_every_id_is_the_only_one_of_its_name(essay):
    ids = [id for _level, id, _text in outline(essay)]
    assert len(ids) == len(set(ids))


def test_links_between_files_become_links_inside_the_output(essay):
    targets = {plain_text(node["c"][1]): node["c"][2][0] for node in find(essay.blocks, "Link")}
    assert targets["le Pays A"] == "#pays-a"
    assert targets["son contexte"] == "#pays-a--contexte"
    assert targets["regard"] == "#regard"


def test_the_cross_table_has_a_linked_mark_for_each_document_of_each_cell(essay):
    [table] = divs(essay, "crosstab")
    marks = [node["c"][2][0] for node in find([table], "Link") if plain_text(node["c"][1]) == "•"]
    assert marks == ["#pays-a--p-3", "#pays-b--p-3"]
    assert count_marks(essay.blocks) == len(marks) + 1  # and the legend's


def test_the_cross_table_has_a_row_of_totals_only_where_a_column_has_several_documents(essay):
    def last_row(assembly):
        return plain_text(cell for cell in divs(assembly, "crosstab")[0]["c"][1][0]["c"][4][0][3][-1][1][0][4])

    twice = MONOGRAPHY.format(id="pays-a", short="A", title="Pays A bis")
    shared = assembled(make_workspace({**FILES, f"{FOLDER}/monographies/pays-a-bis.md": twice}))
    assert last_row(essay) != "Total"
    assert last_row(shared) == "Total"


def test_the_sheet_stands_under_the_heading_made_for_it(essay):
    section = divs(essay, "section")[0]
    assert section["c"][0][2] == [["id", "presentation"]]
    assert [node["t"] for node in section["c"][1]] == ["Header", "Div"]


def test_a_document_without_that_heading_has_its_sheet_under_its_title():
    files = {
        **FILES,
        f"{FOLDER}/monographies/pays-a.md": FILES[f"{FOLDER}/monographies/pays-a.md"].replace("## Présentation\n", ""),
    }
    essay = assembled(make_workspace(files))
    opening = essay.blocks.index(divs(essay, "opening")[0])
    assert essay.blocks[opening + 1]["c"][0][1] == ["card"]


def test_a_card_holds_the_badges_of_the_kind_and_the_sheet(essay):
    card = divs(essay, "card")[0]
    assert [node["c"][0][1] for node in card["c"][1]] == [["badges"], ["sheet"]]
    assert plain_text([divs(essay, "badges")[0]]) == "Types d'actionGTEC"


def test_the_logo_of_a_territory_stands_in_its_card_as_large_as_the_margin_takes_it():
    path = f"{FOLDER}/monographies/pays-a.md"
    files = {**FILES, path: FILES[path].replace("  short:", "  logo: a.png\n  short:")}
    headers = {f"{FOLDER}/monographies/a.png": ImageHeader("png", 600, 200, 900)}
    workspace = parse({name: text.encode() for name, text in files.items()}, read_packaged_schemas(), headers)
    [crest] = divs(assembled(workspace), "crest")
    [shown] = find([crest], "Image")
    assert shown["c"][0][2] == [["width", "31.0mm"]]
    assert plain_text(shown["c"][1]) == "Logo\u00a0: Pays A"
    lost = parse({name: text.encode() for name, text in files.items()}, read_packaged_schemas(), {})
    assert divs(assembled(lost), "crest") == []


def test_a_chapter_that_holds_several_documents_opens_with_its_first_words(essay):
    assert [plain_text(part["c"][1]) for part in divs(essay, "part")] == ["Monographies"]


def test_the_only_document_of_a_chapter_stands_on_the_page_of_its_heading(essay):
    view = divs(essay, "opening")[-1]
    assert plain_text([view["c"][1][-1]]) == "Vu d'ailleurs"
    assert ["page", "same"] in view["c"][0][2]


def test_the_sheet_prints_labels_agreement_and_grouped_numbers():
    workspace = make_workspace(FILES)
    lines = {line.label: line.values for line in sheet(workspace.by_id["03/pays-a"], workspace.vocabularies)}
    assert lines["Région"] == ("Grand Est",)
    assert lines["Ville centre"] == ("Langres (entre deux villes)",)
    assert lines["Structure porteuse"] == (
        "PETR (pôle d'équilibre territorial et rural, depuis 2016), auparavant association",
    )
    assert lines["Président"] == ("Charles Un",)
    assert lines["Directrice"] == ("Sophie Deux",)
    assert lines["Type de territoire"] == ("Rural structuré",)
    assert lines["Entretien"] == ("Élise Trois", "Paul Quatre")
    assert lines["Habitants"] == ("46\u202f462 (2015)",)
    assert lines["EPCI"] == ("6 en 2016, 4 en 2017",)
    assert "Création" not in lines


def test_a_label_that_begins_a_row_takes_a_capital_and_a_name_does_not():
    path = f"{FOLDER}/monographies/pays-a.md"
    text = FILES[path].replace("form: petr", "form: association").replace("name: Réseau", "name: eReseau")
    workspace = make_workspace({**FILES, path: text})
    lines = {line.label: line.values for line in sheet(workspace.by_id["03/pays-a"], workspace.vocabularies)}
    assert lines["Structure porteuse"] == ("Association (depuis 2016), auparavant association",)
    assert lines["Clusters et réseaux"][0].startswith("eReseau")


def test_entries_with_a_comma_of_their_own_have_a_line_each():
    workspace = make_workspace(FILES)
    lines = sheet(workspace.by_id["03/pays-a"], workspace.vocabularies)
    assert (
        SheetLine("Clusters et réseaux", ("Réseau — fondation par le territoire, hébergement par le territoire",))
        in lines
    )


def test_an_expert_view_has_its_kicker_author_and_quote(essay):
    assert plain_text(divs(essay, "opening")[2]["c"][1][:1]) == "Regard d'ailleurs"
    assert plain_text(divs(essay, "author")) == "Jean Loin, experte, Ailleurs"
    assert plain_text(divs(essay, "pull")) == "Il faut voir."


def test_codes_and_comments_are_gone(essay):
    text = plain_text(essay.blocks)
    assert "#" not in text
    assert "une-action" not in text


def test_a_document_that_cannot_be_read_becomes_a_page_that_says_so():
    files = {**FILES, f"{FOLDER}/monographies/pays-b.md": b"\xff\xfe"}
    essay = assembled(make_workspace(files))
    assert [document.slug for document in essay.documents] == ["pays-a", "pays-b", "regard"]
    assert "monographies/pays-b.md" in plain_text(divs(essay, "notice"))


def test_a_memento_without_its_own_file_still_lists_its_documents():
    files = {path: text for path, text in FILES.items() if not path.endswith("memento.md")}
    essay = assembled(make_workspace(files))
    assert {document.slug for document in essay.documents} == {"pays-a", "pays-b", "regard"}


def test_a_note_that_calls_itself_never_reaches_pandoc():
    trap = FILES[f"{FOLDER}/regards/regard.md"] + "\nPiège[^1]\n\n[^1]: encore[^1]\n"
    essay = assembled(make_workspace({**FILES, f"{FOLDER}/regards/regard.md": trap}))
    assert "regard.md" in plain_text(divs(essay, "notice"))


def test_two_files_whose_names_fold_alike_keep_two_labels():
    files = {
        **FILES,
        f"{FOLDER}/monographies/pays a.md": FILES[f"{FOLDER}/monographies/pays-a.md"].replace("Pays A", "Autre"),
    }
    ids = [id for _level, id, _text in outline(assembled(make_workspace(files)))]
    assert len(ids) == len(set(ids))
