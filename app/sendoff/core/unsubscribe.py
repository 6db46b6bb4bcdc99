"""How a reader leaves the list: the addresses of `List-Unsubscribe` and of the message's link (RFC 2369, 8058)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from sendoff.core.address import check_address
from sendoff.core.errors import InputError
from sendoff.core.headers import one_line
from sendoff.core.language import tr
from sendoff.core.template import compile_template
from sendoff.core.template_tags import ShieldedTags

WHERE = "unsubscribe"
_LONGEST = 900
"""Characters of an address: a header's line holds 998."""
_URI = "%:/?#[]@!$&'()*+,;=~"
_MOST = 2


@dataclass(frozen=True, slots=True)
class Leaving:
    """One recipient's addresses, ASCII and safe in a header; either may be empty."""

    https: str = ""
    mailto: str = ""

    @property
    def link(self) -> str:
        """Where the link in the message leads."""
        return self.https or self.mailto


class Unsubscribe:
    """The addresses of a campaign. Raises InputError for more than one of a kind, and for anything but addresses."""

    def __init__(self, written: str) -> None:
        whole = compile_template(written, html=False, where=WHERE)
        self.templates = tuple(compile_template(entry, html=False, where=WHERE) for entry in _entries(written))
        self._constant = None if whole.fields else self._filled({})
        if len(self.templates) > _MOST:
            raise _wrong(tr("There are more than two addresses for unsubscribing"))

    def leaving(self, values: Mapping[str, str]) -> Leaving:
        """Fill in the addresses for one row. Raises InputError where one of them is no address."""
        return self._constant if self._constant is not None else self._filled(values)

    def _filled(self, values: Mapping[str, str]) -> Leaving:
        found: dict[str, str] = {}
        for template in self.templates:
            uri = one_line(template.render(values))
            kind = _kind(uri)
            if kind in found:
                raise _wrong(tr("There are two {kind} addresses for unsubscribing", kind=kind))
            found[kind] = _https(uri) if kind == "https" else _mailto(uri)
        return Leaving(found.get("https", ""), found.get("mailto", ""))


def _entries(written: str) -> list[str]:
    """The addresses, parted by blanks, with a comma or without, in angle brackets or not."""
    shielded = ShieldedTags(written)
    found = [shielded.restore(entry.strip("<>,")) for entry in shielded.text.split()]
    for entry in filter(None, found):
        if not entry.startswith("{"):
            _kind(entry)
    return [entry for entry in found if entry]


def _kind(uri: str) -> str:
    low = uri.lower()
    if low.startswith("https://"):
        return "https"
    if low.startswith("mailto:") or ("@" in uri and "/" not in uri and ":" not in uri):
        return "mailto"
    if low.startswith("http://"):
        raise _wrong(
            tr("The address for unsubscribing is not encrypted"), tr("Use https: one click needs it (RFC 8058).")
        )
    raise _wrong(tr("“{uri}” is no address for unsubscribing", uri=uri[:60]))


def _https(uri: str) -> str:
    coded = quote(uri, safe=_URI)
    try:
        host = urlsplit(coded).hostname or ""
    except ValueError:
        host = ""
    if not host or "%" in host or len(coded) > _LONGEST:
        raise _wrong(
            tr("“{uri}” is no address of a web page", uri=uri[:60]), tr("Write https:// and a host's name in ASCII.")
        )
    return coded


def _mailto(uri: str) -> str:
    address, _, rest = re.sub(r"(?i)\Amailto:", "", uri).partition("?")
    checked = check_address(address)
    coded = f"mailto:{quote(checked.wire, safe='@+')}?{quote(rest or 'subject=unsubscribe', safe=_URI)}"
    if checked.problem or len(coded) > _LONGEST:
        raise _wrong(tr("“{uri}” is no e-mail address", uri=uri[:60]), checked.problem)
    return coded


def _wrong(title: str, remedy: str = "") -> InputError:
    remedy = remedy or tr("Write https://…, mailto:… or both, parted by a blank.")
    return InputError(f"{title}.", remedy=remedy, where=WHERE, code="unsubscribe")
