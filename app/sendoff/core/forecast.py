"""How long a campaign takes at least, from its limits alone."""

from __future__ import annotations

from collections.abc import Sequence

from sendoff.core.limits import Limit


def least_seconds(count: int, limits: Sequence[Limit], delay: float) -> float:
    """Seconds from the first of `count` messages to the last, where `delay` seconds part them and every limit holds.

    Zero means that only the server's speed counts. Limits for one domain are left out: how many it has is not known.
    """
    if count <= 1:
        return 0.0
    waits = [(count - 1) // limit.count * limit.seconds for limit in limits if not limit.domain]
    return max([(count - 1) * max(delay, 0.0), *(float(wait) for wait in waits)])
