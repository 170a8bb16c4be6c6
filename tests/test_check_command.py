"""`clust check` from the command line: what it prints in each format, what it looks at, how it exits."""

from __future__ import annotations

import json

import pytest
from rule_cases import MEMENTO, MONOGRAPHY, SHEET, base_files

from clust_cli.cli.main import run

FAULTY = {
    SHEET: (b"Un ancien", b"Un <b>ancien</b>"),  # an error
    MONOGRAPHY: (b"communes: 172", b"communes:"),  # a warning
    MEMENTO: (b"number: 2", b'number: "2"'),  # nothing
}
NOTED = {MONOGRAPHY: (b"value: 46462", b"value: 46 462")}


@pytest.fixture
def folder(tmp_path):
    """Write the base, with some passages changed, into a folder."""

    def write(changes, more=None):
        files = {**base_files(), **(more or {})}
        for path, (old, new) in changes.items():
            files[path] = files[path].replace(old, new)
        for path, data in files.items():
            (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / path).write_bytes(data)
        return tmp_path

    return write


@pytest.fixture
def clust(capsys, monkeypatch):
    """Run clust; its status, what it printed, and what it complained of."""
    monkeypatch.delenv("CLUST_LANG", raising=False)

    def call(*arguments, lang="fr"):
        status = run([*map(str, arguments), "--lang", lang])
        out, err = capsys.readouterr()
        return status, out, err

    return call


def rules(out):
    return [one["rule"] for one in json.loads(out)["diagnostics"]]


def test_a_clean_collection_exits_with_0(folder, clust):
    status, out, err = clust("check", "-C", folder({}))
    assert (status, err) == (0, "")
    assert out == "documents\u00a0: 3 · erreurs\u00a0: 0 · avertissements\u00a0: 0 · remarques\u00a0: 0\n"


@pytest.mark.parametrize("format", ["text", "json", "github"])
def test_an_error_exits_with_1_in_every_format(folder, clust, format):
    assert clust("check", "-C", folder(FAULTY), "--format", format)[0] == 1


@pytest.mark.parametrize("format", ["text", "json", "github"])
def test_a_warning_exits_with_0_and_with_1_once_strict(folder, clust, format):
    where = folder({MONOGRAPHY: FAULTY[MONOGRAPHY]})
    assert clust("check", "-C", where, "--format", format)[0] == 0
    assert clust("check", "-C", where, "--format", format, "--strict")[0] == 1


def test_strict_never_touches_notes(folder, clust):
    status, out, _err = clust("check", "-C", folder(NOTED), "--strict", "--format", "json")
    assert status == 0
    assert json.loads(out)["summary"] == {"documents": 3, "errors": 0, "warnings": 0, "notes": 1}


def test_the_json_is_that_of_the_contract(folder, clust):
    gap = (b"status: draft\n", b'status: draft\ngaps:\n  territory.communes: "le nombre change"\n')
    where = folder({SHEET: FAULTY[SHEET], MONOGRAPHY: gap})
    text = (where / MONOGRAPHY).read_bytes().replace(b"communes: 172", b"communes:")
    accepted = b'accepted: [{rule: department-outside-region, what: "76", reason: "vu"}]\ngaps:\n'
    text = text.replace(b"gaps:\n", accepted).replace(b'["52"]', b'["52", "76"]')
    (where / MONOGRAPHY).write_bytes(text)
    status, out, _err = clust("check", "-C", where, "--format", "json", lang="en")
    assert status == 1
    assert json.loads(out) == {
        "version": 1,
        "diagnostics": [
            {
                "rule": "raw-html",
                "severity": "error",
                "path": SHEET,
                "line": 10,
                "column": 4,
                "end_line": 10,
                "end_column": 7,
                "message": "“<b>” is HTML, which is not printed",
                "hint": "use Markdown: **bold**, *italics*, - lists; or delete it",
            }
        ],
        "gaps": [{"path": MONOGRAPHY, "what": "territory.communes", "reason": "le nombre change"}],
        "accepted": [{"path": MONOGRAPHY, "rule": "department-outside-region", "what": "76", "reason": "vu"}],
        "summary": {"documents": 3, "errors": 1, "warnings": 0, "notes": 0},
    }


def test_github_gets_one_command_a_diagnostic(folder, clust):
    _status, out, _err = clust("check", "-C", folder(FAULTY), "--format", "github", lang="en")
    assert out.splitlines() == [
        f"::error file={SHEET},line=10,col=4,endLine=10,endColumn=7,title=raw-html::“<b>” is HTML, which is not "
        "printed%0Ause Markdown: **bold**, *italics*, - lists; or delete it",
        f"::warning file={MONOGRAPHY},line=19,col=3,endLine=19,endColumn=11,title=unfilled-field::Communes "
        "(territory.communes) is not filled in%0Awrite its value after the colon; if it cannot be had, declare it in "
        "“gaps” with the reason",
        "documents: 3 · errors: 1 · warnings: 1 · notes: 0",
    ]


HOSTILE = [
    "::error::faux",
    "%0A::add-mask::secret",
    "100%",
    "a\x1b[31mrouge",
    "a\u202eegnahc",
    "a\u2028::error::b",
    "a\x85b",
    "a\u200bb",
    "\ufeffb",
]


@pytest.mark.parametrize("word", HOSTILE, ids=ascii)
@pytest.mark.parametrize("format", ["text", "json", "github"])
def test_hostile_text_orders_nothing_and_moves_nothing(folder, clust, word, format):
    where = folder(
        {SHEET: (b"status: draft", f"status: '{word}'".encode()), MEMENTO: (b"[pays", f"['{word}', pays".encode())}
    )
    body = (where / SHEET).read_bytes() + f"\n[{word}](file://{word})\n\n```{word}\n```\n\n<{word}>\n".encode()
    (where / SHEET).write_bytes(body)
    _status, out, err = clust("check", "-C", where, "--format", format)
    assert not err
    for line in out.split("\n"):
        assert not [letter for letter in line if not letter.isprintable() and letter not in "\u00a0\u202f"]
    if format == "github":
        assert all(line.startswith(("::error file=", "::warning file=", "documents")) for line in out.splitlines())
        assert all(line.count("::") >= 2 for line in out.splitlines()[:-1])


def test_a_hostile_path_stays_inside_its_property(folder, clust):
    path = "mementos/02-essai/fiches/a,line=1::error::b%0A.md"
    where = folder({}, {path: base_files()[SHEET].replace(b"Un ancien", b"Un <b>")})
    _status, out, _err = clust("check", "-C", where, "--format", "github")
    [line] = [line for line in out.splitlines() if line.startswith("::")]
    assert line.startswith("::error file=mementos/02-essai/fiches/a%2Cline=1%3A%3Aerror%3A%3Ab%250A.md,line=10,")


def test_a_path_limits_what_is_told(folder, clust):
    where = folder(FAULTY)
    assert rules(clust("check", SHEET, "-C", where, "--format", "json")[1]) == ["raw-html"]
    assert rules(clust("check", "mementos/02-essai/monographies", "-C", where, "--format", "json")[1]) == [
        "unfilled-field"
    ]
    assert len(rules(clust("check", ".", "-C", where, "--format", "json")[1])) == 2


def test_a_path_is_read_from_the_folder_of_dash_c(folder, clust):
    where = folder(FAULTY)
    _status, out, _err = clust("check", "tiers-lieu.md", "-C", where / "mementos/02-essai/fiches", "--format", "json")
    assert rules(out) == ["raw-html"]


def test_a_path_that_does_not_exist_or_lies_outside_is_refused(folder, clust):
    where = folder(FAULTY)
    assert clust("check", "rien.md", "-C", where)[::2] == (
        2,
        "clust: «\u00a0rien.md\u00a0» n'existe pas\n       vérifiez son nom, ou donnez un dossier\n",
    )
    status, out, err = clust("check", "..", "-C", where)
    assert (status, out) == (2, "")
    assert "hors de la collection" in err


def test_a_memento_limits_what_is_told(folder, clust):
    other = base_files()[MEMENTO].replace(b"number: 2", b"number: 4").replace(b"order: [pays-d-essai]\n", b"")
    where = folder(FAULTY, {"mementos/03-autre/memento.md": other})
    assert rules(clust("check", "--memento", "3", "-C", where, "--format", "json")[1]) == ["memento-number-mismatch"]
    assert len(rules(clust("check", "--memento", "2", "-C", where, "--format", "json")[1])) == 2
    status, _out, err = clust("check", "--memento", "9", "-C", where)
    assert status == 2
    assert "2 (Clusters et territoires), 3 (Clusters et territoires)" in err


def test_rule_and_ignore_choose_what_is_told(folder, clust):
    where = folder(FAULTY)
    assert rules(clust("check", "--rule", "raw-html", "-C", where, "--format", "json")[1]) == ["raw-html"]
    status, out, _err = clust("check", "--ignore", "raw-html", "-C", where, "--format", "json")
    assert (status, rules(out)) == (0, ["unfilled-field"])
    both = clust("check", "--rule", "raw-html", "--rule", "unfilled-field", "-C", where, "--format", "json")
    assert len(rules(both[1])) == 2


@pytest.mark.parametrize("option", ["--rule", "--ignore"])
def test_an_unknown_rule_is_told_with_the_nearest(folder, clust, option):
    status, out, err = clust("check", option, "raw-htm", "-C", folder({}))
    assert (status, out) == (2, "")
    told = f"clust: {option} : « raw-htm » n'est pas connu ; vouliez-vous dire « raw-html » ?"
    assert err.replace("\u00a0", " ").startswith(told)


def test_an_unknown_format_is_told_with_those_there_are(folder, clust):
    status, _out, err = clust("check", "--format", "xml", "-C", folder({}))
    assert status == 2
    assert "text, json, github" in err


def test_outside_a_collection_nothing_can_be_checked(tmp_path, clust):
    status, out, err = clust("check", "-C", tmp_path)
    assert (status, out) == (2, "")
    assert "clust.yaml" in err


def test_a_folder_that_does_not_exist_is_told(tmp_path, clust):
    status, out, err = clust("check", "-C", tmp_path / "rien")
    assert (status, out) == (2, "")
    assert "rien" in err


def test_a_symbolic_link_is_told_and_never_read(folder, clust, tmp_path_factory):
    secret = tmp_path_factory.mktemp("ailleurs") / "secret.md"
    secret.write_text("mot de passe", encoding="utf-8")
    where = folder({})
    try:
        (where / "mementos/02-essai/fiches/lien.md").symlink_to(secret)
    except OSError:
        pytest.skip("this system lets nobody make symbolic links")
    status, out, _err = clust("check", "-C", where)
    assert status == 1
    assert "[symbolic-link]" in out
    assert "mot de passe" not in out


def test_only_the_documents_asked_for_are_counted(folder, clust):
    _status, out, _err = clust("check", SHEET, "-C", folder(FAULTY), "--format", "json")
    assert json.loads(out)["summary"]["documents"] == 1
