"""Wiring of what looks ahead: plans and times set for later."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sendoff.adapters.storage.store import Store
    from sendoff.core.ports import Clock
    from sendoff.services.bus import Bus
    from sendoff.services.plans import Plans
    from sendoff.services.schedule import Schedule


def plans(store: Store, clock: Clock) -> Plans:
    """Reckons when messages go."""
    from sendoff.adapters.system.zones import zone_of
    from sendoff.services.plans import Plans

    return Plans(accounts=store.accounts, rows=store.deliveries, clock=clock, zoned=store.zones, zones=zone_of)


def schedule(store: Store, bus: Bus, clock: Clock) -> Schedule:
    """Keeps the times of drafts."""
    from sendoff.adapters.system.zones import local_zone
    from sendoff.services.schedule import Schedule

    return Schedule(store=store.campaigns, bus=bus, clock=clock, zone=local_zone)
