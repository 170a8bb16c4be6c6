"""Filters of a cross-table: which columns each choice leaves."""

from __future__ import annotations

from conftest import ROOT
from printing import FILES, FOLDER

from clust_cli.core.counting.axes import find_axis
from clust_cli.core.counting.crosstab import counted_documents, crosstab
from clust_cli.core.printing.filters import Choice, Filter, filters, read, written


def table(workspace, files):
    made = workspace(files)
    documents = counted_documents(made, made.memento(3))
    found = crosstab(made, documents, find_axis(made, "action"), find_axis(made, "territory"))
    return made, documents, found


def with_region(region):
    path = f"{FOLDER}/monographies/pays-b.md"
    return {**FILES, path: FILES[path].replace("[Grand Est]", f"[{region}]")}


def test_a_choice_names_the_columns_that_have_it(workspace):
    assert filters(*table(workspace, with_region("Bretagne"))) == (
        Filter("Régions", (Choice("Grand Est", (0,)), Choice("Bretagne", (1,)))),
    )


def test_a_column_may_have_several_values(workspace):
    [regions] = filters(*table(workspace, with_region("Grand Est, Bretagne")))
    assert regions.choices == (Choice("Grand Est", (0, 1)), Choice("Bretagne", (1,)))


def test_what_is_the_same_for_every_document_leaves_nothing_to_choose(workspace):
    assert filters(*table(workspace, FILES)) == ()


def test_free_values_come_in_the_order_of_the_alphabet(workspace):
    kind = (ROOT / "schemas" / "monography.yaml").read_text(encoding="utf-8")
    own = kind.replace("filters: [territory-type, region, action]", "filters: [cluster, territory]")
    path = f"{FOLDER}/monographies/pays-b.md"
    files = {**FILES, path: FILES[path].replace("name: Réseau,", "name: Écoparc,"), "schemas/monography.yaml": own}
    [clusters] = filters(*table(workspace, files))
    assert [one.label for one in clusters.choices] == ["Écoparc", "Réseau"]


def test_filters_survive_the_attribute_they_travel_in(workspace):
    found = filters(*table(workspace, with_region("Bretagne")))
    assert read(written(found)) == found
    assert written(()) == ""
    assert read("") == ()
