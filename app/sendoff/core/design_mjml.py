"""A design becomes MJML, and that the HTML template of a campaign. Made once a campaign, before any row is known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import singledispatchmethod
from itertools import groupby

from sendoff.core.design import (
    FONTS,
    Block,
    Button,
    Columns,
    Design,
    Divider,
    Footer,
    Heading,
    Image,
    Settings,
    Social,
    Spacer,
    Text,
    pieces,
)
from sendoff.core.design_json import kind_of
from sendoff.core.design_text import typed, typed_lines, typed_link, typed_markdown
from sendoff.core.errors import InputError
from sendoff.core.language import tr
from sendoff.core.mjml import html_from_mjml
from sendoff.core.template import compile_template

_LEVELS: Mapping[int, tuple[float, float]] = {1: (1.9, 1.2), 2: (1.375, 1.3), 3: (1.0625, 1.4)}
"""Of each level of heading: how many times the size of the text, and the height of a line."""
_SIDE, _GAP, _TOP, _EDGE = 16, 16, 32, 24
"""Pixels beside a block (a section adds as much), below it, above the first, and above the message."""
_LARGE = 24
"""Pixels from which a text is set as tight as a heading."""
_HAIRLINE = "#d9d9d4"
_TYPED = frozenset({"text", "alt", "link", "source", "link_text"})


def html_from_design(design: Design, *, postal: str = "", unsubscribe: str = "") -> str:
    """The HTML template of a design. `postal` and the link `unsubscribe` fill its footer; both may be templates.

    Raises InputError (`template_syntax`) naming the block and the line where a template in it is wrong.
    """
    check_templates(design)
    return html_from_mjml(mjml_from_design(design, postal=postal, unsubscribe=unsubscribe), "design")


def check_templates(design: Design) -> None:
    """Raise InputError where what is typed into a block is no template that is whole in itself."""
    for path, block in pieces(design):
        where = f"block {'.'.join(str(place + 1) for place in path)}, {kind_of(block)}"
        for one in fields(block):
            if one.name in _TYPED:
                compile_template(getattr(block, one.name), html=False, where=where)
        if isinstance(block, Social):
            for profile in block.profiles:
                compile_template(profile.name + profile.link, html=False, where=where)
        if "%}" in block.when or "\n" in block.when:
            raise InputError(
                tr("The condition is no expression."),
                remedy=tr("Write a field, or field == 'value'."),
                where=where,
                code="template_syntax",
            )
        if block.when:
            compile_template(_if(block.when) + "{% endif %}", html=False, where=where)


def mjml_from_design(design: Design, *, postal: str = "", unsubscribe: str = "") -> str:
    """The MJML of a design; see `html_from_design`."""
    return _Writer(design.settings, postal, unsubscribe).page(design)


def _if(when: str) -> str:
    return f"{{% if {when} %}}"


def _attributes(**given: object) -> str:
    """Attributes in MJML's spelling; what is empty is left out. Texts of people come escaped."""
    return "".join(f' {name.replace("_", "-")}="{value}"' for name, value in given.items() if value not in ("", 0))


def _group(block: Block) -> str:
    return "columns" if isinstance(block, Columns) else "footer" if isinstance(block, Footer) else "body"


def _guarded(block: Block, written: str) -> str:
    """The block within its condition; each statement has a line to itself, so that readers of HTML can hide it."""
    if not block.when:
        return written
    return f"<mj-raw>\n{_if(block.when)}\n</mj-raw>\n{written}\n<mj-raw>\n{{% endif %}}\n</mj-raw>"


@dataclass(frozen=True, slots=True)
class _Row:
    """A section to be: its columns, its colour, and its room where that is given."""

    columns: str
    background: str
    padding: int = 0
    block: Columns | None = None


class _Writer:
    """Writes one design; `_piece` knows each kind of block."""

    def __init__(self, settings: Settings, postal: str, unsubscribe: str) -> None:
        self._s = settings
        self._postal = postal
        self._unsubscribe = unsubscribe
        self._font = FONTS[settings.font]
        self._heading_font = FONTS[settings.heading_font or settings.font]

    def page(self, design: Design) -> str:
        body = "\n".join(self._sections(design))
        return (
            "<mjml>\n<mj-head>\n<mj-attributes>"
            f'<mj-all font-family="{self._font}" />'
            f'<mj-text font-size="{self._s.size}px" line-height="1.55" color="{self._s.ink}" />'
            "</mj-attributes>\n"
            '<mj-raw><meta name="color-scheme" content="light only" /></mj-raw>\n'
            "<mj-style>a { text-decoration-thickness: 1px; } "
            "@media (max-width: 480px) { h1 { font-size: 26px !important; } }</mj-style>\n"
            f'</mj-head>\n<mj-body width="{self._s.width}px" background-color="{self._s.background}">\n'
            f"{body}\n</mj-body>\n</mjml>\n"
        )

    def _sections(self, design: Design) -> Iterator[str]:
        """What has the same colour grows together; where it changes, there is room."""
        rows = list(self._rows(design.blocks))
        if rows and rows[0].background and self._s.surface != self._s.background:
            yield f'<mj-section padding="{_EDGE // 2}px 0"></mj-section>'
        beside = [None, *(row.background for row in rows), None]
        for row, before, after in zip(rows, beside, beside[2:], strict=False):
            above = row.padding or (0 if before == row.background else _TOP)
            below = max(0, row.padding - _GAP) if row.padding else 0 if after == row.background else _GAP
            look = _attributes(background_color=row.background, padding=f"{above}px {_SIDE}px {below}px")
            section = f"<mj-section{look}>\n{row.columns}\n</mj-section>"
            yield _guarded(row.block, section) if row.block else section

    def _rows(self, blocks: Sequence[Block]) -> Iterator[_Row]:
        for group, run in groupby(blocks, _group):
            if group == "body":
                yield _Row(self._column(list(run)), self._s.surface)
                continue
            for block in run:
                if isinstance(block, Columns):
                    columns = "\n".join(map(self._column, block.columns))
                    yield _Row(columns, block.background or self._s.surface, block.padding, block)
                else:
                    yield _Row(self._column([block]), "", _EDGE)

    def _column(self, blocks: Sequence[Block]) -> str:
        written = ((block, self._piece(block)) for block in blocks)
        inner = "\n".join(_guarded(block, mjml) for block, mjml in written if mjml)
        return f"<mj-column>\n{inner}\n</mj-column>"

    def _text(self, html: str, **look: object) -> str:
        look.setdefault("padding", f"0 {_SIDE}px {_GAP}px")
        return f"<mj-text{_attributes(**look)}>{html}</mj-text>"

    def _styles(self, color: str = "") -> dict[str, str]:
        return {
            "p": "margin:0 0 12px",
            "a": f"color:{color or self._s.accent};text-decoration:underline",
            "ul": "margin:0 0 12px;padding-left:22px",
            "ol": "margin:0 0 12px;padding-left:22px",
            "li": "margin:0 0 6px",
        }

    @singledispatchmethod
    def _piece(self, block: Block) -> str:
        raise TypeError(f"{type(block).__name__} does not stand in a column")

    @_piece.register
    def _(self, block: Heading) -> str:
        times, height = _LEVELS[block.level]
        size = round(self._s.size * times)
        style = f"margin:0;font-size:{size}px;line-height:{height};font-weight:700;letter-spacing:-0.01em"
        html = f'<h{block.level} style="{style}">{typed_lines(block.text)}</h{block.level}>'
        return self._text(
            html, align=block.align, color=block.color, font_family=self._heading_font,
            padding=f"0 {_SIDE}px {12 if block.level == 1 else 8}px",
        )  # fmt: skip

    @_piece.register
    def _(self, block: Text) -> str:
        size = f"{block.size}px" if block.size else ""
        height = "1.2" if block.size >= _LARGE else ""
        html = typed_markdown(block.text, self._styles(block.color))
        return self._text(
            html, align=block.align, color=block.color, font_size=size, line_height=height, padding=f"0 {_SIDE}px 4px"
        )

    @_piece.register
    def _(self, block: Image) -> str:
        if not (source := typed_link(block.source)):
            return ""
        look = _attributes(
            src=source, href=typed_link(block.link), align=block.align, padding=f"0 {_SIDE}px {_GAP}px",
            width=f"{block.width}px" if block.width else "",
        )  # fmt: skip
        return f'<mj-image{look} alt="{typed(block.alt)}" />'

    @_piece.register
    def _(self, block: Button) -> str:
        look = _attributes(
            href=typed_link(block.link), align=block.align, background_color=block.color or self._s.accent,
            color=block.text_color or self._s.on_accent, border_radius=f"{self._s.radius}px", font_weight="600",
            font_size=f"{self._s.size}px", inner_padding="13px 26px", padding=f"8px {_SIDE}px 24px",
        )  # fmt: skip
        return f"<mj-button{look}>{typed(block.text)}</mj-button>"

    @_piece.register
    def _(self, block: Divider) -> str:
        look = _attributes(
            border_width="1px", border_color=block.color or _HAIRLINE, padding=f"8px {_SIDE}px {_GAP + 8}px"
        )
        return f"<mj-divider{look} />"

    @_piece.register
    def _(self, block: Spacer) -> str:
        return f'<mj-spacer height="{block.height}px" />'

    @_piece.register
    def _(self, block: Social) -> str:
        style = f"color:{self._s.accent};text-decoration:none;font-weight:600"
        links = [
            f'<a href="{typed_link(one.link)}" style="{style}">{typed(one.name)}</a>'
            for one in block.profiles
            if one.name and one.link
        ]
        return self._text(" &#183; ".join(links), align=block.align, font_size="14px") if links else ""

    @_piece.register
    def _(self, block: Footer) -> str:
        color = block.color or self._s.muted
        parts = [typed_markdown(block.text, self._styles(color)).strip()]
        if self._postal.strip():
            parts.append(f'<p style="margin:0 0 8px">{typed_lines(self._postal)}</p>')
        if target := typed_link(self._unsubscribe):
            style = f"color:{color};text-decoration:underline"
            parts.append(f'<p style="margin:0"><a href="{target}" style="{style}">{typed(block.link_text)}</a></p>')
        return self._text("".join(parts), align=block.align, color=color, font_size="13px", line_height="1.5")
