"""A text for whoever helps: what runs here and how, without names, addresses, hosts of one's own, or secrets."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from sendoff import __version__
from sendoff.core.account import Account
from sendoff.core.backup import day_text
from sendoff.core.campaign import Campaign
from sendoff.core.diagnosis_ports import LogFile, Machine
from sendoff.core.settings import SETTINGS, typed
from sendoff.services.app import Services
from sendoff.services.preferences import Preferences

_LINES = 200
_ADDRESS = re.compile(r"[^\s@<>\"'(),:;\[\]=]+@[^\s@<>\"'(),:;\[\]\\]+")
_IP = re.compile(
    r"(?<![\w.])(?:\d{1,3}\.){3}\d{1,3}(?![\w.])"
    r"|(?<![\w:])(?:[0-9a-fA-F]{1,4}:){3,7}[0-9a-fA-F]{1,4}(?![\w:])|(?<!\w)[0-9a-fA-F:]*::[0-9a-fA-F:]+"
)
_HOST = re.compile(r"(?<![\w@.-])(?:[\w-]+\.)+(?:[a-z]{2,24}|xn--[\w-]+)(?![\w.-]*[\w(])", re.IGNORECASE)
_OWN = re.compile(r"\b(?:sendoff|core|services|adapters|ui|cli)(?:\.\w+)+|\b[\w-]+\.(?:py|toml|db|log|zip|csv)\b")
_LEAST = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Data:
    """What the data folder tells, where it can be opened."""

    accounts: Sequence[Account]
    campaigns: Sequence[Campaign]
    states: Counter[str]
    """Rows of all campaigns by state."""
    passwords: str


def data_of(services: Services) -> Data:
    """Read what is told of the data. Raises StorageError."""
    campaigns = services.campaigns.all()
    states: Counter[str] = Counter()
    for one in campaigns:
        states.update(services.reports.counts(one))
    return Data(
        accounts=services.accounts.all(),
        campaigns=campaigns,
        states=states,
        passwords=services.accounts.vault.describe(),
    )


class Diagnostics:
    """Makes the text. `clean` takes this session's secrets out."""

    def __init__(
        self,
        machine: Machine,
        log: LogFile,
        preferences: Preferences,
        clean: Callable[[str], str],
        now: Callable[[], int],
    ) -> None:
        self._machine = machine
        self._log = log
        self._preferences = preferences
        self._clean = clean
        self._now = now

    def text(self, data: Data | None, trouble: str = "") -> str:
        """The whole text; `trouble` says why there is no data."""
        parts = [
            ("Sendoff", [f"Version: {__version__}", f"Made: {day_text(self._now())}"]),
            ("Computer", [f"{name}: {value}" for name, value in self._machine.facts()]),
            ("Settings", [f"{one.key} = {typed(one, self._preferences.value(one.key))}" for one in SETTINGS]),
            ("Disk", self._disk()),
            ("Data", _data(data) if data is not None else [f"It could not be opened: {trouble}"]),
        ]
        said = "\n\n".join("\n".join([f"== {title}", *lines]) for title, lines in parts)
        names = [*self._machine.private(), *(_names(data) if data is not None else ())]
        log = "\n".join(self._log.tail(_LINES)) or "There is no log yet."
        return f"{self._hidden(said, names)}\n\n== Log, the last lines\n{_hosts(self._hidden(log, names))}\n"

    def _disk(self) -> list[str]:
        test = self._machine.disk()
        if test.sync_ms < 0:
            return ["Nothing could be written beside the data."]
        words = [
            f"Making 4 kB durable: {test.sync_ms:.1f} ms, at most {test.slowest_ms:.1f} ms",
            f"Free: {test.free >> 20:,} MB",
        ]
        return [*words, test.warning] if test.warning else words

    def _hidden(self, text: str, names: Iterable[str]) -> str:
        text = _IP.sub("[number]", _ADDRESS.sub("[address]", self._clean(text)))
        for name in sorted({one for one in names if len(one) >= _LEAST}, key=len, reverse=True):
            text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", "[name]", text, flags=re.IGNORECASE)
        return text


def _hosts(text: str) -> str:
    """Hide host names; a module's or a file's name is none."""
    return _HOST.sub(lambda found: found[0] if _OWN.fullmatch(found[0]) else "[host]", text)


def _data(data: Data) -> list[str]:
    states = Counter(one.state.value for one in data.campaigns)
    lines = [
        f"Campaigns: {', '.join(f'{number} {state}' for state, number in sorted(states.items())) or 'none'}",
        f"Recipients: {', '.join(f'{number:,} {state}' for state, number in data.states.items() if number) or 'none'}",
        f"Passwords: {data.passwords}",
    ]
    return lines + [f"Account {place}: {_kind(one)}" for place, one in enumerate(data.accounts, start=1)]


def _kind(one: Account) -> str:
    return (
        f"{one.preset or 'custom'}, {one.route.value}, port {one.port}, {one.security.value}, {one.sign_in.value}, "
        f"{one.connections} connections, limits {' '.join(one.limits) or 'none'}, proxy {one.proxy.kind.value}"
    )


def _names(data: Data) -> Iterable[str]:
    """What people called their things: none of it is anybody else's business."""
    for account in data.accounts:
        yield from (account.name, account.sender, account.username, account.local_name, account.proxy.host)
        if account.preset == "custom":
            yield account.host
    for campaign in data.campaigns:
        yield from (campaign.name, campaign.content.subject, campaign.list_name, campaign.source, campaign.sender)
