"""What can be set of the chosen block, or of the whole message: one labelled control for each property."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from sendoff.core.design import FONTS, MOST_COLUMNS, Block, Columns, Image, Settings
from sendoff.core.design import Text as TextBlock
from sendoff.core.design_json import kind_of
from sendoff.core.language import pairs, phrase, tr
from sendoff.core.shown import Forms
from sendoff.core.titles import Titles
from sendoff.ui.pages.message.design_controls import (
    ColourButton,
    Line,
    ProfilesEdit,
    UndoElsewhere,
    Words,
)
from sendoff.ui.pages.message.design_specs import PROPERTIES, ZERO, Property
from sendoff.ui.pages.message.design_when import WhenEdit
from sendoff.ui.pages.message.design_words import name_of
from sendoff.ui.pages.message.merge import for_place
from sendoff.ui.tokens import Space
from sendoff.ui.widgets.button import Button, Segments
from sendoff.ui.widgets.field import Choice, Field, NumberEdit
from sendoff.ui.widgets.taborder import hand_on, stand_within
from sendoff.ui.widgets.text import Caption, Text

_ALIGNMENTS = (("left", phrase("Left")), ("center", phrase("Middle")), ("right", phrase("Right")))
_LEVELS = (("1", phrase("Large")), ("2", phrase("Medium")), ("3", phrase("Small")))
_COUNTS = (("1", "1"), ("2", "2"), ("3", "3"))
_FONT_WORDS = {
    "sans": phrase("System"),
    "arial": phrase("Arial"),
    "verdana": phrase("Verdana"),
    "trebuchet": phrase("Trebuchet"),
    "georgia": phrase("Georgia"),
    "mono": phrase("Fixed width"),
}
_PICTURE = QSize(220, 110)
"""Pixels of a picture that is shown here, at most."""
_LOW, _TALL = 68, 168
"""Pixels: the height of a text of a line or two, and of a longer one."""
_ADDRESS = "https:"
"""What stands before a field that is part of an address."""
_NO_PICTURE = phrase("Drop a picture anywhere on the blocks, or choose one.")


class Properties(QScrollArea):
    """`changed` gives the property and the block (or settings) with its new value; `picture_wanted` asks for a file."""

    changed = Signal(str, object)
    picture_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._undo = UndoElsewhere(self)
        self._value: Block | Settings = Settings()
        self._settings = Settings()
        self._fields: tuple[str, ...] = ()
        self._titles = Titles()
        self._forms: Mapping[str, Forms] = {}
        self._pictures: Mapping[str, bytes] = {}
        self._last: Words | Line | None = None
        self._controls: dict[str, QWidget] = {}

    def show_fields(self, names: Sequence[str], titles: Titles) -> None:
        """The merge fields of the list, and what they are called."""
        if (self._fields, self._titles) == (tuple(names), titles):
            return
        self._fields, self._titles = tuple(names), titles
        for control in self._controls.values():
            if isinstance(control, Words | Line):
                control.show_fields(self._fields, titles)
            elif isinstance(control, WhenEdit):
                control.show_fields(titles.offered(names), self._dates())

    def show_forms(self, forms: Mapping[str, Forms]) -> None:
        """How the values of the fields can be shown."""
        self._forms = forms
        for control in self._controls.values():
            if isinstance(control, Words | Line):
                control.forms = forms
            elif isinstance(control, WhenEdit):
                control.show_fields(self._titles.offered(self._fields), self._dates())

    def show_pictures(self, pictures: Mapping[str, bytes]) -> None:
        """The message's own pictures, by `cid`."""
        self._pictures = pictures
        if isinstance(self._value, Image) and self._controls:
            self._show_picture(self._value.source)

    def show_value(self, value: Block | Settings, settings: Settings, *, editable: bool) -> None:
        """Offer the properties of a block, or of the whole message; the present form stays where it fits already."""
        if value == self._value and settings == self._settings and self._controls and self.isEnabled() == editable:
            return
        self._value, self._settings, self._last = value, settings, None
        self._controls = {}
        inner = QWidget()
        inner.setProperty("role", "scrolled")
        column = QVBoxLayout(inner)
        column.setContentsMargins(Space.M, 0, Space.S, 0)
        column.setSpacing(Space.M)
        column.addWidget(Text(tr("Look of the message") if isinstance(value, Settings) else name_of(value), "emphasis"))
        for spec in PROPERTIES["settings" if isinstance(value, Settings) else kind_of(value)]:
            column.addWidget(self._field(spec))
        if not isinstance(value, Settings):
            fields = self._titles.offered(self._fields)
            self._add(column, "when", tr("Shown"), WhenEdit(str(value.when), fields, self._dates(), self._undo))
        column.addStretch(1)
        self.setWidget(inner)
        stand_within(self)
        self.setEnabled(editable)

    def focus_first(self, key: str = "") -> None:
        """Begin to write: in the first text, or in the property asked for."""
        texts = [one for one in self._controls.values() if isinstance(one, Words | Line)]
        control = self._controls.get(key) or (texts[0] if texts else None)
        if control is not None:
            control.setFocus(Qt.FocusReason.OtherFocusReason)
            if isinstance(control, Words | Line):
                control.selectAll()

    def writing(self) -> QWidget | None:
        """The text that was written in last; None where there was none."""
        return self._last

    def point_at(self, key: str, name: str) -> None:
        """Open the box of the first field of this name in a property's text that nothing stands in for."""
        control = self._controls.get(key)
        if isinstance(control, Words | Line):
            self.ensureWidgetVisible(control)
            control.point_at(name)

    def focused(self) -> str:
        """The property that is being written; empty where none is."""
        return next((key for key, control in self._controls.items() if control.hasFocus()), "")

    def return_to(self, key: str) -> None:
        """Go on writing a property after the form was made anew."""
        if (control := self._controls.get(key)) is not None:
            control.setFocus(Qt.FocusReason.OtherFocusReason)

    def insert_field(self, words: str) -> bool:
        """Put a merge field into the text last written in, or the first; says whether there is one."""
        texts = [one for one in self._controls.values() if isinstance(one, Words | Line)]
        target = self._last or (texts[0] if texts else None)
        if target is not None:
            link = target is self._controls.get("link")
            target.insert("{{ " + for_place(words, _ADDRESS if link else "") + " }}")
            target.setFocus(Qt.FocusReason.OtherFocusReason)
        return target is not None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """With less height, as where a problem is said below, what one types in stays in sight."""
        super().resizeEvent(event)
        typing = next((one for one in self.findChildren(QWidget) if one.hasFocus()), None)
        if typing is not None:
            self.ensureWidgetVisible(typing)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Remember where one wrote last."""
        if event.type() is QEvent.Type.FocusIn and isinstance(watched, Words | Line):
            self._last = watched
        return super().eventFilter(watched, event)

    def control(self, key: str) -> QWidget:
        """The control of a property."""
        return self._controls[key]

    def _dates(self) -> list[str]:
        return [name for name, forms in self._forms.items() if forms.dates]

    def _field(self, spec: Property) -> QWidget:
        value = getattr(self._value, spec.key)
        hint = tr(spec.more) if isinstance(spec.more, str) else ""
        match spec.kind:
            case "words":
                control = Words(tr(spec.label), value, self._undo)
                control.setFixedHeight(_TALL if isinstance(self._value, TextBlock) else _LOW)
                return self._keep(spec, control, hint)
            case "line":
                is_hint = spec.key == "alt"
                line = Line(value, self._undo, "" if is_hint else hint)
                return self._keep(spec, line, hint if is_hint else "")
            case "color":
                usual = str(getattr(self._settings, hint)) if hint else ""
                return self._keep(spec, ColourButton(tr(spec.label), value, usual=usual))
            case "picture":
                return self._keep(spec, self._picture(value))
            case "profiles":
                return self._keep(spec, ProfilesEdit(value, self._undo))
            case _:
                return self._few(spec, value)

    def _few(self, spec: Property, value: object) -> QWidget:
        """A number, or one of a few."""
        if isinstance(spec.more, tuple):
            least, most, unit = spec.more
            number = NumberEdit(tr(spec.label), least, most, int(str(value)), unit=unit)
            number.setSpecialValueText(tr(ZERO[spec.key]) if not least and spec.key in ZERO else "")
            number.valueChanged.connect(lambda given: self._take(spec.key, given))
            return self._labelled(spec, number)
        if spec.kind == "font":
            choice = Choice(tr(spec.label), [] if spec.key == "font" else [("", tr("The same"))])
            choice.set_choices([*([] if spec.key == "font" else [("", tr("The same"))]), *_fonts()])
            choice.choose(str(value))
            choice.chosen.connect(lambda key: self._take(spec.key, key))
            return self._labelled(spec, choice)
        choices = pairs({"align": _ALIGNMENTS, "level": _LEVELS, "count": _COUNTS}[spec.kind])
        segments = Segments(tr(spec.label), choices)
        segments.choose(str(len(value)) if isinstance(value, tuple) else str(value))
        segments.chosen.connect(lambda key: self._segment(spec, key))
        return self._labelled(spec, segments)

    def _segment(self, spec: Property, key: str) -> None:
        if isinstance(self._value, Columns) and spec.kind == "count":
            self._take(spec.key, _with_columns(self._value, int(key)))
        else:
            self._take(spec.key, int(key) if spec.kind == "level" else key)

    def _picture(self, source: str) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        self._shown, self._said = QLabel(), Caption("")
        self._show_picture(source)
        column.addWidget(self._shown)
        column.addWidget(self._said)
        words = tr("Choose another") if source else tr("Choose a picture")
        button = Button(words, icon="image", run=self.picture_wanted.emit)
        column.addWidget(button)
        hand_on(holder, button)
        return holder

    def _show_picture(self, source: str) -> None:
        pixmap = QPixmap()
        pixmap.loadFromData(self._pictures.get(source.removeprefix("cid:"), b""))
        if not pixmap.isNull():
            how = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            self._shown.setPixmap(pixmap.scaled(min(_PICTURE.width(), pixmap.width()), _PICTURE.height(), *how))
        own = source.startswith("cid:")
        self._said.setText("" if own else source or tr(_NO_PICTURE))
        self._shown.setVisible(not pixmap.isNull())
        self._said.setVisible(not own)

    def _keep(self, spec: Property, control: QWidget, hint: str = "") -> QWidget:
        if isinstance(control, Words | Line):
            control.installEventFilter(self)
            control.show_fields(self._fields, self._titles)
            control.forms = self._forms
        if isinstance(control, Words | Line | ColourButton | ProfilesEdit | WhenEdit):
            control.edited.connect(lambda value: self._take(spec.key, value))
        return self._labelled(spec, control, hint)

    def _labelled(self, spec: Property, control: QWidget, hint: str = "") -> QWidget:
        self._controls[spec.key] = control
        return Field(tr(spec.label), control, hint)

    def _add(self, column: QVBoxLayout, key: str, label: str, control: QWidget) -> None:
        column.addWidget(self._keep(Property(key, label, ""), control))

    def _take(self, key: str, value: object) -> None:
        self._value = replace(self._value, **{key: value})  # type: ignore[arg-type]  # the control gives the attribute's type
        if isinstance(self._value, Settings):
            self._settings = self._value
        self.changed.emit(key, self._value)


def _fonts() -> list[tuple[str, str]]:
    return [(name, tr(_FONT_WORDS[name])) for name in FONTS]


def _with_columns(block: Columns, count: int) -> tuple[object, ...]:
    """More columns are empty; of fewer, the last takes over what stood in those that go."""
    kept = list(block.columns[: min(count, MOST_COLUMNS)])
    kept += [()] * (count - len(kept))
    for gone in block.columns[count:]:
        kept[-1] = (*kept[-1], *gone)
    return tuple(kept)
