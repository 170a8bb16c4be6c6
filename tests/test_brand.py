"""The brand: one value of colours, fonts and logo, and what clust.yaml may get wrong in it."""

from __future__ import annotations

import io
import struct

import pytest
from conftest import make_workspace
from fontTools.ttLib import TTFont
from rule_cases import FOLDER

from clust_cli.core.check import check
from clust_cli.core.printing.brand import PAIRS, Logo, brand, contrast
from clust_cli.core.reading.fonts import MAX_BYTES, parse_font_header
from clust_cli.core.workspace import FontHeader, ImageHeader
from clust_cli.shell.files import read_disk
from clust_cli.shell.typst import font_folder

PETITE = (FOLDER / "missing-font/ok/fonts/Petite.ttf").read_bytes()


def branded(lines="", **seen):
    text = "format: 1\ntitle: Essai\nfunder: feader-2014-2020\nresponsible: A\nmanaging_authority: B\n" + (
        f"brand:\n{lines}\n" if lines else ""
    )
    return make_workspace({"clust.yaml": text}, **seen)


def told(workspace):
    return [(one.rule.id, one.variant, one.word) for one in check(workspace).diagnostics]


def test_black_on_white_is_the_greatest_contrast():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)  # the example of WCAG's own pages


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: f"{pair.text} on {pair.ground}")
def test_our_own_colours_can_be_read_on_each_other(pair):
    colours = brand(branded()).colours._asdict()
    assert contrast(colours[pair.text], colours[pair.ground]) >= pair.least


def test_a_collection_without_brand_has_ours():
    made = brand(branded())
    assert (made.colours.primary, made.colours.paper) == ("#14365c", "#ffffff")
    assert (made.fonts.text, made.fonts.headings, made.fonts.files, made.logo) == ("Source Sans Pro",) * 2 + ((), None)


def test_an_unreadable_clust_yaml_leaves_ours():
    assert brand(make_workspace({"clust.yaml": "title: [\n"})).colours == brand(branded()).colours


def test_what_clust_yaml_says_stands_for_ours_and_the_rest_stays():
    made = brand(branded('  colours: {primary: "#003B71"}'))
    assert (made.colours.primary, made.colours.accent) == ("#003b71", "#a8431f")
    assert made.painted('fill="14365C" color="a8431f" id="14365c0"') == 'fill="003B71" color="a8431f" id="14365c0"'
    assert brand(branded()).painted("14365C") == "14365C"


def test_what_cannot_be_used_is_left_to_the_default():
    lines = "  colours: {primary: rouge}\n  fonts: {text: Marianne}\n  logo: {file: images/non.png, alt: Logo}"
    assert brand(branded(lines)) == brand(branded())


def test_a_font_of_the_workspace_is_named_as_its_file_names_it():
    fonts = {"fonts/Petite.ttf": parse_font_header(PETITE, len(PETITE))}
    made = brand(branded("  fonts: {headings: petite, files: [fonts/Petite.ttf]}", fonts=fonts))
    assert (made.fonts.text, made.fonts.headings, made.fonts.files) == (
        "Source Sans Pro",
        "Petite",
        ("fonts/Petite.ttf",),
    )


def test_a_logo_is_an_image_that_is_there_and_says_something():
    images = {"images/logo.png": ImageHeader("png", 200, 80, 900)}
    lines = '  logo: {file: images/logo.png, alt: "Logo du Pays"}'
    assert brand(branded(lines, images=images)).logo == Logo("images/logo.png", "Logo du Pays")
    assert told(branded(lines, images=images)) == []


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("file: images/lgo.png, alt: Logo", ("missing-image", "near", "images/lgo.png")),
        ("file: ../logo.png, alt: Logo", ("outside-image", "", "../logo.png")),
        ('file: "https://essai.fr/l.png", alt: Logo', ("external-image", "", "https://essai.fr/l.png")),
        ("file: images/logo.png, alt: logo.png", ("missing-alt", "field", "images/logo.png")),
        ("alt: Logo", ("missing-image", "", "")),
    ],
)
def test_a_logo_is_checked_as_images_are(line, expected):
    images = {"images/logo.png": ImageHeader("png", 200, 80, 900)}
    assert told(branded(f"  logo: {{{line}}}", images=images)) == [expected]


@pytest.mark.parametrize(
    ("word", "near"),
    [
        ("Rouge", "#b3261e"),
        ("14365c", "#14365c"),
        ("rgb(20, 54, 92)", "#14365c"),
        ("rgb(20, 54, 920)", ""),
        ("#abc", "#aabbcc"),
        ("#14365CFF", "#14365c"),
        ("#14365", ""),
    ],
)
def test_a_colour_written_in_another_way_is_suggested_in_ours(word, near):
    [one] = check(branded(f'  colours: {{accent: "{word}"}}')).diagnostics
    assert (one.rule.id, one.word, one.arguments["near"], one.place.quoted) == ("wrong-colour", word, near, f'"{word}"')


def test_a_colour_that_yaml_takes_for_a_comment_is_told_at_its_name():
    [one] = check(branded("  colours:\n    ink:\n    accent: #a8431f  # la nôtre")).diagnostics
    assert (one.rule.id, one.word, one.place.quoted) == ("wrong-colour", "#a8431f", "accent")


def test_an_unknown_colour_is_suggested():
    [one] = check(branded('  colours: {primaire: "#14365c"}')).diagnostics
    assert (one.rule.id, one.arguments["near"]) == ("unknown-field", "primary")


def test_a_contrast_is_told_at_the_colour_that_the_collection_chose():
    [one] = check(branded('  colours:\n    warm: "#b0804f"\n    ink: "#000000"\n    accent: "#6b1f05"')).diagnostics
    assert (one.word, one.arguments["other"], one.arguments["ratio"]) == ("#6b1f05", "warm", 3.31)
    [one] = check(branded('  colours: {tint: "#d9b18c", ink: "#000000"}')).diagnostics
    assert one.arguments["name"] == "quiet"
    assert one.place.quoted == '"#d9b18c"'


def test_a_family_is_not_told_beside_the_file_that_was_to_bring_it():
    assert told(branded("  fonts: {text: Marianne, files: [fonts/M.ttf]}")) == [("missing-font", "", "fonts/M.ttf")]
    assert told(
        branded("  fonts: {text: Marianne, files: [fonts/M.ttf]}", fonts={"fonts/M.ttf": FontHeader(trouble="size")})
    ) == [("missing-font", "size", "fonts/M.ttf")]


def test_the_fonts_we_ship_say_their_own_names():
    for path in sorted(font_folder().glob("*.?tf")):
        data = path.read_bytes()
        header, font = parse_font_header(data, len(data)), TTFont(io.BytesIO(data))
        family = font["name"].getDebugName(16) or font["name"].getDebugName(1)
        weight, italic = font["OS/2"].usWeightClass, bool(font["OS/2"].fsSelection & 1)
        assert header == FontHeader(path.suffix[1:], family, weight, italic, len(data))


@pytest.mark.parametrize("length", range(0, len(PETITE), 7))
def test_a_font_cut_short_is_a_value(length):
    assert parse_font_header(PETITE[:length], length).trouble == ("format" if length < 4 else "truncated")


def test_other_formats_and_sizes_are_refused():
    assert parse_font_header(b"wOF2" + PETITE[4:], len(PETITE)).trouble == "format"
    assert parse_font_header(PETITE, MAX_BYTES + 1).trouble == "size"


def test_a_font_whose_name_could_be_an_order_is_refused():
    for name in ('A"]#read("x")', "A</w:font>", "x" * 80, "", "A\nB"):
        font = TTFont(io.BytesIO(PETITE))
        font["name"].names = []
        font["name"].setName(name, 1, 3, 1, 0x409)
        out = io.BytesIO()
        font.save(out)
        assert parse_font_header(out.getvalue(), 1).trouble == "truncated", name


def test_a_font_named_by_an_old_macintosh_alone_is_read():
    font = TTFont(io.BytesIO(PETITE))
    font["name"].names = []
    font["name"].setName("Étroite", 1, 1, 0, 0)
    out = io.BytesIO()
    font.save(out)
    assert parse_font_header(out.getvalue(), 1).family == "Étroite"


def test_a_font_with_a_thousand_absurd_tables_is_a_value():
    data = PETITE[:4] + struct.pack(">H", 65535) + PETITE[6:]
    assert parse_font_header(data, len(data)).trouble == "truncated"


def test_fonts_and_logo_are_read_beside_clust_yaml(tmp_path):
    (tmp_path / "clust.yaml").write_text("title: Essai\n", encoding="utf-8")
    for folder in ("fonts", "images"):
        (tmp_path / folder).mkdir()
    (tmp_path / "fonts/Petite.ttf").write_bytes(PETITE)
    (tmp_path / "fonts/Lien.ttf").symlink_to(tmp_path / "fonts/Petite.ttf")
    (tmp_path / "images/logo.png").write_bytes(b"GIF")
    disk = read_disk(tmp_path)
    assert {path: one.family or one.trouble for path, one in disk.fonts.items()} == {
        "fonts/Petite.ttf": "Petite",
        "fonts/Lien.ttf": "symlink",
    }
    assert disk.images["images/logo.png"].trouble == "format"
