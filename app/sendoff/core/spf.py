"""Which servers a domain lets send in its name (SPF, RFC 7208), as far as records alone can tell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from ipaddress import IPv4Network, IPv6Network, ip_network

from sendoff.core.dns_answers import Book, Found, is_name

MOST_LOOKUPS = 10
"""RFC 7208 4.6.4."""
_MOST_RECORDS = 40
"""Records that are read for one domain; who has more has far too many look-ups anyway."""
_MOST_EXCHANGERS = 10
_TERM = re.compile(r"([+?~-]?)([A-Za-z][A-Za-z0-9._-]*)(?:([:=])(.*)|(/.*))?", re.DOTALL)
_ASKING = frozenset({"include", "a", "mx", "ptr", "exists", "redirect"})
"""Terms that cost a look-up."""
_MECHANISMS = frozenset({"all", "include", "a", "mx", "ptr", "ip4", "ip6", "exists"})
_WITH_VALUE = frozenset({"include", "ip4", "ip6", "exists", "redirect"})
_VERSION = "v=spf1"

Network = IPv4Network | IPv6Network


@dataclass(frozen=True, slots=True)
class Term:
    """One word of a record, `~all` or `include:_spf.example.com`."""

    sign: str
    """`+`, `-`, `~` or `?`."""
    name: str
    value: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Record:
    """A record taken apart; `wrong` is the first word that is none of the grammar's."""

    terms: tuple[Term, ...] = ()
    wrong: str = ""

    @property
    def ending(self) -> str:
        """The sign of `all`; empty where there is none."""
        return next((term.sign for term in self.terms if term.name == "all"), "")


def records_in(texts: Iterable[str]) -> list[str]:
    """The texts that are SPF records (RFC 7208 4.5)."""
    return [text for text in texts if text.lower() == _VERSION or text.lower().startswith(f"{_VERSION} ")]


def parse(text: str) -> Record:
    """Take a record apart. What follows `all` means nothing and is dropped, but for a `redirect` without `all`."""
    terms: list[Term] = []
    for word in text.split()[1:]:
        term = _term(word)
        if term is None:
            return Record(tuple(terms), word)
        if term.name in _MECHANISMS and any(one.name == "all" for one in terms):
            continue
        terms.append(term)
    if any(one.name == "all" for one in terms):
        terms = [one for one in terms if one.name != "redirect"]
    return Record(tuple(terms))


def _term(word: str) -> Term | None:
    matched = _TERM.fullmatch(word)
    if not matched:
        return None
    sign, name, between, value = matched[1], matched[2].lower(), matched[3], matched[4] or matched[5] or ""
    if between == "=":  # a modifier, of which only one has a meaning here
        return None if sign else Term("+", "redirect" if name == "redirect" else "modifier", value, word)
    if name not in _MECHANISMS or (name in _WITH_VALUE and not value) or (name == "all" and value):
        return None
    if name in ("ip4", "ip6") and network_of(value, int(name[2])) is None:
        return None
    return Term(sign or "+", name, value, word)


def network_of(text: str, version: int) -> Network | None:
    """The network of an `ip4:` or `ip6:`."""
    try:
        network = ip_network(text, strict=False)
    except ValueError:
        return None
    return network if network.version == version else None


@dataclass(slots=True)
class Reach:
    """What a domain's record comes to, its includes followed."""

    lookups: int = 0
    includes: set[str] = field(default_factory=set)
    """Names whose servers may send."""
    networks: set[Network] = field(default_factory=set)
    everyone: bool = False
    """`+all` is reached: every server of the world may send."""
    loops: set[str] = field(default_factory=set)
    dead: set[str] = field(default_factory=set)
    """Included names without one SPF record: an error for the whole (RFC 7208 5.2)."""
    wrong: str = ""
    """A word, somewhere, that receivers cannot read."""
    unclear: bool = False
    """It depends on the message (macros, `exists`, `ptr`) or somebody did not answer, so more may be allowed."""

    def holds(self, networks: Sequence[Network]) -> bool:
        """Say whether all of these may send."""
        return bool(networks) and all(any(_inside(one, mine) for mine in self.networks) for one in networks)


def _inside(one: Network, other: Network) -> bool:
    if isinstance(one, IPv4Network):
        return isinstance(other, IPv4Network) and one.subnet_of(other)
    return isinstance(other, IPv6Network) and one.subnet_of(other)


def reach(domain: str, text: str, book: Book, *, addresses: bool = False) -> Reach:
    """Follow a record; `addresses` = look up what `a` and `mx` stand for, too. It ends, whatever the zones say."""
    walk = _Walk(book, addresses)
    walk.found.lookups = walk.follow(domain, text, (domain,), allowing=True)
    return walk.found


class _Walk:
    def __init__(self, book: Book, addresses: bool) -> None:  # noqa: FBT001 -- private, and named at its one call
        self._book = book
        self._addresses = addresses
        self._costs: dict[str, int] = {}
        """Look-ups of a name that was read, itself not counted."""
        self.found = Reach()

    def follow(self, domain: str, text: str, path: tuple[str, ...], *, allowing: bool) -> int:
        """Read one record; returns its look-ups. `allowing` = every include on the way here lets send."""
        record = parse(text)
        self.found.wrong = self.found.wrong or record.wrong
        cost = 0
        for term in record.terms:
            allows = allowing and term.sign == "+"
            if term.name in _ASKING:
                cost += 1
            if term.name in ("include", "redirect"):
                cost += self._enter(term.value, path, allowing=allows)
            elif allows:
                self._allow(term, domain)
        return cost

    def _enter(self, name: str, path: tuple[str, ...], *, allowing: bool) -> int:
        name = name.rstrip(".").lower()
        if "%" in name:
            self.found.unclear = True
            return 0
        if allowing:
            self.found.includes.add(name)
        if name in path:
            self.found.loops.add(name)
            return 0
        if name in self._costs or len(self._costs) >= _MOST_RECORDS:
            return self._costs.get(name, 0)
        self._costs[name] = 0
        answer = self._book.read(name, "TXT")
        if answer.found is Found.SILENT:
            self.found.unclear = True
            return 0
        texts = records_in(answer.values)
        if len(texts) != 1:
            self.found.dead.add(name)
            return 0
        self._costs[name] = self.follow(name, texts[0], (*path, name), allowing=allowing)
        return self._costs[name]

    def _allow(self, term: Term, domain: str) -> None:
        if term.name == "all":
            self.found.everyone = True
        elif term.name in ("ip4", "ip6"):
            network = network_of(term.value, int(term.name[2]))
            if network is not None:
                self.found.networks.add(network)
        elif term.name in ("a", "mx"):
            self._allow_hosts(term, domain)
        elif term.name in ("exists", "ptr"):
            self.found.unclear = True

    def _allow_hosts(self, term: Term, domain: str) -> None:
        name, _, prefix = term.value.partition("/")
        name = name.rstrip(".").lower() or domain
        if "%" in name or not self._addresses:
            self.found.unclear = self.found.unclear or "%" in name
            return
        hosts = [name]
        if term.name == "mx":
            answer = self._book.read(name, "MX")
            self.found.unclear = self.found.unclear or answer.found is Found.SILENT
            hosts = list(answer.values[:_MOST_EXCHANGERS])
        short, _, long = prefix.partition("//") if "//" in prefix else (prefix, "", "")
        if prefix.startswith("/"):
            short, long = "", prefix[1:]
        for host in hosts:
            for address in host_networks(host, self._book, self.found):
                self.found.networks.add(_widened(address, short if address.version == 4 else long))  # noqa: PLR2004 -- IPv4


def host_networks(host: str, book: Book, found: Reach | None = None) -> list[Network]:
    """The addresses of a host, each a network of one; `found` hears when nobody answers."""
    networks: list[Network] = []
    for kind, version in (("A", 4), ("AAAA", 6)):
        answer = book.read(host, kind)
        if found is not None and answer.found is Found.SILENT:
            found.unclear = True
        networks += [one for one in (network_of(value, version) for value in answer.values) if one is not None]
    return networks


def _widened(address: Network, length: str) -> Network:
    widened = network_of(f"{address.network_address}/{length}", address.version) if length.isdecimal() else None
    return widened or address


# --- lines to write ---------------------------------------------------------------------------------------------------


def with_include(text: str, host: str) -> str:
    """The record with one more include, before whatever ends it."""
    words = text.split()
    ends = [place for place, word in enumerate(words) if word.lstrip("+-~?").lower() == "all" or "redirect=" in word]
    place = ends[0] if ends else len(words)
    return " ".join([*words[:place], f"include:{host}", *words[place:]])


def closed(text: str) -> str:
    """The record, where `+all` (or a bare `all`) lets everybody send, with `~all` instead."""
    return " ".join("~all" if word.lower() in ("+all", "all") else word for word in text.split())


def merged(texts: Sequence[str]) -> str:
    """One record of several: every word once, the strictest ending of theirs; empty where one hands over to another."""
    records = [parse(text) for text in texts]
    if any(record.wrong or any(term.name == "redirect" for term in record.terms) for record in records):
        return ""
    words = dict.fromkeys(term.text for record in records for term in record.terms if term.name != "all")
    endings = [record.ending for record in records]
    ending = next((sign for sign in "-~?" if sign in endings), "~")
    return " ".join([_VERSION, *words, f"{ending}all"])


def fresh(host: str) -> str:
    """A first record that lets one provider send."""
    return f"{_VERSION} include:{host} ~all" if is_name(host) else ""
