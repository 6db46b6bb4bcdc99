"""What a domain asks receivers to do with messages that nobody vouches for (DMARC, RFC 9989)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sendoff.core.dns_answers import Book, Found

MOST_QUERIES = 8
"""RFC 9989 4.10: a walk up the tree asks no more often."""
_VERSION = re.compile(r"v\s*=\s*DMARC1\s*(;|$)")
_BEGINNING = re.compile(r"\s*v\s*=\s*dmarc1", re.IGNORECASE)
POLICIES = ("none", "quarantine", "reject")
_WEAKER = {"reject": "quarantine", "quarantine": "none"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One record."""

    text: str
    policy: str = ""
    """`p`; empty where it is absent or no policy."""
    sub: str = ""
    """`sp`: for sub-domains."""
    nobody: str = ""
    """`np`: for sub-domains that do not exist."""
    psd: str = "u"
    """`y` = a public suffix, `n` = the organisation itself, `u` = not said."""
    trying: bool = False
    """`t=y`: one step less than the policy."""
    strict_spf: bool = False
    strict_dkim: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """What holds for a domain."""

    record: Record | None = None
    at: str = ""
    """The domain whose record it is."""
    organisation: str = ""
    """Whatever shares it is aligned in relaxed mode."""
    several: bool = False
    """There are several records at one name, so none counts."""
    broken: str = ""
    """A text that wants to be a record and is none."""
    silent: bool = False
    """Somebody on the way did not answer."""
    domain: str = ""

    @property
    def wish(self) -> str:
        """`none`, `quarantine` or `reject`; a record without a policy asks for none."""
        record = self.record
        if record is None:
            return "none"
        asked = record.policy if self.at == self.domain else record.sub or record.policy
        return _WEAKER.get(asked, asked or "none") if record.trying else asked or "none"


def parse(text: str) -> Record | None:
    """Read a record; None where it is none. Unknown tags are ignored (RFC 9989 4.7)."""
    if not _VERSION.match(text):
        return None
    tags: dict[str, str] = {}
    for part in text.split(";"):
        name, equals, value = part.partition("=")
        if equals:
            tags.setdefault(name.strip().lower(), value.strip().lower())

    def policy(tag: str) -> str:
        return tags.get(tag, "") if tags.get(tag) in POLICIES else ""

    return Record(
        text=text,
        policy=policy("p"),
        sub=policy("sp"),
        nobody=policy("np"),
        psd=tags.get("psd", "u"),
        trying=tags.get("t") == "y",
        strict_spf=tags.get("aspf") == "s",
        strict_dkim=tags.get("adkim") == "s",
    )


def walk(domain: str) -> Iterator[str]:
    """The names a tree walk asks at, from the domain up: with many labels it jumps (RFC 9989 4.10)."""
    labels = domain.split(".")
    yield domain
    labels = labels[1:] if len(labels) < MOST_QUERIES else labels[-(MOST_QUERIES - 1) :]
    while labels:
        yield ".".join(labels)
        labels = labels[1:]


def discover(domain: str, book: Book) -> Policy:
    """Find the record that holds for a domain, its own or one further up, and the organisation it belongs to."""
    records: list[tuple[str, Record]] = []
    several, broken, silent = False, "", False
    for name in walk(domain):
        answer = book.read(f"_dmarc.{name}", "TXT")
        silent = silent or answer.found is Found.SILENT
        found = [record for record in map(parse, answer.values) if record is not None]
        several = several or len(found) > 1
        broken = broken or next((text for text in answer.values if not parse(text) and _BEGINNING.match(text)), "")
        if len(found) == 1:
            records.append((name, found[0]))
            if found[0].psd in ("y", "n"):
                break
    organisation = _organisation(domain, records)
    here = next((each for each in records if each[0] == domain), None)
    above = next((each for each in records if each[0] == organisation), None)
    suffix = next((each for each in records if each[1].psd == "y"), None)
    at, record = here or above or suffix or ("", None)
    return Policy(
        record=record, at=at, organisation=organisation, several=several, broken=broken, silent=silent, domain=domain
    )


def _organisation(domain: str, records: list[tuple[str, Record]]) -> str:
    for name, record in records:
        if record.psd == "n":
            return name
        if record.psd == "y" and name != domain:
            return ".".join(domain.split(".")[-name.count(".") - 2 :])
    return records[-1][0] if records else domain


def aligned(one: str, other: str) -> bool:
    """Say whether two domains belong together in relaxed mode, as far as names tell: one is the other or above it."""
    return one == other or one.endswith(f".{other}") or other.endswith(f".{one}")


def with_policy(text: str) -> str:
    """The record with `p=none` after its version."""
    version, _, rest = text.partition(";")
    kept = [part.strip() for part in rest.split(";") if part.strip() and part.partition("=")[0].strip().lower() != "p"]
    return "; ".join([version.strip(), "p=none", *kept])
