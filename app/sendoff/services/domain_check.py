"""Which domains of a list take no mail: asked of name servers in the background, and remembered."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, replace
from itertools import islice

from sendoff.core.errors import ConnectError
from sendoff.core.events import DomainProgress, ListChanged
from sendoff.core.language import tr
from sendoff.core.ports import Clock, Resolver
from sendoff.core.recipient import Verdict
from sendoff.core.stopping import never
from sendoff.core.triage_ports import DomainMemory, TriageStore
from sendoff.core.triage_rows import Chosen, Judge, TriageRow
from sendoff.services.bus import Bus

_DAY = 86_400_000
ALIVE_FOR, DEAD_FOR = 30 * _DAY, _DAY
"""How long an answer is believed, in milliseconds."""
_AT_ONCE = 8
_DOUBTS = 16
"""Domains without an answer, one after the other, until it is asked whether anybody answers at all."""
CONTROLS = ("gmail.com", "outlook.com")
"""Domains that take mail. Name servers that know none of them, a hotel's perhaps, know nothing of others."""
_RESERVED = ".test"


@dataclass(frozen=True, slots=True, kw_only=True)
class Domains:
    """What was found out: of `checked` domains some are dead; of `unknown` ones nobody could tell, so they stay."""

    checked: int
    dead: tuple[str, ...]
    unknown: int
    rows: int = 0
    """Rows that became invalid."""


class DomainCheck:
    """Finds the domains of a list that take no mail, and says so with their rows."""

    def __init__(
        self,
        *,
        store: TriageStore,
        resolver: Resolver,
        memory: DomainMemory,
        judge: Judge,
        bus: Bus,
        clock: Clock,
    ) -> None:
        self._store = store
        self._resolver = resolver
        self._memory = memory
        self._judge = judge
        self._bus = bus
        self._clock = clock

    def check(self, owner_id: str, stopped: Callable[[], bool] = never) -> Domains:
        """Ask about every domain that would be sent to; rows at a dead one become invalid. Blocks for minutes.

        Offline or without an answer a domain is unknown, never dead. A stopped check changes no row, and what it has
        learnt is remembered. Raises InputError (`not_a_draft`) and StorageError.
        """
        wanted = [key.removeprefix("@") for key in self._store.domains(owner_id) if not key.endswith(_RESERVED)]
        now = self._clock.now()
        known = {
            domain: (alive, at)
            for domain, (alive, at) in self._memory.load().items()
            if now - at < (ALIVE_FOR if alive else DEAD_FOR)
        }
        missing = [domain for domain in wanted if domain not in known]
        if missing and self._online():
            for domain, alive in self._answers(owner_id, missing, stopped):
                known[domain] = (alive, now)
            self._memory.keep(known)
        dead = tuple(domain for domain in wanted if domain in known and not known[domain][0])
        checked = sum(domain in known for domain in wanted)
        found = Domains(checked=checked, dead=dead, unknown=len(wanted) - checked)
        return found if stopped() or not dead else replace(found, rows=self._bury(owner_id, dead, now))

    def _bury(self, owner_id: str, dead: Sequence[str], now: int) -> int:
        chosen = Chosen(domains=tuple(f"@{domain}" for domain in dead))
        rows = self._store.rewrite(owner_id, chosen, _dead, self._judge, now)
        if rows:
            self._bus.publish(ListChanged(owner_id))
        return rows

    def _answers(
        self, owner_id: str, domains: Sequence[str], stopped: Callable[[], bool]
    ) -> Iterator[tuple[str, bool]]:
        """What the name servers say, as it comes, until they fall silent."""
        waiting = iter(domains)
        pool = ThreadPoolExecutor(_AT_ONCE, thread_name_prefix="domains")
        running: dict[Future[bool | None], str] = {}
        asked = doubts = 0
        try:
            while not stopped():
                for domain in islice(waiting, _AT_ONCE - len(running)):
                    running[pool.submit(self._ask, domain)] = domain
                if not running:
                    return
                for done in wait(running, timeout=0.1, return_when=FIRST_COMPLETED).done:
                    domain, alive = running.pop(done), done.result()
                    asked, doubts = asked + 1, doubts + 1 if alive is None else 0
                    if alive is not None:
                        yield domain, alive
                self._bus.publish(DomainProgress(owner_id, asked, len(domains)))
                if doubts >= _DOUBTS and not self._online():
                    return
        finally:
            pool.shutdown(wait=False, cancel_futures=True)

    def _ask(self, domain: str) -> bool | None:
        try:
            return self._resolver.takes_mail(domain)
        except ConnectError:
            return None

    def _online(self) -> bool:
        return any(self._ask(domain) for domain in CONTROLS)


def _dead(row: TriageRow) -> TriageRow:
    domain = row.address.rpartition("@")[2]
    return replace(row, verdict=Verdict.INVALID, text=tr("The domain {domain} takes no mail.", domain=domain))
