"""The codebook: terms listed, added, renamed and merged in a whole collection, all or nothing, and no byte besides."""

from __future__ import annotations

import json

import pytest
from conftest import CLUST_YAML, ROOT

from clust_cli.cli.main import run
from clust_cli.core.check import check
from clust_cli.errors import ClustError
from clust_cli.shell.files import read_disk, write_all

OWN = "schemas/vocabularies/action-types.yaml"
A, B = "mementos/01-x/monographies/a.md", "mementos/01-x/monographies/b.md"
HEAD = "---\nkind: monography\nedition: 1\ntitle: Pays {0}\nstatus: draft\nterritory: {{id: {0}, short: {0}}}\n"
MEMENTO = "mementos/01-x/memento.md"
FILES = {
    "clust.yaml": CLUST_YAML,
    MEMENTO: (
        "---\nkind: memento\nedition: 1\ntitle: Essai\nstatus: draft\nnumber: 1\n---\n\n## Monographies\n\n"
        "```crosstab\nonly: [label, gtec] # les deux\nwhere: 'action=gtec or action=label'\n```\n\n"
        '[Un]{.count of=territory where="action=gtec and not action=label"} seul, '
        '[un]{.count of=territory where="action-code=gtec"} seul.\n'
    ),
    A: HEAD.format("a")
    + "actions:\n  - {type: gtec, title: X} # gtec\n---\n\n## Contexte\n\nLa gtec. #gtec #formations\n",
    B: HEAD.format("b")
    + "actions:\n  - {id: gtec, type: label, title: Y}\n---\n\n## Contexte\n\nUn label. #gtec\n\n`#gtec` https://x.fr/#gtec\n",
}


@pytest.fixture
def folder(tmp_path):
    """A small collection, in a folder with a space and an accent in its name."""
    root = tmp_path / "mémentos d'été"
    write(root, FILES)
    return root


def write(root, files):
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(text if isinstance(text, bytes) else text.encode())


def files(root):
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}


def clust(root, *words, status=0, lang="fr"):
    assert run(["-C", str(root), "--lang", lang, "vocabulary", *words]) == status


def said(capsys, stream="out"):
    """What was printed, its spaces without break as plain ones."""
    return getattr(capsys.readouterr(), stream).replace("\u00a0", " ")


def changed(root, path):
    return (root / path).read_bytes().decode()


def test_a_rename_reaches_fields_codes_queries_and_blocks(folder, capsys):
    clust(folder, "rename", "action-types", "gtec", "gpec")
    assert changed(folder, MEMENTO) == FILES[MEMENTO].replace("gtec", "gpec")
    assert changed(folder, A) == FILES[A].replace("type: gtec", "type: gpec").replace("#gtec", "#gpec")
    assert said(capsys) == (
        "mementos/01-x/memento.md:12: « gtec » devient « gpec »\n"
        "mementos/01-x/memento.md:13: « gtec » devient « gpec »\n"
        "mementos/01-x/memento.md:16: « gtec » devient « gpec »\n"
        "mementos/01-x/memento.md:16: « gtec » devient « gpec »\n"
        "mementos/01-x/monographies/a.md:8: « gtec » devient « gpec »\n"
        "mementos/01-x/monographies/a.md:13: « #gtec » devient « #gpec »\n"
        "schemas/vocabularies/action-types.yaml:49: « gtec » devient « gpec »\n"
        "schemas/vocabularies/action-types.yaml est désormais un fichier de la collection, copié de celui que clust "
        "fournit.\n"
    )


def test_the_id_that_an_action_gives_itself_stays(folder):
    clust(folder, "rename", "action-types", "gtec", "gpec")
    assert changed(folder, B) == FILES[B]


def test_the_copy_of_a_packaged_vocabulary_keeps_every_other_byte(folder):
    packaged = (ROOT / OWN).read_text(encoding="utf-8")
    clust(folder, "rename", "action-types", "gtec", "gpec", "--label", "GPEC d'ici")
    expected = packaged.replace("id: gtec", "id: gpec").replace("label: {fr: GTEC,", "label: {fr: GPEC d'ici,")
    assert changed(folder, OWN) == expected


def test_a_dry_run_shows_and_writes_nothing(folder, capsys):
    before = files(folder)
    clust(folder, "rename", "action-types", "gtec", "gpec", "--dry-run")
    clust(folder, "merge", "action-types", "gtec", "label", "--drop", "--dry-run")
    clust(folder, "add", "action-types", "fablab", "--label", "Fablab", "--dry-run")
    assert files(folder) == before
    told = said(capsys)
    assert "« gtec » deviendrait « gpec »" in told
    assert "memento.md:12: « gtec » serait retiré" in told
    assert "« - {id: fablab, label: {fr: Fablab}} » serait ajouté" in told


def test_a_merge_leaves_no_list_and_no_passage_with_a_term_twice(folder):
    text = FILES[A].replace("#gtec #formations", "#label #gtec #formations")
    write(folder, {A: text})
    clust(folder, "merge", "action-types", "gtec", "label")
    assert changed(folder, A) == text.replace("type: gtec", "type: label").replace(" #gtec", "")
    assert "only: [label] # les deux\nwhere: 'action=label or action=label'" in changed(folder, MEMENTO)
    assert "    replaced_by: label\n  - id: ptce" in changed(folder, OWN)
    assert not [one for one in check(read_disk(folder).parse()).diagnostics if one.rule.id == "retired-value"]


def test_a_dropped_term_leaves_the_vocabulary_and_those_it_replaced_follow(folder):
    own = (ROOT / OWN).read_text(encoding="utf-8")
    old = "  - {id: gpect, label: GPECT, replaced_by: gtec}  # d'avant\n"
    write(folder, {OWN: own + old})
    clust(folder, "merge", "action-types", "gtec", "label", "--drop")
    left = changed(folder, OWN)
    assert "id: gtec" not in left
    assert left.endswith(old.replace("gtec", "label"))
    start = own.index("  - id: gtec")
    assert left == own[:start] + own[own.index("  - id: ptce") :] + old.replace("gtec", "label")


def test_labels_in_queries_stay_while_they_name_the_term(folder):
    text = FILES[MEMENTO].replace('"action-code=gtec"', "\"action='GTEC'\"")
    write(folder, {MEMENTO: text})
    clust(folder, "rename", "action-types", "gtec", "gpec")
    assert changed(folder, MEMENTO) == text.replace("gtec", "gpec")
    clust(folder, "rename", "action-types", "gpec", "emplois", "--label", "Emplois, compétences")
    assert changed(folder, MEMENTO) == text.replace("gtec", "emplois").replace("GTEC", "emplois")


def test_roles_are_renamed_in_the_register_and_in_a_kind_of_the_collection_s_own(folder, capsys):
    people = "people: [{name: Ada Vive, role: president}]\nactions:"
    write(folder, {A: FILES[A].replace("actions:", people, 1)})
    write(folder, {"names.yaml": "format: 1\npeople:\n  Ada Vive: {roles: [director, 'president']} # president\n"})
    clust(folder, "rename", "roles", "president", "chair", status=2)
    assert said(capsys, "err") == (
        "clust: « president » est nommé dans schemas/monography.yaml, que clust fournit\n"
        "       copiez ce fichier dans le dossier schemas de la collection, puis recommencez\n"
    )
    kind = (ROOT / "schemas/monography.yaml").read_text(encoding="utf-8")
    write(folder, {"schemas/monography.yaml": kind + "# un modèle à nous\n"})
    clust(folder, "rename", "roles", "president", "chair")
    assert "role: chair" in changed(folder, A)
    assert changed(folder, "names.yaml").endswith("{roles: [director, 'chair']} # president\n")
    assert changed(folder, "schemas/monography.yaml") == f"{kind}# un modèle à nous\n".replace(
        "const: president", "const: chair"
    )


def test_a_funder_of_the_collection_s_own_is_reached(folder):
    path = "schemas/funders/feader-2014-2020.yaml"
    text = (ROOT / path).read_text(encoding="utf-8") + "# à nous\n"
    write(folder, {path: text})
    clust(folder, "rename", "programmes", "leader", "leader-2014")
    assert changed(folder, path) == text.replace("is: leader", "is: leader-2014")


def test_accepted_doubts_follow_the_term(folder):
    doubt = "accepted:\n  - {rule: unsupported-action, what: ptce, reason: vu}\n"
    text = FILES[A].replace("actions:\n", f"{doubt}actions:\n  - {{type: ptce, title: Z}}\n")
    write(folder, {A: text})
    clust(folder, "rename", "action-types", "ptce", "pole")
    assert changed(folder, A) == text.replace("ptce", "pole")
    assert "needless-accepted" not in [one.rule.id for one in check(read_disk(folder).parse()).diagnostics]


def test_terms_named_by_free_keys_are_reached(folder):
    vocabulary = "format: 1\nvocabulary: tons\ntitle: Tons\nterms: [{id: vif, label: Vif}, {id: doux, label: Doux}]\n"
    kind = (
        "format: 1\nkind: note\nedition: 1\nextends: document\ntitle: Note\nfolder: notes\nfields:\n  type: object\n"
        "  properties:\n    tons: {type: object, title: Tons, additionalProperties: {type: string, vocabulary: tons}}\n"
    )
    note = '---\nkind: note\nedition: 1\ntitle: Une note\nstatus: draft\ntons:\n  matin: vif\n  vif: "vif" # vif\n---\n'
    path = "mementos/01-x/notes/n.md"
    write(folder, {"schemas/vocabularies/tons.yaml": vocabulary, "schemas/note.yaml": kind, path: note})
    clust(folder, "rename", "tons", "vif", "net")
    assert changed(folder, path) == note.replace("matin: vif", "matin: net").replace('"vif"', '"net"')
    assert changed(folder, "schemas/vocabularies/tons.yaml") == vocabulary.replace("id: vif", "id: net")


def test_a_term_is_added_behind_the_others(folder):
    packaged = (ROOT / OWN).read_text(encoding="utf-8")
    words = ("--label", "Fab : lab", "--short", "Fab", "--group", "services", "--terms", "fablab; atelier partagé")
    clust(folder, "add", "action-types", "fablab", *words, "--definition", "Un atelier.")
    line = (
        '  - {id: fablab, label: {fr: "Fab : lab"}, short: {fr: Fab}, definition: {fr: Un atelier.}, group: services, '
        "terms: [fablab, atelier partagé]}\n"
    )
    assert changed(folder, OWN) == packaged + line
    clust(folder, "list", "action-types")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("rename", "action-type", "a", "b"), "« action-type » n'est pas connu ; vouliez-vous dire « action-types » ?"),
        (("rename", "action-types", "gtc", "b"), "« gtc » n'est pas connu ; vouliez-vous dire « gtec » ?"),
        (("rename", "action-types", "gtec", "ptce"), "« ptce » est déjà un terme de action-types"),
        (("rename", "action-types", "gtec", "pedagogie"), "« pedagogie » est déjà un terme de advice-themes, qui"),
        (("rename", "action-types", "gtec", "Gpéc"), "« Gpéc » n'est pas un identifiant"),
        (("rename", "action-types", "gtec", "null"), "« null » n'est pas un identifiant"),
        (("rename", "statuses", "draft", "x"), "clust lui-même connaît les termes de statuses"),
        (("rename", "funders", "x", "y"), "les termes de funders sont chacun un fichier"),
        (("merge", "action-types", "gtec", "gtec"), "« gtec » ne peut pas être réuni à lui-même"),
        (("merge", "action-types", "gtec", "x"), "action-types : « x » n'est pas connu"),
        (("add", "action-types", "fablab"), "le nouveau terme n'a pas de libellé"),
        (("add", "action-types", "fablab", "--label", "F", "--group", "service"), "--group : « service » n'est pas"),
        (("sort", "action-types"), "il n'y a pas de commande « sort »"),
    ],
)
def test_what_cannot_be_done_is_refused_and_nothing_is_written(folder, capsys, words, told):
    before = files(folder)
    clust(folder, *words, status=2)
    error = said(capsys, "err")
    assert told in error
    assert error.count("\n") == 2
    assert files(folder) == before


@pytest.mark.parametrize(
    ("path", "text", "where"),
    [
        (B, FILES[B].replace("{id: gtec,", "{id: gtec"), f"{B}:8"),
        (B, FILES[B].replace("actions:", "actionz:"), f"{B}:7"),
        (B, FILES[B] + "\n<!-- jamais fermé\n", f"{B}:17"),
        (B, FILES[B].encode() + b"\xff", f"{B}:16"),
        (MEMENTO, FILES[MEMENTO].replace("[label, gtec]", "[label, gtec"), f"{MEMENTO}:12"),
        (MEMENTO, FILES[MEMENTO].replace('"action-code=gtec"', '"cod=gtec"'), f"{MEMENTO}:16"),
        ("names.yaml", "people: [", "names.yaml:1"),
        (OWN, "format: 1\nvocabulary: action-types\n", f"{OWN}:1"),
    ],
)
def test_a_file_that_cannot_be_read_whole_stands_in_the_way(folder, capsys, path, text, where):
    write(folder, {path: text})
    before = files(folder)
    clust(folder, "rename", "action-types", "gtec", "gpec", status=2, lang="en")
    assert capsys.readouterr().err.startswith(f"clust: {where}: what stands there cannot be read or changed surely")
    assert files(folder) == before


def test_a_code_that_would_mean_another_action_is_refused(folder, capsys):
    write(folder, {A: FILES[A].replace("actions:\n", "actions:\n  - {id: gpec, type: label, title: Z}\n")})
    clust(folder, "rename", "action-types", "gtec", "gpec", status=2)
    assert "a.md:8: « gpec » est là l'identifiant d'une action d'un autre type" in said(capsys, "err")


def test_a_query_that_names_an_action_as_well_as_the_term_is_refused(folder, capsys):
    write(folder, {MEMENTO: FILES[MEMENTO].replace("action-code=gtec", "code=gtec")})
    clust(folder, "rename", "action-types", "gtec", "gpec", status=2)
    assert "memento.md:16: ce qui est écrit là ne peut être lu ou changé à coup sûr" in said(capsys, "err")
    clust(folder, "merge", "action-types", "gtec", "label")
    assert 'where="code=label"' in changed(folder, MEMENTO)


def test_a_query_whose_label_would_mean_the_new_term_is_refused(folder):
    write(folder, {MEMENTO: FILES[MEMENTO].replace('"action-code=gtec"', '"action=circuits-courts-ess"')})
    own = (ROOT / OWN).read_text(encoding="utf-8").replace("{fr: Formations,", "{fr: Atelier,")
    write(folder, {OWN: own, MEMENTO: FILES[MEMENTO].replace('"action-code=gtec"', '"action=atelier"')})
    clust(folder, "rename", "action-types", "gtec", "atelier", status=2)


def test_a_change_that_would_make_an_error_is_refused(folder, capsys):
    clusters = "clusters: [{name: N, relations: [hosted, present]}]\nactions:"
    kind = (ROOT / "schemas/monography.yaml").read_text(encoding="utf-8")
    kind = kind.replace("          relations:\n            type: array\n            minItems: 1", "          relations:\n"
                        "            type: array\n            minItems: 2")  # fmt: skip
    ready = FILES[A].replace("status: draft", "status: ready").replace("actions:", clusters, 1)
    write(folder, {A: ready, "schemas/monography.yaml": kind})
    before = files(folder)
    clust(folder, "merge", "cluster-relations", "hosted", "present", status=2)
    assert "a.md:7: le changement ferait une erreur : " in said(capsys, "err")
    assert files(folder) == before


def test_a_folder_that_refuses_leaves_every_file_as_it_was(folder):
    before = files(folder)
    blocked = folder / "schemas" / "vocabularies"
    blocked.parent.mkdir()
    blocked.write_bytes(b"no folder")
    clust(folder, "rename", "action-types", "gtec", "gpec", status=2)
    blocked.unlink()
    assert files(folder) == before


def test_a_write_that_fails_midway_puts_back_what_was_written(tmp_path):
    first, new, last = tmp_path / "a.md", tmp_path / "new.md", tmp_path / "z.md"
    first.write_bytes(b"before")
    last.mkdir()  # no file can take its name
    with pytest.raises(ClustError):
        write_all({first: b"after", new: b"after", last: b"after"})
    assert files(tmp_path) == {"a.md": b"before"}


def test_the_list_counts_documents_and_passages(folder, capsys):
    clust(folder, "list", "action-types", "--format", "json")
    told = json.loads(capsys.readouterr().out)
    counts = {one["id"]: (one["documents"], one["passages"]) for one in told["terms"] if one["documents"]}
    assert counts == {"gtec": (1, 1), "label": (1, 1), "formations": (1, 1)}
    clust(folder, "list", "--format", "json")
    [types] = [one for one in json.loads(capsys.readouterr().out)["vocabularies"] if one["name"] == "action-types"]
    assert (types["terms"], types["codable"], types["own"]) == (18, True, False)
    assert {"kind": "monography", "field": "actions[].type", "axis": None} in types["uses"]


def test_the_list_is_read_by_people(folder, capsys):
    terms = "[{id: vif, label: Vif, group: g, definition: Net.}, {id: net, label: Net, replaced_by: vif}]"
    groups = "groups: [{id: g, label: Forts}]\n"
    vocabulary = f"format: 1\nvocabulary: tons\ntitle: Tons\n{groups}codable: true\nterms: {terms}\n"
    write(folder, {"schemas/vocabularies/tons.yaml": vocabulary, A: FILES[A].replace("#formations", "#vif")})
    clust(folder, "list", "tons")
    assert said(capsys) == (
        "Tons (tons)\n\n"
        "       documents  passages\n"
        "  vif          1         1  Vif [Forts]\n"
        "                              Net.\n"
        "  net          0         0  Net → vif\n"
    )
    clust(folder, "list")
    told = said(capsys)
    assert "tons — Tons\n    termes : 2 · code des passages · fichier de la collection\n" in told
    assert "    monography: actions[].type, axe action-code\n" in told


def test_a_vocabulary_keeps_its_place_when_it_becomes_the_collections_own(folder):
    before = [*read_disk(folder).parse().vocabularies]
    clust(folder, "add", "action-types", "fablab", "--label", "Fablab")
    after = read_disk(folder).parse()
    assert [*after.vocabularies] == before
    assert "fablab" in after.vocabularies["action-types"].by_id
    new = "format: 1\nvocabulary: moods\ntitle: Humeurs\nterms:\n  - {id: gai, label: Gai}\n"
    write(folder, {"schemas/vocabularies/moods.yaml": new})
    assert [*read_disk(folder).parse().vocabularies] == [*sorted([*before[:-1], "moods"]), before[-1]]
