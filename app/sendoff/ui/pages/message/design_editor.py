"""The editor of a design: its blocks in order, the properties of the chosen one, starting layouts, undo."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path as FilePath

from PySide6.QtCore import QElapsedTimer, QMimeData, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from sendoff.core import design_edit
from sendoff.core.campaign import Image as OwnImage
from sendoff.core.design import Block, Columns, Design, Image, Settings
from sendoff.core.design_edit import Path
from sendoff.core.design_json import design_from_json, design_to_json
from sendoff.core.design_letter import with_letter
from sendoff.core.errors import InputError, KnownError
from sendoff.core.language import phrase, tr
from sendoff.core.letter_blocks import Letter
from sendoff.core.library import MessageTemplate
from sendoff.core.titles import UNTITLED, Titles
from sendoff.ui.file_dialogs import open_name
from sendoff.ui.pages.message import design_places
from sendoff.ui.pages.message.design_history import History
from sendoff.ui.pages.message.design_layouts import Layouts, started
from sendoff.ui.pages.message.design_outline import Outline
from sendoff.ui.pages.message.design_properties import Properties
from sendoff.ui.pages.message.design_tools import DesignTools
from sendoff.ui.pages.message.design_words import fresh, gap_place, place_of
from sendoff.ui.pages.stage import Stage
from sendoff.ui.theme import theme
from sendoff.ui.tokens import Space
from sendoff.ui.widgets.message import Banner

_PICTURES = phrase("Pictures (*.png *.jpg *.jpeg *.gif *.webp)")
_TAKEN = phrase("Your letter is in it. Undo brings the layout's own words back.")
_TAKEN_ROUGHLY = phrase("Your letter is in it; what blocks do not show (a table, HTML, code) stands as it was typed.")
_STACK = 1


class DesignEditor(QWidget):
    """`edited` comes when a person changed the design; `layout_chosen` gives the template it was begun with.

    `images_wanted` gives files to embed; whoever embeds them calls `add_image` for each.
    """

    edited = Signal()
    images_wanted = Signal(object)
    layout_chosen = Signal(object)
    turned = Signal()
    """Layouts are offered now, or no longer."""

    def __init__(self, stage: Stage) -> None:
        super().__init__()
        self._stage = stage
        self.letter: Callable[[], Letter | None] = lambda: None
        """What is written in another way, which a layout takes in."""
        self.setAcceptDrops(True)
        self._history = History()
        self._source = ""
        self._broken = ""
        self._editable = True
        self._wrong: Path | None = None
        self._replacing = False
        self._asked = False
        self._path: Path = ()
        self._clock = QElapsedTimer()
        self._clock.start()
        self.outline, self.properties, self.layouts = Outline(), Properties(), Layouts()
        self.tools = DesignTools()
        self.problem = Banner("bad")
        self._pages = QStackedWidget()
        self._lay_out()
        self._connect()
        self._show()

    # -- what the message step asks for

    def design(self) -> str:
        """The design as JSON; empty where nothing is written."""
        return self._source

    def show_design(self, text: str, *, editable: bool) -> None:
        """Show another design, without a signal; the steps back to what was before stay where it is the same."""
        self._editable = editable
        self.tools.setVisible(editable)
        self.layouts.setEnabled(editable)
        if text != self._source or self._broken:
            self._open(text)
        self._show()

    def choosing(self) -> bool:
        """Whether layouts are offered."""
        return self._pages.currentIndex() != _STACK

    def show_fields(self, names: Sequence[str], titles: Titles = UNTITLED) -> None:
        """The merge fields of the list, and what they are called."""
        self.properties.show_fields(names, titles)
        self.outline.show_titles(titles)

    def show_pictures(self, pictures: Mapping[str, bytes]) -> None:
        """The message's own pictures, by `cid`."""
        self.properties.show_pictures(pictures)
        self.layouts.show_pictures(pictures)

    def insert_field(self, words: str) -> None:
        """Put a merge field into the text last written in; where there is none, into a new one."""
        if not self._editable or self._broken:
            return
        if not self.properties.insert_field(words):
            self._add("text")
            self.properties.insert_field(words)

    def writing(self) -> QWidget | None:
        """The text of the chosen block that was written in last; None where there was none."""
        return self.properties.writing()

    def point_at(self, name: str) -> None:
        """Open the first block that prints this field with nothing standing in for it, the field selected."""
        if (found := gap_place(self._history.design, name)) is not None and not self._broken:
            self._path, key = found
            self._pages.setCurrentIndex(_STACK)
            self._show()
            self.properties.point_at(key, name)

    def show_problem(self, error: KnownError | None) -> None:
        """Mark the block that an error of the message is in."""
        self._wrong = place_of(self._history.design, error) if error is not None else None
        self.outline.mark(self._wrong)

    def add_image(self, image: OwnImage, _path: FilePath | None = None) -> None:
        """Show a picture of the message's own: in the chosen block if it waits for one, or in a new one below."""
        block, source = self._block(), f"cid:{image.cid}"
        self._pages.setCurrentIndex(_STACK)
        if isinstance(block, Image) and (self._replacing or not block.source):
            filled = replace(block, source=source, alt=image.alt or block.alt)
            self._take(design_edit.replace_block(self._history.design, self._path, filled), self._path)
        else:
            self._insert(Image(source=source, alt=image.alt))
        self._replacing = False
        self.properties.focus_first("alt")

    # -- how it is made

    def _lay_out(self) -> None:
        both = QSplitter(Qt.Orientation.Horizontal)
        both.setChildrenCollapsible(False)
        both.setHandleWidth(Space.XS)
        both.setStyleSheet("QSplitter::handle { background: transparent; }")
        both.addWidget(self.outline)
        both.addWidget(self.properties)
        both.setSizes([230, 320])
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self.tools)
        column.addWidget(self.problem)
        column.addWidget(both, 1)
        self._pages.addWidget(self.layouts)
        self._pages.addWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._pages)

    def _connect(self) -> None:
        self.outline.chosen.connect(self._chosen)
        self.outline.drop_wanted.connect(self._dropped)
        self.outline.step_wanted.connect(self._step)
        self.outline.removed.connect(self._remove)
        self.outline.copied.connect(self._duplicate)
        self.properties.changed.connect(self._changed)
        self.properties.picture_wanted.connect(self._choose_picture)
        self.tools.added.connect(self._add)
        self.tools.step_wanted.connect(self._step)
        self.tools.copied.connect(self._duplicate)
        self.tools.removed.connect(self._remove)
        self.tools.undone.connect(self.undo)
        self.tools.redone.connect(self.redo)
        self.tools.layouts_wanted.connect(self._offer_layouts)
        self._pages.currentChanged.connect(self.turned)
        self.layouts.chosen.connect(self._begin)
        self.layouts.left.connect(lambda: self._pages.setCurrentIndex(_STACK))
        theme().changed.connect(self._show)
        for keys, run in ((QKeySequence.StandardKey.Undo, self.undo), (QKeySequence.StandardKey.Redo, self.redo)):
            shortcut = QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(run)

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for the layouts when they can first be seen."""
        super().showEvent(event)
        if not self._asked:
            self._asked = True
            templates = self._stage.services.templates
            self._stage.operations.query(
                lambda: [one for one in templates.all() if one.built_in], self.layouts.show_layouts, owner=self
            )

    def _open(self, source: str) -> None:
        self._source, self._broken = source, ""
        try:
            self._history.begin(design_from_json(source) if source.strip() else Design())
        except InputError as error:
            self._broken = source
            self.problem.say_error(error)
            self._history.begin(Design())
        self._path = (0,) if self._history.design.blocks else ()
        self._pages.setCurrentIndex(_STACK if source.strip() else 0)

    @Slot()
    def _show(self) -> None:
        """Bring everything up to the present design."""
        design = self._history.design
        self.outline.show_design(design, self._path)
        self.outline.mark(self._wrong)
        self._path = self.outline.path()
        self.problem.setVisible(bool(self._broken))
        self._show_chosen()

    def _show_chosen(self) -> None:
        design, block = self._history.design, self._block()
        self.properties.show_value(
            self._shown() or design.settings, design.settings, editable=self._editable and not self._broken
        )
        up, down = (design_places.neighbour(design, self._path, step) is not None for step in (-1, 1))
        history, block_can = self._history, block is not None and self._editable
        self.tools.show_can(moves=(up, down), block=block_can, undo=history.can_undo, redo=history.can_redo)
        self.layouts.offer_back(written=bool(self._source.strip()))

    def _block(self) -> Block | None:
        path = self._path
        if not path or len(path) == design_places.COLUMN or not design_places.holds(self._history.design, path):
            return None
        return design_edit.block_at(self._history.design, path)

    def _shown(self) -> Block | None:
        """The block whose properties are shown: of a column, the columns it is one of."""
        design, path = self._history.design, self._shown_path()
        return design_edit.block_at(design, path) if path and design_places.holds(design, path) else None

    def _shown_path(self) -> Path:
        return self._path[:1] if len(self._path) == design_places.COLUMN else self._path

    # -- what a person does

    def undo(self) -> None:
        """Take the last change back."""
        self._go(self._history.undo)

    def redo(self) -> None:
        """Make it again."""
        self._go(self._history.redo)

    def _go(self, step: Callable[[], bool]) -> None:
        writing = self.properties.focused()
        if self._editable and step():
            self._told()
            self.properties.return_to(writing)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take pictures that are dropped."""
        if self._editable and _picture_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Ask for them to be embedded."""
        event.acceptProposedAction()
        self._pages.setCurrentIndex(_STACK)
        self.images_wanted.emit(_picture_files(event.mimeData()))

    def _choose_picture(self) -> None:
        path = open_name(self, tr("Choose a picture"), tr(_PICTURES))
        if path:
            self._replacing = True
            self.images_wanted.emit([FilePath(path)])

    def _offer_layouts(self) -> None:
        self.layouts.show_letter(self.letter())
        self._pages.setCurrentIndex(0)

    @Slot(object)
    def _begin(self, template: MessageTemplate | None) -> None:
        design = started(template)
        self._broken = ""
        self._pages.setCurrentIndex(_STACK)
        self._path = (0,)
        self._history.change(design)
        letter = self.letter()
        if letter is not None:
            self._history.change(with_letter(design, letter))
        self._told()
        if letter is not None:
            self._stage.say(tr(_TAKEN) if letter.whole else tr(_TAKEN_ROUGHLY))
        elif template is not None:
            self.layout_chosen.emit(template)

    def _add(self, kind: str) -> None:
        self._insert(fresh(kind))
        self.properties.focus_first()

    def _insert(self, block: Block) -> None:
        design = self._history.design
        place = design_places.room_after(design, self._path, block)
        self._take(design_edit.insert(design, place, block), place)

    @Slot(int)
    def _step(self, step: int) -> None:
        design = self._history.design
        new = design_places.neighbour(design, self._path, step)
        if new is not None and self._editable:
            self._take(design_edit.move(design, self._path, new), new)

    @Slot(object, object)
    def _dropped(self, old: Path, gap: Path) -> None:
        done = design_places.moved(self._history.design, old, gap)
        if done is not None and self._editable:
            self._take(*done)

    @Slot()
    def _remove(self) -> None:
        if self._block() is not None and self._editable:
            self._take(design_edit.remove(self._history.design, self._path), self._path)

    @Slot()
    def _duplicate(self) -> None:
        if self._block() is not None and self._editable:
            design = design_edit.duplicate(self._history.design, self._path)
            self._take(design, (*self._path[:-1], self._path[-1] + 1))

    @Slot(object)
    def _chosen(self, path: Path) -> None:
        self._path = path
        self._show_chosen()

    @Slot(str, object)
    def _changed(self, key: str, value: Block | Settings) -> None:
        design = self._history.design
        if isinstance(value, Settings):
            changed = replace(design, settings=value)
        elif self._shown() is not None:
            changed = design_edit.replace_block(design, self._shown_path(), value)
        else:
            return
        self._history.change(changed, place=(self._path, key), now=self._clock.elapsed())
        if isinstance(value, Columns):
            self._told()
        else:
            if not isinstance(value, Settings):
                self.outline.rename(self._path, value)
            self._told(shown=True)

    def _take(self, design: Design, path: Path) -> None:
        if self._history.change(design):
            self._path = path
            self._told()

    def _told(self, *, shown: bool = False) -> None:
        self._source = design_to_json(self._history.design)
        if shown:
            self._show_chosen()
        else:
            self._show()
        self.edited.emit()


def _picture_files(data: QMimeData) -> list[FilePath]:
    urls: list[QUrl] = data.urls()
    endings = (".png", ".jpg", ".jpeg", ".gif", ".webp")
    paths = [FilePath(url.toLocalFile()) for url in urls if url.isLocalFile()]
    return [path for path in paths if path.suffix.lower() in endings]
