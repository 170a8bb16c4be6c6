"""`clust new` and `clust new-monography`: what is written, where, and when nothing is."""

import shutil
from pathlib import Path

import pytest
from conftest import CLUST_YAML

from clust_cli.cli.main import run
from clust_cli.shell.files import read_disk

MEMENTO = (
    "---\nkind: memento\nedition: 1\ntitle: Eau\nstatus: {status}\nnumber: {number}\nauthors: [{{name: A}}]\n---\n"
)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A collection with one memento in draft and one published."""
    monkeypatch.setenv("CLUST_LANG", "en")
    (tmp_path / "clust.yaml").write_text(CLUST_YAML, encoding="utf-8")
    for number, status in ((4, "draft"), (5, "published")):
        memento = tmp_path / f"mementos/{number:02}-eau-{number}/memento.md"
        memento.parent.mkdir(parents=True)
        memento.write_text(MEMENTO.format(status=status, number=number), encoding="utf-8")
    return tmp_path


def clust(folder: Path, *arguments: str) -> int:
    return run(["-C", str(folder), *arguments])


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_monography_is_written_in_its_memento_and_the_next_step_is_told(folder, capsys):
    assert clust(folder, "new-monography", "Pays d'Essai", "--memento", "5") == 0
    path = "mementos/05-eau-5/monographies/pays-d-essai.md"
    assert capsys.readouterr().out == f"{path}\nComplete it, then run: clust check {path}\n"
    assert read_disk(folder).parse().by_path[path].title == "Pays d'Essai"


def test_without_a_memento_the_only_one_in_draft_is_taken(folder):
    assert clust(folder, "new", "expert-view", "Vu d'ailleurs") == 0
    assert "mementos/04-eau-4/regards/vu-d-ailleurs.md" in files(folder)


def test_a_memento_makes_its_own_folder_under_the_next_free_number(folder):
    assert clust(folder, "new", "memento", "Forêt & bois") == 0
    assert clust(folder, "new", "memento", "Alimentation", "--memento", "3") == 0
    written = read_disk(folder).parse()
    assert written.by_path["mementos/06-foret-bois/memento.md"].value("number") == 6
    assert written.by_path["mementos/03-alimentation/memento.md"].value("number") == 3


def test_a_second_run_refuses_and_changes_nothing(folder, capsys):
    clust(folder, "new-monography", "Essai")
    before = files(folder)
    assert clust(folder, "new-monography", "ESSAI !", "--set", "territory.main_town=Langres") == 2
    assert files(folder) == before
    assert "already exists; nothing was changed" in capsys.readouterr().err


def test_a_name_that_another_document_of_the_memento_bears_is_refused(folder):
    clust(folder, "new", "expert-view", "Essai")
    assert clust(folder, "new-monography", "Essai") == 2
    assert clust(folder, "new-monography", "Memento") == 2


def test_settings_and_answers_are_typed_by_the_kind_and_settings_come_last(folder, tmp_path):
    answers = tmp_path / "réponses.yaml"
    answers.write_text(
        "territory: {main_town: Reims, communes: 17 2, departments: [01]}\nsections:\n  context: |\n    Un texte.\n",
        encoding="utf-8",
    )
    answers.write_text(answers.read_text("utf-8").replace("17 2", "172"), encoding="utf-8")
    settings = ["territory.main_town=Langres", "territory.regions=[Grand Est, Bretagne]", "territory.regions=Corse"]
    settings += ["people[0].name=A: b", "people[0].role=president", "territory.population={value: 46 462, year: 2015}"]
    flags = [word for setting in settings for word in ("--set", setting)]
    assert clust(folder, "new-monography", "Essai", "--answers", str(answers), *flags) == 0
    document = read_disk(folder).parse().by_id["04/essai"]
    assert document.values["territory"] == {
        "id": "essai",
        "main_town": "Langres",
        "regions": ["Grand Est", "Bretagne", "Corse"],
        "departments": ["01"],
        "population": {"value": 46462, "year": 2015},
        "communes": 172,
    }
    assert document.values["people"] == [{"name": "A: b", "role": "president"}]
    assert document.section_of(document.kind.sections[1]).text.strip() == "Un texte."


REFUSED = {
    "kind": (["new", "monograhy", "Essai"], "did you mean “monography”?"),
    "memento": (["new-monography", "Essai", "--memento", "9"], "4 (Eau), 5 (Eau)"),
    "name": (["new-monography", "…"], "gives no file name"),
    "taken": (["new", "memento", "Essai", "--memento", "4"], "memento 4 already exists"),
    "number": (["new", "memento", "Essai", "--memento", "120"], "from 1 to 99"),
    "field": (["new-monography", "Essai", "--set", "main_town=x"], "did you mean “territory.main_town”?"),
    "form": (["new-monography", "Essai", "--set", "main_town"], "FIELD=VALUE"),
    "type": (["new-monography", "Essai", "--set", "territory.communes=dix"], "“dix” is no whole number"),
    "value": (["new-monography", "Essai", "--set", "territory.regions=Bretange"], "did you mean “Bretagne”?"),
    "range": (["new-monography", "Essai", "--set", "territory.communes=99999"], "not between 1 and 2000"),
    "brackets": (["new-monography", "Essai", "--set", "territory.regions=[a"], "nothing was written"),
    "fixed": (["new-monography", "Essai", "--set", "kind=memento"], "clust fills in “kind” by itself"),
    "title": (["new-monography", "E" * 201], "nothing was written"),
    "answers": (["new-monography", "Essai", "--answers", "absent.yaml"], "“absent.yaml” does not exist"),
    "terminal": (["new-monography", "Essai", "--interview"], "needs a terminal"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_used_is_told_and_nothing_is_written(case, folder, capsys):
    arguments, sentence = REFUSED[case]
    before = files(folder)
    assert clust(folder, *arguments) == 2
    assert sentence in capsys.readouterr().err
    assert files(folder) == before


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("titel: x\n", "answers.yaml:1: there is no field “titel”; did you mean “title”?"),
        ("title: x y\ntitle: z\n", "answers.yaml:2:"),
        ("sections: {contxt: x}\n", "did you mean “context”?"),
        ("title: [a\n", "answers.yaml:1:"),
        ("kind: memento\n", "clust fills in “kind” by itself"),
    ],
)
def test_a_fault_in_the_answers_file_is_told_at_its_line(text, sentence, folder, capsys, monkeypatch):
    monkeypatch.chdir(folder)
    (folder / "answers.yaml").write_text(text, encoding="utf-8")
    before = files(folder)
    assert clust(folder, "new-monography", "Essai", "--answers", "answers.yaml") == 2
    assert sentence in capsys.readouterr().err
    assert files(folder) == before


def test_without_any_memento_in_draft_the_mementos_are_listed(folder, capsys):
    shutil.rmtree(folder / "mementos/04-eau-4")
    assert clust(folder, "new-monography", "Essai") == 2
    assert "there are: 5 (Eau)" in capsys.readouterr().err


def test_a_kind_of_the_workspaces_own_needs_no_python(folder):
    (folder / "schemas").mkdir()
    (folder / "schemas/project.yaml").write_text(
        "format: 1\nkind: project\nedition: 1\nextends: document\ntitle: Project\nfolder: projets\n"
        "fields:\n  type: object\n  required: [budget]\n  properties:\n"
        "    budget: {type: integer, title: Budget, description: In euros.}\n"
        "sections:\n  - {id: aims, heading: Aims, required: true, prompt: What for.}\n",
        encoding="utf-8",
    )
    assert clust(folder, "new", "project", "Halle", "--set", "budget=12 000") == 0
    document = read_disk(folder).parse().by_id["04/halle"]
    assert (document.path, document.value("budget")) == ("mementos/04-eau-4/projets/halle.md", 12000)


def test_a_monography_of_a_memento_that_is_not_there_says_how_to_begin_it(folder, capsys):
    before = files(folder)
    assert clust(folder, "new-monography", "Pays d'Essai", "--memento", "3") == 2
    assert 'begin it first: clust new memento "…" --memento 3\n' in capsys.readouterr().err
    assert files(folder) == before


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("explain", "unknown-valu"), "RÈGLE : « unknown-valu » n'est pas connu"),
        (("schema", "monographi"), "MODÈLE : « monographi » n'est pas connu"),
        (("new", "monographi", "A"), "MODÈLE : « monographi » n'est pas connu"),
        (("vocabulary", "list", "action-type"), "VOCABULAIRE : « action-type » n'est pas connu"),
        (("completion", "bach"), "INTERPRÉTEUR : « bach » n'est pas connu"),
    ],
)
def test_what_a_word_stands_for_is_named_in_french(folder, capsys, words, told):
    assert clust(folder, "--lang", "fr", *words) == 2
    assert told in capsys.readouterr().err.replace("\u00a0", " ")


@pytest.mark.parametrize("words", [("explain", "zzzz"), ("explain", "unknown-valu"), ("check", "--rule", "zzzz")])
def test_an_unknown_rule_does_not_list_them_all(folder, capsys, words):
    assert clust(folder, *words) == 2
    assert capsys.readouterr().err.endswith("       “clust explain” lists the rules\n")


def test_a_table_is_not_written_under_an_ending_that_names_no_format(folder, capsys):
    before = files(folder)
    for name in ("x.docx", "x.PDF"):
        assert clust(folder, "crosstab", "4", "-o", name) == 2
        error = capsys.readouterr().err
        assert f"the ending of “{name}” names no format" in error
        assert "there are: text (.txt), markdown (.md), csv (.csv), xlsx (.xlsx), json (.json), html (.html)" in error
    assert files(folder) == before
