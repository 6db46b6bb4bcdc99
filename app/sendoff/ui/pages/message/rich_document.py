"""Rich text into a Qt document and back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import cast

from PySide6.QtGui import (
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextImageFormat,
    QTextLength,
    QTextList,
    QTextListFormat,
)

from sendoff.core.language import tr
from sendoff.core.rich_text import BULLET, HEADINGS, NUMBER, PARAGRAPH, QUOTE, RULE, Block, Run
from sendoff.ui import tokens
from sendoff.ui.pages.message.rich_chips import OBJECT, chip_format, tag_of
from sendoff.ui.theme import monospace, theme

KIND = QTextFormat.Property.UserProperty + 2
"""Of a block: quote or rule."""
LOOSE = QTextFormat.Property.UserProperty + 3
BUTTON = QTextFormat.Property.UserProperty + 4
CODE = QTextFormat.Property.UserProperty + 5
_BREAK = "\u2028"
_SIZES = {"h1": 24, "h2": 20, "h3": 16, "h4": 15, "h5": 14, "h6": 13}
_WIDEST = 340
_Ruler = QTextFormat.Property.BlockTrailingHorizontalRulerWidth


def fill(document: QTextDocument, blocks: Sequence[Block]) -> None:
    """Show these blocks in place of what is there; what was there cannot be undone to."""
    document.clear()
    cursor = QTextCursor(document)
    shape(cursor, PARAGRAPH)  # a single one flows into what is there, and the next ones are typed like it
    insert(cursor, blocks)
    document.clearUndoRedoStacks()


def insert(cursor: QTextCursor, blocks: Sequence[Block]) -> None:
    """Put blocks where the cursor is: a single paragraph flows into the line, others begin lines."""
    cursor.beginEditBlock()
    cursor.removeSelectedText()
    flows = len(blocks) == 1 and blocks[0].kind == PARAGRAPH
    for place, block in enumerate(blocks):
        if place or (not flows and not cursor.atBlockStart()):
            cursor.insertBlock()
        if not flows:
            shape(cursor, block.kind, block.level, loose=block.loose)
        base = char_format(block.kind)
        cursor.setBlockCharFormat(base)
        for run in block.runs:
            put(cursor, run, base)
    cursor.endEditBlock()


def put(cursor: QTextCursor, run: Run, base: QTextCharFormat) -> None:
    """Insert one run."""
    look = styled(run, base)
    if run.tag:
        cursor.insertText(OBJECT, chip_format(run.text, look))
    elif run.image:
        cursor.insertImage(_picture(run, look))
    else:
        cursor.insertText(run.text.replace("\n", _BREAK), look)
    cursor.setCharFormat(base)


def shape(cursor: QTextCursor, kind: str, level: int = 0, *, loose: bool = False) -> None:
    """Make the cursor's paragraph one of this kind."""
    current = cursor.currentList()
    if current is not None:
        current.remove(cursor.block())
    form = QTextBlockFormat()
    form.setBottomMargin(tokens.Space.S)
    form.setLineHeight(125, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    if kind in HEADINGS:
        form.setHeadingLevel(int(kind[1]))
        form.setTopMargin(tokens.Space.S)
    elif kind == QUOTE:
        form.setProperty(KIND, QUOTE)
        form.setLeftMargin(tokens.Space.XL)
    elif kind == RULE:
        form.setProperty(KIND, RULE)
        form.setProperty(_Ruler, QTextLength(QTextLength.Type.PercentageLength, 100))
    elif kind in (BULLET, NUMBER):
        form.setProperty(LOOSE, loose)
        form.setBottomMargin(tokens.Space.S if loose else 2)
    cursor.setBlockFormat(form)
    if kind in (BULLET, NUMBER):
        _list(cursor, kind, level)


def char_format(kind: str) -> QTextCharFormat:
    """How plain words of a paragraph look."""
    look = QTextCharFormat()
    look.setForeground(theme().colour("ink_2" if kind == QUOTE else "ink"))
    look.setProperty(QTextFormat.Property.FontPixelSize, round(theme().scale * _SIZES.get(kind, tokens.Type.BODY + 1)))
    if kind in HEADINGS:
        look.setFontWeight(QFont.Weight.DemiBold)
    return look


def styled(run: Run, base: QTextCharFormat) -> QTextCharFormat:
    """How a run looks in a paragraph."""
    look = QTextCharFormat(base)
    if run.bold:
        look.setFontWeight(QFont.Weight.Bold)
    look.setFontItalic(run.italic)
    look.setFontStrikeOut(run.strike)
    if run.code:
        look.setProperty(CODE, True)  # noqa: FBT003 -- Qt's signature
        look.setFontFamilies(monospace().families())
        look.setBackground(theme().colour("sunken"))
    if run.link:
        look.setAnchor(True)
        look.setAnchorHref(run.link)
        look.setToolTip(run.link)
        if run.button:
            look.setProperty(BUTTON, True)  # noqa: FBT003 -- Qt's signature
        look.setForeground(theme().colour("on_accent" if run.button else "accent"))
        if run.button:
            look.setBackground(theme().colour("accent"))
        look.setFontUnderline(not run.button)
    return look


def read(document: QTextDocument) -> tuple[Block, ...]:
    """The blocks of a document."""
    found, block = [], document.begin()
    while block.isValid():
        found.append(block_of(block))
        block = block.next()
    return tuple(found)


def kind_of(block: QTextBlock) -> str:
    """What a paragraph is."""
    form, within = block.blockFormat(), _list_of(block)
    if within is not None:
        return NUMBER if within.format().style() == QTextListFormat.Style.ListDecimal else BULLET
    if form.headingLevel():
        return HEADINGS[min(form.headingLevel(), len(HEADINGS)) - 1]
    if form.hasProperty(_Ruler) and not block.text():
        return RULE
    return str(form.property(KIND) or PARAGRAPH)


def _list_of(block: QTextBlock) -> QTextList | None:
    return cast("QTextList | None", block.textList())  # the stubs know of no block without one


def block_of(block: QTextBlock) -> Block:
    """What one paragraph holds."""
    kind = kind_of(block)
    within = _list_of(block)
    return Block(
        kind=kind,
        runs=() if kind == RULE else tuple(_runs(block, heading=kind in HEADINGS)),
        level=max(0, within.format().indent() - 1) if within is not None else 0,
        loose=bool(block.blockFormat().property(LOOSE)),
    )


def _runs(block: QTextBlock, *, heading: bool) -> Iterator[Run]:
    at = block.begin()
    while not at.atEnd():
        fragment = at.fragment()
        at += 1
        look = fragment.charFormat()
        style = style_of(look, heading=heading)
        if look.isImageFormat():
            image = look.toImageFormat()
            alt = str(image.property(QTextFormat.Property.ImageAltText) or "")
            yield from [replace(style, image=image.name(), text=alt)] * fragment.length()
        elif tag := tag_of(look):
            yield from [replace(style, text=tag, tag=True)] * fragment.length()
        else:
            yield replace(style, text=fragment.text().replace(_BREAK, "\n").replace(OBJECT, ""))


def style_of(look: QTextCharFormat, *, heading: bool) -> Run:
    """The style of a format, as a run without words; a heading's own weight does not count."""
    link = look.anchorHref() if look.isAnchor() else ""
    return Run(
        bold=not heading and look.fontWeight() >= QFont.Weight.DemiBold,
        italic=look.fontItalic(),
        strike=look.fontStrikeOut(),
        code=bool(look.property(CODE)),
        link=link,
        button=bool(link and look.property(BUTTON)),
    )


def _picture(run: Run, look: QTextCharFormat) -> QTextImageFormat:
    image = QTextImageFormat()
    image.merge(look)
    image.setName(run.image)
    image.setProperty(QTextFormat.Property.ImageAltText, run.text)
    image.setMaximumWidth(QTextLength(QTextLength.Type.FixedLength, _WIDEST))
    image.setToolTip(run.text or tr("This picture has no words yet: click it to add them."))
    return image


def _list(cursor: QTextCursor, kind: str, level: int) -> None:
    """Join the list above of the same kind and depth, or begin one."""
    above = cursor.block().previous()
    wanted = QTextListFormat.Style.ListDecimal if kind == NUMBER else QTextListFormat.Style.ListDisc
    while above.isValid() and (within := _list_of(above)) is not None:
        form = within.format()
        if form.indent() == level + 1 and form.style() == wanted:
            within.add(cursor.block())
            return
        if form.indent() <= level + 1:
            break
        above = above.previous()
    form = QTextListFormat()
    form.setStyle(wanted)
    form.setIndent(level + 1)
    cursor.createList(form)
