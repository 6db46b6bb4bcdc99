"""Small panels over the text, each asking one thing: a field, a condition, a link, a picture's words."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import cast

from PySide6.QtCore import QPoint, Qt, Slot
from PySide6.QtGui import QCloseEvent, QColor, QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGraphicsDropShadowEffect,
    QHBoxLayout,
    QLineEdit,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from sendoff.core.language import tr
from sendoff.core.shown import WORDS, Forms
from sendoff.core.template_conditions import condition_of
from sendoff.core.titles import Titles, shortened
from sendoff.ui import tokens
from sendoff.ui.pages.message.condition_edit import ConditionEdit
from sendoff.ui.pages.message.merge import MergeField, field_of
from sendoff.ui.pages.message.showing import form_choices
from sendoff.ui.widgets.button import Button
from sendoff.ui.widgets.field import Choice, Field
from sendoff.ui.widgets.text import Text

_WIDTH = 280
_LONGEST_TITLE = 40
"""Characters of a column's title in a choice."""


class Panel(QFrame):
    """Floats until something else is clicked; Enter applies, Escape leaves all as it was."""

    def __init__(self, parent: QWidget, title: str, apply: str, *, remove: str = "") -> None:
        self._host = parent.window()
        super().__init__(self._host)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._before = QApplication.focusWidget()
        self.setProperty("role", "panel")
        self.setAccessibleName(title)
        self.setFixedWidth(_WIDTH)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(tokens.Space.L, tokens.Space.M, tokens.Space.L, tokens.Space.L)
        self.column.setSpacing(tokens.Space.S)
        self.column.addWidget(Text(title, "strong"))
        self.on_apply: Callable[[], object] = lambda: None
        self.on_remove: Callable[[], object] = lambda: None
        self.apply_button = Button(apply, "primary", run=self.apply)
        self.remove_button = Button(remove, "flush", run=self.remove)
        self._buttons = QHBoxLayout()
        self.cancel_button = Button(tr("Cancel"), "quiet", run=self.close)
        if remove:
            self._buttons.addWidget(self.remove_button)
        self._buttons.addStretch(1)
        if not remove:
            self._buttons.addWidget(self.cancel_button)
        self._buttons.addWidget(self.apply_button)

    def open_at(self, point: QPoint) -> None:
        """Show below a point, within the screen, the first field ready to be typed in."""
        self.column.addLayout(self._buttons)
        self.adjustSize()
        host = self._host
        spot, room = host.mapFromGlobal(point), host.rect()
        top = spot.y() + tokens.Space.M
        if top + self.height() > room.bottom():
            top = spot.y() - self.height() - tokens.Space.M
        left = min(spot.x(), room.right() - self.width() - tokens.Space.S)
        self.move(max(tokens.Space.S, left), max(tokens.Space.S, top))
        shadow = QGraphicsDropShadowEffect(self, blurRadius=24)
        shadow.setColor(QColor(*tokens.SHADOW))
        shadow.setOffset(0, 6)
        self.setGraphicsEffect(shadow)
        self.show()
        self.raise_()
        inputs = [one for one in self.findChildren(QWidget) if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
        inputs = [one for one in inputs if one.isVisible()]
        first = next((one for one in inputs if isinstance(one, QLineEdit | QTextEdit)), None)
        if first is not None:
            first.setFocus()
            first.selectAll()
        elif inputs:
            inputs[0].setFocus()
        _application().focusChanged.connect(self._focus_moved)

    @Slot(QWidget, QWidget)
    def _focus_moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Whoever goes on elsewhere in the window leaves the panel."""
        elsewhere = now is not None and now.window() is self.window() and not self.isAncestorOf(now)
        if elsewhere and self.isVisible():
            self._before = None
            self.close()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves all as it was."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001 -- Qt's signature
        """Tab goes round within the panel."""
        inputs = [one for one in self.findChildren(QWidget) if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
        inputs = [one for one in inputs if one.isVisible() and one.isEnabled()]
        now = QApplication.focusWidget()
        place = inputs.index(now) if now in inputs else -1
        if inputs:
            inputs[(place + (1 if next else -1)) % len(inputs)].setFocus(Qt.FocusReason.TabFocusReason)
        return bool(inputs)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Give the cursor back."""
        _application().focusChanged.disconnect(self._focus_moved)
        super().closeEvent(event)
        if self._before is not None and isValid(self._before):
            self._before.setFocus()

    @Slot()
    def apply(self) -> None:
        """Do what is asked for."""
        self.close()
        self.on_apply()

    @Slot()
    def remove(self) -> None:
        """Take the thing away."""
        self.close()
        self.on_remove()

    def line(self, label: str, value: str, placeholder: str = "") -> QLineEdit:
        """A field to type in; Enter applies."""
        edit = QLineEdit(value)
        edit.setPlaceholderText(placeholder)
        edit.returnPressed.connect(self.apply)
        self.column.addWidget(Field(label, edit))
        return edit


def _application() -> QApplication:
    return cast("QApplication", QApplication.instance())


class FieldPanel(Panel):
    """A merge field: which, what stands in for an empty value, how it is written."""

    def __init__(
        self,
        parent: QWidget,
        tag: str,
        names: Sequence[str],
        titles: Titles,
        forms: Mapping[str, Forms],
    ) -> None:
        super().__init__(parent, tr("Merge field"), tr("Done"), remove=tr("Remove"))
        self._forms = forms
        known = field_of(tag)
        self._raw: QLineEdit | None = None
        self._known = known or MergeField(name="")
        if known is None:
            self._raw = self.line(tr("Expression"), tag)
            return
        self._fallback = self.line(tr("&If empty, say"), known.fallback, tr("nothing"))
        self._name = _field_choice(known.name, names, titles)
        self.column.addWidget(Field(tr("&Field"), self._name))
        self._style = Choice(tr("Show as"), form_choices(forms.get(known.name, WORDS), known.style))
        self._style.choose(known.style)
        self._name.chosen.connect(self._field_chosen)
        self.column.addWidget(Field(tr("&Show as"), self._style))

    def tag(self) -> str:
        """The tag as it is asked for now."""
        if self._raw is not None:
            return self._raw.text().strip()
        name, fallback = self._name.choice(), self._fallback.text().strip()
        return replace(self._known, name=name, fallback=fallback, style=self._style.choice()).tag

    def offer_form(self) -> None:
        """Propose the form that fits the field, ready to be changed or applied."""
        if self._raw is None and (usual := self._forms.get(self._name.choice(), WORDS).usual):
            self._style.choose(usual)
            self._style.setFocus()

    @Slot(str)
    def _field_chosen(self, name: str) -> None:
        """Another field comes with its own form."""
        forms = self._forms.get(name, WORDS)
        self._style.set_choices(form_choices(forms, ""))
        self._style.choose(forms.usual)


def tag_panel(
    parent: QWidget, tag: str, names: Sequence[str], titles: Titles, forms: Mapping[str, Forms]
) -> FieldPanel | ConditionPanel:
    """The panel of a tag that is there."""
    if tag.startswith("{{"):
        return FieldPanel(parent, tag, names, titles, forms)
    return ConditionPanel(parent, tag, names, titles, forms)


def _field_choice(now: str, names: Sequence[str], titles: Titles) -> Choice:
    """The columns by their titles, each once, with the field that is meant now."""
    offered = titles.offered(names, now)
    choice = Choice(tr("Field"), [(name, shortened(title, _LONGEST_TITLE)) for name, title in offered])
    choice.choose(now)
    return choice


class ConditionPanel(Panel):
    """When the selected paragraphs are shown."""

    def __init__(
        self, parent: QWidget, tag: str, names: Sequence[str], titles: Titles, forms: Mapping[str, Forms]
    ) -> None:
        super().__init__(
            parent, tr("Show only if"), tr("Done") if tag else tr("Insert"), remove=tr("Remove") if tag else ""
        )
        known = condition_of(tag)
        self._raw = self.line(tr("Condition"), tag) if tag and known is None else None
        self.asked = ConditionEdit(known)
        if self._raw is None:
            self.asked.show_fields(titles.offered(names), [name for name, one in forms.items() if one.dates])
            self.asked.value.returnPressed.connect(self.apply)
            self.asked.grown.connect(self.adjustSize)
            self.column.addWidget(self.asked)

    def tag(self) -> str:
        """The tag as it is asked for now."""
        return self._raw.text().strip() if self._raw is not None else self.asked.condition().tag

    @Slot()
    def apply(self) -> None:
        """Show it only then, once it is known what to compare with."""
        if self._raw is not None or self.asked.is_whole():
            super().apply()


class PicturePanel(Panel):
    """What a picture shows, in words."""

    def __init__(self, parent: QWidget, alt: str) -> None:
        super().__init__(parent, tr("Picture"), tr("Done"), remove=tr("Remove"))
        self._alt = self.line(tr("&What does it show?"), alt, tr("A red bicycle against a wall"))
        hint = Text(tr("Read aloud, and shown where pictures are blocked."), "caption", wrap=True)
        self.column.addWidget(hint)

    def alt(self) -> str:
        """The words."""
        return " ".join(self._alt.text().split())
