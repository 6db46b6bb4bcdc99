"""The number formats of an ODS (OpenDocument 1.3 part 3, 16.29), as the codes that XLSX has for them."""

from __future__ import annotations

import zipfile
from collections import Counter
from dataclasses import dataclass, field

from sendoff.adapters.tabular.number_formats import ROWS, Attributes, Enough, walk

_PARTS = {
    "day": ("d", "dd"), "month": ("m", "mm"), "year": ("yy", "yyyy"), "day-of-week": ("ddd", "dddd"),
    "hours": ("h", "hh"), "minutes": ("m", "mm"), "seconds": ("s", "ss"), "am-pm": ("AM/PM", "AM/PM"),
}  # fmt: skip
"""Parts of a date, short and long."""
_FIGURES = frozenset(("float", "currency", "percentage", "date"))
_REPEATED = 1_000
"""Cells of one element that are counted at most."""


@dataclass(slots=True)
class _Styles:
    """What the styles of a document say, by their names."""

    codes: dict[str, str] = field(default_factory=dict)
    """Of data styles."""
    positive: dict[str, str] = field(default_factory=dict)
    """The data style that stands for another where the number is not negative."""
    data: dict[str, str] = field(default_factory=dict)
    """The data style of a cell's style."""
    parents: dict[str, str] = field(default_factory=dict)
    current: str = ""
    words: list[str] | None = None

    def start(self, name: str, given: Attributes) -> None:
        if name in {"date-style", "number-style", "currency-style", "percentage-style"}:
            # The system's own way is no form of the list's.
            self.current = "" if given.get("format-source") == "language" else given.get("name", "")
            self.codes[self.current] = ""
        elif name == "style" and given.get("family") == "table-cell":
            self.data[given.get("name", "")] = given.get("data-style-name", "")
            self.parents[given.get("name", "")] = given.get("parent-style-name", "")
        elif name == "map" and self.current and given.get("condition", "").replace(" ", "") == "value()>=0":
            self.positive[self.current] = given.get("apply-style-name", "")
        elif self.current:
            self._part(name, given)

    def _part(self, name: str, given: Attributes) -> None:
        if name in _PARTS:
            long = given.get("style") == "long"
            code = _PARTS[name][long]
            self.codes[self.current] += code[0] * (4 if long else 3) if given.get("textual") == "true" else code
        elif name == "number":
            self.codes[self.current] += _figure(given)
        elif name in {"text", "currency-symbol"}:
            self.words = []

    def text(self, words: str) -> None:
        if self.words is not None:
            self.words.append(words)

    def end(self, name: str) -> None:
        if name in {"text", "currency-symbol"} and self.words is not None:
            words = "".join(self.words).replace('"', "")
            self.codes[self.current] += words if words == "%" else f'"{words}"' if words else ""
            self.words = None
        elif name.endswith("-style"):
            self.current = ""

    def code_of(self, style: str) -> str:
        """The code of a cell's style, its parents' where it has none itself."""
        for _ in range(20):
            if data := self.data.get(style, ""):
                return self.codes.get(self.positive.get(data, data), "")
            style = self.parents.get(style, "")
        return ""


def _figure(given: Attributes) -> str:
    places = min(int(given.get("decimal-places", 0)), 20)
    least = min(int(given.get("min-decimal-places", places)), places)
    zeros = "0" * max(1, min(int(given.get("min-integer-digits", 1)), 20))
    whole = f"#,##{zeros}" if given.get("grouping") == "true" else zeros
    return whole + ("." + "0" * least + "#" * (places - least) if places else "")


class _Sheet:
    """Counts the codes among the figures of one sheet's columns, while a document is gone through."""

    def __init__(self, styles: _Styles, sheet: str) -> None:
        self.found: dict[int, Counter[str]] = {}
        self._styles, self._sheet = styles, sheet
        self._usual: dict[int, str] = {}
        """The style of the cells of a column that have none of their own."""
        self._inside = False
        self._rows = self._column = 0

    def start(self, name: str, given: Attributes) -> None:
        if name == "table":
            self._inside, self._column = given.get("name", "") == self._sheet, 0
        elif not self._inside:
            self._styles.start(name, given)
        elif name == "table-row":
            self._rows, self._column = self._rows + 1, 0
            if self._rows > ROWS:
                raise Enough
        elif name in {"table-column", "table-cell", "covered-table-cell"}:
            times = min(int(given.get("number-columns-repeated", 1)), _REPEATED)
            columns = range(self._column, self._column + times)
            self._column += times
            if name == "table-column":
                self._usual.update(dict.fromkeys(columns, given.get("default-cell-style-name", "")))
            elif given.get("value-type") in _FIGURES:
                self._count(columns, given.get("style-name", ""))

    def end(self, name: str) -> None:
        if name == "table" and self._inside:
            raise Enough
        if not self._inside:
            self._styles.end(name)

    def text(self, words: str) -> None:
        if not self._inside:
            self._styles.text(words)

    def _count(self, columns: range, style: str) -> None:
        for column in columns:
            code = self._styles.code_of(style or self._usual.get(column, ""))
            self.found.setdefault(column, Counter())[code] += 1


def ods_formats(archive: zipfile.ZipFile, sheet: str) -> dict[int, Counter[str]]:
    """How often each code is among the figures of a column. Raises what damaged documents raise."""
    styles = _Styles()
    if "styles.xml" in archive.namelist():
        walk(archive, "styles.xml", styles.start, styles.end, styles.text)
    styles.current = ""
    found = _Sheet(styles, sheet)
    walk(archive, "content.xml", found.start, found.end, found.text, whole=False)
    return found.found
