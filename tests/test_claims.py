"""Claims: what prose says of the documents, counted again; and put right without touching another byte."""

from __future__ import annotations

import os

import pytest
from conftest import make_workspace
from hypothesis import given, settings
from hypothesis import strategies as st

from clust_cli.cli.main import run
from clust_cli.core.check import check
from clust_cli.core.counting.claims import claims
from clust_cli.core.reading.markdown import parse_body
from clust_cli.core.writing.claim_fixes import fix_claims

TOLD = "mementos/02-x/regards/avis.md"
HEAD = "---\nkind: expert-view\nedition: 1\ntitle: Avis\nstatus: draft\n---\n\n"
REGIONS = {
    "a": ("Grand Est", "leader"),
    "b": ("Grand Est", "tepcv"),
    "c": ("Bretagne", "leader"),
    "d": ("Corse", "feder"),
}


def monography(name, region, programme, population=1000):
    return (
        f"---\nkind: monography\nedition: 1\ntitle: Pays {name.upper()}\nstatus: draft\nterritory:\n"
        f"  id: pays-{name}\n  short: {name.upper()}\n  regions: [{region}]\n"
        f"  population: {{value: {population}, year: 2015}}\n"
        f"programmes: [{{id: {programme}}}]\n"
        f"---\n\n## Conseils\n\n- Réunir les élus. #soutien-des-elus\n"
    )


def collection(text, more=None):
    files = {f"mementos/02-x/monographies/{name}.md": monography(name, *told) for name, told in REGIONS.items()}
    body = text if isinstance(text, bytes) else (HEAD + text).encode()
    own = "---\nkind: memento\nedition: 1\ntitle: Essai\nstatus: draft\nnumber: 2\n---\n"
    return {"mementos/02-x/memento.md": own, **files, **(more or {}), TOLD: body}


def judged(text, more=None):
    [(_document, _claim, found)] = claims(make_workspace(collection(text, more)))
    return found


@pytest.mark.parametrize(
    "claim",
    [
        '[trois]{.count of=territory where="programme.group=eu"}',
        "[Quatre]{.count of=territory}",
        "[3]{.count of=region}",
        '[2]{.count of=territory where="programme=leader"}',
        "[4\u00a0000]{.sum of=territory field=territory.population.value}",
        '[2000]{.sum of=territory field=territory.population.value where="region=Grand Est"}',
        '[trois quarts]{.share of=territory where="programme.group=eu"}',
        '[**75 %**]{.share of=territory where="programme.group=eu"}',
        '[Trois des quatre]{.share of=territory where="programme.group=eu"}',
        '[la moitié]{.share of=territory where="programme=leader" among="region=Grand Est"}',
        '[A, C et D]{.list of=territory where="programme.group=eu"}',
        '[les Pays A, C et le Pays D]{.list of=territory where="programme.group=eu"}',
        '[Tous les territoires]{.all of=territory where="advice-theme=soutien-des-elus"}',
        '[le Pays A et C]{.example of=territory where="programme.group=eu"}',
        '[A, C et D]{.example of=territory where="programme.group=eu"}',
        '[la plupart]{.most of=territory where="programme.group=eu"}',
        '[plusieurs]{.several of=territory where="programme=leader"}',
        '[aucun]{.none of=territory where="region=Normandie"}',
    ],
)
def test_what_is_so_is_not_told(claim):
    assert judged(f"Ici {claim} ou presque.").holds


@pytest.mark.parametrize(
    ("claim", "actual", "behind"),
    [
        ('[quatre]{.count of=territory where="programme.group=eu"}', "trois", ("A", "C", "D")),
        ('[12]{.count of=territory where="region=Corse"}', "1", ("D",)),
        ("[9 000]{.sum of=territory field=territory.population.value}", "4 000", ("A", "B", "C", "D")),
        ('[66 %]{.share of=territory where="programme.group=eu"}', "75 %", ("A", "C", "D")),
        ('[6 des 9]{.share of=territory where="programme.group=eu"}', "3 des 4", ("A", "C", "D")),
        ('[Tous]{.all of=territory where="programme.group=eu"}', "", ("A", "C", "D")),
        ('[la plupart]{.most of=territory where="programme=leader"}', "", ("A", "C")),
        ('[A et B]{.example of=territory where="programme.group=eu"}', "", ("B",)),
    ],
)
def test_what_is_not_so_is_told_with_the_documents_behind(claim, actual, behind):
    found = judged(f"Ici {claim} ou presque.")
    assert (found.holds, found.actual, found.behind) == (False, actual, behind)


def test_two_monographies_of_one_territory_are_one():
    second = {"mementos/02-x/monographies/a2.md": monography("a", "Grand Est", "leader", 5)}
    assert judged("[quatre]{.count of=territory}", second).holds
    assert judged("[4000]{.sum of=territory field=territory.population.value}", second).holds


def test_a_claim_speaks_of_its_own_memento():
    other = {"mementos/03-y/monographies/z.md": monography("z", "Grand Est", "leader")}
    assert judged("[quatre]{.count of=territory}", other).holds


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_places_are_those_of_the_author_s_bytes(newline):
    text = (HEAD + "<!-- é -->\nÀ [cinq]{.count of=territory} !\n").replace("\n", newline).encode()
    [told] = [one for one in check(make_workspace(collection(text))).diagnostics if one.rule.id == "false-claim"]
    assert told.place.quoted == "cinq"


def fixed(text):
    workspace = make_workspace(collection(text))
    told = check(workspace).diagnostics
    return fix_claims(workspace, told, told)


CLAIMS = st.sampled_from(
    [
        ("[{}]{{.count of=territory}}", "quatre", ("six", "vingt-et-un", "cent deux")),
        ('[{}]{{ .count  where="programme.group=eu"\tof=territory }}', "3", ("6", "46 462", "12")),
        ("[{}]{{.count of=territory}}", "Quatre", ("Six", "Neuf cent deux")),
        ('**[{}]{{.share of="territory" where="programme.group=eu"}}**', "75 %", ("9 %", "100 %")),
        ('[{}]{{.share of=territory where="programme.group=eu"}}', "trois des quatre", ("six des neuf",)),
        ('[{}]{{.share of=territory where="programme.group=eu"}}', "Trois quarts", ("Deux tiers", "Un quart")),
        ("[*{}*]{{.sum of=territory field=territory.population.value}}", "4 000", ("1 234", "651 421")),
    ]
)
BEFORE = st.sampled_from(["", "  ", "# x\t", "- a\n- b ", "<!-- [6]{.count of=territory} --> ", "é\u00a0: ", "> "])
AFTER = st.sampled_from(
    [
        "",
        "  ",
        "\t",
        "# x\t",
        "- a\n- b ",
        "<!-- [6]{.count of=territory} -->",
        "`[6]{.count of=territory}`",
        "é\u00a0: ",
        "> ",
    ]
)


@settings(max_examples=150)
@given(
    st.lists(st.tuples(BEFORE, CLAIMS, st.integers(0, 9), AFTER), min_size=1, max_size=5),
    st.sampled_from(["\n", "\r\n"]),
    st.booleans(),
)
def test_fixing_changes_the_number_and_no_other_byte(parts, newline, bom):
    def text(told):
        lines = [
            before + form.format(told(right, wrong, n)) + after + "  "
            for before, (form, right, wrong), n, after in parts
        ]
        head = HEAD.replace("title: Avis", "title:   'Avis'   # à revoir").replace("\n\n", "\n \n")
        return (("\ufeff" if bom else "") + (head + "\n\n".join(lines) + "\t\n").replace("\n", newline)).encode()

    stale = text(lambda _right, wrong, n: wrong[n % len(wrong)])
    [one] = fixed(stale)
    assert one.data == text(lambda right, _wrong, _n: right)
    assert len(one.changes) == len(parts)
    assert fixed(one.data) == ()


@pytest.mark.parametrize(
    "claim",
    [
        "[quatre]{.count of=territory}",
        '[six]{.count of=territory where="region=Corse"}',
        "[une foule]{.count of=territory}",
        '[tous]{.all of=territory where="region=Corse"}',
        '[A et B]{.list of=territory where="region=Corse"}',
        "[si<!-- x -->x]{.count of=territory}",
        "[six]{.count of=territoire}",
    ],
)
def test_what_is_true_or_not_ours_to_write_stays(claim):
    assert fixed(HEAD.encode() + f"Ici {claim}.\n".encode()) == ()


def test_a_number_inside_a_longer_claim_or_a_quotation_is_put_right():
    text = (
        'Ici [« de [six]{.count of=territory} à [dix]{.count of=region} »]{.quote of="02/avis"} et '
        "[de [neuf]{.count of=territory} à cent]{.count of=territory}.\n"
    )
    [one] = fixed(HEAD.encode() + text.encode())
    said = text.replace("[six]", "[quatre]").replace("[dix]", "[trois]").replace("[neuf]", "[quatre]")
    assert one.data == (HEAD + said).encode()
    assert [change.after for change in one.changes] == ["quatre", "trois", "quatre"]


@pytest.mark.parametrize("query", ["programme=leader\n   and advice-theme=soutien-des-elus", "programme=\r\n  leader"])
@pytest.mark.parametrize("begin", ["", "- ", "1. "])
def test_a_query_may_go_over_the_line(begin, query):
    text = f'{begin}Ici [deux]{{.count of=territory where="{query}"}}.\n'
    assert judged(text).holds
    assert [one.rule.id for one in check(make_workspace(collection(text))).diagnostics if "attr" in one.rule.id] == []


def test_only_what_fix_can_write_is_promised():
    text = 'Ici [six\ndes neuf]{.share of=territory where="programme=leader"} ; [six]{.count of=territory}.\n'
    told = [one.variant for one in check(make_workspace(collection(text))).diagnostics if "false" in one.rule.id]
    assert told == ["hand", ""]


def test_while_a_document_is_broken_nothing_is_compared_and_nothing_written():
    of_a = '[un]{.list of=territory-type where="territory=pays-a"}'
    files = collection(
        f"Ici [six]{{.count of=territory}}, {of_a}, [A]{{.list of=territory}} et [x]{{.count of=territory}}.\n"
    )
    files["mementos/02-x/monographies/a.md"] = "---\nkind: monography\n"
    workspace = make_workspace(files)
    told = check(workspace).diagnostics
    assert {"unreadable-claim"} == {one.rule.id for one in told if "claim" in one.rule.id}
    assert fix_claims(workspace, told, told) == ()


@pytest.mark.parametrize(
    "claim",
    [
        '[trois]{.count of=territory where="programme=leader"}',
        '[tous]{.all of=territory where="programme.group=eu"}',
        "[neuf]{.count of=programme}",
        '[B]{.list of=territory where="not programme=leader and not programme=feder"}',
    ],
)
def test_a_mistyped_value_is_told_and_the_claims_that_it_makes_false_are_not(claim):
    files = collection(f"Ici {claim}, et [neuf]{{.count of=region}}.\n")
    path = "mementos/02-x/monographies/a.md"
    files[path] = files[path].replace("{id: leader}", "{id: leadr}")
    told = [
        (one.rule.id, one.word) for one in check(make_workspace(files)).diagnostics if one.word in claim + "leadr neuf"
    ]
    assert told == [("unknown-value", "leadr"), ("false-claim", "neuf")]


def test_errors_come_before_numbers():
    text = HEAD.replace("status: draft", "status: brouillon") + "Ici [six]{.count of=territory}.\n"
    assert fixed(text.encode()) == ()


def test_an_accepted_claim_is_left_alone():
    reason = 'accepted:\n  - {rule: false-claim, what: six, reason: "comme imprimé"}\n---\n\n'
    assert fixed((HEAD.replace("---\n\n", reason) + "Ici [six]{.count of=territory}.\n").encode()) == ()


@pytest.fixture
def folder(tmp_path):
    files = collection("Ici [six]{.count of=territory} \r\net [9]{.count of=region}.\r\n")
    files["clust.yaml"] = "format: 1\ntitle: Essai\nlang: fr\n"
    for path, text in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(text if isinstance(text, bytes) else text.encode())
    return tmp_path


def test_check_fix_writes_and_says_what_it_changed(folder, capsys):
    before = (folder / TOLD).read_bytes()
    run(["check", "-C", str(folder), "--fix", "--rule", "false-claim"])
    out = capsys.readouterr().out
    assert (folder / TOLD).read_bytes() == before.replace(b"[six]", b"[quatre]").replace(b"[9]", b"[3]")
    assert f"{TOLD}:8: « six » devient « quatre »" in out.replace("\u00a0", " ")
    assert "false-claim" not in out


def test_a_dry_run_shows_and_writes_nothing(folder, capsys):
    before = (folder / TOLD).read_bytes()
    run(["check", "-C", str(folder), "--fix", "--dry-run", "--format", "json"])
    out, err = capsys.readouterr()
    assert (folder / TOLD).read_bytes() == before
    assert "deviendrait" in err
    assert out.startswith("{")
    assert run(["check", "-C", str(folder), "--dry-run"]) == 2


@pytest.mark.skipif(os.name == "nt", reason="permissions of POSIX")
def test_fix_keeps_the_permissions_of_a_file_and_leaves_one_that_is_read_only(folder, capsys):
    path, before = folder / TOLD, (folder / TOLD).read_bytes()
    path.chmod(0o444)
    assert run(["check", "-C", str(folder), "--fix"]) == 2
    assert TOLD in capsys.readouterr().err
    assert path.read_bytes() == before
    assert [one.name for one in path.parent.iterdir()] == [path.name]
    path.chmod(0o660)
    run(["check", "-C", str(folder), "--fix"])
    assert path.read_bytes() != before
    assert path.stat().st_mode & 0o777 == 0o660


def test_fix_touches_only_the_files_asked_for(folder):
    before = (folder / TOLD).read_bytes()
    run(["check", "-C", str(folder), "--fix", str(folder / "mementos/02-x/monographies")])
    assert (folder / TOLD).read_bytes() == before


def test_the_printed_count_of_european_support_still_holds(memento_2):
    found = [
        (claim.text, found) for _document, claim, found in claims(memento_2) if "programme" in claim.value("where")
    ]
    assert [(text, one.part) for text, one in found if text == "six"] == [("six", 6), ("six", 6)]


def test_what_memento_2_claims_is_counted_and_but_for_what_is_accepted_true(memento_2):
    found = [(document.kind.name, claim.kinds[0], claim.text, one) for document, claim, one in claims(memento_2)]
    assert [text for _kind, _class, text, one in found if not one.holds] == ["partout", "tous"]
    assert {kind for kind, _class, _text, _one in found} == {"memento", "monography", "expert-view", "survey"}
    assert sum(name == "sum" for kind, name, _text, _one in found if kind == "survey") == 7
    assert len(found) >= 65


def test_what_the_print_says_of_all_and_is_not_true_of_all_is_accepted_with_its_reason(memento_2):
    kept = [(one.what, one.reason) for one in check(memento_2).accepted if one.rule == "false-claim"]
    assert sorted(what for what, _reason in kept) == ["partout", "tous"]
    assert all("six monographies sur neuf" in reason for _what, reason in kept)


def test_a_paragraph_of_thousands_of_claims_is_read_and_counted():
    found = [one for _document, _claim, one in claims(make_workspace(collection("[4]{.count of=territory} " * 4000)))]
    assert len(found) == 4000
    assert all(one.holds for one in found)


def test_a_claim_whose_braces_go_over_a_line_of_a_quotation_is_counted():
    for text in ("> Ici [six]{.count\n> of=territory} vu.\n", "> - Ici [six]{.count\n>   of=territory} vu.\n"):
        [claim] = parse_body(text.encode()).claims
        assert (claim.kinds, claim.value("of"), claim.text) == (("count",), "territory", "six")
