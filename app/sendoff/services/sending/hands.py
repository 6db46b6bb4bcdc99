"""Opens the connections of one run, as the account's route has them."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from typing import cast

from sendoff.core.account import Account, Route
from sendoff.core.delivery import Delivery
from sendoff.core.flight import FlyingTransport
from sendoff.core.ports import Clock, Transport
from sendoff.services.sending.crew import Crew, Hands
from sendoff.services.sending.fleet import Fleet


def open_hands(
    account: Account,
    size: int,
    *,
    transports: Callable[[], Transport],
    intend: Callable[[Sequence[tuple[Delivery, int]]], Sequence[bool]],
    halt: threading.Event,
    clock: Clock,
) -> Hands:
    """SMTP sessions driven by the coordinator's own thread, or a thread for each HTTP connection."""
    every = account.messages_per_connection
    if account.route is Route.SMTP:
        return Fleet(
            size,
            transports=cast("Callable[[], FlyingTransport]", transports),
            intend=intend,
            halt=halt,
            clock=clock,
            messages_per_session=every,
        )
    return Crew(
        size,
        transports=transports,
        intend=lambda delivery, number: intend([(delivery, number)])[0],
        halt=halt,
        clock=clock,
        messages_per_session=every,
    )
