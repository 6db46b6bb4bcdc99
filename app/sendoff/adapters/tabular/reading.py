"""Opening a list: the file is looked at, then read by what it is, not only by what it is called."""

from __future__ import annotations

import codecs
from pathlib import Path

from sendoff.adapters.tabular import delimited
from sendoff.adapters.tabular.container import damaged
from sendoff.adapters.tabular.table import Table
from sendoff.core.errors import InputError
from sendoff.core.language import phrase, tr
from sendoff.core.listing import ReadOptions

TEXT = (".csv", ".tsv", ".tab", ".txt")
WORKBOOK = (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods")
VCARD = (".vcf", ".vcard")
EXTENSIONS = (*TEXT, *WORKBOOK, *VCARD)
"""What a file dialog offers."""
GUESS = ReadOptions()

_SAVE = phrase("Save the list as CSV, XLSX, ODS or VCF.")
_COPY = phrase("Copy the table or the addresses in it and paste them, or ask for the list as Excel or CSV.")
_LINK = phrase("It is only a link. In Google Sheets: File, Download, Microsoft Excel; then choose that file.")
_PACKAGES = (".numbers", ".pages")
"""Apple's documents may be folders."""
_REMEDIES = {
    ".numbers": phrase("In Numbers: File, Export To, Excel or CSV; then choose that file."),
    **dict.fromkeys(
        (".pdf", ".doc", ".docx", ".odt", ".rtf", ".pages", ".htm", ".html", ".mht", ".eml", ".msg"), _COPY
    ),
    **dict.fromkeys(
        (".png", ".jpg", ".jpeg", ".heic", ".gif"), phrase("It is a picture. Ask for the list as Excel or CSV.")
    ),
    **dict.fromkeys((".zip", ".7z", ".rar", ".gz"), phrase("Unpack it first, then choose the list in it.")),
    **dict.fromkeys((".gsheet", ".url", ".webloc"), _LINK),
    **dict.fromkeys(
        (".mdb", ".accdb", ".sqlite", ".db", ".pst", ".ost"),
        phrase("Export the table as Excel or CSV, in the program it comes from."),
    ),
}
"""What to do with the files that people often have in place of a list."""
_ZIP = b"PK\x03\x04"
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def open_table(path: Path, options: ReadOptions = GUESS) -> Table:
    """Open a list of recipients; what `options` do not say is guessed, and the guess is in `Table.notes`.

    Raises InputError with the file's name for whatever keeps it from being read.
    """
    kind = path.suffix.lower()
    if path.name.startswith("~$"):
        raise InputError(
            tr("This is not the list, but the note that Excel leaves beside it while it is open."),
            remedy=tr("Choose “{name}”.", name=path.name[2:]),
            where=path.name,
            code="lock_file",
        )
    if kind not in EXTENSIONS:
        if path.is_dir() and kind not in _PACKAGES:
            raise InputError(tr("This is a folder."), remedy=tr("Choose a file in it."), where=path.name, code="folder")
        raise InputError(
            tr("Lists of the kind “{kind}” cannot be read.", kind=kind)
            if kind
            else tr("A file without an ending cannot be read as a list."),
            remedy=tr(_REMEDIES.get(kind, _SAVE)),
            where=path.name,
            code="unknown_kind",
        )
    head = _head(path)
    lead = head.lstrip(b"\xef\xbb\xbf \r\n")
    try:
        if head.startswith((_ZIP, _OLE)):
            from sendoff.adapters.tabular import workbook

            return workbook.open_workbook(path, options)
        if kind in VCARD or lead[:11].upper() == b"BEGIN:VCARD":
            from sendoff.adapters.tabular import vcard

            return vcard.open_vcard(path, options)
        # Many programs export CSV or a web page under the name of a workbook.
        if kind in WORKBOOK and (lead.startswith(b"<") or (b"\0" in head and not head.startswith(_UTF16))):
            raise damaged(path)
        return delimited.open_text(path, options)
    except OSError as error:
        raise InputError(
            tr("The file cannot be read to its end."), remedy=tr("Open it again."), where=path.name
        ) from error


def _head(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            head = file.read(4096)
    except FileNotFoundError:
        title, remedy, code = tr("The file does not exist."), tr("Check its name and place."), "missing_file"
    except IsADirectoryError:
        title, remedy, code = tr("This is a folder."), tr("Choose a file in it."), "folder"
    except (OSError, ValueError):
        # Windows answers PermissionError for a folder too.
        if path.is_dir():
            title, remedy, code = tr("This is a folder."), tr("Choose a file in it."), "folder"
        else:
            title, code = tr("The file cannot be read."), "unreadable"
            remedy = tr("Close it in other programs, and check that you may open it.")
    else:
        if head:
            return head
        title, remedy, code = tr("The file is empty."), tr("Choose a file with at least one address."), "empty_list"
    raise InputError(title, remedy=remedy, where=path.name, code=code)
