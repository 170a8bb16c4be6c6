"""What the print shop gets: sheets in fours, told where to be cut, colours that run over the cut, the cover apart."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pikepdf
import pypdfium2
import pytest
from printing import FILES, FOLDER, build_memento, write_collection

from clust_cli.cli.main import run
from clust_cli.shell.pdf import read_pdf, trimmed

pytestmark = pytest.mark.pandoc
ISBN = "978-2-1234-5680-3"
MM = 72 / 25.4
PRIMARY = (0x14, 0x36, 0x5C)


@pytest.fixture(scope="module")
def sheets(tmp_path_factory):
    memento = FILES[f"{FOLDER}/memento.md"].replace("number: 3\n", f"number: 3\nisbn: {ISBN}\n")
    root = write_collection(tmp_path_factory.mktemp("press"), {**FILES, f"{FOLDER}/memento.md": memento})
    build_memento(root, 3, root / "out", formats=("pdf", "interior", "cover"))
    return root / "out"


def boxes(path):
    with pikepdf.open(path) as pdf:
        for page in pdf.pages:
            yield tuple([float(one) for one in page.obj[name]] for name in ("/MediaBox", "/BleedBox", "/TrimBox"))


@pytest.mark.parametrize("name", ["memento-3-interior.pdf", "memento-3-cover.pdf"])
def test_every_sheet_is_an_a4_page_with_its_bleed_and_a_rim_for_the_marks(sheets, name):
    for media, bleed, trim in boxes(sheets / name):
        assert (trim[2] - trim[0], trim[3] - trim[1]) == pytest.approx((210 * MM, 297 * MM), abs=0.01)
        assert [trim[0] - bleed[0], bleed[2] - trim[2]] == pytest.approx([3 * MM, 3 * MM], abs=0.01)
        assert [trim[1] - media[1], media[3] - trim[3]] == pytest.approx([10 * MM, 10 * MM], abs=0.01)


def test_pages_come_in_fours_and_the_cover_has_four(sheets):
    assert len(list(boxes(sheets / "memento-3-interior.pdf"))) % 4 == 0
    assert len(list(boxes(sheets / "memento-3-cover.pdf"))) == 4


def test_the_pages_hold_what_the_memento_holds_and_begin_with_its_title(sheets):
    text = read_pdf((sheets / "memento-3-interior.pdf").read_bytes()).text
    for owed in ("L’essai", "Pays A", "Vu d’ailleurs", "Sommaire"):
        assert owed in text
    assert "Pays A" not in read_pdf((sheets / "memento-3-cover.pdf").read_bytes()).text


def test_the_last_side_of_the_cover_bears_the_number_of_the_book(sheets):
    with pypdfium2.PdfDocument(sheets / "memento-3-cover.pdf") as cover:
        assert f"ISBN {ISBN}" in cover[3].get_textpage().get_text_range()


def test_colour_runs_over_the_cut_as_far_as_the_bleed_and_no_further(sheets):
    document = pypdfium2.PdfDocument(sheets / "memento-3-cover.pdf")
    scale = 4
    image = document[0].render(scale=scale).to_pil().convert("RGB")

    def at(x, y):
        return image.getpixel((round(x * MM * scale), round(y * MM * scale)))

    assert at(8, 60) == pytest.approx(PRIMARY, abs=2)
    assert at(100, 8.5) == pytest.approx(PRIMARY, abs=2)
    assert at(3, 60) == (255, 255, 255)
    assert sum(at(10, 2)) < 3 * 200
    document.close()


def test_the_sheets_stand_beside_the_other_files_and_are_made_of_whole_mementos_only(tmp_path, capsys):
    root = write_collection(tmp_path, FILES)
    assert run(["-C", str(root), "--lang", "en", "build", "monography", "pays-a", "--print"]) == 2
    assert "only a whole memento" in capsys.readouterr().err
    assert not (root / "build").exists()
    assert run(["-C", str(root), "build", "memento", "3", "--to", "pdf", "--print"]) == 0
    assert {path.name for path in (root / "build").iterdir()} == {
        "memento-3.pdf",
        "memento-3-interior.pdf",
        "memento-3-cover.pdf",
    }


def test_two_formats_may_read_their_pages_at_once(sheets):
    data = (sheets / "memento-3-interior.pdf").read_bytes()
    with ThreadPoolExecutor(2) as pool:
        jobs = [
            pool.submit(trimmed, data, 10, 5) if number % 2 else pool.submit(read_pdf, data) for number in range(16)
        ]
        read = [job.result() for job in jobs]
    assert {one.pages for one in read[::2]} == {read[0].pages}
    assert len(set(read[1::2])) == 1
