"""The page: one file that needs nothing else, and that forbids whatever reads it to fetch anything.

In: the tree, what stands around it, and the templates. Out: the text of the page. Source: CSP Level 3, WCAG 2.1.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

from clust_cli.core.printing.ast import Nodes, div, image, para, words
from clust_cli.core.printing.brand import Brand
from clust_cli.core.printing.cover import Cover
from clust_cli.core.printing.dress.html.blocks import BlockWriter
from clust_cli.core.printing.dress.html.outline import chapters, contents, headings
from clust_cli.core.printing.dress.html.terms import Terms, entries_of
from clust_cli.core.printing.dress.html.values import rows_of_values
from clust_cli.core.printing.dress.surround import front, imprint

_FALLBACK = "system-ui, sans-serif"
PLACE = re.compile(r"\{\{(\w+)\}\}")
_OWED = ("lang", "title", "policy", "style", "cover", "main", "imprint", "terms")
_FREE = ("description", "author", "script", "skip", "contents", "outline", "draft", "alone")
PLACES: Mapping[str, bool] = {**dict.fromkeys(_OWED, True), **dict.fromkeys(_FREE, False)}
"""What the skeleton of the page may have, and whether a page without it would lack what it owes."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The templates of the page: its skeleton, its style and its script; `faces` is the style that brings the fonts."""

    skeleton: str
    style: str
    script: str
    faces: str


def html_page(
    blocks: Nodes, cover: Cover, brand: Brand, phrases: Mapping[str, str], pictures: Mapping[str, str], frame: Frame
) -> str:
    """Write a whole page. `pictures` maps the images of the tree, and the logo's path, to addresses that hold them."""
    end = imprint(cover, phrases)
    titles = {id: title for _level, id, title in headings(blocks)}
    terms = Terms(entries_of(blocks), phrases)
    writer = BlockWriter(pictures, phrases, titles, rows_of_values(blocks), terms)
    around = writer.blocks(_banner(cover, brand, phrases))
    main = chapters(blocks, writer)
    foot = writer.blocks(end)
    style = "\n".join((frame.faces, _colours_and_fonts(brand), frame.style, _sizes(writer.sizes)))
    values = {
        "lang": escape(cover.lang),
        "title": escape(cover.title),
        "description": escape(cover.subtitle or cover.collection),
        "author": escape(", ".join(author.name for author in cover.authors)),
        "policy": _policy(style, frame.script),
        "style": style,
        "script": frame.script,
        "skip": escape(phrases["skip"]),
        "contents": escape(phrases["contents"]),
        "draft": escape(phrases["draft"] if cover.draft else ""),
        "cover": around,
        "alone": "alone" if cover.alone else "",
        "outline": contents([*blocks, *end]),
        "main": main,
        "imprint": foot,
        "terms": terms.popups(writer.blocks),
    }
    return PLACE.sub(lambda found: values[found[1]], frame.skeleton)


def _banner(cover: Cover, brand: Brand, phrases: Mapping[str, str]) -> Nodes:
    """The cover; above a document alone a line that says where it comes from, the memento's title being the page's."""
    logo = [div("logo", [para([image(brand.logo.alt, brand.logo.path)])])] if brand.logo else []
    lines = (("collection", cover.collection), ("numbered", cover.numbered), ("title", cover.subtitle))
    source = [div(name, [para(words(text))]) for name, text in lines if text] if cover.alone else []
    return [*logo, *source, *front(cover, phrases)]


def _policy(style: str, script: str) -> str:
    """What the page may do: run the one style and the one script in it, show images that it holds, and no more."""
    return (
        f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; "
        "img-src data:; font-src data:; base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _colours_and_fonts(brand: Brand) -> str:
    """The brand as properties that the style calls by name; every value was checked when it was read."""
    colours = {name.replace("_", "-"): value for name, value in brand.colours._asdict().items()}
    fonts = {"text": brand.fonts.text, "headings": brand.fonts.headings}
    properties = {**colours, **{name: f'"{family}", {_FALLBACK}' for name, family in fonts.items()}}
    return ":root {" + "".join(f" --{name}: {value};" for name, value in properties.items()) + " }"


def _sizes(sizes: Mapping[tuple[str, str], str]) -> str:
    """The style of each size that images want. Source: core/reading/attributes.py allows per cents, cm and mm."""
    return "".join(
        f".{name} {{ width: {width or 'auto'}; height: {height or 'auto'}; }}\n"
        for (width, height), name in sizes.items()
    )
