"""E-mail addresses: what was written becomes an address that can be sent to, or a sentence that says why not.

The verdict is email-validator's (RFC 5321, 6531, IDNA 2008, special-use domains). Plain ASCII addresses, nearly all of
a list, are recognised by one expression that accepts a subset of what the library accepts, with the same result.
`.test` is allowed: the sandbox and rehearsals live there, and no mail for it can leave for anybody.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import repeat
from operator import add

from email_validator import SPECIAL_USE_DOMAIN_NAMES, EmailNotValidError, validate_email
from email_validator.rfc_constants import CASE_INSENSITIVE_MAILBOX_NAMES

from sendoff.core.errors import InputError
from sendoff.core.language import phrase, tr
from sendoff.core.spelled_address import unspelled

LOCAL_LIMIT = 64
"""Characters before the @ (RFC 5321 4.5.3.1.1)."""
ADDRESS_LIMIT = 254
"""Characters of a whole address (RFC 3696, erratum 1690)."""

_TEXT_LIMIT = 2_000
_ATOM = r"[a-z0-9_!#$%&'*+\-/=?^`{|}~]+"
_LABEL = r"(?!..--)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_PLAIN = re.compile(rf"({_ATOM}(?:\.{_ATOM})*)@((?:{_LABEL}\.)+([a-z]{{2,63}}))", re.IGNORECASE | re.ASCII)
_PLAIN_LOCAL = re.compile(rf"{_ATOM}(?:\.{_ATOM})*".replace("a-z", "A-Za-z"), re.ASCII).fullmatch
_SHAPES = str.maketrans({
    chr(code): "a" if re.fullmatch(_ATOM, chr(code), re.IGNORECASE | re.ASCII) else "?"
    for code in range(128)
    if chr(code) not in ".@\n"
})  # fmt: skip
_STAND_IN = "a@b.cc"
_DOMAINS_LIMIT = 20_000
"""Domains remembered; a list with more of them costs time, not memory."""
_SPECIAL = frozenset(domain for domain in SPECIAL_USE_DOMAIN_NAMES if domain != "test")
_SPECIAL_ENDINGS = frozenset(domain.rpartition(".")[2] for domain in _SPECIAL)
_ROLES = frozenset(CASE_INSENSITIVE_MAILBOX_NAMES)
_MAILBOX = re.compile(r"(.*)<([^<>]*)>", re.DOTALL)
_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"', re.DOTALL)
_BETWEEN = re.compile(r"[,;|/\s]+")
"""What people write between two addresses in one cell."""
_ENDINGS = {".": phrase("full stop"), ",": phrase("comma"), ";": phrase("semicolon")}
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_AROUND = _INVISIBLE + "\u00a0 \t\r\n\v\f\u202f\u3000"


@dataclass(frozen=True, slots=True)
class Checked:
    """The verdict on one address. `problem` is empty, or a sentence for people; then `address` and `wire` are empty."""

    address: str = ""
    """As people read it: NFC, the domain in lower case and its own script."""
    wire: str = ""
    """As the envelope takes it: the domain in ASCII form (RFC 5890)."""
    name: str = ""
    """The name written beside it, `Anna Lee <anna@example.com>`."""
    smtputf8: bool = False
    """The part before the @ is not ASCII: the server must offer SMTPUTF8 (RFC 6531)."""
    problem: str = ""
    suggestion: str = ""
    """The address that was probably meant, where a problem has an obvious cure."""

    @property
    def ascii_domain(self) -> str:
        """The domain in ASCII form; empty where there is a problem."""
        return self.wire.rpartition("@")[2]


def check_address(text: str) -> Checked:
    """Judge one address as found in a list; blanks around it, `mailto:`, `<...>` and a name before it are no fault."""
    return _plain(text.strip()) or _check_written(text)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainColumn:
    """Addresses that were read together; at the places in `odd` no plain one was found, and the others say nothing."""

    addresses: Sequence[str]
    keys: Sequence[str]
    """Their duplicate keys."""
    locals: Sequence[str]
    """What stands before the @, in lower case."""
    domains: Sequence[str]
    """What follows it, in lower case, with the @."""
    odd: Sequence[int]


class PlainAddresses:
    """Recognises everyday addresses at the pace of a list of a million: what follows the @ is judged once a domain."""

    def __init__(self) -> None:
        self._domains: dict[str, str] = {}

    def read(self, text: str) -> tuple[str, str] | None:
        """The address as `check_address` gives it, and its duplicate key; None where that has to look."""
        local, _, domain = text.rpartition("@")
        ending = self._ending(domain)
        if not ending or len(local) > LOCAL_LIMIT or len(text) > ADDRESS_LIMIT or not _PLAIN_LOCAL(local):
            return None
        lower = local.lower()
        return (lower if lower in _ROLES else local) + ending, lower + ending

    def read_column(self, texts: Sequence[str]) -> PlainColumn:
        """The same of many texts at once: nearly all is done by a few calls for the whole column."""
        odd = _without_one_sign(texts)
        texts = _replaced(texts, odd)
        joined = "\n".join(texts)
        parts = joined.replace("@", "\n").split("\n")
        locals_, domains = parts[::2], parts[1::2]
        endings = self._endings(domains)
        if "" in endings:
            odd.update(index for index, ending in enumerate(endings) if not ending)
        if not _all_local_parts_are_plain(joined):
            odd.update(index for index, local in enumerate(locals_) if not _PLAIN_LOCAL(local))
        if max(map(len, locals_)) > LOCAL_LIMIT:
            odd.update(index for index, local in enumerate(locals_) if len(local) > LOCAL_LIMIT)
        if max(map(len, texts)) > ADDRESS_LIMIT:
            odd.update(index for index, text in enumerate(texts) if len(text) > ADDRESS_LIMIT)
        addresses = keys = texts
        if joined != (lower := joined.lower()):
            written, locals_ = locals_, lower.replace("@", "\n").split("\n")[::2]
            keys = [*map(add, locals_, endings)]
            if not _ROLES.isdisjoint(locals_):
                pairs = zip(locals_, written, strict=True)
                written = [lower if lower in _ROLES else local for lower, local in pairs]
            addresses = [*map(add, written, endings)]
        return PlainColumn(addresses=addresses, keys=keys, locals=locals_, domains=endings, odd=sorted(odd))

    def _endings(self, domains: Sequence[str]) -> list[str]:
        known = [*map(self._domains.get, domains)]
        if None not in known:
            return known  # type: ignore[return-value]  # it holds no None
        endings = {domain: self._ending(domain) for domain in {*domains}}
        return [*map(endings.__getitem__, domains)]

    def _ending(self, domain: str) -> str:
        """The @ and the domain in lower case; empty where it is not plain."""
        ending = self._domains.get(domain)
        if ending is None:
            plain = _plain(f"a@{domain}")
            if len(self._domains) >= _DOMAINS_LIMIT:
                self._domains.clear()
            ending = self._domains[domain] = plain.address[1:] if plain else ""
        return ending


def duplicate_key(address: str) -> str:
    """What two spellings of one mailbox share: lower case, the domain in ASCII form.

    RFC 5321 lets a server tell `Anna@` from `anna@`; no provider does. Lower case rather than case folding, because
    `weiß@` and `weiss@` are two people.
    """
    if address.isascii() and "xn--" not in address:
        return address.lower()
    return (check_address(address).wire or address).lower()


def split_mailbox(text: str) -> tuple[str, str]:
    """Split `Anna Lee <anna@example.com>` into name and address. Raises InputError, also at a line break in it."""
    if any(unicodedata.category(letter) in {"Cc", "Zl", "Zp", "Cs"} for letter in text):
        raise InputError(
            tr("The sender or reply address has a line break or a control character in it."),
            remedy=tr("Write the name and the address on one line."),
            code="mailbox",
        )
    checked = check_address(text)
    if checked.problem:
        raise InputError(
            tr("“{text}” is not an address. {problem}", text=text[:ADDRESS_LIMIT], problem=checked.problem),
            remedy=tr("Write it like this: Anna Lee <anna@example.com>"),
            code="mailbox",
        )
    return checked.name, checked.address


def _without_one_sign(texts: Sequence[str]) -> set[int]:
    """The places of texts that have no @ or several, are not ASCII or go over a line."""
    counts = [*map(str.count, texts, repeat("@"))]
    odd = set[int]()
    if counts.count(1) != len(texts):
        odd.update(index for index, count in enumerate(counts) if count != 1)
    whole = "".join(texts)
    if not whole.isascii() or "\n" in whole:
        odd.update(index for index, text in enumerate(texts) if not text.isascii() or "\n" in text)
    return odd


def _replaced(texts: Sequence[str], odd: Collection[int]) -> Sequence[str]:
    """The texts with a plain address in the places of the odd ones, so that the column can be taken apart."""
    if not odd:
        return texts
    copy = [*texts]
    for index in odd:
        copy[index] = _STAND_IN
    return copy


def _all_local_parts_are_plain(joined: str) -> bool:
    """Say whether what stands before the @ in each line is atoms with single dots between."""
    shape = f"\n{joined.translate(_SHAPES)}"
    return not any(wrong in shape for wrong in ("?", "\n.", "\n@", "..", ".@"))


def _plain(text: str) -> Checked | None:
    """Recognise an everyday address; None means only that the library has to look."""
    match = _PLAIN.fullmatch(text)
    if match is None or len(text) > ADDRESS_LIMIT:
        return None
    local, domain, ending = match.groups()
    if len(local) > LOCAL_LIMIT or ending.lower() in _SPECIAL_ENDINGS:
        return None
    if local.lower() in _ROLES:
        local = local.lower()
    address = f"{local}@{domain.lower()}"
    return Checked(address, address)


def _check_written(text: str) -> Checked:
    """Take off what people write around an address, then judge the address."""
    bare, name = _unwrap(text[:_TEXT_LIMIT])
    if problem := _several(text[:_TEXT_LIMIT]):
        return Checked(problem=problem)
    if bare[-1:] in _ENDINGS:
        problem = tr("There is a {endings} after the address.", endings=tr(_ENDINGS[bare[-1]]))
        return Checked(problem=problem, suggestion=_suggest(bare), name=name)
    checked = _judge(bare)
    suggestion = _suggest(bare) if checked.problem else ""
    return Checked(checked.address, checked.wire, name, checked.smtputf8, checked.problem, suggestion)


def _several(text: str) -> str:
    """Name the addresses of a cell that holds more than one; empty where it does not.

    None is taken: which of them is meant, a person has to say. An address may stand in the name of another.
    """
    mailbox = _MAILBOX.fullmatch(text.strip(_AROUND))
    if mailbox and (_QUOTED.fullmatch(mailbox[1].strip(_AROUND)) or not re.search("[,;<]", mailbox[1])):
        return ""
    if text.count("@") == 1:
        return ""
    parts = (_judge(part.strip("<>")).address for part in _BETWEEN.split(text) if "@" in part)
    found = list({duplicate_key(address): address for address in parts if address}.values())
    match found:
        case [first, second]:
            return tr("There are two addresses, {first} and {second}.", first=first, second=second)
        case [first, second, *_]:
            return tr(
                "There are {found} addresses, the first two are {first} and {second}.",
                found=len(found),
                first=first,
                second=second,
            )
    return ""


def _unwrap(text: str) -> tuple[str, str]:
    text, name = text.strip(_AROUND), ""
    if match := _MAILBOX.fullmatch(text):
        name, text = match[1].strip(_AROUND), match[2].strip(_AROUND)
        if quoted := _QUOTED.fullmatch(name):
            name = re.sub(r"\\(.)", r"\1", quoted[1]).strip()
    if text[:7].lower() == "mailto:":
        text = text[7:].partition("?")[0].strip(_AROUND)
    return text, " ".join(name.split())


def _judge(text: str) -> Checked:
    if plain := _plain(text):
        return plain
    if problem := _look(text):
        return Checked(problem=problem)
    try:
        valid = validate_email(text, check_deliverability=False, test_environment=True, strict=True)
    except EmailNotValidError:
        return Checked(problem=_look_closer(text))
    if "." not in valid.ascii_domain:
        return Checked(problem=tr("The part after the @ has no dot."))
    return Checked(valid.normalized, f"{valid.local_part}@{valid.ascii_domain}", "", valid.smtputf8)


def _suggest(text: str) -> str:
    """The address without what is written around it, invisible characters and double dots, if that is a valid one.

    One blank may be in its domain or before a dot: two words before the @ may be a name and an address.
    """
    bare = unspelled(re.sub(f"[{_INVISIBLE}]+", "", text))
    local, sign, domain = bare.rpartition("@")
    if len(re.split(r"\s", domain)) <= 2:  # noqa: PLR2004 -- one blank
        domain = re.sub(r"\s", "", domain)
    bare = re.sub(r"\.{2,}", ".", local + sign + domain)
    return "" if bare == text else _judge(bare).address


def _look(text: str) -> str:  # noqa: C901, PLR0911 -- a flat list of what goes wrong, the plainest first
    """Find what is wrong by eye; empty where the library has to say."""
    local, sign, domain = text.rpartition("@")
    if not text:
        return tr("The address is empty.")
    if not sign:
        return tr("There is no @ sign.")
    if not local:
        return tr("There is nothing before the @.")
    if not domain:
        return tr("There is nothing after the @.")
    if "@" in local and re.search(r"[,;\s/]", text):
        return tr("There is more than one address.")
    if "@" in local:
        return tr("There is more than one @ sign.")
    if re.search(r"\s", text):
        return tr("There is a blank inside the address.")
    if any(letter in _INVISIBLE or unicodedata.category(letter) in {"Cc", "Cf"} for letter in text):
        return tr("There is an invisible character inside the address.")
    if '"' in text or "\\" in text:
        return tr("Quotation marks and backslashes in an address are not supported.")
    if domain.startswith("["):
        return tr("There is a number in brackets after the @ instead of a domain.")
    if "." not in domain.strip("."):
        return tr("The part after the @ has no dot.")
    return ""


def _look_closer(text: str) -> str:  # noqa: PLR0911 -- likewise
    """Say in our words what the library refused."""
    local, _, domain = text.rpartition("@")
    if ".." in text:
        return tr("There are two dots in a row.")
    if local.startswith(".") or local.endswith("."):
        return tr("The part before the @ begins or ends with a dot.")
    if len(local) > LOCAL_LIMIT:
        return tr("The part before the @ is longer than {local_limit} characters.", local_limit=LOCAL_LIMIT)
    if len(text.encode("utf-8", "replace")) > ADDRESS_LIMIT:
        return tr("The address is longer than {address_limit} characters.", address_limit=ADDRESS_LIMIT)
    if wrong := re.search(r"[(),:;<>\[\]]", text) or re.search(r"[^\w.-]", domain):
        return tr("The character {wrong} is not allowed there.", wrong=wrong[0])
    ending = domain.lower().rpartition(".")[2]
    if ending in _SPECIAL_ENDINGS:
        return tr("No mail can reach a domain that ends in .{ending}.", ending=ending)
    if ending.isdigit():
        return tr("The part after the @ is a number, not a domain.")
    part = tr("after the @ is not a valid domain") if _local_is_valid(local) else tr("before the @ is not valid")
    return tr("The part {part}.", part=part)


def _local_is_valid(local: str) -> bool:
    try:
        validate_email(f"{local}@example.com", check_deliverability=False, strict=True)
    except EmailNotValidError:
        return False
    return True
