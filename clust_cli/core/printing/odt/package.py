"""The package of an ODT: the reference document's styles around our text; the same bytes on every machine.

In: a reference document, XML and images, all as bytes. Out: bytes. Knows no disk.
Source: OpenDocument 1.3, part 2, 3.3 (`mimetype` comes first and is stored).
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape, unescape

from clust_cli.core.printing.archive import packed
from clust_cli.core.printing.brand import Brand
from clust_cli.core.printing.cover import Cover
from clust_cli.core.printing.faces import Face
from clust_cli.core.printing.office import LANGUAGES, filled

MIMETYPE = "application/vnd.oasis.opendocument.text"
_TYPES = {
    "xml": "text/xml",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "svg": "image/svg+xml",
    "ttf": "application/x-font-ttf",
}
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_AUTOMATIC = re.compile(r"<office:automatic-styles\s*/>|</office:automatic-styles>")
_BODY = re.compile(r"(<office:text[^>]*?)(?:/>|>.*</office:text>)", re.DOTALL)
_BLOCK_END = re.compile(r"</text:(?:p|h)>|<text:(?:line-break|tab)/>")
_FAMILY = re.compile(r'(<style:font-face style:name="(Texte|Titres)" svg:font-family="&apos;)[^&]*([^>]*?)/>')
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class Written:
    """What we wrote: the text, the automatic styles it needs, the images it shows by their names, the faces.

    The faces are those that the document carries with it.
    """

    text: str
    styles: str
    pictures: Mapping[str, bytes]
    faces: Sequence[Face] = ()


def finish_odt(reference: bytes, written: Written, cover: Cover, phrases: Mapping[str, str], brand: Brand) -> bytes:
    """Put a text into the reference document: its running head and foot filled, our properties and images beside it.

    Shape: members sorted after `mimetype`, stored and dated 1980, so that two machines make the same file.
    """
    with zipfile.ZipFile(io.BytesIO(reference)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist() if not name.endswith("/")}
    language, _, country = LANGUAGES[cover.lang].partition("-")
    page = _in_brand(filled(parts["styles.xml"].decode(), cover, phrases), brand, written.faces)
    page = page.replace('fo:language="fr"', f'fo:language="{language}"').replace(
        'fo:country="FR"', f'fo:country="{country}"'
    )
    content = _AUTOMATIC.sub(
        lambda found: (
            f"{'<office:automatic-styles>' if '/>' in found[0] else ''}{written.styles}</office:automatic-styles>"
        ),
        _in_brand(parts["content.xml"].decode(), brand, written.faces),
        count=1,
    )
    content = _BODY.sub(lambda found: f"{found[1]}>{written.text}</office:text>", content, count=1)
    made = {
        **{name: parts[name] for name in ("settings.xml",) if name in parts},
        "content.xml": content.encode(),
        "styles.xml": page.encode(),
        "meta.xml": _properties(cover).encode(),
        **{_path(face): face.data for face in written.faces},
        **{f"Pictures/{name}": data for name, data in written.pictures.items()},
    }
    named = {"mimetype": MIMETYPE.encode(), "META-INF/manifest.xml": _manifest(made).encode()}
    return packed({**made, **named}, first="mimetype")


def _in_brand(xml: str, brand: Brand, faces: Sequence[Face]) -> str:
    """In the brand's colours and fonts: the reference document has a family for the text and one for headings."""
    families = {"Texte": brand.fonts.text, "Titres": brand.fonts.headings}

    def named(found: re.Match[str]) -> str:
        family = families[found[2]]
        carried = "".join(_source(face) for face in faces if face.family == family)
        held = f"><svg:font-face-src>{carried}</svg:font-face-src></style:font-face>" if carried else "/>"
        return f"{found[1]}{escape(family)}{found[3]}{held}"

    return _FAMILY.sub(named, brand.painted(xml))


def _source(face: Face) -> str:
    """Where a face stands in the package."""
    slope, weight = "italic" if face.italic else "normal", "bold" if face.bold else "normal"
    return (
        f'<svg:font-face-uri xlink:href="{_path(face)}" xlink:type="simple" loext:font-style="{slope}"'
        f' loext:font-weight="{weight}"><svg:font-face-format svg:string="truetype"/></svg:font-face-uri>'
    )


def _path(face: Face) -> str:
    return f"Fonts/{face.family.replace(' ', '')}-{face.name}.ttf"


def odt_text(data: bytes) -> str:
    """The text of the document's body, a line for each paragraph."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        content = archive.read("content.xml").decode()
    body = content.partition("<office:text")[2]
    return unescape(_TAG.sub("", _BLOCK_END.sub("\n", body.partition(">")[2])))


def _properties(cover: Cover) -> str:
    day = f"{cover.date}T00:00:00"
    authors = escape("; ".join(author.name for author in cover.authors), quote=False)
    return (
        f'{_HEAD}<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
        ' xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' office:version="1.3"><office:meta><meta:generator>clust</meta:generator>'
        f"<dc:title>{escape(cover.title, quote=False)}</dc:title>"
        f"<dc:subject>{escape(cover.subtitle, quote=False)}</dc:subject>"
        f"<meta:initial-creator>{authors}</meta:initial-creator><dc:creator>{authors}</dc:creator>"
        f"<meta:creation-date>{day}</meta:creation-date><dc:date>{day}</dc:date>"
        f"<dc:language>{LANGUAGES[cover.lang]}</dc:language></office:meta></office:document-meta>"
    )


def _manifest(parts: Mapping[str, bytes]) -> str:
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{escape(name)}"'
        f' manifest:media-type="{_TYPES[name.rpartition(".")[2].lower()]}"/>'
        for name in sorted(parts)
    )
    return (
        f'{_HEAD}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"'
        f' manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:version="1.3"'
        f' manifest:media-type="{MIMETYPE}"/>{entries}</manifest:manifest>'
    )
