"""The maps of one output: a document's own before its sheet, and those that the memento's blocks ask for.

In: documents, outlines, the brand's colours. Out: nodes, and the drawings that their images show.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from clust_cli.core.blocks import MapBlock
from clust_cli.core.counting.axes import all_values, find_axis
from clust_cli.core.counting.axis_values import axis_values
from clust_cli.core.documents import Document
from clust_cli.core.kinds.vocabularies import Vocabulary
from clust_cli.core.printing.ast import SPACE, Nodes, bullets, div, image, link, para, strong, words
from clust_cli.core.printing.brand import brand
from clust_cli.core.printing.map_sheet import Map
from clust_cli.core.printing.maps import Group, Spot, credit_line, locator, overview
from clust_cli.core.printing.marks import Inks
from clust_cli.core.printing.outlines import Outlines
from clust_cli.core.workspace import Workspace

_NAME = "generated:map-{number}.svg"


class Atlas:
    """The maps drawn so far. Without outlines nothing is drawn."""

    def __init__(self, workspace: Workspace, phrases: Mapping[str, str], outlines: Outlines | None) -> None:
        self.workspace = workspace
        self.phrases = phrases
        self.outlines = outlines
        self.drawings: dict[str, str] = {}
        colours = brand(workspace).colours
        self._inks = Inks(colours.primary, colours.accent, colours.tint, colours.line, colours.paper)

    @property
    def credits(self) -> tuple[str, ...]:
        """Whose work was used, if any was."""
        return (credit_line(self.outlines, self.phrases),) if self.outlines and self.drawings else ()

    def locator(self, document: Document) -> Nodes:
        """A document's own map; nothing where its kind has none or its field says nothing that a map knows."""
        names = self._names()
        if self.outlines is None or names is None:
            return []
        spot = Spot(document.title, _codes(document))
        found = locator(spot, self.outlines, names, self._inks, self.phrases)
        return [div("map", [para(self._image(found))])] if found else []

    def overview(self, block: MapBlock, documents: Sequence[Document], anchors: Mapping[str, str]) -> Nodes:
        """All documents of a kind on one map, and its legend; each name leads to its document."""
        axis = find_axis(self.workspace, block.by) if block.by else None
        shown = [one for one in documents if one.kind and one.kind.name == block.kind]
        values = axis_values(self.workspace, axis, shown) if axis else ()
        spots = [
            Spot(one.title, _codes(one), next(iter(all_values(self.workspace, axis, one)), "") if axis else "")
            for one in shown
        ]
        groups = {value.id: value.label for value in values}
        found = overview(spots, groups, self.outlines, self._inks, self.phrases) if self.outlines else None
        if found is None:
            return []
        targets = [anchors.get(one.path, "") for one in shown]
        legend = [node for group in found.groups for node in self._legend(group, targets)]
        return [div("overview", [para(self._image(found.map)), *legend])]

    def _legend(self, group: Group, targets: Sequence[str]) -> Nodes:
        """A group's mark and name, and its numbers with what they stand for."""
        head = [para([*self._image(group.mark), SPACE, strong(words(group.label))])] if group.label else []
        lines = []
        for number, spot in group.spots:
            name, target = words(spot.name), targets[number - 1]
            lines.append([strong(words(str(number))), SPACE, *([link(name, f"#{target}")] if target else name)])
        return [*head, bullets(lines)]

    def _image(self, map: Map) -> Nodes:
        """A drawing as an image; one that was drawn before is not drawn again."""
        known = {svg: name for name, svg in self.drawings.items()}
        name = known.get(map.svg) or _NAME.format(number=len(known) + 1)
        self.drawings[name] = map.svg
        return [image(map.alt, name, width=f"{map.width:g}mm")]

    def _names(self) -> Vocabulary | None:
        return self.workspace.vocabularies.get(self.outlines.vocabulary) if self.outlines else None


def _codes(document: Document) -> tuple[str, ...]:
    """The areas of a document: those of the field that its kind names."""
    value = document.value(document.kind.map) if document.kind and document.kind.map else None
    codes = value if isinstance(value, list) else [value]
    return tuple(str(code) for code in codes if code)
